"""Click's own words in Dutch: its headings, its usage lines and its help option."""

from collections.abc import Iterator
from contextlib import contextmanager

import click


class _Formatter(click.HelpFormatter):
    """Click's own words in Dutch."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = "Gebruik: ") -> None:
        """How a command is written."""
        super().write_usage(prog, args.replace("OPTIONS", "OPTIES").replace("COMMAND [ARGS]...", "OPDRACHT …"), prefix)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A list under a heading."""
        with super().section({"Options": "Opties", "Commands": "Opdrachten"}.get(name, name)):
            yield


class _Context(click.Context):
    formatter_class = _Formatter


class _Command(click.Command):
    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that explains the command."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Toon deze uitleg."
        return option


class DutchGroup(_Command, click.Group):
    command_class = _Command
