"""The coverage of a curriculum as text, for a terminal or a mail."""

from collections.abc import Iterable, Iterator

from handboek.knowledge import Key, KnowledgeBase
from handboek.leerpaden.dekking import Dekking, Rij, naam_van, reden
from handboek.leerpaden.klok import uren
from handboek.models.leerpad import Leerpad

STAAT = {"gedekt": "gedekt", "geraakt": "alleen zijdelings", "gat": "niet"}


def als_tekst(kb: KnowledgeBase, leerpad: Leerpad, dekking: Dekking) -> str:
    """Every row that is asked with the minutes per session, what is open and what would fill it."""
    role = kb.item(Key("rol", dekking.rol)).naam if dekking.rol else None
    lines = [
        leerpad.naam,
        f"{len(leerpad.sessies)} bijeenkomsten, samen {uren(leerpad.contact)}"
        + (f", en {uren(leerpad.thuis)} opdrachten ertussen" if leerpad.thuis else ""),
        *_block(kb, "Leeruitkomsten", dekking.uitkomsten),
        *_block(
            kb, f"Competenties van {f'de rol {role} en van ' if role else ''}de leeruitkomsten", dekking.competenties
        ),
        *_block(kb, f"Verschuivingen van de rol {role}", dekking.verschuivingen),
        *_open(kb, dekking),
    ]
    return "\n".join(lines)


def _block(kb: KnowledgeBase, title: str, rijen: Iterable[Rij]) -> Iterator[str]:
    asked = [rij for rij in rijen if rij.gevraagd]
    if not asked:
        return
    covered = sum(rij.staat == "gedekt" for rij in asked)
    yield f"\n{title}: {covered} van {len(asked)} gedekt"
    for rij in asked:
        where = ", ".join(f"bijeenkomst {cel.sessie} {cel.minuten} min" for cel in rij.cellen if cel.dekt)
        yield f"  {naam_van(kb, rij)}: {where or STAAT[rij.staat]}"


def _open(kb: KnowledgeBase, dekking: Dekking) -> Iterator[str]:
    yield "\nOpen" if dekking.open else "\nOpen: niets"
    for rij in dekking.open:
        yield f"  {naam_van(kb, rij)} ({STAAT[rij.staat]})"
        for voorstel in dekking.voorstellen:
            if (voorstel.soort, voorstel.voor) == (rij.soort, rij.id):
                yield f"    {voorstel.item}: {reden(voorstel)}"
