/* De vergelijking op de bladzijde: leest wat het adres vraagt, tekent dat, en schrijft terug wat er verandert. */
(function () {
  "use strict";
  const {
    inWoorden, laadKeuze, laadKolommen, leesAdres, schrijfAdres, vergelijkadres, keuzehulpadres, maakInklapbaar, maakKiezer,
    maakNota, kort, maakTabs, maakVouwen, situatiegroep, tabel, toon, bronkaarten, bronnenlijst, el,
  } = window.handboekVergelijken;
  const root = document.getElementById("vergelijking");
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
  const adres = () => schrijfAdres(staat, root.dataset.soort);

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
    const gelijke = toon(plek.querySelector("table"), nota, staat.dicht, staat.verschil);
    const rijen = gelijke === 1 ? "1 rij waarin alle kolommen hetzelfde zeggen, staat" : `${gelijke} rijen waarin alle kolommen hetzelfde zeggen, staan`;
    zeg([staat.klacht, staat.verschil ? (gelijke ? `${rijen} er niet bij.` : "In elke rij is er verschil.") : ""].join(" ").trim());
    vind("[data-doe=verschil]").setAttribute("aria-pressed", String(staat.verschil));
    vind("[data-doe=verschil]").classList.toggle("gekozen", staat.verschil);
    vind("[data-doe=dicht]").disabled = [...plek.querySelectorAll("tbody")].every(({ id }) => staat.dicht.has(id));
    vind("[data-doe=open]").disabled = !staat.dicht.size;
    meld();
  }

  function wissel(id) {
    if (!staat.dicht.delete(id)) staat.dicht.add(id);
    tekenWatOpenStaat();
    onthoud("replaceState");
  }

  async function tekenTabel() {
    const deze = `${staat.soort} ${staat.ids} ${location.search}`;
    getekend = deze;
    const kolommen = await laadKolommen(staat.soort, staat.ids);
    if (getekend !== deze) return;
    const eerst = metSituatie() && situatiegroep(keuze.punten, kolommen, staat.situatie);
    nota = maakNota(keuze, staat.soort, kolommen, { datum: vandaag(), adres: vergelijkadres(staat), adresVan }, eerst);
    const meer = `Vergelijking van ${inWoorden(staat.soort, staat.ids.length).toLowerCase()}`;
    const kader = el("div", { class: "tabelkader", tabindex: 0, role: "region", "aria-label": meer }, tabel(pad, nota));
    maakInklapbaar(kader.firstChild, wissel);
    plek.replaceChildren(kader);
    plek.prepend(maakTabs(kader, nota));
    vind(".vg-bronnen").replaceChildren(bronnenlijst(pad, nota), ...bronkaarten(pad, nota));
    tekenWatOpenStaat();
  }

  const metSituatie = () => staat.soort === "interventie" && Object.keys(staat.situatie).length > 0;

  /* Wie meeneemt, luistert hiernaar: wat er staat kan mee, en wat er niet staat wordt genoemd. */
  function meld() {
    const wat = nota && kort(nota, staat.dicht, staat.verschil);
    vind(".vg-weggelaten").textContent = wat?.weggelaten || "";
    for (const waar of root.querySelectorAll(".adres")) waar.textContent = adres();
    const mee = wat?.groepen.length ? wat : null;
    vind("[data-uitvoer]").nota = mee;
    document.dispatchEvent(new CustomEvent("handboek:vergelijking", { detail: { nota: mee } }));
  }

  function tekenSituatie() {
    const koppeling = vind("[data-situatie]");
    koppeling.hidden = staat.soort !== "interventie";
    koppeling.href = keuzehulpadres(staat);
    koppeling.textContent = metSituatie() ? "Pas onze situatie aan" : "Leg onze situatie ernaast";
    for (const uitleg of root.querySelectorAll("[data-bij-situatie]")) uitleg.hidden = !metSituatie();
  }

  function tekenKop() {
    const genoeg = staat.ids.length > 1;
    const wat = genoeg ? `${inWoorden(staat.soort, staat.ids.length)} naast elkaar` : root.dataset.kop;
    if (!root.dataset.soort && kop.textContent !== wat) kop.textContent = wat;
    root.classList.toggle("vg-leeg", !genoeg);
    document.documentElement.classList.toggle("vg-vol", genoeg);
    return genoeg;
  }

  async function teken() {
    tekenKeuze(staat);
    tekenSituatie();
    if (!tekenKop()) {
      getekend = "";
      nota = null;
      plek.replaceChildren();
      vind(".vg-bronnen").replaceChildren();
      document.title = bladtitel;
      zeg([staat.klacht, staat.ids.length ? "Kies er nog een: naast elkaar liggen er twee tot vier." : ""].join(" ").trim());
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
  }

  function wijzig({ soort, ids }) {
    Object.assign(staat, { soort, ids, klacht: "" });
    onthoud("pushState");
    teken();
    window.handboekBak?.zet(soort, ids.map((id) => [id, keuze.soorten[soort].namen.get(id)[0]]));
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

  root.addEventListener("click", (gebeurtenis) => {
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
    staat = leesAdres(keuze, root.dataset);
    teken();
  }

  /* Wie zonder keuze komt, ziet wat er in de bak ligt. */
  function begin() {
    staat = leesAdres(keuze, root.dataset);
    if (!staat.ids.length && !location.search && window.handboekBak) {
      const soort = window.handboekBak.laatste();
      staat = { ...staat, soort, ids: window.handboekBak.ids(soort).filter((id) => keuze.soorten[soort].namen.has(id)) };
      onthoud("replaceState");
    }
    teken();
  }

  maakVouwen(root);
  if (root.dataset.soort || /[?&](aanpak|rol)=/.test(location.search)) {
    root.classList.remove("vg-leeg");
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
