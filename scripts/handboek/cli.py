"""The command line of the handbook."""

import sys
import traceback

import click

from handboek.commands import compare, content, leerpad, search, site, upkeep
from handboek.commands.common import BUG
from handboek.dutch_click import DutchGroup, explain


@click.group(cls=DutchGroup, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Handboek sociaal werk in de wijk: YAML nakijken, opmaken en uitgeven."""


for command in (
    content.check,
    site.build,
    site.serve,
    content.format_,
    content.new,
    content.schema,
    site.export,
    compare.compare,
    leerpad.leerpad,
    search.search_quality,
    upkeep.houdbaarheid,
):
    cli.add_command(command)


def main() -> None:
    """Run the command line; an own bug ends with exit code 70."""
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
