"""The forms in which a curriculum can be taken along, and the files that lie ready on the site."""

from collections.abc import Callable, Iterator, Mapping

from handboek.knowledge import KnowledgeBase
from handboek.leerpaden.bestanden import KLAAR, bestand
from handboek.lesmateriaal.als_docx import als_docx
from handboek.lesmateriaal.als_tekst import als_html, als_md
from handboek.lesmateriaal.als_xlsx import als_xlsx
from handboek.lesmateriaal.boek import VERSIES, Versie
from handboek.lesmateriaal.opbouw import boek
from handboek.models.leerpad import Leerpad

Vorm = Callable[[KnowledgeBase, str, Versie], bytes]

VORMEN: Mapping[str, Vorm] = {
    "docx": lambda kb, id_, versie: als_docx(boek(kb, id_, versie)),
    "md": lambda kb, id_, versie: als_md(boek(kb, id_, versie)),
    "xlsx": als_xlsx,
    "html": lambda kb, id_, versie: als_html(boek(kb, id_, versie)),
}


def bestanden(kb: KnowledgeBase) -> Iterator[tuple[str, bytes]]:
    """Path → bytes of every file that lies ready."""
    for id_ in kb.all(Leerpad):
        for vorm in KLAAR:
            for versie in VERSIES:
                yield bestand(id_, versie, vorm), VORMEN[vorm](kb, id_, versie)
