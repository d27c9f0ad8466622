"""From statements of items to lines of a cell: the text without markup, with its sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import REDACTIE, Item, Stilte, Uitspraak, Verwijzing
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.prose import plain_text
from handboek.queries import section_label, section_title
from handboek.sources import Herkomst
from handboek.vergelijken.waarde import Bronplek, Cel, Regel
from handboek.words import datum, titelgegevens

I = TypeVar("I", bound=Item)  # noqa: E741
VAN_REDACTIE: Herkomst = (Verwijzing(bron=REDACTIE),)
"""The source of what the editors sorted: themes, target groups, laws, methods."""


@dataclass(frozen=True)
class Blik(Generic[I]):
    """One column while its cells are made: its item, and the roles that work in it."""

    kb: KnowledgeBase
    id: str
    item: I
    rollen: tuple[str, ...]


def plek(kb: KnowledgeBase, verwijzing: Verwijzing) -> Bronplek:
    """A source as the table names it."""
    if verwijzing.bron == REDACTIE:
        return Bronplek(REDACTIE, None, REDACTIE, "Redactie", "", "")
    bron = kb.bronnen[str(verwijzing.bron)]
    titel = section_title(kb, verwijzing) if verwijzing.sectie else ""
    return Bronplek(
        str(verwijzing.bron), verwijzing.sectie, section_label(kb, verwijzing), bron.naam, titel, titelgegevens(bron)
    )


def plekken(kb: KnowledgeBase, *herkomsten: Herkomst | None) -> tuple[Bronplek, ...]:
    """The sources of a statement, each once."""
    return tuple(dict.fromkeys(plek(kb, v) for herkomst in herkomsten for v in herkomst or ()))


def zin(kb: KnowledgeBase, tekst: str, *herkomsten: Herkomst | None, kop: str = "") -> Regel:
    """A line that a source says; `kop` are its first words, where those say what it is about."""
    return Regel(plain_text(tekst), plekken(kb, *herkomsten), kop=plain_text(kop))


def genoemd(kb: KnowledgeBase, key: Key, herkomst: Herkomst | None) -> Regel:
    """A line that only names an item."""
    naam = kb.item(key).naam
    return Regel(naam, plekken(kb, herkomst), key, kop=naam)


def stil(kb: KnowledgeBase, woord: str, herkomst: Herkomst | None = None) -> Regel:
    """A word for absence; a source that is silent as a whole is not named."""
    return Regel(woord, plekken(kb, tuple(v for v in herkomst or () if v.sectie or v.bron == REDACTIE)))


def uitspraak(kb: KnowledgeBase, gezegd: Uitspraak | Stilte) -> Regel:
    """One statement, or the word for why there is none."""
    if gezegd.tekst in AFWEZIG_WOORDEN:
        return stil(kb, gezegd.tekst, gezegd.bron)
    return zin(kb, gezegd.tekst, gezegd.bron)


def uitspraken(kb: KnowledgeBase, lijst: Stilte | tuple[Uitspraak, ...]) -> Cel:
    """Several statements, or the word for why there are none."""
    return tuple(uitspraak(kb, gezegd) for gezegd in ((lijst,) if isinstance(lijst, Stilte) else lijst))


def tijdstip(kb: KnowledgeBase, wanneer: str, herkomst: Herkomst | None) -> Regel:
    """A date in words, or the word for why there is none."""
    return Regel(wanneer) if wanneer in AFWEZIG_WOORDEN else zin(kb, datum(wanneer), herkomst)


def namen(kb: KnowledgeBase, kind: str, ids: Iterable[str]) -> Cel:
    """Items that the editors gave an item as its themes, target groups and so on."""
    return tuple(genoemd(kb, Key(kind, id_), VAN_REDACTIE) for id_ in ids)


def samen(*delen: Cel) -> Cel:
    """The lines of several parts as one cell; a part that is silent adds nothing to one that speaks."""
    regels = tuple(dict.fromkeys(regel for deel in delen for regel in deel))
    return tuple(regel for regel in regels if not regel.afwezig) or regels[:1]
