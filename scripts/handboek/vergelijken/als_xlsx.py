"""The comparison as an Excel workbook: a sheet with the table and one with the sources."""

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

from handboek.vergelijken.nota import KENMERK, UITLEG, Nota, onder_elkaar, vindplaats
from handboek.vergelijken.pakket import vast

_BOVEN = Alignment(wrap_text=True, vertical="top", horizontal="left")
_LIJN = Border(bottom=Side(style="thin", color="D5D9CE"))
_STREEP = Border(bottom=Side(style="medium", color="18231F"))
_LETTER, _KOPLETTER = Font(name="Calibri", size=10), Font(name="Calibri", size=10, bold=True)
_REGEL, _HOOGST, _TEKENS = 13.5, 18, 1.2
"""The height of a line in points; the lines of a row at most, for a sheet cuts what is higher than it shows or prints;
and how many characters of this letter fit in the width of one of a column."""
VERVOLG = "(vervolg)"
_NAMEN, _SAMEN, _BRONNEN = (16, 18), 116, (9, 50, 40, 50)
"""Widths of columns in characters: the names of groups and rows; all columns of statements together, so that a
printed page stays readable; and those of the sheet of sources."""


def als_xlsx(nota: Nota) -> bytes:
    """Wrapped text, the header row frozen and repeated on every printed page; no cell is a formula."""
    boek = Workbook()
    tabel = boek.active
    tabel.title = "Vergelijking"
    breedtes = [*_NAMEN, *[_SAMEN // len(nota.koppen)] * len(nota.koppen)]
    _opmaak(tabel, ["Groep", KENMERK, *nota.koppen], breedtes, vast_vanaf="C2")
    for groep in nota.vergelijking.groepen:
        for rij in groep.rijen:
            _lang(tabel, groep.naam, rij.naam, [onder_elkaar(nota.cel(cel)) for cel in rij.cellen], breedtes)
    _bronnen(boek.create_sheet("Bronnen"), nota)
    return _opgeslagen(boek, nota)


def _bronnen(blad: Worksheet, nota: Nota) -> None:
    """The numbered sources, and under them what is to be known of the table."""
    _opmaak(blad, ["Nummer", "Vindplaats", "Bron", "Wie en wanneer"], _BRONNEN, vast_vanaf="A2")
    for plek, nummer in nota.vergelijking.nummers.items():
        _rij(blad, [nummer, vindplaats(plek), plek.naam, plek.gegevens], _BRONNEN)
    for regel in (nota.titel, nota.gemaakt, *nota.adressen, *UITLEG):
        _rij(blad, [regel], [sum(_BRONNEN)])
        blad.merge_cells(start_row=blad.max_row, end_row=blad.max_row, start_column=1, end_column=len(_BRONNEN))


def _opmaak(blad: Worksheet, koppen: Sequence[str], breedtes: Sequence[int], *, vast_vanaf: str) -> None:
    """The header row and the page: landscape A4, as wide as one page."""
    _rij(blad, koppen, breedtes)
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


def _lang(blad: Worksheet, groep: str, naam: str, teksten: Sequence[str], breedtes: Sequence[int]) -> None:
    """A row of the table; a long one goes on in the next rows, where what has ended takes the place below it."""
    stukken = [_stukken(tekst, breedte) for tekst, breedte in zip(teksten, breedtes[2:], strict=True)]
    aantal = max(map(len, stukken))
    eerste = blad.max_row + 1
    for nummer in range(aantal):
        deel = [stuk[nummer] if nummer < len(stuk) else "" for stuk in stukken]
        _rij(blad, [groep, f"{naam} {VERVOLG}" if nummer else naam, *deel], breedtes)
    for kolom, stuk in enumerate(stukken, 3):
        if len(stuk) < aantal:
            blad.merge_cells(
                start_row=eerste + len(stuk) - 1, end_row=eerste + aantal - 1, start_column=kolom, end_column=kolom
            )


def _stukken(tekst: str, breedte: int) -> list[str]:
    """The lines of a text in pieces that a row can show."""
    stukken: list[list[str]] = [[]]
    for regel in tekst.split("\n"):
        if stukken[-1] and _regels("\n".join([*stukken[-1], regel]), breedte) > _HOOGST:
            stukken.append([])
        stukken[-1].append(regel)
    return ["\n".join(stuk) for stuk in stukken]


def _rij(blad: Worksheet, teksten: Sequence[str | int], breedtes: Sequence[int]) -> None:
    """A row as high as its text."""
    rij = blad.max_row + (blad.cell(1, 1).value is not None)
    for nummer, tekst in enumerate(teksten, 1):
        cel = blad.cell(rij, nummer, tekst)
        cel.alignment, cel.font, cel.border = _BOVEN, _LETTER, _LIJN
        cel.data_type = "s" if isinstance(tekst, str) else "n"
    regels = max(_regels(str(tekst), breedte) for tekst, breedte in zip(teksten, breedtes, strict=True))
    blad.row_dimensions[rij].height = min(_REGEL * regels + 3, 409)


def _regels(tekst: str, breedte: int) -> int:
    """About how many lines a text takes in a column."""
    return sum(ceil((len(regel) + 1) / (_TEKENS * breedte)) for regel in tekst.split("\n"))


def _opgeslagen(boek: Workbook, nota: Nota) -> bytes:
    """The bytes; openpyxl writes the clock into the properties, we the day of the nota."""
    moment = datetime.fromisoformat(nota.datum)
    eigenschappen = DocumentProperties(
        creator="Handboek wijkwerk", title=nota.titel, language="nl-NL", created=moment, modified=moment
    )
    uit = io.BytesIO()
    boek.save(uit)
    return vast(uit.getvalue(), {"docProps/core.xml": tostring(eigenschappen.to_tree())})
