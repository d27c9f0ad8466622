"""View of all approaches side by side, on as many pages as it takes to keep each of them readable."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import Verwijzing
from handboek.models.interventie import Interventie
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.vergelijken.volledig import volledig
from handboek.vergelijken.waarde import Cel, Kolom, Regel

ALLE_PATH = "vergelijken/alle.html"
MEEST = 16
"""Approaches on one page; with more the page gets heavy and the way to the last column long."""
_NABIJ = 3
"""How many pages before and after a page it leads to, besides the first and the last."""
_KORT = 240
"""Characters that a cell shows before it folds the rest away."""

Herkomst = tuple[Verwijzing, ...]


@dataclass(frozen=True)
class Zin:
    """A line of a cell: its first words where those name something, what comes after, and its sources."""

    kop: str
    rest: str
    afwezig: bool
    tegenspraak: bool
    naar: Key | None
    bron: Herkomst

    @property
    def lengte(self) -> int:
        """How many characters it takes."""
        return len(self.kop) + len(self.rest)


@dataclass(frozen=True)
class Vak:
    """A cell as it is drawn: the lines shown, those folded away, and the sources when all its lines share them."""

    zinnen: tuple[Zin, ...]
    meer: tuple[Zin, ...]
    gedeeld: Herkomst


@dataclass(frozen=True)
class Rij:
    """One thing that is compared, a cell per approach."""

    naam: str
    vakken: tuple[Vak, ...]


@dataclass(frozen=True)
class Deel:
    """One of the pages: its number, and the approaches from which to which it holds."""

    nummer: int
    van: str = ""
    tot: str = ""

    @property
    def pad(self) -> str:
        """Its address."""
        return ALLE_PATH if self.nummer == 1 else ALLE_PATH.replace(".html", f"-{self.nummer}.html")


@dataclass(frozen=True)
class AlleView:
    """The columns in groups by sort of area, and the rows in groups; of the pages the ones near and the two ends."""

    gebieden: tuple[tuple[str, int], ...]
    kolommen: tuple[Kolom, ...]
    groepen: dict[str, tuple[Rij, ...]]
    deel: Deel
    delen: tuple[Deel, ...]
    aantal: int


def alle_view(kb: KnowledgeBase) -> AlleView:
    """The view of the first page."""
    return next(alle_views(kb))


def alle_views(kb: KnowledgeBase, vanaf: int = 1) -> Iterator[AlleView]:
    """The views of the pages from this number on, each made when it is asked for."""
    aanpakken = kb.all(Interventie)
    per_deel = _verdeeld(aanpakken)
    delen = [
        Deel(nummer, *(aanpakken[id_].naam for id_ in ids[:1] + ids[-1:])) for nummer, ids in enumerate(per_deel, 1)
    ]
    for nummer, ids in enumerate(per_deel[vanaf - 1 :], vanaf):
        gebieden = groupby(ids, lambda id_: _gebied(aanpakken[id_]))
        tabel = volledig(kb, ids)
        yield AlleView(
            gebieden=tuple((gebied, len(list(zelfde))) for gebied, zelfde in gebieden),
            kolommen=tabel.kolommen,
            groepen={
                groep.naam: tuple(Rij(rij.naam, tuple(map(_vak, rij.cellen))) for rij in groep.rijen)
                for groep in tabel.groepen
            },
            deel=delen[nummer - 1],
            delen=tuple(
                deel for deel in delen if deel.nummer in (1, len(delen)) or abs(deel.nummer - nummer) <= _NABIJ
            ),
            aantal=len(aanpakken),
        )


def _verdeeld(aanpakken: Mapping[str, Interventie]) -> list[list[str]]:
    """The ids per page: by sort of area and then by name, about as many on each page."""
    ids = sorted(aanpakken, key=lambda id_: (_gebied(aanpakken[id_]) in AFWEZIG_WOORDEN, _gebied(aanpakken[id_])))
    per_deel = ceil(len(ids) / max(1, ceil(len(ids) / MEEST)))
    return [ids[begin : begin + per_deel] for begin in range(0, len(ids), per_deel or 1)] or [[]]


def _gebied(item: Interventie) -> str:
    return item.plaats.gebiedstype


def _vak(cel: Cel) -> Vak:
    zinnen = tuple(map(_zin, cel))
    getoond = _getoond(zinnen)
    samen = {zin.bron for zin in zinnen}
    gedeeld = samen.pop() if len(zinnen) > 1 and len(samen) == 1 else ()
    return Vak(zinnen[:getoond], zinnen[getoond:], gedeeld)


def _getoond(zinnen: Sequence[Zin]) -> int:
    """How many lines to show: those that are short together, and never all but one."""
    lengte = 0
    for nummer, zin in enumerate(zinnen):
        lengte += zin.lengte
        if nummer and lengte > _KORT and nummer < len(zinnen) - 1:
            return nummer
    return len(zinnen)


def _zin(regel: Regel) -> Zin:
    bron = tuple(Verwijzing(bron=plek.bron, sectie=plek.sectie) for plek in regel.bronnen)
    return Zin(regel.kop, regel.tekst.removeprefix(regel.kop), regel.afwezig, regel.tegenspraak, regel.naar, bron)
