"""From bytes to text: UTF-8 only, and no character that hides or breaks something."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from handboek.findings import Finding, Place

MAX_BYTES = 100_000
MAX_FINDINGS = 100
TOO_LARGE = "Verdeel de inhoud over meer items."


class Trouble(NamedTuple):
    """A class of characters that is refused: its code, what it is called, and what to do."""

    code: str
    pattern: re.Pattern[str]
    message: str
    tip: str


TROUBLES = (
    Trouble(
        "Y02",
        re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"),
        "onzichtbaar stuurteken ({teken})",
        "Typ de regel opnieuw; zo’n teken komt soms mee bij plakken.",
    ),
    Trouble("Y03", re.compile("\t"), "hier staat een tab", "Gebruik spaties; twee per niveau om in te springen."),
    Trouble(
        "Y04",
        re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
        "onzichtbaar teken dat de leesrichting omkeert ({teken})",
        "Typ de regel opnieuw; het teken laat tekst er anders uitzien dan hij is.",
    ),
    Trouble(
        "Y05",
        re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]"),
        "onzichtbaar teken zonder breedte ({teken})",
        "Typ het woord opnieuw; zo’n teken komt vaak mee bij plakken en stoort het zoeken.",
    ),
    Trouble(
        "Y16",
        re.compile("[\r\x85\u2028\u2029]"),
        "ongewoon regeleinde ({teken})",
        "Haal het weg en begin een gewone nieuwe regel met Enter.",
    ),
)
_ANY = re.compile("|".join(trouble.pattern.pattern for trouble in TROUBLES))
LOOSE_ACCENTS = "Y17"


def decode(data: bytes, file: str) -> tuple[str, list[Finding]]:
    """The text of a file, its lines ending in \\n, and what is wrong with its characters; empty when it is no UTF-8."""
    if len(data) > MAX_BYTES:
        message = f"het bestand is te groot: meer dan {MAX_BYTES} bytes"
        return "", [Finding(file, Place(), "Y06", message, TOO_LARGE)]
    if b"\0" in data[:2]:
        return "", [_no_utf8("", file)]
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return "", [_no_utf8(error.object[: error.start].decode(), file)]
    return text, list(islice(trouble_in(text, file), MAX_FINDINGS))


def _no_utf8(before: str, file: str) -> Finding:
    place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
    tip = "Sla het bestand op met codering UTF-8; in Kladblok kan dat bij Opslaan als."
    return Finding(file, place, "Y01", "het bestand is geen UTF-8", tip)


def trouble_in(text: str, file: str) -> Iterator[Finding]:
    """What is wrong with the characters of a text: on each line the first of each class of them."""
    if _ANY.search(text):
        for number, line in enumerate(text.split("\n"), 1):
            for trouble in TROUBLES:
                if match := trouble.pattern.search(line):
                    message = trouble.message.format(teken=f"U+{ord(match[0]):04X}")
                    yield Finding(file, Place(number, match.start() + 1), trouble.code, message, trouble.tip)
    elif not unicodedata.is_normalized("NFC", text):
        yield _first_not_composed(text, file)


def _first_not_composed(text: str, file: str) -> Finding:
    composed = unicodedata.normalize("NFC", text)
    offset = next((i for i, (a, b) in enumerate(zip(text, composed, strict=False)) if a != b), len(composed))
    place = Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
    twin = unicodedata.normalize("NFC", text[offset])
    if twin != text[offset]:
        message, done = f"dubbelganger van ‘{twin}’ (U+{ord(text[offset]):04X})", "dat maakt er de gewone letter van"
    else:
        message, done = "letter en accent staan los van elkaar", "dat voegt ze samen"
    return Finding(file, place, LOOSE_ACCENTS, message, f"Draai `handboek format`, {done}, of typ de letter opnieuw.")
