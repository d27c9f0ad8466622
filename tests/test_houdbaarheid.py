"""Upkeep: what is due on a day, what a list calls dead, who names what was withdrawn, and what nobody knows."""

import json
import shutil
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import VOORBEELD
from handboek.cli import cli
from handboek.houdbaarheid import TERMIJNEN
from handboek.kinds import KINDS

WONEN = "methods/begrippen/wonen.yml"
HEAD = "# yaml-language-server: $schema=../../schema/begrip.json\nnaam: Wonen\nbron: redactie\nsoort: leefgebied\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example, which holds nothing to do but what a test adds."""
    root = tmp_path / "project"
    shutil.copytree(VOORBEELD, root)
    monkeypatch.chdir(root)
    return root


def _wonen(root: Path, rest: str) -> None:
    (root / WONEN).write_text(f"{HEAD}{rest}", encoding="utf-8")


def _run(*options: str) -> Result:
    return CliRunner().invoke(cli, ["houdbaarheid", *options])


def _codes(*options: str) -> list[tuple[str, str]]:
    found = json.loads(_run("--format", "json", *options).stdout)
    return [(row["code"], row["file"]) for row in found]


@pytest.mark.parametrize(
    ("said", "last_good", "first_due"),
    [
        ("peildatum: 2022", "2026-12-31", "2027-01-01"),
        ("peildatum: 2022-02", "2026-02-28", "2026-03-01"),
        ("peildatum: 2022-11-22", "2026-11-22", "2026-11-23"),
        ("herzien_voor: 2027", "2026-12-31", "2027-01-01"),
        ("herzien_voor: 2027-06", "2027-05-31", "2027-06-01"),
        ("peildatum: 2012\nherzien_voor: 2027-06-15", "2027-06-14", "2027-06-15"),
    ],
)
def test_an_item_is_due_from_its_day(project: Path, said: str, last_good: str, first_due: str) -> None:
    before = _codes("--datum", last_good)
    _wonen(project, f"samenvatting: Een huis.\n{said}\n")
    assert _codes("--datum", last_good) == before
    assert ("H01", WONEN) in _codes("--datum", first_due)


def test_every_kind_has_a_term_but_those_that_tell_what_was() -> None:
    assert set(KINDS) - set(TERMIJNEN) == {"praktijkvoorbeeld", "bron"}


def test_what_was_withdrawn_is_not_due_and_who_names_it_is_told(project: Path) -> None:
    _wonen(project, "samenvatting: X\npeildatum: 2012\ningetrokken: {op: 2020-01-01, reden: Oud.}\n")
    eropaf = project / "methods/begrippen/eropaf.yml"
    eropaf.write_text(eropaf.read_text(encoding="utf-8") + "zie_ook: [begrippen/wonen]\n", encoding="utf-8")
    codes = _codes("--datum", "2026-11-22")
    assert ("R07", "methods/begrippen/eropaf.yml") in codes
    assert ("H01", WONEN) not in codes


def test_dead_addresses_come_from_the_list_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    _wonen(project, "samenvatting: Zie [dit](https://weg.nl/a), https://er.nl en https://stil.nl/b?c=1.\n")
    over = project / "docs/over.md"
    over.write_text(over.read_text(encoding="utf-8") + "\nLees https://weg.nl/a.\n", encoding="utf-8")
    assert _run("--adressen").stdout == "https://er.nl\nhttps://stil.nl/b?c=1\nhttps://weg.nl/a\n"
    seen = project / "gezien.csv"
    seen.write_text("adres,status,wanneer\nhttps://weg.nl/a,404,nu\nhttps://er.nl,503,nu\n", encoding="utf-8")
    said = _run("--koppelingen", str(seen), "--datum", "2020-01-01")
    dead = [line for line in said.stdout.splitlines() if "[H02]" in line]
    assert [line.partition(":")[0] for line in dead] == ["docs/over.md", WONEN]
    assert all("https://weg.nl/a is er niet meer (404)" in line for line in dead)
    assert "adressen niet nagekeken: 1" in said.stderr


def test_what_nobody_knows_is_counted_and_no_finding(project: Path) -> None:
    _wonen(project, "samenvatting: Zie https://stil.nl.\n")
    said = _run("--datum", "2020-01-01")
    assert (said.exit_code, said.stdout) == (0, "")
    assert "zonder peildatum: " in said.stderr
    assert "adressen niet nagekeken: 1" in said.stderr


def test_the_exit_status_tells_whether_there_is_something_to_do(project: Path) -> None:
    _wonen(project, "samenvatting: X\npeildatum: 2012\n")
    assert _run("--datum", "2026-11-22").exit_code == 1


@pytest.mark.parametrize("text", ["url,code\nx,1\n", "", "\xff"])
def test_a_list_of_another_form_is_refused(project: Path, text: str) -> None:
    seen = project / "gezien.csv"
    seen.write_bytes(text.encode("latin-1"))
    assert _run("--koppelingen", str(seen)).exit_code == 2


def test_a_day_that_is_none_is_refused(project: Path) -> None:  # noqa: ARG001
    assert _run("--datum", "morgen").exit_code == 2
