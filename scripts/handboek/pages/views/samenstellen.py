"""View of the page on which a curriculum is put together: what there is for who has no scripts."""

from dataclasses import dataclass

from handboek.knowledge import KnowledgeBase
from handboek.leerpaden.gegevens import GEGEVENS_FILE
from handboek.models.leerpad import Leerpad


@dataclass(frozen=True)
class SamenstellenView:
    """The curricula to begin from, and where the scripts find what can be chosen."""

    gegevens: str
    leerpaden: dict[str, Leerpad]


def samenstellen_view(kb: KnowledgeBase) -> SamenstellenView:
    """The view of the page on which a curriculum is put together."""
    return SamenstellenView(GEGEVENS_FILE, kb.all(Leerpad))
