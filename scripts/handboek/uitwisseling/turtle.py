"""Turtle: statements about things, written in the order in which they were made, so always as the same bytes.

A term is its own notation: `skos:prefLabel`, `<urn:uuid:…>`, `"tekst"@nl`. JSON escapes a string as Turtle does.
"""

import json

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def iri(address: str) -> str:
    """A thing by its address."""
    return f"<{address}>"


def literal(text: str) -> str:
    """A text in no language: an id, a date."""
    return json.dumps(text, ensure_ascii=False)


def dutch(text: str) -> str:
    """A text in Dutch."""
    return f"{literal(text)}@nl"


class Turtle:
    """Statements, each of them once: subject → property → values."""

    def __init__(self) -> None:
        self.said: dict[str, dict[str, dict[str, None]]] = {}

    def say(self, subject: str, name: str, *values: str) -> None:
        """State a property of something, with one value or more."""
        if values:
            self.said.setdefault(subject, {}).setdefault(name, {}).update(dict.fromkeys(values))

    def text(self) -> str:
        """The whole file."""
        prefixes = (f"@prefix {name}: {iri(address)} .\n" for name, address in PREFIXES.items())
        return "".join([*prefixes, *(f"\n{_block(subject, said)}" for subject, said in self.said.items())])


def _block(subject: str, said: dict[str, dict[str, None]]) -> str:
    lines = " ;\n".join(f"    {name} {', '.join(values)}" for name, values in said.items())
    return f"{subject}\n{lines} .\n"
