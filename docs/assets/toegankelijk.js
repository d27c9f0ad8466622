/* Toetsenbord en schermlezer: wat de browser niet zelf doet. Zonder dit script werkt het menu ook. */
(function () {
  "use strict";

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
    window.addEventListener(type, remainTables);
  });
})();
