/* De gegevens: één klein script per kolom, pas geladen als hij nodig is. Scripts, want die laden ook zonder server. */
(function () {
  "use strict";

  const kolommen = new Map();
  const wacht = new Map();
  let keuze = null;

  window.handboekKolom = (kolom) => { kolommen.set(`${kolom.soort}-${kolom.id}`, kolom); };
  window.handboekKeuze = (gegevens) => {
    keuze = gegevens;
    for (const soort of Object.values(keuze.soorten)) soort.namen = new Map(soort.items.map(([id, ...naamEnPlaats]) => [id, naamEnPlaats]));
  };

  function laad(bestand) {
    if (!wacht.has(bestand)) {
      wacht.set(bestand, new Promise((klaar, mislukt) => {
        const script = document.createElement("script");
        script.src = bestand;
        script.onload = klaar;
        script.onerror = () => {
          wacht.delete(bestand);
          script.remove();
          mislukt(new Error(bestand));
        };
        document.head.append(script);
      }));
    }
    return wacht.get(bestand);
  }

  Object.assign(window.handboekVergelijken, {
    /** De rijen van elke tabel, en wat er te kiezen is. */
    async laadKeuze() {
      await laad("keuze.js");
      return keuze;
    },
    /** De kolommen van deze items, in deze volgorde. */
    async laadKolommen(soort, ids) {
      await Promise.all(ids.map((id) => kolommen.has(`${soort}-${id}`) || laad(`kolom/${soort}-${id}.js`)));
      return ids.map((id) => kolommen.get(`${soort}-${id}`));
    },
  });
})();
