"""What checks share: a finding at the place of a part of an entry."""

from collections.abc import Iterator
from typing import TypeVar

from handboek.findings import Finding, Place, Severity
from handboek.knowledge import Entry, Key, KnowledgeBase
from handboek.models.basis import Item
from handboek.reading.nodes import Path, place_of

I = TypeVar("I", bound=Item)  # noqa: E741


def entries_of(kb: KnowledgeBase, model: type[I]) -> Iterator[tuple[Entry, I]]:
    """Every entry of a kind whose file could be typed, with its item."""
    for id_, item in kb.all(model).items():
        yield kb.entries[Key(model.kind, id_)], item


def at(entry: Entry, path: Path, code: str, message: str, tip: str, severity: Severity = Severity.FOUT) -> Finding:
    """A finding at the part of the entry that `path` leads to."""
    place = place_of(entry.node, path) if entry.node else Place()
    return Finding(entry.file, place, code, message, tip, severity)


def all_typed(kb: KnowledgeBase, *kinds: str) -> bool:
    """Whether every file of these kinds could be typed; else nobody knows what a broken one refers to."""
    return all(entry.item is not None for entry in kb.entries.values() if entry.key.kind in kinds)


def remark(entry: Entry, path: Path, code: str, message: str, tip: str) -> Finding:
    """The same as a `let op`."""
    return at(entry, path, code, message, tip, Severity.LET_OP)
