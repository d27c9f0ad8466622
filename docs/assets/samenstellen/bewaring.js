/* Of wat er staat ook bewaard is. Trof een ander tabblad hetzelfde leerpad, dan bewaart dit tabblad niets tot er gekozen is. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen, {maak, knop, opslag} = samen;
  const BOTST = "Dit leerpad is in een ander tabblad veranderd of weggehaald. Wat je hier nu doet, wordt niet bewaard tot je kiest.";
  const WEIGERT = "Deze browser bewaart niets. Bewaar het leerpad als bestand voordat je weggaat.";

  /* `melding` is het vak voor de waarschuwing; `neemOver` en `houd` zijn de twee keuzes. */
  function maakBewaring(staat, melding, {neemOver, houd}) {
    let laatst = "ja", botst = false;

    function zet(nieuw) {
      botst = nieuw;
      melding.hidden = !botst;
      melding.replaceChildren(...(botst ? [maak("p", {}, BOTST), maak("p", {class: "sl-knoppen"},
        knop("Neem over wat daar staat", neemOver, {f: "neem-over"}), knop("Bewaar wat hier staat als nieuw leerpad", houd, {f: "houd"}))] : []));
      toon();
    }

    /* Hoe het ervoor staat, in het vak dat daarvoor in de balk is. */
    function toon() {
      const vak = document.querySelector(".sl-bewaard"), tijd = staat.concept && staat.concept.gewijzigd;
      if (!vak) return;
      const om = tijd ? " om " + new Date(tijd).toLocaleTimeString("nl-NL", {hour: "2-digit", minute: "2-digit"}) : "";
      vak.textContent = botst ? "Niet bewaard" : laatst === "nee" ? WEIGERT : "Bewaard op dit apparaat" + om;
    }

    return {
      toon,
      meld: () => zet(true),
      los: () => zet(false),
      get botst() { return botst; },
      bewaar() {
        if (botst) return;
        const {uitkomst, versie, gewijzigd} = opslag.bewaar(staat.concept);
        laatst = uitkomst;
        if (uitkomst === "ja") staat.bewaard(versie, gewijzigd);
        if (uitkomst === "anders") zet(true);
        toon();
      },
      /* Een ander tabblad schreef: is het leerpad dat hier openstaat nog wat hier bewaard is? */
      kijk(sleutel) {
        if (!staat.concept || botst || (sleutel !== null && sleutel !== opslag.BEGIN + staat.concept.id)) return;
        let daar = null;
        try { daar = opslag.lees(staat.concept.id); } catch { /* onleesbaar is ook anders */ }
        if (!daar || daar.versie !== staat.concept.versie) zet(true);
      },
    };
  }

  Object.assign(samen, {maakBewaring});
})();
