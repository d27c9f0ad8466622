"""Click's own words in Dutch: its headings, its usage lines, its help option and its errors."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click


class WrongUse(click.UsageError):
    """A command that cannot be carried out as it was given, with the reason in Dutch."""


def explain(error: click.ClickException) -> str:
    """What was wrong in the use of a command, in Dutch; of what click itself found, with where to find help."""
    if isinstance(error, WrongUse):
        return f"Dat kan niet: {error.message}"
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "handboek"
    return f"Dat kan niet: {_reason(error)}\nTyp ‘{command} --help’ voor uitleg."


def _reason(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return f"de optie {error.option_name} bestaat niet.{_perhaps(error.possibilities)}"
        case click.exceptions.NoSuchCommand():
            return f"de opdracht ‘{error.command_name}’ bestaat niet.{_perhaps(error.possibilities)}"
        case click.MissingParameter(param=click.Parameter() as parameter):
            return f"{parameter.human_readable_name} ontbreekt."
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices))):
            return f"{_quoted(error.message)} is geen van: {', '.join(choices)}."
        case click.BadParameter(param=click.Parameter(type=click.Path())):
            return f"{_quoted(error.message)} is er niet of is niet te lezen."
        case click.BadOptionUsage():
            return f"de optie {error.option_name} krijgt te veel of te weinig."
    return "achter de opdracht staat te veel of te weinig."


def _perhaps(possibilities: Iterable[str] | None) -> str:
    return f" Bedoelde u {' of '.join(sorted(possibilities))}?" if possibilities else ""


def _quoted(message: str) -> str:
    """What was typed: click's message has it between its first quotes."""
    return f"‘{message.split(chr(39))[1]}’" if message.count(chr(39)) > 1 else "dat"


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


class DutchCommand(click.Command):
    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that explains the command."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Toon deze uitleg."
        return option


class DutchGroup(DutchCommand, click.Group):
    command_class = DutchCommand
