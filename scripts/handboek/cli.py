"""The command line of the handbook: check, build, serve, format, new, schema, export."""

import sys
from pathlib import Path

import click

from handboek.checks import check as run_checks
from handboek.findings import Finding, Severity
from handboek.formatters import FORMATTERS
from handboek.loading import load
from handboek.schema import write_schemas

CONTENT, USAGE, BUG, BUSY = 1, 2, 70, 75


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Handboek sociaal werk in de wijk: YAML nakijken, opmaken en uitgeven."""


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PAD]…", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATTERS)), default="text", help="Vorm van de meldingen.")
def check(paths: tuple[Path, ...], form: str) -> None:
    """Kijk alle items na en meld alles in één keer. Met PAD alleen meldingen over die bestanden."""
    root = project_root()
    loaded = load(root)
    findings = sorted([*loaded.findings, *run_checks(loaded.kb)])
    if paths:
        findings = [finding for finding in findings if _within(root / finding.file, paths)]
    text = FORMATTERS[form](findings)
    if text:
        click.echo(text)
    click.echo(_summary(findings, len(loaded.kb.entries)), err=True)
    if any(finding.severity is Severity.FOUT for finding in findings):
        sys.exit(CONTENT)


def _within(file: Path, paths: tuple[Path, ...]) -> bool:
    return any(file.resolve().is_relative_to(path.resolve()) for path in paths)


def _summary(findings: list[Finding], items: int) -> str:
    fouten = sum(finding.severity is Severity.FOUT for finding in findings)
    return f"{items} items nagekeken: {fouten} {'fout' if fouten == 1 else 'fouten'}, {len(findings) - fouten} let op"


@cli.command()
def schema() -> None:
    """Schrijf de JSON-schema's opnieuw uit de modellen."""
    for path in write_schemas(project_root() / "schema"):
        click.echo(path.relative_to(project_root()).as_posix())


def project_root() -> Path:
    """The nearest folder upwards that holds mkdocs.yml; a usage error when there is none."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise click.UsageError("Geen handboek gevonden: hier en hierboven staat geen mkdocs.yml.")


def main() -> None:
    """Run the command line; an own bug ends with exit code 70."""
    try:
        cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
