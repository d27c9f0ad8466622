"""MkDocs and Zensical build the same handbook: same pages, same text, same links."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from conftest import ROOT, served
from handboek.engines import zensical_engine
from handboek.knowledge import KnowledgeBase


@pytest.fixture(scope="module")
def zensical_site(tmp_path_factory: pytest.TempPathFactory, kb: KnowledgeBase) -> Path:
    """The real content built with Zensical."""
    target = tmp_path_factory.mktemp("zensical")
    zensical_engine.build(ROOT, target, kb)
    return target


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def _main(path: Path) -> LexborNode:
    node = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article")
    assert node is not None, path
    return node


def _words(node: LexborNode) -> str:
    """The text without white space: the engines colour code in pieces of their own."""
    return re.sub(r"[\s¶]+", "", node.text())


def _links(path: Path) -> list[str | None]:
    return [
        node.attributes["href"]
        for node in _main(path).css("a[href]")
        if "headerlink" not in (node.attributes.get("class") or "")
    ]


def test_same_pages(site: Path, zensical_site: Path) -> None:
    assert _pages(site) == _pages(zensical_site)


def test_same_text_and_links(site: Path, zensical_site: Path) -> None:
    names = sorted(_pages(site) - {"404.html"})
    assert len(names) > 300
    for name in names:
        assert _words(_main(site / name)) == _words(_main(zensical_site / name)), name
        assert _links(site / name) == _links(zensical_site / name), name


def test_same_contents_and_tabs(site: Path, zensical_site: Path) -> None:
    for name in ("rollen/wijkcoach.html", "interventies/index.html", "over.html"):
        for what in (".md-nav--secondary a", ".md-tabs a"):
            found = [
                [
                    re.sub(r"^\./", "", node.attributes["href"] or "")
                    for node in LexborHTMLParser((folder / name).read_text(encoding="utf-8")).css(what)
                ]
                for folder in (site, zensical_site)
            ]
            assert found[0] == found[1] != [], (name, what)


def test_same_data(site: Path, zensical_site: Path) -> None:
    for name in (
        "handboek.json",
        "handboek.schema.json",
        "competenties.case.json",
        "competenties.ttl",
        "leerpaden/startende-sociaal-makelaar.case.json",
    ):
        assert (site / "data" / name).read_bytes() == (zensical_site / "data" / name).read_bytes()


@pytest.fixture(scope="module")
def zensical_address(zensical_site: Path) -> Iterator[str]:
    """The address at which Zensical's site is served."""
    with served(zensical_site) as found:
        yield found


def test_our_search_is_the_only_one(page: Page, zensical_address: str) -> None:
    errors: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{zensical_address}/rollen/wijkcoach.html")
    assert page.locator("[data-md-component=search]").count() == 0
    page.keyboard.press("/")
    expect(page.get_by_role("dialog", name="Zoeken")).to_be_visible()
    page.keyboard.type("klepuurtje")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
    assert errors == []
    assert not [url for url in asked if "search" in url]
