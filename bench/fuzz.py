"""A coverage-guided fuzzer of the reader: `make fuzz`, or `python bench/fuzz.py FOLDER [options of libFuzzer]`.

Atheris (libFuzzer) changes files so that they reach lines of the handbook's code that no file before reached; a
traceback, or a file that takes over 5 s, ends the run with the file written beside it. FOLDER holds the files that
reached something new; it starts with the example and the catalogue of bad inputs.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["handboek", "yaml", "pydantic"]):
    from handboek.house_form import house_form
    from handboek.kinds import MODELS
    from handboek.reading.items import type_item
    from handboek.reading.reader import read

TESTS = Path(__file__).resolve().parent.parent / "tests"
NAMES = [*MODELS]


def one(data: bytes) -> None:
    """Read a file and type it as one of the kinds, which its first byte chooses."""
    kind, text = NAMES[data[0] % len(NAMES)] if data else NAMES[0], data[1:]
    found = read(text, "x.yml")
    assert (found.fields is None) == bool(found.findings)
    if found.fields is None:
        return
    typed = type_item(kind, found.fields, found.text, "x.yml")
    assert (typed.item is None) == bool(typed.findings)
    for finding in typed.findings:
        assert finding.place.line > 0
        assert finding.place.column > 0
    form = house_form(text, kind)
    assert form is not None
    assert house_form(form, kind) == form


def seed(folder: Path) -> None:
    """Begin with the files that the tests have."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = {model.folder: number for number, model in enumerate(MODELS.values()) if hasattr(model, "folder")}
    for number, path in enumerate(sorted(TESTS.rglob("*.yml"))):
        kind = next((number for name, number in kinds.items() if f"/{name}/" in path.as_posix()), None)
        if kind is not None and path.is_file() and path.stat().st_size < 20_000:
            (folder / f"begin-{number}").write_bytes(bytes([kind]) + path.read_bytes())


def main() -> None:
    """Fuzz until told to stop."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    seed(Path(sys.argv[1]))
    atheris.Setup(["fuzz", "-max_len=20000", "-timeout=5", *sys.argv[1:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
