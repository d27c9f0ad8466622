/* Draait vóór de inhoud er staat: wat alleen met een script werkt, is er alleen met een script, en wat een script
   straks weglaat (bij keuzes in het adres, of met data-altijd), komt niet even in beeld. */
(function () {
  "use strict";
  const bladzijde = document.documentElement.classList;
  bladzijde.add("met-script");
  if (!location.search && !("altijd" in document.currentScript.dataset)) return;
  bladzijde.add("wacht");
  document.addEventListener("DOMContentLoaded", () => bladzijde.remove("wacht"));
})();
