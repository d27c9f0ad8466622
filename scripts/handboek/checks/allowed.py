"""What the editors allow: findings about people and rights that may stand, each with why and until when."""

from collections.abc import Iterable, Iterator

from handboek.checks.common import remark
from handboek.findings import Finding
from handboek.kinds import TOEGESTAAN
from handboek.knowledge import KnowledgeBase
from handboek.models.toegestaan import Toestemming
from handboek.walk import address


def without_allowed(kb: KnowledgeBase, findings: Iterable[Finding], day: str) -> Iterator[Finding]:
    """The findings less those that are allowed, and what is wrong with the list itself.

    What was allowed until yesterday still is, so that no day stops a build by itself; but it is reported.
    """
    files = {entry.file: address(*entry.key) for entry in kb.entries.values()}
    used: set[int] = set()
    for finding in findings:
        allowing = {
            number for number, one in enumerate(kb.toegestaan) if _allows(one, finding, files.get(finding.file))
        }
        used |= allowing
        if not allowing:
            yield finding
    for number, one in enumerate(kb.toegestaan):
        yield from _list_findings(kb, number, one, number in used, day)


def _allows(one: Toestemming, finding: Finding, item: str | None) -> bool:
    return one.code == finding.code and one.item == item and f"‘{one.tekst}’" in finding.message


def _list_findings(kb: KnowledgeBase, number: int, one: Toestemming, used: bool, day: str) -> Iterator[Finding]:
    entry, path = kb.lists[TOEGESTAAN], ("toegestaan", number)
    if not used:
        message = f"hier is niets meer dat ‘{one.tekst}’ toelaat"
        yield remark(entry, (*path, "tekst"), "P07", message, "Haal deze plek uit de lijst, of verbeter item en tekst.")
    elif day > one.tot:
        tip = "Kijk of de reden nog geldt. Zo ja, kies een nieuwe dag; zo nee, verbeter het item."
        yield remark(entry, (*path, "tot"), "P06", f"‘{one.tekst}’ mocht blijven tot en met {one.tot}", tip)
