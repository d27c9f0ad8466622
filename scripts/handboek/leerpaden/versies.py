"""The two versions of a curriculum, the teacher's and the participants', from one source.

The model marks what only the teacher may see (VOOR_DOCENT); whoever shows a curriculum to participants shows
`voor_deelnemers` of it, so that no template or export decides for itself.
"""

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from handboek.models.basis import VOOR_DOCENT, Model
from handboek.models.leerpad import Leerpad
from handboek.reading.nodes import Path
from handboek.walk import annotations, key_of, parts

M = TypeVar("M", bound=Model)


@cache
def docentvelden(model: type[Model]) -> frozenset[str]:
    """The names of the fields of a model that only the teacher may see."""
    return frozenset(name for name in model.model_fields if VOOR_DOCENT in annotations(model, name))


def docentteksten(leerpad: Leerpad) -> Iterator[tuple[Path, str]]:
    """Everything that only the teacher may see, with its place."""
    for path, part in parts(leerpad):
        for name in docentvelden(type(part)):
            if text := getattr(part, name):
                yield (*path, key_of(type(part), name)), text


def deelnemersteksten(leerpad: Leerpad) -> Iterator[tuple[Path, str]]:
    """Everything in words that participants see, with its place."""
    for path, part in parts(voor_deelnemers(leerpad)):
        for name in type(part).model_fields:
            value = getattr(part, name)
            here = (*path, key_of(type(part), name))
            if isinstance(value, str):
                yield here, value
            elif isinstance(value, tuple):
                yield from (((*here, index), text) for index, text in enumerate(value) if isinstance(text, str))


def voor_deelnemers(part: M) -> M:
    """The same without what only the teacher may see."""
    hidden = docentvelden(type(part))
    shown = {name: None if name in hidden else _shown(value) for name, value in part.__dict__.items()}
    return part.model_copy(update=shown)


def _shown(value: object) -> object:
    if isinstance(value, Model):
        return voor_deelnemers(value)
    if isinstance(value, tuple):
        return tuple(_shown(part) for part in value)
    return value
