"""A document as Word: A4, real heads, header rows that repeat, the teacher's text set apart, the sources at the end."""

from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Length, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from handboek.lesmateriaal.boek import VERSIES, Alinea, Boek, Deel, Kop, Lijst, Tabel
from handboek.uitvoer.word import KORT, ZACHT, alinea, breedtes, met, nieuw, nieuwe_rij, opgeslagen, tabel
from handboek.vergelijken.nota import bronregel
from handboek.vergelijken.waarde import Regel

_MARGE, _INSPRONG = Cm(2.0), Cm(0.8)
_PUNTEN = {"Normal": 10.5, "Title": 24.0, "Heading 1": 16.0, "Heading 2": 12.5, "Heading 3": 11.0, "List Bullet": 10.5}
_TABEL = 9.0
_VOOR = {"Heading 1": 14, "Heading 2": 12, "Heading 3": 8}
"""Points of the letters in tables, and of the space above heads."""


def als_docx(boek: Boek) -> bytes:
    """The document as a file."""
    voet = f"Handboek wijkwerk · {boek.titel} · {VERSIES[boek.versie]} · "
    doc = nieuw(_PUNTEN, liggend=False, marge=_MARGE, voet=voet)
    _stijlen(doc)
    doc.add_heading(boek.titel, 0)
    for deel in boek.delen:
        _deel(doc, boek, deel)
    if boek.nummers:
        alinea(doc, "Heading1", blad=True).add_run("Bronnen")
    for plek, nummer in boek.nummers.items():
        _hangend(doc, f"{nummer}.").add_run(bronregel(plek))
    return opgeslagen(doc, f"{boek.titel}, {VERSIES[boek.versie]}", boek.dag)


def _stijlen(doc: Doc) -> None:
    for naam in ("Normal", "List Bullet"):
        vorm = doc.styles[naam].paragraph_format
        vorm.space_after, vorm.line_spacing = Pt(4), 1.1
    for naam, punten in _VOOR.items():
        doc.styles[naam].paragraph_format.space_before = Pt(punten)
    docent = doc.styles.add_style("Docent", WD_STYLE_TYPE.PARAGRAPH)
    docent.base_style = doc.styles["Normal"]
    docent.paragraph_format.left_indent = _INSPRONG
    genummerd = doc.styles.add_style("Genummerd", WD_STYLE_TYPE.PARAGRAPH)
    genummerd.base_style = doc.styles["Normal"]
    hangt = genummerd.paragraph_format
    hangt.left_indent, hangt.first_line_indent = _INSPRONG, -_INSPRONG
    hangt.tab_stops.add_tab_stop(_INSPRONG)
    rand = met("w:pBdr")
    rand.append(met("w:left", val="single", sz="18", space="8", color="76807A"))
    docent.element.get_or_add_pPr().insert_element_before(rand, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _deel(doc: Doc, boek: Boek, deel: Deel) -> None:
    if isinstance(deel, Kop):
        alinea(doc, f"Heading{deel.niveau}", blad=deel.blad).add_run(deel.tekst)
    elif isinstance(deel, Alinea):
        _zeg(alinea(doc, "Docent" if deel.docent else ""), boek, deel.regel)
    elif isinstance(deel, Lijst):
        for plaats, regel in enumerate(deel.regels):
            _zeg(
                _hangend(doc, deel.tekens[plaats]) if deel.tekens else alinea(doc, "ListBullet"),
                boek,
                regel,
            )
    else:
        _tabel(doc, boek, deel)


def _hangend(doc: Doc, teken: str) -> Paragraph:
    """A line of a list with its own sign, so that the numbers are the same in every form."""
    regel = alinea(doc, "Genummerd")
    regel.add_run(f"{teken}\t")
    return regel


def _zeg(waar: Paragraph, boek: Boek, regel: Regel, punten: float | None = None) -> None:
    """A statement: its head bold, the mark of its sources and words for absence in grey."""
    rest = regel.tekst.removeprefix(regel.kop)
    stukken = [waar.add_run(regel.kop)] if regel.kop else []
    for stuk in stukken:
        stuk.bold = True
    stukken += [waar.add_run(rest), waar.add_run(boek.merk(regel))]
    stukken[-1].font.color.rgb = ZACHT
    if regel.afwezig:
        stukken[-2].font.color.rgb = ZACHT
    for stuk in stukken if punten else ():
        stuk.font.size = Pt(punten or 0)


def _tabel(doc: Doc, boek: Boek, deel: Tabel) -> None:
    gemaakt = tabel(doc, deel.koppen)
    for cellen in deel.rijen:
        rij = nieuwe_rij(gemaakt)
        gemaakt.rows[-1]._tr.get_or_add_trPr().append(met("w:cantSplit"))
        for cel, regels in zip(rij, cellen, strict=True):
            for plaats, regel in enumerate(regels):
                _zeg(_alinea(cel, plaats), boek, regel, _TABEL)
    breed = KORT - 2 * _MARGE
    breedtes(gemaakt, [Length(breed * maat // sum(deel.breedtes)) for maat in deel.breedtes])
    doc.add_paragraph()


def _alinea(cel: _Cell, plaats: int) -> Paragraph:
    regel: Paragraph = cel.add_paragraph() if plaats else cel.paragraphs[0]
    return regel
