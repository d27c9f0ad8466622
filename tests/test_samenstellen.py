"""Putting a curriculum together: the rule of the command line, nothing lost, and a file that the check accepts as it is."""

import contextlib
import html
import io
import json
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Error, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from axe_core import axe
from conftest import ROOT
from handboek.checking import Checked, checked
from handboek.findings import Severity
from handboek.house_form import house_form
from handboek.kinds import KIND_OF_FOLDER
from handboek.knowledge import Key, KnowledgeBase
from handboek.leerpaden.dekking import bereken, dekking
from handboek.leerpaden.kennis import Kennis, heel_handboek, vraagt
from handboek.leerpaden.klok import kloktijd, tijdvakken, uren
from handboek.leerpaden.versies import docentteksten
from handboek.models.competentie import Competentie
from handboek.models.dilemma import Dilemma
from handboek.models.leerpad import Leerpad
from handboek.models.rol import Rol
from handboek.pages.glossary import Glossary
from handboek.pages.render import NOWHERE, render_item
from handboek.reading.reader import read
from test_leerpad import plans

ROL = "sociaal-makelaar"
ID = "proef"
VOL = "startende-sociaal-makelaar"
GEVONDEN = ".sl-gevonden:not([aria-busy])"  # what was found belongs to what was typed
BOTST = ".samenstellen > [role=alert]"


def _open(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}/samenstellen.html{query}")
    expect(page.locator(".samenstellen.werkt")).to_be_attached()


@pytest.fixture(scope="module")
def tab(chromium: Browser, address: str) -> Iterator[Page]:
    """The page, loaded once for the tests that only compute."""
    context = chromium.new_context(locale="nl-NL")
    page = context.new_page()
    _open(page, address)
    yield page
    context.close()


def _written(root: Path, text: str) -> Checked:
    """What the check says when this file stands in a copy of the content."""
    for folder in ("methods", "profiles"):
        shutil.copytree(ROOT / folder, root / folder, dirs_exist_ok=True)
    (root / "docs").mkdir(exist_ok=True)
    (root / "profiles" / "leerpaden" / f"{ID}.yml").write_text(text, encoding="utf-8")
    return checked(root)


def _faults(result: Checked) -> list[str]:
    return [f"{f.place.line} {f.message}" for f in result.findings if ID in f.file and f.severity is Severity.FOUT]


# --- One rule in build and browser ---------------------------------------------------------------------


def test_the_rule_in_the_browser_is_the_rule_of_the_build(tab: Page, kb: KnowledgeBase) -> None:
    all_items = heel_handboek(kb)
    cases, expected = [], []
    for plan, rol in plans(kb):
        cases.append([rol, *map(list, vraagt(kb, rol)), plan.als_json()])
        expected.append(bereken(Kennis(all_items, rol, *vraagt(kb, rol)), plan).als_json())
    found = tab.evaluate(
        """cases => cases.map(([rol, competenties, verschuivingen, plan]) => {
            const samen = handboekSamenstellen, {raaktPerSoort, vult, redenen} = samen.gegevens();
            const dekking = samen.bereken({raakt: raaktPerSoort, rol, competenties, verschuivingen}, plan, vult, redenen);
            const rij = ({id, gevraagd, staat, minuten, cellen}) => ({id, gevraagd, staat, minuten, cellen});
            for (const soort of ["uitkomsten", "competenties", "verschuivingen"]) dekking[soort] = dekking[soort].map(rij);
            return dekking;
        })""",
        cases,
    )
    for browser, build in zip(found, expected, strict=True):
        assert browser == json.loads(json.dumps(build))


def test_what_the_browser_knows_is_what_the_build_knows(tab: Page, kb: KnowledgeBase) -> None:
    known = tab.evaluate("handboekSamenstellen.gegevens().raaktPerSoort")
    assert known == {
        item: {kind: list(ids) for kind, ids in row._asdict().items()} for item, row in heel_handboek(kb).items()
    }
    assert list(known) == list(heel_handboek(kb))
    assert tab.evaluate("handboekSamenstellen.gegevens().docent") == ["docent", "uitwerking"]


def test_the_clock_in_the_browser_is_the_clock_of_the_build(tab: Page, kb: KnowledgeBase) -> None:
    for leerpad in kb.all(Leerpad).values():
        for van in (None, "09:00", "23:30"):
            for sessie in leerpad.sessies:
                sessie = sessie.model_copy(update={"van": van})
                parts = [{"uitleg": a.uitleg, "oefenen": a.oefenen, "pauze": a.pauze} for a in sessie.activiteiten]
                found = tab.evaluate(
                    """sessie => handboekSamenstellen.tijdvakken(sessie).map(({begin, eind, pauze}) =>
                        [handboekSamenstellen.kloktijd(sessie, begin), handboekSamenstellen.kloktijd(sessie, eind), pauze])""",
                    {"van": van, "activiteiten": parts},
                )
                assert found == [
                    [kloktijd(sessie, v.begin), kloktijd(sessie, v.eind), v.pauze] for v in tijdvakken(sessie)
                ]
    minutes = [1, 59, 60, 61, 210, 1440]
    assert tab.evaluate("tijden => tijden.map(handboekSamenstellen.uren)", minutes) == [uren(m) for m in minutes]


# --- A file that the check accepts -----------------------------------------------------------------------


def _own_words(leerpad: Leerpad) -> dict[str, Any]:
    return leerpad.model_dump(exclude={"naam"})


@pytest.mark.parametrize(
    "id_", ["kennismaking-voor-beleid", "startende-sociaal-makelaar", "van-specialist-naar-generalist"]
)
def test_a_copy_of_a_curriculum_comes_out_as_it_went_in(
    page: Page, address: str, kb: KnowledgeBase, tmp_path: Path, id_: str
) -> None:
    _open(page, address, f"?leerpad={id_}")
    expect(page.locator(".samenstellen.bezig")).to_be_attached()
    text = _download(page, "YAML").read_text(encoding="utf-8")
    assert house_form(text.encode(), "leerpad") == text.encode()
    result = _written(tmp_path, text)
    assert not _faults(result)
    made = result.kb.all(Leerpad)[ID]
    assert made.naam == f"{kb.all(Leerpad)[id_].naam}, kopie"
    assert _own_words(made) == _own_words(kb.all(Leerpad)[id_])


WORDS = st.text(
    st.one_of(
        st.sampled_from("abc éë:#-?!&*|>%@`'\"{}[],\n ~=\\/<>0123…‘’"),
        st.characters(exclude_categories=["Cs", "Cn", "Co"]),
    ),
    min_size=1,
    max_size=60,
).filter(lambda text: text.strip())
BAD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(naam=WORDS, tekst=WORDS, regel=WORDS)
def test_whatever_is_typed_can_be_read_back(tab: Page, naam: str, tekst: str, regel: str) -> None:
    text = tab.evaluate(
        """([naam, tekst, regel]) => handboekSamenstellen.alsYaml(handboekSamenstellen.lees(
            {naam, samenvatting: tekst, voorkennis: [regel, regel], sessies: [{naam: regel, activiteiten: [{naam, tekst}]}]}))""",
        [naam, tekst, regel],
    )
    result = read(text.encode(), "")
    assert not result.findings, (text, result.findings)
    assert result.fields is not None
    found: Any = result.fields
    one_line = _words(naam), _words(tekst), _words(regel)
    for written, said in zip(
        (found.get("naam"), found.get("samenvatting"), found["voorkennis"][0]), one_line, strict=True
    ):
        assert _words(str(written)) == said or not said
    assert house_form(text.encode(), "leerpad") == text.encode()


def _words(text: str) -> list[str]:
    return BAD.sub("", unicodedata.normalize("NFC", text.replace("\r", "\n").replace("\t", " "))).split()


def test_what_is_missing_is_said_and_stands_in_the_file_as_such(page: Page, address: str, tmp_path: Path) -> None:
    _open(page, address, f"?rol={ROL}")
    page.get_by_role("button", name="Begin", exact=True).click()
    page.get_by_text(re.compile(r"Nog \d+ dingen te doen")).click()
    page.get_by_role("button", name="Zeg wat iemand al weet of kan").click()
    expect(page.get_by_label("Wat iemand al weet of kan")).to_be_focused()
    text = _download(page, "YAML").read_text(encoding="utf-8")
    assert "instapniveau: VUL IN" in text
    faults = _faults(_written(tmp_path, text))
    assert any("‘instapniveau’ is nog niet ingevuld" in fault for fault in faults), faults


def _download(page: Page, knop: str) -> Path:
    with page.expect_download() as wacht:
        page.get_by_role("button", name=knop, exact=True).click()
    return Path(wacht.value.path())


# --- By keyboard alone ---------------------------------------------------------------------------------


class Toetsen:
    """Somebody who has no mouse: goes on with Tab, and acts on what has the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def naar(self, doel: Locator, toets: str = "Tab", hoogstens: int = 80) -> None:
        """Tab until the focus is there."""
        for _ in range(hoogstens):
            if doel.evaluate("deel => deel === document.activeElement"):
                return
            self.page.keyboard.press(toets)
        raise AssertionError(f"not reached by {toets}: {doel}")

    def typ(self, naam: str, tekst: str) -> None:
        """Fill in a field that is further on."""
        self.naar(self.page.get_by_label(naam, exact=True))
        self.page.keyboard.insert_text(tekst)

    def druk(self, naam: str, toets: str = "Tab", hoogstens: int = 80) -> None:
        """Press a button that is further on (or back)."""
        self.naar(self.page.get_by_role("button", name=naam, exact=True), toets, hoogstens)
        self.page.keyboard.press("Enter")


def _six_sessions(kb: KnowledgeBase) -> tuple[list[str], list[list[str]]]:
    """Twelve competencies of the role, and per session a dilemma, a case and two of those competencies."""
    asked = vraagt(kb, ROL)[0]
    shown = {item: [id_ for id_ in row.competenties if id_ in asked] for item, row in heel_handboek(kb).items()}
    kinds = ("dilemmas/", "praktijkvoorbeelden/")
    fits = {kind: [item for item, ids in shown.items() if item.startswith(kind) and ids][:6] for kind in kinds}
    first = [shown[item][0] for items in fits.values() for item in items]
    twelve = list(dict.fromkeys((*first, *asked)))[:12]
    return twelve, [
        [*(fits[kind][n] for kind in kinds), *(f"competenties/{id_}" for id_ in twelve[2 * n : 2 * n + 2])]
        for n in range(6)
    ]


def _name(kb: KnowledgeBase, item: str) -> str:
    folder, _, id_ = item.partition("/")
    return kb.item(Key(KIND_OF_FOLDER[folder], id_)).naam


def test_six_sessions_by_keyboard_alone(page: Page, address: str, kb: KnowledgeBase, tmp_path: Path) -> None:
    competenties, sessies = _six_sessions(kb)
    _open(page, address, f"?rol={ROL}")
    toetsen = Toetsen(page)
    vakjes = [page.get_by_label(kb.all(Competentie)[id_].naam, exact=True) for id_ in competenties]
    for id_ in sorted(competenties, key=lambda c: kb.all(Competentie)[c].naam.casefold()):
        toetsen.naar(vakjes[competenties.index(id_)])
        page.keyboard.press("Space")
    toetsen.druk("Begin")
    expect(page.get_by_label("Naam van het leerpad")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.insert_text(" in de proef: ‘klaar?’ #1")
    toetsen.typ("In één of twee zinnen", "Zes dagdelen, met de handen.")
    toetsen.typ("Wat iemand al weet of kan", "Mbo 4: een buurt om in te oefenen")
    toetsen.typ("Minstens (deelnemers)", "6")
    toetsen.typ("Hoogstens (deelnemers)", "12")
    toetsen.druk("Zoek een onderdeel voor bijeenkomst 1")
    zoek, doel = page.get_by_label("Woord, vraag of situatie"), page.get_by_label("Voeg toe aan")
    for number, items in enumerate(sessies, 1):
        if number == 4:  # in the middle: everything is still there
            page.reload()
            toetsen.druk("Zoek een onderdeel voor bijeenkomst 4", "Tab", 300)
        elif number > 1:
            toetsen.naar(doel, "Shift+Tab")
            page.keyboard.press("ArrowDown")
        for item in items:
            toetsen.naar(zoek, "Shift+Tab")
            page.keyboard.press("Control+A")
            page.keyboard.insert_text(_name(kb, item))
            page.keyboard.press("Enter")
            expect(page.locator(GEVONDEN)).to_be_attached()
            toetsen.naar(page.locator(f'[data-f="zoek-{item}"]'), "Tab", 20)
            page.keyboard.press("Enter")
            expect(page.locator(".sl-bericht")).to_contain_text(f"is toegevoegd aan bijeenkomst {number}")
    _move_by_keyboard(page, toetsen)
    expect(page.locator(".sl-nodig")).to_have_text("Alles is ingevuld wat de controle van het handboek vraagt.")
    said = _shown_by_builder(page)
    result = _written(tmp_path, _download(page, "YAML").read_text(encoding="utf-8"))
    assert not _faults(result)
    made = result.kb.all(Leerpad)[ID]
    for sessie in made.sessies:
        kinds = {item.partition("/")[0] for activiteit in sessie.activiteiten for item in activiteit.items}
        assert {"dilemmas", "praktijkvoorbeelden"} <= kinds
    asked = set(vraagt(kb, ROL)[0])
    assert len([r for r in dekking(result.kb, made).competenties if r.id in asked and r.staat == "gedekt"]) >= 10
    assert said == _shown_by_page(result.kb)


def _move_by_keyboard(page: Page, toetsen: Toetsen) -> None:
    """The last activity of session 1 goes to session 2 and comes back, and the focus goes along."""
    before = _names(page)
    page.locator(".sl-onderdelen[data-s='0'] .sl-open").last.focus()
    toetsen.naar(page.locator(".sl-onderdelen[data-s='0'] li:last-child [data-f$='-neer']"), "Tab", 4)
    page.keyboard.press("Enter")
    expect(page.locator(".sl-bericht")).to_contain_text("in bijeenkomst 2 op plaats 1")
    moved = page.locator(".sl-onderdelen[data-s='1'] li:first-child")
    expect(moved.locator("[data-f$='-neer']")).to_be_focused()
    toetsen.naar(moved.locator("[data-f$='-op']"), "Shift+Tab", 2)
    page.keyboard.press("Enter")
    expect(page.locator(".sl-bericht")).to_contain_text("in bijeenkomst 1 op plaats 4")
    assert _names(page) == before


def _names(page: Page) -> list[list[str]]:
    """The names of the activities of each session."""
    lists = page.locator(".sl-onderdelen").all()
    return [one.locator(".sl-naam").all_text_contents() for one in lists]


def _shown_by_builder(page: Page) -> tuple[str, list[list[str]]]:
    """The hours and the cells of the coverage, as the builder shows them."""
    rows = page.locator("table.dekking tbody tr:not(.blok)").evaluate_all(
        "rijen => rijen.map(rij => [...rij.querySelectorAll('td')].map(cel => cel.textContent.replace(/\\s+/g, ' ').trim()))"
    )
    return str(page.locator(".sl-totaal").text_content()), [[_cell(text) for text in row] for row in rows]


def _shown_by_page(kb: KnowledgeBase) -> tuple[str, list[list[str]]]:
    """The same, as the built page shows them."""
    tree = LexborHTMLParser(render_item(kb, Key("leerpad", ID), "X", NOWHERE, Glossary(kb)).body)
    hours = re.search(r"\d+ bijeenkomsten, samen [^<\n]*", tree.text())
    rows = [[_cell(cell.text()) for cell in row.css("td")] for row in tree.css("table.dekking tbody tr:not(.blok)")]
    return hours[0].strip() if hours else "", rows


def _cell(text: str) -> str:
    """A number of minutes, or a word."""
    number = re.search(r"(\d+) ?min", text)
    return number[1] if number else next((word for word in ("zijdelings", "niet", "open") if word in text), text)


# --- Nothing is lost -------------------------------------------------------------------------------------


def _begin(page: Page, address: str) -> None:
    """A new curriculum of two sessions with one outcome, for a role."""
    _open(page, address, f"?rol={ROL}&competenties=luisteren")
    page.get_by_label("Bijeenkomsten", exact=True).fill("2")
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.locator(".sl-bijeenkomst")).to_have_count(2)


def _add(page: Page, word: str) -> None:
    page.get_by_label("Woord, vraag of situatie").fill(word)
    page.locator(f"{GEVONDEN} button").first.click()


def _stored(page: Page) -> list[dict[str, Any]]:
    texts = page.evaluate(
        "Object.keys(localStorage).filter(naam => naam.startsWith('handboek.samenstellen:')).map(naam => localStorage[naam])"
    )
    return [json.loads(text)["leerpad"] for text in texts]


def _kept(page: Page) -> list[str]:
    """The names of all drafts on the device."""
    return sorted(leerpad["naam"] for leerpad in _stored(page))


def test_every_key_is_kept_and_can_be_taken_back(page: Page, address: str) -> None:
    _begin(page, address)
    naam = page.get_by_label("Naam van het leerpad")
    naam.fill("Een")
    naam.press_sequentially(" twee")
    assert _stored(page)[0]["naam"] == "Een twee"
    _add(page, "Luisteren")
    assert [len(sessie.get("activiteiten", [])) for sessie in _stored(page)[0]["sessies"]] == [1, 0]
    page.reload()
    expect(naam).to_have_value("Een twee")
    expect(page.locator(".sl-onderdeel")).to_have_count(1)
    page.get_by_role("button", name="Haal weg: ", exact=False).last.click()
    expect(page.locator(".sl-onderdeel")).to_have_count(0)
    page.get_by_role("button", name="Ongedaan").click()
    expect(page.locator(".sl-onderdeel")).to_have_count(1)
    page.get_by_role("button", name="Opnieuw").click()
    expect(page.locator(".sl-onderdeel")).to_have_count(0)
    expect(page.get_by_role("button", name="Opnieuw")).to_have_attribute("aria-disabled", "true")
    naam.fill("Anders")
    page.get_by_role("button", name="Ongedaan").click()
    expect(naam).to_have_value("Een twee")


def test_a_tab_that_crashes_loses_nothing(page: Page, address: str) -> None:
    _begin(page, address)
    page.get_by_label("Naam van het leerpad").fill("Voor de klap")
    _add(page, "Luisteren")
    again, kept = page.context.new_page(), page.url
    with page.expect_event("crash"), contextlib.suppress(Error):
        page.goto("chrome://crash")
    again.goto(kept)
    expect(again.get_by_label("Naam van het leerpad")).to_have_value("Voor de klap")
    expect(again.locator(".sl-onderdeel")).to_have_count(1)


def test_several_drafts_stand_side_by_side(page: Page, address: str) -> None:
    _begin(page, address)
    page.get_by_label("Naam van het leerpad").fill("Eerste")
    _begin(page, address)
    page.get_by_label("Naam van het leerpad").fill("Tweede")
    page.get_by_role("button", name="Alle leerpaden").click()
    page.get_by_role("button", name="Ga verder met Eerste").click()
    expect(page.get_by_label("Naam van het leerpad")).to_have_value("Eerste")
    page.go_back()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Haal weg: Eerste").click()
    assert [leerpad["naam"] for leerpad in _stored(page)] == ["Tweede"]


def test_a_second_tab_does_not_overwrite(page: Page, address: str) -> None:
    _begin(page, address)
    page.get_by_label("Naam van het leerpad").fill("Hier")
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Naam van het leerpad").fill("Daar")
    expect(page.locator(BOTST)).to_contain_text("in een ander tabblad veranderd")
    assert _kept(page) == ["Daar"]
    page.get_by_label("Naam van het leerpad").fill("Toch hier")
    expect(page.locator(".sl-bewaard")).to_have_text("Bewaard als ‘Toch hier, van dit tabblad’")
    assert _kept(page) == ["Daar", "Toch hier, van dit tabblad"]  # nothing chosen yet, and both are safe
    page.get_by_role("button", name="Bewaar wat hier staat als nieuw leerpad").click()
    expect(page.locator(BOTST)).to_be_hidden()
    assert _kept(page) == ["Daar", "Toch hier, van dit tabblad"]
    expect(other.locator(BOTST)).to_be_hidden()


def test_what_a_tab_did_after_a_clash_survives_reloading_it(page: Page, address: str) -> None:
    _begin(page, address)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Naam van het leerpad").fill("Daar")
    expect(page.locator(BOTST)).to_be_visible()
    page.get_by_label("Naam van het leerpad").fill("Hier")
    page.reload()
    expect(page.get_by_label("Naam van het leerpad")).to_have_value("Daar")
    page.get_by_role("button", name="Alle leerpaden").click()
    page.get_by_role("button", name="Ga verder met Hier, van dit tabblad").click()
    expect(page.get_by_label("Naam van het leerpad")).to_have_value("Hier, van dit tabblad")


def test_a_curriculum_that_another_tab_removed_is_not_gone_here(page: Page, address: str) -> None:
    _begin(page, address)
    other = page.context.new_page()
    _open(other, address)
    other.once("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="Haal weg: ").click()
    expect(page.locator(BOTST)).to_contain_text("in een ander tabblad weggehaald")
    expect(page.get_by_role("button", name="Neem over wat daar staat")).to_have_count(0)
    page.get_by_role("button", name="Bewaar wat hier staat als nieuw leerpad").click()
    assert _kept(page) == ["Leerpad sociaal makelaar, van dit tabblad"]


def test_without_word_of_the_other_tab_nothing_is_overwritten(page: Page, address: str) -> None:
    page.add_init_script("addEventListener('storage', gebeurtenis => gebeurtenis.stopImmediatePropagation(), true)")
    _begin(page, address)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Naam van het leerpad").fill("Daar")
    page.get_by_label("Naam van het leerpad").fill("Hier")
    expect(page.locator(BOTST)).to_contain_text("in een ander tabblad veranderd")
    assert _kept(page) == ["Daar", "Hier, van dit tabblad"]


def test_the_way_back_survives_reloading(page: Page, address: str) -> None:
    _begin(page, address)
    page.get_by_role("button", name="Haal bijeenkomst 2 weg").click()
    expect(page.locator(".sl-bijeenkomst")).to_have_count(1)
    page.reload()
    page.get_by_role("button", name="Ongedaan").click()
    expect(page.locator(".sl-bijeenkomst")).to_have_count(2)
    page.get_by_role("button", name="Opnieuw").click()
    expect(page.locator(".sl-bijeenkomst")).to_have_count(1)


def test_a_jump_on_the_page_keeps_the_way_back(page: Page, address: str) -> None:
    _begin(page, address)
    page.get_by_label("Naam van het leerpad").fill("Anders")
    page.get_by_role("link", name="Dekking", exact=True).last.click()
    page.get_by_role("button", name="Ongedaan").click()
    expect(page.get_by_label("Naam van het leerpad")).to_have_value("Leerpad sociaal makelaar")


CLOSED = """for (const naam of ["localStorage", "sessionStorage", "indexedDB"])
    Object.defineProperty(window, naam, {get() { throw new DOMException("dicht", "SecurityError"); }});"""


@pytest.mark.parametrize(
    "script", [CLOSED, "Storage.prototype.setItem = () => { throw new Error('vol'); }"], ids=["closed", "full"]
)
def test_a_browser_that_keeps_nothing_says_so_and_asks_before_it_is_gone(page: Page, address: str, script: str) -> None:
    page.add_init_script(script)
    _begin(page, address)
    expect(page.locator(".sl-bewaard")).to_contain_text("Deze browser bewaart niets")
    _add(page, "Luisteren")
    expect(page.locator(".sl-bewaard")).to_contain_text("Deze browser bewaart niets")
    page.get_by_role("button", name="Alle leerpaden").click()
    expect(page.locator("#samenstellen")).to_contain_text("dit is weg als je de bladzijde sluit")
    page.get_by_role("button", name="Ga verder met Leerpad sociaal makelaar").click()
    expect(page.locator(".sl-onderdeel")).to_have_count(1)
    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"


def test_a_copy_from_an_address_is_made_once(page: Page, address: str) -> None:
    page.goto(f"{address}/leerpaden/{VOL}.html")
    page.get_by_role("link", name="Maak er een eigen versie van").click()
    expect(page.locator(".sl-bijeenkomst")).to_have_count(6)
    page.go_back()
    expect(page).to_have_url(re.compile(f"leerpaden/{VOL}.html"))
    page.go_forward()
    expect(page.locator(".sl-bijeenkomst")).to_have_count(6)
    assert len(_stored(page)) == 1


def test_it_can_be_shared_by_address_and_by_file(page: Page, address: str, chromium: Browser) -> None:
    _open(page, address, f"?leerpad={VOL}")
    before = _stored(page)[0]
    file = _download(page, "Bewaar als bestand")
    page.get_by_role("button", name="Kopieer adres").click()
    shared = page.get_by_label("Adres van dit leerpad")
    expect(shared).to_have_value(re.compile("#leerpad=z"))
    context = chromium.new_context(locale="nl-NL")
    other = context.new_page()
    other.goto(shared.input_value())
    other.get_by_role("button", name="Open als nieuw leerpad").click()
    expect(other.get_by_label("Naam van het leerpad")).to_have_value(before["naam"])
    assert _stored(other) == [before]
    assert "#" not in other.url
    other.get_by_role("button", name="Alle leerpaden").click()
    other.locator("input[type=file]").set_input_files(file)
    expect(other.get_by_label("Naam van het leerpad")).to_have_value(before["naam"])
    assert _stored(other) == [before, before]
    context.close()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("geen json", "het is geen JSON-bestand"),
        ('{"soort": "iets anders"}', "het is geen leerpad van dit handboek"),
        ('{"soort": "leerpad-handboek-wijkwerk", "vorm": 2}', "in een andere vorm"),
        ('{"soort": "leerpad-handboek-wijkwerk", "vorm": 1, "leerpad": {"naam": "x"}}', "er staat geen leerpad in"),
        (" " * 400_001, "te groot"),
    ],
)
def test_a_wrong_file_changes_nothing(page: Page, address: str, text: str, reason: str) -> None:
    _open(page, address)
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    expect(page.locator(".sl-bericht")).to_contain_text(reason)
    assert _stored(page) == []
    page.goto(f"{address}/samenstellen.html#leerpad=zgeen-adres")
    page.reload()
    expect(page.locator(".sl-bericht")).to_contain_text("Het gedeelde leerpad is niet gelezen")


# --- Where one begins ------------------------------------------------------------------------------------


def test_the_self_scan_and_the_role_lead_here_with_what_they_found(page: Page, address: str) -> None:
    page.goto(f"{address}/zelfscan.html?rol=wijkcoach")
    page.locator("[data-rol=wijkcoach] input[type=radio]").first.check()
    competentie = page.locator("[data-rol=wijkcoach] [data-competentie]").first.text_content()
    page.get_by_role("link", name="Maak hier een leerpad van").click()
    expect(page.get_by_label("Rol", exact=True)).to_have_value("wijkcoach")
    expect(page.locator(".sl-vink:has(:checked)")).to_have_text([str(competentie)])
    page.goto(f"{address}/rollen/{ROL}.html")
    page.get_by_role("link", name="Stel voor deze overstap een leerpad samen").click()
    expect(page.get_by_label("Rol", exact=True)).to_have_value(ROL)


def test_every_transition_leads_here_with_the_competencies_it_asks(page: Page, address: str, kb: KnowledgeBase) -> None:
    for overstap in kb.all(Rol)["wijkcoach"].overstappen:
        page.goto(f"{address}/rollen/wijkcoach.html")
        names = sorted((kb.all(Competentie)[id_].naam for id_ in overstap.competenties), key=str.casefold)
        part = page.locator("section.overstap").filter(has_text=f"van {overstap.van}")
        for name in names:
            expect(part.get_by_role("link", name=name.lower(), exact=True)).to_be_visible()
        part.get_by_role("link", name="Stel voor deze overstap een leerpad samen").click()
        expect(page.get_by_label("Rol", exact=True)).to_have_value("wijkcoach")
        assert sorted(page.locator(".sl-vink:has(:checked)").all_inner_texts(), key=str.casefold) == names
        page.get_by_role("button", name="Begin", exact=True).click()
        expect(page.locator(".sl-telling")).to_contain_text(f"0 van {len(names)} leeruitkomsten")


def test_searching_finds_what_a_trainer_means(page: Page, address: str, kb: KnowledgeBase) -> None:
    _begin(page, address)
    field, names = page.get_by_label("Woord, vraag of situatie"), page.locator(f"{GEVONDEN} li > div > a")
    for words, name in (("schuldhulp", "Schulden en inkomen"), ("eenzame oudere", "Eenzaamheid en sociaal isolement")):
        field.fill(words)
        expect(names.filter(has_text=name)).to_be_visible()
    field.fill("gesprek")
    page.get_by_label("Soort", exact=True).select_option("dilemmas")
    expect(names.first).to_be_visible()
    assert set(names.all_text_contents()) <= {dilemma.naam for dilemma in kb.all(Dilemma).values()}
    field.fill("qqqq")
    expect(page.locator(".sl-zoek [role=status]")).to_have_text("Niets gevonden. ‘qqqq’ komt nergens voor")


def test_where_searching_fails_everything_can_still_be_found(page: Page, address: str, kb: KnowledgeBase) -> None:
    page.route("**/zoeken/deel/**", lambda route: route.abort())
    _begin(page, address)
    page.get_by_label("Woord, vraag of situatie").fill("luisteren")
    expect(page.locator(".sl-zoek [role=status]")).to_contain_text("Zoeken lukt nu niet")
    page.get_by_label("Woord, vraag of situatie").fill("")
    page.get_by_label("Soort", exact=True).select_option("dilemmas")
    page.get_by_role("button", name=f"Toon alle {len(kb.all(Dilemma))}").click()
    expect(page.locator(".sl-gevonden li")).to_have_count(len(kb.all(Dilemma)))


def test_what_is_open_is_filled_from_the_list(page: Page, address: str) -> None:
    _begin(page, address)
    expect(page.locator(".sl-telling")).to_contain_text("0 van 1 leeruitkomsten")
    page.locator('[data-f="gat-competenties/luisteren"]').click()
    page.get_by_role("button", name="Voeg toe: Luisteren", exact=True).click()
    expect(page.locator(".sl-telling")).to_contain_text("1 van 1 leeruitkomsten")
    expect(page.locator('[data-f="gat-competenties/luisteren"]')).to_have_count(0)
    assert page.evaluate("document.activeElement.closest('.sl-gaten') !== null")


def test_dragging_moves_an_activity(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 1400})
    _begin(page, address)
    for word in ("Luisteren", "Signaleren"):
        _add(page, word)
    one, two = _names(page)[0]
    page.locator(".sl-greep").first.drag_to(page.locator(".sl-leeg"))
    expect(page.locator(".sl-onderdelen[data-s='1'] .sl-naam")).to_have_text([one])
    page.locator(".sl-greep").first.drag_to(
        page.locator(".sl-onderdelen[data-s='1'] .sl-onderdeel"), target_position={"x": 100, "y": 4}
    )
    expect(page.locator(".sl-onderdelen[data-s='1'] .sl-naam")).to_have_text([two, one])


# --- Taking it along ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", ["kennismaking-voor-beleid", VOL, "van-specialist-naar-generalist"])
def test_participants_see_nothing_of_the_teachers(page: Page, address: str, kb: KnowledgeBase, id_: str) -> None:
    _open(page, address, f"?leerpad={id_}")
    hidden = [_flat(text) for _, text in docentteksten(kb.all(Leerpad)[id_])]
    for knop in ("Word", "Tekst (Markdown)", "Excel"):
        shown = _text_of(_download(page, knop))
        assert _flat(kb.all(Leerpad)[id_].sessies[0].naam) in shown
        assert not [text for text in hidden if text in shown], knop
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = _flat(str(page.locator(".sl-druk").text_content()))
    assert not [text for text in hidden if text in printed]
    page.get_by_label("Versie").select_option("docent")
    teachers = _text_of(_download(page, "Word"))
    assert not [text for text in hidden if text not in teachers]


def test_the_paper_version_is_the_document(page: Page, address: str) -> None:
    _open(page, address, f"?leerpad={VOL}")
    page.get_by_role("button", name="Afdrukken").wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = page.locator(".sl-druk")
    expect(paper).to_contain_text("6 bijeenkomsten, samen 21 uur, en 7 uur opdrachten ertussen: 28 uur")
    expect(paper).to_contain_text("Opdracht, 3 uur buiten de bijeenkomst: Loop drie keer een uur door je buurt")
    page.emulate_media(media="print")
    expect(paper).to_be_visible()
    expect(page.locator(".sl-balk, .sl-blad, h1").locator("visible=true")).to_have_count(0)


def _flat(text: str) -> str:
    return "".join(re.findall(r"\w+", text))


def _text_of(path: Path) -> str:
    """All words of a file, whatever its form."""
    data = path.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return _flat(data.decode())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        texts = [package.read(name).decode() for name in package.namelist() if name.endswith(".xml")]
    return _flat(html.unescape(re.sub(r"<[^>]*>", " ", " ".join(texts))))


def test_sessions_with_a_day_go_into_a_calendar(page: Page, address: str) -> None:
    _begin(page, address)
    expect(page.get_by_role("button", name="Agenda (.ics)")).to_be_hidden()
    page.get_by_label("Dag").first.fill("2027-01-21")
    page.get_by_label("Begint om").first.fill("22:30")
    page.get_by_label("Dag").last.fill("2027-01-28")
    page.get_by_label("Naam", exact=True).first.fill("Wie, wat; waar " + "é" * 60)
    text = _download(page, "Agenda (.ics)").read_bytes()
    lines = text.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    unfolded = text.decode().replace("\r\n ", "")
    assert unfolded.count("BEGIN:VEVENT") == 2
    assert "DTSTART:20270121T223000\r\nDTEND:20270122T020000" in unfolded
    assert "DTSTART;VALUE=DATE:20270128" in unfolded
    numbers = re.findall(r"UID:\S+", unfolded)
    page.get_by_label("Dag").last.fill("2027-02-04")
    assert re.findall(r"UID:\S+", _download(page, "Agenda (.ics)").read_text()) == numbers  # moved, not doubled
    assert "Wie\\, wat\\; waar " + "é" * 60 in unfolded


# --- Every reader ----------------------------------------------------------------------------------------------


def test_without_scripts_there_is_a_way_on(chromium: Browser, address: str, kb: KnowledgeBase) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/samenstellen.html")
    expect(page.locator(".sl-zonder .lijst a")).to_have_text([leerpad.naam for leerpad in kb.all(Leerpad).values()])
    expect(page.locator(".samenstellen")).to_be_hidden()
    context.close()


def test_works_from_an_unpacked_folder(page: Page, site: Path) -> None:
    page.goto(f"file://{site}/samenstellen.html?leerpad={VOL}")
    expect(page.locator(".sl-bijeenkomst")).to_have_count(6)
    page.reload()
    expect(page.locator(".sl-bijeenkomst")).to_have_count(6)
    _add(page, "Luisteren")
    assert _download(page, "Word").stat().st_size > 10_000


WIDTHS = pytest.mark.parametrize(("width", "scheme"), [(1280, "default"), (320, "slate")])


def _seen(page: Page, width: int, scheme: str) -> None:
    """The page as somebody sees it at this width, in this colour scheme."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.evaluate("name => { document.body.dataset.mdColorScheme = name }", scheme)


def _nothing_against(page: Page, width: int) -> None:
    assert axe(page, "main") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@WIDTHS
def test_axe_finds_nothing_in_any_state(page: Page, address: str, width: int, scheme: str) -> None:
    _open(page, address, "?verschuivingen=aanbod-vraag")
    _seen(page, width, scheme)
    _nothing_against(page, width)
    page.get_by_role("button", name="Begin met een kopie van Startende sociaal makelaar").click()
    page.locator(".sl-open").nth(1).click()
    page.get_by_label("Woord, vraag of situatie").fill("luisteren")
    expect(page.locator(f"{GEVONDEN} li").first).to_be_visible()
    page.locator(".sl-gaten summary").first.click()
    page.get_by_label("Minuten").first.fill("10")
    page.get_by_text(re.compile(r"Nog één ding te doen")).click()
    page.get_by_role("button", name="Kopieer adres").click()
    page.evaluate("localStorage.clear(); dispatchEvent(new StorageEvent('storage', {key: null}))")
    expect(page.locator(BOTST)).to_be_visible()
    _nothing_against(page, width)


@WIDTHS
def test_axe_finds_nothing_where_somebody_shared_a_curriculum(
    page: Page, address: str, width: int, scheme: str
) -> None:
    _open(page, address, f"?leerpad={VOL}")
    page.get_by_role("button", name="Kopieer adres").click()
    shared = page.get_by_label("Adres van dit leerpad")
    expect(shared).to_have_value(re.compile("#leerpad="))
    page.goto(shared.input_value())
    page.reload()
    expect(page.get_by_role("heading", name="Iemand deelde een leerpad")).to_be_visible()
    _seen(page, width, scheme)
    _nothing_against(page, width)


@WIDTHS
def test_axe_finds_nothing_where_nothing_is_kept(page: Page, address: str, width: int, scheme: str) -> None:
    page.add_init_script(CLOSED)
    _begin(page, address)
    _seen(page, width, scheme)
    expect(page.locator(".sl-bewaard")).to_contain_text("Deze browser bewaart niets")
    _nothing_against(page, width)
    page.get_by_role("button", name="Alle leerpaden").click()
    expect(page.locator("#samenstellen")).to_contain_text("dit is weg als je de bladzijde sluit")
    _nothing_against(page, width)
