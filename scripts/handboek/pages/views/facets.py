"""The facets of every catalogue: one visible table of what each kind can be chosen by.

A facet gives an item one or more choices. Where the source is silent the choice is `niet vermeld`, never `nee`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from handboek.kinds import KINDS
from handboek.knowledge import Key, KnowledgeBase
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

LAST = 1_000_000
YEARS = 5
"""How many years a choice of a facet by period spans."""


@dataclass(frozen=True)
class Choice:
    """A value that an item has in a facet: its short form in addresses, its name, and its place among the values."""

    slug: str
    naam: str
    plaats: tuple[int, str]


Get = Callable[[KnowledgeBase, str, Any], list[Choice]]


@dataclass(frozen=True)
class FacetRow:
    """A row of the table: the facet's short name in addresses, its name, and how an item's choices are found."""

    id: str
    naam: str
    get: Get


def slug_of(words: str) -> str:
    """Words as part of an address: `gemeentelijk verslag` → `gemeentelijk-verslag`."""
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")


def word(naam: str, place: int = 0) -> Choice:
    """A choice that is a word; the words for absence stand last, `niet vermeld` at the very end."""
    if naam in AFWEZIG_WOORDEN:
        return Choice(slug_of(naam), naam, (LAST - AFWEZIG_WOORDEN.index(naam), ""))
    return Choice(slug_of(naam), naam[:1].upper() + naam[1:], (place, naam.casefold()))


SILENT = word("niet vermeld")


def _named(
    get: Callable[[KnowledgeBase, str, Any], Iterable[str | None]], kind: str, naam: str, id_: str = ""
) -> FacetRow:
    """A facet whose choices are items of a kind."""

    def choices(kb: KnowledgeBase, key: str, item: Any) -> list[Choice]:
        found = dict.fromkeys(id_ for id_ in get(kb, key, item) if id_)
        return [_item(kb, kind, id_) for id_ in found] or [SILENT]

    return FacetRow(id_ or kind, naam, choices)


def _item(kb: KnowledgeBase, kind: str, id_: str) -> Choice:
    item = kb.all(KINDS[kind])[id_]
    return Choice(id_, item.naam, (getattr(item, "volgorde", None) or 0, item.naam.casefold()))


def _worded(id_: str, naam: str, get: Callable[[Any], str], order: tuple[str, ...] = ()) -> FacetRow:
    """A facet whose choices are words of the item itself, in the order given, else by name."""

    def choices(_: KnowledgeBase, __: str, item: Any) -> list[Choice]:
        found = get(item)
        return [word(found, order.index(found) if found in order else 0)]

    return FacetRow(id_, naam, choices)


def roles(item: Any) -> list[str]:
    """The roles that word this shift or competency, each once."""
    return list(dict.fromkeys(f.rol for f in item.formuleringen if f.rol))


def _role_count(_: KnowledgeBase, __: str, item: Any) -> list[Choice]:
    number = len(roles(item))
    return (
        [Choice(str(number), f"{number} {'rol' if number == 1 else 'rollen'}", (-number, ""))] if number else [SILENT]
    )


def _rungs(kb: KnowledgeBase, _: str, item: Interventie) -> list[str]:
    """Every trede from the lowest to the highest."""
    if item.ladder is None:
        return []
    treden = list(kb.begrippen("trede"))
    return treden[treden.index(item.ladder.van) : treden.index(item.ladder.tot) + 1]


def _begin(item: Interventie) -> str:
    """The years within which the approach began: `2005–2009`."""
    if item.periode.van in AFWEZIG_WOORDEN:
        return item.periode.van
    first = int(item.periode.van[:4]) // YEARS * YEARS
    return f"{first}–{first + YEARS - 1}"


def _used_in(kb: KnowledgeBase, id_: str, _: Methode) -> list[str]:
    return kb.referring(Key(Methode.kind, id_), Interventie.kind)


def _direction(item: Verschuiving) -> str:
    return {"heen": "heen, zoals de as heet", "terug": "terug, tegen de as in"}[item.richting]


def _read(item: Bron) -> str:
    return {"ja": "gelezen", "nee": "alleen genoemd"}[item.geraadpleegd]


def _own(field: str, kb: KnowledgeBase, id_: str, item: Any) -> Iterable[str | None]:  # noqa: ARG001
    value = getattr(item, field)
    return value if isinstance(value, tuple) else [value]


THEMA = _named(partial(_own, "themas"), Begrip.kind, "Thema", "thema")
DOELGROEP = _named(partial(_own, "doelgroepen"), Begrip.kind, "Doelgroep", "doelgroep")
ROLLEN = _named(partial(_own, "rollen"), Rol.kind, "Rol")
WOORDEN_VAN = _named(lambda _, __, item: roles(item), Rol.kind, "Rol")
AANTAL = FacetRow("aantal", "Aantal rollen", _role_count)
GEBIED = _worded("gebied", "Gebied", lambda item: str(item.plaats.gebiedstype))
SOORT = _worded("soort", "Soort", lambda item: str(item.soort))

FACETS: dict[str, tuple[FacetRow, ...]] = {
    Interventie.kind: (
        THEMA,
        _worded("geevalueerd", "Geëvalueerd", lambda item: str(item.evaluatie.status), ("ja", "gepland")),
        DOELGROEP,
        ROLLEN,
        GEBIED,
        _worded("begin", "Begonnen", _begin),
        _named(partial(_own, "leefgebieden"), Begrip.kind, "Leefgebied", "leefgebied"),
        _named(_rungs, Begrip.kind, "Trede van de participatieladder", "trede"),
    ),
    Methode.kind: (SOORT, THEMA, DOELGROEP, _named(_used_in, Interventie.kind, "Gebruikt in aanpak", "aanpak")),
    Praktijkvoorbeeld.kind: (
        _named(partial(_own, "rol"), Rol.kind, "Rol"),
        SOORT,
        THEMA,
        _named(partial(_own, "interventie"), Interventie.kind, "Aanpak", "aanpak"),
    ),
    Rol.kind: (THEMA, GEBIED),
    Verschuiving.kind: (
        WOORDEN_VAN,
        _worded("richting", "Richting", _direction),
        _named(partial(_own, "as_"), Begrip.kind, "As", "as"),
        AANTAL,
        THEMA,
    ),
    Competentie.kind: (
        _worded("soort", "Soort", lambda item: str(item.soort), ("kennis", "vaardigheid", "houding")),
        WOORDEN_VAN,
        AANTAL,
        THEMA,
    ),
    Dilemma.kind: (ROLLEN, THEMA, _named(partial(_own, "competenties"), Competentie.kind, "Competentie")),
    Leerpad.kind: (
        _worded("spoor", "Spoor", lambda item: str(item.spoor)),
        THEMA,
        _named(lambda _, __, item: [item.deelnemers.rol], Rol.kind, "Rol"),
    ),
    Begrip.kind: (SOORT, THEMA),
    Bron.kind: (_worded("gelezen", "Gelezen", _read, ("gelezen", "alleen genoemd")), SOORT, ROLLEN, THEMA),
}
