"""A Word document in the form of the handbook: A4, one family of letters, hairlines, page numbers, fixed bytes."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from handboek.uitvoer.pakket import vast

INKT, ZACHT, LIJN = RGBColor(0x18, 0x23, 0x1F), RGBColor(0x4A, 0x57, 0x51), "D5D9CE"
LANG, KORT = Cm(29.7), Cm(21.0)
_LANGSTE_TITEL = 255
"""What Word keeps of a title among a document's properties, in characters."""


def nieuw(punten: Mapping[str, float], *, liggend: bool, marge: Length, voet: str = "") -> Doc:
    """An empty document with the sizes of these styles, in points; `voet` stands before the number of every page."""
    doc = Document()
    _letters(doc, punten)
    _stippen(doc)
    _bladzijde(doc, marge, voet, liggend=liggend)
    return doc


def _letters(doc: Doc, punten: Mapping[str, float]) -> None:
    """Black on white, one family, no colour from the template; and the text is Dutch."""
    for naam, maat in punten.items():
        stijl = doc.styles[naam]
        stijl.font.name, stijl.font.size, stijl.font.color.rgb = "Calibri", Pt(maat), INKT
        stijl.paragraph_format.space_after, stijl.paragraph_format.line_spacing = Pt(2), 1.0
        letters = stijl.element.rPr.rFonts
        for thema in [sleutel for sleutel in letters.attrib if sleutel.endswith("Theme")]:
            del letters.attrib[thema]
    for streep in doc.styles["Title"].element.pPr.findall(qn("w:pBdr")):
        streep.getparent().remove(streep)
    for taal in doc.styles.element.iter(qn("w:lang")):
        taal.set(qn("w:val"), "nl-NL")


def _stippen(doc: Doc) -> None:
    """The dots of lists from the letters of the text; the template takes them from Symbol, which not every computer has."""
    for niveau in doc.part.numbering_part.element.iter(qn("w:lvl")):
        if niveau.find(qn("w:numFmt")).get(qn("w:val")) == "bullet":
            niveau.find(qn("w:lvlText")).set(qn("w:val"), "•")
            niveau.remove(niveau.find(qn("w:rPr")))


def _bladzijde(doc: Doc, marge: Length, voet: str, *, liggend: bool) -> None:
    blad = doc.sections[0]
    blad.orientation = WD_ORIENT.LANDSCAPE if liggend else WD_ORIENT.PORTRAIT
    blad.page_width, blad.page_height = (LANG, KORT) if liggend else (KORT, LANG)
    blad.left_margin = blad.right_margin = blad.top_margin = blad.bottom_margin = marge
    onder = blad.footer.paragraphs[0]
    onder.add_run(f"{voet}Bladzijde ")
    onder._p.append(met("w:fldSimple", instr="PAGE"))


def alinea(doc: Doc, stijl: str = "", *, blad: bool = False) -> Paragraph:
    """A paragraph in a style, by its id; python-docx would look through all styles for each. `blad`: on a new page."""
    gemaakt = doc.add_paragraph()
    if stijl:
        gemaakt._p.style = stijl
    if blad:
        gemaakt.paragraph_format.page_break_before = True
    return gemaakt


def tabel(doc: Doc, koppen: Sequence[str]) -> Table:
    """A table with its header row, which repeats on every page that the table goes on to."""
    gemaakt: Table = doc.add_table(rows=1, cols=len(koppen))
    gemaakt.autofit = False
    lijnen = OxmlElement("w:tblBorders")
    for kant in ("top", "bottom", "insideH"):
        lijnen.append(met(f"w:{kant}", val="single", sz="4", space="0", color=LIJN))
    gemaakt._tbl.tblPr.append(lijnen)
    kop = gemaakt.rows[0]
    kop._tr.get_or_add_trPr().append(met("w:tblHeader"))
    for cel, tekst in zip(kop.cells, koppen, strict=True):
        vet(cel, tekst)
    return gemaakt


def nieuwe_rij(gemaakt: Table) -> tuple[_Cell, ...]:
    """The cells of a row added to the table."""
    cellen: tuple[_Cell, ...] = gemaakt.add_row().cells  # type: ignore[no-untyped-call]
    return cellen


def breedtes(gemaakt: Table, maten: Sequence[Length]) -> None:
    """Fixed widths of the columns; programs differ in which of the two places they look at."""
    for kolom, breedte in zip(gemaakt.columns, maten, strict=True):
        kolom.width = breedte
    for rij in gemaakt.rows:
        for cel, breedte in zip(rij.cells, maten, strict=True):
            cel.width = breedte


def vet(cel: _Cell, tekst: str) -> None:
    """A cell that is a head."""
    cel.paragraphs[0].add_run(tekst).bold = True


def met(naam: str, **kenmerken: str) -> BaseOxmlElement:
    """An element of WordprocessingML with its attributes."""
    element: BaseOxmlElement = OxmlElement(naam)
    for kenmerk, waarde in kenmerken.items():
        element.set(qn(f"w:{kenmerk}"), waarde)
    return element


def opgeslagen(doc: Doc, titel: str, dag: str) -> bytes:
    """The bytes; of when the document is (2026-11-22) comes from its content, not from the clock."""
    gegevens = doc.core_properties
    gegevens.title, gegevens.language, gegevens.comments = titel[:_LANGSTE_TITEL], "nl-NL", ""
    gegevens.author = gegevens.last_modified_by = "Handboek wijkwerk"
    gegevens.created = gegevens.modified = datetime.fromisoformat(dag)
    uit = io.BytesIO()
    doc.save(uit)
    return vast(uit.getvalue(), {})
