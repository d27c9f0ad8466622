/* Pasvorm: hoe goed een vraag als geheel bij de titel of een situatie van een item past. Dat telt naast de woorden apart
   (rang.js): wie een hele titel of situatie intikt, wil dat item als eerste. */
"use strict";

{
  const {voegToe, woordenVan} = handboekZoekmotor;

  const IN_TITEL = 0.7; // vanaf dit gewicht telt een kandidaat mee in een titel
  const IN_SITUATIE = 0.5; // en vanaf dit gewicht in een situatie
  const TITELDEEL = 0.35; // zo zwaar telt hoe goed de titel past
  const VOL = 1.5; // en zo veel zwaarder als hij helemaal in de vraag staat
  const PRECIES = 3; // of precies de vraag is
  const SITUATIE = 0.3; // zo zwaar telt hoe goed een situatie past

  const som = (rijen, waarde) => rijen.reduce((tot, rij) => tot + waarde(rij), 0);

  class Pasvorm {
    constructor(index, taal) {
      this.index = index;
      this.taal = taal;
      this.titels = index.items.map(({titel}) => this.titelstammen(titel));
    }

    titelstammen(titel) {
      const woorden = woordenVan(titel).flatMap((woord) => woord.split("-"));
      return woorden.filter((woord) => !this.taal.stopwoorden.has(woord)).map((woord) => this.taal.stam(woord));
    }

    /* De punten voor hoe goed elk item past, als functie van zijn nummer; `totaal`: het belang van de hele vraag. */
    bij(woorden, totaal) {
      const gevraagd = this.gevraagd(woorden), situaties = this.situatiePunten(woorden, totaal);
      return (nummer) => TITELDEEL * this.titelPunten(nummer, gevraagd, woorden.length) + SITUATIE * (situaties.get(nummer) || 0);
    }

    /* De stammen die een titel mag hebben, elk met hoe zwaar hij telt. */
    gevraagd(woorden) {
      const gevonden = new Map();
      for (const {belang, kandidaten} of woorden) {
        for (const {gewicht, woorden: nummers} of kandidaten) {
          if (gewicht < IN_TITEL) continue;
          for (const nummer of nummers) gevonden.set(this.index.lexicon.stammen[nummer], belang * gewicht);
        }
      }
      return gevonden;
    }

    /* Hoe goed een titel bij de vraag past: de zwaarte van de gevonden woorden, naar hoeveel van de titel zij zijn. */
    titelPunten(nummer, gevraagd, vraagwoorden) {
      const titel = this.titels[nummer], raak = titel.filter((stam) => gevraagd.has(stam));
      if (!raak.length) return 0;
      const vol = raak.length < titel.length ? 1 : raak.length === vraagwoorden ? PRECIES : VOL;
      return som(raak, (stam) => gevraagd.get(stam)) * raak.length / titel.length * vol;
    }

    /* Hoe goed de situatie van een item die het best past, bij de vraag past: item → punten. */
    situatiePunten(woorden, totaal) {
      const {situaties} = this.index, gevonden = new Map(), beste = new Map();
      for (const woord of woorden) {
        this.inSituaties(woord).forEach((gewicht, nummer) => voegToe(gevonden, nummer, woord.belang * gewicht));
      }
      gevonden.forEach((punten, nummer) => {
        const {item, lengte} = situaties[nummer], samen = som(punten, (deel) => deel);
        const dekking = samen / totaal * Math.min(1, punten.length / lengte); // van de vraag, en van de situatie
        beste.set(item, Math.max(samen * dekking ** 2, beste.get(item) || 0));
      });
      return beste;
    }

    /* De situaties waarin een woord van de vraag staat, elk met hoe zeker. */
    inSituaties({kandidaten}) {
      const zeker = new Map();
      for (const {gewicht, woorden} of kandidaten.filter((kandidaat) => kandidaat.gewicht >= IN_SITUATIE)) {
        const [eerste, ...andere] = woorden.map((woord) => this.index.plaatsen(woord)[0]);
        for (const nummer of eerste) {
          if (andere.every((plaatsen) => plaatsen.includes(nummer))) zeker.set(nummer, Math.max(gewicht, zeker.get(nummer) || 0));
        }
      }
      return zeker;
    }
  }

  Object.assign(handboekZoekmotor, {Pasvorm, som});
}
