"""Whether the sources alone decide what is in the site: a second build, in other surroundings, must give the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "12345", "NO_MKDOCS_2_WARNING": "1"}
"""Another time zone, language and order of what has no order than those of most builders."""


class DifferentError(Exception):
    """A second build gave something else; the message names the first file that differs."""


def build_elsewhere(root: Path, site: Path, options: list[str]) -> None:
    """Build the project in `root` once more, by another process with surroundings of its own."""
    command = [sys.executable, "-m", "handboek", "build", "--site", str(site), *options]
    done = subprocess.run(
        command, cwd=root, env=os.environ | ELSEWHERE, umask=0o077, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise DifferentError(f"de tweede bouw mislukt:\n{done.stderr.strip()}")


def check_same(site: Path, other: Path) -> None:
    """Raise DifferentError with the first file, by name, that is not the same in both folders."""
    names = sorted(
        {path.relative_to(folder) for folder in (site, other) for path in folder.rglob("*") if path.is_file()}
    )
    for name in names:
        here, there = site / name, other / name
        if not (here.is_file() and there.is_file()):
            raise DifferentError(f"{name.as_posix()} is er maar één keer")
        if here.read_bytes() != there.read_bytes():
            raise DifferentError(f"{name.as_posix()} verschilt")
