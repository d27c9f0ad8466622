/* Rang: hoeveel punten elk item krijgt voor de woorden van een vraag, en dus wat bovenaan staat. Een woord telt zwaarder
   naarmate het op minder plaatsen voorkomt; meer van hetzelfde woord telt steeds minder (als in BM25). */
"use strict";

{
  const {vouw, voegToe, woordenVan, losse, Pasvorm, som} = handboekZoekmotor;

  /* Waar een woord staat. De velden van de index, in volgorde; de titels staan er los in. */
  const TITEL = 6;
  const VELDEN = [3, 3, 2.5]; // de situaties van het item, zijn andere woorden, zijn samenvatting
  const TEKST = 0.3; // per sectie
  const KORTER = 0.5; // hoe sterk woorden in de tekst minder tellen als er veel tekst is
  const VERZADIGING = 1.5; // hoe snel meer van hetzelfde woord minder telt
  const ZELDZAAM = 0.8; // hoe sterk telt hoe zeldzaam een woord is

  /* Hoe zeker een kandidaat is. */
  const ZEKER = 0.8; // vanaf dit gewicht is hij bijna zeker bedoeld, en zegt hij hoe zeldzaam het woord is
  const ZWAK = 0.4; // zo veel telt een woord dat weinig zegt

  /* Hoeveel van de vraag een item dekt. */
  const RUIM = 0.25; // zo veel meer dan zijn gewicht dekt een kandidaat van zijn woord
  const VERSPREID = 0.5; // zo veel telt een woord dat niet in de beste sectie staat
  const GENOEG = 0.25; // zo veel van de vraag moet een resultaat dekken
  const ONGEDEKT = 0.4; // zo veel van de punten houdt wat niets dekt
  const VOLLEDIG = 1.5; // hoe sterk een item voorgaat dat meer van de vraag dekt
  const VREEMD = 0.5; // is meer dan dit van de vraag onbekend, dan is elk resultaat ruis

  /* Wat een item is. */
  const SOORT = 1; // punten voor een item van de soort die de vraag noemt
  const ACHTERAAN = 0.8; // zo veel telt een bron, lijst of ingang: wie zoekt, wil eerst het antwoord
  const STEUN = 0.5; // zo veel van de punten van een verwant resultaat telt mee

  const hoogste = (rijen, waarde) => Math.max(...rijen.map(waarde));

  class Rangschikker {
    constructor(index, taal) {
      const {items} = index;
      this.index = index;
      this.taal = taal;
      this.gemiddeld = index.vanSectie.length / items.length || 1; // secties van een item
      this.vanSoort = new Map(index.kern.soorten.map(([, naam], nummer) => [taal.stam(vouw(naam)), nummer]));
      this.vondsten = new Map(); // woord → waar het staat, als dat al eens gevraagd is
      this.inTitel = new Map(); // stam → items
      for (const {nummer, titel} of items) {
        const stammen = woordenVan(titel).flatMap(losse).map((woord) => taal.stam(woord));
        for (const stam of new Set(stammen)) voegToe(this.inTitel, stam, nummer);
      }
      this.pasvorm = new Pasvorm(index, taal);
    }

    /* De items die bij de woorden passen, met de beste sectie en de punten; het beste item eerst. */
    rangschik(woorden) {
      for (const woord of woorden) woord.belang = this.belang(woord);
      for (const woord of woorden) {
        woord.gevonden = woord.kandidaten.filter(({woorden: nummers}) => this.samen(nummers).size);
        woord.onbekend = !woord.gevonden.length;
      }
      const onbekend = woorden.filter((woord) => woord.onbekend), totaal = som(woorden, ({belang}) => belang);
      if (som(onbekend, ({belang}) => belang) > VREEMD * totaal) return [];
      const past = this.pasvorm.bij(woorden, totaal), rijen = [];
      this.perItem(woorden).forEach((vondsten, nummer) => {
        const rij = this.telOp(this.index.items[nummer], vondsten, totaal);
        if (rij.dekking < GENOEG) return;
        rij.punten += past(nummer);
        rijen.push(rij);
      });
      this.steunElkaar(rijen);
      return rijen.sort((a, b) => b.punten - a.punten || a.item.nummer - b.item.nummer);
    }

    /* --- Waar de woorden staan --- */

    /* Waar een woord van de index staat: item → zwaarte in de kop, zwaarte in alles, en de secties. */
    vindplaatsen(woord) {
      if (!this.vondsten.has(woord)) this.vondsten.set(woord, this.zoekOp(woord));
      return this.vondsten.get(woord);
    }

    zoekOp(woord) {
      const {index} = this, [situaties, anders, samenvatting, tekst] = index.plaatsen(woord), gevonden = new Map();
      const bij = (nummer) => gevonden.get(nummer) || gevonden.set(nummer, {kop: 0, tekst: 0, secties: []}).get(nummer);
      for (const nummer of this.inTitel.get(index.lexicon.stammen[woord]) || []) bij(nummer).kop = TITEL;
      const genoemd = [situaties.map((nummer) => index.situaties[nummer].item), anders, samenvatting];
      genoemd.forEach((nummers, veld) => {
        for (const nummer of new Set(nummers)) bij(nummer).kop += VELDEN[veld];
      });
      for (const sectie of tekst) {
        const {nummer, koppen} = index.vanSectie[sectie], plek = bij(nummer);
        plek.tekst = TEKST / (1 - KORTER + KORTER * koppen.length / this.gemiddeld);
        plek.secties.push(sectie);
      }
      for (const plek of gevonden.values()) plek.zwaarte = plek.kop + plek.tekst;
      return gevonden;
    }

    /* De items waar al deze woorden staan; het woord dat er het minst telt, bepaalt hoe zwaar. */
    samen(woorden) {
      const [eerste, ...andere] = woorden.map((woord) => this.vindplaatsen(woord)), gevonden = new Map();
      if (!andere.length) return eerste;
      eerste.forEach(({kop, zwaarte, secties}, item) => {
        const elders = andere.map((plaatsen) => plaatsen.get(item));
        if (elders.includes(undefined)) return;
        const minste = (begin, naam) => elders.reduce((laagst, plek) => Math.min(laagst, plek[naam]), begin);
        gevonden.set(item, {kop: minste(kop, "kop"), zwaarte: minste(zwaarte, "zwaarte"), secties});
      });
      return gevonden;
    }

    zeldzaamheid(woorden) {
      const aantal = this.index.items.length;
      return hoogste(woorden, (woord) => {
        const keren = this.vindplaatsen(woord).size;
        return Math.log(1 + (aantal - keren + 0.5) / (keren + 0.5));
      });
    }

    /* --- Punten per woord --- */

    /* Hoe zwaar een woord van de vraag telt. */
    belang({ruw, kandidaten}) {
      const zeker = kandidaten.filter(({gewicht}) => gewicht >= ZEKER), over = zeker.length ? zeker : kandidaten;
      const zeldzaam = over.length
        ? hoogste(over, ({woorden, gewicht}) => this.zeldzaamheid(woorden) * gewicht)
        : Math.log(1 + this.index.items.length);
      return zeldzaam * (this.taal.zwak.has(ruw) ? ZWAK : 1);
    }

    perItem(woorden) {
      const items = new Map();
      for (const woord of woorden) {
        const gevonden = this.weeg(woord);
        this.voegSoortToe(woord, gevonden);
        gevonden.forEach((vondst, nummer) => voegToe(items, nummer, vondst));
      }
      return items;
    }

    /* Item → wat de beste kandidaat van dit woord er vindt. */
    weeg({kandidaten, belang}) {
      const beste = new Map();
      for (const {woorden, gewicht} of kandidaten) {
        const zeldzaam = Math.min(belang, this.zeldzaamheid(woorden));
        this.samen(woorden).forEach(({kop, zwaarte, secties}, nummer) => {
          const punten = zeldzaam ** ZELDZAAM * gewicht * zwaarte / (zwaarte + VERZADIGING), had = beste.get(nummer);
          if (!had || punten > had.punten) beste.set(nummer, {punten, gewicht, belang, secties: kop ? [] : secties});
        });
      }
      return beste;
    }

    /* Wie ‘methode’ of ‘aanpak’ in de vraag zet, zoekt er een. */
    voegSoortToe({stam, belang}, gevonden) {
      if (!this.vanSoort.has(stam)) return;
      const gezocht = this.vanSoort.get(stam);
      for (const {nummer, soort} of this.index.items) {
        if (soort !== gezocht) continue;
        const {punten, secties} = gevonden.get(nummer) || {punten: 0, secties: []};
        gevonden.set(nummer, {punten: punten + SOORT, gewicht: 1, belang, secties});
      }
    }

    /* --- Punten per item --- */

    telOp(item, vondsten, totaal) {
      const sectie = this.besteSectie(vondsten);
      let punten = 0, gedekt = 0;
      for (const vondst of vondsten) {
        const deel = !vondst.secties.length || vondst.secties.includes(sectie) ? 1 : VERSPREID;
        punten += vondst.punten * deel;
        gedekt += vondst.belang * Math.min(1, vondst.gewicht + RUIM) * deel;
      }
      const dekking = gedekt / totaal;
      punten *= ONGEDEKT + (1 - ONGEDEKT) * dekking ** VOLLEDIG;
      return {item, sectie, dekking, punten: item.achteraan ? punten * ACHTERAAN : punten};
    }

    /* De sectie die het meeste van de vraag zegt, voor zover de kop het niet zegt. */
    besteSectie(vondsten) {
      const punten = new Map();
      let beste, meeste = 0;
      for (const vondst of vondsten) {
        for (const sectie of vondst.secties) {
          const nu = (punten.get(sectie) || 0) + vondst.punten;
          punten.set(sectie, nu);
          if (nu <= meeste) continue;
          beste = sectie;
          meeste = nu;
        }
      }
      return beste;
    }

    /* Wat naar elkaar verwijst en allebei bij de vraag past, past nog beter. */
    steunElkaar(rijen) {
      const {buren} = this.index, punten = new Float64Array(buren.length);
      for (const {item, punten: eigen} of rijen) punten[item.nummer] = eigen / Math.sqrt(buren[item.nummer].length);
      for (const rij of rijen) {
        const eigen = buren[rij.item.nummer];
        let steun = 0;
        for (const buur of eigen) steun += punten[buur];
        if (steun) rij.punten += STEUN * steun / Math.sqrt(eigen.length);
      }
    }
  }

  handboekZoekmotor.Rangschikker = Rangschikker;
}
