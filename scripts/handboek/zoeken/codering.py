"""How the index is written down: numbers as bits, bits as signs, and words by what they share with the one before.

The engine (docs/assets/zoeken) reads it back; a test holds the two against each other.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import islice, pairwise, takewhile

from handboek.zoeken.taal import SHORTEST_PART, compound_parts, known_words

MOST = 25
"""The longest that a letter can tell."""
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def digit(number: int) -> str:
    """A number as one sign, at most what one sign can say."""
    return _DIGITS[min(number, len(_DIGITS) - 1)]


def gamma(number: int) -> str:
    """A number from 1 in Elias gamma: the shorter the smaller."""
    return f"{'0' * (number.bit_length() - 1)}{number:b}"


def list_bits(places: set[int], size: int) -> str:
    """A list of places below `size`: how many (Elias gamma), then the gap to each (Rice)."""
    count = len(places)
    bits = [gamma(count + 1)]
    low = max(size // count, 1).bit_length() - 1 if count else 0
    before = -1
    for place in sorted(places):
        gap = place - before - 1
        bits.append("1" * (gap >> low) + "0" + (f"{gap & ((1 << low) - 1):0{low}b}" if low else ""))
        before = place
    return "".join(bits)


def group_bits(groups: list[list[list[str]]], number: dict[str, int]) -> str:
    """Groups of synonyms: how many, of each how many words or phrases, of each how many stems, and their numbers."""
    length = len(number).bit_length()
    bits = [gamma(len(groups))]
    for group in groups:
        bits.append(gamma(len(group)))
        for stems in group:
            bits += (gamma(len(stems)), *(f"{number[stem]:0{length}b}" for stem in stems))
    return "".join(bits)


def signs(bits: str) -> str:
    """Bits as text, six in a sign."""
    bits += "0" * (-len(bits) % 6)
    return "".join(_DIGITS[int(bits[place : place + 6], 2)] for place in range(0, len(bits), 6))


def vocabulary_text(stems: Iterable[str], surfaces: dict[str, str]) -> str:
    """The stems, each without what it shares with the one before (a capital says how much), and of a compound the cuts.

    The cuts stand after `+`: the length of each part but the last, and of what stands behind it. Only of stems with a
    surface form.
    """
    known = known_words() | set(surfaces.values())
    text, before = [], ""
    for word in stems:
        shared = _shared(before, word)
        cuts = _cuts(word, compound_parts(surfaces[word], known)) if word in surfaces else ""
        text.append(f"{chr(ord('A') + shared)}{word[shared:]}{cuts}")
        before = word
    return "".join(text)


def forms_text(word: str, forms: Counter[str]) -> str:
    """The forms of a stem, the usual one first, then what occurs more than once: what comes after it, or after `=` the whole."""
    usual, *others = by_use(forms)
    told = (usual, *(form for form in others if forms[form] > 1))
    return " ".join(form[len(word) :] if form.startswith(word) else f"={form}" for form in told)


def by_use(forms: Counter[str]) -> list[str]:
    """The forms of a word, what is written most first."""
    return sorted(forms, key=lambda form: (-forms[form], len(form), form))


def _cuts(word: str, parts: tuple[str, ...]) -> str:
    """Where the parts of a compound's stem begin and end; nothing where they cannot be seen in the stem."""
    edges = [0]
    for part in parts:
        start = word.find(part[:SHORTEST_PART], edges[-1])
        if start < 0 or len(word) - start < SHORTEST_PART:
            return ""
        edges += (start, start + len(part))
    lengths = [after - before for before, after in pairwise(edges[1:-1])]
    if not lengths or edges[1] or max(lengths) > MOST:
        return ""
    return "+" + "".join(chr(ord("a") + length) for length in lengths)


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common at their start, at most what one capital can say."""
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], islice(pairs, MOST))))
