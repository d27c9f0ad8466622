"""The same sources give the same bytes: whoever builds, where, when, and in what language."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import ROOT, VOORBEELD
from handboek import verifying
from handboek.cli import cli
from handboek.verifying import DifferentError, build_elsewhere, check_same

LATER = """
import datetime, time
_shift, _now = 400 * 86400, time.time
time.time = lambda: _now() + _shift
class _Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(time.time())
datetime.datetime = _Later
"""
"""A clock that is more than a year ahead, from the start of the program on."""

ENVIRONMENTS: dict[str, tuple[dict[str, str], int]] = {
    "as it is": ({}, 0o022),
    "another time zone": ({"TZ": "Pacific/Kiritimati"}, 0o022),
    "another language": ({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, 0o022),
    "no language": ({"LC_ALL": "C", "PYTHONUTF8": "0"}, 0o022),
    "files for the builder alone": ({}, 0o077),
    "another order of what has none": ({"PYTHONHASHSEED": "4711"}, 0o022),
    "another year": ({"PYTHONPATH": "later"}, 0o022),
}


def _built(place: Path, variables: dict[str, str], umask: int) -> str:
    """Put the example among the real pages in a folder, build it there, and give one hash of the site: names, rights, bytes."""
    for folder in ("docs", "overrides"):
        shutil.copytree(ROOT / folder, place / folder)
    for folder in ("methods", "profiles"):
        shutil.copytree(VOORBEELD / folder, place / folder)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (place / "mkdocs.yml").write_text(f"{settings}site_url: https://voorbeeld.nl/\n", encoding="utf-8")
    (place / "later").mkdir()
    (place / "later" / "sitecustomize.py").write_text(LATER, encoding="utf-8")
    later = [str(place / "later")] if "PYTHONPATH" in variables else []
    path = os.pathsep.join([*later, str(ROOT / "scripts")])
    env = {name: value for name, value in os.environ.items() if name not in {"SOURCE_DATE_EPOCH", "PYTHONHASHSEED"}}
    command = [sys.executable, "-m", "handboek", "build", "--gz"]
    subprocess.run(command, cwd=place, env=env | variables | {"PYTHONPATH": path}, umask=umask, check=True)
    return _hash(place / "site")


def _hash(site: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        kind = f"{path.relative_to(site).as_posix()} {path.stat().st_mode:o}\n"
        whole.update(kind.encode() + (path.read_bytes() if path.is_file() else b""))
    return whole.hexdigest()


def test_the_same_bytes_in_every_environment(tmp_path: Path) -> None:
    found = {name: _built(tmp_path / str(n), *said) for n, (name, said) in enumerate(ENVIRONMENTS.items())}
    assert len(found) >= 5
    assert len(set(found.values())) == 1, found


def test_the_real_content_built_elsewhere_is_the_same(site: Path, tmp_path: Path) -> None:
    build_elsewhere(ROOT, tmp_path / "site", [])
    check_same(site, tmp_path / "site")


def test_the_first_file_that_differs_is_named(tmp_path: Path) -> None:
    one, other = tmp_path / "een", tmp_path / "ander"
    for folder in (one, other):
        (folder / "rollen").mkdir(parents=True)
        (folder / "rollen" / "gids.html").write_text("x", encoding="utf-8")
    check_same(one, other)
    (other / "weg.html").write_text("x", encoding="utf-8")
    with pytest.raises(DifferentError, match=r"weg\.html is er maar één keer"):
        check_same(one, other)
    (other / "rollen" / "gids.html").write_text("y", encoding="utf-8")
    with pytest.raises(DifferentError, match=r"rollen/gids\.html verschilt"):
        check_same(one, other)


def test_a_site_that_differs_is_not_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def differs(*_: Path) -> None:
        raise DifferentError("over.html verschilt")

    monkeypatch.setattr(verifying, "build_elsewhere", lambda *_: None)
    monkeypatch.setattr(verifying, "check_same", differs)
    monkeypatch.chdir(VOORBEELD)
    done = CliRunner().invoke(cli, ["build", "--site", str(tmp_path / "site"), "--verify"])
    assert done.exit_code == 70
    assert "over.html verschilt" in done.stderr
    assert "de oude site blijft staan" in done.stderr
    assert not (tmp_path / "site").exists()
