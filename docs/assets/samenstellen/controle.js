/* Wat een leerpad nog mist voordat `handboek check` het aanneemt, in dezelfde woorden als de bladzijde; elk punt wijst naar het veld. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const KORT = 200, LANG = 4000;
  const WEBADRES = /^https:\/\/[^\s/<>"'`\\]+\.[^\s<>"'`\\]+$/;
  const leeg = (tekst) => !samen.tekstVan(tekst).trim();

  function* algemeen({naam, samenvatting, deelnemers, leeruitkomsten}) {
    if (leeg(naam)) yield ["naam", "Geef het leerpad een naam"];
    if (leeg(samenvatting)) yield ["samenvatting", "Zeg in één of twee zinnen waar het om gaat"];
    if (leeg(deelnemers.omschrijving)) yield ["deelnemers.omschrijving", "Zeg voor wie het is"];
    if (leeg(deelnemers.instapniveau)) yield ["deelnemers.instapniveau", "Zeg wat iemand al weet of kan"];
    const {minimaal, maximaal} = deelnemers.groep;
    if (!minimaal) yield ["deelnemers.groep.minimaal", "Zeg met hoeveel mensen het minstens is"];
    if (!maximaal) yield ["deelnemers.groep.maximaal", "Zeg met hoeveel mensen het hoogstens is"];
    if (minimaal > maximaal) yield ["deelnemers.groep.minimaal", "De kleinste groep is groter dan de grootste"];
    if (!leeruitkomsten.length) yield ["uitkomst-erbij", "Kies minstens één leeruitkomst"];
  }

  function* uitkomsten({leeruitkomsten, sessies}) {
    const gediend = new Set(sessies.flatMap(({activiteiten}) => activiteiten.flatMap(({dient}) => dient)));
    for (const [plaats, rij] of leeruitkomsten.entries()) {
      const pad = "leeruitkomsten." + plaats + ".", naam = samen.naamVan("competenties/" + rij.competentie);
      if (leeg(rij.werkwoord)) yield [pad + "werkwoord", `Geef leeruitkomst ${plaats + 1} (${naam}) een werkwoord`];
      if (leeg(rij.tekst)) yield [pad + "tekst", `Schrijf bij leeruitkomst ${plaats + 1} (${naam}) wat iemand dan doet`];
      if (!gediend.has(rij.id)) yield [pad + "tekst", `Geen onderdeel werkt aan leeruitkomst ${plaats + 1} (${naam})`];
    }
  }

  function* bijeenkomst(leerpad, sessie, s) {
    const pad = "sessies." + s + ".", wie = "Bijeenkomst " + (s + 1);
    if (leeg(sessie.naam)) yield [pad + "naam", wie + " heeft geen naam"];
    if (!sessie.duur) yield [pad + "duur", wie + " heeft geen duur"];
    if (!sessie.activiteiten.length) yield [pad + "naam", wie + " heeft nog geen onderdeel"];
    const gepland = samen.gepland(sessie);
    if (sessie.duur && gepland > sessie.duur) yield [pad + "duur", `${wie}: ${gepland} minuten gepland, er zijn er ${sessie.duur}`];
    const eerder = leerpad.sessies.slice(0, s).reverse().find(({datum}) => datum);
    if (sessie.datum && eerder && (sessie.datum < eerder.datum || (sessie.datum === eerder.datum && sessie.van && eerder.van && sessie.van <= eerder.van))) {
      yield [pad + "datum", wie + " is niet later dan die ervoor"];
    }
    for (const [a, deel] of sessie.activiteiten.entries()) yield* onderdeel(leerpad, deel, pad + "activiteiten." + a + ".", wie + ", " + (deel.naam || "onderdeel " + (a + 1)));
  }

  function* onderdeel(leerpad, deel, pad, wie) {
    if (leeg(deel.naam)) yield [pad + "naam", wie + ": geef het een naam"];
    if (!samen.gegevens().werkvormen[deel.werkvorm]) yield [pad + "werkvorm", wie + ": kies een werkvorm"];
    if (leeg(deel.tekst)) yield [pad + "tekst", wie + ": schrijf wat de deelnemers doen"];
    if (!deel.dient.length) yield [pad + "dient", wie + ": kies waar het voor is (een leeruitkomst)"];
    for (const [n, {naam, url, waarom}] of deel.koppelingen.entries()) {
      if (leeg(naam) || leeg(waarom)) yield [`${pad}koppelingen.${n}.${leeg(naam) ? "naam" : "waarom"}`, wie + ": zeg hoe de koppeling heet en waar je haar voor nodig hebt"];
      if (!WEBADRES.test(url || "")) yield [`${pad}koppelingen.${n}.url`, wie + ": een koppeling begint met https://"];
    }
    const {tekst, uitwerking, thuis} = deel.opdracht;
    if (leeg(tekst) && (uitwerking || thuis)) yield [pad + "opdracht.tekst", wie + ": schrijf de opdracht zelf ook op"];
    const weg = deel.items.filter((item) => !samen.gegevens().namen.has(item));
    if (weg.length) yield [pad + "naam", `${wie}: ${weg.join(", ")} staat niet (meer) in het handboek`];
  }

  function* toetsing({toetsing: {rubriek}}) {
    for (const [n, rij] of (Array.isArray(rubriek) ? rubriek : []).entries()) {
      for (const naam of ["criterium", "nog_niet", "gehaald", "overtuigend"]) if (leeg(rij[naam])) yield [`toetsing.rubriek.${n}.${naam}`, `Criterium ${n + 1} (${rij.criterium || "zonder naam"}): vul ‘${naam.replace("_", " ")}’ in`];
    }
  }

  /* Korte velden hebben een grens die het scherm al stelt; hier vallen ze op als ze van buiten komen. */
  function* lengte(waarde, pad) {
    if (typeof waarde === "string") {
      const grens = /(^|\.)(tekst|docent|uitwerking|samenvatting|nog_niet|gehaald|overtuigend|wijze|voorkennis|toelichting)(\.|$)/.test(pad) ? LANG : KORT;
      if (waarde.length > grens) yield [pad, `Te lang: ${waarde.length} tekens, er passen er ${grens}`];
    } else if (waarde && typeof waarde === "object") {
      for (const [naam, deel] of Object.entries(waarde)) yield* lengte(deel, pad ? pad + "." + naam : naam);
    }
  }

  /* Elk punt als {pad, tekst}, in de volgorde van het formulier. */
  samen.controle = (leerpad) => [
    ...algemeen(leerpad), ...uitkomsten(leerpad),
    ...leerpad.sessies.flatMap((sessie, s) => [...bijeenkomst(leerpad, sessie, s)]),
    ...(leerpad.sessies.length ? [] : [["sessie-erbij", "Voeg minstens één bijeenkomst toe"]]),
    ...toetsing(leerpad), ...lengte(leerpad, ""),
  ].map(([pad, tekst]) => ({pad, tekst}));
})();
