"""Views of begrip and bron."""

from dataclasses import dataclass

from handboek.kinds import KINDS
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.begrip import Begrip
from handboek.models.bron import Bron, Sectie
from handboek.models.delen import Bewering
from handboek.models.verschuiving import Verschuiving
from handboek.pages.views.common import Link, back, link, links
from handboek.queries import contradicting


@dataclass(frozen=True)
class BegripView:
    """All that a term's page shows besides the term itself."""

    id: str
    begrip: Begrip
    ruimer: Link | None
    treden: dict[str, Begrip]
    heen: dict[str, Verschuiving]
    terug: dict[str, Verschuiving]
    gebruik: dict[str, list[Link]]


def begrip_view(kb: KnowledgeBase, id_: str) -> BegripView:
    """The view of one term."""
    begrip = kb.all(Begrip)[id_]
    ladder = id_ if begrip.soort == "ladder" else begrip.ladder
    shifts = kb.all(Verschuiving) if begrip.soort == "as" else {}
    on_axis = {v: shift for v, shift in shifts.items() if shift.as_ == id_}
    return BegripView(
        id=id_,
        begrip=begrip,
        ruimer=link(kb, "begrip", begrip.ruimer) if begrip.ruimer else None,
        treden={t: trede for t, trede in kb.begrippen("trede").items() if ladder and trede.ladder == ladder},
        heen={v: shift for v, shift in on_axis.items() if shift.richting == "heen"},
        terug={v: shift for v, shift in on_axis.items() if shift.richting == "terug"},
        gebruik={
            kind: rows for kind, rows in back(kb, "begrip", id_).items() if not (on_axis and kind == "verschuiving")
        },
    )


@dataclass(frozen=True)
class SectieRow:
    """A section of a source and the items that rest on it, by kind. `sectie` None: the source as a whole."""

    sectie: Sectie | None
    items: dict[str, list[Link]]


@dataclass(frozen=True)
class BronView:
    """All that a source's page shows besides the source itself."""

    id: str
    bron: Bron
    rollen: list[Link]
    secties: list[SectieRow]
    weerspraak: dict[str, list[Bewering]]
    initiatieven: int


def bron_view(kb: KnowledgeBase, id_: str) -> BronView:
    """The view of one source."""
    bron = kb.bronnen[id_]
    resting = kb.resting_on.get(id_, {})
    rows = [SectieRow(sectie, _by_kind(kb, resting.get(sectie.nummer, ()))) for sectie in bron.secties]
    if resting.get(None):
        rows.insert(0, SectieRow(None, _by_kind(kb, resting[None])))
    return BronView(
        id=id_,
        bron=bron,
        rollen=links(kb, "rol", bron.rollen),
        secties=rows,
        weerspraak=contradicting(bron.beweringen),
        initiatieven=sum(vindplaats.aantal for vindplaats in bron.vindplaatsen),
    )


def _by_kind(kb: KnowledgeBase, keys: tuple[Key, ...]) -> dict[str, list[Link]]:
    found = {kind: [link(kb, *key) for key in keys if key.kind == kind] for kind in KINDS}
    return {kind: sorted(rows, key=lambda row: row.naam.casefold()) for kind, rows in found.items() if rows}
