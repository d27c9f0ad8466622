"""Nodes: what a YAML file says with the place of every part, for who has to point at one."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import islice
from typing import Any, NamedTuple, TypeAlias

import yaml

from handboek.findings import Place


class Scalar(NamedTuple):
    """A piece of text. `plain` tells whether it stood without quotes or block sign."""

    text: str
    place: Place
    plain: bool


class Sequence(NamedTuple):
    """A list of nodes."""

    items: "tuple[Node, ...]"
    place: Place


class Mapping(NamedTuple):
    """Keys with their places and nodes, in the order of the file; keys are unique."""

    entries: "dict[str, tuple[Place, Node]]"
    place: Place


Node: TypeAlias = Scalar | Sequence | Mapping
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
Path: TypeAlias = tuple[str | int, ...]


def events_of(text: str) -> Iterator[Any]:
    """What libyaml reads in a text, sign by sign, each with its marks; a MarkedYAMLError where it cannot."""
    return iter(yaml.CBaseLoader(text).get_event, None)


@lru_cache(maxsize=1_000)
def nodes_of(text: str) -> Mapping:
    """The nodes of a file that the reader read without findings; made only when something has to be pointed at."""
    events = events_of(text)
    root = _node(next(islice(events, 2, None)), events)  # after the start of the stream and that of the document
    assert isinstance(root, Mapping)
    return root


def _node(event: Any, events: Iterator[Any]) -> Node:
    """The node that begins with this event; takes its other events."""
    kind, place = type(event), place_of_mark(event.start_mark)
    if kind is yaml.ScalarEvent:
        return _scalar((event.value, place, not event.style))
    if kind is yaml.SequenceStartEvent:
        items = []
        while type(item := next(events)) is not yaml.SequenceEndEvent:
            items.append(_node(item, events))
        return Sequence(tuple(items), place)
    entries: dict[str, tuple[Place, Node]] = {}
    while type(name := next(events)) is not yaml.MappingEndEvent:
        entries[name.value] = place_of_mark(name.start_mark), _node(next(events), events)
    return Mapping(entries, place)


def place_of_mark(mark: Any) -> Place:
    """The place of one of libyaml's marks, which count from 0."""
    return _place((mark.line + 1, mark.column + 1))


# Made as the tuples that they are, in a third of the time: the worst file has thousands of them.
_place: Callable[[tuple[int, int]], Place] = partial(tuple.__new__, Place)
_scalar: Callable[[tuple[str, Place, bool]], Scalar] = partial(tuple.__new__, Scalar)


def place_of(node: Node, path: Path, *, key: bool = False) -> Place:
    """The place of the node at `path`, as deep as the path goes; with `key`, of the last key itself."""
    place = node.place
    for step in path:
        if isinstance(node, Mapping) and step in node.entries:
            key_place, node = node.entries[str(step)]
            place = key_place if key or isinstance(node, Mapping) else node.place
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = node.place
        else:
            return place
    return place


def node_at(node: Node, path: Path) -> Node:
    """The node at `path`, as deep as the path goes."""
    for step in path:
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)][1]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return node
    return node
