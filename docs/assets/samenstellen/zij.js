/* Wat nog open is met wat het zou vullen, en de dekking als tabel. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const {maak, knop} = samen;
  const STAAT = {gedekt: "gedekt", geraakt: "alleen zijdelings", gat: "niet"};
  const naamVanRij = (app, {soort, id}) => {
    if (soort !== "uitkomsten") return samen.naamVan(soort + "/" + id);
    const rij = app.leerpad.leeruitkomsten.find((uitkomst) => uitkomst.id === id);
    return `${rij.werkwoord || "leeruitkomst"}: ${samen.naamVan("competenties/" + rij.competentie)}`;
  };

  /* --- Wat nog open is ------------------------------------------------------------------------------------- */

  function tekenOpen(app) {
    const vak = maak("section", {class: "sl-gaten"});
    app.levend(() => {
      const dekking = app.dekking(), open = [...dekking.uitkomsten, ...dekking.competenties, ...dekking.verschuivingen].filter((rij) => rij.gevraagd && rij.staat !== "gedekt");
      const tel = (soort) => { const alle = dekking[soort].filter(({gevraagd}) => gevraagd); return [alle.filter(({staat}) => staat === "gedekt").length, alle.length]; };
      const regels = [["uitkomsten", "leeruitkomsten"], ["competenties", "competenties"], ["verschuivingen", "verschuivingen van de rol"]]
        .map(([soort, naam]) => [naam, ...tel(soort)]).filter(([, , alle]) => alle);
      vak.replaceChildren(maak("h2", {id: "open"}, "Wat nog open is"),
        maak("ul", {class: "sl-telling"}, regels.map(([naam, gedekt, alle]) => maak("li", {}, maak("b", {}, `${gedekt} van ${alle}`), ` ${naam} gedekt`))),
        open.length ? maak("ul", {class: "sl-open-lijst"}, open.map((rij) => gat(app, rij, dekking))) : maak("p", {}, regels.length ? "Niets: alles wat gevraagd is, komt in een onderdeel aan bod." : "Kies een rol of een leeruitkomst, dan zie je hier wat nog open is."));
    });
    return vak;
  }

  function gat(app, rij, dekking) {
    const adres = rij.soort + "/" + rij.id, voorstellen = dekking.voorstellen.filter(({voor}) => voor === adres);
    const blok = maak("details", {open: app.ui.gaten.has(adres)}, maak("summary", {"data-f": "gat-" + adres}, naamVanRij(app, rij), " ", maak("small", {}, STAAT[rij.staat] + (voorstellen.length ? ` · ${voorstellen.length} ${voorstellen.length === 1 ? "voorstel" : "voorstellen"}` : ""))));
    const vul = () => {
      if (!blok.open || blok.querySelector(".sl-vult")) return;
      blok.append(maak("div", {class: "sl-vult"}, vulling(app, rij, voorstellen)));
    };
    blok.addEventListener("toggle", () => { app.ui.gaten[blok.open ? "add" : "delete"](adres); vul(); });
    vul();
    return maak("li", {}, blok);
  }

  function vulling(app, {soort, id}, voorstellen) {
    const alUitkomst = app.leerpad.leeruitkomsten.some(({competentie}) => competentie === id);
    return [
      soort === "uitkomsten" ? maak("p", {class: "toelichting"}, "Zet bij een onderdeel een vinkje bij deze leeruitkomst.") : "",
      maak("ul", {}, voorstellen.map(({item, reden}) => maak("li", {}, maak("div", {}, samen.naarItem(app, item), " ", maak("small", {}, reden)),
        knop("Voeg toe", () => app.voegToe(item), {f: "vult-" + soort + "-" + id + "-" + item, naam: "Voeg toe: " + samen.naamVan(item)})))),
      soort === "competenties" && !alUitkomst ? maak("p", {}, knop("Maak er een leeruitkomst van", () => app.voegUitkomstToe(id), {f: "uitkomst-" + id, naam: "Maak een leeruitkomst van " + samen.naamVan("competenties/" + id), klasse: "sl-tekstknop"})) : "",
    ];
  }

  /* --- De dekking als tabel, zoals op de bladzijde van een leerpad --------------------------------------------- */

  function tekenDekking(app) {
    const vak = maak("div", {});
    app.levend(() => {
      const dekking = app.dekking(), rol = samen.gegevens().rollen[dekking.rol], {sessies} = app.leerpad;
      const blokken = [["uitkomsten", "Leeruitkomsten"], ["competenties", "Competenties van " + (rol ? `de rol ${rol[0]} en van ` : "") + "de leeruitkomsten"], ["verschuivingen", rol ? "Verschuivingen van de rol " + rol[0] : ""]]
        .map(([soort, titel]) => [titel, dekking[soort].filter(({gevraagd}) => gevraagd)]).filter(([, rijen]) => rijen.length);
      const koppen = maak("tr", {}, maak("th", {scope: "col"}, maak("span", {class: "onzichtbaar"}, "Wat")), sessies.map((_, s) => maak("th", {scope: "col"}, maak("span", {class: "onzichtbaar"}, "bijeenkomst "), String(s + 1))), maak("th", {scope: "col", class: "som"}, "samen"));
      const tabel = maak("table", {class: "dekking"}, maak("thead", {}, koppen), blokken.map(([titel, rijen]) => maak("tbody", {},
        maak("tr", {class: "blok"}, maak("th", {colspan: sessies.length + 2, scope: "rowgroup"}, titel)), rijen.map((rij) => dekkingsrij(app, rij)))));
      tabel.style.setProperty("--sessies", sessies.length);
      const dubbel = [...dekking.competenties, ...dekking.verschuivingen].filter((rij) => rij.sessies.length > 1);
      vak.replaceChildren(blokken.length ? tabel : maak("p", {}, "Er is nog niets gevraagd."),
        dubbel.length ? maak("p", {class: "toelichting los"}, "In meer dan één bijeenkomst: " + dubbel.map((rij) => `${naamVanRij(app, rij)} (${rij.sessies.join(", ")})`).join("; ") + ".") : "");
    });
    return maak("section", {}, maak("h2", {id: "dekking"}, "Wat het dekt"),
      maak("ul", {class: "legenda"}, maak("li", {}, "een getal: minuten van onderdelen die hieraan werken"),
        maak("li", {}, maak("span", {class: "voorbeeldcel raakt"}), " zijdelings"), maak("li", {}, "– niet in deze bijeenkomst")),
      maak("p", {class: "toelichting"}, "Een onderdeel telt in elke regel mee die het dient, dus tel regels niet op."), vak);
  }

  function dekkingsrij(app, rij) {
    const cel = (_, s) => {
      const gevonden = rij.cellen.find(({sessie}) => sessie === s + 1);
      if (!gevonden) return maak("td", {class: "leeg"}, maak("span", {"aria-hidden": "true"}, "–"), maak("span", {class: "onzichtbaar"}, "niet"));
      const dekt = rij.sessies.includes(s + 1);
      return maak("td", {}, maak("span", {class: dekt ? "dekt" : "raakt"}, dekt ? String(gevonden.minuten) : "", maak("span", {class: "onzichtbaar"}, dekt ? " minuten" : "zijdelings")));
    };
    return maak("tr", {class: rij.staat === "gedekt" ? null : "open"}, maak("th", {scope: "row"}, naamVanRij(app, rij)), app.leerpad.sessies.map(cel),
      maak("td", {class: "som"}, rij.minuten ? rij.minuten + " min" : rij.staat === "gedekt" ? "0 min" : maak("b", {}, "open")));
  }

  Object.assign(samen, {tekenOpen, tekenDekking});
})();
