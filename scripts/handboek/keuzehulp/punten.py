"""The points on which an item is held against a situation: one visible table."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from handboek.keuzehulp import feiten
from handboek.keuzehulp.feiten import BETALERS, JA, NEE, NIET_VAN_TOEPASSING
from handboek.keuzehulp.oordeel import Feit
from handboek.knowledge import KnowledgeBase
from handboek.models.basis import Item
from handboek.models.interventie import Interventie
from handboek.models.methode import Methode

Keuzes = Callable[[KnowledgeBase], dict[str, str]]
Vind = Callable[[KnowledgeBase, str, Any], Feit]


class Punt(NamedTuple):
    """A point: its name, what is asked, the answers, where on an approach's page it is told, and the facts per kind."""

    naam: str
    vraag: str
    keuzes: Keuzes
    anker: str
    feit: Mapping[str, Vind]
    uitleg: str

    @property
    def een(self) -> bool:
        """Whether only one answer can be given."""
        return self.keuzes is _ja_nee


def _begrippen(soort: str) -> Keuzes:
    return lambda kb: {id_: begrip.naam for id_, begrip in kb.begrippen(soort).items()}


def _ja_nee(_: KnowledgeBase) -> dict[str, str]:
    return {JA: "Ja", NEE: "Nee"}


def _vast(**keuzes: str) -> Keuzes:
    return lambda _: keuzes


def _per_soort(aanpak: Vind, methode: Vind) -> dict[str, Vind]:
    return {Interventie.kind: aanpak, Methode.kind: methode}


def _nvt(*_: Any) -> Feit:
    return NIET_VAN_TOEPASSING


def _nodig(waarvan: str, waarden: tuple[str, ...] = (JA,)) -> Vind:
    return lambda _, __, item: feiten.nodig(item, waarvan, waarden)


PUNTEN: Mapping[str, Mapping[str, Punt]] = {
    "Het vraagstuk": {
        "thema": Punt("Thema", "Waar gaat het over?", _begrippen("thema"), "", _per_soort(feiten.themas, feiten.themas), "De thema's waar de redactie het bij indeelt."),
        "doelgroep": Punt("Doelgroep", "Voor wie is het?", _begrippen("doelgroep"), "voor-wie", _per_soort(feiten.doelgroepen, feiten.doelgroepen), "Een ruime groep telt voor elke groep die erbij hoort: wie er is voor alle bewoners, is er ook voor ouderen. Andersom niet."),
        "trede": Punt("Participatieladder", "Op welke trede staan de mensen nu?", _begrippen("trede"), "voor-wie", _per_soort(feiten.treden, _nvt), "Elke trede tussen de laagste en de hoogste die de bron noemt."),
    },
    "De plek": {
        "gebied": Punt("Gebied", "Is het stad of dorp?", _vast(stad="Stad", dorpen="Dorpen"), "", _per_soort(feiten.gebied, feiten.gebied_van_methode), "Waar de aanpak liep. Bij een methode telt alleen waar zij gebruikt is; over andere plekken zwijgt de bron."),
        "schaal": Punt("Schaal", "Hoe groot is het gebied?", _vast(straat="Een straat of flat", wijk="Eén wijk, buurt of dorp", wijken="Meer wijken of dorpen", gemeente="De hele gemeente"), "schaal", _per_soort(feiten.schaal, _nvt), "Het gebied dat de bron noemt."),
    },
    "Wat wij kunnen bieden": {
        "tijd": Punt("Tijd", "Kunnen wij tijd geven?", _ja_nee, "vraagt", _per_soort(partial(feiten.gevraagd, waarvan="tijd"), feiten.tijd_van_methode), "Vraagt de bron om tijd, dan past dat bij ‘ja’."),
        "ruimte": Punt("Ruimte", "Mogen werkers het op hun eigen manier doen?", _ja_nee, "vraagt", _per_soort(partial(feiten.gevraagd, waarvan="ruimte"), _nodig("ruimte")), "Vraagt de bron om vrijheid, vertrouwen of minder verantwoording, dan past dat bij ‘ja’."),
        "mandaat": Punt("Mandaat", "Mogen werkers beslissen namens organisaties?", _ja_nee, "mandaten", _per_soort(feiten.mandaat, _nodig("mandaat")), "Werkt het met mandaten of vraagt de bron erom, dan past dat bij ‘ja’."),
        "geld": Punt("Geld", "Wie kan betalen?", _vast(gemeente="De gemeente", rijk="Het Rijk of een landelijk programma", partner="Andere organisaties", bewoners="Bewoners", niemand="Niemand: er is geen geld"), "geld", _per_soort(feiten.geld, _nodig("geld", BETALERS)), "Wie er volgens de bron betaalde. Hebben jullie een van die betalers, dan past het."),
        "partners": Punt("Partners", "Doen andere organisaties mee?", _ja_nee, "partners", _per_soort(feiten.partners, _nodig("partners")), "Doen er volgens de bron anderen mee of is dat nodig, dan past dat bij ‘ja’."),
    },
}  # fmt: skip
ALLE: Mapping[str, Punt] = {id_: punt for groep in PUNTEN.values() for id_, punt in groep.items()}
MODELLEN: Mapping[str, type[Item]] = {Interventie.kind: Interventie, Methode.kind: Methode}


def feiten_van(kb: KnowledgeBase, kind: str, id_: str) -> dict[str, Feit]:
    """What one approach or method says about every point."""
    item = kb.all(MODELLEN[kind])[id_]
    return {punt_id: punt.feit[kind](kb, id_, item) for punt_id, punt in ALLE.items()}
