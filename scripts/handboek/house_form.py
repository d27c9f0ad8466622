"""`handboek format`: the house form of a file, with nothing lost, comments included."""

import io
import re
import unicodedata
from typing import Any

import yaml as libyaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver

from handboek.loading import schema_line
from handboek.reading.characters import LOOSE_ACCENTS, decode
from handboek.reading.nodes import Plain, events_of
from handboek.reading.reader import read

_COMMENT = re.compile(r"(?<!\S)#.*")
_SCHEMA = "# yaml-language-server:"


class _TextOnly(VersionedResolver):
    """Every scalar is text, so none is quoted because elsewhere it would be a number or a date."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """The tag of a node."""
        return self.DEFAULT_SCALAR_TAG if kind is ScalarNode else super().resolve(kind, value, implicit)


def house_form(data: bytes, kind: str) -> bytes | None:
    """A file in the house form: first line, line ends, composed letters, indents; None for an unreadable one.

    Where setting the indents anew would lose something, such as a comment inside brackets, they stay.
    """
    text, troubles = decode(data, "")
    text = unicodedata.normalize("NFC", text)
    substance = _substance(text)
    if substance is None or any(trouble.code != LOOSE_ACCENTS for trouble in troubles):
        return None
    forms = (_framed(body, kind) for body in (_settled(text), text))
    return next((form for form in forms if _substance(form) == substance), text).encode()


def _framed(body: str, kind: str) -> str:
    """The body under the schema line, with one line end at the end."""
    lines = [line for line in body.split("\n") if not line.startswith(_SCHEMA)]
    return "\n".join([schema_line(kind), *lines]).rstrip("\n") + "\n"


def _settled(text: str) -> str:
    """The text with its indents set anew until that changes nothing more; as it was when that does not end."""
    body = text
    for _ in range(4):
        before, body = body, _indented(body)
        if body == before:
            return body
    return text


def _indented(text: str) -> str:
    yaml = YAML()
    yaml.Resolver = _TextOnly
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = len(text) + 1
    yaml.preserve_quotes = True
    stream = io.StringIO()
    try:
        yaml.dump(yaml.load(text), stream)
    except YAMLError:
        return text
    return stream.getvalue()


def _substance(text: str) -> tuple[Plain, list[str]] | None:
    """All that a file says: its data and its comments; None when it cannot be read."""
    fields = read(text.encode(), "").fields
    return None if fields is None else (fields, sorted(_comments(text)))


def _comments(text: str) -> list[str]:
    """The comments, the schema line aside: what starts with # outside every scalar."""
    left = list(text)
    for event in events_of(text):
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, libyaml.ScalarEvent):
            if event.style in {"|", ">"}:
                start += len(text[start:end].partition("\n")[0])
            left[start:end] = "_" * (end - start)
    found = [match[0].rstrip() for match in _COMMENT.finditer("".join(left))]
    return [comment for comment in found if not comment.startswith(_SCHEMA)]
