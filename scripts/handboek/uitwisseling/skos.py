"""The framework of competencies as SKOS in Turtle: which wording of a source belongs to which competency.

Every concept is named by a urn of the same UUID that CASE gives it, so that its name outlives the site's
address; where the site has one, `foaf:page` leads to the page.
"""

from dataclasses import dataclass, field

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import REDACTIE, Item, Verwijzing
from handboek.models.begrip import Begrip
from handboek.models.competentie import Competentie, CompetentieFormulering
from handboek.models.rol import Rol
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.prose import plain_text
from handboek.sources import Herkomst
from handboek.uitwisseling.gedeeld import (
    KOPPELING,
    LICENTIE_URI,
    MAKER,
    OMSCHRIJVING,
    TITEL,
    bron_tekst,
    formuleringen,
    gewijzigd,
    urn,
    zelfde_woorden,
)
from handboek.uitwisseling.turtle import Turtle, dutch, iri, literal
from handboek.walk import address


@dataclass(frozen=True)
class _Boek:
    """The file while it grows, with what it is made from."""

    kb: KnowledgeBase
    site: str
    turtle: Turtle = field(default_factory=Turtle)

    def begrip(self, adres: str, naam: str, herkomst: Herkomst | None, *schemas: str) -> str:
        """Add a concept with its name and its sources, at the top of these schemes."""
        node = _node(adres)
        self.turtle.say(node, "a", "skos:Concept")
        self.turtle.say(node, "skos:prefLabel", dutch(naam))
        self.turtle.say(node, "skos:inScheme", *schemas)
        self.turtle.say(node, "skos:topConceptOf", *schemas)
        for schema in schemas:
            self.turtle.say(schema, "skos:hasTopConcept", node)
        self.turtle.say(node, "dcterms:source", *(self.bron(verwijzing) for verwijzing in herkomst or ()))
        return node

    def item(self, key: Key, item: Item, *schemas: str) -> str:
        """Add an item of the handbook as a concept."""
        adres = address(*key)
        node = self.begrip(adres, item.naam, item.samenvatting.bron, *schemas)
        self.turtle.say(node, "dcterms:identifier", literal(key.id))
        self.turtle.say(node, "skos:definition", dutch(plain_text(item.samenvatting.tekst)))
        self.turtle.say(node, "skos:altLabel", *(dutch(woord) for woord in item.synoniemen if woord != item.naam))
        self.bladzijde(node, f"{adres}.html")
        return node

    def schema(self, adres: str, titel: str, bladzijde: str = "") -> str:
        """Add a scheme."""
        node = _node(adres)
        self.turtle.say(node, "a", "skos:ConceptScheme")
        self.turtle.say(node, "dcterms:title", dutch(titel))
        self.bladzijde(node, bladzijde)
        return node

    def bladzijde(self, node: str, bladzijde: str) -> None:
        """Where to read it, if the site has an address."""
        if self.site and bladzijde:
            self.turtle.say(node, "foaf:page", iri(f"{self.site}{bladzijde}"))

    def bron(self, verwijzing: Verwijzing) -> str:
        """A source, or a section of one."""
        if verwijzing.bron in (None, REDACTIE):
            self.turtle.say(_node(REDACTIE), "dcterms:title", dutch(MAKER))
            return _node(REDACTIE)
        bron, adres = self.kb.bronnen[str(verwijzing.bron)], f"bronnen/{verwijzing.bron}"
        node = _node(adres)
        self.turtle.say(node, "a", "dcterms:BibliographicResource")
        self.turtle.say(node, "dcterms:title", dutch(bron.naam))
        self.turtle.say(node, "dcterms:rights", dutch(plain_text(bron.licentie.tekst)))
        self.turtle.say(node, "dcterms:issued", *(literal(bron.datum),) if bron.datum not in AFWEZIG_WOORDEN else ())
        self.bladzijde(node, f"{adres}.html")
        return self._sectie(verwijzing, node) if verwijzing.sectie else node

    def _sectie(self, verwijzing: Verwijzing, bron: str) -> str:
        titel = self.kb.section_titles[str(verwijzing.bron)].get(str(verwijzing.sectie), "")
        node = _node(f"bronnen/{verwijzing.bron}/{verwijzing.sectie}")
        self.turtle.say(node, "dcterms:title", dutch(f"§{verwijzing.sectie} {titel}".strip()))
        self.turtle.say(node, "dcterms:isPartOf", bron)
        self.turtle.say(node, "dcterms:bibliographicCitation", dutch(bron_tekst(self.kb, (verwijzing,))))
        return node


def _node(adres: str) -> str:
    return iri(urn(adres))


def handboek_skos(kb: KnowledgeBase, site: str = "") -> str:
    """The competencies, the roles' own wordings of them, and the axes of the shifts."""
    boek = _Boek(kb, site)
    _competenties(boek)
    _formuleringen(boek)
    _assen(boek)
    return boek.turtle.text()


def _competenties(boek: _Boek) -> None:
    """One scheme for all competencies, and one for each kind of them."""
    alle = boek.schema("competenties", TITEL, "competenties/index.html")
    moment = gewijzigd(boek.kb, (Key(Competentie.kind, id_) for id_ in boek.kb.all(Competentie)))
    boek.turtle.say(alle, "dcterms:description", dutch(OMSCHRIJVING))
    boek.turtle.say(alle, "dcterms:creator", _node(REDACTIE))
    boek.turtle.say(alle, "dcterms:license", iri(LICENTIE_URI))
    boek.turtle.say(alle, "dcterms:modified", f"{literal(moment)}^^xsd:dateTime")
    boek.turtle.say(alle, "skos:editorialNote", dutch(KOPPELING))
    for id_, competentie in boek.kb.all(Competentie).items():
        soort = boek.schema(f"soorten/{competentie.soort}", competentie.soort.capitalize())
        boek.turtle.say(soort, "dcterms:isPartOf", alle)
        boek.item(Key(Competentie.kind, id_), competentie, alle, soort)


def _formuleringen(boek: _Boek) -> None:
    """The words of each role as a scheme of their own, each matched with the competency that it belongs to."""
    for rol, gevonden in formuleringen(boek.kb).items():
        schema = boek.schema(f"rollen/{rol}", boek.kb.all(Rol)[rol].naam, f"rollen/{rol}.html")
        for id_, formulering in gevonden:
            node, competentie = _formulering(boek, formulering, schema), _node(f"competenties/{id_}")
            gelijk = zelfde_woorden(formulering.tekst, boek.kb.all(Competentie)[id_].naam)
            verband = "skos:exactMatch" if gelijk else "skos:closeMatch"
            boek.turtle.say(competentie, verband, node)
            boek.turtle.say(node, verband, competentie)


def _formulering(boek: _Boek, formulering: CompetentieFormulering, schema: str) -> str:
    """A role's own wording, with what the source spelled otherwise and what there is to note."""
    adres = f"rollen/{formulering.rol}/{formulering.tekst}"
    node = boek.begrip(adres, formulering.tekst, formulering.bron, schema)
    if formulering.bronvorm:
        boek.turtle.say(node, "skos:hiddenLabel", dutch(formulering.bronvorm))
    if formulering.opmerking:
        boek.turtle.say(node, "skos:note", dutch(formulering.opmerking))
    return node


def _assen(boek: _Boek) -> None:
    """The axes on which the shifts lie."""
    schema = boek.schema("assen", "Assen van de verschuivingen")
    for id_, begrip in boek.kb.begrippen("as").items():
        node = boek.item(Key(Begrip.kind, id_), begrip, schema)
        if begrip.polen:
            boek.turtle.say(node, "skos:scopeNote", dutch(f"van {begrip.polen.van} naar {begrip.polen.naar}"))
