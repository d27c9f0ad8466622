/* Hoe je ziet of het gelukt is: wat deelnemers laten zien, en per leeruitkomst waar je op let, met wat je op elk niveau ziet. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const {maak, knop, veld} = samen;
  const NIVEAUS = [["nog_niet", "Nog niet: wat je ziet"], ["gehaald", "Gehaald: wat je ziet"], ["overtuigend", "Overtuigend: wat je ziet"]];

  function tekenToetsing(app) {
    return maak("section", {}, maak("h2", {id: "toetsing"}, "Hoe je ziet of het gelukt is"),
      veld(app, "toetsing.wijze", "Wat deelnemers laten zien, en aan wie", "regels", {uitleg: "Eén punt per regel. Leeg wordt ‘niet vermeld’."}),
      samen.uitklap(app, "rubriek", "Waar je op let, per leeruitkomst", "", app.leerpad.leeruitkomsten.map((rij, plaats) => criteria(app, rij, plaats))),
      veld(app, "toetsing.docent", "Alleen voor de docent: beoordelen", "lang", {rijen: 2, klasse: "docent"}));
  }

  const alle = (leerpad) => (Array.isArray(leerpad.toetsing.rubriek) ? leerpad.toetsing.rubriek : []);

  function criteria(app, {id, competentie}, plaats) {
    const naam = samen.naamVan("competenties/" + competentie);
    const erbij = () => {
      app.wijzig((leerpad) => { leerpad.toetsing.rubriek = [...alle(leerpad), {uitkomst: id, criterium: "", nog_niet: "", gehaald: "", overtuigend: ""}]; });
      app.focus(`toetsing.rubriek.${alle(app.leerpad).length - 1}.criterium`);
    };
    const rijen = alle(app.leerpad).map((rij, n) => [rij, n]).filter(([rij]) => rij.uitkomst === id);
    return maak("div", {}, maak("h3", {}, `${plaats + 1}. ${naam}`), rijen.map(([rij, n]) => criterium(app, rij, n)),
      maak("p", {}, knop("Criterium erbij", erbij, {f: "criterium-" + id, naam: "Criterium erbij voor " + naam, klasse: "sl-tekstknop"})));
  }

  function criterium(app, rij, n) {
    const pad = `toetsing.rubriek.${n}.`;
    const weg = () => {
      app.wijzig((leerpad) => {
        const blijft = alle(leerpad).filter((_, ander) => ander !== n);
        leerpad.toetsing.rubriek = blijft.length ? blijft : "niet vermeld";
      }, {wat: "Het criterium is weggehaald."});
      app.focus("criterium-" + rij.uitkomst);
    };
    return maak("div", {class: "sl-criterium"},
      maak("div", {class: "sl-rij"}, veld(app, pad + "criterium", "Waar je op let", "kort", {klasse: "breed"}), knop("×", weg, {f: pad + "weg", naam: "Haal het criterium weg: " + (rij.criterium || "zonder naam"), klasse: "sl-pijl"})),
      maak("div", {class: "sl-rij"}, NIVEAUS.map(([sleutel, naam]) => veld(app, pad + sleutel, naam, "lang", {rijen: 2}))));
  }

  Object.assign(samen, {tekenToetsing});
})();
