"""The building blocks of every item: text, sources, absence, references, dates and numbers.

The types say what a scalar means; the reader hands over text only. Each block writes its own part of
the JSON Schema, so that an editor's YAML plug-in accepts exactly what the handbook accepts.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from annotated_types import MinLen
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from handboek.models.waarden import AFWEZIG_WOORDEN, Afwezig, Datum, Id, Kort, Tekst

REDACTIE = "redactie"


class Model(BaseModel):
    """An immutable record whose field names are the YAML keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


# --- Sources ----------------------------------------------------------------------------------------


class Verwijzing(Model):
    """Where a statement comes from: a bron (or `redactie`) and one of its sections.

    `bron` is None for a bare `§3.2.2`, until the source that holds higher up fills it in.
    """

    bron: str | None
    sectie: str | None = None

    def __str__(self) -> str:
        return " ".join(deel for deel in (self.bron, self.sectie and f"§{self.sectie}") if deel)


_VERWIJZING = re.compile(r"^(?P<bron>[a-z0-9]+(?:-[a-z0-9]+)*)?\s*(?:§\s?(?P<sectie>[0-9A-Za-z][0-9A-Za-z.-]*))?$")


@cache
def verwijzing_naar(bron: str | None, sectie: str | None = None) -> Verwijzing:
    """The reference to a bron and one of its sections; many statements share one."""
    return Verwijzing(bron=bron, sectie=sectie)


def _lees_verwijzing(waarde: Any) -> Any:
    if not isinstance(waarde, str):
        raise ValueError("een bronverwijzing is tekst")
    treffer = _VERWIJZING.match(waarde.strip())
    if not treffer or not waarde.strip():
        raise ValueError(f"‘{waarde}’ is geen bronverwijzing")
    return verwijzing_naar(treffer["bron"], treffer["sectie"])


def _als_lijst(waarde: Any) -> Any:
    return waarde if isinstance(waarde, list | tuple) else [waarde]


_HERKOMST_SCHEMA = {
    "description": "Bron en vindplaats: `movisie-2012 §3.2.2`, `§3.2.2` (zelfde bron als hierboven) of `redactie`.",
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}],
}
Herkomst = Annotated[
    tuple[Annotated[Verwijzing, BeforeValidator(_lees_verwijzing)], ...],
    BeforeValidator(_als_lijst),
    MinLen(1),
    WithJsonSchema(_HERKOMST_SCHEMA),
]


class Gebrond(Model):
    """Anything that can name its own source; without one, the source higher up holds."""

    bron: Herkomst | None = Field(
        None, description="Bron en vindplaats van dit deel en alles wat eronder staat. Weglaten = zelfde als erboven."
    )


# --- Statements and absence -------------------------------------------------------------------------


class _TekstOfBlok(Gebrond):
    """Plain text, or a block `{tekst: …, bron: …}` when the text needs its own source."""

    @model_validator(mode="before")
    @classmethod
    def _van_tekst(cls, waarde: Any) -> Any:
        return {"tekst": waarde} if isinstance(waarde, str) else waarde

    @classmethod
    def __get_pydantic_json_schema__(cls, kern: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        blok = handler.resolve_ref_schema(handler(kern))
        tekst = {sleutel: deel for sleutel, deel in blok["properties"]["tekst"].items() if sleutel != "description"}
        return {"title": cls.__name__, "description": cls.__doc__, "anyOf": [tekst, blok]}


class Stilte(_TekstOfBlok):
    """Eén van de vier woorden voor wat er niet is: niet vermeld, onbekend, nee, n.v.t."""

    tekst: Afwezig = Field(description="niet vermeld, onbekend, nee of n.v.t.")

    def __bool__(self) -> Literal[False]:
        return False


class Uitspraak(_TekstOfBlok):
    """Een uitspraak: gewone tekst, of een blok met `tekst` en een eigen `bron`."""

    tekst: Afwezig | Tekst = Field(description="De uitspraak zelf, in gewone zinnen.", union_mode="left_to_right")

    @property
    def afwezig(self) -> bool:
        """Whether this statement is one of the four words for absence."""
        return self.tekst in AFWEZIG_WOORDEN


T = TypeVar("T")
Lijst = Annotated[
    Annotated[Stilte, Tag("stilte")] | Annotated[tuple[T, ...], MinLen(1), Tag("lijst")],
    Discriminator(lambda waarde: "lijst" if isinstance(waarde, list | tuple) else "stilte"),
]
"""A list of T, or one word for why there is none. A Stilte is falsy, a list is never empty."""

Uitspraken = Lijst[Uitspraak]


# --- References -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Verwijst:
    """Marks a text field as a reference: to which kind, and for a begrip to which `soort` of it.

    `kind` None means any kind, written as `folder/id`.
    """

    kind: str | None
    soort: str | None = None


_ELK_SOORT = r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$"
NaarInterventie = Annotated[Id, Verwijst("interventie")]
NaarMethode = Annotated[Id, Verwijst("methode")]
NaarVerschuiving = Annotated[Id, Verwijst("verschuiving")]
NaarDilemma = Annotated[Id, Verwijst("dilemma")]
NaarBegrip = Annotated[Id, Verwijst("begrip")]
NaarThema = Annotated[Id, Verwijst("begrip", "thema")]
NaarDoelgroep = Annotated[Id, Verwijst("begrip", "doelgroep")]
NaarLeefgebied = Annotated[Id, Verwijst("begrip", "leefgebied")]
NaarAs = Annotated[Id, Verwijst("begrip", "as")]
NaarTrede = Annotated[Id, Verwijst("begrip", "trede")]
NaarLadder = Annotated[Id, Verwijst("begrip", "ladder")]
NaarWerkvorm = Annotated[Id, Verwijst("begrip", "werkvorm")]
NaarRol = Annotated[Id, Verwijst("rol")]
NaarCompetentie = Annotated[Id, Verwijst("competentie")]
NaarLeerpad = Annotated[Id, Verwijst("leerpad")]
NaarItem = Annotated[str, StringConstraints(pattern=_ELK_SOORT, max_length=120), Verwijst(None)]


# --- For whom ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class VoorDocent:
    """Marks a field that only the teacher may see; the JSON Schema says it too, as `x-voor: docent`."""

    def __get_pydantic_json_schema__(self, kern: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(kern), "x-voor": "docent"}


VOOR_DOCENT = VoorDocent()


# --- Items ------------------------------------------------------------------------------------------


class Intrekking(Gebrond):
    """Dat een item niet meer geldt, en waarom. De bladzijde blijft bestaan, want anderen verwijzen ernaar."""

    op: Datum = Field(description="Sinds wanneer het niet meer geldt: 2026-11-22.")
    reden: Uitspraak = Field(description="Waarom het is ingetrokken.")
    vervangen_door: NaarItem | None = Field(None, description="Wat je nu gebruikt: `methoden/schaalvraag`.")


class Item(Gebrond):
    """What every item of the handbook has, whatever its kind."""

    kind: ClassVar[str]
    enkelvoud: ClassVar[str]
    folder: ClassVar[str]
    meervoud: ClassVar[str]

    naam: Kort = Field(description="De naam, zoals hij boven de pagina staat.")
    samenvatting: Uitspraak = Field(description="Waar het om gaat, in één of twee zinnen.")
    synoniemen: tuple[Kort, ...] = Field((), description="Andere woorden waarmee mensen dit zoeken.")
    situaties: tuple[Kort, ...] = Field(
        (), description="Situaties waarin je dit zoekt, zoals een professional ze zegt: De bewoner doet niet open."
    )
    zoekwoorden: tuple[Kort, ...] = Field(
        (), description="Woorden en vragen waarmee mensen dit zoeken; ze staan niet op de pagina."
    )
    themas: tuple[NaarThema, ...] = Field((), description="Thema's (begrippen van soort thema).")
    zie_ook: tuple[NaarItem, ...] = Field((), description="Verwante items van elke soort: `begrippen/generalist`.")
    peildatum: Datum | None = Field(None, description="Tot wanneer dit klopt volgens de bron: 2012-11.")
    herzien_voor: Datum | None = Field(
        None, description="Voor wanneer iemand hier opnieuw naar kijkt, als dat niet uit de peildatum volgt: 2027-06."
    )
    ingetrokken: Intrekking | None = Field(
        None, description="Alleen als het item niet meer geldt: sinds wanneer, waarom, en wat ervoor in de plaats komt."
    )
