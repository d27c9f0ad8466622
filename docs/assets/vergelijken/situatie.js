/* Onze situatie als eerste groep van de tabel: per punt wat past, wat niet past en waar de bron zwijgt, zoals
   scripts/handboek/vergelijken/situatie.py haar maakt; een test legt beide naast elkaar. Zonder DOM. */
(function () {
  "use strict";
  const { oordeel, lees } = self.keuzehulp;
  const { opsomming } = window.handboekVergelijken;

  /** De antwoorden in een adres die dit handboek kent, per punt. */
  function leesSituatie(punten, tekst) {
    return lees(tekst, (punt, waarde) => Object.hasOwn(punten, punt) && Object.hasOwn(punten[punt].keuzes, waarde));
  }

  /* De uitspraken waar het oordeel op rust. */
  function grond({ zegt, waarden }, wens, uitkomst) {
    const van = (gezegd) => gezegd.waarden || waarden;
    if (uitkomst === "past") return zegt.filter((gezegd) => van(gezegd).some((waarde) => wens.includes(waarde)));
    return uitkomst === "past niet" ? zegt.filter((gezegd) => van(gezegd).length) : zegt;
  }

  function cel(feit, wens) {
    const uitkomst = oordeel(feit.waarden, feit.stilte, feit.open, wens);
    return [{ tekst: uitkomst, oordeel: uitkomst.startsWith("past") }, ...grond(feit, wens, uitkomst).map(({ regel }) => regel)];
  }

  const klein = (tekst) => tekst[0].toLowerCase() + tekst.slice(1);

  /** De groep, met per kolom de regels van haar cellen. */
  function situatiegroep(punten, kolommen, situatie) {
    const rijen = Object.entries(situatie).map(([punt, wens]) => ({
      naam: `${punten[punt].naam} (wij: ${opsomming(wens.map((waarde) => klein(punten[punt].keuzes[waarde])), "of")})`,
      cellen: kolommen.map(({ feiten }) => cel(feiten[punt], wens)),
    }));
    return { naam: "Onze situatie", rijen };
  }

  Object.assign(window.handboekVergelijken, { leesSituatie, situatiegroep });
})();
