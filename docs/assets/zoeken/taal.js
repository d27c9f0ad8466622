/* Taal: wat in een tekst een woord is, en hoe een woord een stam wordt. Dat moet precies gaan als in
   scripts/handboek/zoeken/taal.py; uitzonderingen en uitgangen komen voor beide uit data/taal.json. */
"use strict";

{
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

  globalThis.handboekZoekmotor = {vouw, woordenVan, losse, Taal};
}
