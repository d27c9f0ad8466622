/* Van een vergelijking naar de tabel op de bladzijde, met dezelfde elementen als
   scripts/handboek/pages/templates/vergelijktabel.html; een test legt beide naast elkaar. */
(function () {
  "use strict";
  const { anker } = window.handboekVergelijken;

  function el(soort, kenmerken, ...inhoud) {
    const nieuw = document.createElement(soort);
    for (const [naam, waarde] of Object.entries(kenmerken || {})) nieuw.setAttribute(naam, waarde);
    nieuw.append(...inhoud);
    return nieuw;
  }
  const soortnaam = (woord) => woord.replace(/[^a-z ]/g, "").replaceAll(" ", "-");

  function merk(nota, nummer) {
    if (typeof nummer !== "number") return el("span", { class: "redactie" }, nummer);
    const kenmerken = { type: "button", class: "bron", popovertarget: `bron-${nummer}`, "data-nr": nummer };
    return el("button", kenmerken, el("span", { class: "onzichtbaar" }, "bron: "), nota.bronnen[nummer - 1].label);
  }

  const merken = (nota, bronnen) => bronnen.flatMap((nummer) => [" ", merk(nota, nummer)]);

  function regel(adres, nota, gezegd, metMerken) {
    if (gezegd.afwezig) {
      const woord = el("span", { class: "afwezig", "data-soort": soortnaam(gezegd.tekst) }, el("span", null, gezegd.tekst));
      return [woord, ...merken(nota, gezegd.bronnen)];
    }
    if (gezegd.oordeel) return [el("b", { class: `kh-o ${gezegd.tekst.replace(" ", "-")}` }, gezegd.tekst)];
    const delen = [];
    if (gezegd.kop) {
      const { naar, kop } = gezegd;
      delen.push(naar ? el("a", { href: adres(naar.soort, naar.id) }, kop) : el("b", null, kop));
    }
    const rest = gezegd.tekst.slice((gezegd.kop || "").length);
    if (rest) delen.push(rest);
    return metMerken ? [...delen, ...merken(nota, gezegd.bronnen)] : delen;
  }

  function cel(adres, nota, regels) {
    const td = el("td", { role: "cell" });
    const [eerste, ...meer] = regels;
    if (!meer.length) {
      const delen = regel(adres, nota, eerste, true);
      td.append(...(eerste.tegenspraak ? [el("span", { class: "tegenspraak" }, ...delen)] : delen));
      return td;
    }
    const zelfde = eerste.bronnen.length && regels.every(({ bronnen }) => bronnen.join() === eerste.bronnen.join());
    td.append(el("ul", { class: "vg-regels" }, ...regels.map((gezegd) =>
      el("li", gezegd.tegenspraak ? { class: "tegenspraak" } : null, ...regel(adres, nota, gezegd, !zelfde)))));
    if (zelfde) td.append(el("p", { class: "merken" }, "alle regels:", ...merken(nota, eerste.bronnen)));
    return td;
  }

  function kop(adres, nota) {
    const koppen = nota.kolommen.map(({ soort, id, naam, plaats }) =>
      el("th", { scope: "col", role: "columnheader" }, el("a", { href: adres(soort, id) }, naam), el("small", null, plaats)));
    const eerste = el("th", { scope: "col", role: "columnheader" }, el("span", { class: "onzichtbaar" }, "Kenmerk"));
    return el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, eerste, ...koppen));
  }

  function groep(adres, nota, { naam, rijen }) {
    const titel = el("th", { scope: "rowgroup", role: "rowheader", colspan: nota.kolommen.length + 1 }, el("span", null, naam));
    const regels = rijen.map((rij) => el("tr", { role: "row" },
      el("th", { scope: "row", role: "rowheader" }, rij.naam), ...rij.cellen.map((regels) => cel(adres, nota, regels))));
    return el("tbody", { role: "rowgroup", id: anker(naam) }, el("tr", { class: "blok", role: "row" }, titel), ...regels);
  }

  /** De tabel; `adres(soort, id)` geeft de koppeling naar een item. */
  function tabel(adres, nota) {
    const kenmerken = { class: "vergelijk", role: "table", "data-kolommen": nota.kolommen.length };
    return el("table", kenmerken, kop(adres, nota), ...nota.groepen.map((een) => groep(adres, nota, een)));
  }

  const sectieadres = (adres, { bron, sectie }) => adres("bron", bron) + (sectie ? `#s-${sectie}` : "");
  const genummerd = ({ sectie }) => sectie && /^\d/.test(sectie);
  const hoofdletter = (tekst) => tekst.charAt(0).toUpperCase() + tekst.slice(1);
  const deel = (plek) => (genummerd(plek) ? plek.label : `§ ${plek.titel}`);

  /** De bronnen met hun delen, elk met het nummer waarmee een afdruk ernaar wijst. */
  function bronnenlijst(adres, nota) {
    const perBron = groepeer(nota.bronnen);
    return el("ol", { class: "bronnenlijst" }, ...[...perBron.values()].map((plekken) => {
      const delen = plekken.flatMap((plek, n) => [
        ...(n ? ["\u00a0· "] : []),
        el("span", { class: "vg-nr" }, `[${plek.nummer}] `),
        el("a", { href: sectieadres(adres, plek) }, plek.sectie ? deel(plek) : "hele bron"),
        ...(genummerd(plek) ? [` ${plek.titel}`] : []),
      ]);
      const [{ bron, naam, gegevens }] = plekken;
      return el("li", null, el("a", { href: adres("bron", bron) }, naam), `. ${hoofdletter(gegevens)}. `, el("span", { class: "vindplaatsen" }, ...delen));
    }));
  }

  function groepeer(bronnen) {
    const found = new Map();
    for (const plek of bronnen) found.set(plek.bron, [...(found.get(plek.bron) || []), plek]);
    return found;
  }

  /** De kaarten die bij de merken opengaan. */
  function bronkaarten(adres, nota) {
    return nota.bronnen.map((plek) => {
      const id = `bron-${plek.nummer}`;
      const titel = genummerd(plek) ? ` · ${plek.titel}` : "";
      const waar = plek.sectie ? `, ${deel(plek)}${titel}` : "";
      const sluit = { type: "button", class: "keuze", popovertarget: id, popovertargetaction: "hide" };
      return el("div", { popover: "", id, class: "bronkaart", role: "group", "aria-label": "Bron" },
        el("p", null, el("b", null, plek.naam), waar),
        el("p", null, `${hoofdletter(plek.gegevens)}.`),
        el("p", { class: "knoppen" }, el("a", { href: sectieadres(adres, plek) }, "Wat nog meer op dit deel rust"), " ", el("button", sluit, "Sluit")));
    });
  }

  Object.assign(window.handboekVergelijken, { el, tabel, bronnenlijst, bronkaarten });
})();
