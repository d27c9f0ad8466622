"""Views of the overviews: the start page, a catalogue per kind, the map of shifts, the tensions, the fields."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handboek.kinds import KINDS
from handboek.knowledge import KnowledgeBase
from handboek.models.begrip import Begrip
from handboek.models.bron import Bron
from handboek.models.competentie import Competentie
from handboek.models.delen import Spanning
from handboek.models.dilemma import Dilemma
from handboek.models.interventie import Interventie
from handboek.models.leerpad import Leerpad
from handboek.models.methode import Methode
from handboek.models.praktijkvoorbeeld import Praktijkvoorbeeld
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving, VerschuivingFormulering
from handboek.pages.views.common import Link, link
from handboek.pages.views.profiles import opposites, roles_of


@dataclass(frozen=True)
class Group:
    """A group of a catalogue: its title and its items."""

    titel: str
    anker: str
    rijen: list[Link]


@dataclass(frozen=True)
class CatalogueView:
    """The overview of one kind: all items, in groups."""

    kind: str
    groepen: list[Group]
    aantal: int
    rollen: dict[str, Rol]
    kb: KnowledgeBase


def _by_place(_: KnowledgeBase, item: Interventie) -> str:
    return {"stad": "In de stad", "dorpen": "In dorpen"}[item.plaats.gebiedstype]


def _by_axis(kb: KnowledgeBase, item: Verschuiving) -> str:
    return kb.all(Begrip)[item.as_].naam


def _by_role(kb: KnowledgeBase, item: Dilemma) -> str:
    return kb.all(Rol)[item.rollen[0]].naam


def _by_read(_: KnowledgeBase, item: Bron) -> str:
    return {"ja": "Gelezen voor dit handboek", "nee": "Genoemd in het rapport"}[item.geraadpleegd]


def _by_soort(_: KnowledgeBase, item: Any) -> str:
    return str(item.soort).capitalize()


GROUPING: dict[str, Callable[[KnowledgeBase, Any], str]] = {
    Interventie.kind: _by_place,
    Methode.kind: _by_soort,
    Praktijkvoorbeeld.kind: _by_soort,
    Rol.kind: lambda _, __: "Alle rollen",
    Verschuiving.kind: _by_axis,
    Competentie.kind: _by_soort,
    Dilemma.kind: _by_role,
    Leerpad.kind: lambda _, __: "Alle leerpaden",
    Begrip.kind: _by_soort,
    Bron.kind: _by_read,
}


def catalogue_view(kb: KnowledgeBase, kind: str) -> CatalogueView:
    """The view of one kind's overview."""
    groups: dict[str, list[Link]] = {}
    for id_, item in kb.all(KINDS[kind]).items():
        groups.setdefault(GROUPING[kind](kb, item), []).append(link(kb, kind, id_))
    ordered = sorted(groups.items())
    rows = [Group(titel, f"groep-{number}", found) for number, (titel, found) in enumerate(ordered, 1)]
    return CatalogueView(kind, rows, sum(len(group.rijen) for group in rows), kb.all(Rol), kb)


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
class Tegenrichting:
    """An axis on which shifts go both ways, with the roles on each side."""

    id: str
    begrip: Begrip
    heen: dict[str, tuple[Verschuiving, list[str]]]
    terug: dict[str, tuple[Verschuiving, list[str]]]
    omgaan: list[Spanning]


@dataclass(frozen=True)
class Wrijving:
    """A strain that an item names, with both its sides."""

    van: Link
    met: Link
    spanning: Spanning


@dataclass(frozen=True)
class SpanningenView:
    """All tensions: opposite directions that the build finds, and strains that items name."""

    tegenrichtingen: list[Tegenrichting]
    wrijvingen: list[Wrijving]
    rollen: dict[str, Rol]


def spanningen_view(kb: KnowledgeBase) -> SpanningenView:
    """The view of the tensions."""
    shifts = kb.all(Verschuiving)
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
        Tegenrichting(as_id, kb.all(Begrip)[as_id], side["heen"], side["terug"], _advice(side))
        for as_id, side in sides.items()
        if side["heen"] and side["terug"]
    ]
    return SpanningenView(both, _strains(kb), kb.all(Rol))


def _advice(side: dict[str, dict[str, tuple[Verschuiving, list[str]]]]) -> list[Spanning]:
    """What the shifts on one side say about the shifts on the other."""
    found = []
    for way, other in (("heen", "terug"), ("terug", "heen")):
        against = {f"verschuivingen/{id_}" for id_ in side[other]}
        found += [s for shift, _ in side[way].values() for s in shift.spanning_met if s.met in against]
    return found


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


@dataclass(frozen=True)
class StartView:
    """The start page: situations, shifts in motion, and what all of it rests on."""

    situaties: list[tuple[str, list[Link]]]
    beweging: list[tuple[str, Verschuiving, int, int]]
    rollen: int
    assen: int
    gelezen: int
    genoemd: int
    aanpakken: dict[str, Interventie]
    formuleringen: int
    competentiewoorden: int


def start_view(kb: KnowledgeBase) -> StartView:
    """The view of the start page. Situations are those that most items share, the first eight."""
    kaart = kaart_view(kb)
    by_axis = {row.id: row for row in kaart.assen}
    shifts = kb.all(Verschuiving)
    widest = sorted(shifts.items(), key=lambda pair: (-len(roles_of(pair[1])), pair[1].naam))
    opposed = [pair for pair in widest if by_axis[pair[1].as_].terug and pair[1].richting == "heen"]
    chosen = dict([*widest[:2], *opposed[:1]])
    return StartView(
        situaties=situations(kb)[:8],
        beweging=[(id_, v, len(roles_of(v)), by_axis[v.as_].terug) for id_, v in chosen.items()],
        rollen=len(kb.all(Rol)),
        assen=len(kaart.assen),
        gelezen=sum(bron.geraadpleegd == "ja" for bron in kb.bronnen.values()),
        genoemd=sum(bron.geraadpleegd == "nee" for bron in kb.bronnen.values()),
        aanpakken=kb.all(Interventie),
        formuleringen=kaart.formuleringen,
        competentiewoorden=sum(len(c.formuleringen) for c in kb.all(Competentie).values()),
    )


def situations(kb: KnowledgeBase) -> list[tuple[str, list[Link]]]:
    """Every situation with the items that answer it, the widest answered first."""
    found: dict[str, list[Link]] = {}
    for key, item in kb.items():
        for situatie in item.situaties:
            found.setdefault(situatie, []).append(link(kb, *key))
    return sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0].casefold()))


@dataclass(frozen=True)
class VeldenView:
    """The field tables: for each kind and each part its fields, as the models have them."""

    soorten: list[tuple[str, str, str, list[dict[str, str]]]]
    delen: list[tuple[str, str, list[dict[str, str]]]]


def velden_view(_: KnowledgeBase) -> VeldenView:
    """The view of the field tables."""
    from handboek.pages.fields import field_rows, parts_of

    kinds = [(model.kind, model.meervoud, model.__doc__ or "", field_rows(model)) for model in KINDS.values()]
    delen = [(part.__name__, part.__doc__ or "", field_rows(part)) for part in parts_of()]
    return VeldenView(kinds, delen)
