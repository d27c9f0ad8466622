/* De regel van de keuzehulp en hoe een situatie in een adres staat. scripts/handboek/keuzehulp/oordeel.py houdt
   dezelfde regel aan; een test vergelijkt ze. */
(function () {
  "use strict";

  /* Of iets past bij een wens op één punt: past, past niet, of het woord voor waarom niemand het kan zeggen.
     Zonder wens geen oordeel; zwijgen wordt nooit ‘past niet’. */
  function oordeel(waarden, stilte, open, wens) {
    if (!wens.length) return "";
    if (!waarden.length) return stilte;
    if (wens.some((waarde) => waarden.includes(waarde))) return "past";
    return open ? stilte : "past niet";
  }

  /* Geeft een element het woord: teken en kleur staan in oordeel.css, de woorden voor afwezigheid zien er overal gelijk uit. */
  function toon(merk, uitkomst) {
    const beslist = uitkomst.startsWith("past");
    merk.className = `kh-o ${beslist ? uitkomst.replace(" ", "-") : uitkomst && "afwezig"}`;
    if (!beslist) merk.dataset.soort = uitkomst.replace(/[^a-z ]/g, "").replace(" ", "-");
    merk.firstElementChild.textContent = uitkomst;
  }

  /* {thema: ["werk", "ontmoeting"], tijd: ["ja"]} ↔ thema.werk.ontmoeting_tijd.ja: alleen tekens die in een adres blijven staan. */
  function schrijf(situatie) {
    return Object.entries(situatie)
      .filter(([, waarden]) => waarden.length)
      .map(([punt, waarden]) => [punt, ...waarden].join("."))
      .join("_");
  }

  /* Alleen punten en antwoorden die er zijn: `kent(punt, waarde)` zegt welke. */
  function lees(tekst, kent) {
    const situatie = {};
    for (const deel of (tekst || "").split("_")) {
      const [punt, ...waarden] = deel.split(".");
      const bekend = [...new Set(waarden)].filter((waarde) => kent(punt, waarde));
      if (bekend.length) situatie[punt] = bekend;
    }
    return situatie;
  }

  self.keuzehulp = { oordeel, toon, schrijf, lees };
})();
