"""Commands about the content: check, format, new, schema."""

import sys
from pathlib import Path

import click

from handboek.checking import checked
from handboek.commands.common import CONTENT, command, project_root, summary
from handboek.dutch_click import WrongUse
from handboek.findings import Severity
from handboek.formatters import FORMATTERS
from handboek.kinds import KINDS, LISTS
from handboek.loading import load, name_finding
from handboek.new_item import form
from handboek.reading.characters import LOOSE_ACCENTS
from handboek.schema import write_schemas


@command()
@click.argument("paths", nargs=-1, metavar="[PAD]…", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATTERS)), default="text", help="Vorm van de meldingen.")
def check(paths: tuple[Path, ...], form: str) -> None:
    """Kijk alle items na en meld alles in één keer. Met PAD alleen meldingen over die bestanden."""
    root = project_root()
    kb, findings = checked(root)
    if paths:
        findings = [finding for finding in findings if within(root / finding.file, paths)]
    text = FORMATTERS[form](findings)
    if text:
        click.echo(text)
    click.echo(summary(findings, len(kb.entries)), err=True)
    if any(finding.severity is Severity.FOUT for finding in findings):
        sys.exit(CONTENT)


def within(file: Path, paths: tuple[Path, ...]) -> bool:
    return any(file.resolve().is_relative_to(path.resolve()) for path in paths)


@command("format")
@click.argument("paths", nargs=-1, metavar="[PAD]…", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--check", "only_check", is_flag=True, help="Schrijf niets; zeg alleen welke bestanden anders zouden worden."
)
def format_(paths: tuple[Path, ...], only_check: bool) -> None:
    """Zet bestanden in de huisvorm. Opmerkingen blijven staan. Zonder PAD: alle items."""
    from handboek.house_form import house_form
    from handboek.publishing import write_whole

    root = project_root()
    loaded = load(root)
    loose_accents = {finding.file for finding in loaded.findings if finding.code == LOOSE_ACCENTS}
    entries = loaded.kb.entries.values()
    files = {entry.file: entry.key.kind for entry in entries if entry.text is not None or entry.file in loose_accents}
    files |= {file: kind for kind, file in LISTS.items() if (root / file).is_file()}
    changed = 0
    for file, kind in files.items():
        path = root / file
        if paths and not within(path, paths):
            continue
        old = path.read_bytes()
        new = house_form(old, kind)
        if new is not None and new != old:
            changed += 1
            click.echo(file)
            if not only_check:
                write_whole(path, new)
    click.echo(f"{changed} bestanden {'zouden veranderen' if only_check else 'veranderd'}", err=True)
    if only_check and changed:
        sys.exit(CONTENT)


@command(epilog=f"SOORT is een van: {', '.join(KINDS)}.")
@click.argument("kind", metavar="SOORT", type=click.Choice(list(KINDS)))
@click.argument("id_", metavar="ID")
def new(kind: str, id_: str) -> None:
    """Maak een leeg formulier voor een item. Een bestaand bestand blijft zoals het is."""
    name = f"{KINDS[kind].folder}/{id_}.yml"
    if wrong := name_finding(name, id_):
        raise WrongUse(f"{wrong.message}. {wrong.tip}")
    path = project_root() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(form(kind))
    except FileExistsError:
        raise WrongUse(f"‘{path}’ bestaat al.") from None
    click.echo(path)


@command()
def schema() -> None:
    """Schrijf de JSON-schema's opnieuw uit de modellen."""
    for path in write_schemas(project_root() / "schema"):
        click.echo(path.relative_to(project_root()).as_posix())
