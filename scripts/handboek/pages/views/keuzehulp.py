"""View of the keuzehulp: the questions about a situation, and what every approach and method says on each point."""

from dataclasses import dataclass
from typing import NamedTuple

from handboek.keuzehulp.oordeel import Feit
from handboek.keuzehulp.punten import ALLE, MODELLEN, PUNTEN, Punt, feiten_van
from handboek.knowledge import KnowledgeBase
from handboek.models.basis import Item


class Vraag(NamedTuple):
    """A question with its answers by their short form."""

    punt: Punt
    keuzes: dict[str, str]


class Rij(NamedTuple):
    """An approach or method with its facts by point."""

    id: str
    item: Item
    feiten: dict[str, Feit]


@dataclass(frozen=True)
class KeuzehulpView:
    """The questions in groups, and per kind the items in the order of their names."""

    vragen: dict[str, dict[str, Vraag]]
    punten: dict[str, Punt]
    soorten: dict[str, list[Rij]]


def keuzehulp_view(kb: KnowledgeBase) -> KeuzehulpView:
    """The view of the keuzehulp."""
    return KeuzehulpView(
        vragen={
            titel: {id_: Vraag(punt, punt.keuzes(kb)) for id_, punt in groep.items()} for titel, groep in PUNTEN.items()
        },
        punten=dict(ALLE),
        soorten={
            kind: [Rij(id_, item, feiten_van(kb, kind, id_)) for id_, item in kb.all(model).items()]
            for kind, model in MODELLEN.items()
        },
    )
