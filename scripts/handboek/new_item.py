"""`handboek new`: an empty form for an item, every field explained, made from the model."""

import textwrap
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from handboek.kinds import KINDS
from handboek.loading import schema_line
from handboek.models.basis import Model, Stilte, Uitspraak, Verwijzing
from handboek.reading.items import FILL

ASKED_BY_CHECKS = {"formuleringen"}  # may be absent in the model, but then a check asks for it


def form(kind: str) -> str:
    """The text of an empty form: what must be filled in reads `VUL IN`, what may stand is a comment."""
    lines = [schema_line(kind), *_lines(KINDS[kind], "")]
    return "\n".join(lines) + "\n"


def _lines(model: type[Model], indent: str) -> Iterator[str]:
    """The fields with their explanation; in a part of an item those that must stand come first."""
    fields = model.model_fields.items()
    for name, field in sorted(fields, key=lambda pair: (pair[0] == "bron", bool(indent and not pair[1].is_required()))):
        key = field.alias or name
        for line in textwrap.wrap(field.description or "", 96 - len(indent)):
            yield f"{indent}# {line}"
        if name == "bron" and not indent:
            yield "bron: redactie"
        elif field.is_required() or name in ASKED_BY_CHECKS:
            yield from _required(key, field, indent)
        else:
            yield from (f"{indent}# {line}" for line in _optional(key, field))


def _optional(key: str, field: FieldInfo) -> Iterator[str]:
    """The field as a comment, with what must stand in its parts."""
    part = _part(field.annotation)
    is_list = any(get_origin(option) is tuple for option in (field.annotation, *get_args(field.annotation)))
    if part is None:
        yield f"{key}: {'[…]' if is_list and key != 'bron' else '…'}"
        return
    yield f"{key}:"
    asked = [field.alias or name for name, field in part.model_fields.items() if field.is_required()]
    for number, name in enumerate(asked):
        yield f"  {'' if not is_list else '- ' if number == 0 else '  '}{name}: …"


def _required(key: str, field: FieldInfo, indent: str) -> Iterator[str]:
    annotation = field.annotation
    part = _part(annotation)
    if Stilte in _models(annotation):
        yield f"{indent}{key}: niet vermeld"
    elif get_origin(annotation) is tuple and part:
        yield f"{indent}{key}:"
        explanation, first, *rest = _lines(part, indent + "    ")
        yield f"{indent}  {explanation.strip()}"
        yield f"{indent}  - {first.strip()}"
        yield from rest
    elif get_origin(annotation) is tuple:
        yield f"{indent}{key}: [{FILL}]"
    elif part:
        yield f"{indent}{key}:"
        yield from _lines(part, indent + "  ")
    else:
        choices = ", ".join(_choices(annotation))
        other = "of " if any(get_args(option)[:1] == (str,) for option in get_args(annotation)) else ""
        yield f"{indent}{key}: {FILL}" + (f"  # {other}{choices}" if choices else "")


def _part(annotation: Any) -> type[Model] | None:
    """The model whose fields stand below a field of this type; None when plain text stands there."""
    text_like = (Stilte, Uitspraak, Verwijzing)
    return next((model for model in _models(annotation) if not issubclass(model, text_like)), None)


def _models(annotation: Any) -> list[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models(argument)]


def _choices(annotation: Any) -> list[str]:
    if get_origin(annotation) is Literal:
        return [str(choice) for choice in get_args(annotation)]
    return [choice for argument in get_args(annotation) for choice in _choices(argument)]
