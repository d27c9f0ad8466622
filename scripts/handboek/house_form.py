"""`handboek format`: the house form of a file, with nothing lost, comments included."""

import io
import unicodedata

from ruamel.yaml import YAML
from ruamel.yaml.resolver import BaseResolver

from handboek.loading import SCHEMA_LINE


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Resolver = BaseResolver
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 100_000
    yaml.preserve_quotes = True
    return yaml


def house_form(text: str, kind: str) -> str:
    """The text of a readable file in the house form: indents, first line, line ends, composed letters."""
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n"))
    yaml = _yaml()
    stream = io.StringIO()
    yaml.dump(yaml.load(text), stream)
    lines = [line.rstrip() for line in stream.getvalue().splitlines()]
    wanted = SCHEMA_LINE.format(kind=kind)
    body = [line for line in lines if not line.startswith("# yaml-language-server:")]
    return "\n".join([wanted, *body]).rstrip("\n") + "\n"
