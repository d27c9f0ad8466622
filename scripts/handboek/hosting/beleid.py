"""The headers that hold a page to its own site: the Content-Security-Policy and its neighbours.

The theme writes a few scripts into its pages. The policy names each by its hash, so that no other script that stands
in a page runs, whoever wrote it there. The page for what is not found holds nothing but the theme, so what stands in
that page is the theme's.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

NOT_FOUND = "404.html"
MOST_INLINE = 3
"""How many scripts the theme may write into a page; more means that it has changed and must be looked at."""
_RUNS = {None, "", "text/javascript", "application/javascript", "module"}
"""The types of a script that a browser runs; any other is data."""
_CLOSED = ("camera", "display-capture", "geolocation", "hid", "microphone", "midi", "payment", "serial", "usb")


class PolicyError(Exception):
    """The theme writes more into its pages than the policy should allow."""


def inline_scripts(tree: LexborHTMLParser) -> Iterator[str]:
    """The hash of every script that stands in the page itself, as a policy names it."""
    for node in tree.css("script:not([src])"):
        if node.attributes.get("type") in _RUNS:
            digest = hashlib.sha256(node.text().encode()).digest()
            yield f"sha256-{base64.b64encode(digest).decode()}"


def allowed_scripts(site: Path) -> tuple[str, ...]:
    """The hashes of what the theme writes into each page of this site; none where there is no page of the theme alone."""
    page = site / NOT_FOUND
    if not page.is_file():
        return ()
    found = tuple(dict.fromkeys(inline_scripts(LexborHTMLParser(page.read_text(encoding="utf-8")))))
    if len(found) > MOST_INLINE:
        raise PolicyError(f"{NOT_FOUND} holds {len(found)} scripts of the theme, {MOST_INLINE} at most are allowed")
    return found


def policy(scripts: Iterable[str]) -> str:
    """The Content-Security-Policy: all from the site itself, and in the page itself these scripts alone.

    `data:` is for the pictures in the style sheets of the theme.
    """
    own = "'self'"
    rules = {
        "default-src": "'none'",
        "script-src": " ".join([own, *(f"'{script}'" for script in scripts)]),
        "style-src": own,
        "img-src": f"{own} data:",
        "font-src": own,
        "connect-src": own,
        "worker-src": own,
        "manifest-src": own,
        "form-action": own,
        "base-uri": "'none'",
        "frame-ancestors": own,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def headers(scripts: Iterable[str]) -> dict[str, str]:
    """What a server says with every answer: name → value. No value holds a double quote."""
    return {
        "Content-Security-Policy": policy(scripts),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _CLOSED),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
