"""View of the field tables."""

from dataclasses import dataclass

from handboek.kinds import KINDS
from handboek.knowledge import KnowledgeBase
from handboek.pages.fields import field_rows, parts_of


@dataclass(frozen=True)
class VeldenView:
    """The field tables: for each kind and each part its fields, as the models have them."""

    soorten: list[tuple[str, str, str, list[dict[str, str]]]]
    delen: list[tuple[str, str, list[dict[str, str]]]]


def velden_view(_: KnowledgeBase) -> VeldenView:
    """The view of the field tables."""
    kinds = [(model.kind, model.meervoud, model.__doc__ or "", field_rows(model)) for model in KINDS.values()]
    delen = [(part.__name__, part.__doc__ or "", field_rows(part)) for part in parts_of()]
    return VeldenView(kinds, delen)
