"""Accessible to everyone: axe-core, the keyboard and the HTML checker, on every type of page."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from axe_core import KEEP_TWO_OF_EACH_ROW, axe
from conftest import ROOT
from handboek.addresses import hub_path
from handboek.kinds import KINDS, folder_name
from handboek.pages.overviews import HUBS

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 740}
SIZES = [pytest.param(WIDE, id="1280"), pytest.param(NARROW, id="320")]
HAND_WRITTEN = [
    path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in (ROOT / "docs").rglob("*.md")
]
TYPES = [*KINDS, *(hub.path for hub in HUBS), *sorted(HAND_WRITTEN), "404.html"]
FRAMES = ["index.html", "rol", hub_path("rol"), "over.html", "404.html"]
"""Of each way in which the frame around a page is made, one: head, menu, contents and foot are looked at on these."""
LIGHT, DARK = "default", "slate"
COMBINATIONS: list[tuple[Any, str]] = [(WIDE, LIGHT), (NARROW, DARK)]
"""Wide and light, narrow and dark; in whole pages the colours of the other two as well."""


def page_of_type(site: Path, kind_or_path: str) -> str:
    """A page of the type; of a kind the largest, which has most of what can go wrong."""
    if kind_or_path not in KINDS:
        return kind_or_path
    pages = [path for path in (site / folder_name(kind_or_path)).glob("*.html") if path.name != "index.html"]
    return max(pages, key=lambda path: (path.stat().st_size, path.name)).relative_to(site).as_posix()


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """One context for the whole file, with less motion, so that nothing is caught half way."""
    made = chromium.new_context(locale="nl-NL", reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    """A fresh tab in that context."""
    page = context.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module", params=TYPES)
def opened(request: pytest.FixtureRequest, context: BrowserContext, site: Path, address: str) -> Iterator[Page]:
    """A page of each type, loaded once for the tests that share it."""
    page = context.new_page()
    page.goto(f"{address}/{page_of_type(site, request.param)}")
    yield page
    page.close()


def _scheme(page: Page, name: str) -> None:
    page.evaluate("name => { document.body.dataset.mdColorScheme = name }", name)


def test_skip_link_and_structure(opened: Page) -> None:
    opened.set_viewport_size(NARROW)
    assert opened.locator("html").get_attribute("lang") == "nl"
    for landmark in ("main", "header.md-header", "footer.md-footer"):
        assert opened.locator(landmark).count() == 1
    levels = opened.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(heading => +heading.tagName[1])")
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), levels
    home = opened.url.endswith("/index.html") and opened.url.count("/") == 3
    assert home or opened.title().removesuffix("Handboek wijkwerk").strip(" -")
    opened.keyboard.press("Tab")
    expect(opened.locator(".md-skip")).to_be_focused()
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.querySelector('h1').getBoundingClientRect().top") >= 48
    opened.keyboard.press("Tab")
    controls = "main :is(a[href], button, input, select, textarea, summary, [tabindex='0']), footer a[href]"
    if opened.locator(controls).and_(opened.locator(":visible")).count():
        assert opened.evaluate("document.activeElement.closest('main, footer') !== null")
    opened.evaluate("document.activeElement.blur()")


FOLD_OUT = """() => document.querySelectorAll("main details:not([open])").forEach(fold => { fold.open = true; })"""


def _axe_in_full(page: Page, part: str) -> list[str]:
    """What axe-core has against a part of a page with every fold open: what is folded away, it does not see."""
    problems = []
    page.evaluate(FOLD_OUT)
    page.evaluate(KEEP_TWO_OF_EACH_ROW)
    page.evaluate("window.scrollTo(0, 0)")
    for size, scheme in COMBINATIONS:
        page.set_viewport_size(size)
        _scheme(page, scheme)
        problems += axe(page, part)
        _scheme(page, DARK if scheme == LIGHT else LIGHT)
        problems += axe(page, part, colours_only=True)
    return problems


def _what_opens(page: Page) -> Iterator[str]:
    """Opens what the page can open, one after another; gives the part of the page that is then there."""
    if (mark := page.locator("button.bron:visible")).count():
        mark.first.click()
        yield ".bronkaart:popover-open"
        page.keyboard.press("Escape")
    if (term := page.locator("a.begrip:visible")).count():
        term.first.focus()
        yield ".uitleg:not([hidden])"
        page.keyboard.press("Escape")
    if (quote := page.locator(".citeer > summary")).count():
        quote.click()
        page.get_by_role("button", name="Kopieer de verwijzing").click()
        expect(page.locator(".gelukt")).not_to_be_empty()
        yield ".paginavoet"
        quote.click()
    page.mouse.move(0, 0)


def test_axe_finds_nothing_in_what_opens(opened: Page) -> None:
    problems = []
    for size, scheme in COMBINATIONS:
        opened.set_viewport_size(size)
        _scheme(opened, scheme)
        for part in _what_opens(opened):
            problems += axe(opened, part)
    _scheme(opened, LIGHT)
    assert problems == []


@pytest.mark.parametrize("name", FRAMES)
def test_axe_finds_nothing_in_the_menu(tab: Page, site: Path, address: str, name: str) -> None:
    problems = []
    tab.goto(f"{address}/{page_of_type(site, name)}")
    tab.get_by_role("button", name="Menu", exact=True).click()
    for size, scheme in COMBINATIONS:
        tab.set_viewport_size(size)
        _scheme(tab, scheme)
        problems += axe(tab, "#menu")
    assert problems == []


@pytest.mark.parametrize("name", TYPES)
def test_axe_finds_nothing(tab: Page, site: Path, address: str, name: str) -> None:
    tab.goto(f"{address}/{page_of_type(site, name)}")
    assert _axe_in_full(tab, "body" if name in FRAMES else "main") == []


def test_of_many_equal_rows_axe_still_sees_the_one_that_differs(tab: Page, address: str) -> None:
    tab.goto(f"{address}/bijdragen/velden.html")
    everything = tab.locator("main tr").count()
    tab.evaluate("""() => { const row = [...document.querySelectorAll("main tbody tr")].at(-1);
      row.querySelector("td").style.color = "#ddd"; row.querySelector("td").className = "bleek"; }""")
    tab.evaluate(KEEP_TWO_OF_EACH_ROW)
    assert tab.locator("main tr").count() < everything
    assert any("bleek" in problem for problem in axe(tab, "main", colours_only=True))


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_a_catalogue_in_use(tab: Page, address: str, kind: str) -> None:
    problems = []
    tab.goto(f"{address}/{hub_path(kind)}")
    for size, scheme in COMBINATIONS:
        tab.set_viewport_size(size)
        _scheme(tab, scheme)
        if (opener := tab.locator(".openen")).is_visible():
            opener.click()
        if (box := tab.locator(".facet[open] input")).count():
            box.first.check()
        tab.locator("#tekst").fill("e")
        problems += axe(tab, ".catalogus")
        tab.locator("#tekst").fill("niets past bij dit woord")
        expect(tab.locator(".niets")).to_be_visible()
        problems += axe(tab, ".uitkomst")
        tab.get_by_role("button", name="Begin opnieuw").click()
    assert problems == []


def test_axe_finds_nothing_in_a_self_scan_filled_in(tab: Page, address: str) -> None:
    problems = []
    tab.goto(f"{address}/zelfscan.html?rol=wijkcoach")
    for name in ("a", "b"):
        tab.get_by_label("Initialen of korte naam").fill(name)
        tab.get_by_role("button", name="Voeg toe").click()
        tab.locator("[data-rol=wijkcoach] input[type=range]").first.press("Space")
        tab.locator("[data-rol=wijkcoach] input[type=radio]").first.check()
    tab.get_by_role("button", name="Iedereen naast elkaar").click()
    tab.evaluate(FOLD_OUT)
    tab.evaluate(KEEP_TWO_OF_EACH_ROW)
    for size, scheme in COMBINATIONS:
        tab.set_viewport_size(size)
        _scheme(tab, scheme)
        problems += axe(tab, "#zelfscan")
        tab.get_by_role("button", name="Begin opnieuw").click()
        expect(tab.get_by_role("dialog")).to_be_visible()
        problems += axe(tab, "dialog")
        tab.keyboard.press("Escape")
    tab.evaluate("localStorage.clear()")
    assert problems == []


@pytest.fixture(scope="module")
def scriptless(chromium: Browser) -> Iterator[Page]:
    """A tab in which no script of a page arrives; in a context of its own: a service worker would bring them."""
    context = chromium.new_context(viewport=NARROW, reduced_motion="reduce", service_workers="block")  # type: ignore[arg-type]
    context.route("**/*.js", lambda route: route.abort())
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", TYPES)
def test_axe_finds_nothing_without_scripts(scriptless: Page, site: Path, address: str, name: str) -> None:
    scriptless.goto(f"{address}/{page_of_type(site, name)}")
    assert scriptless.locator("html.no-js").count() == 1
    assert scriptless.locator(".catalogusbalk:visible, .facetten:visible").count() == 0, "controls that do nothing"
    scriptless.evaluate(KEEP_TWO_OF_EACH_ROW)
    assert axe(scriptless) == []


# Gives focus to everything that can have it, one after the other, and reports what a reader would not see.
FOCUS_RUN = """async () => {
  const problems = [], seen = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const controls = [...document.querySelectorAll("a[href],button,input,select,textarea,summary,[tabindex='0']")];
  for (const control of controls.filter(control => seen(control) && !control.disabled)) {
    control.focus();
    const name = control.outerHTML.slice(0, 140);
    if (document.activeElement !== control) { problems.push("takes no focus: " + name); continue; }
    const label = control.closest("label"), own = label && getComputedStyle(label).outlineStyle !== "none" ? label : control;
    const style = getComputedStyle(own); // a small box may have its outline around its label
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) problems.push("no outline: " + name);
    const reached = () => [...control.getClientRects()].some(box => [.1, .5, .9].some(x => [.2, .5, .8].some(y => {
      const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return top && (control.contains(top) || top.contains(control) && top !== document.body
        && !top.matches("header *, .md-header") || top.closest("a,button,label") === control);
    })));
    for (let wait = 0; wait < 10 && !reached(); wait++) await new Promise(done => setTimeout(done, 60)); // a tooltip that goes
    if (!reached()) problems.push("hidden behind something: " + name);
    const header = document.querySelector(".md-header"), box = control.getBoundingClientRect();
    if (!header.contains(control) && !control.matches(".md-skip") && box.height < innerHeight / 2 && box.top < header.getBoundingClientRect().bottom - 1)
      problems.push("under the header: " + name);
  }
  return problems;
}"""


@pytest.mark.parametrize("size", SIZES)
def test_focus_is_always_visible(opened: Page, size: Any) -> None:
    opened.set_viewport_size(size)
    opened.keyboard.press("Tab")
    assert opened.evaluate(FOCUS_RUN) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["index.html", "dilemma", "over.html"])
def test_tab_reaches_every_control(tab: Page, site: Path, address: str, name: str, size: Any) -> None:
    tab.set_viewport_size(size)
    tab.goto(f"{address}/{page_of_type(site, name)}")
    tab.keyboard.press("Tab")
    expect(tab.locator(".md-skip")).to_be_focused()
    tab.evaluate("""window.toReach = new Set([...document.querySelectorAll("a[href],button,input,summary")]
      .filter(element => element.checkVisibility({visibilityProperty: true, opacityProperty: true})))""")
    for _ in range(tab.evaluate("toReach.size + 10")):
        tab.keyboard.press("Tab")
        tab.evaluate("toReach.delete(document.activeElement)")
    assert tab.evaluate("[...toReach].map(element => element.outerHTML)") == []


@pytest.mark.parametrize("size", SIZES)
def test_menu_with_the_keyboard(tab: Page, address: str, size: Any) -> None:
    tab.set_viewport_size(size)
    tab.goto(f"{address}/rollen/wijkcoach.html")
    button, menu = tab.get_by_role("button", name="Menu", exact=True), tab.locator("#menu")
    button.focus()
    tab.keyboard.press("Enter")
    expect(menu.get_by_role("button", name="Sluit")).to_be_focused()
    tab.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Start")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    tab.keyboard.press("Enter")
    within_menu = FOCUS_RUN.replace("document.querySelectorAll(", "document.querySelector('#menu').querySelectorAll(")
    assert tab.evaluate(within_menu) == []
    menu.get_by_role("link", name="Spanningen").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Spanningen")


def test_menu_leads_within_the_page_and_closes_behind_you(tab: Page, address: str) -> None:
    tab.set_viewport_size(NARROW)
    tab.goto(f"{address}/rollen/wijkcoach.html")
    tab.get_by_role("button", name="Menu", exact=True).click()
    menu = tab.locator("#menu")
    menu.get_by_role("link", name="Waar het wringt").click()
    expect(menu).to_be_hidden()
    assert tab.evaluate("document.querySelector('#menu') && location.hash.length > 1")
    tab.get_by_role("button", name="Menu", exact=True).click()
    menu.locator("a").last.focus()
    tab.keyboard.press("Tab")
    expect(menu).to_be_hidden()


def test_menu_without_javascript(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=NARROW)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/rollen/wijkcoach.html")
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    expect(page.locator("#menu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#menu")).to_be_hidden()
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("#menu").get_by_role("link", name="Methoden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Methoden")
    context.close()


def test_single_keys_do_nothing(tab: Page, address: str) -> None:
    tab.goto(f"{address}/rollen/index.html")
    for key in ("f", "s", "p", "n", ",", "."):
        tab.keyboard.press(key)
    tab.wait_for_timeout(200)
    assert tab.url.endswith("/rollen/index.html")
    assert tab.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_colours_with_the_keyboard(tab: Page, address: str, key: str) -> None:
    tab.goto(f"{address}/over.html")
    tab.evaluate("localStorage.clear()")
    tab.reload()
    tab.get_by_role("button", name="Naar donker").focus()
    tab.keyboard.press(key)
    assert tab.evaluate("document.body.dataset.mdColorScheme") == "slate"
    expect(tab.get_by_role("button", name="Naar licht")).to_be_focused()
    tab.reload()
    assert tab.evaluate("document.body.dataset.mdColorScheme") == "slate"
    tab.get_by_role("button", name="Naar licht").press(key)
    assert tab.evaluate("document.body.dataset.mdColorScheme") == "default"


def test_source_card_with_the_keyboard(tab: Page, address: str) -> None:
    tab.set_viewport_size(NARROW)
    tab.goto(f"{address}/rollen/wijkcoach.html")
    mark = tab.locator("main button.bron").first
    mark.focus()
    tab.keyboard.press("Enter")
    card = tab.locator(".bronkaart:popover-open")
    assert axe(tab, ".bronkaart:popover-open") == []
    tab.keyboard.press("Tab")
    expect(card.get_by_role("link")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(mark).to_be_focused()


def test_contents_say_where_you_are(tab: Page, address: str) -> None:
    tab.set_viewport_size(WIDE)
    tab.goto(f"{address}/rollen/wijkcoach.html")
    contents = tab.locator(".md-sidebar--secondary")
    here = contents.locator(".md-nav__link--active")
    expect(here).to_have_count(0)
    contents.get_by_role("link", name="Waar het wringt").click()
    expect(here).to_have_text("Waar het wringt")
    tab.evaluate("scrollTo(0, 0)")
    expect(here).to_have_count(0)


def test_paper_has_every_fold_open_and_the_screen_has_them_closed_again(tab: Page, address: str) -> None:
    tab.goto(f"{address}/rollen/wijkcoach.html")
    closed = tab.locator("main details:not([open])")
    before = closed.count()
    assert before > 3
    tab.emulate_media(media="print")
    expect(closed).to_have_count(0)
    tab.emulate_media(media="screen")
    expect(closed).to_have_count(before)


def test_wide_tables_scroll_with_the_keyboard(tab: Page, address: str) -> None:
    tab.set_viewport_size(NARROW)
    for path in ("over.html", "bijdragen/velden.html", "bijdragen/index.html"):
        tab.goto(f"{address}/{path}")
        stuck = tab.evaluate("""[...document.querySelectorAll("main *")].filter(element =>
          element.scrollWidth > element.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(element).overflowX)
          && element.tabIndex < 0 && !element.querySelector("a,button")).map(element => element.outerHTML.slice(0, 100))""")
        assert stuck == [], path


@pytest.mark.parametrize("path", ["verschuivingskaart.html", "competentiekaart.html", "stand-van-kennis.html"])
def test_the_maps_stay_tables(tab: Page, address: str, path: str) -> None:
    tab.set_viewport_size(NARROW)
    tab.goto(f"{address}/{path}")
    tree = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in tree if not node["ignored"]]
    assert roles.count("columnheader") > 3
    assert roles.count("rowheader") > 3
    assert roles.count("cell") > 20


def test_less_motion_and_own_colours(chromium: Browser, address: str) -> None:
    context = chromium.new_context(reduced_motion="reduce", forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}/rollen/wijkcoach.html")
    moving = page.evaluate("""[...document.querySelectorAll("*")].filter(element => {
      const style = getComputedStyle(element);
      return parseFloat(style.transitionDuration) > 0 && style.transitionProperty !== "none"
        || style.animationName !== "none" || style.scrollBehavior === "smooth";
    }).map(element => element.outerHTML.slice(0, 100))""")
    assert moving == []
    active = page.locator(".md-tabs [aria-current]")
    assert active.evaluate("element => getComputedStyle(element).textDecorationLine") == "underline"
    page.get_by_role("button", name="Menu", exact=True).click()
    assert page.locator("#menu").evaluate("element => getComputedStyle(element).borderLeftStyle") == "solid"
    context.close()


CACHE = ROOT / ".cache" / "vnu"


@pytest.fixture(scope="module")
def checker() -> Path:
    """The Nu HTML checker, fetched with npm once."""
    for program in ("java", "npm"):
        if not shutil.which(program):
            pytest.skip(f"the HTML checker needs {program}, which is not installed here")
    jar = CACHE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
            str(CACHE),
            "vnu-jar@26.9.27",
        ]
        subprocess.run(command, check=True, capture_output=True)
    return jar


def test_html_is_valid(checker: Path, site: Path) -> None:
    pages = [str(site / page_of_type(site, name)) for name in TYPES]
    command = ["java", "-jar", str(checker), "--format", "json", "--errors-only", *pages]
    output = subprocess.run(command, check=False, capture_output=True, text=True).stderr
    messages = [
        f"{found['url'].rpartition('/site/')[2]}:{found['lastLine']}: {found['message']} {found['extract'].strip()[:100]}"
        for found in json.loads(output)["messages"]
    ]
    assert messages == []
