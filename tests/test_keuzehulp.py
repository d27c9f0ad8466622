"""The keuzehulp: facts from the sources, one rule in the build and the browser, and silence that never becomes a no."""

import random
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from axe_core import axe
from handboek.keuzehulp.oordeel import PAST, PAST_NIET, oordeel
from handboek.keuzehulp.punten import ALLE, MODELLEN, feiten_van
from handboek.knowledge import KnowledgeBase
from handboek.models.interventie import Interventie
from handboek.models.waarden import AFWEZIG_WOORDEN

LEEUWARDEN, ENSCHEDE, GRONINGEN = "frontlijnaanpak", "wijkcoaches-velve-lindenhof", "buurtwelzijn-groningen"
SCHIEDAM, KAMPEN = "jongeren-interventie-team", "wortmanflats"
SITUATIE = "thema.schulden-en-inkomen.samenwerking_schaal.wijk_tijd.ja_mandaat.nee_geld.gemeente"
HULP = "/keuzehulp.html"


def _oordeel(kb: KnowledgeBase, kind: str, id_: str, punt: str, *wens: str) -> str:
    feit = feiten_van(kb, kind, id_)[punt]
    return oordeel(feit.waarden, feit.stilte, feit.open, wens)


def _aanpak(kb: KnowledgeBase, id_: str, punt: str, *wens: str) -> str:
    return _oordeel(kb, "interventie", id_, punt, *wens)


# --- What the sources say -----------------------------------------------------------------------------


def test_enschede_works_with_mandates_and_every_other_source_is_silent(kb: KnowledgeBase) -> None:
    said = feiten_van(kb, "interventie", ENSCHEDE)["mandaat"].zegt
    names = [gezegd.tekst.partition(":")[0] for gezegd in said]
    assert names[:3] == ["woningcorporatie", "gemeente DMO W&B (werk en bijstand)", "Stadsbank"]
    assert names.index("Reclassering") == 12, "thirteen mandates"
    assert not {"Mediant", "OM", "politie"} & set(names), "agreements are no mandates"
    assert (_aanpak(kb, ENSCHEDE, "mandaat", "ja"), _aanpak(kb, ENSCHEDE, "mandaat", "nee")) == (PAST, PAST_NIET)
    for id_ in kb.all(Interventie):
        if id_ != ENSCHEDE:
            assert {_aanpak(kb, id_, "mandaat", answer) for answer in ("ja", "nee")} == {"niet vermeld"}, id_


def test_money_fits_who_paid_and_nobody_when_the_source_does_not_say(kb: KnowledgeBase) -> None:
    assert _aanpak(kb, GRONINGEN, "geld", "gemeente") == PAST
    assert _aanpak(kb, LEEUWARDEN, "geld", "gemeente") == PAST_NIET
    assert "Vogelaarwijken" in feiten_van(kb, "interventie", LEEUWARDEN)["geld"].kern[0].tekst
    assert _aanpak(kb, ENSCHEDE, "geld", "partner") == PAST
    assert _aanpak(kb, ENSCHEDE, "geld", "niemand") == PAST_NIET
    for silent in (KAMPEN, "consulenten-maatschappelijke-deelname", "kolenkit-aanpak"):
        assert _aanpak(kb, silent, "geld", "gemeente") == "niet vermeld"


def test_time_is_what_the_approach_or_its_role_asks(kb: KnowledgeBase) -> None:
    said = [gezegd.tekst for gezegd in feiten_van(kb, "interventie", LEEUWARDEN)["tijd"].zegt]
    assert said[0] == "Gemeente: Geef tijd om met bewoners aan de slag te gaan."
    assert any(text.startswith("Gemeente, voor de frontlijnwerker: ") for text in said)
    assert _aanpak(kb, SCHIEDAM, "tijd", "nee") == "niet vermeld"


def test_a_wide_group_holds_every_group_in_it_and_not_the_other_way_round(kb: KnowledgeBase) -> None:
    assert _aanpak(kb, LEEUWARDEN, "doelgroep", "ouderen") == PAST, "for all residents"
    assert _aanpak(kb, SCHIEDAM, "doelgroep", "alle-bewoners") == PAST_NIET, "for young people"
    assert _aanpak(kb, "samen-doen-in-de-buurt", "doelgroep", "multiprobleemgezinnen") == PAST
    assert _aanpak(kb, "samen-doen-in-de-buurt", "doelgroep", "gezinnen") == PAST_NIET


def test_the_ladder_holds_every_step_between_the_lowest_and_the_highest(kb: KnowledgeBase) -> None:
    steps = list(kb.begrippen("trede"))
    found = [_aanpak(kb, "participatiecoaches-arnhem", "trede", step) for step in steps]
    assert found == [PAST] * 4 + [PAST_NIET] * 2
    assert _aanpak(kb, LEEUWARDEN, "trede", steps[0]) == "niet vermeld"


def test_where_a_method_was_used_says_nothing_about_elsewhere(kb: KnowledgeBase) -> None:
    assert _oordeel(kb, "methode", "mandaten", "gebied", "stad") == PAST
    assert _oordeel(kb, "methode", "mandaten", "gebied", "dorpen") == "niet vermeld"
    assert _oordeel(kb, "methode", "mandaten", "schaal", "wijk") == "n.v.t."
    assert _oordeel(kb, "methode", "voor-wat-hoort-wat", "mandaat", "nee") == PAST_NIET


def test_every_verdict_rests_on_a_statement_with_a_source(kb: KnowledgeBase) -> None:
    for kind, model in MODELLEN.items():
        for id_ in kb.all(model):
            for punt, feit in feiten_van(kb, kind, id_).items():
                for answer in ALLE[punt].keuzes(kb):
                    verdict = oordeel(feit.waarden, feit.stilte, feit.open, [answer])
                    grounds = [said for said in feit.kern if said.waarden]
                    assert verdict in AFWEZIG_WOORDEN or grounds, (id_, punt)
                    assert all(said.bron and said.tekst not in AFWEZIG_WOORDEN for said in grounds), (id_, punt)
                assert set(feit.waarden) <= set(ALLE[punt].keuzes(kb)), (id_, punt)
                assert oordeel(feit.waarden, feit.stilte, feit.open, []) == "", "no wish, no verdict"


# --- The rule in the build and in the browser ----------------------------------------------------------


def _generated(number: int) -> list[tuple[list[str], str, bool, list[str]]]:
    dice = random.Random(20121105)
    values = ["a", "b", "c", "d", "ja", "nee"]
    return [
        (
            dice.sample(values, dice.randint(0, 4)),
            dice.choice(AFWEZIG_WOORDEN),
            dice.random() < 0.4,
            dice.sample(values, dice.randint(0, 3)),
        )
        for _ in range(number)
    ]


def test_the_browser_decides_as_the_build_does(page: Page, address: str) -> None:
    page.goto(address + HULP)
    cases = _generated(3000)
    found = page.evaluate("cases => cases.map((c) => keuzehulp.oordeel(...c))", cases)
    assert found == [oordeel(*case) for case in cases]
    assert set(found) == {"", PAST, PAST_NIET, *AFWEZIG_WOORDEN}


def test_a_situation_survives_its_address(page: Page, address: str) -> None:
    page.goto(address + HULP)
    dice = random.Random(5)
    for _ in range(60):
        wishes = {punt: dice.sample(["x", "y-z", "w9"], dice.randint(1, 3)) for punt in dice.sample(list(ALLE), 4)}
        text, back = page.evaluate(
            "w => { const t = keuzehulp.schrijf(w); return [t, keuzehulp.lees(t, () => true)]; }", wishes
        )
        assert back == wishes
        assert parse_qs(f"s={text}") == {"s": [text]}, "no character that an address changes"
    assert page.evaluate("keuzehulp.lees('tijd.ja.misschien_kleur.rood_.', (p, w) => p === 'tijd' && w === 'ja')") == {
        "tijd": ["ja"]
    }


SHOWN = """([punt, waarde]) => {
  document.querySelectorAll('.kh-vragen input').forEach((i) => { i.checked = i.name === punt ? i.value === waarde : i.type === 'radio' && !i.value; });
  document.querySelector('.kh-vragen input').dispatchEvent(new Event('change', {bubbles: true}));
  return [...document.querySelectorAll('.kh-tabel')].map((t) => [...t.tBodies[0].rows].map((r) => [r.dataset.id, r.querySelector(`[data-p=${punt}] .kh-o`).textContent]));
}"""


def test_every_cell_of_the_page_shows_what_the_build_decides(page: Page, address: str, kb: KnowledgeBase) -> None:
    page.goto(address + HULP)
    facts = {kind: {id_: feiten_van(kb, kind, id_) for id_ in kb.all(model)} for kind, model in MODELLEN.items()}
    for punt, row in ALLE.items():
        for answer in row.keuzes(kb):
            tables = page.evaluate(SHOWN, [punt, answer])
            for (kind, items), shown in zip(facts.items(), tables, strict=True):
                expected = {
                    id_: oordeel(f[punt].waarden, f[punt].stilte, f[punt].open, [answer]) for id_, f in items.items()
                }
                assert dict(shown) == expected, (kind, punt, answer)


# --- The page ------------------------------------------------------------------------------------------


def test_answers_stand_in_the_address_and_come_back(page: Page, address: str) -> None:
    page.goto(address + HULP)
    expect(page.locator(".kh-uitkomst")).to_be_hidden()
    page.get_by_label("Werk", exact=True).check()
    page.locator("[name=tijd][value=nee]").check()
    assert parse_qs(urlsplit(page.url).query) == {"situatie": ["thema.werk_tijd.nee"]}
    expect(page.locator("[data-antwoorden]")).to_have_text("Thema: WerkTijd: Nee")
    page.reload()
    expect(page.get_by_label("Werk", exact=True)).to_be_checked()
    expect(page.locator("[name=tijd][value=nee]")).to_be_checked()
    page.go_back()
    expect(page.locator("[name=tijd][value='']")).to_be_checked()
    page.goto(address + HULP + "?situatie=thema.bestaat-niet_kleur.rood_tijd.ja&zonder=x&kies=y")
    expect(page.locator("[data-antwoorden]")).to_have_text("Tijd: Ja")


def test_a_statement_stands_with_each_verdict(page: Page, address: str) -> None:
    page.goto(f"{address}{HULP}?situatie=geld.gemeente_mandaat.nee")
    row = page.locator(f"[data-id={LEEUWARDEN}]")
    expect(row.locator("[data-p=geld] .kh-o")).to_have_text("past niet")
    expect(row.locator("[data-p=geld] li:visible").first).to_contain_text("Vogelaarwijken")
    expect(row.locator("[data-p=geld] .bron").first).to_have_text("bron: §3.1.2")
    expect(row.locator("[data-p=mandaat]")).to_contain_text("niet vermeld")
    arnhem = page.locator("[data-id=participatiecoaches-arnhem] [data-p=geld] li:visible")
    assert not any("ministerie" in text for text in arnhem.all_inner_texts()), "only what goes with the answer"
    assert page.locator("[data-p=thema]:visible").count() == 0, "what was not asked is not shown"


def test_hiding_leaves_what_fits_and_what_is_silent_in_the_order_of_names(page: Page, address: str) -> None:
    page.goto(f"{address}{HULP}?situatie={SITUATIE}")
    rows = page.locator("[data-soort=interventie] tbody tr")
    before = rows.evaluate_all("rs => rs.map((r) => r.dataset.id)")
    page.locator("[name=zonder][value=mandaat]").check()
    assert rows.evaluate_all("rs => rs.filter((r) => r.hidden).map((r) => r.dataset.id)") == [ENSCHEDE]
    assert rows.evaluate_all("rs => rs.map((r) => r.dataset.id)") == before
    expect(page.locator("[data-tal=interventie]")).to_have_text("11 van 12 aanpakken, op naam.")
    expect(page).to_have_url(re.compile("zonder=mandaat"))


def test_two_to_four_approaches_go_on_to_the_comparison(page: Page, address: str, kb: KnowledgeBase) -> None:
    page.goto(f"{address}{HULP}?situatie=tijd.ja&kies={ENSCHEDE}")
    tray = page.get_by_role("complementary", name="Wat je naast elkaar legt")
    expect(tray.get_by_role("link")).to_have_count(0)
    others = [id_ for id_ in kb.all(Interventie) if id_ != ENSCHEDE]
    for id_ in others[:3]:
        page.locator(f"[name=kies][value={id_}]").check()
    chosen = ",".join([ENSCHEDE, *others[:3]])
    assert (tray.get_by_role("link").get_attribute("href") or "").endswith(
        f"index.html?aanpak={chosen}&situatie=tijd.ja"
    )
    assert page.url.endswith(f"?situatie=tijd.ja&kies={chosen}")
    fifth = page.locator(f"[name=kies][value={others[3]}]")
    fifth.click()
    expect(fifth).not_to_be_checked()
    expect(tray).to_contain_text("Er liggen al vier aanpakken.")
    tray.locator("li button").first.click()
    expect(page.locator("[name=kies]:checked")).to_have_count(3)


def test_what_lies_in_the_tray_is_chosen_here_too(page: Page, address: str) -> None:
    page.goto(f"{address}/interventies/{ENSCHEDE}.html")
    page.locator(".leg button").click()
    page.goto(f"{address}{HULP}?situatie=tijd.ja")
    expect(page.locator("[name=kies]:checked")).to_have_count(1)
    page.locator(f"[name=kies][value={LEEUWARDEN}]").check()
    page.locator("[name=tijd][value=nee]").check()
    page.locator(".bak").get_by_role("link").click()
    expect(page.locator("#g-onze-situatie th").nth(1)).to_have_text("Tijd (wij: nee)")


def test_the_device_keeps_a_situation_only_when_asked(page: Page, address: str) -> None:
    page.goto(f"{address}{HULP}?situatie=tijd.ja")
    page.locator("[name=ruimte][value=ja]").check()
    assert page.evaluate("localStorage.getItem('handboek-situatie')") is None
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    page.goto(address + HULP)
    expect(page.locator("[data-antwoorden] li")).to_have_count(0)
    page.get_by_role("button", name="Open die").click()
    expect(page.locator("[data-antwoorden]")).to_have_text("Tijd: JaRuimte: Ja")
    page.get_by_role("button", name="Wis van dit apparaat").click()
    assert page.evaluate("localStorage.getItem('handboek-situatie')") is None


def test_keys_answer_hide_and_choose(page: Page, address: str) -> None:
    page.goto(address + HULP)
    page.locator("[name=thema]").first.focus()
    page.keyboard.press("Space")
    expect(page.locator(".kh-uitkomst")).to_be_visible()
    page.locator("[name=tijd][value='']").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("[name=tijd][value=nee]")).to_be_checked()
    page.locator("[name=zonder][value=thema]").focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("zonder=thema"))
    page.locator(".tabelkader").first.focus()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_stands_in_the_way(chromium: Browser, address: str, width: int, scheme: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for search in ("", f"?situatie={SITUATIE}&zonder=thema&kies={ENSCHEDE},{LEEUWARDEN}"):
        page.goto(address + HULP + search)
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_without_javascript_every_point_of_every_item_is_told(chromium: Browser, address: str, site: Path) -> None:
    tree = LexborHTMLParser((site / "keuzehulp.html").read_text(encoding="utf-8"))
    for table, model in zip(tree.css(".kh-tabel"), MODELLEN.values(), strict=True):
        heads = [head.text() for head in table.css("thead th")]
        assert heads == [model.enkelvoud.capitalize(), *(punt.naam for punt in ALLE.values())]
        for cell in table.css("td"):
            assert cell.css_first(".afwezig") or cell.css_first("li")
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + HULP)
    expect(page.locator(".kh-vragen")).to_be_hidden()
    expect(page.locator(f"[data-id={LEEUWARDEN}] [data-p=mandaat]")).to_contain_text("niet vermeld")
    expect(page.locator(f"[data-id={ENSCHEDE}] [data-p=mandaat]")).to_contain_text("woningcorporatie")
    context.close()
