"""The field tables of the editors' guide, generated from the models."""

from typing import Any, Literal, get_args, get_origin

from handboek.kinds import KINDS
from handboek.models.basis import Item, Model, Stilte, Uitspraak, Verwijst, Verwijzing

NO_PARTS: tuple[type[Model], ...] = (Stilte, Uitspraak, Verwijzing)
WORDS = {"str": "tekst", "int": "heel getal", "Decimal": "getal"}


def field_rows(model: type[Model]) -> list[dict[str, str]]:
    """For each field its key, what may stand there, whether it must, and its explanation."""
    return [
        {
            "veld": field.alias or name,
            "wat": _describe(field.annotation, field.metadata),
            "verplicht": "ja" if field.is_required() else "",
            "uitleg": field.description or "",
        }
        for name, field in model.model_fields.items()
    ]


def parts_of() -> list[type[Model]]:
    """Every model that is a part of an item, in the order in which the kinds name them."""
    found: dict[type[Model], None] = {}
    for model in KINDS.values():
        _gather(model, found)
    return [part for part in found if part not in NO_PARTS and not issubclass(part, Item)]


def _gather(model: type[Model], found: dict[type[Model], None]) -> None:
    for field in model.model_fields.values():
        for part in _models(field.annotation):
            if part not in found:
                found[part] = None
                _gather(part, found)


def _models(annotation: Any) -> list[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models(argument)]


def _describe(annotation: Any, metadata: list[Any]) -> str:
    mark = next((m for m in (*metadata, *_annotations(annotation)) if isinstance(m, Verwijst)), None)
    many = "lijst van " if get_origin(annotation) is tuple or _is_list(annotation) else ""
    if mark:
        return f"{many}{'map/id' if mark.kind is None else f'id van {mark.soort or mark.kind}'}"
    models = [model for model in _models(annotation) if model is not Stilte]
    if models:
        return many + ("uitspraak" if models[0] is Uitspraak else models[0].__name__)
    return many + _scalar(annotation)


def _annotations(annotation: Any) -> list[Any]:
    own = list(getattr(annotation, "__metadata__", ()))
    return own + [m for argument in get_args(annotation) for m in _annotations(argument)]


def _is_list(annotation: Any) -> bool:
    return Stilte in _models(annotation)


def _scalar(annotation: Any) -> str:
    if get_origin(annotation) is Literal:
        return "keuze"
    arguments = [argument for argument in get_args(annotation) if argument is not type(None)]
    if arguments:
        return _scalar(arguments[0])
    return WORDS.get(getattr(annotation, "__name__", ""), "tekst")
