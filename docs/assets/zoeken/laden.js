/* Laden: de zoekmotor, bij het eerste gebruik en niet eerder; en wat er op dit apparaat bewaard wordt voor wie later geen
   verbinding heeft. Alles wat zoekt, haalt de motor hier: zoeken.js, en samenstellen/zoek.js. */
(function () {
  "use strict";

  const eigen = new URL(".", document.currentScript.src).href;
  const wortel = new URL("../../", eigen).href;
  const MOTOR = ["stam-nl.js", "taal.js", "lezen.js", "tikfout.js", "vraag.js", "pasvorm.js", "rang.js", "motor.js"]; // elk bouwt op die ervoor

  /* --- De motor: in een werker; van een uitgepakte map (file://), waar dat niet kan, op de bladzijde zelf. --- */

  let motor = null;

  function inWerker() {
    return new Promise((klaar, mis) => {
      const werker = new Worker(eigen + "werker.js"), wachtend = new Map();
      let nummer = 0;
      werker.postMessage({scripts: MOTOR});
      const zoek = (vraag, opties) => new Promise((goed, fout) => {
        wachtend.set(++nummer, [goed, fout]);
        werker.postMessage({nummer, vraag, opties});
      });
      const stuk = () => {
        const fout = new Error("de werker is gestopt");
        mis(fout);
        wachtend.forEach(([, gaMis]) => gaMis(fout));
        werker.terminate();
        motor = null; // een volgende vraag begint opnieuw
      };
      werker.addEventListener("error", stuk);
      werker.addEventListener("message", ({data}) => {
        if (data.keuzes) klaar({keuzes: data.keuzes, zoek});
        else if (data.uitkomst) wachtend.get(data.nummer)[0](data.uitkomst);
        else stuk();
        wachtend.delete(data.nummer);
      });
    });
  }

  function haal(adres) {
    return new Promise((klaar, mis) => {
      const script = document.createElement("script");
      script.src = adres;
      script.addEventListener("load", () => klaar());
      script.addEventListener("error", () => mis(new Error(adres)));
      document.head.append(script);
    });
  }

  async function opDeBladzijde() {
    const delen = {};
    window.handboekZoekdeel = (naam, deel) => { delen[naam] = deel; };
    const laad = async (naam) => {
      if (!(naam in delen)) await haal(wortel + "zoeken/deel/" + naam + ".js");
      return delen[naam];
    };
    window.exports = {};
    for (const naam of MOTOR) await haal(eigen + naam);
    const {stemmer} = window.exports;
    delete window.exports;
    return window.handboekMotor(await laad("kern"), laad, stemmer);
  }

  function start() {
    if (!motor) {
      motor = location.protocol === "file:" ? opDeBladzijde() : inWerker();
      motor.then(bewaarZoeken, () => { motor = null; });
    }
    return motor;
  }

  /* Ook zonder verbinding, zie sw.js: de bladzijden die iemand bezocht, en na het eerste zoeken de zoekfunctie. Waar dat niet
     mag (file://, http), blijft alles zoals het is. */
  async function bewaarVoorLater(adressen, index) {
    if (!navigator.serviceWorker || location.protocol === "file:") return;
    try {
      await navigator.serviceWorker.register(wortel + "sw.js");
      const {active} = await navigator.serviceWorker.ready;
      const gehaald = performance.getEntriesByType("resource").map((bron) => bron.name);
      active.postMessage({adressen: [location.href, ...gehaald, ...adressen], index});
    } catch {
      // Een streng ingestelde browser.
    }
  }

  function bewaarZoeken() {
    const delen = ["werker.js", ...MOTOR, "zoekblad.js", "../vooraf.js"].map((naam) => new URL(naam, eigen).href);
    return bewaarVoorLater([wortel + "index.html", wortel + "zoeken/index.html", ...delen], true);
  }

  /* Pas als de bladzijde er is en de browser even niets te doen heeft. */
  const later = window.requestIdleCallback || ((doe) => setTimeout(doe, 1000));
  window.addEventListener("load", () => later(() => bewaarVoorLater([], false)));

  window.handboekZoeken = {motor: start, wortel};
})();
