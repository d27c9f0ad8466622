"""View of the practice cards: every card with what it can be chosen by."""

from dataclasses import dataclass

from handboek.kinds import KINDS
from handboek.knowledge import KnowledgeBase
from handboek.lesmateriaal.kaarten import SOORTEN, Kaart, Kant, kaarten
from handboek.models.begrip import Begrip
from handboek.models.rol import Rol


@dataclass(frozen=True)
class OefenkaartenView:
    """The cards by kind and on sheets of four sides, and the themes and roles that some card has, by id with its name."""

    soorten: list[tuple[str, str, list[Kaart]]]
    vellen: list[list[tuple[Kaart, Kant]]]
    themas: dict[str, str]
    rollen: dict[str, str]


def oefenkaarten_view(kb: KnowledgeBase) -> OefenkaartenView:
    """The view of the page of cards."""
    alle = list(kaarten(kb))
    rijen = [(kind, KINDS[kind].meervoud, [kaart for kaart in alle if kaart.key.kind == kind]) for kind in SOORTEN]
    themas = {thema for kaart in alle for thema in kaart.themas}
    rollen = {rol for kaart in alle for rol in kaart.rollen}
    zijden = [(kaart, kant) for kaart in alle for kant in kaart.kanten]
    return OefenkaartenView(
        [rij for rij in rijen if rij[2]],
        [zijden[plaats : plaats + 4] for plaats in range(0, len(zijden), 4)],
        {id_: item.naam for id_, item in kb.all(Begrip).items() if id_ in themas},
        {id_: item.naam for id_, item in kb.all(Rol).items() if id_ in rollen},
    )
