"""The comparison to take along: what every form of it says around the table, and the words of its cells."""

from collections.abc import Iterator
from dataclasses import dataclass

from handboek.addresses import item_path
from handboek.knowledge import Key
from handboek.vergelijken.waarde import Bronplek, Cel, Regel, Vergelijking
from handboek.words import datum, opsomming

KENMERK = "Kenmerk"
PAGINA = "vergelijken/index.html"
PARAM = {"interventie": "aanpak", "rol": "rol"}
"""How the page of the comparison names a kind in its address."""
UITLEG = (
    "Geen rangorde en geen cijfer voor het geheel: de volgorde is die van de keuze.",
    "niet vermeld: de bron zwijgt. onbekend: gezocht, niet gevonden. n.v.t.: past hier niet. nee: dit is er niet.",
    "Een getal tussen haken wijst naar de bronnen; redactie: dit zegt of ordent de redactie zelf.",
    "Namen van verschuivingen en competenties zijn van de redactie; tussen aanhalingstekens staan de woorden van de bron.",
)
UITLEG_SITUATIE = (
    "past: wat de bron noemt, hoort bij een antwoord van ons. past niet: het hoort bij geen antwoord van ons; of het bij "
    "ons kan, zegt dat niet."
)


@dataclass(frozen=True)
class Nota:
    """A comparison with the day on which it was made (2026-11-22) and where the handbook stands ("" if nowhere)."""

    vergelijking: Vergelijking
    datum: str
    adres: str = ""

    @property
    def titel(self) -> str:
        """What is compared."""
        return f"{opsomming(kolom.naam for kolom in self.vergelijking.kolommen)} naast elkaar"

    @property
    def gemaakt(self) -> str:
        """Of when it is."""
        return f"Vergelijking uit het Handboek wijkwerk, gemaakt op {datum(self.datum)}."

    @property
    def adressen(self) -> list[str]:
        """Where this comparison and each of its items stand in the handbook."""
        items = (f"{kolom.naam}: {self.adres_van(kolom.key)}" for kolom in self.vergelijking.kolommen)
        return [f"Deze vergelijking: {self.eigen_adres}", *items]

    @property
    def eigen_adres(self) -> str:
        """Where this comparison stands in the handbook."""
        kolommen = self.vergelijking.kolommen
        keuze = f"{PARAM[kolommen[0].key.kind]}={','.join(kolom.key.id for kolom in kolommen)}"
        situatie = f"&situatie={self.vergelijking.situatie}" if self.vergelijking.situatie else ""
        return self._in_handboek(f"{PAGINA}?{keuze}{situatie}")

    @property
    def uitleg(self) -> tuple[str, ...]:
        """How to read the table."""
        return (*UITLEG, UITLEG_SITUATIE) if self.vergelijking.situatie else UITLEG

    @property
    def koppen(self) -> list[str]:
        """The heads of the columns: each item with its place."""
        return [f"{kolom.naam} ({kolom.plaats})" for kolom in self.vergelijking.kolommen]

    def adres_van(self, key: Key) -> str:
        """The address of an item's page; without the address of the handbook, the path within it."""
        return self._in_handboek(item_path(key))

    def _in_handboek(self, pad: str) -> str:
        return f"{self.adres.rstrip('/')}/{pad}" if self.adres else pad

    def merk(self, regel: Regel) -> str:
        """The mark of a line's sources: ` [1, 4, redactie]`."""
        nummers = self.vergelijking.nummers
        namen = [plek.label if plek.redactie else str(nummers[plek]) for plek in regel.bronnen]
        return f" [{', '.join(namen)}]" if namen else ""

    def cel(self, cel: Cel) -> list[str]:
        """The lines of a cell, each with the mark of its sources."""
        return [f"{regel.tekst}{self.merk(regel)}" for regel in cel]

    def bronnen(self) -> Iterator[tuple[int, str]]:
        """The numbered sources."""
        return ((nummer, bronregel(plek)) for plek, nummer in self.vergelijking.nummers.items())


def vindplaats(plek: Bronplek) -> str:
    """The section of a source in full: `§3.2.2 Resultaten`, its title alone where it has no number."""
    if plek.sectie is None:
        return "hele bron"
    return f"§{plek.sectie} {plek.titel}" if plek.sectie[0].isdigit() else plek.titel


def bronregel(plek: Bronplek) -> str:
    """A source as a list names it."""
    return f"{vindplaats(plek)}. {plek.naam}. {plek.gegevens}"


def onder_elkaar(regels: list[str]) -> str:
    """The lines of a cell as one text, for a form whose cells hold text only."""
    return "\n".join(f"• {regel}" for regel in regels) if len(regels) > 1 else regels[0]
