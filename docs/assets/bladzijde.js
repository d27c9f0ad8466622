/* Wat op elke bladzijde staat: uitleg bij begrippen, deel of citeer.
   Zonder dit bestand is een begrip een gewone koppeling en is de verwijzing te selecteren. */
(function () {
  "use strict";

  /* Uitleg bij een begrip: bij aanwijzen, focus en de eerste tik; weg met Escape, of door elders te wijzen of te tikken. */
  const WACHT = 180;
  let open = null;
  let timer = 0;
  let tik = null;

  function kaart(woord) {
    return document.getElementById(woord.getAttribute("aria-describedby"));
  }

  function plaats(woord, vak) {
    const regel = woord.getClientRects()[0];
    const breedte = document.documentElement.clientWidth;
    const links = Math.max(8, Math.min(regel.left, breedte - vak.offsetWidth - 8));
    const onder = regel.bottom + vak.offsetHeight + 8 < window.innerHeight || regel.top < vak.offsetHeight + 8;
    const nul = vak.offsetParent.getBoundingClientRect();
    vak.style.left = links - nul.left + "px";
    vak.style.top = (onder ? regel.bottom : regel.top - vak.offsetHeight) - nul.top + "px";
  }

  function toon(woord) {
    clearTimeout(timer);
    if (open === woord) return;
    verberg();
    const vak = kaart(woord);
    vak.hidden = false;
    plaats(woord, vak);
    open = woord;
  }

  function verberg() {
    clearTimeout(timer);
    if (open) kaart(open).hidden = true;
    open = null;
  }

  function straks() {
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (open && open !== document.activeElement) verberg();
    }, WACHT);
  }

  document.querySelectorAll("a.begrip").forEach(function (woord) {
    const vak = kaart(woord);
    if (!vak) return;
    woord.addEventListener("pointerenter", function (e) {
      if (e.pointerType === "touch") return;
      clearTimeout(timer);
      timer = setTimeout(toon, WACHT, woord);
    });
    woord.addEventListener("pointerleave", function (e) {
      if (e.pointerType !== "touch") straks();
    });
    vak.addEventListener("pointerenter", function () { clearTimeout(timer); });
    vak.addEventListener("pointerleave", function (e) {
      if (e.pointerType !== "touch") straks();
    });
    woord.addEventListener("focus", function () { if (!tik) toon(woord); });
    woord.addEventListener("blur", straks);
    woord.addEventListener("pointerdown", function (e) {
      tik = e.pointerType === "touch" && open !== woord ? woord : null;
    });
    woord.addEventListener("click", function (e) {
      if (tik === woord) {
        e.preventDefault();
        toon(woord);
      }
      tik = null;
    });
  });
  document.addEventListener("keydown", function (e) {
    if (e.key === "Escape" && open) verberg();
  });
  document.addEventListener("pointerdown", function (e) {
    if (open && !open.contains(e.target) && !kaart(open).contains(e.target)) verberg();
  });
  window.addEventListener("resize", verberg);

  /* Een koppeling naar iets in een dichte uitklap: die gaat open, en de uitklappen eromheen ook. */
  function vouwOpen() {
    const doel = document.querySelector(":target");
    let vouw = doel && doel.closest("main details:not([open])");
    if (!vouw) return;
    for (; vouw; vouw = vouw.parentElement.closest("details")) vouw.open = true;
    doel.scrollIntoView();
  }
  vouwOpen();
  window.addEventListener("hashchange", vouwOpen);

  /* Deel of citeer, en de regel onder een afdruk: het adres en de dag van vandaag. */
  function vul(kiezer, tekst) {
    document.querySelectorAll(kiezer).forEach(function (plek) { plek.textContent = tekst; });
  }

  function vandaag() {
    vul(".vandaag", new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" }));
    document.querySelectorAll(".gedrukt").forEach(function (plek) { plek.hidden = false; });
  }

  function selecteer(plek) {
    const bereik = document.createRange();
    bereik.selectNodeContents(plek);
    const keuze = window.getSelection();
    keuze.removeAllRanges();
    keuze.addRange(bereik);
  }

  const citaat = document.getElementById("citaat");
  if (citaat) {
    const melding = document.querySelector(".paginavoet .gelukt");
    vul(".adres", location.origin === "null" || location.protocol === "file:" ? location.href.split(/[?#]/)[0] : location.origin + location.pathname);
    vandaag();
    window.addEventListener("beforeprint", vandaag);
    document.querySelectorAll("[data-kopieer]").forEach(function (knop) {
      const plek = knop.dataset.kopieer === "adres" ? citaat.querySelector(".adres") : citaat;
      knop.hidden = false;
      knop.addEventListener("click", async function () {
        try {
          await navigator.clipboard.writeText(plek.textContent);
          melding.textContent = "Gekopieerd.";
        } catch {
          selecteer(plek);
          melding.textContent = "Geselecteerd: kopieer met Ctrl+C.";
        }
      });
    });
  }
})();
