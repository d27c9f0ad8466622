"""Commands about the search: search-quality."""

import sys
from pathlib import Path

import click

from handboek.commands.common import CONTENT, command, good_content, project_root
from handboek.dutch_click import WrongUse

QUESTIONS = Path("tests/zoekvragen.yml")
SCRIPTS = Path("docs/assets/zoeken")


@command("search-quality")
@click.option(
    "--queries",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="Bestand met andere zoekvragen (anders: tests/zoekvragen.yml, waarvan een derde meetelt als afstelling).",
)
def search_quality(queries: Path | None) -> None:
    """Meet hoe goed de zoekmachine vindt, met vragen waarvan het antwoord bekend is."""
    try:
        from handboek.zoeken import kwaliteit
        from handboek.zoeken.browser import chromium
    except ImportError as error:
        raise WrongUse("hiervoor is Playwright nodig: pip install playwright.") from error
    root = project_root()
    kb = good_content(root)
    try:
        questions = kwaliteit.read_questions(queries or root / QUESTIONS, kb)
    except kwaliteit.QuestionsError as error:
        raise WrongUse(str(error)) from error
    with chromium() as browser:
        found = list(zip(questions, kwaliteit.answers(kb, root / SCRIPTS, questions, browser), strict=True))
    if queries is None:
        click.echo(f"Waarop is afgesteld:\n\n{kwaliteit.report([pair for pair in found if pair[0].is_tuning])[0]}\n")
        found = [pair for pair in found if not pair[0].is_tuning]
        click.echo("De rest, waar de belofte over gaat:\n")
    table, holds = kwaliteit.report(found)
    click.echo(table)
    if not holds:
        promise = ", ".join(f"{name} {bar}" for name, bar in kwaliteit.BARS.items())
        click.echo(f"Onder de maat; beloofd is: {promise}.", err=True)
        sys.exit(CONTENT)
