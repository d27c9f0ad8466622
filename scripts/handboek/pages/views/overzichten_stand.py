"""View of what is known and what is not: approaches × what a municipality asks, and counts per theme."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import Stilte
from handboek.models.begrip import Begrip
from handboek.models.interventie import Interventie
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.pages.views.common import Link, link


class Aspect(NamedTuple):
    """Something a municipality asks of an approach: its name, its field, and the section that answers it."""

    naam: str
    veld: str
    anker: str


ASPECTEN: dict[str, tuple[Aspect, ...]] = {
    "Waarvoor": (
        Aspect("Aanleiding", "aanleiding", "aanleiding"),
        Aspect("Uitgangspunten", "visie", "aanleiding"),
        Aspect("Doelen", "doelen", "aanleiding"),
        Aspect("Voor wie", "doelgroep", "voor-wie"),
    ),
    "Wat het kost en hoe groot het is": (
        Aspect("Opdrachtgever", "opdrachtgever", "paspoort"),
        Aspect("Geld", "financiering", "geld"),
        Aspect("Team", "team", "team"),
        Aspect("Omvang", "schaal", "schaal"),
        Aspect("Begin", "periode.van", "paspoort"),
        Aspect("Einde", "periode.tot", "paspoort"),
    ),
    "Hoe het gaat, en met wie": (
        Aspect("Werkwijze", "werkwijze", "werkwijze"),
        Aspect("Uitvoerders", "uitvoerders", "uitvoerders"),
        Aspect("Partners", "partners", "partners"),
        Aspect("Samenwerking", "samenwerking", "partners"),
        Aspect("Mandaten", "mandaten", "mandaten"),
        Aspect("Wat het vraagt", "vraagt", "vraagt"),
    ),
    "Wat ervan kwam": (
        Aspect("Resultaten", "resultaten", "resultaten"),
        Aspect("Geëvalueerd", "evaluatie.status", "resultaten"),
        Aspect("Lessen", "lessen", "resultaten"),
        Aspect("Wat niet werkte", "werkte_niet", "resultaten"),
        Aspect("Vervolg", "vervolg", "vervolg"),
    ),
}


@dataclass(frozen=True)
class AspectRij:
    """An aspect with, for every approach, the word that stands for its answer: bekend, or why there is none."""

    aspect: Aspect
    cellen: dict[str, str]
    bekend: int


@dataclass(frozen=True)
class ThemaRij:
    """A theme with how many approaches, methods and claims it has, and how many of those were evaluated."""

    id: str
    thema: Begrip
    aanpakken: int
    aanpakken_geevalueerd: int
    methoden: int
    beweringen: int
    beweringen_geevalueerd: int


@dataclass(frozen=True)
class StandView:
    """What is known and silent per approach, what we do not know in words, and counts per theme."""

    aanpakken: dict[str, Interventie]
    groepen: dict[str, list[AspectRij]]
    themas: list[ThemaRij]
    zonder_thema: list[Link]


def stand_view(kb: KnowledgeBase) -> StandView:
    """The view of the state of knowledge."""
    aanpakken = kb.all(Interventie)
    return StandView(
        aanpakken=aanpakken,
        groepen={titel: [_row(aspect, aanpakken) for aspect in rij] for titel, rij in ASPECTEN.items()},
        themas=[_theme(kb, id_, thema) for id_, thema in kb.begrippen("thema").items()],
        zonder_thema=[link(kb, "interventie", id_) for id_, item in aanpakken.items() if not item.themas],
    )


def answer(item: Interventie, veld: str) -> str:
    """`bekend`, or the word for why the approach has no answer; `gepland` and the like where that is the answer."""
    value: Any = item
    for name in veld.split("."):
        value = getattr(value, name)
    if isinstance(value, str):
        return value if value in (*AFWEZIG_WOORDEN, "gepland") else "bekend"
    if isinstance(value, Stilte):
        return value.tekst
    return value.tekst if getattr(value, "afwezig", False) else "bekend"


def _row(aspect: Aspect, aanpakken: dict[str, Interventie]) -> AspectRij:
    cellen = {id_: answer(item, aspect.veld) for id_, item in aanpakken.items()}
    return AspectRij(aspect, cellen, sum(woord not in AFWEZIG_WOORDEN for woord in cellen.values()))


def _theme(kb: KnowledgeBase, id_: str, thema: Begrip) -> ThemaRij:
    key = Key("begrip", id_)
    aanpakken = [kb.all(Interventie)[i] for i in kb.referring(key, "interventie", "themas")]
    claims = [claim for item in aanpakken for claim in item.resultaten or ()]
    return ThemaRij(
        id=id_,
        thema=thema,
        aanpakken=len(aanpakken),
        aanpakken_geevalueerd=sum(item.evaluatie.status == "ja" for item in aanpakken),
        methoden=len(kb.referring(key, "methode", "themas")),
        beweringen=len(claims),
        beweringen_geevalueerd=sum(claim.geevalueerd == "ja" for claim in claims),
    )
