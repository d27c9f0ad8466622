"""The command line as its users meet it: exit codes, forms of output, and what it writes."""

import fcntl
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import jsonschema
import pytest

from conftest import ROOT, VOORBEELD
from handboek import cli
from handboek.commands import content
from handboek.exports import export_schema
from handboek.kinds import KINDS, MODELS
from handboek.loading import load
from handboek.publishing import BrokenSiteError
from handboek.reading.items import FILL
from handboek.site import data_texts

WONEN = Path("methods/begrippen/wonen.yml")
LUISTEREN = Path("profiles/competenties/luisteren.yml")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, with the shell standing in it."""
    folder = tmp_path / "project"
    shutil.copytree(VOORBEELD, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `handboek` with arguments: exit status, standard output, standard error."""

    def _run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["handboek", *arguments])
        status = 0
        try:
            cli.main()
        except SystemExit as stop:
            status = int(stop.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return _run


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# --- Exit codes ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("project")
def test_good_content_is_0(run: Run) -> None:
    assert run("check") == (0, "", "23 items nagekeken: 0 fouten, 0 let op\n")


@pytest.mark.usefixtures("project")
def test_a_remark_is_0(run: Run) -> None:
    _change(Path("methods/dilemmas/tijd-of-aandacht.yml"), "competenties: [luisteren]\n", "")
    status, said, summary = run("check")
    assert status == 0
    assert "let op[K06]" in said
    assert summary == "23 items nagekeken: 0 fouten, 1 let op\n"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", ["check", "build", "export"])
def test_wrong_content_is_1(run: Run, command: str) -> None:
    _change(WONEN, "soort: leefgebied", "soort: huis")
    status, said, summary = run(command)
    assert status == 1
    assert said.startswith("methods/begrippen/wonen.yml:5:8: fout[V03] ‘huis’ kan niet bij ‘soort’\n    tip: ")
    assert summary == "23 items nagekeken: 1 fout, 0 let op\n"
    assert not Path("site").exists()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nakijken"],
        ["check", "--kleur"],
        ["check", "--format", "xml"],
        ["check", "nergens.yml"],
        ["new"],
        ["new", "ding", "wonen"],
        ["new", "begrip", "Wonen"],
        ["new", "begrip", "../wonen"],
        ["new", "begrip", "con"],
        ["new", "begrip", "a" * 81],
        ["new", "begrip", "wonen\n"],
        ["build", "--site", "."],
        ["build", "--site", "methods/site"],
        ["export", "--uit", "nergens/handboek.json"],
        ["export", "--format", "xml"],
        ["export", "--leerpad", "eerste-week"],
        ["export", "--format", "skos", "--leerpad", "eerste-week"],
        ["export", "--format", "case", "--leerpad", "eerste-weken"],
        ["compare"],
        ["compare", "proefaanpak"],
        ["compare", "proefaanpak", "proefanpak"],
        ["compare", "--soort", "rol", "straatwerker", "straatwerker"],
        ["compare", "--soort", "rol", "straatwerker", "buurtgids", "--format", "docx"],
        ["compare", "--soort", "rol", "straatwerker", "buurtgids", "--datum", "morgen"],
        ["compare", "--soort", "rol", "straatwerker", "buurtgids", "--uit", "nergens/rollen.md"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_2(run: Run, arguments: list[str]) -> None:
    before = sorted(Path().rglob("*"))
    status, said, error = run(*arguments)
    assert (status, said) == (2, "")
    assert error.startswith("Dat kan niet: ")
    assert not re.search(r"\b(Got|No such|Try|Invalid|does not|is not one of|Traceback)\b", error)
    assert sorted(path for path in Path().rglob("*") if path.suffix != ".lock") == before


def test_a_wrong_other_handbook_is_2(run: Run, project: Path) -> None:
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, project / name, dirs_exist_ok=True)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    wrong = "extra: {handboeken: [{naam: X, adres: 'https://x.nl', kopie: nergens}], "
    (project / "mkdocs.yml").write_text(config.replace("extra: {", wrong), encoding="utf-8")
    said = "Dat kan niet: de kopie van ‘X’ heeft geen leesbaar data/zoekrecords.json: nergens\n"
    assert run("build") == (2, "", said)
    assert not (project / "site").exists()


def test_outside_a_handbook_is_2(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("check") == (2, "", "Dat kan niet: Geen handboek gevonden: hier en hierboven staat geen mkdocs.yml.\n")


@pytest.mark.usefixtures("project")
def test_an_own_bug_is_70(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path) -> None:
        raise LookupError("een lege la")

    monkeypatch.setattr(content, "checked", fail)
    status, said, error = run("check")
    for_author, _, for_makers = error.partition("makers:\n")
    assert (status, said) == (70, "")
    assert for_author.startswith("Er ging iets mis in het programma; het ligt niet aan wat je schreef.")
    assert "Traceback" not in for_author
    assert "een lege la" in for_makers


@pytest.mark.usefixtures("project")
def test_a_broken_site_is_70(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise BrokenSiteError(["index.html: koppeling naar weg.html: die bladzijde is er niet"])

    monkeypatch.setattr("handboek.publishing.publish", fail)
    status, _, error = run("build")
    assert status == 70
    assert error.startswith("De site heeft 1 fout; de oude site blijft staan:\nindex.html: koppeling")


def test_another_build_is_75(run: Run, project: Path) -> None:
    with (project / ".site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        status, said, error = run("build")
    assert (status, said) == (75, "")
    assert error == "Er loopt al een andere bouw van deze site; probeer het zo opnieuw.\n"
    assert not (project / "site").exists()


@pytest.mark.usefixtures("project")
def test_stopped_by_hand_is_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(content, "checked", stop)
    assert run("check")[0] == 130


# --- check -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("project")
def test_forms_of_findings(run: Run) -> None:
    _change(WONEN, "soort: leefgebied", "soort: '50%, of\n  zo'")
    message, tip = (
        "‘50%, of zo’ kan niet bij ‘soort’",
        "Kies uit: thema, doelgroep, leefgebied, as, ladder, trede, werkvorm, wet, theorie, programma of term.",
    )
    assert run("check")[:2] == (1, f"{WONEN}:5:8: fout[V03] {message}\n    tip: {tip}\n")
    row = {
        "file": str(WONEN),
        "line": 5,
        "column": 8,
        "severity": "fout",
        "code": "V03",
        "message": message,
        "tip": tip,
    }
    status, said, _ = run("check", "--format", "json")
    assert (status, json.loads(said)) == (1, [row])
    text = message.replace("%", "%25") + "%0Atip: " + tip
    assert run("check", "--format", "github")[:2] == (1, f"::error file={WONEN},line=5,col=8,title=V03::{text}\n")


@pytest.mark.usefixtures("project")
def test_forms_of_no_findings(run: Run) -> None:
    assert run("check", "--format", "json")[:2] == (0, "[]\n")
    assert run("check", "--format", "github")[:2] == (0, "")


@pytest.mark.usefixtures("project")
def test_a_remark_is_a_warning_on_github(run: Run) -> None:
    _change(Path("methods/dilemmas/tijd-of-aandacht.yml"), "competenties: [luisteren]\n", "")
    assert run("check", "--format", "github")[1].startswith(
        "::warning file=methods/dilemmas/tijd-of-aandacht.yml,line=2,"
    )


def test_paths(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _change(WONEN, "soort: leefgebied", "soort: huis")
    _change(LUISTEREN, "soort: vaardigheid", "soort: kunst")
    assert run("check")[1].count("fout[") == 2
    assert [line[:7] for line in run("check", str(WONEN))[1].splitlines()] == ["methods", "    tip"]
    assert run("check", "profiles")[1].startswith("profiles/competenties/luisteren.yml:")
    assert run("check", "profiles", "methods")[1].count("fout[") == 2
    assert run("check", "methods/methoden")[:2] == (0, "")
    monkeypatch.chdir(project / "methods" / "begrippen")
    assert run("check", "wonen.yml")[1].startswith("methods/begrippen/wonen.yml:5:8:")
    assert run("check", ".")[1].count("fout[") == 1


# --- new -------------------------------------------------------------------------------------------

SENSIBLE = {
    "van": "2020", "tot": "2021", "datum": "2020-03", "duur": "60", "as": "groep-individu", "rol": "straatwerker",
    "rollen": "straatwerker", "competentie": "luisteren", "id": "vragen", "dient": "vragen",
    "minimaal": "6", "maximaal": "12", "werkvorm": "oefening",
}  # fmt: skip


def _fill_in(form: str) -> str:
    """The form as an author fills it in: the first of the words to choose from, an id, a number, or text."""

    def fill(match: re.Match[str]) -> str:
        choices = match["choices"] or ""
        word = SENSIBLE.get(match["key"]) or (
            choices.split(", ")[0] if choices and not choices.startswith("of ") else "Iets."
        )
        return match[0].replace(FILL, word)

    return re.sub(rf"(?P<key>\w+): \[?{FILL}\]?(?:  # (?P<choices>.*))?", fill, form)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("kind", KINDS)
def test_new_form_filled_in_is_good(run: Run, kind: str) -> None:
    path = Path(KINDS[kind].folder, "iets-nieuws.yml")
    status, said, _ = run("new", kind, "iets-nieuws")
    assert status == 0
    assert Path(said.strip()) == path.absolute()
    form = path.read_text(encoding="utf-8")
    assert run("check")[1].count("fout[V04]") == form.count(FILL), "what is not filled in is reported, each once"
    path.write_text(_fill_in(form), encoding="utf-8")
    status, said, _ = run("check")
    assert (status, "fout[" in said) == (0, False), said
    assert run("format", "--check")[0] == 0, "the form has the house form"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("project")
def test_new_form_explains_every_field(run: Run, kind: str) -> None:
    run("new", kind, "iets-nieuws")
    form = Path(KINDS[kind].folder, "iets-nieuws.yml").read_text(encoding="utf-8")
    words = " ".join(re.sub(r"^\s*#", "", line).strip() for line in form.splitlines())
    for name, field in KINDS[kind].model_fields.items():
        assert re.search(rf"^(# )?{field.alias or name}:", form, re.MULTILINE)
        assert str(field.description) in words


@pytest.mark.usefixtures("project")
def test_new_never_overwrites(run: Run) -> None:
    before = WONEN.read_bytes()
    status, said, error = run("new", "begrip", "wonen")
    assert (status, said) == (2, "")
    assert error.endswith("wonen.yml’ bestaat al.\n")
    assert WONEN.read_bytes() == before


# --- format ----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("project")
def test_format_keeps_comments_and_leaves_the_rest(run: Run) -> None:
    wanted = LUISTEREN.read_text(encoding="utf-8").replace("naam: Luisteren", "naam: Luisteren # achter\n# ertussen")
    LUISTEREN.write_text(wanted.replace("  - {", "- {").replace("\n", "\r\n"), encoding="utf-8", newline="")
    WONEN.write_text("naam: a: b\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in Path().rglob("*.yml") if path != LUISTEREN}
    assert run("format", "--check")[:2] == (1, f"{LUISTEREN}\n")
    assert LUISTEREN.read_bytes().count(b"\r\n") == wanted.count("\n"), "only looked at"
    assert run("format", "methods") == (0, "", "0 bestanden veranderd\n")
    assert run("format") == (0, f"{LUISTEREN}\n", "1 bestanden veranderd\n")
    assert LUISTEREN.read_text(encoding="utf-8") == wanted
    assert {path: path.read_bytes() for path in Path().rglob("*.yml") if path != LUISTEREN} == before
    assert run("format", "--check")[0] == 0


@pytest.mark.usefixtures("project")
def test_format_does_what_the_tips_promise(run: Run) -> None:
    _change(WONEN, "Wat we met wonen bedoelen.", "Een cafe\u0301.")
    _change(LUISTEREN, "# yaml-language-server: $schema=../../schema/competentie.json\n", "")
    said = run("check")[1]
    assert re.findall(r"fout\[(\w+)\]", said) == ["Y17", "D05"]
    assert said.count("`handboek format`") == 2
    run("format")
    assert run("check")[:2] == (0, "")
    assert "Een café." in WONEN.read_text(encoding="utf-8")


# --- schema and export -----------------------------------------------------------------------------


def test_schema_writes_what_is_committed(run: Run, project: Path) -> None:
    status, said, _ = run("schema")
    assert status == 0
    assert said.splitlines() == [f"schema/{kind}.json" for kind in MODELS]
    committed = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "schema").iterdir()}
    assert {path.name: path.read_text(encoding="utf-8") for path in (project / "schema").iterdir()} == committed


def test_an_editor_understands_every_schema() -> None:
    program = Path(sys.executable).parent / "check-jsonschema"
    schemas = sorted((ROOT / "schema").glob("*.json"))
    found = subprocess.run([program, "--check-metaschema", *schemas], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (0, "")


def test_export_follows_its_schema(run: Run, project: Path) -> None:
    status, said, _ = run("export")
    assert status == 0
    data = json.loads(said)
    jsonschema.Draft202012Validator.check_schema(export_schema())
    jsonschema.Draft202012Validator(export_schema()).validate(data)
    assert sum(data["aantallen"].values()) == 23
    assert run("export", "--uit", "alles.json")[:2] == (0, "alles.json\n")
    assert (project / "alles.json").read_text(encoding="utf-8") == said


@pytest.mark.usefixtures("project")
def test_export_gives_the_files_of_the_site(run: Run) -> None:
    files = data_texts(load(VOORBEELD).kb, "https://voorbeeld.nl")
    for asked, name in (
        (("case",), "competenties.case.json"),
        (("skos",), "competenties.ttl"),
        (("case", "--leerpad", "eerste-week"), "leerpaden/eerste-week.case.json"),
    ):
        assert run("export", "--adres", "https://voorbeeld.nl", "--format", *asked)[:2] == (0, files[name]), name


@pytest.mark.usefixtures("project")
def test_compare_writes_each_form(run: Run) -> None:
    rollen = ("compare", "straatwerker", "buurtgids", "--soort", "rol", "--datum", "2026-11-22")
    status, said, _ = run(*rollen)
    assert status == 0
    assert said.startswith("# Straatwerker en ")
    assert "gemaakt op 22 november 2026" in said
    for form in ("md", "docx", "xlsx", "csv", "json"):
        assert run(*rollen, "--format", form, "--uit", f"rollen.{form}")[:2] == (0, f"rollen.{form}\n")
    assert Path("rollen.md").read_text(encoding="utf-8") == said


@pytest.mark.usefixtures("project")
def test_compare_says_what_was_meant(run: Run) -> None:
    _, _, error = run("compare", "straatwerker", "buurtgid", "--soort", "rol")
    assert error == "Dat kan niet: ‘buurtgid’ is geen rol. Bedoelde u buurtgids?\n"
    _, _, error = run("compare", "straatwerker", "--soort", "rol")
    assert error == "Dat kan niet: noem er 2 tot 4; het zijn er nu 1.\n"


# --- help ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["", *cli.cli.commands])
def test_help_is_dutch_and_explains_every_option(run: Run, command: str) -> None:
    status, said, _ = run(*command.split(), "--help")
    assert status == 0
    assert said.startswith("Gebruik: handboek")
    assert not re.search(r"\b(Usage|Options|Commands|Arguments|Show|COMMAND|OPTIONS)\b", said)
    found: click.Command = cli.cli.commands[command] if command else cli.cli
    for option in found.params:
        if isinstance(option, click.Option):
            assert option.help
            assert re.search(rf"^  .*{option.opts[-1]}.*  +\w", said, re.MULTILINE)
    assert re.search(r"^  -h, --help +Toon deze uitleg\.$", said, re.MULTILINE)
    assert found.help is not None
    assert " ".join(found.help.split()) in " ".join(said.split())


def test_help_names_every_command(run: Run) -> None:
    said = run("-h")[1]
    for name in ("build", "check", "compare", "export", "format", "new", "schema", "serve"):
        assert re.search(rf"^  {name} +\w", said, re.MULTILINE)
