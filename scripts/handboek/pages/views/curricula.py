"""View of leerpad: sessions by the clock, what they cover, and what could fill the holes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from handboek.kinds import KIND_OF_FOLDER
from handboek.knowledge import KnowledgeBase
from handboek.leerpaden.bestanden import KLAAR, bestand
from handboek.leerpaden.dekking import Dekking, Rij, dekking, reden
from handboek.leerpaden.klok import kloktijd, tijdvakken
from handboek.lesmateriaal.boek import VERSIES
from handboek.lesmateriaal.kaarten import SOORTEN
from handboek.lesmateriaal.opbouw import gebruikt
from handboek.models.begrip import Begrip
from handboek.models.leerpad import Activiteit, Leerpad, Leeruitkomst, Rubriekrij, Sessie
from handboek.pages.views.common import Link, begrippen, link, link_at, links


class Onderdeelrij(NamedTuple):
    """An activity with the time at which it begins and ends, and the break after it."""

    activiteit: Activiteit
    begin: str
    eind: str
    pauze: int


@dataclass(frozen=True)
class Sessierij:
    """A session with its activities by the clock, and the minutes that are left."""

    sessie: Sessie
    onderdelen: list[Onderdeelrij]
    over: int


@dataclass(frozen=True)
class Open:
    """What is asked and not covered, with items that would fill it and why."""

    rij: Rij
    bij: Link
    voorstellen: list[tuple[str, Link]]


@dataclass(frozen=True)
class LeerpadView:
    """All that a curriculum's page shows besides the curriculum itself. Minutes and hours are computed."""

    id: str
    leerpad: Leerpad
    eerst: list[Link]
    sessies: list[Sessierij]
    items: dict[str, Link]
    werkvormen: dict[str, Begrip]
    dekking: Dekking
    uitkomsten: dict[str, Leeruitkomst]
    matrix: list[tuple[str, list[tuple[Rij, Link | None]]]]
    open: list[Open]
    ook: list[Link]
    rubriek: dict[str, list[Rubriekrij]]
    bestanden: dict[tuple[str, str], str]
    kaarten: list[str]


def leerpad_view(kb: KnowledgeBase, id_: str) -> LeerpadView:
    """The view of one curriculum."""
    leerpad = kb.all(Leerpad)[id_]
    activiteiten = [activiteit for sessie in leerpad.sessies for activiteit in sessie.activiteiten]
    covered = dekking(kb, leerpad)
    ook = [*covered.competenties, *covered.verschuivingen]
    return LeerpadView(
        id=id_,
        leerpad=leerpad,
        eerst=links(kb, Leerpad.kind, leerpad.na),
        sessies=[_session(sessie) for sessie in leerpad.sessies],
        items={item: link_at(kb, item) for activiteit in activiteiten for item in activiteit.items},
        werkvormen=begrippen(kb, dict.fromkeys(activiteit.werkvorm for activiteit in activiteiten)),
        dekking=covered,
        uitkomsten={uitkomst.id: uitkomst for uitkomst in leerpad.leeruitkomsten},
        matrix=_matrix(kb, covered),
        open=_open(kb, covered),
        ook=[link_at(kb, _address(rij)) for rij in ook if not rij.gevraagd and rij.staat == "gedekt"],
        rubriek=_by_outcome(leerpad),
        bestanden={(versie, vorm): bestand(id_, versie, vorm) for versie in VERSIES for vorm in KLAAR},
        kaarten=[item for item in gebruikt(leerpad) if _kind(item) in SOORTEN],
    )


def _session(sessie: Sessie) -> Sessierij:
    rows = [
        Onderdeelrij(vak.activiteit, kloktijd(sessie, vak.begin), kloktijd(sessie, vak.eind), vak.pauze)
        for vak in tijdvakken(sessie)
    ]
    return Sessierij(sessie, rows, sessie.duur - sessie.gepland)


def _matrix(kb: KnowledgeBase, covered: Dekking) -> list[tuple[str, list[tuple[Rij, Link | None]]]]:
    """The rows that are asked, under a heading each; an outcome has no page of its own."""
    role = link(kb, "rol", covered.rol).naam if covered.rol else None
    blocks: list[tuple[str, list[tuple[Rij, Link | None]]]] = [
        ("Leeruitkomsten", [(rij, None) for rij in covered.uitkomsten]),
        (
            f"Competenties van {f'de rol {role} en van ' if role else ''}de leeruitkomsten",
            _asked(kb, covered.competenties),
        ),
        (f"Verschuivingen van de rol {role}", _asked(kb, covered.verschuivingen)),
    ]
    return [block for block in blocks if block[1]]


def _asked(kb: KnowledgeBase, rijen: Iterable[Rij]) -> list[tuple[Rij, Link | None]]:
    return [(rij, link_at(kb, _address(rij))) for rij in rijen if rij.gevraagd]


def _open(kb: KnowledgeBase, covered: Dekking) -> list[Open]:
    filling: dict[tuple[str, str], list[tuple[str, Link]]] = defaultdict(list)
    for voorstel in covered.voorstellen:
        filling[voorstel.soort, voorstel.voor].append((reden(voorstel), link_at(kb, voorstel.item)))
    return [
        Open(rij, link_at(kb, _address(rij)), filling[rij.soort, rij.id])
        for rij in covered.open
        if rij.soort != "uitkomsten"
    ]


def _by_outcome(leerpad: Leerpad) -> dict[str, list[Rubriekrij]]:
    found: dict[str, list[Rubriekrij]] = defaultdict(list)
    for rij in leerpad.toetsing.rubriek or ():
        found[rij.uitkomst].append(rij)
    return dict(found)


def _kind(item: str) -> str:
    return KIND_OF_FOLDER[item.partition("/")[0]]


def _address(rij: Rij) -> str:
    return f"{rij.soort}/{rij.id}"
