"""View of the start page: situations to begin from, shifts in motion, and what all of it rests on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from handboek.kinds import KINDS
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import Item
from handboek.models.competentie import Competentie
from handboek.models.interventie import Interventie
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving
from handboek.pages.views.common import Link, link
from handboek.pages.views.maps import kaart_view
from handboek.queries import roles_of

MOST_SITUATIONS = 8


@dataclass(frozen=True)
class StartView:
    """The start page: situations, shifts in motion, and what all of it rests on."""

    situaties: list[tuple[str, list[Link]]]
    alle_situaties: int
    beweging: list[tuple[str, Verschuiving, int, int]]
    rollen: int
    assen: int
    gelezen: int
    genoemd: int
    aanpakken: dict[str, Interventie]
    formuleringen: int
    competentiewoorden: int


def start_view(kb: KnowledgeBase) -> StartView:
    """The view of the start page."""
    kaart = kaart_view(kb)
    by_axis = {row.id: row for row in kaart.assen}
    shifts = kb.all(Verschuiving)
    widest = sorted(shifts.items(), key=lambda pair: (-len(roles_of(pair[1])), pair[1].naam))
    opposed = [pair for pair in widest if by_axis[pair[1].as_].terug and pair[1].richting == "heen"]
    chosen = dict([*widest[:2], *opposed[:1]])
    answered = situations(kb)
    return StartView(
        situaties=to_begin_with(kb, answered),
        alle_situaties=len(answered),
        beweging=[(id_, v, len(roles_of(v)), by_axis[v.as_].terug) for id_, v in chosen.items()],
        rollen=len(kb.all(Rol)),
        assen=len(kaart.assen),
        gelezen=sum(bron.geraadpleegd == "ja" for bron in kb.bronnen.values()),
        genoemd=sum(bron.geraadpleegd == "nee" for bron in kb.bronnen.values()),
        aanpakken=kb.all(Interventie),
        formuleringen=kaart.formuleringen,
        competentiewoorden=sum(len(c.formuleringen) for c in kb.all(Competentie).values()),
    )


def situations(kb: KnowledgeBase) -> dict[str, list[Link]]:
    """Every situation with the items that answer it, the widest answered first."""
    found: dict[str, list[Link]] = {}
    for key, item in kb.items():
        for situatie in item.situaties:
            found.setdefault(situatie, []).append(link(kb, *key))
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0].casefold())))


def to_begin_with(kb: KnowledgeBase, answered: dict[str, list[Link]]) -> list[tuple[str, list[Link]]]:
    """The situations that most items name, then one of each kind that does not lead yet; at most eight.

    Each leads to an item of the kind that leads the fewest so far, so that a visitor meets all kinds.
    """
    shared = [(situatie, rows) for situatie, rows in answered.items() if len(rows) > 1][:MOST_SITUATIONS]
    leading: Counter[str] = Counter()
    shown = [(situatie, _led(rows, leading)) for situatie, rows in shared]
    named = {(row.kind, row.id) for _, rows in shown for row in rows}
    for kind, model in KINDS.items():
        found = next((id_ for id_ in _most_named(kb, model) if (kind, id_) not in named), None)
        if kind not in leading and found:
            situatie = kb.all(model)[found].situaties[0]
            shown.append((situatie, answered[situatie]))
    return shown[:MOST_SITUATIONS]


def _led(rows: list[Link], leading: Counter[str]) -> list[Link]:
    """The same items, the kinds that lead the fewest first; counts the one that leads now."""
    ordered = sorted(rows, key=lambda row: leading[row.kind])
    leading[ordered[0].kind] += 1
    return ordered


def _most_named(kb: KnowledgeBase, model: type[Item]) -> Iterator[str]:
    """Ids of the items of a kind that have a situation: first those that most others refer to."""
    items = [link(kb, model.kind, id_) for id_, item in kb.all(model).items() if item.situaties]
    return (row.id for row in sorted(items, key=lambda row: -len(_referring(kb, Key(row.kind, row.id)))))


def _referring(kb: KnowledgeBase, key: Key) -> set[Key]:
    return {backlink.key for backlink in kb.backlinks.get(key, ())}
