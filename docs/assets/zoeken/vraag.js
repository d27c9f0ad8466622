/* Vraag: van elk woord van een zoekvraag de kandidaten: een of meer woorden van de index die er samen voor kunnen staan. */
"use strict";

{
  const {Spelling, KORTSTE_GERADEN, woordenVan} = handboekZoekmotor;

  /* Hoe een kandidaat aan het woord komt, en hoe zwaar hij dan telt. */
  const GEWICHT = {
    zelf: 1, // het woord zelf
    samen: 0.95, // met het woord ernaast aaneen
    omschreven: 0.8, // de samenstelling van het woord en dat ernaast
    scheidbaar: 0.85, // met een voorzetsel uit de vraag ervoor: ‘geef op’ → opgeven
    tikfout: 0.75,
    gesplitst: 0.71, // de delen van een samenstelling die de index niet kent
    synoniem: 0.7,
    wortel: 0.6, // met dezelfde wortel
    begin: 0.6, // wat zo begint; hoe meer er nog achter komt, hoe minder
    tikfouten: 0.5,
    staart: 0.5, // waar het woord op eindigt
    kop: 0.45, // waar het mee begint
    delen: 0.4, // de delen van een samenstelling die de index kent
    deel: 0.3, // een samenstelling met dit woord erin
    los: 0.05, // één deel van een onbekende samenstelling
  };
  const GEGOKT = new Set(["gesplitst", "los", "staart", "kop"]); // heeft een woord alleen dit, dan kan het ook een tikfout zijn
  const KORTSTE_DEEL = 3; // letters van een deel van een samenstelling
  const KORTSTE_RAND = 5;
  const LANGSTE_STUK = 4; // woorden die samen een synoniem kunnen hebben
  const VOOR = 4, NA = 2; // hoe ver een voorzetsel hoogstens voor of na zijn werkwoord staat
  const BEKEND_BEGIN = 0.3; // zo veel telt wat zo begint als het woord zelf al bestaat
  const MEEST_BEGIN = 40;

  const kandidaat = (hoe, woorden, deel = 1) => ({hoe, gewicht: GEWICHT[hoe] * deel, woorden});

  class Vraagsteller {
    constructor(index, taal) {
      this.index = index;
      this.lexicon = index.lexicon;
      this.taal = taal;
      this.spelling = new Spelling(index, taal);
    }

    nummer(woord) {
      return this.lexicon.nummer.get(this.taal.stam(woord));
    }

    /* De nummers van deze stammen; niets als er een onbekend is. */
    nummers(stammen) {
      const gevonden = stammen.map((stam) => this.lexicon.nummer.get(stam));
      return gevonden.includes(undefined) ? null : gevonden;
    }

    bekende(woorden) {
      return woorden.map((woord) => this.nummer(woord)).filter((nummer) => nummer !== undefined);
    }

    /* De zinvolle woorden van een vraag, of alle als er geen zinvol is, met hun kandidaten. */
    async ontleed(vraag) {
      const alle = this.getypt(vraag), zinvol = alle.filter((woord) => !this.taal.stopwoorden.has(woord.ruw));
      const woorden = zinvol.length ? zinvol : alle, laatste = /\s$/.test(vraag) ? null : woorden[woorden.length - 1];
      for (const woord of woorden) woord.kandidaten = this.gewone(woord, woord === laatste);
      this.voegScheidbareToe(alle);
      this.voegStukkenToe(woorden);
      await this.raad(woorden);
      return woorden;
    }

    /* De woorden van een vraag; een woord met een streepje dat nergens zo staat, telt als losse woorden. */
    getypt(vraag) {
      const woorden = woordenVan(vraag).flatMap((woord) => {
        const delen = woord.split("-"), aaneen = delen.join("");
        return this.nummer(aaneen) === undefined ? delen : [aaneen];
      });
      return woorden.map((ruw) => ({ruw, stam: this.taal.stam(ruw), kandidaten: [], geraden: null}));
    }

    /* --- Kandidaten voor één woord --- */

    /* Wat er voor een woord in de plaats kan komen als het goed getypt is; `onaf`: misschien nog niet helemaal. */
    gewone({ruw, stam}, onaf) {
      const zelf = this.lexicon.nummer.get(stam), onbekend = zelf === undefined;
      const gevonden = onbekend ? [] : this.bekend(zelf);
      gevonden.push(...this.verwant(stam, zelf));
      if ((onbekend || onaf) && ruw.length > 2) gevonden.push(...this.metBegin(ruw, onbekend ? 1 : BEKEND_BEGIN));
      if (onbekend) gevonden.push(...this.samengesteld(ruw));
      return gevonden.length ? gevonden : this.metRand(ruw);
    }

    bekend(nummer) {
      const delen = this.nummers(this.lexicon.delen[nummer]), zelf = kandidaat("zelf", [nummer]);
      return delen && delen.length > 1 ? [zelf, kandidaat("delen", delen)] : [zelf];
    }

    verwant(stam, zelf) {
      const {metWortel, metDeel} = this.lexicon;
      const familie = (metWortel.get(this.taal.wortel(stam)) || []).filter((nummer) => nummer !== zelf);
      return [
        ...familie.map((nummer) => kandidaat("wortel", [nummer])),
        ...(metDeel.get(stam) || []).map((nummer) => kandidaat("deel", [nummer])),
      ];
    }

    metBegin(begin, deel) {
      const {stammen} = this.lexicon, lengte = (nummer) => Math.sqrt(begin.length / stammen[nummer].length);
      return this.index.beginnend(begin, MEEST_BEGIN).map((nummer) => kandidaat("begin", [nummer], deel * lengte(nummer)));
    }

    samengesteld(woord) {
      const delen = this.splits(woord, 0) || [];
      const grote = delen.filter((deel) => this.lexicon.stammen[deel].length >= KORTSTE_RAND);
      return delen.length ? [kandidaat("gesplitst", delen), ...grote.map((deel) => kandidaat("los", [deel]))] : [];
    }

    /* De bekende woorden waaruit een woord bestaat, het langste begin eerst. */
    splits(woord, diepte) {
      for (let plek = woord.length - KORTSTE_DEEL; plek >= KORTSTE_DEEL; plek--) {
        const begin = this.nummer(woord.slice(0, plek));
        const rest = begin !== undefined && this.splitsRest(woord.slice(plek), diepte);
        if (rest) return [begin, ...rest];
      }
      return null;
    }

    splitsRest(rest, diepte) {
      for (const klank of this.taal.tussenklanken) {
        const woord = rest.slice(klank.length);
        if (!rest.startsWith(klank) || woord.length < KORTSTE_DEEL) continue;
        const eind = this.nummer(woord), delen = eind === undefined ? diepte < 2 && this.splits(woord, diepte + 1) : [eind];
        if (delen) return delen;
      }
      return null;
    }

    /* Het langste bekende woord waar een woord op eindigt, of waarmee het begint. */
    metRand(woord) {
      for (let plek = 1; plek <= woord.length - KORTSTE_RAND; plek++) {
        const staart = this.nummer(woord.slice(plek));
        if (staart !== undefined) return [kandidaat("staart", [staart])];
      }
      for (let plek = woord.length - 1; plek >= KORTSTE_RAND; plek--) {
        const kop = this.nummer(woord.slice(0, plek));
        if (kop !== undefined) return [kandidaat("kop", [kop])];
      }
      return [];
    }

    /* --- Kandidaten voor woorden samen --- */

    voegScheidbareToe(woorden) {
      woorden.forEach((voorzetsel, plaats) => {
        if (!this.taal.voorzetsels.has(voorzetsel.ruw)) return;
        for (const woord of woorden.slice(Math.max(0, plaats - VOOR), plaats + NA + 1)) {
          const werkwoord = woord === voorzetsel ? [] : this.bekende([voorzetsel.ruw + woord.ruw]);
          if (werkwoord.length) woord.kandidaten.push(kandidaat("scheidbaar", werkwoord));
        }
      });
    }

    voegStukkenToe(woorden) {
      for (let begin = 0; begin < woorden.length; begin++) {
        for (let lengte = Math.min(LANGSTE_STUK, woorden.length - begin); lengte > 0; lengte--) {
          const stuk = woorden.slice(begin, begin + lengte), gevonden = [...this.aaneen(stuk), ...this.synoniemen(stuk)];
          for (const woord of stuk) woord.kandidaten.push(...gevonden);
        }
      }
    }

    aaneen([eerste, tweede, derde]) {
      if (!tweede || derde) return [];
      const geheel = this.taal.tussenklanken.map((klank) => eerste.ruw + klank + tweede.ruw);
      return [
        ...this.bekende(geheel).map((nummer) => kandidaat("samen", [nummer])),
        ...this.metBeide(eerste.stam, tweede.stam).map((nummer) => kandidaat("omschreven", [nummer])),
      ];
    }

    /* De samenstellingen met deze twee woorden erin: ‘culturele verschillen’ → cultuurverschillen. */
    metBeide(eerste, tweede) {
      const {delen, metDeel} = this.lexicon, wortel = this.taal.wortel(eerste);
      return (metDeel.get(tweede) || []).filter((nummer) => eerste !== tweede && delen[nummer].some((deel) => this.taal.wortel(deel) === wortel));
    }

    synoniemen(stuk) {
      const andere = this.index.synoniemen.get(stuk.map((woord) => woord.stam).join(" ")) || [];
      return andere.map((stammen) => this.nummers(stammen)).filter(Boolean).map((nummers) => kandidaat("synoniem", nummers));
    }

    /* --- Tikfouten --- */

    async raad(woorden) {
      const vreemd = woorden.filter(({ruw, kandidaten}) => ruw.length >= KORTSTE_GERADEN && kandidaten.every(({hoe}) => GEGOKT.has(hoe)));
      await Promise.all(vreemd.map(async (woord) => {
        const geraden = await this.spelling.raad(woord.ruw, woord.kandidaten.flatMap((gok) => gok.woorden));
        woord.gegokt = !geraden; // alleen wat erin zit, is bekend
        if (!geraden) return;
        woord.geraden = geraden.vorm;
        woord.kandidaten = geraden.nummers.map((nummer) => kandidaat(geraden.hoe, [nummer]));
      }));
    }
  }

  handboekZoekmotor.Vraagsteller = Vraagsteller;
}
