"""From nodes to typed items: pydantic types them, what it refuses becomes findings at their places."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from pydantic import ValidationError

from handboek.findings import Finding
from handboek.kinds import MODELS
from handboek.models.basis import Item, Model
from handboek.reading.characters import MAX_FINDINGS
from handboek.reading.expected import expected, is_required
from handboek.reading.faults import Fault, fault_of, name_of
from handboek.reading.nodes import Mapping, Node, Path, Scalar, Sequence, place_of, plain
from handboek.sources import resolve

FILL = "VUL IN"


class Typed(NamedTuple):
    """What a file holds as far as it could be typed (None when it could not), and the findings on the way."""

    item: Model | None
    findings: list[Finding]


def type_item(kind: str, root: Mapping, file: str) -> Typed:
    """Type one file's nodes as what `kind` names; of an item with every statement's source resolved."""
    faults = list(islice(_empty(kind, root), MAX_FINDINGS))
    try:
        item = MODELS[kind].model_validate(plain(root))
    except ValidationError as error:
        details = islice(error.errors(include_url=False), MAX_FINDINGS)
        faults += [fault for row in details if (fault := fault_of(row, root, kind))]
    if faults:
        return Typed(None, [fault.finding(file) for fault in islice(_outermost(faults), MAX_FINDINGS)])
    return Typed(resolve(item) if isinstance(item, Item) else item, [])


def _outermost(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Of the faults at one path the first, and none below it: what is wrong there follows from the fault above."""
    kept: set[Path] = set()
    for fault in sorted(faults, key=lambda fault: (len(fault.path), fault.meant is None, fault.is_alternative)):
        if not any(fault.path[:length] in kept for length in range(len(fault.path) + 1)):
            kept |= {fault.path, fault.meant or fault.path}
            yield fault


_HOLLOW = frozenset({"", "~", "null", "…", FILL})


def _empty(kind: str, root: Mapping) -> Iterator[Fault]:
    """A fault for every known field that holds nothing, or still what the empty form held."""
    for path, node in _hollow(root):
        text = node.text.strip() if isinstance(node, Scalar) else ""
        nothing = not text or (isinstance(node, Scalar) and node.plain and text in {"~", "null"})
        if (text in {"~", "null"} and not nothing) or not _known(kind, path):
            continue
        tip = expected(kind, path).help + ("" if is_required(kind, path) else " Of haal het weg.")
        message = f"{name_of(path)} is {'leeg' if nothing else 'nog niet ingevuld'}"
        yield Fault(path, "V04", place_of(root, path, key=nothing), message, tip)


def _known(kind: str, path: Path) -> bool:
    steps = (path[:length] for length in range(len(path)))
    return bool(path) and all(
        isinstance(step, int) or step in expected(kind, above).fields for above, step in zip(steps, path, strict=True)
    )


def _hollow(node: Node) -> list[tuple[Path, Node]]:
    """Every scalar, list or mapping that may hold nothing, with its path."""
    if isinstance(node, Scalar):
        return [((), node)] if node.text.strip() in _HOLLOW else []
    if isinstance(node, Sequence):
        below = [((index, *path), found) for index, item in enumerate(node.items) for path, found in _hollow(item)]
        return below if node.items else [((), node)]
    below = [((key, *path), found) for key, (_, value) in node.entries.items() for path, found in _hollow(value)]
    return below if node.entries else [((), node)]
