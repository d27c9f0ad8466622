/* Zoeken: wat het zoekvenster (venster.js) en de zoekbladzijde (zoekblad.js) delen: wat op dit apparaat bewaard blijft, de
   keuzes, en hoe een resultaat eruitziet. Samenstellen (samenstellen/zoek.js) gebruikt de motor en de melding. */
(function () {
  "use strict";

  const {motor, wortel} = window.handboekZoeken;
  const HIER = "handboek.zoeken:" + new URL(wortel).pathname;
  const MEEST_EERDER = 8;
  const WACHT = 60; // milliseconden na een toets
  const RUST = 350; // een schermlezer hoort de uitkomst pas als het typen even stopt; wie zo lang wacht, ziet dat er gezocht wordt

  /* --- Wat er op de bladzijde komt: altijd als tekst, nooit als HTML. --------------------------- */

  function maak(naam, kenmerken, ...inhoud) {
    const deel = document.createElement(naam);
    for (const [kenmerk, waarde] of Object.entries(kenmerken || {})) {
      if (typeof waarde === "function") deel.addEventListener(kenmerk, waarde);
      else if (waarde !== false && waarde !== null) deel.setAttribute(kenmerk, waarde === true ? "" : waarde);
    }
    deel.append(...inhoud.flat().filter((stuk) => stuk !== null && stuk !== ""));
    return deel;
  }

  function lijst(rijen) {
    return maak("ul", {}, rijen.map((rij) => maak("li", {}, rij)));
  }

  function naar(pad, tekst) {
    return maak("a", {href: wortel + pad}, tekst);
  }

  /* Wegen verder, ook als zoeken niet lukt. */
  const lijsten = () => lijst([
    naar("interventies/index.html", "Alle aanpakken"), naar("methoden/index.html", "Alle methoden"), naar("rollen/index.html", "Alle rollen"),
    naar("begrippen/index.html", "Begrippen van A tot Z"), naar("overzichten.html", "Alle overzichten"),
  ]);

  /* --- Op dit apparaat: eerdere zoekvragen, en welke sneltoetsen aan staan. ---------------------- */

  function bewaard() {
    try {
      return JSON.parse(localStorage.getItem(HIER)) || {};
    } catch {
      return {};
    }
  }

  function bewaar(deel) {
    try {
      localStorage.setItem(HIER, JSON.stringify({...bewaard(), ...deel}));
    } catch {
      // Wie niets laat bewaren, zoekt zonder geheugen.
    }
  }

  const eerder = () => [].concat(bewaard().eerder || []).filter((tekst) => typeof tekst === "string");

  function onthoud(tekst) {
    const vraag = tekst.trim();
    if (vraag) bewaar({eerder: [vraag, ...eerder().filter((ander) => ander !== vraag)].slice(0, MEEST_EERDER)});
  }

  /* De eerdere zoekvragen: kies er een, haal er een weg, of haal ze allemaal weg. `na` krijgt de aandacht als er niets overblijft. */
  function eerdere(kies, na) {
    const doos = maak("div", {class: "zoek-eerder"});
    const haalWeg = (plaats) => {
      bewaar({eerder: eerder().filter((_, nummer) => nummer !== plaats)});
      teken();
      const knoppen = doos.querySelectorAll(".zoek-weg");
      (knoppen[Math.min(plaats, knoppen.length - 1)] || na).focus();
    };
    const wis = () => {
      bewaar({eerder: []});
      teken();
      na.focus();
    };
    function teken() {
      const vragen = eerder();
      doos.replaceChildren();
      if (!vragen.length) return;
      doos.append(
        maak("h2", {}, "Eerder gezocht"),
        lijst(vragen.map((vraag, plaats) => [
          maak("button", {type: "button", class: "zoek-weer", click: () => kies(vraag)}, vraag),
          maak("button", {type: "button", class: "zoek-weg", click: () => haalWeg(plaats), "aria-label": "Vergeet ‘" + vraag + "’"}, "×"),
        ])),
        maak("p", {class: "zoek-klein"}, "Staat alleen op dit apparaat. ", maak("button", {type: "button", class: "zoek-tekstknop", click: wis}, "Vergeet alles")),
      );
    }
    teken();
    return doos;
  }

  /* --- De keuzes: soort, rol en thema. Op een smal scherm ingeklapt. ----------------------------- */

  const KEUZES = [["soort", "Soort", "Alle soorten", "soorten"], ["rol", "Rol", "Alle rollen", "rollen"], ["thema", "Thema", "Alle thema’s", "themas"]];

  function kiezers(veranderd) {
    const teller = maak("span", {});
    const velden = KEUZES.map(([id, , alle]) => maak("select", {name: id, change: meld}, maak("option", {value: ""}, alle)));
    const node = maak("details", {class: "zoek-kies"}, maak("summary", {}, "Soort, rol en thema ", teller),
      maak("div", {}, velden.map((veld, plaats) => maak("label", {}, maak("span", {}, KEUZES[plaats][1]), veld))));
    const breed = matchMedia("(min-width:45em)");
    const pasAan = () => { node.open = breed.matches; };
    breed.addEventListener("change", pasAan);
    pasAan();
    let gevuld = false, gewenst = {}; // gewenst: wat gekozen is voor de namen er zijn

    function tel() {
      const aantal = velden.filter((veld) => veld.value).length;
      teller.textContent = aantal ? "(" + aantal + " gekozen)" : "";
    }

    function meld() {
      gewenst = waarden();
      tel();
      veranderd();
    }

    function waarden() {
      const gekozen = gevuld ? velden.map((veld) => [veld.name, veld.value]) : Object.entries(gewenst);
      return Object.fromEntries(gekozen.filter(([, waarde]) => waarde));
    }

    function zet(nieuw) {
      gewenst = {...nieuw};
      velden.forEach((veld) => {
        veld.value = nieuw[veld.name] || "";
        if (veld.selectedIndex < 0) veld.value = ""; // een naam die niet bestaat
      });
      tel();
    }

    function vul(keuzes) {
      if (gevuld) return;
      gevuld = true;
      velden.forEach((veld, plaats) => {
        veld.append(...keuzes[KEUZES[plaats][3]].map(([id, naam]) => maak("option", {value: id}, naam)));
      });
      zet(gewenst);
    }

    return {node, waarden, zet, vul};
  }

  /* --- Een uitkomst --------------------------------------------------------------------------- */

  function gemarkeerd(stukken) {
    return stukken.map(([tekst, raak]) => (raak ? maak("mark", {}, tekst) : tekst));
  }

  function pijl() {
    const [teken, vorm] = ["svg", "use"].map((naam) => document.createElementNS("http://www.w3.org/2000/svg", naam));
    teken.setAttribute("viewBox", "0 0 32 16");
    teken.setAttribute("aria-hidden", "true");
    vorm.setAttribute("href", "#pijl-kort");
    teken.append(vorm);
    return teken;
  }

  function resultaat(rij, kenmerken) {
    const adres = (rij.elders ? "" : wortel) + rij.pad + (rij.sectie ? "#" + rij.sectie.anker : "");
    return maak("a", {class: "zoek-resultaat", href: adres, ...kenmerken},
      maak("b", {}, gemarkeerd(rij.titel)), " ",
      rij.sectie && maak("span", {class: "zoek-sectie"}, pijl(), " § " + rij.sectie.titel), " ",
      maak("span", {class: "zoek-kern"}, gemarkeerd(rij.samenvatting)), " ",
      rij.elders && maak("span", {class: "zoek-elders"}, "uit: " + rij.elders));
  }

  /* De resultaten per soort: [naam van de soort, rijen], de soort met het beste resultaat eerst. */
  function perSoort(uitkomst, keuzes) {
    const namen = new Map(keuzes.soorten), groepen = new Map();
    uitkomst.resultaten.forEach((rij) => groepen.set(rij.soort, [...(groepen.get(rij.soort) || []), rij]));
    return [...groepen].map(([soort, rijen]) => [namen.get(soort) || soort, rijen]);
  }

  const telling = (aantal) => (aantal === 0 ? "Niets gevonden" : aantal === 1 ? "1 resultaat" : aantal + " resultaten");

  function melding(uitkomst) {
    return [
      telling(uitkomst.totaal),
      ...uitkomst.bedoelt.map(([getypt, geraden]) => "Gezocht op ‘" + geraden + "’ in plaats van ‘" + getypt + "’"),
      ...uitkomst.deels.map(([woord, delen]) => "‘" + woord + "’ komt nergens voor" + (delen.length ? ", ‘" + delen.join("’ en ‘") + "’ wel" : "")),
      ...uitkomst.onbekend.map((woord) => "‘" + woord + "’ komt nergens voor"),
    ].join(". ");
  }

  function zonderKeuze(uitkomst, laatLos) {
    return [
      maak("p", {}, "Met deze keuzes is er niets. Zonder keuzes: " + telling(uitkomst.zonderKeuze) + "."),
      maak("p", {}, maak("button", {type: "button", class: "keuze", click: laatLos}, "Zoek zonder keuzes")),
    ];
  }

  const niets = () => [maak("p", {}, "Probeer een ander woord of een kortere vraag. Of kijk hier:"), lijsten()];
  const mislukt = () => [maak("p", {}, "Zoeken lukt nu niet: de zoekgegevens kwamen niet binnen. Hier staat alles op een rij:"), lijsten()];

  /* --- Zoeken terwijl je typt ------------------------------------------------------------------
     `deel`: het veld, de kiezers, de regel met de status; `leeg()` als er niets te zoeken is, `toon(uitkomst, keuzes)` als er
     resultaten zijn, `zeg(inhoud)` als er iets anders te zeggen is, en hoeveel resultaten er hoogstens komen. */
  function zoeker(deel) {
    const hoorbaar = maak("p", {class: "onzichtbaar", role: "status"}); // voor een schermlezer; de regel zelf is om te zien
    let beurt = 0, straks = 0, melden = 0;
    deel.status.after(hoorbaar);

    function schrijf(regel, tekst) {
      if (regel.textContent !== tekst) regel.textContent = tekst;
    }

    /* Samen met de resultaten, zodat er daarna niets meer verschuift. */
    function meld(tekst) {
      clearTimeout(melden);
      schrijf(deel.status, tekst);
      melden = setTimeout(() => schrijf(hoorbaar, tekst), RUST);
    }

    function meldStraks(tekst) {
      clearTimeout(melden);
      melden = setTimeout(() => [deel.status, hoorbaar].forEach((regel) => schrijf(regel, tekst)), RUST);
    }

    async function zoek() {
      clearTimeout(straks);
      const mijn = ++beurt, tekst = deel.veld.value;
      if (!tekst.trim()) {
        deel.leeg();
        meld(Object.keys(deel.kiezers.waarden()).length ? "Typ er een woord bij." : "");
        return;
      }
      meldStraks("Zoekt …");
      try {
        const {keuzes, zoek: vraag} = await motor();
        deel.kiezers.vul(keuzes);
        if (mijn !== beurt) return;
        const uitkomst = await vraag(tekst, {...deel.kiezers.waarden(), aantal: deel.aantal()});
        if (mijn !== beurt) return;
        if (uitkomst.totaal) deel.toon(uitkomst, keuzes);
        else deel.zeg(uitkomst.zonderKeuze ? zonderKeuze(uitkomst, deel.laatLos) : niets());
        meld(melding(uitkomst));
      } catch {
        if (mijn !== beurt) return;
        deel.zeg(mislukt());
        meld("Zoeken lukt nu niet.");
      }
    }

    return {
      zoek,
      /* Bij het eerste gebruik: haal de motor alvast, en de namen van de keuzes. */
      warm() {
        motor().then(({keuzes}) => deel.kiezers.vul(keuzes), () => {});
      },
      getypt() {
        clearTimeout(straks);
        straks = setTimeout(zoek, WACHT);
      },
    };
  }

  /* Het adres van de zoekbladzijde met deze vraag en keuzes. */
  function adres(tekst, keuzes) {
    const vraag = new URLSearchParams();
    if (tekst.trim()) vraag.set("q", tekst.trim());
    Object.entries(keuzes).forEach(([naam, waarde]) => vraag.set(naam, waarde));
    return wortel + "zoeken/index.html" + (String(vraag) ? "?" + vraag : "");
  }

  Object.assign(window.handboekZoeken, {maak, lijst, naar, bewaard, bewaar, onthoud, eerdere, kiezers, resultaat, perSoort, telling, melding, zoeker, adres, KEUZES});
})();
