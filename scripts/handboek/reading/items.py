"""From fields to typed items: pydantic types them, what it refuses becomes findings at their places."""

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
from handboek.reading.nodes import Path, Plain, Scalar, node_at, nodes_of, place_of
from handboek.sources import resolve

FILL = "VUL IN"


class Typed(NamedTuple):
    """What a file holds as far as it could be typed (None when it could not), and the findings on the way."""

    item: Model | None
    findings: list[Finding]


def type_item(kind: str, fields: dict[str, Plain], text: str, file: str) -> Typed:
    """Type one file's fields as what `kind` names; of an item with every statement's source resolved.

    `text` is the file's own, which shows where to point at what is wrong.
    """
    faults = list(islice(_empty(kind, fields, text), MAX_FINDINGS))
    try:
        item = MODELS[kind].model_validate(fields)
    except ValidationError as error:
        details = islice(error.errors(include_url=False), MAX_FINDINGS)
        faults += [fault for row in details if (fault := fault_of(row, nodes_of(text), kind))]
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


def _empty(kind: str, fields: dict[str, Plain], text: str) -> Iterator[Fault]:
    """A fault for every known field that holds nothing, or still what the empty form held."""
    for path in _hollow(fields):
        root = nodes_of(text)
        node = node_at(root, path)
        said = node.text.strip() if isinstance(node, Scalar) else ""
        nothing = not said or (isinstance(node, Scalar) and node.plain and said in {"~", "null"})
        if (said in {"~", "null"} and not nothing) or not _known(kind, path):
            continue
        tip = expected(kind, path).help + ("" if is_required(kind, path) else " Of haal het weg.")
        message = f"{name_of(path)} is {'leeg' if nothing else 'nog niet ingevuld'}"
        yield Fault(path, "V04", place_of(root, path, key=nothing), message, tip)


def _known(kind: str, path: Path) -> bool:
    steps = (path[:length] for length in range(len(path)))
    return bool(path) and all(
        isinstance(step, int) or step in expected(kind, above).fields for above, step in zip(steps, path, strict=True)
    )


def _hollow(said: Plain) -> list[Path]:
    """Where there is a text, list or mapping that may hold nothing."""
    if isinstance(said, str):
        return [()] if said.strip() in _HOLLOW else []
    below: Iterable[tuple[str | int, Plain]] = said.items() if isinstance(said, dict) else enumerate(said)
    return [(step, *path) for step, part in below for path in _hollow(part)] if said else [()]
