"""What the views share: links to items, and who says a shift or competency in which words."""

from collections.abc import Iterable
from dataclasses import dataclass

from handboek.kinds import KIND_OF_FOLDER, KINDS
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import Item
from handboek.models.begrip import Begrip
from handboek.models.rol import Rol
from handboek.queries import pick


@dataclass(frozen=True)
class Link:
    """An item by kind, id and name, with its summary where the list shows one."""

    kind: str
    id: str
    naam: str
    item: Item


def link(kb: KnowledgeBase, kind: str, id_: str) -> Link:
    """The link to an item that exists; the checks have made sure that it does."""
    item = kb.item(Key(kind, id_))
    return Link(kind, id_, item.naam, item)


def link_at(kb: KnowledgeBase, address: str) -> Link:
    """The link to an item by its address, `folder/id`."""
    folder, _, id_ = address.partition("/")
    return link(kb, KIND_OF_FOLDER[folder], id_)


def links(kb: KnowledgeBase, kind: str, ids: Iterable[str]) -> list[Link]:
    """Links to several items of a kind, in the order given."""
    return [link(kb, kind, id_) for id_ in ids]


def back(kb: KnowledgeBase, kind: str, id_: str) -> dict[str, list[Link]]:
    """Per kind every item that refers to this one, in the order of the kinds."""
    key = Key(kind, id_)
    found = {other: links(kb, other, kb.referring(key, other)) for other in KINDS}
    return {other: rows for other, rows in found.items() if rows}


def plaats(rol: Rol) -> str:
    """The short name of a role's place."""
    return rol.plaats.gemeente


def begrippen(kb: KnowledgeBase, ids: Iterable[str]) -> dict[str, Begrip]:
    """Begrippen by id, in the order given."""
    return pick(kb.all(Begrip), ids)
