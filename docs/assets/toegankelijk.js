/* Toetsenbord en schermlezer: wat het thema en de browser niet zelf doen. Zonder dit script werkt het menu ook. */
(function () {
  "use strict";

  /* Sneltoetsen van één teken zijn er niet (WCAG 2.1.4). Het thema luistert op window; wat hier stopt, komt daar niet. */
  var single = ["f", "s", "/", "p", "n", ",", "."];
  document.addEventListener("keydown", function (event) {
    if (single.indexOf(event.key) >= 0) event.stopPropagation();
  });

  /* Wie verder gaat dan een venster, wil niet dat het de bladzijde bedekt. */
  document.addEventListener("focusin", function (event) {
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

  /* Het thema opent menu en zoeken met aankruisvakjes. Een browser die na herladen of teruggaan onthoudt wat er aangekruist
     was, legt er een waas over dat bij geen menu hoort. */
  window.addEventListener("pageshow", function () {
    ["__drawer", "__search"].forEach(function (id) {
      var box = document.getElementById(id);
      if (box) box.checked = false;
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
      if (!row || table.hasAttribute("role") || getComputedStyle(row).display === "table-row") return;
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
