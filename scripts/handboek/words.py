"""Words: Dutch forms of dates, numbers, lists and sources."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from handboek.models.bron import Bron
from handboek.models.waarden import AFWEZIG_WOORDEN

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


def opsomming(woorden: Iterable[Any], en: str = "en") -> str:
    """`a, b en c`."""
    rij = [str(woord) for woord in woorden]
    return rij[0] if len(rij) == 1 else f"{', '.join(rij[:-1])} {en} {rij[-1]}" if rij else ""


def geevalueerd(woord: str) -> str:
    """How a claim says whether it was evaluated."""
    return {"ja": "geëvalueerd", "nee": "niet geëvalueerd"}.get(woord, f"geëvalueerd: {woord}")


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
