/* Een onderdeel van een bijeenkomst: de regel met tijd en knoppen, het formulier eronder, en verslepen. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const {maak, knop, veld, vink} = samen;

  function tekenOnderdeel(app, s, a) {
    const deel = app.leerpad.sessies[s].activiteiten[a], f = "o" + deel._, open = app.ui.open.has(deel._);
    const rij = maak("li", {class: "sl-onderdeel" + (open ? " open" : ""), "data-a": a, "data-nummer": deel._},
      maak("div", {class: "sl-regel"}, greep(deel), maak("span", {class: "sl-tijd"}), samenvatting(app, deel, open, f), schuif(app, s, a, deel, f)),
      open ? formulier(app, s, a, deel, f) : "");
    app.levend(() => vulRegel(app, rij, s, a));
    sleep(app, rij, s, a);
    return rij;
  }

  function vulRegel(app, rij, s, a) {
    const sessie = app.leerpad.sessies[s], {activiteit, begin, eind, pauze} = samen.tijdvakken(sessie)[a];
    rij.querySelector(".sl-tijd").textContent = `${samen.kloktijd(sessie, begin)}–${samen.kloktijd(sessie, eind)}`;
    rij.querySelector(".sl-naam").textContent = activiteit.naam || "Onderdeel zonder naam";
    const nummers = activiteit.dient.map((id) => app.leerpad.leeruitkomsten.findIndex((uitkomst) => uitkomst.id === id) + 1).filter(Boolean);
    rij.querySelector(".sl-feiten").textContent = [
      samen.werkvormNaam(activiteit.werkvorm).toLowerCase(), samen.minuten(activiteit) + " min" + (pauze ? ` + ${pauze} pauze` : ""),
      nummers.length ? "leeruitkomst " + nummers.join(", ") : "nog voor geen leeruitkomst",
    ].join(" · ");
  }

  const greep = (deel) => maak("span", {class: "sl-greep", draggable: "true", "aria-hidden": "true", title: "Sleep " + deel.naam});

  function samenvatting(app, deel, open, f) {
    const wissel = () => {
      app.ui.open[open ? "delete" : "add"](deel._);
      app.teken();
    };
    return maak("button", {type: "button", class: "sl-open", "aria-expanded": String(open), "data-f": f, click: wissel},
      maak("span", {class: "sl-naam"}), " ", maak("small", {class: "sl-feiten"}));
  }

  function schuif(app, s, a, deel, f) {
    const {sessies} = app.leerpad, naam = deel.naam || "onderdeel " + (a + 1);
    const eerste = s === 0 && a === 0, laatste = s === sessies.length - 1 && a === sessies[s].activiteiten.length - 1;
    const stap = (richting) => {
      let plek = null;
      app.wijzig((leerpad) => { plek = samen.schuif(leerpad, s, a, richting); });
      if (plek) app.zeg(`‘${naam}’ staat nu in bijeenkomst ${plek[0] + 1} op plaats ${plek[1] + 1}.`);
    };
    const weg = () => {
      const rest = sessies[s].activiteiten, volgende = rest[a + 1] || rest[a - 1];
      app.wijzig((leerpad) => leerpad.sessies[s].activiteiten.splice(a, 1), {wat: `‘${naam}’ is weggehaald. Met Ongedaan komt het terug.`});
      app.focus(volgende ? "o" + volgende._ : "s" + sessies[s]._ + "-zoek");
    };
    return maak("span", {class: "sl-schuif"},
      knop("", () => stap(-1), {f: f + "-op", naam: naam + " omhoog", klasse: "sl-pijl op", uit: eerste}),
      knop("", () => stap(1), {f: f + "-neer", naam: naam + " omlaag", klasse: "sl-pijl neer", uit: laatste}),
      knop("×", weg, {f: f + "-weg", naam: "Haal weg: " + naam, klasse: "sl-pijl"}));
  }

  function formulier(app, s, a, deel, f) {
    const pad = `sessies.${s}.activiteiten.${a}.`, vormen = samen.gegevens().werkvormen, vorm = vormen[deel.werkvorm];
    const zet = (naam, waarde) => app.wijzig((leerpad) => { leerpad.sessies[s].activiteiten[a][naam] = waarde; });
    const werkvorm = samen.keuze("Werkvorm", deel.werkvorm, [["", "Kies"], ...Object.entries(vormen).map(([id, {naam}]) => [id, naam])],
      (id) => zet("werkvorm", id), {f: f + "-werkvorm"});
    const naar = samen.keuze("Staat in", String(s), app.leerpad.sessies.map((sessie, plaats) => [String(plaats), `${plaats + 1}. ${sessie.naam}`]), (doel) => {
      const plek = app.leerpad.sessies[doel].activiteiten.length;
      app.wijzig((leerpad) => samen.verplaats(leerpad, [s, a], [Number(doel), plek]), {wat: `‘${deel.naam}’ staat nu achteraan in bijeenkomst ${Number(doel) + 1}.`});
    }, {f: f + "-naar"});
    return maak("div", {class: "sl-formulier"},
      maak("div", {class: "sl-rij"}, veld(app, pad + "naam", "Naam", "kort", {f: f + "-naam", klasse: "breed"}), werkvorm, naar),
      vorm && vorm.goed_voor ? maak("p", {class: "toelichting"}, `${vorm.naam}: ${vorm.goed_voor}` + (vorm.duur ? ` Duurt meestal ${vorm.duur[0]} tot ${vorm.duur[1]} minuten.` : "")) : "",
      maak("div", {class: "sl-rij"}, ...[["uitleg", "Uitleg (min)"], ["oefenen", "Oefenen (min)"], ["pauze", "Pauze erna (min)"]].map(([sleutel, naam]) => veld(app, pad + sleutel, naam, "getal", {f: f + "-" + sleutel}))),
      veld(app, pad + "tekst", "Wat de deelnemers doen", "lang", {f: f + "-tekst"}),
      dient(app, deel, f, zet),
      items(app, deel, f, zet), koppelingen(app, pad, deel, f, zet),
      veld(app, pad + "materiaal", "Klaarleggen", "woorden", {f: f + "-materiaal", rijen: 2, uitleg: "Eén ding per regel."}),
      veld(app, pad + "opdracht.tekst", "Opdracht", "lang", {f: f + "-opdracht", rijen: 2}),
      maak("div", {class: "sl-rij"}, veld(app, pad + "opdracht.thuis", "Thuis (min)", "getal", {f: f + "-thuis", klasse: "getal"})),
      veld(app, pad + "opdracht.uitwerking", "Alleen voor de docent: uitwerking van de opdracht", "lang", {f: f + "-uitwerking", rijen: 2, klasse: "docent"}),
      veld(app, pad + "docent", "Alleen voor de docent: aanwijzing", "lang", {f: f + "-docent", rijen: 2, klasse: "docent"}));
  }

  function dient(app, deel, f, zet) {
    const {leeruitkomsten} = app.leerpad;
    if (!leeruitkomsten.length) return maak("p", {class: "toelichting"}, "Kies eerst een leeruitkomst, dan kun je zeggen waar dit onderdeel voor is.");
    return maak("fieldset", {class: "sl-dient"}, maak("legend", {}, "Waar het voor is"),
      maak("div", {class: "sl-vinken"}, leeruitkomsten.map((rij, plaats) => vink(`${plaats + 1}. ${samen.naamVan("competenties/" + rij.competentie)}`, deel.dient.includes(rij.id), (aan) => {
        zet("dient", leeruitkomsten.map(({id}) => id).filter((id) => (id === rij.id ? aan : deel.dient.includes(id))));
      }, f + "-dient-" + rij.id))));
  }

  function items(app, deel, f, zet) {
    const erbij = deel.items.map((item) => maak("li", {}, samen.naarItem(app, item), " ",
      knop("×", () => { zet("items", deel.items.filter((ander) => ander !== item)); app.focus(f + "-item-erbij"); }, {f: f + "-item-" + item, naam: "Haal van dit onderdeel af: " + samen.naamVan(item), klasse: "sl-pijl"})));
    return maak("div", {class: "sl-veld"}, maak("span", {class: "sl-label"}, "Uit het handboek"), maak("ul", {class: "sl-items"}, erbij),
      maak("p", {}, knop("Zoek er iets bij", () => app.zoekVoorOnderdeel(deel._), {f: f + "-item-erbij", naam: "Zoek iets uit het handboek bij " + (deel.naam || "dit onderdeel"), klasse: "sl-tekstknop"})));
  }

  /* Wat buiten het handboek nodig is: een video, een formulier. */
  function koppelingen(app, pad, deel, f, zet) {
    const rijen = deel.koppelingen.map(({naam}, n) => {
      const hier = `${pad}koppelingen.${n}.`, eigen = `${f}-elders-${n}-`;
      const weg = () => { zet("koppelingen", deel.koppelingen.filter((_, ander) => ander !== n)); app.focus(f + "-elders"); };
      return maak("div", {class: "sl-rij"}, veld(app, hier + "naam", "Naam", "kort", {f: eigen + "naam", klasse: "smal"}), veld(app, hier + "url", "Adres (https://…)", "kort", {f: eigen + "url"}),
        veld(app, hier + "waarom", "Waar je het voor nodig hebt", "kort", {f: eigen + "waarom"}), knop("×", weg, {f: eigen + "weg", naam: "Haal de koppeling weg: " + (naam || "zonder naam"), klasse: "sl-pijl"}));
    });
    const erbij = () => { zet("koppelingen", [...deel.koppelingen, {naam: "", url: "https://", waarom: ""}]); app.focus(`${f}-elders-${deel.koppelingen.length}-naam`); };
    return maak("div", {class: "sl-veld"}, maak("span", {class: "sl-label"}, "Buiten het handboek"), ...rijen, maak("p", {}, knop("Koppeling erbij", erbij, {f: f + "-elders", klasse: "sl-tekstknop"})));
  }

  /* --- Slepen: de greep pakt het onderdeel; boven of onder een ander laat je het los. ----------------------- */

  let gepakt = null;

  function sleep(app, rij, s, a) {
    const houvast = rij.querySelector(".sl-greep");
    houvast.addEventListener("dragstart", (gebeurtenis) => {
      gepakt = [s, a];
      gebeurtenis.dataTransfer.effectAllowed = "move";
      gebeurtenis.dataTransfer.setData("text/plain", rij.querySelector(".sl-naam").textContent);
      gebeurtenis.dataTransfer.setDragImage(rij, 10, 10);
    });
    houvast.addEventListener("dragend", () => { gepakt = null; merk(null); });
  }

  function merk(rij, onder) {
    for (const ander of document.querySelectorAll(".sl-boven,.sl-onder")) ander.classList.remove("sl-boven", "sl-onder");
    if (rij) rij.classList.add(onder ? "sl-onder" : "sl-boven");
  }

  function vangOp(app, vak) {
    const doel = (gebeurtenis) => {
      const rij = gepakt && gebeurtenis.target.closest("li[data-a]");
      if (!rij) return null;
      const maat = rij.getBoundingClientRect();
      return {rij, onder: !rij.classList.contains("sl-leeg") && gebeurtenis.clientY > maat.top + maat.height / 2};
    };
    vak.addEventListener("dragover", (gebeurtenis) => {
      const gevonden = doel(gebeurtenis);
      if (!gevonden) return;
      gebeurtenis.preventDefault();
      merk(gevonden.rij, gevonden.onder);
    });
    vak.addEventListener("drop", (gebeurtenis) => {
      const gevonden = doel(gebeurtenis);
      if (!gevonden) return;
      gebeurtenis.preventDefault();
      const van = gepakt, naar = Number(gevonden.rij.closest("ol").dataset.s), plek = Number(gevonden.rij.dataset.a) + (gevonden.onder ? 1 : 0);
      const eigen = van[0] === naar && van[1] < plek ? plek - 1 : plek;
      gepakt = null;
      merk(null);
      if (van[0] === naar && van[1] === eigen) return;
      app.wijzig((leerpad) => samen.verplaats(leerpad, van, [naar, eigen]), {wat: `Het onderdeel staat nu in bijeenkomst ${naar + 1} op plaats ${eigen + 1}.`});
    });
  }

  Object.assign(samen, {tekenOnderdeel, vangOp});
})();
