"""praktijkvoorbeeld: what happened once, told anew."""

from typing import ClassVar, Literal

from pydantic import Field

from handboek.models.basis import (
    Item,
    NaarCompetentie,
    NaarDilemma,
    NaarInterventie,
    NaarMethode,
    NaarRol,
    NaarVerschuiving,
    Uitspraken,
)


class Praktijkvoorbeeld(Item):
    """Wat er een keer gebeurde, en wat het laat zien."""

    kind: ClassVar[str] = "praktijkvoorbeeld"
    enkelvoud: ClassVar[str] = "praktijkvoorbeeld"
    folder: ClassVar[str] = "methods/praktijkvoorbeelden"
    meervoud: ClassVar[str] = "Praktijkvoorbeelden"

    soort: Literal["gebeurtenis", "reflectie"] = Field(description="gebeurtenis of reflectie.")
    rol: NaarRol = Field(description="De rol die het meemaakte.")
    interventie: NaarInterventie | None = Field(None, description="De aanpak waarin het gebeurde.")
    verhaal: Uitspraken = Field(description="Wat er gebeurde, in eigen woorden, per alinea.")
    laat_zien: Uitspraken = Field(description="Wat je eraan ziet.")
    vragen: Uitspraken = Field(description="Vragen om te bespreken.")
    competenties: tuple[NaarCompetentie, ...] = Field((), description="Competenties die je erin ziet.")
    verschuivingen: tuple[NaarVerschuiving, ...] = Field((), description="Verschuivingen die je erin ziet.")
    methoden: tuple[NaarMethode, ...] = Field((), description="Methoden die erin gebruikt worden.")
    dilemmas: tuple[NaarDilemma, ...] = Field((), description="Dilemma's die erin spelen.")
