"""Views of the comparison: where you choose, and what the editors laid side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from handboek.kinds import KIND_OF_FOLDER
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.vergelijkingen import Vergelijkingskeuze
from handboek.vergelijken.vergelijk import compare
from handboek.vergelijken.waarde import Vergelijking
from handboek.words import opsomming

HUB = "vergelijken/index.html"


@dataclass(frozen=True)
class Paar:
    """Two to four items of one kind that the editors lay side by side, with the page on which they do."""

    soort: str
    ids: tuple[str, ...]
    titel: str
    keuze: Vergelijkingskeuze

    @property
    def pad(self) -> str:
        """The address of the page."""
        return f"vergelijken/{'-en-'.join(self.ids)}.html"


def paren(kb: KnowledgeBase) -> list[Paar]:
    """All that the editors lay side by side, in their order."""
    return [_paar(kb, keuze) for keuze in kb.vergelijkingen]


def paren_van(kb: KnowledgeBase, key: Key) -> list[Paar]:
    """Those with this item."""
    return [paar for paar in paren(kb) if paar.soort == key.kind and key.id in paar.ids]


def _paar(kb: KnowledgeBase, keuze: Vergelijkingskeuze) -> Paar:
    soort = KIND_OF_FOLDER[keuze.items[0].partition("/")[0]]
    ids = tuple(reference.partition("/")[2] for reference in keuze.items)
    return Paar(soort, ids, opsomming(_namen(kb, soort, ids)), keuze)


def _namen(kb: KnowledgeBase, soort: str, ids: Iterable[str]) -> list[str]:
    return [kb.item(Key(soort, id_)).naam for id_ in ids]


@dataclass(frozen=True)
class VergelijkenView:
    """Where you choose what lies side by side: what lies ready."""

    paren: list[Paar]


def vergelijken_view(kb: KnowledgeBase) -> VergelijkenView:
    """The view of the page on which you choose."""
    return VergelijkenView(paren(kb))


@dataclass(frozen=True)
class VergelijkingView:
    """A comparison that lies ready."""

    paar: Paar
    vergelijking: Vergelijking


def vergelijking_view(kb: KnowledgeBase, paar: Paar) -> VergelijkingView:
    """The view of a comparison that lies ready."""
    return VergelijkingView(paar, compare(kb, paar.ids, paar.soort))
