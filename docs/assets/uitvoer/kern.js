/* Uitvoer: van gewone gegevens naar een bestand, in de browser en zonder server, ook van een uitgepakte map (file://).

   Een bladzijde die iets mee wil geven, maakt één of twee van deze gegevens en vraagt om een bestand:

   document, voor Word (alsWord) en Markdown (alsMarkdown):
     {titel, liggend: ja of nee, delen: [deel, …]}
     deel: {kop: "tekst"}                           een kop onder de titel
         | {tekst: "…"}                             een alinea
         | {lijst: ["…", …], genummerd: ja of nee}  een opsomming
         | {tabel: {koppen: ["…", …], rijen: [[naam, cel, …], …]}}  de eerste kolom noemt de rij; met `verhouding: [getal, …]`
                                                       zijn de kolommen zo breed naar elkaar, anders na de eerste alle even breed
     cel: "tekst" of een rij regels; regel: "tekst" of {tekst, merk: "[1]", zacht, vet: ja of nee}

   boek, voor Excel (alsExcel):
     {titel, bladen: [{naam, koppen, breedtes (in tekens), namen, rijen: [["tekst" of getal, …], …], onder: ["…", …]}]}
     `namen` is hoeveel kolommen vooraan de rij noemen: die blijven staan en worden herhaald als een rij lang is.
     `onder` zijn regels onder de tabel, over de hele breedte.

   rijen, voor CSV (alsCsv): [["tekst", …], …], de eerste rij met de koppen.

   Wat van een ander is (derden/), komt pas binnen als het nodig is. */
(function () {
  "use strict";

  const eigen = new URL(".", document.currentScript.src).href;
  const LANGSTE_NAAM = 100; // wat elk besturingssysteem aankan, met ruimte voor een map ervoor
  const onderweg = new Map();

  /* Een script van een ander: `naam` is het bestand, `vak` is wat het op window zet. */
  function laad(naam, vak) {
    if (!onderweg.has(naam)) {
      onderweg.set(naam, new Promise((klaar, mis) => {
        const script = document.createElement("script");
        script.src = eigen + "derden/" + naam;
        script.addEventListener("load", () => klaar(window[vak]));
        script.addEventListener("error", () => {
          onderweg.delete(naam); // een volgende keer opnieuw
          script.remove();
          mis(new Error(naam));
        });
        document.head.append(script);
      }));
    }
    return onderweg.get(naam);
  }

  /* Een veilige bestandsnaam van losse woorden of ids. */
  function bestandsnaam(delen, soort) {
    const naam = delen.join("-").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-");
    return naam.slice(0, LANGSTE_NAAM).replace(/^-+|-+$/g, "") + "." + soort;
  }

  /* Geef een bestand aan wie de bladzijde leest. */
  function bewaar(blob, naam) {
    const koppeling = document.createElement("a");
    koppeling.href = URL.createObjectURL(blob);
    koppeling.download = naam;
    koppeling.click();
    setTimeout(() => URL.revokeObjectURL(koppeling.href), 60_000); // sommige browsers lezen het pas na een vraag
  }

  window.handboekUitvoer = {laad, bestandsnaam, bewaar};
})();
