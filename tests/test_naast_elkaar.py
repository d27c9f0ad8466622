"""Side by side in the browser: the same table as the command makes, an address that holds the choice, and a tray."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from axe_core import axe
from handboek.keuzehulp.punten import ALLE
from handboek.knowledge import KnowledgeBase
from handboek.pages.views.vergelijken import paren
from handboek.vergelijken.als_tekst import als_json
from handboek.vergelijken.nota import Nota
from handboek.vergelijken.situatie import Situatie, lees, schrijf
from handboek.vergelijken.vergelijk import SOORTEN, compare

DRIE = ("frontlijnaanpak", "participatiecoaches-arnhem", "wijkcoaches-velve-lindenhof")
VIER = (*DRIE, "jongeren-interventie-team")
PARAM = {"interventie": "aanpak", "rol": "rol"}
HUB = "vergelijken/index.html"


def chosen(soort: str, ids: tuple[str, ...] | list[str]) -> str:
    """The path and query of a choice."""
    return f"{HUB}?{PARAM[soort]}={','.join(ids)}"


def ready(page: Page) -> None:
    """Wait until the table is there."""
    page.wait_for_selector("#vergelijking .vergelijk .vg-groep")


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """One context for the tests that leave nothing behind."""
    context = chromium.new_context(locale="nl-NL", viewport={"width": 1280, "height": 800})
    yield context
    context.close()


@pytest.fixture(scope="module")
def table(context: BrowserContext, address: str) -> Page:
    """The compare page with three approaches."""
    page = context.new_page()
    page.goto(f"{address}/{chosen('interventie', DRIE)}")
    ready(page)
    return page


# --- The same table --------------------------------------------------------------------------------

MAKE = """async ([soort, ids, datum, tekst]) => {
  const H = window.handboekVergelijken, keuze = await H.laadKeuze();
  const kolommen = await H.laadKolommen(soort, ids), situatie = H.leesSituatie(keuze.punten, tekst);
  const adres = H.vergelijkadres({soort, ids, situatie}).replace(location.origin + "/", "");
  const adresVan = (kind, id) => `${keuze.mappen[kind]}/${id}.html`;
  const eerst = tekst && H.situatiegroep(keuze.punten, kolommen, situatie);
  return H.maakNota(keuze, soort, kolommen, {datum, adres, adresVan}, eerst);
}"""
DAG = "2026-11-22"


def _selections(kb: KnowledgeBase) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "interventie", DRIE
    yield "interventie", ("jongeren-interventie-team", "frontlijnaanpak")
    yield "rol", ("frontlijnwerker", "wijkcoach")
    chance = Random(DAG)
    for number in range(60):
        soort = ("interventie", "rol")[number % 2]
        ids = list(kb.all(SOORTEN[soort].model))
        yield soort, tuple(chance.sample(ids, 2 + number % 3))


def test_the_browser_makes_what_the_command_makes(kb: KnowledgeBase, table: Page) -> None:
    for soort, ids in _selections(kb):
        made = table.evaluate(MAKE, [soort, list(ids), DAG, ""])
        assert made == json.loads(als_json(Nota(compare(kb, ids, soort), DAG))), ids


def _situations(kb: KnowledgeBase) -> Iterator[Situatie]:
    """Every answer to every question by itself, and some of all together."""
    yield from ({punt: (waarde,)} for punt, vraag in ALLE.items() for waarde in vraag.keuzes(kb))
    chance = Random(DAG)
    for _ in range(10):
        yield {punt: tuple(chance.sample(list(vraag.keuzes(kb)), 2)) for punt, vraag in ALLE.items()}


def test_our_situation_in_the_browser_is_that_of_the_command(kb: KnowledgeBase, table: Page) -> None:
    for situatie in _situations(kb):
        made = table.evaluate(MAKE, ["interventie", list(VIER), DAG, schrijf(situatie)])
        assert made == json.loads(als_json(Nota(compare(kb, VIER, situatie=situatie), DAG))), situatie
        assert lees(kb, schrijf(situatie)) == situatie


def _drawn(page: Page) -> str:
    """The table and the list of sources as they stand in the page, without what only works with scripts."""
    drawn: str = page.evaluate(
        """() => {
          const copy = document.querySelector("#vergelijking").cloneNode(true);
          copy.querySelectorAll(".vg-groep").forEach(button => button.replaceWith(button.textContent));
          return copy.querySelector(".tabelkader").outerHTML + copy.querySelector(".vg-bronnen").innerHTML;
        }"""
    )
    return re.sub(r"\s+", " ", drawn)


def test_pages_that_lie_ready_look_the_same_without_scripts(
    kb: KnowledgeBase, chromium: Browser, address: str, context: BrowserContext
) -> None:
    quiet = chromium.new_context(locale="nl-NL", java_script_enabled=False)
    page, lively = quiet.new_page(), context.new_page()
    for paar in paren(kb):
        page.goto(f"{address}/{paar.pad}")
        lively.goto(f"{address}/{chosen(paar.soort, paar.ids)}")
        ready(lively)
        html = page.content()
        lively.evaluate("html => { window.plain = new DOMParser().parseFromString(html, 'text/html'); }", html)
        plain = lively.evaluate(
            "() => plain.querySelector('.tabelkader').outerHTML + plain.querySelector('.vg-bronnen').innerHTML"
        )
        assert re.sub(r"\s+", " ", plain) == _drawn(lively), paar.pad
    quiet.close()
    lively.close()


# --- The address holds the choice ------------------------------------------------------------------


@pytest.fixture
def shown(page: Page, address: str) -> Page:
    """Three approaches in a page of its own."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/{chosen('interventie', DRIE)}")
    ready(page)
    return page


def _heads(page: Page) -> list[str]:
    return page.locator(".vergelijk thead a").all_inner_texts()


def _names(kb: KnowledgeBase, ids: tuple[str, ...]) -> list[str]:
    return [kb.all(SOORTEN["interventie"].model)[id_].naam for id_ in ids]


def test_the_address_holds_the_choice_and_back_leads_back(shown: Page, kb: KnowledgeBase) -> None:
    expect(shown.locator("h1")).to_have_text("Drie aanpakken naast elkaar")
    assert _heads(shown) == _names(kb, DRIE)
    shown.get_by_label("Leg erbij", exact=True).select_option(VIER[3])
    shown.get_by_role("button", name="Leg erbij").click()
    expect(shown.locator(".vergelijk thead a")).to_have_text(_names(kb, VIER))
    assert shown.url.endswith(f"?aanpak={','.join(VIER)}")
    shown.get_by_role("button", name="Frontlijnaanpak: een plek naar achteren").click()
    moved = (VIER[1], VIER[0], *VIER[2:])
    expect(shown.locator(".vergelijk thead a")).to_have_text(_names(kb, moved))
    url = shown.url
    shown.go_back()
    shown.go_back()
    expect(shown.locator(".vergelijk thead a")).to_have_text(_names(kb, DRIE))
    shown.go_forward()
    shown.go_forward()
    expect(shown.locator(".vergelijk thead a")).to_have_text(_names(kb, moved))
    assert shown.url == url


def test_who_comes_from_another_role_lays_both_sets_of_competencies_side_by_side(page: Page, address: str) -> None:
    page.goto(f"{address}/rollen/wijkcoach.html")
    page.get_by_role("link", name="Leg jouw rol naast die van wijkcoach").click()
    page.get_by_label("Leg erbij", exact=True).select_option("sociaal-makelaar")
    page.get_by_role("button", name="Leg erbij").click()
    ready(page)
    group = page.locator(".vergelijk tbody", has=page.get_by_role("button", name="Competenties", exact=True))
    expect(group.locator("tr > th[scope=row]")).to_have_text(["Die een ander ook noemt", "Alleen hier genoemd"])
    assert page.url.endswith("?rol=wijkcoach,sociaal-makelaar")


def test_a_fifth_does_not_fit_and_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/{chosen('interventie', VIER)}")
    ready(page)
    expect(page.locator(".vg-uitleg")).to_have_text("Er liggen er vier. Haal er eerst een weg.")
    expect(page.get_by_role("button", name="Leg erbij")).to_be_disabled()


def test_an_unknown_item_in_the_address_is_said(page: Page, address: str) -> None:
    page.goto(f"{address}/{HUB}?aanpak=frontlijnaanpak,bestaat-niet")
    expect(page.locator(".vg-melding")).to_contain_text("Niet in dit handboek: bestaat-niet.")
    page.goto(f"{address}/{chosen('interventie', [*DRIE, 'bestaat-niet'])}")
    ready(page)
    expect(page.locator(".vg-melding")).to_have_text("Niet in dit handboek: bestaat-niet.")
    expect(page.locator(".vergelijk thead a")).to_have_count(3)


def test_what_does_not_fit_in_the_address_is_said(page: Page, address: str, kb: KnowledgeBase) -> None:
    page.goto(f"{address}/{chosen('interventie', [*VIER, 'wortmanflats'])}")
    ready(page)
    left_out = _names(kb, ("wortmanflats",))[0]
    expect(page.locator(".vg-melding")).to_have_text(f"Er passen er vier naast elkaar. Weggelaten: {left_out}.")


def test_who_asks_for_the_comparison_gets_it(page: Page, address: str) -> None:
    page.add_init_script(
        "document.addEventListener('handboek:vergelijking', ({detail}) => { window.gemeld = detail.nota; })"
    )
    page.goto(f"{address}/{chosen('rol', ['wijkcoach', 'frontlijnwerker'])}")
    ready(page)
    told = page.evaluate("gemeld")
    assert told == page.evaluate("document.querySelector('[data-uitvoer]').nota")
    assert [kolom["id"] for kolom in told["kolommen"]] == ["wijkcoach", "frontlijnwerker"]
    assert told["kolommen"][0]["adres"] == f"{address}/rollen/wijkcoach.html"


# --- Our situation ---------------------------------------------------------------------------------

SITUATIE = "thema.werk_mandaat.ja_geld.rijk"


@pytest.mark.parametrize("base", ["served", "folder"])
def test_our_situation_is_the_first_group(page: Page, address: str, site: Path, base: str) -> None:
    page.goto(f"{address if base == 'served' else site.as_uri()}/{chosen('interventie', DRIE)}&situatie={SITUATIE}")
    ready(page)
    group = page.locator(".vergelijk tbody").first
    expect(group.locator(".vg-groep")).to_have_text("Onze situatie")
    rows = group.locator("tr:not(.blok)")
    expect(rows.locator("th").first).to_have_text("Thema (wij: werk)")
    mandates = rows.nth(1).locator("td")
    assert [cell.locator("b, .afwezig").first.inner_text() for cell in mandates.all()] == [
        "niet vermeld",
        "niet vermeld",
        "past",
    ], "silence about mandates is not a no"
    expect(mandates.nth(2).locator(".bron").first).to_be_visible()
    again = page.get_by_role("link", name="Pas onze situatie aan")
    assert (again.get_attribute("href") or "").endswith(f"keuzehulp.html?situatie={SITUATIE}&kies={','.join(DRIE)}")
    again.click()
    expect(page.locator("[name=mandaat][value=ja]")).to_be_checked()
    expect(page.locator("[name=kies]:checked")).to_have_count(3)


def test_what_the_keuzehulp_does_not_ask_is_left_out(page: Page, address: str) -> None:
    page.goto(f"{address}/{chosen('interventie', DRIE)}&situatie=constructor.x_thema.toString_tijd.ja")
    ready(page)
    expect(page.locator("#g-onze-situatie tr:not(.blok) > th")).to_have_text(["Tijd (wij: ja)"])
    page.goto(f"{address}/{chosen('rol', ['wijkcoach', 'frontlijnwerker'])}&situatie=tijd.ja")
    ready(page)
    expect(page.locator("#g-onze-situatie")).to_have_count(0)


# --- Fewer rows ------------------------------------------------------------------------------------


def test_only_the_differences(shown: Page, kb: KnowledgeBase) -> None:
    rows = [rij for groep in compare(kb, DRIE).groepen for rij in groep.rijen]
    different = [rij.naam for rij in rows if len({tuple(r.tekst for r in cel) for cel in rij.cellen}) > 1]
    assert 0 < len(different) < len(rows)
    shown.get_by_role("button", name="Alleen verschillen").click()
    visible = shown.locator(".vergelijk tbody tr:not(.blok):visible > th")
    assert visible.all_text_contents() == different
    said = shown.locator(".vg-melding").inner_text()
    assert said.startswith(f"{len(rows) - len(different)} rijen")
    shown.reload()
    ready(shown)
    assert visible.all_text_contents() == different, "the address holds it"


def test_groups_fold_and_stay_folded(shown: Page) -> None:
    button = shown.get_by_role("button", name="Mandaten", exact=True)
    group = shown.locator("#g-mandaten tr:not(.blok)")
    expect(group.first).to_be_visible()
    button.focus()
    shown.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(group.first).to_be_hidden()
    shown.get_by_role("button", name="Wijkcoaches Velve-Lindenhof: een plek naar voren").click()
    expect(shown.locator(".vergelijk thead a").nth(1)).to_have_text("Wijkcoaches Velve-Lindenhof")
    expect(group.first).to_be_hidden()
    shown.reload()
    ready(shown)
    expect(group.first).to_be_hidden()
    assert "Mandaten" in (shown.locator(".vg-weggelaten").text_content() or ""), "a print says what it leaves out"


def test_what_is_taken_along_is_what_is_shown(shown: Page, kb: KnowledgeBase) -> None:
    shown.get_by_role("button", name="Alleen verschillen").click()
    shown.get_by_role("button", name="Werkwijze", exact=True).click()
    taken = shown.evaluate("document.querySelector('[data-uitvoer]').nota")
    rows = [rij["naam"] for groep in taken["groepen"] for rij in groep["rijen"]]
    assert rows == shown.locator(".vergelijk tbody tr:not(.blok):visible > th").all_text_contents()
    assert taken["weggelaten"].startswith("Weggelaten: Werkwijze; ")
    used = {n for g in taken["groepen"] for r in g["rijen"] for c in r["cellen"] for s in c for n in s["bronnen"]}
    assert (
        used - {"redactie"} == {bron["nummer"] for bron in taken["bronnen"]} == set(range(1, len(taken["bronnen"]) + 1))
    )
    shown.get_by_role("button", name="Alles dicht").click()
    expect(shown.get_by_role("button", name="Word")).to_be_hidden()
    shown.get_by_role("button", name="Alles open").click()
    shown.get_by_role("button", name="Alleen verschillen").click()
    whole = shown.evaluate("document.querySelector('[data-uitvoer]').nota")
    assert whole["bronnen"] == json.loads(als_json(Nota(compare(kb, DRIE), DAG)))["bronnen"]
    assert "weggelaten" not in whole


def test_the_choice_can_be_made_with_the_keyboard_alone(shown: Page, kb: KnowledgeBase) -> None:
    shown.get_by_role("button", name="Participatiecoaches: haal weg").focus()
    shown.keyboard.press("Enter")
    expect(shown.locator(".vergelijk thead a")).to_have_text(_names(kb, (DRIE[0], DRIE[2])))
    expect(shown.get_by_role("button", name="Wijkcoaches Velve-Lindenhof: haal weg")).to_be_focused()
    shown.keyboard.press("Tab")
    shown.keyboard.type("Buurt")
    shown.keyboard.press("Tab")
    shown.keyboard.press("Enter")
    expect(shown.locator(".vergelijk thead a")).to_have_text(_names(kb, (DRIE[0], DRIE[2], "buurtwelzijn-groningen")))


def test_a_source_opens_from_its_mark(shown: Page) -> None:
    mark = shown.locator("#g-geld-en-looptijd .bron").first
    mark.click()
    card = shown.locator(".bronkaart:popover-open")
    expect(card).to_contain_text((mark.text_content() or "").removeprefix("bron: "))
    expect(card).to_contain_text("MOVISIE")


# --- On a phone ------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 360])
def test_a_phone_shows_one_approach_at_a_time(page: Page, address: str, kb: KnowledgeBase, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{address}/{chosen('interventie', VIER)}")
    ready(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    tabs = page.locator(".vg-tabs button")
    row = page.locator("#g-geld-en-looptijd tr").nth(1)
    for number, name in enumerate(_names(kb, VIER)):
        tabs.nth(number).click()
        expect(tabs.nth(number)).to_have_attribute("aria-pressed", "true")
        assert tabs.nth(number).inner_text() == name
        boxes = [row.locator("td").nth(n).bounding_box() for n in range(4)]
        inside = [n for n, box in enumerate(boxes) if box and box["x"] >= -1 and box["x"] + box["width"] <= width + 1]
        assert inside == [number]
        head = row.locator("th").bounding_box()
        assert head
        assert head["x"] >= 0
        assert head["width"] <= width


def test_a_tablet_shows_four_at_once_under_heads_that_stay(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 768, "height": 1024})
    page.goto(f"{address}/{chosen('interventie', VIER)}")
    ready(page)
    page.get_by_role("rowheader", name="Gebiedstype").scroll_into_view_if_needed()
    for head in page.locator(".vergelijk thead a").all():
        expect(head).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") == 768


def test_a_phone_begins_with_the_table_and_folds_the_tools(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}/{chosen('interventie', DRIE)}")
    ready(page)
    top = page.locator(".vergelijk").bounding_box()
    assert top
    assert top["y"] < 740, "in view without scrolling"
    for name, what in (("Verander de keuze", ".vg-kies"), ("Meenemen en uitleg", ".vg-neemmee")):
        expect(page.locator(what)).to_be_hidden()
        button = page.get_by_role("button", name=name)
        button.click()
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(page.locator(what)).to_be_visible()
    page.goto(f"{address}/{HUB}")
    expect(page.locator(".vg-kies")).to_be_visible()


# --- The tray --------------------------------------------------------------------------------------


def _lay(page: Page, *ids: str) -> None:
    for id_ in ids:
        page.locator(f".leg[data-id={id_}] button").click()


def test_the_tray_goes_along_and_leads_to_the_comparison(page: Page, address: str, kb: KnowledgeBase) -> None:
    page.goto(f"{address}/interventies/index.html")
    _lay(page, *DRIE[:2])
    page.goto(f"{address}/interventies/{DRIE[2]}.html")
    tray = page.get_by_role("complementary", name="Wat je naast elkaar legt")
    expect(tray.locator("li")).to_have_count(2)
    _lay(page, DRIE[2])
    tray.get_by_role("link", name="Vergelijk").click()
    ready(page)
    assert _heads(page) == _names(kb, DRIE)
    assert page.url.endswith(f"?aanpak={','.join(DRIE)}")


def test_the_tray_holds_four_and_roles_apart(page: Page, address: str, kb: KnowledgeBase) -> None:
    page.goto(f"{address}/interventies/index.html")
    ids = list(kb.all(SOORTEN["interventie"].model))[:5]
    _lay(page, *ids)
    tray = page.locator(".bak")
    expect(tray.get_by_role("status")).to_have_text("Er liggen al vier aanpakken. Haal er eerst een weg.")
    expect(tray.locator("[data-soort=interventie] li")).to_have_count(4)
    page.goto(f"{address}/rollen/wijkcoach.html")
    _lay(page, "wijkcoach")
    expect(tray.locator("[data-soort=rol] li")).to_have_count(1)
    expect(tray.locator("[data-soort=interventie] li")).to_have_count(4)


def test_the_tray_follows_other_tabs_and_can_be_closed(page: Page, address: str) -> None:
    page.goto(f"{address}/interventies/{DRIE[0]}.html")
    other = page.context.new_page()
    other.goto(f"{address}/interventies/{DRIE[1]}.html")
    _lay(other, DRIE[1])
    expect(page.locator(".bak li")).to_have_count(1)
    page.get_by_role("button", name="Sluit", exact=True).last.click()
    expect(page.locator(".bak")).to_be_hidden()
    page.reload()
    expect(page.locator(".leg button")).to_be_visible()
    expect(page.locator(".bak")).to_be_hidden()
    _lay(page, DRIE[0])
    expect(page.locator(".bak li")).to_have_count(2)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_tray_never_hides_what_has_focus(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{address}/interventies/{DRIE[0]}.html")
    _lay(page, DRIE[0])
    hidden = page.evaluate(
        """() => {
          const bak = document.querySelector(".bak"), found = [];
          for (const node of document.querySelectorAll("article a[href], article button, footer a[href]")) {
            if (!node.offsetParent) continue;
            node.focus();
            if (document.activeElement !== node) continue;
            if (node.getBoundingClientRect().bottom > bak.getBoundingClientRect().top + 1) found.push(node.outerHTML);
          }
          return found;
        }"""
    )
    assert hidden == []


def test_broken_memory_of_the_tray_is_no_trouble(page: Page, address: str) -> None:
    page.goto(f"{address}/rollen/wijkcoach.html")
    for broken in ("{", "[]", '{"rol": [["a"]], "interventie": 3, "laatste": "x"}'):
        page.evaluate("text => localStorage.setItem('handboek:naast-elkaar', text)", broken)
        page.reload()
        expect(page.locator(".leg button")).to_have_text(re.compile("^Leg naast elkaar"))


# --- For everyone ----------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(chromium: Browser, address: str, width: int, scheme: str) -> None:
    """Groups are looked at as they are in view; below it they have no size of their own yet."""
    context = chromium.new_context(
        locale="nl-NL",
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(f"{address}/{HUB}")
    assert axe(page) == []
    page.goto(f"{address}/{chosen('interventie', VIER[:1])}")
    expect(page.locator(".vg-gekozen li")).to_have_count(1)
    assert axe(page) == []
    page.goto(f"{address}/{chosen('interventie', VIER)}")
    ready(page)
    page.add_style_tag(content=".vergelijk tbody, .vg-grond { content-visibility: visible !important }")
    assert axe(page) == []
    page.get_by_role("button", name="Alleen verschillen").click()
    page.get_by_role("button", name="Mandaten", exact=True).click()
    page.locator(".vergelijk .bron").first.click()
    assert axe(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Alles dicht").click()
    assert axe(page) == []
    page.goto(f"{address}/interventies/{DRIE[0]}.html")
    _lay(page, DRIE[0])
    assert axe(page) == []
    context.close()


def test_without_scripts_what_lies_ready_is_one_click_away(chromium: Browser, address: str, kb: KnowledgeBase) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/interventies/{DRIE[0]}.html")
    page.get_by_role("link", name="Leg naast elkaar").click()
    for paar in paren(kb):
        page.goto(f"{address}/{HUB}")
        page.get_by_role("link", name=paar.titel, exact=True).click()
        expect(page.locator(".vergelijk thead a")).to_have_count(len(paar.ids))
        for id_ in paar.ids:
            page.goto(f"{address}/{ {'interventie': 'interventies', 'rol': 'rollen'}[paar.soort] }/{id_}.html")
            expect(page.get_by_role("link", name=paar.titel, exact=True)).to_be_visible()
    context.close()
