/* Keuzehulp: vragen over onze situatie, en per aanpak en methode wat daarbij past. De tabellen staan er al. */
(function () {
  "use strict";

  const root = document.querySelector(".keuzehulp");
  if (!root) return;
  const { oordeel, toon, schrijf, lees } = self.keuzehulp;
  let bak = null;
  const MEEST = 4;
  const BEWAARD = "handboek-situatie";
  const find = (selector) => root.querySelector(selector);
  const all = (selector) => [...root.querySelectorAll(selector)];
  const form = find(".kh-vragen");
  const bericht = find(".kh-bericht");
  const zonder = all("[name=zonder]");
  const kies = all("[name=kies]");
  const punten = zonder.map((vak) => vak.value);
  const tabellen = all(".kh-tabel").map(leesTabel);
  let situatie = {};

  function leesTabel(tabel) {
    const rijen = [...tabel.tBodies[0].rows].map((node) => {
      const cellen = {};
      for (const td of node.cells) if (td.dataset.p) cellen[td.dataset.p] = leesCel(td);
      return { node, cellen };
    });
    const koppen = Object.fromEntries([...tabel.tHead.rows[0].cells].slice(1).map((th, i) => [punten[i], th]));
    return { tabel, koppen, rijen, tal: find(`[data-tal="${tabel.dataset.soort}"]`), niets: tabel.parentElement.nextElementSibling };
  }

  function leesCel(td) {
    return {
      td,
      merk: td.querySelector(".kh-o"),
      waarden: td.dataset.w ? td.dataset.w.split(" ") : [],
      stilte: td.dataset.z,
      open: "open" in td.dataset,
      delen: [...td.querySelectorAll("li[data-w]")].map((li) => ({ li, waarden: li.dataset.w.split(" ").filter(Boolean) })),
      uitkomst: "",
    };
  }

  /* Eén cel: het woord, en van de uitspraken die waar het op rust. */
  function toonCel(cel, wens) {
    const uitkomst = oordeel(cel.waarden, cel.stilte, cel.open, wens);
    if (uitkomst !== cel.uitkomst) {
      toon(cel.merk, uitkomst);
      if (!uitkomst !== !cel.uitkomst) cel.td.classList.toggle("gevraagd", Boolean(uitkomst));
      cel.uitkomst = uitkomst;
    }
    for (const { li, waarden } of cel.delen) {
      li.hidden = uitkomst === "past" ? !waarden.some((waarde) => wens.includes(waarde)) : uitkomst === "past niet" && !waarden.length;
    }
  }

  function naam(punt, waarde) {
    return veld(punt, waarde).nextElementSibling.textContent;
  }

  function veld(punt, waarde) {
    return [...form.elements].find((vak) => vak.name === punt && vak.value === waarde);
  }

  function kent(punt, waarde) {
    return Boolean(waarde && veld(punt, waarde));
  }

  function toonUitkomst(nieuw) {
    const anders = punten.filter((punt) => String(nieuw[punt] || "") !== String(situatie[punt] || ""));
    situatie = nieuw;
    const gevraagd = punten.filter((punt) => situatie[punt]);
    const weg = zonder.filter((vak) => vak.checked && situatie[vak.value]).map((vak) => vak.value);
    root.classList.toggle("gevraagd", gevraagd.length > 0);
    for (const { tabel, koppen, rijen, tal, niets } of tabellen) {
      tabel.style.minWidth = `${10.5 + 8.2 * gevraagd.length}rem`;
      for (const punt of anders) koppen[punt].classList.toggle("gevraagd", punt in situatie);
      let over = 0;
      for (const { node, cellen } of rijen) {
        for (const punt of anders) toonCel(cellen[punt], situatie[punt] || []);
        const verborgen = weg.some((punt) => cellen[punt].uitkomst === "past niet");
        if (node.hidden !== verborgen) node.hidden = verborgen;
        if (!verborgen) over += 1;
      }
      const woorden = over === rijen.length ? `${over} ${tabel.dataset.meervoud}, op naam.` : `${over} van ${rijen.length} ${tabel.dataset.meervoud}, op naam.`;
      if (tal.textContent !== woorden) tal.textContent = woorden;
      niets.hidden = over > 0;
    }
    toonAntwoorden(gevraagd);
  }

  function toonAntwoorden(gevraagd) {
    find("[data-antwoorden]").replaceChildren(
      ...gevraagd.map((punt) => {
        const regel = document.createElement("li");
        const kop = document.createElement("b");
        kop.textContent = `${zonder[punten.indexOf(punt)].nextElementSibling.textContent}: `;
        regel.append(kop, situatie[punt].map((waarde) => naam(punt, waarde)).join(" of "));
        return regel;
      }),
    );
    for (const vak of zonder) vak.parentElement.hidden = !situatie[vak.value];
    find(".kh-zonder").hidden = !gevraagd.length;
    find(".kh-leeg").hidden = gevraagd.length > 0;
    for (const knop of all(".kh-knoppen .keuze")) knop.hidden = !gevraagd.length && knop.dataset.doe !== "bewaar";
    toonBewaard(gevraagd.length > 0);
    bak.metSituatie(schrijf(situatie));
  }

  /* Wat naast elkaar ligt, ligt in de bak: de vakjes volgen haar. */
  function volgBak() {
    const ids = bak.ids("interventie");
    for (const vak of kies) vak.checked = ids.includes(vak.value);
  }

  const naamVan = (vak) => vak.closest("th").firstElementChild.textContent;

  /* Wat in een gemaild adres gekozen is, komt in de bak. */
  function legIn(ids) {
    const gevraagd = ids.map((id) => kies.find((vak) => vak.value === id)).filter(Boolean).slice(0, MEEST);
    if (gevraagd.length && String(gevraagd.map((vak) => vak.value)) !== String(bak.ids("interventie"))) {
      bak.zet("interventie", gevraagd.map((vak) => [vak.value, naamVan(vak)]));
    }
  }

  function adresdeel(sleutel, waarde) {
    return waarde ? `&${sleutel}=${waarde}` : "";
  }

  function adres() {
    const aan = (vakken, teken) => vakken.filter((vak) => vak.checked).map((vak) => vak.value).join(teken);
    const deel = [["situatie", schrijf(situatie)], ["zonder", aan(zonder, ".")], ["kies", bak.ids("interventie").join(",")]];
    const zoek = deel.map(([sleutel, waarde]) => adresdeel(sleutel, waarde)).join("").slice(1);
    return location.pathname + (zoek ? `?${zoek}` : "");
  }

  function onthoud() {
    try {
      if (adres() !== location.pathname + location.search) history.pushState(null, "", adres());
    } catch {
      // Een streng ingestelde browser: dan blijft het adres zoals het is.
    }
  }

  function gegeven() {
    const nieuw = {};
    for (const vak of form.elements) if (vak.checked && vak.value) (nieuw[vak.name] ||= []).push(vak.value);
    return nieuw;
  }

  /* Zet de vakjes zoals het adres zegt, en toon wat daarbij hoort. */
  function haalTerug(zoek) {
    const deel = new URLSearchParams(zoek);
    const nieuw = lees(deel.get("situatie"), kent);
    for (const vak of form.elements) vak.checked = vak.value ? (nieuw[vak.name] || []).includes(vak.value) : !nieuw[vak.name];
    const weg = (deel.get("zonder") || "").split(".");
    for (const vak of zonder) vak.checked = weg.includes(vak.value);
    legIn((deel.get("kies") || "").split(","));
    volgBak();
    toonUitkomst(gegeven());
  }

  function bewaarde(waarde) {
    try {
      if (waarde === "") localStorage.removeItem(BEWAARD);
      else if (waarde) localStorage.setItem(BEWAARD, waarde);
      return localStorage.getItem(BEWAARD) || "";
    } catch {
      return "";
    }
  }

  function toonBewaard(iets) {
    const oud = bewaarde();
    const knop = find("[data-doe=bewaar]");
    const gelijk = oud === schrijf(situatie);
    knop.textContent = oud && (gelijk || !iets) ? "Wis van dit apparaat" : "Bewaar op dit apparaat";
    knop.hidden = !iets && !oud;
    find("[data-bewaard]").hidden = !oud || iets;
  }

  const DOE = {
    open: () => {
      haalTerug(`?situatie=${bewaarde()}`);
      onthoud();
      find("#onze-situatie").scrollIntoView();
    },
    bewaar: (knop) => {
      const wis = knop.textContent.startsWith("Wis");
      bewaarde(wis ? "" : schrijf(situatie));
      toonBewaard(Object.keys(situatie).length > 0);
      bericht.textContent = wis ? "Gewist van dit apparaat." : bewaarde() ? "Bewaard op dit apparaat." : "Deze browser bewaart niets.";
    },
    kopieer: async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        bericht.textContent = "Adres gekopieerd.";
      } catch {
        bericht.textContent = "Kopieer het adres uit de adresbalk.";
      }
    },
    druk: () => print(),
    wis: () => {
      haalTerug("");
      onthoud();
      form.elements[0].focus();
    },
  };

  root.addEventListener("change", (event) => {
    const vak = event.target;
    bericht.textContent = "";
    if (vak.name === "kies") bak.wissel("interventie", vak.value, naamVan(vak));
    else toonUitkomst(gegeven());
    onthoud();
  });
  root.addEventListener("click", (event) => {
    const knop = event.target.closest("[data-doe]");
    if (knop) DOE[knop.dataset.doe](knop);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  /* De bak is er als alle scripts gelezen zijn. */
  document.addEventListener("DOMContentLoaded", () => {
    bak = window.handboekBak;
    haalTerug(location.search);
    document.addEventListener("handboek:bak", () => {
      volgBak();
      onthoud();
    });
    addEventListener("popstate", () => haalTerug(location.search));
    root.classList.add("werkt");
  });
})();
