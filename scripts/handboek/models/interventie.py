"""interventie: one local approach."""

from typing import ClassVar, Literal

from pydantic import Field

from handboek.models.basis import (
    Gebrond,
    Item,
    Lijst,
    NaarBegrip,
    NaarDoelgroep,
    NaarLeefgebied,
    NaarMethode,
    NaarRol,
    NaarTrede,
    Uitspraak,
    Uitspraken,
)
from handboek.models.delen import Bewering, Evaluatie, Periode, Plaats, Stap, Voorwaarde
from handboek.models.waarden import Kort


class Partner(Gebrond):
    """Een organisatie of groep die meedoet."""

    naam: Kort = Field(description="Naam van de organisatie of groep.")
    doet: Uitspraak | None = Field(None, description="Wat deze partner inbrengt of afspreekt.")


class Mandaat(Gebrond):
    """Wat een werker namens een organisatie mag beslissen."""

    organisatie: Kort = Field(description="De organisatie die het mandaat of de afspraak geeft.")
    vorm: Literal["mandaat", "afspraak"] = Field(description="mandaat, of afspraak zonder mandaat.")
    leefgebied: NaarLeefgebied | Literal["niet vermeld"] = Field(
        "niet vermeld", description="Id van het leefgebied, of niet vermeld."
    )
    mag: Uitspraak = Field(description="Wat de werker mag beslissen, of een woord voor afwezigheid.")


class LadderBereik(Gebrond):
    """Van welke tot welke trede van de participatieladder."""

    van: NaarTrede = Field(description="Laagste trede.")
    tot: NaarTrede = Field(description="Hoogste trede.")
    toelichting: Uitspraak | None = Field(None, description="Wat de bron erover zegt.")


class Omvang(Uitspraak):
    """Hoe groot een aanpak is: gewone tekst, of een blok als de bron zegt over welk gebied het gaat."""

    niveau: Literal["straat", "wijk", "wijken", "gemeente"] | None = Field(
        None,
        description="Het gebied, voor de keuzehulp: straat (of flat), wijk (of buurt, dorp), wijken (meer dan één), gemeente (het geheel).",
    )


class Betaling(Uitspraak):
    """Wie betaalt en hoeveel: gewone tekst, of een blok als de bron zegt waar het geld vandaan komt."""

    betaalt: tuple[Literal["gemeente", "rijk", "partner", "bewoners"], ...] = Field(
        (), description="Wie betaalt, voor de keuzehulp: gemeente, rijk (of landelijk programma), partner of bewoners."
    )


class Interventie(Item):
    """Een lokale aanpak: waar, wanneer, wie betaalt, wie doet mee, hoe werkt het, wat kwam ervan."""

    kind: ClassVar[str] = "interventie"
    enkelvoud: ClassVar[str] = "aanpak"
    folder: ClassVar[str] = "methods/interventies"
    meervoud: ClassVar[str] = "Aanpakken"

    plaats: Plaats = Field(description="Waar de aanpak loopt.")
    periode: Periode = Field(description="Van wanneer tot wanneer.")
    opdrachtgever: Uitspraak = Field(description="Wie de opdracht gaf.")
    uitvoerders: Uitspraken = Field(description="Wie het uitvoert, per organisatie.")
    team: Uitspraken = Field(description="Wie er werken en met hoeveel.")
    schaal: Lijst[Omvang] = Field(description="Hoe groot: wijken, gezinnen, bewoners.")
    aanleiding: Uitspraken = Field(description="Waarom het begon.")
    visie: Uitspraken = Field(description="De uitgangspunten.")
    doelgroep: Uitspraken = Field(description="Voor wie, in woorden.")
    doelgroepen: tuple[NaarDoelgroep, ...] = Field((), description="Doelgroepen (begrippen van soort doelgroep).")
    leefgebieden: tuple[NaarLeefgebied, ...] = Field((), description="Leefgebieden die de bron noemt.")
    ladder: LadderBereik | None = Field(None, description="Bereik op de participatieladder, als de bron dat noemt.")
    doelen: Uitspraken = Field(description="Wat de aanpak wil bereiken.")
    werkwijze: Lijst[Stap] = Field(description="Hoe het gaat, in stappen.")
    partners: Lijst[Partner] = Field(description="Met wie wordt samengewerkt.")
    samenwerking: Uitspraken = Field(description="Hoe de samenwerking loopt.")
    financiering: Lijst[Betaling] = Field(description="Wie betaalt, hoeveel en hoe lang.")
    wettelijk_kader: tuple[NaarBegrip, ...] = Field((), description="Wetten en programma's waar het toen onder viel.")
    vraagt: Lijst[Voorwaarde] = Field(description="Wat de aanpak vraagt, en aan wie.")
    resultaten: Lijst[Bewering] = Field(description="Wat ervan kwam, als beweringen.")
    evaluatie: Evaluatie = Field(description="Of er geëvalueerd is en door wie.")
    lessen: Uitspraken = Field(description="Wat ervan geleerd is.")
    werkte_niet: Uitspraken = Field(description="Wat niet werkte.")
    mandaten: Lijst[Mandaat] = Field(description="Wat werkers mogen beslissen namens wie.")
    vervolg: Uitspraken = Field(description="Wat ervan geworden is, voor zover de bron het zegt.")
    onbekend: Uitspraken = Field(description="Wat we niet weten en een lezer wel zou willen weten.")
    rollen: tuple[NaarRol, ...] = Field((), description="Rollen die erin werken.")
    methoden: tuple[NaarMethode, ...] = Field((), description="Methoden die erin gebruikt worden.")
