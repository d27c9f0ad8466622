"""rol: a competency profile."""

from typing import ClassVar

from pydantic import Field

from handboek.models.basis import Item, Lijst, NaarInterventie, Uitspraken
from handboek.models.delen import Overstap, Plaats, VerwanteRol, Voorwaarde
from handboek.models.waarden import Kort


class Rol(Item):
    """Een beroepsrol: wat die doet, waar, voor wie, waar die vandaan komt en wat die nodig heeft.

    De verschuivingen, competenties, dilemma's en het praktijkvoorbeeld van een rol staan bij die items.
    """

    kind: ClassVar[str] = "rol"
    enkelvoud: ClassVar[str] = "rol"
    folder: ClassVar[str] = "profiles/rollen"
    meervoud: ClassVar[str] = "Rollen"

    plaats: Plaats = Field(description="Waar de rol beschreven is.")
    bronvorm: Kort | None = Field(None, description="Andere schrijfwijzen van de naam in de bron.")
    interventies: tuple[NaarInterventie, ...] = Field((), description="Aanpakken waarin de rol werkt.")
    inleiding: Uitspraken = Field(description="Wat de rol kenmerkt.")
    taken: Uitspraken = Field(description="Wat de rol doet.")
    waar: Uitspraken = Field(description="Waar de rol te vinden is: op straat, thuis, op school.")
    voor_wie: Uitspraken = Field(description="Voor welke bewoners.")
    komt_uit: Uitspraken = Field(description="Uit welke functies de rol voortkomt.")
    in_dienst: Uitspraken = Field(description="Bij wie, met hoeveel en met hoeveel uren.")
    vraagt: Lijst[Voorwaarde] = Field(description="Wat de rol nodig heeft, en van wie.")
    grenzen: Uitspraken = Field(description="Waar de rol ophoudt.")
    verwante_rollen: tuple[VerwanteRol, ...] = Field((), description="Rollen die erop lijken.")
    overstappen: tuple[Overstap, ...] = Field((), description="Van een oude functie naar deze rol.")
