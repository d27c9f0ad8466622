"""What others wrote stays theirs: no long quotations, and of each source that was read it is known what it allows."""

import re
from collections.abc import Iterator

from handboek.checks.common import entries_of, remark
from handboek.findings import Finding
from handboek.knowledge import KnowledgeBase
from handboek.models.basis import REDACTIE, Gebrond, Model
from handboek.models.bron import Bron

QUOTED, WORDING = 6, 12
"""Words that may stand between quotation marks, and in a wording that is a source's own by design."""
_MARK = re.compile("[‘‚“„\"'>]")
_QUOTE = re.compile(
    r"[‘‚]([^‘‚]+?)’(?!\w)|[“„]([^“”„]+)”|(?<!\w)\"([^\"]+)\"(?!\w)|(?<!\w)'([^']+)'(?!\w)|^>\s*(.+)$", re.MULTILINE
)


def nothing_copied(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure no statement from a source quotes more than a few words, and no wording is longer than a label."""
    tip = "Zeg het in eigen woorden; de bron blijft erbij staan."
    for key, said in kb.texts.items():
        for path, part, text in said:
            limit, quotes = (WORDING, [text]) if path[0] == "formuleringen" else (QUOTED, _quotes(text))
            if not quotes or path == ("naam",) or _by_editors(part, kb.item(key)):
                continue
            for quote in quotes:
                words = quote.split()
                if len(words) > limit:
                    message = f"‘{' '.join(words[:4])} …’: {len(words)} woorden van een ander"
                    yield remark(kb.entries[key], path, "P04", message, tip)


def _quotes(text: str) -> list[str]:
    """What stands between quotation marks, or in a block that is quoted."""
    return ["".join(groups) for groups in _QUOTE.findall(text)] if _MARK.search(text) else []


def _by_editors(part: Model, item: Gebrond) -> bool:
    """Whether the editors themselves say this."""
    bron = (part.bron if isinstance(part, Gebrond) else None) or item.bron or ()
    return all(verwijzing.bron == REDACTIE for verwijzing in bron)


def licence_known(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure of every source that the editors read it is known what may be done with it."""
    tip = "Zoek het op of vraag het de maker; of zet in methods/toegestaan.yml waarom de bron zo gebruikt mag worden."
    for entry, bron in entries_of(kb, Bron):
        if bron.geraadpleegd == "ja" and bron.licentie.afwezig and bron.licentie.tekst != "n.v.t.":
            message = f"wat er met deze bron mag, is ‘{bron.licentie.tekst}’"
            yield remark(entry, ("licentie",), "P05", message, tip)
