"""Prose: the small part of Markdown that a statement may hold, rendered and cleaned at once.

Bold, emphasis, code and links; no raw HTML, no images, no headings. See docs/bijdragen.
"""

import re
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

SCHEMES = {"http", "https", "mailto", "tel"}
TAGS = {"strong", "em", "code", "a", "br"}
ATTRIBUTES = {"a": {"href"}, "*": set[str]()}
_SIGNS = re.compile(r"[*_`\[\]<>&\\!\n]")
_markdown = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_inline", "autolink", "entity"])


@lru_cache(maxsize=20_000)
def prose(text: str) -> Markup:
    """One statement's text as safe inline HTML."""
    return _rendered(text) if _SIGNS.search(text) else escape(text)


def _rendered(text: str) -> Markup:
    html = _markdown.renderInline(text)
    return Markup(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, url_relative="deny"))


def plain_text(text: str) -> str:
    """The same without any markup, for search and exports."""
    return Markup(prose(text)).striptags()
