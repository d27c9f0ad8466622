"""A curriculum adds up: outcomes are served and assessed, activities serve, sessions fit their time and order."""

import difflib
from collections.abc import Iterator
from itertools import pairwise

from handboek.checks.common import at, entries_of, remark
from handboek.findings import Finding
from handboek.kinds import KIND_OF_FOLDER
from handboek.knowledge import Key, KnowledgeBase
from handboek.leerpaden.kennis import plan_van, raakt
from handboek.models.competentie import Competentie
from handboek.models.leerpad import Leerpad


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
            planned = sessie.gepland
            if planned > sessie.duur:
                message = f"{planned} minuten gepland, de bijeenkomst duurt er {sessie.duur}"
                yield at(entry, ("sessies", index, "duur"), "L03", message, "Schrap of verkort een onderdeel.")


def no_cycle(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure no curriculum asks that you did itself first, by way of others or not."""
    leerpaden = kb.all(Leerpad)
    for entry, leerpad in entries_of(kb, Leerpad):
        for index, first in enumerate(leerpad.na):
            if first != entry.key.id and entry.key.id in _before(leerpaden, first):
                message = f"‘{first}’ vraagt zelf dat je eerst ‘{entry.key.id}’ deed"
                yield at(entry, ("na", index), "L05", message, "Haal een van de twee verwijzingen bij `na:` weg.")


def _before(leerpaden: dict[str, Leerpad], id_: str) -> set[str]:
    """All curricula that have to be done before this one."""
    found: set[str] = set()
    todo = [id_]
    while todo:
        leerpad = leerpaden.get(todo.pop())
        new = set(leerpad.na) - found if leerpad else set()
        found |= new
        todo += new
    return found


def outcomes_assessed(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure the rubric is about outcomes of the curriculum, and about each of them."""
    for entry, leerpad in entries_of(kb, Leerpad):
        known = [uitkomst.id for uitkomst in leerpad.leeruitkomsten]
        rows = [rij.uitkomst for rij in leerpad.toetsing.rubriek or ()]
        for index, id_ in enumerate(rows):
            if id_ not in known:
                close = difflib.get_close_matches(id_, known, 1, 0.7)
                tip = f"Bedoel je ‘{close[0]}’?" if close else f"Kies uit: {', '.join(known)}."
                path = ("toetsing", "rubriek", index, "uitkomst")
                yield at(entry, path, "L07", f"leeruitkomst ‘{id_}’ bestaat hier niet", tip)
        for id_ in known if rows and set(rows) <= set(known) else ():
            if id_ not in rows:
                tip = "Zet er een regel bij met wat je op elk niveau ziet."
                yield remark(entry, ("toetsing", "rubriek"), "L07", f"geen criterium voor ‘{id_}’", tip)


def outcomes_practised(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure what serves an outcome touches its competency, and that the competency says what its level looks like."""
    for entry, leerpad in entries_of(kb, Leerpad):
        onderdelen = [onderdeel for sessie in plan_van(leerpad).sessies for onderdeel in sessie]
        for index, uitkomst in enumerate(leerpad.leeruitkomsten):
            competentie = kb.all(Competentie).get(uitkomst.competentie)
            items = [item for onderdeel in onderdelen if uitkomst.id in onderdeel.dient for item in onderdeel.items]
            if competentie and items and not any(_touches(kb, item, uitkomst.competentie) for item in items):
                message = f"geen onderdeel voor ‘{uitkomst.id}’ gebruikt iets met ‘{competentie.naam}’"
                tip = f"Zet er `competenties/{uitkomst.competentie}` bij, of kies een andere competentie."
                yield remark(entry, ("leeruitkomsten", index, "competentie"), "L08", message, tip)
            if competentie and not getattr(competentie.gedrag, uitkomst.niveau):
                message = f"‘{competentie.naam}’ zegt niet wat je op niveau {uitkomst.niveau} ziet"
                tip = "Beschrijf dat gedrag bij de competentie, of kies het andere niveau."
                yield remark(entry, ("leeruitkomsten", index, "niveau"), "L08", message, tip)


def _touches(kb: KnowledgeBase, item: str, competentie: str) -> bool:
    """Whether an item is linked to a competency; of one that cannot be read nobody knows."""
    folder, _, id_ = item.partition("/")
    entry = kb.entries.get(Key(KIND_OF_FOLDER.get(folder, ""), id_))
    return entry is None or entry.item is None or competentie in raakt(kb, entry.key).competenties


def numbers_in_order(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure the smallest group is not the largest, and sessions come in the order of their dates."""
    for entry, leerpad in entries_of(kb, Leerpad):
        groep = leerpad.deelnemers.groep
        if groep.minimaal > groep.maximaal:
            message = f"de kleinste groep ({groep.minimaal}) is groter dan de grootste ({groep.maximaal})"
            yield at(entry, ("deelnemers", "groep", "minimaal"), "L09", message, "Draai de twee getallen om.")
        dated = [(sessie.datum, sessie.van or "", s) for s, sessie in enumerate(leerpad.sessies) if sessie.datum]
        for (day, hour, _), (next_day, next_hour, s) in pairwise(dated):
            if next_day < day or (next_day == day and hour and next_hour and next_hour <= hour):
                message = "deze bijeenkomst is niet later dan die ervoor"
                yield at(entry, ("sessies", s, "datum"), "L09", message, "Kijk de dagen en tijden na.")
