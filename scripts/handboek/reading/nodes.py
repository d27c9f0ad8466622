"""Nodes: what a YAML file says, every scalar still text, every node with its place."""

from typing import NamedTuple, TypeAlias

from handboek.findings import Place


class Scalar(NamedTuple):
    """A piece of text, with the line and column where it begins (see Place).

    `plain` tells whether it stood without quotes or block sign. Of nothing a file has more: its place is made
    when someone asks for it.
    """

    text: str
    line: int
    column: int
    plain: bool

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.line, self.column)


class Sequence(NamedTuple):
    """A list of nodes."""

    items: "tuple[Node, ...]"
    place: Place


class Mapping(NamedTuple):
    """Keys with their nodes, in the order of the file; keys are unique."""

    entries: "dict[str, tuple[Scalar, Node]]"
    place: Place


Node: TypeAlias = Scalar | Sequence | Mapping
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
Path: TypeAlias = tuple[str | int, ...]


def plain(node: Node) -> Plain:
    """The node as dicts, lists and text, for the models to type."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, (_, value) in node.entries.items()}


def place_of(node: Node, path: Path, *, key: bool = False) -> Place:
    """The place of the node at `path`, as deep as the path goes; with `key`, of the last key itself."""
    place = node.place
    for step in path:
        if isinstance(node, Mapping) and step in node.entries:
            name, node = node.entries[str(step)]
            place = name.place if key or isinstance(node, Mapping) else node.place
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
