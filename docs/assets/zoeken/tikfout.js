/* Tikfout: welke woorden iemand bedoeld kan hebben met een woord dat nergens staat, en hoe mensen die schrijven. */
"use strict";

{
  const LETTERS = "abcdefghijklmnopqrstuvwxyz";
  const KORTSTE = 4, MEESTE = 8, VERSTE = 3; // van een korter woord, of met meer tikfouten, kan alles bedoeld zijn

  /* Een kort woord lijkt op veel: dan telt alleen een vergeten of een verwisselde letter. */
  const letters = (woord) => [...woord].sort().join("");
  const zekerder = (getypt, ander) => ander.length > getypt.length || letters(ander) === letters(getypt);

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

  class Spelling {
    constructor(index, taal) {
      this.index = index;
      this.taal = taal;
    }

    /* De woorden die het meest lijken op wat er staat, met hoe het beste geschreven wordt; niets als er geen lijkt. Met
       woorden die erin kunnen zitten, telt alleen wat op één fout afstand ligt. */
    async raad(getypt, erin) {
      const dichtbij = this.dichtbij(getypt), alle = dichtbij.length || erin.length ? [] : this.index.beginnend(getypt[0], Infinity);
      await this.index.haalVormen([...dichtbij, ...erin, ...alle]);
      return dichtbij.length ? this.beste(getypt, "tikfout", dichtbij) : this.beste(getypt, "tikfouten", this.verderaf(getypt, alle));
    }

    /* Lijken er meer evenveel, dan vast het woord dat mensen in de meeste vormen gebruiken. */
    beste(getypt, hoe, nummers) {
      const geraden = nummers.map((nummer) => this.naaste(getypt, nummer)), dichtst = Math.min(...geraden.map(({ver}) => ver));
      const over = geraden.filter(({ver}) => ver === dichtst).sort((a, b) => b.vormen - a.vormen).slice(0, MEESTE);
      return over.length ? {hoe, vorm: over[0].vorm, nummers: over.map(({nummer}) => nummer)} : null;
    }

    /* De vorm van een woord die het meest lijkt op wat er staat, en hoe ver hij daar vanaf ligt. */
    naaste(getypt, nummer) {
      const vormen = this.index.vormen.get(nummer), ver = vormen.map((vorm) => afstand(getypt, vorm, VERSTE)), dichtst = Math.min(...ver);
      return {nummer, vormen: vormen.length, ver: dichtst, vorm: vormen[ver.indexOf(dichtst)]};
    }

    /* Woorden op één fout afstand; die met dezelfde eerste letter, als die er zijn. Eerst naar het begin kijken scheelt het
       meeste rekenwerk. */
    dichtbij(getypt) {
      const {beginnen, stammen, nummer: nummers} = this.index.lexicon, begin = getypt.length > 5 ? 4 : 3;
      const anders = [...metEenFout(getypt)].filter((ander) => beginnen.has(ander.slice(0, begin)) && (getypt.length > KORTSTE || zekerder(getypt, ander)));
      const bekend = anders.map((ander) => nummers.get(this.taal.stam(ander)));
      const gevonden = [...new Set(bekend.filter((nummer) => nummer !== undefined && stammen[nummer].length > 2))];
      const zelfdeBegin = gevonden.filter((nummer) => stammen[nummer][0] === getypt[0]);
      return zelfdeBegin.length ? zelfdeBegin : gevonden;
    }

    /* De woorden die er zo uitzien; bij een kort woord telt alleen hoe een ander meestal geschreven wordt. */
    verderaf(getypt, nummers) {
      const {vormen} = this.index, meest = getypt.length < 8 ? 1 : 2, aantal = getypt.length > KORTSTE ? Infinity : 1;
      return nummers.filter((nummer) => vormen.get(nummer).slice(0, aantal).some((vorm) => afstand(getypt, vorm, meest) <= meest));
    }
  }

  Object.assign(handboekZoekmotor, {Spelling, KORTSTE_GERADEN: KORTSTE});
}
