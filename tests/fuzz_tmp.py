"""The reader never fails, says where, and loses nothing; neither does the house form."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT, VOORBEELD
from handboek.checks import check
from handboek.findings import Finding, Place
from handboek.house_form import house_form
from handboek.kinds import KINDS
from handboek.knowledge import Entry, KnowledgeBase
from handboek.loading import load
from handboek.reading.characters import MAX_BYTES
from handboek.reading.items import type_item
from handboek.reading.nodes import Plain, plain
from handboek.reading.reader import read

same_every_time = settings(
    derandomize=False,
    database=None,
    deadline=None,
    max_examples=5000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

FRAGMENTS = (
    "naam: ", "soort: term", "samenvatting:", "bron: [", "- ", "\n", "\n", "\n", "  ", "    ", "[", "]", "{", "}", ", ", ": ",
    ":", "? ", "?", "&a ", "*a", "!t ", "!!str ", "|", ">-", "|+", ">2", "'", '"', "#", " # c", "%", "@", "`", "---\n", "...\n",
    "\t", "é", "e\u0301", "\u202e", "\u200b", "\x85", "\r", "\r\n", "\0", "a", "woord ", "\\x41", "\\u202E", "\\", "<<: ", "~",
    "null", "12:30", "§1", "🏠", "\ufeff",
)  # fmt: skip
yaml_like = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join).map(str.encode)


def _assert_within(findings: list[Finding], data: bytes) -> None:
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    for finding in findings:
        line, column = finding.place
        assert 1 <= line <= len(lines), finding
        assert 1 <= column <= len(lines[line - 1]) + 1, finding
        assert "\n" not in finding.message + finding.tip


def _assert_reads(data: bytes) -> None:
    found = read(data, "x.yml")
    _assert_within(found.findings, data)
    assert (found.root is None) == bool(found.findings)
    if found.root is not None:
        for kind in KINDS:
            typed = type_item(kind, found.root, "x.yml")
            _assert_within(typed.findings, data)
            assert (typed.item is None) == bool(typed.findings)
            assert len(set(typed.findings)) == len(typed.findings)


@same_every_time
@given(st.one_of(st.binary(max_size=200), st.text(max_size=100).map(str.encode), yaml_like))
def test_reads_anything(data: bytes) -> None:
    _assert_reads(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\t" * MAX_BYTES,
        b"\t\n" * (MAX_BYTES // 2),
        b"[" * MAX_BYTES,
        b"a: " + b"{b: " * (MAX_BYTES // 4),
        b"- " * (MAX_BYTES // 2),
        b"a:\n" * (MAX_BYTES // 3),
        b"".join(b"v%05d: x\n" % number for number in range(10_000)),
        b"naam: [" + b"{a: b}, " * 10_000 + b"]",
        b"x" * (MAX_BYTES + 1),
    ],
    ids=["tabs", "tab-lines", "brackets", "braces", "dashes", "doubled", "unknown", "mappings", "too-large"],
)
def test_reads_the_largest_nonsense(data: bytes) -> None:
    found = read(data, "x.yml")
    _assert_within(found.findings, data)
    typed = type_item("begrip", found.root, "x.yml").findings if found.root else []
    assert 1 <= len(found.findings + typed) <= 200


# --- One edit to the example -----------------------------------------------------------------------

EXAMPLE = load(VOORBEELD).kb
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


@same_every_time
@given(edits())
def test_one_edit_is_reported_in_the_file_it_is_in(edit: tuple[Entry, bytes]) -> None:
    entry, data = edit
    _assert_reads(data)
    root = read(data, entry.file).root
    item = type_item(entry.key.kind, root, entry.file).item if root else None
    changed = Entry(entry.key, entry.file, item, root)
    kb = KnowledgeBase.of(changed if other.key == entry.key else other for other in ENTRIES)
    findings = check(kb)
    assert len(set(findings)) == len(findings), "reported twice"
    _assert_within([finding for finding in findings if finding.file == entry.file], data)
    assert item is not None or not findings, "what follows from a broken file is not reported"


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


def _scalar(text: str, luck: random.Random, indent: str) -> str:
    plain_text = re.fullmatch(r"[A-Za-zéü][\w éüñ’§€.,;!?()/+=-]*", text)
    style = luck.choice(["single", "double", "literal", "folded", *["plain"] * 3])
    if style == "plain" and plain_text and text not in {"null", "~"}:
        return " " + text
    if style in {"literal", "folded"}:
        return f" {'|-' if style == 'literal' else '>-'}\n{indent}  {text}"
    if style == "double":
        return ' "' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return " '" + text.replace("'", "''") + "'"


def _write(node: Plain, luck: random.Random, indent: str = "") -> str:
    """The node as YAML in one of many ways, what follows a colon or dash; comments between."""
    if isinstance(node, str):
        return _scalar(node, luck, indent) + "\n"
    lines = "\n"
    for head, value in (
        [(f"{key}:", part) for key, part in node.items()] if isinstance(node, dict) else [("-", part) for part in node]
    ):
        if luck.random() < 0.2:
            lines += f"{indent}# opmerking {luck.randrange(10**9)}\n"
        lines += f"{indent}{head}{_write(value, luck, indent + '  ' * luck.choice([1, 1, 2]))}"
    return lines


@same_every_time
@given(documents, st.integers(0, 2**32))
def test_reads_what_was_written(document: Plain, seed: int) -> None:
    text = _write(document, random.Random(seed))
    found = read(text.encode(), "x.yml")
    assert found.findings == []
    assert found.root is not None
    assert plain(found.root) == document


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
    root = read("".join(f"a{number}: {word}\n" for number, word in enumerate(words)).encode(), "x.yml").root
    assert root is not None
    assert list(plain(root).values()) == words  # type: ignore[union-attr]


def test_places_count_letters_and_start_at_one() -> None:
    root = read("\ufeff# é\r\nnaäm: 🏠 x\r\nb: [é, {c: d}]\r\n".encode(), "x.yml").root
    assert root is not None
    assert root.place == Place(2, 1)
    assert root.entries["naäm"][1].place == Place(2, 7)
    assert root.entries["b"][1].items[1].entries["c"][1].place == Place(3, 12)  # type: ignore[union-attr]


# --- The house form --------------------------------------------------------------------------------


def _comments(text: str) -> Counter[str]:
    lines = (line for line in text.splitlines() if not line.startswith("# yaml-language-server:"))
    return Counter(match[0].rstrip() for line in lines for match in re.finditer(r"(?<!\S)#.*", line))


def _assert_house_form(data: bytes, kind: str) -> bytes:
    form = house_form(data, kind)
    assert form is not None
    assert form == data or house_form(form, kind) == form, "formatting again changes nothing"
    old, new = read(data, "x.yml").root, read(form, "x.yml").root
    assert old is not None
    assert new is not None
    assert plain(new) == plain(old)
    assert form.startswith(f"# yaml-language-server: $schema=../../schema/{kind}.json\n".encode())
    assert form.endswith(b"\n")
    return form


@same_every_time
@given(documents, st.integers(0, 2**32))
def test_house_form_loses_nothing(document: Plain, seed: int) -> None:
    text = _write(document, random.Random(seed))
    form = _assert_house_form(text.encode(), "begrip").decode()
    written = re.findall(r"# opmerking \d+", text)
    assert sorted(re.findall(r"# opmerking \d+", form)) == sorted(written)


@same_every_time
@given(yaml_like)
def test_house_form_of_anything_readable(data: bytes) -> None:
    if read(data, "x.yml").root is None:
        assert house_form(data, "begrip") is None or b"e\xcc\x81" in data
    else:
        _assert_house_form(data, "begrip")


CONTENT = sorted(
    path
    for root in (ROOT, VOORBEELD)
    for model in KINDS.values()
    for path in (root / model.folder).glob("*.yml")
    if read(path.read_bytes(), path.name).root is not None
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
