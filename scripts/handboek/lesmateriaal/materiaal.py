"""Material for a training, as a value: what participants get, and what only the teacher sees (VOOR_DOCENT).

Nothing here is typed twice: what an item says comes from the item with its sources; what the form of work adds is
`redactie`. Whoever shows material to participants shows `voor_deelnemers` of it, as with a curriculum.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from handboek.models.basis import REDACTIE, VOOR_DOCENT, Gebrond, Stilte, Uitspraak, Verwijzing
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.sources import Herkomst

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Wie(Gebrond):
    """A part that someone plays during the work."""

    naam: str
    doet: str


class Stap(Gebrond):
    """A step with its minutes; `docent` is what the teacher does then."""

    naam: str
    minuten: int
    tekst: str
    docent: Annotated[str | None, VOOR_DOCENT] = None


class Blad(Gebrond):
    """Statements under a head: as paragraphs, as a list, or as a list with letters to point at."""

    kop: str
    regels: tuple[Uitspraak, ...] = Field(min_length=1)
    vorm: Literal["alineas", "lijst", "letters"] = "lijst"


class Materiaal(Gebrond):
    """An assignment that an item yields: question, parts, time, steps and what to look back on."""

    soort: Literal["intervisie", "casus", "oefening"]
    item: str
    """The address of the item: `dilemmas/groepen-loslaten`."""
    naam: str
    vraag: str
    groep: str
    klaarleggen: tuple[str, ...]
    wie: tuple[Wie, ...]
    lezen: tuple[Blad, ...]
    stappen: tuple[Stap, ...]
    terugkijken: Blad
    later: Blad | None
    """What participants read only when a step says so."""
    docent: Annotated[tuple[Blad, ...] | None, VOOR_DOCENT] = None

    @property
    def tijd(self) -> int:
        """Minutes of all steps together."""
        return sum(stap.minuten for stap in self.stappen)


def gezegd(lijst: Stilte | tuple[Uitspraak, ...]) -> tuple[Uitspraak, ...]:
    """The statements of a list; the word for absence where there are none."""
    return (zegt(lijst.tekst, lijst.bron),) if isinstance(lijst, Stilte) else lijst


def zegt(tekst: str, *herkomsten: Herkomst | None) -> Uitspraak:
    """A statement made of others, however long, with the sources of all of them; without any it is the editors'."""
    plekken = tuple(dict.fromkeys(plek for herkomst in herkomsten for plek in herkomst or ()))
    return Uitspraak.model_construct(tekst=tekst, bron=plekken or (Verwijzing(bron=REDACTIE),))


def met_kop(kop: str, uitspraak: Uitspraak) -> Uitspraak:
    """The statement after a word that says what it is about."""
    return zegt(f"{kop}: {uitspraak.tekst}", uitspraak.bron)


def blad(kop: str, regels: Iterable[Uitspraak], vorm: str = "lijst") -> Blad | None:
    """The statements under this head; None when there are none."""
    rij = tuple(regels)
    return Blad.model_validate({"kop": kop, "regels": rij, "vorm": vorm}) if rij else None


def bladen(*gemaakt: Blad | None) -> tuple[Blad, ...]:
    """Those that say something."""
    return tuple(een for een in gemaakt if een)


def spreekt(uitspraak: Uitspraak | Stilte) -> bool:
    """Whether it is a statement and not a word for absence."""
    return uitspraak.tekst not in AFWEZIG_WOORDEN
