"""Accessible to everyone: axe-core, the keyboard and the HTML checker, on every type of page."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conftest import ROOT
from handboek.kinds import KINDS, folder_name
from handboek.pages.overviews import HUBS

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 740}
SIZES = [pytest.param(WIDE, id="1280"), pytest.param(NARROW, id="320")]
HAND_WRITTEN = [
    path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in (ROOT / "docs").rglob("*.md")
]
TYPES = [*KINDS, *(hub.path for hub in HUBS), *sorted(HAND_WRITTEN), "404.html"]
# Each page wide and light, narrow and dark; with HANDBOEK_ALLES=1 all four, which takes twice as long.
LIGHT, DARK = "default", "slate"
COMBINATIONS: list[tuple[Any, str]] = [(WIDE, LIGHT), (NARROW, DARK)]
if os.environ.get("HANDBOEK_ALLES"):
    COMBINATIONS += [(WIDE, DARK), (NARROW, LIGHT)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]


def _path(site: Path, kind_or_path: str) -> str:
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
    page.goto(f"{address}/{_path(site, request.param)}")
    yield page
    page.close()


def _axe(page: Page, part: str = "body", rules: list[str] | None = None) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    options = {"runOnly": only, "resultTypes": ["violations"], "selectors": False}
    found = page.evaluate("([part, options]) => axe.run(part, options)", [part, options])
    return [
        f"{violation['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


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
    if not opened.url.endswith("404.html"):
        opened.keyboard.press("Tab")
        expect(opened.locator(".md-skip")).to_be_focused()
        opened.keyboard.press("Enter")
        assert opened.evaluate("document.querySelector('h1').getBoundingClientRect().top") >= 48
        opened.keyboard.press("Tab")
        assert opened.evaluate("document.activeElement.closest('main, footer') !== null")


def test_axe_finds_nothing(opened: Page) -> None:
    problems = []
    mark = opened.locator("button.bron:visible")
    for size, scheme in COMBINATIONS:
        opened.set_viewport_size(size)
        _scheme(opened, scheme)
        opened.evaluate("window.scrollTo(0, 0)")
        problems += _axe(opened)
    if mark.count():
        mark.first.click()
        problems += _axe(opened, ".bronkaart:popover-open")
        opened.keyboard.press("Escape")
    _scheme(opened, LIGHT)
    assert problems == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["index.html", "dilemma", "404.html"])
def test_axe_finds_nothing_in_menu_and_search(tab: Page, site: Path, address: str, name: str, size: Any) -> None:
    tab.set_viewport_size(size)
    tab.goto(f"{address}/{_path(site, name)}")
    tab.get_by_role("button", name="Menu", exact=True).click()
    expect(tab.locator("#menu")).to_be_visible()
    problems = _axe(tab)
    _scheme(tab, DARK)
    problems += _axe(tab, "#menu", COLOURS)
    tab.keyboard.press("Escape")
    _open_search(tab)
    tab.keyboard.type("buurt")
    expect(tab.locator(".md-search-result__link").first).to_be_visible(timeout=15_000)
    problems += _axe(tab)
    _scheme(tab, LIGHT)
    assert problems + _axe(tab, ".md-header", COLOURS) == []


@pytest.mark.parametrize("name", ["index.html", "interventie", "rol", "over.html", "404.html"])
def test_axe_finds_nothing_without_scripts(tab: Page, site: Path, address: str, name: str) -> None:
    tab.route("**/*.js", lambda route: route.abort())
    tab.set_viewport_size(NARROW)
    tab.goto(f"{address}/{_path(site, name)}")
    assert tab.locator("html.no-js").count() == 1
    assert _axe(tab) == []


# Gives focus to everything that can have it, one after the other, and reports what a reader would not see.
FOCUS_RUN = """async () => {
  const problems = [], seen = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const controls = [...document.querySelectorAll("a[href],button,input,select,textarea,summary,[tabindex='0']")];
  for (const control of controls.filter(seen)) {
    control.focus();
    const name = control.outerHTML.slice(0, 140);
    if (document.activeElement !== control) { problems.push("takes no focus: " + name); continue; }
    const style = getComputedStyle(control);
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
    tab.goto(f"{address}/{_path(site, name)}")
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


def _open_search(page: Page) -> None:
    if page.locator(".zoekknop").is_visible():
        page.locator(".zoekknop").focus()
        page.keyboard.press("Enter")
    else:
        page.locator(".md-search__input").focus()
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator("#__search")).to_be_checked()


@pytest.mark.parametrize("size", SIZES)
def test_search_with_the_keyboard(tab: Page, address: str, size: Any) -> None:
    tab.set_viewport_size(size)
    tab.goto(f"{address}/over.html")
    query, found = tab.locator(".md-search__input"), tab.locator(".md-search-result__link")
    toggle = tab.locator("#__search")
    _open_search(tab)
    tab.keyboard.type("klepuurtje")
    expect(found.first).to_be_visible(timeout=15_000)
    expect(tab.get_by_role("status").filter(has_text="overeenkom")).to_be_visible()
    tab.keyboard.press("ArrowDown")
    expect(found.first).to_be_focused()
    tab.keyboard.press("Escape")
    expect(toggle).not_to_be_checked()
    expect(found.first).to_be_hidden()
    back = tab.locator(".zoekknop") if size is NARROW else query
    expect(back).to_be_focused()
    tab.wait_for_timeout(100)
    expect(toggle).not_to_be_checked()
    tab.keyboard.press("Enter" if size is NARROW else "ArrowDown")
    expect(found.first).to_be_visible()
    for _ in range(4):
        tab.keyboard.press("Tab")
        if "md-search-result__link" in (tab.evaluate("document.activeElement.className") or ""):
            break
    expect(found.first).to_be_focused()
    tab.keyboard.press("Shift+Tab")
    expect(found.first).not_to_be_focused()
    expect(toggle).to_be_checked()
    found.first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/*klepuurtje*")


def test_search_closes_when_you_go_on(tab: Page, address: str) -> None:
    tab.set_viewport_size(WIDE)
    tab.goto(f"{address}/over.html")
    _open_search(tab)
    tab.keyboard.press("Shift+Tab")
    expect(tab.locator("#__search")).not_to_be_checked()
    expect(tab.locator("button[data-kleuren]:visible")).to_be_focused()


def test_single_keys_do_nothing(tab: Page, address: str) -> None:
    tab.goto(f"{address}/rollen/index.html")
    for key in ("f", "s", "/", "p", "n", ",", "."):
        tab.keyboard.press(key)
    tab.wait_for_timeout(200)
    expect(tab.locator("#__search")).not_to_be_checked()
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
    assert _axe(tab, ".bronkaart:popover-open") == []
    tab.keyboard.press("Tab")
    expect(card.get_by_role("link")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(mark).to_be_focused()


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
# Message and a piece of the page: base.html of the theme has this attribute, outside any block that can be
# overridden, on the two checkboxes that its script needs; on a checkbox it does nothing.
TOLERATED = [("Attribute “autocomplete” is only allowed when the input type is", "data-md-toggle=")]


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
    pages = [str(site / _path(site, name)) for name in TYPES]
    command = ["java", "-jar", str(checker), "--format", "json", "--errors-only", *pages]
    output = subprocess.run(command, check=False, capture_output=True, text=True).stderr
    messages = [
        f"{found['url'].rpartition('/site/')[2]}:{found['lastLine']}: {found['message']} {found['extract'].strip()[:100]}"
        for found in json.loads(output)["messages"]
        if not any(found["message"].startswith(start) and part in found["extract"] for start, part in TOLERATED)
    ]
    assert messages == []
