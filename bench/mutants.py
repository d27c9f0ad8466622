"""Whether the tests notice a fault: `python bench/mutants.py [PATTERN …] [--sample N] [--report]`.

Lays out a folder as mutmut wants it (.venv/mutants), has mutmut change one thing at a time in the reader, the
references, the checks and the sanitiser, and runs the catalogue of inputs and the tests beside it on each. All of them
take hours, and a run that stopped goes on where it was; what is named, or drawn as a sample, is run again each time.
Prints the score per module as a Markdown table, of a sample only of what was drawn, and what nobody noticed; exit code 1
under the bar.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv" / "mutants"
PARTS = ("reading/*.py", "loading.py", "walk.py", "checks/*.py", "prose.py")
TESTS = tuple(f"tests/test_{name}.py" for name in ("gevallen", "reader", "mensen", "prose"))
ALSO = tuple(
    f"tests/{name}"
    for name in ("conftest.py", "server.py", "gemaakte_gevallen.py", "maaksels.py", "gevallen", "voorbeeld")
)
FRAME = ("docs", "methods", "profiles", "overrides", "schema", "mkdocs.yml")
SELECTED = "not bouwen and not every_code and not every_group"
"""Builds take long and are of other modules; the tests of the catalogue itself tell nothing of the code."""
MINIMUM = 0.85
STATES = {0: "survived", 33: "survived", 1: "noticed", 3: "noticed", 36: "noticed", 24: "noticed", -24: "noticed"}
"""What mutmut's exit codes mean: no test failed or none met it; a test failed, or it ran too long. Any other is no verdict."""


def lay_out() -> None:
    """The project as mutmut wants it, with the mutants of code that did not change since."""
    _copy(ROOT / "scripts" / "handboek", FOLDER / "src" / "handboek")
    _copy(ROOT / "bench" / "nearest_first.py", FOLDER / "src" / "nearest_first.py")
    for name in (*TESTS, *ALSO, *FRAME):  # mutmut itself would follow the symbolic links
        _copy(ROOT / name, FOLDER / "mutants" / name)
    (FOLDER / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)  # which tests meet what may have changed
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/handboek/{part}" for part in PARTS],
        "pytest_add_cli_args": ["-k", SELECTED, "-p", "nearest_first", "-p", "no:cacheprovider", "-W", "ignore"],
        "pytest_add_cli_args_test_selection": list(TESTS),
    }
    lines = (f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    (FOLDER / "pyproject.toml").write_text("[tool.mutmut]\n" + "".join(lines), encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copy2(source, target)


def results() -> dict[str, dict[str, str]]:
    """Per module what became of each of its mutants."""
    found = {}
    for path in sorted((FOLDER / "mutants" / "src" / "handboek").rglob("*.meta")):
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        found[path.relative_to(FOLDER / "mutants" / "src").as_posix().removesuffix(".py.meta")] = {
            name: STATES.get(code, "not run") for name, code in codes.items()
        }
    return found


def report(found: dict[str, dict[str, str]]) -> bool:
    """Print the score of each module and every mutant that lives; whether the whole reaches the bar."""
    print("| module | mutants | noticed | score |\n|---|---:|---:|---:|")
    total: Counter[str] = Counter()
    for module, mutants in found.items():
        count = Counter(mutants.values())
        total += count
        _row(module.removeprefix("handboek/"), count)
    _row("**all**", total)
    print(f"\n{total['not run']} not run; alive:")
    print("\n".join(name for mutants in found.values() for name, state in mutants.items() if state == "survived"))
    return total["noticed"] >= MINIMUM * (total["noticed"] + total["survived"])


def _row(name: str, count: Counter[str]) -> None:
    judged = count["noticed"] + count["survived"]
    if judged:
        print(f"| {name} | {judged} | {count['noticed']} | {count['noticed'] / judged:.1%} |")


def main() -> None:
    """Run what the command line names, or all that did not run yet, and report."""
    parser = argparse.ArgumentParser(description="Have mutmut change the code and see whether the tests notice.")
    parser.add_argument("patterns", nargs="*", help="names of mutants to run again, as handboek.walk.*")
    parser.add_argument("--sample", type=int, help="so many, drawn from all of them")
    parser.add_argument("--report", action="store_true", help="only say what is known")
    parser.add_argument("--jobs", default="2", help="how many at once (2)")
    said = parser.parse_args()
    if not said.report:
        lay_out()
        if said.sample:
            _mutmut(said.jobs, "handboek.prose.*")  # the names are known once all mutants are made
        _mutmut(said.jobs, *said.patterns, *_sample(said.sample))
    drawn = set(_sample(said.sample))
    found = {
        module: {name: mutants[name] for name in mutants if name in drawn or not drawn}
        for module, mutants in results().items()
    }
    sys.exit(not report(found))


def _sample(number: int | None) -> list[str]:
    names = [name for mutants in results().values() for name in mutants]
    return random.Random(0).sample(names, number) if number else []


def _mutmut(jobs: str, *names: str) -> None:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    command = ["mutmut", "run", "--max-children", jobs, *names]
    subprocess.run(command, cwd=FOLDER, env={**os.environ, "PATH": path}, check=True)


if __name__ == "__main__":
    main()
