/* Het leerpad zelf: waar het over gaat, de leeruitkomsten, de bijeenkomsten met hun klok. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const {maak, knop, veld} = samen;
  const SPOREN = [["scholing", "Scholing"], ["reflectie", "Reflectie"], ["overig", "Overig"]];
  const NIVEAUS = [["basis", "basis"], ["gevorderd", "gevorderd"]];

  function tekenPlan(app) {
    return [gaatOver(app), uitkomsten(app), bijeenkomsten(app), samen.tekenToetsing(app)];
  }

  function uitklap(app, id, titel, kort, ...inhoud) {
    const blok = maak("details", {class: "wijd", open: app.ui.blokken.has(id)}, maak("summary", {"data-f": "blok-" + id}, titel, " ", kort), ...inhoud);
    blok.addEventListener("toggle", () => app.ui.blokken[blok.open ? "add" : "delete"](id));
    return blok;
  }

  function gaatOver(app) {
    const {rollen} = samen.gegevens();
    const rol = samen.keuze("Rol", app.leerpad.deelnemers.rol, [["", "Geen"], ...Object.entries(rollen).map(([id, [naam]]) => [id, naam])],
      (id) => app.wijzig((leerpad) => { leerpad.deelnemers.rol = id; }, {wat: "De dekking geldt nu voor een andere rol."}), {f: "rol"});
    const spoor = samen.keuze("Telt bij een beroepsregister als", app.leerpad.spoor, SPOREN, (id) => app.wijzig((leerpad) => { leerpad.spoor = id; }), {f: "spoor"});
    const groep = "deelnemers.groep.";
    return maak("section", {}, maak("h2", {id: "gaat-over"}, "Waar het over gaat"),
      veld(app, "naam", "Naam van het leerpad", "kort"),
      veld(app, "samenvatting", "In één of twee zinnen", "lang", {rijen: 2}),
      uitklap(app, "wie", "Voor wie en wat je vooraf weet", "",
        maak("div", {class: "sl-rij"}, rol, spoor),
        veld(app, "deelnemers.omschrijving", "Wie meedoen", "kort"), veld(app, "deelnemers.instapniveau", "Wat iemand al weet of kan", "kort"),
        maak("div", {class: "sl-rij"}, veld(app, groep + "minimaal", "Minstens (deelnemers)", "getal"), veld(app, groep + "maximaal", "Hoogstens (deelnemers)", "getal")),
        veld(app, "voorkennis", "Vooraf weten of doen", "regels", {uitleg: "Eén punt per regel. Leeg wordt ‘niet vermeld’."})));
  }

  /* --- Leeruitkomsten --------------------------------------------------------------------------------- */

  function uitkomsten(app) {
    const {competenties, rollen} = samen.gegevens(), vanRol = (rollen[app.leerpad.deelnemers.rol] || ["", []])[1];
    const rest = Object.keys(competenties).filter((id) => !vanRol.includes(id));
    const kies = samen.keuze("Nog een leeruitkomst, bij de competentie", app.ui.competentie, [["", "Kies"], ...[...vanRol, ...rest].map((id) => [id, samen.naamVan("competenties/" + id)])],
      (id) => { app.ui.competentie = id; }, {f: "uitkomst-erbij", klasse: "breed"});
    const erbij = knop("Voeg toe", () => (app.ui.competentie ? app.voegUitkomstToe(app.ui.competentie) : kies.querySelector("select").focus()), {f: "uitkomst-voeg-toe", naam: "Voeg de leeruitkomst toe"});
    return maak("section", {}, maak("h2", {id: "uitkomsten"}, "Wat deelnemers daarna kunnen"),
      maak("ol", {class: "sl-uitkomsten"}, app.leerpad.leeruitkomsten.map((rij, plaats) => uitkomst(app, rij, plaats))),
      maak("div", {class: "sl-erbij"}, maak("div", {class: "sl-rij"}, kies, maak("p", {class: "sl-knoppen"}, erbij)), maak("p", {class: "toelichting"}, vanRol.length ? "De competenties van de rol staan bovenaan." : "Kies een competentie; dat wordt een leeruitkomst.")));
  }

  function uitkomst(app, rij, plaats) {
    const pad = "leeruitkomsten." + plaats + ".", f = "u-" + rij.id, naam = samen.naamVan("competenties/" + rij.competentie);
    const weg = () => {
      app.wijzig((leerpad) => {
        leerpad.leeruitkomsten.splice(plaats, 1);
        for (const {activiteiten} of leerpad.sessies) for (const deel of activiteiten) deel.dient = deel.dient.filter((id) => id !== rij.id);
        const {rubriek} = leerpad.toetsing;
        const blijft = Array.isArray(rubriek) ? rubriek.filter((regel) => regel.uitkomst !== rij.id) : [];
        leerpad.toetsing.rubriek = blijft.length ? blijft : "niet vermeld";
      }, {wat: `Leeruitkomst ‘${naam}’ weggehaald.`});
      app.focus("uitkomst-erbij");
    };
    return maak("li", {}, maak("div", {class: "sl-kop"}, maak("b", {}, samen.naarItem(app, "competenties/" + rij.competentie)), " ",
      knop("Haal weg", weg, {f: f + "-weg", naam: "Haal leeruitkomst weg: " + naam, klasse: "sl-tekstknop"})),
      maak("div", {class: "sl-rij"},
        veld(app, pad + "werkwoord", "Werkwoord", "kort", {f: f + "-werkwoord", klasse: "smal"}),
        samen.keuze("Niveau", rij.niveau, NIVEAUS, (niveau) => app.wijzig((leerpad) => { leerpad.leeruitkomsten[plaats].niveau = niveau; }), {f: f + "-niveau", klasse: "smal"}),
        veld(app, pad + "tekst", "Wat de deelnemer doet", "lang", {f: f + "-tekst", rijen: 2, klasse: "breed"})));
  }

  /* --- Bijeenkomsten ------------------------------------------------------------------------------------ */

  function bijeenkomsten(app) {
    const totaal = maak("p", {class: "toelichting sl-totaal"});
    app.levend(() => { totaal.textContent = samen.omvang(app.leerpad); });
    const erbij = () => {
      const laatste = app.leerpad.sessies.at(-1), nieuw = samen.sessie({naam: "Bijeenkomst " + (app.leerpad.sessies.length + 1), duur: laatste ? laatste.duur : 210});
      app.wijzig((leerpad) => { leerpad.sessies.push(nieuw); }, {wat: "Bijeenkomst toegevoegd."});
      app.focus("s" + nieuw._ + "-naam");
    };
    return maak("section", {}, maak("h2", {id: "bijeenkomsten"}, "De bijeenkomsten"), totaal,
      ...app.leerpad.sessies.map((sessie, s) => bijeenkomst(app, sessie, s)),
      maak("p", {}, knop("Bijeenkomst erbij", erbij, {f: "sessie-erbij"})));
  }

  function bijeenkomst(app, sessie, s) {
    const pad = "sessies." + s + ".", f = "s" + sessie._, wie = "bijeenkomst " + (s + 1), {sessies} = app.leerpad;
    const klok = maak("p", {class: "sl-klok"});
    app.levend(() => {
      const nu = app.leerpad.sessies[s], gepland = samen.gepland(nu), over = (nu.duur || 0) - gepland;
      klok.textContent = `${gepland} van ${nu.duur || "?"} minuten gepland, ` + (over < 0 ? `${-over} te veel` : over ? `${over} over` : "precies vol");
      klok.classList.toggle("te-veel", over < 0);
    });
    const verschuif = (stap) => {
      app.wijzig((leerpad) => leerpad.sessies.splice(s + stap, 0, ...leerpad.sessies.splice(s, 1)), {wat: `‘${sessie.naam}’ is nu bijeenkomst ${s + stap + 1}.`});
    };
    const weg = () => {
      app.wijzig((leerpad) => leerpad.sessies.splice(s, 1), {wat: `‘${sessie.naam}’ is weggehaald. Met Ongedaan komt de bijeenkomst terug.`});
      app.focus("sessie-erbij");
    };
    const leeg = () => {
      const nieuw = samen.activiteit({werkvorm: "gesprek", oefenen: 20});
      app.ui.open.add(nieuw._);
      app.wijzig((leerpad) => { leerpad.sessies[s].activiteiten.push(nieuw); }, {wat: "Leeg onderdeel toegevoegd aan " + wie + "."});
      app.focus("o" + nieuw._ + "-naam");
    };
    const lijst = maak("ol", {class: "sl-onderdelen", "data-s": s}, sessie.activiteiten.map((_, a) => samen.tekenOnderdeel(app, s, a)),
      sessie.activiteiten.length ? "" : maak("li", {class: "sl-leeg", "data-a": 0}, "Nog geen onderdeel. Zoek er een, of sleep er een hierheen."));
    return maak("section", {class: "sl-bijeenkomst", "aria-label": "Bijeenkomst " + (s + 1)},
      maak("div", {class: "sl-kop"}, maak("h3", {}, "Bijeenkomst " + (s + 1)), klok,
        maak("span", {class: "sl-schuif"},
          knop("", () => verschuif(-1), {f: f + "-op", naam: wie + " naar voren", klasse: "sl-pijl op", uit: s === 0}),
          knop("", () => verschuif(1), {f: f + "-neer", naam: wie + " naar achteren", klasse: "sl-pijl neer", uit: s === sessies.length - 1}),
          knop("Haal weg", weg, {f: f + "-weg", naam: "Haal " + wie + " weg", klasse: "sl-tekstknop"}))),
      maak("div", {class: "sl-rij"}, veld(app, pad + "naam", "Naam", "kort", {f: f + "-naam", klasse: "breed"}),
        veld(app, pad + "duur", "Minuten", "getal", {f: f + "-duur"}), veld(app, pad + "datum", "Dag", "dag", {f: f + "-datum"}), veld(app, pad + "van", "Begint om", "tijd", {f: f + "-van"})),
      lijst,
      maak("p", {class: "sl-knoppen"},
        knop("Zoek een onderdeel", () => app.zoekVoor(sessie._), {f: f + "-zoek", naam: "Zoek een onderdeel voor " + wie, klasse: "keuze gekozen"}),
        knop("Leeg onderdeel", leeg, {f: f + "-leeg", naam: "Leeg onderdeel in " + wie})),
      uitklap(app, f, "Alleen voor de docent: vooraf regelen", "", veld(app, pad + "docent", "Wat de docent vooraf regelt", "lang", {f: f + "-docent", rijen: 2, klasse: "docent"})));
  }

  Object.assign(samen, {tekenPlan, uitklap});
})();
