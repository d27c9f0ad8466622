"""What stands on every item page: terms explained, quoting and improving, paper; and the home page."""

import gzip
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from handboek.addresses import item_path
from handboek.kinds import KINDS
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.begrip import Begrip
from handboek.pages.glossary import GEWONE_WOORDEN, SOORTEN, Glossary
from handboek.pages.page import Address
from handboek.pages.page import Page as Drawn
from handboek.pages.render import render_all, render_item
from handboek.pages.views.start import MOST_SITUATIONS, situations, start_view
from handboek.prose import prose

MOST_BYTES = 100_000
"""Of HTML, CSS and JavaScript of one item page, compressed."""


def _draw(kb: KnowledgeBase, path: str = "rollen/x.html") -> Drawn:
    return Drawn(kb, path, Glossary(kb))


def test_the_first_mention_leads_to_the_begrip(kb: KnowledgeBase) -> None:
    page = _draw(kb)
    assert page.prose("Een Mandaat & een mandaat.") == (
        'Een <a class="begrip" href="../begrippen/mandaat.html" aria-describedby="uitleg-mandaat">Mandaat</a>'
        " &amp; een mandaat."
    )
    assert page.prose("Nog een mandaat.") == "Nog een mandaat."
    assert list(page.uitleg) == ["mandaat"]


@pytest.mark.parametrize(
    "text",
    [
        "mandaatje",
        "oud-mandaat",
        "mandaat-houder",
        "[het mandaat](https://a.nl)",
        "`mandaat`",
        "een [x](b-mandaat.html)",
    ],
)
def test_no_part_of_a_word_no_link_no_code(kb: KnowledgeBase, text: str) -> None:
    page = _draw(kb)
    assert page.prose(text) == prose(text)


def test_the_longest_form_wins_and_nothing_is_explained_on_its_own_page(kb: KnowledgeBase) -> None:
    assert "Wet maatschappelijke ondersteuning</a>" in _draw(kb).prose("De Wet maatschappelijke ondersteuning.")
    assert ">Wmo</a>" in _draw(kb).prose("De Wmo.")
    assert "<a" not in _draw(kb, item_path(Key("begrip", "wmo"))).prose("De Wmo.")
    assert Drawn(kb, "index.html").prose("De Wmo.") == "De Wmo."


def test_text_with_markup_and_signs_stays_safe(kb: KnowledgeBase) -> None:
    drawn = _draw(kb).prose('**Mandaat** <script>alert("mandaat")</script> &amp;')
    assert "<script" not in drawn
    assert drawn.startswith("<strong><a ")
    assert _draw(kb).prose("İ mandaat") == "İ mandaat"


def test_everyday_words_and_shared_words_are_left_alone(kb: KnowledgeBase) -> None:
    words = set(Glossary(kb).id_of)
    synonyms = {form.lower() for begrip in kb.all(Begrip).values() for form in begrip.synoniemen}
    assert synonyms >= GEWONE_WOORDEN, "a word in the stop list that no begrip has any more"
    assert not words & GEWONE_WOORDEN
    assert {"mandaat", "awbz", "wmo", "sociale ladder"} <= words
    assert "maatwerk" not in words, "several items answer to it"


def test_one_explanation_per_term_and_page(kb: KnowledgeBase) -> None:
    terms = 0
    for page in render_all(kb, "Handboek wijkwerk"):
        tree = LexborHTMLParser(page.body)
        named = Counter(node.attributes["aria-describedby"] for node in tree.css("a.begrip"))
        shown = Counter(node.attributes["id"] for node in tree.css(".uitleg[role=tooltip]"))
        assert named == shown, page.path
        assert set(named.values()) <= {1}
        assert not tree.css("h1 a.begrip, h2 a.begrip, h3 a.begrip, a a.begrip, button a.begrip, summary a.begrip")
        terms += len(named)
    assert terms > 50
    assert all(begrip.soort in SOORTEN for begrip in Glossary(kb).begrippen.values())


def test_the_foot_names_the_file_or_leads_to_it(kb: KnowledgeBase) -> None:
    key = Key("methode", "schaalvraag")
    plain = LexborHTMLParser(render_item(kb, key, "H", Address(), Glossary(kb)).body)
    assert plain.css_first(".verbeter code").text() == "methods/methoden/schaalvraag.yml"
    assert plain.css_first(".verbeter a").attributes["href"] == "../bijdragen/index.html"
    address = Address.of("https://x.nl/hb", {"repo_url": "https://git.nl/h/", "edit_uri": "/edit/main"})
    full = LexborHTMLParser(render_item(kb, key, "H", address, Glossary(kb)).body)
    assert (
        full.css_first(".verbeter a").attributes["href"]
        == "https://git.nl/h/edit/main/methods/methoden/schaalvraag.yml"
    )
    assert full.css_first(".citaat .adres").text() == "https://x.nl/hb/methoden/schaalvraag.html"
    assert Address.of(None, {"edit_uri": "edit/main"}) == Address()


def test_every_item_has_its_foot(site: Path, kb: KnowledgeBase) -> None:
    for key, item in kb.items():
        tree = LexborHTMLParser((site / item_path(key)).read_text(encoding="utf-8"))
        assert item.naam in tree.css_first("#citaat").text()
        assert (Path(__file__).parent.parent / tree.css_first(".verbeter code").text()).is_file()


def test_explanation_on_hover_focus_and_escape(page: Page, address: str) -> None:
    page.goto(f"{address}/rollen/wijkcoach.html")
    word, box = page.locator("a.begrip").first, page.locator(".uitleg").first
    expect(box).to_be_hidden()
    word.hover()
    expect(box).to_be_visible()
    box.hover()
    page.wait_for_timeout(400)
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    page.mouse.move(0, 0)
    word.focus()
    expect(box).to_be_visible()
    expect(word).to_have_accessible_description(re.compile("^Presentietheorie Een theorie"))
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(word).to_be_focused()
    word.click()
    expect(page).to_have_url(re.compile("begrippen/presentietheorie"))


def test_explanation_on_touch(chromium: Browser, address: str) -> None:
    context = chromium.new_context(has_touch=True, is_mobile=True, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}/rollen/wijkcoach.html")
    word, box = page.locator("a.begrip").first, page.locator(".uitleg").first
    word.tap()
    expect(box).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator("h1").tap()
    expect(box).to_be_hidden()
    word.tap()
    word.tap()
    expect(page).to_have_url(re.compile("begrippen/presentietheorie"))
    context.close()


def test_quote_with_and_without_javascript(chromium: Browser, address: str) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/methoden/schaalvraag.html#stappen")
    page.get_by_text("Deel of citeer").click()
    page.get_by_role("button", name="Kopieer de verwijzing").click()
    expect(page.locator(".gelukt")).to_have_text("Gekopieerd.")
    copied = page.evaluate("navigator.clipboard.readText()")
    pattern = rf"Schaalvraag\. Handboek wijkwerk\. {address}/methoden/schaalvraag\.html\. Peildatum .* \d{{4}}\."
    assert re.fullmatch(pattern + r" Bezocht op \d+ [a-z]+ \d{4}\.", copied)
    page.get_by_role("button", name="Kopieer de koppeling").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}/methoden/schaalvraag.html"
    context.close()
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/methoden/schaalvraag.html")
    page.get_by_text("Deel of citeer").click()
    expect(page.locator("#citaat")).to_contain_text("methoden/schaalvraag.html")
    expect(page.locator("[data-kopieer]").first).to_be_hidden()
    context.close()


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("rollen/sociaal-makelaar.html", 4),
        ("rollen/wijkcoach.html", 4),
        ("methoden/schaalvraag.html", 2),
        ("verschuivingen/aanbod-vraag.html", 2),
        ("dilemmas/macht-van-de-wijkcoach.html", 2),
        ("begrippen/eigen-kracht.html", 2),
        ("bronnen/movisie-2012.html", 5),
    ],
)
def test_a_hand_out_stays_short(page: Page, address: str, path: str, most: int) -> None:
    page.goto(f"{address}/{path}")
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    assert 0 < pages <= most
    page.emulate_media(media="print")
    expect(page.locator("p.alleen-druk")).to_contain_text(re.compile(r"afgedrukt op \d+ \w+ \d{4}"))
    expect(page.locator(".paginavoet")).to_be_hidden()


def test_home_starts_from_shared_situations_and_every_kind(kb: KnowledgeBase) -> None:
    shown, answered = start_view(kb).situaties, situations(kb)
    assert len(shown) == MOST_SITUATIONS
    shared = [situatie for situatie, rows in answered.items() if len(rows) > 1]
    assert [situatie for situatie, _ in shown][: len(shared)] == shared[:MOST_SITUATIONS]
    assert len({row[0].kind for _, row in shown}) >= 5
    assert shown == start_view(kb).situaties
    assert {row[0].kind for _, row in shown} <= set(KINDS)


@pytest.mark.parametrize(
    ("width", "height", "seen"), [(1280, 800, "#situaties + ul li a"), (360, 740, ".deuren li:nth-child(2) a")]
)
def test_first_view_of_home(page: Page, address: str, width: int, height: int, seen: str) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    box = page.locator(seen).first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < height


def test_long_headings_break_in_a_narrow_window(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/rollen/consulent-maatschappelijke-deelname.html")
    assert page.evaluate("[document.documentElement.lang, getComputedStyle(document.querySelector('h1')).hyphens]") == [
        "nl",
        "auto",
    ]
    assert page.evaluate("document.querySelector('h1').scrollWidth <= document.querySelector('h1').clientWidth")


def test_running_text_is_hyphenated_where_lines_are_short(page: Page, address: str) -> None:
    page.goto(f"{address}/rollen/wijkcoach.html")
    hyphens = "getComputedStyle(document.querySelector('main .regels li')).hyphens"
    for width, expected in ((1280, "manual"), (360, "auto")):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(hyphens) == expected


def test_weight_of_every_item_page(site: Path, kb: KnowledgeBase) -> None:
    @cache
    def weight(file: Path) -> int:
        return len(gzip.compress(file.read_bytes(), 9))

    for key in kb.entries:
        page = site / item_path(key)
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        links = [node.attributes["href"] for node in tree.css("link[rel=stylesheet]")]
        links += [node.attributes["src"] for node in tree.css("script[src]")]
        assert len(links) > 10
        weights = {
            file: weight(page.parent / file)
            for file in (page.name, *((link or "").partition("?")[0] for link in links))
        }
        assert sum(weights.values()) <= MOST_BYTES, (key, weights)
