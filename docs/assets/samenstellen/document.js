/* Een leerpad om mee te nemen: als document (Word, Markdown, afdruk) voor deelnemers of docent, als boek (Excel) en als agenda.
   De versie voor deelnemers gaat uit van een leerpad waar de docententeksten al uit zijn. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const {tekstVan, regelsVan, naamVan} = samen;
  const STIL = ["niet vermeld", "onbekend", "nee", "n.v.t."];

  const zin = (naam, tekst) => (tekst ? [{tekst: naam + ": " + tekst}] : []);
  const werkvormNaam = (id) => (samen.gegevens().werkvormen[id] || {naam: id}).naam;
  const minuten = (getal, woord) => (getal ? [`${getal} min ${woord}`] : []);
  const uitkomstNamen = (leerpad, ids) => ids.map((id) => leerpad.leeruitkomsten.findIndex((rij) => rij.id === id) + 1).filter(Boolean).join(", ");

  function dag(datum) {
    const [jaar, maand, dag_] = datum.split("-").map(Number);
    return new Date(Date.UTC(jaar, maand - 1, dag_)).toLocaleDateString("nl-NL", {weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
  }

  function thuis(leerpad) {
    return samen.som(leerpad.sessies.flatMap(({activiteiten}) => activiteiten.map(({opdracht}) => (opdracht && opdracht.thuis) || 0)));
  }
  const contact = (leerpad) => samen.som(leerpad.sessies.map(({duur}) => duur || 0));

  function omvang(leerpad) {
    const erbij = thuis(leerpad), aantal = leerpad.sessies.length;
    return `${aantal} ${aantal === 1 ? "bijeenkomst" : "bijeenkomsten"}, samen ${samen.uren(contact(leerpad))}`
      + (erbij ? `, en ${samen.uren(erbij)} opdrachten ertussen: ${samen.uren(contact(leerpad) + erbij)}` : "");
  }

  function wat(leerpad, deel) {
    const {opdracht = {}} = deel;
    return [
      {tekst: deel.naam, vet: true}, deel.tekst,
      ...(opdracht.tekst ? ["Opdracht" + (opdracht.thuis ? `, ${samen.uren(opdracht.thuis)} buiten de bijeenkomst` : "") + ": " + opdracht.tekst] : []),
      ...(opdracht.uitwerking ? ["Alleen voor de docent, uitwerking: " + opdracht.uitwerking] : []),
      ...(deel.docent ? ["Alleen voor de docent: " + deel.docent] : []),
      ...(deel.items.length ? ["Uit het handboek: " + deel.items.map(naamVan).join(" · ")] : []),
      ...(deel.koppelingen || []).map(({naam, url, waarom}) => `Elders: ${naam} (${url}). ${waarom}`),
    ].filter(Boolean);
  }

  function rijen(leerpad, sessie) {
    return samen.tijdvakken(sessie).flatMap(({activiteit, begin, eind, pauze}) => [
      [
        `${samen.kloktijd(sessie, begin)}–${samen.kloktijd(sessie, eind)}`, wat(leerpad, activiteit),
        [werkvormNaam(activiteit.werkvorm), ...minuten(activiteit.uitleg, "uitleg"), ...minuten(activiteit.oefenen, "oefenen"), activiteit.dient.length ? "leeruitkomst " + uitkomstNamen(leerpad, activiteit.dient) : "nog voor geen leeruitkomst"],
        activiteit.materiaal.length ? activiteit.materiaal : ["–"],
      ],
      ...(pauze ? [[samen.kloktijd(sessie, eind), `Pauze, ${pauze} minuten`, "–", "–"]] : []),
    ]);
  }

  function bijeenkomst(leerpad, sessie, plaats) {
    const wanneer = [sessie.datum && dag(sessie.datum), sessie.van && "vanaf " + sessie.van, sessie.duur && samen.uren(sessie.duur)].filter(Boolean).join(", ");
    return [
      {kop: `${plaats + 1}. ${sessie.naam}`}, {tekst: wanneer || "duur: onbekend"}, ...zin("Alleen voor de docent, vooraf regelen", sessie.docent),
      ...(sessie.activiteiten.length ? [{tabel: {koppen: ["Tijd", "Wat we doen", "Werkvorm", "Klaarleggen"], verhouding: [2, 9, 3, 3], rijen: rijen(leerpad, sessie)}}] : []),
    ];
  }

  function toetsing({toetsing: deel}) {
    const rubriek = Array.isArray(deel.rubriek) ? [{tabel: {
      koppen: ["Criterium", "Nog niet", "Gehaald", "Overtuigend"], verhouding: [1, 1, 1, 1],
      rijen: deel.rubriek.map((rij) => [rij.criterium, rij.nog_niet, rij.gehaald, rij.overtuigend]),
    }}] : [];
    return [{kop: "Hoe je ziet of het gelukt is"}, ...opsomming(deel.wijze), ...rubriek, ...zin("Alleen voor de docent, beoordelen", deel.docent)];
  }

  function opsomming(uitspraken) {
    const regels = regelsVan(uitspraken);
    return regels.length === 1 && STIL.includes(regels[0]) ? [{tekst: regels[0]}] : [{lijst: regels}];
  }

  /* `versie` is docent of deelnemer. */
  function alsDocument(heel, versie) {
    const leerpad = samen.lees(versie === "docent" ? samen.kaal(heel) : samen.voorDeelnemers(samen.kaal(heel)));
    const {deelnemers, leeruitkomsten} = leerpad, {minimaal, maximaal, toelichting} = deelnemers.groep;
    return {titel: leerpad.naam || "Leerpad zonder naam", delen: [
      {tekst: versie === "docent" ? "Versie voor de docent: met uitwerkingen en aanwijzingen. Geef deze niet aan deelnemers." : "Versie voor deelnemers."},
      ...(tekstVan(leerpad.samenvatting) ? [{tekst: tekstVan(leerpad.samenvatting)}] : []),
      {lijst: [
        "Voor wie: " + (deelnemers.omschrijving || "niet vermeld"), "Instapniveau: " + (deelnemers.instapniveau || "niet vermeld"),
        `Groep: ${minimaal || "?"} tot ${maximaal || "?"} deelnemers${toelichting ? ". " + tekstVan(toelichting) : ""}`, "Omvang: " + omvang(leerpad),
      ]},
      {kop: "Wat je na afloop kunt"},
      {lijst: leeruitkomsten.map((rij) => `${rij.werkwoord}: ${rij.tekst} (${naamVan("competenties/" + rij.competentie)}, ${rij.niveau})`), genummerd: true},
      {kop: "Wat je vooraf weet of doet"}, ...opsomming(leerpad.voorkennis),
      ...leerpad.sessies.flatMap((sessie, plaats) => bijeenkomst(leerpad, sessie, plaats)),
      ...toetsing(leerpad),
      {tekst: "Gemaakt met het Handboek wijkwerk. Wat bij een onderdeel uit het handboek staat, heeft daar zijn bronnen."},
    ]};
  }

  /* De tijden en de dekking; zonder docententeksten, dus voor iedereen. */
  function alsBoek(leerpad, dekking) {
    const sessies = leerpad.sessies.map((_, plaats) => String(plaats + 1));
    const tijden = leerpad.sessies.flatMap((sessie, plaats) => samen.tijdvakken(sessie).map(({activiteit, begin, eind, pauze}) => [
      `${plaats + 1}. ${sessie.naam}`, sessie.datum || "–", samen.kloktijd(sessie, begin), samen.kloktijd(sessie, eind), activiteit.naam,
      werkvormNaam(activiteit.werkvorm), activiteit.uitleg || 0, activiteit.oefenen || 0, pauze, activiteit.materiaal.join("\n") || "–", uitkomstNamen(leerpad, activiteit.dient) || "–",
    ]));
    const naam = {uitkomsten: (id) => (leerpad.leeruitkomsten.find((rij) => rij.id === id) || {}).werkwoord + " (" + id + ")", competenties: (id) => naamVan("competenties/" + id), verschuivingen: (id) => naamVan("verschuivingen/" + id)};
    const rij = (deel) => [naam[deel.soort](deel.id), deel.staat === "geraakt" ? "zijdelings" : deel.staat === "gat" ? "niet" : "gedekt",
      ...sessies.map((nummer) => (deel.cellen.find(({sessie}) => String(sessie) === nummer) || {minuten: 0}).minuten), deel.minuten];
    const gevraagd = ["uitkomsten", "competenties", "verschuivingen"].flatMap((soort) => dekking[soort].filter((deel) => deel.gevraagd).map(rij));
    return {titel: leerpad.naam || "Leerpad", bladen: [
      {naam: "Tijden", koppen: ["Bijeenkomst", "Datum", "Begin", "Eind", "Onderdeel", "Werkvorm", "Uitleg (min)", "Oefenen (min)", "Pauze (min)", "Klaarleggen", "Leeruitkomst"],
        breedtes: [24, 11, 7, 7, 30, 14, 8, 9, 8, 28, 11], namen: 1, rijen: tijden, onder: [leerpad.naam, omvang(leerpad)]},
      {naam: "Dekking", koppen: ["Wat", "Gedekt?", ...sessies.map((nummer) => "Bijeenkomst " + nummer), "Samen (min)"],
        breedtes: [34, 12, ...sessies.map(() => 12), 12], namen: 1, rijen: gevraagd, onder: ["Minuten van onderdelen die eraan werken. Een onderdeel telt in elke regel mee die het dient, dus tel regels niet op."]},
    ]};
  }

  /* --- Agenda (RFC 5545): een afspraak per bijeenkomst met een datum, in de tijd van de plaats zelf. Wie haar na een andere dag
     weer inleest, houdt één afspraak over: het nummer volgt de bijeenkomst, niet de dag. ------------------------------------ */

  const ical = (tekst) => tekst.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

  /* Een regel van hoogstens 75 bytes; wat langer is, gaat verder na een spatie. */
  function gevouwen(regel) {
    const regels = [""];
    let bytes = 0;
    for (const teken of regel) {
      const groot = new TextEncoder().encode(teken).length;
      if (bytes + groot > 74) { regels.push(" "); bytes = 1; }
      regels[regels.length - 1] += teken;
      bytes += groot;
    }
    return regels.join("\r\n");
  }

  function alsAgenda(leerpad, id, nu) {
    const stempel = nu.toISOString().replace(/[-:]|\.\d+/g, "");
    const kaal = (datum) => datum.toISOString().slice(0, 16).replace(/[-:]/g, "");
    const tijd = ({datum, van, duur}) => {
      if (!van) return ["DTSTART;VALUE=DATE:" + datum.replaceAll("-", "")];
      const begin = new Date(`${datum}T${van}:00Z`), eind = new Date(begin.getTime() + (duur || 0) * 60_000);
      return [`DTSTART:${kaal(begin)}00`, `DTEND:${kaal(eind)}00`];
    };
    const afspraken = leerpad.sessies.map((sessie, plaats) => ({sessie, plaats})).filter(({sessie}) => sessie.datum).flatMap(({sessie, plaats}) => [
      "BEGIN:VEVENT", `UID:${id}-${plaats + 1}@handboek-wijkwerk`, "DTSTAMP:" + stempel, ...tijd(sessie),
      "SUMMARY:" + ical(`${leerpad.naam || "Leerpad"} ${plaats + 1}: ${sessie.naam}`),
      "DESCRIPTION:" + ical(sessie.activiteiten.map(({naam}) => naam).join("\n")), "END:VEVENT",
    ]);
    return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Handboek wijkwerk//Leerpad//NL", ...afspraken, "END:VCALENDAR", ""].map(gevouwen).join("\r\n");
  }

  Object.assign(samen, {alsDocument, alsBoek, alsAgenda, omvang, contact, thuis, werkvormNaam});
})();
