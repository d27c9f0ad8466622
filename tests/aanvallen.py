"""The real handbook with an attack in every text: in every field of every kind, and in what the editors write beside it."""

import copy
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

import yaml
from pydantic import StringConstraints

from conftest import ROOT
from handboek.kinds import KINDS
from handboek.knowledge import Entry, Key, KnowledgeBase
from handboek.models.basis import Intrekking, Item, Model, Verwijst
from handboek.models.leerpad import Koppeling, Leerpad
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.walk import annotations, parts

GROUPS: dict[str, list[str]] = yaml.safe_load((ROOT / "tests" / "aanvallen.yml").read_text(encoding="utf-8"))
ATTACKS = [attack for group in GROUPS.values() for attack in group]
ALL = " ".join(ATTACKS)
Field = tuple[str, ...]
"""A field of a kind: the kind and the names on the way to it."""


class Slot(NamedTuple):
    """A place that holds a text: the model it is in, and the name and number of it there."""

    model: Model
    name: str
    number: int | None

    def put(self, text: str) -> None:
        """Write past the model, which would refuse what is too long: whatever gets in must do no harm."""
        value = self.model.__dict__[self.name]
        if self.number is not None:
            text = (*value[: self.number], text, *value[self.number + 1 :])  # type: ignore[assignment]
        self.model.__dict__[self.name] = text


@cache
def _is_text(model: type[Model], name: str) -> bool:
    """Whether a field holds text that an author makes up."""
    said = annotations(model, name)
    rules = [rule for rule in said if isinstance(rule, StringConstraints)]
    return (
        bool(rules) and all(rule.pattern is None for rule in rules) and not any(isinstance(m, Verwijst) for m in said)
    )


def _models(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def text_fields(model: type[Model], path: Field) -> Iterator[Field]:
    """Every field of text below a model, by the names on the way to it."""
    for name, field in model.model_fields.items():
        if _is_text(model, name):
            yield (*path, name)
        elif name != "bron":
            for part in _models(field.annotation):
                yield from text_fields(part, (*path, name))


EVERY_FIELD = {field for kind, model in KINDS.items() for field in text_fields(model, (kind,))}


def slots(kind: str, item: Item) -> Iterator[tuple[Field, Slot]]:
    """Every text of an item."""
    for path, part in parts(item):
        names = tuple(step for step in path if isinstance(step, str))
        for name, value in part.__dict__.items():
            if value and _is_text(type(part), name):
                for number, text in enumerate(value) if isinstance(value, tuple) else ((None, value),):
                    if text not in AFWEZIG_WOORDEN:
                        yield (kind, *names, name), Slot(part, name, number)


def _fill(items: dict[Key, Item]) -> None:
    """Give to one item of each kind what the content does not use: a withdrawal, a link to elsewhere, odd fields."""
    gone = {"op": "2026-01-01", "reden": {"tekst": "Weg", "bron": "redactie"}, "bron": "redactie"}
    link = {"naam": "Elders", "url": "https://voorbeeld.nl/?a=%22onload=alert(1)", "waarom": "Nodig"}
    for item in {key.kind: item for key, item in items.items()}.values():
        item.__dict__["ingetrokken"] = Intrekking.model_validate(gone)
        for name in ("synoniemen", "situaties", "zoekwoorden"):
            item.__dict__[name] = ("x",)
        if isinstance(item, Leerpad):
            item.sessies[0].activiteiten[0].__dict__["koppelingen"] = (Koppeling.model_validate(link),)
    claim = next(
        part for key, item in items.items() if key.kind == "bron" for path, part in parts(item) if "beweringen" in path
    )
    claim.__dict__.update(periode="x", evaluatie_door="x")


def attacked(kb: KnowledgeBase) -> tuple[KnowledgeBase, dict[str, set[Key]]]:
    """The handbook with attacks, and of each kind the items that hold all of them in every field.

    Elsewhere each text holds one attack, at its begin or its end in turn.
    """
    items = {key: copy.deepcopy(item) for key, item in kb.items()}
    _fill(items)
    places: dict[Field, list[tuple[Key, Slot]]] = defaultdict(list)
    for key, item in items.items():
        for field, slot in slots(key.kind, item):
            places[field].append((key, slot))
    assert set(places) == EVERY_FIELD
    carriers: dict[str, set[Key]] = defaultdict(set)
    for field, found in sorted(places.items(), key=lambda pair: len(pair[1])):
        chosen = next((row for row in found if row[0] in carriers[field[0]]), found[0])
        carriers[field[0]].add(chosen[0])
        for number, row in enumerate(found):
            slot = row[1]
            value = slot.model.__dict__[slot.name]
            text = value if slot.number is None else value[slot.number]
            attack = ATTACKS[(number + len(field)) % len(ATTACKS)]
            slot.put(f"{text} {ALL}" if row is chosen else f"{text} {attack}" if number % 2 else f"{attack} {text}")
    pairs = tuple(pair.model_copy(update={"waarom": f"{pair.waarom} {ALL}"}) for pair in kb.vergelijkingen)
    entries = [Entry(key, kb.entries[key].file, item, None) for key, item in items.items()]
    return KnowledgeBase.of(entries, kb.synoniemen, pairs, kb.lists), carriers


CODE = re.compile(r"script|opmaak|schema|ander adres|stuurt")
"""What the check of the site says of code, of an address that runs or is loaded, and of a reader sent away."""
