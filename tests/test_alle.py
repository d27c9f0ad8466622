"""All approaches side by side, without a script: every cell, readable on every screen and on paper, on as many pages as it takes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.interventie import Interventie
from handboek.pages.render import render_all
from handboek.pages.views.alle import ALLE_PATH, MEEST, alle_view, alle_views
from handboek.vergelijken.vergelijk import compare
from handboek.vergelijken.waarde import Cel, Vergelijking
from test_toegankelijk import NARROW, WIDE


@pytest.fixture(scope="module")
def tree(site: Path) -> LexborHTMLParser:
    """The page as it was published."""
    return LexborHTMLParser((site / ALLE_PATH).read_text(encoding="utf-8"))


def _woorden(text: str) -> str:
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())


def _regels(td: LexborNode) -> list[str]:
    """The lines of a cell without the marks of their sources and what folds them."""
    kopie = LexborHTMLParser(f"<div>{td.inner_html}</div>").css_first("div")
    assert kopie
    for los in kopie.css(".kop, .bron, .redactie, .merken, summary"):
        los.decompose()
    return [_woorden(deel.text()) for deel in kopie.css("li") or [kopie]]


def _getekend(tree: LexborHTMLParser) -> dict[str, dict[str, list[list[str]]]]:
    """Group → row → the lines per column."""
    return {
        _woorden(tbody.css(".blok")[0].text()): {
            _woorden(rij.css("th")[0].text()): [_regels(td) for td in rij.css("td")]
            for rij in tbody.css("tr:not(.blok)")
        }
        for tbody in tree.css(".alle tbody")
    }


def _teksten(cel: Cel) -> list[str]:
    return [_woorden(regel.tekst) for regel in cel]


def _alleen(kb: KnowledgeBase, id_: str) -> dict[str, dict[str, Cel]]:
    """What compare() says of an approach by itself, with what it names under one name."""
    v: Vergelijking = compare(kb, [id_])
    return {
        groep.naam: {
            rij.naam.removesuffix(" alleen hier genoemd"): rij.cellen[0]
            for rij in groep.rijen
            if not rij.naam.endswith(" die een ander ook noemt")
        }
        for groep in v.groepen
    }


# --- What it says ----------------------------------------------------------------------------------


def test_every_cell_is_that_of_the_comparison(tree: LexborHTMLParser, kb: KnowledgeBase) -> None:
    getekend = _getekend(tree)
    ids = [kolom.key.id for kolom in alle_view(kb).kolommen]
    assert sorted(ids) == sorted(kb.all(Interventie))
    for plaats, id_ in enumerate(ids):
        verwacht = {
            groep: {naam: _teksten(cel) for naam, cel in rijen.items()} for groep, rijen in _alleen(kb, id_).items()
        }
        gezien = {groep: {naam: cellen[plaats] for naam, cellen in rijen.items()} for groep, rijen in getekend.items()}
        assert gezien == verwacht, id_


def test_no_cell_is_empty(tree: LexborHTMLParser, kb: KnowledgeBase) -> None:
    cellen = tree.css(".alle tbody td")
    assert len(cellen) == len(kb.all(Interventie)) * len(tree.css(".alle tbody tr:not(.blok)"))
    assert all(all(_regels(td)) for td in cellen)


def test_nothing_is_said_of_what_depends_on_a_choice(tree: LexborHTMLParser) -> None:
    rijen = _getekend(tree)["Rollen, verschuivingen en competenties"]
    assert list(rijen) == ["Rollen", "Verschuivingen", "Competenties"]
    assert not [r for naam in ("Verschuivingen", "Competenties") for cel in rijen[naam] for r in cel if "ook bij" in r]


def test_every_statement_keeps_its_source(tree: LexborHTMLParser, kb: KnowledgeBase) -> None:
    """In a cell stands a mark for each source, beside its line or once for all of them."""
    for plaats, kolom in enumerate(alle_view(kb).kolommen):
        for cellen in (rij.css("td") for rij in tree.css(".alle tbody tr:not(.blok)")):
            merken = cellen[plaats].css(".bron, .redactie")
            assert merken or all(len(li) < 30 for li in _regels(cellen[plaats])), kolom.naam
    kaarten = {kaart.attributes.get("id") for kaart in tree.css(".bronkaart")}
    assert {knop.attributes.get("popovertarget") for knop in tree.css(".alle .bron")} <= kaarten


def test_columns_stand_in_groups_by_area_and_then_by_name(tree: LexborHTMLParser, kb: KnowledgeBase) -> None:
    koppen = [(_woorden(th.text(deep=True)), int(th.attributes["colspan"] or 0)) for th in tree.css(".alle .gebied th")]
    assert koppen == [("Dorpen 2", 2), ("Stad 10", 10)]
    assert [int(groep.attributes.get("span") or 1) for groep in tree.css(".alle colgroup")] == [1, 2, 10]
    namen = [_woorden(a.text()) for a in tree.css(".alle thead a")]
    stad = [item.naam for item in kb.all(Interventie).values() if item.plaats.gebiedstype == "stad"]
    assert namen[2:] == stad


# --- How it is read --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def scriptless(chromium: Browser, address: str) -> Iterator[Page]:
    """The page without JavaScript."""
    context = chromium.new_context(java_script_enabled=False, viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/{ALLE_PATH}")
    yield page
    context.close()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])
def test_it_scrolls_with_the_keyboard_and_keeps_its_heads(page: Page, address: str, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(f"{address}/{ALLE_PATH}")
    kader = page.get_by_role("region", name="Alle aanpakken naast elkaar")
    kader.focus()
    page.keyboard.press("End")
    page.wait_for_function("document.querySelector('.alle').scrollTop > 400")
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.alle').scrollLeft > 100")
    kop, rij, heel = (
        kader.locator(deel).bounding_box()
        for deel in ("thead", "tbody tr:last-child th[scope=row] >> nth=-1", "xpath=.")
    )
    assert kop
    assert rij
    assert heel
    assert abs(kop["y"] - heel["y"]) <= 2
    assert abs(rij["x"] - heel["x"]) <= 2
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_a_subject_is_one_link_away(page: Page, address: str) -> None:
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.goto(f"{address}/{ALLE_PATH}")
        page.get_by_role("link", name="Resultaten").first.click()
        groep = page.get_by_role("rowheader", name="Resultaten").locator("span")
        expect(groep).to_be_in_viewport()
        box, kop = groep.bounding_box(), page.locator(".alle thead").bounding_box()
        assert box
        assert kop
        assert box["y"] >= kop["y"] + kop["height"] - 1
        assert kop["y"] >= 47, "the head of the table stands below that of the page"


def test_without_javascript_all_is_there(scriptless: Page) -> None:
    rij = scriptless.locator(".alle details").first
    verder = rij.locator("li").first
    expect(verder).to_be_hidden()
    rij.locator("summary").click()
    expect(verder).to_be_visible()
    merk = scriptless.locator(".alle button.bron").first
    merk.click()
    expect(scriptless.locator(".bronkaart:popover-open")).to_be_visible()
    scriptless.keyboard.press("Escape")


def test_on_paper_every_line_names_its_approach(scriptless: Page) -> None:
    scriptless.emulate_media(media="print")
    assert scriptless.locator(".alle td .kop:visible").count() == scriptless.locator(".alle tbody td").count()
    assert scriptless.locator(".alle li:visible").count() == scriptless.locator(".alle li").count()
    assert scriptless.locator(".alle summary:visible").count() == 0
    assert scriptless.evaluate(
        "document.querySelector('.alle').scrollWidth <= document.querySelector('.alle').clientWidth"
    )
    scriptless.emulate_media(media="screen")


# --- With many approaches --------------------------------------------------------------------------


def _vaker(kb: KnowledgeBase, keer: int) -> KnowledgeBase:
    """The same handbook with every approach several times over."""
    extra = [
        entry._replace(key=Key(key.kind, f"{key.id}-{nummer}"))
        for key, entry in kb.entries.items()
        for nummer in range(2, keer + 1)
        if key.kind == Interventie.kind
    ]
    return KnowledgeBase.of([*kb.entries.values(), *extra])


@pytest.mark.parametrize("keer", [1, 4, 16])
def test_each_approach_stands_on_one_page_of_a_sane_size(kb: KnowledgeBase, keer: int) -> None:
    veel = _vaker(kb, keer)
    views = list(alle_views(veel))
    ids = [kolom.key.id for view in views for kolom in view.kolommen]
    assert sorted(ids) == sorted(veel.all(Interventie))
    assert [view.deel.nummer for view in views] == list(range(1, len(views) + 1))
    for view in views:
        assert MEEST / 2 < len(view.kolommen) <= MEEST
        assert sum(aantal for _, aantal in view.gebieden) == len(view.kolommen)
        assert len(view.delen) <= 9


def test_the_pages_lead_to_each_other(example: KnowledgeBase) -> None:
    veel = _vaker(example, 40)
    delen = {page.path: LexborHTMLParser(page.body) for page in render_all(veel, "Proef") if page.hub == ALLE_PATH}
    assert list(delen) == ["vergelijken/alle.html", "vergelijken/alle-2.html", "vergelijken/alle-3.html"]
    for pad, deel in delen.items():
        schakels = deel.css("nav.delen a")
        assert [f"vergelijken/{a.attributes['href']}" for a in schakels] == list(delen)
        (hier,) = [a for a in schakels if a.attributes.get("aria-current") == "page"]
        assert f"vergelijken/{hier.attributes['href']}" == pad
        assert len(deel.css("h1")) == 1


def test_a_handbook_without_approaches_says_so(kb: KnowledgeBase) -> None:
    leeg = KnowledgeBase.of(entry for key, entry in kb.entries.items() if key.kind == "bron")
    assert alle_view(leeg).kolommen == ()
