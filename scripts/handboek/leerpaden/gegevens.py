"""What the page needs on which a curriculum is put together, as scripts: they load from a folder on disk, too."""

import json
from collections.abc import Iterator
from typing import Any

from handboek.kinds import KINDS, folder_name
from handboek.knowledge import Key, KnowledgeBase
from handboek.leerpaden.dekking import FILLING, REDENEN
from handboek.leerpaden.kennis import heel_handboek, vraagt
from handboek.leerpaden.versies import docentvelden
from handboek.models.begrip import Begrip
from handboek.models.competentie import Competentie
from handboek.models.leerpad import Leerpad
from handboek.models.rol import Rol
from handboek.prose import plain_text
from handboek.reading.reader import read
from handboek.walk import address, parts

GEGEVENS_FILE = "samenstellen/gegevens.js"


def leerpad_file(id_: str) -> str:
    """Where the script with a whole curriculum stands."""
    return f"samenstellen/leerpad/{id_}.js"


def builder_files(kb: KnowledgeBase) -> dict[str, str]:
    """Path in the site → script: what can be chosen, and each curriculum by itself."""
    whole = {leerpad_file(id_): _script(f"leerpad/{id_}", _as_written(kb, id_)) for id_ in kb.all(Leerpad)}
    return {GEGEVENS_FILE: _script("handboek", gegevens(kb))} | whole


def gegevens(kb: KnowledgeBase) -> dict[str, Any]:
    """The items with what they touch, what each role asks, the werkvormen, and what only the teacher may see."""
    return {
        "soorten": {folder_name(kind): [model.enkelvoud, model.meervoud] for kind, model in KINDS.items()},
        "items": list(_items(kb)),
        "raakt": heel_handboek(kb),
        "rollen": {id_: [rol.naam, *vraagt(kb, id_)] for id_, rol in kb.all(Rol).items()},
        "werkvormen": {id_: _werkvorm(begrip) for id_, begrip in kb.all(Begrip).items() if begrip.soort == "werkvorm"},
        "competenties": {id_: _behaviour(competentie) for id_, competentie in kb.all(Competentie).items()},
        "leerpaden": {id_: leerpad.naam for id_, leerpad in kb.all(Leerpad).items() if not leerpad.ingetrokken},
        "redenen": REDENEN,
        "vult": FILLING,
        "docent": sorted(_teachers(kb)),
    }


def _script(name: str, value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(self.handboekSamenstelgegevens??={{}})[{json.dumps(name)}]={text};\n"


def _as_written(kb: KnowledgeBase, id_: str) -> Any:
    """A curriculum as its file has it, every value as text."""
    text = kb.entries[Key(Leerpad.kind, id_)].text
    return None if text is None else read(text.encode(), "").fields


def _items(kb: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    """Address, name and summary of all that an activity can use."""
    for key, item in kb.items():
        if not item.ingetrokken and key.kind != Leerpad.kind:
            yield address(*key), item.naam, plain_text(item.samenvatting.tekst)


def _werkvorm(begrip: Begrip) -> dict[str, Any]:
    return {
        "naam": begrip.naam,
        "goed_voor": begrip.goed_voor and plain_text(begrip.goed_voor.tekst),
        "duur": begrip.duur and [begrip.duur.van, begrip.duur.tot],
    }


def _behaviour(competentie: Competentie) -> dict[str, str]:
    """Per level the first thing that one sees of a competency; no level without."""
    levels = {"basis": competentie.gedrag.basis, "gevorderd": competentie.gedrag.gevorderd}
    return {level: plain_text(seen[0].tekst) for level, seen in levels.items() if seen}


def _teachers(kb: KnowledgeBase) -> set[str]:
    """The names of the fields that only the teacher may see."""
    return {
        name for leerpad in kb.all(Leerpad).values() for _, part in parts(leerpad) for name in docentvelden(type(part))
    }
