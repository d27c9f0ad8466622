"""The catalogues: their facets say what the knowledge base says, and a reader can search, narrow, sort and share."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from handboek.addresses import hub_path
from handboek.kinds import KINDS
from handboek.knowledge import KnowledgeBase
from handboek.models.dilemma import Dilemma
from handboek.models.interventie import Interventie
from handboek.models.methode import Methode
from handboek.pages.views.catalogue import ORDERS, catalogue_view
from handboek.pages.views.facets import FACETS

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 740}
METHODEN, AANPAKKEN = "/methoden/index.html", "/interventies/index.html"


def _visible(page: Page) -> list[str]:
    rows = page.locator(".groep:not([hidden]) [data-rangen]:not(.weg)")
    names: list[str] = rows.evaluate_all("rows => rows.map(row => row.querySelector('a').textContent)")
    return names


def _box(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f'input[name="{facet}"][value="{value}"]')


def _shown_count(page: Page, facet: str, value: str) -> int:
    label = page.locator("label", has=_box(page, facet, value))
    return int(label.locator(".aantal").text_content() or "")


@pytest.fixture
def wide(page: Page) -> Page:
    """A page on a wide screen, where the facets stand open beside the list."""
    page.set_viewport_size(WIDE)
    return page


# --- What the views say -----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_item_is_a_row_and_has_a_choice_in_every_facet(kb: KnowledgeBase, kind: str) -> None:
    view = catalogue_view(kb, kind)
    rows = [row for group in view.groepen for row in group.rijen]
    assert sorted(row.id for row in rows) == sorted(kb.all(KINDS[kind]))
    assert view.aantal == len(rows)
    for row in rows:
        assert set(row.keuzes) == {facet.id for facet in FACETS[kind]}
        assert all(row.keuzes.values())
    for number in range(len(ORDERS[kind])):
        assert sorted(row.rangen[number] for row in rows) == list(range(len(rows)))


@pytest.mark.parametrize("kind", KINDS)
def test_counts_are_those_of_the_rows(kb: KnowledgeBase, kind: str) -> None:
    view = catalogue_view(kb, kind)
    for facet in view.facetten:
        assert len(facet.waarden) > 1, "a facet with one value tells nothing"
        counted = Counter(slug for group in view.groepen for row in group.rijen for slug in row.keuzes[facet.id])
        assert {value.slug: value.aantal for value in facet.waarden} == counted


def test_silence_is_a_choice_of_its_own_and_never_no(kb: KnowledgeBase) -> None:
    view = catalogue_view(kb, "interventie")
    counts = {facet.id: {value.naam: value.aantal for value in facet.waarden} for facet in view.facetten}
    aanpakken = kb.all(Interventie).values()
    assert counts["leefgebied"]["niet vermeld"] == sum(not aanpak.leefgebieden for aanpak in aanpakken)
    assert counts["trede"]["niet vermeld"] == sum(aanpak.ladder is None for aanpak in aanpakken)
    status = Counter(aanpak.evaluatie.status for aanpak in aanpakken)
    assert counts["geevalueerd"] == {
        word.capitalize() if word in ("ja", "gepland") else word: number for word, number in status.items()
    }
    assert "nee" not in counts["leefgebied"]
    assert [value.naam for value in view.facetten[-1].waarden][-1] == "niet vermeld"


def test_a_range_of_the_ladder_holds_every_rung(kb: KnowledgeBase) -> None:
    rows = {row.id: row for group in catalogue_view(kb, "interventie").groepen for row in group.rijen}
    treden = list(kb.begrippen("trede"))
    assert rows["participatiecoaches-arnhem"].keuzes["trede"] == treden[:4]


def test_a_facet_with_one_value_is_not_shown(kb: KnowledgeBase, site: Path) -> None:
    assert not any(bron.themas for bron in kb.bronnen.values())
    tree = LexborHTMLParser((site / "bronnen" / "index.html").read_text(encoding="utf-8"))
    names = {node.attributes["name"] for node in tree.css(".facetten input")}
    assert names == {"gelezen", "soort", "rol"}


# --- In the browser ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_each_facet_value_leaves_the_items_that_have_it(wide: Page, address: str, kb: KnowledgeBase, kind: str) -> None:
    view = catalogue_view(kb, kind)
    rows = [row for group in view.groepen for row in group.rijen]
    for facet in view.facetten:
        value = facet.waarden[-1]
        wide.goto(f"{address}/{hub_path(kind)}?{facet.id}={value.slug}")
        expect(wide.locator(".gevonden")).to_contain_text(f"{value.aantal} van {view.aantal} ")
        assert set(_visible(wide)) == {row.naam for row in rows if value.slug in row.keuzes[facet.id]}


def test_facets_combine_and_counts_follow_the_other_choices(wide: Page, address: str, kb: KnowledgeBase) -> None:
    methoden = kb.all(Methode).values()
    wide.goto(address + METHODEN)
    _box(wide, "soort", "instrument").check()
    _box(wide, "soort", "werkwijze").check()
    _box(wide, "thema", "participatie").check()
    both = [m for m in methoden if m.soort in ("instrument", "werkwijze") and "participatie" in m.themas]
    assert sorted(_visible(wide)) == sorted(m.naam for m in both)
    expect(wide.get_by_role("status")).to_have_text(f"{len(both)} van {len(methoden)} methoden.")

    own = sum(m.soort == "werkvorm" and "participatie" in m.themas for m in methoden)
    assert _shown_count(wide, "soort", "werkvorm") == own, "a facet's counts do not follow its own choices"
    other = sum(m.soort in ("instrument", "werkwijze") and "werk" in m.themas for m in methoden)
    assert _shown_count(wide, "thema", "werk") == other

    wide.locator("#tekst").fill("zzzz")
    expect(wide.locator(".niets")).to_be_visible()
    assert _shown_count(wide, "thema", "werk") == 0
    wide.get_by_role("button", name="Begin opnieuw").click()
    assert len(_visible(wide)) == len(methoden)
    assert urlsplit(wide.url).query == ""


def test_text_finds_synonyms_whatever_the_accents(wide: Page, address: str, kb: KnowledgeBase) -> None:
    wide.goto(address + AANPAKKEN)
    wide.locator("#tekst").fill("DOORZETTINGSMACHT")
    assert _visible(wide) == [kb.all(Interventie)["wijkcoaches-velve-lindenhof"].naam]
    wide.locator("#tekst").fill("een jaar leren")
    assert "Eén jaar Leren met de Wortmanflats" in _visible(wide)


def test_the_address_holds_the_state_and_the_back_button_undoes(wide: Page, address: str) -> None:
    wide.goto(address + METHODEN)
    everything = len(_visible(wide))
    _box(wide, "soort", "instrument").check()
    one = _visible(wide)
    _box(wide, "thema", "participatie").check()
    wide.locator("#volgorde").select_option("aanpakken")
    wide.locator("#tekst").fill("gesprek")
    expect(wide).to_have_url(re.compile("tekst=gesprek"))
    given = parse_qs(urlsplit(wide.url).query)
    assert given == {
        "tekst": ["gesprek"],
        "volgorde": ["aanpakken"],
        "soort": ["instrument"],
        "thema": ["participatie"],
    }

    shared = _visible(wide)
    other = wide.context.new_page()
    other.goto(wide.url)
    assert _visible(other) == shared
    expect(other.locator("#tekst")).to_have_value("gesprek")
    expect(_box(other, "thema", "participatie")).to_be_checked()
    other.close()

    wide.go_back()
    wide.go_back()
    assert _visible(wide) == one
    expect(_box(wide, "thema", "participatie")).not_to_be_checked()
    wide.go_back()
    assert len(_visible(wide)) == everything
    wide.go_forward()
    assert _visible(wide) == one
    wide.locator(".groep:not([hidden]) li:not(.weg) a").first.click()
    wide.go_back()
    assert _visible(wide) == one


def test_unknown_values_in_an_address_do_nothing(wide: Page, address: str, kb: KnowledgeBase) -> None:
    wide.goto(f"{address}{METHODEN}?soort=zomaar&weg=1&volgorde=zomaar")
    assert len(_visible(wide)) == len(kb.all(Methode))
    expect(wide.locator("#volgorde")).to_have_value("")


def test_sorting_leaves_the_groups_and_comes_back(wide: Page, address: str, kb: KnowledgeBase) -> None:
    wide.goto(address + "/competenties/index.html")
    grouped = _visible(wide)
    wide.locator("#volgorde").select_option("rollen")
    view = catalogue_view(kb, "competentie")
    rows = sorted((row for group in view.groepen for row in group.rijen), key=lambda row: row.rangen[1])
    assert _visible(wide) == [row.naam for row in rows]
    assert rows[0].tal["rollen"] == max(row.tal["rollen"] for row in rows)
    expect(wide.locator(".groep h2").first).to_be_hidden()
    wide.locator("#volgorde").select_option("")
    assert _visible(wide) == grouped
    expect(wide.locator(".groep h2").first).to_be_visible()


def test_empty_groups_leave_the_page_and_its_contents(wide: Page, address: str, kb: KnowledgeBase) -> None:
    wide.goto(f"{address}/dilemmas/index.html?rol=wijkcoach")
    assert len(_visible(wide)) == sum("wijkcoach" in d.rollen for d in kb.all(Dilemma).values())
    assert wide.locator(".groep h2:visible").all_inner_texts() == ["Wijkcoach"]
    assert wide.locator(".md-nav--secondary a:visible").all_inner_texts() == ["Wijkcoach"]


def test_with_the_keyboard(wide: Page, address: str) -> None:
    wide.goto(address + METHODEN)
    wide.locator("#tekst").focus()
    wide.keyboard.press("Tab")
    expect(wide.locator("#volgorde")).to_be_focused()
    wide.keyboard.press("Tab")
    expect(wide.locator(".facet summary").first).to_be_focused()
    wide.keyboard.press("Tab")
    wide.keyboard.press("Space")
    expect(wide.locator(".facet input").first).to_be_checked()
    chip = wide.locator(".gekozenen button").first
    expect(chip).to_have_accessible_name(re.compile("^Soort: Gespreksvorm.*haal weg"))
    chip.focus()
    wide.keyboard.press("Enter")
    expect(wide.locator("#tekst")).to_be_focused()
    expect(wide.locator(".gekozenen")).to_be_hidden()


def test_the_count_is_announced_politely(wide: Page, address: str) -> None:
    wide.goto(address + METHODEN)
    status = wide.get_by_role("status").filter(has_text="methoden")
    expect(status).to_have_count(1)
    _box(wide, "soort", "instrument").check()
    expect(status).to_contain_text(" van ")


def test_on_a_phone_the_facets_are_closed_at_first(page: Page, address: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(address + METHODEN)
    opener = page.get_by_role("button", name="Verfijn")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".facetten")).to_be_hidden()
    opener.click()
    _box(page, "soort", "instrument").check()
    expect(opener).to_have_text(re.compile(r"1 gekozen"))
    page.get_by_role("button", name=re.compile("^Toon 7 methoden")).click()
    expect(page.locator(".facetten")).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.parametrize("kind", KINDS)
def test_at_320_px_nothing_is_cut_off_or_too_small_to_touch(page: Page, address: str, kind: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(f"{address}/{hub_path(kind)}?tekst=a")
    if page.locator(".openen").count():
        page.locator(".openen").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        "[...document.querySelectorAll('.catalogus :is(button,input[type=search],select,label:has(input),summary)')]"
        ".filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 24).map(e => e.textContent)"
    )
    assert small == []


def test_without_javascript_the_whole_list_and_no_dead_controls(
    chromium: Browser, address: str, kb: KnowledgeBase
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=WIDE)
    page = context.new_page()
    for kind in KINDS:
        page.goto(f"{address}/{hub_path(kind)}?tekst=zzzz")
        expect(page.locator("[data-rangen]:visible")).to_have_count(len(kb.all(KINDS[kind])))
        controls = page.locator(".catalogus :is(input, select, button)")
        assert not any(control.is_visible() for control in controls.all())
    context.close()


def test_a_thousand_rows_are_sifted_at_once(wide: Page, address: str) -> None:
    """How fast, `bench/catalogue.py` says; this catches what takes time with the square of the rows."""
    wide.route("**/assets/catalogus.js", lambda route: route.fulfill(body=""))
    wide.goto(address + METHODEN)
    wide.evaluate(
        "document.querySelectorAll('.groep ul').forEach(list => { const own = [...list.children];"
        "for (let i = 0; i < 22; i++) own.forEach(row => list.append(row.cloneNode(true))); })"
    )
    wide.unroute("**/assets/catalogus.js")
    wide.add_script_tag(url=f"{address}/assets/catalogus.js?again")
    took = wide.evaluate(
        "() => { const box = document.querySelector('input[name=soort]'); const start = performance.now();"
        "box.click(); document.body.offsetHeight; return performance.now() - start }"
    )
    assert wide.locator("[data-rangen]").count() == 1035
    assert took < 1_000, took
