"""What pydantic refuses, in words that help an author: where, what is wrong, and what to write instead."""

import difflib
from typing import NamedTuple

from pydantic_core import ErrorDetails

from handboek.findings import Finding, Place
from handboek.models.waarden import AFWEZIG_WOORDEN, SECTIE_PATROON
from handboek.reading.expected import expected, in_words, is_required
from handboek.reading.nodes import Mapping, Node, Path, Scalar, Sequence, node_at, place_of

_NO_TEXT = {"string_type", "literal_error", "int_type", "decimal_type", "model_type"}
_BLOCK = "Zet de tekst dan in een blok: `>-` en de tekst ingesprongen eronder."
_MESSAGES = {
    "string_too_long": ("{naam} is te lang: hoogstens {max_length} tekens", "Maak de tekst korter, of verdeel hem."),
    "too_short": ("{naam} heeft te weinig regels: minstens {min_length}", "Vul aan, of haal het geheel weg."),
    "greater_than_equal": ("‘{tekst}’ is te klein bij {naam}", "Schrijf een getal van {ge} of meer."),
    "less_than_equal": ("‘{tekst}’ is te groot bij {naam}", "Schrijf een getal van {le} of minder."),
    "int_from_float": ("{naam} moet een heel getal zijn", "Schrijf een getal zonder komma."),
}
_FALLBACK = ("{naam} klopt niet", "{hulp}")


class Fault(NamedTuple):
    """What is wrong at a path; `is_alternative`: another fault there says it better, if there is one.

    `meant` is the path of the field that the author most likely meant.
    """

    path: Path
    code: str
    place: Place
    message: str
    tip: str
    is_alternative: bool = False
    meant: Path | None = None

    def finding(self, file: str) -> Finding:
        """The fault as a finding in this file."""
        return Finding(file, self.place, self.code, self.message, self.tip)


def name_of(path: Path) -> str:
    """How an author knows the part at a path: the field, or which part of its list."""
    last = path[-1]
    return f"onderdeel {last + 1} van {name_of(path[:-1])}" if isinstance(last, int) else f"‘{_short(last)}’"


def fault_of(details: ErrorDetails, root: Mapping, kind: str) -> Fault | None:
    """The fault that a validation error tells; None for a list that is empty or whose parts are faulty."""
    path, silent = _steps(root, details["loc"])
    error = details["type"]
    if error == "too_short" and not 0 < len(details["input"]) < details["ctx"]["min_length"]:
        return None
    if silent is not None and error in {"literal_error", "missing"}:
        return _no_list(silent, root, str(details["input"]))
    around = path[:-1] if error == "extra_forbidden" else path
    node = node_at(root, around)
    if isinstance(node, Mapping) and node.entries and (error in _NO_TEXT or _is_split_text(node, kind, around)):
        return _no_text(around, root, node)
    if error == "extra_forbidden" and isinstance(node, Mapping):
        return _unknown(path, node, kind)
    if error == "missing":
        return _missing(path, str(details["loc"][-1]), root, kind)
    message, tip = _words(details, path, node, kind)
    if isinstance(node, Scalar) and node.text in AFWEZIG_WOORDEN and not is_required(kind, path):
        tip = "Haal het veld weg als er niets is."
    return Fault(path, "V03", place_of(root, path), message, tip, error == "literal_error")


def _steps(root: Node, location: tuple[str | int, ...]) -> tuple[Path, Path | None]:
    """A validator's location as a path of the file, and where on it a list may be a word for absence instead.

    A location names the validator's own alternatives between the fields; those are no steps.
    """
    path: Path = ()
    silent = None
    for step in location:
        node = node_at(root, path)
        if (isinstance(node, Mapping) and step in node.entries) or (
            isinstance(node, Sequence) and isinstance(step, int)
        ):
            path = (*path, step)
        elif step == "stilte":
            silent = path
    return path, silent


def _no_list(path: Path, root: Mapping, said: str) -> Fault:
    close = difflib.get_close_matches(said.casefold(), AFWEZIG_WOORDEN, 1, 0.6)
    tip = f"Begin elke regel eronder met `- `. Zonder lijst mag alleen {in_words(AFWEZIG_WOORDEN)}"
    tip = f"Bedoel je ‘{close[0]}’?" if close else tip
    return Fault(path, "V03", place_of(root, path), f"{name_of(path)} moet een lijst zijn", tip)


def _is_split_text(node: Mapping, kind: str, path: Path) -> bool:
    """Whether a statement reads as a mapping because its text holds a colon."""
    here = expected(kind, path)
    return here.is_statement and "tekst" not in node.entries and not node.entries.keys() <= here.fields.keys()


def _no_text(path: Path, root: Mapping, node: Mapping) -> Fault:
    message = f"{name_of(path)} moet tekst zijn, maar ‘{_short(next(iter(node.entries)))}:’ leest als een veld"
    return Fault(path, "V03", place_of(root, path), message, f"Staat er een dubbele punt in de tekst? {_BLOCK}")


def _missing(path: Path, field: str, root: Mapping, kind: str) -> Fault:
    where = f" bij {name_of(path)}" if path else ""
    tip = f"Schrijf `{field}: …`. {expected(kind, (*path, field)).help}"
    return Fault((*path, field), "V02", place_of(root, path), f"‘{field}’ ontbreekt{where}", tip)


def _unknown(path: Path, around: Mapping, kind: str) -> Fault:
    key = str(path[-1])
    known = [field for field in expected(kind, path[:-1]).fields if field not in around.entries]
    close = difflib.get_close_matches(key.casefold(), known, 1, 0.6)
    place, value = around.entries[key]
    if close:
        tip = f"Bedoel je ‘{close[0]}’?"
    elif " " in key or value.place == Place(place.line, place.column + len(key)):
        tip = f"Hoort dit bij een tekst? Een komma of dubbele punt begint een nieuw veld. {_BLOCK}"
    else:
        tip = f"Hier kan: {', '.join(known)}." if known else "Alles wat hier kan, staat er al: haal het weg."
    meant = (*path[:-1], close[0]) if close else None
    return Fault(path, "V01", place, f"‘{_short(key)}’ is geen bekend veld", tip, meant=meant)


def _words(details: ErrorDetails, path: Path, node: Node, kind: str) -> tuple[str, str]:
    """Message and tip for a value that the field does not take."""
    name, here, error = name_of(path), expected(kind, path), details["type"]
    text = _short(node.text) if isinstance(node, Scalar) else ""
    if error == "model_type" and here.fields and not here.is_statement:
        fields = ", ".join(f"`{field}: …`" for field, required in here.fields.items() if required)
        return f"{name} moet velden hebben", f"Schrijf ze eronder, ingesprongen: {fields}."
    if isinstance(node, Sequence) and error in _NO_TEXT:
        tip = f"Haal het streepje of de [ ] weg. Begint de tekst zelf met [? {_BLOCK}"
        return f"{name} moet tekst zijn, geen lijst", tip
    if error == "tuple_type":
        return f"{name} moet een lijst zijn", "Begin elke regel eronder met `- `; voor id's mag ook `[een, twee]`."
    if error == "literal_error":
        close = difflib.get_close_matches(text.casefold(), here.choices, 1, 0.7)
        return f"‘{text}’ kan niet bij {name}", f"Bedoel je ‘{close[0]}’?" if close else here.help
    if error == "string_pattern_mismatch":
        what, tip = _shape(str(details["ctx"]["pattern"]))
        return f"‘{text}’ is geen {what} bij {name}", tip
    if error == "value_error":
        tip = "Schrijf `movisie-2012 §3.2.2`, `§3.2.2` of `redactie`." if "bron" in path[-2:] else here.help
        return str(details["ctx"]["error"]).replace(str(details["input"]), text), tip
    message, tip = _MESSAGES.get(error, _FALLBACK)
    words = {"naam": name, "tekst": text, "hulp": here.help, **details.get("ctx", {})}
    return message.format(**words), tip.format(**words)


def _shape(pattern: str) -> tuple[str, str]:
    if "/" in pattern:
        return "map/id", "Schrijf de map, een schuine streep en de id: `dilemmas/nabijheid-en-afstand`."
    if pattern == SECTIE_PATROON:
        return "nummer van een sectie", "Schrijf cijfers, letters, punten en streepjes, zonder spatie: 3.2.1."
    return "id", "Schrijf kleine letters, cijfers en streepjes: van-aanbod-naar-vraag."


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "…"
