"""What a curriculum covers, and what it leaves open: one rule, over plain data.

The rule, so that another program can follow it to the letter:

1. There are three kinds of row: `uitkomsten`, `competenties`, `verschuivingen`.
   - Outcomes: all of the plan, in its order.
   - Competencies: those of the role in the order given, then those that outcomes prove in the order of the
     outcomes, then every other one that an activity touches, sorted by id. These first two are `gevraagd`.
   - Shifts: those of the role in the order given (`gevraagd`), then every other one touched, sorted by id.
2. An activity hits a row in one of three ways, the first that holds:
   - `uitkomst`: it serves the outcome of the row, or an outcome that proves the row's competency;
   - `item`: it uses the competency or shift of the row itself;
   - `keten`: it uses another item that touches it (`raakt`).
3. A cell is a row in a session: all hits there. Its minutes are those of the hits by `uitkomst` and `item`.
   An activity counts whole in every row that it hits, so minutes of different rows must not be added up.
4. A row is `gedekt` when a hit is by `uitkomst` or `item`; `geraakt` when all hits are by `keten`; else `gat`.
5. Open is every row that is `gevraagd` and not `gedekt`, and every outcome without a hit.
   Twice is every row with hits by `uitkomst` or `item` in more than one session.
6. Suggested for an open competency is every method, case and dilemma that touches it, for an open shift every
   case and dilemma; for both the row itself, too. Only what the plan does not use, in the order of `raakt`.

Without a session, exactly the cells of that session are gone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from handboek.kinds import KIND_OF_FOLDER
from handboek.knowledge import Key, KnowledgeBase
from handboek.leerpaden.kennis import Kennis, Onderdeel, Plan, Raakt, kennis_van, plan_van
from handboek.models.leerpad import Leerpad

Soort = Literal["uitkomsten", "competenties", "verschuivingen"]
Hoe = Literal["uitkomst", "item", "keten"]
FILLING = {
    "competenties": ("methoden", "praktijkvoorbeelden", "competenties", "dilemmas"),
    "verschuivingen": ("praktijkvoorbeelden", "verschuivingen", "dilemmas"),
}
REDENEN = {
    "methoden": "methode waarmee je dit oefent",
    "praktijkvoorbeelden": "praktijkvoorbeeld waarin je dit ziet",
    "dilemmas": "dilemma waarin dit meespeelt",
    "competenties": "het gedrag van de competentie zelf",
    "verschuivingen": "de verschuiving zelf, met beide kanten",
}
"""Why an item fills a hole, by its folder."""
_NOTHING = Raakt((), ())


class Treffer(NamedTuple):
    """An activity of a session that hits a row; counted from 1."""

    activiteit: int
    minuten: int
    hoe: Hoe


class Cel(NamedTuple):
    """The hits of a row in one session; counted from 1."""

    sessie: int
    treffers: tuple[Treffer, ...]

    @property
    def dekt(self) -> bool:
        """Whether a hit is more than touching."""
        return any(treffer.hoe != "keten" for treffer in self.treffers)

    @property
    def minuten(self) -> int:
        """Minutes of the activities that cover the row."""
        return sum(treffer.minuten for treffer in self.treffers if treffer.hoe != "keten")


@dataclass(frozen=True)
class Rij:
    """An outcome, a competency or a shift, with where the curriculum hits it."""

    soort: Soort
    id: str
    gevraagd: bool
    cellen: tuple[Cel, ...]

    @property
    def staat(self) -> Literal["gedekt", "geraakt", "gat"]:
        """How far the curriculum covers it."""
        if not self.cellen:
            return "gat"
        return "gedekt" if any(cel.dekt for cel in self.cellen) else "geraakt"

    @property
    def open(self) -> bool:
        """Whether it is asked and not covered."""
        return self.gevraagd and self.staat != "gedekt"

    @property
    def sessies(self) -> tuple[int, ...]:
        """The sessions that cover it."""
        return tuple(cel.sessie for cel in self.cellen if cel.dekt)

    @property
    def minuten(self) -> int:
        """Minutes of all activities that cover it."""
        return sum(cel.minuten for cel in self.cellen)


class Voorstel(NamedTuple):
    """An item that would fill a hole: for which row, and which item."""

    soort: Soort
    voor: str
    item: str


def reden(voorstel: Voorstel) -> str:
    """Why the item would fill the hole."""
    return REDENEN[voorstel.item.partition("/")[0]]


@dataclass(frozen=True)
class Dekking:
    """All rows, and what could fill the open ones."""

    rol: str | None
    uitkomsten: tuple[Rij, ...]
    competenties: tuple[Rij, ...]
    verschuivingen: tuple[Rij, ...]
    voorstellen: tuple[Voorstel, ...]

    @property
    def rijen(self) -> tuple[Rij, ...]:
        """The rows of all three kinds."""
        return (*self.uitkomsten, *self.competenties, *self.verschuivingen)

    @property
    def open(self) -> tuple[Rij, ...]:
        """What is asked and not covered."""
        return tuple(rij for rij in self.rijen if rij.open)

    @property
    def dubbel(self) -> tuple[Rij, ...]:
        """What more than one session covers."""
        return tuple(rij for rij in self.rijen if len(rij.sessies) > 1)

    def als_json(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "rol": self.rol,
            "uitkomsten": [_row_json(rij) for rij in self.uitkomsten],
            "competenties": [_row_json(rij) for rij in self.competenties],
            "verschuivingen": [_row_json(rij) for rij in self.verschuivingen],
            "open": [f"{rij.soort}/{rij.id}" for rij in self.open],
            "dubbel": [f"{rij.soort}/{rij.id}" for rij in self.dubbel],
            "voorstellen": [
                {"voor": f"{v.soort}/{v.voor}", "item": v.item, "reden": reden(v)} for v in self.voorstellen
            ],
        }


def naam_van(kb: KnowledgeBase, rij: Rij) -> str:
    """The name of a row: that of its item; an outcome has only its id."""
    return rij.id if rij.soort == "uitkomsten" else kb.item(Key(KIND_OF_FOLDER[rij.soort], rij.id)).naam


def _row_json(rij: Rij) -> dict[str, Any]:
    cells = [
        {"sessie": cel.sessie, "minuten": cel.minuten, "treffers": [treffer._asdict() for treffer in cel.treffers]}
        for cel in rij.cellen
    ]
    return {"id": rij.id, "gevraagd": rij.gevraagd, "staat": rij.staat, "minuten": rij.minuten, "cellen": cells}


def dekking(kb: KnowledgeBase, leerpad: Leerpad, rol: str | None = None) -> Dekking:
    """The coverage of a curriculum, for its own role or for another."""
    plan = plan_van(leerpad)
    return bereken(kennis_van(kb, plan, rol or leerpad.deelnemers.rol), plan)


def bereken(kennis: Kennis, plan: Plan) -> Dekking:
    """The rule, over plain data."""
    proven = tuple(dict.fromkeys(uitkomst.competentie for uitkomst in plan.uitkomsten))
    uitkomsten = tuple(_row("uitkomsten", uitkomst.id, True, kennis, plan) for uitkomst in plan.uitkomsten)
    competenties = _rows("competenties", (*kennis.competenties, *proven), kennis, plan)
    verschuivingen = _rows("verschuivingen", kennis.verschuivingen, kennis, plan)
    voorstellen = tuple(_suggested((*competenties, *verschuivingen), kennis, plan))
    return Dekking(kennis.rol, uitkomsten, competenties, verschuivingen, voorstellen)


def _rows(soort: Soort, asked: tuple[str, ...], kennis: Kennis, plan: Plan) -> tuple[Rij, ...]:
    used = (item for sessie in plan.sessies for onderdeel in sessie for item in onderdeel.items)
    touched = {id_ for item in used for id_ in getattr(kennis.raakt.get(item, _NOTHING), soort)}
    ids = dict.fromkeys((*asked, *sorted(touched)))
    return tuple(_row(soort, id_, id_ in asked, kennis, plan) for id_ in ids)


def _row(soort: Soort, id_: str, asked: bool, kennis: Kennis, plan: Plan) -> Rij:
    proves = {u.id for u in plan.uitkomsten if (u.id if soort == "uitkomsten" else u.competentie) == id_}
    outcomes = proves if soort != "verschuivingen" else set()
    cellen = []
    for number, sessie in enumerate(plan.sessies, 1):
        ways = ((a, deel.minuten, _way(soort, id_, deel, outcomes, kennis)) for a, deel in enumerate(sessie, 1))
        if treffers := tuple(Treffer(a, minuten, hoe) for a, minuten, hoe in ways if hoe):
            cellen.append(Cel(number, treffers))
    return Rij(soort, id_, asked, tuple(cellen))


def _way(soort: Soort, id_: str, deel: Onderdeel, outcomes: set[str], kennis: Kennis) -> Hoe | None:
    if outcomes.intersection(deel.dient):
        return "uitkomst"
    if soort == "uitkomsten":
        return None
    if f"{soort}/{id_}" in deel.items:
        return "item"
    touched = any(id_ in getattr(kennis.raakt.get(item, _NOTHING), soort) for item in deel.items)
    return "keten" if touched else None


def _suggested(rijen: tuple[Rij, ...], kennis: Kennis, plan: Plan) -> Iterator[Voorstel]:
    used = {item for sessie in plan.sessies for onderdeel in sessie for item in onderdeel.items}
    for rij in rijen:
        for item, row in kennis.raakt.items() if rij.open else ():
            folder, _, id_ = item.partition("/")
            fits = folder in FILLING[rij.soort] and (folder != rij.soort or id_ == rij.id)
            if fits and item not in used and rij.id in getattr(row, rij.soort):
                yield Voorstel(rij.soort, rij.id, item)
