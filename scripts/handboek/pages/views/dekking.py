"""View of the coverage: per area type which approaches there are for each theme and group, and where there are none."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from handboek.knowledge import KnowledgeBase
from handboek.models.interventie import Interventie

NIET_VERMELD = "niet vermeld"
GEBIEDEN = {"stad": "In de stad", "dorpen": "In dorpen"}
MEEST = 6
"""How many approaches a cell names before it only counts them."""


class Vak(NamedTuple):
    """A cell: the theme and the group that it stands for, and its approaches by id with a short name."""

    thema: str
    doelgroep: str
    aanpakken: dict[str, str]


class Kaart(NamedTuple):
    """The matrix of one area type: for every theme a row of cells, and how many cells are filled."""

    gebied: str
    titel: str
    aantal: int
    rijen: dict[str, list[Vak]]
    gevuld: int
    vakken: int


@dataclass(frozen=True)
class DekkingView:
    """The matrices, with the names of themes and groups; `niet vermeld` is among them only where it is needed."""

    kaarten: list[Kaart]
    themas: dict[str, str]
    doelgroepen: dict[str, str]
    aanpakken: dict[str, Interventie]
    meest: int


def dekking_view(kb: KnowledgeBase) -> DekkingView:
    """The view of the coverage."""
    aanpakken = kb.all(Interventie)
    themas = {id_: begrip.naam for id_, begrip in kb.begrippen("thema").items()}
    doelgroepen = {id_: begrip.naam for id_, begrip in kb.begrippen("doelgroep").items()}
    if any(not item.themas for item in aanpakken.values()):
        themas[NIET_VERMELD] = NIET_VERMELD
    if any(not item.doelgroepen for item in aanpakken.values()):
        doelgroepen[NIET_VERMELD] = NIET_VERMELD
    kaarten = [_kaart(gebied, aanpakken, list(themas), list(doelgroepen)) for gebied in GEBIEDEN]
    return DekkingView(kaarten, themas, doelgroepen, aanpakken, MEEST)


def _kaart(gebied: str, aanpakken: dict[str, Interventie], themas: list[str], doelgroepen: list[str]) -> Kaart:
    here = {id_: item for id_, item in aanpakken.items() if item.plaats.gebiedstype == gebied}
    names = _short_names(aanpakken)
    cells: dict[tuple[str, str], dict[str, str]] = {}
    for id_, item in here.items():
        for thema in item.themas or (NIET_VERMELD,):
            for doelgroep in item.doelgroepen or (NIET_VERMELD,):
                cells.setdefault((thema, doelgroep), {})[id_] = names[id_]
    rijen = {thema: [Vak(thema, groep, cells.get((thema, groep), {})) for groep in doelgroepen] for thema in themas}
    return Kaart(gebied, GEBIEDEN[gebied], len(here), rijen, len(cells), len(themas) * len(doelgroepen))


def _short_names(aanpakken: dict[str, Interventie]) -> dict[str, str]:
    """The name of the place, or of the approach where a place has several."""
    places = Counter(item.plaats.gemeente for item in aanpakken.values())
    return {
        id_: item.plaats.gemeente if places[item.plaats.gemeente] == 1 else item.naam for id_, item in aanpakken.items()
    }
