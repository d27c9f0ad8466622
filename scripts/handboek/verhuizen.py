"""Items that got another id: a page at each old address, and rules for servers that can do better than a page."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from handboek.addresses import item_path
from handboek.kinds import KIND_OF_FOLDER
from handboek.knowledge import Key, KnowledgeBase
from handboek.pages.page import Page

_PAGE = """\
<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={link}">
<title>Verhuisd: {name} - {site}</title>
<link rel="canonical" href="{canonical}">
<link rel="stylesheet" href="{style}">
</head>
<body>
<main class="md-typeset">
<h1 id="inhoud">Deze bladzijde is verhuisd</h1>
<p>Je vindt haar nu hier: <a href="{link}">{name}</a>.</p>
</main>
</body>
</html>
"""
_RULES: Mapping[str, str] = {
    "_redirects": "{old} {new} 301",
    ".htaccess": "Redirect 301 {old} {new}",
    ".hosting/nginx.conf": "location = {old} {{ return 301 {new}; }}",
    ".hosting/Caddyfile": "redir {old} {new} 301",
}
"""For each file that tells a server what to do, the line for one address. All servers take the same two paths."""


class Move(NamedTuple):
    """An old address within the site and the new one: `methoden/oud.html`, `methoden/nieuw.html`."""

    old: str
    new: str


def moves(kb: KnowledgeBase) -> list[Move]:
    """All that moved, in the order of the list."""
    return [Move(item_path(_key(one.van)), item_path(_key(one.naar))) for one in kb.verhuisd]


def _key(address: str) -> Key:
    folder, _, id_ = address.partition("/")
    return Key(KIND_OF_FOLDER[folder], id_)


def moved_pages(kb: KnowledgeBase, site_name: str, site: str) -> Iterator[tuple[str, str]]:
    """The page at each old address, with its path: it sends the reader on, and says so to whoever stays.

    `site` is where the site stands ("" if unknown).
    """
    for one, (old, new) in zip(kb.verhuisd, moves(kb), strict=True):
        page = Page(kb, old)
        link = page.to(new)
        values = {
            "link": link,
            "name": kb.item(_key(one.naar)).naam,
            "site": site_name,
            "canonical": f"{site}{new}" if site else link,
            "style": page.to("assets/stijl.css"),
        }
        yield old, _PAGE.format(**{name: escape(value) for name, value in values.items()})


def with_rules(files: Mapping[str, str], moved: Iterable[Move], site: str) -> dict[str, str]:
    """These files, and for each kind of server the rules at the end of what it reads; unchanged when nothing moved."""
    base = quote(urlsplit(site).path) or "/"
    rows = [{"old": base + move.old, "new": base + move.new} for move in moved]
    rules = {path: "".join(f"{line.format(**row)}\n" for row in rows) for path, line in _RULES.items()}
    return {**files, **({path: files.get(path, "") + text for path, text in rules.items()} if rows else {})}
