"""Upkeep: what is due for another look, which addresses outside are dead, and what still names what was withdrawn."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from handboek.checks.common import remark
from handboek.checks.references import not_withdrawn
from handboek.findings import Finding, Place, Severity
from handboek.handwritten import pages
from handboek.knowledge import KnowledgeBase
from handboek.loading import shown
from handboek.models.basis import Item
from handboek.reading.nodes import Path as NodePath
from handboek.walk import parts

TERMIJNEN: dict[str, int] = {
    "interventie": 3,
    "rol": 5,
    "methode": 5,
    "verschuiving": 5,
    "competentie": 5,
    "dilemma": 5,
    "leerpad": 2,
    "begrip": 4,
}
"""For how many years after its peildatum an item stands before someone looks again.

A praktijkvoorbeeld and a bron tell what was, so time alone does not make them untrue.
"""
DEAD = frozenset({"404", "410", "geen antwoord"})
"""What a list of addresses says of one that is gone; a server that refuses (403) or fails (503) may be there still."""
_ADDRESS = re.compile(r"https?://[^\s<>()\"'`\\\]]+[^\s<>()\"'`\\\].,;:!?]")


class Link(NamedTuple):
    """An address outside, with where it stands."""

    address: str
    file: str
    place: Place


class Houdbaarheid(NamedTuple):
    """What has to be done, and what nobody knows: items without a date, addresses that the list leaves out."""

    findings: list[Finding]
    undated: int
    unseen: int


def houdbaarheid(root: Path, kb: KnowledgeBase, day: str, seen: Mapping[str, str] | None) -> Houdbaarheid:
    """What is due on that day. `seen` says of addresses outside what was found there; None when nobody looked."""
    links = list(outside(root, kb))
    findings = [*_due(kb, day), *_dead(links, seen or {}), *not_withdrawn(kb)]
    undated = sum(key.kind in TERMIJNEN and item.ingetrokken is None and not _dated(item) for key, item in kb.items())
    unseen = len({link.address for link in links} - set(seen or ()))
    return Houdbaarheid(sorted(findings), undated, unseen)


def _dated(item: Item) -> bool:
    return bool(item.herzien_voor or item.peildatum)


def _due(kb: KnowledgeBase, day: str) -> Iterator[Finding]:
    """Every item whose day has come: its own `herzien_voor`, else its peildatum and the years of its kind."""
    tip = "Kijk of het nog klopt. Zet er dan een nieuwe peildatum of `herzien_voor` bij, of trek het in."
    for key, item in kb.items():
        if item.ingetrokken:
            continue
        entry = kb.entries[key]
        if item.herzien_voor:
            if _filled(item.herzien_voor, "-01-01") <= day:
                message = f"‘{item.naam}’ moest herzien zijn voor {item.herzien_voor}"
                yield remark(entry, ("herzien_voor",), "H01", message, tip)
        elif item.peildatum and key.kind in TERMIJNEN:
            years = TERMIJNEN[key.kind]
            due = f"{int(item.peildatum[:4]) + years}{item.peildatum[4:]}"
            if _filled(due, "-12-31") < day:
                message = f"‘{item.naam}’ klopt volgens de bron tot {item.peildatum}, meer dan {years} jaar geleden"
                yield remark(entry, ("peildatum",), "H01", message, tip)


def _filled(datum: str, end: str) -> str:
    """A year or a month as a day, to compare with one."""
    return datum + end[len(datum) - 4 :]


def _dead(links: list[Link], seen: Mapping[str, str]) -> Iterator[Finding]:
    tip = "Zoek het nieuwe adres, of haal de koppeling weg; de bron blijft staan."
    for link in links:
        said = seen.get(link.address)
        if said in DEAD:
            message = f"{link.address} is er niet meer ({said})"
            yield Finding(link.file, link.place, "H02", message, tip, Severity.LET_OP)


def outside(root: Path, kb: KnowledgeBase) -> Iterator[Link]:
    """Every address outside that an item or a page written by hand names, once per place."""
    for key, item in kb.items():
        for path, text in _strings(item):
            for address in dict.fromkeys(_ADDRESS.findall(text)):
                found = remark(kb.entries[key], path, "H02", "", "")
                yield Link(address, found.file, found.place)
    for page in pages(root):
        for number, line in enumerate(page.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            yield from (
                Link(found[0], shown(page, root), Place(number, found.start() + 1)) for found in _ADDRESS.finditer(line)
            )


def _strings(item: Item) -> Iterator[tuple[NodePath, str]]:
    """Every text of an item, web addresses among them."""
    for path, part in parts(item):
        for name, value in part.__dict__.items():
            if isinstance(value, str):
                yield (*path, name), value
            elif isinstance(value, tuple):
                yield from (((*path, name, i), text) for i, text in enumerate(value) if isinstance(text, str))
