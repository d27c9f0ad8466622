"""The one rule of the keuzehulp. docs/assets/keuzehulp/oordeel.js holds the same rule for the browser."""

from collections.abc import Collection
from dataclasses import dataclass

from handboek.sources import Herkomst

PAST, PAST_NIET = "past", "past niet"
KORT = 2
"""How many statements a fact shows in short, unless more answers ask for more."""


@dataclass(frozen=True)
class Zegt:
    """A statement about a point: its text, the answers that it goes with (none: it only explains), its source."""

    tekst: str
    waarden: tuple[str, ...] = ()
    bron: Herkomst | None = None


@dataclass(frozen=True)
class Feit:
    """What an item says about a point.

    `stilte` is the word for absence where no statement goes with an answer. `open` says that the statements name
    examples: about other answers they are silent.
    """

    zegt: tuple[Zegt, ...] = ()
    stilte: str = "niet vermeld"
    open: bool = False

    @property
    def waarden(self) -> tuple[str, ...]:
        """Every answer that a statement goes with, each once."""
        return tuple(dict.fromkeys(waarde for gezegd in self.zegt for waarde in gezegd.waarden))

    @property
    def kern(self) -> tuple[Zegt, ...]:
        """The statements to show where there is little room: the first for every answer, and at least two."""
        first = {gezegd.waarden: gezegd for gezegd in reversed(self.zegt) if gezegd.waarden}
        chosen = list(first.values())
        chosen += [gezegd for gezegd in self.zegt if gezegd not in chosen][: max(0, KORT - len(chosen))]
        return tuple(gezegd for gezegd in self.zegt if gezegd in chosen)


def oordeel(waarden: Collection[str], stilte: str, open_: bool, wens: Collection[str]) -> str:
    """Whether an item fits a wish on a point: `past`, `past niet`, or the word for why nobody can say.

    `waarden` are the answers that the item goes with, `wens` the answers that the reader gave; no wish, no verdict.
    Silence never becomes `past niet`.
    """
    if not wens:
        return ""
    if not waarden:
        return stilte
    if any(waarde in waarden for waarde in wens):
        return PAST
    return stilte if open_ else PAST_NIET
