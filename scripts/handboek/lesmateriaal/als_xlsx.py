"""The timetable of a curriculum as an Excel workbook, with its outcomes on a second sheet."""

from collections.abc import Iterator

from openpyxl import Workbook

from handboek.knowledge import KnowledgeBase
from handboek.leerpaden.klok import kloktijd, tijdvakken
from handboek.leerpaden.versies import voor_deelnemers
from handboek.lesmateriaal.boek import VERSIES, Versie
from handboek.lesmateriaal.opbouw import boek, naam_van
from handboek.models.begrip import Begrip
from handboek.models.leerpad import Activiteit, Leerpad
from handboek.prose import plain_text
from handboek.uitvoer.excel import opgeslagen, opmaak, rij

_KOPPEN = ("Bijeenkomst", "Datum", "Van", "Tot", "Onderdeel", "Werkvorm", "Uitleg", "Oefenen", "Pauze", "Uit het handboek", "Klaarleggen", "Leeruitkomsten")  # fmt: skip
_BREEDTES = (22, 11, 7, 7, 26, 16, 8, 9, 8, 34, 26, 22)
_DOCENT, _DOCENT_BREED = ("Docent", "Uitwerking"), (40, 40)
_UITKOMST, _UITKOMST_BREED = ("Naam", "Werkwoord", "Leeruitkomst", "Competentie", "Niveau"), (22, 16, 70, 30, 12)


def als_xlsx(kb: KnowledgeBase, id_: str, versie: Versie) -> bytes:
    """A row per activity, minutes as numbers, so that a trainer can shift them and count for themselves."""
    heel = kb.all(Leerpad)[id_]
    docent = versie == "docent"
    pad = heel if docent else voor_deelnemers(heel)
    werkboek = Workbook()
    rooster = werkboek.active
    rooster.title = "Rooster"
    breedtes = (*_BREEDTES, *(_DOCENT_BREED if docent else ()))
    opmaak(rooster, (*_KOPPEN, *(_DOCENT if docent else ())), breedtes, vast_vanaf="C2")
    for cellen in _rijen(kb, pad, docent=docent):
        rij(rooster, cellen, breedtes)
    uitkomsten = werkboek.create_sheet("Leeruitkomsten")
    opmaak(uitkomsten, _UITKOMST, _UITKOMST_BREED, vast_vanaf="A2")
    for een in pad.leeruitkomsten:
        competentie = naam_van(kb, f"competenties/{een.competentie}")
        rij(uitkomsten, (een.id, een.werkwoord, plain_text(een.tekst), competentie, een.niveau), _UITKOMST_BREED)
    return opgeslagen(werkboek, f"{pad.naam}, {VERSIES[versie]}", boek(kb, id_, versie).dag)


def _rijen(kb: KnowledgeBase, pad: Leerpad, *, docent: bool) -> Iterator[tuple[str | int, ...]]:
    for nummer, sessie in enumerate(pad.sessies, 1):
        for vak in tijdvakken(sessie):
            deel = vak.activiteit
            yield (
                f"{nummer}. {sessie.naam}",
                sessie.datum or "–",
                kloktijd(sessie, vak.begin),
                kloktijd(sessie, vak.eind),
                deel.naam,
                kb.all(Begrip)[deel.werkvorm].naam,
                deel.uitleg or 0,
                deel.oefenen or 0,
                vak.pauze,
                "\n".join(naam_van(kb, adres) for adres in deel.items) or "–",
                "\n".join(deel.materiaal) or "–",
                "\n".join(deel.dient),
                *(_voor_docent(deel) if docent else ()),
            )


def _voor_docent(deel: Activiteit) -> tuple[str, str]:
    uitwerking = deel.opdracht.uitwerking if deel.opdracht else None
    return plain_text(deel.docent) if deel.docent else "–", plain_text(uitwerking) if uitwerking else "–"
