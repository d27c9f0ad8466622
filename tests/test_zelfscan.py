"""The self-scan: complete without the script, and with it kept on the device, shared by file, never scored."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect
from selectolax.lexbor import LexborHTMLParser

from handboek.knowledge import KnowledgeBase
from handboek.models.competentie import Competentie
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving
from handboek.pages.views.zelfscan import zelfscan_view

ROL = "wijkcoach"
LEEG = "nog niet ingevuld"


def _open(page: Page, address: str, query: str = f"?rol={ROL}") -> None:
    page.goto(f"{address}/zelfscan.html{query}")


def _file(text: str, name: str = "scan.json") -> FilePayload:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def _scan(rol: str = ROL, **people: dict[str, object]) -> str:
    mensen = [{"naam": naam, "antwoorden": antwoorden} for naam, antwoorden in people.items()]
    return json.dumps({"soort": "zelfscan-handboek-wijkwerk", "versie": 1, "rol": rol, "mensen": mensen})


def _load(page: Page, text: str) -> None:
    page.locator("input[type=file]").set_input_files(_file(text))


def _stored(page: Page, rol: str = ROL) -> dict[str, dict[str, int]]:
    """Per person the answers that this browser keeps for a role."""
    text = page.evaluate("rol => localStorage.getItem(`zelfscan:${rol}`)", rol)
    return {mens["naam"]: mens["antwoorden"] for mens in json.loads(text)["mensen"]} if text else {}


def test_every_wording_and_competency_of_a_role_is_a_question(site: Path, kb: KnowledgeBase) -> None:
    tree = LexborHTMLParser((site / "zelfscan.html").read_text(encoding="utf-8"))
    sections = {node.attributes["data-rol"]: node for node in tree.css(".zs-rol")}
    assert list(sections) == list(kb.all(Rol))
    for rol, section in sections.items():
        wordings = [f for v in kb.all(Verschuiving).values() for f in v.formuleringen if f.rol == rol]
        asked = [node.text() for node in section.css(".zs-schuif [data-van]")]
        assert sorted(asked) == sorted(f.van for f in wordings)
        names = [c.naam for c in kb.all(Competentie).values() if any(f.rol == rol for f in c.formuleringen)]
        assert sorted(node.text() for node in section.css("[data-competentie]")) == sorted(names)
        ids = [node.attributes["data-vraag"] for node in section.css("[data-vraag]")]
        assert len(ids) == len(set(ids)) == len(wordings) + len(names)


def test_every_question_has_its_help(kb: KnowledgeBase) -> None:
    view = zelfscan_view(kb)
    helped = {(rij.item.kind, rij.item.id): rij for rij in view.hulp}
    for lijst in view.lijsten:
        for vraag in lijst.verschuivingen:
            assert ("verschuiving", vraag.rij.id) in helped
        for rows in lijst.competenties.values():
            for row in rows:
                methods = helped["competentie", row.id].groepen.get("Methoden", [])
                assert set(row.competentie.methoden) <= {method.id for method in methods}


def test_fill_in_by_keyboard_and_keep(page: Page, address: str) -> None:
    _open(page, address)
    shift = page.locator("[data-rol=wijkcoach] input[type=range]").first
    expect(shift).to_have_attribute("aria-valuetext", LEEG)
    shift.focus()
    page.keyboard.press("Space")
    expect(shift).to_have_attribute("aria-valuetext", "in het midden")
    page.keyboard.press("ArrowLeft")
    expect(shift).to_have_attribute("aria-valuetext", "dichter bij ‘van’")
    radio = page.locator("[data-rol=wijkcoach] input[type=radio]").first
    radio.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    before = _stored(page)
    assert sorted(before["ik"].values()) == [2, 2]

    page.reload()
    expect(shift).to_have_attribute("aria-valuetext", "dichter bij ‘van’")
    assert _stored(page) == before
    shift.focus()
    page.keyboard.press("Delete")
    expect(shift).to_have_attribute("aria-valuetext", LEEG)
    assert len(_stored(page)["ik"]) == 1


def test_a_click_on_the_middle_is_an_answer_and_nothing_is_not(page: Page, address: str) -> None:
    _open(page, address)
    expect(page.locator(".zs-uitkomst")).to_be_hidden()
    assert _stored(page) == {}
    page.locator("[data-rol=wijkcoach] input[type=range]").first.click()
    assert list(_stored(page)["ik"].values()) == [3]
    total = page.locator("[data-rol=wijkcoach] [data-vraag]").count()
    expect(page.locator("[data-geteld]")).to_have_text(f"ik 1 van {total} regels ingevuld")
    expect(page.locator(".zs-plek b")).to_have_count(1)
    expect(page.locator("[data-tabel] td.leeg")).to_have_count(total - 1)


def test_the_help_follows_low_answers_only(page: Page, address: str) -> None:
    _open(page, address)
    ids = page.locator("[data-rol=wijkcoach] [data-vraag]").evaluate_all("rijen => rijen.map(rij => rij.dataset.vraag)")
    shift, other = [id_ for id_ in ids if id_.startswith("v:")][:2]
    low, high = [id_ for id_ in ids if id_.startswith("c:")][:2]
    _load(page, _scan(MK={shift: 2, other: 3, low: 1, high: 3}))
    expect(page.locator("[data-helpt] article")).to_have_count(2)
    links = page.locator("[data-helpt] h3 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert links == [f"verschuivingen/{shift[2:]}.html", f"competenties/{low[2:]}.html"]


def test_a_team_side_by_side(page: Page, address: str) -> None:
    _open(page, address)
    first = str(page.locator("[data-rol=wijkcoach] [data-vraag]").first.get_attribute("data-vraag"))
    _load(page, _scan(MK={first: 1}, JV={first: 4}, Anne={}))
    page.get_by_role("button", name="Iedereen naast elkaar").click()
    row = page.locator("[data-beeld] .zs-regel").first
    expect(row.locator(".zs-plek b")).to_have_text(["MK", "JV"])
    expect(row.locator(".zs-plek.binnen")).to_have_count(4)
    expect(row).to_contain_text(f"{LEEG}: Anne")
    cells = page.locator("[data-tabel] tbody tr").first.locator("td")
    assert cells.all_text_contents() == ["bij ‘van’", "dichter bij ‘naar’", LEEG, "bij ‘van’ tot dichter bij ‘naar’"]
    assert "toon=team" in page.url


def test_who_has_no_name_and_no_answers_is_nobody_in_the_team(page: Page, address: str) -> None:
    _open(page, address)
    for name in ("MK", "JV"):
        page.get_by_label("Initialen of korte naam").fill(name)
        page.get_by_role("button", name="Voeg toe").click()
        page.locator("[data-rol=wijkcoach] input[type=range]").first.press("Space")
    page.get_by_role("button", name="Iedereen naast elkaar").click()
    assert page.locator("[data-geteld] b").all_text_contents() == ["MK", "JV"]
    assert page.locator("[data-mensen] button").all_text_contents() == ["MK", "JV"]


def test_export_reset_import(page: Page, address: str, tmp_path: Path) -> None:
    _open(page, address)
    page.get_by_label("Initialen of korte naam").fill("MK")
    page.get_by_role("button", name="Geef ‘ik’ deze naam").click()
    page.locator("[data-rol=wijkcoach] input[type=range]").first.click()
    page.locator("[data-rol=wijkcoach] input[type=radio]").last.check()
    before = _stored(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    assert download.value.suggested_filename == "zelfscan-wijkcoach.json"
    saved = tmp_path / "scan.json"
    download.value.save_as(saved)

    page.get_by_role("button", name="Begin opnieuw").click()
    page.get_by_role("dialog").get_by_role("button", name="Annuleer").click()
    assert _stored(page) == before
    page.get_by_role("button", name="Begin opnieuw").click()
    page.get_by_role("dialog").get_by_role("button", name="Wis alles").click()
    expect(page.locator(".zs-uitkomst")).to_be_hidden()
    assert _stored(page) == {}

    page.locator("input[type=file]").set_input_files(saved)
    expect(page.locator(".zs-bericht")).to_contain_text("Gelezen voor Wijkcoach: MK.")
    assert _stored(page) == before


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("geen json", "geen JSON"),
        ('{"soort": "iets anders"}', "geen zelfscan van dit handboek"),
        (_scan("wijkcoach", MK={}).replace('"versie": 1', '"versie": 2'), "andere versie"),
        (_scan("kapitein", MK={}), "de rol in het bestand"),
        (_scan(), "geen mensen"),
        (_scan(MK={"v:onbekend": 9}), "een antwoord dat niet bestaat"),
        (_scan(MK={"v:onbekend": "1"}), "een antwoord dat niet bestaat"),
        (_scan(VeelTeLangeNaam={}), "langer dan 8 tekens"),
        (_scan(MK={}, mk={}), "twee keer"),
        (_scan(MK={}) + " " * 200_001, "te groot"),
    ],
)
def test_a_wrong_file_changes_nothing(page: Page, address: str, text: str, reason: str) -> None:
    _open(page, address)
    page.locator("[data-rol=wijkcoach] input[type=range]").first.click()
    before = _stored(page)
    _load(page, text)
    expect(page.locator(".zs-bericht")).to_contain_text(reason)
    expect(page.locator(".zs-bericht")).to_contain_text("Er is niets veranderd.")
    assert _stored(page) == before


def test_other_answers_of_the_same_person_are_replaced_only_after_a_yes(page: Page, address: str) -> None:
    _open(page, address)
    first = str(page.locator("[data-rol=wijkcoach] [data-vraag]").first.get_attribute("data-vraag"))
    _load(page, _scan(MK={first: 1}))
    expect(page.locator("[data-mens]")).to_have_text(["MK"])
    _load(page, _scan(MK={first: 5}))
    page.get_by_role("dialog").get_by_role("button", name="Annuleer").click()
    assert _stored(page) == {"MK": {first: 1}}
    _load(page, _scan(MK={first: 5}))
    page.get_by_role("dialog").get_by_role("button", name="Vervang").click()
    expect(page.locator(".zs-bericht")).to_contain_text("Gelezen")
    assert _stored(page) == {"MK": {first: 5}}


def test_a_second_tab_does_not_overwrite(page: Page, address: str) -> None:
    _open(page, address)
    other = page.context.new_page()
    _open(other, address)
    other.locator("[data-rol=wijkcoach] input[type=range]").first.click()
    warning = page.locator(".zs-melding")
    expect(warning).to_contain_text("In een ander tabblad is deze zelfscan veranderd")
    kept = _stored(page)
    page.locator("[data-rol=wijkcoach] input[type=radio]").first.check()
    assert _stored(page) == kept
    page.get_by_role("button", name="Neem dat over").click()
    expect(warning).to_be_hidden()
    expect(page.locator("[data-rol=wijkcoach] input[type=range]").first).to_have_attribute(
        "aria-valuetext", "in het midden"
    )


def test_the_questionnaire_without_javascript(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    _open(page, address, "")
    expect(page.locator(".zs-rol:visible")).to_have_count(8)
    expect(
        page.locator(".zs-balk, .zs-uitkomst, .zs-voorraad, input[type=range]").locator("visible=true")
    ).to_have_count(0)
    page.get_by_role("link", name="Wijkcoach Enschede").click()
    expect(page.locator(".zs-rol:visible")).to_have_count(1)
    shift = page.locator(".zs-rol:visible .zs-vraag").first
    expect(shift.locator(".zs-vakjes i")).to_have_count(5)
    context.close()


def test_works_from_an_unpacked_folder(page: Page, site: Path) -> None:
    page.goto(f"file://{site}/zelfscan.html#rol-{ROL}")
    page.locator("[data-rol=wijkcoach] input[type=range]").first.click()
    expect(page.locator(".zs-uitkomst")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_sideways_scroll_when_filled(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    _open(page, address)
    first = str(page.locator("[data-rol=wijkcoach] [data-vraag]").first.get_attribute("data-vraag"))
    _load(page, _scan(ACHTLANG={first: 1}, TWEELANG={first: 1}, DRIELANG={first: 5}))
    page.get_by_role("button", name="Iedereen naast elkaar").click()
    page.get_by_text("Hetzelfde in een tabel").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
