"""View of the list of overviews: how much each of them shows."""

from dataclasses import dataclass

from handboek.kinds import KINDS
from handboek.knowledge import KnowledgeBase
from handboek.models.interventie import Interventie


@dataclass(frozen=True)
class OverzichtenView:
    """How many items of each kind the overviews show, and how many claims and places."""

    aantal: dict[str, int]
    beweringen: int
    plaatsen: int


def overzichten_view(kb: KnowledgeBase) -> OverzichtenView:
    """The view of the list of overviews."""
    return OverzichtenView(
        aantal={kind: len(kb.all(model)) for kind, model in KINDS.items()},
        beweringen=sum(len(item.resultaten or ()) for item in kb.all(Interventie).values())
        + sum(len(bron.beweringen) for bron in kb.bronnen.values()),
        plaatsen=sum(len(bron.vindplaatsen) for bron in kb.bronnen.values()),
    )
