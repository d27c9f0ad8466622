"""Template filters: Dutch forms of dates, numbers, lists and words."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from markupsafe import Markup

from handboek.models.basis import Verwijzing
from handboek.models.bron import Bron
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.pages.prose import prose

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def datum(waarde: str) -> str:
    """`2012-11-30` → `30 november 2012`; a word for absence stays as it is."""
    if waarde in AFWEZIG_WOORDEN:
        return waarde
    jaar, *rest = waarde.split("-")
    dag = f"{int(rest[1])} " if len(rest) == 2 else ""
    return f"{dag}{MAANDEN[int(rest[0]) - 1]} {jaar}" if rest else jaar


def getal(waarde: Decimal, decimalen: int | None = None) -> str:
    """`2000` → `2.000`, `2.5` → `2,5`; rounded half up to `decimalen` where given."""
    if decimalen is not None:
        waarde = waarde.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    teken = "-" if waarde < 0 else ""
    heel, _, deel = f"{abs(waarde):f}".partition(".")
    groepen = f"{int(heel):,}".replace(",", ".")
    return f"{teken}{groepen},{deel}" if deel.rstrip("0") else f"{teken}{groepen}"


def opsomming(woorden: Iterable[Any]) -> str:
    """`a, b en c`."""
    rij = [str(woord) for woord in woorden]
    return rij[0] if len(rij) == 1 else f"{', '.join(rij[:-1])} en {rij[-1]}" if rij else ""


def soortnaam(woord: str) -> str:
    """A word for absence as the value of a data attribute: `n.v.t.` → `nvt`."""
    return re.sub(r"[^a-z ]", "", woord).replace(" ", "-")


def geevalueerd(woord: str) -> str:
    """How a claim says whether it was evaluated."""
    return {"ja": "geëvalueerd", "nee": "niet geëvalueerd"}.get(woord, f"geëvalueerd: {woord}")


def uren(minuten: int) -> str:
    """`210` → `3 uur 30`."""
    heel, rest = divmod(minuten, 60)
    return f"{rest} minuten" if not heel else f"{heel} uur {rest}" if rest else f"{heel} uur"


def gedeelde_bron(delen: Iterable[Any]) -> tuple[Verwijzing, ...] | None:
    """The source that all parts share, or None when they differ."""
    found = {deel.bron for deel in delen}
    return next(iter(found)) if len(found) == 1 else None


def samengevoegd(uitspraken: Sequence[Any], hoogstens: int = 3) -> list[list[Any]]:
    """Statements as paragraphs: neighbours with the same source stand together, a few at a time."""
    alineas: list[list[Any]] = []
    for uitspraak in uitspraken:
        if alineas and len(alineas[-1]) < hoogstens and alineas[-1][-1].bron == uitspraak.bron:
            alineas[-1].append(uitspraak)
        else:
            alineas.append([uitspraak])
    return alineas


def niet_gekoppeld(per_soort: Mapping[str, Sequence[Any]], page: Any) -> list[tuple[str, list[Any]]]:
    """Of links by kind those that the page has not linked so far; kinds without any are left out."""
    found = ((kind, [row for row in rows if (row.kind, row.id) not in page.linked]) for kind, rows in per_soort.items())
    return [(kind, rows) for kind, rows in found if rows]


def hoofdletter(tekst: str) -> str:
    """The text with a capital at its start, the rest as it is."""
    return tekst[:1].upper() + tekst[1:]


def titelgegevens(bron: Bron) -> str:
    """Authors, publisher and date of a source, as far as they are known."""
    auteurs = opsomming(bron.auteurs) if bron.auteurs else ""
    delen = [auteurs, bron.uitgever if bron.uitgever != auteurs else "", bron.datum]
    bekend = [deel for deel in delen if deel and deel not in AFWEZIG_WOORDEN]
    if bron.datum not in AFWEZIG_WOORDEN:
        bekend[-1] = datum(bron.datum)
    return ", ".join(bekend) if bekend else "auteur en datum niet vermeld"


def periode(waarde: str) -> str:
    """A date within a period: `2007`, `april 2010`, or a word for absence."""
    return datum(waarde)


def bolletje(status: str) -> str:
    """The dot of an evaluation status: full, open, or dotted where the source is silent."""
    return {"ja": "vol", "niet vermeld": "stil", "onbekend": "stil"}.get(status, "open")


def breekbaar(naam: str) -> Markup:
    """A name that may break after its hyphen."""
    return Markup("-<wbr>").join(naam.split("-"))


def sum_formuleringen(rijen: Sequence[Any]) -> int:
    """How many source wordings these rows hold together."""
    return sum(len(rij.formuleringen) for rij in rijen)


FILTERS: dict[str, Callable[..., Any]] = {
    filter_.__name__: filter_
    for filter_ in (
        prose, datum, getal, opsomming, soortnaam, geevalueerd, uren, gedeelde_bron, samengevoegd, hoofdletter, niet_gekoppeld, titelgegevens, sum_formuleringen,
        periode, bolletje, breekbaar,
    )
}  # fmt: skip
