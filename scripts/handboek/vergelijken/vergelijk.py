"""Lay items side by side."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import Item
from handboek.models.interventie import Interventie
from handboek.models.rol import Rol
from handboek.vergelijken.aanpakken import AANPAK
from handboek.vergelijken.regels import Blik, stil
from handboek.vergelijken.rollen import ROL
from handboek.vergelijken.waarde import Cel, Groep, Kolom, Rij, Vergelijking


class Soort(NamedTuple):
    """How one kind is compared: its model, its table, and which roles work in an item."""

    model: type[Item]
    tabel: Mapping[str, Mapping[str, Callable[[Blik[Any]], Cel]]]
    rollen: Callable[[str, Any], tuple[str, ...]]


SOORTEN: Mapping[str, Soort] = {
    Interventie.kind: Soort(Interventie, AANPAK, lambda _, item: item.rollen),
    Rol.kind: Soort(Rol, ROL, lambda id_, _: (id_,)),
}


def compare(kb: KnowledgeBase, ids: Sequence[str], soort: str = Interventie.kind) -> Vergelijking:
    """The comparison of these items, in the order given; KeyError for an id that is not there.

    A row of which a column says nothing reads `niet vermeld`: no cell is empty, and silence is not a no.
    """
    model, tabel, rollen_van = SOORTEN[soort]
    items = {id_: kb.all(model)[id_] for id_ in ids}
    rollen = {id_: rollen_van(id_, item) for id_, item in items.items()}
    blikken = [Blik(kb, id_, item, rollen) for id_, item in items.items()]
    zwijgt = (stil(kb, "niet vermeld"),)
    return Vergelijking(
        kolommen=tuple(_kolom(Key(soort, id_), item) for id_, item in items.items()),
        groepen=tuple(
            Groep(naam, tuple(Rij(rij, tuple(cel(blik) or zwijgt for blik in blikken)) for rij, cel in rijen.items()))
            for naam, rijen in tabel.items()
        ),
    )


def _kolom(key: Key, item: Any) -> Kolom:
    return Kolom(key, item.naam, ", ".join(filter(None, (item.plaats.gemeente, item.plaats.wijk))))
