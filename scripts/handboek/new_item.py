"""`handboek new`: an empty form for an item, every field explained, made from the model."""

import textwrap
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from handboek.kinds import KINDS
from handboek.loading import SCHEMA_LINE
from handboek.models.basis import Model, Stilte, Uitspraak

FILL = "VUL IN"


def form(kind: str) -> str:
    """The text of an empty form: what must be filled in reads `VUL IN`, what may stand is a comment."""
    lines = [SCHEMA_LINE.format(kind=kind), *_lines(KINDS[kind], "")]
    return "\n".join(lines) + "\n"


def _lines(model: type[Model], indent: str) -> Iterator[str]:
    order = sorted(model.model_fields.items(), key=lambda pair: pair[0] == "bron")
    for name, field in order:
        key = field.alias or name
        for line in textwrap.wrap(field.description or "", 96 - len(indent)):
            yield f"{indent}# {line}"
        if name == "bron" and not indent:
            yield "bron: redactie"
        elif field.is_required():
            yield from _required(key, field, indent)
        else:
            yield f"{indent}# {key}: …"


def _required(key: str, field: FieldInfo, indent: str) -> Iterator[str]:
    annotation = field.annotation
    part = next((m for m in _models(annotation) if m not in {Stilte, Uitspraak}), None)
    if Stilte in _models(annotation):
        yield f"{indent}{key}: niet vermeld"
    elif get_origin(annotation) is tuple and part:
        yield f"{indent}{key}:"
        yield f"{indent}  -"
        yield from _lines(part, indent + "    ")
    elif get_origin(annotation) is tuple:
        yield f"{indent}{key}: [{FILL}]"
    elif part:
        yield f"{indent}{key}:"
        yield from _lines(part, indent + "  ")
    else:
        choices = ", ".join(_choices(annotation))
        yield f"{indent}{key}: {FILL}" + (f"  # {choices}" if choices else "")


def _models(annotation: Any) -> list[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models(argument)]


def _choices(annotation: Any) -> list[str]:
    if get_origin(annotation) is Literal:
        return [str(choice) for choice in get_args(annotation)]
    return [choice for argument in get_args(annotation) for choice in _choices(argument)]
