"""MkDocs and Zensical build the same handbook: same pages, same text, same links."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from conftest import ROOT
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
    for name in ("handboek.json", "handboek.schema.json"):
        assert (site / "data" / name).read_bytes() == (zensical_site / "data" / name).read_bytes()
