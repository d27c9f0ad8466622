"""The facts as scripts: the points once, and the facts of each approach by itself, so that a page loads what it shows."""

import json
from typing import Any

from handboek.addresses import item_path
from handboek.keuzehulp.oordeel import Feit
from handboek.keuzehulp.punten import ALLE, feiten_van
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import REDACTIE, Verwijzing
from handboek.models.interventie import Interventie
from handboek.prose import plain_text
from handboek.queries import section_label


def fact_files(kb: KnowledgeBase) -> dict[str, str]:
    """Path in the site → script. A script, not JSON, so that it also loads from a folder on disk."""
    punten = {id_: {"naam": punt.naam, "keuzes": punt.keuzes(kb)} for id_, punt in ALLE.items()}
    files = {"keuzehulp/punten.js": _script("punten", punten)}
    for id_ in kb.all(Interventie):
        feiten = {punt: _feit(kb, feit) for punt, feit in feiten_van(kb, Interventie.kind, id_).items()}
        files[f"keuzehulp/feiten/{id_}.js"] = _script(f"interventie/{id_}", feiten)
    return files


def _script(name: str, value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(self.keuzehulpGegevens??={{}})[{json.dumps(name)}]={text};\n"


def _feit(kb: KnowledgeBase, feit: Feit) -> dict[str, Any]:
    zegt = [
        {"tekst": plain_text(z.tekst), "waarden": z.waarden, "bron": [_bron(kb, v) for v in z.bron or ()]}
        for z in feit.zegt
    ]
    return {"waarden": feit.waarden, "stilte": feit.stilte, "open": feit.open, "zegt": zegt}


def _bron(kb: KnowledgeBase, verwijzing: Verwijzing) -> dict[str, str]:
    if verwijzing.bron == REDACTIE:
        return {"label": REDACTIE}
    path = item_path(Key("bron", str(verwijzing.bron)))
    return {
        "label": section_label(kb, verwijzing),
        "naar": f"{path}#s-{verwijzing.sectie}" if verwijzing.sectie else path,
    }
