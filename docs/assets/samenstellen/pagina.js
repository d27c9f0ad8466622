/* De bladzijde: wat er openstaat, wanneer er getekend en bewaard wordt, en wat een adres vraagt. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen, {maak, knop, opslag} = samen;
  const eigen = new URL("../../", document.currentScript.src).href;
  let root, balk, blad, melding, bericht, druk, levende = [], gewenst = null, bewaring, gerekend = [];

  const leegUi = () => ({zoek: "", soort: "", meer: false, gevonden: {}, doel: 0, onderdeel: 0, open: new Set(), blokken: new Set(), gaten: new Set(), competentie: "", versie: "deelnemer", begin: {}});
  const staat = samen.maakStaat();

  const app = {
    wortel: eigen,
    ui: leegUi(),
    get concept() { return staat.concept; },
    get leerpad() { return staat.leerpad; },
    dekking() {
      if (gerekend[0] !== staat.leerpad) gerekend = [staat.leerpad, samen.dekking(staat.leerpad)];
      return gerekend[1];
    },
    /* Wat bij elke verandering bijgewerkt wordt zonder het scherm opnieuw te tekenen. */
    levend(doe) { levende.push(doe); },
    wijzig(verander, {veld = "", wat = ""} = {}) {
      staat.wijzig(verander, {veld});
      na(wat, Boolean(veld));
    },
    rust: () => staat.rust(),
    zeg(tekst) { bericht.textContent = tekst; },
    focus(f) {
      gewenst = f;
      neemFocus();
    },
    teken,
    open(id) { naarAdres("concept", id); leesAdres(); window.scrollTo(0, 0); },
    nieuw(leerpad) {
      const id = opslag.nieuwId();
      app.ui = leegUi();
      bewaring.los();
      staat.open({id, leerpad: samen.lees(leerpad)});
      bewaring.bewaar();
      naarAdres("concept", id);
      klapOpen();
      teken();
      window.scrollTo(0, 0);
      app.focus("naam");
    },
    async kopieer(id) {
      try {
        const leerpad = samen.lees(await samen.haalLeerpad(eigen, id));
        app.nieuw({...leerpad, naam: (leerpad.naam + ", kopie").slice(0, 200)});
      } catch { app.zeg("Dit leerpad kwam niet binnen. Laad de bladzijde opnieuw en probeer het nog eens."); }
    },
    haalWeg(id, naam) {
      if (!window.confirm(`‘${naam}’ van dit apparaat halen? Dit kan niet terug.`)) return;
      opslag.verwijder(id);
      teken();
      app.zeg(`‘${naam}’ is weggehaald.`);
    },
    async leesBestand(bestand) {
      try { app.nieuw(opslag.ontleed(await bestand.text()).leerpad); } catch (fout) { app.zeg(`‘${bestand.name}’ is niet gelezen: ${fout.message}. Er is niets veranderd.`); }
    },
    voegUitkomstToe(id) {
      app.ui.competentie = "";
      app.wijzig((leerpad) => { leerpad.leeruitkomsten.push(samen.uitkomst(leerpad, id)); }, {wat: `‘${samen.naamVan("competenties/" + id)}’ is nu een leeruitkomst.`});
      app.focus("u-" + staat.leerpad.leeruitkomsten.at(-1).id + "-werkwoord");
    },
    /* De plaats van de bijeenkomst waar wat gevonden wordt in komt: die van het laatst gekozen, anders de eerste. */
    doel: () => Math.max(0, staat.leerpad.sessies.findIndex(({_}) => _ === app.ui.doel)),
    onderdeelNaam: () => (vindOnderdeel(app.ui.onderdeel) || {naam: ""}).naam,
    voegToe(item) {
      const naam = samen.naamVan(item), bij = vindOnderdeel(app.ui.onderdeel), s = app.doel(), inGat = document.activeElement.closest(".sl-gaten");
      if (bij) {
        app.wijzig((leerpad) => { const deel = vindOnderdeel(bij._, leerpad); deel.items = samen.uniek([...deel.items, item]); }, {wat: `‘${naam}’ staat nu bij ‘${bij.naam}’.`});
      } else if (staat.leerpad.sessies.length) {
        app.wijzig((leerpad) => { leerpad.sessies[s].activiteiten.push(samen.onderdeel(leerpad, item)); }, {wat: `‘${naam}’ is toegevoegd aan bijeenkomst ${s + 1}.`});
      } else app.zeg("Voeg eerst een bijeenkomst toe.");
      if (inGat && !document.activeElement.closest(".sl-gaten")) (blad.querySelector(".sl-gaten summary") || blad.querySelector("#sl-zoek")).focus();
    },
    zoekVoor(nummer) { Object.assign(app.ui, {doel: nummer, onderdeel: 0}); teken(); app.focus("zoek"); },
    zoekVoorOnderdeel(nummer) { app.ui.onderdeel = nummer; teken(); app.focus("zoek"); },
    naarVeld(pad) {
      const deel = samen.openVeld(app, pad);
      teken();
      samen.veldVan(root, pad, deel)?.focus();
    },
  };

  /* Wie er meedoen, staat open zolang daar iets ontbreekt. */
  function klapOpen() {
    if (staat.concept && samen.controle(staat.leerpad).some(({pad}) => pad.startsWith("deelnemers"))) app.ui.blokken.add("wie");
  }

  function vindOnderdeel(nummer, leerpad = staat.leerpad) {
    return nummer ? leerpad.sessies.flatMap(({activiteiten}) => activiteiten).find(({_}) => _ === nummer) : null;
  }

  /* --- Tekenen --------------------------------------------------------------------------------------------- */

  function teken() {
    const vorige = document.activeElement, f = vorige && vorige.dataset && vorige.dataset.f;
    const keuze = f && typeof vorige.selectionStart === "number" ? [vorige.selectionStart, vorige.selectionEnd] : null;
    const naast = blad.querySelector(".sl-naast"), schuif = naast ? naast.scrollTop : 0;
    levende = [];
    root.classList.toggle("bezig", Boolean(staat.concept));
    if (staat.concept) {
      blad.replaceChildren(
        maak("div", {class: "sl-hoofd"}, samen.tekenPlan(app)),
        maak("aside", {class: "sl-naast", "aria-label": "Zoeken en wat nog open is"}, samen.tekenZoek(app), samen.tekenOpen(app)),
        maak("div", {class: "sl-rest"}, samen.tekenDekking(app), samen.tekenMee(app)));
    } else blad.replaceChildren(maak("div", {class: "sl-begin"}, gedeeld(), samen.tekenBegin(app)));
    tekenBalk();
    leef();
    const nieuw = blad.querySelector(".sl-naast");
    if (nieuw) nieuw.scrollTop = schuif;
    if (f && !gewenst) {
      const terug = root.querySelector(`[data-f="${CSS.escape(f)}"]`);
      if (terug) terug.focus({preventScroll: true});
      if (terug && keuze && terug.setSelectionRange) try { terug.setSelectionRange(...keuze); } catch { /* een getal heeft geen plek */ }
    }
    neemFocus();
  }

  function neemFocus() {
    const doel = gewenst && root.querySelector(`[data-f="${CSS.escape(gewenst)}"]`);
    if (doel) doel.focus();
    gewenst = null;
  }

  function leef() {
    for (const doe of levende) doe();
    for (const [sleutel, kan] of [["terug", staat.terug], ["vooruit", staat.vooruit]]) {
      const deel = balk.querySelector(`[data-f="${sleutel}"]`);
      if (deel) deel.setAttribute("aria-disabled", String(!kan));
    }
  }

  function stap(welke) {
    const stond = staat.terug + "/" + staat.vooruit;
    staat[welke]();
    if (stond !== staat.terug + "/" + staat.vooruit) na(welke === "ongedaan" ? "Ongedaan gemaakt." : "Weer gedaan.", false);
  }

  function tekenBalk() {
    balk.hidden = !staat.concept;
    if (!staat.concept) return;
    balk.replaceChildren(
      knop("Alle leerpaden", () => { naarAdres(); leesAdres(); window.scrollTo(0, 0); }, {f: "alle"}), knop("Ongedaan", () => stap("ongedaan"), {f: "terug"}), knop("Opnieuw", () => stap("opnieuw"), {f: "vooruit"}),
      maak("nav", {"aria-label": "Delen van het leerpad"}, [["bijeenkomsten", "Bijeenkomsten"], ["zoeken", "Zoeken"], ["open", "Open"], ["dekking", "Dekking"], ["mee", "Meenemen"]].map(([anker, naam]) => maak("a", {href: "#" + anker}, naam))),
      maak("span", {class: "sl-bewaard"}));
    bewaring.toon();
  }

  function na(wat, alleenLevend) {
    bewaring.bewaar();
    if (alleenLevend) leef();
    else teken();
    app.zeg(wat);
  }

  /* --- Adres ---------------------------------------------------------------------------------------------------- */

  function naarAdres(naam, waarde) {
    const adres = new URL(location.href), vraag = new URLSearchParams(location.search); // terug naar ‘maak een kopie’ zou er nog een maken
    [adres.search, adres.hash] = ["", ""];
    if (naam) adres.searchParams.set(naam, waarde);
    if (adres.href !== location.href) try { history[vraag.has("leerpad") ? "replaceState" : "pushState"](null, "", adres); } catch { /* een map waar dat niet mag */ }
  }

  const inAdres = () => new URLSearchParams(location.search).get("concept");
  const lijst = (tekst) => (tekst || "").split(",").filter(Boolean);

  const onthoud = () => { if (staat.concept) opslag.bewaarStappen(staat.concept, staat.stappen); };

  function leesAdres() {
    const vraag = new URLSearchParams(location.search), id = vraag.get("concept"), {rollen, competenties, leerpaden} = samen.gegevens();
    let gevonden = null;
    onthoud();
    bewaring.los();
    app.zeg("");
    app.ui = leegUi();
    if (id) try { gevonden = opslag.lees(id); } catch { /* onleesbaar: het beginscherm zegt waarom */ }
    staat.open(gevonden, gevonden ? opslag.leesStappen(gevonden) : undefined);
    klapOpen();
    const rol = rollen[vraag.get("rol")] ? vraag.get("rol") : "", gevraagd = lijst(vraag.get("competenties")).filter((naam) => competenties[naam]);
    const verschuivingen = lijst(vraag.get("verschuivingen")).filter((naam) => samen.gegevens().namen.has("verschuivingen/" + naam));
    app.ui.begin = {rol, competenties: new Set(gevraagd), verschuivingen};
    teken();
    if (id && !gevonden) app.zeg("Dit leerpad staat niet (meer) op dit apparaat.");
    if (leerpaden[vraag.get("leerpad")]) app.kopieer(vraag.get("leerpad"));
    haalGedeeld();
  }

  let binnen = null;

  /* Wat iemand deelde, staat in het deel na #; het komt pas bij de concepten na een ja. */
  async function haalGedeeld() {
    const deel = location.hash.startsWith("#leerpad=") && location.hash.slice("#leerpad=".length);
    if (!deel) return;
    try {
      binnen = await opslag.uitAdres(deel);
      staat.open(null);
      teken();
      app.focus("neem-gedeeld");
    } catch (fout) { app.zeg("Het gedeelde leerpad is niet gelezen: " + fout.message + "."); }
  }

  function gedeeld() {
    if (!binnen) return "";
    return maak("section", {class: "sl-gedeeld"}, maak("h2", {id: "gedeeld"}, "Iemand deelde een leerpad"), maak("p", {}, maak("b", {}, binnen.naam || "Leerpad zonder naam"), `: ${samen.omvang(binnen)}.`),
      maak("p", {}, knop("Open als nieuw leerpad", () => { const nieuw = binnen; binnen = null; app.nieuw(nieuw); }, {f: "neem-gedeeld", klasse: "sl-doe"})));
  }

  function start() {
    root = document.getElementById("samenstellen");
    if (!root || !window.handboekSamenstelgegevens) return;
    samen.bereid();
    [melding, balk, blad, druk] = [maak("div", {class: "tegenspraak blok", role: "alert", hidden: true}), maak("div", {class: "sl-balk", hidden: true}), maak("div", {class: "sl-blad"}), maak("div", {class: "sl-druk"})];
    bericht = maak("p", {class: "sl-bericht", role: "status"});
    root.append(melding, balk, blad, bericht, druk);
    bewaring = samen.maakBewaring(staat, melding, {
      neemOver() { leesAdres(); app.zeg("Wat in het andere tabblad stond, staat nu hier."); },
      houd: app.nieuw,
    });
    samen.vangOp(app, blad);
    window.addEventListener("popstate", () => { if (inAdres() !== (staat.concept ? staat.concept.id : null)) leesAdres(); }); // niet bij een sprong op de bladzijde
    window.addEventListener("hashchange", haalGedeeld);
    window.addEventListener("storage", ({key}) => bewaring.kijk(key));
    window.addEventListener("pageshow", () => bewaring.kijk(null)); // wie terugkomt, miste wat een ander tabblad schreef
    window.addEventListener("pagehide", onthoud);
    document.addEventListener("visibilitychange", onthoud); // een telefoon ruimt een tabblad op zonder het te zeggen
    window.addEventListener("beforeunload", (gebeurtenis) => { if (opslag.kwijt()) gebeurtenis.preventDefault(); });
    window.addEventListener("beforeprint", () => druk.replaceChildren(...(staat.concept ? samen.tekenDruk(app) : [])));
    document.addEventListener("keydown", (gebeurtenis) => {
      const toets = gebeurtenis.key.toLowerCase();
      if (!staat.concept || !(gebeurtenis.ctrlKey || gebeurtenis.metaKey) || gebeurtenis.target.closest("input,textarea") || (toets !== "z" && toets !== "y")) return;
      gebeurtenis.preventDefault();
      stap(toets === "y" || gebeurtenis.shiftKey ? "opnieuw" : "ongedaan");
    });
    root.classList.add("werkt");
    leesAdres();
  }

  document.addEventListener("DOMContentLoaded", start);
})();
