/* Naast het leerpad: zoeken in het handboek, met de zoekmotor van de hele site, en toevoegen wat gevonden is. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const {maak, knop} = samen;
  const MEEST = 12;
  const WACHT = 60; // milliseconden na een toets
  const MISLUKT = "Zoeken lukt nu niet. Kies een soort, dan staat alles van die soort hier.";

  const mappen = () => Object.keys(samen.gegevens().soorten).filter((map) => samen.gegevens().items.some(([item]) => item.startsWith(map + "/")));
  const sleutel = ({zoek, soort, meer}) => [zoek.trim(), soort, meer].join("\n");

  /* Wat de motor vindt en een onderdeel kan gebruiken; `aantal` hoogstens. */
  async function vind({zoek, soort}, aantal) {
    const {keuzes, zoek: vraag} = await window.handboekZoeken.motor();
    const soorten = keuzes.soorten.filter(([, , map]) => (soort ? map === soort : mappen().includes(map))).map(([naam]) => naam);
    const uitkomst = await vraag(zoek, {soort: soorten, aantal});
    const items = uitkomst.resultaten.map(({pad}) => pad.replace(/\.html$/, "")).filter((item) => samen.gegevens().namen.has(item));
    const totaal = uitkomst.totaal > aantal ? uitkomst.totaal : items.length;
    return {items, totaal, melding: window.handboekZoeken.melding({...uitkomst, totaal})};
  }

  function vanSoort(soort) {
    const items = samen.gegevens().items.map(([item]) => item).filter((item) => item.startsWith(soort + "/"));
    return {items, totaal: items.length, melding: window.handboekZoeken.melding({totaal: items.length, bedoelt: [], deels: [], onbekend: []})};
  }

  function gebruiktIn(app) {
    const waar = new Map();
    app.leerpad.sessies.forEach(({activiteiten}, s) => activiteiten.forEach(({items}) => items.forEach((item) => waar.set(item, [...(waar.get(item) || []), s + 1]))));
    return waar;
  }

  function tekenZoek(app) {
    const {soorten} = samen.gegevens(), {ui} = app;
    const id = "sl-zoek", in_ = maak("input", {id, type: "search", "data-f": "zoek", autocomplete: "off", spellcheck: "false"});
    in_.value = ui.zoek;
    const lijst = maak("ul", {class: "sl-gevonden"}), telling = maak("p", {class: "toelichting", role: "status"});
    const soort = samen.keuze("Soort", ui.soort, [["", "Alle soorten"], ...mappen().map((map) => [map, soorten[map][1]])], (map) => { ui.soort = map; ui.meer = false; zoek(); }, {f: "zoek-soort"});
    const meer = knop("Toon alle", () => { ui.meer = true; zoek(); }, {f: "zoek-meer", klasse: "sl-tekstknop"});

    function toon({items, totaal, melding}) {
      const waar = gebruiktIn(app), rijen = items.slice(0, ui.meer ? undefined : MEEST), hier = lijst.contains(document.activeElement);
      lijst.replaceChildren(...rijen.map((item) => gevonden(app, item, waar.get(item))));
      lijst.removeAttribute("aria-busy");
      telling.textContent = melding;
      meer.hidden = totaal <= rijen.length || ui.meer;
      meer.textContent = `Toon alle ${totaal}`;
      if (hier) (lijst.querySelector("button") || in_).focus(); // wie er al in stond, staat nu bij het eerste
    }

    /* Klaar als de lijst bij de vraag past, of als er intussen een andere vraag is. */
    async function zoek() {
      const deze = sleutel(ui), nogDeze = () => lijst.isConnected && sleutel(ui) === deze;
      if (!ui.zoek.trim()) return toon(ui.soort ? vanSoort(ui.soort) : {items: [], totaal: 0, melding: "Typ een woord of kies een soort."});
      if (ui.gevonden.sleutel === deze) return toon(ui.gevonden);
      lijst.setAttribute("aria-busy", "true");
      await new Promise((klaar) => { setTimeout(klaar, WACHT); });
      if (!nogDeze()) return undefined;
      const uitkomst = await vind(ui, ui.meer ? samen.gegevens().items.length : MEEST).catch(() => ({items: [], totaal: 0, melding: MISLUKT}));
      if (!nogDeze()) return undefined;
      if (uitkomst.melding !== MISLUKT) ui.gevonden = {sleutel: deze, ...uitkomst};
      return toon(uitkomst);
    }

    let bezig = zoek();
    in_.addEventListener("focus", () => { window.handboekZoeken.motor().catch(() => {}); });
    in_.addEventListener("input", () => { ui.zoek = in_.value; ui.meer = false; bezig = zoek(); });
    in_.addEventListener("keydown", async (gebeurtenis) => {
      if (!["Enter", "ArrowDown"].includes(gebeurtenis.key)) return;
      gebeurtenis.preventDefault();
      await bezig;
      const eerste = lijst.querySelector("button");
      if (eerste && document.activeElement === in_) eerste.focus();
    });
    return maak("section", {class: "sl-zoek"}, maak("h2", {id: "zoeken"}, "Zoek en voeg toe"),
      maak("div", {class: "sl-veld"}, maak("label", {for: id}, "Woord, vraag of situatie"), in_), maak("div", {class: "sl-rij"}, soort, waarheen(app)), telling, lijst, maak("p", {}, meer));
  }

  /* De bijeenkomst of het onderdeel waar wat gekozen wordt in komt. */
  function waarheen(app) {
    const {ui, leerpad: {sessies}} = app;
    const keuzes = [...(ui.onderdeel ? [["onderdeel", "‘" + app.onderdeelNaam() + "’"]] : []), ...sessies.map((sessie, s) => [String(s), `${s + 1}. ${sessie.naam}`])];
    return samen.keuze("Voeg toe aan", ui.onderdeel ? "onderdeel" : String(app.doel()), keuzes, (waarde) => {
      if (waarde !== "onderdeel") Object.assign(ui, {onderdeel: 0, doel: sessies[waarde]._});
    }, {f: "zoek-doel"});
  }

  function gevonden(app, item, al) {
    const {soorten, kernen} = samen.gegevens(), soort = soorten[item.split("/")[0]][0];
    return maak("li", {}, maak("div", {}, samen.naarItem(app, item), " ", maak("small", {}, soort + (al ? ` · staat in bijeenkomst ${samen.uniek(al).join(", ")}` : "")), maak("span", {class: "sl-kern"}, kernen.get(item))),
      knop("Voeg toe", () => app.voegToe(item), {f: "zoek-" + item, naam: "Voeg toe: " + samen.naamVan(item)}));
  }

  Object.assign(samen, {tekenZoek});
})();
