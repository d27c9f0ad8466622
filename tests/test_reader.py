"""The reader never fails, says where, and loses nothing; neither does the house form."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from conftest import ROOT, VOORBEELD
from handboek.checks import check
from handboek.findings import Finding, Place
from handboek.house_form import house_form
from handboek.kinds import KINDS, MODELS
from handboek.knowledge import Entry, KnowledgeBase
from handboek.models.basis import Item
from handboek.reading.characters import MAX_FINDINGS
from handboek.reading.items import type_item
from handboek.reading.nodes import Node, Plain, Scalar, Sequence, node_at, nodes_of
from handboek.reading.reader import MAX_DEPTH, read
from handboek.reading.yaml_errors import explain
from maaksels import BOMBS, EXAMPLE, FRAGMENTS, any_file, near_valid, written, yaml_like

same_every_time = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def _assert_within(findings: list[Finding], data: bytes) -> None:
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    for finding in findings:
        line, column = finding.place
        assert 1 <= line <= len(lines), finding
        assert 1 <= column <= len(lines[line - 1]) + 1, finding
        assert "\n" not in finding.message + finding.tip


def _said(node: Node) -> Plain:
    """What a node says, without places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    return {name: _said(value) for name, (_, value) in node.entries.items()}


def _assert_reads(data: bytes) -> None:
    found = read(data, "x.yml")
    _assert_within(found.findings, data)
    assert (found.fields is None) == bool(found.findings)
    if found.fields is not None:
        assert _said(nodes_of(found.text)) == found.fields, "what is pointed at is what was read"
        for kind in MODELS:
            typed = type_item(kind, found.fields, found.text, "x.yml")
            _assert_within(typed.findings, data)
            assert (typed.item is None) == bool(typed.findings)
            assert len(set(typed.findings)) == len(typed.findings)


@same_every_time
@given(st.one_of(st.binary(max_size=200), st.text(max_size=100).map(str.encode), yaml_like))
def test_reads_anything(data: bytes) -> None:
    _assert_reads(data)


@pytest.mark.parametrize("name", BOMBS)
def test_reads_the_largest_nonsense(name: str) -> None:
    found = read(BOMBS[name], "x.yml")
    _assert_within(found.findings, BOMBS[name])
    typed = type_item("begrip", found.fields, found.text, "x.yml").findings if found.fields else []
    assert 1 <= len(found.findings + typed) <= MAX_FINDINGS


# --- One edit to the example -----------------------------------------------------------------------

ENTRIES = list(EXAMPLE.entries.values())


@st.composite
def edits(draw: st.DrawFn) -> tuple[Entry, bytes]:
    """A file of the example in which something was cut out and something put in."""
    entry = draw(st.sampled_from(ENTRIES))
    text = (VOORBEELD / entry.file).read_text(encoding="utf-8")
    start = draw(st.integers(text.index("\n") + 1, len(text)))
    end = draw(st.integers(start, min(start + 40, len(text))))
    put_in = "".join(draw(st.lists(st.sampled_from(FRAGMENTS), max_size=3)))
    return entry, (text[:start] + put_in + text[end:]).encode()


def _assert_handled(entry: Entry, data: bytes) -> None:
    """Each thing is reported once, in its file, and nothing that only follows from it."""
    _assert_reads(data)
    found = read(data, entry.file)
    item = None if found.fields is None else type_item(entry.key.kind, found.fields, found.text, entry.file).item
    text = None if found.fields is None else found.text
    changed = Entry(entry.key, entry.file, item if isinstance(item, Item) else None, text)
    kb = KnowledgeBase.of([changed, *ENTRIES])
    findings = check(kb)
    assert len(set(findings)) == len(findings), "reported twice"
    _assert_within([finding for finding in findings if finding.file == entry.file], data)
    assert item is not None or not findings, "what follows from a broken file is not reported"


@same_every_time
@given(edits())
def test_one_edit_is_reported_in_the_file_it_is_in(edit: tuple[Entry, bytes]) -> None:
    _assert_handled(*edit)


# --- Items that are nearly right -------------------------------------------------------------------

FIRST = {entry.key.kind: entry for entry in reversed(ENTRIES)}


@settings(same_every_time, max_examples=400)
@given(any_file)
def test_a_nearly_right_file_is_told_what_is_wrong(made: tuple[str, bytes]) -> None:
    kind, data = made
    if kind in FIRST:
        _assert_handled(FIRST[kind], data)
    else:
        _assert_reads(data)


def test_most_made_items_get_as_far_as_the_models() -> None:
    """The strategy is worth its name: nearly half of what it makes is YAML, and sometimes a good item."""
    reached = Counter[str]()

    @settings(same_every_time, max_examples=300)
    @given(near_valid())
    def count(made: tuple[str, bytes]) -> None:
        kind, data = made
        found = read(data, "x.yml")
        if found.fields is not None:
            reached["read"] += 1
            reached["typed"] += type_item(kind, found.fields, found.text, "x.yml").item is not None

    count()
    assert reached["read"] > 120
    assert reached["typed"] > 8


# --- What is written is what is read ---------------------------------------------------------------

LETTERS = "abcxyzABZ019 éüñ’§€-.,:;?!#&*@%|>'\"[]{}\\`~=+()/中🏠"
keys = st.text("abcdefghij_", min_size=1, max_size=8)
texts = st.text(LETTERS, min_size=1, max_size=30).map(str.strip).filter(bool)
documents: st.SearchStrategy[Plain] = st.dictionaries(
    keys,
    st.recursive(
        texts,
        lambda inner: st.one_of(st.lists(inner, min_size=1, max_size=3), st.dictionaries(keys, inner, min_size=1, max_size=3)),
        max_leaves=8,
    ),
    min_size=1,
    max_size=5,
)  # fmt: skip


@same_every_time
@given(documents, st.integers(0, 2**32))
def test_reads_what_was_written(document: Plain, seed: int) -> None:
    text = written(document, random.Random(seed))
    found = read(text.encode(), "x.yml")
    assert found.findings == []
    assert found.fields == document


def test_text_stays_text() -> None:
    words = [
        "no",
        "yes",
        "on",
        "Off",
        "12:30",
        "0123",
        "2014-02",
        "1e3",
        ".inf",
        "0x1F",
        "1_000",
        "3.10",
        "=",
        "N",
        "TRUE",
    ]
    fields = read("".join(f"a{number}: {word}\n" for number, word in enumerate(words)).encode(), "x.yml").fields
    assert fields is not None
    assert list(fields.values()) == words


def test_places_count_letters_and_start_at_one() -> None:
    root = nodes_of(read("\ufeff# é\r\nnaäm: 🏠 x\r\nb: [é, {c: d}]\r\n".encode(), "x.yml").text)
    assert root.place == Place(2, 1)
    assert root.entries["naäm"][1].place == Place(2, 7)
    assert root.entries["b"][1].items[1].entries["c"][1].place == Place(3, 12)  # type: ignore[union-attr]


def test_levels_are_counted_from_the_top_whatever_came_before() -> None:
    deepest = "a: " + "[" * (MAX_DEPTH - 2) + "[], {}" + "]" * (MAX_DEPTH - 2)
    assert read(deepest.encode(), "x.yml").findings == []
    too_deep = read(deepest.replace("{}", "[[]]").encode(), "x.yml").findings
    assert [finding.code for finding in too_deep] == ["Y07"]


# --- The house form --------------------------------------------------------------------------------


def _comments(text: str) -> Counter[str]:
    lines = (line for line in text.splitlines() if not line.startswith("# yaml-language-server:"))
    return Counter(match[0].rstrip() for line in lines for match in re.finditer(r"(?<!\S)#.*", line))


def _assert_house_form(data: bytes, kind: str) -> bytes:
    form = house_form(data, kind)
    assert form is not None
    assert form == data or house_form(form, kind) == form, "formatting again changes nothing"
    old, new = read(data, "x.yml").fields, read(form, "x.yml").fields
    assert old is not None
    assert new == old
    assert form.startswith(f"# yaml-language-server: $schema=../../schema/{kind}.json\n".encode())
    assert form.endswith(b"\n")
    return form


@same_every_time
@given(documents, st.integers(0, 2**32))
def test_house_form_loses_nothing(document: Plain, seed: int) -> None:
    text = written(document, random.Random(seed))
    form = _assert_house_form(text.encode(), "begrip").decode()
    remarks = re.findall(r"# opmerking \d+", text)
    assert sorted(re.findall(r"# opmerking \d+", form)) == sorted(remarks)


@same_every_time
@given(yaml_like)
def test_house_form_of_anything_readable(data: bytes) -> None:
    if read(data, "x.yml").fields is None:
        assert house_form(data, "begrip") is None or b"e\xcc\x81" in data
    else:
        _assert_house_form(data, "begrip")


CONTENT = sorted(
    path
    for root in (ROOT, VOORBEELD)
    for model in KINDS.values()
    for path in (root / model.folder).glob("*.yml")
    if read(path.read_bytes(), path.name).fields is not None
)
KIND_OF_FOLDER = {Path(model.folder).name: kind for kind, model in KINDS.items()}


@pytest.mark.parametrize("folder", KIND_OF_FOLDER)
def test_house_form_of_the_real_content(folder: str) -> None:
    paths = [path for path in CONTENT if path.parent.name == folder]
    assert paths
    for path in paths:
        form = _assert_house_form(path.read_bytes(), KIND_OF_FOLDER[folder])
        assert _comments(form.decode()) == _comments(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: b\r\nc: d", "a: b\nc: d\n"),
        ("\ufeffa: b\n\n\n", "a: b\n"),
        ("cafe\u0301: cre\u0300me\n", "café: crème\n"),
        ("a:\n- b\n-   c: d\n    e: f\n", "a:\n  - b\n  - c: d\n    e: f\n"),
        ("# yaml-language-server: $schema=oud\na:   b  # c\n", "a: b    # c\n"),
        ("a: [b, # c\n  d]\n", "a: [b, # c\n  d]\n"),
        ("a: |+\n  b\n\n\n", "a: |+\n  b\n\n\n...\n"),
        ("a: 'no'\nb: 012\nc: 2014-02\n", "a: 'no'\nb: 012\nc: 2014-02\n"),
        ("---\na: b # c\n...\n", "a: b # c\n"),
    ],
)
def test_house_form(before: str, after: str) -> None:
    first = "# yaml-language-server: $schema=../../schema/begrip.json\n"
    assert house_form(before.encode(), "begrip") == (first + after).encode()


def test_house_form_of_what_cannot_be_read() -> None:
    assert house_form(b"a: b: c\n", "begrip") is None
    assert house_form(b"\xff", "begrip") is None


# --- What a file never gives, and another caller may ------------------------------------------------


def test_a_fault_of_libyaml_without_a_place_is_shown_at_the_top() -> None:
    finding = explain(yaml.MarkedYAMLError(problem="something new"), "naam: x\n", "x.yml")
    assert (finding.place, finding.code, finding.message) == (Place(), "Y18", "deze regel is geen geldige YAML")


def test_a_path_that_goes_deeper_than_the_file_ends_where_the_file_ends() -> None:
    root = nodes_of("naam: x\nlijst: [een]\n")
    assert node_at(root, ("weg", "verder")) is root
    assert node_at(root, ("lijst", 7)) is root.entries["lijst"][1]


def test_items_that_came_from_no_file_are_checked_too() -> None:
    entries = [entry._replace(text=None) for entry in ENTRIES]
    assert check(KnowledgeBase.of(entries)) == check(KnowledgeBase.of(ENTRIES)) == []
    wrong = [entry._replace(file="x.yml") for entry in entries if entry.key.kind != "bron"]
    found = check(KnowledgeBase.of(wrong))
    assert {finding.code for finding in found} == {"B02"}
    assert {finding.place for finding in found} == {Place()}
