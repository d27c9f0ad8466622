"""Sources inherit: what an item, a section or a statement names holds for everything below it."""

from typing import TypeVar

from handboek.models.basis import REDACTIE, Gebrond, Model, Verwijzing, verwijzing_naar
from handboek.models.waarden import AFWEZIG_WOORDEN

M = TypeVar("M", bound=Model)
Herkomst = tuple[Verwijzing, ...]


def resolve(model: M, inherited: Herkomst | None = None, document: str | None = None) -> M:
    """The same model, with the source that holds for each of its parts filled in.

    To be called once, on a model that was just made: it fills in place, which takes half the time of copies.
    `inherited` is what holds from above; `document` is the last document named on the way down, which a
    bare `§3.2.2` belongs to. A part without any source above it keeps None; a § without a document keeps
    a reference whose bron is None. Both are findings of the checks. A word for absence inherits the
    document but no section: it is the whole source that is silent.
    """
    if isinstance(model, Gebrond):
        if model.bron is not None:
            inherited, document = _fill(model.bron, document)
        elif inherited and model.__dict__.get("tekst") in AFWEZIG_WOORDEN:
            inherited = tuple({verwijzing_naar(verwijzing.bron): None for verwijzing in inherited})
        model.__dict__["bron"] = inherited
    for name, value in model.__dict__.items():
        if name == "bron":
            continue
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Model):
                resolve(part, inherited, document)
    return model


def _fill(herkomst: Herkomst, document: str | None) -> tuple[Herkomst, str | None]:
    filled = []
    for verwijzing in herkomst:
        if verwijzing.bron is None and document is not None:
            verwijzing = verwijzing_naar(document, verwijzing.sectie)
        elif verwijzing.bron not in (None, REDACTIE):
            document = verwijzing.bron
        filled.append(verwijzing)
    return tuple(filled), document
