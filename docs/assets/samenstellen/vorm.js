/* De vorm van een leerpad in de browser: die van het bestand, met getallen als getallen en een nummer (_) op elke bijeenkomst
   en elk onderdeel, zodat het scherm ze na verplaatsen terugvindt. Wat het scherm niet kent, blijft staan. */
(function () {
  "use strict";

  const samen = window.handboekSamenstellen;
  const WERKVORM = {
    dilemmas: "intervisie", praktijkvoorbeelden: "casus", verschuivingen: "opstelling", methoden: "oefening", competenties: "reflectie",
  };
  const TEKST = {
    dilemmas: (naam) => `Eén deelnemer brengt een eigen voorbeeld in van het dilemma ‘${naam}’. Stel eerst alleen vragen. Noem daarna elk één mogelijkheid en wat die kost.`,
    praktijkvoorbeelden: (naam) => `Lees het praktijkvoorbeeld ‘${naam}’. Wat gebeurt hier, wat laat het zien en wat zou jij doen?`,
    verschuivingen: (naam) => `Kies een plek tussen de twee kanten van ‘${naam}’: waar stond je de afgelopen maand? Vertel er een moment bij.`,
    methoden: (naam) => `Oefen ‘${naam}’ in tweetallen of drietallen. Bespreek na elke ronde wat werkte.`,
    competenties: (naam) => `Lees het gedrag bij ‘${naam}’. Geef een voorbeeld uit je eigen werk en kies wat je wilt oefenen.`,
  };
  const GETALLEN = ["duur", "uitleg", "oefenen", "pauze", "thuis", "minimaal", "maximaal"];
  const LANGST = 4000, DIEPST = 10, MEEST = 500, GEWOON = {uitleg: 15, oefenen: 20};
  const SCHULD = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;

  const gegevens = () => window.handboekSamenstelgegevens.handboek;
  let laatste = 0;
  const nummer = () => ++laatste;

  /* Tekst zonder tekens die niemand ziet; een tab wordt een spatie. */
  const schoon = (tekst) => String(tekst).replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(SCHULD, "").normalize("NFC");
  const tekstVan = (uitspraak) => (uitspraak && typeof uitspraak === "object" ? uitspraak.tekst : uitspraak) || "";
  const regelsVan = (lijst) => (Array.isArray(lijst) ? lijst.map(tekstVan) : lijst ? [tekstVan(lijst)] : []);

  /* Een uitspraak met nieuwe woorden: wat onveranderd bleef, houdt zijn bron. */
  function metRegels(oud, regels) {
    const stond = new Map((Array.isArray(oud) ? oud : []).map((uitspraak) => [tekstVan(uitspraak), uitspraak]));
    return regels.length ? regels.map((regel) => stond.get(regel) || regel) : "niet vermeld";
  }

  function gezond(waarde, diep) {
    if (diep > DIEPST) throw new Error("het is dieper dan een leerpad");
    if (Array.isArray(waarde)) {
      if (waarde.length > MEEST) throw new Error("een lijst is te lang");
      return waarde.map((deel) => gezond(deel, diep + 1));
    }
    if (waarde && typeof waarde === "object") {
      return Object.fromEntries(Object.entries(waarde).filter(([naam, deel]) => /^[a-z_]+$/.test(naam) && naam !== "_" && deel !== null)
        .map(([naam, deel]) => [naam, GETALLEN.includes(naam) ? getal(deel) : gezond(deel, diep + 1)]));
    }
    return schoon(waarde).slice(0, LANGST);
  }

  function getal(waarde) {
    const heel = Math.trunc(Number(waarde));
    return heel >= 1 && heel <= 10_000 ? heel : undefined;
  }

  const lijst = (waarde) => (Array.isArray(waarde) ? waarde : []);
  const blok = (waarde) => (waarde && typeof waarde === "object" && !Array.isArray(waarde) ? waarde : {});
  const woord = (waarde) => (typeof waarde === "string" ? waarde : "");
  const woorden = (waarde) => lijst(waarde).filter((deel) => typeof deel === "string");

  function activiteit(gegeven) {
    const deel = blok(gegeven), opdracht = blok(deel.opdracht);
    return {
      ...deel, _: nummer(), naam: woord(deel.naam), werkvorm: woord(deel.werkvorm), items: woorden(deel.items), koppelingen: lijst(deel.koppelingen).map(blok), materiaal: woorden(deel.materiaal),
      tekst: woord(deel.tekst), dient: woorden(deel.dient), docent: woord(deel.docent),
      opdracht: {...opdracht, tekst: woord(opdracht.tekst), uitwerking: woord(opdracht.uitwerking)},
    };
  }

  function sessie(gegeven) {
    const deel = blok(gegeven);
    return {
      ...deel, _: nummer(), naam: woord(deel.naam), datum: woord(deel.datum), van: woord(deel.van), docent: woord(deel.docent),
      activiteiten: lijst(deel.activiteiten).map(activiteit),
    };
  }

  /* Een leerpad van buiten (bestand, adres, eerder bewaard) in de vorm waar de rest op rekent; een fout zegt wat er mis is. */
  function lees(van) {
    if (!van || typeof van !== "object" || !Array.isArray(van.sessies)) throw new Error("er staat geen leerpad in");
    const leerpad = gezond(van, 0), deelnemers = blok(leerpad.deelnemers);
    return {
      ...leerpad,
      naam: woord(leerpad.naam), bron: leerpad.bron || "redactie", samenvatting: leerpad.samenvatting || "",
      deelnemers: {...deelnemers, rol: woord(deelnemers.rol), omschrijving: woord(deelnemers.omschrijving), instapniveau: woord(deelnemers.instapniveau), groep: blok(deelnemers.groep)},
      leeruitkomsten: lijst(leerpad.leeruitkomsten).map((rij) => ({...rij, id: woord(rij.id), werkwoord: woord(rij.werkwoord), tekst: woord(rij.tekst), competentie: woord(rij.competentie), niveau: rij.niveau === "gevorderd" ? "gevorderd" : "basis"})),
      voorkennis: leerpad.voorkennis || "niet vermeld", sessies: lijst(leerpad.sessies).map(sessie),
      toetsing: {wijze: "niet vermeld", rubriek: "niet vermeld", ...blok(leerpad.toetsing)}, spoor: leerpad.spoor || "scholing",
    };
  }

  /* Hetzelfde zonder wat leeg is en zonder de nummers: zo wordt het bewaard, gedeeld en geschreven. */
  function kaal(waarde) {
    if (Array.isArray(waarde)) return waarde.map(kaal);
    if (!waarde || typeof waarde !== "object") return waarde;
    return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, kaal(deel)]).filter(([naam, deel]) =>
      naam !== "_" && deel !== undefined && deel !== "" && !(Array.isArray(deel) && !deel.length)
      && !(naam === "opdracht" && !deel.tekst && !deel.uitwerking && !deel.thuis)));
  }

  /* Hetzelfde zonder wat alleen de docent mag zien. */
  function voorDeelnemers(waarde) {
    if (Array.isArray(waarde)) return waarde.map(voorDeelnemers);
    if (!waarde || typeof waarde !== "object") return waarde;
    return Object.fromEntries(Object.entries(waarde).filter(([naam]) => !gegevens().docent.includes(naam)).map(([naam, deel]) => [naam, voorDeelnemers(deel)]));
  }

  /* Maakt de gegevens van het handboek één keer klaar voor gebruik: naam en kern per item, en wat een item raakt. */
  function bereid() {
    const handboek = gegevens();
    handboek.kernen = new Map(handboek.items.map(([item, , kern]) => [item, kern]));
    handboek.namen = new Map(handboek.items.map(([item, naam]) => [item, naam]));
    for (const [id, naam] of Object.entries(handboek.leerpaden)) handboek.namen.set("leerpaden/" + id, naam);
    handboek.raaktPerSoort = Object.fromEntries(Object.entries(handboek.raakt).map(([item, [competenties, verschuivingen]]) => [item, {competenties, verschuivingen}]));
  }

  /* Een leerpad van het handboek zelf; zijn script komt pas binnen als iemand ermee begint. */
  function haalLeerpad(wortel, id) {
    const bron = window.handboekSamenstelgegevens, sleutel = "leerpad/" + id;
    if (bron[sleutel]) return Promise.resolve(bron[sleutel]);
    return new Promise((klaar, mis) => {
      const script = document.createElement("script");
      script.src = `${wortel}samenstellen/leerpad/${id}.js`;
      script.addEventListener("load", () => klaar(bron[sleutel]));
      script.addEventListener("error", () => { script.remove(); mis(new Error(id)); });
      document.head.append(script);
    });
  }

  const idVan = (naam, bezet) => {
    const kort = naam.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "") || "leerpad";
    let id = kort;
    for (let tel = 2; bezet.includes(id); tel += 1) id = kort + "-" + tel;
    return id;
  };

  const naamVan = (item) => gegevens().namen.get(item) || item;

  /* Een leeruitkomst die een competentie bewijst, met het eerste gedrag dat het handboek erbij noemt. */
  function uitkomst(leerpad, competentie) {
    const gedrag = blok(gegevens().competenties[competentie]);
    return {id: idVan(competentie, leerpad.leeruitkomsten.map(({id}) => id)), werkwoord: "laat zien", tekst: gedrag.basis || "", competentie, niveau: "basis"};
  }

  /* Een onderdeel dat een item gebruikt; het dient de uitkomsten waarvan de competentie ermee samenhangt. */
  function onderdeel(leerpad, item) {
    const map = item.split("/")[0], werkvorm = WERKVORM[map] || "uitleg";
    const [competenties] = gegevens().raakt[item] || [[]];
    const dient = leerpad.leeruitkomsten.filter((rij) => competenties.includes(rij.competentie)).map(({id}) => id);
    const duur = (gegevens().werkvormen[werkvorm] || {}).duur;
    const tijd = werkvorm === "uitleg" ? {uitleg: duur ? duur[0] : GEWOON.uitleg} : {oefenen: duur ? duur[0] : GEWOON.oefenen};
    const naam = naamVan(item);
    return activiteit({naam, werkvorm, items: [item], ...tijd, tekst: TEKST[map] ? TEKST[map](naam) : "", dient});
  }

  const leeg = (aantal, duur) => lees({
    naam: "", sessies: Array.from({length: aantal}, (_, plaats) => ({naam: "Bijeenkomst " + (plaats + 1), duur})),
  });

  /* Een begin vanuit een rol, competenties en verschuivingen, zoals een adres of het beginscherm ze noemt. */
  function begin({rol, competenties, verschuivingen, aantal, duur}) {
    const nieuw = leeg(aantal, duur), rollen = gegevens().rollen;
    if (rol && rollen[rol]) {
      nieuw.naam = "Leerpad " + rollen[rol][0].toLowerCase();
      nieuw.deelnemers.rol = rol;
      nieuw.deelnemers.omschrijving = "Wie werkt of gaat werken als " + rollen[rol][0].toLowerCase();
    }
    for (const id of competenties) if (gegevens().competenties[id]) nieuw.leeruitkomsten.push(uitkomst(nieuw, id));
    for (const id of verschuivingen) {
      if (gegevens().namen.has("verschuivingen/" + id)) nieuw.sessies[0].activiteiten.push(onderdeel(nieuw, "verschuivingen/" + id));
    }
    return nieuw;
  }

  const plan = (leerpad) => ({
    uitkomsten: leerpad.leeruitkomsten.map(({id, competentie}) => ({id, competentie})),
    sessies: leerpad.sessies.map(({activiteiten}) =>
      activiteiten.map((deel) => ({naam: deel.naam, minuten: samen.minuten(deel), dient: deel.dient, items: deel.items}))),
  });

  function kennis(rol) {
    const handboek = gegevens(), [, competenties, verschuivingen] = handboek.rollen[rol] || ["", [], []];
    return {raakt: handboek.raaktPerSoort, rol: handboek.rollen[rol] ? rol : null, competenties, verschuivingen};
  }

  const dekking = (leerpad) => samen.bereken(kennis(leerpad.deelnemers.rol), plan(leerpad), gegevens().vult, gegevens().redenen);

  Object.assign(samen, {
    gegevens, bereid, haalLeerpad, schoon, tekstVan, regelsVan, metRegels, lees, kaal, voorDeelnemers, idVan, naamVan, uitkomst, onderdeel, activiteit, sessie, begin,
    plan, kennis, dekking, getal, nummer,
  });
})();
