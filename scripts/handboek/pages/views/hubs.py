"""Views of the overviews: the start page, a catalogue per kind, the map of shifts, the tensions, the fields."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handboek.kinds import KINDS
from handboek.knowledge import KnowledgeBase
from handboek.models.begrip import Begrip
from handboek.models.bron import Bron
from handboek.models.competentie import Competentie
from handboek.models.dilemma import Dilemma
from handboek.models.interventie import Interventie
from handboek.models.leerpad import Leerpad
from handboek.models.methode import Methode
from handboek.models.praktijkvoorbeeld import Praktijkvoorbeeld
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving
from handboek.pages.fields import field_rows, parts_of
from handboek.pages.views.common import Link, link
from handboek.pages.views.maps import kaart_view
from handboek.pages.views.profiles import roles_of


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
    return CatalogueView(kind, rows, sum(len(group.rijen) for group in rows), kb.all(Rol))


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
    kinds = [(model.kind, model.meervoud, model.__doc__ or "", field_rows(model)) for model in KINDS.values()]
    delen = [(part.__name__, part.__doc__ or "", field_rows(part)) for part in parts_of()]
    return VeldenView(kinds, delen)
