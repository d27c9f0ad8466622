"""Shifts and competencies of columns beside each other: which ones another names too, which are named here alone.

The browser does the same with the same parts (docs/assets/vergelijken/verdelen.js).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from handboek.knowledge import Key
from handboek.models.basis import Item
from handboek.models.competentie import Competentie, CompetentieFormulering
from handboek.models.interventie import Interventie
from handboek.models.verschuiving import Verschuiving, VerschuivingFormulering
from handboek.queries import competency_wordings
from handboek.vergelijken.regels import Blik, plekken
from handboek.vergelijken.waarde import Cel, Deel, Inhoud, Regel
from handboek.words import opsomming


class Gedeeld(NamedTuple):
    """A row whose cells depend on each other: the parts that others name too (`ook`), or those that none names."""

    naam: str
    delen: Callable[[Blik[Any]], tuple[Deel, ...]]
    ook: bool


def competenties(blik: Blik[Item], *, woorden: bool) -> tuple[Deel, ...]:
    """The competencies that a column's roles name; `woorden` adds those of the source."""
    found: dict[str, list[CompetentieFormulering]] = {}
    for rol in blik.rollen:
        for id_, eigen in competency_wordings(blik.kb, rol).items():
            found.setdefault(id_, []).extend(eigen)
    delen = []
    for id_, gezegd in found.items():
        naam = blik.kb.all(Competentie)[id_].naam
        bron = f": {opsomming(f'‘{f.tekst}’' for f in gezegd)}" if woorden else ""
        bronnen = plekken(blik.kb, *(f.bron for f in gezegd))
        delen.append(Deel(id_, Regel(naam + bron, bronnen, Key("competentie", id_), kop=naam)))
    return tuple(delen)


def verschuivingen(blik: Blik[Item]) -> tuple[Deel, ...]:
    """The shifts that a column's roles make, or the approach itself where its source names no role."""
    delen = []
    for id_, gezegd in _wie_schuift(blik).items():
        item = blik.kb.all(Verschuiving)[id_]
        woorden = opsomming(f"‘van {f.van} naar {f.naar}’" for f in gezegd)
        bronnen = plekken(blik.kb, *(f.bron for f in gezegd))
        regel = Regel(f"{item.naam}: {woorden}", bronnen, Key("verschuiving", id_), kop=item.naam)
        delen.append(Deel(id_, regel, item.as_, item.richting))
    return tuple(delen)


def _wie_schuift(blik: Blik[Item]) -> dict[str, list[VerschuivingFormulering]]:
    """The shifts of a column by id, in the order of their names, each with the wordings of this column."""
    eigen = [Key("rol", rol) for rol in blik.rollen]
    if isinstance(blik.item, Interventie):
        eigen.append(Key("interventie", blik.id))
    ids = {id_ for key in eigen for id_ in blik.kb.referring(key, "verschuiving", "formuleringen")}
    return {
        id_: [
            f
            for f in item.formuleringen
            if {Key("rol", f.rol or ""), Key("interventie", f.interventie or "")} & {*eigen}
        ]
        for id_, item in blik.kb.all(Verschuiving).items()
        if id_ in ids
    }


def verdeel(inhouden: Sequence[Inhoud], eigen: Inhoud, naam: str, *, ook: bool) -> Cel:
    """The part of what a column names that others name too, or do not; empty when it names nothing at all."""
    elders = [(ander.kolom.naam, ander.delen[naam]) for ander in inhouden if ander is not eigen]
    if eigen.delen[naam] and ook and not any(delen for _, delen in elders):
        return (Regel("n.v.t."),)
    regels = []
    for deel in eigen.delen[naam]:
        bij = [kolom for kolom, delen in elders if any(deel.id == ander.id for ander in delen)]
        if bool(bij) == ook:
            regels.append(_regel(deel, bij, elders))
    return tuple(regels) or ((Regel("nee"),) if eigen.delen[naam] else ())


def _regel(deel: Deel, bij: list[str], elders: Sequence[tuple[str, tuple[Deel, ...]]]) -> Regel:
    """The line of a part with who names it too, said only where there is a choice, and who goes the other way."""
    tegen = [kolom for kolom, delen in elders if any(_andersom(deel, ander) for ander in delen)]
    ook = f" (ook bij {opsomming(bij)})" if bij and len(elders) > 1 else ""
    terug = f" (andere kant op bij {opsomming(tegen)})" if tegen else ""
    return replace(deel.regel, tekst=deel.regel.tekst + ook + terug, tegenspraak=bool(tegen))


def _andersom(deel: Deel, ander: Deel) -> bool:
    return bool(deel.lijn) and deel.lijn == ander.lijn and deel.richting != ander.richting
