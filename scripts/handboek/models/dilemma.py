"""dilemma: a tension of the work."""

from typing import ClassVar

from pydantic import Field

from handboek.models.basis import (
    Gebrond,
    Item,
    Lijst,
    NaarCompetentie,
    NaarRol,
    NaarVerschuiving,
    Uitspraak,
    Uitspraken,
)


class Botsing(Gebrond):
    """De twee kanten van een dilemma."""

    dit: Uitspraak = Field(description="De ene kant.")
    dat: Uitspraak = Field(description="De andere kant.")


class Optie(Gebrond):
    """Iets wat je kunt doen, en wat het kost."""

    doe: Uitspraak = Field(description="Wat je kunt doen.")
    prijs: Uitspraak = Field(description="Wat het kost of riskeert.")


class Dilemma(Item):
    """Een spanning in het werk waarvoor geen enkel antwoord klopt."""

    kind: ClassVar[str] = "dilemma"
    enkelvoud: ClassVar[str] = "dilemma"
    folder: ClassVar[str] = "methods/dilemmas"
    meervoud: ClassVar[str] = "Dilemma's"

    rollen: tuple[NaarRol, ...] = Field(min_length=1, description="Rollen bij wie de bron dit dilemma noemt.")
    botst: Botsing = Field(description="Wat er botst.")
    voor_wie: Uitspraken = Field(description="Wie er last van heeft.")
    opties: Lijst[Optie] = Field(description="Wat je kunt doen, met de prijs.")
    vragen: Uitspraken = Field(description="Vragen voor intervisie.")
    competenties: tuple[NaarCompetentie, ...] = Field((), description="Competenties die hier op het spel staan.")
    verschuivingen: tuple[NaarVerschuiving, ...] = Field((), description="Verschuivingen die dit oproepen.")
