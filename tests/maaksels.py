"""Made-up inputs for the tests and for bench/trust.py: items as the models describe them, with something wrong in them."""

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from handboek.kinds import KINDS, MODELS
from handboek.loading import load, schema_line
from handboek.reading.characters import MAX_BYTES
from handboek.reading.nodes import Plain

EXAMPLE = load(Path(__file__).parent / "voorbeeld").kb

FRAGMENTS = (
    "naam: ", "soort: term", "samenvatting:", "bron: [", "- ", "\n", "\n", "\n", "  ", "    ", "[", "]", "{", "}", ", ", ": ",
    ":", "? ", "?", "&a ", "*a", "!t ", "!!str ", "|", ">-", "|+", ">2", "'", '"', "#", " # c", "%", "@", "`", "---\n", "...\n",
    "\t", "é", "e\u0301", "\u202e", "\u200b", "\x85", "\r", "\r\n", "\0", "a", "woord ", "\\x41", "\\u202E", "\\", "<<: ", "~",
    "null", "12:30", "§1", "🏠", "\ufeff",
)  # fmt: skip
yaml_like = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join).map(str.encode)

ODD = (
    "no", "on", "y", "12:30", "0123", "1e3", ".5", "2014-02-30", "~", "", "0o17", ".inf", "null", "nee", "niet vermeld", "Nee",
    "n.v.t", "VUL IN", "…", "redactie", "proefbron §1.1", "§9", "weg", "begrippen/weg", "../x", "con", "a" * 300, "<b>x</b>",
    "tekst: met dubbele punt", "- streepje", "# hekje", "\u202e", "e\u0301",
)  # fmt: skip

BOMBS: dict[str, bytes] = {
    "tabs": b"\t" * MAX_BYTES,
    "lines of tabs": b"\t\n" * (MAX_BYTES // 2),
    "brackets": b"[" * MAX_BYTES,
    "braces": b"a: " + b"{b: " * (MAX_BYTES // 4 - 1),
    "dashes": b"- " * (MAX_BYTES // 2),
    "question marks": b"? " * (MAX_BYTES // 2),
    "doubled fields": b"a:\n" * (MAX_BYTES // 3),
    "unknown fields": b"".join(b"v%05d: x\n" % number for number in range(3_900)),
    "long unknown fields": b"".join(b"n%01000d: x\n" % number for number in range(99)),
    "mappings in a list": b"naam: [" + b"{a: b}, " * 1_500 + b"]",
    "lists in a list": b"synoniemen: [" + b"[[[a]]]," * 1_100 + b"]",
    "too many parts": b"synoniemen: [" + b"a," * 45_000 + b"]",
    "empty parts": b"synoniemen:\n" + b"-\n" * 7_900,
    "wrong references": b"zie_ook: [" + b"x," * 7_900 + b"]",
    "sources": b"bron: [" + b"redactie," * 7_900 + b"]",
    "aliases": b"naam: &a x\n" + b"b: *a\n" * 15_000,
    "billion laughs": b"".join(b"%c: &%c [%s]\n" % (n + 98, n + 98, b"*%c," % (n + 97) * 9) for n in range(20)),
    "tags": b"a: !x y\n" * 12_000,
    "escapes": b"".join(b'a%d: "\\u200b"\n' % number for number in range(6_000)),
    "loose accents": b"naam: " + "e\u0301".encode() * 30_000,
    "one long number": b"volgorde: " + b"9" * 98_000,
    "ten megabytes": b"x" * 10_000_000,
}
"""Files that are as bad as they can be: at the limits of the reader, or beyond them."""


# --- Items ---------------------------------------------------------------------------------------------

Schema = dict[str, Any]


@cache
def items(kind: str) -> st.SearchStrategy[Plain]:
    """Items that follow the JSON Schema of a kind, as far as a schema says."""
    schema = MODELS[kind].model_json_schema()
    return _value(schema, schema, 0)


def _value(schema: Schema, here: Schema, depth: int) -> st.SearchStrategy[Plain]:
    if "$ref" in here:
        return st.deferred(lambda: _value(schema, schema["$defs"][here["$ref"].rpartition("/")[2]], depth))
    if options := [*here.get("anyOf", ()), *here.get("oneOf", ())]:
        return st.one_of([_value(schema, option, depth) for option in options if option.get("type") != "null"])
    if "properties" in here:
        return _mapping(schema, here, depth + 1)
    if here.get("type") == "array":
        return st.lists(_value(schema, here.get("items", {}), depth + 1), min_size=here.get("minItems", 0), max_size=2)
    return _scalar_of(here)


def _mapping(schema: Schema, here: Schema, depth: int) -> st.SearchStrategy[Plain]:
    fields = {name: _value(schema, field, depth) for name, field in here["properties"].items()}
    required = {name: fields[name] for name in here.get("required", ())}
    optional = {name: field for name, field in fields.items() if name not in required} if depth < 4 else {}
    return st.fixed_dictionaries(required, optional=optional)


def _scalar_of(here: Schema) -> st.SearchStrategy[Plain]:
    if words := here.get("enum") or ([here["const"]] if "const" in here else None):
        return st.sampled_from(words)
    if here.get("type") in {"integer", "number"}:
        return st.integers(0, 2100).map(str)
    if "pattern" in here:
        ids = [key.id for key in EXAMPLE.entries]
        fitting = [
            text
            for text in (
                *ids,
                *(f"begrippen/{id_}" for id_ in ids),
                "2012-11",
                "2012-11-30",
                "12,5",
                "09:30",
                "https://voorbeeld.nl",
            )
            if re.match(here["pattern"], text)
        ]
        return st.sampled_from(fitting or ["weg"])
    return st.sampled_from(
        ["Een zin van iemand.", "redactie", "proefbron §1.1", "Aanbellen", "niet vermeld", "77 van de 80"]
    )


# --- Something wrong in them -----------------------------------------------------------------------------


def _places(node: Plain) -> list[tuple[Any, Any]]:
    """Every container with each of its keys: where something can be changed."""
    pairs = list(node.items()) if isinstance(node, dict) else list(enumerate(node)) if isinstance(node, list) else []
    return [place for key, part in pairs for place in ((node, key), *_places(part))]


def _rename(container: Any, key: Any, luck: random.Random) -> None:
    if isinstance(container, dict):
        name = list(key) or ["x"]
        name[luck.randrange(len(name))] = luck.choice("aeiou_-X ")
        container["".join(name)] = container.pop(key)


def _swap(container: Any, key: Any, luck: random.Random) -> None:
    container[key] = luck.choice(
        [luck.choice(ODD), [luck.choice(ODD)], {luck.choice(ODD) or "x": luck.choice(ODD)}, [], {}]
    )


def _drop(container: Any, key: Any, _: random.Random) -> None:
    del container[key]


def _wrap(container: Any, key: Any, luck: random.Random) -> None:
    for _ in range(luck.choice([1, 1, 2, 30])):
        container[key] = [container[key]] if luck.random() < 0.5 else {"tekst": container[key]}


CHANGES: tuple[Callable[[Any, Any, random.Random], None], ...] = (_rename, _swap, _drop, _wrap)


@st.composite
def near_valid(draw: st.DrawFn) -> tuple[str, bytes]:
    """A kind and a file of that kind, right but for up to three changes to its parts and two to its letters."""
    kind = draw(st.sampled_from([*MODELS]))
    item = draw(items(kind))
    luck = random.Random(draw(st.integers(0, 2**32)))
    for _ in range(luck.choice([0, 0, 0, 1, 1, 2, 3])):
        if places := _places(item):
            container, key = luck.choice(places)
            luck.choice(CHANGES)(container, key, luck)
    text = f"{schema_line(kind)}\n" + written(item, luck)
    for _ in range(luck.choice([0, 0, 0, 1, 2])):
        at = luck.randrange(len(text) + 1)
        text = text[:at] + luck.choice(FRAGMENTS) + text[at + luck.choice([0, 0, 1, 5]) :]
    return kind, text.encode()


any_file: st.SearchStrategy[tuple[str, bytes]] = st.one_of(
    near_valid(),
    near_valid(),
    near_valid(),
    st.tuples(st.sampled_from([*KINDS]), yaml_like),
    st.tuples(st.sampled_from([*KINDS]), st.binary(max_size=300)),
)
"""Mostly nearly right files, some that are hardly YAML, and some that are just bytes."""


# --- Writing YAML in one of many ways ----------------------------------------------------------------------


def written(node: Plain, luck: random.Random, indent: str = "") -> str:
    """The node as YAML in one of many ways, what follows a colon or dash; comments between."""
    if isinstance(node, str):
        return _scalar(node, luck, indent) + "\n"
    if not node:
        return " {}\n" if isinstance(node, dict) else " []\n"
    lines = "\n" if indent else ""
    for head, value in (
        [(f"{key}:", part) for key, part in node.items()] if isinstance(node, dict) else [("-", part) for part in node]
    ):
        if luck.random() < 0.2:
            lines += f"{indent}# opmerking {luck.randrange(10**9)}\n"
        lines += f"{indent}{head}{written(value, luck, indent + '  ' * luck.choice([1, 1, 2]))}"
    return lines


def _scalar(text: str, luck: random.Random, indent: str) -> str:
    plain_text = re.fullmatch(r"[A-Za-zéü][\w éüñ’§€.,;!?()/+=-]*", text)
    style = luck.choice(["single", "double", "literal", "folded", *["plain"] * 3])
    if style == "plain" and plain_text and text not in {"null", "~"}:
        return " " + text
    if style in {"literal", "folded"} and text:
        return f" {'|-' if style == 'literal' else '>-'}\n{indent}  {text}"
    if style == "double":
        return ' "' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return " '" + text.replace("'", "''") + "'"
