/* Uitvoer als Word-document: A4, echte koppen, een kopregel die zich herhaalt. De vorm van de gegevens staat in kern.js. */
(function () {
  "use strict";

  const uitvoer = window.handboekUitvoer;
  const CM = 567; // in twips, de maat van Word
  const [KORT, LANG, MARGE, EERSTE] = [21 * CM, 29.7 * CM, 1.6 * CM, 3.4 * CM].map(Math.round);
  const INKT = "18231F", ZACHT = "4A5751", LIJN = "D5D9CE";
  const PUNTEN = {gewoon: 9, titel: 20, kop: 13, bron: 8.5};
  const NUMMERS = "bronnen", STREEPJES = "streepjes";

  const letter = (punten, meer) => ({font: "Calibri", size: 2 * punten, color: INKT, ...meer}); // Word telt halve punten
  const dicht = {spacing: {after: 40}};

  function stijlen() {
    const kop = (punten, voor) => ({run: letter(punten, {bold: true}), paragraph: {spacing: {before: voor, after: 80}, keepNext: true}});
    return {
      default: {
        document: {run: letter(PUNTEN.gewoon, {language: {value: "nl-NL"}}), paragraph: dicht},
        title: kop(PUNTEN.titel, 0),
        heading1: kop(PUNTEN.kop, 240),
      },
      paragraphStyles: [
        {id: "ListBullet", name: "List Bullet", basedOn: "Normal", run: letter(PUNTEN.gewoon), paragraph: dicht},
        {id: "ListNumber", name: "List Number", basedOn: "Normal", run: letter(PUNTEN.bron), paragraph: dicht},
      ],
    };
  }

  function nummering(docx) {
    const trede = (format, text, in_) => [{level: 0, format, text, style: {paragraph: {indent: {left: in_, hanging: in_}}}}];
    return {config: [
      {reference: NUMMERS, levels: trede(docx.LevelFormat.DECIMAL, "%1.", 400)},
      {reference: STREEPJES, levels: trede(docx.LevelFormat.BULLET, "•", 240)},
    ]};
  }

  function lijst(docx, {lijst: regels, genummerd}) {
    const vorm = genummerd
      ? {style: "ListNumber", numbering: {reference: NUMMERS, level: 0}}
      : {style: "ListBullet", numbering: {reference: STREEPJES, level: 0}};
    return regels.map((text) => new docx.Paragraph({text, ...vorm}));
  }

  /* Wat afwezig is en waar het vandaan komt, in grijs. */
  function regel(docx, {tekst, merk, zacht, vet}) {
    const delen = [new docx.TextRun({text: tekst, bold: vet, ...(zacht ? {color: ZACHT} : {})})];
    if (merk) delen.push(new docx.TextRun({text: " " + merk, color: ZACHT}));
    return new docx.Paragraph({children: delen});
  }

  const vetgedrukt = (docx, tekst) => [new docx.Paragraph({children: [new docx.TextRun({text: tekst, bold: true})]})];

  /* Hoe breed elke kolom is: naar `verhouding`, of een vaste eerste en de rest gelijk. */
  function kolommen(koppen, verhouding, breed) {
    if (verhouding) return verhouding.map((deel) => Math.floor(breed * deel / verhouding.reduce((som, maat) => som + maat)));
    return koppen.map((_, nummer) => (nummer ? Math.floor((breed - EERSTE) / (koppen.length - 1)) : EERSTE));
  }

  function tabel(docx, {koppen, rijen, verhouding}, breed) {
    const breedtes = kolommen(koppen, verhouding, breed);
    const cel = (children, nummer) => new docx.TableCell({children, width: {size: breedtes[nummer], type: docx.WidthType.DXA}});
    const streep = {style: docx.BorderStyle.SINGLE, size: 4, color: LIJN}, geen = {style: docx.BorderStyle.NONE, size: 0, color: "auto"};
    return new docx.Table({
      layout: docx.TableLayoutType.FIXED,
      width: {size: breedtes.reduce((som, maat) => som + maat), type: docx.WidthType.DXA},
      columnWidths: breedtes,
      margins: {left: 80, right: 80, top: 30, bottom: 30, marginUnitType: docx.WidthType.DXA},
      borders: {top: streep, bottom: streep, insideHorizontal: streep, left: geen, right: geen, insideVertical: geen},
      rows: [
        new docx.TableRow({tableHeader: true, cantSplit: true, children: koppen.map((kop, nummer) => cel(vetgedrukt(docx, kop), nummer))}),
        ...rijen.map(([naam, ...cellen]) => new docx.TableRow({children: [
          cel(vetgedrukt(docx, naam), 0),
          ...cellen.map((inhoud, nummer) => cel(uitvoer.lijnen(inhoud).map((deel) => regel(docx, deel)), nummer + 1)),
        ]})),
      ],
    });
  }

  function deel(docx, inhoud, breed) {
    if (inhoud.kop) return [new docx.Paragraph({text: inhoud.kop, heading: docx.HeadingLevel.HEADING_1})];
    if (inhoud.tabel) return [tabel(docx, inhoud.tabel, breed)];
    if (inhoud.lijst) return lijst(docx, inhoud);
    return [new docx.Paragraph({text: inhoud.tekst})];
  }

  function voet(docx) {
    return new docx.Footer({children: [new docx.Paragraph({children: [
      new docx.TextRun({children: ["Bladzijde ", docx.PageNumber.CURRENT, " van ", docx.PageNumber.TOTAL_PAGES]}),
    ]})]});
  }

  uitvoer.alsWord = async ({titel, liggend, delen}) => {
    const docx = await uitvoer.laad("docx.js", "docx");
    const breed = (liggend ? LANG : KORT) - 2 * MARGE;
    const {LANDSCAPE, PORTRAIT} = docx.PageOrientation;
    return docx.Packer.toBlob(new docx.Document({
      title: titel.slice(0, 255), // meer bewaart Word er niet van
      creator: "Handboek wijkwerk",
      lastModifiedBy: "Handboek wijkwerk",
      description: "",
      styles: stijlen(),
      numbering: nummering(docx),
      sections: [{
        properties: {page: {
          size: {width: KORT, height: LANG, orientation: liggend ? LANDSCAPE : PORTRAIT}, // de bibliotheek draait het blad
          margin: {top: MARGE, right: MARGE, bottom: MARGE, left: MARGE},
        }},
        footers: {default: voet(docx)},
        children: [
          new docx.Paragraph({text: titel, heading: docx.HeadingLevel.TITLE}),
          ...delen.flatMap((inhoud) => deel(docx, inhoud, breed)),
        ],
      }],
    }));
  };
})();
