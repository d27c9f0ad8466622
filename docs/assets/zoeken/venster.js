/* Het zoekvenster: de zoekknop in de kopbalk, de sneltoetsen, en het veld op de startbladzijde openen het. Het venster
   wordt gemaakt als het voor het eerst opengaat. Zonder dit script leidt de knop naar de zoekbladzijde.
   Het veld is een combobox met een keuzelijst (WAI-ARIA): de aandacht blijft in het veld, de pijltjes kiezen een
   resultaat. Elk resultaat is ook een gewone koppeling, voor wie aanwijst of tikt. */
(function () {
  "use strict";

  const {maak, lijst, naar, bewaard, bewaar, onthoud, eerdere, kiezers, resultaat, perSoort, telling, zoeker, adres} = window.handboekZoeken;
  const MEESTE = 12;
  const knop = document.querySelector(".zoekknop");
  const opBladzijde = document.getElementById("zoekblad-veld"); // op de zoekbladzijde is het veld er al
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  const TOETSEN = [["k", mac ? "⌘ K" : "Ctrl K"], ["streep", "/"]];
  let venster = null;

  /* --- Sneltoetsen ---------------------------------------------------------------------------- */

  const staatAan = (toets) => (bewaard().toetsen || {})[toets] !== false;

  function toonToets() {
    const aan = TOETSEN.filter(([toets]) => staatAan(toets)), namen = {k: mac ? "Meta+K" : "Control+K", streep: "/"};
    knop.querySelector("kbd").textContent = aan.length ? aan[0][1] : "";
    if (aan.length) knop.setAttribute("aria-keyshortcuts", aan.map(([toets]) => namen[toets]).join(" "));
    else knop.removeAttribute("aria-keyshortcuts");
  }

  function inVeld(plek) {
    return plek.isContentEditable || Boolean(plek.closest("input:not([type=checkbox],[type=radio],[type=range]),textarea,select"));
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const met = event.ctrlKey || event.metaKey;
    const toets = met && !event.shiftKey && event.key.toLowerCase() === "k" ? "k" : !met && event.key === "/" && !inVeld(event.target) ? "streep" : "";
    if (!toets || !staatAan(toets) || document.querySelector("dialog[open]:not(.zoekvenster)")) return;
    event.preventDefault();
    open();
  });

  function sneltoetsen() {
    return maak("details", {class: "zoek-toetsen"}, maak("summary", {}, "Sneltoetsen"), maak("div", {},
      TOETSEN.map(([toets, naam]) => {
        const vak = maak("input", {type: "checkbox", change: () => {
          bewaar({toetsen: {...bewaard().toetsen, [toets]: vak.checked}});
          toonToets();
        }});
        vak.checked = staatAan(toets);
        return maak("label", {}, vak, " ", maak("kbd", {}, naam), " opent zoeken");
      })));
  }

  /* --- Het venster ---------------------------------------------------------------------------- */

  function maakVenster() {
    const veld = maak("input", {
      type: "text", id: "zoek-veld", name: "q", role: "combobox", "aria-expanded": "false", "aria-controls": "zoek-lijst",
      "aria-autocomplete": "list", autocomplete: "off", autocapitalize: "off", spellcheck: "false", inputmode: "search",
      enterkeyhint: "search", placeholder: "Woord, vraag of situatie", input: getypt, keydown: toets,
    });
    const status = maak("p", {class: "zoek-status", "aria-hidden": "true"});
    const keuzelijst = maak("div", {id: "zoek-lijst", role: "listbox", "aria-label": "Resultaten", hidden: true, click: gekozen});
    const anders = maak("div", {class: "zoek-anders"});
    const alle = maak("a", {class: "zoek-alle", hidden: true, click: gekozen});
    const keuzes = kiezers(() => bezig.zoek());
    const dialoog = maak("dialog", {class: "zoekvenster", "aria-label": "Zoeken", pointerdown: naast, close: dicht},
      maak("form", {role: "search", class: "zoek-veld", submit: naarBladzijde},
        maak("label", {class: "onzichtbaar", for: "zoek-veld"}, "Zoek in het handboek"), veld,
        maak("button", {type: "button", class: "zoek-sluit", click: () => dialoog.close()}, "Sluit")),
      keuzes.node, status, keuzelijst, anders,
      maak("div", {class: "zoek-voet"}, alle, sneltoetsen()));
    const bezig = zoeker({veld, kiezers: keuzes, status, leeg, toon, zeg, aantal: () => MEESTE, laatLos});
    let opties = [], actief = -1, vanStart = null;

    /* De keuzelijst. */

    function zetActief(nummer) {
      if (opties[actief]) opties[actief].setAttribute("aria-selected", "false");
      actief = nummer;
      if (!opties[actief]) return veld.removeAttribute("aria-activedescendant");
      opties[actief].setAttribute("aria-selected", "true");
      opties[actief].scrollIntoView({block: "nearest"});
      return veld.setAttribute("aria-activedescendant", opties[actief].id);
    }

    /* Wat gekozen was, blijft dat als het er nog bij staat. */
    function vulLijst(groepen, inhoud) {
      const was = opties[actief]?.href;
      zetActief(-1);
      opties = [];
      keuzelijst.replaceChildren(...groepen.map(([naam, rijen], plaats) => {
        const kop = maak("div", {id: "zoek-groep-" + plaats, class: "zoek-kop", role: "presentation"}, naam);
        return maak("div", {role: "group", "aria-labelledby": kop.id}, kop, rijen.map((rij) => {
          opties.push(resultaat(rij, {role: "option", id: "zoek-optie-" + opties.length, "aria-selected": "false", tabindex: "-1"}));
          return opties[opties.length - 1];
        }));
      }));
      anders.replaceChildren(...inhoud);
      keuzelijst.hidden = !opties.length;
      anders.hidden = !keuzelijst.hidden;
      keuzelijst.scrollTop = 0;
      zetActief(opties.findIndex((optie) => optie.href === was));
      veld.setAttribute("aria-expanded", String(opties.length > 0));
    }

    function zeg(inhoud) {
      vulLijst([], inhoud);
      alle.hidden = true;
    }

    function toon(uitkomst, namen) {
      vulLijst(perSoort(uitkomst, namen), []);
      alle.textContent = uitkomst.totaal === 1 ? "Toon op de zoekbladzijde" : "Alle " + telling(uitkomst.totaal);
      alle.href = adres(veld.value, keuzes.waarden());
      alle.hidden = false;
    }

    function leeg() {
      zeg([
        eerdere((vraag) => {
          veld.value = vraag;
          veld.focus();
          bezig.zoek();
        }, veld),
        maak("h2", {}, "Of begin hier"),
        lijst([naar("interventies/index.html", "Ik zoek wat werkt"), naar("leerpaden/index.html", "Ik maak een training"), naar("stand-van-kennis.html", "Ik vergelijk aanpakken")]),
      ]);
    }

    function laatLos() {
      keuzes.zet({});
      veld.focus();
      bezig.zoek();
    }

    /* Wat de lezer doet. */

    function getypt() {
      zetActief(-1);
      bezig.getypt();
    }

    function toets(event) {
      if (event.isComposing) return;
      const stap = {ArrowDown: 1, ArrowUp: -1}[event.key];
      if (stap && opties.length) {
        event.preventDefault();
        zetActief(actief < 0 && stap < 0 ? opties.length - 1 : (actief + stap + opties.length) % opties.length);
      } else if (event.key === "Enter" && opties[actief]) {
        event.preventDefault();
        const {ctrlKey, metaKey, shiftKey} = event;
        opties[actief].dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey}));
      } else if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(event.key)) {
        zetActief(-1);
      }
    }

    function gekozen(event) {
      if (!event.target.closest("a")) return;
      onthoud(veld.value);
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialoog.close();
    }

    function naarBladzijde(event) {
      event.preventDefault();
      if (!veld.value.trim()) return;
      onthoud(veld.value);
      dialoog.close();
      location.assign(adres(veld.value, keuzes.waarden()));
    }

    function naast(event) {
      if (event.target === dialoog) dialoog.close();
    }

    function dicht() {
      if (vanStart) vanStart.value = veld.value;
      vanStart = null;
    }

    /* Op een telefoon bedekt het toetsenbord de onderkant van het scherm; het venster houdt op waar dat begint. */
    const zicht = window.visualViewport;
    if (zicht) zicht.addEventListener("resize", () => dialoog.style.setProperty("--zicht", zicht.height + "px"));

    document.body.append(dialoog);
    return {
      open(startveld) {
        if (dialoog.open) return veld.focus();
        vanStart = startveld || null;
        if (startveld) veld.value = startveld.value;
        dialoog.showModal();
        veld.focus();
        if (!startveld) veld.select();
        bezig.warm();
        return bezig.zoek();
      },
    };
  }

  function open(startveld) {
    if (opBladzijde) {
      opBladzijde.focus();
      opBladzijde.select();
      return;
    }
    venster = venster || maakVenster();
    venster.open(startveld);
  }

  /* --- Wat het venster opent ------------------------------------------------------------------ */

  knop.setAttribute("role", "button");
  if (!opBladzijde) knop.setAttribute("aria-haspopup", "dialog");
  toonToets();
  knop.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // in een nieuw tabblad: de zoekbladzijde
    event.preventDefault();
    open();
  });
  knop.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    open();
  });

  const startveld = document.getElementById("zoekveld");
  if (startveld) {
    const verder = (event) => { if (!event.isComposing && startveld.value.trim()) open(startveld); };
    startveld.setAttribute("aria-haspopup", "dialog");
    startveld.addEventListener("input", verder);
    startveld.addEventListener("compositionend", verder);
  }
})();
