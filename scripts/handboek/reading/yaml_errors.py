"""What libyaml says, in words that help an author."""

import yaml

from handboek.findings import Finding, Place

_FLOW_TIP = "Tussen [ ] en { } mogen alleen id's en korte woorden; zet een zin met , : of ? in een eigen regel met >-."

EXPLANATIONS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "dubbele punt op een plek waar die niet kan",
        "Staat er ‘: ’ in de tekst? Zet de tekst dan in een blok: `veld: >-` en de tekst ingesprongen eronder.",
    ),
    (
        "could not find expected ':'",
        "regel zonder dubbele punt",
        "Schrijf `veld: tekst`, of spring de regel verder in als hij bij de tekst erboven hoort.",
    ),
    (
        "found character that cannot start any token",
        "teken waarmee een tekst niet mag beginnen",
        "Zet de tekst tussen aanhalingstekens of in een blok met >-.",
    ),
    (
        "while scanning a quoted scalar",
        "aanhalingsteken zonder eind",
        "Sluit de tekst af met hetzelfde aanhalingsteken, of zet hem in een blok met >-.",
    ),
    ("while parsing a flow mapping", "fout tussen { en }", _FLOW_TIP),
    ("while parsing a flow sequence", "fout tussen [ en ]", _FLOW_TIP),
    ("did not find expected '-' indicator", "regel past niet in de lijst", "Begin elke regel van een lijst met `- `, recht onder elkaar."),
    ("did not find expected key", "regel staat niet op de goede plek", "Laat velden die bij elkaar horen recht onder elkaar beginnen."),
    ("block sequence entries are not allowed", "streepje op een plek waar geen lijst kan", "Zet de lijst op de regel na de dubbele punt, ingesprongen."),
    ("while scanning a block scalar", "fout in een blok met > of |", "Zet achter >- niets meer, en spring de tekst eronder in."),
    ("while scanning for the next token", "teken dat hier niet mag", "Gebruik spaties om in te springen, geen tabs."),
    ("undefined tag handle", "tag die niet bestaat", "Haal het uitroepteken weg of zet de tekst tussen aanhalingstekens."),
    ("found undefined", "verwijzing die niet bestaat", "Zet tekst die met * of & begint tussen aanhalingstekens."),
    ("control characters are not allowed", "onzichtbaar stuurteken", "Haal het teken weg; typ de regel zo nodig opnieuw."),
)  # fmt: skip


UNEXPLAINED = ("deze regel is geen geldige YAML", "Vergelijk de regel met een ander item van dezelfde soort.")


def explain(error: yaml.YAMLError, text: str, file: str) -> Finding:
    """A finding for what libyaml refused, at the place that it names."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')} {error}"
    message, tip = next(((message, tip) for words, message, tip in EXPLANATIONS if words in said), UNEXPLAINED)
    last = text.count("\n") + 1
    place = Place(min(mark.line + 1, last), mark.column + 1) if mark else Place()
    return Finding(file, place, "Y18", message, tip)
