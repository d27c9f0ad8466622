"""Text for Markdown."""

import re
from collections.abc import Iterable

_TEKENS = re.compile(r"([\\`*_\[\]<>|#~&])")


def md(tekst: str) -> str:
    """Text that Markdown shows as it is."""
    return _TEKENS.sub(r"\\\1", tekst)


def tabelrij(cellen: Iterable[str]) -> str:
    """A row of a table; what its cells hold is Markdown already."""
    return f"| {' | '.join(cellen)} |"
