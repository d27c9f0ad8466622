"""How the index is written down: numbers as bits, bits as signs, and words by what they share with the one before.

The engine (docs/assets/zoeken) reads it back; a test holds the two against each other.
"""

from itertools import islice, takewhile

from handboek.zoeken.taal import SHORTEST_PART, compound_parts, known_words

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def digit(number: int) -> str:
    """A number as one sign, at most what one sign can say."""
    return _DIGITS[min(number, len(_DIGITS) - 1)]


def list_bits(places: set[int], size: int) -> str:
    """A list of places below `size`: how many (Elias gamma), then the gap to each (Rice)."""
    count = len(places)
    length = (count + 1).bit_length()
    bits = [f"{'0' * (length - 1)}{count + 1:b}"]
    low = max(size // count, 1).bit_length() - 1 if count else 0
    before = -1
    for place in sorted(places):
        gap = place - before - 1
        bits.append("1" * (gap >> low) + "0" + (f"{gap & ((1 << low) - 1):0{low}b}" if low else ""))
        before = place
    return "".join(bits)


def signs(bits: str) -> str:
    """Bits as text, six in a sign."""
    bits += "0" * (-len(bits) % 6)
    return "".join(_DIGITS[int(bits[place : place + 6], 2)] for place in range(0, len(bits), 6))


def vocabulary_text(stems: list[str], surfaces: dict[str, str]) -> str:
    """The stems, each without what it shares with the one before; of a compound after `+` where its parts stand."""
    known = known_words() | set(surfaces.values())
    rows, before = [], ""
    for word in stems:
        shared = _shared(before, word)
        rows.append(f"{digit(shared)}{word[shared:]}{_cuts(word, compound_parts(surfaces[word], known))}")
        before = word
    return "\n".join(rows)


def usual_form(word: str, form: str) -> str:
    """The usual form of a stem: what comes after it, or after `=` the whole."""
    return form[len(word) :] if form.startswith(word) else f"={form}"


def _cuts(word: str, parts: tuple[str, ...]) -> str:
    """Of every part of a compound's stem after how many other letters it starts, and its length."""
    text, place = "", 0
    for part in parts:
        start = word.find(part[:SHORTEST_PART], place)
        length = min(len(part), len(word) - start)
        if start < place or length < SHORTEST_PART:
            return ""
        text += digit(start - place) + digit(length)
        place = start + length
    return f"+{text}" if text else ""


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common at their start, at most what one sign can say."""
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], islice(pairs, len(_DIGITS) - 1))))
