"""libyaml events to what they say. Strict: what two readers could read differently is refused.

Refused, each with a place and a tip: doubled keys, anchors and aliases, tags, merge keys, several
documents, keys that are no text, over-deep nesting, and whatever libyaml itself refuses. A character that may
not stand in a file may not be written as an escape either.
"""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, NamedTuple, TypeGuard

import yaml

from handboek.findings import Finding
from handboek.reading.characters import MAX_FINDINGS, TOO_LARGE, decode, trouble_in
from handboek.reading.nodes import Plain, events_of, place_of_mark
from handboek.reading.yaml_errors import explain

MAX_DEPTH = 20
MAX_EVENTS = 8_000
"""Signs that libyaml gives for one file; the largest file of the handbook has two thirds of it."""
_NO_ANCHORS = "Schrijf de tekst voluit; begint hij met & of *, zet hem dan tussen aanhalingstekens."


class Read(NamedTuple):
    """What a file holds: its text, what that says (None when unreadable), and the findings on the way."""

    text: str
    fields: dict[str, Plain] | None
    findings: list[Finding]


class _Stopped(Exception):  # noqa: N818
    """Reading on makes no sense; why is noted."""


class _Composer:
    """Puts events together into fields, lists and text, and notes what the handbook does not accept."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.depth = 0
        self.aliases: set[str] = set()
        events = events_of(text)
        self.next = chain(islice(events, MAX_EVENTS), self._too_many(events)).__next__

    def note(self, event: Any, code: str, message: str, tip: str) -> None:
        self.findings.append(Finding(self.file, place_of_mark(event.start_mark), code, message, tip))
        if len(self.findings) >= MAX_FINDINGS:
            raise _Stopped

    def _too_many(self, events: Iterator[Any]) -> Iterator[Any]:
        """What comes after the last event that is read: a note that the file goes on where no item does."""
        yield from ()
        self.note(next(events), "Y06", "te veel velden en regels voor één item", TOO_LARGE)
        raise _Stopped

    def document(self) -> Plain:
        """What the one document of the file says; nothing in it, no text either."""
        start, event = self.next(), self.next()
        if type(event) is not yaml.StreamEndEvent:
            start = self.next()
            document = self._value(start)
            self.next()  # the document ends
            event = self.next()
        else:
            document = ""
        if type(event) is not yaml.StreamEndEvent:
            tip = "Eén bestand is één item: haal de regel met --- weg."
            self.note(event, "Y11", "tweede item in één bestand", tip)
        elif not self.findings and not isinstance(document, dict):
            self._no_fields(start, document)
        return document

    def _no_fields(self, event: Any, document: Plain) -> None:
        if document == "":
            tip = "Haal het weg en begin met `handboek new`; dat schrijft een leeg formulier."
            self.note(event, "Y13", "het bestand is leeg", tip)
        else:
            tip = "Begin elke regel met `veld: tekst`: geen streepje ervoor, een spatie na de dubbele punt."
            self.note(event, "Y15", "het bestand begint niet met velden", tip)

    def _value(self, event: Any) -> Plain:
        """What begins with this event."""
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        if event.anchor or event.tag:
            self._decorated(event)
        if kind is yaml.ScalarEvent:
            if event.style == '"':
                self._check_escapes(event)
            text: str = event.value
            return text
        self._deeper(event)
        value = self._list() if kind is yaml.SequenceStartEvent else self._fields()
        self.depth -= 1
        return value

    def _list(self) -> list[Plain]:
        items = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            items.append(self._value(event))
        return items

    def _fields(self) -> dict[str, Plain]:
        fields: dict[str, Plain] = {}
        names: dict[str, Any] = {}
        while type(event := self.next()) is not yaml.MappingEndEvent:
            name = self._value(event)
            if self._is_name(name, event, names):
                names[name] = event
                fields[name] = self._value(self.next())
            elif type(event := self.next()) is not yaml.AliasEvent:
                self._value(event)
        return fields

    def _is_name(self, name: Plain, event: Any, names: dict[str, Any]) -> TypeGuard[str]:
        """Whether this names a new field, beside those that these events named; notes why not."""
        if not isinstance(name, str):
            tip = "Begin de regel met een woord en een dubbele punt; zet een tekst die met [ of { begint in een blok met >-."
            self.note(event, "Y14", "lijst of blok waar de naam van een veld hoort", tip)
        elif not name.strip():
            tip = "Begin de regel met een woord en een dubbele punt."
            self.note(event, "Y14", "hier ontbreekt de naam van een veld", tip)
        elif name == "<<" and not event.style:
            self.note(event, "Y10", "<< voegt velden van elders in", "Schrijf de velden voluit.")
        elif name in names:
            message = f"‘{name}’ staat dubbel; de eerste staat op regel {names[name].start_mark.line + 1}"
            self.note(event, "Y12", message, "Voeg de twee samen of haal er een weg.")
        else:
            return True
        return False

    def _alias(self, event: Any) -> str:
        if event.anchor not in self.aliases:
            self.aliases.add(event.anchor)
            self.note(event, "Y08", f"‘*{event.anchor}’ leest als een verwijzing", _NO_ANCHORS)
        return f"*{event.anchor}"

    def _deeper(self, event: Any) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            tip = "Een item heeft zo veel niveaus niet nodig."
            self.note(event, "Y07", f"te diep: meer dan {MAX_DEPTH} niveaus", tip)
            raise _Stopped

    def _decorated(self, event: Any) -> None:
        if event.anchor:
            self.note(event, "Y08", f"‘&{event.anchor}’ leest als een anker", _NO_ANCHORS)
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            tip = "Haal het weg, of zet een tekst die met ! begint tussen aanhalingstekens."
            self.note(event, "Y09", f"‘{tag}’ leest als een tag", tip)

    def _check_escapes(self, event: Any) -> None:
        for finding in trouble_in(event.value, self.file):
            self.note(event, finding.code, f"{finding.message}, geschreven als \\-code", "Haal de \\-code weg.")


def read(data: bytes, file: str) -> Read:
    """Read one file. Never raises: what is wrong comes back as findings with their places."""
    text, findings = decode(data, file)
    if findings:
        return Read(text, None, findings[:MAX_FINDINGS])
    composer, document = _Composer(text, file), None
    try:
        document = composer.document()
    except yaml.MarkedYAMLError as error:
        composer.findings.append(explain(error, text, file))
    except _Stopped:
        pass
    return Read(text, document if isinstance(document, dict) and not composer.findings else None, composer.findings)
