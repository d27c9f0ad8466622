"""Whether a build that is killed ever leaves a broken site: `python bench/kills.py [N [SEED]]` (200).

Two handbooks are built in turn over the same site, and each build is killed (SIGKILL) at a random moment: half of
them anywhere, half around the moment at which the new site takes the place of the old one. After each kill the
site must be, byte for byte, the whole old or the whole new one. Prints what was found; exit code 1 when one was not.
"""

import hashlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from handboek.engines import mkdocs_engine
from handboek.loading import load
from handboek.publishing import publish

ROOT = Path(__file__).resolve().parent.parent
Digest = str


class Timing(NamedTuple):
    """Seconds from the start of a build until the new site stands, and until the build ends."""

    exchanged: float
    ended: float


def project(folder: Path, name: str) -> Path:
    """The small example within the frame of the real handbook, under this name."""
    shutil.copytree(ROOT / "tests" / "voorbeeld", folder)
    for part in ("docs", "overrides"):
        shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    lines = [f"site_name: {name}\n" if line.startswith("site_name:") else line for line in config]
    (folder / "mkdocs.yml").write_text("".join(lines), encoding="utf-8")
    return folder


def digest(folder: Path) -> Digest:
    """One number for every name and byte below a folder; of nothing when there is none."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(f"{path.relative_to(folder)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def start(root: Path, site: Path) -> int:
    """Begin a build in a process of its own; its number."""
    pid = os.fork()
    if pid:
        return pid
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        publish(root, site, lambda folder: mkdocs_engine.build(root, folder, load(root).kb))
    except BaseException:
        os._exit(1)
    os._exit(0)


def time_of(root: Path, site: Path) -> Timing:
    """How long a build takes when nothing disturbs it."""
    inode = site.stat().st_ino if site.exists() else 0
    begun = time.monotonic()
    pid = start(root, site)
    exchanged = None
    while not os.waitpid(pid, os.WNOHANG)[0]:
        if exchanged is None and site.exists() and site.stat().st_ino != inode:
            exchanged = time.monotonic() - begun
        time.sleep(0.001)
    ended = time.monotonic() - begun
    return Timing(exchanged or ended, ended)


def moment(luck: random.Random, timing: Timing) -> Callable[[Path, Path], None]:
    """Wait for a random moment of a build: anywhere, or around the exchange."""
    anywhere, after = luck.random() < 0.5, luck.random()

    def wait(site: Path, fresh: Path) -> None:
        if anywhere:
            time.sleep(after * timing.ended)
            return
        inode, until = site.stat().st_ino, time.monotonic() + 4 * timing.ended
        while not (fresh / "data" / "zoekrecords.json").exists() and time.monotonic() < until:
            time.sleep(0.0005)
        if after < 0.5:
            while site.stat().st_ino == inode and time.monotonic() < until:
                pass
            time.sleep(0.02 * after)
        else:
            time.sleep((after - 0.5) * 2 * max(timing.ended - timing.exchanged, 0.2))

    return wait


def kill_builds(number: int, folder: Path, seed: int) -> Counter[str]:
    """Kill that many builds; how often the site was the old one, the new one, or anything else."""
    luck, site = random.Random(seed), folder / "site"
    roots = [project(folder / name, name) for name in ("een", "twee")]
    whole = []
    for root in roots:
        timing = time_of(root, site)
        whole.append(digest(site))
    assert whole[0] != whole[1]
    found: Counter[str] = Counter()
    for done in range(number):
        print(f"\r{done} of {number}", end="", file=sys.stderr, flush=True)
        old = whole.index(digest(site))
        wait = moment(luck, timing)
        pid = start(roots[1 - old], site)
        wait(site, folder / ".site.nieuw")
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        now = digest(site)
        found["old" if now == whole[old] else "new" if now in whole else "broken"] += 1
        found["left something behind"] += (folder / ".site.nieuw").exists()
        if now not in whole:
            time_of(roots[old], site)
    time_of(roots[0], site)
    found["not tidied"] = sum(path.name not in {"site", ".site.lock", "een", "twee"} for path in folder.iterdir())
    return found


def main() -> None:
    """Kill as many builds as the command line says."""
    number, seed = (int(word) for word in (*sys.argv[1:], *("200", "7")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory(prefix="handboek-kills-") as folder:
        found = kill_builds(number, Path(folder), seed)
    print(f"{number} builds killed:", ", ".join(f"{name} {count}" for name, count in sorted(found.items())))
    sys.exit(1 if found["broken"] or found["not tidied"] else 0)


if __name__ == "__main__":
    main()
