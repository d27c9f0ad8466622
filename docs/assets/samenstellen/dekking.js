/* Wat een leerpad dekt en wat openblijft: dezelfde regel als scripts/handboek/leerpaden/dekking.py, die hem in woorden zegt.
   Ook de klok. Zuiver rekenwerk over gewone gegevens: {raakt, rol, competenties, verschuivingen} en {uitkomsten, sessies}. */
(function () {
  "use strict";

  const NIETS = {competenties: [], verschuivingen: []};
  const uniek = (rij) => [...new Set(rij)];
  const som = (getallen) => getallen.reduce((tot, getal) => tot + getal, 0);

  function bereken(kennis, plan, vult, redenen) {
    const bewezen = uniek(plan.uitkomsten.map(({competentie}) => competentie));
    const gebruikt = new Set(plan.sessies.flat().flatMap(({items}) => items));
    const raakt = (item) => kennis.raakt[item] || NIETS;

    function hoe(soort, id, deel, uitkomsten) {
      if (deel.dient.some((uitkomst) => uitkomsten.has(uitkomst))) return "uitkomst";
      if (soort === "uitkomsten") return null;
      if (deel.items.includes(soort + "/" + id)) return "item";
      return deel.items.some((item) => raakt(item)[soort].includes(id)) ? "keten" : null;
    }

    function maakRij(soort, id, gevraagd) {
      const bewijst = plan.uitkomsten.filter((uitkomst) => (soort === "uitkomsten" ? uitkomst.id : uitkomst.competentie) === id);
      const uitkomsten = new Set(soort === "verschuivingen" ? [] : bewijst.map((uitkomst) => uitkomst.id));
      const cellen = plan.sessies.map((sessie, nummer) => {
        const treffers = sessie.map((deel, plaats) => ({activiteit: plaats + 1, minuten: deel.minuten, hoe: hoe(soort, id, deel, uitkomsten)}))
          .filter((treffer) => treffer.hoe);
        return {sessie: nummer + 1, minuten: som(treffers.filter((treffer) => treffer.hoe !== "keten").map(({minuten}) => minuten)), treffers};
      }).filter(({treffers}) => treffers.length);
      const dekt = cellen.filter(({treffers}) => treffers.some((treffer) => treffer.hoe !== "keten"));
      const staat = dekt.length ? "gedekt" : cellen.length ? "geraakt" : "gat";
      return {id, gevraagd, staat, minuten: som(cellen.map(({minuten}) => minuten)), cellen, soort, sessies: dekt.map(({sessie}) => sessie)};
    }

    function rijen(soort, gevraagd) {
      const geraakt = uniek([...gebruikt].flatMap((item) => raakt(item)[soort])).sort();
      return uniek([...gevraagd, ...geraakt]).map((id) => maakRij(soort, id, gevraagd.includes(id)));
    }

    const uitkomsten = plan.uitkomsten.map(({id}) => maakRij("uitkomsten", id, true));
    const competenties = rijen("competenties", [...kennis.competenties, ...bewezen]);
    const verschuivingen = rijen("verschuivingen", kennis.verschuivingen);
    const alle = [...uitkomsten, ...competenties, ...verschuivingen];
    const open = alle.filter((rij) => rij.gevraagd && rij.staat !== "gedekt");
    const kandidaten = Object.keys(kennis.raakt);
    const voorstellen = open.filter(({soort}) => soort !== "uitkomsten").flatMap(({soort, id}) => kandidaten
      .filter((item) => {
        const [map, eigen] = item.split("/");
        return vult[soort].includes(map) && (map !== soort || eigen === id) && !gebruikt.has(item) && raakt(item)[soort].includes(id);
      })
      .map((item) => ({voor: soort + "/" + id, item, reden: redenen[item.split("/")[0]]})));
    const adres = ({soort, id}) => soort + "/" + id;
    return {
      rol: kennis.rol, uitkomsten, competenties, verschuivingen, open: open.map(adres),
      dubbel: alle.filter(({sessies}) => sessies.length > 1).map(adres), voorstellen,
    };
  }

  /* Wanneer elk onderdeel begint en eindigt, in minuten na het begin, en de pauze erna. */
  function tijdvakken(sessie) {
    let nu = 0;
    return sessie.activiteiten.map((activiteit) => {
      const begin = nu, eind = begin + minuten(activiteit), pauze = activiteit.pauze || 0;
      nu = eind + pauze;
      return {activiteit, begin, eind, pauze};
    });
  }

  const minuten = (activiteit) => (activiteit.uitleg || 0) + (activiteit.oefenen || 0);
  const gepland = (sessie) => som(sessie.activiteiten.map((activiteit) => minuten(activiteit) + (activiteit.pauze || 0)));
  const twee = (getal) => String(getal).padStart(2, "0");

  /* De tijd van de dag als de bijeenkomst zegt wanneer zij begint; anders de tijd sinds het begin. */
  function kloktijd(sessie, na) {
    const [uur, minuut] = sessie.van ? sessie.van.split(":").map(Number) : [0, 0], tot = uur * 60 + minuut + na;
    const heel = Math.floor(tot / 60) % 24;
    return (sessie.van ? twee(heel) : heel) + ":" + twee(tot % 60);
  }

  /* 210 → 3 uur 30. */
  function uren(tot) {
    const heel = Math.floor(tot / 60), rest = tot % 60;
    return heel ? heel + " uur" + (rest ? " " + rest : "") : rest + " minuten";
  }

  window.handboekSamenstellen = {bereken, tijdvakken, minuten, gepland, kloktijd, uren, som, uniek};
})();
