"""View of the chains: shift → competency → method → case → dilemma, to be walked both ways."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.begrip import Begrip
from handboek.models.competentie import Competentie
from handboek.models.dilemma import Dilemma
from handboek.models.interventie import Interventie
from handboek.models.methode import Methode
from handboek.models.praktijkvoorbeeld import Praktijkvoorbeeld
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving
from handboek.pages.views.common import Link, links
from handboek.queries import competency_wordings, roles_of


@dataclass(frozen=True)
class Schakel:
    """A competency with what it is linked to on either side."""

    bij: Link
    verschuivingen: list[Link]
    methoden: list[Link]
    voorbeelden: list[Link]
    dilemmas: list[Link]


@dataclass(frozen=True)
class Heenweg:
    """A shift, the competencies that carry it, and the cases and dilemmas that name the shift itself."""

    id: str
    verschuiving: Verschuiving
    schakels: list[Schakel]
    voorbeelden: list[Link]
    dilemmas: list[Link]


@dataclass(frozen=True)
class Terugweg:
    """A method, case or dilemma, its competencies, and the shifts that it names itself."""

    bij: Link
    schakels: list[Schakel]
    verschuivingen: list[Link]
    eigen: bool
    """Whether this kind names shifts itself; a method has none of its own."""


@dataclass(frozen=True)
class Instap:
    """A role, approach or competency, and per step the places in the chains where one goes on from it."""

    bij: Link
    stappen: dict[str, list[Link]]


@dataclass(frozen=True)
class KetensView:
    """All chains from the shifts, per axis, and back from practice; the ways in from the rest; every loose end."""

    assen: list[tuple[str, Begrip, list[Heenweg]]]
    terug: dict[str, list[Terugweg]]
    instap: dict[str, list[Instap]]
    los: dict[str, list[Link]]


def ketens_view(kb: KnowledgeBase) -> KetensView:
    """The view of the chains."""
    schakels = {id_: _schakel(kb, id_) for id_ in kb.all(Competentie)}
    heen = [_heenweg(kb, id_, shift, schakels) for id_, shift in kb.all(Verschuiving).items()]
    assen = [
        (as_id, begrip, [weg for weg in heen if weg.verschuiving.as_ == as_id])
        for as_id, begrip in kb.begrippen("as").items()
    ]
    terug = {kind: _terugwegen(kb, kind, schakels) for kind in ("praktijkvoorbeeld", "dilemma", "methode")}
    loose = _loose(heen, schakels, terug, kb)
    return KetensView([row for row in assen if row[2]], terug, _instappen(kb, schakels), loose)


def _schakel(kb: KnowledgeBase, id_: str) -> Schakel:
    key = Key("competentie", id_)
    methoden = {*kb.all(Competentie)[id_].methoden, *kb.referring(key, "methode", "competenties")}
    return Schakel(
        bij=links(kb, "competentie", [id_])[0],
        verschuivingen=links(kb, "verschuiving", kb.referring(key, "verschuiving", "competenties")),
        methoden=links(kb, "methode", (m for m in kb.all(Methode) if m in methoden)),
        voorbeelden=links(kb, "praktijkvoorbeeld", kb.referring(key, "praktijkvoorbeeld", "competenties")),
        dilemmas=links(kb, "dilemma", kb.referring(key, "dilemma", "competenties")),
    )


def _heenweg(kb: KnowledgeBase, id_: str, shift: Verschuiving, schakels: dict[str, Schakel]) -> Heenweg:
    key = Key("verschuiving", id_)
    return Heenweg(
        id=id_,
        verschuiving=shift,
        schakels=[schakels[competentie] for competentie in shift.competenties],
        voorbeelden=links(kb, "praktijkvoorbeeld", kb.referring(key, "praktijkvoorbeeld", "verschuivingen")),
        dilemmas=links(kb, "dilemma", kb.referring(key, "dilemma", "verschuivingen")),
    )


def _terugwegen(kb: KnowledgeBase, kind: str, schakels: dict[str, Schakel]) -> list[Terugweg]:
    models: dict[str, type[Praktijkvoorbeeld | Dilemma | Methode]] = {
        model.kind: model for model in (Praktijkvoorbeeld, Dilemma, Methode)
    }
    of_method = _competencies(schakels.values())
    rows = []
    for id_, item in kb.all(models[kind]).items():
        own = item.competenties if kind != "methode" else of_method.get(id_, [])
        shifts = [] if isinstance(item, Methode) else links(kb, "verschuiving", item.verschuivingen)
        found = [schakels[competentie] for competentie in own]
        rows.append(Terugweg(links(kb, kind, [id_])[0], found, shifts, not isinstance(item, Methode)))
    return rows


def _competencies(schakels: Iterable[Schakel]) -> dict[str, list[str]]:
    """For every method the competencies that name it or that it names."""
    found: dict[str, list[str]] = defaultdict(list)
    for schakel in schakels:
        for methode in {link.id for link in schakel.methoden}:
            found[methode].append(schakel.bij.id)
    return found


def _instappen(kb: KnowledgeBase, schakels: dict[str, Schakel]) -> dict[str, list[Instap]]:
    """The ways into the chains for the kinds that are neither their beginning nor their end."""
    return {
        "rol": [_from_role(kb, id_) for id_ in kb.all(Rol)],
        "interventie": [_from_approach(kb, id_, item) for id_, item in kb.all(Interventie).items()],
        "competentie": [_from_competency(schakel) for schakel in schakels.values()],
    }


def _from_role(kb: KnowledgeBase, id_: str) -> Instap:
    shifts = (shift_id for shift_id, shift in kb.all(Verschuiving).items() if id_ in roles_of(shift))
    stappen = {
        "Wat er verschuift": links(kb, "verschuiving", shifts),
        "Wat je ervoor moet kunnen": links(kb, "competentie", competency_wordings(kb, id_)),
        "Waar het wringt": links(kb, "dilemma", kb.referring(Key("rol", id_), "dilemma", "rollen")),
    }
    return Instap(links(kb, "rol", [id_])[0], stappen)


def _from_approach(kb: KnowledgeBase, id_: str, item: Interventie) -> Instap:
    stappen = {
        "Wie er werken": links(kb, "rol", item.rollen),
        "Hoe je het doet": links(kb, "methode", item.methoden),
    }
    return Instap(links(kb, "interventie", [id_])[0], stappen)


def _from_competency(schakel: Schakel) -> Instap:
    stappen = {
        "Draagt de beweging": schakel.verschuivingen,
        "Hoe je het doet": schakel.methoden,
        "Waar je het ziet": schakel.voorbeelden,
        "Waar het wringt": schakel.dilemmas,
    }
    return Instap(schakel.bij, stappen)


def _loose(
    heen: list[Heenweg], schakels: dict[str, Schakel], terug: dict[str, list[Terugweg]], kb: KnowledgeBase
) -> dict[str, list[Link]]:
    """Every kind of loose end with the items that have it; the empty ones too."""
    return {
        "Verschuivingen die geen competentie draagt": links(
            kb, "verschuiving", (weg.id for weg in heen if not weg.schakels)
        ),
        "Competenties die bij geen verschuiving horen": [s.bij for s in schakels.values() if not s.verschuivingen],
        "Competenties zonder methode": [s.bij for s in schakels.values() if not s.methoden],
        "Competenties die in geen praktijkvoorbeeld of dilemma terugkomen": [
            s.bij for s in schakels.values() if not s.voorbeelden and not s.dilemmas
        ],
        "Methoden zonder competentie": [weg.bij for weg in terug["methode"] if not weg.schakels],
        "Praktijkvoorbeelden zonder verschuiving": [
            weg.bij for weg in terug["praktijkvoorbeeld"] if not weg.verschuivingen
        ],
        "Dilemma's zonder verschuiving": [weg.bij for weg in terug["dilemma"] if not weg.verschuivingen],
    }
