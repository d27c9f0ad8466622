"""Each folder in gevallen/ lies over tests/voorbeeld; `handboek check` must print just its verwacht.txt.

`python tests/test_gevallen.py --bless` rewrites every verwacht.txt: read each of them before you keep it.
"""

import contextlib
import re
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from handboek.cli import cli

HERE = Path(__file__).parent
EXAMPLE = HERE / "voorbeeld"
CASES = HERE / "gevallen"
BAD = sorted(path for path in (CASES / "fout").iterdir() if path.is_dir())
GOOD = sorted(path for path in (CASES / "goed").iterdir() if path.is_dir())
UNREADABLE = "D04"  # a file that nobody may read cannot be committed; it has a test of its own


def _lay_out(case: Path, folder: Path) -> Path:
    """The example with the files of the case over it."""
    project = folder / "project"
    shutil.copytree(EXAMPLE, project)
    shutil.copytree(case, project, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns("verwacht.txt"))
    return project


def _check(project: Path) -> tuple[str, int]:
    """What `handboek check` prints on standard output in that folder, and its exit status."""
    with contextlib.chdir(project):
        result = CliRunner().invoke(cli, ["check"], catch_exceptions=False)
    return result.stdout, result.exit_code


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_bad_case(case: Path, tmp_path: Path) -> None:
    said, status = _check(_lay_out(case, tmp_path))
    assert said == (case / "verwacht.txt").read_text(encoding="utf-8")
    assert status == (1 if ": fout[" in said else 0)


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_bad_case_is_about_its_code(case: Path) -> None:
    said = re.findall(r": (?:fout|let op)\[(\w+)\]", (case / "verwacht.txt").read_text(encoding="utf-8"))
    assert case.name[:3] in said


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_good_case(case: Path, tmp_path: Path) -> None:
    assert _check(_lay_out(case, tmp_path)) == ("", 0)


def test_every_code_has_a_case() -> None:
    sources = (HERE.parent / "scripts" / "handboek").rglob("*.py")
    codes = {code for path in sources for code in re.findall(r'"([YVDRBCKL]\d\d)"', path.read_text(encoding="utf-8"))}
    assert {case.name[:3] for case in BAD} | {UNREADABLE} == codes


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "aanbellen.yml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    shutil.copytree(EXAMPLE, tmp_path / "project")
    said, status = _check(tmp_path / "project")
    assert (
        said.splitlines()[0] == f"methods/methoden/aanbellen.yml:1:1: fout[{UNREADABLE}] het bestand is niet te lezen"
    )
    assert said.count("[") == 1, "what refers to it is not reported too"
    assert status == 1


@pytest.mark.parametrize("name", ["re\nfgel.yml", "caf\udce9.yml", "café.yml", "-.yml", ".yml.yml"])
def test_strange_file_name(name: str, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "project")
    folder = tmp_path / "project" / "methods" / "begrippen"
    shutil.copyfile(folder / "wonen.yml", folder / name)
    said, status = _check(tmp_path / "project")
    assert said.count("[D01]") == (0 if name.startswith(".") else 1)
    assert len(said.splitlines()) == 2 * said.count("[D01]")
    assert status == said.count("[D01]")


def bless() -> None:
    """Write every verwacht.txt anew."""
    for case in BAD:
        with tempfile.TemporaryDirectory() as folder:
            (case / "verwacht.txt").write_text(_check(_lay_out(case, Path(folder)))[0], encoding="utf-8")


if __name__ == "__main__" and "--bless" in sys.argv:
    bless()
