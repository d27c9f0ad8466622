/* Lezen: de index zoals de bouw hem schrijft (scripts/handboek/zoeken/index.py en codering.py), met namen in plaats van
   plaatsen. De kern is er meteen; waar de woorden staan en wat een resultaat laat zien, komt per deel, als het nodig is. */
"use strict";

{
  const CIJFERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"; // elk teken staat voor zes bits
  const MEEST_VOORAF = 4; // delen
  const WAARDEN = []; // tekencode → waarde
  for (const [waarde, cijfer] of [...CIJFERS].entries()) WAARDEN[cijfer.charCodeAt(0)] = waarde;

  function voegToe(lijsten, sleutel, waarde) {
    if (lijsten.has(sleutel)) lijsten.get(sleutel).push(waarde);
    else lijsten.set(sleutel, [waarde]);
  }

  /* --- Bits --- */

  function leesBits(tekst) {
    const bits = new Uint8Array(tekst.length * 6);
    for (let teken = 0, plek = 0; teken < tekst.length; teken++) {
      const waarde = WAARDEN[tekst.charCodeAt(teken)];
      for (let bit = 5; bit >= 0; bit--) bits[plek++] = waarde >> bit & 1;
    }
    return bits;
  }

  /* Leest bits op volgorde: een reeks van hetzelfde bit (het eerste andere is dan ook gelezen), of een getal. */
  function bitlezer(bits) {
    let plek = 0;
    return {
      reeks(bit) {
        const begin = plek;
        while (bits[plek++] === bit);
        return plek - begin - 1;
      },
      gamma() {
        return this.getal(this.reeks(0), 1);
      },
      getal(lengte, begin) {
        let waarde = begin;
        for (let over = lengte; over > 0; over--) waarde = waarde * 2 + bits[plek++];
        return waarde;
      },
    };
  }

  /* Oplopende plaatsen onder `omvang`: hoeveel (Elias-gamma), dan van elke de sprong vanaf de vorige (Rice). */
  function leesPlaatsen(bits, omvang) {
    const aantal = bits.gamma() - 1, gevonden = [];
    const laag = aantal ? Math.floor(Math.log2(Math.max(Math.floor(omvang / aantal), 1))) : 0;
    for (let plaats = -1; gevonden.length < aantal;) {
      plaats += 1 + bits.reeks(1) * 2 ** laag + bits.getal(laag, 0);
      gevonden.push(plaats);
    }
    return gevonden;
  }

  /* --- De kern --- */

  const REGEL = /([A-Z])([a-z0-9]*)(\+[a-z]+)?/g; // zo veel letters als bij de vorige, de rest, en na een plus de sneden
  const lengteVan = (letter) => letter.toLowerCase().charCodeAt(0) - 97;

  /* De woorden waaruit een samenstelling bestaat: telkens hoe lang het deel is en hoeveel letters erachter niet meedoen. */
  function leesDelen(stam, sneden) {
    const delen = [];
    let plek = 0;
    for (let i = 1; i < sneden.length; i += 2) {
      const eind = plek + lengteVan(sneden[i]);
      delen.push(stam.slice(plek, eind));
      plek = eind + lengteVan(sneden[i + 1]);
    }
    return [...delen, stam.slice(plek)];
  }

  /* De stammen van een tekst, op alfabet, met hun sneden. */
  function leesStammen(tekst) {
    let stam = "";
    return Array.from(tekst.matchAll(REGEL), ([, gedeeld, rest, sneden]) => {
      stam = stam.slice(0, lengteVan(gedeeld)) + rest;
      return [stam, sneden];
    });
  }

  function leesWoorden(tekst, taal) {
    const lexicon = {stammen: [], delen: [], nummer: new Map(), metDeel: new Map(), metWortel: new Map(), beginnen: new Set()};
    leesStammen(tekst).forEach(([stam, sneden], nummer) => {
      const delen = sneden ? leesDelen(stam, sneden).map((deel) => taal.stam(deel)) : [];
      lexicon.stammen.push(stam);
      lexicon.delen.push(delen);
      lexicon.nummer.set(stam, nummer);
      voegToe(lexicon.metWortel, taal.wortel(stam), nummer);
      for (const deel of delen) voegToe(lexicon.metDeel, deel, nummer);
      lexicon.beginnen.add(stam.slice(0, 3)).add(stam.slice(0, 4));
    });
    return lexicon;
  }

  /* De items; die van andere handboeken staan achteraan. */
  function leesItems(kern) {
    const items = kern.items.map(([soort, titel, rollen, themas, koppen], nummer) => ({nummer, soort, titel, rollen, themas, koppen}));
    let eerste = items.length - kern.elders.reduce((som, [, , aantal]) => som + aantal, 0);
    for (const [naam, adres, aantal] of kern.elders) {
      for (const item of items.slice(eerste, eerste + aantal)) item.elders = {naam, adres};
      eerste += aantal;
    }
    let sectie = 0;
    for (const item of items) {
      item.eersteSectie = sectie;
      sectie += item.koppen.length;
    }
    for (const nummer of kern.achteraan) items[nummer].achteraan = true;
    return items;
  }

  /* Bij elk item de items waarnaar het verwijst en die ernaar verwijzen. */
  function leesVerbanden(kern, items) {
    const bits = bitlezer(leesBits(kern.verbanden)), buren = items.map(() => []), hier = buren.filter((_, nummer) => !items[nummer].elders);
    hier.forEach((eigen, nummer) => {
      for (const ertussen of leesPlaatsen(bits, hier.length)) {
        const ander = nummer + ertussen + 1;
        eigen.push(ander);
        buren[ander].push(nummer);
      }
    });
    return buren;
  }

  /* De situaties van alle items op volgorde: van welk item, en hoeveel woorden. */
  function leesSituaties(kern) {
    return kern.situaties.flatMap((lengtes, item) => Array.from(lengtes, (teken) => ({item, lengte: CIJFERS.indexOf(teken)})));
  }

  /* De stammen van een woord of uitdrukking → de andere van zijn groep synoniemen. */
  function leesGroepen(kern, {stammen}) {
    const alle = [...stammen, ...leesStammen(kern.vreemd).map(([stam]) => stam)], lengte = Math.floor(Math.log2(alle.length)) + 1;
    const synoniemen = new Map(), bits = bitlezer(leesBits(kern.groepen));
    const reeks = (lees) => Array.from({length: bits.gamma()}, lees);
    reeks(() => {
      const leden = reeks(() => reeks(() => alle[bits.getal(lengte, 0)]));
      for (const lid of leden) {
        for (const ander of leden) if (ander !== lid) voegToe(synoniemen, lid.join(" "), ander);
      }
    });
    return synoniemen;
  }

  /* --- De delen --- */

  /* Van elk van `aantal` woorden de plaatsen, per veld; `omvang` zegt van elk veld hoeveel plaatsen er zijn. */
  function leesPosten(tekst, omvang, aantal) {
    const bits = bitlezer(leesBits(tekst));
    return Array.from({length: aantal}, () => omvang.map((grootte) => leesPlaatsen(bits, grootte)));
  }

  /* De woorden met deze stam zoals mensen ze schrijven, de meest gebruikte vorm eerst. */
  const leesVormen = (tekst, stam) => tekst.split(" ").map((rest) => (rest[0] === "=" ? rest.slice(1) : stam + rest));

  class Index {
    constructor(kern, laad, taal) {
      this.kern = kern;
      this.haal = (naam) => laad(kern.versie + "/" + naam);
      this.lexicon = leesWoorden(kern.woorden, taal);
      this.items = leesItems(kern);
      this.vanSectie = this.items.flatMap((item) => item.koppen.map(() => item)); // sectie → item
      this.situaties = leesSituaties(kern);
      this.buren = leesVerbanden(kern, this.items);
      this.synoniemen = leesGroepen(kern, this.lexicon);
      this.posten = new Map(); // deel → de plaatsen van zijn woorden
      this.vormen = new Map(); // woord → hoe mensen het schrijven
    }

    /* Het deel waarin een woord staat, en welk woord daar het eerste is. */
    deelVan(woord) {
      const {verdeling} = this.kern;
      let deel = 0;
      while (verdeling[deel + 1] <= woord) deel++;
      return {deel, eerste: verdeling[deel]};
    }

    /* De eerste woorden die zo beginnen. De stammen staan op alfabet: halveer tot de eerste ervan. */
    beginnend(begin, meest) {
      const {stammen} = this.lexicon, gevonden = [];
      let laag = 0, hoog = stammen.length;
      while (laag < hoog) {
        const midden = (laag + hoog) >> 1;
        if (stammen[midden] < begin) laag = midden + 1;
        else hoog = midden;
      }
      for (; gevonden.length < meest && laag < stammen.length && stammen[laag].startsWith(begin); laag++) gevonden.push(laag);
      return gevonden;
    }

    async haalPosten(woorden) {
      const nodig = new Set(woorden.map((woord) => this.deelVan(woord).deel).filter((deel) => !this.posten.has(deel)));
      await Promise.all([...nodig].map(async (deel) => {
        const {verdeling, omvang} = this.kern, [eerste, einde = this.lexicon.stammen.length] = verdeling.slice(deel);
        this.posten.set(deel, leesPosten(await this.haal("posten-" + deel), omvang, einde - eerste));
      }));
    }

    /* Haal vast waar de woorden staan als dat weinig delen zijn: dan wacht geen letter erop. */
    async bereid() {
      const {verdeling} = this.kern;
      if (verdeling.length <= MEEST_VOORAF) await this.haalPosten(verdeling);
    }

    /* De plaatsen van een woord waarvan het deel gehaald is, per veld. */
    plaatsen(woord) {
      const {deel, eerste} = this.deelVan(woord);
      return this.posten.get(deel)[woord - eerste];
    }

    async haalVormen(woorden) {
      const regels = await this.haalRijen("vormen", woorden), {stammen} = this.lexicon;
      woorden.forEach((woord, plaats) => this.vormen.set(woord, leesVormen(regels[plaats], stammen[woord])));
    }

    /* Van elk item het pad, als dat niet uit de titel volgt, en de samenvatting. */
    haalKaarten(items) {
      return this.haalRijen("kaarten", items.map(({nummer}) => nummer));
    }

    /* De rijen met deze nummers, uit de delen waarover ze verdeeld zijn. */
    async haalRijen(naam, nummers) {
      const perDeel = this.kern.rijen[naam], deelVan = (nummer) => Math.floor(nummer / perDeel);
      const delen = [...new Set(nummers.map(deelVan))];
      const gehaald = new Map(await Promise.all(delen.map(async (deel) => [deel, await this.haal(naam + "-" + deel)])));
      return nummers.map((nummer) => gehaald.get(deelVan(nummer))[nummer % perDeel]);
    }
  }

  Object.assign(handboekZoekmotor, {Index, leesPosten, voegToe});
}
