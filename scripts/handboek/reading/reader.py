"""libyaml events to nodes with places. Strict: what two readers could read differently is refused.

Refused, each with a place and a tip: doubled keys, anchors and aliases, tags, merge keys, several
documents, keys that are no text, over-deep nesting, and whatever libyaml itself refuses. A character that may
not stand in a file may not be written as an escape either.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from handboek.findings import Finding, Place
from handboek.reading.characters import MAX_FINDINGS, TOO_LARGE, decode, trouble_in
from handboek.reading.nodes import Mapping, Node, Scalar, Sequence
from handboek.reading.yaml_errors import explain

MAX_DEPTH = 20
MAX_EVENTS = 8_000
"""Signs that libyaml gives for one file; the largest file of the handbook has two thirds of it."""
_NO_ANCHORS = "Schrijf de tekst voluit; begint hij met & of *, zet hem dan tussen aanhalingstekens."


class Read(NamedTuple):
    """What a file holds: its root mapping (None when unreadable), and the findings on the way."""

    root: Mapping | None
    findings: list[Finding]


class _Open:
    """A list or mapping that is still being read, and the key that waits for its value."""

    __slots__ = ("entries", "items", "key", "place", "skip")

    def __init__(self, place: Place, *, mapping: bool) -> None:
        self.place = place
        self.items: list[Node] = []
        self.entries: dict[str, tuple[Place, Node]] | None = {} if mapping else None
        self.key: Scalar | None = None
        self.skip = False

    def close(self) -> Node:
        if self.entries is None:
            return Sequence(tuple(self.items), self.place)
        return Mapping(self.entries, self.place)


class _Builder:
    """Puts events together into nodes, and notes what the handbook does not accept."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0
        self.aliases: set[str] = set()

    def note(self, place: Place, code: str, message: str, tip: str) -> None:
        self.findings.append(Finding(self.file, place, code, message, tip))

    def feed(self, event: Any) -> bool:
        """Take one event; False when reading on makes no sense."""
        kind, mark = type(event), event.start_mark
        place = Place(mark.line + 1, mark.column + 1)
        if kind is yaml.ScalarEvent:
            self._check_decoration(event, place)
            if event.style == '"':
                self._check_escapes(event.value, place)
            self._add(Scalar(event.value, place, not event.style))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._check_decoration(event, place)
            return self._open(place, mapping=kind is yaml.MappingStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._add(self.stack.pop().close())
        elif kind is yaml.AliasEvent:
            if event.anchor not in self.aliases and not (self.stack and self.stack[-1].skip):
                self.aliases.add(event.anchor)
                self.note(place, "Y08", f"‘*{event.anchor}’ leest als een verwijzing", _NO_ANCHORS)
            self._add(Scalar(f"*{event.anchor}", place))
        elif kind is yaml.DocumentStartEvent:
            return self._document(place)
        return True

    def too_many(self, event: Any) -> None:
        """Note that the file goes on where no item does."""
        place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
        self.note(place, "Y06", "te veel velden en regels voor één item", TOO_LARGE)

    def _document(self, place: Place) -> bool:
        self.documents += 1
        if self.documents > 1:
            self.note(place, "Y11", "tweede item in één bestand", "Eén bestand is één item: haal de regel met --- weg.")
        return self.documents == 1

    def _open(self, place: Place, *, mapping: bool) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            self.note(
                place, "Y07", f"te diep: meer dan {MAX_DEPTH} niveaus", "Een item heeft zo veel niveaus niet nodig."
            )
            return False
        self.stack.append(_Open(place, mapping=mapping))
        return True

    def _check_decoration(self, event: Any, place: Place) -> None:
        if event.anchor:
            self.note(place, "Y08", f"‘&{event.anchor}’ leest als een anker", _NO_ANCHORS)
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            tip = "Haal het weg, of zet een tekst die met ! begint tussen aanhalingstekens."
            self.note(place, "Y09", f"‘{tag}’ leest als een tag", tip)

    def _check_escapes(self, text: str, place: Place) -> None:
        for finding in trouble_in(text, self.file):
            self.note(place, finding.code, f"{finding.message}, geschreven als \\-code", "Haal de \\-code weg.")

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if parent.entries is None:
            parent.items.append(node)
        elif parent.key is None and not parent.skip:
            self._take_key(parent, node)
        else:
            if parent.key is not None:
                parent.entries[parent.key.text] = (parent.key.place, node)
            parent.key, parent.skip = None, False

    def _take_key(self, parent: _Open, node: Node) -> None:
        assert parent.entries is not None
        parent.skip = True
        if not isinstance(node, Scalar):
            tip = "Begin de regel met een woord en een dubbele punt; zet een tekst die met [ of { begint in een blok met >-."
            self.note(node.place, "Y14", "lijst of blok waar de naam van een veld hoort", tip)
        elif not node.text.strip():
            tip = "Begin de regel met een woord en een dubbele punt."
            self.note(node.place, "Y14", "hier ontbreekt de naam van een veld", tip)
        elif node.text == "<<" and node.plain:
            self.note(node.place, "Y10", "<< voegt velden van elders in", "Schrijf de velden voluit.")
        elif node.text in parent.entries:
            first = parent.entries[node.text][0]
            message = f"‘{node.text}’ staat dubbel; de eerste staat op regel {first.line}"
            self.note(node.place, "Y12", message, "Voeg de twee samen of haal er een weg.")
        else:
            parent.key, parent.skip = node, False


def read(data: bytes, file: str) -> Read:
    """Read one file. Never raises: what is wrong comes back as findings with their places."""
    text, findings = decode(data, file)
    if findings:
        return Read(None, findings[:MAX_FINDINGS])
    builder = _Builder(file)
    try:
        for number, event in enumerate(_events(text)):
            if number == MAX_EVENTS:
                builder.too_many(event)
            if number == MAX_EVENTS or not builder.feed(event) or len(builder.findings) >= MAX_FINDINGS:
                break
    except yaml.MarkedYAMLError as error:
        builder.findings.append(explain(error, text, file))
    return _result(builder)


def _events(text: str) -> Iterator[Any]:
    events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
    return events


def _result(builder: _Builder) -> Read:
    if builder.findings:
        return Read(None, builder.findings[:MAX_FINDINGS])
    if builder.root is None or (isinstance(builder.root, Scalar) and not builder.root.text):
        tip = "Haal het weg en begin met `handboek new`; dat schrijft een leeg formulier."
        builder.note(Place(), "Y13", "het bestand is leeg", tip)
    elif not isinstance(builder.root, Mapping):
        tip = "Begin elke regel met `veld: tekst`: geen streepje ervoor, een spatie na de dubbele punt."
        builder.note(builder.root.place, "Y15", "het bestand begint niet met velden", tip)
    return Read(builder.root if isinstance(builder.root, Mapping) else None, builder.findings)
