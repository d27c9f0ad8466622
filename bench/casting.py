"""Which items a generated project holds: copies of the real ones, in the proportions of the real content."""

from collections import defaultdict
from pathlib import Path
from random import Random
from typing import NamedTuple

from handboek.kinds import KINDS
from handboek.knowledge import Entry, Key, KnowledgeBase
from handboek.loading import load
from handboek.models.basis import Item
from handboek.models.begrip import Begrip
from handboek.models.bron import Bron
from handboek.reading.reader import read

Group = tuple[str, str]
"""A kind, and for a begrip its soort: what a reference can ask for."""


class Example(NamedTuple):
    """A real item as its file has it: its sources not yet inherited."""

    key: Key
    item: Item


def examples_of(root: Path) -> list[Example]:
    """The readable items of the project in `root`, those that most others lean on first."""
    kb = load(root).kb
    found = [Example(entry.key, _as_written(entry)) for entry in kb.entries.values() if entry.item is not None]
    return sorted(found, key=lambda example: -_leaning(kb, example.key))


def _as_written(entry: Entry) -> Item:
    assert entry.text is not None
    return KINDS[entry.key.kind].model_validate(read(entry.text.encode(), entry.file).fields)


def _leaning(kb: KnowledgeBase, key: Key) -> int:
    """How many references and statements lead to this item."""
    resting = kb.resting_on.get(key.id, {}) if key.kind == Bron.kind else {}
    return len(kb.backlinks.get(key, ())) + sum(len(keys) for keys in resting.values())


def group_of(example: Example) -> Group:
    """The group that an item belongs to."""
    return example.key.kind, example.item.soort if isinstance(example.item, Begrip) else ""


class Cast:
    """The generated items and whom each stands in for."""

    def __init__(self, examples: list[Example], size: int) -> None:
        """A cast of `size` items: none, or at least one of every group."""
        self.groups: dict[Group, list[Example]] = defaultdict(list)
        for example in examples:
            self.groups[group_of(example)].append(example)
        self.roles: dict[Key, Example] = {}
        self._copies: dict[Key, list[str]] = defaultdict(list)
        self._ids: dict[Group, list[str]] = defaultdict(list)
        for group, count in _shares({group: len(found) for group, found in self.groups.items()}, size).items():
            for number in range(count):
                self._add(group, *divmod(number, len(self.groups[group])))

    def _add(self, group: Group, copy: int, index: int) -> None:
        example = self.groups[group][index]
        key = Key(example.key.kind, f"{example.key.id}-{copy + 1}")
        self.roles[key] = example
        self._copies[example.key].append(key.id)
        for asked in {group, (key.kind, "")}:
            self._ids[asked].append(key.id)

    def copy_of(self, real: Key, rng: Random) -> str | None:
        """One of the generated items that stand in for a real one; None when there is none."""
        return rng.choice(self._copies[real]) if real in self._copies else None

    def stand_in(self, real: Key, soort: str | None, own: Key, rng: Random) -> str | None:
        """An item that a reference to `real` can lead to: a copy of it, else any of its kind and soort but `own`."""
        others = [id_ for id_ in self._ids[real.kind, soort or ""] if Key(real.kind, id_) != own]
        return self.copy_of(real, rng) or (rng.choice(others) if others else None)


def _shares(weights: dict[Group, int], size: int) -> dict[Group, int]:
    """`size` divided over the groups in proportion to their weights, each at least 1 (Sainte-Laguë)."""
    if size == 0:
        return {}
    if size < len(weights):
        raise ValueError(f"at least {len(weights)} items are needed to have one of every kind and soort, or 0")
    counts = dict.fromkeys(weights, 1)
    for _ in range(size - len(weights)):
        next_ = max(weights, key=lambda group: weights[group] / (2 * counts[group] + 1))
        counts[next_] += 1
    return counts
