/* De vergelijking op de bladzijde: de keuze staat in het adres (?aanpak=a,b,c of ?rol=a,b), zodat je haar kunt mailen.
   Op een bladzijde die klaarligt, staat de keuze in de bladzijde zelf. */
(function () {
  "use strict";
  const {
    inWoorden, laadKeuze, laadKolommen, maakInklapbaar, maakKiezer, maakNota, maakTabs, tabel, toon, bronkaarten, bronnenlijst, el,
  } = window.handboekVergelijken;
  const root = document.getElementById("vergelijking");
  const NAAM = { interventie: "aanpak", rol: "rol" };
  const vind = (wat) => root.querySelector(wat);
  const [kop, plek, melding, knoppen, vorm] = ["#inhoud", ".vg-tabel", ".vg-melding", ".vg-knoppen", ".vg-kies"].map((wat) => document.querySelector(wat));
  const bladtitel = document.title;
  let keuze = null;
  let staat = null;
  let nota = null;
  let getekend = "";
  let tekenKeuze = () => {};

  const vandaag = () => new Date().toLocaleDateString("sv-SE");
  const pad = (soort, id) => `../${keuze.mappen[soort]}/${id}.html`;
  const adresVan = (soort, id) => new URL(pad(soort, id), location.href.split(/[?#]/)[0]).href;
  const lijst = (tekst) => (tekst || "").split(",").filter(Boolean);

  /* De keuze in het adres ------------------------------------------------------------------------- */
  function lees() {
    const gegeven = new URLSearchParams(location.search);
    const vast = root.dataset.soort ? { soort: root.dataset.soort, ids: lijst(root.dataset.keuze) } : null;
    const soort = gegeven.has("rol") && !gegeven.has("aanpak") ? "rol" : "interventie";
    const gevraagd = vast || { soort, ids: lijst(gegeven.get(NAAM[soort])) };
    const bekend = new Set(keuze.soorten[gevraagd.soort].items.map(([id]) => id));
    const ids = [...new Set(gevraagd.ids)].filter((id) => bekend.has(id)).slice(0, keuze.hoogstens);
    const vreemd = gevraagd.ids.filter((id) => !bekend.has(id));
    return { soort: gevraagd.soort, ids, vreemd, verschil: gegeven.has("verschil"), dicht: new Set(lijst(gegeven.get("dicht"))) };
  }

  function adres() {
    const gegeven = new URLSearchParams(location.search);
    for (const naam of ["aanpak", "rol", "verschil", "dicht"]) gegeven.delete(naam);
    const eigen = [];
    if (staat.ids.length && !root.dataset.soort) eigen.push(`${NAAM[staat.soort]}=${staat.ids.join(",")}`);
    if (staat.verschil) eigen.push("verschil=ja");
    if (staat.dicht.size) eigen.push(`dicht=${[...staat.dicht].join(",")}`);
    const vraag = [...eigen, ...(gegeven.size ? [gegeven.toString().replaceAll("%2C", ",")] : [])].join("&");
    return location.href.split(/[?#]/)[0] + (vraag ? `?${vraag}` : "");
  }

  function onthoud(hoe) {
    try {
      if (adres() !== location.href.split("#")[0]) history[hoe](null, "", adres());
    } catch {
      // Een streng ingestelde browser: dan blijft het adres zoals het is.
    }
  }

  /* Tekenen ---------------------------------------------------------------------------------------- */
  function zeg(tekst) {
    if (melding.textContent !== tekst) melding.textContent = tekst;
  }

  function tekenWatOpenStaat() {
    const { gelijke, weg } = toon(plek.querySelector("table"), nota, staat.dicht, staat.verschil);
    const rijen = gelijke === 1 ? "1 rij waarin alle kolommen hetzelfde zeggen, staat" : `${gelijke} rijen waarin alle kolommen hetzelfde zeggen, staan`;
    zeg(staat.verschil ? (gelijke ? `${rijen} er niet bij.` : "In elke rij is er verschil.") : "");
    vind(".vg-weggelaten").textContent = weg.length ? `Dichtgeklapt, en dus niet afgedrukt: ${weg.join(", ")}.` : "";
    vind("[data-doe=verschil]").setAttribute("aria-pressed", String(staat.verschil));
    vind("[data-doe=verschil]").classList.toggle("gekozen", staat.verschil);
    const alle = plek.querySelectorAll("tbody").length;
    vind("[data-doe=dicht]").disabled = staat.dicht.size >= alle;
    vind("[data-doe=open]").disabled = !staat.dicht.size;
  }

  function wissel(id) {
    if (!staat.dicht.delete(id)) staat.dicht.add(id);
    tekenWatOpenStaat();
    onthoud("replaceState");
  }

  async function tekenTabel() {
    const deze = `${staat.soort} ${staat.ids}`;
    getekend = deze;
    const kolommen = await laadKolommen(staat.soort, staat.ids);
    if (getekend !== deze) return;
    nota = maakNota(keuze, staat.soort, kolommen, vandaag(), adresVan);
    const meer = `Vergelijking van ${inWoorden(staat.soort, staat.ids.length).toLowerCase()}`;
    const kader = el("div", { class: "tabelkader", tabindex: 0, role: "region", "aria-label": meer }, tabel(pad, nota));
    maakInklapbaar(kader.firstChild, wissel);
    plek.replaceChildren(kader);
    plek.prepend(maakTabs(kader, nota));
    vind(".vg-bronnen").replaceChildren(bronnenlijst(pad, nota), ...bronkaarten(pad, nota));
    tekenWatOpenStaat();
    meld();
  }

  /* Wie meeneemt of de eigen situatie ernaast legt, luistert hiernaar. */
  function meld() {
    vind("[data-uitvoer]").nota = nota;
    document.dispatchEvent(new CustomEvent("handboek:vergelijking", { detail: { nota } }));
  }

  function tekenKop() {
    const genoeg = staat.ids.length > 1;
    const wat = genoeg ? `${inWoorden(staat.soort, staat.ids.length)} naast elkaar` : root.dataset.kop;
    if (!root.dataset.soort && kop.textContent !== wat) kop.textContent = wat;
    root.classList.toggle("leeg", !genoeg);
    document.documentElement.classList.toggle("vg-vol", genoeg);
    return genoeg;
  }

  async function teken() {
    tekenKeuze(staat);
    if (!tekenKop()) {
      getekend = "";
      nota = null;
      plek.replaceChildren();
      vind(".vg-bronnen").replaceChildren();
      document.title = bladtitel;
      zeg(staat.vreemd?.length ? `Dit handboek kent niet: ${staat.vreemd.join(", ")}.` : staat.ids.length ? "Kies er nog een: naast elkaar liggen er twee tot vier." : "");
      meld();
      return;
    }
    try {
      await tekenTabel();
    } catch {
      zeg("De gegevens zijn niet te laden. Kijk of je verbinding hebt, en laad de bladzijde opnieuw.");
      return;
    }
    if (nota && !root.dataset.soort) document.title = `${nota.titel} - ${root.dataset.site}`;
    for (const dag of root.querySelectorAll(".vandaag")) dag.textContent = new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
    for (const waar of root.querySelectorAll(".adres")) waar.textContent = adres();
    if (staat.vreemd?.length) zeg(`Dit handboek kent niet: ${staat.vreemd.join(", ")}.`);
  }

  function wijzig({ soort, ids }) {
    Object.assign(staat, { soort, ids, vreemd: [] });
    onthoud("pushState");
    vorm.closest("details").open = true; // wie aan het kiezen is, houdt de keuze in beeld
    teken();
    window.handboekBak?.zet(soort, ids.map((id) => keuze.soorten[soort].items.find(([ander]) => ander === id).slice(0, 2)));
  }

  /* Knoppen ---------------------------------------------------------------------------------------- */
  const DOEN = {
    verschil() { staat.verschil = !staat.verschil; },
    dicht() { staat.dicht = new Set([...plek.querySelectorAll("tbody")].map(({ id }) => id)); },
    open() { staat.dicht.clear(); },
  };

  async function kopieer(knop) {
    const bericht = knop.nextElementSibling;
    try {
      await navigator.clipboard.writeText(adres());
      bericht.textContent = "Gekopieerd.";
    } catch {
      bericht.textContent = `Kopieer zelf: ${adres()}`;
    }
  }

  knoppen.addEventListener("click", (gebeurtenis) => {
    const knop = gebeurtenis.target.closest("[data-doe]");
    if (!knop) return;
    if (knop.dataset.doe === "kopieer") {
      kopieer(knop);
      return;
    }
    DOEN[knop.dataset.doe]();
    tekenWatOpenStaat();
    onthoud("replaceState");
    if (knop.disabled) knoppen.querySelector("[data-doe]:not(:disabled)").focus();
  });

  function opnieuw() {
    staat = lees();
    teken();
  }

  /* Wie zonder keuze komt, ziet wat er in de bak ligt. */
  function begin() {
    staat = lees();
    if (!staat.ids.length && !staat.vreemd.length && !location.search && window.handboekBak) {
      const soort = window.handboekBak.laatste();
      staat = { ...staat, soort, ids: window.handboekBak.ids(soort).filter((id) => keuze.soorten[soort].items.some(([ander]) => ander === id)) };
      onthoud("replaceState");
    }
    teken();
  }

  if (root.dataset.soort || /[?&](aanpak|rol)=/.test(location.search)) {
    root.classList.remove("leeg");
    document.documentElement.classList.add("vg-vol");
  }
  const gelezen = new Promise((klaar) => { document.addEventListener("DOMContentLoaded", klaar); });
  Promise.all([laadKeuze(), gelezen]).then(([gegevens]) => {
    keuze = gegevens;
    if (vorm) tekenKeuze = maakKiezer(vorm, keuze, wijzig);
    begin();
    window.addEventListener("popstate", opnieuw);
  }, () => zeg("De gegevens zijn niet te laden. Kijk of je verbinding hebt, en laad de bladzijde opnieuw."));
})();
