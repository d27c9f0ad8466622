"""What the commands share: the project that they work on, its content, and how they end."""

import sys
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import Path

import click

from handboek.checking import checked
from handboek.dag import vandaag
from handboek.dutch_click import DutchCommand, WrongUse
from handboek.findings import Finding, Severity
from handboek.formatters import FORMATTERS
from handboek.knowledge import KnowledgeBase

CONTENT, USAGE, BUG, BUSY = 1, 2, 70, 75
command = partial(click.command, cls=DutchCommand)


def project_root() -> Path:
    """The nearest folder upwards that holds mkdocs.yml; a usage error when there is none."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise WrongUse("Geen handboek gevonden: hier en hierboven staat geen mkdocs.yml.")


def good_content(root: Path) -> KnowledgeBase:
    """The content; the program ends with its findings when it has a fout."""
    kb, findings = checked(root)
    wrong = [finding for finding in findings if finding.severity is Severity.FOUT]
    if wrong:
        click.echo(FORMATTERS["text"](wrong))
        click.echo(summary(wrong, len(kb.entries)), err=True)
        sys.exit(CONTENT)
    return kb


def day_of(datum: str | None) -> str:
    """The day that an option names, else that of the builder; a usage error when it is none."""
    try:
        return vandaag() if datum is None else date.fromisoformat(datum).isoformat()
    except ValueError as error:
        raise WrongUse(f"‘{datum}’ is geen dag: schrijf 2026-11-22.") from error


def refuse_unknown(id_: str, known: Collection[str], what: str) -> None:
    """Refuse an id that is not there, with those that it may have meant."""
    if id_ not in known:
        near = get_close_matches(id_, known)
        raise WrongUse(f"‘{id_}’ is geen {what}." + (f" Bedoelde u {' of '.join(near)}?" if near else ""))


def hand_over(data: bytes, out: Path | None) -> None:
    """Write what was asked for into a file and name it, or show it."""
    from handboek.publishing import write_whole

    if out is None:
        click.echo(data, nl=False)
        return
    try:
        write_whole(out, data)
    except OSError as error:
        raise WrongUse(f"‘{out}’ is niet te schrijven. Bestaat de map, en mag je er schrijven?") from error
    click.echo(out)


def summary(findings: list[Finding], items: int) -> str:
    fouten = sum(finding.severity is Severity.FOUT for finding in findings)
    return f"{items} items nagekeken: {fouten} {'fout' if fouten == 1 else 'fouten'}, {len(findings) - fouten} let op"


@contextmanager
def progress(label: str) -> Iterator[None]:
    """Say what takes long, when someone is watching."""
    watched = sys.stderr.isatty()
    if watched:
        click.echo(f"{label} …", err=True)
    start = time.monotonic()
    yield
    if watched:
        click.echo(f"{label}: klaar in {time.monotonic() - start:.1f} s", err=True)
