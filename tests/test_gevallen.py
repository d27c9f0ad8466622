"""The catalogue of bad and surprising inputs: what `handboek` says of each, to the letter, and its exit status.

Each folder in gevallen/ lies over tests/voorbeeld; `handboek check` must print just its verwacht.txt, and of a good
one understand what betekent.json says: all that differs from the example. What git cannot hold is made by
gemaakte_gevallen.py, and gevallen/gemaakt/ holds what is said of it.
`python tests/test_gevallen.py --bless` rewrites what is expected: read all of it before you keep it.
"""

import contextlib
import io
import json
import logging
import re
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from gemaakte_gevallen import MADE, Made
from handboek import cli
from handboek.loading import load

HERE = Path(__file__).parent
EXAMPLE = HERE / "voorbeeld"
CASES = HERE / "gevallen"
BAD = sorted(path for path in (CASES / "fout").iterdir() if path.is_dir())
GOOD = sorted(path for path in (CASES / "goed").iterdir() if path.is_dir())
UNREADABLE = "D04"  # a file that nobody may read cannot be committed; it is made
EXPECTED = ("verwacht.txt", "betekent.json")
GROUPS = {
    "adressen": r"adressen-|D06|D01-(gereserveerd|windows)|V03-adres|R01-id-van-windows",
    "bouwen": r"bouwen-",
    "bestanden": r"bestanden-|Y06|D0[2-5]",
    "waarden": r"waarden-|V05|V0[34]-(afwezig|getal|datum|half-getal|leeg|lege|null|waarde)",
    "tekens": r"tekens-|Y0[1245]|Y1[67]",
    "structuur": r"structuur-|Y0[37-9]|Y1[0-58]",
    "velden": r"velden-|V0",
    "samenhang": r"samenhang-|[RBCKLP]0|D01",
}
"""Which group a case belongs to: the first whose pattern its name begins with."""


def _lay_out(case: Path, folder: Path) -> Path:
    """The example with the files of the case over it."""
    project = folder / "project"
    shutil.copytree(EXAMPLE, project)
    ignored = shutil.ignore_patterns(*EXPECTED)
    shutil.copytree(case, project, symlinks=True, dirs_exist_ok=True, ignore=ignored)
    return project


def _run(project: Path, *command: str) -> tuple[str, int]:
    """What `handboek` prints in that folder, without counts, MkDocs' own log and names of this computer; its status."""
    said, status, argv = io.StringIO(), 0, sys.argv
    with contextlib.chdir(project), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        logging.disable()
        try:
            sys.argv = ["handboek", *command]
            cli.main()
        except SystemExit as stop:
            status = int(stop.code or 0)
        finally:
            sys.argv = argv
            logging.disable(logging.NOTSET)
    lines = (line for line in said.getvalue().splitlines(keepends=True) if " items nagekeken: " not in line)
    return "".join(lines).replace(str(project.resolve()), "PROJECT"), status


def _meaning(project: Path) -> dict[str, Any]:
    """What differs from the example in what the items say: file → field → value."""
    items, example = (
        {
            entry.file: entry.item.model_dump(mode="json", by_alias=True)
            for entry in load(root).kb.entries.values()
            if entry.item
        }
        for root in (project, EXAMPLE)
    )
    told = {
        file: {field: value for field, value in item.items() if value != example.get(file, {}).get(field)}
        for file, item in items.items()
    }
    return {file: fields for file, fields in told.items() if fields}


def _run_made(case: Made, folder: Path, patch: pytest.MonkeyPatch) -> tuple[str, int, bool]:
    """What is said of a made case, its exit status, and whether a site that stood there is as it was."""
    project = folder / "project"
    shutil.copytree(EXAMPLE, project)
    with contextlib.chdir(project):
        undo = case.make(patch)
        before = _tree(project / "site")
        try:
            said, status = _run(project, *case.command)
        finally:
            patch.undo()
            if callable(undo):
                undo()
    return said, status, _tree(project / "site") == before


def _tree(folder: Path) -> dict[str, bytes]:
    files = folder.rglob("*") if folder.is_dir() else [folder] if folder.is_file() else []
    return {
        path.name if path == folder else path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if path.is_file()
    }


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_bad_case(case: Path, tmp_path: Path) -> None:
    said, status = _run(_lay_out(case, tmp_path), "check")
    assert said == (case / "verwacht.txt").read_text(encoding="utf-8")
    assert status == (1 if ": fout[" in said else 0)


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_bad_case_is_about_its_code(case: Path) -> None:
    said = re.findall(r": (?:fout|let op)\[(\w+)\]", (case / "verwacht.txt").read_text(encoding="utf-8"))
    assert case.name[:3] in said


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_good_case(case: Path, tmp_path: Path) -> None:
    project = _lay_out(case, tmp_path)
    meant = case / "betekent.json"
    assert _run(project, "check") == ("", 0)
    assert _meaning(project) == (json.loads(meant.read_text(encoding="utf-8")) if meant.exists() else {})


@pytest.mark.parametrize("case", MADE, ids=lambda case: case.name)
def test_made_case(case: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said, status, kept = _run_made(case, tmp_path, monkeypatch)
    assert (said, status) == ((CASES / "gemaakt" / f"{case.name}.txt").read_text(encoding="utf-8"), case.status)
    assert kept or status == 0, "what stood where the site comes is as it was, to the byte"


def test_the_catalogue_holds_every_group() -> None:
    names = [case.name for case in (*BAD, *GOOD, *MADE)]
    assert len(names) == len(set(names)) >= 140
    groups = {name: [group for group, pattern in GROUPS.items() if re.match(pattern, name)] for name in names}
    assert not [name for name, found in groups.items() if not found], "without a group"
    assert min(Counter(found[0] for found in groups.values()).values()) >= 10
    assert {path.stem for path in (CASES / "gemaakt").iterdir()} == {case.name for case in MADE}


def test_every_code_has_a_case() -> None:
    sources = (HERE.parent / "scripts" / "handboek").rglob("*.py")
    codes = {code for path in sources for code in re.findall(r'"([YVDRBCKLP]\d\d)"', path.read_text(encoding="utf-8"))}
    assert {case.name[:3] for case in BAD} | {UNREADABLE} == codes


def bless() -> None:
    """Write everything that is expected anew."""
    shutil.rmtree(CASES / "gemaakt", ignore_errors=True)
    (CASES / "gemaakt").mkdir()
    for case in (*BAD, *GOOD, *MADE):
        with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
            folder = Path(name)
            if isinstance(case, Made):
                said, status, _ = _run_made(case, folder, patch)
                (CASES / "gemaakt" / f"{case.name}.txt").write_text(said, encoding="utf-8")
                if status != case.status:
                    print(f"{case.name}: {status}, not {case.status}")
            elif case in BAD:
                (case / "verwacht.txt").write_text(_run(_lay_out(case, folder), "check")[0], encoding="utf-8")
            elif meaning := _meaning(_lay_out(case, folder)):
                text = json.dumps(meaning, ensure_ascii=False, indent=2) + "\n"
                (case / "betekent.json").write_text(text, encoding="utf-8")


if __name__ == "__main__" and "--bless" in sys.argv:
    bless()
