"""The finished site, checked: links, anchors, assets, ids, headings, and no other host."""

import posixpath
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("form", "action"))
LOADED = {"link", "script", "img", "source"}
SCHEMES = {"http", "https", "mailto", "tel"}


class Parsed(NamedTuple):
    """What a page offers and what it asks: its ids, its links (tag, address), and its own faults."""

    ids: frozenset[str]
    links: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]


def check_site(site: Path) -> list[str]:
    """Every fault of the site in `site`, one line each, sorted by page."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: _parse(site / name) for name in sorted(files) if name.endswith(".html")}
    faults = [f"{name}: {fault}" for name, page in pages.items() for fault in page.faults]
    faults += [f"{name}: {fault}" for name, page in pages.items() for fault in _broken(name, page, pages, files)]
    folded = Counter(name.casefold() for name in files)
    return faults + [
        f"{name}: verschilt alleen in hoofdletters van een ander" for name in files if folded[name.casefold()] > 1
    ]


def _parse(path: Path) -> Parsed:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    ids = Counter(node.attributes.get("id") or "" for node in tree.css("[id]"))
    links = tuple((tag, node.attributes.get(name) or "") for tag, name in LINKS for node in tree.css(f"{tag}[{name}]"))
    return Parsed(frozenset(ids), links, tuple(_own_faults(tree, ids)))


def _own_faults(tree: LexborHTMLParser, ids: Counter[str]) -> Iterator[str]:
    for id_, count in ids.items():
        if count > 1 or not id_:
            yield f"id ‘{id_}’ staat {count} keer op de bladzijde"
    if len(tree.css("h1")) != 1:
        yield f"{len(tree.css('h1'))} koppen h1, er hoort er één te zijn"
    for node in tree.css("img:not([alt])"):
        yield f"afbeelding zonder alt: {node.attributes.get('src')}"
    for node in tree.css("main a[href]"):
        if not node.text().strip() and not node.attributes.get("aria-label") and not node.attributes.get("title"):
            yield f"lege koppeling naar {node.attributes.get('href')}"


def _broken(name: str, page: Parsed, pages: dict[str, Parsed], files: set[str]) -> Iterator[str]:
    for tag, link in page.links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            yield from _foreign(tag, link, parts.scheme)
            continue
        if name == "404.html" and link.startswith("/"):
            target = posixpath.normpath(unquote(parts.path).lstrip("/") or "index.html")
        else:
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
            )
        target = _index(target, files)
        if target not in files:
            yield f"koppeling naar {link}: die bladzijde is er niet"
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids | {"__skip"}:
            yield f"koppeling naar {link}: dat anker is er niet"


def _index(target: str, files: set[str]) -> str:
    inside = "index.html" if target == "." else f"{target}/index.html"
    return inside if target not in files and inside in files else target


def _foreign(tag: str, link: str, scheme: str) -> Iterator[str]:
    if scheme not in SCHEMES:
        yield f"koppeling met schema {scheme or 'zonder schema'}: {link}"
    elif tag in LOADED and not link.startswith(("mailto:", "tel:")):
        yield f"vraagt iets aan een ander adres: {link}"
