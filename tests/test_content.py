"""The content holds what domain.md counts, each wording once, and nothing that must not be there."""

import json
import re
from collections import Counter
from pathlib import Path

import jsonschema
import pytest

from conftest import ROOT
from handboek.checks import check
from handboek.exports import export_schema
from handboek.findings import Severity
from handboek.knowledge import Key, KnowledgeBase
from handboek.loading import load
from handboek.models.begrip import Begrip
from handboek.models.bron import Bron
from handboek.models.dilemma import Dilemma
from handboek.models.interventie import Interventie
from handboek.models.leerpad import Leerpad
from handboek.models.praktijkvoorbeeld import Praktijkvoorbeeld
from handboek.models.rol import Rol

# role: shifts, competencies, dilemmas, sources; the counts of chapters 2-9 of the long report
COUNTS = {
    "buurtwerker-ontmoeting": (5, 12, 3, 5),
    "frontlijnwerker": (9, 22, 2, 4),
    "consulent-maatschappelijke-deelname": (5, 9, 3, 4),
    "individueel-jongerenbegeleider": (6, 28, 3, 5),
    "gebiedsondersteuner": (6, 12, 2, 2),
    "participatiecoach": (5, 29, 4, 5),
    "sociaal-makelaar": (7, 28, 3, 5),
    "wijkcoach": (4, 16, 1, 6),
}

SINGULAR = {"verschuivingen": "verschuiving", "competenties": "competentie"}


@pytest.fixture(scope="module")
def data(site: Path) -> dict[str, object]:
    """The data file of the built site."""
    found: dict[str, object] = json.loads((site / "data" / "handboek.json").read_text(encoding="utf-8"))
    return found


def test_no_fouten() -> None:
    loaded = load(ROOT)
    wrong = [f for f in [*loaded.findings, *check(loaded.kb)] if f.severity is Severity.FOUT]
    assert not wrong


def test_data_follows_its_schema(data: dict[str, object]) -> None:
    jsonschema.Draft202012Validator(export_schema()).validate(data)


def test_data_schema_stands_beside_it(site: Path) -> None:
    assert json.loads((site / "data" / "handboek.schema.json").read_text(encoding="utf-8")) == export_schema()


def _wordings(data: dict[str, object], field: str) -> dict[str, list[dict[str, object]]]:
    roles: dict[str, dict[str, list[dict[str, object]]]] = data["formuleringen"]  # type: ignore[assignment]
    return {rol: [row for row in rows[field] if row.get("plek", "lijst") == "lijst"] for rol, rows in roles.items()}


@pytest.mark.parametrize(("field", "column", "total"), [("verschuivingen", 0, 47), ("competenties", 1, 156)])
def test_every_wording_once_with_role_section_and_id(
    data: dict[str, object], field: str, column: int, total: int
) -> None:
    rows = _wordings(data, field)
    assert {rol: len(found) for rol, found in rows.items()} == {rol: row[column] for rol, row in COUNTS.items()}
    chapter = {rol: str(number) for number, rol in enumerate(COUNTS, 2)}
    seen: Counter[tuple[str, ...]] = Counter()
    for rol, found in rows.items():
        for row in found:
            seen[(rol, str(row.get("van")), str(row.get("naar")), str(row.get("tekst")))] += 1
            section = f"{chapter[rol]}.3.{1 if field == 'verschuivingen' else 2}"
            assert row["bron"] == [{"bron": "movisie-2012", "sectie": section}], row
            items: dict[str, dict[str, object]] = data["items"]  # type: ignore[assignment]
            assert row[SINGULAR[field]] in items[field]
    assert sum(seen.values()) == total
    assert set(seen.values()) == {1}


def test_dilemmas_cases_and_sources_per_role(kb: KnowledgeBase) -> None:
    for rol, (_, _, dilemmas, sources) in COUNTS.items():
        key = Key("rol", rol)
        assert len([d for d in kb.all(Dilemma).values() if rol in d.rollen]) == dilemmas, rol
        assert len(kb.referring(key, "bron", "rollen")) == sources, rol
        assert len([case for case in kb.all(Praktijkvoorbeeld).values() if case.rol == rol]) == 1, rol
    assert (len(kb.all(Rol)), len(kb.all(Dilemma)), len(kb.all(Praktijkvoorbeeld))) == (8, 21, 8)


def test_sources_read_and_named(kb: KnowledgeBase) -> None:
    assert Counter(bron.geraadpleegd for bron in kb.all(Bron).values()) == {"ja": 5, "nee": 36}


def test_places_of_the_annex(kb: KnowledgeBase) -> None:
    bron = kb.all(Bron)["movisie-2012"]
    assert len(bron.vindplaatsen) == 59
    assert sum(place.aantal for place in bron.vindplaatsen) == 79
    values = {claim.waarde for claim in bron.beweringen if claim.onderwerp == _subject(bron)}
    assert values == {79, 80}


def _subject(bron: Bron) -> str | None:
    return next(claim.onderwerp for claim in bron.beweringen if claim.waarde == 80)


def test_approaches_and_vocabularies(kb: KnowledgeBase) -> None:
    assert len(kb.all(Interventie)) >= 12
    assert len(kb.begrippen("trede")) == 6
    assert len(kb.all(Begrip)["outreachend-werken"].definities) >= 2
    assert len(kb.all(Leerpad)) >= 2


def test_schiedam_contradicts_itself(kb: KnowledgeBase) -> None:
    claims = {claim.id: claim for claim in kb.all(Interventie)["jongeren-interventie-team"].resultaten or ()}
    counted = next(claim for claim in claims.values() if claim.waarde == 77)
    said = next(claim for claim in claims.values() if claim.waarde == 75)
    assert counted.noemer == 80
    assert counted.id in said.spreekt_tegen or said.id in counted.spreekt_tegen


def test_enschede_has_thirteen_mandates_and_the_others_are_silent(kb: KnowledgeBase) -> None:
    for id_, item in kb.all(Interventie).items():
        forms = Counter(mandaat.vorm for mandaat in item.mandaten or ())
        if id_ == "wijkcoaches-velve-lindenhof":
            assert forms == {"mandaat": 13, "afspraak": 3}
        else:
            assert item.mandaten.tekst == "niet vermeld", id_  # type: ignore[union-attr]


PEOPLE = (
    "Paulissen", "Granville", "Kappert", "de Bue", "Andringa", "Riemersma", "Poelstra", "Brummelen", "Hoogeboom",
    "Hoogenboom", "Weekers", "Feteris", "Staargaard", "Broekhuijsen", "Strien", "Timmer", "Hoeven", "Weesin",
    "Asscher", "Hilhorst", "Chantal", "Mirjam", "Buuren",
)  # fmt: skip


def test_nobody_is_named_but_authors() -> None:
    """Gips wrote a source and De Heer the column; the others stand in the sources as interviewees."""
    named = re.compile(rf"\b({'|'.join(PEOPLE)})")
    files = [path for folder in ("methods", "profiles", "docs") for path in (ROOT / folder).rglob("*.[ym][md]*")]
    assert len(files) > 200
    assert not [path.name for path in files if named.search(path.read_text(encoding="utf-8"))]
