"""Fills an item from its model: walks the fields, and gives each a value of its type.

How much there is of everything (which fields are filled, how many rows a list has, how long a text is)
comes from a real item, the example. Prose is the example's words, shuffled; references and sources lead to
items that exist; words to choose from, dates, numbers and local ids stay as they are, so that they still agree.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any, NamedTuple, get_args

from pydantic import StringConstraints

from casting import Cast
from handboek.kinds import KIND_OF_FOLDER
from handboek.knowledge import Key
from handboek.models.basis import REDACTIE, Model, Verwijst, Verwijzing
from handboek.models.bron import Bron
from handboek.models.rol import Overstap
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.sources import Herkomst
from handboek.walk import address, key_of

Value = Any
"""What YAML holds: text, numbers, lists and mappings of these."""


LEFT_OUT = {(Overstap, "competenties")}
"""Fields that agree with other items in more than that these exist; so few that it makes no difference."""


_BEGINNING = re.compile(r"(?:^|(?<=[.?!:]\s))\w")


class FieldType(NamedTuple):
    """What the scalars of a field are: references, free prose, or (neither) something to keep as it is."""

    mark: Verwijst | None
    prose: bool


class Filler:
    """Fills one item of the cast."""

    def __init__(self, cast: Cast, key: Key, seed: str) -> None:
        self.cast = cast
        self.key = key
        self.rng = Random(f"{seed} {key.kind} {key.id}")
        self.documents: dict[str, str] = {}

    def fill(self, example: Model, document: str = REDACTIE) -> Value:
        """A model's fields as YAML has them; a lone `tekst` is plain text.

        `document` is the real bron that a bare § belongs to. None when a required reference has nowhere to go.
        """
        filled: dict[str, Value] = {}
        if example.__dict__.get("bron"):
            filled["bron"], document = self._sources(example.__dict__["bron"], document)
        for name, field in type(example).model_fields.items():
            value = getattr(example, name)
            if name == "bron" or value is None or value == () or (type(example), name) in LEFT_OUT:
                continue
            made = self._value(value, _type_of(type(example), name), document)
            if made is not None and made != []:
                filled[key_of(type(example), name)] = made
            elif field.is_required():
                return None
        return filled["tekst"] if filled.keys() == {"tekst"} else filled

    def _value(self, value: Any, type_: FieldType, document: str) -> Value:
        if isinstance(value, Model):
            return self.fill(value, document)
        if isinstance(value, tuple):
            made = [self._value(part, type_, document) for part in value]
            return [part for index, part in enumerate(made) if part is not None and part not in made[:index]]
        if value in AFWEZIG_WOORDEN:
            return value
        if type_.mark:
            return self._reference(value, type_.mark)
        if isinstance(value, Decimal):
            return int(value) if value == int(value) else float(value)
        return self._shuffled(value) if type_.prose else value

    def _shuffled(self, text: str) -> str:
        """The same words in another order, as one sentence, without figures: those have to stand in claims."""
        text = _BEGINNING.sub(lambda found: found[0].lower(), text)
        words = [word for word in text.split() if not re.search(r"\d", word)] or [text]
        self.rng.shuffle(words)
        return " ".join([words[0].capitalize(), *words[1:]])

    def _reference(self, id_: str, mark: Verwijst) -> str | None:
        folder, _, bare = id_.rpartition("/")
        kind = mark.kind or KIND_OF_FOLDER[folder]
        found = self.cast.stand_in(Key(kind, bare), mark.soort, self.key, self.rng)
        return address(kind, found) if found and mark.kind is None else found

    def _sources(self, herkomst: Herkomst, document: str) -> tuple[Value, str]:
        """The sources as text, and the document that holds below them."""
        found: dict[str, None] = {}
        for verwijzing in herkomst:
            if verwijzing.bron not in (None, REDACTIE):
                document = str(verwijzing.bron)
            found[self._source(verwijzing, document)] = None
        rows = list(found)
        return rows[0] if len(rows) == 1 else rows, document

    def _source(self, verwijzing: Verwijzing, document: str) -> str:
        if verwijzing.bron == REDACTIE or self._copy_of(document) == REDACTIE:
            return REDACTIE
        bron = self._copy_of(document) if verwijzing.bron else None
        return str(Verwijzing(bron=bron, sectie=verwijzing.sectie))

    def _copy_of(self, document: str) -> str:
        """The copy of a real bron that this whole item uses, so that its sections stay together."""
        if document not in self.documents:
            self.documents[document] = self.cast.copy_of(Key(Bron.kind, document), self.rng) or REDACTIE
        return self.documents[document]


@cache
def _type_of(model: type[Model], name: str) -> FieldType:
    field = model.model_fields[name]
    marks = [*field.metadata, *_metadata(field.annotation)]
    mark = next((mark for mark in marks if isinstance(mark, Verwijst)), None)
    return FieldType(mark, any(isinstance(mark, StringConstraints) and mark.pattern is None for mark in marks))


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _metadata(argument)
