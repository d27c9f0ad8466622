"""Views of rol and competentie."""

from dataclasses import dataclass

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.bron import Bron
from handboek.models.competentie import Competentie, CompetentieFormulering
from handboek.models.dilemma import Dilemma
from handboek.models.praktijkvoorbeeld import Praktijkvoorbeeld
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving, VerschuivingFormulering
from handboek.pages.views.common import Link, link_at, links, plaats
from handboek.queries import competency_wordings, opposed_to, pick, roles_of


@dataclass(frozen=True)
class ShiftRow:
    """A role's own wording of a shift, with the places that share it and those that go the other way."""

    id: str
    verschuiving: Verschuiving
    formulering: VerschuivingFormulering
    ook: list[str]
    tegen: list[tuple[str, str]]


@dataclass(frozen=True)
class CompetencyRow:
    """A competency as one role words it; `ook` are the other roles that have it."""

    id: str
    competentie: Competentie
    formuleringen: list[CompetentieFormulering]
    ook: list[Link]


@dataclass(frozen=True)
class RolView:
    """All that a role's page shows besides the role itself."""

    id: str
    rol: Rol
    aanpakken: list[Link]
    lijst: list[ShiftRow]
    tekst: list[ShiftRow]
    competenties: dict[str, list[CompetencyRow]]
    dilemmas: dict[str, Dilemma]
    voorbeelden: dict[str, Praktijkvoorbeeld]
    verwant: list[Link]
    bronnen: dict[str, Bron]


def shift_row(kb: KnowledgeBase, id_: str, formulering: VerschuivingFormulering) -> ShiftRow:
    """The row of one wording."""
    verschuiving = kb.all(Verschuiving)[id_]
    rollen = kb.all(Rol)
    ook = [plaats(rollen[rol]) for rol in roles_of(verschuiving) if rol != formulering.rol]
    tegen = [
        (other_id, plaats(rollen[rol]))
        for other_id, other in opposed_to(kb, verschuiving).items()
        for rol in roles_of(other)
        if rol != formulering.rol
    ]
    return ShiftRow(id_, verschuiving, formulering, ook, tegen)


def shifts_of(kb: KnowledgeBase, rol: str, plek: str) -> list[ShiftRow]:
    """The wordings of one role, those of the source's list or those of its running text."""
    return [
        shift_row(kb, id_, formulering)
        for id_ in kb.referring(Key("rol", rol), "verschuiving", "formuleringen")
        for formulering in kb.all(Verschuiving)[id_].formuleringen
        if formulering.rol == rol and formulering.plek == plek
    ]


def competencies_of(kb: KnowledgeBase, rol: str) -> dict[str, list[CompetencyRow]]:
    """The competencies of one role by soort, by name."""
    found: dict[str, list[CompetencyRow]] = {}
    for id_, own in competency_wordings(kb, rol).items():
        competentie = kb.all(Competentie)[id_]
        others = dict.fromkeys(f.rol for f in competentie.formuleringen if f.rol != rol)
        row = CompetencyRow(id_, competentie, own, links(kb, "rol", others))
        found.setdefault(competentie.soort, []).append(row)
    return found


def rol_view(kb: KnowledgeBase, id_: str) -> RolView:
    """The view of one role."""
    rol = kb.all(Rol)[id_]
    key = Key("rol", id_)
    return RolView(
        id=id_,
        rol=rol,
        aanpakken=links(kb, "interventie", rol.interventies),
        lijst=shifts_of(kb, id_, "lijst"),
        tekst=shifts_of(kb, id_, "tekst"),
        competenties=competencies_of(kb, id_),
        dilemmas=pick(kb.all(Dilemma), kb.referring(key, "dilemma")),
        voorbeelden=pick(kb.all(Praktijkvoorbeeld), kb.referring(key, "praktijkvoorbeeld")),
        verwant=links(kb, "rol", (verwant.rol for verwant in rol.verwante_rollen)),
        bronnen=pick(kb.bronnen, kb.referring(key, "bron")),
    )


@dataclass(frozen=True)
class CompetentieView:
    """All that a competency's page shows besides the competency itself."""

    id: str
    competentie: Competentie
    rollen: dict[str, Rol]
    verschuivingen: dict[str, Verschuiving]
    methoden: list[Link]
    voorbeelden: list[Link]
    dilemmas: list[Link]
    tegenover: dict[str, Link]
    aantal_rollen: int


def competentie_view(kb: KnowledgeBase, id_: str) -> CompetentieView:
    """The view of one competency."""
    competentie = kb.all(Competentie)[id_]
    key = Key("competentie", id_)
    methoden = dict.fromkeys([*competentie.methoden, *kb.referring(key, "methode")])
    return CompetentieView(
        id=id_,
        competentie=competentie,
        rollen=pick(kb.all(Rol), dict.fromkeys(f.rol for f in competentie.formuleringen)),
        verschuivingen=pick(kb.all(Verschuiving), kb.referring(key, "verschuiving", "competenties")),
        methoden=links(kb, "methode", methoden),
        voorbeelden=links(kb, "praktijkvoorbeeld", kb.referring(key, "praktijkvoorbeeld")),
        dilemmas=links(kb, "dilemma", kb.referring(key, "dilemma")),
        tegenover=opposites(kb, competentie),
        aantal_rollen=len(kb.all(Rol)),
    )


def opposites(kb: KnowledgeBase, item: Competentie | Verschuiving) -> dict[str, Link]:
    """What an item strains against, by the reference that names it."""
    return {spanning.met: link_at(kb, spanning.met) for spanning in item.spanning_met}
