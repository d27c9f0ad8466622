/* Toetsenbord en schermlezer: wat het thema en de browser niet zelf doen. Zonder dit script werkt het menu ook. */
(function () {
  "use strict";

  var toggle = document.getElementById("__search");
  var search = document.querySelector(".md-search");
  var input = document.querySelector(".md-search__input");
  var opener = document.querySelector(".zoekknop");
  var single = ["f", "s", "/", "p", "n", ",", "."];
  var dismissed = false; // dichtgedaan met Escape: het thema opent zoeken anders meteen weer

  function isOpen() {
    return Boolean(input && toggle.checked);
  }

  function show(open) {
    if (toggle.checked !== open) toggle.click();
  }

  function closeSearch() {
    dismissed = true;
    show(false);
    (opener.offsetParent ? opener : input).focus();
  }

  function openSearch() {
    dismissed = false;
    show(true);
    input.focus();
  }

  /* Zoeken: openen, sluiten, en sluiten als de aandacht ergens anders heen gaat. */
  if (input && toggle && opener) {
    opener.addEventListener("click", openSearch);
    search.querySelector(".zoekterug").addEventListener("click", closeSearch);
    search.querySelector(".md-search__overlay").addEventListener("click", closeSearch);
    ["input", "click"].forEach(function (type) {
      input.addEventListener(type, openSearch);
    });
    input.addEventListener("blur", function () {
      dismissed = false;
    });
    toggle.addEventListener("change", function () {
      if (toggle.checked && dismissed) toggle.checked = false;
      opener.setAttribute("aria-expanded", String(toggle.checked));
    });
    /* Het thema houdt de resultaten buiten de volgorde van Tab. */
    var results = search.querySelector(".md-search-result__list");
    new MutationObserver(function () {
      results.querySelectorAll("a[tabindex]").forEach(function (link) {
        link.removeAttribute("tabindex");
      });
    }).observe(results, {childList: true, subtree: true});
  } else if (search && opener) {
    opener.addEventListener("click", function () {
      search.click(); // Zensical
    });
  }

  /* Het thema luistert op window. Wat hier stopt, komt daar niet: geen sneltoetsen van één teken (WCAG 2.1.4),
     en in het zoekvenster gaat Tab gewoon naar de resultaten. */
  document.addEventListener("keydown", function (event) {
    if (!isOpen()) {
      var reopen = event.key === "ArrowDown" && event.target === input;
      if (reopen) openSearch();
      if (reopen || single.indexOf(event.key) >= 0) event.stopPropagation();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      closeSearch();
    } else if (!/^Arrow(Up|Down)$/.test(event.key) && !(event.key === "Enter" && event.target === input)) {
      event.stopPropagation();
    }
  });

  /* Wie verder gaat dan een venster, wil niet dat het de bladzijde bedekt. */
  document.addEventListener("focusin", function (event) {
    if (isOpen() && !search.contains(event.target) && event.target !== opener) show(false);
    document.querySelectorAll("[popover]:popover-open").forEach(function (panel) {
      var own = event.target.closest("[popovertarget]");
      if (!panel.contains(event.target) && !(own && own.getAttribute("popovertarget") === panel.id)) panel.hidePopover();
    });
  });

  var menu = document.getElementById("menu");
  if (menu && menu.hidePopover) {
    menu.addEventListener("click", function (event) {
      if (event.target.closest("a[href^='#']")) menu.hidePopover();
    });
  }

  /* Licht of donker: na de keuze staat er een andere knop; de aandacht gaat mee. */
  document.querySelectorAll("button[data-kleuren]").forEach(function (button) {
    button.addEventListener("keydown", function (event) {
      if (event.key === "Enter") event.stopPropagation(); // het thema wisselt zelf ook op Enter
    });
    button.addEventListener("click", function () {
      document.getElementById(button.dataset.kleuren).click();
      button.form.querySelector("button:not([hidden])").focus();
    });
  });

  /* Tabellen die breder zijn dan het scherm, schuiven met de pijltjes. */
  function reachable() {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (frame) {
      if (frame.scrollWidth > frame.clientWidth) {
        frame.tabIndex = 0;
        frame.setAttribute("role", "region");
        frame.setAttribute("aria-label", "Tabel, schuift opzij");
      } else {
        ["tabindex", "role", "aria-label"].forEach(function (name) {
          frame.removeAttribute(name);
        });
      }
    });
  }

  /* Een tabel die op een smal scherm als lijst staat, blijft voor elke schermlezer een tabel
     (WebKit vergeet dat als de opmaak geen tabel meer is). */
  var roles = {TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell"};

  function remainTables() {
    document.querySelectorAll("main table").forEach(function (table) {
      var row = table.querySelector("tbody tr");
      if (!row || getComputedStyle(row).display === "table-row") return;
      [table].concat(Array.from(table.querySelectorAll("thead,tbody,tr,th,td"))).forEach(function (part) {
        part.setAttribute("role", roles[part.tagName] || (part.scope === "row" ? "rowheader" : "columnheader"));
      });
    });
  }

  ["load", "resize"].forEach(function (type) {
    window.addEventListener(type, reachable);
    window.addEventListener(type, remainTables);
  });
})();
