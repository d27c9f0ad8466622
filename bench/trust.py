"""Whether any file brings the reader down: `python bench/trust.py [N]` (20,000 made-up files, and the worst there are).

Each file is read, typed, checked and put in the house form, as `handboek check` and `handboek format` do. Counts
tracebacks, files that take over 5 s of CPU time (a hang), and findings without a place; measures CPU time per file, and of the
worst files the memory too, each in a process of its own. Exit code 1 when a bar does not hold.
"""

import argparse
import gc
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from hypothesis import HealthCheck, Phase, given, settings

from handboek.checks import check
from handboek.house_form import house_form
from handboek.kinds import KINDS
from handboek.knowledge import Entry, KnowledgeBase
from handboek.models.basis import Item
from handboek.reading.characters import MAX_BYTES
from handboek.reading.items import type_item
from handboek.reading.reader import read
from maaksels import BOMBS, EXAMPLE, any_file

HANG = 5.0
MAX_SECONDS, MAX_MEGABYTES = 0.1, 200
FIRST = {entry.key.kind: entry for entry in EXAMPLE.entries.values()}


class Result(NamedTuple):
    """What one file cost and whether all was told: CPU seconds of reading, and how it ended."""

    seconds: float
    ended: str


def handle(kind: str, data: bytes) -> Result:
    """Do with a file all that the commands do, and as they do, without looking for garbage."""
    gc.disable()
    signal.setitimer(signal.ITIMER_VIRTUAL, HANG)
    begun = time.process_time()
    try:
        data = data[: MAX_BYTES + 1]  # as loading does
        found = read(data, "x.yml")
        typed = type_item(kind, found.fields, found.text, "x.yml") if found.fields is not None else None
        seconds = time.process_time() - begun
        findings = found.findings + (typed.findings if typed else [])
        if kind in KINDS and typed and isinstance(typed.item, Item):
            first = FIRST[kind]
            check(KnowledgeBase.of([Entry(first.key, "x.yml", typed.item, found.text), *EXAMPLE.entries.values()]))
        house_form(data, kind)
        placed = all(finding.place.line > 0 and finding.place.column > 0 for finding in findings)
        ended = ("good" if typed and typed.item else "told") if placed else "without a place"
        return Result(seconds, ended)
    except TimeoutError:
        return Result(HANG, "hang")
    except Exception:
        traceback.print_exc()
        print(f"{kind}: {data!r}", file=sys.stderr)
        return Result(0, "traceback")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        gc.enable()


def _stop(*_: object) -> None:
    raise TimeoutError


def made(number: int) -> tuple[Counter[str], float]:
    """How that many made-up files ended, and the CPU seconds of the slowest."""
    ended: Counter[str] = Counter()
    slowest = 0.0

    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(any_file)
    def run(file: tuple[str, bytes]) -> None:
        nonlocal slowest
        result = handle(*file)
        if result.seconds > MAX_SECONDS:  # what else the computer did does not count
            result = min(result, handle(*file), handle(*file))
        ended[result.ended] += 1
        slowest = max(slowest, result.seconds)

    run()
    return ended, slowest


def worst(name: str) -> tuple[float, float, str]:
    """CPU seconds and megabytes that one of the worst files takes, and how it ended."""
    handle("interventie", b"naam: x\n")  # what is made once per run is no file's cost
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result = handle("interventie", BOMBS[name])
    return result.seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, result.ended


def main() -> None:
    """Try as many files as the command line says, and the worst."""
    parser = argparse.ArgumentParser(description="Try made-up files on the reader.")
    parser.add_argument("number", type=int, nargs="?", default=20_000, help="how many (20,000)")
    number = parser.parse_args().number
    signal.signal(signal.SIGVTALRM, _stop)
    with get_context("spawn").Pool(1, signal.signal, (signal.SIGVTALRM, _stop), maxtasksperchild=1) as pool:
        costs = dict(zip(BOMBS, pool.map(worst, BOMBS, chunksize=1), strict=True))
    print("| worst files | CPU (ms) | memory (MB) | ended |\n|---|---:|---:|---|")
    for name, (seconds, megabytes, how) in costs.items():
        print(f"| {name} | {1000 * seconds:.0f} | {megabytes:.0f} | {how} |")
    ended, slowest = made(number)
    print(f"\n{sum(ended.values()):,} made-up files, slowest {1000 * slowest:.0f} ms:")
    print(", ".join(f"{name} {count:,}" for name, count in sorted(ended.items())))
    bad = [how for _, _, how in costs.values() if how not in {"good", "told"}]
    bad += [how for how in ended if how not in {"good", "told"}]
    slow = slowest > MAX_SECONDS or any(cost[0] > MAX_SECONDS or cost[1] > MAX_MEGABYTES for cost in costs.values())
    sys.exit(1 if bad or slow else 0)


if __name__ == "__main__":
    main()
