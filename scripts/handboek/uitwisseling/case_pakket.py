"""The parts of a 1EdTech CASE 1.0 package: nodes, what lies between them, and the definitions that they share.

The specification is the REST/JSON binding of 7 July 2017; a package is its `CFPackage`. An identifier is
a UUID that follows from the address within the handbook; the `uri` is the page on the site where there is
one, else the same UUID as a urn.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from handboek.uitwisseling.gedeeld import LICENTIE, LICENTIE_URI, MAKER, kenmerk, urn

Part = dict[str, Any]


class Knoop(NamedTuple):
    """What can be pointed at: its address within the handbook, its title, and where to read it, if anywhere."""

    adres: str
    titel: str
    waar: str = ""


ITEMSOORTEN = {
    "Soort": "Kennis, vaardigheid of houding.",
    "Competentie": "Iets wat een professional weet, kan of uitstraalt.",
    "Niveau": "Wat iemand laat zien: basis is een beginner, gevorderd een ervaren professional.",
    "Gedrag": "Gedrag waaraan je een niveau ziet.",
    "Rol": "Een beroepsrol, met haar eigen woorden voor competenties.",
    "Formulering": "De eigen woorden van een rol, precies zoals de bron ze geeft.",
    "Leeruitkomst": "Wat een deelnemer na afloop kan.",
}
CC_BY = Knoop("licenties/cc-by-4.0", LICENTIE, LICENTIE_URI)


@dataclass
class Pakket:
    """A CASE package while it grows. What is added twice stands in it once."""

    site: str
    gewijzigd: str
    document: Part = field(default_factory=dict)
    items: dict[str, Part] = field(default_factory=dict)
    associaties: dict[str, Part] = field(default_factory=dict)
    soorten: dict[str, Part] = field(default_factory=dict)
    groepen: dict[str, Part] = field(default_factory=dict)
    licenties: dict[str, Part] = field(default_factory=dict)
    rubrieken: list[Part] = field(default_factory=list)

    def knoop(self, adres: str, titel: str, bladzijde: str = "") -> Knoop:
        """A node, read on its page when the site has an address."""
        return Knoop(adres, titel, f"{self.site}{bladzijde}" if self.site and bladzijde else "")

    def vast(self, knoop: Knoop) -> Part:
        """What each part must have."""
        return {"identifier": kenmerk(knoop.adres), "uri": _uri(knoop), "lastChangeDateTime": self.gewijzigd}

    def open(self, knoop: Knoop, omschrijving: str, notities: str = "") -> None:
        """Say what the package is about."""
        self.document = self.vast(knoop) | {
            "creator": MAKER,
            "title": regel(knoop.titel),
            "description": regel(omschrijving),
            "language": "nl",
            "licenseURI": self.licentie(CC_BY, "Naamsvermelding 4.0 Internationaal"),
        }
        self.document |= {"officialSourceURL": knoop.waar} if knoop.waar else {}
        self.document |= {"notes": notities} if notities else {}

    def item(self, knoop: Knoop, soort: str, tekst: str, onder: Knoop, **velden: Any) -> None:
        """Add an item as the next child of another, or of the document."""
        item = self.vast(knoop) | {
            "fullStatement": regel(tekst),
            "CFItemType": soort,
            "CFItemTypeURI": self._soort(soort),
        }
        self.items.setdefault(item["identifier"], item | {name: value for name, value in velden.items() if value})
        self.verbind(knoop, "isChildOf", onder, sequenceNumber=len(self.items))

    def verbind(self, van: Knoop, hoe: str, naar: Knoop, **velden: Any) -> None:
        """Say how two nodes are related."""
        associatie = self.vast(Knoop(f"verbindingen/{van.adres}/{hoe}/{naar.adres}", hoe)) | {
            "associationType": hoe,
            "originNodeURI": link(van),
            "destinationNodeURI": link(naar),
        }
        self.associaties.setdefault(associatie["identifier"], associatie | velden)

    def groep(self, naam: str, omschrijving: str) -> Part:
        """The group of associations with this name."""
        return self._definitie(self.groepen, Knoop(f"groepen/{naam}", naam), description=omschrijving)

    def licentie(self, knoop: Knoop, tekst: str) -> Part:
        """A licence, with what it says."""
        return self._definitie(self.licenties, knoop, licenseText=tekst)

    def _soort(self, naam: str) -> Part:
        knoop = Knoop(f"itemsoorten/{naam}", naam)
        return self._definitie(self.soorten, knoop, description=ITEMSOORTEN[naam], hierarchyCode=naam)

    def _definitie(self, among: dict[str, Part], knoop: Knoop, **velden: str) -> Part:
        among.setdefault(knoop.adres, self.vast(knoop) | {"title": regel(knoop.titel)} | velden)
        return link(knoop)

    def cf_package(self) -> Part:
        """The whole, in the order that the specification gives it."""
        definities = {
            "CFLicenses": list(self.licenties.values()),
            "CFItemTypes": list(self.soorten.values()),
            "CFAssociationGroupings": list(self.groepen.values()),
        }
        return {
            "CFDocument": self.document,
            "CFItems": list(self.items.values()),
            "CFAssociations": list(self.associaties.values()),
            "CFDefinitions": definities,
            "CFRubrics": self.rubrieken,
        }


def link(knoop: Knoop) -> Part:
    """How one part points at another."""
    return {"title": regel(knoop.titel), "identifier": kenmerk(knoop.adres), "uri": _uri(knoop)}


def _uri(knoop: Knoop) -> str:
    return knoop.waar or urn(knoop.adres)


def regel(tekst: str) -> str:
    """Text on one line, as CASE asks of most fields."""
    return " ".join(tekst.split())
