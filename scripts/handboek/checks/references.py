"""References lead somewhere, to the right kind."""

import difflib
from collections.abc import Iterator

from handboek.checks.common import at
from handboek.findings import Finding, Severity
from handboek.kinds import KIND_OF_FOLDER, folder_name
from handboek.knowledge import Entry, Key, KnowledgeBase
from handboek.loading import name_finding
from handboek.models.begrip import Begrip
from handboek.models.leerpad import Leerpad
from handboek.reading.nodes import Scalar, node_at
from handboek.walk import Reference, address


def _all(kb: KnowledgeBase) -> Iterator[tuple[Entry, Reference]]:
    for key, outgoing in kb.references.items():
        for reference in outgoing:
            yield kb.entries[key], reference


def existing(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every reference leads to an item that exists, be it a broken one."""
    for entry, reference in _all(kb):
        if reference.kind is None:
            yield _no_folder(entry, reference)
        elif Key(reference.kind, reference.id) not in kb.entries:
            yield _missing(kb, entry, reference, reference.kind)


def _no_folder(entry: Entry, reference: Reference) -> Finding:
    node = node_at(entry.node, reference.path) if entry.node else None
    folder = node.text.partition("/")[0] if isinstance(node, Scalar) else ""
    close = difflib.get_close_matches(folder, KIND_OF_FOLDER, 1, 0.6)
    tip = f"Bedoel je ‘{close[0]}/{reference.id}’?" if close else f"Kies uit: {', '.join(KIND_OF_FOLDER)}."
    return at(entry, reference.path, "R02", f"‘{folder}’ is geen map van het handboek", tip)


def _missing(kb: KnowledgeBase, entry: Entry, reference: Reference, kind: str) -> Finding:
    elsewhere = [key.kind for key in kb.entries if key.id == reference.id]
    if elsewhere:
        tip = f"Hier hoort een id uit {folder_name(kind)}."
        return at(entry, reference.path, "R02", f"‘{reference.id}’ is geen {kind} maar een {elsewhere[0]}", tip)
    close = difflib.get_close_matches(reference.id, [key.id for key in kb.entries if key.kind == kind], 1, 0.6)
    new = f"Maak het item met `handboek new {kind} {reference.id}`."
    if name_finding("", reference.id):
        new = "Zo kan geen item heten; kijk de id na."
    moved = next((one.naar for one in kb.verhuisd if one.van == address(kind, reference.id)), None)
    tip = f"Het is verhuisd naar {moved}." if moved else f"Bedoel je ‘{close[0]}’?" if close else new
    return at(entry, reference.path, "R01", f"{kind} ‘{reference.id}’ bestaat niet", tip)


def right_soort(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure a reference to a begrip leads to the soort that the field asks."""
    begrippen = kb.all(Begrip)
    for entry, reference in _all(kb):
        found = begrippen.get(reference.id) if reference.kind == Begrip.kind else None
        if found and reference.soort and found.soort != reference.soort:
            names = [id_ for id_, begrip in begrippen.items() if begrip.soort == reference.soort]
            close = difflib.get_close_matches(reference.id, names, 1, 0.5)
            tip = f"Bedoel je ‘{close[0]}’?" if close else f"Kies een begrip van soort {reference.soort}."
            message = f"‘{reference.id}’ is een {found.soort}, hier hoort een {reference.soort}"
            yield at(entry, reference.path, "R03", message, tip)


def not_itself(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure no item refers to itself."""
    for entry, reference in _all(kb):
        if (reference.kind, reference.id) == entry.key:
            yield at(
                entry, reference.path, "R04", f"‘{reference.id}’ verwijst naar zichzelf", "Haal de verwijzing weg."
            )


def not_withdrawn(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure no curriculum uses an item that has been withdrawn, and say where other items still name one."""
    withdrawn = {key: item.ingetrokken for key, item in kb.items() if item.ingetrokken}
    for key, gone in withdrawn.items():
        tip = f"Gebruik nu ‘{gone.vervangen_door}’." if gone.vervangen_door else "Haal de verwijzing weg."
        for link in kb.backlinks.get(key, ()):
            if link.key not in withdrawn:
                severity = Severity.FOUT if link.key.kind == Leerpad.kind else Severity.LET_OP
                message = f"‘{key.id}’ is ingetrokken sinds {gone.op}"
                yield at(kb.entries[link.key], link.path, "R07", message, tip, severity)
