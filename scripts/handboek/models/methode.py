"""methode: a reusable way of working, instrument or form of conversation."""

from typing import ClassVar, Literal

from pydantic import Field

from handboek.models.basis import Item, Lijst, NaarCompetentie, NaarDoelgroep, Uitspraak, Uitspraken
from handboek.models.delen import Stap, Waarvan


class Benodigd(Uitspraak):
    """Iets wat je voor een methode nodig hebt: gewone tekst, of een blok als je zegt wat het kost."""

    waarvan: tuple[Waarvan, ...] = Field(
        (), description="Waar het om gaat, voor de keuzehulp: tijd, ruimte, mandaat, geld of partners."
    )


class Methode(Item):
    """Een werkwijze, instrument of gespreksvorm die je morgen kunt gebruiken."""

    kind: ClassVar[str] = "methode"
    enkelvoud: ClassVar[str] = "methode"
    folder: ClassVar[str] = "methods/methoden"
    meervoud: ClassVar[str] = "Methoden"

    soort: Literal["gespreksvorm", "instrument", "werkvorm", "werkwijze", "overlegvorm", "organisatieprincipe"] = Field(
        description="gespreksvorm, instrument, werkvorm, werkwijze, overlegvorm of organisatieprincipe."
    )
    waarom: Uitspraken = Field(description="Waarom het werkt of waarvoor het dient.")
    wanneer: Uitspraken = Field(description="Wanneer je het gebruikt.")
    wanneer_niet: Uitspraken = Field(description="Wanneer je het niet gebruikt.")
    stappen: Lijst[Stap] = Field(description="Hoe je het doet, in stappen.")
    tijd: Uitspraak = Field(description="Hoeveel tijd het kost.")
    nodig: Lijst[Benodigd] = Field(description="Wat je ervoor nodig hebt.")
    voorbeeld: Uitspraak = Field(description="Hoe het er in de praktijk uitzag.")
    doelgroepen: tuple[NaarDoelgroep, ...] = Field((), description="Doelgroepen waarvoor het bedoeld is.")
    competenties: tuple[NaarCompetentie, ...] = Field((), description="Competenties die je hiervoor nodig hebt.")
