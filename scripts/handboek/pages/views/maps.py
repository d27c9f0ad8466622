"""Views of the map of shifts and of the tensions."""

from dataclasses import dataclass

from handboek.knowledge import KnowledgeBase
from handboek.models.begrip import Begrip
from handboek.models.competentie import Competentie
from handboek.models.delen import Spanning
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving, VerschuivingFormulering
from handboek.pages.views.common import Link, link
from handboek.pages.views.profiles import opposites
from handboek.queries import roles_of


@dataclass(frozen=True)
class Cell:
    """A role on an axis: its wordings one way and the other, with the shift that each belongs to."""

    heen: list[tuple[str, VerschuivingFormulering]]
    terug: list[tuple[str, VerschuivingFormulering]]


@dataclass(frozen=True)
class AxisRow:
    """An axis with a cell for every role."""

    id: str
    begrip: Begrip
    cellen: dict[str, Cell]
    heen: int
    terug: int


@dataclass(frozen=True)
class KaartView:
    """The map: axes × roles."""

    rollen: dict[str, Rol]
    assen: list[AxisRow]
    formuleringen: int


def kaart_view(kb: KnowledgeBase) -> KaartView:
    """The view of the map of shifts: the widest shared axes first."""
    rollen = kb.all(Rol)
    rows = [_axis_row(kb, id_, begrip, rollen) for id_, begrip in kb.begrippen("as").items()]
    rows.sort(key=lambda row: (-(row.heen + row.terug), row.begrip.naam))
    shifts = kb.all(Verschuiving).values()
    total = sum(f.plek == "lijst" for shift in shifts for f in shift.formuleringen)
    return KaartView(rollen, rows, total)


def _axis_row(kb: KnowledgeBase, id_: str, begrip: Begrip, rollen: dict[str, Rol]) -> AxisRow:
    cellen = {rol: Cell([], []) for rol in rollen}
    for shift_id, shift in kb.all(Verschuiving).items():
        if shift.as_ != id_:
            continue
        for formulering in shift.formuleringen:
            if formulering.rol:
                getattr(cellen[formulering.rol], shift.richting).append((shift_id, formulering))
    heen = sum(bool(cell.heen) for cell in cellen.values())
    terug = sum(bool(cell.terug) for cell in cellen.values())
    return AxisRow(id_, begrip, cellen, heen, terug)


@dataclass(frozen=True)
class Wrijving:
    """A strain that an item names, with both its sides."""

    van: Link
    met: Link
    spanning: Spanning

    @property
    def paar(self) -> tuple[str, ...]:
        """The names of both sides, whichever of them names the strain."""
        return tuple(sorted((self.van.naam, self.met.naam)))


@dataclass(frozen=True)
class Tegenrichting:
    """An axis on which shifts go both ways, with the roles on each side."""

    id: str
    begrip: Begrip
    heen: dict[str, tuple[Verschuiving, list[str]]]
    terug: dict[str, tuple[Verschuiving, list[str]]]
    omgaan: list[Wrijving]


@dataclass(frozen=True)
class SpanningenView:
    """All tensions, each once: those between opposite directions on an axis, and all others that items name."""

    tegenrichtingen: list[Tegenrichting]
    wrijvingen: list[Wrijving]
    rollen: dict[str, Rol]


def spanningen_view(kb: KnowledgeBase) -> SpanningenView:
    """The view of the tensions."""
    shifts, strains = kb.all(Verschuiving), _strains(kb)
    sides = {
        as_id: {
            way: {
                v: (shift, roles_of(shift))
                for v, shift in shifts.items()
                if (shift.as_, shift.richting) == (as_id, way)
            }
            for way in ("heen", "terug")
        }
        for as_id in kb.begrippen("as")
    }
    both = [
        Tegenrichting(as_id, kb.all(Begrip)[as_id], side["heen"], side["terug"], _between(side, strains))
        for as_id, side in sides.items()
        if side["heen"] and side["terug"]
    ]
    told = {id(row.spanning) for axis in both for row in axis.omgaan}
    return SpanningenView(both, [row for row in strains if id(row.spanning) not in told], kb.all(Rol))


def _between(side: dict[str, dict[str, tuple[Verschuiving, list[str]]]], strains: list[Wrijving]) -> list[Wrijving]:
    """The strains that shifts on one side name with shifts on the other; both directions of a pair together."""
    way = {id_: name for name, shifts in side.items() for id_ in shifts}
    found = [
        row
        for row in strains
        if row.van.kind == row.met.kind == Verschuiving.kind
        and {way.get(row.van.id), way.get(row.met.id)} == {"heen", "terug"}
    ]
    return sorted(found, key=lambda row: row.paar)


def _strains(kb: KnowledgeBase) -> list[Wrijving]:
    items: list[tuple[str, str, Verschuiving | Competentie]] = [
        *((Verschuiving.kind, id_, shift) for id_, shift in kb.all(Verschuiving).items()),
        *((Competentie.kind, id_, competency) for id_, competency in kb.all(Competentie).items()),
    ]
    return [
        Wrijving(link(kb, kind, id_), opposites(kb, item)[spanning.met], spanning)
        for kind, id_, item in items
        for spanning in item.spanning_met
    ]
