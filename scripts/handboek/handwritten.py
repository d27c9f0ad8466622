"""The files beside the items, written by hand: none leads out of its folder or takes the address of an item."""

import os
from collections.abc import Iterator
from pathlib import Path

from handboek.findings import Finding, Place
from handboek.kinds import LISTS, VERHUISD
from handboek.knowledge import KnowledgeBase
from handboek.loading import link_finding, shown
from handboek.walk import address

FOLDERS = ("docs", "overrides")
_PAGES = (".md", ".html")


def handwritten(root: Path, kb: KnowledgeBase) -> Iterator[Finding]:
    """What is wrong with the files in docs/ and overrides/ of the project in `root`."""
    taken = {address(entry.key.kind, entry.key.id).casefold(): entry.file for entry in kb.entries.values()}
    taken |= {one.van.casefold(): LISTS[VERHUISD] for one in kb.verhuisd}
    for folder in FOLDERS:
        for path in _files(root / folder):
            file = shown(path, root)
            if path.is_symlink():
                yield link_finding(file)
            elif folder == "docs" and path.suffix.lower() in _PAGES:
                name = path.relative_to(root / folder).with_suffix("").as_posix()
                if item := taken.get(name.casefold()):
                    yield _taken(file, item)


def pages(root: Path) -> Iterator[Path]:
    """Every page written by hand."""
    return (path for path in _files(root / "docs") if path.suffix.lower() in _PAGES and not path.is_symlink())


def _files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, and whatever is a link; links are not followed."""
    if folder.is_symlink():
        yield folder
        return
    for here, folders, files in os.walk(folder):
        folders.sort()
        yield from (Path(here, name) for name in sorted(files))
        yield from (path for name in folders if (path := Path(here, name)).is_symlink())


def _taken(file: str, item: str) -> Finding:
    tip = "Noem deze bladzijde anders; de twee zouden op de site over elkaar heen komen."
    return Finding(file, Place(), "D06", f"deze bladzijde heeft hetzelfde adres als {item}", tip)
