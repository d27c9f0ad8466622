/* De zoekbladzijde: zoeken/index.html?q=…&soort=…&rol=…&thema=…. Het adres volgt de vraag, zodat je haar kunt delen en met
   terug en vooruit bij een eerdere komt. De resultaten zijn hier gewone koppen en koppelingen, geen keuzelijst. */
(function () {
  "use strict";

  const MEER = 40;
  const RUST = 1000; // zo lang niet typen, en de vraag krijgt een eigen plek in de geschiedenis

  function begin() {
    const {maak, onthoud, eerdere, kiezers, resultaat, perSoort, telling, zoeker, adres, KEUZES} = window.handboekZoeken;
    const zoek = (kiezer) => document.querySelector(kiezer);
    const veld = zoek("#zoekblad-veld"), doos = zoek(".zoekblad .zoek-uitkomst"), wegen = zoek(".zoekblad-wegen"), vorige = zoek(".zoekblad-eerder");
    const titel = document.title;
    let aantal = MEER, vast = true, rust = 0; // vast: deze vraag heeft haar eigen plek in de geschiedenis
    const keuzes = kiezers(() => { veranderd(); bevestig(); });
    zoek(".zoekblad-keuzes").append(keuzes.node);
    const bezig = zoeker({veld, kiezers: keuzes, status: zoek(".zoekblad .zoek-status"), leeg, toon, zeg, aantal: () => aantal, laatLos});

    function teken(inhoud, metWegen) {
      doos.replaceChildren(...inhoud);
      wegen.hidden = !metWegen;
      vorige.replaceChildren(...(metWegen ? [eerdere(kies, veld)] : []));
    }

    function leeg() {
      teken([], true);
    }

    function zeg(inhoud) {
      teken(inhoud, false);
    }

    function toon(uitkomst, namen) {
      const meer = uitkomst.totaal - uitkomst.resultaten.length;
      teken([
        ...perSoort(uitkomst, namen).map(([naam, rijen]) => maak("section", {},
          maak("h2", {}, naam), maak("ul", {class: "zoek-rijen", click: () => onthoud(veld.value)}, rijen.map((rij) => maak("li", {}, resultaat(rij)))))),
        meer > 0 ? maak("p", {}, maak("button", {type: "button", class: "keuze", click: toonMeer}, "Toon er meer (nog " + meer + ")")) : "",
      ].filter(Boolean), false);
    }

    async function toonMeer() {
      const had = new Set([...doos.querySelectorAll("a")].map((koppeling) => koppeling.href));
      aantal += MEER;
      await bezig.zoek();
      const nieuw = [...doos.querySelectorAll("a")].find((koppeling) => !had.has(koppeling.href));
      if (nieuw) nieuw.focus();
    }

    function laatLos() {
      keuzes.zet({});
      veranderd();
      bevestig();
      veld.focus();
    }

    function kies(vraag) {
      veld.value = vraag;
      veranderd();
      bevestig();
      veld.focus();
    }

    /* Het adres: de eerste wijziging na een bevestigde vraag krijgt een nieuwe plek, wat volgt komt op diezelfde plek. */
    function schrijf() {
      const hier = adres(veld.value, keuzes.waarden());
      document.title = veld.value.trim() ? "‘" + veld.value.trim() + "’ – " + titel : titel;
      if (hier === location.href) return;
      try {
        history[vast ? "pushState" : "replaceState"](null, "", hier);
        vast = false;
      } catch {
        // Een map op schijf of een streng ingestelde browser: dan blijft het adres zoals het is.
      }
    }

    function bevestig() {
      clearTimeout(rust);
      vast = true;
    }

    function veranderd() {
      aantal = MEER;
      schrijf();
      bezig.zoek();
    }

    function lees() {
      const vraag = new URLSearchParams(location.search);
      veld.value = vraag.get("q") || "";
      wegen.hidden = Boolean(veld.value.trim());
      keuzes.zet(Object.fromEntries(KEUZES.map(([id]) => [id, vraag.get(id) || ""])));
      document.title = veld.value ? "‘" + veld.value + "’ – " + titel : titel;
      aantal = MEER;
      bevestig();
      return bezig.zoek();
    }

    veld.addEventListener("input", () => {
      aantal = MEER;
      schrijf();
      bezig.getypt();
      clearTimeout(rust);
      rust = setTimeout(bevestig, RUST);
    });
    veld.addEventListener("blur", bevestig);
    veld.addEventListener("focus", bezig.warm);
    for (const soort of ["focusin", "pointerenter"]) keuzes.node.addEventListener(soort, bezig.warm);
    veld.form.addEventListener("submit", (event) => {
      event.preventDefault();
      onthoud(veld.value);
      bevestig();
      bezig.zoek();
    });
    window.addEventListener("popstate", lees);
    lees();
  }

  document.addEventListener("DOMContentLoaded", begin); // na zoeken.js, dat op elke bladzijde als laatste komt
})();
