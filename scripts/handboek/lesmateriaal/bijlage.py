"""Material as parts of a document: a sheet to hand out, and behind it what the teacher needs."""

from collections.abc import Iterator

from handboek.knowledge import KnowledgeBase
from handboek.lesmateriaal.boek import Alinea, Deel, Kop, Lijst
from handboek.lesmateriaal.materiaal import LETTERS, Blad, Materiaal
from handboek.vergelijken.regels import uitspraak
from handboek.vergelijken.waarde import Regel


def delen(kb: KnowledgeBase, nummer: int, materiaal: Materiaal) -> Iterator[Deel]:
    """The sheet on a page of its own. Without the teacher's fields it is the participants' sheet."""
    yield Kop(2, f"Bijlage {nummer}. {materiaal.naam}", blad=True)
    yield Alinea(Regel(materiaal.vraag, kop=materiaal.vraag))
    yield Alinea(Regel(f"{materiaal.groep} · {materiaal.tijd} minuten · klaarleggen: {_rij(materiaal)}"))
    for blad in materiaal.lezen:
        yield from _blad(kb, blad)
    yield Kop(3, "Wie doet wat")
    yield Lijst(tuple(Regel(f"{wie.naam}. {wie.doet}", kop=f"{wie.naam}.") for wie in materiaal.wie))
    yield Kop(3, "Stappen")
    for plaats, stap in enumerate(materiaal.stappen, 1):
        kop = f"{plaats}. {stap.naam} ({stap.minuten} minuten)."
        yield Alinea(Regel(f"{kop} {stap.tekst}", kop=kop))
        if stap.docent:
            yield voor_docent(stap.docent)
    yield from _blad(kb, materiaal.terugkijken)
    if materiaal.later:
        yield from _blad(kb, materiaal.later)
    for blad in materiaal.docent or ():
        yield from _blad(kb, blad, docent=True)


def voor_docent(tekst: str) -> Alinea:
    """What only the teacher sees, and says so."""
    return Alinea(Regel(f"Docent. {tekst}", kop="Docent."), docent=True)


def _rij(materiaal: Materiaal) -> str:
    return ", ".join(ding[:1].lower() + ding[1:] for ding in materiaal.klaarleggen)


def _blad(kb: KnowledgeBase, blad: Blad, *, docent: bool = False) -> Iterator[Deel]:
    regels = tuple(uitspraak(kb, een) for een in blad.regels)
    yield Kop(3, f"Docent: {blad.kop[:1].lower()}{blad.kop[1:]}" if docent else blad.kop)
    if blad.vorm == "alineas":
        yield from (Alinea(regel, docent=docent) for regel in regels)
    else:
        tekens = tuple(f"{letter}." for letter in LETTERS[: len(regels)]) if blad.vorm == "letters" else ()
        yield Lijst(regels, tekens, docent=docent)
