"""A curriculum adds up: outcomes are served, activities serve, sessions fit their time."""

import difflib
from collections.abc import Iterator

from handboek.checks.common import at, entries_of
from handboek.findings import Finding
from handboek.knowledge import KnowledgeBase
from handboek.models.leerpad import Leerpad, Sessie


def planned_minutes(sessie: Sessie) -> int:
    """Minutes of explanation and practice together."""
    return sum((activiteit.uitleg or 0) + (activiteit.oefenen or 0) for activiteit in sessie.activiteiten)


def activities_serve_outcomes(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every activity serves outcomes that the curriculum has."""
    for entry, leerpad in entries_of(kb, Leerpad):
        known = [uitkomst.id for uitkomst in leerpad.leeruitkomsten]
        for s, sessie in enumerate(leerpad.sessies):
            for a, activiteit in enumerate(sessie.activiteiten):
                for d, id_ in enumerate(activiteit.dient):
                    if id_ not in known:
                        close = difflib.get_close_matches(id_, known, 1, 0.7)
                        tip = f"Bedoel je ‘{close[0]}’?" if close else f"Kies uit: {', '.join(known)}."
                        path = ("sessies", s, "activiteiten", a, "dient", d)
                        yield at(entry, path, "L01", f"leeruitkomst ‘{id_}’ bestaat hier niet", tip)


def outcomes_served(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every outcome is served by an activity; an activity with an unknown one may have meant it."""
    for entry, leerpad in entries_of(kb, Leerpad):
        served = {id_ for sessie in leerpad.sessies for activiteit in sessie.activiteiten for id_ in activiteit.dient}
        misspelt = served - {uitkomst.id for uitkomst in leerpad.leeruitkomsten}
        for index, uitkomst in enumerate(leerpad.leeruitkomsten):
            if uitkomst.id not in served and not misspelt:
                tip = "Noem de leeruitkomst bij `dient:` van een activiteit."
                yield at(entry, ("leeruitkomsten", index), "L02", f"geen activiteit dient ‘{uitkomst.id}’", tip)


def outcomes_unique(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every outcome of a curriculum has an id of its own."""
    for entry, leerpad in entries_of(kb, Leerpad):
        ids = [uitkomst.id for uitkomst in leerpad.leeruitkomsten]
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                tip = "Geef elke leeruitkomst een eigen id."
                yield at(entry, ("leeruitkomsten", index, "id"), "L04", f"leeruitkomst ‘{id_}’ staat dubbel", tip)


def sessions_in_time(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure no session plans more minutes than it lasts."""
    for entry, leerpad in entries_of(kb, Leerpad):
        for index, sessie in enumerate(leerpad.sessies):
            planned = planned_minutes(sessie)
            if planned > sessie.duur:
                message = f"{planned} minuten gepland, de bijeenkomst duurt er {sessie.duur}"
                yield at(entry, ("sessies", index, "duur"), "L03", message, "Schrap of verkort een onderdeel.")
