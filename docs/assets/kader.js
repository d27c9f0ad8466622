/* Het kader om elke bladzijde: licht of donker, de inhoudsopgave die meeloopt, brede tabellen, uitklappen op papier.
   Dit staat in plaats van het script van het thema, dat veertig keer zo groot is. Zonder script is er het kader ook:
   dan volgt de kleur het apparaat, en loopt de inhoudsopgave niet mee. */
(function () {
  "use strict";

  /* Licht of donker: wat hier gekozen is (het thema zet dat al bij het lezen van de kop), anders wat het apparaat wil.
     Na de keuze staat er een andere knop; de aandacht gaat mee. */
  const knoppen = document.querySelectorAll("button[data-kleuren]");

  function kleur(naam) {
    document.body.dataset.mdColorScheme = naam;
    knoppen.forEach(function (knop) { knop.hidden = knop.dataset.kleuren === naam; });
  }

  function gekozen() {
    try { return __md_get("__palette"); } catch { return null; }
  }

  if (!gekozen() && matchMedia("(prefers-color-scheme: dark)").matches) kleur("slate");
  else kleur(document.body.dataset.mdColorScheme);
  document.documentElement.classList.replace("no-js", "js");
  knoppen.forEach(function (knop) {
    knop.addEventListener("click", function () {
      kleur(knop.dataset.kleuren);
      __md_set("__palette", {color: {scheme: knop.dataset.kleuren}});
      document.querySelector("button[data-kleuren]:not([hidden])").focus();
    });
  });

  /* De inhoudsopgave zegt waar je bent: bij de laatste kop die boven in beeld is of al voorbij. */
  const inhoud = document.querySelector(".md-sidebar--secondary");
  const regels = inhoud ? Array.from(inhoud.querySelectorAll("a[href^='#']")) : [];
  let bezig = false;

  function koppen() {
    const grens = document.querySelector(".md-header").offsetHeight + 40;
    return regels.filter(function (regel) {
      const kop = document.getElementById(decodeURIComponent(regel.hash.slice(1)));
      return kop && kop.getBoundingClientRect().top <= grens;
    });
  }

  function volg() {
    bezig = false;
    if (!inhoud.checkVisibility()) return;
    const hier = koppen().pop(), raam = inhoud.querySelector(".md-sidebar__scrollwrap");
    regels.forEach(function (regel) { regel.classList.toggle("md-nav__link--active", regel === hier); });
    if (!hier) return;
    const boven = hier.getBoundingClientRect().top - raam.getBoundingClientRect().top;
    if (boven < 0 || boven > raam.clientHeight - 40) raam.scrollTop += boven - raam.clientHeight / 2;
  }

  function straks() {
    if (!bezig) requestAnimationFrame(volg);
    bezig = true;
  }

  if (regels.length) {
    window.addEventListener("scroll", straks, {passive: true});
    window.addEventListener("resize", straks);
    straks();
  }

  /* Op papier is alles open; daarna weer dicht wat dicht was. Wat voor de docent is, komt er alleen op als het openstond. */
  let geopend = [];

  function papier(aan) {
    geopend.forEach(function (vouw) { vouw.open = false; });
    geopend = aan ? Array.from(document.querySelectorAll("main details:not([open], .docent)")) : [];
    geopend.forEach(function (vouw) { vouw.open = true; });
  }

  matchMedia("print").addEventListener("change", function (druk) { papier(druk.matches); });
  window.addEventListener("beforeprint", function () { papier(true); });
  window.addEventListener("afterprint", function () { papier(false); });

  /* Wat breder is dan het scherm, schuift in een eigen raam, ook met de pijltjes. */
  document.querySelectorAll(".md-typeset table:not([class])").forEach(function (tabel) {
    const raam = document.createElement("div");
    raam.className = "md-typeset__scrollwrap";
    tabel.replaceWith(raam);
    raam.append(tabel);
  });

  function bereikbaar() {
    document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code").forEach(function (raam) {
      const breed = raam.scrollWidth > raam.clientWidth;
      const zegt = breed ? {tabindex: "0", role: "region", "aria-label": raam.tagName === "CODE" ? "Voorbeeld, schuift opzij" : "Tabel, schuift opzij"} : {};
      ["tabindex", "role", "aria-label"].forEach(function (naam) {
        if (zegt[naam]) raam.setAttribute(naam, zegt[naam]);
        else raam.removeAttribute(naam);
      });
    });
  }

  ["load", "resize"].forEach(function (moment) { window.addEventListener(moment, bereikbaar); });
})();
