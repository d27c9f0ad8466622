"""The finished site, checked: links, anchors, assets, addresses, ids, headings, names, no other host, no code in a page."""

import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from handboek.hosting.beleid import allowed_scripts, inline_scripts

LINKS = frozenset({"href", "src", "action", "formaction", "poster", "data", "cite", "background", "xlink:href"})
SETS = frozenset({"srcset", "imagesrcset"})
FOLLOWED = {"a", "area", "form", "button", "input", "blockquote", "q", "ins", "del"}
"""Elements whose address is gone to when a reader asks; that of any other is loaded with the page."""
POINTERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list", "form")
NOT_LOADED = {"canonical", "alternate", "author", "license", "help", "next", "prev", "search"}
"""What a `link` is for when nothing is loaded."""
SCHEMES = {"http", "https", "mailto", "tel"}
_WITH_ADDRESS = ", ".join(f"[{name.replace(':', chr(92) + ':')}]" for name in sorted({*LINKS, *SETS, "style"}))
_WITH_POINTER = ", ".join(f"[{name}]" for name in POINTERS)
_CSS_ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+["']([^"']*)["']""")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_HANDLER = re.compile(r"[\s/\"']on[a-z]+\s*=", re.IGNORECASE)
_NO_FILE_NAME = re.compile(r'[\x00-\x1f<>:"\\|?*]|[. ]$|^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)', re.IGNORECASE)


class Parsed(NamedTuple):
    """What a page offers and what it asks: its ids, its links (tag, address), and its own faults."""

    ids: frozenset[str]
    links: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]


def check_site(site: Path) -> list[str]:
    """Every fault of the site in `site`, one line each, sorted by page."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if not path.is_dir()}
    allowed = frozenset(allowed_scripts(site))
    pages = {name: _parse(site / name, allowed) for name in sorted(files) if name.endswith((".html", ".css"))}
    faults = [f"{name}: {fault}" for name in sorted(files) for fault in _name_faults(site / name, name)]
    faults += [f"{name}: {fault}" for name, page in pages.items() for fault in page.faults]
    faults += [f"{name}: {fault}" for name, page in pages.items() for fault in _broken(name, page, pages, files)]
    return faults + list(_twins(files))


def _name_faults(path: Path, name: str) -> Iterator[str]:
    """What is wrong with a file before it is read: it leads out of the site, or not every computer can hold it."""
    if path.is_symlink():
        yield "is een koppeling (symbolic link)"
    if any(_NO_FILE_NAME.search(part) for part in name.split("/")):
        yield "die naam kan niet op elke computer bestaan"


def _twins(files: set[str]) -> Iterator[str]:
    """Files whose addresses some server or computer takes for one."""
    plain = {name: unicodedata.normalize("NFC", name).casefold() for name in sorted(files)}
    count = Counter(plain.values())
    for name, same in plain.items():
        if count[same] > 1:
            yield f"{name}: verschilt alleen in hoofdletters of accenten van een ander"


def _parse(path: Path, allowed: frozenset[str]) -> Parsed:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return Parsed(frozenset(), (), ("is geen UTF-8",))
    except OSError:
        return Parsed(frozenset(), (), ("is niet te lezen",))
    if path.suffix == ".css":
        return Parsed(frozenset(), tuple(("link", link) for link in _css_links(text)), ())
    tree = LexborHTMLParser(text)
    ids = Counter(node.attributes.get("id") or "" for node in tree.css("[id]"))
    return Parsed(
        frozenset(ids), tuple(dict.fromkeys(_links(tree))), (*_own_faults(tree, ids), *_code(tree, text, allowed))
    )


def _links(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Every address that the page names, with the element that names it."""
    for node in tree.css(_WITH_ADDRESS):
        attributes, tag = node.attributes, node.tag or ""
        tag = "a" if tag == "link" and attributes.get("rel") in NOT_LOADED else tag
        for name, value in attributes.items():
            if name in LINKS:
                yield tag, value or ""
            elif name in SETS:
                yield from ((tag, part.split()[0]) for part in (value or "").split(",") if part.strip())
            elif name == "style":
                yield from (("style", link) for link in _css_links(value or ""))
    for node in tree.css("style"):
        yield from (("style", link) for link in _css_links(node.text()))


def _css_links(text: str) -> Iterator[str]:
    """Every address that a style sheet or a style names."""
    if "url(" not in text and "@import" not in text:
        return
    for groups in _CSS_ADDRESS.findall(_CSS_COMMENT.sub("", text)):
        yield "".join(groups)


def _own_faults(tree: LexborHTMLParser, ids: Counter[str]) -> Iterator[str]:
    for id_, count in ids.items():
        if count > 1 or not id_:
            yield f"id ‘{id_}’ staat {count} keer op de bladzijde"
    if len(tree.css("h1")) != 1:
        yield f"{len(tree.css('h1'))} koppen h1, er hoort er één te zijn"
    if tree.css("base, meta[http-equiv=refresh]") and not _only_moved(tree):
        yield "stuurt de lezer door of verlegt zijn koppelingen (base, refresh)"
    for node in tree.css("img:not([alt]), area[href]:not([alt]), input[type=image]:not([alt])"):
        yield f"afbeelding zonder alt: {node.attributes.get('src') or node.attributes.get('href')}"
    for node in tree.css("a[href]"):
        if not _named(node):
            yield f"lege koppeling naar {node.attributes.get('href')}"
    for node in tree.css(_WITH_POINTER):
        attributes = node.attributes
        for name in POINTERS:
            for id_ in (attributes.get(name) or "").split():
                if id_ not in ids:
                    yield f"{name} wijst naar ‘{id_}’, dat er niet is"


def _code(tree: LexborHTMLParser, text: str, allowed: frozenset[str]) -> Iterator[str]:
    """What the Content-Security-Policy of the site would stop: code and style that stand in the page itself."""
    if not allowed.issuperset(inline_scripts(tree)):
        yield "heeft een script in de bladzijde zelf; zet het in een eigen bestand"
    if tree.css("style, [style]"):
        yield "heeft opmaak in de bladzijde zelf (style); zet die in een eigen bestand"
    if _HANDLER.search(text):
        names = (name for node in tree.css("*") for name in node.attributes if name.startswith("on"))
        yield from (
            f"heeft een script in een kenmerk ({name}); zet het in een eigen bestand" for name in sorted({*names})
        )


def _only_moved(tree: LexborHTMLParser) -> bool:
    """Whether a page that sends the reader on stands where an item was: it leads to a page of the site by a link, too."""
    refresh, links = tree.css("base, meta[http-equiv=refresh]"), tree.css("a[href]")
    if len(refresh) != 1 or len(links) != 1 or not tree.css('meta[name=robots][content="noindex"]'):
        return False
    link = links[0].attributes.get("href") or ""
    parts = _split(link)
    own = parts is not None and not parts.scheme and not parts.netloc
    return own and refresh[0].attributes.get("content") == f"0; url={link}"


def _named(node: LexborNode) -> bool:
    """Whether a link says something: in letters, in a label, or in the alt text of its picture."""
    if node.text().strip():
        return True
    attributes = node.attributes
    labels = [attributes.get(name) for name in ("aria-label", "aria-labelledby", "title")]
    labels += [picture.attributes.get("alt") for picture in node.css("img[alt]")]
    return any(label and label.strip() for label in labels)


def _broken(name: str, page: Parsed, pages: dict[str, Parsed], files: set[str]) -> Iterator[str]:
    for tag, link in page.links:
        parts = _split(link)
        if parts is None:
            yield f"koppeling naar {link}: dat is geen adres"
        elif parts.scheme or parts.netloc:
            yield from _foreign(tag, link, parts.scheme)
        else:
            target = _index(_target(name, link, parts.path), files)
            if target not in files:
                yield f"koppeling naar {link}: die bladzijde is er niet"
            elif parts.fragment and not _offers(pages.get(target), parts.fragment):
                yield f"koppeling naar {link}: dat anker is er niet"


class _Parts(NamedTuple):
    scheme: str
    netloc: str
    path: str
    fragment: str


@cache
def _split(link: str) -> _Parts | None:
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    return _Parts(parts.scheme, parts.netloc, unquote(parts.path), unquote(parts.fragment))


def _target(name: str, link: str, path: str) -> str:
    """The file that a link on page `name` leads to; only the page for what is not found stands anywhere."""
    if not path:
        return name
    if name == "404.html" and link.startswith("/"):
        return posixpath.normpath(path.lstrip("/") or "index.html")
    return _joined(posixpath.dirname(name), path)


@cache
def _joined(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))


def _offers(page: Parsed | None, anchor: str) -> bool:
    return page is None or anchor in page.ids or anchor == "__skip"


def _index(target: str, files: set[str]) -> str:
    inside = "index.html" if target == "." else f"{target}/index.html"
    return inside if target not in files and inside in files else target


def _foreign(tag: str, link: str, scheme: str) -> Iterator[str]:
    if scheme == "data" and tag not in FOLLOWED:
        return
    if scheme not in SCHEMES:
        yield f"koppeling met schema {scheme or 'zonder schema'}: {link}"
    elif tag not in FOLLOWED and scheme not in {"mailto", "tel"}:
        yield f"vraagt iets aan een ander adres: {link}"
