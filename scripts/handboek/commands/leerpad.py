"""Commands about one curriculum: leerpad coverage, leerpad export."""

import json
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, TypeVar

import click

from handboek.commands.common import command, good_content, hand_over, project_root
from handboek.dutch_click import DutchGroup, WrongUse
from handboek.knowledge import KnowledgeBase
from handboek.models.basis import Item
from handboek.models.leerpad import Leerpad
from handboek.models.rol import Rol

I = TypeVar("I", bound=Item)  # noqa: E741


@click.group(cls=DutchGroup)
def leerpad() -> None:
    """Reken een leerpad na, of neem het mee."""


@command()
@click.argument("id_", metavar="ID")
@click.option("--rol", default=None, metavar="ROL", help="Voor deze rol (anders: de rol van het leerpad zelf).")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="text of json (anders: text)."
)
def coverage(id_: str, rol: str | None, form: str) -> None:
    """Wat een leerpad dekt, wat nog open is, en welke items dat zouden vullen."""
    from handboek.leerpaden.als_tekst import als_tekst
    from handboek.leerpaden.dekking import dekking

    kb = good_content(project_root())
    found = one_of(kb, Leerpad, id_)
    if rol is not None:
        one_of(kb, Rol, rol)
    covered = dekking(kb, found, rol)
    click.echo(
        json.dumps(covered.als_json(), ensure_ascii=False, indent=2)
        if form == "json"
        else als_tekst(kb, found, covered)
    )


@command()
@click.argument("id_", metavar="ID")
@click.option(
    "--format",
    "form",
    metavar="VORM",
    type=click.Choice(["docx", "md", "xlsx", "html"]),
    default="docx",
    help="docx, md, xlsx of html (anders: docx); docx en xlsx vragen om --uit.",
)
@click.option(
    "--version",
    "version",
    metavar="VERSIE",
    type=click.Choice(["deelnemer", "docent"]),
    default="deelnemer",
    help="deelnemer of docent (anders: deelnemer).",
)
@click.option(
    "--uit", "out", type=click.Path(path_type=Path), default=None, help="Schrijf naar dit bestand (anders: scherm)."
)
def export(id_: str, form: str, version: Literal["deelnemer", "docent"], out: Path | None) -> None:
    """Een leerpad om uit te delen: programma, bijeenkomsten, beoordeling en het lesmateriaal van zijn items."""
    from handboek.lesmateriaal.vormen import VORMEN

    if form in ("docx", "xlsx") and out is None:
        raise WrongUse(f"een {form} past niet op het scherm; noem een bestand met --uit.")
    kb = good_content(project_root())
    one_of(kb, Leerpad, id_)
    hand_over(VORMEN[form](kb, id_, version), out)


def one_of(kb: KnowledgeBase, model: type[I], id_: str) -> I:
    """The item of this kind with this id; a usage error with the nearest name when there is none."""
    items = kb.all(model)
    if id_ not in items:
        near = get_close_matches(id_, items)
        said = f" Bedoelde u {' of '.join(near)}?" if near else f" Kies uit: {', '.join(items)}."
        raise WrongUse(f"‘{id_}’ is geen {model.enkelvoud}.{said}")
    return items[id_]


leerpad.add_command(coverage)
leerpad.add_command(export)
