"""Parts that several kinds share: a place, a step, a precondition, a claim, a tension."""

from typing import Literal

from pydantic import Field

from handboek.models.basis import Gebrond, Lijst, NaarCompetentie, NaarItem, NaarMethode, NaarRol, Uitspraak
from handboek.models.waarden import Afwezig, Datum, DatumOfAfwezig, Getal, Id, Kort, Tekst

Gebiedstype = Literal["stad", "dorpen"]
Geadresseerde = Literal["gemeente", "partner", "management", "opleiding", "professional"]
Waarvan = Literal["tijd", "ruimte", "mandaat", "geld", "partners"]
"""What a condition asks: time, room to do it one's own way, the right to decide, money, or others who join in."""


class Plaats(Gebrond):
    """Waar het gebeurt."""

    gemeente: Kort = Field(description="De gemeente of plaats.")
    wijk: Kort | None = Field(None, description="Wijk, buurt of dorpskernen.")
    gebiedstype: Gebiedstype = Field(description="stad of dorpen.")
    toelichting: Uitspraak | None = Field(None, description="Wat de bron nog meer over de plek zegt.")


class Periode(Gebrond):
    """Van wanneer tot wanneer."""

    van: DatumOfAfwezig = Field(description="Begin: 2007, 2007-04 of een woord voor afwezigheid.")
    tot: DatumOfAfwezig = Field(description="Eind, of een woord voor afwezigheid.")
    toelichting: Uitspraak | None = Field(None, description="Wat de bron over de looptijd zegt.")


class Stap(Gebrond):
    """Eén stap van een werkwijze."""

    stap: Kort = Field(description="De stap in een paar woorden.")
    tekst: Tekst = Field(description="Wat er dan gebeurt.")
    methoden: tuple[NaarMethode, ...] = Field((), description="Methoden die bij deze stap horen.")


class Voorwaarde(Gebrond):
    """Iets wat een aanpak of rol van een ander vraagt."""

    aan: Geadresseerde = Field(description="Aan wie: gemeente, partner, management, opleiding of professional.")
    tekst: Tekst = Field(description="Wat er gevraagd wordt, als opdracht: Stel geen targets.")
    zwaarte: Literal["moet", "helpt", "niet vermeld"] = Field(
        "niet vermeld", description="moet (voorwaarde), helpt, of niet vermeld."
    )
    waarvan: tuple[Waarvan, ...] = Field(
        (), description="Wat ervoor nodig is, voor de keuzehulp: tijd, ruimte, mandaat, geld of partners."
    )


class Bewering(Gebrond):
    """Een resultaat of cijfer, met wie het zegt en hoe hard het is."""

    id: Id | None = Field(None, description="Korte naam, nodig als een andere bewering hiernaar verwijst.")
    bewering: Tekst = Field(description="Wat er beweerd wordt, in een zin.")
    kern: Kort | None = Field(None, description="De bewering in twee of drie woorden, als er geen cijfer is.")
    soort: Literal["telling", "meting", "waarneming", "verhaal", "mening"] = Field(
        description="telling, meting, waarneming, verhaal of mening."
    )
    onderwerp: Kort | None = Field(None, description="Wat er gemeten is; gelijk voor cijfers over hetzelfde.")
    waarde: Getal | None = Field(None, description="Het cijfer, zonder eenheid.")
    ongeveer: Literal["ja"] | None = Field(None, description="ja, als de bron zegt dat het cijfer ongeveer is.")
    noemer: Getal | None = Field(None, description="Van hoeveel: 80 bij 77 van 80.")
    eenheid: Kort | None = Field(None, description="Waarvan: voordeuren, jongeren, procent, euro per jaar.")
    periode: Kort | None = Field(None, description="Over welke tijd het cijfer gaat.")
    datum: Datum | None = Field(None, description="Wanneer dit gezegd of geteld is.")
    geevalueerd: Literal["ja"] | Afwezig = Field(description="ja, nee, niet vermeld, onbekend of n.v.t.")
    evaluatie_door: Kort | None = Field(None, description="Wie het geëvalueerd heeft.")
    spreekt_tegen: tuple[Id, ...] = Field((), description="Id's van beweringen in dit item die hiermee botsen.")
    toelichting: Uitspraak | None = Field(None, description="Wat je erbij moet weten.")


class Evaluatie(Gebrond):
    """Of er geëvalueerd is en door wie."""

    status: Literal["ja", "gepland"] | Afwezig = Field(description="ja, gepland, nee, niet vermeld of onbekend.")
    door: Kort | Afwezig = Field("niet vermeld", description="Wie de evaluatie deed of gaat doen.")
    tekst: Tekst | None = Field(None, description="Wat de bron erover zegt.")
    maar: Uitspraak | None = Field(None, description="Wat daarmee botst, volgens dezelfde of een andere bron.")


class Spanning(Gebrond):
    """Waar dit mee kan botsen, en wat je er dan mee doet."""

    met: NaarItem = Field(description="Waarmee: `competenties/resultaatgericht-werken`.")
    uitleg: Uitspraak = Field(description="Wat er botst.")
    omgaan: Uitspraak = Field(description="Wat je ermee kunt doen.")


class VerwanteRol(Gebrond):
    """Een rol die op deze lijkt of ermee samenwerkt."""

    rol: NaarRol = Field(description="Id van de rol.")
    uitleg: Tekst = Field(description="Wat ze delen en waarin ze verschillen.")


class Overstap(Gebrond):
    """Van een oude functie naar deze rol."""

    van: Kort = Field(description="De oude functie.")
    rol: NaarRol | None = Field(None, description="Id van de oude functie, als die ook een rol van het handboek is.")
    erbij: Lijst[Uitspraak] = Field(description="Wat erbij komt.")
    blijft: Lijst[Uitspraak] = Field(description="Wat blijft.")
    afleren: Lijst[Uitspraak] = Field(description="Wat je moet afleren.")
    competenties: tuple[NaarCompetentie, ...] = Field(
        (),
        description="Competenties van deze rol die bij de overstap nieuw zijn of anders worden, volgens de redactie.",
    )
