"""synoniemen: words that mean the same to someone who searches; the one content file that is no item."""

from pydantic import Field

from handboek.models.basis import Model
from handboek.models.waarden import Kort


class Woordgroep(Model):
    """Woorden die voor wie zoekt hetzelfde betekenen."""

    woorden: tuple[Kort, ...] = Field(min_length=2, description="De woorden of korte zinsdelen, in hun gewone vorm.")
    door: Kort = Field(description="Wie de groep toevoegde: redactie, of een organisatie.")
    waarom: Kort = Field(description="Waarom dit voor wie zoekt hetzelfde is.")


class Synoniemen(Model):
    """De synoniemen van de zoekmachine."""

    groepen: tuple[Woordgroep, ...] = Field(min_length=1, description="De groepen van woorden.")
