"""Searching: records, stems and index are the same on both sides, and questions find what they should."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Request, expect
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT, VOORBEELD, served
from handboek.addresses import item_path
from handboek.engines import mkdocs_engine
from handboek.knowledge import Key, KnowledgeBase
from handboek.leerpaden.versies import docentteksten
from handboek.loading import load
from handboek.models.leerpad import Leerpad
from handboek.pages.render import render_all
from handboek.prose import plain_text
from handboek.zoeken import index
from handboek.zoeken.codering import list_bits, signs
from handboek.zoeken.elders import RECORDS_FILE, SettingsError, elsewhere, records_text
from handboek.zoeken.kwaliteit import BARS, ENGINE, answers, engine_page, read_questions, score
from handboek.zoeken.records import PAGINA, Record, Section, hub_records, item_records
from handboek.zoeken.taal import DATA, STOP, compound_parts, known_words, stem, words

SCRIPTS = ROOT / "docs" / "assets" / "zoeken"


@pytest.fixture(scope="module")
def records(kb: KnowledgeBase) -> list[Record]:
    """The records of the real content."""
    return [*item_records(kb, render_all(kb, "Handboek")), *hub_records()]


@pytest.fixture(scope="module")
def engine(chromium: Browser, kb: KnowledgeBase, records: list[Record]) -> Iterator[Page]:
    """A blank page with the engine over the real content in `motor`."""
    page = engine_page(chromium, SCRIPTS, index.index_files(kb, records))
    yield page
    page.close()


def _found(page: Page, question: str, **options: Any) -> Any:
    return page.evaluate("([vraag, opties]) => motor.zoek(vraag, opties)", [question, options])


def _paths(found: Any) -> list[str]:
    return [row["pad"].removesuffix(".html") for row in found["resultaten"]]


# --- Records ----------------------------------------------------------------------------------------


def test_every_item_is_a_record_and_every_section_is_on_its_page(
    kb: KnowledgeBase, records: list[Record], site: Path
) -> None:
    assert {record.path for record in records if record.kind != PAGINA} == {item_path(key) for key, _ in kb.items()}
    for record in records:
        page = LexborHTMLParser((site / record.path).read_text(encoding="utf-8"))
        for section in record.sections:
            assert not section.anchor or page.css_first(f'[id="{section.anchor}"]'), (record.path, section.anchor)


def test_the_text_of_a_section_stands_under_its_heading(records: list[Record], site: Path) -> None:
    lost = []
    for record in records:
        page = LexborHTMLParser((site / record.path).read_text(encoding="utf-8"))
        for section in record.sections:
            heading = page.css_first(f'h2[id="{section.anchor}"]') if section.anchor else None
            if heading:
                shown, node = [], heading.next
                while node is not None and node.tag != "h2":
                    shown.append(node.text(separator=" "))
                    node = node.next
                said = set(words(" ".join(shown)))
                lost += [(record.path, section.anchor, word) for word in set(words(section.text)) - said]
    assert len(lost) < 0.02 * sum(len(set(words(section.text))) for record in records for section in record.sections), (
        lost[:20]
    )


def test_pages_written_by_hand_are_records_too(site: Path) -> None:
    found = json.loads((site / "data" / "zoekrecords.json").read_text(encoding="utf-8"))
    over = next(record for record in found if record["path"] == "over.html")
    assert over["title"] == "Over dit handboek"
    assert len(over["sections"]) > 2


# --- Words: Python and the browser alike --------------------------------------------------------------


def test_stems_are_the_same_in_the_browser(engine: Page, records: list[Record]) -> None:
    texts = [" ".join((r.title, r.summary, *r.words, *(part.text for part in r.sections))) for r in records]
    every = sorted({word for text in texts for word in words(text)} | set(sorted(known_words())[::20]))
    assert len(every) > 7000
    assert engine.evaluate("words => words.map(motor.stam)", every) == [stem(word) for word in every]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(max_codepoint=0x17F), max_size=30), min_size=1, max_size=20))
def test_words_are_the_same_in_the_browser(engine: Page, texts: list[str]) -> None:
    theirs = engine.evaluate("texts => texts.map(text => motor.woorden(text))", texts)
    for text, found in zip(texts, theirs, strict=True):
        assert [
            part for word in found for part in ([word.replace("-", "")] if "-" in word else []) + word.split("-")
        ] == list(words(text))


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("huisbezoek", ("huis", "bezoek")),
        ("schuldhulpverlening", ("schuld", "hulp", "verlening")),
        ("gezinshulp", ("gezin", "hulp")),
        ("bewoner", ()),
        ("eenzaamheid", ()),
        ("ambtenaren", ()),  # amb-tenaar is no compound of ambt
        ("straathoekwerk", ("straat", "hoek", "werk")),
        ("groepschat", ("groep", "chat")),  # and not groep-schat
    ],
)
def test_compounds_fall_apart(compound: str, parts: tuple[str, ...]) -> None:
    assert compound_parts(compound, known_words()) == parts


def test_each_exception_takes_a_word_apart_otherwise_than_the_word_list() -> None:
    rows = [
        row.split() for row in (DATA / "samenstellingen.txt").read_text(encoding="utf-8").splitlines() if row[0] != "#"
    ]
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert all("".join(parts).startswith(word[:3]) for word, *parts in rows if parts)


# --- The index ----------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sets(st.integers(0, 5000)), min_size=3, max_size=3), st.integers(1, 6))
def test_postings_are_read_as_they_were_written(engine: Page, places: list[set[int]], copies: int) -> None:
    bits = "".join(list_bits(each, 5001) for _ in range(copies) for each in places)
    read = engine.evaluate(
        "([text, size, count]) => handboekMotor.leesPosten(text, [size, size, size], count)",
        [signs(bits), 5001, copies],
    )
    assert read == [[sorted(each) for each in places]] * copies


def test_the_index_says_where_every_word_stands(engine: Page, records: list[Record]) -> None:
    for record in records[::25]:
        title = " ".join(word for word in words(record.title))
        assert record.path.removesuffix(".html") in _paths(_found(engine, title))[:3], record.title


@pytest.mark.parametrize(
    "question", ["schulden", "de bewoner doet niet open", "hoe begin je een wijkteam", "eenzaamhied"]
)
def test_a_first_search_is_light(chromium: Browser, address: str, question: str) -> None:
    context = chromium.new_context(service_workers="block")  # which fetches the rest later, to read without a network
    page = context.new_page()
    page.goto(f"{address}/over.html", wait_until="load")
    loaded: dict[str, bytes] = {}
    page.on("requestfinished", lambda request: loaded.setdefault(request.url, _body(request)))
    page.keyboard.press("Control+k")
    page.keyboard.type(question)
    page.locator(".zoek-resultaat").first.wait_for()
    context.close()
    assert any("zoeken/deel/kern.js" in url for url in loaded)
    searched = {url: body for url, body in loaded.items() if "/zoeken/" in url}  # and not the page's own icon
    assert sum(len(gzip.compress(body, 9)) for body in searched.values()) <= 100_000


def _body(request: Request) -> bytes:
    response = request.response()
    return response.body() if response else b""


def test_the_engine_is_the_same_scripts_everywhere() -> None:
    named = re.search(r"const MOTOR = (\[.*?\])", (SCRIPTS / "laden.js").read_text(encoding="utf-8"))
    assert named
    assert tuple(json.loads(named[1])) == ENGINE
    assert all((SCRIPTS / name).read_text(encoding="utf-8").count("\n") <= 250 for name in ENGINE)


def test_the_same_content_gives_the_same_index(kb: KnowledgeBase, records: list[Record]) -> None:
    assert index.index_files(kb, records) == index.index_files(kb, list(records))


# --- Questions ----------------------------------------------------------------------------------------


def test_the_promised_quality_holds(kb: KnowledgeBase, chromium: Browser) -> None:
    questions = [q for q in read_questions(ROOT / "tests" / "zoekvragen.yml", kb) if not q.is_tuning]
    pairs = list(zip(questions, answers(kb, SCRIPTS, questions, chromium), strict=True))
    total = score(pair for pair in pairs if pair[0].verwacht)
    assert total.hit >= BARS["hit@5"]
    assert total.mrr >= BARS["MRR"]
    assert total.nothing <= BARS["niets"]


def test_who_types_a_situation_finds_the_item_that_names_it(kb: KnowledgeBase, engine: Page) -> None:
    named: dict[str, set[str]] = {}
    for key, item in kb.items():
        for text in item.situaties:
            named.setdefault(text, set()).add(item_path(key))
    asked = "vragen => Promise.all(vragen.map(vraag => motor.zoek(vraag, {aantal: 5})))"
    found = [[row["pad"] for row in each["resultaten"]] for each in engine.evaluate(asked, list(named))]
    pairs = list(zip(named.values(), found, strict=True))
    assert sum(bool(paths & set(rows)) for paths, rows in pairs) >= 0.99 * len(pairs)
    assert sum(bool(paths & set(rows[:1])) for paths, rows in pairs) >= 0.93 * len(pairs)


def test_the_right_section_is_linked(engine: Page) -> None:
    rows = _found(engine, "governance code")["resultaten"]
    assert (rows[0]["pad"], rows[0]["sectie"]["anker"]) == ("interventies/buurtwelzijn-groningen.html", "partners")


def test_words_are_marked_wherever_they_stand(engine: Page) -> None:
    row = _found(engine, "mandaat")["resultaten"][0]
    assert [text.lower() for text, marked in row["titel"] if marked] in (["mandaat"], ["mandaten"])
    assert "".join(text for text, _ in row["titel"]).startswith("Mandat") or row["titel"]


def test_a_typing_error_is_said(engine: Page) -> None:
    found = _found(engine, "eenzaamhied")
    assert found["bedoelt"] == [["eenzaamhied", "eenzaamheid"]]
    assert "begrippen/eenzaamheid" in _paths(found)


def test_a_guess_is_the_word_that_was_meant(engine: Page, records: list[Record]) -> None:
    said = {word for record in records for word in words(record.title) if len(word) > 5 and word not in STOP}
    every = [(word, f"{word[:3]}{word[4]}{word[3]}{word[5:]}") for word in sorted(said) if word[3] != word[4]]
    asked = "typed => Promise.all(typed.map(word => motor.zoek(word, {aantal: 1}).then(found => found.bedoelt)))"
    found = engine.evaluate(asked, [typed for _, typed in every])
    guessed = [(word, guess[0][1]) for (word, _), guess in zip(every, found, strict=True) if guess]
    assert len(guessed) > 0.9 * len(every) > 200
    assert sum(word == guess for word, guess in guessed) >= 0.97 * len(guessed)


@pytest.mark.parametrize(
    "nonsense",
    [
        "xqzvw",
        "blorf snirtel",
        "fotosynthese",
        "qwertyuiop asdf",
        "wat is de hoofdstad van peru",
        "ajax uitslag",
        "xkcdqwrt",
        "kwantumchromodynamica",
        "!!!",
        "",
    ],
)
def test_nonsense_finds_nothing(engine: Page, nonsense: str) -> None:
    assert _paths(_found(engine, nonsense)) == []


@pytest.mark.parametrize(
    ("typed", "known"),
    [("recept appeltaart", ["appeltaart", ["taart"]]), ("voetbaluitslagen", ["voetbaluitslagen", ["voetbal"]])],
)
def test_a_word_of_which_only_a_part_is_known_is_said(engine: Page, typed: str, known: list[Any]) -> None:
    found = _found(engine, typed)
    assert found["deels"] == [known]
    assert found["onbekend"] == []
    assert found["totaal"] > 0


def test_a_known_word_is_not_said_to_be_known_in_part(engine: Page) -> None:
    for text in ("huisbezoek", "schulden", "eenzaamhied", "culturele verschillen"):
        assert _found(engine, text)["deels"] == [], text


def test_a_question_of_small_words_alone_is_no_nothing(engine: Page) -> None:
    assert _found(engine, "van aanbod naar vraag")["totaal"] > 0
    assert _found(engine, "zorgen voor")["totaal"] > 0


def test_a_compound_is_found_by_its_two_words_apart(engine: Page) -> None:
    assert _paths(_found(engine, "culturele verschillen"))[0] == "competenties/omgaan-met-diversiteit"


def test_what_only_the_teacher_may_see_is_not_searched(kb: KnowledgeBase, records: list[Record]) -> None:
    by_path = {record.path: record for record in records}
    hidden = [
        (item_path(Key("leerpad", id_)), text)
        for id_, item in kb.all(Leerpad).items()
        for _, text in docentteksten(item)
    ]
    assert len(hidden) > 20
    for path, text in hidden:
        assert not any(plain_text(text) in section.text for section in by_path[path].sections), text


def test_filters(engine: Page) -> None:
    found = _found(engine, "schulden", soort="methode")
    assert found["totaal"] < found["zonderKeuze"]
    assert {row["soort"] for row in found["resultaten"]} == {"methode"}
    assert all(path.count("/") for path in _paths(_found(engine, "luisteren", rol="wijkcoach")))


# --- Many handbooks -------------------------------------------------------------------------------------


def test_two_sites_are_searched_as_one(tmp_path: Path, chromium: Browser, example: KnowledgeBase) -> None:
    project = tmp_path / "eigen"
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    for name in ("methods", "profiles"):
        shutil.copytree(VOORBEELD / name, project / name)
    other = tmp_path / "ander"
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    mkdocs_engine.build(project, other, example)
    rows = "{naam: Gemeente Ander, adres: 'https://ander.example/handboek', kopie: ../ander}"
    assert "extra: {" in config
    (project / "mkdocs.yml").write_text(
        config.replace("extra: {", f"extra: {{handboeken: [{rows}], "), encoding="utf-8"
    )
    mkdocs_engine.build(project, tmp_path / "samen", load(project).kb)
    parts = (tmp_path / "samen" / "zoeken" / "deel").rglob("*.js")
    page = engine_page(chromium, SCRIPTS, {path.name: path.read_text(encoding="utf-8") for path in parts})
    rows = [(row["pad"], row["elders"]) for row in _found(page, "proefaanpak")["resultaten"]]
    page.close()
    theirs = "https://ander.example/handboek/interventies/proefaanpak.html"
    assert ("interventies/proefaanpak.html", "") in rows
    assert (theirs, "Gemeente Ander") in rows
    page = chromium.new_page()
    with served(tmp_path / "samen") as address:
        for path in ("over.html", "zoeken/index.html?q=proefaanpak"):
            page.goto(f"{address}/{path}")
            if "?" not in path:
                page.keyboard.press("Control+k")
                page.keyboard.type("proefaanpak")
            expect(page.locator(f'.zoek-resultaat[href="{theirs}"]')).to_contain_text("uit: Gemeente Ander")
            own = page.locator(f'.zoek-resultaat[href="{address}/interventies/proefaanpak.html"]')
            expect(own).not_to_contain_text("uit:")
    page.close()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"naam": "Ander", "adres": "https://a.example"}, "ontbreekt: kopie"),
        ({"naam": "Ander", "adres": "ftp://a.example", "kopie": "."}, "begint niet met https://"),
        ({"naam": "Ander", "adres": "https://a.example", "kopie": "nergens"}, "geen leesbaar data/zoekrecords.json"),
    ],
)
def test_a_wrong_other_handbook_is_explained(row: dict[str, str], said: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=said):
        elsewhere([row], tmp_path)


def test_a_record_survives_the_way_to_another_handbook(tmp_path: Path) -> None:
    record = Record(
        "a/b.html",
        "rol",
        "B",
        "Over b.",
        ("bee",),
        ("ik zoek b",),
        (Section("Kop", "kop", "tekst"),),
        ("b",),
        ("wonen",),
    )
    (tmp_path / "data").mkdir()
    (tmp_path / RECORDS_FILE).write_text(records_text([record]), encoding="utf-8")
    found = elsewhere([{"naam": "B", "adres": "https://b.example/", "kopie": "."}], tmp_path)
    assert found[0].records == (record,)
    assert found[0].address == "https://b.example/"
