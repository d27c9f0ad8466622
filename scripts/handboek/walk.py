"""Walk through an item: every field with its path, and every reference it holds."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import StringConstraints

from handboek.kinds import KIND_OF_FOLDER, folder_name
from handboek.models.basis import REDACTIE, Gebrond, Model, Verwijst, Verwijzing
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.reading.nodes import Path


class Reference(NamedTuple):
    """A reference of an item: where it stands, to which kind and id, and the begrip's soort that is asked."""

    path: Path
    kind: str | None
    id: str
    soort: str | None


@cache
def key_of(model: type[Model], name: str) -> str:
    """The YAML key of a field; it differs from the name only where Python reserves the word."""
    return model.model_fields[name].alias or name


def parts(model: Model, path: Path = ()) -> Iterator[tuple[Path, Model]]:
    """The model itself and every model below it, each with its path, in the order of the fields."""
    yield path, model
    for name, key in _part_fields(type(model)):
        value = model.__dict__[name]
        if isinstance(value, tuple):
            for index, part in enumerate(value):
                if isinstance(part, Model):
                    yield from parts(part, (*path, key, index))
        elif isinstance(value, Model):
            yield from parts(value, (*path, key))


@cache
def _part_fields(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """The fields that may hold further models, sources excepted, each with its YAML key."""
    return tuple(
        (name, key_of(model, name))
        for name, field in model.model_fields.items()
        if name != "bron" and _holds_models(field.annotation)
    )


def _holds_models(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return True
    return any(_holds_models(argument) for argument in get_args(annotation))


def texts(said: Iterable[tuple[Path, Model]]) -> Iterator[tuple[Path, Model, str]]:
    """Everything that these parts say in words: where it stands, the part that says it, and the text."""
    for path, part in said:
        for name in _text_fields(type(part)):
            value = part.__dict__[name]
            if isinstance(value, str):
                yield (*path, key_of(type(part), name)), part, value
            elif isinstance(value, tuple):
                here = (*path, key_of(type(part), name))
                yield from (((*here, index), part, text) for index, text in enumerate(value))


@cache
def _text_fields(model: type[Model]) -> tuple[str, ...]:
    """The fields that hold running text or short labels: no ids, no words from a list."""
    return tuple(name for name in model.model_fields if name != "bron" and _is_text(annotations(model, name)))


def _is_text(marks: tuple[object, ...]) -> bool:
    free = any(isinstance(mark, StringConstraints) and mark.pattern is None for mark in marks)
    return free and not any(isinstance(mark, Verwijst) for mark in marks)


def statements(said: Iterable[tuple[Path, Model]]) -> Iterator[tuple[Path, Gebrond]]:
    """Every innermost part, the item itself excepted, that has a source of its own or from above."""
    for path, part in said:
        if path and isinstance(part, Gebrond) and not _has_parts(part):
            yield path, part


def _has_parts(model: Model) -> bool:
    return any(
        isinstance(value, Gebrond) or (isinstance(value, tuple) and value and isinstance(value[0], Gebrond))
        for value in (model.__dict__[name] for name, _ in _part_fields(type(model)))
    )


def references(said: Iterable[tuple[Path, Model]]) -> Iterator[Reference]:
    """Every reference of these parts to another item, sources excepted."""
    for path, part in said:
        for name, mark in _marked_fields(type(part)):
            value = part.__dict__[name]
            here = (*path, key_of(type(part), name))
            if isinstance(value, tuple):
                for index, reference in enumerate(value):
                    yield _reference((*here, index), reference, mark)
            elif value is not None and value != "niet vermeld":
                yield _reference(here, value, mark)


def _reference(path: Path, value: str, mark: Verwijst) -> Reference:
    if mark.kind is not None:
        return Reference(path, mark.kind, value, mark.soort)
    folder, _, id_ = value.partition("/")
    return Reference(path, KIND_OF_FOLDER.get(folder), id_, None)


def source_references(said: Iterable[tuple[Path, Gebrond]]) -> Iterator[tuple[Path, Verwijzing]]:
    """Every source that these statements rest on, as resolved; a silent source carries nothing."""
    for path, part in said:
        silent = part.__dict__.get("tekst") in AFWEZIG_WOORDEN
        for verwijzing in part.bron or ():
            if not (silent and verwijzing.sectie is None and verwijzing.bron != REDACTIE):
                yield path, verwijzing


@cache
def _marked_fields(model: type[Model]) -> tuple[tuple[str, Verwijst], ...]:
    found = []
    for name in model.model_fields:
        mark = next((mark for mark in annotations(model, name) if isinstance(mark, Verwijst)), None)
        if mark:
            found.append((name, mark))
    return tuple(found)


def annotations(model: type[Model], name: str) -> tuple[Any, ...]:
    """Everything that a field's type says besides the type: constraints and marks."""
    field = model.model_fields[name]
    return (*field.metadata, *_metadata(field.annotation))


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _metadata(argument)


def address(kind: str, id_: str) -> str:
    """An item's address within the handbook, `folder/id`: how references of any kind are written."""
    return f"{folder_name(kind)}/{id_}"
