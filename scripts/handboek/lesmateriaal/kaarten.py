"""Practice cards: a method, dilemma or shift on cards of A6, the front says what it is and the back how you do it.

No card cuts text off: what does not fit on a side goes on to a next one, so an item may have more than one card.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from handboek.addresses import item_path
from handboek.kinds import KINDS
from handboek.knowledge import Key, KnowledgeBase
from handboek.lesmateriaal.materiaal import met_kop, zegt
from handboek.models.basis import REDACTIE, Stilte, Uitspraak
from handboek.models.dilemma import Dilemma
from handboek.models.methode import Methode
from handboek.models.verschuiving import Verschuiving
from handboek.queries import roles_of
from handboek.vergelijken.regels import uitspraak, uitspraken
from handboek.vergelijken.waarde import Regel

SOORTEN = (Methode.kind, Dilemma.kind, Verschuiving.kind)
_BREED, _HOOG, _KOP = 50, 27, 2
"""Characters of a line, lines of a side, and lines that a head takes; checked in a browser with every card."""


@dataclass(frozen=True)
class Blok:
    """Statements under a head; `genummerd` where their order matters."""

    kop: str
    regels: tuple[Regel, ...]
    genummerd: bool = False
    vanaf: int = 1

    @property
    def hoog(self) -> float:
        """The lines it takes, about."""
        return _KOP + sum(_hoog(regel) for regel in self.regels)


@dataclass(frozen=True)
class Kant:
    """A side of a card; without blocks it is for notes."""

    titel: str
    nummer: int
    blokken: tuple[Blok, ...]


@dataclass(frozen=True)
class Kaart:
    """The sides of an item, always an even number, with what the item can be chosen by."""

    key: Key
    naam: str
    soort: str
    adres: str
    bronnen: str
    themas: tuple[str, ...]
    rollen: tuple[str, ...]
    kanten: tuple[Kant, ...]


def kaarten(kb: KnowledgeBase) -> Iterator[Kaart]:
    """The cards of every item that has them, by kind and name; what was withdrawn is not practised."""
    for kind in SOORTEN:
        for id_, item in kb.all(KINDS[kind]).items():
            if not item.ingetrokken:
                yield _kaart(kb, Key(kind, id_))


def _kaart(kb: KnowledgeBase, key: Key) -> Kaart:
    item = kb.item(key)
    voor, achter, rollen = _inhoud(kb, key)
    sides = [*_zijden(voor), *_zijden(achter)]
    if len(sides) % 2:
        sides.append(())
    return Kaart(
        key,
        item.naam,
        KINDS[key.kind].enkelvoud,
        item_path(key),
        _bronnen((*voor, *achter)),
        item.themas,
        rollen,
        tuple(Kant(item.naam, nummer, blokken) for nummer, blokken in enumerate(sides, 1)),
    )


def _inhoud(kb: KnowledgeBase, key: Key) -> tuple[list[Blok], list[Blok], tuple[str, ...]]:
    """What stands on the front, what on the back, and the roles that it belongs to."""
    item = kb.item(key)
    wat = Blok("Wat", (uitspraak(kb, item.samenvatting),))
    if isinstance(item, Methode):
        stappen = item.stappen or ()
        gedaan = tuple(uitspraak(kb, zegt(f"{stap.stap}. {stap.tekst}", stap.bron)) for stap in stappen)
        hoe = Blok("Zo doe je het", gedaan, genummerd=True) if gedaan else _stil(kb, "Zo doe je het", item.stappen)
        wanneer = [_blok(kb, "Wanneer", item.wanneer), _blok(kb, "Wanneer niet", item.wanneer_niet)]
        return [wat, *wanneer], [hoe, Blok("Tijd", (uitspraak(kb, item.tijd),))], ()
    if isinstance(item, Dilemma):
        botst = Blok("Wat er botst", (uitspraak(kb, item.botst.dit), uitspraak(kb, item.botst.dat)))
        opties = tuple(_optie(kb, optie.doe, optie.prijs) for optie in item.opties or ())
        kan = Blok("Wat je kunt doen", opties) if opties else _stil(kb, "Wat je kunt doen", item.opties)
        return [wat, botst], [kan, _blok(kb, "Om te bespreken", item.vragen)], item.rollen
    if isinstance(item, Verschuiving):
        paar = Blok("De beweging", tuple(uitspraak(kb, deel) for deel in _paar(item)))
        doen = [_blok(kb, "Stop met", item.stoppen_met), _blok(kb, "Begin met", item.beginnen_met)]
        vraag = _blok(kb, "Vraag jezelf af", item.reflectievragen)
        return [paar, wat], [*doen, vraag], tuple(roles_of(item))
    raise TypeError(key.kind)


def _paar(item: Verschuiving) -> tuple[Uitspraak, ...]:
    return met_kop("Van", zegt(item.van, item.bron)), met_kop("Naar", zegt(item.naar, item.bron))


def _optie(kb: KnowledgeBase, doe: Uitspraak, prijs: Uitspraak) -> Regel:
    return uitspraak(kb, zegt(f"{doe.tekst} De prijs: {prijs.tekst}", doe.bron, prijs.bron))


def _blok(kb: KnowledgeBase, kop: str, lijst: Stilte | tuple[Uitspraak, ...]) -> Blok:
    return Blok(kop, uitspraken(kb, lijst))


def _stil(kb: KnowledgeBase, kop: str, lijst: object) -> Blok:
    """The word for why there are none."""
    assert isinstance(lijst, Stilte)
    return Blok(kop, (uitspraak(kb, lijst),))


def _hoog(regel: Regel) -> float:
    return ceil((len(regel.tekst) + len(merk(regel))) / _BREED) + 0.2


def merk(regel: Regel) -> str:
    """The places in the sources behind a statement: ` [§7.2.1]`; the editors' own has none."""
    plekken = [plek.label for plek in regel.bronnen if not plek.redactie]
    return f" [{', '.join(plekken)}]" if plekken else ""


def _bronnen(blokken: Iterable[Blok]) -> str:
    """The names of the sources, and that what has no mark is the editors'."""
    plekken = [plek for blok in blokken for regel in blok.regels for plek in regel.bronnen]
    namen = list(dict.fromkeys(plek.naam for plek in plekken if not plek.redactie))
    rest = ["zonder haken: redactie"] if any(plek.bron == REDACTIE for plek in plekken) else []
    return "; ".join([*namen, *rest])


def _zijden(blokken: list[Blok]) -> list[tuple[Blok, ...]]:
    """The blocks over as many sides as they need: line by line, a head never alone at the foot."""
    zijden: list[list[Blok]] = [[]]
    vol = 0.0
    for blok in blokken:
        for plaats, regel in enumerate(blok.regels, 1):
            onder_kop = bool(zijden[-1]) and zijden[-1][-1].kop == blok.kop
            nodig = _hoog(regel) + (0 if onder_kop else _KOP)
            if vol and vol + nodig > _HOOG:
                zijden.append([])
                vol, onder_kop = 0.0, False
            if onder_kop:
                laatste = zijden[-1].pop()
                zijden[-1].append(Blok(blok.kop, (*laatste.regels, regel), blok.genummerd, laatste.vanaf))
            else:
                zijden[-1].append(Blok(blok.kop, (regel,), blok.genummerd, plaats))
            vol += nodig
    return [tuple(zijde) for zijde in zijden]
