"""The competencies in forms that other programs know: valid, whole, mapped both ways, and the same bytes each time."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, SKOS

from conftest import ROOT, VOORBEELD
from handboek.knowledge import Key, KnowledgeBase
from handboek.loading import load
from handboek.models.basis import Stilte
from handboek.models.competentie import Competentie
from handboek.models.leerpad import Leerpad
from handboek.models.rol import Rol
from handboek.prose import plain_text
from handboek.site import data_texts
from handboek.uitwisseling.gedeeld import gewijzigd, kenmerk
from handboek.uitwisseling.turtle import Turtle, dutch, literal
from test_content import COUNTS

SCHEMA = json.loads((Path(__file__).parent / "case-1.0-cfpackage.schema.json").read_text(encoding="utf-8"))
ADDRESS = "https://voorbeeld.nl/handboek/"
Part = dict[str, Any]


@pytest.fixture(scope="module")
def texts(kb: KnowledgeBase) -> dict[str, str]:
    """The data files of the real content, for a site whose address is not known."""
    return data_texts(kb)


@pytest.fixture(scope="module")
def framework(texts: dict[str, str]) -> Part:
    """The competencies as CASE."""
    found: Part = json.loads(texts["competenties.case.json"])
    return found


@pytest.fixture(scope="module")
def graph(texts: dict[str, str]) -> Graph:
    """The competencies as SKOS, as rdflib reads them."""
    return Graph().parse(data=texts["competenties.ttl"], format="turtle")


def _of_type(package: Part, what: str) -> list[Part]:
    return [item for item in package["CFItems"] if item["CFItemType"] == what]


def _related(package: Part, *how: str) -> dict[tuple[str, str], Part]:
    return {
        (found["originNodeURI"]["identifier"], found["destinationNodeURI"]["identifier"]): found
        for found in package["CFAssociations"]
        if found["associationType"] in how
    }


def _parts(value: Any) -> Iterator[Part]:
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _parts(part)


# --- CASE ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["", ADDRESS])
@pytest.mark.parametrize("root", [ROOT, VOORBEELD], ids=["real", "example"])
def test_every_package_follows_the_specification(root: Path, address: str) -> None:
    base = load(root).kb
    packages = {name: text for name, text in data_texts(base, address).items() if name.endswith(".case.json")}
    assert set(packages) == {"competenties.case.json"} | {f"leerpaden/{id_}.case.json" for id_ in base.all(Leerpad)}
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for name, text in packages.items():
        assert [error.message for error in validator.iter_errors(json.loads(text))] == [], name


def test_the_schema_refuses_what_case_does_not_know(framework: Part) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    item, association = framework["CFItems"][0], framework["CFAssociations"][0]
    for wrong in (
        {"CFItems": [item | {"score": 1}]},
        {"CFItems": [item | {"identifier": "signaleren"}]},
        {"CFItems": [item | {"fullStatement": "twee\nregels"}]},
        {"CFItems": [item | {"lastChangeDateTime": "2012-11"}]},
        {"CFAssociations": [association | {"associationType": "lijktOp"}]},
        {"CFDocument": {name: value for name, value in framework["CFDocument"].items() if name != "creator"}},
    ):
        assert not validator.is_valid(framework | wrong), wrong


def test_every_identifier_names_one_thing_with_one_address(texts: dict[str, str]) -> None:
    addresses: dict[str, set[str]] = {}
    for name in (name for name in texts if name.endswith(".case.json")):
        package = json.loads(texts[name])
        for part in _parts(package):
            if "identifier" in part:
                addresses.setdefault(part["identifier"], set()).add(part["uri"])
        defined = [part["identifier"] for part in _parts(package) if "lastChangeDateTime" in part]
        assert len(defined) == len(set(defined)), name
        inside = [part["identifier"] for part in _parts(package) if "identifier" in part]
        foreign = {part["destinationNodeURI"]["identifier"] for part in package["CFAssociations"]} - set(defined)
        assert set(inside) - set(defined) == foreign
        assert not foreign or name != "competenties.case.json"
    assert all(len(found) == 1 for found in addresses.values())


def test_identifiers_never_change(framework: Part) -> None:
    """Other programs hold on to them: a change here breaks every link that was ever made."""
    assert kenmerk("competenties/signaleren") == "46a785aa-8856-56ca-8999-1d9778bb996f"
    assert "46a785aa-8856-56ca-8999-1d9778bb996f" in {item["identifier"] for item in framework["CFItems"]}


def test_every_competency_stands_under_its_kind_with_its_behaviour(kb: KnowledgeBase, framework: Part) -> None:
    children = _related(framework, "isChildOf")
    by_id = {item["identifier"]: item for item in framework["CFItems"]}
    assert {item["humanCodingScheme"] for item in _of_type(framework, "Competentie")} == set(kb.all(Competentie))
    for id_, competentie in kb.all(Competentie).items():
        here = kenmerk(f"competenties/{id_}")
        assert (here, kenmerk(f"soorten/{competentie.soort}")) in children
        for niveau, said in (("basis", competentie.gedrag.basis), ("gevorderd", competentie.gedrag.gevorderd)):
            level = kenmerk(f"competenties/{id_}/{niveau}")
            assert (level, here) in children
            shown = [by_id[child]["fullStatement"] for child, parent in children if parent == level]
            assert shown == (
                [] if isinstance(said, Stilte) else [" ".join(plain_text(one.tekst).split()) for one in said]
            )
            assert all(by_id[child]["notes"].startswith("Bron: ") for child, parent in children if parent == level)
    roots = [
        by_id[child]["CFItemType"] for child, parent in children if parent == framework["CFDocument"]["identifier"]
    ]
    assert Counter(roots) == {"Soort": 3, "Rol": 8}


def test_everything_hangs_from_the_document_in_one_order(framework: Part) -> None:
    children = _related(framework, "isChildOf")
    parents = dict(children.keys())
    assert set(parents) == {item["identifier"] for item in framework["CFItems"]}
    assert len(parents) == len(children), "a second parent"
    for identifier in parents:
        while identifier in parents:
            identifier = parents[identifier]
        assert identifier == framework["CFDocument"]["identifier"]
    numbers = [found["sequenceNumber"] for found in children.values()]
    assert numbers == sorted(set(numbers))


def test_no_wording_of_a_source_is_lost_in_case(kb: KnowledgeBase, framework: Part) -> None:
    wordings = {item["identifier"]: item for item in _of_type(framework, "Formulering")}
    twice = [item for item in wordings.values() if "staat twee keer in de lijst" in item["notes"]]
    assert (len(wordings), len(wordings) + len(twice)) == (156, 157)
    children = _related(framework, "isChildOf")
    roles = Counter(parent for child, parent in children if child in wordings)
    assert roles == {kenmerk(f"rollen/{rol}"): count for rol, (_, count, _, _) in COUNTS.items()}
    mapped = _related(framework, "exactMatchOf", "isRelatedTo")
    expected = {
        (kenmerk(f"rollen/{said.rol}/{said.tekst}"), kenmerk(f"competenties/{id_}")): said.tekst.lower()
        == it.naam.lower()
        for id_, it in kb.all(Competentie).items()
        for said in it.formuleringen
    }
    assert {pair: found["associationType"] == "exactMatchOf" for pair, found in mapped.items()} == expected
    assert all("De nieuwe sociale professional" in item["notes"] for item in wordings.values())
    assert {item["licenseURI"]["title"] for item in wordings.values()} == {
        "Licentie van De nieuwe sociale professional: acht praktijkvoorbeelden"
    }


def test_the_competency_says_who_calls_it_what(framework: Part) -> None:
    leren = next(item for item in framework["CFItems"] if item.get("humanCodingScheme") == "leren-en-ontwikkelen")
    source = "De nieuwe sociale professional: acht praktijkvoorbeelden, §3.3.2"
    assert f"Frontlijnwerker noemt dit ‘Leergierig’ ({source})." in leren["notes"]
    wording = next(item for item in framework["CFItems"] if item["fullStatement"] == "Leergierig")
    assert wording["notes"] == f"Bron: {source}.\nIn de bron staat: Liergierig."


def test_the_rubric_has_levels_and_no_score(kb: KnowledgeBase, framework: Part) -> None:
    (rubric,) = framework["CFRubrics"]
    criteria = rubric["CFRubricCriteria"]
    assert [found["CFItemURI"]["title"] for found in criteria] == [it.naam for it in kb.all(Competentie).values()]
    for criterion in criteria:
        assert [level["quality"] for level in criterion["CFRubricCriterionLevels"]] == ["basis", "gevorderd"]
    assert not [part for part in _parts(rubric) if {"score", "weight"} & set(part)]


def test_silence_about_behaviour_is_said(tmp_path: Path) -> None:
    base = load(_silent(tmp_path)).kb
    package = json.loads(data_texts(base)["competenties.case.json"])
    level = next(item for item in package["CFItems"] if item.get("humanCodingScheme") == "luisteren.gevorderd")
    assert level["notes"].startswith("niet vermeld (")
    levels = package["CFRubrics"][0]["CFRubricCriteria"][0]["CFRubricCriterionLevels"]
    assert levels[1]["description"].startswith("niet vermeld (")


def _silent(folder: Path) -> Path:
    """The example, with nothing said of what an experienced professional shows."""
    for path in VOORBEELD.rglob("*.yml"):
        target = folder / path.relative_to(VOORBEELD)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    file = folder / "profiles" / "competenties" / "luisteren.yml"
    text = file.read_text(encoding="utf-8")
    said = "gevorderd: [Je hoort wat **niet** gezegd wordt.]"
    assert said in text
    file.write_text(text.replace(said, "gevorderd: {tekst: niet vermeld, bron: proefbron}"), encoding="utf-8")
    return folder


def test_an_address_with_odd_signs_stays_an_address(example: KnowledgeBase) -> None:
    texts = data_texts(example, "https://voorbeeld.nl/weïrd <map>")
    package = json.loads(texts["competenties.case.json"])
    assert package["CFDocument"]["uri"] == "https://voorbeeld.nl/we%C3%AFrd%20%3Cmap%3E/competenties/index.html"
    pages = Graph().parse(data=texts["competenties.ttl"], format="turtle").objects(None, FOAF.page)
    assert URIRef(package["CFDocument"]["uri"]) in set(pages)


def test_an_address_makes_pages_of_what_has_one(kb: KnowledgeBase) -> None:
    package = json.loads(data_texts(kb, ADDRESS.rstrip("/"))["competenties.case.json"])
    assert package["CFDocument"]["officialSourceURL"] == f"{ADDRESS}competenties/index.html"
    for item in package["CFItems"]:
        if item["CFItemType"] == "Competentie":
            assert item["uri"] == f"{ADDRESS}competenties/{item['humanCodingScheme']}.html"
        elif item["CFItemType"] != "Rol":
            assert item["uri"] == f"urn:uuid:{item['identifier']}"


def test_every_outcome_of_a_curriculum_points_into_the_framework(
    kb: KnowledgeBase, texts: dict[str, str], framework: Part
) -> None:
    known = {item["identifier"] for item in framework["CFItems"]}
    for id_, leerpad in kb.all(Leerpad).items():
        package = json.loads(texts[f"leerpaden/{id_}.case.json"])
        assert package["CFDocument"]["title"] == leerpad.naam
        assert [item["humanCodingScheme"] for item in package["CFItems"]] == [one.id for one in leerpad.leeruitkomsten]
        assert set(_related(package, "isRelatedTo")) == {
            (kenmerk(f"leerpaden/{id_}/{one.id}"), kenmerk(f"competenties/{one.competentie}/{one.niveau}"))
            for one in leerpad.leeruitkomsten
        }
        assert {destination for _, destination in _related(package, "isRelatedTo")} <= known


# --- SKOS ------------------------------------------------------------------------------------------


def _urn(address: str) -> URIRef:
    return URIRef(f"urn:uuid:{kenmerk(address)}")


def test_schemes_hold_what_the_knowledge_base_holds(kb: KnowledgeBase, graph: Graph) -> None:
    def size(scheme: str) -> int:
        assert set(graph.objects(_urn(scheme), SKOS.hasTopConcept)) == set(graph.subjects(SKOS.inScheme, _urn(scheme)))
        return len(set(graph.subjects(SKOS.inScheme, _urn(scheme))))

    assert size("competenties") == len(kb.all(Competentie))
    kinds = Counter(competentie.soort for competentie in kb.all(Competentie).values())
    assert {soort: size(f"soorten/{soort}") for soort in kinds} == kinds
    assert {rol: size(f"rollen/{rol}") for rol in kb.all(Rol)} == {rol: row[1] for rol, row in COUNTS.items()}
    assert size("assen") == len(kb.begrippen("as"))
    schemes = {_urn(name) for name in ("competenties", "assen", *(f"soorten/{soort}" for soort in kinds))}
    schemes |= {_urn(f"rollen/{rol}") for rol in kb.all(Rol)}
    assert set(graph.subjects(RDF.type, SKOS.ConceptScheme)) == schemes


def test_each_wording_is_matched_both_ways_with_its_section(kb: KnowledgeBase, graph: Graph) -> None:
    matched = 0
    for id_, competentie in kb.all(Competentie).items():
        for said in competentie.formuleringen:
            wording, canonical = _urn(f"rollen/{said.rol}/{said.tekst}"), _urn(f"competenties/{id_}")
            how = SKOS.exactMatch if said.tekst.lower() == competentie.naam.lower() else SKOS.closeMatch
            assert (wording, how, canonical) in graph
            assert (canonical, how, wording) in graph
            assert graph.value(wording, SKOS.prefLabel) == Literal(said.tekst, lang="nl")
            section = graph.value(wording, DCTERMS.source)
            assert section == _urn(f"bronnen/movisie-2012/{said.bron[0].sectie if said.bron else ''}")
            assert graph.value(section, DCTERMS.isPartOf) == _urn("bronnen/movisie-2012")
            matched += 1
    assert matched == 156
    pairs = [*graph.subject_objects(SKOS.exactMatch), *graph.subject_objects(SKOS.closeMatch)]
    assert len(pairs) == 2 * matched


def test_skos_keeps_its_own_rules(graph: Graph) -> None:
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        names = list(graph.objects(concept, SKOS.prefLabel))
        assert len(names) == 1
        assert not set(names) & set(graph.objects(concept, SKOS.altLabel))
        assert graph.value(concept, DCTERMS.source), names
        assert not set(graph.objects(concept, SKOS.exactMatch)) & set(graph.objects(concept, SKOS.closeMatch))


def test_case_and_skos_name_the_same_things(framework: Part, graph: Graph) -> None:
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    named = {URIRef(f"urn:uuid:{item['identifier']}") for item in framework["CFItems"]}
    axes = set(graph.subjects(SKOS.inScheme, _urn("assen")))
    assert concepts - axes == {
        URIRef(f"urn:uuid:{item['identifier']}")
        for item in framework["CFItems"]
        if item["CFItemType"] in ("Competentie", "Formulering")
    }
    assert concepts - axes <= named


def test_a_misspelling_of_the_source_is_kept_apart(graph: Graph) -> None:
    wording = _urn("rollen/frontlijnwerker/Leergierig")
    assert graph.value(wording, SKOS.hiddenLabel) == Literal("Liergierig", lang="nl")
    assert Literal("staat twee keer in de lijst", lang="nl") in set(graph.objects(None, SKOS.note))


def test_names_outlive_the_address(kb: KnowledgeBase, graph: Graph) -> None:
    moved = Graph().parse(data=data_texts(kb, ADDRESS)["competenties.ttl"], format="turtle")
    pages = set(moved.triples((None, FOAF.page, None)))
    assert set(moved) - pages == set(graph)
    assert (_urn("competenties/signaleren"), FOAF.page, URIRef(f"{ADDRESS}competenties/signaleren.html")) in pages


# Bidirectional and control signs cannot stand in a content file, but the writer need not know that.
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_through_turtle_whole(text: str) -> None:
    turtle = Turtle()
    turtle.say("<urn:x>", "skos:note", dutch(text), literal(text))
    graph = Graph().parse(data=turtle.text(), format="turtle")
    assert set(graph.objects(URIRef("urn:x"), SKOS.note)) == {Literal(text, lang="nl"), Literal(text)}


# --- The same each time ----------------------------------------------------------------------------


def test_same_bytes_whatever_the_order_of_sets(texts: dict[str, str]) -> None:
    code = (
        "import sys; from pathlib import Path; from handboek.loading import load; from handboek.site import data_texts;"
        "sys.stdout.buffer.write(''.join(data_texts(load(Path(sys.argv[1])).kb).values()).encode())"
    )
    told = "".join(texts.values()).encode()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run([sys.executable, "-c", code, str(ROOT)], env=environment, capture_output=True, check=True)
        assert run.stdout == told


def test_the_date_is_the_sources_or_the_builders_never_the_clock(
    example: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = json.loads(data_texts(example)["competenties.case.json"])["CFDocument"]["lastChangeDateTime"]
    assert said == "2020-03-01T00:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert gewijzigd(example, [Key("competentie", "luisteren")]) == "2023-11-14T22:13:20Z"


def test_the_files_stand_in_the_site(site: Path, texts: dict[str, str]) -> None:
    found = {path.relative_to(site / "data").as_posix() for path in (site / "data").rglob("*") if path.is_file()}
    assert set(texts) <= found
    for name, text in texts.items():
        assert (site / "data" / name).read_text(encoding="utf-8") == text
