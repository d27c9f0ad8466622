"""What the editors lay side by side can lie side by side."""

from collections.abc import Iterator

from handboek.checks.common import at
from handboek.findings import Finding
from handboek.kinds import KIND_OF_FOLDER, VERGELIJKINGEN
from handboek.knowledge import Entry, Key, KnowledgeBase
from handboek.models.vergelijkingen import Vergelijkingskeuze

FOLDERS = ("interventies", "rollen")


def items_comparable(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure a comparison holds approaches or roles that exist, all of one kind, each once."""
    for entry, number, keuze in _all(kb):
        for place, reference in enumerate(keuze.items):
            message = _wrong(kb, keuze.items, place)
            if message:
                tip = f"Noem aanpakken of rollen die er zijn, elk één keer: {FOLDERS[0]}/id of {FOLDERS[1]}/id."
                path = ("vergelijkingen", number, "items", place)
                yield at(entry, path, "R05", f"‘{reference}’ {message}", tip)


def _wrong(kb: KnowledgeBase, items: tuple[str, ...], place: int) -> str:
    folder, _, id_ = items[place].partition("/")
    if folder not in FOLDERS:
        return "is geen aanpak of rol"
    if Key(KIND_OF_FOLDER[folder], id_) not in kb.entries:
        return "bestaat niet"
    if folder != items[0].partition("/")[0]:
        return "is van een andere soort dan de eerste"
    return "staat er al" if items[place] in items[:place] else ""


def each_once(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure no two comparisons hold the same items."""
    seen: set[frozenset[str]] = set()
    for entry, number, keuze in _all(kb):
        if frozenset(keuze.items) in seen:
            tip = "Haal er een weg; de volgorde maakt geen verschil."
            yield at(entry, ("vergelijkingen", number), "R06", "deze vergelijking staat er al", tip)
        seen.add(frozenset(keuze.items))


def _all(kb: KnowledgeBase) -> Iterator[tuple[Entry, int, Vergelijkingskeuze]]:
    for number, keuze in enumerate(kb.vergelijkingen):
        yield kb.lists[VERGELIJKINGEN], number, keuze
