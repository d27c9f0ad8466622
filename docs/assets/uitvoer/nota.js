/* Een vergelijking (in de vorm van `handboek compare --format json`) als document, boek en rijen voor de uitvoer.
   Dezelfde woorden als de commandoregel: wie beide heeft, heeft twee keer hetzelfde. */
(function () {
  "use strict";

  const KENMERK = "Kenmerk";
  const UITLEG = [
    "Geen rangorde en geen cijfer voor het geheel: de volgorde is die van de keuze.",
    "niet vermeld: de bron zwijgt. onbekend: gezocht, niet gevonden. n.v.t.: past hier niet. nee: dit is er niet.",
    "Een getal tussen haken wijst naar de bronnen; redactie: dit zegt of ordent de redactie zelf.",
    "Namen van verschuivingen en competenties zijn van de redactie; tussen aanhalingstekens staan de woorden van de bron.",
  ];
  const SITUATIE = "past: wat de bron noemt, hoort bij een antwoord van ons. past niet: het hoort bij geen antwoord van ons; of het bij ons kan, zegt dat niet.";
  const NAMEN = [16, 18], SAMEN = 116, BRONNEN = [9, 50, 40, 50]; // breedtes in tekens; SAMEN voor alle kolommen met uitspraken

  const koppen = (nota) => nota.kolommen.map(({naam, plaats}) => `${naam} (${plaats})`);
  const adressen = (nota) => [`Deze vergelijking: ${nota.adres}`, ...nota.kolommen.map(({naam, adres}) => `${naam}: ${adres}`)];
  const uitleg = ({groepen, weggelaten}) =>
    [...(weggelaten ? [weggelaten] : []), ...UITLEG, ...(groepen[0]?.naam === "Onze situatie" ? [SITUATIE] : [])];
  const vindplaats = ({sectie, titel}) => (sectie === undefined ? "hele bron" : /^\d/.test(sectie) ? `§${sectie} ${titel}` : titel);
  const bronregel = (bron) => `${vindplaats(bron)}. ${bron.naam}. ${bron.gegevens}`;

  /* 2026-11-22 → 22 november 2026, zonder dat een tijdzone er een andere dag van maakt. */
  function dag(datum) {
    const [jaar, maand, dag_] = datum.split("-").map(Number);
    return new Date(Date.UTC(jaar, maand - 1, dag_)).toLocaleDateString("nl-NL", {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
  }

  const gemaakt = (nota) => `Vergelijking uit het Handboek wijkwerk, gemaakt op ${dag(nota.datum)}.`;
  const cel = (regels) => regels.map(({tekst, afwezig, bronnen}) =>
    ({tekst, zacht: afwezig, merk: bronnen.length ? `[${bronnen.join(", ")}]` : ""}));

  function document_(nota) {
    const groepen = nota.groepen.flatMap(({naam, rijen}) => [
      {kop: naam},
      {tabel: {koppen: [KENMERK, ...koppen(nota)], rijen: rijen.map((rij) => [rij.naam, ...rij.cellen.map(cel)])}},
    ]);
    const bronnen = [{kop: "Bronnen"}, {lijst: nota.bronnen.map(bronregel), genummerd: true}];
    return {titel: nota.titel, liggend: true, delen: [{tekst: gemaakt(nota)}, {lijst: adressen(nota)}, {lijst: uitleg(nota)}, ...groepen, ...bronnen]};
  }

  const vlak = (nota) => nota.groepen.flatMap((groep) => groep.rijen.map((rij) =>
    ({groep: groep.naam, naam: rij.naam, teksten: rij.cellen.map((regels) => window.handboekUitvoer.onderElkaar(cel(regels))), rij})));

  function boek(nota) {
    const breed = Math.floor(SAMEN / nota.kolommen.length);
    return {titel: nota.titel, bladen: [
      {
        naam: "Vergelijking", koppen: ["Groep", KENMERK, ...koppen(nota)], breedtes: [...NAMEN, ...nota.kolommen.map(() => breed)],
        namen: 2, rijen: vlak(nota).map(({groep, naam, teksten}) => [groep, naam, ...teksten]), onder: [],
      },
      {
        naam: "Bronnen", koppen: ["Nummer", "Vindplaats", "Bron", "Wie en wanneer"], breedtes: BRONNEN, namen: 0,
        rijen: nota.bronnen.map((bron) => [bron.nummer, vindplaats(bron), bron.naam, bron.gegevens]),
        onder: [nota.titel, gemaakt(nota), ...adressen(nota), ...uitleg(nota)],
      },
    ]};
  }

  /* Met per rij de bronnen waar haar merken naar wijzen; een rij die er geen noemt, heeft n.v.t. */
  function rijen(nota) {
    const bronnenVan = (rij) => {
      const nummers = new Set(rij.cellen.flat().flatMap((regel) => regel.bronnen));
      return nota.bronnen.filter((bron) => nummers.has(bron.nummer)).map((bron) => `[${bron.nummer}] ${bronregel(bron)}`).join("\n") || "n.v.t.";
    };
    return [
      ["Groep", KENMERK, ...koppen(nota), "Bronnen"],
      ...vlak(nota).map(({groep, naam, teksten, rij}) => [groep, naam, ...teksten, bronnenVan(rij)]),
    ];
  }

  window.handboekUitvoer.nota = {document: document_, boek, rijen};
})();
