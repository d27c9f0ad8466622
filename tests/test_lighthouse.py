"""Lighthouse on a phone: accessibility, best practices and findability are 100 on the pages that are read most."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import browser as browsers
from conftest import ROOT
from handboek.kinds import folder_name

CACHE = ROOT / ".cache" / "lighthouse"
PAGES = ["index.html", "interventies/index.html", "verschuivingskaart.html"]
OFTEN_READ = ("rol", "interventie", "methode")  # each page takes seconds; axe-core sees every kind


@pytest.fixture(scope="module")
def lighthouse() -> Path:
    """The folder of Lighthouse and what it needs, fetched with npm once."""
    for program in ("node", "npm"):
        if not shutil.which(program):
            pytest.skip(f"Lighthouse needs {program}, which is not installed here")
    modules = CACHE / "node_modules"
    if not (modules / "lighthouse" / "core" / "index.js").exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        options = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(CACHE)]
        subprocess.run(["npm", "install", *options, "lighthouse@12.8.2"], check=True, capture_output=True)
    return modules


def _middle(site: Path, kind: str) -> str:
    """Of a kind the page of middle size: axe-core sees the largest, and Lighthouse takes its time."""
    pages = [path for path in (site / folder_name(kind)).glob("*.html") if path.name != "index.html"]
    pages.sort(key=lambda path: (path.stat().st_size, path.name))
    return pages[len(pages) // 2].relative_to(site).as_posix()


def test_full_marks(lighthouse: Path, site: Path, address: str) -> None:
    paths = [*PAGES, *(_middle(site, kind) for kind in OFTEN_READ)]
    program = Path(__file__).with_name("lighthouse.mjs")
    command = ["node", str(program), str(lighthouse), str(browsers.find()), *(f"{address}/{path}" for path in paths)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
