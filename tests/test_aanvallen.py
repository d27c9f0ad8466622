"""Whatever someone writes in a text, the site shows it and does nothing with it: on no page, in no search, in no file."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import quote

import openpyxl
import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

import nginx
from aanvallen import ATTACKS, CODE, EVERY_FIELD, GROUPS, attacked
from conftest import ROOT, served
from handboek.addresses import item_path
from handboek.engines import mkdocs_engine
from handboek.kinds import KINDS
from handboek.knowledge import KnowledgeBase
from handboek.lesmateriaal import vormen as lesvormen
from handboek.lesmateriaal.boek import VERSIES
from handboek.models.interventie import Interventie
from handboek.pages.overviews import HUBS
from handboek.prose import prose
from handboek.site_check import check_site
from handboek.vergelijken.nota import Nota
from handboek.vergelijken.vergelijk import compare
from handboek.vergelijken.vormen import VORMEN
from handboek.vergelijken.waarde import Rij, Vergelijking
from test_uitvoer import _vergelijk

HOOK = """
window.__liep = [];
for (const naam of ["alert", "confirm", "prompt", "print"]) window[naam] = (wat) => { window.__liep.push(naam + " " + wat); };
document.addEventListener("securitypolicyviolation", (e) => window.__liep.push(e.violatedDirective + " " + e.blockedURI + " " + e.sample));
"""
LOOK = """async () => {
  const kaarten = document.querySelectorAll("[popover]");
  for (const kaart of kaarten) try { kaart.showPopover(); } catch {}
  for (const deel of document.querySelectorAll("details")) deel.open = true;
  await new Promise(requestAnimationFrame);
  for (const kaart of kaarten) kaart.hidePopover();
  const verdacht = [...document.querySelectorAll("*")].filter((deel) =>
    [...deel.attributes].some(({name, value}) => /^on/.test(name) || (/href|src|action|data$/.test(name) && /^\\s*(javascript|vbscript|data:text)/i.test(value)))
    || deel.matches("main :is(script:not([src]), iframe, object, embed, base, meta, style, form[action^=http], marquee, math)"));
  return [...window.__liep, ...verdacht.map((deel) => deel.outerHTML.slice(0, 120))];
}"""
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Attacked:
    """The attacked handbook: its content, its site, and which items hold every attack in every field."""

    def __init__(self, kb: KnowledgeBase, site: Path) -> None:
        self.kb, self.carriers = attacked(kb)
        self.site = site
        mkdocs_engine.build(ROOT, site, self.kb)

    def chosen(self, kind: str) -> list[str]:
        """Two items of a kind to lay side by side, those with most attacks first."""
        first = [key.id for key in self.carriers[kind]]
        return [*first, *(id_ for id_ in self.kb.all(KINDS[kind]) if id_ not in first)][:2]

    def pages(self) -> Iterator[str]:
        """Every type of page, and of every kind the items that hold all attacks."""
        yield from (hub.path for hub in HUBS)
        yield from (item_path(key) for keys in self.carriers.values() for key in sorted(keys))
        yield from sorted(path.relative_to(self.site).as_posix() for path in self.site.glob("vergelijken/*-en-*.html"))


@pytest.fixture(scope="module")
def handbook(kb: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    """The real content, attacked and built."""
    return Attacked(kb, tmp_path_factory.mktemp("aanval"))


@pytest.fixture(scope="module")
def attacked_address(handbook: Attacked) -> Iterator[str]:
    """Where the attacked site is served: by nginx with its policy, so that it tells of attempts too; else without."""
    handbook.site.chmod(0o755)
    with nginx.served(handbook.site) if nginx.find() else served(handbook.site) as address:
        yield address


class Victim:
    """A reader of the attacked site, who notes whatever runs, is stopped, or asks another host."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.seen: list[str] = []
        page.add_init_script(HOOK)
        page.on("request", lambda request: self._asked(request.url))
        page.on("dialog", lambda dialog: (self.seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: self.seen.append(f"{page.url}: {error}"))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, "data:image/svg+xml", f"blob:{self.address}")):
            self.seen.append(f"asked {url}")

    def visit(self, path: str) -> None:
        self.page.goto(f"{self.address}/{path}", wait_until="load")
        self.look(path)

    def look(self, where: str) -> None:
        """Open all that can be opened, and note what ran or came into the page."""
        self.seen += [f"{where}: {found}" for found in self.page.evaluate(LOOK)]


@pytest.fixture
def victim(page: Page, attacked_address: str) -> Victim:
    """A reader with a fresh browser."""
    return Victim(page, attacked_address)


def test_there_are_enough_attacks_and_no_field_is_left_out() -> None:
    assert len(set(ATTACKS)) == len(ATTACKS) >= 60
    assert len(EVERY_FIELD) > 150
    assert {field[0] for field in EVERY_FIELD} == set(KINDS)
    assert {(kind, name) for kind in KINDS for name in ("naam", "samenvatting")} <= {field[:2] for field in EVERY_FIELD}


@pytest.mark.parametrize("attack", ATTACKS)
def test_prose_holds_only_the_small_part_of_markdown(attack: str) -> None:
    tree = LexborHTMLParser(f"<div>{prose(attack)}</div>")
    for node in tree.css("div *"):
        assert node.tag in {"strong", "em", "code", "a", "br"}
        assert set(node.attributes) <= {"href", "rel"}
        assert re.match(r"https?:|mailto:|tel:", node.attributes.get("href") or "https:")


def test_no_page_of_the_attacked_site_holds_code(handbook: Attacked) -> None:
    assert [fault for fault in check_site(handbook.site) if CODE.search(fault)] == []


def test_nothing_runs_on_any_type_of_page(victim: Victim, handbook: Attacked) -> None:
    paths = list(handbook.pages())
    assert len(paths) > len(HUBS) + len(KINDS)
    for path in paths:
        victim.visit(path)
    assert victim.seen == []


def test_nothing_runs_in_the_search(victim: Victim) -> None:
    page = victim.page
    victim.visit("over.html")
    page.locator(".zoekknop").click()
    for question in ("script", "alert onerror", *GROUPS["uitbraken"][:4]):
        page.get_by_role("combobox", name="Zoek in het handboek").fill(question)
        expect(page.locator(".zoek-status")).not_to_be_empty()
        page.wait_for_timeout(100)
        victim.look(question)
    victim.visit("zoeken/index.html?q=script")
    expect(page.locator("article").get_by_role("link", name="script").first).to_be_visible()
    victim.look("the page of searches")
    assert victim.seen == []


@pytest.mark.parametrize(
    "path",
    [
        "zoeken/index.html?q={}&soort={}&rol={}&thema={}",
        "methoden/index.html?tekst={}&volgorde={}",
        "vergelijken/index.html?aanpak={}&rol={}&dicht={}",
        "keuzehulp.html?situatie={}&zonder={}&kies={}",
        "zelfscan.html?rol={}&toon={}",
        "rollen/wijkcoach.html?situatie={}",
    ],
)
def test_nothing_in_an_address_runs(victim: Victim, path: str) -> None:
    for attack in ("<img src=x onerror=alert(7)>" + "".join(GROUPS["uitbraken"][:4]), "javascript:alert(8)"):
        victim.visit(f"{path.replace('{}', quote(attack))}#{quote(attack)}")
    assert victim.seen == []


def test_nothing_runs_where_readers_choose_compare_and_scan(victim: Victim, handbook: Attacked, tmp_path: Path) -> None:
    page = victim.page
    victim.visit("keuzehulp.html")
    page.evaluate(
        "document.querySelectorAll('main input[type=checkbox]').forEach((vak, nummer) => nummer < 6 && vak.click())"
    )
    victim.look("the keuzehulp, answered")
    victim.visit(f"vergelijken/index.html?rol={','.join(handbook.chosen('rol'))}")
    expect(page.get_by_role("table").first).to_be_visible()
    victim.look("roles side by side")
    scan: dict[str, Any] = {"handboek": "zelfscan", "versie": 1, "rol": "<img src=x onerror=alert(1)>", "mensen": {}}
    scan["mensen"] = {attack: {attack: 1} for attack in ATTACKS}
    file = tmp_path / "scan.json"
    file.write_text(json.dumps(scan), encoding="utf-8")
    victim.visit(f"zelfscan.html?rol={handbook.chosen('rol')[0]}")
    page.locator("input[type=file]").set_input_files(file)
    victim.look("the self-scan, with somebody's file")
    assert victim.seen == []


def test_nothing_runs_where_trainers_build(victim: Victim, handbook: Attacked) -> None:
    page = victim.page
    victim.visit(f"samenstellen.html?rol={handbook.chosen('rol')[0]}")
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.locator(".sl-bijeenkomst").first).to_be_visible()
    page.locator("#sl-zoek").fill("script")
    page.locator(".sl-gevonden:not([aria-busy]) button").first.click()
    victim.look("the builder, with items of the handbook")
    draft = json.loads(page.evaluate(FIRST_DRAFT))
    attacks = cycle(ATTACKS)
    file = {"soort": "leerpad-handboek-wijkwerk", "vorm": 1, "leerpad": _filled(draft["leerpad"], attacks)}
    victim.visit("samenstellen.html")
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    expect(page.locator(".sl-bijeenkomst").first).to_be_visible()
    victim.look("the builder, with somebody's file")
    for number in range(page.locator("[role=tab]").count()):
        page.locator("[role=tab]").nth(number).click()
        victim.look(f"the builder's tab {number}")
    assert victim.seen == []


FIRST_DRAFT = """localStorage[Object.keys(localStorage).find((naam) => naam.startsWith("handboek.samenstellen:"))]"""


def _filled(value: Any, attacks: Iterator[str]) -> Any:
    """A draft in which an attack stands wherever somebody wrote a text."""
    if isinstance(value, dict):
        return {key: _filled(below, attacks) for key, below in value.items()}
    if isinstance(value, list):
        return [_filled(below, attacks) for below in value]
    return next(attacks) if isinstance(value, str) and " " in value else value


# --- Files ------------------------------------------------------------------------------------------


def _unsafe_cells(form: str, data: bytes) -> list[str]:
    """The cells that a spreadsheet would take for a formula."""
    if form == "csv":
        rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
        return [cell for row in rows for cell in row if cell.startswith(FORMULA)]
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [str(cell.value) for sheet in book for row in sheet.rows for cell in row if cell.data_type == "f"]


def _computing(kb: KnowledgeBase) -> Nota:
    """A comparison in which each name and each statement begins like a formula."""
    formulas = cycle(GROUPS["rekenbladen"])
    v = compare(kb, list(kb.all(Interventie))[:2])
    groups = tuple(
        replace(group, naam=next(formulas), rijen=tuple(_row(row, formulas) for row in group.rijen))
        for group in v.groepen
    )
    columns = tuple(replace(column, naam=next(formulas)) for column in v.kolommen)
    return Nota(Vergelijking(columns, groups), "2026-11-22", "")


def _row(row: Rij, formulas: Iterator[str]) -> Rij:
    """A row with one statement in each cell."""
    cells = tuple((replace(cell[0], tekst=next(formulas), bronnen=()),) for cell in row.cellen)
    return replace(row, naam=next(formulas), cellen=cells)


def test_no_file_of_a_comparison_computes_or_holds_code(handbook: Attacked, kb: KnowledgeBase) -> None:
    for form in ("csv", "xlsx"):
        assert _unsafe_cells(form, VORMEN[form](_computing(kb))) == []
    assert VORMEN["csv"](_computing(kb)).count(b"'=HYPERLINK") > 10
    nota = Nota(compare(handbook.kb, handbook.chosen("interventie")), "2026-11-22", "")
    assert _unsafe_elements(VORMEN["md"](nota)) == set()


def _unsafe_elements(markdown: bytes) -> set[str]:
    """What a Markdown file shows besides headings, lists and tables, in a program that lets HTML through."""
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown.decode())
    known = {"h1", "h2", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "br"}
    return {str(node.tag) for node in LexborHTMLParser(shown).css("body *")} - known


def test_no_file_made_in_the_browser_computes_or_holds_code(
    victim: Victim, handbook: Attacked, kb: KnowledgeBase
) -> None:
    page = victim.page
    victim.visit(f"vergelijken/index.html?aanpak={','.join(handbook.chosen('interventie'))}")
    assert _unsafe_elements(_taken(page, "Tekst (Markdown)")) == set()
    _vergelijk(page, _computing(kb))
    assert _unsafe_cells("csv", _taken(page, "CSV")) == []
    assert _taken(page, "CSV").count(b"'=HYPERLINK") > 10
    assert _unsafe_cells("xlsx", _taken(page, "Excel")) == []
    assert victim.seen == []


def _taken(page: Page, button: str) -> bytes:
    """What a button of the comparison gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(download.value.path()).read_bytes()


def test_no_file_of_a_curriculum_computes_or_holds_code(handbook: Attacked) -> None:
    for key in handbook.carriers["leerpad"]:
        for version in VERSIES:
            tree = LexborHTMLParser(lesvormen.VORMEN["html"](handbook.kb, key.id, version).decode())
            assert not tree.css("script, iframe, object, embed, base, svg, math, img")
            names = {name for node in tree.css("*") for name in node.attributes}
            assert not {name for name in names if name.startswith("on")}
            links = [str(node.attributes.get("href")) for node in tree.css("[href]")]
            assert [link for link in links if not re.match(r"https?:|mailto:|tel:|#", link)] == []
            assert _unsafe_cells("xlsx", lesvormen.VORMEN["xlsx"](handbook.kb, key.id, version)) == []
