/* De zoekmotor: zuiver rekenwerk, zonder bladzijde en zonder netwerk. Draait in een werker; van een uitgepakte map
   (file://) op de bladzijde zelf. `laad` haalt een deel van de index. Een vraag wordt kandidaten (vraag.js), die worden
   punten (rang.js), en hier worden de beste items resultaten: wat de bladzijde laat zien. */
"use strict";

{
  const {Taal, Index, Vraagsteller, Rangschikker, vouw, woordenVan, leesPosten} = handboekZoekmotor;
  const WOORD = /[\p{L}\p{N}]+/gu;
  const MEESTE = 30; // resultaten, als de vraag niet zegt hoeveel
  const KORTSTE_BEGIN = 3; // zo veel letters van een woord dat nog getypt wordt, markeren wat zo begint

  class Motor {
    constructor(kern, laad, taal) {
      this.kern = kern;
      this.taal = taal;
      this.index = new Index(kern, laad, taal);
      this.vraagsteller = new Vraagsteller(this.index, taal);
      this.rangschikker = new Rangschikker(this.index, taal);
    }

    async zoek(vraag, keuzes) {
      const woorden = await this.vraagsteller.ontleed(vraag);
      const nummers = woorden.flatMap(({kandidaten}) => kandidaten.flatMap((kandidaat) => kandidaat.woorden));
      await this.index.haalPosten(nummers);
      const alle = this.rangschikker.rangschik(woorden), rijen = alle.filter(({item}) => this.past(item, keuzes));
      const stammen = new Set([...woorden.map(({stam}) => stam), ...nummers.map((nummer) => this.index.lexicon.stammen[nummer])]);
      const laatste = woorden.length ? woorden[woorden.length - 1].ruw : "";
      return {
        resultaten: await this.beschrijf(rijen.slice(0, keuzes.aantal || MEESTE), stammen, laatste),
        totaal: rijen.length,
        zonderKeuze: alle.length,
        bedoelt: woorden.filter((woord) => woord.geraden).map((woord) => [woord.ruw, woord.geraden]),
        onbekend: woorden.filter((woord) => woord.onbekend).map((woord) => woord.ruw),
        deels: woorden.filter((woord) => woord.gegokt && !woord.onbekend).map((woord) => [woord.ruw, this.erin(woord)]),
      };
    }

    /* De bekende woorden in een woord dat nergens staat, zoals mensen ze schrijven. */
    erin({ruw, gevonden}) {
      const nummers = [...new Set(gevonden.flatMap(({woorden}) => woorden))];
      const vormen = nummers.map((nummer) => this.index.vormen.get(nummer));
      return vormen.map((alle) => alle.find((vorm) => ruw.includes(vorm)) || alle[0]).filter((vorm) => !this.taal.stopwoorden.has(vorm));
    }

    /* `soort` is er een, of een rij. */
    past({soort, rollen, themas}, keuzes) {
      const {kern} = this;
      return (!keuzes.soort || [keuzes.soort].flat().includes(kern.soorten[soort][0]))
        && (!keuzes.rol || rollen.some((rol) => kern.rollen[rol][0] === keuzes.rol))
        && (!keuzes.thema || themas.some((thema) => kern.themas[thema][0] === keuzes.thema));
    }

    /* Resultaten, met de stammen gemarkeerd, en in de titel ook wat begint als het laatste woord. */
    async beschrijf(rijen, stammen, laatste) {
      const kaarten = await this.index.haalKaarten(rijen.map(({item}) => item));
      const begin = laatste.length < KORTSTE_BEGIN ? "" : laatste;
      return rijen.map(({item, sectie, punten}, plaats) => ({
        pad: this.adres(item, kaarten[plaats][0]),
        elders: item.elders ? item.elders.naam : "",
        soort: this.kern.soorten[item.soort][0],
        titel: this.gemarkeerd(item.titel, stammen, begin),
        samenvatting: this.gemarkeerd(kaarten[plaats][1], stammen, ""),
        sectie: this.sectieVan(item, sectie),
        punten,
      }));
    }

    /* Een tekst in stukken: [tekst, of het gemarkeerd is]. */
    gemarkeerd(tekst, stammen, begin) {
      const stukken = [];
      let plek = 0;
      for (let woord = WOORD.exec(tekst); woord; woord = WOORD.exec(tekst)) {
        const gevouwen = vouw(woord[0]);
        if (!stammen.has(this.taal.stam(gevouwen)) && !(begin && gevouwen.startsWith(begin))) continue;
        if (woord.index > plek) stukken.push([tekst.slice(plek, woord.index), false]);
        stukken.push([woord[0], true]);
        plek = WOORD.lastIndex;
      }
      if (plek < tekst.length) stukken.push([tekst.slice(plek), false]);
      return stukken;
    }

    /* Meestal volgt het adres uit soort en titel. */
    adres({soort, titel, elders}, pad) {
      const eigen = pad || this.kern.soorten[soort][3] + "/" + vouw(titel).match(/[a-z0-9]+/g).join("-");
      return (elders ? elders.adres : "") + eigen + ".html";
    }

    sectieVan({koppen, eersteSectie}, sectie) {
      if (sectie === undefined) return null;
      const [titel, anker] = this.kern.koppen[koppen[sectie - eersteSectie]];
      return anker ? {titel, anker} : null;
    }
  }

  /* De ingang: een motor over de index met deze kern; `stemmer` maakt van een woord een stam. */
  globalThis.handboekMotor = (kern, laad, stemmer) => {
    const taal = new Taal(kern.taal, stemmer), gemaakt = new Motor(kern, laad, taal), {soorten, rollen, themas} = kern;
    return {
      bereid: () => gemaakt.index.bereid(),
      zoek: (vraag, keuzes) => gemaakt.zoek(vraag, keuzes || {}),
      stam: (woord) => taal.stam(woord),
      woorden: woordenVan,
      keuzes: {soorten: soorten.map(([soort, , meervoud, map]) => [soort, meervoud, map]), rollen, themas}, // telkens [id, naam], en van een soort de map
    };
  };
  globalThis.handboekMotor.leesPosten = leesPosten;
}
