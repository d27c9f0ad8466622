"""An item that got another id: its old address still arrives, in the browser, on the server, in the search."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import nginx
from conftest import ROOT, VOORBEELD, served
from handboek.checking import checked
from handboek.engines import mkdocs_engine
from handboek.knowledge import KnowledgeBase
from handboek.publishing import publish
from handboek.site_check import check_site
from handboek.verhuizen import Move, moves, with_rules
from handboek.zoeken.elders import RECORDS_FILE
from test_hosting import get, needs_nginx

LIST = """# yaml-language-server: $schema=../schema/verhuisd.json
verhuisd:
  - {van: methoden/klopklop, naar: methoden/aanbellen}
  - {van: begrippen/deur-in-de-straat, naar: methoden/aanbellen}
"""
MOVED = Move("begrippen/deur-in-de-straat.html", "methoden/aanbellen.html")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of the example in the clothes of the real site; a method in it stood elsewhere before."""
    root = tmp_path_factory.mktemp("moved") / "project"
    shutil.copytree(VOORBEELD, root)
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, root / name, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "methods/verhuisd.yml").write_text(LIST, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def content(project: Path) -> KnowledgeBase:
    """Its content, which has no fault."""
    found = checked(project)
    assert not found.findings
    return found.kb


@pytest.fixture(scope="module")
def built(project: Path, content: KnowledgeBase) -> Path:
    """Its site, published and thereby checked."""
    site = project / "site"
    publish(project, site, lambda folder: mkdocs_engine.build(project, folder, content))
    return site


def test_moves_are_paths_of_the_site(content: KnowledgeBase) -> None:
    assert moves(content) == [Move("methoden/klopklop.html", "methoden/aanbellen.html"), MOVED]


def test_the_old_address_leads_to_the_new_one(built: Path, chromium: Browser) -> None:
    for script in (True, False):
        context = chromium.new_context(java_script_enabled=script, service_workers="block")
        with served(built) as address:
            page = context.new_page()
            page.goto(f"{address}/{MOVED.old}")
            page.wait_for_url(f"{address}/{MOVED.new}")
            assert page.locator("h1").inner_text() == "Aanbellen"
        context.close()


@needs_nginx
def test_a_server_with_the_built_rules_leads_on_without_a_page_between(built: Path) -> None:
    with nginx.served(built) as address:
        answer = get(address, f"/{MOVED.old}")
        assert (answer.status, answer.headers["Location"]) == (301, f"/{MOVED.new}")
        assert get(address, f"/{MOVED.new}").status == 200


def test_the_page_says_it_too_and_is_no_page_of_its_own(built: Path) -> None:
    text = (built / MOVED.old).read_text(encoding="utf-8")
    for part in ('<html lang="nl">', 'content="noindex"', '<h1 id="inhoud">', '<a href="../methoden/aanbellen.html">'):
        assert part in text
    assert '<link rel="canonical" href="' in text
    assert "<script" not in text


def test_the_search_finds_the_item_by_its_old_name_and_never_the_old_page(built: Path) -> None:
    records = (built / RECORDS_FILE).read_text(encoding="utf-8")
    assert "klopklop" in records
    assert "klopklop.html" not in records


def test_a_page_that_sends_away_or_leads_nowhere_is_a_fault(built: Path, tmp_path: Path) -> None:
    text = (built / MOVED.old).read_text(encoding="utf-8")
    for number, (old, new) in enumerate(
        [
            ("../methoden/aanbellen.html", "https://elders.nl/"),
            ("../methoden/aanbellen.html", "../methoden/weg.html"),
            ('content="0; url=../methoden/aanbellen.html"', 'content="0; url=../index.html"'),
            ("noindex", "index"),
        ]
    ):
        site = tmp_path / str(number)
        shutil.copytree(built, site)
        (site / MOVED.old).write_text(text.replace(old, new), encoding="utf-8")
        assert [fault for fault in check_site(site) if fault.startswith(MOVED.old)]


def test_the_rules_follow_what_a_server_reads() -> None:
    files = with_rules(
        {".htaccess": "DirectoryIndex index.html\n"}, [Move("a/b.html", "a/c.html")], "https://x.nl/wijk/"
    )
    assert files == {
        "_redirects": "/wijk/a/b.html /wijk/a/c.html 301\n",
        ".htaccess": "DirectoryIndex index.html\nRedirect 301 /wijk/a/b.html /wijk/a/c.html\n",
        ".hosting/nginx.conf": "location = /wijk/a/b.html { return 301 /wijk/a/c.html; }\n",
        ".hosting/Caddyfile": "redir /wijk/a/b.html /wijk/a/c.html 301\n",
    }
    assert with_rules({"x": "y"}, [], "") == {"x": "y"}


def test_a_reference_to_the_old_id_is_told_the_new_one(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site"))
    wonen = root / "methods/begrippen/wonen.yml"
    wonen.write_text(wonen.read_text(encoding="utf-8") + "zie_ook: [methoden/klopklop]\n", encoding="utf-8")
    assert [finding.tip for finding in checked(root).findings] == ["Het is verhuisd naar methoden/aanbellen."]


def test_no_page_written_by_hand_takes_an_old_address(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site"))
    (root / "docs/methoden").mkdir()
    (root / "docs/methoden/klopklop.md").write_text("# X\n", encoding="utf-8")
    assert [finding.code for finding in checked(root).findings] == ["D06"]
