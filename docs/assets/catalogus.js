// Catalogus: zoeken, verfijnen en ordenen in een overzicht. De rijen staan er al; dit verbergt en verplaatst ze.
(function () {
  "use strict";

  const root = document.querySelector(".catalogus");
  if (!root) return;
  const find = (selector) => root.querySelector(selector);
  const form = find("#verfijn");
  const [text, order, panel, opener] = ["#tekst", "#volgorde", "#facetten", ".openen"].map(find);
  const [status, chips, nothing] = [".gevonden", ".gekozenen", ".niets"].map(find);
  const everything = status.textContent;
  const groups = [...root.querySelectorAll(".groep")].map(readGroup);
  const boxes = [...root.querySelectorAll("input[type=checkbox]")].map(readBox);
  const facets = [...new Set(boxes.map((box) => box.facet))];
  const rows = groups.flatMap(readRows);
  let shownOrder = "";
  let waiting = 0;

  function plain(words) {
    return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function readGroup(section) {
    const heading = section.querySelector("h2");
    const links = heading ? [...document.querySelectorAll(`a[href="#${heading.id}"]`)] : [];
    return { section, list: section.querySelector("ul"), entries: links.map((a) => a.closest(".md-nav__item") || a) };
  }

  function readBox(input) {
    const label = input.closest("label");
    const facet = label.closest(".facet");
    const title = facet.querySelector("summary").textContent;
    return { input, label, fold: facet, facet: input.name, name: `${title}: ${label.children[1].textContent}`, count: label.querySelector(".aantal") };
  }

  function readRows(group) {
    return [...group.list.children].map((node) => ({
      node,
      group,
      text: plain(`${node.textContent} ${node.dataset.zoek || ""}`),
      values: facets.map((facet) => (node.dataset[facet] || "").split(" ")),
      ranks: node.dataset.rangen.split(" ").map(Number),
    }));
  }

  // Welke facetten een rij tegenhouden: geen = zichtbaar, één = telt nog mee voor de waarden van dat facet.
  function blocking(row, chosen) {
    const found = [];
    chosen.forEach((values, i) => {
      if (values.size && !row.values[i].some((value) => values.has(value))) found.push(i);
    });
    return found;
  }

  function sift() {
    const words = plain(text.value).split(/\s+/).filter(Boolean);
    const chosen = facets.map((facet) => new Set(boxes.filter((box) => box.facet === facet && box.input.checked).map((box) => box.input.value)));
    const counts = facets.map(() => new Map());
    const filled = new Set();
    let shown = 0;
    for (const row of rows) {
      const blocks = words.every((word) => row.text.includes(word)) ? blocking(row, chosen) : null;
      const visible = blocks !== null && blocks.length === 0;
      if (row.node.hidden === visible) row.node.hidden = !visible;
      if (visible) {
        shown += 1;
        filled.add(row.group);
      }
      if (blocks === null || blocks.length > 1) continue;
      for (const i of blocks.length ? blocks : facets.keys()) {
        for (const value of row.values[i]) counts[i].set(value, (counts[i].get(value) || 0) + 1);
      }
    }
    return { counts, filled, shown };
  }

  // Zonder groepen staan alle rijen, op volgorde, in de eerste lijst; daarna weer elk in hun eigen.
  function arrange() {
    if (!order || order.value === shownOrder) return;
    shownOrder = order.value;
    const at = order.selectedIndex - 1;
    const sorted = at < 0 ? rows : [...rows].sort((a, b) => a.ranks[at] - b.ranks[at]);
    for (const row of sorted) (at < 0 ? row.group : groups[0]).list.append(row.node);
    root.classList.toggle("plat", at >= 0);
  }

  function draw() {
    arrange();
    const { counts, filled, shown } = sift();
    for (const box of boxes) {
      const count = counts[facets.indexOf(box.facet)].get(box.input.value) || 0;
      box.count.textContent = count;
      box.label.classList.toggle("nul", count === 0);
    }
    for (const group of groups) {
      group.section.hidden = shownOrder ? group !== groups[0] || !shown : !filled.has(group);
      for (const entry of group.entries) entry.hidden = Boolean(shownOrder) || !filled.has(group);
    }
    const choices = drawChips();
    const words = choices ? `${shown} van ${rows.length} ${root.dataset.meervoud}.` : shownOrder ? `${shown} ${root.dataset.meervoud}.` : everything;
    if (status.textContent !== words) status.textContent = words;
    nothing.hidden = shown > 0;
    if (opener) {
      const checked = boxes.filter((box) => box.input.checked).length;
      opener.querySelector(".hoeveel").textContent = checked ? `(${checked} gekozen)` : "";
      find(".sluiten").textContent = `Toon ${shown} ${root.dataset.meervoud}`;
    }
  }

  function drawChips() {
    const chosen = boxes.filter((box) => box.input.checked).map((box) => [box.name, () => (box.input.checked = false)]);
    if (text.value.trim()) chosen.unshift([`Tekst: ${text.value.trim()}`, () => (text.value = "")]);
    chips.replaceChildren(...chosen.map(([name, undo]) => chip(name, " ×", ", haal weg", undo)));
    if (chosen.length) chips.append(chip("Begin opnieuw", "", "", clear));
    chips.hidden = chosen.length === 0;
    return chosen.length;
  }

  function chip(name, sign, spoken, act) {
    const [item, button] = ["li", "button"].map((tag) => document.createElement(tag));
    button.type = "button";
    button.className = sign ? "keuze gekozen" : "keuze opnieuw";
    for (const [words, className] of [[name, ""], [sign, ""], [spoken, "onzichtbaar"]]) {
      const span = document.createElement("span");
      span.textContent = words;
      span.className = className;
      if (words === sign) span.setAttribute("aria-hidden", "true");
      button.append(span);
    }
    button.addEventListener("click", () => {
      const place = [...chips.children].indexOf(item);
      act();
      change();
      (chips.children[Math.min(place, chips.children.length - 1)]?.firstChild || text).focus();
    });
    item.append(button);
    return item;
  }

  function clear() {
    text.value = "";
    for (const box of boxes) box.input.checked = false;
  }

  function address() {
    const given = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value.trim()) given.append(name, value.trim());
    const search = given.toString();
    return location.pathname + (search ? `?${search}` : "");
  }

  function remember(how) {
    clearTimeout(waiting);
    try {
      if (address() !== location.pathname + location.search) history[how](null, "", address());
    } catch {
      // Een map op schijf of een streng ingestelde browser: dan blijft het adres zoals het is.
    }
  }

  function recall() {
    const given = new URLSearchParams(location.search);
    text.value = given.get("tekst") || "";
    for (const box of boxes) {
      box.input.checked = given.getAll(box.facet).includes(box.input.value);
      if (box.input.checked) box.fold.open = true;
    }
    if (order) order.selectedIndex = Math.max(0, [...order.options].findIndex((option) => option.value === given.get("volgorde")));
    draw();
  }

  function change() {
    draw();
    remember("pushState");
  }

  function unfold(open) {
    panel.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
  }

  root.addEventListener("change", (event) => event.target !== text && change());
  text.addEventListener("input", () => {
    draw();
    clearTimeout(waiting);
    waiting = setTimeout(remember, 400, "replaceState");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember("replaceState");
  });
  opener?.addEventListener("click", () => unfold(!panel.classList.contains("open")));
  find(".sluiten")?.addEventListener("click", () => {
    unfold(false);
    opener.focus();
  });
  addEventListener("popstate", recall);
  recall();
})();
