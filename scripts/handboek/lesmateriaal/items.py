"""Which kinds of item yield material, and the material of an item."""

from collections.abc import Callable, Mapping

from handboek.knowledge import Key, KnowledgeBase
from handboek.lesmateriaal.casus import casus
from handboek.lesmateriaal.intervisie import intervisie
from handboek.lesmateriaal.materiaal import Materiaal
from handboek.lesmateriaal.oefening import oefening

MATERIAAL_HUB = "materiaal/index.html"
"""The overview of all material."""

MAKERS: Mapping[str, Callable[[KnowledgeBase, str], Materiaal]] = {
    "praktijkvoorbeeld": casus,
    "verschuiving": oefening,
    "dilemma": intervisie,
}


def materiaal(kb: KnowledgeBase, key: Key) -> Materiaal | None:
    """What this item yields; None for a kind that yields nothing."""
    maker = MAKERS.get(key.kind)
    return maker(kb, key.id) if maker else None


def materiaal_path(key: Key) -> str:
    """Where the material of an item stands: `materiaal/dilemma-groepen-loslaten.html`, as deep as the item itself."""
    return f"materiaal/{key.kind}-{key.id}.html"
