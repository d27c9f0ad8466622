"""libyaml events to nodes with places. Strict: what two readers could read differently is refused.

Refused, each with a place and a tip: doubled keys, anchors and aliases, tags, merge keys, several
documents, keys that are no text, over-deep nesting, and whatever libyaml itself refuses. A character that may
not stand in a file may not be written as an escape either.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice
from typing import Any, NamedTuple, TypeGuard

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


class _Stopped(Exception):  # noqa: N818
    """Reading on makes no sense; why is noted."""


class _Composer:
    """Puts events together into nodes, and notes what the handbook does not accept."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.depth = 0
        self.aliases: set[str] = set()
        events: Iterator[Any] = iter(yaml.CBaseLoader(text).get_event, None)
        self.next = chain(islice(events, MAX_EVENTS), self._too_many(events)).__next__

    def note(self, place: Place, code: str, message: str, tip: str) -> None:
        self.findings.append(Finding(self.file, place, code, message, tip))
        if len(self.findings) >= MAX_FINDINGS:
            raise _Stopped

    def _too_many(self, events: Iterator[Any]) -> Iterator[Any]:
        """What comes after the last event that is read: a note that the file goes on where no item does."""
        yield from ()
        self.note(_place_of(next(events)), "Y06", "te veel velden en regels voor één item", TOO_LARGE)
        raise _Stopped

    def document(self) -> Node | None:
        """The one document of the file; None when the file is empty."""
        self.next()  # the stream starts
        if type(self.next()) is yaml.StreamEndEvent:
            return None
        root = self._node(self.next())
        self.next()  # the document ends
        if type(event := self.next()) is not yaml.StreamEndEvent:
            tip = "Eén bestand is één item: haal de regel met --- weg."
            self.note(_place_of(event), "Y11", "tweede item in één bestand", tip)
        return root

    def _node(self, event: Any) -> Node:
        """The node that begins with this event."""
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        if event.anchor or event.tag:
            self._decorated(event)
        if kind is yaml.ScalarEvent:
            mark = event.start_mark
            if event.style == '"':
                self._check_escapes(event)
            return _scalar((event.value, mark.line + 1, mark.column + 1, not event.style))
        place = _place_of(event)
        self._deeper(place)
        node = self._sequence(place) if kind is yaml.SequenceStartEvent else self._mapping(place)
        self.depth -= 1
        return node

    def _sequence(self, place: Place) -> Sequence:
        items = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            items.append(self._node(event))
        return Sequence(tuple(items), place)

    def _mapping(self, place: Place) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while type(event := self.next()) is not yaml.MappingEndEvent:
            key = self._node(event)
            if self._is_key(key, entries):
                entries[key.text] = key, self._node(self.next())
            elif type(event := self.next()) is not yaml.AliasEvent:
                self._node(event)
        return Mapping(entries, place)

    def _is_key(self, key: Node, entries: dict[str, tuple[Scalar, Node]]) -> TypeGuard[Scalar]:
        """Whether the node names a new field; notes why not."""
        if not isinstance(key, Scalar):
            tip = "Begin de regel met een woord en een dubbele punt; zet een tekst die met [ of { begint in een blok met >-."
            self.note(key.place, "Y14", "lijst of blok waar de naam van een veld hoort", tip)
        elif not key.text.strip():
            tip = "Begin de regel met een woord en een dubbele punt."
            self.note(key.place, "Y14", "hier ontbreekt de naam van een veld", tip)
        elif key.text == "<<" and key.plain:
            self.note(key.place, "Y10", "<< voegt velden van elders in", "Schrijf de velden voluit.")
        elif key.text in entries:
            message = f"‘{key.text}’ staat dubbel; de eerste staat op regel {entries[key.text][0].line}"
            self.note(key.place, "Y12", message, "Voeg de twee samen of haal er een weg.")
        else:
            return True
        return False

    def _alias(self, event: Any) -> Scalar:
        place = _place_of(event)
        if event.anchor not in self.aliases:
            self.aliases.add(event.anchor)
            self.note(place, "Y08", f"‘*{event.anchor}’ leest als een verwijzing", _NO_ANCHORS)
        return Scalar(f"*{event.anchor}", *place, plain=True)

    def _deeper(self, place: Place) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            tip = "Een item heeft zo veel niveaus niet nodig."
            self.note(place, "Y07", f"te diep: meer dan {MAX_DEPTH} niveaus", tip)
            raise _Stopped

    def _decorated(self, event: Any) -> None:
        place = _place_of(event)
        if event.anchor:
            self.note(place, "Y08", f"‘&{event.anchor}’ leest als een anker", _NO_ANCHORS)
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            tip = "Haal het weg, of zet een tekst die met ! begint tussen aanhalingstekens."
            self.note(place, "Y09", f"‘{tag}’ leest als een tag", tip)

    def _check_escapes(self, event: Any) -> None:
        for finding in trouble_in(event.value, self.file):
            self.note(
                _place_of(event), finding.code, f"{finding.message}, geschreven als \\-code", "Haal de \\-code weg."
            )


def _place_of(event: Any) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


_scalar: Callable[[tuple[str, int, int, bool]], Scalar] = partial(tuple.__new__, Scalar)
"""Makes a scalar as the tuple that it is, in a third of the time: a file has so many."""


def read(data: bytes, file: str) -> Read:
    """Read one file. Never raises: what is wrong comes back as findings with their places."""
    text, findings = decode(data, file)
    if findings:
        return Read(None, findings[:MAX_FINDINGS])
    composer, root = _Composer(text, file), None
    try:
        root = composer.document()
        if not composer.findings:
            _check_root(composer, root)
    except yaml.MarkedYAMLError as error:
        composer.findings.append(explain(error, text, file))
    except _Stopped:
        pass
    return Read(root if isinstance(root, Mapping) and not composer.findings else None, composer.findings)


def _check_root(composer: _Composer, root: Node | None) -> None:
    if root is None or (isinstance(root, Scalar) and not root.text):
        tip = "Haal het weg en begin met `handboek new`; dat schrijft een leeg formulier."
        composer.note(Place(), "Y13", "het bestand is leeg", tip)
    elif not isinstance(root, Mapping):
        tip = "Begin elke regel met `veld: tekst`: geen streepje ervoor, een spatie na de dubbele punt."
        composer.note(root.place, "Y15", "het bestand begint niet met velden", tip)
