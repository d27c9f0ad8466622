/* Concepten op dit apparaat, een per sleutel, geschreven bij elke verandering: wat er staat, overleeft herladen en een tabblad
   dat sluit. Elk concept heeft een versie; wie een andere versie aantreft dan hij zelf schreef, overschrijft niet. Wat de browser
   niet wil bewaren, blijft zolang de bladzijde openstaat.
   Ook delen: een leerpad als adres (samengeperst in het deel na #) of als bestand. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const SOORT = "leerpad-handboek-wijkwerk", VORM = 1, GROOTSTE = 400_000;
  const BEGIN = "handboek.samenstellen:", STAPPEN = "handboek.samenstellen.stappen", MEESTE_STAPPEN = 30;
  const geheugen = new Map(); // wat deze browser niet bewaarde: id → concept

  const sleutel = (id) => BEGIN + id;

  function ruw(id) {
    try { return localStorage.getItem(sleutel(id)); } catch { return null; }
  }

  const verpak = (leerpad) => ({soort: SOORT, vorm: VORM, leerpad: samen.kaal(leerpad)});

  function pakUit(gegevens) {
    if (!gegevens || gegevens.soort !== SOORT) throw new Error("het is geen leerpad van dit handboek");
    if (gegevens.vorm !== VORM) throw new Error("het is een leerpad in een andere vorm");
    return samen.lees(gegevens.leerpad);
  }

  function ontleed(tekst) {
    if (tekst.length > GROOTSTE) throw new Error("het is te groot");
    let gegevens;
    try { gegevens = JSON.parse(tekst); } catch { throw new Error("het is geen JSON-bestand"); }
    return {...gegevens, leerpad: pakUit(gegevens)};
  }

  function lees(id) {
    if (geheugen.has(id)) return geheugen.get(id);
    const tekst = ruw(id);
    if (tekst === null) return null;
    const {versie, gewijzigd, leerpad} = ontleed(tekst);
    return {id, versie, gewijzigd, leerpad};
  }

  /* Alle concepten, het laatst gewijzigde eerst; van een onleesbaar concept alleen de reden. */
  function alle() {
    const gevonden = [...geheugen.values()];
    try {
      for (let plaats = 0; plaats < localStorage.length; plaats += 1) {
        const naam = localStorage.key(plaats);
        const id = naam.slice(BEGIN.length);
        if (!naam.startsWith(BEGIN) || geheugen.has(id)) continue;
        try { gevonden.push(lees(id)); } catch (fout) { gevonden.push({id, gewijzigd: "", fout: fout.message}); }
      }
    } catch { /* Wie niets laat bewaren, heeft geen concepten. */ }
    return gevonden.sort((een, ander) => (een.gewijzigd < ander.gewijzigd ? 1 : -1));
  }

  function isAnders({id, versie}) {
    const staat = ruw(id);
    try { return staat !== null ? JSON.parse(staat).versie !== versie : Boolean(versie); } catch { return true; }
  }

  /* "ja", "anders" (een ander tabblad was hier) of "nee" (deze browser bewaart niet). Bij "ja" ook de nieuwe versie. */
  function bewaar(concept) {
    if (isAnders(concept)) {
      geheugen.delete(concept.id);
      return {uitkomst: "anders"};
    }
    const versie = nieuwId(), gewijzigd = new Date().toISOString();
    try {
      localStorage.setItem(sleutel(concept.id), JSON.stringify({...verpak(concept.leerpad), versie, gewijzigd}));
      geheugen.delete(concept.id);
      return {uitkomst: "ja", versie, gewijzigd};
    } catch {
      geheugen.set(concept.id, {...concept, gewijzigd});
      return {uitkomst: "nee"};
    }
  }

  function verwijder(id) {
    geheugen.delete(id);
    try { localStorage.removeItem(sleutel(id)); } catch { /* Dan stond het er ook niet. */ }
  }

  /* De weg terug hoort bij dit tabblad en deze versie van het concept; zij overleeft herladen. */
  function bewaarStappen({id, versie}, stappen) {
    try { sessionStorage.setItem(STAPPEN, JSON.stringify({id, versie, stappen: stappen.map((weg) => samen.kaal(weg.slice(-MEESTE_STAPPEN)))})); } catch { /* dan begint de weg terug na herladen opnieuw */ }
  }

  function leesStappen({id, versie}) {
    try {
      const bewaard = JSON.parse(sessionStorage.getItem(STAPPEN));
      if (bewaard.id === id && bewaard.versie === versie) return bewaard.stappen.map((weg) => weg.map(samen.lees));
    } catch { /* niets bewaard, of onleesbaar */ }
    return [[], []];
  }

  const nieuwId = () => [...crypto.getRandomValues(new Uint8Array(8))].map((getal) => getal.toString(16).padStart(2, "0")).join("");

  /* --- Adres: z voor samengeperst, j voor waar de browser dat niet kan. ------------------------------ */

  const naarLetters = (bytes) => {
    let tekens = "";
    bytes.forEach((getal) => { tekens += String.fromCharCode(getal); });
    return btoa(tekens).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };
  const naarBytes = (letters) => Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (teken) => teken.charCodeAt(0));

  async function door(bytes, stroom) {
    const lezer = new Blob([bytes]).stream().pipeThrough(stroom).getReader(), stukken = [];
    let groot = 0;
    for (let {done, value} = await lezer.read(); !done; {done, value} = await lezer.read()) {
      groot += value.length;
      if (groot > GROOTSTE) throw new Error("het is te groot");
      stukken.push(value);
    }
    return new Uint8Array(await new Blob(stukken).arrayBuffer());
  }

  async function naarAdres(leerpad) {
    const bytes = new TextEncoder().encode(JSON.stringify(verpak(leerpad)));
    if (!window.CompressionStream) return "j" + naarLetters(bytes);
    return "z" + naarLetters(await door(bytes, new CompressionStream("deflate-raw")));
  }

  async function uitAdres(deel) {
    let tekst;
    try {
      const bytes = naarBytes(deel.slice(1));
      tekst = new TextDecoder().decode(deel[0] === "z" ? await door(bytes, new DecompressionStream("deflate-raw")) : bytes);
    } catch { throw new Error("het adres is niet heel overgekomen"); }
    return ontleed(tekst).leerpad;
  }

  const alsTekst = (leerpad) => JSON.stringify(verpak(leerpad), null, 1) + "\n";

  /* Of er iets is dat weg is als de bladzijde sluit. */
  const kwijt = () => geheugen.size > 0;

  samen.opslag = {BEGIN, lees, alle, bewaar, kwijt, verwijder, bewaarStappen, leesStappen, nieuwId, naarAdres, uitAdres, ontleed, alsTekst};
})();
