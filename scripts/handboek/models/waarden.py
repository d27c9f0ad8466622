"""The scalars of every item: short and long text, ids, the four words for absence, dates and numbers.

The types say what a scalar means; the reader hands over text only.
"""

import re
from calendar import monthrange
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

ID_PATROON = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SECTIE_PATROON = r"^[0-9A-Za-z][0-9A-Za-z.-]*$"
AFWEZIG_WOORDEN = ("niet vermeld", "onbekend", "nee", "n.v.t.")

Afwezig = Literal["niet vermeld", "onbekend", "nee", "n.v.t."]
Tekst = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Kort = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Id = Annotated[str, StringConstraints(pattern=ID_PATROON, max_length=80)]


_DATUM = re.compile(r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")


def _lees_datum(waarde: str) -> str:
    if waarde in AFWEZIG_WOORDEN or (_DATUM.match(waarde) and _op_kalender(waarde)):
        return waarde
    raise ValueError(f"‘{waarde}’ is geen datum: schrijf 2012, 2012-11 of 2012-11-30")


def _op_kalender(datum: str) -> bool:
    """Whether there is such a day: not every month has 31."""
    jaar, maand, dag = (int(deel) for deel in f"{datum}-01-01".split("-")[:3])
    return jaar > 0 and dag <= monthrange(jaar, maand)[1]


def _datum_schema(*extra: dict[str, Any]) -> dict[str, Any]:
    """A date as YAML reads it: text, or a bare year that a YAML 1.2 reader takes for a number."""
    tekst = {"type": "string", "pattern": _DATUM.pattern}
    return {"anyOf": [*extra, tekst, {"type": "integer", "minimum": 1000, "maximum": 9999}]}


Datum = Annotated[str, AfterValidator(_lees_datum), WithJsonSchema(_datum_schema())]
DatumOfAfwezig = Annotated[
    str, AfterValidator(_lees_datum), WithJsonSchema(_datum_schema({"enum": list(AFWEZIG_WOORDEN)}))
]

_KLOK = re.compile(r"^([01][0-9]|2[0-3]):[0-5][0-9]$")
_WEBADRES = re.compile(r"""^https://[^\s/<>"'`\\]+\.[^\s<>"'`\\]+$""")


def _lees_dag(waarde: str) -> str:
    if len(waarde) == 10 and _DATUM.match(waarde) and _op_kalender(waarde):
        return waarde
    raise ValueError(f"‘{waarde}’ is geen dag: schrijf 2027-01-21")


def _lees_klok(waarde: str) -> str:
    if _KLOK.match(waarde):
        return waarde
    raise ValueError(f"‘{waarde}’ is geen tijd: schrijf 13:30 of 09:00")


def _lees_webadres(waarde: str) -> str:
    if _WEBADRES.match(waarde):
        return waarde
    raise ValueError(f"‘{waarde}’ is geen webadres dat met https:// begint")


def _tekst_schema(vorm: re.Pattern[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": vorm.pattern})


Dag = Annotated[str, AfterValidator(_lees_dag), _tekst_schema(_DATUM)]
Klok = Annotated[str, AfterValidator(_lees_klok), _tekst_schema(_KLOK)]
Webadres = Annotated[str, AfterValidator(_lees_webadres), _tekst_schema(_WEBADRES)]

_GETAL = re.compile(r"^-?[0-9]{1,15}([.,][0-9]{1,6})?$")


def lees_getal(waarde: Any) -> Any:
    if isinstance(waarde, str):
        if not _GETAL.match(waarde.strip()):
            raise ValueError(f"‘{waarde}’ is geen getal: schrijf 2000 of 2,5, zonder teken of eenheid")
        return Decimal(waarde.strip().replace(",", "."))
    return waarde


Getal = Annotated[
    Decimal,
    BeforeValidator(lees_getal),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": _GETAL.pattern}]}),
]
Minuten = Annotated[int, BeforeValidator(lees_getal), Field(ge=1, le=10_000)]
Aantal = Annotated[int, BeforeValidator(lees_getal), Field(ge=1, le=1_000)]
Nummer = Annotated[
    str,
    StringConstraints(pattern=SECTIE_PATROON, max_length=60),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": SECTIE_PATROON}, {"type": "number"}]}),
]
"""A section's number or short name; a YAML 1.2 reader takes `3.2` for a number, we keep its text."""
