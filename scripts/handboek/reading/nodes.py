"""Nodes: what a YAML file says with the place of every part, for who has to point at one."""

from functools import lru_cache
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


@lru_cache(maxsize=1_000)
def nodes_of(text: str) -> Mapping:
    """The nodes of a file that the reader read without findings; made only when something has to be pointed at."""
    root = _node(yaml.compose(text, Loader=yaml.CBaseLoader))
    assert isinstance(root, Mapping)
    return root


def _node(node: Any) -> Node:
    place = place_of_mark(node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, place, not node.style)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_node(item) for item in node.value), place)
    return Mapping({key.value: (place_of_mark(key.start_mark), _node(value)) for key, value in node.value}, place)


def place_of_mark(mark: Any) -> Place:
    """The place of one of libyaml's marks, which count from 0."""
    return Place(mark.line + 1, mark.column + 1)


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
