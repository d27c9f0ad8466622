/* Het beginscherm: waar je mee begint, en de concepten die op dit apparaat staan. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const {maak, knop, vink} = samen;
  const AANTAL = 6, DUUR = 210, MEEST = 30;

  function tekenBegin(app) {
    const keus = {rol: "", competenties: new Set(), verschuivingen: [], aantal: AANTAL, duur: DUUR, ...app.ui.begin};
    app.ui.begin = keus;
    return [concepten(app), vanuitRol(app, keus), vanuitLeerpad(app), vanuitBestand(app)];
  }

  const wanneer = (tijd) => (tijd ? new Date(tijd).toLocaleString("nl-NL", {dateStyle: "medium", timeStyle: "short"}) : "");

  function concepten(app) {
    const alle = samen.opslag.alle();
    if (!alle.length) return "";
    const rij = (concept) => {
      const naam = concept.fout ? "Onleesbaar concept" : concept.leerpad.naam || "Leerpad zonder naam";
      return maak("li", {},
        maak("div", {}, maak("b", {}, naam), " ",
          maak("small", {}, concept.fout ? "Niet te lezen: " + concept.fout : `${samen.omvang(concept.leerpad)} · gewijzigd ${wanneer(concept.gewijzigd)}`)),
        maak("p", {class: "sl-knoppen"},
          concept.fout ? "" : knop("Ga verder", () => app.open(concept.id), {f: "verder-" + concept.id, naam: "Ga verder met " + naam, klasse: "keuze gekozen"}),
          concept.fout ? "" : knop("Kopie", () => app.nieuw({...concept.leerpad, naam: (naam + ", kopie").slice(0, 200)}), {f: "kopie-" + concept.id, naam: "Maak een kopie van " + naam}),
          knop("Haal weg", () => app.haalWeg(concept.id, naam), {f: "weg-" + concept.id, naam: "Haal weg: " + naam})));
    };
    return maak("section", {}, maak("h2", {id: "concepten"}, "Ga verder"), maak("ul", {class: "sl-concepten"}, alle.map(rij)),
      maak("p", {class: "toelichting"}, samen.opslag.kwijt() ? "Deze browser bewaart niets: dit is weg als je de bladzijde sluit. Ga verder en bewaar het als bestand."
        : "Concepten staan alleen in deze browser op dit apparaat. Bewaar een concept ook als bestand als het niet weg mag raken."));
  }

  function vanuitRol(app, keus) {
    const {rollen} = samen.gegevens(), vak = maak("div", {class: "sl-vinken", role: "group", "aria-labelledby": "sl-competenties"});
    const rol = samen.keuze("Rol", keus.rol, [["", "Geen: kies zelf competenties"], ...Object.entries(rollen).map(([id, [naam]]) => [id, naam])],
      (id) => { keus.rol = id; keus.competenties.clear(); vul(); }, {f: "begin-rol"});
    const uitleg = maak("p", {class: "toelichting", role: "status"});
    function tel() {
      uitleg.textContent = `${keus.competenties.size} gekozen. Elke gekozen competentie wordt een leeruitkomst; je kunt er later bij kiezen.`;
    }
    function vul() {
      const ids = keus.rol ? rollen[keus.rol][1] : Object.keys(samen.gegevens().competenties);
      vak.replaceChildren(...ids.map((id) => vink(samen.naamVan("competenties/" + id), keus.competenties.has(id), (aan) => {
        keus.competenties[aan ? "add" : "delete"](id);
        tel();
      }, "begin-c-" + id)));
      tel();
    }
    vul();
    const getal = (naam, sleutel, meest) => {
      const id = "sl-begin-" + sleutel, in_ = maak("input", {id, type: "number", min: 1, max: meest, value: keus[sleutel], "data-f": id, autocomplete: "off"});
      in_.addEventListener("input", () => { keus[sleutel] = Math.min(meest, samen.getal(in_.value) || 1); });
      return maak("div", {class: "sl-veld getal"}, maak("label", {for: id}, naam), in_);
    };
    return maak("section", {class: "sl-vanuit"}, maak("h2", {id: "nieuw"}, "Begin met een rol of met competenties"),
      maak("div", {class: "sl-rij"}, rol, getal("Bijeenkomsten", "aantal", MEEST), getal("Minuten per bijeenkomst", "duur", 1440)),
      maak("h3", {id: "sl-competenties"}, "Wat moeten deelnemers daarna kunnen?"), vak, uitleg, beginMet(app, keus),
      maak("p", {}, knop("Begin", () => app.nieuw(samen.begin({...keus, competenties: [...keus.competenties]})), {f: "begin", klasse: "sl-doe"})));
  }

  /* Verschuivingen uit de zelfscan of de overstap: de eerste bijeenkomst begint ermee. */
  function beginMet(app, keus) {
    if (!keus.verschuivingen.length) return "";
    const alle = [...keus.verschuivingen];
    return maak("div", {}, maak("h3", {id: "sl-verschuivingen"}, "Verschuivingen waar je mee kwam"),
      maak("div", {class: "sl-vinken", role: "group", "aria-labelledby": "sl-verschuivingen"}, alle.map((id) => vink(samen.naamVan("verschuivingen/" + id), true, (aan) => {
        keus.verschuivingen = alle.filter((ander) => (ander === id ? aan : keus.verschuivingen.includes(ander)));
      }, "begin-v-" + id))), maak("p", {class: "toelichting"}, "Elke verschuiving wordt een onderdeel van de eerste bijeenkomst."));
  }

  function vanuitLeerpad(app) {
    return maak("section", {}, maak("h2", {id: "kopie"}, "Begin met een leerpad dat er al is"),
      maak("ul", {class: "sl-concepten"}, Object.entries(samen.gegevens().leerpaden).map(([id, naam]) => maak("li", {},
        maak("div", {}, samen.naarItem(app, "leerpaden/" + id)),
        maak("p", {class: "sl-knoppen"}, knop("Begin met een kopie", () => app.kopieer(id), {f: "leerpad-" + id, naam: "Begin met een kopie van " + naam}))))));
  }

  function vanuitBestand(app) {
    const kies = maak("input", {type: "file", accept: ".json,application/json", hidden: true, "aria-label": "Bestand van een leerpad"});
    kies.addEventListener("change", async () => {
      const [bestand] = kies.files;
      kies.value = "";
      if (bestand) await app.leesBestand(bestand);
    });
    return maak("section", {}, maak("h2", {id: "bestand"}, "Open een bestand"),
      maak("p", {}, knop("Kies een bestand", () => kies.click(), {f: "kies-bestand"}), kies),
      maak("p", {class: "toelichting"}, "Een leerpad dat iemand hier bewaarde als bestand (.json)."));
  }

  Object.assign(samen, {tekenBegin});
})();
