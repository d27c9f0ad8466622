"""The search dialog and the search page, in a real browser: to open, to find, to choose, to come back."""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from axe_core import axe
from conftest import ROOT, served
from handboek.addresses import hub_path
from handboek.kinds import KINDS
from handboek.zoeken.kwaliteit import ENGINE
from test_toegankelijk import DARK, LIGHT, NARROW, WIDE

SIZES = [pytest.param(WIDE, id="1280"), pytest.param(NARROW, id="320")]
SOMEWHERE = "over.html"
NONSENSE = "xqzwvbk"


@pytest.fixture
def tab(page: Page, address: str) -> Page:
    """A page of the site in a context of its own."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/{SOMEWHERE}")
    return page


def _field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Zoek in het handboek")


def _dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Zoeken")


def _options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Resultaten").get_by_role("option")


def _status(page: Page) -> Locator:
    return page.locator(".zoek-status")


def _heard(page: Page) -> Locator:
    return page.get_by_role("status")


def _search(page: Page, text: str) -> None:
    if not _dialog(page).is_visible():
        page.locator(".zoekknop").click()
    _field(page).fill(text)


def _choice(page: Page, name: str) -> Locator:
    return page.locator(f"select[name={name}]")


def _stored(page: Page, name: str) -> Any:
    key = "handboek.zoeken:/"
    return page.evaluate(f"(JSON.parse(localStorage.getItem('{key}')) || {{}}).{name}")


def test_the_button_opens_it_and_escape_gives_focus_back(tab: Page) -> None:
    button = tab.get_by_role("button", name="Zoeken")
    expect(button).to_have_attribute("aria-haspopup", "dialog")
    for how in ("click", "Enter", "Space"):
        if how == "click":
            button.click()
        else:
            button.press(how)
        expect(_field(tab)).to_be_focused()
        tab.keyboard.press("Escape")
        expect(_dialog(tab)).to_be_hidden()
        expect(button).to_be_focused()
    button.click()
    tab.get_by_role("button", name="Sluit").click()
    expect(_dialog(tab)).to_be_hidden()
    button.click()
    tab.mouse.click(20, 600)
    expect(_dialog(tab)).to_be_hidden()


@pytest.mark.parametrize("key", ["Control+k", "Meta+k", "/"])
def test_a_shortcut_opens_it(tab: Page, key: str) -> None:
    tab.keyboard.press(key)
    expect(_field(tab)).to_be_focused()
    expect(_field(tab)).to_have_value("")


def test_a_slash_in_a_field_is_a_slash(tab: Page, address: str) -> None:
    tab.goto(f"{address}/methoden/index.html")
    tab.locator("#tekst").press_sequentially("a/b")
    expect(tab.locator("#tekst")).to_have_value("a/b")
    expect(_dialog(tab)).to_be_hidden()
    tab.keyboard.press("Control+k")
    tab.keyboard.type("a/b")
    expect(_field(tab)).to_have_value("a/b")


@pytest.mark.parametrize(("off", "on"), [("/", "Control+k"), ("Control+k", "/")])
def test_a_shortcut_that_is_off_stays_off(tab: Page, off: str, on: str) -> None:
    tab.locator(".zoekknop").click()
    tab.get_by_text("Sneltoetsen").click()
    tab.get_by_role("checkbox", name="/" if off == "/" else "Ctrl K").uncheck()
    tab.keyboard.press("Escape")
    for _ in range(2):
        tab.locator("h1").click()
        tab.keyboard.press(off)
        tab.wait_for_timeout(100)
        expect(_dialog(tab)).to_be_hidden()
        shown = tab.locator(".zoekknop kbd")
        expect(shown).to_have_text("Ctrl K" if off == "/" else "/")
        tab.keyboard.press(on)
        expect(_field(tab)).to_be_focused()
        tab.keyboard.press("Escape")
        tab.reload()


def test_both_shortcuts_can_be_off(tab: Page) -> None:
    tab.locator(".zoekknop").click()
    tab.get_by_text("Sneltoetsen").click()
    for name in ("Ctrl K", "/"):
        tab.get_by_role("checkbox", name=name).uncheck()
    tab.keyboard.press("Escape")
    tab.reload()
    tab.locator("h1").click()
    for key in ("Control+k", "Meta+k", "/"):
        tab.keyboard.press(key)
        tab.wait_for_timeout(100)
        expect(_dialog(tab)).to_be_hidden()
    expect(tab.locator(".zoekknop kbd")).to_be_empty()
    assert tab.locator(".zoekknop").get_attribute("aria-keyshortcuts") is None


def test_finds_with_the_keyboard_alone(tab: Page) -> None:
    tab.keyboard.press("Control+k")
    field = _field(tab)
    expect(field).to_have_attribute("aria-expanded", "false")
    tab.keyboard.insert_text("klepuurtje")
    expect(_options(tab).first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field).to_have_attribute("aria-controls", "zoek-lijst")
    assert field.get_attribute("aria-activedescendant") is None
    tab.keyboard.press("ArrowDown")
    first = _options(tab).first
    expect(first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
    tab.keyboard.press("ArrowUp")
    expect(_options(tab).last).to_have_attribute("aria-selected", "true")
    expect(_options(tab).last).to_be_in_viewport()
    tab.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    tab.keyboard.press("Home")
    assert field.get_attribute("aria-activedescendant") is None
    assert field.evaluate("field => field.selectionStart") == 0
    tab.keyboard.press("ArrowDown")
    target = first.get_attribute("href")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile("klepuurtje"))
    assert tab.url == target
    expect(_dialog(tab)).to_be_hidden()


def test_a_choice_stays_when_the_next_answer_holds_it_too(tab: Page) -> None:
    _search(tab, "klepuurtje")
    expect(_options(tab).first).to_be_visible()
    seen = _status(tab).inner_text()
    chosen = tab.evaluate(
        """() => {
            const field = document.querySelector("#zoek-veld");
            field.value = "klepuurtje vertrouwen";
            field.dispatchEvent(new Event("input", {bubbles: true}));
            field.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowDown", bubbles: true, cancelable: true}));
            return document.getElementById(field.getAttribute("aria-activedescendant")).href;
        }"""
    )
    expect(_status(tab)).not_to_have_text(seen)
    expect(_status(tab)).to_have_text(re.compile("resulta"))
    active = tab.locator(f"#{_field(tab).get_attribute('aria-activedescendant')}")
    expect(active).to_have_attribute("aria-selected", "true")
    assert active.evaluate("option => option.href") == chosen


def test_leads_to_the_right_section(tab: Page) -> None:
    _search(tab, "specialisten in het team meelopen mandaat")
    with_section = _options(tab).filter(has=tab.locator(".zoek-sectie")).first
    expect(with_section).to_be_visible()
    title = with_section.locator(".zoek-sectie").inner_text().replace("§", "").strip()
    with_section.click()
    anchor = tab.url.partition("#")[2]
    assert anchor
    heading = tab.locator(f'[id="{anchor}"]')
    expect(heading).to_be_in_viewport()
    expect(heading).to_contain_text(title)


def test_marks_and_groups(tab: Page) -> None:
    _search(tab, "schulden")
    expect(_options(tab).first).to_be_visible()
    mark = _options(tab).first.locator("mark").first
    expect(mark).to_have_text(re.compile("schuld", re.IGNORECASE))
    assert mark.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "underline"
    groups = tab.get_by_role("listbox").get_by_role("group")
    names = groups.evaluate_all(
        "all => all.map(group => document.getElementById(group.getAttribute('aria-labelledby')).textContent)"
    )
    assert set(names) <= {model.meervoud for model in KINDS.values()} | {"Pagina's"}
    assert len(names) == len(set(names)) > 1
    for group in groups.all():
        folders = group.get_by_role("option").evaluate_all("all => all.map(a => a.pathname.split('/').at(-2))")
        assert len(set(folders)) == 1


def test_says_how_many(tab: Page) -> None:
    _search(tab, "schulden")
    expect(_status(tab)).to_have_text(re.compile(r"^\d+ resultaten$"))
    expect(_heard(tab)).to_have_text(re.compile(r"^\d+ resultaten$"))
    _field(tab).fill(NONSENSE)
    for line in (_status(tab), _heard(tab)):
        expect(line).to_have_text(f"Niets gevonden. ‘{NONSENSE}’ komt nergens voor")
    _field(tab).fill("appeltaart")
    expect(_heard(tab)).to_have_text(re.compile("‘appeltaart’ komt nergens voor, ‘taart’ wel$"))


def test_the_number_is_heard_once_when_the_typing_stops(tab: Page) -> None:
    _search(tab, "schulden")
    expect(_heard(tab)).to_have_text(re.compile(r"resultaten$"))
    _heard(tab).evaluate(
        "line => { heard = []; new MutationObserver(() => heard.push(line.textContent)).observe(line, {childList: true}) }"
    )
    _field(tab).fill("")
    _field(tab).press_sequentially("klepuurtjes", delay=20)
    tab.wait_for_timeout(1000)
    heard = tab.evaluate("heard")
    assert heard[-1] == _status(tab).inner_text()
    assert heard.count(heard[-1]) == 1
    assert len(heard) < len("klepuurtjes") / 2


def test_a_slow_search_says_that_it_is_searching(tab: Page) -> None:
    tab.route("**/zoeken/deel/kern.js*", lambda _: None)
    _search(tab, "schulden")
    for line in (_status(tab), _heard(tab)):
        expect(line).to_have_text("Zoekt …")
    tab.unroute("**/zoeken/deel/kern.js*")  # which lets go what it held
    expect(_options(tab).first).to_be_visible()
    expect(_heard(tab)).to_have_text(re.compile(r"^\d+ resultaten$"))


@pytest.mark.parametrize("width", [360, 1280])
def test_the_list_stays_where_it_is_when_results_come(tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 740})
    _search(tab, "")
    before = tab.locator(".zoek-anders").bounding_box()
    _field(tab).fill("schulden")
    expect(_options(tab).first).to_be_visible()
    after = tab.get_by_role("listbox", name="Resultaten").bounding_box()
    assert before
    assert after
    assert (before["y"], before["x"]) == (after["y"], after["x"])
    first = _options(tab).first.bounding_box()
    expect(_heard(tab)).to_have_text(re.compile("resultaten$"))
    assert _options(tab).first.bounding_box() == first


def test_an_old_answer_never_replaces_a_new_one(tab: Page) -> None:
    _search(tab, "")
    _field(tab).press_sequentially("wijkcoach", delay=5)
    tab.wait_for_timeout(600)
    typed = _options(tab).evaluate_all("all => all.map(a => a.href)")
    tab.reload()
    _search(tab, "wijkcoach")
    expect(_options(tab).first).to_be_visible()
    assert _options(tab).evaluate_all("all => all.map(a => a.href)") == typed


def test_a_typo_is_named(tab: Page) -> None:
    _search(tab, "wijkcaoch")
    expect(_status(tab)).to_have_text(re.compile("in plaats van ‘wijkcaoch’"))
    expect(_options(tab).first).to_be_visible()


def test_choices_and_none_left(tab: Page) -> None:
    _search(tab, "klepuurtje")
    expect(_options(tab).first).to_be_visible()
    kind = _choice(tab, "soort")
    kind.select_option("praktijkvoorbeeld")
    expect(tab.get_by_role("listbox").get_by_role("group")).to_have_count(1)
    kind.select_option("begrip")
    expect(_status(tab)).to_have_text(re.compile("^Niets gevonden"))
    expect(_dialog(tab)).to_contain_text(re.compile(r"Zonder keuzes: \d+ resultaten|Zonder keuzes: 1 resultaat"))
    tab.get_by_role("button", name="Zoek zonder keuzes").click()
    expect(_options(tab).first).to_be_visible()
    expect(kind).to_have_value("")
    expected = ["Alle soorten", *(model.meervoud for model in KINDS.values()), "Pagina's"]
    assert kind.locator("option").all_inner_texts() == expected
    for name, least in (("soort", len(KINDS)), ("rol", 7), ("thema", 4)):
        assert _choice(tab, name).locator("option").count() > least
        expect(_choice(tab, name)).to_have_accessible_name(name.capitalize())


def test_the_choices_are_there_before_a_word_is(tab: Page, address: str) -> None:
    tab.goto(f"{address}/zoeken/index.html")
    _choice(tab, "rol").focus()
    tab.get_by_role("option", name="Wijkcoach", exact=True).wait_for(state="attached")
    tab.keyboard.press("ArrowDown")
    tab.wait_for_url(re.compile(r"\?rol=[\w-]+$"))
    expect(_status(tab)).to_have_text("Typ er een woord bij.")


def test_a_choice_without_a_word_asks_for_one(tab: Page) -> None:
    _search(tab, "")
    _choice(tab, "soort").select_option("methode")
    expect(_status(tab)).to_have_text("Typ er een woord bij.")
    _choice(tab, "soort").select_option("")
    expect(_status(tab)).to_be_empty()


def test_choices_with_the_keyboard_alone(tab: Page) -> None:
    tab.keyboard.press("Control+k")
    tab.keyboard.type("wijk")
    expect(_options(tab).first).to_be_visible()
    everything = _status(tab).inner_text()
    for name in ("soort", "rol", "thema"):
        while tab.evaluate("document.activeElement.name") != name:
            tab.keyboard.press("Tab")
        tab.keyboard.press("ArrowDown")
        expect(_status(tab)).not_to_have_text(everything)
        expect(_choice(tab, name)).to_be_focused()
        expect(_choice(tab, name)).not_to_have_value("")
        tab.keyboard.press("ArrowUp")
        expect(_status(tab)).to_have_text(everything)
    tab.keyboard.press("ArrowDown")
    chosen = _choice(tab, "thema").input_value()
    tab.keyboard.press("Shift+Tab")
    _field(tab).focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/zoeken/index.html?q=wijk&thema={chosen}")
    expect(_choice(tab, "thema")).to_have_value(chosen)
    _choice(tab, "soort").focus()
    tab.keyboard.press("ArrowDown")
    tab.wait_for_url(re.compile(rf"\?q=wijk&soort=\w+&thema={chosen}$"))
    tab.go_back()
    expect(_choice(tab, "soort")).to_have_value("")
    expect(_choice(tab, "thema")).to_have_value(chosen)
    tab.go_forward()
    expect(_choice(tab, "soort")).not_to_have_value("")


def test_choices_on_a_phone(tab: Page) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    _search(tab, "wijk")
    expect(_choice(tab, "soort")).to_be_hidden()
    tab.locator(".zoek-kies summary").click()
    _choice(tab, "soort").select_option("methode")
    expect(tab.locator(".zoek-kies summary")).to_have_text("Soort, rol en thema (1 gekozen)")
    box = _dialog(tab).bounding_box()
    assert box == {"x": 0, "y": 0, "width": 320, "height": 640}
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    _search(tab, "n" * 200)
    expect(_status(tab)).to_have_text(re.compile("^Niets"))
    assert _dialog(tab).evaluate("dialog => dialog.scrollWidth") <= 320


def test_nothing_found_leads_on(tab: Page, site: Path) -> None:
    _search(tab, NONSENSE)
    ways = _dialog(tab).locator(".zoek-anders a")
    expect(ways.first).to_be_visible()
    expect(_options(tab)).to_have_count(0)
    _check_ways(ways, site)
    _field(tab).fill("")
    expect(ways).to_have_count(3)
    _check_ways(ways, site)


def _check_ways(ways: Locator, site: Path) -> None:
    for path in ways.evaluate_all("all => all.map(a => a.pathname)"):
        assert (site / path.lstrip("/")).is_file(), path


def test_recent_searches_stay_on_the_device(tab: Page, address: str) -> None:
    for text in ("schulden", "mandaat", "huisbezoek"):
        _search(tab, text)
        expect(_options(tab).first).to_be_visible()
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("Enter")
        expect(_dialog(tab)).to_be_hidden()
        tab.goto(f"{address}/{SOMEWHERE}")
    assert _stored(tab, "eerder") == ["huisbezoek", "mandaat", "schulden"]
    tab.locator(".zoekknop").click()
    tab.get_by_role("button", name="mandaat", exact=True).click()
    expect(_field(tab)).to_have_value("mandaat")
    expect(_field(tab)).to_be_focused()
    expect(_options(tab).first).to_be_visible()
    _field(tab).fill("")
    tab.get_by_role("button", name="Vergeet ‘mandaat’").click()
    expect(tab.get_by_role("button", name="Vergeet ‘schulden’")).to_be_focused()
    assert _stored(tab, "eerder") == ["huisbezoek", "schulden"]
    tab.get_by_role("button", name="Vergeet alles").click()
    expect(_field(tab)).to_be_focused()
    expect(tab.locator(".zoek-eerder")).to_be_empty()
    assert _stored(tab, "eerder") == []


def test_at_most_eight_recent_searches_and_bad_storage_is_harmless(tab: Page) -> None:
    tab.evaluate('localStorage.setItem(\'handboek.zoeken:/\', \'{"eerder": {"a": 1}, "toetsen": 3}\')')
    tab.reload()
    for number in range(10):
        _search(tab, f"wijk {number}")
        _field(tab).press("Enter")
        tab.wait_for_url(f"**/zoeken/index.html?q=wijk+{number}")
        tab.goto(tab.url.partition("/zoeken")[0] + f"/{SOMEWHERE}")
    assert _stored(tab, "eerder") == [f"wijk {number}" for number in range(9, 1, -1)]


def test_the_start_page_opens_the_same_search(tab: Page, address: str) -> None:
    tab.goto(f"{address}/index.html")
    start = tab.locator("#zoekveld")
    start.press_sequentially("schaal", delay=20)
    expect(_field(tab)).to_be_focused()
    expect(_field(tab)).to_have_value("schaal")
    expect(_options(tab).first).to_be_visible()
    tab.keyboard.press("Escape")
    expect(start).to_be_focused()
    expect(start).to_have_value("schaal")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/zoeken/index.html?q=schaal")
    expect(tab.get_by_role("main").locator(".zoek-resultaat").first).to_be_visible()


def test_from_dialog_to_page_with_choices(tab: Page) -> None:
    _search(tab, "wijk")
    link = tab.get_by_role("link", name=re.compile(r"^Alle \d+ resultaten$"))
    everywhere = link.inner_text()
    _choice(tab, "rol").select_option("wijkcoach")
    expect(link).not_to_have_text(everywhere)
    total = re.search(r"\d+", link.inner_text())
    assert total
    link.click()
    tab.wait_for_url("**/zoeken/index.html?q=wijk&rol=wijkcoach")
    expect(_status(tab)).to_have_text(f"{total[0]} resultaten")
    expect(_choice(tab, "rol")).to_have_value("wijkcoach")


def test_the_page_goes_back_and_forward(tab: Page, address: str) -> None:
    tab.goto(f"{address}/zoeken/index.html?q=schulden")
    field, results = tab.locator("#zoekblad-veld"), tab.get_by_role("main").locator(".zoek-resultaat")
    expect(results.first).to_be_visible()
    expect(tab).to_have_title(re.compile("^‘schulden’"))
    before = results.first.get_attribute("href")
    field.fill("")
    field.press_sequentially("huisbezoek", delay=10)
    field.press("Enter")
    tab.wait_for_url("**?q=huisbezoek")
    expect(results.first).not_to_have_attribute("href", before or "")
    _choice(tab, "soort").select_option("methode")
    tab.wait_for_url("**?q=huisbezoek&soort=methode")
    tab.go_back()
    expect(tab).to_have_url(re.compile(r"\?q=huisbezoek$"))
    expect(_choice(tab, "soort")).to_have_value("")
    tab.go_back()
    expect(field).to_have_value("schulden")
    expect(results.first).to_have_attribute("href", before or "")
    tab.go_forward()
    expect(field).to_have_value("huisbezoek")
    tab.go_back()
    results.first.click()
    tab.wait_for_url(before or "")
    tab.go_back()
    expect(results.first).to_have_attribute("href", before or "")


def test_a_pause_settles_a_search(tab: Page, address: str) -> None:
    tab.goto(f"{address}/zoeken/index.html")
    length = tab.evaluate("history.length")
    field = tab.locator("#zoekblad-veld")
    field.press_sequentially("schuld", delay=10)
    tab.wait_for_timeout(1200)
    field.press_sequentially("hulp", delay=10)
    tab.wait_for_timeout(1200)
    assert tab.evaluate("history.length") == length + 2
    tab.go_back()
    expect(field).to_have_value("schuld")


def test_the_page_has_headings_links_and_more(tab: Page, address: str) -> None:
    tab.goto(f"{address}/zoeken/index.html?q=wijk&soort=onzin")
    main = tab.get_by_role("main")
    more = main.get_by_role("button", name=re.compile("Toon er meer"))
    expect(more).to_be_visible()
    expect(_choice(tab, "soort")).to_have_value("")
    assert main.get_by_role("listbox").count() == 0
    assert main.get_by_role("heading", level=2).count() > 2
    shown = main.locator(".zoek-resultaat").count()
    more.click()
    expect(main.locator(".zoek-resultaat")).not_to_have_count(shown)
    assert tab.evaluate("document.activeElement.className") == "zoek-resultaat"
    tab.keyboard.press("/")
    expect(tab.locator("#zoekblad-veld")).to_be_focused()


def test_nothing_of_it_moves(tab: Page, address: str) -> None:
    from test_verspringen import MOST, OBSERVER

    tab.add_init_script(OBSERVER)
    for width in (360, 1280):
        tab.set_viewport_size({"width": width, "height": 740})
        for path in ("zoeken/index.html?q=wijk", "zoeken/index.html?q=" + NONSENSE, "zoeken/index.html"):
            tab.goto(f"{address}/{path}")
            tab.wait_for_timeout(900)
            moved = tab.evaluate("shifts")
            assert sum(shift[0] for shift in moved) < MOST, (path, width, moved)


def test_nothing_is_fetched_before_the_first_use(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    for path in ("index.html", "rollen/wijkcoach.html", "zoeken/index.html"):
        page.goto(f"{address}/{path}")
        page.wait_for_load_state("networkidle")
    late = re.compile("zoeken/deel/|/(?:" + "|".join(map(re.escape, ("werker.js", *ENGINE))) + ")$")
    assert not [url for url in asked if late.search(url)]
    page.goto(f"{address}/rollen/wijkcoach.html")
    _search(page, "wijk")
    expect(_options(page).first).to_be_visible()
    assert {url.rpartition("/")[2] for url in asked if late.search(url)} >= {"werker.js", "kern.js", "posten-0.js"}


def test_a_failed_load_says_so_and_the_next_try_works(tab: Page) -> None:
    tab.route("**/zoeken/deel/**", lambda route: route.abort())
    _search(tab, "schulden")
    expect(_dialog(tab)).to_contain_text("de zoekgegevens kwamen niet binnen")
    expect(_dialog(tab).get_by_role("link", name="Alle methoden")).to_be_visible()
    tab.unroute("**/zoeken/deel/**")
    _field(tab).fill("schulden ")
    expect(_options(tab).first).to_be_visible()


@pytest.mark.parametrize("start", ["rollen/wijkcoach.html", "zoeken/index.html?q=schulden"])
def test_works_from_an_unpacked_folder(page: Page, site: Path, start: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"file://{site}/{start}")
    if "?" not in start:
        _search(page, "schulden")
    result = page.locator(".zoek-resultaat").first
    expect(result).to_be_visible()
    href = result.get_attribute("href") or ""
    assert href.startswith("file://")
    result.click()
    page.wait_for_url(href)
    assert errors == []


# The addresses that the page's own site keeps on the device.
KEPT = """async () => {
  const names = await caches.keys(), caught = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
  return caught.flat().map(request => request.url);
}"""


@pytest.fixture
def keeping(chromium: Browser) -> Iterator[Page]:
    """A page in a browser that may keep pages for later."""
    context = chromium.new_context(locale="nl-NL")
    yield context.new_page()
    context.close()


def _kept(page: Page, enough: Callable[[list[str]], bool]) -> list[str]:
    """What the device keeps, once that is enough."""
    for _ in range(600):
        kept: list[str] = page.evaluate(KEPT)
        if enough(kept):
            return kept
        page.wait_for_timeout(50)
    pytest.fail(f"not enough is kept: {kept}")


def test_a_visited_page_is_read_without_a_connection_and_brings_no_index(keeping: Page, site: Path) -> None:
    with served(site) as address:
        here = f"{address}/{SOMEWHERE}"
        keeping.goto(here)
        kept = _kept(keeping, lambda kept: here in kept and any(url.endswith("/zoeken.js") for url in kept))
    assert not [url for url in kept if "/zoeken/deel/" in url]
    keeping.goto(f"{address}/{SOMEWHERE}")
    expect(keeping.get_by_role("heading", level=1)).to_be_visible()


def test_searches_without_a_connection_after_the_first_search(keeping: Page, site: Path) -> None:
    with served(site) as address:
        keeping.goto(f"{address}/{SOMEWHERE}")
        _search(keeping, "schulden")
        expect(_options(keeping).first).to_be_visible()
        parts = {f"{address}/{path.relative_to(site)}" for path in (site / "zoeken" / "deel").rglob("*.js")}
        pages = {
            f"{address}/{name}"
            for name in ("zoeken/index.html", "assets/zoeken/zoekblad.js", "assets/zoeken/werker.js")
        }
        _kept(keeping, lambda kept: parts | pages <= set(kept))
    keeping.goto(f"{address}/{SOMEWHERE}")
    _search(keeping, "huisbezoek")
    expect(_options(keeping).first).to_be_visible()
    _field(keeping).press("Enter")
    keeping.wait_for_url("**/zoeken/index.html?q=huisbezoek")
    expect(keeping.get_by_role("main").locator(".zoek-resultaat").first).to_be_visible()


def test_without_javascript(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{SOMEWHERE}")
    page.get_by_role("link", name="Zoeken").first.click()
    main = page.get_by_role("main")
    expect(main.get_by_text("alleen met JavaScript")).to_be_visible()
    expect(main.locator("#zoekblad-veld")).to_be_hidden()
    links = {href.removeprefix(f"{address}/") for href in main.locator("a").evaluate_all("all => all.map(a => a.href)")}
    assert {hub_path(kind) for kind in KINDS} <= links
    assert any(link.startswith("begrippen/index.html#groep-") for link in links)
    context.close()


@pytest.fixture(scope="module")
def calm(chromium: Browser) -> Iterator[BrowserContext]:
    """A context with less motion, so that nothing is caught half way."""
    made = chromium.new_context(locale="nl-NL", reduced_motion="reduce")
    yield made
    made.close()


STATES = ["", "schulden", "wijkcaoch", NONSENSE]


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(calm: BrowserContext, address: str, size: Any, scheme: str) -> None:
    tab = calm.new_page()
    tab.set_viewport_size(size)
    tab.goto(f"{address}/{SOMEWHERE}")
    tab.evaluate("name => { document.body.dataset.mdColorScheme = name }", scheme)
    tab.evaluate("""localStorage.setItem('handboek.zoeken:/', '{"eerder": ["mandaat", "huisbezoek"]}')""")
    problems = axe(tab, ".md-header")
    for text in STATES:
        _search(tab, text)
        tab.wait_for_timeout(700)
        tab.keyboard.press("ArrowDown")
        problems += axe(tab, ".zoekvenster")
    tab.get_by_text("Sneltoetsen").click()
    if size is NARROW:
        tab.locator(".zoek-kies summary").click()
    _field(tab).fill("schulden")
    _choice(tab, "soort").select_option("begrip")
    expect(_options(tab).first).to_be_visible()
    problems += axe(tab, ".zoekvenster")
    _field(tab).fill("klepuurtje")
    expect(tab.get_by_role("button", name="Zoek zonder keuzes")).to_be_visible()
    problems += axe(tab, ".zoekvenster")
    for text in (*STATES, "schulden&soort=begrip", "klepuurtje&soort=begrip"):
        tab.goto(f"{address}/zoeken/index.html?q={text}")
        tab.evaluate("name => { document.body.dataset.mdColorScheme = name }", scheme)
        tab.wait_for_timeout(700)
        if "&" in text and size is NARROW:
            tab.locator(".zoek-kies summary").click()
        problems += axe(tab)
    tab.evaluate("localStorage.clear()")
    tab.close()
    assert problems == []


@pytest.mark.parametrize("size", SIZES)
def test_targets_are_large_enough(tab: Page, size: Any) -> None:
    tab.set_viewport_size(size)
    tab.evaluate("""localStorage.setItem('handboek.zoeken:/', '{"eerder": ["mandaat", "huisbezoek"]}')""")
    for text in STATES:
        _search(tab, text)
        tab.wait_for_timeout(500)
        small = tab.locator(
            ".zoekknop, .zoekvenster :is(a, button, select, summary, input[type=text], label)"
        ).evaluate_all(
            """all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 24
                 && !one.matches("label.onzichtbaar")).map(one => one.outerHTML.slice(0, 100))"""
        )
        assert small == []


def test_own_colours_and_print(chromium: Browser, address: str) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}/{SOMEWHERE}")
    _search(page, "schulden")
    expect(_options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert _options(page).first.evaluate("option => getComputedStyle(option).outlineStyle") == "solid"
    page.emulate_media(media="print")
    expect(page.locator(".zoekvenster")).to_be_hidden()
    page.goto(f"{address}/zoeken/index.html?q=schulden")
    expect(page.locator(".zoek-resultaat").first).to_be_visible()
    expect(page.locator("#zoekblad-veld")).to_be_hidden()
    context.close()


def test_what_the_browser_reads_out(tab: Page) -> None:
    _search(tab, "schulden")
    expect(_options(tab).first).to_be_visible()
    tab.keyboard.press("ArrowDown")
    tree = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")["nodes"]
    seen = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree if not node["ignored"]]
    roles = [role for role, _ in seen]
    assert roles.count("option") >= 2
    assert ("listbox", "Resultaten") in [(role.lower(), name) for role, name in seen]
    assert ("group", "Begrippen") in seen
    assert any(role == "option" and re.match(r"Schulden en inkomen\b.*\s", name) for role, name in seen)


def test_no_data_becomes_markup() -> None:
    for path in (ROOT / "docs" / "assets" / "zoeken").glob("*.js"):
        if path.name not in ("stam-nl.js",):
            assert not re.search(
                r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", path.read_text("utf-8")
            )


def test_every_page_carries_little(site: Path) -> None:
    tree = LexborHTMLParser((site / "rollen" / "wijkcoach.html").read_text(encoding="utf-8"))
    sources = [str(node.attributes["src"]) for node in tree.css("script[src]")]
    scripts = [src.rpartition("/")[2] for src in sources if "zoeken" in src]
    assert scripts == ["laden.js", "zoeken.js", "venster.js"]
    folder = site / "assets" / "zoeken"
    weight = sum(len(gzip.compress((folder / name).read_bytes(), 9)) for name in (*scripts, "zoeken.css"))
    assert weight < 12_000
