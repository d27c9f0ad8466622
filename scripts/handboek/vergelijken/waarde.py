"""A comparison as a value: columns in the order chosen, rows in groups, one cell per column. It holds no score."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from handboek.knowledge import Key
from handboek.models.basis import REDACTIE
from handboek.models.waarden import AFWEZIG_WOORDEN


@dataclass(frozen=True)
class Bronplek:
    """Where a statement comes from: the short label beside it, and what a list of sources says in full."""

    bron: str
    sectie: str | None
    label: str
    naam: str
    titel: str
    gegevens: str

    @property
    def redactie(self) -> bool:
        """Whether the editors say it themselves."""
        return self.bron == REDACTIE


@dataclass(frozen=True)
class Regel:
    """One statement of a cell. `naar` is the item that it names, `tegenspraak` says that it holds a clash.

    `kop` are the first words of `tekst`, where those say what the line is about: a name, a figure, a step. `oordeel`
    says that the line is the verdict of the keuzehulp on our situation.
    """

    tekst: str
    bronnen: tuple[Bronplek, ...] = ()
    naar: Key | None = None
    tegenspraak: bool = False
    kop: str = ""
    oordeel: bool = False

    @property
    def afwezig(self) -> bool:
        """Whether it is one of the four words for absence."""
        return self.tekst in AFWEZIG_WOORDEN


Cel = tuple[Regel, ...]
"""What one column says in one row; never empty."""


@dataclass(frozen=True)
class Rij:
    """One thing that is compared."""

    naam: str
    cellen: tuple[Cel, ...]


@dataclass(frozen=True)
class Groep:
    """Rows that belong together."""

    naam: str
    rijen: tuple[Rij, ...]


@dataclass(frozen=True)
class Kolom:
    """What is compared: an item, and where it was."""

    key: Key
    naam: str
    plaats: str


@dataclass(frozen=True)
class Deel:
    """A shift or competency that a column names and another may name too: what its line says of this column alone.

    A shift runs along a `lijn`, an axis, in a `richting`; who goes the other way on it is said.
    """

    id: str
    regel: Regel
    lijn: str = ""
    richting: str = ""


@dataclass(frozen=True)
class Inhoud:
    """What one column says, whatever stands beside it.

    `cellen` follow the rows of the table, None for a row that depends on the other columns; `delen` has, by its name,
    what such rows are made of.
    """

    kolom: Kolom
    cellen: tuple[Cel | None, ...]
    delen: Mapping[str, tuple[Deel, ...]]


@dataclass(frozen=True)
class Vergelijking:
    """The whole table."""

    kolommen: tuple[Kolom, ...]
    groepen: tuple[Groep, ...]
    situatie: str = ""
    """Our situation as an address holds it."""

    def regels(self) -> Iterator[Regel]:
        """Every statement, row by row."""
        return (regel for groep in self.groepen for rij in groep.rijen for cel in rij.cellen for regel in cel)

    @cached_property
    def nummers(self) -> dict[Bronplek, int]:
        """Every place in a source with its number, from 1, in the order in which the table names them."""
        plekken = dict.fromkeys(plek for regel in self.regels() for plek in regel.bronnen if not plek.redactie)
        return {plek: nummer for nummer, plek in enumerate(plekken, 1)}
