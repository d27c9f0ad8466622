/* Meenemen en delen: wat er nog mist, de bestanden, het adres, en de afdruk. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen, uitvoer = window.handboekUitvoer;
  const {maak, knop} = samen;
  const LANG_ADRES = 8000;

  function tekenMee(app) {
    return maak("section", {class: "sl-mee"}, maak("h2", {id: "mee"}, "Neem mee en deel"), nogNodig(app), bestanden(app), delen(app));
  }

  function nogNodig(app) {
    const vak = maak("div", {class: "sl-nodig"});
    app.levend(() => {
      const punten = samen.controle(app.leerpad), open = app.ui.blokken.has("nodig");
      if (!punten.length) { vak.replaceChildren(maak("p", {}, "Alles is ingevuld wat de controle van het handboek vraagt.")); return; }
      const blok = maak("details", {class: "wijd", open}, maak("summary", {"data-f": "blok-nodig"}, punten.length === 1 ? "Nog één ding te doen" : `Nog ${punten.length} dingen te doen`),
        maak("p", {class: "toelichting"}, "Meenemen kan nu ook. In het YAML-bestand staat dan VUL IN waar iets moet staan."),
        maak("ul", {class: "sl-punten"}, punten.map(({pad, tekst}) => maak("li", {}, knop(tekst, () => app.naarVeld(pad), {f: "nodig-" + pad + tekst, klasse: "sl-tekstknop"})))));
      blok.addEventListener("toggle", () => app.ui.blokken[blok.open ? "add" : "delete"]("nodig"));
      vak.replaceChildren(blok);
    });
    return vak;
  }

  /* Klapt open waar het veld in staat; het onderdeel waar het bij hoort, als dat er een is. */
  function openVeld(app, pad) {
    const [wat, s, , a] = pad.split("."), deel = wat === "sessies" && a !== undefined ? app.leerpad.sessies[s].activiteiten[a] : null;
    if (deel) app.ui.open.add(deel._);
    if (["deelnemers", "voorkennis"].includes(wat)) app.ui.blokken.add("wie");
    if (pad.startsWith("toetsing.rubriek")) app.ui.blokken.add("rubriek");
    return deel;
  }

  function veldVan(root, pad, deel) {
    const laatste = pad.split(".").pop();
    return root.querySelector(`[data-pad="${pad}"],[data-f="${pad}"]`)
      || (deel && root.querySelector(laatste === "dient" ? `li[data-nummer="${deel._}"] .sl-dient input` : `[data-f="o${deel._}-${laatste}"]`))
      || (deel && root.querySelector(`[data-f="o${deel._}"]`));
  }

  const VERSIES = [["deelnemer", "Voor deelnemers"], ["docent", "Voor de docent, met uitwerkingen"]];

  function bestanden(app) {
    const {ui} = app, naam = () => app.leerpad.naam || "leerpad";
    const geef = (soort, maakBestand, merk = "") => async () => {
      app.zeg("Het bestand wordt gemaakt…");
      try {
        const bestand = uitvoer.bestandsnaam([naam(), merk].filter(Boolean), soort);
        uitvoer.bewaar(await maakBestand(), bestand);
        app.zeg("Gemaakt: " + bestand);
      } catch { app.zeg("Het bestand maken lukte niet. Probeer het nog eens."); }
    };
    const perVersie = (soort, vorm) => () => geef(soort, () => vorm(samen.alsDocument(app.leerpad, ui.versie)), ui.versie)();
    const blob = (tekst, soort) => new Blob([tekst], {type: soort + ";charset=utf-8"});
    const agenda = knop("Agenda (.ics)", geef("ics", () => blob(samen.alsAgenda(app.leerpad, app.concept.id, new Date()), "text/calendar")), {f: "mee-ics"});
    const uitleg = maak("small", {}, "Vul bij een bijeenkomst een dag in, dan kan de agenda mee.");
    app.levend(() => { agenda.hidden = !app.leerpad.sessies.some(({datum}) => datum); uitleg.hidden = !agenda.hidden; });
    return maak("dl", {class: "verder sl-vormen"},
      rij("Draaiboek", samen.keuze("Versie", ui.versie, VERSIES, (versie) => { ui.versie = versie; }, {f: "versie"}),
        maak("p", {class: "sl-knoppen"}, knop("Word", perVersie("docx", uitvoer.alsWord), {f: "mee-docx"}), knop("Tekst (Markdown)", perVersie("md", uitvoer.alsMarkdown), {f: "mee-md"}), knop("Afdrukken", () => window.print(), {f: "mee-druk"}))),
      rij("Rooster", maak("p", {class: "sl-knoppen"}, knop("Excel", geef("xlsx", () => uitvoer.alsExcel(samen.alsBoek(app.leerpad, app.dekking())), "rooster"), {f: "mee-xlsx"}), agenda, uitleg)),
      rij("Voor het handboek", maak("p", {class: "sl-knoppen"}, knop("YAML", geef("yml", () => blob(samen.alsYaml(app.leerpad), "text/yaml")), {f: "mee-yaml"}), maak("small", {}, "Hoort in de map profiles/leerpaden."))));
  }

  const rij = (naam, ...inhoud) => maak("div", {}, maak("dt", {}, naam), maak("dd", {}, ...inhoud));

  function delen(app) {
    const adres = maak("input", {type: "text", readonly: true, "aria-label": "Adres van dit leerpad", hidden: true, "data-f": "adres"});
    const kopieer = async () => {
      adres.value = location.href.split(/[?#]/)[0] + "#leerpad=" + await samen.opslag.naarAdres(app.leerpad);
      adres.hidden = false;
      adres.select();
      try {
        await navigator.clipboard.writeText(adres.value);
        app.zeg(adres.value.length > LANG_ADRES ? "Gekopieerd. Het adres is lang: sommige mailprogramma’s kappen het af, een bestand niet." : "Het adres is gekopieerd.");
      } catch { app.zeg("Kopieer het adres dat hier nu staat."); }
    };
    const bestand = () => {
      const naam = uitvoer.bestandsnaam([app.leerpad.naam || "leerpad"], "json");
      uitvoer.bewaar(new Blob([samen.opslag.alsTekst(app.leerpad)], {type: "application/json"}), naam);
      app.zeg("Bewaard als " + naam);
    };
    return maak("dl", {class: "verder sl-vormen"}, rij("Deel met een collega",
      maak("p", {class: "sl-knoppen"}, knop("Kopieer adres", kopieer, {f: "mee-adres"}), knop("Bewaar als bestand", bestand, {f: "mee-bestand"})), adres,
      maak("p", {class: "toelichting"}, "Met alles erin, ook wat alleen voor de docent is. Het hele leerpad staat in het adres zelf; er gaat niets naar een server.")));
  }

  /* --- Afdruk: hetzelfde document als Word, alleen op papier te zien. ------------------------------------------- */

  function cel(inhoud) {
    return uitvoer.lijnen(inhoud).map(({tekst, vet}) => maak("p", {}, vet ? maak("b", {}, tekst) : tekst));
  }

  function vorm({kop, tekst, lijst, genummerd, tabel}) {
    if (kop) return maak("h2", {}, kop);
    if (lijst) return maak(genummerd ? "ol" : "ul", {}, lijst.map((regel) => maak("li", {}, regel)));
    if (!tabel) return maak("p", {}, tekst);
    return maak("table", {class: "sl-druktabel"}, maak("thead", {}, maak("tr", {}, tabel.koppen.map((naam) => maak("th", {scope: "col"}, naam)))),
      maak("tbody", {}, tabel.rijen.map((rij_) => maak("tr", {}, rij_.map((inhoud) => maak("td", {}, cel(inhoud)))))));
  }

  const tekenDruk = (app) => {
    const {titel, delen: alles} = samen.alsDocument(app.leerpad, app.ui.versie);
    return [maak("p", {class: "sl-druktitel"}, titel), ...alles.map(vorm)];
  };

  Object.assign(samen, {tekenMee, tekenDruk, openVeld, veldVan});
})();
