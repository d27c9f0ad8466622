"""Other handbooks made with this generator: their records are searched along, from a copy of their site on this computer."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from handboek.zoeken.records import Record, Section

RECORDS_FILE = "data/zoekrecords.json"


class SettingsError(Exception):
    """What is wrong in the settings of the site, in Dutch, for whoever wrote them."""


class Elsewhere(NamedTuple):
    """Another handbook: its name, its address up to and including the last slash, and its records."""

    name: str
    address: str
    records: tuple[Record, ...]


def elsewhere(rows: Iterable[Mapping[str, str]], root: Path) -> tuple[Elsewhere, ...]:
    """The handbooks of the setting `handboeken`: `naam`, `adres` and `kopie`, a folder as seen from `root`."""
    return tuple(_read(row, root) for row in rows)


def _read(row: Mapping[str, str], root: Path) -> Elsewhere:
    if missing := {"naam", "adres", "kopie"} - set(row):
        raise SettingsError(f"bij `handboeken` in mkdocs.yml ontbreekt: {', '.join(sorted(missing))}")
    if not row["adres"].startswith(("https://", "http://")):
        raise SettingsError(f"het adres van ‘{row['naam']}’ in mkdocs.yml begint niet met https://: {row['adres']}")
    path = root / row["kopie"] / RECORDS_FILE
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        records = tuple(_record(each) for each in found)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(
            f"de kopie van ‘{row['naam']}’ heeft geen leesbaar {RECORDS_FILE}: {row['kopie']}"
        ) from error
    return Elsewhere(row["naam"], f"{row['adres'].rstrip('/')}/", records)


def _record(row: dict[str, Any]) -> Record:
    sections = tuple(Section(*part) for part in row["sections"])
    lists = {name: tuple(row[name]) for name in ("words", "situations", "roles", "themes")}
    return Record(**(row | lists | {"sections": sections}))


def records_text(records: Iterable[Record]) -> str:
    """Records as the file that other handbooks read."""
    return json.dumps([record._asdict() for record in records], ensure_ascii=False, separators=(",", ":")) + "\n"
