"""Taking a comparison along from the browser: the same files as the command line makes, and office programs open them."""

import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Browser, Page, expect

from axe_core import axe
from conftest import ROOT, served
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.interventie import Interventie
from handboek.models.rol import Rol
from handboek.vergelijken.nota import Nota
from handboek.vergelijken.vergelijk import compare
from handboek.vergelijken.vormen import VORMEN
from handboek.vergelijken.waarde import Groep, Kolom, Regel, Rij, Vergelijking
from test_vergelijken import DAG, DRIE, LEZERS, cellen_van, open_in_libreoffice

SCRIPTS = ("kern.js", "tekst.js", "word.js", "excel.js", "nota.js", "vergelijking.js")
KNOPPEN = {"Word": "docx", "Excel": "xlsx", "CSV": "csv", "Tekst (Markdown)": "md"}
ROLLEN = ("frontlijnwerker", "wijkcoach")
PAGINA = (
    '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Proef</title>'
    '<link rel="stylesheet" href="assets/stijl.css"><link rel="stylesheet" href="assets/uitvoer/uitvoer.css">'
    '<body data-md-color-scheme="default"><main class="md-typeset"><h1>Proef</h1><div data-uitvoer></div></main>'
    + "".join(f'<script defer src="assets/uitvoer/{naam}"></script>' for naam in SCRIPTS)
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page that has a comparison to take along."""
    made = tmp_path_factory.mktemp("uitvoer")
    (made / "index.html").write_text(PAGINA, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", made / "assets")
    return made


@pytest.fixture(scope="module")
def tab(chromium: Browser, folder: Path) -> Iterator[Page]:
    """That page, opened from a server."""
    context = chromium.new_context(locale="nl-NL")
    with served(folder) as address:
        page = context.new_page()
        page.goto(f"{address}/index.html")
        yield page
    context.close()


def _vergelijk(page: Page, nota: Nota) -> None:
    """What the compare page does whenever its table changes."""
    page.evaluate(
        "nota => document.dispatchEvent(new CustomEvent('handboek:vergelijking', {detail: {nota}}))",
        json.loads(VORMEN["json"](nota)),
    )


def _neem_mee(page: Page, knop: str) -> tuple[str, bytes]:
    """The name and the content of what a button gives."""
    with page.expect_download() as wacht:
        page.get_by_role("button", name=knop, exact=True).click()
    return wacht.value.suggested_filename, Path(wacht.value.path()).read_bytes()


@pytest.fixture(scope="module")
def nota(kb: KnowledgeBase) -> Nota:
    """Three approaches on a fixed day."""
    return Nota(compare(kb, DRIE), DAG, "https://voorbeeld.nl/handboek/")


@pytest.fixture(scope="module")
def bestanden(tab: Page, nota: Nota) -> dict[str, bytes]:
    """Leeuwarden, Arnhem and Enschede in every form that the browser makes."""
    _vergelijk(tab, nota)
    return {vorm: _neem_mee(tab, knop)[1] for knop, vorm in KNOPPEN.items()}


# --- The same content ------------------------------------------------------------------------------


@pytest.mark.parametrize("vorm", ["md", "csv"])
def test_text_is_byte_for_byte_that_of_the_command(bestanden: dict[str, bytes], nota: Nota, vorm: str) -> None:
    assert bestanden[vorm] == VORMEN[vorm](nota)


@pytest.mark.parametrize("vorm", KNOPPEN.values())
def test_three_places_carry_every_cell(bestanden: dict[str, bytes], nota: Nota, vorm: str) -> None:
    assert LEZERS[vorm](bestanden[vorm]) == cellen_van(nota)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_selection_carries_every_cell(kb: KnowledgeBase, tab: Page, data: st.DataObject) -> None:
    soort, model = data.draw(st.sampled_from([("interventie", Interventie), ("rol", Rol)]))
    ids = data.draw(st.lists(st.sampled_from(sorted(kb.all(model))), min_size=2, max_size=4, unique=True))
    nota = Nota(compare(kb, ids, soort), DAG)
    _vergelijk(tab, nota)
    for knop, vorm in KNOPPEN.items():
        naam, data_ = _neem_mee(tab, knop)
        assert re.fullmatch(rf"vergelijking-[a-z0-9-]+\.{vorm}", naam)
        assert LEZERS[vorm](data_) == cellen_van(nota), vorm


def _alineas(doc: Document) -> list[tuple[str, str]]:
    """Every paragraph outside the tables with the name of its style."""
    return [(p.style.name if p.style and p.style.name else "", p.text) for p in doc.paragraphs]


def test_word_says_the_same_around_the_tables(bestanden: dict[str, bytes], nota: Nota) -> None:
    hier, daar = (docx.Document(io.BytesIO(data)) for data in (bestanden["docx"], VORMEN["docx"](nota)))
    assert _alineas(hier) == _alineas(daar)
    for een, ander in zip(hier.tables, daar.tables, strict=True):
        assert [cel.text for cel in een.rows[0].cells] == [cel.text for cel in ander.rows[0].cells]
        assert een.rows[0]._tr.trPr is not None
        assert een.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    blad, ander_blad = hier.sections[0], daar.sections[0]
    assert blad.orientation == ander_blad.orientation
    assert blad.page_width
    assert blad.page_height
    assert (round(blad.page_width.cm, 1), round(blad.page_height.cm, 1)) == (29.7, 21.0)
    assert hier.core_properties.title == nota.titel
    assert {taal.get(qn("w:val")) for taal in hier.styles.element.iter(qn("w:lang"))} == {"nl-NL"}


def _opmaak(blad: Worksheet) -> tuple[object, ...]:
    """How a sheet looks and prints."""
    breedtes = [blad.column_dimensions[letter].width for letter in "ABCDE"[: blad.max_column]]
    hoogtes = [blad.row_dimensions[rij].height for rij in range(1, blad.max_row + 1)]
    vorm, rand = blad.page_setup, blad.page_margins
    passend = blad.sheet_properties.pageSetUpPr.fitToPage
    samen = sorted(str(bereik) for bereik in blad.merged_cells.ranges)
    papier = (vorm.orientation, int(vorm.paperSize), int(vorm.fitToHeight), passend, rand.left, rand.bottom)
    return blad.freeze_panes, blad.print_title_rows, papier, blad.oddFooter.right.text, samen, breedtes, hoogtes


def test_excel_has_the_same_sheets(bestanden: dict[str, bytes], nota: Nota) -> None:
    hier, daar = (openpyxl.load_workbook(io.BytesIO(data)) for data in (bestanden["xlsx"], VORMEN["xlsx"](nota)))
    assert hier.sheetnames == daar.sheetnames == ["Vergelijking", "Bronnen"]
    for een, ander in zip(hier, daar, strict=True):
        waarden = [[[cel or None for cel in rij] for rij in blad.values] for blad in (een, ander)]
        assert waarden[0] == waarden[1]
        assert _opmaak(een) == _opmaak(ander)
        gevuld = [cel for rij in een.iter_rows() for cel in rij if cel.value is not None]
        assert all(cel.alignment.wrap_text and cel.alignment.vertical == "top" for cel in gevuld)
    assert hier.properties.title == nota.titel


def test_no_cell_runs_as_a_formula(tab: Page) -> None:
    gevaarlijk = ["=1+1", "+31 6", "-5 graden", "@SUM(A1)", '=HYPERLINK(“x”) | a;b "c"', "<b>&amp;</b>"]
    kolom = Kolom(Key("rol", "x"), "=naam" * 40, "=plaats")
    rijen = tuple(Rij(tekst, ((Regel(tekst),), (Regel("gewoon"), Regel(tekst)))) for tekst in gevaarlijk)
    nota = Nota(Vergelijking((kolom, kolom), (Groep("=groep", rijen),)), DAG)
    _vergelijk(tab, nota)
    for knop, vorm in KNOPPEN.items():
        data = _neem_mee(tab, knop)[1]
        assert LEZERS[vorm](data) == LEZERS[vorm](VORMEN[vorm](nota)), vorm
        if vorm == "csv":
            assert data == VORMEN["csv"](nota)
        if vorm == "xlsx":
            assert not [
                c
                for blad in openpyxl.load_workbook(io.BytesIO(data))
                for rij in blad
                for c in rij
                if c.data_type == "f"
            ]


@pytest.mark.parametrize("vorm", ["docx", "xlsx"])
def test_office_files_are_whole(bestanden: dict[str, bytes], vorm: str) -> None:
    with zipfile.ZipFile(io.BytesIO(bestanden[vorm])) as pakket:
        assert pakket.testzip() is None


@pytest.mark.parametrize("vorm", ["docx", "xlsx"])
def test_libreoffice_opens_it(bestanden: dict[str, bytes], vorm: str, tmp_path: Path) -> None:
    assert open_in_libreoffice(bestanden[vorm], vorm, tmp_path).startswith(b"%PDF-")


# --- The buttons -----------------------------------------------------------------------------------


def test_it_works_from_an_unpacked_folder(chromium: Browser, folder: Path, nota: Nota) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    _vergelijk(page, nota)
    for knop, vorm in KNOPPEN.items():
        assert LEZERS[vorm](_neem_mee(page, knop)[1]) == cellen_van(nota)
    context.close()


def test_what_is_large_comes_when_it_is_asked_for(page: Page, folder: Path, nota: Nota) -> None:
    gehaald: list[str] = []
    page.on("request", lambda verzoek: gehaald.append(verzoek.url))
    with served(folder) as address:
        page.goto(f"{address}/index.html")
        expect(page.get_by_role("button")).to_have_count(0)
        _vergelijk(page, nota)
        expect(page.get_by_role("button")).to_have_text([*KNOPPEN, "Afdrukken"])
        _neem_mee(page, "CSV")
        assert not [url for url in gehaald if "/derden/" in url]
        for _ in range(2):
            _neem_mee(page, "Excel")
        assert [url.rpartition("/")[2] for url in gehaald if "/derden/" in url] == ["write-excel-file.js"]
        assert all(url.startswith((address, "blob:")) for url in gehaald)


def test_a_file_that_does_not_come_is_said_and_can_be_tried_again(page: Page, folder: Path, nota: Nota) -> None:
    with served(folder) as address:
        page.goto(f"{address}/index.html")
        _vergelijk(page, nota)
        page.route("**/derden/*.js", lambda route: route.abort())
        page.get_by_role("button", name="Word").click()
        expect(page.get_by_role("status")).to_contain_text("lukte niet")
        page.unroute("**/derden/*.js")
        naam, _ = _neem_mee(page, "Word")
        expect(page.get_by_role("status")).to_have_text(f"Gemaakt: {naam}")


def test_the_newest_comparison_is_taken_along(tab: Page, kb: KnowledgeBase, nota: Nota) -> None:
    _vergelijk(tab, nota)
    nieuw = Nota(compare(kb, DRIE[:2]), DAG)
    _vergelijk(tab, nieuw)
    assert _neem_mee(tab, "Tekst (Markdown)")[1] == VORMEN["md"](nieuw)


@pytest.mark.parametrize(("soort", "vraag", "ids"), [("interventie", "aanpak", DRIE), ("rol", "rol", ROLLEN)])
def test_the_compare_page_gives_what_it_shows(
    page: Page, address: str, kb: KnowledgeBase, soort: str, vraag: str, ids: tuple[str, ...]
) -> None:
    page.goto(f"{address}/vergelijken/index.html?{vraag}={','.join(ids)}")
    verwacht = cellen_van(Nota(compare(kb, ids, soort), DAG))
    for knop, vorm in KNOPPEN.items():
        assert LEZERS[vorm](_neem_mee(page, knop)[1]) == verwacht, vorm


def test_the_buttons_are_accessible(tab: Page, nota: Nota) -> None:
    _vergelijk(tab, nota)
    for breed in (1280, 320):
        tab.set_viewport_size({"width": breed, "height": 740})
        assert axe(tab, "[data-uitvoer]") == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= breed
    tab.get_by_role("button", name="Excel").focus()
    with tab.expect_download():
        tab.keyboard.press("Enter")
    tab.evaluate("window.print = () => { window.gedrukt = true; }")
    tab.get_by_role("button", name="Afdrukken").press("Space")
    assert tab.evaluate("window.gedrukt")
