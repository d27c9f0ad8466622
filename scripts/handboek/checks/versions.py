"""What only the teacher may see does not stand in what participants see."""

import re
from collections.abc import Iterator

from handboek.checks.common import at, entries_of, remark
from handboek.findings import Finding
from handboek.knowledge import KnowledgeBase
from handboek.leerpaden.versies import deelnemersteksten, docentteksten
from handboek.models.leerpad import Leerpad

SENTENCE, RUN = 5, 8
"""Words of a whole sentence, and in a row, from which on two texts are not the same by chance."""
_LABEL = re.compile(r"\b(docent|trainer|uitwerking|antwoord|antwoorden|modelantwoord)\s*:", re.IGNORECASE)
_END = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"\w+")
_TIP = "Zet het bij `docent:` of `uitwerking:`, en haal het hier weg."

Words = tuple[str, ...]


def nothing_for_teachers(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure no text for participants is labelled as the teacher's or repeats it.

    Sure (fout) is a label like `docent:` and a whole sentence; unsure (let op) is a row of words.
    """
    for entry, leerpad in entries_of(kb, Leerpad):
        hidden = [text for _, text in docentteksten(leerpad)]
        sentences = {words: sentence for text in hidden for sentence, words in _sentences(text)}
        rows = {row for text in hidden for row in _rows(_words(text))}
        for path, text in deelnemersteksten(leerpad):
            said = _words(text)
            if label := _LABEL.search(text):
                yield at(entry, path, "L06", f"deelnemers zien hier ‘{label[0]}’", _TIP)
            elif len(said) < SENTENCE:
                continue
            elif sentence := next((sentences[words] for _, words in _sentences(text) if words in sentences), None):
                yield at(
                    entry, path, "L06", f"deelnemers zien hier wat alleen de docent ziet: ‘{_short(sentence)}’", _TIP
                )
            elif row := next((row for row in _rows(said) if row in rows), None):
                message = f"deelnemers zien hier woorden die ook bij de docent staan: ‘{' '.join(row)}’"
                yield remark(entry, path, "L06", message, f"Klopt dat niet? {_TIP}")


def _sentences(text: str) -> Iterator[tuple[str, Words]]:
    """The sentences that are long enough to be told apart, each with its words."""
    for sentence in _END.split(text):
        if len(words := _words(sentence)) >= SENTENCE:
            yield sentence, words


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.casefold()))


def _rows(words: Words) -> Iterator[Words]:
    return (words[start : start + RUN] for start in range(len(words) - RUN + 1))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
