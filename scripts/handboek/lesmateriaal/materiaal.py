"""Material for a training, as a value: what participants get, and what only the teacher sees (VOOR_DOCENT).

Nothing here is typed twice: what an item says comes from the item with its sources; what the form of work adds is
`redactie`. Whoever shows material to participants shows `voor_deelnemers` of it, as with a curriculum.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from handboek.models.basis import VOOR_DOCENT, Gebrond, Stilte, Uitspraak
from handboek.models.leerpad import Docenttekst
from handboek.models.waarden import AFWEZIG_WOORDEN, Kort, Minuten, Tekst
from handboek.sources import Herkomst

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Wie(Gebrond):
    """A part that someone plays during the work."""

    naam: Kort
    doet: Tekst


class Stap(Gebrond):
    """A step with its minutes; `docent` is what the teacher does then."""

    naam: Kort
    minuten: Minuten
    tekst: Tekst
    docent: Docenttekst | None = None


class Blad(Gebrond):
    """Statements under a head: as paragraphs, as a list, or as a list with letters to point at."""

    kop: Kort
    regels: tuple[Uitspraak, ...] = Field(min_length=1)
    vorm: Literal["alineas", "lijst", "letters"] = "lijst"


class Materiaal(Gebrond):
    """An assignment that an item yields: question, parts, time, steps and what to look back on."""

    soort: Literal["intervisie", "casus", "oefening"]
    item: Kort
    """The address of the item: `dilemmas/groepen-loslaten`."""
    naam: Kort
    vraag: Tekst
    groep: Kort
    klaarleggen: tuple[Kort, ...]
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
    """A statement made of others, with the sources of all of them; without any it is the editors'."""
    return Uitspraak.model_validate({"tekst": tekst, "bron": bronnen(*herkomsten)})


def bronnen(*herkomsten: Herkomst | None) -> list[str]:
    """Sources as an author writes them, each once."""
    return list(dict.fromkeys(str(plek) for herkomst in herkomsten for plek in herkomst or ())) or ["redactie"]


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
