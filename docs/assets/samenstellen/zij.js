/* Naast het leerpad: zoeken en toevoegen, wat nog open is met wat het zou vullen, en de dekking als tabel. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const {maak, knop} = samen;
  const MEEST = 12;
  const STAAT = {gedekt: "gedekt", geraakt: "alleen zijdelings", gat: "niet"};
  const naamVanRij = (app, {soort, id}) => {
    if (soort !== "uitkomsten") return samen.naamVan(soort + "/" + id);
    const rij = app.leerpad.leeruitkomsten.find((uitkomst) => uitkomst.id === id);
    return `${rij.werkwoord || "leeruitkomst"}: ${samen.naamVan("competenties/" + rij.competentie)}`;
  };

  const vouw = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /* Items waar alle woorden in staan; waar ze in de naam staan eerst, verder in de volgorde van soort en naam. */
  function zoek(tekst, soort) {
    const woorden = vouw(tekst).split(/\s+/).filter(Boolean);
    const gevonden = samen.gegevens().items.filter(([item, , , , alles]) =>
      (!soort || item.startsWith(soort + "/")) && woorden.every((woord) => alles.includes(woord)));
    const inNaam = ([, naam]) => woorden.every((woord) => vouw(naam).includes(woord));
    return [...gevonden.filter(inNaam), ...gevonden.filter((rij) => !inNaam(rij))];
  }

  function gebruiktIn(app) {
    const waar = new Map();
    app.leerpad.sessies.forEach(({activiteiten}, s) => activiteiten.forEach(({items}) => items.forEach((item) => waar.set(item, [...(waar.get(item) || []), s + 1]))));
    return waar;
  }

  /* --- Zoeken ------------------------------------------------------------------------------------------- */

  function tekenZoek(app) {
    const {soorten, items} = samen.gegevens(), {ui} = app;
    const mappen = Object.keys(soorten).filter((map) => items.some(([item]) => item.startsWith(map + "/")));
    const id = "sl-zoek", in_ = maak("input", {id, type: "search", "data-f": "zoek", autocomplete: "off", spellcheck: "false"});
    in_.value = ui.zoek;
    const lijst = maak("ul", {class: "sl-gevonden"}), telling = maak("p", {class: "toelichting", role: "status"});
    const soort = samen.keuze("Soort", ui.soort, [["", "Alle soorten"], ...mappen.map((map) => [map, soorten[map][1]])], (map) => { ui.soort = map; toon(); }, {f: "zoek-soort"});
    const doel = samen.keuze("Voeg toe aan", ui.onderdeel ? "onderdeel" : String(app.doel()), [
      ...(ui.onderdeel ? [["onderdeel", "‘" + app.onderdeelNaam() + "’"]] : []), ...app.leerpad.sessies.map((sessie, s) => [String(s), `${s + 1}. ${sessie.naam}`]),
    ], (waarde) => { ui.onderdeel = waarde === "onderdeel" ? ui.onderdeel : 0; if (waarde !== "onderdeel") ui.doel = app.leerpad.sessies[waarde]._; }, {f: "zoek-doel"});

    function toon() {
      const gevonden = zoek(ui.zoek, ui.soort), waar = gebruiktIn(app), leeg = !ui.zoek.trim() && !ui.soort;
      lijst.replaceChildren(...(leeg ? [] : gevonden.slice(0, ui.meer ? undefined : MEEST).map((rij) => gevondenRij(app, rij, waar))));
      telling.textContent = leeg ? "Typ een woord of kies een soort." : gevonden.length === 1 ? "1 gevonden." : gevonden.length + " gevonden.";
      meer.hidden = leeg || ui.meer || gevonden.length <= MEEST;
      meer.textContent = `Toon alle ${gevonden.length}`;
    }
    const meer = knop("Toon alle", () => { ui.meer = true; toon(); }, {f: "zoek-meer", klasse: "sl-tekstknop"});
    in_.addEventListener("input", () => { ui.zoek = in_.value; ui.meer = false; toon(); });
    in_.addEventListener("keydown", (gebeurtenis) => {
      const eerste = lijst.querySelector("button");
      if ((gebeurtenis.key === "Enter" || gebeurtenis.key === "ArrowDown") && eerste) { gebeurtenis.preventDefault(); eerste.focus(); }
    });
    toon();
    return maak("section", {class: "sl-zoek"}, maak("h2", {id: "zoeken"}, "Zoek en voeg toe"),
      maak("div", {class: "sl-veld"}, maak("label", {for: id}, "Een woord uit het handboek"), in_), maak("div", {class: "sl-rij"}, soort, doel), telling, lijst, maak("p", {}, meer));
  }

  function gevondenRij(app, [item, naam, kern], waar) {
    const soort = samen.gegevens().soorten[item.split("/")[0]][0], al = waar.get(item);
    return maak("li", {}, maak("div", {}, samen.naarItem(app, item), " ", maak("small", {}, soort + (al ? ` · staat in bijeenkomst ${samen.uniek(al).join(", ")}` : "")), maak("span", {class: "sl-kern"}, kern)),
      knop("Voeg toe", () => app.voegToe(item), {f: "zoek-" + item, naam: "Voeg toe: " + naam}));
  }

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
      maak("p", {class: "toelichting"}, "Een getal: minuten van onderdelen die hieraan werken. ", maak("span", {class: "voorbeeldcel raakt"}), " alleen zijdelings. – niet in deze bijeenkomst. Een onderdeel telt in elke regel mee die het dient, dus tel regels niet op."), vak);
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

  Object.assign(samen, {tekenZoek, tekenOpen, tekenDekking});
})();
