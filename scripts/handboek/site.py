"""The site: the engine's pages become shells, shells become pages, and data lies beside them."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from handboek.exports import export_schema, handboek_json
from handboek.knowledge import KnowledgeBase
from handboek.pages.overviews import HUBS
from handboek.pages.page import Address, Rendered
from handboek.pages.render import NOWHERE, render_all
from handboek.pages.shell import Shell, shell_source


def staged_pages() -> dict[str, str]:
    """The Markdown pages that the engine must build: path → text. Their number does not grow with the content."""
    return {hub.path.removesuffix(".html") + ".md": shell_source(contents=hub.contents) for hub in HUBS}


def staged_files(kb: KnowledgeBase) -> dict[str, str]:
    """All that stands beside the hand-written pages for the engine: its pages, and the data that it copies."""
    return staged_pages() | {f"data/{name}": text for name, text in data_texts(kb).items()}


def stamp(site: Path, kb: KnowledgeBase, site_name: str, address: Address = NOWHERE) -> list[Rendered]:
    """Turn the engine's output in `site` into the finished site; returns the pages written."""
    pages = []
    shells: dict[str, Shell] = {}
    for page in render_all(kb, site_name, address):
        if page.hub not in shells:
            shells[page.hub] = Shell((site / page.hub).read_text(encoding="utf-8"))
        (site / page.path).write_text(shells[page.hub].stamp(page), encoding="utf-8")
        pages.append(page)
    return pages


def data_texts(kb: KnowledgeBase) -> dict[str, str]:
    """The knowledge base as data and the schema of that data: file name → text."""
    data = {"handboek.json": handboek_json(kb), "handboek.schema.json": export_schema()}
    return {
        name: json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
        for name, value in data.items()
    }


def search_records(pages: Iterable[Rendered]) -> Iterator[dict[str, str]]:
    """The pages as records of the engine's own search."""
    for page in pages:
        tree = LexborHTMLParser(page.body)
        for node in tree.css(
            ".bronkaart, .catalogusbalk, .facetten, .uitleg, .paginavoet, .alleen-druk, .onzichtbaar, [hidden], svg"
        ):
            node.decompose()
        body = tree.body
        yield {"location": page.path, "title": page.title, "text": body.text(separator=" ").strip() if body else ""}
