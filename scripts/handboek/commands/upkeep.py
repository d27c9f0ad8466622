"""The command about upkeep: houdbaarheid."""

import csv
import sys
from pathlib import Path

import click

from handboek.commands.common import CONTENT, command, day_of, good_content, project_root
from handboek.dutch_click import WrongUse
from handboek.formatters import FORMATTERS

COLUMNS = ["adres", "status"]


@command()
@click.option("--datum", default=None, help="De dag die telt: 2026-11-22 (anders: vandaag).")
@click.option(
    "--koppelingen",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="CSV met kolommen adres en status: wat iemand anders vond op de adressen buiten het handboek.",
)
@click.option("--adressen", is_flag=True, help="Toon alleen de adressen buiten het handboek, één per regel.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="text of json (anders: text)."
)
def houdbaarheid(datum: str | None, koppelingen: Path | None, adressen: bool, form: str) -> None:
    """Meld wat aan herziening toe is, welke koppelingen dood zijn, en wie nog noemt wat is ingetrokken.

    Er wordt niets opgevraagd van internet; wat er op de adressen staat, leest het uit het bestand bij --koppelingen.
    """
    from handboek.houdbaarheid import houdbaarheid as look
    from handboek.houdbaarheid import outside

    day, root = day_of(datum), project_root()
    kb = good_content(root)
    if adressen:
        click.echo(
            "".join(f"{address}\n" for address in sorted({link.address for link in outside(root, kb)})), nl=False
        )
        return
    found = look(root, kb, day, None if koppelingen is None else _statuses(koppelingen))
    if text := FORMATTERS[form](found.findings):
        click.echo(text)
    click.echo(
        f"{len(kb.entries)} items op {day}: {len(found.findings)} te doen; zonder peildatum: {found.undated}; "
        f"adressen niet nagekeken: {found.unseen}",
        err=True,
    )
    if found.findings:
        sys.exit(CONTENT)


def _statuses(path: Path) -> dict[str, str]:
    """What the file says of each address; it may have more columns."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if not set(COLUMNS) <= set(reader.fieldnames or ()):
                raise WrongUse(f"‘{path}’ heeft geen kolommen {' en '.join(COLUMNS)} op de eerste regel.")
            return {(row["adres"] or "").strip(): (row["status"] or "").strip() for row in reader}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise WrongUse(f"‘{path}’ is geen CSV in UTF-8.") from error
