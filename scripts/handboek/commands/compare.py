"""The command that lays items side by side: compare."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handboek.commands.common import command, day_of, good_content, hand_over, project_root, refuse_unknown
from handboek.dutch_click import WrongUse
from handboek.kinds import KINDS
from handboek.models.vergelijkingen import HOOGSTENS, MINSTENS

if TYPE_CHECKING:
    from handboek.knowledge import KnowledgeBase
    from handboek.vergelijken.situatie import Situatie

FORMATS = ("md", "docx", "xlsx", "csv", "json")
BINARY = ("docx", "xlsx")


@command()
@click.argument("ids", nargs=-1, metavar="ID ID…")
@click.option(
    "--format",
    "form",
    metavar="VORM",
    type=click.Choice(FORMATS),
    default="md",
    help="md, docx, xlsx, csv of json (anders: md); docx en xlsx vragen om --uit.",
)
@click.option(
    "--uit", "out", type=click.Path(path_type=Path), default=None, help="Schrijf naar dit bestand (anders: scherm)."
)
@click.option("--soort", type=click.Choice(["interventie", "rol"]), default="interventie", help="Wat je vergelijkt.")
@click.option(
    "--situatie", default="", help="Onze situatie, zoals de keuzehulp haar in haar adres zet: thema.werk_tijd.ja."
)
@click.option("--datum", default=None, help="Datum die erin komt: 2026-11-22 (anders: vandaag).")
@click.option("--adres", default="", help="Adres van de site, voor de verwijzingen erin.")
def compare(
    ids: tuple[str, ...], form: str, out: Path | None, soort: str, situatie: str, datum: str | None, adres: str
) -> None:
    """Leg 2 tot 4 aanpakken of rollen naast elkaar, in de volgorde waarin je ze noemt."""
    from handboek.vergelijken.nota import Nota
    from handboek.vergelijken.vergelijk import compare as lay_beside
    from handboek.vergelijken.vormen import VORMEN

    day = day_of(datum)
    if form in BINARY and out is None:
        raise WrongUse(f"een {form} past niet op het scherm; noem een bestand met --uit.")
    kb = good_content(project_root())
    _refuse_wrong(ids, list(kb.all(KINDS[soort])), KINDS[soort].enkelvoud)
    data = VORMEN[form](Nota(lay_beside(kb, ids, soort, _situation(kb, soort, situatie)), day, adres))
    hand_over(data, out)


def _situation(kb: "KnowledgeBase", soort: str, tekst: str) -> "Situatie":
    """Our situation; refuse what the keuzehulp does not ask, and a situation for what is not an approach."""
    from handboek.vergelijken.situatie import lees

    if tekst and soort != "interventie":
        raise WrongUse("--situatie kan alleen bij aanpakken.")
    try:
        return lees(kb, tekst)
    except ValueError as error:
        raise WrongUse(f"de keuzehulp kent dit antwoord niet: {error}.") from error


def _refuse_wrong(ids: Sequence[str], known: Sequence[str], what: str) -> None:
    """Refuse ids that are not there, are named twice, or are too few or too many."""
    for id_ in ids:
        refuse_unknown(id_, known, what)
    if len(set(ids)) < len(ids):
        raise WrongUse("noem elk maar één keer.")
    if not MINSTENS <= len(ids) <= HOOGSTENS:
        raise WrongUse(f"noem er {MINSTENS} tot {HOOGSTENS}; het zijn er nu {len(ids)}.")
