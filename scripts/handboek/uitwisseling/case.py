"""The framework of competencies, and each curriculum, as a 1EdTech CASE 1.0 package."""

from typing import get_args

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import Stilte, Uitspraken
from handboek.models.bron import Bron
from handboek.models.competentie import Competentie, CompetentieFormulering
from handboek.models.leerpad import Leerpad
from handboek.models.rol import Rol
from handboek.prose import plain_text
from handboek.uitwisseling.case_pakket import Knoop, Pakket, Part, link
from handboek.uitwisseling.gedeeld import (
    KOPPELING,
    NIVEAUS,
    OMSCHRIJVING,
    TITEL,
    bron_tekst,
    formuleringen,
    gewijzigd,
    kenmerk,
    zelfde_woorden,
)

SOORTEN: tuple[str, ...] = get_args(Competentie.model_fields["soort"].annotation)
"""Kennis, vaardigheid, houding."""
GROEP = "Van bron naar handboek"


def competenties_case(kb: KnowledgeBase, site: str = "") -> Part:
    """All competencies with their behaviour per level, and every wording of the roles with where it belongs."""
    pakket = Pakket(site, gewijzigd(kb, (Key(Competentie.kind, id_) for id_ in kb.all(Competentie))))
    document = pakket.knoop("competenties", TITEL, "competenties/index.html")
    pakket.open(document, OMSCHRIJVING, KOPPELING)
    for soort in SOORTEN:
        groep = Knoop(f"soorten/{soort}", soort.capitalize())
        pakket.item(groep, "Soort", groep.titel, document, humanCodingScheme=soort)
        for id_, competentie in kb.all(Competentie).items():
            if competentie.soort == soort:
                _competentie(kb, pakket, id_, groep)
    for rol, gevonden in formuleringen(kb).items():
        groep = pakket.knoop(f"rollen/{rol}", kb.all(Rol)[rol].naam, f"rollen/{rol}.html")
        pakket.item(groep, "Rol", groep.titel, document, humanCodingScheme=rol)
        for id_, formulering in gevonden:
            _formulering(kb, pakket, formulering, groep, _knoop(kb, pakket, id_))
    pakket.rubrieken.append(_rubriek(kb, pakket))
    return pakket.cf_package()


def _knoop(kb: KnowledgeBase, pakket: Pakket, id_: str) -> Knoop:
    return pakket.knoop(f"competenties/{id_}", kb.all(Competentie)[id_].naam, f"competenties/{id_}.html")


def _niveau(kb: KnowledgeBase, id_: str, niveau: str) -> Knoop:
    return Knoop(f"competenties/{id_}/{niveau}", f"{kb.all(Competentie)[id_].naam}: {niveau}")


def _competentie(kb: KnowledgeBase, pakket: Pakket, id_: str, groep: Knoop) -> None:
    """A competency, its levels, and the behaviour that shows each level."""
    competentie, knoop = kb.all(Competentie)[id_], _knoop(kb, pakket, id_)
    notities = [f"Bron: {bron_tekst(kb, competentie.samenvatting.bron)}."]
    notities += [_zo_zegt(kb, formulering) for formulering in competentie.formuleringen]
    pakket.item(
        knoop,
        "Competentie",
        f"{competentie.naam}. {plain_text(competentie.samenvatting.tekst)}",
        groep,
        abbreviatedStatement=competentie.naam,
        humanCodingScheme=id_,
        conceptKeywords=list(competentie.synoniemen),
        notes="\n".join(notities),
    )
    for niveau in NIVEAUS:
        _gedrag(kb, pakket, _niveau(kb, id_, niveau), getattr(competentie.gedrag, niveau), f"{id_}.{niveau}", knoop)


def _zo_zegt(kb: KnowledgeBase, formulering: CompetentieFormulering) -> str:
    rol = kb.all(Rol)[formulering.rol].naam
    return f"{rol} noemt dit ‘{formulering.tekst}’ ({bron_tekst(kb, formulering.bron)})."


def _gedrag(kb: KnowledgeBase, pakket: Pakket, knoop: Knoop, gedrag: Uitspraken, code: str, onder: Knoop) -> None:
    """A level with its behaviour; of a level that nothing is said of, the word for that and its source."""
    stilte = f"{gedrag.tekst} ({bron_tekst(kb, gedrag.bron)})" if isinstance(gedrag, Stilte) else ""
    pakket.item(knoop, "Niveau", knoop.titel, onder, humanCodingScheme=code, notes=stilte)
    for nummer, uitspraak in enumerate(() if isinstance(gedrag, Stilte) else gedrag, 1):
        tekst = plain_text(uitspraak.tekst)
        pakket.item(
            Knoop(f"{knoop.adres}/{tekst}", tekst),
            "Gedrag",
            tekst,
            knoop,
            humanCodingScheme=f"{code}.{nummer}",
            notes=f"Bron: {bron_tekst(kb, uitspraak.bron)}.",
        )


def _formulering(
    kb: KnowledgeBase, pakket: Pakket, formulering: CompetentieFormulering, groep: Knoop, competentie: Knoop
) -> None:
    """A role's own wording, and how it is related to the competency that it belongs to."""
    knoop = Knoop(f"{groep.adres}/{formulering.tekst}", formulering.tekst)
    notities = [f"Bron: {bron_tekst(kb, formulering.bron)}."]
    notities += [f"In de bron staat: {formulering.bronvorm}."] if formulering.bronvorm else []
    notities += [f"Opmerking: {formulering.opmerking}."] if formulering.opmerking else []
    licentie = _licentie(kb, pakket, formulering)
    pakket.item(knoop, "Formulering", formulering.tekst, groep, notes="\n".join(notities), licenseURI=licentie)
    gelijk = zelfde_woorden(formulering.tekst, competentie.titel)
    verband = "exactMatchOf" if gelijk else "isRelatedTo"
    pakket.verbind(knoop, verband, competentie, CFAssociationGroupingURI=pakket.groep(GROEP, KOPPELING))


def _licentie(kb: KnowledgeBase, pakket: Pakket, formulering: CompetentieFormulering) -> Part | None:
    """What the source of a wording says about its use; what the editors wrote has the document's licence."""
    bron = next((verwijzing.bron for verwijzing in formulering.bron or () if verwijzing.bron in kb.bronnen), None)
    if bron is None:
        return None
    gevonden = kb.all(Bron)[bron]
    knoop = pakket.knoop(f"licenties/bronnen/{bron}", f"Licentie van {gevonden.naam}", f"bronnen/{bron}.html")
    return pakket.licentie(knoop, plain_text(gevonden.licentie.tekst))


def _rubriek(kb: KnowledgeBase, pakket: Pakket) -> Part:
    """The behaviour once more as a rubric: a criterion per competency, with its levels and without any score."""
    knoop = Knoop("rubrieken/gedrag", "Gedrag per niveau")
    criteria = [_criterium(kb, pakket, id_, plek, knoop) for plek, id_ in enumerate(kb.all(Competentie), 1)]
    uitleg = "Waaraan je een competentie ziet, bij wie begint en bij wie ervaren is."
    return pakket.vast(knoop) | {"title": knoop.titel, "description": uitleg, "CFRubricCriteria": criteria}


def _criterium(kb: KnowledgeBase, pakket: Pakket, id_: str, plek: int, rubriek: Knoop) -> Part:
    competentie = kb.all(Competentie)[id_]
    knoop = Knoop(f"{rubriek.adres}/{id_}", competentie.naam)
    niveaus = [
        pakket.vast(Knoop(f"{knoop.adres}/{niveau}", niveau))
        | {
            "quality": niveau,
            "position": stap,
            "description": _regels(kb, getattr(competentie.gedrag, niveau)),
            "rubricCriterionId": kenmerk(knoop.adres),
        }
        for stap, niveau in enumerate(NIVEAUS, 1)
    ]
    return pakket.vast(knoop) | {
        "category": competentie.soort,
        "description": competentie.naam,
        "CFItemURI": link(_knoop(kb, pakket, id_)),
        "position": plek,
        "rubricId": kenmerk(rubriek.adres),
        "CFRubricCriterionLevels": niveaus,
    }


def _regels(kb: KnowledgeBase, gedrag: Uitspraken) -> str:
    uitspraken = (gedrag,) if isinstance(gedrag, Stilte) else gedrag
    return "\n".join(f"{plain_text(uitspraak.tekst)} ({bron_tekst(kb, uitspraak.bron)})" for uitspraak in uitspraken)


def leerpad_case(kb: KnowledgeBase, id_: str, site: str = "") -> Part:
    """The outcomes of a curriculum, each with the level of the competency that it shows."""
    leerpad = kb.all(Leerpad)[id_]
    competenties = {Key(Competentie.kind, uitkomst.competentie) for uitkomst in leerpad.leeruitkomsten}
    pakket = Pakket(site, gewijzigd(kb, [Key(Leerpad.kind, id_), *competenties]))
    document = pakket.knoop(f"leerpaden/{id_}", leerpad.naam, f"leerpaden/{id_}.html")
    pakket.open(document, plain_text(leerpad.samenvatting.tekst), f"Bron: {bron_tekst(kb, leerpad.samenvatting.bron)}.")
    for uitkomst in leerpad.leeruitkomsten:
        knoop = Knoop(f"{document.adres}/{uitkomst.id}", plain_text(uitkomst.tekst))
        bron = f"Bron: {bron_tekst(kb, uitkomst.bron)}."
        pakket.item(
            knoop, "Leeruitkomst", knoop.titel, document,
            humanCodingScheme=uitkomst.id, conceptKeywords=[uitkomst.werkwoord], notes=bron,
        )  # fmt: skip
        pakket.verbind(knoop, "isRelatedTo", _niveau(kb, uitkomst.competentie, uitkomst.niveau))
    return pakket.cf_package()
