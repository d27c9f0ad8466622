/* De knoppen waarmee een vergelijking mee kan. De bladzijde meldt elke nieuwe vergelijking met `handboek:vergelijking`
   (detail: {nota}) en heeft een <div data-uitvoer>; een vergelijking die er al was, staat als `nota` op dat vak. */
(function () {
  "use strict";

  const vak = document.querySelector("[data-uitvoer]");
  if (!vak) return;

  const uitvoer = window.handboekUitvoer;
  const VORMEN = [
    ["Word", "docx", (nota) => uitvoer.alsWord(uitvoer.nota.document(nota))],
    ["Excel", "xlsx", (nota) => uitvoer.alsExcel(uitvoer.nota.boek(nota))],
    ["CSV", "csv", (nota) => uitvoer.alsCsv(uitvoer.nota.rijen(nota))],
    ["Tekst (Markdown)", "md", (nota) => uitvoer.alsMarkdown(uitvoer.nota.document(nota))],
  ];
  let nota = null;

  function knop(tekst, doe) {
    const nieuw = document.createElement("button");
    nieuw.type = "button";
    nieuw.className = "keuze";
    nieuw.textContent = tekst;
    nieuw.addEventListener("click", doe);
    return nieuw;
  }

  const melding = document.createElement("p");
  melding.className = "uitvoer-melding";
  melding.setAttribute("role", "status");

  async function geef(soort, maak) {
    const deze = nota;
    melding.textContent = "Het bestand wordt gemaakt…";
    try {
      const naam = uitvoer.bestandsnaam(["vergelijking", ...deze.kolommen.map(({id}) => id)], soort);
      uitvoer.bewaar(await maak(deze), naam);
      melding.textContent = "Gemaakt: " + naam;
    } catch {
      melding.textContent = "Het bestand maken lukte niet. Laad de bladzijde opnieuw en probeer het nog eens.";
    }
  }

  const balk = document.createElement("div");
  balk.className = "uitvoer-knoppen";
  balk.setAttribute("role", "group");
  balk.setAttribute("aria-label", "Neem deze vergelijking mee");
  balk.append(...VORMEN.map(([tekst, soort, maak]) => knop(tekst, () => geef(soort, maak))), knop("Afdrukken", () => window.print()));
  vak.append(balk, melding);

  function toon(nieuw) {
    nota = nieuw || null;
    vak.hidden = !nota;
    melding.textContent = "";
  }

  document.addEventListener("handboek:vergelijking", (event) => toon(event.detail.nota));
  toon(vak.nota);
})();
