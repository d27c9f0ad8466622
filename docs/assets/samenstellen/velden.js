/* Velden en knoppen van het scherm. Elk heeft een eigen naam (data-f), zodat de aandacht na opnieuw tekenen terugkomt waar zij was.
   Wat getypt wordt, verandert het leerpad meteen, zonder het scherm opnieuw te tekenen. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const maak = (...alles) => window.handboekZoeken.maak(...alles);
  const KORT = 200, LANG = 4000;
  let teller = 0;

  const haal = (van, pad) => pad.split(".").reduce((deel, stap) => (deel === undefined || deel === null ? undefined : deel[stap]), van);

  function zet(in_, pad, waarde) {
    const stappen = pad.split("."), laatste = stappen.pop();
    const doel = stappen.reduce((deel, stap) => (deel[stap] === undefined ? (deel[stap] = {}) : deel[stap]), in_);
    doel[laatste] = waarde;
  }

  /* Per soort veld: wat er in het vak staat, en wat er van het vak in het leerpad komt. */
  const SOORTEN = {
    kort: {toon: samen.tekstVan, lees: (tekst, oud) => metBron(oud, samen.schoon(tekst).replaceAll("\n", " "))},
    lang: {toon: samen.tekstVan, lees: (tekst, oud) => metBron(oud, samen.schoon(tekst))},
    getal: {toon: (waarde) => waarde || "", lees: (tekst) => samen.getal(tekst)},
    dag: {toon: (waarde) => waarde || "", lees: (tekst) => tekst},
    tijd: {toon: (waarde) => waarde || "", lees: (tekst) => tekst},
    regels: {
      toon: (waarde) => (waarde === "niet vermeld" ? "" : samen.regelsVan(waarde).join("\n")),
      lees: (tekst, oud) => samen.metRegels(oud, losse(tekst)),
    },
    woorden: {toon: (waarde) => (waarde || []).join("\n"), lees: losse},
  };
  const metBron = (oud, tekst) => (oud && typeof oud === "object" ? {...oud, tekst} : tekst);
  function losse(tekst) {
    return samen.schoon(tekst).split("\n").map((regel) => regel.trim()).filter(Boolean);
  }
  const VAKKEN = {
    kort: {type: "text", maxlength: KORT}, getal: {type: "number", min: 1, max: 10_000, inputmode: "numeric"}, dag: {type: "date"}, tijd: {type: "time"},
  };

  /* Een veld met zijn naam erboven. `meer`: uitleg, rijen, klasse, en f, de naam van het veld voor de aandacht. */
  function veld(app, pad, naam, soort, meer = {}) {
    const id = "sl-" + (++teller), vorm = SOORTEN[soort], lang = !VAKKEN[soort];
    const kenmerken = {id, "data-f": meer.f || pad, "data-pad": pad, autocomplete: "off", "aria-describedby": meer.uitleg ? id + "-uitleg" : null};
    const vak = lang ? maak("textarea", {...kenmerken, rows: meer.rijen || 3, maxlength: LANG}) : maak("input", {...kenmerken, ...VAKKEN[soort]});
    vak.value = vorm.toon(haal(app.leerpad, pad));
    vak.addEventListener("input", () => {
      if (vak.validity.badInput) return; // een half getypte dag of tijd is nog niets
      app.wijzig((leerpad) => zet(leerpad, pad, vorm.lees(vak.value, haal(leerpad, pad))), {veld: pad});
    });
    vak.addEventListener("blur", app.rust);
    return maak("div", {class: "sl-veld " + (meer.klasse || (lang ? "" : soort))},
      maak("label", {for: id}, naam), meer.uitleg ? maak("small", {id: id + "-uitleg"}, meer.uitleg) : "", vak);
  }

  /* Een keuze uit namen: [[waarde, naam], …]. */
  function keuze(naam, waarde, keuzes, kies, {f, klasse = ""}) {
    const id = "sl-" + (++teller);
    const vak = maak("select", {id, "data-f": f, autocomplete: "off"}, keuzes.map(([eigen, tekst]) => maak("option", {value: eigen, selected: eigen === waarde}, tekst)));
    vak.addEventListener("change", () => kies(vak.value));
    return maak("div", {class: "sl-veld " + klasse}, maak("label", {for: id}, naam), vak);
  }

  function knop(tekst, doe, {f, naam, klasse = "keuze", uit = false, ...rest} = {}) {
    return maak("button", {
      type: "button", class: klasse, "data-f": f || tekst, "aria-label": naam || null, "aria-disabled": uit ? "true" : null,
      click: () => { if (!uit) doe(); }, ...rest,
    }, tekst);
  }

  /* Een vakje om aan te kruisen met zijn naam. */
  function vink(naam, aan, zetAan, f) {
    const vak = maak("input", {type: "checkbox", "data-f": f, autocomplete: "off"});
    vak.checked = aan;
    vak.addEventListener("change", () => zetAan(vak.checked));
    return maak("label", {class: "sl-vink"}, vak, maak("span", {}, naam));
  }

  /* Een koppeling naar een item van het handboek. */
  const naarItem = (app, item) => maak("a", {href: app.wortel + item + ".html"}, samen.naamVan(item));

  Object.assign(samen, {maak, haal, zet, veld, keuze, knop, vink, naarItem});
})();
