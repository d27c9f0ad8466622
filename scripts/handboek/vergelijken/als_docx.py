"""The comparison as a Word document: A4 landscape, a heading and a table per group, the sources numbered at the end."""

from docx.document import Document as Doc
from docx.shared import Cm, Length
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from handboek.uitvoer.word import LANG, ZACHT, breedtes, nieuw, nieuwe_rij, opgeslagen, tabel, vet
from handboek.vergelijken.nota import KENMERK, Nota
from handboek.vergelijken.waarde import Cel, Groep

_MARGE, _EERSTE = Cm(1.6), Cm(3.4)
_PUNTEN = {"Normal": 9.0, "Title": 20.0, "Heading 1": 13.0, "List Bullet": 9.0, "List Number": 8.5}


def als_docx(nota: Nota) -> bytes:
    """Real headings, and in every table a header row that repeats on the next page."""
    doc = nieuw(_PUNTEN, liggend=True, marge=_MARGE)
    doc.add_heading(nota.titel, 0)
    doc.add_paragraph(nota.gemaakt)
    for regel in (*nota.adressen, *nota.uitleg):
        doc.add_paragraph(regel, style="List Bullet")
    for groep in nota.vergelijking.groepen:
        doc.add_heading(groep.naam, 1)
        _tabel(doc, nota, groep)
    doc.add_heading("Bronnen", 1)
    for _, bron in nota.bronnen():
        doc.add_paragraph(bron, style="List Number")
    return opgeslagen(doc, nota.titel, nota.datum)


def _tabel(doc: Doc, nota: Nota, groep: Groep) -> None:
    """A group: the first column holds the names of its rows."""
    gemaakt = tabel(doc, [KENMERK, *nota.koppen])
    for rij in groep.rijen:
        eerste, *cellen = nieuwe_rij(gemaakt)
        vet(eerste, rij.naam)
        for cel, inhoud in zip(cellen, rij.cellen, strict=True):
            _vul(cel, nota, inhoud)
    rest = Length((LANG - 2 * _MARGE - _EERSTE) // len(nota.koppen))
    breedtes(gemaakt, [_EERSTE, *[rest] * len(nota.koppen)])


def _vul(cel: _Cell, nota: Nota, inhoud: Cel) -> None:
    """Every line a paragraph, with the mark of its sources in grey; so is a word for absence."""
    for nummer, regel in enumerate(inhoud):
        alinea: Paragraph = cel.add_paragraph() if nummer else cel.paragraphs[0]
        gezegd = alinea.add_run(regel.tekst)
        if regel.afwezig:
            gezegd.font.color.rgb = ZACHT
        alinea.add_run(nota.merk(regel)).font.color.rgb = ZACHT
