"""leerpad: a curriculum made of items of the handbook."""

from typing import ClassVar, Literal

from pydantic import Field

from handboek.models.basis import Gebrond, Item, NaarCompetentie, NaarItem, NaarRol, Uitspraken
from handboek.models.waarden import Id, Kort, Minuten, Tekst


class Deelnemers(Gebrond):
    """Voor wie het leerpad is."""

    rol: NaarRol | None = Field(None, description="De rol waarvoor het is.")
    omschrijving: Kort = Field(description="Wie meedoen.")
    instapniveau: Kort = Field(description="Wat iemand al weet of kan.")
    groepsgrootte: Kort = Field(description="Met hoeveel mensen.")


class Leeruitkomst(Gebrond):
    """Wat een deelnemer na afloop kan."""

    id: Id = Field(description="Korte naam, waar activiteiten naar verwijzen.")
    werkwoord: Kort = Field(description="Het werkwoord: herkent, past toe, onderbouwt.")
    tekst: Tekst = Field(description="Wat de deelnemer dan doet.")
    competentie: NaarCompetentie = Field(description="De competentie die dit bewijst.")
    niveau: Literal["basis", "gevorderd"] = Field(description="basis of gevorderd.")


class Activiteit(Gebrond):
    """Een onderdeel van een bijeenkomst."""

    naam: Kort = Field(description="Hoe het onderdeel heet.")
    werkvorm: Literal["uitleg", "gesprek", "oefening", "rollenspel", "casus", "intervisie", "opdracht", "reflectie"] = (
        Field(description="De werkvorm.")
    )
    items: tuple[NaarItem, ...] = Field((), description="Items van het handboek: `methoden/schaalvraag`.")
    uitleg: Minuten | None = Field(None, description="Minuten uitleg.")
    oefenen: Minuten | None = Field(None, description="Minuten oefenen.")
    tekst: Tekst = Field(description="Wat de deelnemers doen.")
    dient: tuple[Id, ...] = Field(min_length=1, description="Id's van de leeruitkomsten waar dit voor is.")
    docent: Tekst | None = Field(None, description="Aanwijzing voor de trainer.")


class Sessie(Gebrond):
    """Een bijeenkomst."""

    naam: Kort = Field(description="Titel van de bijeenkomst.")
    duur: Minuten = Field(description="Duur in minuten.")
    activiteiten: tuple[Activiteit, ...] = Field(min_length=1, description="Onderdelen, op volgorde.")


class Leerpad(Item):
    """Een leergang van items van het handboek."""

    kind: ClassVar[str] = "leerpad"
    enkelvoud: ClassVar[str] = "leerpad"
    folder: ClassVar[str] = "profiles/leerpaden"
    meervoud: ClassVar[str] = "Leerpaden"

    deelnemers: Deelnemers = Field(description="Voor wie het is.")
    leeruitkomsten: tuple[Leeruitkomst, ...] = Field(min_length=1, description="Wat deelnemers na afloop kunnen.")
    voorkennis: Uitspraken = Field(description="Wat je vooraf moet weten of doen.")
    sessies: tuple[Sessie, ...] = Field(min_length=1, description="De bijeenkomsten, op volgorde.")
    toetsing: Uitspraken = Field(description="Hoe je ziet of de uitkomsten gehaald zijn.")
    spoor: Literal["scholing", "reflectie", "overig"] = Field(
        description="Waar het bij een beroepsregister onder valt."
    )
