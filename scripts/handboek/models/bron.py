"""bron: a source, its sections and what its author has at stake."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from handboek.models.basis import Gebrond, Item, Lijst, Model, NaarRol, Uitspraak
from handboek.models.delen import Bewering
from handboek.models.waarden import Afwezig, DatumOfAfwezig, Kort, Nummer, lees_getal


class Sectie(Model):
    """Een deel van de bron waar uitspraken naar verwijzen."""

    nummer: Nummer = Field(description="Nummer of korte naam: 3.2.1 of over-wie-gaat-het.")
    titel: Kort = Field(description="De kop van het deel.")
    opmerking: Kort | None = Field(None, description="Bijzonderheid, zoals: in de bron zonder nummer.")


class Vindplaats(Gebrond):
    """Een plaats uit de lijst van nieuwe initiatieven."""

    plaats: Kort = Field(description="Naam van de plaats.")
    aantal: Annotated[int, BeforeValidator(lees_getal)] = Field(1, description="Aantal initiatieven.")
    bezocht: Literal["ja", "nee"] = Field("nee", description="ja, als er interviews zijn gehouden.")
    bronvorm: Kort | None = Field(
        None, description="De letterlijke vorm van de bron, als die een fout of variant heeft."
    )


class Bron(Item):
    """Een bron: wat het is, van wie, met welk belang, en welke delen hij heeft."""

    kind: ClassVar[str] = "bron"
    enkelvoud: ClassVar[str] = "bron"
    folder: ClassVar[str] = "methods/bronnen"
    meervoud: ClassVar[str] = "Bronnen"

    soort: Literal[
        "onderzoeksrapport",
        "evaluatie",
        "zelfbeschrijving",
        "gemeentelijk verslag",
        "beleidsstuk",
        "opinie",
        "aankondiging",
        "handboek",
        "brochure",
        "interview",
        "website",
        "film",
    ] = Field(description="Wat voor bron het is.")
    geraadpleegd: Literal["ja", "nee"] = Field(
        description="ja als de redactie hem las, nee als een andere bron hem noemt."
    )
    auteurs: Lijst[Kort] = Field(description="Auteurs, alleen van een gepubliceerde bron.")
    uitgever: Kort | Afwezig = Field(description="Organisatie die de bron uitbracht.")
    datum: DatumOfAfwezig = Field(description="Datum van de bron.")
    belang: Uitspraak = Field(description="Welk belang de maker bij het onderwerp heeft.")
    licentie: Uitspraak = Field(description="Wat er met de bron mag.")
    rollen: tuple[NaarRol, ...] = Field((), description="Rollen waarvoor het rapport deze bron gebruikte.")
    secties: tuple[Sectie, ...] = Field((), description="De delen van de bron.")
    vindplaatsen: tuple[Vindplaats, ...] = Field((), description="Lijst van plaatsen met initiatieven.")
    beweringen: tuple[Bewering, ...] = Field((), description="Cijfers over de bron zelf.")
