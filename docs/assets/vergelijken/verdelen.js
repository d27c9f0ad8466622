/* Van kolommen naar één vergelijking, in de vorm van `handboek compare --format json`. Wat kolommen delen, wordt hier
   verdeeld zoals in scripts/handboek/vergelijken/gedeeld.py; een test legt beide naast elkaar. Zonder DOM. */
window.handboekVergelijken = (function () {
  "use strict";

  const opsomming = (woorden, en = "en") =>
    woorden.length < 2 ? woorden.join("") : `${woorden.slice(0, -1).join(", ")} ${en} ${woorden.at(-1)}`;

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
      ...(regel.oordeel ? { oordeel: true } : {}),
    };
  }

  /* De groepen met per kolom de regels van elke cel, zoals de kolommen ze hebben. */
  function alleGroepen({ groepen }, kolommen) {
    let rijnummer = -1;
    return groepen.map(({ naam, rijen }) => ({
      naam,
      rijen: rijen.map((rij) => {
        rijnummer += 1;
        return { naam: Array.isArray(rij) ? rij[0] : rij, cellen: kolommen.map((kolom) => celVan(rij, rijnummer, kolom, kolommen)) };
      }),
    }));
  }

  /** De vergelijking van deze kolommen, met `eerst` als groep die voorgaat. `plek` zegt waar en wanneer: `datum`, het
      `adres` van de vergelijking en `adresVan(soort, id)`, dat van een item. */
  function maakNota(keuze, soort, kolommen, { datum, adres, adresVan }, eerst) {
    const { bronnen, nummer } = nummeraar();
    const cel = (regels, n) => regels.map((regel) => maakRegel(keuze, kolommen[n], regel, nummer));
    const groepen = [...(eerst ? [eerst] : []), ...alleGroepen(keuze.soorten[soort], kolommen)].map(({ naam, rijen }) => ({
      naam,
      rijen: rijen.map((rij) => ({ naam: rij.naam, cellen: rij.cellen.map(cel) })),
    }));
    return {
      titel: `${opsomming(kolommen.map(({ naam }) => naam))} naast elkaar`,
      datum,
      adres,
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

  /** Wat een groep in een adres heet, en waar zij op de bladzijde staat. */
  const anker = (naam) => `g-${naam.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")}`;

  /* Dezelfde vergelijking met deze groepen: haar bronnen tellen opnieuw vanaf 1. */
  function metGroepen(nota, groepen) {
    const nieuw = new Map();
    const tel = (nummer) => (typeof nummer === "number" ? nieuw.get(nummer) || nieuw.set(nummer, nieuw.size + 1).size : nummer);
    const regel = (een) => ({ ...een, bronnen: een.bronnen.map(tel) });
    const minder = groepen.map((groep) => ({
      ...groep, rijen: groep.rijen.map((rij) => ({ ...rij, cellen: rij.cellen.map((cel) => cel.map(regel)) })),
    }));
    return { ...nota, groepen: minder, bronnen: [...nieuw].map(([oud, nummer]) => ({ ...nota.bronnen[oud - 1], nummer })) };
  }

  /** De vergelijking zonder de groepen die dicht staan en, als dat gevraagd is, zonder de rijen waarin alle kolommen
      hetzelfde zeggen; `weggelaten` noemt ze. */
  function kort(nota, dicht, verschil) {
    const open = nota.groepen.filter(({ naam }) => !dicht.has(anker(naam)));
    const groepen = open.map((groep) => ({ ...groep, rijen: groep.rijen.filter((rij) => !(verschil && gelijk(rij))) }));
    const rijen = (welke) => welke.reduce((som, groep) => som + groep.rijen.length, 0);
    const weg = nota.groepen.filter((groep) => !open.includes(groep)).map(({ naam }) => naam);
    const zelfde = rijen(open) - rijen(groepen);
    if (!weg.length && !zelfde) return nota;
    const delen = [...weg, ...(zelfde ? [`${zelfde} ${zelfde === 1 ? "rij" : "rijen"} waarin alle kolommen hetzelfde zeggen`] : [])];
    return { ...metGroepen(nota, groepen.filter((groep) => groep.rijen.length)), weggelaten: `Weggelaten: ${delen.join("; ")}.` };
  }

  return { opsomming, anker, maakNota, gelijk, kort };
})();
