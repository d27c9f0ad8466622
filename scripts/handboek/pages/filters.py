"""Template filters: the words of the handbook, and what else templates need to say things in Dutch."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from markupsafe import Markup
from pyphen import Pyphen

from handboek.leerpaden.klok import uren
from handboek.lesmateriaal.kaarten import merk
from handboek.models.basis import Verwijzing
from handboek.prose import prose
from handboek.vergelijken.waarde import Bronplek
from handboek.words import datum, geevalueerd, getal, hoofdletter, opsomming, titelgegevens


def soortnaam(woord: str) -> str:
    """A word for absence as the value of a data attribute: `n.v.t.` → `nvt`."""
    return re.sub(r"[^a-z ]", "", woord).replace(" ", "-")


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


def periode(waarde: str) -> str:
    """A date within a period: `2007`, `april 2010`, or a word for absence."""
    return datum(waarde)


def bolletje(status: str) -> str:
    """The dot of an evaluation status: full, open, or dotted where the source is silent."""
    return {"ja": "vol", "niet vermeld": "stil", "onbekend": "stil"}.get(status, "open")


def groepanker(naam: str) -> str:
    """The anchor of a group of a comparison: `Geld en looptijd` → `g-geld-en-looptijd`."""
    return f"g-{re.sub('[^a-z0-9]+', '-', naam.lower()).strip('-')}"


def getalwoord(aantal: int) -> str:
    """How many lie side by side, in a word."""
    return ("geen", "één", "twee", "drie", "vier")[aantal]


def groupby_bron(plekken: Iterable[Bronplek]) -> list[tuple[str, list[Bronplek]]]:
    """Places in sources by source, in the order in which each source is first named."""
    found: dict[str, list[Bronplek]] = {}
    for plek in plekken:
        found.setdefault(plek.bron, []).append(plek)
    return list(found.items())


_LANG_WOORD = re.compile(r"\w{10,}")
_ZACHT = "\N{SOFT HYPHEN}"


@cache
def _lettergrepen() -> Pyphen:
    return Pyphen(lang="nl_NL", left=4, right=4)


def _zacht(woord: str) -> str:
    """The word with a soft hyphen wherever it may break without a change of spelling."""
    breuken = [0, *(plek for plek in _lettergrepen().positions(woord) if not plek.data), len(woord)]
    return _ZACHT.join(woord[begin:einde] for begin, einde in pairwise(breuken))


def breekbaar(naam: str) -> Markup:
    """A name for a narrow place: it may break after a hyphen or slash and, since few browsers know Dutch, within a long word."""
    zacht = _LANG_WOORD.sub(lambda woord: _zacht(woord[0]), naam)
    return Markup("<wbr>").join(re.split(r"(?<=-)|(?<=\w/)(?=\w)", zacht))


def sum_formuleringen(rijen: Sequence[Any]) -> int:
    """How many source wordings these rows hold together."""
    return sum(len(rij.formuleringen) for rij in rijen)


FILTERS: dict[str, Callable[..., Any]] = {
    filter_.__name__: filter_
    for filter_ in (
        prose, datum, getal, opsomming, soortnaam, geevalueerd, uren, gedeelde_bron, samengevoegd, hoofdletter, niet_gekoppeld, titelgegevens, sum_formuleringen,
        periode, bolletje, breekbaar, groepanker, getalwoord, groupby_bron, merk,
    )
}  # fmt: skip
