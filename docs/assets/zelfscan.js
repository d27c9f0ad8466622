/* Zelfscan: antwoorden per rol en per persoon, alleen op dit apparaat. De vragen staan in de bladzijde zelf. */
(() => {
  "use strict";
  const root = document.getElementById("zelfscan");
  if (!root) return;

  const SOORT = "zelfscan-handboek-wijkwerk", VERSIE = 1;
  const MEESTE_MENSEN = 20, LANGSTE_NAAM = 8, GROOTSTE_BESTAND = 200_000;
  const LAAG = 2; // bij of dichter bij ‘van’; ‘nog niet’ of ‘soms’
  const LEEG = "nog niet ingevuld";
  const STANDEN = ["bij ‘van’", "dichter bij ‘van’", "in het midden", "dichter bij ‘naar’", "bij ‘naar’"];
  const KEUZES = [...root.querySelector(".zs-keuzes").children].map((label) => label.textContent.trim());

  const vind = (keus, in_ = root) => in_.querySelector(keus);
  const alle = (keus, in_ = root) => [...in_.querySelectorAll(keus)];
  const el = (soort, klasse, ...inhoud) => {
    const nieuw = document.createElement(soort);
    if (klasse) nieuw.className = klasse;
    nieuw.append(...inhoud);
    return nieuw;
  };
  const opsomming = (woorden) =>
    woorden.length < 2 ? woorden.join("") : `${woorden.slice(0, -1).join(", ")} en ${woorden.at(-1)}`;

  /* De vragen, uit de bladzijde ------------------------------------------------------------------ */
  const leesVraag = (rij) => {
    const schuif = vind("input[type=range]", rij);
    const van = vind("[data-van]", rij)?.textContent, naar = vind("[data-naar]", rij)?.textContent;
    const naam = schuif ? `van ${van} naar ${naar}` : vind("[data-competentie]", rij).textContent;
    return { id: rij.dataset.vraag, item: rij.dataset.item, rij, schuif, van, naar, naam, woorden: schuif ? STANDEN : KEUZES };
  };
  const secties = new Map(alle(".zs-rol").map((sectie) => [sectie.dataset.rol, sectie]));
  const lijsten = new Map([...secties].map(([rol, sectie]) =>
    [rol, new Map(alle("[data-vraag]", sectie).map((rij) => [rij.dataset.vraag, leesVraag(rij)]))]));
  const rolnaam = (rol) => secties.get(rol).dataset.naam;

  /* Toestand ------------------------------------------------------------------------------------- */
  const staat = { rol: null, mensen: [], wie: 0, toon: "een", ruw: null, botst: false };
  const vragen = () => [...lijsten.get(staat.rol).values()];
  const mens = () => staat.mensen[staat.wie];
  const nieuwMens = (naam) => ({ naam, antwoorden: {} });
  const heeftIets = (persoon) => Object.keys(persoon.antwoorden).length > 0;
  /** Wie meetelt: ‘ik’ is een plek om te beginnen, en zonder antwoord niemand. */
  const team = () => staat.mensen.filter((persoon) => persoon.naam !== "ik" || heeftIets(persoon));
  const gelijkeNaam = (naam) => (persoon) => persoon.naam.toLowerCase() === naam.toLowerCase();

  /* Lezen en bewaren ----------------------------------------------------------------------------- */
  const sleutel = (rol) => `zelfscan:${rol}`;
  function opgeslagen(rol) {
    try { return localStorage.getItem(sleutel(rol)); } catch { return null; }
  }
  function alsTekst() {
    const mensen = staat.mensen.map(({ naam, antwoorden }) => ({
      naam,
      antwoorden: Object.fromEntries(vragen().filter((v) => v.id in antwoorden).map((v) => [v.id, antwoorden[v.id]])),
    }));
    return JSON.stringify({ soort: SOORT, versie: VERSIE, rol: staat.rol, mensen }, null, 1);
  }

  function leesMens(gegeven, lijst) {
    const { naam, antwoorden } = gegeven ?? {};
    if (typeof naam !== "string" || naam !== naam.trim() || !naam || naam.length > LANGSTE_NAAM || /\p{C}/u.test(naam))
      throw new Error(`een naam ontbreekt of is langer dan ${LANGSTE_NAAM} tekens`);
    if (typeof antwoorden !== "object" || antwoorden === null || Array.isArray(antwoorden))
      throw new Error(`bij ${naam} staan geen antwoorden`);
    const persoon = nieuwMens(naam);
    let vreemd = 0;
    for (const [id, waarde] of Object.entries(antwoorden)) {
      const hoogste = lijst.get(id)?.woorden.length ?? STANDEN.length;
      if (!Number.isInteger(waarde) || waarde < 1 || waarde > hoogste)
        throw new Error(`bij ${naam} staat een antwoord dat niet bestaat`);
      if (lijst.has(id)) persoon.antwoorden[id] = waarde;
      else vreemd += 1;
    }
    return { persoon, vreemd };
  }

  /** Een bewaarde zelfscan, gecontroleerd; een fout zegt in gewone woorden wat er mis is. */
  function ontleed(tekst) {
    let gegevens;
    try { gegevens = JSON.parse(tekst); } catch { throw new Error("het is geen JSON-bestand"); }
    if (gegevens?.soort !== SOORT) throw new Error("het is geen zelfscan van dit handboek");
    if (gegevens.versie !== VERSIE) throw new Error("het is een zelfscan van een andere versie");
    if (!lijsten.has(gegevens.rol)) throw new Error("de rol in het bestand staat niet in dit handboek");
    if (!Array.isArray(gegevens.mensen) || !gegevens.mensen.length || gegevens.mensen.length > MEESTE_MENSEN)
      throw new Error(`er staan geen mensen in, of meer dan ${MEESTE_MENSEN}`);
    const gelezen = gegevens.mensen.map((gegeven) => leesMens(gegeven, lijsten.get(gegevens.rol)));
    const mensen = gelezen.map(({ persoon }) => persoon);
    if (mensen.some((persoon, n) => mensen.findIndex(gelijkeNaam(persoon.naam)) !== n))
      throw new Error("een naam staat er twee keer in");
    return { rol: gegevens.rol, mensen, vreemd: gelezen.reduce((som, { vreemd }) => som + vreemd, 0) };
  }

  function laad() {
    staat.ruw = opgeslagen(staat.rol);
    Object.assign(staat, { mensen: [nieuwMens("ik")], wie: 0, botst: false });
    if (staat.ruw === null) return;
    try {
      staat.mensen = ontleed(staat.ruw).mensen;
      staat.wie = Math.max(0, staat.mensen.findIndex(({ naam }) => naam === wieWasHet()));
    } catch (fout) {
      meldBotsing(`De antwoorden die hier bewaard waren, zijn niet te lezen: ${fout.message}.`, false);
    }
  }

  /** Bewaart, behalve als een ander tabblad intussen iets anders bewaarde: dan kiest de gebruiker. */
  function bewaar() {
    if (staat.botst) return;
    if (opgeslagen(staat.rol) !== staat.ruw) { meldAnderTabblad(); return; }
    const iets = staat.mensen.length > 1 || staat.mensen.some(heeftIets) || mens().naam !== "ik";
    const tekst = iets ? alsTekst() : null;
    try {
      if (tekst === null) localStorage.removeItem(sleutel(staat.rol));
      else localStorage.setItem(sleutel(staat.rol), tekst);
      staat.ruw = tekst;
    } catch {
      vind("[data-bewaard]").textContent =
        "Deze browser bewaart niets. Je antwoorden zijn weg als je dit tabblad sluit: bewaar ze als bestand.";
    }
  }
  function onthoudWie() {
    try { sessionStorage.setItem(sleutel(staat.rol), mens().naam); } catch { /* alleen gemak */ }
  }

  function wieWasHet() {
    try { return sessionStorage.getItem(sleutel(staat.rol)); } catch { return null; }
  }

  const melding = vind(".zs-melding");
  function meldBotsing(tekst, kanOver) {
    staat.botst = true;
    vind("[data-tekst]", melding).textContent = tekst;
    vind("[data-doe=neem-over]", melding).hidden = !kanOver;
    melding.hidden = false;
  }
  const meldAnderTabblad = () => meldBotsing(
    "In een ander tabblad is deze zelfscan veranderd. Hier wordt niets bewaard tot je kiest.", true);

  /* Invullen ------------------------------------------------------------------------------------- */
  const woord = (vraag, waarde) => (waarde ? vraag.woorden[waarde - 1] : LEEG);
  function tekenRegel(vraag) {
    const waarde = mens().antwoorden[vraag.id];
    const stand = vind(".zs-stand", vraag.rij);
    if (waarde) vraag.rij.dataset.waarde = waarde; else delete vraag.rij.dataset.waarde;
    if (vraag.schuif) {
      vraag.schuif.value = waarde ?? 3;
      vraag.schuif.setAttribute("aria-valuetext", woord(vraag, waarde));
    } else {
      for (const knop of alle("input[type=radio]", vraag.rij)) knop.checked = Number(knop.value) === waarde;
    }
    stand.textContent = waarde && !vraag.schuif ? "" : woord(vraag, waarde);
    stand.classList.toggle("leeg", !waarde);
    const wis = vind(".zs-wis", vraag.rij);
    wis.hidden = !waarde;
    wis.setAttribute("aria-label", `wis het antwoord op: ${vraag.naam}`);
  }
  function antwoord(vraag, waarde) {
    if (waarde) mens().antwoorden[vraag.id] = waarde; else delete mens().antwoorden[vraag.id];
    tekenRegel(vraag);
    bewaar();
    tekenUitkomst();
  }
  const vraagVan = (doel) => lijsten.get(staat.rol)?.get(doel.closest("[data-vraag]")?.dataset.vraag);

  /* Uitkomst ------------------------------------------------------------------------------------- */
  const getoond = () => (staat.toon === "team" ? team() : [mens()]);
  const gegeven = (vraag) => getoond().map((persoon) => [persoon.naam, persoon.antwoorden[vraag.id]]);
  function spreiding(vraag) {
    const waarden = gegeven(vraag).map(([, waarde]) => waarde).filter(Boolean);
    if (waarden.length < 2) return null;
    return { laagste: Math.min(...waarden), hoogste: Math.max(...waarden) };
  }
  function spreidingInWoorden(vraag) {
    const ver = spreiding(vraag);
    if (!ver) return "te weinig antwoorden";
    if (ver.laagste === ver.hoogste) return `geen: allen ${woord(vraag, ver.laagste)}`;
    return `${woord(vraag, ver.laagste)} tot ${woord(vraag, ver.hoogste)}`;
  }

  function baan(vraag) {
    const ver = spreiding(vraag);
    const lijn = el("div", `zs-lijn ${vraag.schuif ? "op-weg" : "trap"}`);
    vraag.woorden.forEach((_, n) => {
      const hier = gegeven(vraag).filter(([, waarde]) => waarde === n + 1).map(([naam]) => el("b", "", naam));
      const binnen = ver && ver.laagste < ver.hoogste && n + 1 >= ver.laagste && n + 1 <= ver.hoogste;
      lijn.append(el("span", binnen ? "zs-plek binnen" : "zs-plek", ...hier));
    });
    lijn.setAttribute("role", "img");
    lijn.setAttribute("aria-label", gegeven(vraag).map(([naam, waarde]) => `${naam}: ${woord(vraag, waarde)}`).join("; "));
    return lijn;
  }
  const klein = (tekst) => el("small", "", tekst);
  function beeldRegel(vraag) {
    const open = gegeven(vraag).filter(([, waarde]) => !waarde).map(([naam]) => naam);
    const onder = [spreiding(vraag) && `spreiding: ${spreidingInWoorden(vraag)}`, open.length && `${LEEG}: ${opsomming(open)}`].filter(Boolean);
    const woorden = vraag.schuif
      ? [el("span", "van", klein("van"), " ", vraag.van), baan(vraag), el("span", "naar", klein("naar"), " ", vraag.naar)]
      : [el("span", "naam", vraag.naam), baan(vraag)];
    return el("li", vraag.schuif ? "zs-regel" : "zs-regel kan", ...woorden, el("span", "onder", onder.join(" · ")));
  }
  function beeld(titel, rijen) {
    const ingevuld = rijen.filter((vraag) => gegeven(vraag).some(([, waarde]) => waarde));
    const open = rijen.filter((vraag) => !ingevuld.includes(vraag)).map((vraag) => vraag.naam);
    const deel = el("section", "", el("h3", "", titel));
    const kop = el("li", "zs-regel kan kop", el("span", "naam"), el("div", "zs-lijn", ...KEUZES.map((keuze) => el("span", "", keuze))));
    kop.setAttribute("aria-hidden", "true");
    if (ingevuld.length) deel.append(el("ol", "zs-beeld", ...(rijen[0].schuif ? [] : [kop]), ...ingevuld.map(beeldRegel)));
    if (open.length) {
      const uitklap = el("details", "zs-open", el("summary", "", `${open.length} van ${rijen.length} ${LEEG}`), el("p", "", `${open.join("; ")}.`));
      deel.append(uitklap);
    }
    return deel;
  }

  function tabel() {
    const samen = getoond().length > 1;
    const kop = ["Regel", ...getoond().map(({ naam }) => naam), ...(samen ? ["Spreiding"] : [])].map((tekst) => {
      const cel = el("th", "", tekst);
      cel.scope = "col";
      return cel;
    });
    const rijen = vragen().map((vraag) => {
      const eerste = el("th", "", vraag.naam);
      eerste.scope = "row";
      const cellen = gegeven(vraag).map(([, waarde]) => el("td", waarde ? "" : "leeg", woord(vraag, waarde)));
      return el("tr", "", eerste, ...cellen, ...(samen ? [el("td", "", spreidingInWoorden(vraag))] : []));
    });
    return el("table", "gewoon", el("thead", "", el("tr", "", ...kop)), el("tbody", "", ...rijen));
  }

  function hulpstuk(item, rijen) {
    const bron = vind(`[data-hulp="${item}"]`);
    const koppeling = vind("a", bron).cloneNode(true);
    const wie = rijen.flatMap((vraag) => gegeven(vraag).filter(([, waarde]) => waarde && waarde <= LAAG)
      .map(([naam, waarde]) => (getoond().length > 1 ? `${naam}: ${woord(vraag, waarde)}` : woord(vraag, waarde))));
    const wat = rijen[0].schuif ? rijen.map((vraag) => vraag.naam).join("; ") : "competentie";
    return el("article", "zs-hulpstuk", el("h3", "", koppeling), el("p", "onder", `${wat} · ${wie.join(", ")}`),
      vind("dl", bron).cloneNode(true));
  }
  function hulp() {
    const laag = new Map();
    for (const vraag of vragen()) {
      if (gegeven(vraag).some(([, waarde]) => waarde && waarde <= LAAG))
        laag.set(vraag.item, [...(laag.get(vraag.item) ?? []), vraag]);
    }
    naarLeerpad([...laag.keys()]);
    if (!laag.size) return [el("p", "", "Geen van de ingevulde regels staat dicht bij ‘van’ of op ‘nog niet’ of ‘soms’.")];
    return [...laag].map(([item, rijen]) => hulpstuk(item, rijen));
  }

  /** De koppeling naar het samenstellen van een leerpad, met wat hier openligt in het adres. */
  function naarLeerpad(items) {
    const koppeling = vind("[data-leerpad]"), adres = new URLSearchParams({ rol: staat.rol });
    const van = (soort) => items.filter((item) => item.startsWith(`${soort}/`)).map((item) => item.split("/")[1]).join(",");
    adres.set("competenties", van("competentie"));
    adres.set("verschuivingen", van("verschuiving"));
    koppeling.search = String(adres);
    koppeling.hidden = !items.length;
  }

  function tekenUitkomst() {
    const blok = vind(".zs-uitkomst"), samen = team().length > 1;
    blok.hidden = !staat.rol || !staat.mensen.some(heeftIets);
    root.toggleAttribute("data-ingevuld", Boolean(staat.rol) && getoond().some(heeftIets));
    if (blok.hidden) return;
    vind("[data-tonen]").hidden = !samen;
    for (const knop of alle("[data-toon]")) {
      knop.setAttribute("aria-pressed", String(knop.dataset.toon === staat.toon));
      knop.classList.toggle("gekozen", knop.dataset.toon === staat.toon);
    }
    vind("[data-toon=een]").textContent = `Alleen ${mens().naam}`;
    const aantal = vragen().length;
    vind("[data-geteld]").replaceChildren(...getoond().map(({ naam, antwoorden }) =>
      el("li", "", el("b", "", naam), ` ${Object.keys(antwoorden).length} van ${aantal} regels ingevuld`)));
    vind("[data-beeld]").replaceChildren(
      beeld("Verschuivingen", vragen().filter((vraag) => vraag.schuif)),
      beeld("Competenties", vragen().filter((vraag) => !vraag.schuif)));
    vind("[data-tabel]").replaceChildren(tabel());
    vind("[data-helpt]").replaceChildren(...hulp());
    vind("[data-druk]").textContent = `${rolnaam(staat.rol)} · ${opsomming(getoond().map(({ naam }) => naam))} · ${new Date().toLocaleDateString("nl-NL")}`;
  }

  /* Wie, rol, adres ------------------------------------------------------------------------------- */
  function tekenMensen() {
    vind("[data-mensen]").replaceChildren(...staat.mensen.map(({ naam }, n) => {
      const knop = el("button", n === staat.wie ? "keuze gekozen" : "keuze", naam);
      knop.type = "button";
      knop.dataset.mens = n;
      knop.setAttribute("aria-pressed", String(n === staat.wie));
      return el("li", "", knop);
    }));
    vind("[data-doe=hernoem]").textContent = `Geef ‘${mens().naam}’ deze naam`;
    vind("[data-doe=verwijder]").textContent = `Haal ‘${mens().naam}’ weg`;
    if (team().length < 2) staat.toon = "een";
  }
  function teken() {
    melding.hidden = !staat.botst;
    for (const [rol, sectie] of secties) sectie.hidden = rol !== staat.rol;
    for (const kies of alle("[data-kies]")) {
      if (kies.dataset.kies === staat.rol) kies.setAttribute("aria-current", "true");
      else kies.removeAttribute("aria-current");
    }
    for (const deel of alle("[data-met-rol]")) deel.hidden = !staat.rol;
    if (staat.rol) {
      tekenMensen();
      vragen().forEach(tekenRegel);
      onthoudWie();
    }
    tekenUitkomst();
  }
  function schrijfAdres(nieuweStap) {
    const adres = new URL(location.href);
    adres.hash = "";
    if (staat.rol) adres.searchParams.set("rol", staat.rol); else adres.searchParams.delete("rol");
    if (staat.toon === "team") adres.searchParams.set("toon", "team"); else adres.searchParams.delete("toon");
    try { history[nieuweStap ? "pushState" : "replaceState"](null, "", adres); } catch { /* een map zonder server */ }
  }
  function leesAdres() {
    if (!vrij()) return;
    const zoek = new URLSearchParams(location.search), anker = location.hash.replace(/^#rol-/, "");
    const rol = lijsten.has(anker) ? anker : zoek.get("rol");
    staat.rol = lijsten.has(rol) ? rol : null;
    staat.toon = zoek.get("toon") === "team" ? "team" : "een";
    if (staat.rol) laad();
    teken();
  }
  function bericht(tekst) { vind(".zs-bericht").textContent = tekst; }

  /** Mag de lijst in beeld worden verlaten? Niet zolang er een keuze openstaat over wat er bewaard wordt. */
  function vrij() {
    if (staat.botst) { bericht("Kies eerst welke antwoorden blijven."); vind("button:not([hidden])", melding).focus(); }
    return !staat.botst;
  }
  function kiesRol(rol) {
    if (rol === staat.rol || !vrij()) return;
    bericht("");
    staat.rol = rol;
    laad();
    teken();
    schrijfAdres(true);
  }

  const dialoog = vind("dialog");
  function vraagZeker(tekst, ja) {
    vind("[data-tekst]", dialoog).textContent = tekst;
    vind("[data-ja]", dialoog).textContent = ja;
    dialoog.returnValue = "";
    dialoog.showModal();
    return new Promise((klaar) => {
      dialoog.addEventListener("close", () => klaar(dialoog.returnValue === "ja"), { once: true });
    });
  }

  /* Mensen erbij, eraf, anders --------------------------------------------------------------------- */
  const naamveld = vind("#zs-naam");
  function nieuweNaam() {
    const naam = naamveld.value.trim();
    const fout = !naam ? "Vul eerst initialen of een korte naam in."
      : staat.mensen.some(gelijkeNaam(naam)) ? `‘${naam}’ staat er al.` : "";
    bericht(fout);
    if (fout) { naamveld.focus(); return null; }
    naamveld.value = "";
    return naam;
  }
  function naVerandering(tekst) {
    bewaar();
    teken();
    schrijfAdres(false);
    bericht(tekst);
  }
  function voegToe() {
    if (staat.mensen.length >= MEESTE_MENSEN) { bericht(`Er passen ${MEESTE_MENSEN} mensen in één lijst.`); return; }
    const naam = nieuweNaam();
    if (!naam) return;
    staat.mensen = [...team(), nieuwMens(naam)];
    staat.wie = staat.mensen.length - 1;
    naVerandering(`‘${naam}’ vult nu in.`);
  }
  function hernoem() {
    const oud = mens().naam, naam = nieuweNaam();
    if (!naam) return;
    mens().naam = naam;
    naVerandering(`‘${oud}’ heet nu ‘${naam}’.`);
  }
  async function verwijder() {
    const weg = mens();
    if (heeftIets(weg) && !(await vraagZeker(`De antwoorden van ‘${weg.naam}’ weghalen? Dit kan niet terug.`, "Haal weg"))) return;
    staat.mensen = staat.mensen.filter((persoon) => persoon !== weg);
    if (!staat.mensen.length) staat.mensen = [nieuwMens("ik")];
    staat.wie = 0;
    naVerandering(`‘${weg.naam}’ is weggehaald.`);
  }
  async function beginOpnieuw() {
    const namen = opsomming(staat.mensen.map(({ naam }) => naam));
    const zeker = await vraagZeker(`Alle antwoorden voor ${rolnaam(staat.rol)} wissen, van ${namen}? Dit kan niet terug. Bewaar ze eerst als bestand als je ze nog nodig hebt.`, "Wis alles");
    if (!zeker) return;
    Object.assign(staat, { mensen: [nieuwMens("ik")], wie: 0 });
    naVerandering("Alle antwoorden voor deze rol zijn gewist.");
  }

  /* Bestand ------------------------------------------------------------------------------------- */
  function bewaarBestand() {
    const koppeling = el("a");
    koppeling.href = URL.createObjectURL(new Blob([`${alsTekst()}\n`], { type: "application/json" }));
    koppeling.download = `zelfscan-${staat.rol}.json`;
    koppeling.click();
    setTimeout(() => URL.revokeObjectURL(koppeling.href), 10_000);
    bericht(`Bewaard als ${koppeling.download}.`);
  }
  /** Voegt mensen uit een bestand toe; wie er al staat met andere antwoorden, wordt alleen na een ja vervangen. */
  async function neemOp({ rol, mensen, vreemd }) {
    kiesRol(rol);
    const anders = mensen.filter(({ naam, antwoorden }) => {
      const hier = staat.mensen.find(gelijkeNaam(naam));
      return hier && heeftIets(hier) && vragen().some(({ id }) => hier.antwoorden[id] !== antwoorden[id]);
    }).map(({ naam }) => naam);
    if (anders.length && !(await vraagZeker(`Hier staan al andere antwoorden van ${opsomming(anders)}. Vervangen door die uit het bestand?`, "Vervang"))) {
      bericht("Er is niets veranderd.");
      return;
    }
    const blijven = team().filter(({ naam }) => !mensen.some(gelijkeNaam(naam)));
    if (blijven.length + mensen.length > MEESTE_MENSEN) {
      bericht(`Dit worden meer dan ${MEESTE_MENSEN} mensen. Er is niets veranderd.`);
      return;
    }
    Object.assign(staat, { mensen: [...blijven, ...mensen], wie: blijven.length });
    const over = vreemd ? ` ${vreemd} antwoorden horen bij regels die dit handboek niet heeft; die zijn overgeslagen.` : "";
    naVerandering(`Gelezen voor ${rolnaam(rol)}: ${opsomming(mensen.map(({ naam }) => naam))}.${over}`);
  }
  async function leesBestand(bestand) {
    if (!vrij()) return;
    let gelezen;
    try {
      if (bestand.size > GROOTSTE_BESTAND) throw new Error("het bestand is te groot");
      gelezen = ontleed(await bestand.text());
    } catch (fout) {
      bericht(`‘${bestand.name}’ is niet gelezen: ${fout.message}. Er is niets veranderd.`);
      return;
    }
    await neemOp(gelezen);
  }

  /* Wat de gebruiker doet ------------------------------------------------------------------------- */
  const kiezer = vind("input[type=file]");
  const doe = {
    "neem-over": () => { laad(); teken(); bericht("De antwoorden van het andere tabblad staan nu hier."); },
    houd: () => { Object.assign(staat, { ruw: opgeslagen(staat.rol), botst: false }); naVerandering("Wat hier staat, is bewaard."); },
    hernoem,
    verwijder,
    bewaar: bewaarBestand,
    open: () => kiezer.click(),
    druk: () => window.print(),
    wis: beginOpnieuw,
    "wis-regel": (knop) => {
      const vraag = vraagVan(knop);
      antwoord(vraag, null);
      (vraag.schuif ?? vind("input", vraag.rij)).focus();
    },
  };
  root.addEventListener("click", (gebeurtenis) => {
    const doel = gebeurtenis.target.closest("[data-kies],[data-doe],[data-mens],[data-toon],input[type=range]");
    if (!doel) return;
    if (doel.dataset.kies) { gebeurtenis.preventDefault(); kiesRol(doel.dataset.kies); }
    else if (doel.dataset.doe) doe[doel.dataset.doe](doel);
    else if (doel.dataset.mens) {
      staat.wie = Number(doel.dataset.mens);
      teken();
      vind(`[data-mens="${staat.wie}"]`).focus();
    } else if (doel.dataset.toon) { staat.toon = doel.dataset.toon; tekenUitkomst(); schrijfAdres(false); }
    else antwoord(vraagVan(doel), Number(doel.value)); // een klik op het midden verandert de waarde niet, maar is wel een antwoord
  });
  root.addEventListener("input", ({ target }) => {
    if (target.type === "range" || target.type === "radio") antwoord(vraagVan(target), Number(target.value));
  });
  root.addEventListener("keydown", (gebeurtenis) => {
    const vraag = gebeurtenis.target.type === "range" && vraagVan(gebeurtenis.target);
    if (!vraag) return;
    if (gebeurtenis.key === " ") antwoord(vraag, 3);
    else if (gebeurtenis.key === "Delete" || gebeurtenis.key === "Backspace") antwoord(vraag, null);
    else return;
    gebeurtenis.preventDefault();
  });
  vind(".zs-naam").addEventListener("submit", (gebeurtenis) => { gebeurtenis.preventDefault(); voegToe(); });
  kiezer.addEventListener("change", async () => {
    const [bestand] = kiezer.files;
    if (bestand) await leesBestand(bestand);
    kiezer.value = "";
  });
  window.addEventListener("storage", ({ key }) => {
    if (staat.rol && (key === null || key === sleutel(staat.rol)) && opgeslagen(staat.rol) !== staat.ruw) meldAnderTabblad();
  });
  window.addEventListener("popstate", leesAdres);
  window.addEventListener("hashchange", leesAdres);

  root.dataset.werkt = "";
  for (const deel of alle(".zs-balk, .zs-scherm, input[type=range]")) deel.hidden = false;
  leesAdres();
  if (location.hash.startsWith("#rol-")) schrijfAdres(false);
})();
