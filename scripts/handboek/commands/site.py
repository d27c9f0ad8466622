"""Commands about the site: build, serve, export."""

import gc
import importlib
import sys
from pathlib import Path

import click

from handboek.commands.common import BUG, BUSY, command, good_content, progress, project_root
from handboek.dutch_click import WrongUse


@command()
@click.option("--site", type=click.Path(path_type=Path), default=None, help="Map waar de site komt (anders: site/).")
@click.option(
    "--engine", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", help="Waarmee de site gebouwd wordt."
)
def build(site: Path | None, engine: str) -> None:
    """Bouw de site naast de oude, kijk haar na en zet haar in één stap op haar plaats."""
    from handboek.publishing import BrokenSiteError, BusyError, UnsafePlaceError, publish
    from handboek.zoeken.elders import SettingsError

    root = project_root()
    kb = good_content(root)
    engine_module = importlib.import_module(f"handboek.engines.{engine}_engine")
    target = (site or root / "site").absolute()
    try:
        with progress("De site wordt gebouwd"):
            publish(root, target, lambda folder: engine_module.build(root, folder, kb))
    except BusyError:
        click.echo("Er loopt al een andere bouw van deze site; probeer het zo opnieuw.", err=True)
        sys.exit(BUSY)
    except (UnsafePlaceError, SettingsError) as error:
        raise WrongUse(str(error)) from error
    except BrokenSiteError as error:
        click.echo(f"De site heeft {len(error.faults)} fouten; de oude site blijft staan:\n{error}", err=True)
        sys.exit(BUG)
    click.echo(f"De site staat in {target}", err=True)


@command()
@click.option("--adres", default="127.0.0.1:8000", show_default=True, help="Adres en poort op deze computer.")
def serve(adres: str) -> None:
    """Bekijk de site terwijl je schrijft; ze ververst als een bestand verandert."""
    from handboek.engines import mkdocs_engine

    gc.enable()
    mkdocs_engine.serve(project_root(), adres)


@command()
@click.option(
    "--uit", "out", type=click.Path(path_type=Path), default=None, help="Schrijf naar dit bestand (anders: scherm)."
)
def export(out: Path | None) -> None:
    """Geef het hele handboek als gegevens (JSON)."""
    from handboek.publishing import write_whole
    from handboek.site import data_texts

    text = data_texts(good_content(project_root()))["handboek.json"]
    if out:
        try:
            write_whole(out, text.encode())
        except OSError as error:
            raise WrongUse(f"‘{out}’ is niet te schrijven. Bestaat de map, en mag je er schrijven?") from error
        click.echo(out)
    else:
        click.echo(text, nl=False)
