"""toegestaan: what the editors leave standing although a check about people or rights warns of it, until a day."""

from typing import Literal

from pydantic import Field

from handboek.models.basis import Model, NaarItem
from handboek.models.waarden import Dag, Kort, Tekst


class Toestemming(Model):
    """Eén plek die mag blijven zoals hij is, met waarom en tot wanneer."""

    code: Literal["P01", "P02", "P03", "P04", "P05"] = Field(description="De code van de melding: P01.")
    item: NaarItem = Field(description="Waar het staat: `praktijkvoorbeelden/aan-de-deur`.")
    tekst: Kort = Field(description="Wat in de melding tussen ‘ ’ staat, letterlijk.")
    waarom: Tekst = Field(description="Waarom dit mag blijven staan.")
    tot: Dag = Field(description="Tot en met welke dag; daarna kijkt de redactie opnieuw: 2027-11-22.")


class Toegestaan(Model):
    """Wat mag blijven staan hoewel een melding over mensen of rechten ervoor waarschuwt."""

    toegestaan: tuple[Toestemming, ...] = Field(min_length=1, description="De plekken die mogen blijven.")
