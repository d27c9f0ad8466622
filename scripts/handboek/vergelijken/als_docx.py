"""The comparison as a Word document: A4 landscape, a heading and a table per group, the sources numbered at the end."""

import io
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

from handboek.vergelijken.nota import KENMERK, UITLEG, Nota
from handboek.vergelijken.pakket import vast
from handboek.vergelijken.waarde import Cel, Groep

_INKT, _ZACHT, _LIJN = RGBColor(0x18, 0x23, 0x1F), RGBColor(0x4A, 0x57, 0x51), "D5D9CE"
_LANG, _KORT, _MARGE, _EERSTE = Cm(29.7), Cm(21.0), Cm(1.6), Cm(3.4)
_LANGSTE_TITEL = 255
"""What Word keeps of a title among a document's properties, in characters."""
_PUNTEN = {"Normal": 9.0, "Title": 20.0, "Heading 1": 13.0, "List Bullet": 9.0, "List Number": 8.5}


def als_docx(nota: Nota) -> bytes:
    """Real headings, and in every table a header row that repeats on the next page."""
    doc = Document()
    _letters(doc)
    _bladzijde(doc)
    doc.add_heading(nota.titel, 0)
    doc.add_paragraph(nota.gemaakt)
    for regel in (*nota.adressen, *UITLEG):
        doc.add_paragraph(regel, style="List Bullet")
    for groep in nota.vergelijking.groepen:
        doc.add_heading(groep.naam, 1)
        _tabel(doc, nota, groep)
    doc.add_heading("Bronnen", 1)
    for _, bron in nota.bronnen():
        doc.add_paragraph(bron, style="List Number")
    return _opgeslagen(doc, nota)


def _letters(doc: Doc) -> None:
    """Black on white, one family, no colour from the template; and the text is Dutch."""
    for naam, punten in _PUNTEN.items():
        stijl = doc.styles[naam]
        stijl.font.name, stijl.font.size, stijl.font.color.rgb = "Calibri", Pt(punten), _INKT
        stijl.paragraph_format.space_after, stijl.paragraph_format.line_spacing = Pt(2), 1.0
        letters = stijl.element.rPr.rFonts
        for thema in [sleutel for sleutel in letters.attrib if sleutel.endswith("Theme")]:
            del letters.attrib[thema]
    for streep in doc.styles["Title"].element.pPr.findall(qn("w:pBdr")):
        streep.getparent().remove(streep)
    for taal in doc.styles.element.iter(qn("w:lang")):
        taal.set(qn("w:val"), "nl-NL")


def _bladzijde(doc: Doc) -> None:
    blad = doc.sections[0]
    blad.orientation, blad.page_width, blad.page_height = WD_ORIENT.LANDSCAPE, _LANG, _KORT
    blad.left_margin = blad.right_margin = blad.top_margin = blad.bottom_margin = _MARGE
    voet = blad.footer.paragraphs[0]
    voet.add_run("Bladzijde ")
    nummer = _met("w:fldSimple", instr="PAGE")
    voet._p.append(nummer)


def _tabel(doc: Doc, nota: Nota, groep: Groep) -> None:
    """A group: the first column holds the names of its rows."""
    tabel = doc.add_table(rows=1, cols=1 + len(nota.koppen))
    tabel.autofit = False
    _lijnen(tabel)
    kop = tabel.rows[0]
    kop._tr.get_or_add_trPr().append(_met("w:tblHeader"))
    for cel, tekst in zip(kop.cells, [KENMERK, *nota.koppen], strict=True):
        _vet(cel, tekst)
    for rij in groep.rijen:
        eerste, *cellen = tabel.add_row().cells
        _vet(eerste, rij.naam)
        for cel, inhoud in zip(cellen, rij.cellen, strict=True):
            _vul(cel, nota, inhoud)
    _breedtes(tabel)


def _breedtes(tabel: Table) -> None:
    rest = Length((_LANG - 2 * _MARGE - _EERSTE) // (len(tabel.columns) - 1))
    for kolom, breedte in zip(tabel.columns, [_EERSTE, *[rest] * (len(tabel.columns) - 1)], strict=True):
        kolom.width = breedte
    for rij in tabel.rows:
        for nummer, cel in enumerate(rij.cells):
            cel.width = rest if nummer else _EERSTE


def _lijnen(tabel: Table) -> None:
    """Hairlines under the rows instead of boxes."""
    lijnen = OxmlElement("w:tblBorders")
    for kant in ("top", "bottom", "insideH"):
        lijnen.append(_met(f"w:{kant}", val="single", sz="4", space="0", color=_LIJN))
    tabel._tbl.tblPr.append(lijnen)


def _vet(cel: _Cell, tekst: str) -> None:
    cel.paragraphs[0].add_run(tekst).bold = True


def _vul(cel: _Cell, nota: Nota, inhoud: Cel) -> None:
    """Every line a paragraph, with the mark of its sources in grey; so is a word for absence."""
    for nummer, regel in enumerate(inhoud):
        alinea: Paragraph = cel.add_paragraph() if nummer else cel.paragraphs[0]
        gezegd = alinea.add_run(regel.tekst)
        if regel.afwezig:
            gezegd.font.color.rgb = _ZACHT
        alinea.add_run(nota.merk(regel)).font.color.rgb = _ZACHT


def _met(naam: str, **kenmerken: str) -> BaseOxmlElement:
    """An element of WordprocessingML with its attributes."""
    element: BaseOxmlElement = OxmlElement(naam)
    for kenmerk, waarde in kenmerken.items():
        element.set(qn(f"w:{kenmerk}"), waarde)
    return element


def _opgeslagen(doc: Doc, nota: Nota) -> bytes:
    """The bytes; of when the document is comes from the nota, not from the clock."""
    gegevens = doc.core_properties
    gegevens.title, gegevens.language, gegevens.comments = nota.titel[:_LANGSTE_TITEL], "nl-NL", ""
    gegevens.author = gegevens.last_modified_by = "Handboek wijkwerk"
    gegevens.created = gegevens.modified = datetime.fromisoformat(nota.datum)
    uit = io.BytesIO()
    doc.save(uit)
    return vast(uit.getvalue(), {})
