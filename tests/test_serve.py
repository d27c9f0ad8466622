"""`handboek serve` refreshes when a file changes, and keeps the last good pages while one is wrong."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, VOORBEELD

PATIENCE = 60


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the example that an author works in."""
    folder = tmp_path / "project"
    shutil.copytree(VOORBEELD, folder)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace("../../overrides", str(ROOT / "overrides")), encoding="utf-8")
    return folder


@pytest.fixture
def server(project: Path) -> Iterator[str]:
    """The address of a running `handboek serve`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "handboek", "serve", "--adres", f"127.0.0.1:{port}"]
    with (project / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=project, stdout=log, stderr=log, env=os.environ)
        yield f"http://127.0.0.1:{port}"
        process.terminate()
        process.wait()


def _until(condition: object) -> None:
    assert callable(condition)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            if condition():
                return
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail("did not happen")


def _title(server: str) -> str:
    with urllib.request.urlopen(f"{server}/methoden/aanbellen.html", timeout=10) as answer:
        return str(answer.read().decode().partition('<h1 id="inhoud">')[2].partition("</h1>")[0])


def test_serve_follows_the_author(project: Path, server: str) -> None:
    item = project / "methods" / "methoden" / "aanbellen.yml"
    good = item.read_text(encoding="utf-8")
    _until(lambda: _title(server) == "Aanbellen")
    item.write_text(good.replace("naam: Aanbellen", "naam: Overal aanbellen"), encoding="utf-8")
    _until(lambda: _title(server) == "Overal aanbellen")
    item.write_text(good.replace("soort: werkwijze", "soort: werkwijs"), encoding="utf-8")
    _until(lambda: "fout[V03]" in (project / "log").read_text(encoding="utf-8"))
    assert _title(server) == "Overal aanbellen"
    item.write_text(good, encoding="utf-8")
    _until(lambda: _title(server) == "Aanbellen")
