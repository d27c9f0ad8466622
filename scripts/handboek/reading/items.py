"""From nodes to typed items: pydantic types them, its errors become Dutch findings at their places."""

import difflib
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from handboek.findings import Finding, Place
from handboek.kinds import KINDS
from handboek.models.basis import Item
from handboek.reading.nodes import Mapping, Node, Path, Scalar, Sequence, place_of, plain
from handboek.sources import resolve

MESSAGES: dict[str, tuple[str, str]] = {
    "missing": ("‘{veld}’ ontbreekt", "Vul het veld in, of schrijf niet vermeld, onbekend, nee of n.v.t."),
    "string_too_short": ("‘{veld}’ is leeg", "Schrijf tekst, of niet vermeld, onbekend, nee of n.v.t."),
    "string_too_long": ("‘{veld}’ is te lang: hoogstens {max_length} tekens", "Verdeel de tekst over meer uitspraken."),
    "too_short": ("‘{veld}’ is een lege lijst", "Zet er een regel in, of schrijf niet vermeld in plaats van de lijst."),
    "string_type": ("‘{veld}’ moet gewone tekst zijn", "Schrijf `{veld}: tekst`, zonder lijst of velden eronder."),
    "literal_error": ("‘{invoer}’ kan niet bij ‘{veld}’", "Kies uit: {expected}."),
    "string_pattern_mismatch": ("‘{invoer}’ is geen goede id bij ‘{veld}’", "Kleine letters, cijfers en streepjes; `map/id` waar elke soort mag."),
    "model_type": ("‘{veld}’ moet velden hebben", "Schrijf de velden eronder, ingesprongen: `naam: …`."),
    "model_attributes_type": ("‘{veld}’ moet velden hebben", "Schrijf de velden eronder, ingesprongen: `naam: …`."),
    "tuple_type": ("‘{veld}’ moet een lijst zijn", "Begin elke regel met `- `, of schrijf `[een, twee]`."),
    "greater_than_equal": ("‘{invoer}’ is te klein bij ‘{veld}’", "Schrijf een getal van {ge} of meer."),
    "less_than_equal": ("‘{invoer}’ is te groot bij ‘{veld}’", "Schrijf een getal van {le} of minder."),
    "int_from_float": ("‘{veld}’ moet een heel getal zijn", "Schrijf een getal zonder komma."),
}  # fmt: skip
FALLBACK = ("‘{veld}’ klopt niet", "Kijk in de veldentabel van de handleiding wat hier kan staan.")


class Typed(NamedTuple):
    """An item as far as it could be typed (None when it could not), and the findings on the way."""

    item: Item | None
    findings: list[Finding]


def type_item(kind: str, root: Mapping, file: str) -> Typed:
    """Type one file's nodes as an item of `kind`, with every statement's source resolved."""
    empty = dict(_empty_values(root))
    findings = [_empty_finding(path, place, file) for path, place in empty.items()]
    try:
        item = KINDS[kind].model_validate(plain(root))
    except ValidationError as error:
        model_findings = (
            _finding(details, root, kind, file)
            for details in error.errors(include_url=False)
            if not any(_steps(root, details["loc"])[: len(path)] == path for path in empty)
        )
        return Typed(None, _unique([*findings, *model_findings]))
    return Typed(resolve(item) if not findings else None, findings)


def _unique(findings: list[Finding]) -> list[Finding]:
    """One finding a place: a union reports each of its alternatives, the first says enough."""
    seen: dict[Place, Finding] = {}
    for finding in findings:
        seen.setdefault(finding.place, finding)
    return list(seen.values())


def _empty_values(node: Node, path: Path = ()) -> Iterator[tuple[Path, Place]]:
    if isinstance(node, Scalar):
        if not node.text.strip() or (node.plain and node.text in {"~", "null"}):
            yield path, node.place
    elif isinstance(node, Sequence):
        if not node.items:
            yield path, node.place
        for index, item in enumerate(node.items):
            yield from _empty_values(item, (*path, index))
    else:
        if not node.entries:
            yield path, node.place
        for key, (key_place, value) in node.entries.items():
            for found, place in _empty_values(value, (*path, key)):
                yield found, key_place if len(found) == len(path) + 1 else place


def _empty_finding(path: Path, place: Place, file: str) -> Finding:
    tip = "Schrijf niet vermeld, onbekend, nee of n.v.t., of haal het veld weg als het niet verplicht is."
    return Finding(file, place, "V04", f"‘{_field(path)}’ is leeg", tip)


def _steps(root: Node, location: tuple[str | int, ...]) -> Path:
    """A validator's location without the names of its alternatives: only keys and indexes of the file."""
    steps: list[str | int] = []
    node = root
    for step in location:
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)][1]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            continue
        steps.append(step)
    return tuple(steps)


def _field(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "item")


def _finding(details: ErrorDetails, root: Mapping, kind: str, file: str) -> Finding:
    steps = _steps(root, details["loc"])
    if details["type"] == "extra_forbidden":
        return _unknown_field(details, root, kind, file)
    if details["type"] == "missing":
        message, tip = MESSAGES["missing"]
        return Finding(file, place_of(root, steps), "V02", message.format(veld=details["loc"][-1]), tip)
    place = place_of(root, steps)
    if details["type"] == "value_error":
        return Finding(file, place, "V03", str(details["ctx"]["error"]), _value_tip(_field(steps)))
    message, tip = MESSAGES.get(details["type"], FALLBACK)
    words = {"veld": _field(steps), "invoer": _short(details["input"]), **_context(details)}
    return Finding(file, place, "V03", message.format(**words), tip.format(**words))


def _context(details: ErrorDetails) -> dict[str, Any]:
    context = dict(details.get("ctx", {}))
    if "expected" in context:
        context["expected"] = str(context["expected"]).replace("'", "").replace(" or ", " of ")
    return context


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else "een lijst" if isinstance(value, list) else "een blok met velden"
    return text if len(text) <= 60 else text[:57] + "…"


def _value_tip(field: str) -> str:
    if field == "bron":
        return "Schrijf `movisie-2012 §3.2.2`, `§3.2.2` of `redactie`."
    return "Kijk in de veldentabel van de handleiding wat hier kan staan."


def _unknown_field(details: ErrorDetails, root: Mapping, kind: str, file: str) -> Finding:
    steps = _steps(root, details["loc"])
    known = _known_fields(KINDS[kind], details["loc"])
    close = difflib.get_close_matches(str(details["loc"][-1]), known, 1, 0.6)
    tip = f"Bedoel je ‘{close[0]}’?" if close else f"Hier kan: {', '.join(sorted(known))}."
    return Finding(file, place_of(root, steps, key=True), "V01", f"‘{details['loc'][-1]}’ is geen bekend veld", tip)


def _known_fields(model: type[Item], location: tuple[str | int, ...]) -> list[str]:
    """The fields that could stand where the unknown one stands."""
    schema = model.model_json_schema()
    here: dict[str, Any] = schema
    for step in location[:-1]:
        here = _descend(schema, here, step)
    return _properties(schema, here)


def _alternatives(schema: dict[str, Any], here: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "$ref" in here:
        here = schema["$defs"][here["$ref"].rpartition("/")[2]]
    yield here
    for option in here.get("anyOf", ()):
        yield from _alternatives(schema, option)


def _descend(schema: dict[str, Any], here: dict[str, Any], step: str | int) -> dict[str, Any]:
    for option in _alternatives(schema, here):
        if isinstance(step, int) and "items" in option:
            found: dict[str, Any] = option["items"]
            return found
        if step in option.get("properties", {}):
            return {"anyOf": [option["properties"][step]]}
    return here


def _properties(schema: dict[str, Any], here: dict[str, Any]) -> list[str]:
    return [name for option in _alternatives(schema, here) for name in option.get("properties", {})]
