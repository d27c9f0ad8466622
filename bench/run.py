"""Whether the handbook is as fast as promised: `python bench/run.py [--part build|linear|check] [--rounds N]`.

Measures CPU time (user and system, of a command and all that it starts), never the clock: other work on
the computer hardly changes it. Every round runs each command once, so that all meet the same computer;
the median of the rounds' ratios counts. Prints a Markdown table; exit code 1 when a bar does not hold.
"""

import argparse
import compileall
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import handboek
from generate import copy_frame, generate
from handboek.kinds import KINDS
from handboek.loading import load
from handboek.pages.overviews import HUBS
from handboek.pages.render import render_hub
from handboek.site import staged_pages

BIN = Path(sys.executable).parent
SMALL, LARGE = 1_000, 5_000
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


class Runner(NamedTuple):
    """Something to measure: the commands that a user would give, one after another, in a folder."""

    commands: tuple[tuple[str, ...], ...]
    folder: Path


class Bar(NamedTuple):
    """A promise: the ratio of two amounts, and the most or least that it may be."""

    part: str
    promise: str
    ratio: Callable[[dict[str, float]], float]
    limit: float
    at_most: bool
    needs: tuple[str, ...]

    def holds(self, ratio: float) -> bool:
        """Whether the promise is kept."""
        return ratio <= self.limit if self.at_most else ratio >= self.limit


BARS = (
    Bar(
        "build",
        f"`handboek build` of {SMALL:,} items against `mkdocs build` of the hand-written pages and hubs alone",
        lambda cpu: cpu["build 1000"] / cpu["mkdocs, hubs"],
        3,
        True,
        ("mkdocs, hubs", "mkdocs, empty shells", "build 1000"),
    ),
    Bar(
        "linear",
        f"`handboek build` of {LARGE:,} items against {SMALL:,}, both less the build of an empty handbook",
        lambda cpu: (cpu["build 5000"] - cpu["build 0"]) / (cpu["build 1000"] - cpu["build 0"]),
        5.5,
        True,
        ("build 0", "build 1000", "build 5000"),
    ),
    Bar(
        "check",
        f"`check-jsonschema` of {SMALL:,} items, kind by kind, against `handboek check`",
        lambda cpu: cpu["check-jsonschema 1000"] / cpu["check 1000"],
        10,
        False,
        ("check-jsonschema 1000", "check 1000"),
    ),
)


def runners(folder: Path, needed: set[str]) -> dict[str, Runner]:
    """What the bars need, with the projects that it works on written below `folder`."""
    build, check = ((str(BIN / "handboek"), "build"),), ((str(BIN / "handboek"), "check"),)
    empty, small, large, hubs, shells = (folder / name for name in ("empty", "small", "large", "hubs", "shells"))
    if {"build 1000", "check 1000"} & needed:
        generate(SMALL, small)
    if "build 0" in needed:
        generate(0, empty)
        generate(LARGE, large)
    if "mkdocs, hubs" in needed:
        _write_frame(hubs, hub_pages(small))
        _write_frame(shells, staged_pages())
    known = {
        "mkdocs, hubs": Runner(((str(BIN / "mkdocs"), "build"),), hubs),
        "mkdocs, empty shells": Runner(((str(BIN / "mkdocs"), "build"),), shells),
        "build 0": Runner(build, empty),
        "build 1000": Runner(build, small),
        "build 5000": Runner(build, large),
        "check 1000": Runner(check, small),
        "check-jsonschema 1000": Runner(_schema_commands(small), small),
    }
    return {name: runner for name, runner in known.items() if name in needed}


def hub_pages(project: Path) -> dict[str, str]:
    """The overviews of a project with all that they say, as ordinary Markdown pages: path → text."""
    kb = load(project).kb
    bodies = {hub: render_hub(kb, hub, "Bench").body for hub in HUBS}
    return {
        hub.path.removesuffix(".html")
        + ".md": f"---\ntitle: {hub.title}\n---\n\n<div>\n{_without_blank_lines(body)}\n</div>\n"
        for hub, body in bodies.items()
    }


def _without_blank_lines(body: str) -> str:
    """HTML that Markdown takes as one block: a blank line would end it."""
    return "\n".join(line for line in body.splitlines() if line.strip())


def _write_frame(folder: Path, pages: dict[str, str]) -> None:
    """The hand-written pages and these pages as a plain MkDocs project, no plugin of ours."""
    copy_frame(folder)
    config = folder / "mkdocs.yml"
    lines = config.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if line.strip() != "- handboek"]
    assert len(kept) == len(lines) - 1
    config.write_text("".join(kept), encoding="utf-8")
    for path, text in pages.items():
        page = folder / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")


def _schema_commands(folder: Path) -> tuple[tuple[str, ...], ...]:
    """One call for each kind, over all of its files."""
    return tuple(
        (
            str(BIN / "check-jsonschema"),
            "--schemafile",
            f"schema/{kind}.json",
            *(path.relative_to(folder).as_posix() for path in sorted((folder / model.folder).glob("*.yml"))),
        )
        for kind, model in KINDS.items()
    )


def cpu_seconds(runner: Runner) -> float:
    """The CPU time of one run; ends the benchmark when a command fails."""
    return sum(_cpu_seconds(command, runner.folder) for command in runner.commands)


def _cpu_seconds(command: tuple[str, ...], folder: Path) -> float:
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.exit(f"{' '.join(command[:3])} in {folder} failed:\n{output.read().decode()[-2000:]}")
    return usage.ru_utime + usage.ru_stime


def measure(measured: dict[str, Runner], rounds: int) -> dict[str, list[float]]:
    """The CPU times of every runner, one for each round."""
    times: dict[str, list[float]] = {name: [] for name in measured}
    for number in range(1, rounds + 1):
        for name, runner in measured.items():
            times[name].append(cpu_seconds(runner))
        print(f"round {number} of {rounds}", file=sys.stderr)
    return times


def report(bars: list[Bar], times: dict[str, list[float]]) -> bool:
    """Print what was measured and whether every bar holds.

    A ratio is the median of those of the rounds: what the computer does besides lasts for minutes, and
    touches all of a round.
    """
    print("| command | CPU, median (s) | lowest – highest (s) |\n|---|---:|---:|")
    for name, found in times.items():
        print(f"| {name} | {median(found):.2f} | {min(found):.2f} – {max(found):.2f} |")
    rounds = [dict(zip(times, row, strict=True)) for row in zip(*times.values(), strict=True)]
    print("\n| part | promise | ratio | bar | holds |\n|---|---|---:|---:|---|")
    kept = []
    for bar in bars:
        ratio = median(bar.ratio(cpu) for cpu in rounds)
        kept.append(bar.holds(ratio))
        sign = "≤" if bar.at_most else "≥"
        print(f"| {bar.part} | {bar.promise} | {ratio:.2f} | {sign} {bar.limit:g} | {'yes' if kept[-1] else 'NO'} |")
    return all(kept)


def main() -> None:
    """Measure the parts that the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure the CPU time of the handbook against its bars.")
    parser.add_argument("--part", action="append", choices=[bar.part for bar in BARS], help="only this part (repeat)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each command runs (5)")
    arguments = parser.parse_args()
    if arguments.rounds < 1:
        parser.error("--rounds must be at least 1")
    bars = [bar for bar in BARS if not arguments.part or bar.part in arguments.part]
    compileall.compile_dir(handboek.__path__[0], quiet=1)  # as pip did for the packages that it is measured against
    with tempfile.TemporaryDirectory(prefix="handboek-bench-") as folder:
        measured = runners(Path(folder), {name for bar in bars for name in bar.needs})
        times = measure(measured, arguments.rounds)
    sys.exit(0 if report(bars, times) else 1)


if __name__ == "__main__":
    main()
