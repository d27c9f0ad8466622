"""Views of the timeline and of the ladder: when approaches ran, and which steps they cover."""

from collections.abc import Iterable
from dataclasses import dataclass

from handboek.knowledge import KnowledgeBase
from handboek.models.begrip import Begrip
from handboek.models.interventie import Interventie
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.pages.views.common import Link, links

MAAND = 5
"""Width of a month in the drawing."""


@dataclass(frozen=True)
class Balk:
    """An approach on the timeline, in units of the drawing; None where the source is silent."""

    id: str
    interventie: Interventie
    begin: int | None
    eind: int | None
    peil: int | None
    lijn: tuple[int, int] | None
    stippels: list[tuple[int, int]]


@dataclass(frozen=True)
class TijdlijnView:
    """All approaches on one scale of years, the first to begin first; unknown beginnings at the end."""

    jaren: list[int]
    breedte: int
    balken: list[Balk]
    zonder_begin: int
    zonder_eind: int


def tijdlijn_view(kb: KnowledgeBase) -> TijdlijnView:
    """The view of the timeline."""
    aanpakken = kb.all(Interventie)
    dates = [
        d for item in aanpakken.values() for d in (item.periode.van, item.periode.tot, item.peildatum) if _known(d)
    ]
    found = [int(str(d)[:4]) for d in dates] or [0]
    jaren = list(range(min(found), max(found) + 1))
    breedte = len(jaren) * 12 * MAAND
    balken = [_balk(id_, item, jaren[0], breedte) for id_, item in aanpakken.items()]
    balken.sort(key=lambda balk: (balk.begin is None, balk.begin or 0, balk.interventie.naam))
    return TijdlijnView(
        jaren=jaren,
        breedte=breedte,
        balken=balken,
        zonder_begin=sum(balk.begin is None for balk in balken),
        zonder_eind=sum(balk.eind is None for balk in balken),
    )


def _known(date: str | None) -> bool:
    return date is not None and date not in AFWEZIG_WOORDEN


def _place(date: str | None, first: int, *, end: bool) -> int | None:
    """Where a date stands: a year or month as a whole counts from its first day, as an end to its last."""
    if date is None or date in AFWEZIG_WOORDEN:
        return None
    year, *rest = (int(part) for part in date.split("-"))
    month = rest[0] - 1 if rest else (11 if end else 0)
    return ((year - first) * 12 + month + end) * MAAND


def _balk(id_: str, item: Interventie, first: int, width: int) -> Balk:
    """Solid from what is known to what is known, at most as far as the source reaches; dotted where it is silent."""
    begin = _place(item.periode.van, first, end=False)
    eind = _place(item.periode.tot, first, end=True)
    peil = _place(item.peildatum, first, end=True)
    left = begin if begin is not None else peil
    right = eind if eind is not None else peil
    lijn = (left, right) if left is not None and right is not None and left < right else None
    stippels = []
    if begin is None:
        stippels.append((0, left if left is not None else eind or width))
    if eind is None:
        stippels.append((max(p for p in (begin, peil, 0) if p is not None), width))
    return Balk(id_, item, begin, eind, peil, lijn, [s for s in stippels if s[0] < s[1]])


@dataclass(frozen=True)
class Ladder:
    """A ladder, its steps from high to low, and for every approach that names it where on a step its range is."""

    id: str
    begrip: Begrip
    treden: dict[str, Begrip]
    bereik: dict[str, dict[str, str]]


@dataclass(frozen=True)
class LadderView:
    """Every ladder with the approaches on it, and the approaches of which no source names a range."""

    ladders: list[Ladder]
    aanpakken: dict[str, Interventie]
    zonder: list[Link]


def ladder_view(kb: KnowledgeBase) -> LadderView:
    """The view of the ladder."""
    aanpakken = kb.all(Interventie)
    steps = kb.begrippen("trede")
    ladders = []
    for ladder_id, begrip in kb.begrippen("ladder").items():
        own = {id_: trede for id_, trede in reversed(steps.items()) if trede.ladder == ladder_id}
        bereik = {
            id_: _range(own, item.ladder.van, item.ladder.tot)
            for id_, item in aanpakken.items()
            if item.ladder and item.ladder.van in own
        }
        ladders.append(Ladder(ladder_id, begrip, own, bereik))
    silent = (id_ for id_, item in aanpakken.items() if item.ladder is None)
    return LadderView(ladders, aanpakken, links(kb, "interventie", silent))


def _range(treden: Iterable[str], van: str, tot: str) -> dict[str, str]:
    """For the steps of the range, from high to low, which part of it they are."""
    found: dict[str, str] = {}
    for trede in treden:
        if trede == tot:
            found[trede] = "enig" if trede == van else "tot"
        elif trede == van:
            found[trede] = "van"
        elif found and van not in found and "enig" not in found.values():
            found[trede] = "tussen"
    return found
