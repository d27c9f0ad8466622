"""A document as a value: heads, paragraphs, lists and tables, with the sources numbered; every form is written from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from handboek.vergelijken.waarde import Bronplek, Cel, Regel

Versie = Literal["deelnemer", "docent"]
VERSIES: dict[Versie, str] = {"deelnemer": "versie voor deelnemers", "docent": "versie voor de docent"}


@dataclass(frozen=True)
class Kop:
    """A head of level 1 to 3; `blad` starts a new page."""

    niveau: int
    tekst: str
    blad: bool = False


@dataclass(frozen=True)
class Alinea:
    """A paragraph; `docent` sets what only the teacher sees apart."""

    regel: Regel
    docent: bool = False


@dataclass(frozen=True)
class Lijst:
    """A list; `tekens` stand before its lines, else bullets."""

    regels: tuple[Regel, ...]
    tekens: tuple[str, ...] = ()
    docent: bool = False


@dataclass(frozen=True)
class Tabel:
    """A table: its first column holds the heads of its rows. Widths in parts of the whole."""

    koppen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    breedtes: tuple[int, ...]


Deel = Kop | Alinea | Lijst | Tabel


@dataclass(frozen=True)
class Boek:
    """A document with its title, for whom it is, and the day (2026-11-22) that belongs to its content."""

    titel: str
    versie: Versie
    dag: str
    delen: tuple[Deel, ...]

    def regels(self) -> Iterator[Regel]:
        """Every statement, in the order of the document."""
        for deel in self.delen:
            if isinstance(deel, Alinea):
                yield deel.regel
            elif isinstance(deel, Lijst):
                yield from deel.regels
            elif isinstance(deel, Tabel):
                yield from (regel for rij in deel.rijen for cel in rij for regel in cel)

    @cached_property
    def nummers(self) -> dict[Bronplek, int]:
        """Every place in a source with its number, from 1, in the order in which the document names them."""
        plekken = dict.fromkeys(plek for regel in self.regels() for plek in regel.bronnen if not plek.redactie)
        return {plek: nummer for nummer, plek in enumerate(plekken, 1)}

    def merk(self, regel: Regel) -> str:
        """The mark of a line's sources: ` [1, 4]`. The editors' own is said once, at the front."""
        nummers = [str(self.nummers[plek]) for plek in regel.bronnen if not plek.redactie]
        ook = ["redactie"] if nummers and any(plek.redactie for plek in regel.bronnen) else []
        return f" [{', '.join([*nummers, *ook])}]" if nummers else ""
