/* Uitvoer als tekst: een document als Markdown, rijen als CSV. De vorm van de gegevens staat in kern.js. */
(function () {
  "use strict";

  const uitvoer = window.handboekUitvoer;
  const FORMULE = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/; // een rekenblad voert uit wat zo begint; een apostrof ervoor houdt het tekst (OWASP)
  const lijnen = (cel) => (Array.isArray(cel) ? cel : [cel]).map((regel) => (typeof regel === "string" ? {tekst: regel} : regel));
  const heel = ({tekst, merk}) => (merk ? tekst + " " + merk : tekst);

  /* Tekst die in Markdown blijft wat zij is. */
  const md = (tekst) => tekst.replace(/[\\`*_[\]<>|#~&]/g, "\\$&");
  const mdRij = (cellen) => "| " + cellen.join(" | ") + " |";

  function mdTabel({koppen, rijen}) {
    const regels = rijen.map((rij) => mdRij(rij.map((cel) => lijnen(cel).map((regel) => md(heel(regel))).join("<br>"))));
    return [mdRij(koppen.map(md)), mdRij(koppen.map(() => "---")), ...regels].join("\n");
  }

  function mdDeel(deel) {
    if (deel.kop) return "## " + md(deel.kop);
    if (deel.tabel) return mdTabel(deel.tabel);
    if (deel.lijst) return deel.lijst.map((regel, nummer) => (deel.genummerd ? nummer + 1 + ". " : "- ") + md(regel)).join("\n");
    return md(deel.tekst);
  }

  uitvoer.alsMarkdown = (document_) => {
    const tekst = ["# " + md(document_.titel), ...document_.delen.map(mdDeel)].join("\n\n") + "\n";
    return new Blob([tekst], {type: "text/markdown;charset=utf-8"});
  };

  function csvVeld(tekst) {
    const veilig = FORMULE.test(tekst) ? "'" + tekst : tekst;
    return /[;"\r\n]/.test(veilig) ? '"' + veilig.replaceAll('"', '""') + '"' : veilig;
  }

  /* Voor een Nederlandse Excel: een BOM, puntkomma's, en geen cel die iets uitvoert. */
  uitvoer.alsCsv = (rijen) => {
    const tekst = rijen.map((rij) => rij.map(csvVeld).join(";") + "\r\n").join("");
    return new Blob(["\ufeff", tekst], {type: "text/csv;charset=utf-8"});
  };

  uitvoer.lijnen = lijnen;

  /* De regels van een cel als één tekst, voor een vorm waarvan een cel alleen tekst kent. */
  uitvoer.onderElkaar = (cel) => {
    const regels = lijnen(cel).map(heel);
    return regels.length > 1 ? regels.map((regel) => "• " + regel).join("\n") : regels[0];
  };
})();
