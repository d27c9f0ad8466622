"""What trainers take along: material of items and curricula in two versions; participants never get the teacher's text."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import docx
import openpyxl
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn
from docx.shared import Cm
from markupsafe import Markup
from playwright.sync_api import Page, expect

from axe_core import axe
from conftest import ROOT
from handboek.cli import cli
from handboek.kinds import KINDS
from handboek.knowledge import Key, KnowledgeBase
from handboek.leerpaden.bestanden import KLAAR, bestand
from handboek.leerpaden.klok import kloktijd, tijdvakken
from handboek.leerpaden.versies import docentteksten, docentvelden, voor_deelnemers
from handboek.lesmateriaal.boek import Versie
from handboek.lesmateriaal.items import MAKERS, materiaal, materiaal_path
from handboek.lesmateriaal.materiaal import LETTERS, Blad, Materiaal
from handboek.lesmateriaal.opbouw import gebruikt
from handboek.lesmateriaal.vormen import VORMEN
from handboek.models.basis import Uitspraak
from handboek.models.leerpad import Leerpad
from handboek.models.verschuiving import Verschuiving
from handboek.prose import plain_text
from handboek.uitvoer.tekens import md
from handboek.walk import parts

EERSTE = "startende-sociaal-makelaar"


def _alles(kb: KnowledgeBase) -> Iterator[Materiaal]:
    for kind, maker in MAKERS.items():
        yield from (maker(kb, id_) for id_ in kb.all(KINDS[kind]))


def _geheim(les: Materiaal) -> list[str]:
    """What only the teacher sees of a piece of material."""
    stappen = [stap.docent for stap in les.stappen if stap.docent]
    return [*stappen, *(plain_text(regel.tekst) for blad in les.docent or () for regel in blad.regels)]


def _zichtbaar(les: Materiaal) -> str:
    """Everything in words that a piece of material holds."""
    found = []
    for _, part in parts(les):
        found += [value for value in part.__dict__.values() if isinstance(value, str)]
    return "\n".join(plain_text(text) for text in found)


def _uitvoer(kb: KnowledgeBase, id_: str, versie: Versie, vorm: str) -> str:
    """The words of a file as a reader of it sees them; of Word and Excel also everything hidden in the package."""
    data = VORMEN[vorm](kb, id_, versie)
    if vorm == "html":
        return Markup(data.decode()).unescape()
    if vorm == "md":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        delen = [pakket.read(naam).decode(errors="ignore") for naam in pakket.namelist()]
    return Markup("\n".join(delen)).unescape()


# --- Material of items --------------------------------------------------------------------------------


def test_each_dilemma_case_and_shift_yields_material_that_names_its_item(kb: KnowledgeBase) -> None:
    for kind in ("dilemma", "praktijkvoorbeeld", "verschuiving"):
        for id_, item in kb.all(KINDS[kind]).items():
            les = materiaal(kb, Key(kind, id_))
            assert les is not None
            assert item.naam in les.naam
            assert les.tijd == sum(stap.minuten for stap in les.stappen)
            assert len(les.wie) >= 3
            assert les.docent
    assert materiaal(kb, Key("methode", "schaalvraag")) is None


def test_what_an_item_says_keeps_its_sources(kb: KnowledgeBase) -> None:
    les = MAKERS["dilemma"](kb, "groepen-loslaten")
    tekst, bronnen = next(
        (regel.tekst, {str(plek) for plek in regel.bron or ()})
        for regel in (les.later.regels if les.later else ())
        if "grotere" in regel.tekst or "groters" in regel.tekst
    )
    assert "De prijs: De groep kan opgaan in iets groters" in tekst
    assert bronnen == {"movisie-2012 §8.2.1", "redactie"}
    for les in _alles(kb):
        for _, part in parts(les):
            assert not isinstance(part, Uitspraak) or part.bron, f"{les.naam}: {part}"


def test_the_answers_to_the_sorting_are_right(kb: KnowledgeBase) -> None:
    for id_, item in kb.all(Verschuiving).items():
        les = MAKERS["verschuiving"](kb, id_)
        sorteren = next((blad for blad in les.lezen if blad.vorm == "letters"), None)
        antwoorden = next((blad for blad in les.docent or () if blad.kop.startswith("Antwoorden")), None)
        assert sorteren
        assert antwoorden
        for kant, regel in zip(("van", "naar"), antwoorden.regels, strict=True):
            letters = [woord.strip(".,") for woord in regel.tekst.split() if woord.strip(".,") in LETTERS]
            gedrag = getattr(item.herkennen, kant)
            assert {sorteren.regels[LETTERS.index(letter)].tekst for letter in letters} == {u.tekst for u in gedrag}


def test_participants_material_holds_nothing_for_the_teacher(kb: KnowledgeBase) -> None:
    assert docentvelden(Materiaal) == {"docent"}
    for les in _alles(kb):
        geheim, zichtbaar = _geheim(les), _zichtbaar(voor_deelnemers(les))
        assert geheim
        for tekst in geheim:
            assert tekst not in zichtbaar, f"{les.naam}: {tekst}"


# --- Curricula ----------------------------------------------------------------------------------------


def test_no_teachers_text_in_any_participants_file(kb: KnowledgeBase) -> None:
    namen = {item.naam for _, item in kb.items()}  # the name of an item is no secret: an activity may use it
    for id_, pad in kb.all(Leerpad).items():
        lessen = [materiaal(kb, key) for key in _keys(pad)]
        geheim = [plain_text(tekst) for _, tekst in docentteksten(pad)]
        geheim += [tekst for les in lessen if les for tekst in _geheim(les) if tekst not in namen]
        assert len(geheim) > 20
        for vorm in VORMEN:
            gezien = _uitvoer(kb, id_, "deelnemer", vorm)
            for tekst in geheim:
                assert (md(tekst) if vorm == "md" else tekst) not in gezien, f"{id_} {vorm}: {tekst}"


def _keys(pad: Leerpad) -> list[Key]:
    folders = {KINDS[kind].folder.rpartition("/")[2]: kind for kind in KINDS}
    return [Key(folders[adres.partition("/")[0]], adres.partition("/")[2]) for adres in gebruikt(pad)]


@pytest.mark.parametrize("vorm", ["docx", "html", "md"])
def test_the_teachers_file_has_all_that_is_for_the_teacher(kb: KnowledgeBase, vorm: str) -> None:
    pad = kb.all(Leerpad)[EERSTE]
    gezien = _uitvoer(kb, EERSTE, "docent", vorm)
    for _, tekst in docentteksten(pad):
        assert (md(plain_text(tekst)) if vorm == "md" else plain_text(tekst)) in gezien
    for _, part in parts(MAKERS["dilemma"](kb, "groepen-loslaten")):
        if isinstance(part, Blad):
            assert (md(part.regels[0].tekst) if vorm == "md" else plain_text(part.regels[0].tekst)) in gezien


def test_word_has_heads_tables_that_repeat_their_head_and_page_numbers(kb: KnowledgeBase) -> None:
    doc = docx.Document(io.BytesIO(VORMEN["docx"](kb, EERSTE, "docent")))
    pad = kb.all(Leerpad)[EERSTE]
    koppen = [alinea.text for alinea in doc.paragraphs if alinea.style and alinea.style.name == "Heading 1"]
    assert [kop for kop in koppen if kop.startswith("Bijeenkomst")] == [
        f"Bijeenkomst {n}. {sessie.naam} (3 uur 30)" for n, sessie in enumerate(pad.sessies, 1)
    ]
    assert koppen[-1] == "Bronnen"
    assert len(doc.tables) == len(pad.sessies) + 1
    for tabel in doc.tables:
        assert tabel.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    blad = doc.sections[0]
    assert (round(blad.page_width or 0, -4), round(blad.page_height or 0, -4)) == (
        round(Cm(21), -4),
        round(Cm(29.7), -4),
    )
    assert "PAGE" in blad.footer._element.xml
    nummers = {rij for tabel in doc.tables[:-1] for rij in [tabel.rows[1].cells[1].text]}
    assert nummers == {sessie.activiteiten[0].naam for sessie in pad.sessies}


def test_excel_has_the_clock_of_every_activity(kb: KnowledgeBase) -> None:
    pad = kb.all(Leerpad)[EERSTE]
    for versie, kolommen in (("deelnemer", 12), ("docent", 14)):
        rooster = openpyxl.load_workbook(io.BytesIO(VORMEN["xlsx"](kb, EERSTE, versie)))["Rooster"]  # type: ignore[arg-type]
        rijen = list(rooster.iter_rows(min_row=2, values_only=True))
        vakken = [(sessie, vak) for sessie in pad.sessies for vak in tijdvakken(sessie)]
        assert rooster.max_column == kolommen
        assert rooster.print_title_rows == "$1:$1"
        for rij, (sessie, vak) in zip(rijen, vakken, strict=True):
            assert rij[2:5] == (kloktijd(sessie, vak.begin), kloktijd(sessie, vak.eind), vak.activiteit.naam)
            assert rij[6:9] == (vak.activiteit.uitleg or 0, vak.activiteit.oefenen or 0, vak.pauze)


def test_html_is_one_page_without_scripts_or_anything_from_elsewhere(kb: KnowledgeBase, page: Page) -> None:
    html = VORMEN["html"](kb, EERSTE, "deelnemer").decode()
    assert "<script" not in html
    assert "src=" not in html
    assert "url(" not in html
    assert "@import" not in html
    page.set_viewport_size({"width": 320, "height": 700})
    page.set_content(html)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe(page) == []


def test_the_same_content_gives_the_same_bytes(kb: KnowledgeBase) -> None:
    for vorm, maken in VORMEN.items():
        assert maken(kb, "kennismaking-voor-beleid", "docent") == maken(kb, "kennismaking-voor-beleid", "docent"), vorm


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is hier niet: niets om mee te openen")
def test_libreoffice_opens_word_and_excel(kb: KnowledgeBase, tmp_path: Path) -> None:
    files = []
    for vorm in KLAAR:
        files.append(tmp_path / f"pad-{vorm}.{vorm}")
        files[-1].write_bytes(VORMEN[vorm](kb, "kennismaking-voor-beleid", "docent"))
    home = f"-env:UserInstallation=file://{tmp_path / 'home'}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=240,
    )
    for file in files:
        assert file.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


# --- Command line and site ------------------------------------------------------------------------------


def test_the_command_writes_both_versions_and_says_what_it_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    run = CliRunner().invoke
    teksten = {
        v: run(cli, ["leerpad", "export", EERSTE, "--format", "md", "--version", v]).output for v in get_args(Versie)
    }
    assert "versie voor de docent" in teksten["docent"]
    assert "**Docent.**" in teksten["docent"]
    assert "versie voor deelnemers" in teksten["deelnemer"]
    assert "Docent" not in teksten["deelnemer"]
    out = tmp_path / "pad.docx"
    assert run(cli, ["leerpad", "export", EERSTE, "--uit", str(out)]).exit_code == 0
    assert out.stat().st_size > 10_000
    zonder = run(cli, ["leerpad", "export", EERSTE])
    assert zonder.exit_code == 2
    assert "noem een bestand met --uit" in zonder.output
    fout = run(cli, ["leerpad", "export", "startende-makelaar", "--format", "md"])
    assert fout.exit_code == 2
    assert "is geen leerpad" in fout.output
    assert EERSTE in fout.output


def test_the_files_lie_ready_and_the_curriculum_leads_to_them(
    site: Path, kb: KnowledgeBase, page: Page, address: str
) -> None:
    for id_ in kb.all(Leerpad):
        for versie in get_args(Versie):
            for vorm in KLAAR:
                assert (site / bestand(id_, versie, vorm)).read_bytes() == VORMEN[vorm](kb, id_, versie)
    page.goto(f"{address}/leerpaden/{EERSTE}.html")
    with page.expect_download() as gehaald:
        page.get_by_role("link", name="Word, voor deelnemers").click()
    assert gehaald.value.suggested_filename == f"{EERSTE}-deelnemer.docx"


def test_a_printed_curriculum_holds_the_teachers_text_only_where_it_was_opened(page: Page, address: str) -> None:
    page.goto(f"{address}/leerpaden/{EERSTE}.html")
    folds = page.locator("details.docent")
    for media in ("print", "screen", "print"):
        page.emulate_media(media=media)  # type: ignore[arg-type]
        page.evaluate("media => dispatchEvent(new Event(media === 'print' ? 'beforeprint' : 'afterprint'))", media)
        expect(folds.first).to_be_visible(visible=media == "screen")
    page.emulate_media(media="screen")
    folds.first.locator("summary").click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(folds.first.locator("p").first).to_be_visible()
    expect(folds.locator("visible=true")).to_have_count(1)


def test_a_page_of_material_shows_the_teachers_part_at_its_own_address_only(page: Page, address: str) -> None:
    key = Key("verschuiving", "vasthouden-loslaten")
    page.goto(f"{address}/verschuivingen/vasthouden-loslaten.html")
    page.get_by_role("link", name="Oefening: Van vasthouden naar loslaten").click()
    assert page.url.endswith(materiaal_path(key))
    for media in ("print", "screen"):
        page.emulate_media(media=media)  # type: ignore[arg-type]
        assert page.get_by_text("Antwoorden bij het sorteren").is_hidden()
    assert axe(page) == []
    page.get_by_role("link", name="Toon wat alleen voor de docent is").click()
    for media in ("print", "screen"):
        page.emulate_media(media=media)  # type: ignore[arg-type]
        assert page.get_by_text("Antwoorden bij het sorteren").is_visible()
    assert axe(page) == []
