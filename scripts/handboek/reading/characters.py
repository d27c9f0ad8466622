"""From bytes to text: UTF-8 only, and no character that hides or breaks something."""

import re
import unicodedata
from typing import NamedTuple

from handboek.findings import Finding, Place

MAX_BYTES = 1_000_000


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
        "onzichtbaar stuurteken {naam}",
        "Haal het teken weg; typ de regel zo nodig opnieuw.",
    ),
    Trouble("Y03", re.compile("\t"), "tab", "Gebruik spaties om in te springen: twee per niveau."),
    Trouble(
        "Y04",
        re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
        "teken dat de leesrichting omkeert ({naam})",
        "Haal het teken weg; het laat tekst er anders uitzien dan hij is.",
    ),
    Trouble(
        "Y05",
        re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]"),
        "teken zonder breedte ({naam})",
        "Haal het teken weg; het is onzichtbaar en stoort zoeken en verwijzen.",
    ),
    Trouble(
        "Y16",
        re.compile("\r(?!\n)|[\x85\u2028\u2029]"),
        "ongewoon regeleinde ({naam})",
        "Gebruik een gewone nieuwe regel (Enter).",
    ),
)
_ANY = re.compile("|".join(trouble.pattern.pattern for trouble in TROUBLES))


def decode(data: bytes, file: str) -> tuple[str, list[Finding]]:
    """The text of a file and what is wrong with its characters; empty text when it is no UTF-8."""
    if len(data) > MAX_BYTES:
        message = f"bestand te groot: {len(data):,} bytes, het hoogste is {MAX_BYTES:,}".replace(",", ".")
        return "", [Finding(file, Place(), "Y06", message, "Verdeel de inhoud over meer items.")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", [_no_utf8(data, error, file)]
    return text, list(_character_findings(text, file)) if _suspect(text) else []


def _suspect(text: str) -> bool:
    return _ANY.search(text) is not None or not unicodedata.is_normalized("NFC", text)


def _no_utf8(data: bytes, error: UnicodeDecodeError, file: str) -> Finding:
    before = data[: error.start].decode("utf-8", "replace")
    return Finding(
        file,
        _place(before, len(before)),
        "Y01",
        "het bestand is geen UTF-8",
        "Sla het bestand op met codering UTF-8.",
    )


def _place(text: str, offset: int) -> Place:
    start = text.rfind("\n", 0, offset) + 1
    return Place(text.count("\n", 0, offset) + 1, offset - start + 1)


def _character_findings(text: str, file: str) -> list[Finding]:
    found = []
    for trouble in TROUBLES:
        for match in trouble.pattern.finditer(text):
            name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}")
            found.append(
                Finding(file, _place(text, match.start()), trouble.code, trouble.message.format(naam=name), trouble.tip)
            )
    return found or [_not_composed(text, file)]


def _not_composed(text: str, file: str) -> Finding:
    composed = unicodedata.normalize("NFC", text)
    offset = next((i for i, (a, b) in enumerate(zip(text, composed, strict=False)) if a != b), len(composed))
    return Finding(
        file,
        _place(text, min(offset, len(text))),
        "Y17",
        "letter en accent staan los van elkaar",
        "Typ de letter met accent opnieuw, of draai `handboek format`.",
    )
