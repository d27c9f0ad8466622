/* De keuze: wat er naast elkaar ligt en in welke volgorde. Het formulier staat al in de bladzijde. */
(function () {
  "use strict";
  const { el } = window.handboekVergelijken;
  const WOORDEN = { interventie: ["aanpak", "aanpakken"], rol: ["rol", "rollen"] };
  const GETAL = ["Geen", "Eén", "Twee", "Drie", "Vier"];

  const inWoorden = (soort, aantal) => `${GETAL[aantal]} ${WOORDEN[soort][aantal === 1 ? 0 : 1]}`;

  function knop(teken, gezegd, doe) {
    const nieuw = el("button", { type: "button", class: "vg-knop", "aria-label": gezegd }, teken);
    nieuw.addEventListener("click", doe);
    return nieuw;
  }

  /** Het formulier in `vorm`; `wijzig({soort, ids})` bij elke keuze. Geeft de functie die een keuze tekent. */
  function maakKiezer(vorm, keuze, wijzig) {
    const vind = (wat) => vorm.querySelector(wat);
    const [lijst, kies, erbij, uitleg] = [".vg-gekozen", "select", ".vg-erbij", ".vg-uitleg"].map(vind);
    const soorten = [...vorm.querySelectorAll("[data-soort]")];
    const vorige = { interventie: [], rol: [] };
    let staat = null;

    function zet(ids, dan) {
      wijzig({ soort: staat.soort, ids });
      dan?.();
    }
    const focus = (n, welke) => () => {
      const plek = lijst.children[Math.max(0, Math.min(n, lijst.children.length - 1))];
      (plek?.querySelector(`${welke}:not(:disabled)`) || plek?.querySelector(".vg-weg") || kies).focus();
    };

    function schuif(n, naar) {
      const ids = [...staat.ids];
      ids.splice(naar, 0, ...ids.splice(n, 1));
      zet(ids, focus(naar, naar < n ? ".vg-voor" : ".vg-na"));
    }

    function rij(id, n) {
      const [naam, plaats] = keuze.soorten[staat.soort].namen.get(id);
      const voor = knop("‹", `${naam}: een plek naar voren`, () => schuif(n, n - 1));
      const na = knop("›", `${naam}: een plek naar achteren`, () => schuif(n, n + 1));
      const weg = knop("×", `${naam}: haal weg`, () => zet(staat.ids.filter((ander) => ander !== id), focus(n, ".vg-weg")));
      voor.disabled = n === 0;
      na.disabled = n === staat.ids.length - 1;
      voor.classList.add("vg-voor");
      na.classList.add("vg-na");
      weg.classList.add("vg-weg");
      return el("li", null, el("span", null, naam, " ", el("small", null, plaats)), voor, na, weg);
    }

    function vulKeuzes() {
      const { items } = keuze.soorten[staat.soort];
      kies.dataset.van = staat.soort;
      kies.replaceChildren(el("option", { value: "" }, `Kies een ${WOORDEN[staat.soort][0]}`),
        ...items.map(([id, naam, plaats]) => el("option", { value: id }, `${naam}, ${plaats}`)));
    }

    function teken(nieuw) {
      staat = nieuw;
      vorige[staat.soort] = staat.ids;
      for (const keus of soorten) {
        keus.setAttribute("aria-pressed", String(keus.dataset.soort === staat.soort));
        keus.classList.toggle("gekozen", keus.dataset.soort === staat.soort);
      }
      lijst.replaceChildren(...staat.ids.map(rij));
      lijst.hidden = !staat.ids.length;
      if (kies.dataset.van !== staat.soort) vulKeuzes();
      const vol = staat.ids.length >= keuze.hoogstens;
      erbij.disabled = vol; // het keuzeveld niet: de browser maakt dan alle namen erin opnieuw op
      uitleg.textContent = vol ? "Er liggen er vier. Haal er eerst een weg." : "";
    }

    for (const keus of soorten) {
      keus.addEventListener("click", () => wijzig({ soort: keus.dataset.soort, ids: vorige[keus.dataset.soort] }));
    }
    vorm.addEventListener("submit", (gebeurtenis) => {
      gebeurtenis.preventDefault();
      if (erbij.disabled) return;
      const gekozen = kies.value;
      kies.value = "";
      if (staat.ids.includes(gekozen)) {
        uitleg.textContent = `${keuze.soorten[staat.soort].namen.get(gekozen)[0]} ligt er al.`;
        kies.focus();
      } else if (gekozen) zet([...staat.ids, gekozen], () => (erbij.disabled ? focus(staat.ids.length, ".vg-weg")() : kies.focus()));
      else kies.focus();
    });
    return teken;
  }

  Object.assign(window.handboekVergelijken, { inWoorden, maakKiezer });
})();
