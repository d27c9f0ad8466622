"""From folders to the knowledge base: finds the files, reads them, and reports what does not belong."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from handboek.findings import Finding, Place
from handboek.kinds import KINDS
from handboek.knowledge import Entry, Key, KnowledgeBase, id_of
from handboek.models.basis import ID_PATROON
from handboek.reading.items import type_item
from handboek.reading.reader import read

SCHEMA_LINE = "# yaml-language-server: $schema=../../schema/{kind}.json"
RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


class Loaded(NamedTuple):
    """The knowledge base as far as the files could be read, and the findings on the way."""

    kb: KnowledgeBase
    findings: list[Finding]


def load(root: Path) -> Loaded:
    """Read every item below `root` (the project's folder). Never raises for bad content."""
    findings: list[Finding] = []
    entries: list[Entry] = []
    for kind, path in _files(root, findings):
        entry = _load_file(kind, path, root, findings)
        if entry:
            entries.append(entry)
    return Loaded(KnowledgeBase.of(entries), findings)


def _files(root: Path, findings: list[Finding]) -> Iterator[tuple[str, Path]]:
    for parent in sorted({Path(model.folder).parts[0] for model in KINDS.values()}):
        known = {model.folder for model in KINDS.values()}
        folder = root / parent
        inside = sorted(folder.iterdir()) if folder.is_dir() else []
        strays = [path for path in inside if path.relative_to(root).as_posix() not in known]
        findings += [_stray(path, root) for path in strays if not path.name.startswith(".")]
    for kind, model in KINDS.items():
        folder = root / model.folder
        if folder.is_symlink():
            findings.append(_symlink(folder, root))
            continue
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if _is_item_file(path, root, findings):
                yield kind, path


def _is_item_file(path: Path, root: Path, findings: list[Finding]) -> bool:
    if path.name.startswith("."):
        return False
    if path.is_symlink():
        findings.append(_symlink(path, root))
        return False
    if path.suffix != ".yml" or not path.is_file():
        findings.append(_stray(path, root))
        return False
    return True


def _stray(path: Path, root: Path) -> Finding:
    tip = f"Items staan als id.yml in: {', '.join(model.folder for model in KINDS.values())}."
    return Finding(path.relative_to(root).as_posix(), Place(), "D02", "hier hoort geen item", tip)


def _symlink(path: Path, root: Path) -> Finding:
    tip = "Zet het bestand zelf in de map."
    return Finding(path.relative_to(root).as_posix(), Place(), "D03", "dit is een koppeling (symbolic link)", tip)


def _load_file(kind: str, path: Path, root: Path, findings: list[Finding]) -> Entry | None:
    file = path.relative_to(root).as_posix()
    findings += _name_findings(file)
    try:
        data = path.read_bytes()
    except OSError as error:
        tip = "Kijk of het bestand er nog is en of je het mag lezen."
        findings.append(Finding(file, Place(), "D04", f"het bestand is niet te lezen ({error.strerror})", tip))
        return Entry(Key(kind, id_of(file)), file, None, None)
    findings += _schema_line_findings(data, kind, file)
    found = read(data, file)
    findings += found.findings
    if found.root is None:
        return Entry(Key(kind, id_of(file)), file, None, None)
    typed = type_item(kind, found.root, file)
    findings += typed.findings
    return Entry(Key(kind, id_of(file)), file, typed.item, found.root)


def _name_findings(file: str) -> list[Finding]:
    name = id_of(file)
    tip = "De bestandsnaam is de id: kleine letters, cijfers en streepjes, zoals van-aanbod-naar-vraag.yml."
    if not re.match(ID_PATROON, name) or len(name) > 80:
        return [Finding(file, Place(), "D01", f"‘{name}’ is geen goede id", tip)]
    if name in RESERVED:
        return [Finding(file, Place(), "D01", f"‘{name}’ is een naam die computers zelf gebruiken", tip)]
    return []


def _schema_line_findings(data: bytes, kind: str, file: str) -> list[Finding]:
    wanted = SCHEMA_LINE.format(kind=kind)
    first = data.split(b"\n", 1)[0].decode("utf-8", "replace").strip().lstrip("\ufeff")
    if first == wanted:
        return []
    return [Finding(file, Place(), "D05", "de eerste regel wijst niet naar het schema", f"Zet bovenaan: {wanted}")]
