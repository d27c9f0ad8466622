"""Every statement has a source, and the source has that section."""

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterator

from handboek.checks.common import at
from handboek.findings import Finding
from handboek.knowledge import Entry, KnowledgeBase
from handboek.models.basis import REDACTIE, Verwijzing
from handboek.models.bron import Bron
from handboek.reading.nodes import Mapping, Path, Scalar, Sequence, node_at, place_of


def statements_sourced(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every statement names a source, itself or higher up."""
    for key, parts in kb.statements.items():
        bare = [path for path, part in parts if part.bron is None]
        if 1 < len(bare) == len(parts):
            tip = "Zet bovenaan `bron: movisie-2012 §3.2.1` of `bron: redactie`; dat geldt voor alles eronder."
            yield at(kb.entries[key], (), "B01", "geen enkele uitspraak heeft een bron", tip)
            continue
        for path in bare:
            tip = "Zet `bron: movisie-2012 §3.2.1` of `bron: redactie` bij deze uitspraak of erboven."
            yield at(kb.entries[key], path, "B01", "uitspraak zonder bron", tip)


def known_bron(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every source that is named exists as a bron."""
    known = {key.id for key in kb.entries if key.kind == Bron.kind} | {REDACTIE}
    for entry, path, verwijzing, _ in _written(kb, lambda verwijzing: verwijzing.bron not in known):
        if verwijzing.bron is None:
            tip = "Zet de naam van de bron ervoor: `movisie-2012 §…`."
            yield at(entry, path, "B04", f"§{verwijzing.sectie} zonder bron erboven", tip)
        else:
            close = difflib.get_close_matches(verwijzing.bron, sorted(known), 1, 0.6)
            tip = f"Bedoel je ‘{close[0]}’?" if close else f"Maak de bron met `handboek new bron {verwijzing.bron}`."
            yield at(entry, path, "B02", f"bron ‘{verwijzing.bron}’ bestaat niet", tip)


def known_section(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every statement names a section that its bron lists, where the bron lists any."""
    sections = {id_: [sectie.nummer for sectie in bron.secties] for id_, bron in kb.bronnen.items()}

    def wrong(verwijzing: Verwijzing) -> bool:
        known = sections.get(verwijzing.bron or "")
        return known is not None and (bool(known) or verwijzing.sectie is not None) and verwijzing.sectie not in known

    for entry, path, verwijzing, inheriting in _written(kb, wrong):
        known = sections[str(verwijzing.bron)]
        if verwijzing.sectie is None:
            yield _no_section(entry, path, verwijzing, known, inheriting)
        else:
            close = difflib.get_close_matches(verwijzing.sectie, known, 3, 0.5)
            tip = f"Bedoel je §{' of §'.join(close)}?" if close else "Kijk in de lijst secties van de bron."
            yield at(entry, path, "B03", f"‘{verwijzing.bron}’ heeft geen sectie §{verwijzing.sectie}", tip)


def _no_section(entry: Entry, path: Path, verwijzing: Verwijzing, known: list[str], inheriting: list[Path]) -> Finding:
    message, tip = f"‘{verwijzing.bron}’ zonder sectie", f"Zet de sectie erbij, zoals `{verwijzing.bron} §{known[0]}`"
    if inheriting and entry.node:
        lines = ", ".join(str(place_of(entry.node, part).line) for part in inheriting[:5])
        message += f", voor {len(inheriting)} uitspraken eronder (regel {lines}{' …' if len(inheriting) > 5 else ''})"
        tip += ", of zet bij die uitspraken een eigen `bron: §…`"
    return at(entry, path, "B03", message, f"{tip}.")


def _written(
    kb: KnowledgeBase, wrong: Callable[[Verwijzing], bool]
) -> Iterator[tuple[Entry, Path, Verwijzing, list[Path]]]:
    """Every source that is wrong where it is written, once, with the paths of the statements that inherit it."""
    for key, rests in kb.sources.items():
        entry = kb.entries[key]
        found: dict[tuple[Path, Verwijzing], list[Path]] = defaultdict(list)
        for path, verwijzing in rests:
            if not wrong(verwijzing):
                continue
            where = _where(entry, path, verwijzing)
            found[where, verwijzing] += [path] if where[: len(path)] != path else []
        for (where, verwijzing), inheriting in found.items():
            yield entry, where, verwijzing, inheriting


def _where(entry: Entry, path: Path, verwijzing: Verwijzing) -> Path:
    """The path of the `bron` that holds for the part at `path`: its own, or the nearest above it."""
    for length in range(len(path), -1, -1):
        node = node_at(entry.node, path[:length]) if entry.node else None
        if isinstance(node, Mapping) and "bron" in node.entries:
            here = (*path[:length], "bron")
            return (*here, *_index(node.entries["bron"][1], verwijzing))
    return path


def _index(node: object, verwijzing: Verwijzing) -> tuple[int, ...]:
    """Which of several sources in a list this one is."""
    if not isinstance(node, Sequence):
        return ()
    ending = verwijzing.sectie or verwijzing.bron or ""
    texts = [part.text.strip() if isinstance(part, Scalar) else "" for part in node.items]
    return next(((index,) for index, text in enumerate(texts) if text.endswith(ending)), ())
