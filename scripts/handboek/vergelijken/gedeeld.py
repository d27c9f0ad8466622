"""Shifts and competencies of columns beside each other: which ones another names too, which are named here alone."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from handboek.knowledge import Key
from handboek.models.basis import Item
from handboek.models.competentie import Competentie, CompetentieFormulering
from handboek.models.interventie import Interventie
from handboek.models.verschuiving import Verschuiving, VerschuivingFormulering
from handboek.queries import competency_wordings, opposed_to
from handboek.vergelijken.regels import Blik, plekken
from handboek.vergelijken.waarde import Cel, Regel
from handboek.words import opsomming

F = TypeVar("F")


def competenties(blik: Blik[Item], *, ook: bool, woorden: bool) -> Cel:
    """Competencies that another column names too (`ook`), or none; `woorden` adds those of the source."""

    def regel(id_: str, gezegd: list[CompetentieFormulering], elders: list[str]) -> Regel:
        bron = f": {opsomming(f'‘{f.tekst}’' for f in gezegd)}" if woorden else ""
        tekst = f"{blik.kb.all(Competentie)[id_].naam}{bron}{_wie(blik, 'ook bij', elders)}"
        return Regel(tekst, plekken(blik.kb, *(f.bron for f in gezegd)), Key("competentie", id_))

    return _verdeeld(blik, _competenties, regel, ook)


def verschuivingen(blik: Blik[Item], *, ook: bool) -> Cel:
    """Shifts that another column makes too (`ook`), or none; with who goes the other way on the same axis."""

    def regel(id_: str, gezegd: list[VerschuivingFormulering], elders: list[str]) -> Regel:
        item = blik.kb.all(Verschuiving)[id_]
        woorden = opsomming(f"‘van {f.van} naar {f.naar}’" for f in gezegd)
        terug = opposed_to(blik.kb, item).keys()
        tegen = [kolom for kolom in _anderen(blik) if terug & _verschuivingen(blik, kolom).keys()]
        tekst = f"{item.naam}: {woorden}{_wie(blik, 'ook bij', elders)}{_wie(blik, 'andere kant op bij', tegen, True)}"
        return Regel(tekst, plekken(blik.kb, *(f.bron for f in gezegd)), Key("verschuiving", id_), bool(tegen))

    return _verdeeld(blik, _verschuivingen, regel, ook)


def _verdeeld(
    blik: Blik[Item],
    noemt: Callable[[Blik[Item], str], dict[str, list[F]]],
    regel: Callable[[str, list[F], list[str]], Regel],
    ook: bool,
) -> Cel:
    """The part of what this column names that others name too, or do not; empty when it names nothing at all."""
    eigen = noemt(blik, blik.id)
    elders = {kolom: noemt(blik, kolom) for kolom in _anderen(blik)}
    if eigen and ook and not any(elders.values()):
        return (Regel("n.v.t."),)
    regels = []
    for id_, gezegd in eigen.items():
        bij = [kolom for kolom, daar in elders.items() if id_ in daar]
        if bool(bij) == ook:
            regels.append(regel(id_, gezegd, bij))
    return tuple(regels) or ((Regel("nee"),) if eigen else ())


def _competenties(blik: Blik[Item], kolom: str) -> dict[str, list[CompetentieFormulering]]:
    """The competencies that a column's roles name, by id, each with their wordings."""
    found: dict[str, list[CompetentieFormulering]] = {}
    for rol in blik.rollen[kolom]:
        for id_, eigen in competency_wordings(blik.kb, rol).items():
            found.setdefault(id_, []).extend(eigen)
    return found


def _verschuivingen(blik: Blik[Item], kolom: str) -> dict[str, list[VerschuivingFormulering]]:
    """The shifts that a column's roles make, or the approach itself where its source names no role."""
    aanpak = kolom if isinstance(blik.item, Interventie) else None
    found: dict[str, list[VerschuivingFormulering]] = {}
    for id_, item in blik.kb.all(Verschuiving).items():
        for f in item.formuleringen:
            if f.rol in blik.rollen[kolom] or (aanpak and f.interventie == aanpak):
                found.setdefault(id_, []).append(f)
    return found


def _anderen(blik: Blik[Item]) -> list[str]:
    return [kolom for kolom in blik.rollen if kolom != blik.id]


def _wie(blik: Blik[Item], woord: str, kolommen: Iterable[str], altijd: bool = False) -> str:
    """` (ook bij …)`; not said where it can only be the one other column, unless `altijd`."""
    bij = [blik.kb.item(Key(blik.item.kind, kolom)).naam for kolom in kolommen]
    return f" ({woord} {opsomming(bij)})" if bij and (altijd or len(blik.rollen) > 2) else ""
