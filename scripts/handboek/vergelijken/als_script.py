"""The comparison for the browser: one small script per column, and one with the rows and the names to choose from.

Scripts and not JSON, so that they load without a server too; a page loads the columns that it shows and no others.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from handboek.keuzehulp.oordeel import Feit
from handboek.keuzehulp.punten import ALLE, feiten_van
from handboek.kinds import KINDS, folder_name
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.interventie import Interventie
from handboek.models.vergelijkingen import HOOGSTENS
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.vergelijken.als_tekst import plek_data
from handboek.vergelijken.gedeeld import Gedeeld
from handboek.vergelijken.regels import zin
from handboek.vergelijken.vergelijk import SOORTEN, inhoud
from handboek.vergelijken.waarde import Bronplek, Deel, Inhoud, Regel

KEUZE_FILE = "vergelijken/keuze.js"


def column_file(key: Key) -> str:
    """Where the column of an item stands."""
    return f"vergelijken/kolom/{key.kind}-{key.id}.js"


def script_files(kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Path → text of every script."""
    yield KEUZE_FILE, _call("handboekKeuze", _keuze(kb))
    for soort, (model, _, _) in SOORTEN.items():
        for id_ in kb.all(model):
            key = Key(soort, id_)
            yield column_file(key), _call("handboekKolom", _kolom(inhoud(kb, key), _feiten(kb, key)))


def _call(function: str, data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{function}({text})\n"


def _keuze(kb: KnowledgeBase) -> dict[str, Any]:
    """The rows of each table, and what can be chosen; of all the data only this grows with the content."""
    return {
        "afwezig": AFWEZIG_WOORDEN,
        "hoogstens": HOOGSTENS,
        "punten": {id_: {"naam": punt.naam, "keuzes": punt.keuzes(kb)} for id_, punt in ALLE.items()},
        "mappen": {kind: folder_name(kind) for kind in KINDS},
        "soorten": {soort: {"groepen": groepen(soort), "items": _items(kb, soort)} for soort in SOORTEN},
    }


def _items(kb: KnowledgeBase, soort: str) -> list[list[str]]:
    return [[id_, item.naam, item.plaats.gemeente] for id_, item in kb.all(SOORTEN[soort].model).items()]  # type: ignore[attr-defined]


def groepen(soort: str) -> list[dict[str, Any]]:
    """The groups of a table with their rows: a name, and for a row that the columns share what it is made of."""
    return [
        {"naam": naam, "rijen": [_rij(rij, cel) for rij, cel in rijen.items()]}
        for naam, rijen in SOORTEN[soort].tabel.items()
    ]


def _rij(naam: str, cel: object) -> str | list[str | bool]:
    return [naam, cel.naam, cel.ook] if isinstance(cel, Gedeeld) else naam


class FeitRegels(NamedTuple):
    """What an approach says on a point of the keuzehulp, with the lines that it shows."""

    feit: Feit
    regels: tuple[Regel, ...]


def _feiten(kb: KnowledgeBase, key: Key) -> dict[str, FeitRegels]:
    """By point; empty for a role, which is not held against a situation."""
    if key.kind != Interventie.kind:
        return {}
    feiten = feiten_van(kb, key.kind, key.id)
    return {punt: FeitRegels(feit, tuple(zin(kb, z.tekst, z.bron) for z in feit.zegt)) for punt, feit in feiten.items()}


def _kolom(een: Inhoud, feiten: Mapping[str, FeitRegels]) -> dict[str, Any]:
    regels = chain(_regels(een), *(feit.regels for feit in feiten.values()))
    plekken = list(dict.fromkeys(plek for regel in regels for plek in regel.bronnen if not plek.redactie))
    nummers = {plek: nummer for nummer, plek in enumerate(plekken)}
    return {
        "soort": een.kolom.key.kind,
        "id": een.kolom.key.id,
        "naam": een.kolom.naam,
        "plaats": een.kolom.plaats,
        "cellen": [cel and [_regel(nummers, regel) for regel in cel] for cel in een.cellen],
        "delen": {naam: [_deel(nummers, deel) for deel in delen] for naam, delen in een.delen.items()},
        "feiten": {punt: _feit(nummers, feit) for punt, feit in feiten.items()},
        "bronnen": [plek_data(plek) for plek in plekken],
    }


def _feit(nummers: dict[Bronplek, int], gezegd: FeitRegels) -> dict[str, Any]:
    """A fact; a statement that goes with every answer of the fact does not name them again."""
    feit, regels = gezegd
    zegt = [
        {"regel": _regel(nummers, regel)} | ({} if z.waarden == feit.waarden else {"waarden": z.waarden})
        for z, regel in zip(feit.zegt, regels, strict=True)
    ]
    return {"waarden": feit.waarden, "stilte": feit.stilte, "open": feit.open, "zegt": zegt}


def _regels(een: Inhoud) -> Iterator[Regel]:
    for cel in een.cellen:
        yield from cel or ()
    for delen in een.delen.values():
        yield from (deel.regel for deel in delen)


def _regel(nummers: dict[Bronplek, int], regel: Regel) -> dict[str, Any]:
    """A statement; its sources are places in the column's list of sources, or the word redactie."""
    data = {
        "tekst": regel.tekst,
        "tegenspraak": regel.tegenspraak,
        "bronnen": [plek.label if plek.redactie else nummers[plek] for plek in regel.bronnen],
        "kop": regel.kop,
        "naar": regel.naar and {"soort": regel.naar.kind, "id": regel.naar.id},
    }
    return {naam: waarde for naam, waarde in data.items() if waarde}


def _deel(nummers: dict[Bronplek, int], deel: Deel) -> dict[str, Any]:
    data = {"id": deel.id, "lijn": deel.lijn, "richting": deel.richting, "regel": _regel(nummers, deel.regel)}
    return {naam: waarde for naam, waarde in data.items() if waarde}
