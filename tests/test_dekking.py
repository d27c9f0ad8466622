"""The coverage: every approach in every cell where it belongs, every empty cell in view, and what empty means."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from axe_core import axe
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.interventie import Interventie
from handboek.pages.overviews import HUBS
from handboek.pages.render import render_hub
from handboek.pages.views.dekking import MEEST, dekking_view

DEKKING = "/dekking.html"


def _drawn(kb: KnowledgeBase) -> LexborHTMLParser:
    hub = next(hub for hub in HUBS if hub.path == "dekking.html")
    return LexborHTMLParser(f"<article>{render_hub(kb, hub, 'X').body}</article>")


def _text(node: LexborNode) -> str:
    return re.sub(r"\s+", " ", node.text(separator=" ")).strip()


def _changed(kb: KnowledgeBase, **items: Interventie) -> KnowledgeBase:
    entries = dict(kb.entries)
    template = kb.entries[Key("interventie", next(iter(kb.all(Interventie))))]
    for id_, item in items.items():
        key = Key("interventie", id_)
        entries[key] = template._replace(key=key, item=item)
    return replace(kb, entries=MappingProxyType(entries))


def test_the_cells_hold_what_the_knowledge_base_holds(kb: KnowledgeBase) -> None:
    expected = Counter(
        (item.plaats.gebiedstype, thema, groep, id_)
        for id_, item in kb.all(Interventie).items()
        for thema in item.themas
        for groep in item.doelgroepen
    )
    view = dekking_view(kb)
    found = Counter(
        (kaart.gebied, vak.thema, vak.doelgroep, id_)
        for kaart in view.kaarten
        for rij in kaart.rijen.values()
        for vak in rij
        for id_ in vak.aanpakken
    )
    assert found == expected
    for kaart in view.kaarten:
        assert kaart.vakken == len(kb.begrippen("thema")) * len(kb.begrippen("doelgroep"))
        assert kaart.gevuld == len({key[1:3] for key in expected if key[0] == kaart.gebied})
    assert sum(kaart.aantal for kaart in view.kaarten) == len(kb.all(Interventie))


def test_every_cell_says_something_and_empty_is_explained(kb: KnowledgeBase) -> None:
    tree = _drawn(kb)
    cells = tree.css(".dekking td")
    assert len(cells) == sum(kaart.vakken for kaart in dekking_view(kb).kaarten)
    for cell in cells:
        assert ("leeg" in (cell.attributes.get("class") or "")) == (_text(cell).endswith("geen"))
        assert cell.css_first("a") or cell.css_first(".geen")
    assert "geen aanpak in dit handboek. Het betekent niet dat die er nergens is" in _text(tree.css_first("article"))


def test_an_approach_whose_source_names_no_group_or_theme_is_not_lost(kb: KnowledgeBase) -> None:
    assert "niet vermeld" not in dekking_view(kb).doelgroepen, "every source names a group so far"
    some = next(iter(kb.all(Interventie).values()))
    silent = some.model_copy(update={"doelgroepen": (), "naam": "Zonder groep"})
    mute = some.model_copy(update={"doelgroepen": (), "themas": (), "naam": "Zonder alles"})
    view = dekking_view(_changed(kb, zwijgt=silent, stom=mute))
    named = {
        (vak.thema, vak.doelgroep, id_)
        for k in view.kaarten
        for r in k.rijen.values()
        for v in r
        for vak in [v]
        for id_ in v.aanpakken
    }
    assert {(thema, "niet vermeld", "zwijgt") for thema in some.themas} <= named
    assert ("niet vermeld", "niet vermeld", "stom") in named
    tree = _drawn(_changed(kb, zwijgt=silent, stom=mute))
    assert [_text(head) for head in tree.css(".dekking thead th") if "niet vermeld" in _text(head)] == [
        "doelgroep: niet vermeld"
    ] * 2


def test_a_full_cell_leads_to_the_catalogue_with_the_same_approaches(kb: KnowledgeBase) -> None:
    some = next(item for item in kb.all(Interventie).values() if item.plaats.gebiedstype == "stad")
    many = _changed(kb, **{f"extra-{n}": some.model_copy(update={"naam": f"Extra {n}"}) for n in range(20)})
    links = [a.attributes["href"] for a in _drawn(many).css(".dekking a") if _text(a).startswith("alle ")]
    expected = f"interventies/index.html?thema={some.themas[0]}&doelgroep={some.doelgroepen[0]}&gebied=stad"
    assert expected in links
    assert all(len(cell.css("li")) <= MEEST + 1 for cell in _drawn(many).css(".dekking td"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_stands_in_the_way(chromium: Browser, address: str, width: int, scheme: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + DEKKING)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.get_by_role("link", name="Leeuwarden (Frontlijnaanpak)").first).to_be_visible()
    context.close()


def test_it_reads_without_javascript_and_its_links_lead_somewhere(chromium: Browser, address: str, site: Path) -> None:
    tree = LexborHTMLParser((site / "dekking.html").read_text(encoding="utf-8"))
    for link in tree.css(".dekking a"):
        assert (site / (link.attributes["href"] or "").partition("?")[0]).is_file()
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + DEKKING)
    expect(page.get_by_role("row", name=re.compile("^Vrijwillige inzet")).first).to_contain_text("geen")
    context.close()
