"""View of the search page: where everything stands, for whoever has no JavaScript or has not typed yet."""

from dataclasses import dataclass

from handboek.kinds import KINDS
from handboek.knowledge import KnowledgeBase
from handboek.models.begrip import Begrip
from handboek.pages.views.catalogue import Group, catalogue_view


@dataclass(frozen=True)
class ZoekenView:
    """How many items each catalogue has, and the letters under which begrippen stand."""

    aantal: dict[str, int]
    letters: list[Group]


def zoeken_view(kb: KnowledgeBase) -> ZoekenView:
    """The view of the search page."""
    groups = catalogue_view(kb, Begrip.kind).groepen
    return ZoekenView(
        aantal={kind: len(kb.all(model)) for kind, model in KINDS.items()},
        letters=groups if len(groups) > 1 else [],
    )
