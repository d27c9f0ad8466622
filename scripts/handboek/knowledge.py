"""The knowledge base: all items, and who refers to whom, immutable and built once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from handboek.models.basis import REDACTIE, Gebrond, Item, Model, Verwijzing
from handboek.models.begrip import Begrip
from handboek.models.bron import Bron
from handboek.models.synoniemen import Woordgroep
from handboek.models.toegestaan import Toestemming
from handboek.models.vergelijkingen import Vergelijkingskeuze
from handboek.models.verhuisd import Verhuizing
from handboek.reading.nodes import Mapping as MappingNode
from handboek.reading.nodes import Path, nodes_of
from handboek.walk import Reference, parts, references, source_references, statements, texts

I = TypeVar("I", bound=Item)  # noqa: E741


class Key(NamedTuple):
    """What identifies an item: its kind and its id."""

    kind: str
    id: str


class Entry(NamedTuple):
    """An item with where it came from: the item is None when its file could not be typed, the text when not read."""

    key: Key
    file: str
    item: Item | None
    text: str | None

    @property
    def node(self) -> MappingNode | None:
        """What the file says with its places; None when it could not be read."""
        return None if self.text is None else nodes_of(self.text)


class Backlink(NamedTuple):
    """A reference seen from the other side: which item refers here, and in which field."""

    key: Key
    path: Path


@dataclass(frozen=True)
class KnowledgeBase:
    """All entries by key, in the order of kinds and names; and what the lists say that hold no item.

    `lists` are the files that hold no item, by what they hold, for who reports on them.
    """

    entries: Mapping[Key, Entry]
    synoniemen: tuple[Woordgroep, ...] = ()
    vergelijkingen: tuple[Vergelijkingskeuze, ...] = ()
    lists: Mapping[str, Entry] = field(default_factory=dict)
    toegestaan: tuple[Toestemming, ...] = ()
    verhuisd: tuple[Verhuizing, ...] = ()

    @classmethod
    def of(
        cls,
        entries: Iterable[Entry],
        synoniemen: tuple[Woordgroep, ...] = (),
        vergelijkingen: tuple[Vergelijkingskeuze, ...] = (),
        lists: Mapping[str, Entry] | None = None,
        toegestaan: tuple[Toestemming, ...] = (),
        verhuisd: tuple[Verhuizing, ...] = (),
    ) -> "KnowledgeBase":
        """A knowledge base of these entries; of two with the same key the first counts."""
        by_key: dict[Key, Entry] = {}
        for entry in entries:
            by_key.setdefault(entry.key, entry)
        return cls(MappingProxyType(by_key), synoniemen, vergelijkingen, lists or {}, toegestaan, verhuisd)

    def all(self, model: type[I]) -> dict[str, I]:
        """The items of a kind by id, sorted by name."""
        return self._by_kind.get(model.kind, {})  # type: ignore[return-value]

    def item(self, key: Key) -> Item:
        """The item with this key; KeyError when there is none or its file is broken."""
        entry = self.entries[key]
        if entry.item is None:
            raise KeyError(key)
        return entry.item

    def items(self) -> Iterator[tuple[Key, Item]]:
        """Every item that could be typed."""
        return ((entry.key, entry.item) for entry in self.entries.values() if entry.item is not None)

    def referring(self, key: Key, kind: str, field: str | None = None) -> list[str]:
        """Ids of the items of `kind` that refer to this one (in that field), sorted by name."""
        found = {
            link.key.id
            for link in self.backlinks.get(key, ())
            if link.key.kind == kind and (field is None or link.path[0] == field)
        }
        return sorted(found, key=self._rank.get(kind, {}).__getitem__)

    def begrippen(self, soort: str) -> dict[str, Begrip]:
        """The begrippen of one soort by id: sorted by `volgorde` where they have one, else by name."""
        return self._begrippen.get(soort, {})

    @cached_property
    def parts(self) -> Mapping[Key, tuple[tuple[Path, Model], ...]]:
        """For every item the item itself and every model below it, each with its path."""
        return {key: tuple(parts(item)) for key, item in self.items()}

    @cached_property
    def references(self) -> Mapping[Key, tuple[Reference, ...]]:
        """For every item what it refers to, sources excepted."""
        return {key: tuple(references(said)) for key, said in self.parts.items()}

    @cached_property
    def sources(self) -> Mapping[Key, tuple[tuple[Path, Verwijzing], ...]]:
        """For every item the sources that its parts rest on, with the path of the part."""
        return {key: tuple(source_references(said)) for key, said in self.statements.items()}

    @cached_property
    def statements(self) -> Mapping[Key, tuple[tuple[Path, Gebrond], ...]]:
        """For every item its innermost parts that have a source, each with its path."""
        return {key: tuple(statements(said)) for key, said in self.parts.items()}

    @cached_property
    def texts(self) -> Mapping[Key, tuple[tuple[Path, Model, str], ...]]:
        """For every item all that it says in words, with where it stands and the part that says it."""
        return {key: tuple(texts(said)) for key, said in self.parts.items()}

    @cached_property
    def backlinks(self) -> Mapping[Key, tuple[Backlink, ...]]:
        """For every item who refers to it, sources excepted."""
        found: dict[Key, list[Backlink]] = defaultdict(list)
        for key, outgoing in self.references.items():
            for reference in outgoing:
                if reference.kind is not None:
                    found[Key(reference.kind, reference.id)].append(Backlink(key, reference.path))
        return {key: tuple(links) for key, links in found.items()}

    @cached_property
    def resting_on(self) -> Mapping[str, Mapping[str | None, tuple[Key, ...]]]:
        """For every bron, for each of its sections, the items of which a statement rests on it."""
        found: dict[str, dict[str | None, dict[Key, None]]] = defaultdict(lambda: defaultdict(dict))
        for key, rests in self.sources.items():
            for _, verwijzing in rests:
                if verwijzing.bron not in (None, REDACTIE):
                    found[str(verwijzing.bron)][verwijzing.sectie][key] = None
        return {bron: {sectie: tuple(keys) for sectie, keys in secties.items()} for bron, secties in found.items()}

    @cached_property
    def former(self) -> Mapping[str, tuple[str, ...]]:
        """For every item that moved, by its address, the addresses where it stood before."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.verhuisd:
            found[one.naar] = (*found.get(one.naar, ()), one.van)
        return found

    @cached_property
    def bronnen(self) -> dict[str, Bron]:
        """The sources by id."""
        return self.all(Bron)

    @cached_property
    def section_titles(self) -> Mapping[str, Mapping[str, str]]:
        """For every bron the title of each of its sections, in the order of the sections."""
        return {id_: {sectie.nummer: sectie.titel for sectie in bron.secties} for id_, bron in self.bronnen.items()}

    @cached_property
    def _begrippen(self) -> Mapping[str, dict[str, Begrip]]:
        """The begrippen by soort."""
        found: dict[str, dict[str, Begrip]] = defaultdict(dict)
        for id_, begrip in sorted(self.all(Begrip).items(), key=lambda pair: pair[1].volgorde or 0):
            found[begrip.soort][id_] = begrip
        return found

    @cached_property
    def _rank(self) -> Mapping[str, Mapping[str, int]]:
        """For every kind the place of each id in the order by name."""
        return {kind: {id_: rank for rank, id_ in enumerate(items)} for kind, items in self._by_kind.items()}

    @cached_property
    def _by_kind(self) -> Mapping[str, dict[str, Item]]:
        found: dict[str, dict[str, Item]] = defaultdict(dict)
        for key, item in sorted(self.items(), key=lambda pair: _sort_name(pair[1].naam, pair[0].id)):
            found[key.kind][key.id] = item
        return found


def _sort_name(name: str, id_: str) -> tuple[str, str]:
    return name.casefold(), id_


def id_of(file: str) -> str:
    """The id that a file's name gives."""
    name = file.rpartition("/")[2]
    return name.rpartition(".")[0] or name
