"""The documentation and the code say the same: no undocumented command, option, finding or field."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import click

from conftest import ROOT
from handboek.cli import cli
from handboek.kinds import KINDS

README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = ROOT / "docs" / "bijdragen"
PACKAGE = ROOT / "scripts" / "handboek"


def test_every_command_is_in_the_readme() -> None:
    documented = set(re.findall(r"^\| `handboek ([a-z-]+)", README, re.MULTILINE))
    assert documented == set(cli.commands)


def test_every_option_is_in_the_readme() -> None:
    for name, command in _commands(cli):
        row = next(line for line in README.splitlines() if re.match(rf"\| `handboek {name}[ `]", line))
        options = [option for option in command.params if isinstance(option, click.Option)]
        missing = [option.opts[0] for option in options if option.opts[0] not in row]
        assert not missing, f"{name}: {missing}"


def _commands(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, those of a group below it."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from ((f"{name} {below}", found) for below, found in _commands(command))
        else:
            yield name, command


def test_every_finding_is_explained_and_nothing_else() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    codes = set(re.findall(r'"([YDVRBCKLPH]\d\d)"', source))
    explained = re.findall(r"^\| ([A-Z]\d\d) \|", (GUIDE / "meldingen.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(codes) == sorted(explained)


def test_every_field_has_an_explanation() -> None:
    for model in KINDS.values():
        assert model.__doc__
        assert all(field.description for field in model.model_fields.values()), model


def test_changelog_names_the_version() -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version
    assert f"## {version[1]}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_nothing_names_a_host_of_packages() -> None:
    for path in (ROOT / "requirements").iterdir():
        assert "://" not in path.read_text(encoding="utf-8"), path


def test_vendored_files_are_what_they_say() -> None:
    assets = ROOT / "docs" / "assets"
    recorded = set()
    for package in json.loads((assets / "vendor.json").read_text(encoding="utf-8")):
        assert package["version"]
        if "derived" in package:
            assert (ROOT / package["made_by"]).is_file()
            assert _digest(ROOT / package["derived"]) == package["sha256"]
            continue
        for part in (package, *package.get("contains", ())):
            assert (assets / part["licence_file"]).is_file()
        for name, digest in package["files"].items():
            recorded.add(name)
            assert _digest(assets / name) == digest, name
    foreign = [*assets.rglob("*.woff2"), *assets.glob("*/derden/*.js")]
    assert {path.relative_to(assets).as_posix() for path in foreign} <= recorded


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
