"""begrip: a term or a value of a vocabulary."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from handboek.models.basis import Gebrond, Item, NaarDoelgroep, NaarLadder, Uitspraak
from handboek.models.waarden import Kort, Minuten, Tekst, lees_getal


class Polen(Gebrond):
    """De twee uiteinden van een as."""

    van: Kort = Field(description="De eerste pool.")
    naar: Kort = Field(description="De tweede pool.")


class Definitie(Gebrond):
    """Een omschrijving van één bron, als bronnen verschillen."""

    van: Kort = Field(description="Wie het zo omschrijft.")
    tekst: Tekst = Field(description="De omschrijving, in eigen woorden.")


class Tijdsduur(Gebrond):
    """Hoe lang iets meestal duurt."""

    van: Minuten = Field(description="Het minste aantal minuten.")
    tot: Minuten = Field(description="Het meeste aantal minuten.")


class Begrip(Item):
    """Een term, een thema, een doelgroep, een as, een trede, een werkvorm, een wet of een theorie."""

    kind: ClassVar[str] = "begrip"
    enkelvoud: ClassVar[str] = "begrip"
    folder: ClassVar[str] = "methods/begrippen"
    meervoud: ClassVar[str] = "Begrippen"

    soort: Literal[
        "thema",
        "doelgroep",
        "leefgebied",
        "as",
        "ladder",
        "trede",
        "werkvorm",
        "wet",
        "theorie",
        "programma",
        "term",
    ] = Field(description="Wat voor begrip het is.")
    definities: tuple[Definitie, ...] = Field((), description="Verschillende omschrijvingen, elk met haar bron.")
    polen: Polen | None = Field(None, description="Alleen voor een as: de twee uiteinden.")
    ladder: NaarLadder | None = Field(None, description="Alleen voor een trede: de ladder waar hij bij hoort.")
    ruimer: NaarDoelgroep | None = Field(
        None, description="Alleen voor een doelgroep: de ruimere groep waar zij bij hoort, zoals gezinnen."
    )
    volgorde: Annotated[int, BeforeValidator(lees_getal)] | None = Field(
        None, description="Plaats in de rij: het nummer van een trede."
    )
    nu: Uitspraak | None = Field(
        None, description="Alleen voor een wet of programma: wat ervan geworden is, en wat er nu geldt."
    )
    goed_voor: Uitspraak | None = Field(None, description="Alleen voor een werkvorm: waar hij goed voor is.")
    duur: Tijdsduur | None = Field(None, description="Alleen voor een werkvorm: hoe lang hij meestal duurt.")
