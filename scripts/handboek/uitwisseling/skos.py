"""The framework of competencies as SKOS in Turtle: which wording of a source belongs to which competency.

Every concept is named by a urn of the same UUID that CASE gives it, so that its name outlives the site's
address; where the site has one, `foaf:page` leads to the page. There are no nameless nodes, so rdflib
writes the same graph as the same bytes.
"""

from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, SKOS, XSD

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
from handboek.walk import address


@dataclass(frozen=True)
class _Boek:
    """The graph while it grows, with what it is made from."""

    kb: KnowledgeBase
    site: str
    graph: Graph

    def zeg(self, adres: str, eigenschap: URIRef, *waarden: str | URIRef) -> URIRef:
        """Say something of what has this address; plain text is Dutch."""
        node = URIRef(urn(adres))
        for waarde in waarden:
            found = waarde if isinstance(waarde, URIRef) else Literal(" ".join(waarde.split()), lang="nl")
            self.graph.add((node, eigenschap, found))
        return node

    def begrip(self, adres: str, naam: str, herkomst: Herkomst | None, *schemas: URIRef) -> URIRef:
        """Add a concept with its name and its sources, at the top of these schemes."""
        node = self.zeg(adres, SKOS.prefLabel, naam)
        self.graph.add((node, RDF.type, SKOS.Concept))
        for schema in schemas:
            self.graph.add((node, SKOS.inScheme, schema))
            self.graph.add((node, SKOS.topConceptOf, schema))
            self.graph.add((schema, SKOS.hasTopConcept, node))
        self.zeg(adres, DCTERMS.source, *(self.bron(verwijzing) for verwijzing in herkomst or ()))
        return node

    def item(self, key: Key, item: Item, *schemas: URIRef) -> URIRef:
        """Add an item of the handbook as a concept."""
        adres = address(*key)
        node = self.begrip(adres, item.naam, item.samenvatting.bron, *schemas)
        self.graph.add((node, DCTERMS.identifier, Literal(key.id)))
        self.zeg(adres, SKOS.definition, plain_text(item.samenvatting.tekst))
        self.zeg(adres, SKOS.altLabel, *(woord for woord in item.synoniemen if woord != item.naam))
        self.bladzijde(adres, f"{adres}.html")
        return node

    def schema(self, adres: str, titel: str, bladzijde: str = "") -> URIRef:
        """Add a scheme."""
        node = self.zeg(adres, DCTERMS.title, titel)
        self.graph.add((node, RDF.type, SKOS.ConceptScheme))
        self.bladzijde(adres, bladzijde)
        return node

    def bladzijde(self, adres: str, bladzijde: str) -> None:
        """Where to read it, if the site has an address."""
        if self.site and bladzijde:
            self.zeg(adres, FOAF.page, URIRef(f"{self.site}{bladzijde}"))

    def bron(self, verwijzing: Verwijzing) -> URIRef:
        """A source, or a section of one."""
        if verwijzing.bron in (None, REDACTIE):
            return self.zeg("redactie", DCTERMS.title, MAKER)
        bron, adres = self.kb.bronnen[str(verwijzing.bron)], f"bronnen/{verwijzing.bron}"
        node = self.zeg(adres, DCTERMS.title, bron.naam)
        self.graph.add((node, RDF.type, DCTERMS.BibliographicResource))
        self.zeg(adres, DCTERMS.rights, plain_text(bron.licentie.tekst))
        self.bladzijde(adres, f"{adres}.html")
        if bron.datum not in AFWEZIG_WOORDEN:
            self.graph.add((node, DCTERMS.issued, Literal(bron.datum)))
        if not verwijzing.sectie:
            return node
        titel = self.kb.section_titles[str(verwijzing.bron)].get(verwijzing.sectie, "")
        deel = self.zeg(f"{adres}/{verwijzing.sectie}", DCTERMS.title, f"§{verwijzing.sectie} {titel}")
        self.graph.add((deel, DCTERMS.isPartOf, node))
        return self.zeg(
            f"{adres}/{verwijzing.sectie}", DCTERMS.bibliographicCitation, bron_tekst(self.kb, (verwijzing,))
        )


def handboek_skos(kb: KnowledgeBase, site: str = "") -> str:
    """The competencies, the roles' own wordings of them, and the axes of the shifts."""
    boek = _Boek(kb, site, Graph(bind_namespaces="none"))
    for prefix, namespace in (("dcterms", DCTERMS), ("foaf", FOAF), ("skos", SKOS), ("xsd", XSD)):
        boek.graph.bind(prefix, namespace)
    _competenties(boek)
    _formuleringen(boek)
    _assen(boek)
    return boek.graph.serialize(format="turtle")


def _competenties(boek: _Boek) -> None:
    """One scheme for all competencies, and one for each kind of them."""
    alle = boek.schema("competenties", TITEL, "competenties/index.html")
    boek.zeg("competenties", DCTERMS.description, OMSCHRIJVING)
    boek.zeg("competenties", DCTERMS.creator, MAKER)
    boek.zeg("competenties", DCTERMS.license, URIRef(LICENTIE_URI))
    boek.zeg("competenties", SKOS.editorialNote, KOPPELING)
    moment = gewijzigd(boek.kb, (Key(Competentie.kind, id_) for id_ in boek.kb.all(Competentie)))
    boek.graph.add((alle, DCTERMS.modified, Literal(moment, datatype=XSD.dateTime)))
    for id_, competentie in boek.kb.all(Competentie).items():
        soort = boek.schema(f"soorten/{competentie.soort}", competentie.soort.capitalize())
        boek.zeg(f"soorten/{competentie.soort}", DCTERMS.isPartOf, alle)
        boek.item(Key(Competentie.kind, id_), competentie, alle, soort)


def _formuleringen(boek: _Boek) -> None:
    """The words of each role as a scheme of their own, each matched with the competency that it belongs to."""
    for rol, gevonden in formuleringen(boek.kb).items():
        schema = boek.schema(f"rollen/{rol}", boek.kb.all(Rol)[rol].naam, f"rollen/{rol}.html")
        for id_, formulering in gevonden:
            node = _formulering(boek, formulering, schema)
            gelijk = zelfde_woorden(formulering.tekst, boek.kb.all(Competentie)[id_].naam)
            verband = SKOS.exactMatch if gelijk else SKOS.closeMatch
            competentie = boek.zeg(f"competenties/{id_}", verband, node)
            boek.graph.add((node, verband, competentie))


def _formulering(boek: _Boek, formulering: CompetentieFormulering, schema: URIRef) -> URIRef:
    adres = f"rollen/{formulering.rol}/{formulering.tekst}"
    if formulering.bronvorm:
        boek.zeg(adres, SKOS.hiddenLabel, formulering.bronvorm)
    if formulering.opmerking:
        boek.zeg(adres, SKOS.note, formulering.opmerking)
    return boek.begrip(adres, formulering.tekst, formulering.bron, schema)


def _assen(boek: _Boek) -> None:
    """The axes on which the shifts lie."""
    schema = boek.schema("assen", "Assen van de verschuivingen")
    for id_, begrip in boek.kb.begrippen("as").items():
        boek.item(Key(Begrip.kind, id_), begrip, schema)
        if begrip.polen:
            boek.zeg(f"begrippen/{id_}", SKOS.scopeNote, f"van {begrip.polen.van} naar {begrip.polen.naar}")
