/* Taal: wat in een tekst een woord is, hoe een woord een stam wordt, en hoe iemand zich vertikt. Woorden en stammen moeten
   precies gaan als in scripts/handboek/zoeken/taal.py; uitzonderingen en uitgangen komen voor beide uit data/taal.json. */
"use strict";

{
  const LETTERS = "abcdefghijklmnopqrstuvwxyz";

  const vouw = (tekst) => tekst.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");

  const woordenVan = (tekst) => vouw(tekst).replace(/['’][a-z0-9_]*/g, "").match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) || [];

  /* Een woord met een streepje als geheel en in stukken, als in de index. */
  function losse(woord) {
    const delen = woord.split("-");
    return delen.length > 1 ? [delen.join(""), ...delen] : delen;
  }

  const leesRegels = (rijen) => rijen.map(([patroon, nieuw]) => ({patroon: new RegExp(patroon), nieuw}));

  function pasToe(regels, woord) {
    let tot = woord;
    for (const {patroon, nieuw} of regels) tot = tot.replace(patroon, nieuw);
    return tot;
  }

  class Taal {
    constructor(gegevens, stemmer) {
      const verzameling = (naam) => new Set(gegevens[naam].split(" "));
      this.stopwoorden = verzameling("stopwoorden");
      this.zwak = verzameling("zwak"); // woorden die weinig zeggen, zoals ‘nemen’
      this.voorzetsels = verzameling("voorzetsels");
      this.tussenklanken = gegevens.tussenklanken;
      this.einden = leesRegels(gegevens.einden);
      this.wortels = leesRegels(gegevens.wortels);
      this.stemmer = stemmer;
      this.stammen = new Map(Object.entries(gegevens.stammen)); // de uitzonderingen, en wat al berekend is
    }

    stam(woord) {
      if (!this.stammen.has(woord)) this.stammen.set(woord, pasToe(this.einden, this.stemmer(woord)));
      return this.stammen.get(woord);
    }

    /* Wat verwante stammen delen: motivatie, motiveren → motiv. */
    wortel(stam) {
      return pasToe(this.wortels, stam);
    }
  }

  /* Alles wat één tikfout van een woord af ligt: een letter weg, verwisseld, erbij of vervangen. */
  function metEenFout(woord) {
    const anders = new Set();
    for (let plek = 0; plek <= woord.length; plek++) {
      const voor = woord.slice(0, plek), na = woord.slice(plek);
      if (na) anders.add(voor + na.slice(1));
      if (na.length > 1) anders.add(voor + na[1] + na[0] + na.slice(2));
      for (const letter of LETTERS) {
        anders.add(voor + letter + na);
        if (na) anders.add(voor + letter + na.slice(1));
      }
    }
    return anders;
  }

  /* Hoeveel tikfouten er tussen twee woorden liggen, als het er hoogstens `meest` zijn; verwisselen telt als één. Rij i van
     de tabel zegt hoe ver de eerste i letters van `a` liggen van elk begin van `b`; elke rij volgt uit de twee ervoor. */
  function afstand(a, b, meest) {
    if (Math.abs(a.length - b.length) > meest) return Infinity;
    let oud = [], vorige = [], rij = Array.from({length: b.length + 1}, (_, plek) => plek);
    for (let i = 1; i <= a.length; i++) {
      oud = vorige;
      vorige = rij;
      rij = [i];
      for (let j = 1; j <= b.length; j++) {
        rij[j] = Math.min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rij[j] = Math.min(rij[j], oud[j - 2] + 1);
      }
      if (Math.min(...rij) > meest) return Infinity;
    }
    return rij[b.length] <= meest ? rij[b.length] : Infinity;
  }

  globalThis.handboekZoekmotor = {vouw, woordenVan, losse, Taal, metEenFout, afstand};
}
