/* Een leerpad als bestand voor profiles/leerpaden/: in de volgorde van het formulier en in de huisvorm, zodat `handboek check`
   en `handboek format --check` het nemen zoals het is. Wat nog leeg is en moet, staat er als VUL IN: dat meldt de controle. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const KOP = "# yaml-language-server: $schema=../../schema/leerpad.json";
  const VUL = "VUL IN", LANG = 80;
  const VOLGORDE = {
    "": ["naam", "bron", "samenvatting", "synoniemen", "situaties", "zoekwoorden", "themas", "zie_ook", "peildatum", "deelnemers", "leeruitkomsten", "voorkennis", "na", "sessies", "toetsing", "spoor"],
    deelnemers: ["rol", "omschrijving", "instapniveau", "groep"],
    groep: ["minimaal", "maximaal", "toelichting"],
    leeruitkomsten: ["id", "werkwoord", "tekst", "competentie", "niveau"],
    sessies: ["naam", "duur", "datum", "van", "docent", "activiteiten"],
    activiteiten: ["naam", "bron", "werkvorm", "items", "koppelingen", "uitleg", "oefenen", "pauze", "materiaal", "tekst", "opdracht", "dient", "docent"],
    koppelingen: ["naam", "url", "waarom"],
    opdracht: ["tekst", "thuis", "uitwerking"],
    toetsing: ["wijze", "rubriek", "docent"],
    rubriek: ["uitkomst", "criterium", "nog_niet", "gehaald", "overtuigend"],
  };
  const MOET = {
    "": ["naam", "samenvatting", "leeruitkomsten"], deelnemers: ["omschrijving", "instapniveau", "groep"], groep: ["minimaal", "maximaal"],
    leeruitkomsten: ["id", "werkwoord", "tekst", "competentie"], sessies: ["naam", "duur", "activiteiten"],
    activiteiten: ["naam", "werkvorm", "tekst", "dient"], opdracht: ["tekst"], koppelingen: ["naam", "url", "waarom"],
    rubriek: ["uitkomst", "criterium", "nog_niet", "gehaald", "overtuigend"],
  };

  /* Gewoon waar YAML het als gewone tekst leest, anders tussen enkele aanhalingstekens. */
  function kort(tekst) {
    const gewoon = /^[\p{L}\p{N}§‘“(][^\n]*$/u.test(tekst) && !/: | #|:$| $/.test(tekst);
    return gewoon ? tekst : "'" + tekst.replaceAll("'", "''").replace(/\s*\n\s*/g, " ") + "'";
  }

  function tekst(waarde, in_) {
    const schoon = samen.schoon(waarde).split("\n").map((regel) => regel.trimEnd()).join("\n").trim();
    if (schoon.includes("\n")) return ["|-", ...schoon.split("\n").map((regel) => (regel ? in_ + regel : ""))];
    return schoon.length > LANG && !/^[\s#]/.test(schoon) ? [">-", in_ + schoon] : [kort(schoon)];
  }

  const isBlok = (waarde) => waarde && typeof waarde === "object";

  /* De regels van een waarde die onder een sleutel staat; de eerste regel staat achter de dubbele punt. */
  function onder(naam, waarde, in_) {
    if (Array.isArray(waarde)) return ["", ...waarde.flatMap((deel) => streepje(naam, deel, in_ + "  "))];
    if (isBlok(waarde)) return ["", ...blok(naam, waarde, in_ + "  ")];
    return typeof waarde === "number" ? [String(waarde)] : tekst(waarde, in_ + "  ");
  }

  function streepje(naam, waarde, in_) {
    if (!isBlok(waarde)) {
      const [eerste, ...rest] = tekst(waarde, in_ + "  ");
      return [in_ + "- " + eerste, ...rest];
    }
    const [eerste, ...rest] = blok(naam, waarde, in_ + "  ");
    return [in_ + "- " + eerste.trimStart(), ...rest];
  }

  function blok(naam, waarden, in_) {
    const moet = MOET[naam] || [], volgorde = VOLGORDE[naam] || [];
    const namen = samen.uniek([...volgorde.filter((sleutel) => sleutel in waarden || moet.includes(sleutel)), ...Object.keys(waarden), ...moet]);
    return namen.flatMap((sleutel) => {
      const [eerste, ...rest] = onder(sleutel, sleutel in waarden ? waarden[sleutel] : VUL, in_);
      return [in_ + sleutel + ":" + (eerste && " " + eerste), ...rest];
    });
  }

  samen.alsYaml = (leerpad) => [KOP, ...blok("", samen.kaal(leerpad), "")].join("\n") + "\n";
})();
