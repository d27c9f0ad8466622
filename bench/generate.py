"""A project of N items, made from the models: `python bench/generate.py N FOLDER`.

Kinds come in the proportions of the real content, and each item is as large as a real one (see casting and
filling). The same N gives the same files, as long as the real content and the models stay the same.
"""

import argparse
import shutil
from pathlib import Path

import yaml

from casting import Cast, Example, examples_of
from filling import Filler, Value
from handboek.kinds import KINDS
from handboek.knowledge import Key
from handboek.loading import schema_line

ROOT = Path(__file__).resolve().parent.parent
FRAME = ("mkdocs.yml", "docs", "overrides", "schema")
WIDTH = 96


class _Dumper(yaml.CSafeDumper):
    """Writes long text as authors do: folded, without quotes."""


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">" if len(text) > WIDTH else None)


_Dumper.add_representer(str, _represent_text)


def generate(size: int, folder: Path, seed: str = "handboek") -> None:
    """Write a project of `size` items in `folder`; whatever the folder held is gone."""
    copy_frame(folder)
    cast = Cast(examples_of(ROOT), size)
    for key, example in cast.roles.items():
        path = folder / KINDS[key.kind].folder / f"{key.id}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_file_text(cast, key, example, f"{seed} {size}"), encoding="utf-8")


def copy_frame(folder: Path) -> None:
    """Begin a project in an emptied folder with all of the real one but the content."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in FRAME:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)


def _file_text(cast: Cast, key: Key, example: Example, seed: str) -> str:
    fields: Value = Filler(cast, key, seed).fill(example.item)
    body = yaml.dump(fields, Dumper=_Dumper, width=WIDTH, allow_unicode=True, sort_keys=False)
    return f"{schema_line(key.kind)}\n{body}"


def main() -> None:
    """Write the project that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write a project of N items, made from the models.")
    parser.add_argument("size", type=int, metavar="N", help="how many items")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where; a folder that is new or empty")
    arguments = parser.parse_args()
    folder = arguments.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        parser.error(f"{folder} is not an empty folder")
    try:
        generate(arguments.size, folder)
    except ValueError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
