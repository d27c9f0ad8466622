"""competentie: one canonical competency, with every role's own wording."""

from typing import ClassVar, Literal

from pydantic import Field

from handboek.models.basis import Gebrond, Item, NaarMethode, NaarRol, Uitspraken
from handboek.models.delen import Spanning
from handboek.models.waarden import Kort


class CompetentieFormulering(Gebrond):
    """De eigen woorden van een rol, precies zoals de bron ze geeft."""

    rol: NaarRol = Field(description="De rol die het zo zegt.")
    tekst: Kort = Field(description="De woorden van de bron.")
    bronvorm: Kort | None = Field(
        None, description="De letterlijke vorm van de bron, als die een fout of variant heeft."
    )
    opmerking: Kort | None = Field(None, description="Bijzonderheid, zoals: staat twee keer in de lijst.")


class Niveaus(Gebrond):
    """Gedrag waaraan je de competentie ziet, per niveau."""

    basis: Uitspraken = Field(description="Wat een beginner laat zien.")
    gevorderd: Uitspraken = Field(description="Wat een ervaren professional laat zien.")


class Competentie(Item):
    """Iets wat een professional weet, kan of uitstraalt."""

    kind: ClassVar[str] = "competentie"
    enkelvoud: ClassVar[str] = "competentie"
    folder: ClassVar[str] = "profiles/competenties"
    meervoud: ClassVar[str] = "Competenties"

    soort: Literal["kennis", "vaardigheid", "houding"] = Field(description="kennis, vaardigheid of houding.")
    formuleringen: tuple[CompetentieFormulering, ...] = Field((), description="Hoe elke rol het zelf zegt, precies.")
    gedrag: Niveaus = Field(description="Gedrag per niveau.")
    methoden: tuple[NaarMethode, ...] = Field((), description="Methoden waarmee je dit oefent of doet.")
    spanning_met: tuple[Spanning, ...] = Field((), description="Waar dit mee kan botsen.")
