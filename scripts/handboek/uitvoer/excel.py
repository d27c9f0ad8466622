"""An Excel workbook in the form of the handbook: rows as high as their text, A4 landscape, fixed bytes; no formulas."""

import io
from collections.abc import Sequence
from datetime import datetime
from math import ceil

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from handboek.uitvoer.pakket import vast

_BOVEN = Alignment(wrap_text=True, vertical="top", horizontal="left")
_LIJN = Border(bottom=Side(style="thin", color="D5D9CE"))
_STREEP = Border(bottom=Side(style="medium", color="18231F"))
_LETTER, _KOPLETTER = Font(name="Calibri", size=10), Font(name="Calibri", size=10, bold=True)
_REGEL, _TEKENS = 13.5, 1.2
"""The height of a line in points, and how many characters of this letter fit in the width of one of a column."""


def opmaak(blad: Worksheet, koppen: Sequence[str], breedtes: Sequence[int], *, vast_vanaf: str) -> None:
    """The header row, frozen and repeated on every printed page; the page: landscape A4, as wide as one page."""
    rij(blad, koppen, breedtes)
    for cel, breedte in zip(blad[1], breedtes, strict=True):
        cel.font, cel.border = _KOPLETTER, _STREEP
        blad.column_dimensions[cel.column_letter].width = breedte
    blad.freeze_panes = vast_vanaf
    blad.print_title_rows = "1:1"
    blad.page_setup.orientation = "landscape"
    blad.page_setup.paperSize = blad.PAPERSIZE_A4
    blad.page_setup.fitToHeight = 0
    blad.sheet_properties.pageSetUpPr.fitToPage = True
    blad.page_margins = PageMargins(left=0.5, right=0.5, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    blad.oddFooter.right.text = "&P van &N"


def rij(blad: Worksheet, teksten: Sequence[str | int], breedtes: Sequence[int]) -> None:
    """A row as high as its text."""
    nieuw = blad.max_row + (blad.cell(1, 1).value is not None)
    for nummer, tekst in enumerate(teksten, 1):
        cel = blad.cell(nieuw, nummer, tekst)
        cel.alignment, cel.font, cel.border = _BOVEN, _LETTER, _LIJN
        cel.data_type = "s" if isinstance(tekst, str) else "n"
    hoog = max(regels(str(tekst), breedte) for tekst, breedte in zip(teksten, breedtes, strict=True))
    blad.row_dimensions[nieuw].height = min(_REGEL * hoog + 3, 409)


def regels(tekst: str, breedte: int) -> int:
    """About how many lines a text takes in a column."""
    return sum(ceil((len(regel) + 1) / (_TEKENS * breedte)) for regel in tekst.split("\n"))


def opgeslagen(boek: Workbook, titel: str, dag: str) -> bytes:
    """The bytes; openpyxl writes the clock into the properties, we the day (2026-11-22) that belongs to the content."""
    moment = datetime.fromisoformat(dag)
    eigenschappen = DocumentProperties(
        creator="Handboek wijkwerk", title=titel, language="nl-NL", created=moment, modified=moment
    )
    uit = io.BytesIO()
    boek.save(uit)
    return vast(uit.getvalue(), {"docProps/core.xml": tostring(eigenschappen.to_tree())})
