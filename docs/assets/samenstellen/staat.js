/* De staat: het leerpad dat openstaat, en de weg terug en weer vooruit. Elke verandering begint met een afschrift, zodat een
   vorige staat nooit meeverandert; achter elkaar typen in één veld is één stap terug. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const MEESTE_STAPPEN = 200;

  function maakStaat() {
    let concept = null, terug = [], vooruit = [], bezig = "";

    function zet(leerpad) {
      concept = {...concept, leerpad};
    }

    return {
      get concept() { return concept; },
      get leerpad() { return concept && concept.leerpad; },
      get terug() { return terug.length; },
      get vooruit() { return vooruit.length; },
      get stappen() { return [terug, vooruit]; },
      /* Een ander concept, of geen; de weg terug begint opnieuw, of waar zij was. */
      open(nieuw, stappen = [[], []]) {
        concept = nieuw;
        [terug, vooruit] = stappen;
        bezig = "";
      },
      /* Wat de opslag van het concept weet: het nummer van de laatste keer bewaren. */
      bewaard(versie, gewijzigd) {
        concept = {...concept, versie, gewijzigd};
      },
      /* `veld` is wat er getypt wordt; leeg voor een stap op zichzelf. */
      wijzig(verander, {veld = ""} = {}) {
        const nieuw = structuredClone(concept.leerpad);
        verander(nieuw);
        if (!veld || veld !== bezig) terug = [...terug, concept.leerpad].slice(-MEESTE_STAPPEN);
        [vooruit, bezig] = [[], veld];
        zet(nieuw);
      },
      /* De volgende toets is weer een stap op zichzelf. */
      rust() { bezig = ""; },
      ongedaan() {
        if (!terug.length) return;
        vooruit = [...vooruit, concept.leerpad];
        bezig = "";
        zet(terug.pop());
      },
      opnieuw() {
        if (!vooruit.length) return;
        terug = [...terug, concept.leerpad];
        bezig = "";
        zet(vooruit.pop());
      },
    };
  }

  /* Een onderdeel een plek omhoog of omlaag, ook over de grens van een bijeenkomst; niets als het niet verder kan. */
  function schuif(leerpad, s, a, stap) {
    const {sessies} = leerpad, doel = sessies[s + stap];
    if (a + stap >= 0 && a + stap < sessies[s].activiteiten.length) return verplaats(leerpad, [s, a], [s, a + stap]);
    return doel ? verplaats(leerpad, [s, a], [s + stap, stap > 0 ? 0 : doel.activiteiten.length]) : null;
  }

  /* Een onderdeel naar een plek in een bijeenkomst: de plek die het daar krijgt als het op zijn oude plek weg is. */
  function verplaats(leerpad, [s, a], [naar, plek]) {
    const [deel] = leerpad.sessies[s].activiteiten.splice(a, 1);
    leerpad.sessies[naar].activiteiten.splice(plek, 0, deel);
    return [naar, plek];
  }

  Object.assign(samen, {maakStaat, schuif, verplaats});
})();
