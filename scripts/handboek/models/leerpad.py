"""leerpad: a curriculum made of items of the handbook.

Hours are never typed: they follow from the minutes of the activities and the length of the sessions.
What only the teacher may see is marked VOOR_DOCENT here and nowhere else; see `leerpaden/versies.py`.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from handboek.models.basis import (
    VOOR_DOCENT,
    Gebrond,
    Item,
    Lijst,
    NaarCompetentie,
    NaarItem,
    NaarLeerpad,
    NaarRol,
    NaarWerkvorm,
    Uitspraak,
    Uitspraken,
)
from handboek.models.waarden import Aantal, Dag, Id, Klok, Kort, Minuten, Tekst, Webadres

Niveau = Literal["basis", "gevorderd"]
Docenttekst = Annotated[Tekst, VOOR_DOCENT]


class Groep(Gebrond):
    """Met hoeveel mensen je dit doet."""

    minimaal: Aantal = Field(description="Het kleinste aantal deelnemers waarmee het werkt.")
    maximaal: Aantal = Field(description="Het grootste aantal deelnemers waarmee het werkt.")
    toelichting: Uitspraak | None = Field(None, description="Wat je over de groep moet weten: een even aantal.")


class Deelnemers(Gebrond):
    """Voor wie het leerpad is."""

    rol: NaarRol | None = Field(None, description="De rol waarvoor het is.")
    omschrijving: Kort = Field(description="Wie meedoen.")
    instapniveau: Kort = Field(description="Wat iemand al weet of kan.")
    groep: Groep = Field(description="Met hoeveel mensen.")


class Leeruitkomst(Gebrond):
    """Wat een deelnemer na afloop kan."""

    id: Id = Field(description="Korte naam, waar activiteiten naar verwijzen.")
    werkwoord: Kort = Field(description="Het werkwoord: herkent, past toe, onderbouwt.")
    tekst: Tekst = Field(description="Wat de deelnemer dan doet.")
    competentie: NaarCompetentie = Field(description="De competentie die dit bewijst.")
    niveau: Niveau = Field(description="basis of gevorderd.")


class Koppeling(Gebrond):
    """Iets buiten het handboek: een video, een formulier, een artikel."""

    naam: Kort = Field(description="Hoe het heet.")
    url: Webadres = Field(description="Het adres: https://…")
    waarom: Kort = Field(description="Waar je het hier voor nodig hebt, in een zin.")


class Opdracht(Gebrond):
    """Een opdracht voor deelnemers, met een uitwerking die alleen de docent ziet."""

    tekst: Tekst = Field(description="De opdracht, zoals de deelnemers hem krijgen.")
    thuis: Minuten | None = Field(None, description="Minuten buiten de bijeenkomst, als de opdracht thuis gebeurt.")
    uitwerking: Docenttekst | None = Field(None, description="Een goed antwoord, voor de docent.")


class Activiteit(Gebrond):
    """Een onderdeel van een bijeenkomst."""

    naam: Kort = Field(description="Hoe het onderdeel heet.")
    werkvorm: NaarWerkvorm = Field(description="De werkvorm: een begrip van soort werkvorm, zoals oefening.")
    items: tuple[NaarItem, ...] = Field((), description="Items van het handboek: `methoden/schaalvraag`.")
    koppelingen: tuple[Koppeling, ...] = Field((), description="Wat je buiten het handboek nodig hebt.")
    uitleg: Minuten | None = Field(None, description="Minuten uitleg.")
    oefenen: Minuten | None = Field(None, description="Minuten oefenen.")
    pauze: Minuten | None = Field(None, description="Minuten pauze na dit onderdeel.")
    materiaal: tuple[Kort, ...] = Field((), description="Wat er klaar moet liggen.")
    tekst: Tekst = Field(description="Wat de deelnemers doen.")
    opdracht: Opdracht | None = Field(None, description="Een opdracht die deelnemers maken, met de uitwerking.")
    dient: tuple[Id, ...] = Field(min_length=1, description="Id's van de leeruitkomsten waar dit voor is.")
    docent: Docenttekst | None = Field(None, description="Aanwijzing voor de docent.")

    @property
    def minuten(self) -> int:
        """Minutes of explanation and practice together, without the break after it."""
        return (self.uitleg or 0) + (self.oefenen or 0)


class Sessie(Gebrond):
    """Een bijeenkomst."""

    naam: Kort = Field(description="Titel van de bijeenkomst.")
    duur: Minuten = Field(description="Duur in minuten, met de pauze erbij.")
    datum: Dag | None = Field(None, description="De dag, als die vaststaat: 2027-01-21.")
    van: Klok | None = Field(None, description="Hoe laat het begint, als dat vaststaat: 13:30.")
    activiteiten: tuple[Activiteit, ...] = Field(min_length=1, description="Onderdelen, op volgorde.")
    docent: Docenttekst | None = Field(None, description="Wat de docent vooraf regelt.")

    @property
    def gepland(self) -> int:
        """Minutes of all activities and breaks together."""
        return sum(activiteit.minuten + (activiteit.pauze or 0) for activiteit in self.activiteiten)


class Rubriekrij(Gebrond):
    """Eén criterium van de beoordeling: wat je op elk niveau ziet."""

    uitkomst: Id = Field(description="Id van de leeruitkomst.")
    criterium: Kort = Field(description="Waar je op let.")
    nog_niet: Tekst = Field(description="Wat je ziet als het nog niet lukt.")
    gehaald: Tekst = Field(description="Wat je ziet als de uitkomst gehaald is.")
    overtuigend: Tekst = Field(description="Wat je ziet als iemand verder is dan gevraagd.")


class Toetsing(Gebrond):
    """Hoe je ziet of de uitkomsten gehaald zijn."""

    wijze: Uitspraken = Field(description="Wat deelnemers laten zien, en aan wie.")
    rubriek: Lijst[Rubriekrij] = Field(description="Criteria per leeruitkomst, met drie niveaus.")
    docent: Docenttekst | None = Field(None, description="Hoe de docent beoordeelt.")


class Leerpad(Item):
    """Een leergang van items van het handboek."""

    kind: ClassVar[str] = "leerpad"
    enkelvoud: ClassVar[str] = "leerpad"
    folder: ClassVar[str] = "profiles/leerpaden"
    meervoud: ClassVar[str] = "Leerpaden"

    deelnemers: Deelnemers = Field(description="Voor wie het is.")
    leeruitkomsten: tuple[Leeruitkomst, ...] = Field(min_length=1, description="Wat deelnemers na afloop kunnen.")
    voorkennis: Uitspraken = Field(description="Wat je vooraf moet weten of doen.")
    na: tuple[NaarLeerpad, ...] = Field((), description="Leerpaden die je eerst gedaan hebt.")
    sessies: tuple[Sessie, ...] = Field(min_length=1, description="De bijeenkomsten, op volgorde.")
    toetsing: Toetsing = Field(description="Hoe je ziet of de uitkomsten gehaald zijn.")
    spoor: Literal["scholing", "reflectie", "overig"] = Field(
        description="Waar het bij een beroepsregister onder valt."
    )

    @property
    def contact(self) -> int:
        """Minutes of all sessions together."""
        return sum(sessie.duur for sessie in self.sessies)

    @property
    def thuis(self) -> int:
        """Minutes of all assignments that are done outside the sessions."""
        opdrachten = (activiteit.opdracht for sessie in self.sessies for activiteit in sessie.activiteiten)
        return sum(opdracht.thuis or 0 for opdracht in opdrachten if opdracht)
