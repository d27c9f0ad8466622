/* Wat de tabel doet: groepen dicht en open, alleen de verschillen, en op een smal scherm één kolom tegelijk.
   Zonder dit bestand staat alles open. */
(function () {
  "use strict";
  const { el, gelijk } = window.handboekVergelijken;

  /** Maakt van de naam van elke groep een knop; `wissel(id)` als iemand erop drukt. */
  function maakInklapbaar(tabel, wissel) {
    for (const groep of tabel.tBodies) {
      const naam = groep.querySelector(".blok span");
      const knop = el("button", { type: "button", class: "vg-groep", "aria-expanded": "true" }, naam.textContent);
      knop.addEventListener("click", () => wissel(groep.id));
      naam.replaceChildren(knop);
    }
  }

  /** Toont wat open staat en, als dat gevraagd is, alleen waar kolommen verschillen; geeft hoeveel rijen dat scheelt. */
  function toon(tabel, nota, dicht, verschil) {
    let gelijke = 0;
    [...tabel.tBodies].forEach((groep, n) => {
      const toe = dicht.has(groep.id);
      const weglaten = nota.groepen[n].rijen.map((rij) => verschil && gelijk(rij));
      const [kop, ...rijen] = groep.rows;
      rijen.forEach((rij, m) => { rij.hidden = toe || weglaten[m]; });
      gelijke += weglaten.filter(Boolean).length;
      kop.hidden = weglaten.every(Boolean);
      kop.querySelector("button").setAttribute("aria-expanded", String(!toe));
      kop.classList.toggle("toe", toe);
    });
    return gelijke;
  }

  /** Op een smal scherm staan de keuze en de uitleg achter een knop: `data-vouw` is de klasse die ze toont. */
  function maakVouwen(root) {
    for (const knop of root.querySelectorAll("[data-vouw]")) {
      knop.addEventListener("click", () => knop.setAttribute("aria-expanded", String(root.classList.toggle(knop.dataset.vouw))));
    }
  }

  /** De knoppen waarmee een smal scherm van kolom wisselt; vegen werkt ook. */
  function maakTabs(kader, nota) {
    const knoppen = nota.kolommen.map(({ naam }, n) => {
      const knop = el("button", { type: "button", class: "keuze", "aria-pressed": "false" }, naam);
      knop.addEventListener("click", () => { kader.scrollLeft = n * stap(); });
      return knop;
    });
    const stap = () => (kader.scrollWidth - kader.clientWidth) / Math.max(1, knoppen.length - 1);
    const wijs = () => {
      const hier = Math.round(kader.scrollLeft / (stap() || 1));
      knoppen.forEach((knop, n) => {
        knop.setAttribute("aria-pressed", String(n === hier));
        knop.classList.toggle("gekozen", n === hier);
      });
    };
    kader.addEventListener("scroll", () => requestAnimationFrame(wijs), { passive: true });
    wijs();
    return el("div", { class: "vg-tabs", role: "group", "aria-label": "Welke kolom je ziet" }, ...knoppen);
  }

  Object.assign(window.handboekVergelijken, { maakInklapbaar, toon, maakTabs, maakVouwen });
})();
