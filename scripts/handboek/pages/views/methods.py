"""Views of interventie, methode, verschuiving, dilemma and praktijkvoorbeeld."""

from dataclasses import dataclass

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.begrip import Begrip
from handboek.models.delen import Bewering, Voorwaarde
from handboek.models.dilemma import Dilemma
from handboek.models.interventie import Interventie, Partner
from handboek.models.methode import Methode
from handboek.models.praktijkvoorbeeld import Praktijkvoorbeeld
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving, VerschuivingFormulering
from handboek.pages.views.common import Link, begrippen, links
from handboek.pages.views.profiles import opposites
from handboek.queries import contradicting, opposed_to, pick


@dataclass(frozen=True)
class InterventieView:
    """All that an approach's page shows besides the approach itself."""

    id: str
    interventie: Interventie
    rollen: list[Link]
    methoden: list[Link]
    stapmethoden: dict[str, Link]
    dilemmas: dict[str, Dilemma]
    voorbeelden: list[Link]
    doelgroepen: dict[str, Begrip]
    begrippen: dict[str, Begrip]
    van_rollen: dict[str, tuple[Rol, tuple[Voorwaarde, ...]]]
    weerspraak: dict[str, list[Bewering]]
    partners: list[Partner]
    """Those of whom more is known than what the table of mandates says."""
    met_mandaat: int
    """How many partners stand in the table of mandates alone."""


def interventie_view(kb: KnowledgeBase, id_: str) -> InterventieView:
    """The view of one approach."""
    item = kb.all(Interventie)[id_]
    rollen = pick(kb.all(Rol), item.rollen)
    dilemmas = {d: dilemma for d, dilemma in kb.all(Dilemma).items() if set(dilemma.rollen) & set(item.rollen)}
    steps = {methode for stap in item.werkwijze or () for methode in stap.methoden}
    used = [*item.doelgroepen, *item.leefgebieden, *item.wettelijk_kader, *item.themas]
    if item.ladder:
        used += [item.ladder.van, item.ladder.tot]
    partners = _beyond_mandates(item)
    return InterventieView(
        id=id_,
        interventie=item,
        rollen=links(kb, "rol", item.rollen),
        methoden=links(kb, "methode", item.methoden),
        stapmethoden={row.id: row for row in links(kb, "methode", sorted(steps))},
        dilemmas=dilemmas,
        voorbeelden=links(kb, "praktijkvoorbeeld", kb.referring(Key("interventie", id_), "praktijkvoorbeeld")),
        doelgroepen=begrippen(kb, item.doelgroepen),
        begrippen=begrippen(kb, dict.fromkeys(used)),
        van_rollen={rol_id: (rol, tuple(rol.vraagt or ())) for rol_id, rol in rollen.items()},
        weerspraak=contradicting(item.resultaten or ()),
        partners=partners,
        met_mandaat=len(item.partners or ()) - len(partners),
    )


def _beyond_mandates(item: Interventie) -> list[Partner]:
    """The partners, without those that only gave a mandate or made an agreement: its table names these."""
    named = {mandaat.organisatie for mandaat in item.mandaten or ()}
    return [partner for partner in item.partners or () if partner.doet or partner.naam not in named]


@dataclass(frozen=True)
class MethodeView:
    """All that a method's page shows besides the method itself."""

    id: str
    methode: Methode
    aanpakken: list[Link]
    competenties: list[Link]
    voorbeelden: list[Link]
    doelgroepen: dict[str, Begrip]
    stapmethoden: dict[str, Link]


def methode_view(kb: KnowledgeBase, id_: str) -> MethodeView:
    """The view of one method."""
    methode = kb.all(Methode)[id_]
    key = Key("methode", id_)
    competenties = dict.fromkeys([*methode.competenties, *kb.referring(key, "competentie")])
    steps = {other for stap in methode.stappen or () for other in stap.methoden}
    return MethodeView(
        id=id_,
        methode=methode,
        aanpakken=links(kb, "interventie", kb.referring(key, "interventie")),
        competenties=links(kb, "competentie", competenties),
        voorbeelden=links(kb, "praktijkvoorbeeld", kb.referring(key, "praktijkvoorbeeld")),
        doelgroepen=begrippen(kb, methode.doelgroepen),
        stapmethoden={row.id: row for row in links(kb, "methode", sorted(steps))},
    )


@dataclass(frozen=True)
class VerschuivingView:
    """All that a shift's page shows besides the shift itself."""

    id: str
    verschuiving: Verschuiving
    as_naam: str
    rollen: dict[str, Rol]
    aanpakken: dict[str, Interventie]
    lijst: list[VerschuivingFormulering]
    tekst: list[VerschuivingFormulering]
    competenties: list[Link]
    tegenrichting: dict[str, Verschuiving]
    tegenover: dict[str, Link]
    voorbeelden: list[Link]
    dilemmas: list[Link]


def verschuiving_view(kb: KnowledgeBase, id_: str) -> VerschuivingView:
    """The view of one shift."""
    item = kb.all(Verschuiving)[id_]
    key = Key("verschuiving", id_)
    return VerschuivingView(
        id=id_,
        verschuiving=item,
        as_naam=kb.all(Begrip)[item.as_].naam,
        rollen=kb.all(Rol),
        aanpakken=kb.all(Interventie),
        lijst=[formulering for formulering in item.formuleringen if formulering.plek == "lijst"],
        tekst=[formulering for formulering in item.formuleringen if formulering.plek == "tekst"],
        competenties=links(kb, "competentie", item.competenties),
        tegenrichting=opposed_to(kb, item),
        tegenover=opposites(kb, item),
        voorbeelden=links(kb, "praktijkvoorbeeld", kb.referring(key, "praktijkvoorbeeld")),
        dilemmas=links(kb, "dilemma", kb.referring(key, "dilemma")),
    )


@dataclass(frozen=True)
class DilemmaView:
    """All that a dilemma's page shows besides the dilemma itself."""

    id: str
    dilemma: Dilemma
    rollen: dict[str, Rol]
    competenties: list[Link]
    verschuivingen: list[Link]
    voorbeelden: list[Link]


def dilemma_view(kb: KnowledgeBase, id_: str) -> DilemmaView:
    """The view of one dilemma."""
    dilemma = kb.all(Dilemma)[id_]
    return DilemmaView(
        id=id_,
        dilemma=dilemma,
        rollen=pick(kb.all(Rol), dilemma.rollen),
        competenties=links(kb, "competentie", dilemma.competenties),
        verschuivingen=links(kb, "verschuiving", dilemma.verschuivingen),
        voorbeelden=links(kb, "praktijkvoorbeeld", kb.referring(Key("dilemma", id_), "praktijkvoorbeeld")),
    )


@dataclass(frozen=True)
class PraktijkvoorbeeldView:
    """All that a case's page shows besides the case itself."""

    id: str
    voorbeeld: Praktijkvoorbeeld
    rol: Link
    aanpak: list[Link]
    competenties: list[Link]
    verschuivingen: list[Link]
    methoden: list[Link]
    dilemmas: list[Link]


def praktijkvoorbeeld_view(kb: KnowledgeBase, id_: str) -> PraktijkvoorbeeldView:
    """The view of one case."""
    item = kb.all(Praktijkvoorbeeld)[id_]
    return PraktijkvoorbeeldView(
        id=id_,
        voorbeeld=item,
        rol=links(kb, "rol", [item.rol])[0],
        aanpak=links(kb, "interventie", [item.interventie] if item.interventie else []),
        competenties=links(kb, "competentie", item.competenties),
        verschuivingen=links(kb, "verschuiving", item.verschuivingen),
        methoden=links(kb, "methode", item.methoden),
        dilemmas=links(kb, "dilemma", item.dilemmas),
    )
