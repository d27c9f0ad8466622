"""Commands about the site: build, serve, export."""

import gc
import importlib
import sys
import tempfile
from pathlib import Path

import click

from handboek.commands.common import (
    BUG,
    BUSY,
    CONTENT,
    command,
    good_content,
    hand_over,
    progress,
    project_root,
    refuse_unknown,
)
from handboek.dutch_click import WrongUse
from handboek.models.leerpad import Leerpad


@command()
@click.option("--site", type=click.Path(path_type=Path), default=None, help="Map waar de site komt (anders: site/).")
@click.option(
    "--engine", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", help="Waarmee de site gebouwd wordt."
)
@click.option(
    "--gz", "packed", is_flag=True, help="Zet naast elk tekstbestand een ingepakte vorm (.gz) voor de webserver."
)
@click.option("--verify", is_flag=True, help="Bouw twee keer, in een andere omgeving, en vergelijk alle bestanden.")
def build(site: Path | None, engine: str, packed: bool, verify: bool) -> None:
    """Bouw de site naast de oude, kijk haar na en zet haar in één stap op haar plaats."""
    from handboek.hosting.inpakken import pack
    from handboek.publishing import BrokenSiteError, BusyError, UnsafePlaceError, UnwritableError, publish
    from handboek.verifying import DifferentError
    from handboek.zoeken.elders import SettingsError

    root = project_root()
    kb = good_content(root)
    gc.freeze()  # what was read stays; of what pages are made of nearly all is garbage once they are written
    gc.set_threshold(50_000)
    gc.enable()
    engine_module = importlib.import_module(f"handboek.engines.{engine}_engine")
    target = (site or root / "site").absolute()

    def into(folder: Path) -> None:
        engine_module.build(root, folder, kb)
        if packed:
            pack(folder)
        if verify:
            _verify(root, folder, ["--engine", engine, *(["--gz"] if packed else [])])

    try:
        with progress("De site wordt gebouwd"):
            publish(root, target, into)
    except DifferentError as error:
        click.echo(f"Twee keer bouwen gaf niet hetzelfde; de oude site blijft staan: {error}", err=True)
        sys.exit(BUG)
    except BusyError:
        click.echo("Er loopt al een andere bouw van deze site; probeer het zo opnieuw.", err=True)
        sys.exit(BUSY)
    except (UnsafePlaceError, SettingsError) as error:
        raise WrongUse(str(error)) from error
    except UnwritableError as error:
        raise WrongUse(f"de site is niet te schrijven: {error}. Wat er stond, staat er nog.") from error
    except BrokenSiteError as error:
        count = "1 fout" if len(error.faults) == 1 else f"{len(error.faults)} fouten"
        click.echo(f"De site heeft {count}; de oude site blijft staan:\n{error}", err=True)
        sys.exit(CONTENT if all(_by_hand(root, fault) for fault in error.faults) else BUG)
    click.echo(f"De site staat in {target}{'; twee keer gebouwd, en hetzelfde' if verify else ''}", err=True)


def _verify(root: Path, folder: Path, options: list[str]) -> None:
    """Build once more beside the finished site in `folder`, and compare; DifferentError when they are not the same."""
    from handboek.verifying import build_elsewhere, check_same

    with tempfile.TemporaryDirectory() as place:
        build_elsewhere(root, Path(place) / "site", options)
        check_same(folder, Path(place) / "site")


def _by_hand(root: Path, fault: str) -> bool:
    """Whether a fault of the site is in a file that an author wrote in docs/."""
    file = root / "docs" / fault.partition(": ")[0]
    return file.exists() or file.with_suffix(".md").exists()


@command()
@click.option("--adres", default="127.0.0.1:8000", show_default=True, help="Adres en poort op deze computer.")
def serve(adres: str) -> None:
    """Bekijk de site terwijl je schrijft; ze ververst als een bestand verandert."""
    from handboek.engines import mkdocs_engine

    gc.enable()
    mkdocs_engine.serve(project_root(), adres)


@command()
@click.option(
    "--format",
    "form",
    metavar="VORM",
    type=click.Choice(["json", "case", "skos"]),
    default="json",
    help="json (alles), case (competenties of een leerpad) of skos (competenties); anders: json.",
)
@click.option("--leerpad", default=None, metavar="ID", help="Het leerpad voor case (anders: de competenties).")
@click.option(
    "--uit", "out", type=click.Path(path_type=Path), default=None, help="Schrijf naar dit bestand (anders: scherm)."
)
@click.option("--adres", default="", help="Adres van de site, voor de verwijzingen erin.")
def export(form: str, leerpad: str | None, out: Path | None, adres: str) -> None:
    """Geef het hele handboek als gegevens, of de competenties of een leerpad voor andere programma's."""
    from handboek.site import DATA_FILES, curriculum_case, data_texts

    if leerpad is not None and form != "case":
        raise WrongUse("een leerpad is er alleen als case; schrijf --format case.")
    kb = good_content(project_root())
    if leerpad is not None:
        refuse_unknown(leerpad, kb.all(Leerpad), "leerpad")
    name = curriculum_case(leerpad) if leerpad else DATA_FILES[form]
    hand_over(data_texts(kb, adres)[name].encode(), out)
