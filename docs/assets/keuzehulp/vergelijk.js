/* Op de vergelijking: de groep ‘Onze situatie’ uit `situatie=` in het adres, per aanpak wat past, wat niet past en waar
   de bron zwijgt. Luistert naar `handboek:vergelijking` en vult <div data-situatie>; laadt alleen de feiten die nodig zijn. */
(function () {
  "use strict";

  const { oordeel, toon, schrijf, lees } = self.keuzehulp;
  const hier = document.currentScript.src;
  const naar = (pad) => new URL(`../../${pad}`, hier).href;
  const geladen = new Map();
  const KORT = 2;
  let beurt = 0;

  function laad(naam, pad) {
    if (!geladen.has(naam)) {
      geladen.set(naam, new Promise((klaar, mis) => {
        const script = document.createElement("script");
        script.src = naar(pad);
        script.onload = () => klaar(self.keuzehulpGegevens[naam]);
        script.onerror = mis;
        document.head.append(script);
      }));
    }
    return geladen.get(naam);
  }

  function maak(soort, tekst, klasse) {
    const element = document.createElement(soort);
    if (tekst) element.textContent = tekst;
    if (klasse) element.className = klasse;
    return element;
  }

  function koppeling(tekst, adres) {
    const a = maak("a", tekst);
    a.href = adres;
    return a;
  }

  function woord(uitkomst) {
    const merk = maak("span");
    merk.append(maak("span"));
    toon(merk, uitkomst);
    return merk;
  }

  function zegt(uitspraak) {
    const regel = maak("li", `${uitspraak.tekst} `);
    for (const bron of uitspraak.bron) {
      const merk = bron.naar ? koppeling(bron.label, naar(bron.naar)) : maak("span", bron.label);
      merk.className = bron.naar ? "bron" : "redactie";
      regel.append(merk, " ");
    }
    return regel;
  }

  /* De uitspraken waar het oordeel op rust. */
  function grond(feit, wens, uitkomst) {
    const past = (uitspraak) => uitspraak.waarden.some((waarde) => wens.includes(waarde));
    if (uitkomst === "past") return feit.zegt.filter(past);
    return uitkomst === "past niet" ? feit.zegt.filter((uitspraak) => uitspraak.waarden.length) : feit.zegt;
  }

  function cel(feit, wens, naam) {
    const uitkomst = oordeel(feit.waarden, feit.stilte, feit.open, wens);
    const td = maak("td");
    td.append(maak("span", `${naam}: `, "kop"), woord(uitkomst));
    const lijst = maak("ul");
    const gronden = grond(feit, wens, uitkomst);
    lijst.append(...gronden.slice(0, KORT).map(zegt));
    if (gronden.length > KORT) lijst.append(maak("li", `en nog ${gronden.length - KORT}`, "stil"));
    if (lijst.children.length) td.append(lijst);
    return td;
  }

  function rij(id, punten, wens, kolommen, feiten) {
    const tr = maak("tr");
    const kop = maak("th", punten[id].naam);
    kop.scope = "row";
    kop.append(maak("small", `wij: ${wens.map((waarde) => punten[id].keuzes[waarde]).join(" of ")}`));
    tr.append(kop, ...kolommen.map((kolom, i) => cel(feiten[i][id], wens, kolom.naam)));
    return tr;
  }

  function tabel(punten, situatie, kolommen, feiten) {
    const kader = maak("div", "", "tabelkader");
    Object.assign(kader, { tabIndex: 0, role: "region", ariaLabel: "Onze situatie, schuift opzij" });
    const uit = maak("table", "", "kh-naastelkaar");
    const hoofd = maak("tr");
    for (const tekst of ["Punt", ...kolommen.map((kolom) => kolom.naam)]) hoofd.append(Object.assign(maak("th", tekst), { scope: "col" }));
    uit.createTHead().append(hoofd);
    uit.createTBody().append(...Object.entries(situatie).map(([id, wens]) => rij(id, punten, wens, kolommen, feiten)));
    kader.append(uit);
    return kader;
  }

  function keuzehulp(situatie, kolommen) {
    const ids = kolommen.map((kolom) => kolom.id).join(",");
    const tekst = schrijf(situatie);
    return naar(`keuzehulp.html?${tekst ? `situatie=${tekst}&` : ""}kies=${ids}`);
  }

  async function vul(plek, kolommen) {
    const mijn = ++beurt;
    if (!kolommen.length || kolommen.some((kolom) => kolom.soort !== "interventie")) return plek.replaceChildren();
    const punten = await laad("punten", "keuzehulp/punten.js");
    const kent = (punt, waarde) => Boolean(punten[punt] && punten[punt].keuzes[waarde]);
    const situatie = lees(new URLSearchParams(location.search).get("situatie"), kent);
    const iets = Object.keys(situatie).length > 0;
    const feiten = iets ? await Promise.all(kolommen.map((kolom) => laad(`interventie/${kolom.id}`, `keuzehulp/feiten/${kolom.id}.js`))) : [];
    if (mijn !== beurt) return undefined;
    const kop = maak("h2", "Onze situatie");
    kop.id = "onze-situatie";
    const uitleg = maak("p", "", "toelichting");
    uitleg.append(koppeling(iets ? "Pas onze situatie aan" : "Leg onze situatie ernaast", keuzehulp(situatie, kolommen)));
    if (iets) uitleg.append(" · ", koppeling("zo werkt het", naar("keuzehulp.html#regel")));
    return plek.replaceChildren(...(iets ? [kop, tabel(punten, situatie, kolommen, feiten)] : []), uitleg);
  }

  document.addEventListener("handboek:vergelijking", (event) => {
    const plek = document.querySelector("[data-situatie]");
    if (plek) vul(plek, event.detail.nota.kolommen).catch(() => plek.replaceChildren());
  });
})();
