"""vergelijkingen: items that the editors lay side by side for every reader, each with a page of its own."""

from typing import Literal

from pydantic import Field

from handboek.models.basis import Model, NaarItem
from handboek.models.waarden import Tekst

MINSTENS, HOOGSTENS = 2, 4
"""How many items lie side by side."""


class Vergelijkingskeuze(Model):
    """Twee tot vier aanpakken, of twee tot vier rollen, die het handboek naast elkaar legt."""

    items: tuple[NaarItem, ...] = Field(
        min_length=MINSTENS,
        max_length=HOOGSTENS,
        description="Wat naast elkaar ligt, in deze volgorde: `interventies/frontlijnaanpak` of `rollen/wijkcoach`.",
    )
    waarom: Tekst = Field(description="Waarom deze naast elkaar liggen: wat je ziet als je ze samen leest.")
    bron: Literal["redactie"] = Field(description="Altijd redactie: de redactie kiest en zegt waarom.")


class Vergelijkingen(Model):
    """De vergelijkingen die klaarliggen."""

    vergelijkingen: tuple[Vergelijkingskeuze, ...] = Field(min_length=1, description="De vergelijkingen.")
