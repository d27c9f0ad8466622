"""verschuiving: one van-naar shift in canonical words, with every role's own wording."""

from typing import ClassVar, Literal

from pydantic import Field

from handboek.models.basis import Gebrond, Item, NaarAs, NaarCompetentie, NaarInterventie, NaarRol, Uitspraken
from handboek.models.delen import Spanning
from handboek.models.waarden import Kort


class VerschuivingFormulering(Gebrond):
    """De eigen woorden van een rol of aanpak: uit een lijst precies, uit lopende tekst kort."""

    rol: NaarRol | None = Field(None, description="De rol die het zo zegt.")
    interventie: NaarInterventie | None = Field(
        None, description="De aanpak waarover het gaat, als de bron geen rol noemt."
    )
    van: Kort = Field(description="Waarvandaan, in de woorden van de bron.")
    naar: Kort = Field(description="Waarheen, in de woorden van de bron.")
    plek: Literal["lijst", "tekst"] = Field(
        "lijst", description="lijst (de Van-naar-lijst van de bron) of tekst (lopende tekst)."
    )
    bronvorm: Kort | None = Field(
        None, description="De letterlijke vorm van de bron, als die een fout of variant heeft."
    )
    opmerking: Kort | None = Field(
        None, description="Bijzonderheid, zoals: de kant ‘van’ staat er niet met zoveel woorden."
    )


class Gedrag(Gebrond):
    """Waaraan je beide uiteinden herkent."""

    van: Uitspraken = Field(description="Gedrag aan de kant van waar je vandaan komt.")
    naar: Uitspraken = Field(description="Gedrag aan de kant waar je naartoe gaat.")


class Verschuiving(Item):
    """Een beweging in het werk: van het ene naar het andere."""

    kind: ClassVar[str] = "verschuiving"
    enkelvoud: ClassVar[str] = "verschuiving"
    folder: ClassVar[str] = "methods/verschuivingen"
    meervoud: ClassVar[str] = "Verschuivingen"

    van: Kort = Field(description="Waarvandaan, in de woorden van dit handboek.")
    naar: Kort = Field(description="Waarheen, in de woorden van dit handboek.")
    as_: NaarAs = Field(alias="as", description="De as waarop de verschuiving ligt.")
    richting: Literal["heen", "terug"] = Field(
        "heen", description="heen (van de eerste naar de tweede pool van de as) of terug."
    )
    formuleringen: tuple[VerschuivingFormulering, ...] = Field(
        min_length=1, description="Hoe elke rol het zelf zegt, precies."
    )
    waarom: Uitspraken = Field(description="Waarom deze beweging.")
    herkennen: Gedrag = Field(description="Gedrag aan beide kanten.")
    stoppen_met: Uitspraken = Field(description="Waar je mee stopt.")
    beginnen_met: Uitspraken = Field(description="Waar je mee begint.")
    competenties: tuple[NaarCompetentie, ...] = Field((), description="Competenties die deze beweging dragen.")
    spanning_met: tuple[Spanning, ...] = Field((), description="Waar deze beweging mee kan botsen.")
    reflectievragen: Uitspraken = Field(description="Vragen om bij jezelf of in je team na te gaan.")
