"""Our situation as the first group of a comparison: per point what fits, what does not, and where the source is silent.

The browser makes the same group (docs/assets/vergelijken/situatie.js); a test lays both side by side.
"""

from collections.abc import Mapping, Sequence

from handboek.keuzehulp.oordeel import PAST, PAST_NIET, Feit, Zegt, oordeel
from handboek.keuzehulp.punten import ALLE, feiten_van
from handboek.knowledge import KnowledgeBase
from handboek.models.interventie import Interventie
from handboek.vergelijken.regels import zin
from handboek.vergelijken.waarde import Cel, Groep, Regel, Rij
from handboek.words import opsomming

GROEP = "Onze situatie"
Situatie = Mapping[str, tuple[str, ...]]
"""The answers by point, as the keuzehulp asks them."""


def lees(kb: KnowledgeBase, tekst: str) -> Situatie:
    """A situation as an address holds it (`thema.werk.ontmoeting_tijd.ja`); ValueError names what is not known."""
    situatie = {}
    for deel in filter(None, tekst.split("_")):
        punt, *waarden = deel.split(".")
        vreemd = [waarde for waarde in waarden if punt not in ALLE or waarde not in ALLE[punt].keuzes(kb)]
        if vreemd or not waarden:
            raise ValueError(deel)
        situatie[punt] = tuple(dict.fromkeys(waarden))
    return situatie


def schrijf(situatie: Situatie) -> str:
    """A situation as an address holds it."""
    return "_".join(".".join((punt, *waarden)) for punt, waarden in situatie.items())


def situatiegroep(kb: KnowledgeBase, ids: Sequence[str], situatie: Situatie) -> Groep:
    """The group of these approaches."""
    feiten = [feiten_van(kb, Interventie.kind, id_) for id_ in ids]
    rijen = (
        Rij(_naam(kb, punt, wens), tuple(_cel(kb, feit[punt], wens) for feit in feiten))
        for punt, wens in situatie.items()
    )
    return Groep(GROEP, tuple(rijen))


def _naam(kb: KnowledgeBase, punt: str, wens: tuple[str, ...]) -> str:
    keuzes = ALLE[punt].keuzes(kb)
    wij = (keuzes[waarde][:1].lower() + keuzes[waarde][1:] for waarde in wens)
    return f"{ALLE[punt].naam} (wij: {opsomming(wij, 'of')})"


def _cel(kb: KnowledgeBase, feit: Feit, wens: tuple[str, ...]) -> Cel:
    """The verdict, and the statements that it rests on."""
    uitkomst = oordeel(feit.waarden, feit.stilte, feit.open, wens)
    woord = Regel(uitkomst, oordeel=uitkomst in (PAST, PAST_NIET))
    return (woord, *(zin(kb, gezegd.tekst, gezegd.bron) for gezegd in _grond(feit, wens, uitkomst)))


def _grond(feit: Feit, wens: tuple[str, ...], uitkomst: str) -> Sequence[Zegt]:
    if uitkomst == PAST:
        return [gezegd for gezegd in feit.zegt if set(wens) & set(gezegd.waarden)]
    return [gezegd for gezegd in feit.zegt if gezegd.waarden] if uitkomst == PAST_NIET else feit.zegt
