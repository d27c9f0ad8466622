"""Putting a curriculum together: the rule of the command line, nothing lost, and a file that the check accepts as it is."""

import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from conftest import ROOT
from handboek.checking import Checked, checked
from handboek.findings import Severity
from handboek.house_form import house_form
from handboek.knowledge import KnowledgeBase
from handboek.leerpaden.dekking import bereken
from handboek.leerpaden.kennis import Kennis, heel_handboek, vraagt
from handboek.leerpaden.klok import kloktijd, tijdvakken, uren
from handboek.models.leerpad import Leerpad
from handboek.reading.nodes import plain
from handboek.reading.reader import read
from test_leerpad import _plans as plans

ROL = "sociaal-makelaar"
ID = "proef"
VOL = "startende-sociaal-makelaar"


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
    assert result.root is not None
    found: Any = plain(result.root)
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
