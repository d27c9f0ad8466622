/* Van kolommen naar één vergelijking, in de vorm van `handboek compare --format json`. Wat kolommen delen, wordt hier
   verdeeld zoals in scripts/handboek/vergelijken/gedeeld.py; een test legt beide naast elkaar. Zonder DOM. */
window.handboekVergelijken = (function () {
  "use strict";

  const opsomming = (woorden) =>
    woorden.length < 2 ? woorden.join("") : `${woorden.slice(0, -1).join(", ")} en ${woorden.at(-1)}`;

  const kaal = (tekst) => [{ tekst, bronnen: [] }];
  const andersom = (deel, ander) => Boolean(deel.lijn) && deel.lijn === ander.lijn && deel.richting !== ander.richting;

  function metWie(deel, bij, elders) {
    const tegen = elders.filter(({ delen }) => delen.some((ander) => andersom(deel, ander))).map(({ naam }) => naam);
    const ook = bij.length && elders.length > 1 ? ` (ook bij ${opsomming(bij)})` : "";
    const terug = tegen.length ? ` (andere kant op bij ${opsomming(tegen)})` : "";
    return { ...deel.regel, tekst: deel.regel.tekst + ook + terug, tegenspraak: tegen.length > 0 };
  }

  /* De regels van een kolom die een ander ook noemt (`ook`), of die geen ander noemt; leeg als hij zelf niets noemt. */
  function verdeel(kolommen, eigen, naam, ook) {
    const elders = kolommen.filter((ander) => ander !== eigen).map((ander) => ({ naam: ander.naam, delen: ander.delen[naam] }));
    const delen = eigen.delen[naam];
    if (delen.length && ook && !elders.some((ander) => ander.delen.length)) return kaal("n.v.t.");
    const regels = [];
    for (const deel of delen) {
      const bij = elders.filter((ander) => ander.delen.some(({ id }) => id === deel.id)).map((ander) => ander.naam);
      if (bij.length > 0 === ook) regels.push(metWie(deel, bij, elders));
    }
    return regels.length || !delen.length ? regels : kaal("nee");
  }

  function celVan(rij, nummer, kolom, kolommen) {
    const regels = Array.isArray(rij) ? verdeel(kolommen, kolom, rij[1], rij[2]) : kolom.cellen[nummer];
    return regels.length ? regels : kaal("niet vermeld");
  }

  /* Elke plek in een bron krijgt een nummer, in de volgorde waarin de tabel haar noemt. */
  function nummeraar() {
    const bronnen = [];
    const nummers = new Map();
    const nummer = (plek) => {
      const sleutel = `${plek.bron} ${plek.sectie || ""}`;
      if (!nummers.has(sleutel)) {
        nummers.set(sleutel, bronnen.length + 1);
        bronnen.push({ nummer: bronnen.length + 1, ...plek });
      }
      return nummers.get(sleutel);
    };
    return { bronnen, nummer };
  }

  function maakRegel(keuze, kolom, regel, nummer) {
    return {
      tekst: regel.tekst,
      afwezig: keuze.afwezig.includes(regel.tekst),
      tegenspraak: Boolean(regel.tegenspraak),
      bronnen: (regel.bronnen || []).map((plek) => (typeof plek === "number" ? nummer(kolom.bronnen[plek]) : plek)),
      ...(regel.kop ? { kop: regel.kop } : {}),
      ...(regel.naar ? { naar: regel.naar } : {}),
    };
  }

  /** De vergelijking van deze kolommen; `adresVan(soort, id)` geeft het adres van een item. */
  function maakNota(keuze, soort, kolommen, datum, adresVan) {
    const { bronnen, nummer } = nummeraar();
    let rijnummer = -1;
    const groepen = keuze.soorten[soort].groepen.map(({ naam, rijen }) => ({
      naam,
      rijen: rijen.map((rij) => {
        rijnummer += 1;
        const cellen = kolommen.map((kolom) =>
          celVan(rij, rijnummer, kolom, kolommen).map((regel) => maakRegel(keuze, kolom, regel, nummer)));
        return { naam: Array.isArray(rij) ? rij[0] : rij, cellen };
      }),
    }));
    return {
      titel: `${opsomming(kolommen.map(({ naam }) => naam))} naast elkaar`,
      datum,
      kolommen: kolommen.map(({ id, naam, plaats }) => ({ soort, id, naam, plaats, adres: adresVan(soort, id) })),
      groepen,
      bronnen,
    };
  }

  /** Of alle kolommen in deze rij hetzelfde zeggen. */
  function gelijk(rij) {
    const teksten = rij.cellen.map((cel) => cel.map(({ tekst }) => tekst).join("\n"));
    return teksten.every((tekst) => tekst === teksten[0]);
  }

  return { opsomming, maakNota, gelijk };
})();
