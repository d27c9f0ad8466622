/* De bak: wat je naast elkaar gaat leggen, tot vier per soort. Staat alleen op dit apparaat en blijft bij het bladeren.
   Zonder dit bestand is ‘leg naast elkaar’ een gewone koppeling. */
(function () {
  "use strict";
  const SLEUTEL = "handboek:naast-elkaar";
  const HOOGSTENS = 4;
  const MEERVOUD = { interventie: "aanpakken", rol: "rollen" };
  const PARAM = { interventie: "aanpak", rol: "rol" };
  const eigen = document.currentScript.src;
  const knoppen = [];
  let staat = lees();
  let bak = null;
  let situatie = "";
  let vorige = null;

  function lees() {
    const leeg = { interventie: [], rol: [], laatste: "interventie", dicht: false };
    try {
      const bewaard = JSON.parse(localStorage.getItem(SLEUTEL)) || {};
      const goed = (rijen) => (Array.isArray(rijen) ? rijen : [])
        .filter((rij) => Array.isArray(rij) && rij.length === 2 && rij.every((deel) => typeof deel === "string")).slice(0, HOOGSTENS);
      const laatste = bewaard.laatste in MEERVOUD ? bewaard.laatste : leeg.laatste;
      return { interventie: goed(bewaard.interventie), rol: goed(bewaard.rol), laatste, dicht: bewaard.dicht === true };
    } catch {
      return leeg;
    }
  }

  function bewaar() {
    try {
      localStorage.setItem(SLEUTEL, JSON.stringify(staat));
    } catch {
      // Deze browser bewaart niets: dan geldt de keuze op deze bladzijde.
    }
  }

  function el(soort, klasse, ...inhoud) {
    const nieuw = document.createElement(soort);
    if (klasse) nieuw.className = klasse;
    if (soort === "button") nieuw.type = "button";
    nieuw.append(...inhoud);
    return nieuw;
  }

  const ligtErin = (soort, id) => staat[soort].some(([ander]) => ander === id);

  function wijzig(soort, rijen, bericht = "") {
    staat = { ...staat, [soort]: rijen, laatste: soort, dicht: false };
    bewaar();
    teken(bericht);
  }

  function wissel(soort, id, naam) {
    if (ligtErin(soort, id)) wijzig(soort, staat[soort].filter(([ander]) => ander !== id), `${naam} is weggehaald.`);
    else if (staat[soort].length >= HOOGSTENS) wijzig(soort, staat[soort], `Er liggen al vier ${MEERVOUD[soort]}. Haal er eerst een weg.`);
    else wijzig(soort, [...staat[soort], [id, naam]], `${naam} ligt erbij.`);
  }

  /* Knoppen in de bladzijde ------------------------------------------------------------------------ */
  function maakKnop(plek) {
    const { soort, id, naam } = plek.dataset;
    const knop = el("button", "keuze", "Leg naast elkaar", el("span", "onzichtbaar", `: ${naam}`));
    knop.addEventListener("click", () => wissel(soort, id, naam));
    plek.replaceChildren(knop);
    knoppen.push({ knop, soort, id });
  }

  function tekenKnop({ knop, soort, id }) {
    const erin = ligtErin(soort, id);
    knop.firstChild.data = erin ? "Ligt naast elkaar" : "Leg naast elkaar";
    knop.setAttribute("aria-pressed", String(erin));
    knop.classList.toggle("gekozen", erin);
  }

  /* De bak zelf -------------------------------------------------------------------------------------- */
  function weghaler(soort, [id, naam]) {
    const knop = el("button", "keuze gekozen", naam);
    const teken = el("span", "", " ×");
    teken.setAttribute("aria-hidden", "true");
    knop.append(teken, el("span", "onzichtbaar", ", haal weg"));
    knop.addEventListener("click", () => {
      const plek = [...knop.closest("ul").children].indexOf(knop.parentNode);
      wijzig(soort, staat[soort].filter(([ander]) => ander !== id), `${naam} is weggehaald.`);
      const over = bak.querySelectorAll(`[data-soort=${soort}] li button`);
      (over[Math.min(plek, over.length - 1)] || bak.querySelector(".bak-sluit")).focus();
    });
    return el("li", "", knop);
  }

  function rij(soort) {
    const rijen = staat[soort];
    const nieuw = el("div", "bak-rij");
    nieuw.dataset.soort = soort;
    nieuw.append(el("b", "", `${rijen.length} ${rijen.length === 1 ? { interventie: "aanpak", rol: "rol" }[soort] : MEERVOUD[soort]}`),
      el("ul", "bak-namen", ...rijen.map((een) => weghaler(soort, een))));
    if (rijen.length > 1) {
      const naar = el("a", "bak-naar", "Vergelijk");
      const past = soort === "interventie" && situatie ? "&situatie=" + situatie : "";
      naar.href = new URL(`../vergelijken/index.html?${PARAM[soort]}=${rijen.map(([id]) => id).join(",")}${past}`, eigen).href;
      nieuw.append(naar);
    } else nieuw.append(el("small", "", "Kies er nog een."));
    return nieuw;
  }

  function maakBak() {
    bak = el("aside", "bak", el("div", "bak-rijen"), el("p", "bak-bericht"));
    bak.setAttribute("aria-label", "Wat je naast elkaar legt");
    bak.lastChild.setAttribute("role", "status");
    const sluit = el("button", "keuze bak-sluit", "Sluit");
    sluit.addEventListener("click", () => {
      staat = { ...staat, dicht: true };
      bewaar();
      teken("");
      vorige?.focus({ preventScroll: true });
    });
    bak.append(sluit);
    document.body.append(bak);
  }

  function teken(bericht) {
    knoppen.forEach(tekenKnop);
    if (document.getElementById("vergelijking")) return;
    if (!bak) maakBak();
    const soorten = Object.keys(MEERVOUD).filter((soort) => staat[soort].length);
    bak.hidden = staat.dicht || (!soorten.length && !bericht);
    bak.firstChild.replaceChildren(...soorten.map(rij));
    bak.querySelector(".bak-bericht").textContent = bericht;
    ruimte();
    document.dispatchEvent(new CustomEvent("handboek:bak"));
  }

  /* Wat de aandacht heeft, ligt nooit achter de bak. */
  function ruimte() {
    const hoog = bak.hidden ? 0 : bak.offsetHeight;
    document.documentElement.style.setProperty("--bak", `${hoog}px`);
    document.documentElement.classList.toggle("met-bak", hoog > 0);
  }

  document.addEventListener("focusin", ({ target }) => {
    if (bak?.contains(target)) return;
    vorige = target;
    if (!bak || bak.hidden) return;
    const teLaag = target.getBoundingClientRect().bottom - bak.getBoundingClientRect().top;
    if (teLaag > 0) window.scrollBy(0, teLaag + 8);
  });
  window.addEventListener("resize", () => bak && ruimte());
  window.addEventListener("storage", ({ key }) => {
    if (key !== null && key !== SLEUTEL) return;
    staat = lees();
    teken("");
  });

  window.handboekBak = {
    ids: (soort) => staat[soort].map(([id]) => id),
    laatste: () => staat.laatste,
    zet: (soort, rijen) => wijzig(soort, rijen),
    wissel: (soort, id, naam) => wissel(soort, id, naam),
    /** Onze situatie, zoals zij in een adres staat, gaat mee naar de vergelijking. */
    metSituatie(tekst) {
      if (tekst === situatie) return;
      situatie = tekst;
      teken("");
    },
  };

  document.querySelectorAll(".leg").forEach(maakKnop);
  if (knoppen.length || staat.interventie.length || staat.rol.length) teken("");
})();
