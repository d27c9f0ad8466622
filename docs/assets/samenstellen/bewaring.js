/* Of wat er staat ook bewaard is. Trof een ander tabblad hetzelfde leerpad, dan gaat wat hier verandert naar een eigen concept, tot
   er gekozen is: geen van beide raakt weg. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen, {maak, knop, opslag} = samen;
  const HIER = "Wat je hier nu nog verandert, wordt bewaard als een eigen leerpad.";
  const BOTST = {
    anders: "Dit leerpad is in een ander tabblad veranderd. " + HIER,
    weg: "Dit leerpad is in een ander tabblad weggehaald. " + HIER,
  };
  const WEIGERT = "Deze browser bewaart niets. Bewaar het leerpad als bestand voordat je weggaat.";
  const vanHier = (leerpad) => ({...leerpad, naam: (leerpad.naam + ", van dit tabblad").slice(0, 200)});

  /* `melding` is het vak voor de waarschuwing; `neemOver` en `houd` zijn de twee keuzes. */
  function maakBewaring(staat, melding, {neemOver, houd}) {
    let botst = "", naast = null; // naast: het eigen concept van wat hier veranderde sinds het botste

    function zet(nieuw) {
      botst = nieuw;
      melding.hidden = !botst;
      melding.replaceChildren(...(botst ? [maak("p", {}, BOTST[botst]), maak("p", {class: "sl-knoppen"},
        botst === "weg" ? "" : knop("Neem over wat daar staat", kies(neemOver), {f: "neem-over"}), knop("Bewaar wat hier staat als nieuw leerpad", kies(houd), {f: "houd"}))] : []));
      toon();
    }

    /* Een keuze: het eigen concept heeft dan zijn werk gedaan. */
    const kies = (doe) => () => {
      const klaar = naast;
      doe(vanHier(staat.leerpad));
      if (klaar) opslag.verwijder(klaar.id);
    };

    function bewaarNaast() {
      const nieuw = {...(naast || {id: opslag.nieuwId()}), leerpad: vanHier(staat.leerpad)}, {uitkomst, versie} = opslag.bewaar(nieuw);
      if (uitkomst === "anders") { // ook dat ging elders open
        naast = null;
        bewaarNaast();
      } else naast = {...nieuw, versie};
    }

    /* Wat een ander tabblad met dit leerpad deed: "anders", "weg", of niets. */
    function hoe() {
      let daar = null;
      try { daar = opslag.lees(staat.concept.id); } catch { return "anders"; } // onleesbaar
      if (!daar) return "weg";
      return daar.versie === staat.concept.versie ? "" : "anders";
    }

    /* Hoe het ervoor staat, in het vak dat daarvoor in de balk is. */
    function toon() {
      const vak = document.querySelector(".sl-bewaard"), {concept} = staat;
      if (!vak || !concept) return;
      const om = concept.gewijzigd ? " om " + new Date(concept.gewijzigd).toLocaleTimeString("nl-NL", {hour: "2-digit", minute: "2-digit"}) : "";
      vak.classList.toggle("let-op", opslag.kwijt());
      vak.textContent = opslag.kwijt() ? WEIGERT : naast ? `Bewaard als ‘${naast.leerpad.naam}’` : botst ? "Kies eerst hoe je verdergaat" : "Bewaard op dit apparaat" + om;
    }

    return {
      toon,
      los() {
        naast = null;
        zet("");
      },
      bewaar() {
        const {uitkomst, versie, gewijzigd} = botst ? {} : opslag.bewaar(staat.concept);
        if (uitkomst === "ja") staat.bewaard(versie, gewijzigd);
        if (uitkomst === "anders") zet(hoe());
        if (botst) bewaarNaast();
        toon();
      },
      /* Een ander tabblad schreef: is het leerpad dat hier openstaat nog wat hier bewaard is? */
      kijk(sleutel) {
        if (!staat.concept || (sleutel !== null && sleutel !== opslag.BEGIN + staat.concept.id)) return;
        const nu = hoe();
        if (nu && nu !== botst) zet(nu);
      },
    };
  }

  Object.assign(samen, {maakBewaring});
})();
