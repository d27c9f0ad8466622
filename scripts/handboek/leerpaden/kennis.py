"""What coverage needs to know of the handbook and of a curriculum, as plain data.

Both are small enough to hand to a browser as JSON: there the same rule (see `dekking.py`) gives the same answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from handboek.kinds import KIND_OF_FOLDER, KINDS
from handboek.knowledge import Entry, Key, KnowledgeBase
from handboek.models.competentie import Competentie
from handboek.models.leerpad import Leerpad
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving
from handboek.walk import address

_NAMED_BY = {
    "competentie": {("competentie", "methoden")},
    "verschuiving": {("verschuiving", "competenties"), ("verschuiving", "as")},
}
"""Besides its own `competenties` and `verschuivingen`, an item touches those that name it in these fields."""
_CANDIDATES = ("methode", "praktijkvoorbeeld", "dilemma")


class Raakt(NamedTuple):
    """The ids of the competencies and shifts that an item is linked to in the chains, itself included; sorted."""

    competenties: tuple[str, ...]
    verschuivingen: tuple[str, ...]


@dataclass(frozen=True)
class Kennis:
    """What items touch, by address, in the order of kinds and names; and what the role asks, by name."""

    raakt: Mapping[str, Raakt]
    rol: str | None = None
    competenties: tuple[str, ...] = ()
    verschuivingen: tuple[str, ...] = ()

    def als_json(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "raakt": {item: row._asdict() for item, row in self.raakt.items()},
            "rol": self.rol,
            "competenties": self.competenties,
            "verschuivingen": self.verschuivingen,
        }


class Uitkomst(NamedTuple):
    """A learning outcome and the competency that it proves."""

    id: str
    competentie: str


class Onderdeel(NamedTuple):
    """An activity: its minutes of explanation and practice, the outcomes that it serves, the items it uses."""

    naam: str
    minuten: int
    dient: tuple[str, ...]
    items: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """A curriculum as far as coverage looks at it: outcomes, and the activities of each session."""

    uitkomsten: tuple[Uitkomst, ...]
    sessies: tuple[tuple[Onderdeel, ...], ...]

    def als_json(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "uitkomsten": [uitkomst._asdict() for uitkomst in self.uitkomsten],
            "sessies": [[onderdeel._asdict() for onderdeel in sessie] for sessie in self.sessies],
        }


def plan_van(leerpad: Leerpad) -> Plan:
    """The plan of a curriculum."""
    return Plan(
        tuple(Uitkomst(uitkomst.id, uitkomst.competentie) for uitkomst in leerpad.leeruitkomsten),
        tuple(
            tuple(Onderdeel(deel.naam, deel.minuten, deel.dient, deel.items) for deel in sessie.activiteiten)
            for sessie in leerpad.sessies
        ),
    )


def kennis_van(kb: KnowledgeBase, plan: Plan, rol: str | None) -> Kennis:
    """What this plan and this role need: the items of the plan, and every item that could fill a hole."""
    competenties, verschuivingen = vraagt(kb, rol)
    used = {item for sessie in plan.sessies for onderdeel in sessie for item in onderdeel.items}
    asked = {*competenties, *(uitkomst.competentie for uitkomst in plan.uitkomsten)}
    filling = (_fills(kb, Key("competentie", id_)) for id_ in asked)
    shifting = (_fills(kb, Key("verschuiving", id_)) for id_ in verschuivingen)
    found = {*used, *(item for items in (*filling, *shifting) for item in items)}
    return Kennis(_touched(kb, found), rol, competenties, verschuivingen)


def heel_handboek(kb: KnowledgeBase) -> Mapping[str, Raakt]:
    """What every item of the handbook touches; withdrawn items and those that touch nothing are left out."""
    touched = _touched(kb, (address(*key) for key, item in kb.items() if not item.ingetrokken))
    return {item: row for item, row in touched.items() if any(row)}


def vraagt(kb: KnowledgeBase, rol: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The competencies and shifts that a role has wordings of, by name; nothing without a role."""
    if rol is None or rol not in kb.all(Rol):
        return (), ()
    kinds = (Competentie.kind, Verschuiving.kind)
    competenties, verschuivingen = (tuple(kb.referring(Key(Rol.kind, rol), kind, "formuleringen")) for kind in kinds)
    return competenties, verschuivingen


def raakt(kb: KnowledgeBase, key: Key) -> Raakt:
    """What one item touches."""
    return Raakt(_links(kb, key, "competentie", "competenties"), _links(kb, key, "verschuiving", "verschuivingen"))


def _links(kb: KnowledgeBase, key: Key, kind: str, field: str) -> tuple[str, ...]:
    named = {ref.id for ref in kb.references.get(key, ()) if ref.kind == kind and ref.path[0] == field}
    naming = {link.key.id for link in kb.backlinks.get(key, ()) if (link.key.kind, link.path[0]) in _NAMED_BY[kind]}
    return tuple(sorted(named | naming | ({key.id} if key.kind == kind else set())))


def _fills(kb: KnowledgeBase, key: Key) -> set[str]:
    """The item itself and every method, case and dilemma that may touch it, but those withdrawn."""
    back = {link.key for link in kb.backlinks.get(key, ())}
    ahead = {Key(str(ref.kind), ref.id) for ref in kb.references.get(key, ())}
    others = {key, *(other for other in (*back, *ahead) if other.kind in _CANDIDATES)}
    return {address(*other) for other in others if (entry := kb.entries.get(other)) and not _withdrawn(entry)}


def _withdrawn(entry: Entry) -> bool:
    return entry.item is not None and entry.item.ingetrokken is not None


def _touched(kb: KnowledgeBase, items: Iterable[str]) -> dict[str, Raakt]:
    order = {kind: place for place, kind in enumerate(KINDS)}
    keys = []
    for item in items:
        folder, _, id_ = item.partition("/")
        key = Key(KIND_OF_FOLDER.get(folder, ""), id_)
        entry = kb.entries.get(key)
        if entry and entry.item:
            keys.append((order[key.kind], entry.item.naam.casefold(), key))
    return {address(*key): raakt(kb, key) for _, _, key in sorted(keys)}
