"""Practice cards: everything of the item is on them, nothing is cut off, and what is chosen is what is printed."""

import re

import pytest
from playwright.sync_api import Browser, Page

from axe_core import axe
from handboek.kinds import KINDS
from handboek.knowledge import KnowledgeBase
from handboek.lesmateriaal.kaarten import SOORTEN, kaarten
from handboek.models.dilemma import Dilemma
from handboek.models.methode import Methode
from handboek.prose import plain_text

GEKOZEN = ["methoden/schaalvraag", "verschuivingen/vasthouden-loslaten", "dilemmas/groepen-loslaten"]
HIER = "oefenkaarten.html"
KANTEN = "[...document.querySelectorAll('.vel')].map(v => [...v.children].map(z => `${z.dataset.kaart || ''} ${z.dataset.kant || ''}`.trim()))"
AFGEKAPT = """[...document.querySelectorAll('.zijde')].filter(z =>
  z.scrollHeight > z.clientHeight + 1 || z.scrollWidth > z.clientWidth + 1).map(z => z.dataset.kaart)"""


def test_every_method_dilemma_and_shift_has_cards_with_all_that_they_promise(kb: KnowledgeBase) -> None:
    alle = {(kaart.key.kind, kaart.key.id): kaart for kaart in kaarten(kb)}
    assert set(alle) == {
        (kind, id_) for kind in SOORTEN for id_, item in kb.all(KINDS[kind]).items() if not item.ingetrokken
    }
    for (kind, id_), kaart in alle.items():
        assert len(kaart.kanten) % 2 == 0
        op = "\n".join(regel.tekst for kant in kaart.kanten for blok in kant.blokken for regel in blok.regels)
        item = kb.all(KINDS[kind])[id_]
        assert plain_text(item.samenvatting.tekst) in op
        if isinstance(item, Methode):
            assert all(plain_text(stap.tekst) in op for stap in item.stappen or ())
        if isinstance(item, Dilemma):
            assert all(plain_text(optie.prijs.tekst) in op for optie in item.opties or ())


def test_steps_that_go_on_keep_their_number(kb: KnowledgeBase) -> None:
    for kaart in kaarten(kb):
        nummers = [
            blok.vanaf + plaats
            for kant in kaart.kanten
            for blok in kant.blokken
            if blok.genummerd
            for plaats in range(len(blok.regels))
        ]
        assert nummers == list(range(1, len(nummers) + 1))


def test_the_choice_is_in_the_address_and_on_the_sheets(page: Page, address: str) -> None:
    page.goto(f"{address}/{HIER}?kaarten={','.join(GEKOZEN)}")
    een, andere, dilemma = GEKOZEN[0], GEKOZEN[1], GEKOZEN[2]
    assert page.evaluate(KANTEN)[0] == [f"{een} 1", f"{een} 2", f"{dilemma} 1", f"{dilemma} 2"]
    page.select_option("#k-zijden", "dubbel")
    voor, achter = page.evaluate(KANTEN)[:2]
    assert voor[:3] == [f"{een} 1", f"{dilemma} 1", f"{andere} 1"]
    assert achter == [f"{dilemma} 2", f"{een} 2", "", f"{andere} 2"]
    page.get_by_label("Schaalvraag", exact=True).uncheck()
    assert "schaalvraag" not in page.url
    assert "groepen-loslaten" in page.url
    page.get_by_role("button", name="Kies niets").click()
    assert page.locator(".zijde").count() == 0
    assert page.get_by_role("button", name="Druk af").is_disabled()
    assert "kaarten=" not in page.url


def test_choosing_by_kind_theme_role_and_words(page: Page, address: str, kb: KnowledgeBase) -> None:
    page.goto(f"{address}/{HIER}")
    assert page.locator(".zijde").count() == 0
    page.select_option("#k-soort", "dilemma")
    page.select_option("#k-rol", "sociaal-makelaar")
    page.get_by_role("button", name="Kies alles in deze lijst").click()
    wanted = {f"dilemmas/{id_}" for id_, item in kb.all(Dilemma).items() if "sociaal-makelaar" in item.rollen}
    assert set(page.url.partition("kaarten=")[2].split(",")) == wanted
    page.select_option("#k-soort", "")
    page.select_option("#k-rol", "")
    page.fill("#k-tekst", "schaalv")
    assert page.locator(".kaartrijen li:visible").count() == 1
    page.fill("#k-tekst", "zzz")
    assert page.get_by_text("Geen kaart past").is_visible()


def test_no_card_is_cut_off_and_each_sheet_is_one_page(page: Page, address: str) -> None:
    page.goto(f"{address}/{HIER}")
    page.get_by_role("button", name="Kies alles in deze lijst").click()
    page.emulate_media(media="print")
    assert page.locator(".zijde").count() > 200
    assert page.evaluate(AFGEKAPT) == []
    page.goto(f"{address}/{HIER}?kaarten={','.join(GEKOZEN)}")
    vellen = page.locator(".vel").count()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == vellen == 2


def test_without_a_script_every_card_is_there_and_leads_to_its_item(
    chromium: Browser, address: str, kb: KnowledgeBase
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{HIER}")
    assert page.locator(".zijde").count() == sum(len(kaart.kanten) for kaart in kaarten(kb))
    assert page.get_by_text("Hieronder staan alle kaarten").is_visible()
    assert page.locator(".kaartrijen input:visible").count() == 0
    page.get_by_role("link", name="lees Schaalvraag").click()
    assert page.url.endswith("methoden/schaalvraag.html")
    context.close()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_of_cards(chromium: Browser, address: str, width: int, scheme: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/{HIER}?kaarten={','.join(GEKOZEN)}")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_a_method_leads_to_its_card(page: Page, address: str) -> None:
    page.goto(f"{address}/methoden/schaalvraag.html")
    page.get_by_role("link", name="Oefenkaart", exact=True).click()
    page.wait_for_selector(".vel")
    assert page.locator(".zijde h3").all_text_contents() == ["Schaalvraag", "Schaalvraag"]
