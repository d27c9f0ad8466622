"""`handboek build` by itself and among others: killed at any moment, three at once, out of room."""

import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "bench"))

from kills import digest, kill_builds, project, time_of

COMMAND = [sys.executable, "-m", "handboek", "build", "--site", "../site"]


def test_a_killed_build_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    found = kill_builds(20, tmp_path, seed=3)
    assert found["old"] + found["new"] == 20
    assert found["left something behind"], "some builds were killed in the middle"
    assert not found["not tidied"], "the next build removes what a killed one left"


WAITING = """
import time
from pathlib import Path
from handboek.cli import main
from handboek.engines import mkdocs_engine

build = mkdocs_engine.build

def when_told(*arguments):
    while not Path("../go").exists():
        time.sleep(0.01)
    build(*arguments)

mkdocs_engine.build = when_told
main()
"""


def test_of_three_builds_at_once_one_wins(tmp_path: Path) -> None:
    """The one that has the lock goes on only when the other two have ended."""
    root = project(tmp_path / "project", "drie")
    command = [sys.executable, "-c", WAITING, *COMMAND[3:]]
    builds = [subprocess.Popen(command, cwd=root, stderr=subprocess.DEVNULL) for _ in range(3)]
    while sum(build.poll() is not None for build in builds) < 2:
        time.sleep(0.05)
    (tmp_path / "go").touch()
    assert Counter(build.wait() for build in builds) == {0: 1, 75: 2}
    together = digest(tmp_path / "site")
    time_of(root, tmp_path / "site")
    assert digest(tmp_path / "site") == together, "the winner's site is whole"


@pytest.mark.parametrize("blocks", [1, 40, 200])
def test_without_room_the_old_site_stays(tmp_path: Path, blocks: int) -> None:
    """No file may grow beyond that many kB: the build stops at another file each time."""
    root = project(tmp_path / "project", "vol")
    time_of(root, tmp_path / "site")
    before = digest(tmp_path / "site")
    limited = ["bash", "-c", f'ulimit -f {blocks}; exec "$@"', "bash", *COMMAND]
    result = subprocess.run(limited, cwd=root, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "de site is niet te schrijven: een bestand wordt groter dan hier mag" in result.stderr
    assert digest(tmp_path / "site") == before
    assert {path.name for path in tmp_path.iterdir()} == {"project", "site", ".site.lock"}
