"""The view of a catalogue: all items of a kind in groups, with the facets and orders to choose by."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from handboek.kinds import KINDS
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import Item
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
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.pages.views.facets import FACETS, Choice, FacetRow, roles
from handboek.queries import SOORTEN


@dataclass(frozen=True)
class Row:
    """An item in a catalogue: its choices per facet, its rank in each order, other words to find it by, counts."""

    kind: str
    id: str
    naam: str
    item: Item
    keuzes: dict[str, list[str]]
    rangen: list[int]
    zoekwoorden: str
    tal: dict[str, int]


@dataclass(frozen=True)
class Group:
    """A group of a catalogue: its title and its items."""

    titel: str
    anker: str
    rijen: list[Row]


class Value(NamedTuple):
    """A value of a facet with the number of items that have it."""

    slug: str
    naam: str
    aantal: int


@dataclass(frozen=True)
class Facet:
    """A facet with at least two values."""

    id: str
    naam: str
    waarden: list[Value]


@dataclass(frozen=True)
class CatalogueView:
    """The overview of one kind: all items in groups, the facets, and the orders besides that of the groups."""

    kind: str
    groepen: list[Group]
    aantal: int
    facetten: list[Facet]
    indeling: str
    volgordes: list[tuple[str, str]]
    namen: dict[str, dict[str, str]]


def _letter(_: KnowledgeBase, item: Item) -> str:
    first = unicodedata.normalize("NFD", item.naam)[0].upper()
    return first if first.isalpha() else "0–9"


def _by_soort(_: KnowledgeBase, item: Any) -> str:
    return str(item.soort).capitalize()


class Grouping(NamedTuple):
    """How the items of a kind are grouped: the name of that order, and the title of an item's group."""

    naam: str
    title: Callable[[KnowledgeBase, Any], str]


GROUPING: dict[str, Grouping] = {
    Interventie.kind: Grouping(
        "per gebied", lambda _, item: {"stad": "In de stad", "dorpen": "In dorpen"}[item.plaats.gebiedstype]
    ),
    Methode.kind: Grouping("per soort", _by_soort),
    Praktijkvoorbeeld.kind: Grouping("per soort", _by_soort),
    Rol.kind: Grouping("naam", lambda _, __: "Alle rollen"),
    Verschuiving.kind: Grouping("per as", lambda kb, item: kb.all(Begrip)[item.as_].naam),
    Competentie.kind: Grouping("per soort", _by_soort),
    Dilemma.kind: Grouping("per rol", lambda kb, item: kb.all(Rol)[item.rollen[0]].naam),
    Leerpad.kind: Grouping("naam", lambda _, __: "Alle leerpaden"),
    Begrip.kind: Grouping("naam", _letter),
    Bron.kind: Grouping(
        "gelezen, genoemd",
        lambda _, item: {"ja": "Gelezen voor dit handboek", "nee": "Genoemd in het rapport"}[item.geraadpleegd],
    ),
}


def _counts(kb: KnowledgeBase, id_: str, item: Any) -> dict[str, int]:
    """What a row counts: roles that share it, approaches that use it, hours that it takes, rival definitions."""
    match item:
        case Verschuiving() | Competentie():
            return {"rollen": len(roles(item))}
        case Methode():
            return {"aanpakken": len(kb.referring(Key(Methode.kind, id_), Interventie.kind))}
        case Rol():
            return {kind: len(kb.referring(Key(Rol.kind, id_), kind)) for kind in ROLE_COUNTS}
        case Begrip():
            return {"definities": len(item.definities)}
        case Leerpad():
            return {"minuten": sum(sessie.duur for sessie in item.sessies), "sessies": len(item.sessies)}
    return {}


ROLE_COUNTS = (Verschuiving.kind, Competentie.kind, Dilemma.kind)


def _known_first(date: str) -> tuple[bool, str]:
    return date in AFWEZIG_WOORDEN, date


class Order(NamedTuple):
    """An order to sort by: its short name in addresses, its name, and the key; items that tie stand by name."""

    id: str
    naam: str
    key: Callable[[Row], Any]


BY_NAME = Order("naam", "naam", lambda _: 0)
MOST_ROLES = Order("rollen", "meeste rollen eerst", lambda row: -row.tal["rollen"])
ORDERS: dict[str, tuple[Order, ...]] = {
    Interventie.kind: (BY_NAME, Order("begin", "oudste eerst", lambda row: _known_first(row.item.periode.van))),  # type: ignore[attr-defined]
    Methode.kind: (BY_NAME, Order("aanpakken", "meeste aanpakken eerst", lambda row: -row.tal["aanpakken"])),
    Praktijkvoorbeeld.kind: (BY_NAME,),
    Rol.kind: (
        Order("plaats", "per plaats", lambda row: row.item.plaats.gemeente),  # type: ignore[attr-defined]
        Order("verschuivingen", "meeste verschuivingen eerst", lambda row: -row.tal[Verschuiving.kind]),
        Order("competenties", "meeste competenties eerst", lambda row: -row.tal[Competentie.kind]),
    ),
    Verschuiving.kind: (BY_NAME, MOST_ROLES),
    Competentie.kind: (BY_NAME, MOST_ROLES),
    Dilemma.kind: (BY_NAME,),
    Leerpad.kind: (Order("duur", "kortste eerst", lambda row: row.tal["minuten"]),),
    Begrip.kind: (
        Order("soort", "per soort", lambda row: row.item.soort),  # type: ignore[attr-defined]
        Order("definities", "meeste omschrijvingen eerst", lambda row: -row.tal["definities"]),
    ),
    Bron.kind: (BY_NAME, Order("datum", "oudste eerst", lambda row: _known_first(row.item.datum))),  # type: ignore[attr-defined]
}


def _words(item: Any) -> str:
    """The words by which people look for an item and that its row does not show."""
    found = [*item.synoniemen, *item.situaties]
    for formulering in getattr(item, "formuleringen", ()):
        found += [getattr(formulering, field, "") for field in ("van", "naar", "tekst")]
    return " ".join(dict.fromkeys(woord for woord in found if woord))


def facets_of(table: Iterable[FacetRow], choices: dict[str, list[Choice]]) -> list[Facet]:
    """The facets with their values and counts; one that holds every item to the same value tells nothing."""
    found = []
    for row in table:
        counts = Counter(choices[row.id])
        if len(counts) > 1:
            ordered = sorted(counts, key=lambda choice: choice.plaats)
            found.append(Facet(row.id, row.naam, [Value(c.slug, c.naam, counts[c]) for c in ordered]))
    return found


def catalogue_view(kb: KnowledgeBase, kind: str) -> CatalogueView:
    """The view of one kind's overview."""
    all_choices: dict[str, list[Choice]] = {row.id: [] for row in FACETS[kind]}
    rows = []
    for id_, item in kb.all(KINDS[kind]).items():
        own = {row.id: row.get(kb, id_, item) for row in FACETS[kind]}
        for facet, choices in own.items():
            all_choices[facet] += choices
        slugs = {facet: [choice.slug for choice in choices] for facet, choices in own.items()}
        rows.append(Row(kind, id_, item.naam, item, slugs, [], _words(item), _counts(kb, id_, item)))
    for order in ORDERS[kind]:
        for rang, row in enumerate(sorted(rows, key=order.key)):
            row.rangen.append(rang)
    facets = facets_of(FACETS[kind], all_choices)
    orders = [(order.id, order.naam) for order in ORDERS[kind]]
    return CatalogueView(kind, _groups(kb, kind, rows), len(rows), facets, GROUPING[kind].naam, orders, _names(kb))


def _groups(kb: KnowledgeBase, kind: str, rows: Iterable[Row]) -> list[Group]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(GROUPING[kind].title(kb, row.item), []).append(row)
    titles = sorted(found, key=lambda title: (SOORTEN.index(s) if (s := title.lower()) in SOORTEN else 0, title))
    return [Group(title, f"groep-{number}", found[title]) for number, title in enumerate(titles, 1)]


def _names(kb: KnowledgeBase) -> dict[str, dict[str, str]]:
    """The names of the roles and approaches that rows mention, by kind and id."""
    return {model.kind: {id_: item.naam for id_, item in kb.all(model).items()} for model in (Rol, Interventie)}
