"""What the model expects at a place in the file: read from the JSON Schema that editors use, which says it once."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from handboek.kinds import MODELS
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.reading.nodes import Path

Schema: TypeAlias = dict[str, Any]


class Expected(NamedTuple):
    """What can stand at a path: fields (name → required), fixed words, other text; and what it is for."""

    fields: dict[str, bool]
    choices: tuple[str, ...]
    free: bool
    description: str

    @property
    def is_statement(self) -> bool:
        """Whether it is a plain text, or a block of that text and its source."""
        return set(self.fields) == {"tekst", "bron"}

    @property
    def help(self) -> str:
        """What an author can write here."""
        if self.choices and not self.free:
            return f"Kies uit: {in_words(self.choices)}"
        silent = f" Of schrijf {in_words(AFWEZIG_WOORDEN)}" if "niet vermeld" in self.choices else ""
        return (self.description or "Kijk in de veldentabel van de handleiding.") + silent


def expected(kind: str, path: Path) -> Expected:
    """What an item of `kind` expects at `path`; nothing where the model knows no such path."""
    schema = _schema(kind)
    here, description = schema, ""
    for step in path:
        here = _below(schema, here, step)
        description = here.get("description", description)
    options = list(_options(schema, here))
    words = [word for option in options for word in [*option.get("enum", ()), option.get("const")] if word]
    return Expected(
        {name: name in option.get("required", ()) for option in options for name in option.get("properties", {})},
        tuple(dict.fromkeys(words)),
        any(option.get("type") in {"string", "integer", "number", "array"} for option in options if not _fixed(option)),
        description,
    )


def is_required(kind: str, path: Path) -> bool:
    """Whether the field at `path` must stand there; a part of a list need not."""
    step = path[-1]
    return isinstance(step, str) and expected(kind, path[:-1]).fields.get(step, False)


def in_words(words: tuple[str, ...]) -> str:
    """The words as a Dutch enumeration that ends the sentence: a, b of c."""
    text = " of ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
    return text if text.endswith(".") else f"{text}."


@cache
def _schema(kind: str) -> Schema:
    return MODELS[kind].model_json_schema()


def _fixed(option: Schema) -> bool:
    return "enum" in option or "const" in option


def _options(schema: Schema, here: Schema) -> Iterator[Schema]:
    if "$ref" in here:
        here = schema["$defs"][here["$ref"].rpartition("/")[2]]
    yield here
    for option in (*here.get("anyOf", ()), *here.get("oneOf", ())):
        yield from _options(schema, option)


def _below(schema: Schema, here: Schema, step: str | int) -> Schema:
    for option in _options(schema, here):
        found: Schema | None = option.get("items") if isinstance(step, int) else option.get("properties", {}).get(step)
        if found is not None:
            return found
    return {}
