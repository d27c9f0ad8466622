"""The shell: one page of the engine with markers, split once and stamped with every page of its kind.

The engine builds an overview as a plain Markdown page of markers. Everything around the markers (head,
header, navigation, footer) is the engine's and stays byte for byte the same for each page stamped.
"""

import html
import re
from collections.abc import Iterable
from typing import NamedTuple

from handboek.pages.page import Heading, Rendered

TITLE, DESCRIPTION, HEADING = "handboek-titel", "handboek-omschrijving", "handboek-kop"
TOP = "inhoud"
"""The id of every page's h1, where the theme's skip link leads."""

_REGION = re.compile(rf'<h1 id="{TITLE}">.*?<p>handboek-einde</p>', re.DOTALL)
_ENTRY = re.compile(rf'<li class="md-nav__item">\s*<a href="#{HEADING}".*?</li>', re.DOTALL)
_NEIGHBOURS = re.compile(r'\s*<link rel="(?:prev|next)"[^>]*>')
_PARTS = re.compile(
    rf'(?P<body>{_REGION.pattern})|(?P<entry>{_ENTRY.pattern})|(?P<title>{TITLE})|(?P<description>{DESCRIPTION})'
    r'|(?P<canonical>(?<=<link rel="canonical" href=")[^"]*(?="))',
    re.DOTALL,
)  # fmt: skip


class ShellError(Exception):
    """The engine's page does not hold the markers; a template of the theme has changed."""


class Part(NamedTuple):
    """A piece of the shell: literal text, or a marker's name with the text it stood for."""

    marker: str | None
    text: str


def shell_source(*, contents: bool) -> str:
    """The Markdown page that the engine turns into a shell."""
    hide = "[navigation]" if contents else "[navigation, toc]"
    front = f"---\ntitle: {TITLE}\ndescription: {DESCRIPTION}\nhide: {hide}\n---\n"
    return f"{front}\n# {TITLE}\n\n## {HEADING}\n\nhandboek-einde\n"


class Shell:
    """An engine's page, split at its markers."""

    def __init__(self, page: str) -> None:
        page = _NEIGHBOURS.sub("", page).replace(f'href="#{TITLE}"', f'href="#{TOP}"')
        self.parts: list[Part] = []
        position = 0
        for match in _PARTS.finditer(page):
            self.parts += [Part(None, page[position : match.start()]), Part(match.lastgroup, match[0])]
            position = match.end()
        self.parts.append(Part(None, page[position:]))
        missing = {"body", "title", "description"} - {part.marker for part in self.parts}
        if missing:
            raise ShellError(f"markers missing: {', '.join(sorted(missing))}")

    def stamp(self, page: Rendered) -> str:
        """The finished page."""
        return "".join(self._fill(part, page) for part in self.parts)

    def _fill(self, part: Part, page: Rendered) -> str:
        match part.marker:
            case "body":
                return page.body
            case "title":
                return html.escape(page.title)
            case "description":
                return html.escape(page.description)
            case "entry":
                return "".join(_entries(part.text, page.headings))
            case "canonical":
                return part.text.removesuffix(page.hub) + page.path
        return part.text


def _entries(pattern: str, headings: Iterable[Heading]) -> Iterable[str]:
    for heading in headings:
        entry = pattern.replace(f"#{HEADING}", f"#{html.escape(heading.anchor)}")
        yield entry.replace(HEADING, html.escape(heading.title))
