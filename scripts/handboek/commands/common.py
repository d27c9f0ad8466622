"""What the commands share: the project that they work on, its content, and how they end."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from handboek.checking import checked
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
