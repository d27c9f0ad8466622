"""What the forms of exchange share: lasting identifiers, dates that are not the clock's, sources in words."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from uuid import UUID, uuid5

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import REDACTIE, Verwijzing
from handboek.models.competentie import Competentie, CompetentieFormulering
from handboek.models.rol import Rol
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.sources import Herkomst

NAAMRUIMTE = UUID("a33bd46a-355e-4842-b590-ff617043616d")
"""Never changes: every identifier that we ever gave out follows from it and from an address of the handbook."""
LICENTIE = "CC BY 4.0"
LICENTIE_URI = "https://creativecommons.org/licenses/by/4.0/"
NIVEAUS = ("basis", "gevorderd")
MAKER = "Redactie van het handboek"
TITEL = "Competenties voor sociaal werk in de wijk"
OMSCHRIJVING = (
    "Wat sociaal werkers in de wijk weten, kunnen en uitstralen, onder één naam gebracht, "
    "met bij elke naam de eigen woorden van de rollen en hun bron."
)
KOPPELING = (
    "De redactie bracht de eigen woorden van een rol onder bij een competentie. "
    "Zijn het dezelfde woorden, dan heten ze gelijk (exactMatch); anders verwant (isRelatedTo, closeMatch), "
    "en hoe nauw is dan niet vermeld."
)


@cache
def kenmerk(adres: str) -> str:
    """The UUID of what has this address within the handbook; the same in every form and every year."""
    return str(uuid5(NAAMRUIMTE, adres))


def urn(adres: str) -> str:
    """The name of what has this address within the handbook, wherever the site stands."""
    return f"urn:uuid:{kenmerk(adres)}"


def formuleringen(kb: KnowledgeBase) -> dict[str, list[tuple[str, CompetentieFormulering]]]:
    """For every role its own wordings of competencies, each with the id that it belongs to."""
    gevonden: dict[str, list[tuple[str, CompetentieFormulering]]] = {rol: [] for rol in kb.all(Rol)}
    for id_, competentie in kb.all(Competentie).items():
        for formulering in competentie.formuleringen:
            gevonden[formulering.rol].append((id_, formulering))
    return gevonden


def zelfde_woorden(tekst: str, naam: str) -> bool:
    """Whether a role says it in the very words of the handbook; upper and lower case aside."""
    return tekst.casefold() == naam.casefold()


def bron_tekst(kb: KnowledgeBase, herkomst: Herkomst | None) -> str:
    """The sources of a statement in words: the name of each and its section."""
    return "; ".join(_naam(kb, verwijzing) for verwijzing in herkomst or ())


def _naam(kb: KnowledgeBase, verwijzing: Verwijzing) -> str:
    if verwijzing.bron in (None, REDACTIE):
        return REDACTIE
    naam = kb.bronnen[str(verwijzing.bron)].naam
    return f"{naam}, §{verwijzing.sectie}" if verwijzing.sectie else naam


def gewijzigd(kb: KnowledgeBase, keys: Iterable[Key]) -> str:
    """When these items last changed: SOURCE_DATE_EPOCH if the builder set it, else the last date of their sources."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return max((_dag(datum) for key in keys for datum in _datums(kb, key)), default="1970-01-01") + "T00:00:00Z"


def _datums(kb: KnowledgeBase, key: Key) -> list[str]:
    """The date of an item and those of the sources that it rests on, as far as they have one."""
    bronnen = {str(verwijzing.bron) for _, verwijzing in kb.sources[key]} - {REDACTIE}
    datums = (kb.item(key).peildatum, *(kb.bronnen[bron].datum for bron in bronnen))
    return [datum for datum in datums if datum and datum not in AFWEZIG_WOORDEN]


def _dag(datum: str) -> str:
    """The first day of a date that may be a year or a month."""
    return f"{datum}-01-01" if len(datum) == 4 else f"{datum}-01" if len(datum) == 7 else datum
