"""Lay items side by side."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import Item
from handboek.models.interventie import Interventie
from handboek.models.rol import Rol
from handboek.vergelijken.aanpakken import AANPAK
from handboek.vergelijken.gedeeld import Gedeeld, verdeel
from handboek.vergelijken.regels import Blik, stil
from handboek.vergelijken.rollen import ROL
from handboek.vergelijken.situatie import Situatie, schrijf, situatiegroep
from handboek.vergelijken.waarde import Cel, Groep, Inhoud, Kolom, Rij, Vergelijking

Tabel = Mapping[str, Mapping[str, Callable[[Blik[Any]], Cel] | Gedeeld]]


class Soort(NamedTuple):
    """How one kind is compared: its model, its table, and which roles work in an item."""

    model: type[Item]
    tabel: Tabel
    rollen: Callable[[str, Any], tuple[str, ...]]


SOORTEN: Mapping[str, Soort] = {
    Interventie.kind: Soort(Interventie, AANPAK, lambda _, item: item.rollen),
    Rol.kind: Soort(Rol, ROL, lambda id_, _: (id_,)),
}


def compare(
    kb: KnowledgeBase, ids: Sequence[str], soort: str = Interventie.kind, situatie: Situatie | None = None
) -> Vergelijking:
    """The comparison of these items, in the order given; KeyError for an id that is not there.

    With a situation the table of approaches begins with what fits it.

    A row of which a column says nothing reads `niet vermeld`: no cell is empty, and silence is not a no.
    """
    inhouden = [inhoud(kb, Key(soort, id_)) for id_ in dict.fromkeys(ids)]
    zwijgt = (stil(kb, "niet vermeld"),)
    cellen = _cellen(SOORTEN[soort].tabel, inhouden)
    groepen = tuple(
        Groep(naam, tuple(Rij(rij, tuple(cel or zwijgt for cel in next(cellen))) for rij in rijen))
        for naam, rijen in SOORTEN[soort].tabel.items()
    )
    eigen = (situatiegroep(kb, [een.kolom.key.id for een in inhouden], situatie),) if situatie else ()
    return Vergelijking(tuple(een.kolom for een in inhouden), (*eigen, *groepen), schrijf(situatie or {}))


def inhoud(kb: KnowledgeBase, key: Key) -> Inhoud:
    """What an item says in every row, whatever stands beside it; KeyError when there is no such item."""
    model, tabel, rollen_van = SOORTEN[key.kind]
    item: Any = kb.all(model)[key.id]
    blik = Blik(kb, key.id, item, rollen_van(key.id, item))
    rijen = [rij for groep in tabel.values() for rij in groep.values()]
    gedeeld = {rij.naam: rij.delen for rij in rijen if isinstance(rij, Gedeeld)}
    return Inhoud(
        Kolom(key, item.naam, ", ".join(filter(None, (item.plaats.gemeente, item.plaats.wijk)))),
        tuple(None if isinstance(rij, Gedeeld) else rij(blik) for rij in rijen),
        {naam: delen(blik) for naam, delen in gedeeld.items()},
    )


def _cellen(tabel: Tabel, inhouden: Sequence[Inhoud]) -> Iterator[Iterator[Cel]]:
    """Row by row the cell of each column, empty where it says nothing."""
    rijen = (rij for groep in tabel.values() for rij in groep.values())
    for nummer, rij in enumerate(rijen):
        yield (_cel(rij, een, inhouden, nummer) for een in inhouden)


def _cel(rij: Any, een: Inhoud, inhouden: Sequence[Inhoud], nummer: int) -> Cel:
    if isinstance(rij, Gedeeld):
        return verdeel(inhouden, een, rij.naam, ook=rij.ook)
    return een.cellen[nummer] or ()
