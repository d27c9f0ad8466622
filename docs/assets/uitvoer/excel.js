/* Uitvoer als werkmap van Excel: de kopregel blijft staan en komt op elk gedrukt blad; geen cel is een formule.
   De vorm van de gegevens staat in kern.js. */
(function () {
  "use strict";

  const uitvoer = window.handboekUitvoer;
  const REGEL = 13.5, HOOGST_PUNTEN = 409, TEKENS = 1.2; // punten per regel, de hoogste rij, tekens per eenheid van breedte
  const HOOGST = 18; // regels in een rij: een blad snijdt af wat hoger is dan het toont of drukt
  const VERVOLG = "(vervolg)";
  const GEWOON = {fontSize: 10, align: "left", alignVertical: "top", wrap: true, bottomBorderStyle: "thin", bottomBorderColor: "#D5D9CE"};
  const KOP = {...GEWOON, fontWeight: "bold", bottomBorderStyle: "medium", bottomBorderColor: "#18231F"};
  const RANDEN = {left: 0.5, right: 0.5, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3}; // in inches
  const STANDAARD = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
  const NORMAAL = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

  const som = (getallen) => getallen.reduce((tot, getal) => tot + getal, 0);

  /* Hoeveel regels een tekst ongeveer inneemt in een kolom. */
  const regelsIn = (tekst, breedte) =>
    som(String(tekst).split("\n").map((regel) => Math.ceil(([...regel].length + 1) / (TEKENS * breedte))));

  /* De regels van een tekst in stukken die elk in een rij passen. */
  function stukken(tekst, breedte) {
    const klaar = [[]];
    for (const regel of String(tekst).split("\n")) {
      if (klaar.at(-1).length && regelsIn([...klaar.at(-1), regel].join("\n"), breedte) > HOOGST) klaar.push([]);
      klaar.at(-1).push(regel);
    }
    return klaar.map((stuk) => stuk.join("\n"));
  }

  function hoog(teksten, breedtes) {
    const regels = Math.max(...teksten.map((tekst, nummer) => regelsIn(tekst, breedtes[nummer])));
    return Math.min(REGEL * regels + 3, HOOGST_PUNTEN);
  }

  const cel = (waarde, vorm, height, meer) => ({value: waarde, type: typeof waarde === "number" ? Number : String, height, ...vorm, ...meer});

  /* Een rij van de tabel; een lange gaat door in de volgende rijen, en wat op is, loopt daar door in het vak erboven. */
  function rijen(rij, {breedtes, namen}) {
    const vooraan = rij.slice(0, namen), breed = breedtes.slice(namen);
    const kolommen = rij.slice(namen).map((waarde, nummer) => (typeof waarde === "number" ? [waarde] : stukken(waarde, breed[nummer])));
    const aantal = Math.max(...kolommen.map((delen) => delen.length));
    return Array.from({length: aantal}, (_, nummer) => {
      const genoemd = vooraan.map((naam, plaats) => (nummer && plaats === namen - 1 ? naam + " " + VERVOLG : naam));
      const hoogte = hoog([...genoemd, ...kolommen.map((delen) => delen[nummer] ?? "")], breedtes);
      const inhoud = kolommen.map((delen) => {
        if (nummer >= delen.length) return null;
        const laatste = nummer === delen.length - 1 && delen.length < aantal;
        return cel(delen[nummer], GEWOON, hoogte, laatste ? {rowSpan: aantal - nummer} : {});
      });
      return [...genoemd.map((naam) => cel(naam, GEWOON, hoogte)), ...inhoud];
    });
  }

  function blad({naam, koppen, breedtes, namen, rijen: inhoud, onder}) {
    const hoogte = hoog(koppen, breedtes), heel = som(breedtes);
    return {
      sheet: naam,
      columns: breedtes.map((width) => ({width})),
      stickyRowsCount: 1,
      stickyColumnsCount: namen,
      orientation: "landscape",
      data: [
        koppen.map((kop) => cel(kop, KOP, hoogte)),
        ...inhoud.flatMap((rij) => rijen(rij, {breedtes, namen})),
        ...onder.map((tekst) => [cel(tekst, GEWOON, hoog([tekst], [heel]), {columnSpan: koppen.length}), ...koppen.slice(1).map(() => null)]),
      ],
    };
  }

  const xml = (tekst) => tekst.replace(/[<>&'"]/g, (teken) => "&#" + teken.codePointAt(0) + ";");

  function eigenschappen(titel) {
    const nu = new Date().toISOString().slice(0, 19) + "Z", moment = (soort) => `<dcterms:${soort} xsi:type="dcterms:W3CDTF">${nu}</dcterms:${soort}>`;
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
      + `<dc:title>${xml(titel)}</dc:title><dc:creator>Handboek wijkwerk</dc:creator><dc:language>nl-NL</dc:language>${moment("created")}${moment("modified")}</cp:coreProperties>`;
  }

  /* Wat de bibliotheek zelf niet doet: zo breed als één bladzijde, de kopregel op elke bladzijde, de stijl
     waar een blad van uitgaat, de eigenschappen. */
  function afdruk({titel, bladen}) {
    const herhaald = bladen.map(({naam}, nummer) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${nummer}">${xml("'" + naam.replaceAll("'", "''") + "'")}!$1:$1</definedName>`).join("");
    return {files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transformElementAttributes: (soort, kenmerken) =>
            soort === "pageSetup" ? {...kenmerken, fitToHeight: 0} : soort === "pageMargins" ? {...kenmerken, ...RANDEN} : kenmerken,
          transform: (tekst) => tekst
            .replace(/<worksheet[^>]*>/, (begin) => begin + '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(/<pageSetup[^>]*\/>/, (vorm) => vorm + "<headerFooter><oddFooter>&amp;R&amp;P van &amp;N</oddFooter></headerFooter>"),
        },
        "xl/styles.xml": {transform: (tekst) => tekst.replace("<cellXfs", STANDAARD + "<cellXfs").replace("</cellXfs>", "</cellXfs>" + NORMAAL)},
        "xl/workbook.xml": {transform: (tekst) => tekst.replace(/<definedNames[^>]*\/>/, `<definedNames>${herhaald}</definedNames>`)},
        "[Content_Types].xml": {insert: () => '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>'},
        "_rels/.rels": {insert: () => '<Relationship Id="rId-core-1" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'},
      },
      write: {files: () => ({"docProps/core.xml": eigenschappen(titel)})},
    }};
  }

  uitvoer.alsExcel = async (boek) => {
    const schrijf = await uitvoer.laad("write-excel-file.js", "writeXlsxFile");
    return schrijf(boek.bladen.map(blad), {fontFamily: "Calibri", fontSize: 11, features: [afdruk(boek)]}).toBlob();
  };
})();
