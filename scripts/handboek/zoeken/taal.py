"""Dutch for a search engine: words of a text, their stems, and the parts of compounds.

`stem` must do exactly what docs/assets/zoeken/taal.js does with a typed word; data/taal.json is the one place of stop words,
exceptions and endings for both, and a test holds the two against each other.
"""

import json
import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from Stemmer import Stemmer

DATA = Path(__file__).parent / "data"
TAAL: dict[str, Any] = json.loads((DATA / "taal.json").read_text(encoding="utf-8"))
STOP = frozenset(TAAL["stopwoorden"].split())
LINKS: tuple[str, ...] = tuple(TAAL["tussenklanken"])
SHORTEST_PART = 4

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_APOSTROPHE = re.compile(r"['’][a-z0-9_]*")
_ENDINGS = tuple((re.compile(pattern), new.replace("$", "\\")) for pattern, new in TAAL["einden"])
_PORTER = Stemmer("dutch_porter")


def fold(text: str) -> str:
    """Lower case, without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))


def words(text: str) -> Iterator[str]:
    """The words of a text, folded: of one with a hyphen the whole and its parts, of one with an apostrophe what is before it."""
    for word in written(text):
        parts = word.split("-")
        if len(parts) > 1:
            yield "".join(parts)
        yield from parts


def written(text: str) -> Iterator[str]:
    """The words of a text as they are written, folded, hyphens included."""
    yield from _WORD.findall(_APOSTROPHE.sub("", fold(text)))


@cache
def stem(word: str) -> str:
    """The stem of a folded word."""
    if word in TAAL["stammen"]:
        return str(TAAL["stammen"][word])
    found: str = _PORTER.stemWord(word)
    for pattern, new in _ENDINGS:
        found = pattern.sub(new, found)
    return found


def known_words() -> frozenset[str]:
    """The word list that compounds are taken apart with."""
    return frozenset((DATA / "woorden.txt").read_text(encoding="utf-8").split())


@cache
def compound_exceptions() -> dict[str, tuple[str, ...]]:
    """Stems of words that the word list takes apart wrongly, each with its real parts; none for what is no compound."""
    rows = (DATA / "samenstellingen.txt").read_text(encoding="utf-8").splitlines()
    said = (row.split() for row in rows if row and not row.startswith("#"))
    return {stem(word): tuple(parts) for word, *parts in said}


def compound_parts(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The words that a compound is made of, as few as possible; nothing when it is none."""
    if (parts := compound_exceptions().get(stem(word))) is not None:
        return parts
    options = []
    for place in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        first, rest = word[:place], word[place:]
        if first in known:
            for link in LINKS:
                last = rest.removeprefix(link)
                if rest.startswith(link) and len(last) >= SHORTEST_PART:
                    if last in known:
                        return (first, last)
                    if parts := compound_parts(last, known):
                        options.append((first, *parts))
    return min(options, key=len, default=())
