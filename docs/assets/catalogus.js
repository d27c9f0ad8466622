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
  const facets = [...new Set(boxes.map((box) => box.facet))].map(readFacet);
  const rows = groups.flatMap(readRows);
  const slice = 150; // zoveel rijen veranderen in één beeld; de volgende komen in het volgende
  let ordered = rows;
  let next = 0;
  let turn = 0;
  let shownOrder = "";
  let waiting = 0;

  function plain(words) {
    return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function readGroup(section) {
    const heading = section.querySelector("h2");
    const links = heading ? [...document.querySelectorAll(`a[href="#${heading.id}"]`)] : [];
    return { section, list: section.querySelector("ul"), entries: links.map((a) => a.closest(".md-nav__item") || a), shown: 0 };
  }

  function readBox(input) {
    const label = input.closest("label");
    const facet = label.closest(".facet");
    const title = facet.querySelector("summary").textContent;
    return { input, label, fold: facet, facet: input.name, name: `${title}: ${label.children[1].textContent}`, count: label.querySelector(".aantal") };
  }

  function readFacet(name) {
    const own = boxes.filter((box) => box.facet === name);
    return { name, boxes: own, places: new Map(own.map((box, place) => [box.input.value, place])), counts: new Uint32Array(own.length) };
  }

  // Per facet de plaatsen van de waarden die de rij heeft: een keuze vergelijkt dan getallen, geen woorden.
  function readRows(group) {
    return [...group.list.children].map((node) => ({
      node,
      group,
      visible: true,
      wanted: true,
      text: plain(`${node.textContent} ${node.dataset.zoek || ""}`),
      values: facets.map(({ name, places }) => (node.dataset[name] || "").split(" ").map((value) => places.get(value))),
      ranks: node.dataset.rangen.split(" ").map(Number),
    }));
  }

  // Welk facet een rij tegenhoudt: -1 = geen, dan is hij zichtbaar; een plaats = alleen dat, dan telt hij daar nog mee.
  function blocking(row, chosen) {
    let found = -1;
    for (let i = 0; i < chosen.length; i += 1) {
      if (!chosen[i] || row.values[i].some((place) => chosen[i][place])) continue;
      if (found >= 0) return undefined;
      found = i;
    }
    return found;
  }

  function count(row, i) {
    for (const place of row.values[i]) facets[i].counts[place] += 1;
  }

  // Met een class, niet met hidden: het thema kijkt bij elke hidden naar alle rijen die erna komen.
  function show(row, visible) {
    row.node.classList.toggle("weg", !visible);
    row.visible = visible;
  }

  // Van boven naar beneden, in stukken: wie kiest, wacht niet op rijen die ver buiten beeld staan.
  function showSlice() {
    for (let left = slice; left && next < ordered.length; next += 1) {
      const row = ordered[next];
      if (row.visible === row.wanted) continue;
      show(row, row.wanted);
      left -= 1;
    }
    if (next < ordered.length) turn = setTimeout(showSlice, 16);
  }

  function sift() {
    const words = plain(text.value).split(/\s+/).filter(Boolean);
    const chosen = facets.map(({ boxes: own }) => (own.some((box) => box.input.checked) ? own.map((box) => box.input.checked) : null));
    for (const facet of facets) facet.counts.fill(0);
    for (const group of groups) group.shown = 0;
    for (const row of rows) {
      const block = words.every((word) => row.text.includes(word)) ? blocking(row, chosen) : undefined;
      row.wanted = block === -1;
      if (row.wanted) {
        row.group.shown += 1;
        for (const i of facets.keys()) count(row, i);
      } else if (block !== undefined) count(row, block);
    }
    return groups.reduce((sum, group) => sum + group.shown, 0);
  }

  // Zonder groepen staan alle rijen, op volgorde, in de eerste lijst; daarna weer elk in hun eigen.
  // De lijsten gaan even van de bladzijde af: dan rekent de browser één keer in plaats van per rij.
  function arrange() {
    if (!order || order.value === shownOrder) return;
    shownOrder = order.value;
    const at = order.selectedIndex - 1;
    ordered = at < 0 ? rows : [...rows].sort((a, b) => a.ranks[at] - b.ranks[at]);
    for (const group of groups) group.list.remove();
    for (const row of ordered) (at < 0 ? row.group : groups[0]).list.append(row.node);
    for (const row of ordered.slice(slice)) show(row, false);
    for (const group of groups) group.section.append(group.list);
    root.classList.toggle("plat", at >= 0);
  }

  function write(element, words) {
    if (element.textContent !== words) element.textContent = words;
  }

  function draw() {
    clearTimeout(turn);
    arrange();
    const shown = sift();
    next = 0;
    showSlice();
    for (const { boxes: own, counts } of facets) {
      own.forEach((box, place) => {
        write(box.count, String(counts[place]));
        box.label.classList.toggle("nul", counts[place] === 0);
      });
    }
    for (const group of groups) {
      group.section.hidden = shownOrder ? group !== groups[0] || !shown : !group.shown;
      for (const entry of group.entries) entry.hidden = Boolean(shownOrder) || !group.shown;
    }
    const choices = drawChips();
    write(status, choices ? `${shown} van ${rows.length} ${root.dataset.meervoud}.` : shownOrder ? `${shown} ${root.dataset.meervoud}.` : everything);
    nothing.hidden = shown > 0;
    if (opener) {
      const checked = boxes.filter((box) => box.input.checked).length;
      write(opener.querySelector(".hoeveel"), checked ? `(${checked} gekozen)` : "");
      write(find(".sluiten"), `Toon ${shown} ${root.dataset.meervoud}`);
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
