"""View of the material for trainings: all that the items of the handbook yield."""

from dataclasses import dataclass

from handboek.kinds import KINDS
from handboek.knowledge import Key, KnowledgeBase
from handboek.lesmateriaal.items import MAKERS, materiaal_path
from handboek.lesmateriaal.materiaal import Materiaal

_SOORTEN = {
    "dilemma": ("Intervisie", "Van elk dilemma: eerst een eigen situatie, daarna de opties van het handboek."),
    "praktijkvoorbeeld": ("Casussen", "Van elk praktijkvoorbeeld: het verhaal voor deelnemers, wat eraan te zien is voor de docent."),
    "verschuiving": ("Oefeningen", "Van elke verschuiving: gedrag sorteren, beide kanten spelen en wegen wanneer welke kant nodig is."),
}  # fmt: skip


@dataclass(frozen=True)
class LesmateriaalView:
    """Per kind of item its head, what it is, and the material with the path of its page."""

    groepen: list[tuple[str, str, str, list[tuple[str, str, Materiaal]]]]


def lesmateriaal_view(kb: KnowledgeBase) -> LesmateriaalView:
    """The view of the list of material."""
    groepen = []
    for kind, (titel, uitleg) in _SOORTEN.items():
        rijen = [
            (materiaal_path(Key(kind, id_)), item.naam, MAKERS[kind](kb, id_))
            for id_, item in kb.all(KINDS[kind]).items()
        ]
        groepen.append((kind, titel, uitleg, rijen))
    return LesmateriaalView(groepen)
