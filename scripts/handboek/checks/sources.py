"""Every statement has a source, and the source has that section."""

import difflib
from collections.abc import Iterator

from handboek.checks.common import at
from handboek.findings import Finding
from handboek.knowledge import KnowledgeBase
from handboek.models.basis import REDACTIE
from handboek.models.bron import Bron
from handboek.walk import source_references, statements


def statements_sourced(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every statement names a source, itself or higher up."""
    for key, item in kb.items():
        for path, part in statements(item):
            if part.bron is None:
                tip = "Zet `bron: movisie-2012 §3.2.1` of `bron: redactie` bij deze uitspraak of erboven."
                yield at(kb.entries[key], path, "B01", "uitspraak zonder bron", tip)


def known_bron(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every source that is named exists as a bron."""
    known = [key.id for key in kb.entries if key.kind == Bron.kind]
    for key, item in kb.items():
        for path, verwijzing in source_references(item):
            if verwijzing.bron is None:
                tip = "Zet de naam van de bron ervoor: `movisie-2012 §…`."
                yield at(kb.entries[key], path, "B04", f"§{verwijzing.sectie} zonder bron erboven", tip)
            elif verwijzing.bron != REDACTIE and verwijzing.bron not in known:
                close = difflib.get_close_matches(verwijzing.bron, [REDACTIE, *known], 1, 0.6)
                tip = f"Bedoel je ‘{close[0]}’?" if close else "Maak de bron met `handboek new bron …`."
                yield at(kb.entries[key], path, "B02", f"bron ‘{verwijzing.bron}’ bestaat niet", tip)


def known_section(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every statement names a section that its bron lists, where the bron lists any."""
    sections = {id_: [sectie.nummer for sectie in bron.secties] for id_, bron in kb.bronnen.items()}
    for key, item in kb.items():
        for path, verwijzing in source_references(item):
            known = sections.get(verwijzing.bron or "")
            if known is None or (not known and verwijzing.sectie is None) or verwijzing.sectie in known:
                continue
            yield at(kb.entries[key], path, "B03", *_section_message(verwijzing.bron, verwijzing.sectie, known))


def _section_message(bron: str | None, sectie: str | None, known: list[str]) -> tuple[str, str]:
    if sectie is None:
        return f"‘{bron}’ zonder sectie", f"Zet de sectie erbij, zoals `{bron} §{known[0]}`."
    close = difflib.get_close_matches(sectie, known, 3, 0.5)
    tip = f"Bedoel je §{' of §'.join(close)}?" if close else "Kijk in de lijst secties van de bron."
    return f"‘{bron}’ heeft geen sectie §{sectie}", tip
