"""From folders to the knowledge base: finds the files, reads them, and reports what does not belong."""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from handboek.findings import Finding, Place
from handboek.kinds import KINDS, LISTS, MODELS, SYNONIEMEN, TOEGESTAAN, VERGELIJKINGEN, VERHUISD
from handboek.knowledge import Entry, Key, KnowledgeBase, id_of
from handboek.models.basis import Item, Model
from handboek.models.synoniemen import Synoniemen
from handboek.models.toegestaan import Toegestaan
from handboek.models.vergelijkingen import Vergelijkingen
from handboek.models.verhuisd import Verhuisd
from handboek.models.waarden import ID_PATROON
from handboek.reading.characters import MAX_BYTES
from handboek.reading.items import type_item
from handboek.reading.reader import read

PLACES = {kind: f"{model.folder}/" for kind, model in KINDS.items()} | LISTS
FOLDERS = tuple(model.folder for model in KINDS.values())
RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def schema_line(kind: str) -> str:
    """The first line of a file of this kind, which tells editors where its schema stands."""
    return f"# yaml-language-server: $schema={'../' * PLACES[kind].count('/')}schema/{kind}.json"


_KIND_OF_LINE = {schema_line(kind): kind for kind in MODELS}


class Loaded(NamedTuple):
    """The knowledge base as far as the files could be read, the findings on the way, and whether every folder opened."""

    kb: KnowledgeBase
    findings: list[Finding]
    whole: bool


def load(root: Path) -> Loaded:
    """Read every item below `root` (the project's folder). Never raises for bad content.

    Whatever stands in a folder of items takes its id, so that what refers to it is not reported too.
    """
    findings = list(_strays(root))
    entries = []
    for kind, model in KINDS.items():
        folder = root / model.folder
        linked = folder.is_symlink() or folder.parent.is_symlink()
        for path in _listed(folder):
            file = shown(path, root)
            refused = None if linked else _refused(path, file)
            if linked or refused:
                entries.append(Entry(Key(kind, _slug(id_of(file))), file, None, None))
                findings += [refused] if refused else []
            else:
                entries.append(_load_file(kind, path, file, findings))
    lists, typed = _lists(root, findings)
    synoniemen, vergelijkingen = typed.get(SYNONIEMEN), typed.get(VERGELIJKINGEN)
    toegestaan, verhuisd = typed.get(TOEGESTAAN), typed.get(VERHUISD)
    kb = KnowledgeBase.of(
        entries,
        synoniemen.groepen if isinstance(synoniemen, Synoniemen) else (),
        vergelijkingen.vergelijkingen if isinstance(vergelijkingen, Vergelijkingen) else (),
        lists,
        toegestaan.toegestaan if isinstance(toegestaan, Toegestaan) else (),
        verhuisd.verhuisd if isinstance(verhuisd, Verhuisd) else (),
    )
    whole = not any(_closed(root / folder) for folder in FOLDERS)
    return Loaded(kb, findings, whole)


def shown(path: Path, root: Path) -> str:
    """The path from the project's folder, with a sign for what cannot be shown of a name."""
    name = path.as_posix()[len(root.as_posix()) :].lstrip("/")
    if name.isprintable():
        return name
    name = os.fsencode(name).decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def _closed(folder: Path) -> OSError | None:
    """Why a folder does not show what it holds."""
    try:
        any(folder.iterdir() if folder.is_dir() else ())
    except OSError as error:
        return error
    return None


def _listed(folder: Path) -> list[Path]:
    """What stands in a folder, hidden files left out; nothing when there is no such folder or nobody may look in."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []


def _strays(root: Path) -> Iterator[Finding]:
    """What stands beside the folders of items, and folders that are links."""
    for parent in sorted({root / PurePosixPath(folder).parent for folder in FOLDERS}):
        for path in (parent, *_listed(parent)):
            file = shown(path, root)
            if path.is_symlink():
                yield link_finding(file)
            elif closed := _closed(path):
                yield _unreadable(file, "deze map", closed)
            elif path != parent and not (file in FOLDERS and path.is_dir()) and file not in LISTS.values():
                yield _stray(file, names_it=False)


def _refused(path: Path, file: str) -> Finding | None:
    if path.is_symlink():
        return link_finding(file)
    if path.suffix != ".yml" or not path.is_file():
        return _stray(file, names_it=path.is_file())
    return name_finding(file, id_of(file))


def _unreadable(file: str, what: str, error: OSError) -> Finding:
    tip = f"Kijk of {what} er nog is en of je het mag lezen; de computer zegt: {error.strerror}."
    return Finding(file, Place(), "D04", f"{what} is niet te lezen", tip)


def _stray(file: str, *, names_it: bool) -> Finding:
    """What does not belong where it stands; `names_it`: it may be an item whose name ends wrongly."""
    name = f"{_slug(id_of(file))}.yml"
    tip = f"Items staan als id.yml in: {', '.join(FOLDERS)}."
    if names_it and PurePosixPath(file).suffix.lower() in {".yaml", ".yml"}:
        tip = f"Noem het bestand {name}."
    return Finding(file, Place(), "D02", "dit hoort hier niet", tip)


def link_finding(file: str) -> Finding:
    """A link, which may lead anywhere, where a file or folder belongs."""
    return Finding(file, Place(), "D03", "dit is een koppeling (symbolic link)", "Zet hier het bestand of de map zelf.")


def name_finding(file: str, name: str) -> Finding | None:
    """What is wrong with a name as the id of an item."""
    if not re.fullmatch(ID_PATROON, name):
        tip = f"Noem het bestand {_slug(name) or 'van-aanbod-naar-vraag'}.yml: kleine letters, cijfers en streepjes."
        return Finding(file, Place(), "D01", f"‘{name}’ is geen goede id", tip)
    if len(name) > 80:
        return Finding(file, Place(), "D01", f"‘{name}’ is te lang voor een id", "Kort de naam in tot 80 tekens.")
    if name in RESERVED:
        tip = f"Kies een andere naam, zoals {name}-1.yml."
        return Finding(file, Place(), "D01", f"‘{name}’ is een naam die computers zelf gebruiken", tip)
    return None


def _slug(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", letters))


def _load_file(kind: str, path: Path, file: str, findings: list[Finding]) -> Entry:
    text, item = _contents(kind, path, file, findings)
    assert item is None or isinstance(item, Item)
    return Entry(Key(kind, id_of(file)), file, item, text)


def _lists(root: Path, findings: list[Finding]) -> tuple[dict[str, Entry], dict[str, Model | None]]:
    """The files that hold no item, as far as they are there: where each stands, and what it says."""
    entries: dict[str, Entry] = {}
    typed: dict[str, Model | None] = {}
    for kind, file in LISTS.items():
        path = root / file
        if path.exists() and not path.is_symlink() and not path.parent.is_symlink():
            text, typed[kind] = _contents(kind, path, file, findings)
            entries[kind] = Entry(Key(kind, ""), file, None, text)
    return entries, typed


def _contents(kind: str, path: Path, file: str, findings: list[Finding]) -> tuple[str | None, Model | None]:
    """What a file says, as text and typed, each None when it could not be read; adds what is wrong with it."""
    try:
        with path.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    except OSError as error:
        findings.append(_unreadable(file, "het bestand", error))
        return None, None
    found = read(data, file)
    findings += found.findings
    said = _kind_said(data)
    if said != kind and not any(finding.place.line == 1 for finding in found.findings):
        findings.append(_other_kind(file, kind, said))
    if found.fields is None:
        return None, None
    typed = type_item(kind, found.fields, found.text, file)
    if said in {kind, None}:
        findings += typed.findings
    return found.text, typed.item


def _kind_said(data: bytes) -> str | None:
    """The kind whose schema the first line names."""
    return _KIND_OF_LINE.get(data.split(b"\n", 1)[0].decode("utf-8-sig", "replace").strip())


def _other_kind(file: str, kind: str, said: str | None) -> Finding:
    wanted = schema_line(kind)
    if said is None:
        tip = f"Draai `handboek format`, of zet bovenaan: {wanted}"
        return Finding(file, Place(), "D05", "de eerste regel wijst niet naar het schema", tip)
    message = f"volgens de eerste regel is dit: {said}, maar in deze map hoort: {kind}"
    tip = f"Zet het bestand in {PLACES[said].rstrip('/')}, of zet bovenaan: {wanted}"
    return Finding(file, Place(), "D05", message, tip)
