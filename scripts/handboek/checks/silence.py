"""Silence is told from text: a word for absence is one of the four, letter by letter."""

import re
from collections.abc import Iterator

from handboek.checks.common import at
from handboek.findings import Finding
from handboek.knowledge import KnowledgeBase
from handboek.models.waarden import AFWEZIG_WOORDEN


def _bare(text: str) -> str:
    return re.sub(r"[\s.]", "", text).casefold()


_WORD = {_bare(word): word for word in AFWEZIG_WOORDEN}
_LONGEST = 2 * max(map(len, AFWEZIG_WOORDEN))


def silence_spelled(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure no statement is a word for absence but for a capital, a space or a full stop: it would read as text."""
    for key, parts in kb.statements.items():
        for path, part in parts:
            text = part.__dict__.get("tekst")
            if not isinstance(text, str) or len(text) > _LONGEST or text in AFWEZIG_WOORDEN:
                continue
            if word := _WORD.get(_bare(text)):
                message = f"‘{text}’ leest als gewone tekst, niet als een woord voor wat er niet is"
                yield at(kb.entries[key], (*path, "tekst"), "V05", message, f"Schrijf precies: {word}")
