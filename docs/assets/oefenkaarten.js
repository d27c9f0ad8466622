// Oefenkaarten: kies kaarten, of kom met een keuze in het adres, en druk ze af. De kaarten staan er al; dit legt ze op vellen.
(function () {
  "use strict";

  const vellen = document.getElementById("vellen");
  if (!vellen) return;
  const find = (id) => document.getElementById(id);
  const [text, kind, theme, role] = ["k-tekst", "k-soort", "k-thema", "k-rol"].map(find);
  const [status, sides, print] = ["k-stand", "k-zijden", "k-druk"].map(find);
  const nothing = document.querySelector(".oefenkaarten .niets");
  const groups = [...document.querySelectorAll(".kaartgroep")];
  const rows = [...document.querySelectorAll(".kaartrijen > li")].map(readRow);
  const known = new Map(rows.map((row) => [row.box.value, row]));
  for (const side of vellen.querySelectorAll(".zijde")) known.get(side.dataset.kaart).sides.push(side);

  function plain(words) {
    return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function readRow(node) {
    const split = (words) => words.split(" ").filter(Boolean);
    return {
      node,
      box: node.querySelector("input"),
      text: plain(node.querySelector("label").textContent),
      kind: node.dataset.soort,
      themes: split(node.dataset.themas),
      roles: split(node.dataset.rollen),
      sides: [],
    };
  }

  function sift() {
    const words = plain(text.value).split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const fits =
        words.every((word) => row.text.includes(word)) &&
        (!kind.value || row.kind === kind.value) &&
        (!theme.value || row.themes.includes(theme.value)) &&
        (!role.value || row.roles.includes(role.value));
      row.node.hidden = !fits;
    }
    for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
    nothing.hidden = rows.some((row) => !row.node.hidden);
  }

  // Enkelzijdig liggen voor- en achterkant naast elkaar. Dubbelzijdig komt na elk vel met voorkanten een vel met
  // achterkanten, per rij omgewisseld: over de lange kant gedraaid ligt elke achterkant achter haar voorkant.
  function layOut(chosen) {
    if (sides.value === "naast") return inFours(chosen);
    const fronts = chosen.filter((_, place) => place % 2 === 0);
    const backs = chosen.filter((_, place) => place % 2 === 1);
    const behind = inFours(backs);
    return inFours(fronts).flatMap((front, place) => {
      const [a, b, c, d] = behind[place];
      return [front, [b, a, d, c].map((side) => side || null)];
    });
  }

  function inFours(all) {
    const found = [];
    for (let place = 0; place < all.length; place += 4) found.push(all.slice(place, place + 4));
    return found;
  }

  function empty() {
    const place = document.createElement("div");
    place.className = "leegvak";
    return place;
  }

  function draw() {
    const chosen = rows.filter((row) => row.box.checked);
    const sheets = layOut(chosen.flatMap((row) => row.sides));
    vellen.replaceChildren(
      ...sheets.map((sheet) => {
        const vel = document.createElement("div");
        vel.className = "vel";
        vel.append(...sheet.map((side) => side || empty()));
        return vel;
      }),
    );
    const many = (number, one, more) => `${number} ${number === 1 ? one : more}`;
    const cards = chosen.reduce((sum, row) => sum + row.sides.length / 2, 0);
    status.textContent = chosen.length
      ? `${many(chosen.length, "keuze", "keuzes")}, ${many(cards, "kaart", "kaarten")} op ${many(sheets.length, "bladzijde", "bladzijden")} A4.`
      : "Nog niets gekozen. Kies in de lijst hierboven wat je wilt oefenen.";
    print.disabled = !chosen.length;
  }

  function remember() {
    const given = new URLSearchParams(location.search);
    const chosen = rows.filter((row) => row.box.checked).map((row) => row.box.value);
    given.delete("kaarten");
    const rest = given.toString();
    const search = [chosen.length ? `kaarten=${chosen.join(",")}` : "", rest].filter(Boolean).join("&");
    try {
      history.replaceState(null, "", location.pathname + (search ? `?${search}` : "") + location.hash);
    } catch {
      // Een map op schijf of een streng ingestelde browser: dan blijft het adres zoals het is.
    }
  }

  function change() {
    draw();
    remember();
  }

  function recall() {
    const wanted = new Set((new URLSearchParams(location.search).get("kaarten") || "").split(","));
    for (const row of rows) row.box.checked = wanted.has(row.box.value);
    draw();
  }

  function choose(which, checked) {
    for (const row of rows) if (which(row)) row.box.checked = checked;
    change();
  }

  find("kaartbalk").addEventListener("input", sift);
  find("kaartbalk").addEventListener("submit", (event) => event.preventDefault());
  for (const row of rows) row.box.addEventListener("change", change);
  find("k-alles").addEventListener("click", () => choose((row) => !row.node.hidden, true));
  find("k-niets").addEventListener("click", () => choose(() => true, false));
  sides.addEventListener("change", draw);
  print.addEventListener("click", () => window.print());
  addEventListener("popstate", recall);
  sift();
  recall();
})();
