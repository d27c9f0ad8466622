"""The comparison as an Excel workbook: a sheet with the table and one with the sources."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from handboek.uitvoer.excel import opgeslagen, opmaak, regels, rij
from handboek.vergelijken.nota import KENMERK, Nota, onder_elkaar, vindplaats

_HOOGST = 18
"""The lines of a row at most, for a sheet cuts what is higher than it shows or prints."""
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
    opmaak(tabel, ["Groep", KENMERK, *nota.koppen], breedtes, vast_vanaf="C2")
    for groep in nota.vergelijking.groepen:
        for gezegd in groep.rijen:
            teksten = [onder_elkaar(nota.cel(cel)) for cel in gezegd.cellen]
            _lang(tabel, groep.naam, gezegd.naam, teksten, breedtes)
    _bronnen(boek.create_sheet("Bronnen"), nota)
    return opgeslagen(boek, nota.titel, nota.datum)


def _bronnen(blad: Worksheet, nota: Nota) -> None:
    """The numbered sources, and under them what is to be known of the table."""
    opmaak(blad, ["Nummer", "Vindplaats", "Bron", "Wie en wanneer"], _BRONNEN, vast_vanaf="A2")
    for plek, nummer in nota.vergelijking.nummers.items():
        rij(blad, [nummer, vindplaats(plek), plek.naam, plek.gegevens], _BRONNEN)
    for regel in (nota.titel, nota.gemaakt, *nota.adressen, *nota.uitleg):
        rij(blad, [regel], [sum(_BRONNEN)])
        blad.merge_cells(start_row=blad.max_row, end_row=blad.max_row, start_column=1, end_column=len(_BRONNEN))


def _lang(blad: Worksheet, groep: str, naam: str, teksten: Sequence[str], breedtes: Sequence[int]) -> None:
    """A row of the table; a long one goes on in the next rows, where what has ended takes the place below it."""
    stukken = [_stukken(tekst, breedte) for tekst, breedte in zip(teksten, breedtes[2:], strict=True)]
    aantal = max(map(len, stukken))
    eerste = blad.max_row + 1
    for nummer in range(aantal):
        deel = [stuk[nummer] if nummer < len(stuk) else "" for stuk in stukken]
        rij(blad, [groep, f"{naam} {VERVOLG}" if nummer else naam, *deel], breedtes)
    for kolom, stuk in enumerate(stukken, 3):
        if len(stuk) < aantal:
            blad.merge_cells(
                start_row=eerste + len(stuk) - 1, end_row=eerste + aantal - 1, start_column=kolom, end_column=kolom
            )


def _stukken(tekst: str, breedte: int) -> list[str]:
    """The lines of a text in pieces that a row can show."""
    stukken: list[list[str]] = [[]]
    for regel in tekst.split("\n"):
        if stukken[-1] and regels("\n".join([*stukken[-1], regel]), breedte) > _HOOGST:
            stukken.append([])
        stukken[-1].append(regel)
    return ["\n".join(stuk) for stuk in stukken]
