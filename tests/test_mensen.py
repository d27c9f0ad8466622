"""People and rights: the real content names nobody and copies nothing, and what is allowed is allowed until a day."""

import shutil
from pathlib import Path

import pytest

from conftest import ROOT, VOORBEELD
from handboek.checking import checked
from handboek.checks.persons import names
from handboek.loading import load

DAY = "2026-11-22"
NAMED = """# yaml-language-server: $schema=../../schema/begrip.json
naam: Wonen
samenvatting: Fatima woont hier.
bron: redactie
soort: leefgebied
"""
ALLOWED = """# yaml-language-server: $schema=../schema/toegestaan.json
toegestaan:
  - {code: P01, item: begrippen/wonen, tekst: Fatima, waarom: Zij is verzonnen., tot: 2026-11-22}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The example, with a name in it that is allowed until a day."""
    root = tmp_path / "project"
    shutil.copytree(VOORBEELD, root)
    (root / "methods/begrippen/wonen.yml").write_text(NAMED, encoding="utf-8")
    (root / "methods/toegestaan.yml").write_text(ALLOWED, encoding="utf-8")
    return root


def _codes(root: Path, day: str | None = None) -> list[str]:
    return [finding.code for finding in checked(root, day).findings]


def test_the_content_names_nobody_and_copies_nothing_but_what_is_allowed() -> None:
    assert not [code for code in _codes(ROOT, DAY) if code.startswith("P")]


def test_each_reason_in_the_content_is_used_once() -> None:
    places = [(one.code, one.item, one.tekst) for one in load(ROOT).kb.toegestaan]
    assert len(places) == len(set(places)) > 0


def test_what_is_allowed_is_silent_through_its_last_day_and_reported_from_the_next(project: Path) -> None:
    assert _codes(project, "2026-11-22") == []
    assert _codes(project, "2026-11-23") == ["P06"]


def test_the_builder_sets_the_day(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795391999")  # 2026-11-22 23:59:59 UTC
    assert _codes(project) == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert _codes(project) == ["P06"]


def test_a_reason_holds_for_its_own_item_and_code_only(project: Path) -> None:
    shutil.copyfile(project / "methods/begrippen/wonen.yml", project / "methods/begrippen/huren.yml")
    assert _codes(project, DAY) == ["P01"]


@pytest.mark.parametrize(
    "text",
    [
        "Elke week kwam de wijkcoach in Velve-Lindenhof.",
        "Ben je professional? Wil je meedoen? Job coaching helpt.",
        "De directeur Betula Zorg en de wethouder Zorg tekenden.",
        "Op de Willem de Zwijgerlaan en het Robert Scottplein.",
        "Dat ziet de wijkcoach. Die belt aan.",
        "De B.V. Buurtzorg bestaat niet; art. 2. Wie dan?",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert [name for name, _ in names(text)] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gesprek met Ayşe Yılmaz.", "Ayşe Yılmaz"),
        ("Jan-Willem de Groot zei het.", "Jan-Willem de Groot"),
        ("Dat is van mevr. Van der Meer.", "Van der Meer"),
        ("Dat is van oma Jansen.", "Jansen"),
        ("Mw Jansen belde.", "Jansen"),
        ("het huis van dhr. Bakker", "Bakker"),
        ("Zo vertelt Eefje van Brummelen.", "Eefje van Brummelen"),
        ("Zoals J.P. de Wit schreef.", "J.P. de Wit"),
    ],
)
def test_what_is_a_name(text: str, name: str) -> None:
    assert [found for found, _ in names(text)] == [name]


@pytest.mark.parametrize(
    "age", ["9", "elf", "twaalf", "dertien", "veertien", "dertig", "tweeëntwintig", "negenennegentig"]
)
def test_an_age_in_figures_or_letters_beside_an_illness_is_seen(project: Path, age: str) -> None:
    text = NAMED.replace("Fatima woont hier.", f"Een vrouw van {age}, met dementie.")
    (project / "methods/begrippen/wonen.yml").write_text(text, encoding="utf-8")
    (project / "methods/toegestaan.yml").unlink()
    assert _codes(project, DAY) == ["P03"]


@pytest.mark.parametrize("word", ["krachtig", "zelf", "helft", "misschien", "nuttig"])
def test_a_word_that_ends_as_a_number_is_no_age(project: Path, word: str) -> None:
    text = NAMED.replace("Fatima woont hier.", f"Een vrouw is {word}, met dementie, na 3 jaar.")
    (project / "methods/begrippen/wonen.yml").write_text(text, encoding="utf-8")
    (project / "methods/toegestaan.yml").unlink()
    assert _codes(project, DAY) == []
