"""The command line of the handbook: check, build, serve, format, new, schema, export.

What only one command needs is imported there, so that `check` starts fast.
"""

import gc
import importlib
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from handboek.checking import checked
from handboek.dutch_click import DutchGroup, WrongUse, explain
from handboek.findings import Finding, Severity
from handboek.formatters import FORMATTERS
from handboek.kinds import KINDS
from handboek.knowledge import KnowledgeBase
from handboek.loading import load, name_finding
from handboek.new_item import form
from handboek.reading.characters import LOOSE_ACCENTS
from handboek.schema import write_schemas

CONTENT, USAGE, BUG, BUSY = 1, 2, 70, 75


@click.group(cls=DutchGroup, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Handboek sociaal werk in de wijk: YAML nakijken, opmaken en uitgeven."""


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PAD]…", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATTERS)), default="text", help="Vorm van de meldingen.")
def check(paths: tuple[Path, ...], form: str) -> None:
    """Kijk alle items na en meld alles in één keer. Met PAD alleen meldingen over die bestanden."""
    root = project_root()
    kb, findings = checked(root)
    if paths:
        findings = [finding for finding in findings if _within(root / finding.file, paths)]
    text = FORMATTERS[form](findings)
    if text:
        click.echo(text)
    click.echo(_summary(findings, len(kb.entries)), err=True)
    if any(finding.severity is Severity.FOUT for finding in findings):
        sys.exit(CONTENT)


def _within(file: Path, paths: tuple[Path, ...]) -> bool:
    return any(file.resolve().is_relative_to(path.resolve()) for path in paths)


def _summary(findings: list[Finding], items: int) -> str:
    fouten = sum(finding.severity is Severity.FOUT for finding in findings)
    return f"{items} items nagekeken: {fouten} {'fout' if fouten == 1 else 'fouten'}, {len(findings) - fouten} let op"


@cli.command()
@click.option("--site", type=click.Path(path_type=Path), default=None, help="Map waar de site komt (anders: site/).")
@click.option(
    "--engine", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", help="Waarmee de site gebouwd wordt."
)
def build(site: Path | None, engine: str) -> None:
    """Bouw de site naast de oude, kijk haar na en zet haar in één stap op haar plaats."""
    from handboek.publishing import BrokenSiteError, BusyError, UnsafePlaceError, publish

    root = project_root()
    kb = _good_content(root)
    engine_module = importlib.import_module(f"handboek.engines.{engine}_engine")
    target = (site or root / "site").absolute()
    try:
        with _progress("De site wordt gebouwd"):
            publish(root, target, lambda folder: engine_module.build(root, folder, kb))
    except BusyError:
        click.echo("Er loopt al een andere bouw van deze site; probeer het zo opnieuw.", err=True)
        sys.exit(BUSY)
    except UnsafePlaceError as error:
        raise WrongUse(str(error)) from error
    except BrokenSiteError as error:
        click.echo(f"De site heeft {len(error.faults)} fouten; de oude site blijft staan:\n{error}", err=True)
        sys.exit(BUG)
    click.echo(f"De site staat in {target}", err=True)


def _good_content(root: Path) -> KnowledgeBase:
    """The content; the program ends with its findings when it has a fout."""
    kb, findings = checked(root)
    wrong = [finding for finding in findings if finding.severity is Severity.FOUT]
    if wrong:
        click.echo(FORMATTERS["text"](wrong))
        click.echo(_summary(wrong, len(kb.entries)), err=True)
        sys.exit(CONTENT)
    return kb


@contextmanager
def _progress(label: str) -> Iterator[None]:
    """Say what takes long, when someone is watching."""
    watched = sys.stderr.isatty()
    if watched:
        click.echo(f"{label} …", err=True)
    start = time.monotonic()
    yield
    if watched:
        click.echo(f"{label}: klaar in {time.monotonic() - start:.1f} s", err=True)


@cli.command()
@click.option("--adres", default="127.0.0.1:8000", show_default=True, help="Adres en poort op deze computer.")
def serve(adres: str) -> None:
    """Bekijk de site terwijl je schrijft; ze ververst als een bestand verandert."""
    from handboek.engines import mkdocs_engine

    gc.enable()
    mkdocs_engine.serve(project_root(), adres)


@cli.command("format")
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
    changed = 0
    for entry in loaded.kb.entries.values():
        path = root / entry.file
        readable = entry.node is not None or entry.file in loose_accents
        if not readable or (paths and not _within(path, paths)):
            continue
        old = path.read_bytes()
        new = house_form(old, entry.key.kind)
        if new is not None and new != old:
            changed += 1
            click.echo(entry.file)
            if not only_check:
                write_whole(path, new)
    click.echo(f"{changed} bestanden {'zouden veranderen' if only_check else 'veranderd'}", err=True)
    if only_check and changed:
        sys.exit(CONTENT)


@cli.command(epilog=f"SOORT is een van: {', '.join(KINDS)}.")
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


@cli.command()
@click.option(
    "--uit", "out", type=click.Path(path_type=Path), default=None, help="Schrijf naar dit bestand (anders: scherm)."
)
def export(out: Path | None) -> None:
    """Geef het hele handboek als gegevens (JSON)."""
    from handboek.publishing import write_whole
    from handboek.site import data_texts

    text = data_texts(_good_content(project_root()))["handboek.json"]
    if out:
        try:
            write_whole(out, text.encode())
        except OSError as error:
            raise WrongUse(f"‘{out}’ is niet te schrijven. Bestaat de map, en mag je er schrijven?") from error
        click.echo(out)
    else:
        click.echo(text, nl=False)


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
    raise WrongUse("Geen handboek gevonden: hier en hierboven staat geen mkdocs.yml.")


def main() -> None:
    """Run the command line; an own bug ends with exit code 70."""
    gc.disable()  # A run is short and keeps nearly all that it makes; looking for garbage took a third of its time.
    try:
        cli.main(standalone_mode=False)
    except click.ClickException as error:
        click.echo(explain(error), err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except Exception:
        click.echo("Er ging iets mis in het programma; het ligt niet aan wat je schreef.", err=True)
        click.echo("Stuur wat hieronder staat naar de makers:\n\n" + traceback.format_exc(), err=True)
        sys.exit(BUG)
