"""What libyaml says, in words that help an author, at the place where the mistake is."""

import re
from typing import NamedTuple

import yaml

from handboek.findings import Finding, Place

_BLOCK = "Zet de tekst in een blok: `veld: >-` (of `- >-`) en de tekst ingesprongen eronder."
_FLOW = "Tussen [ ] en { } mogen alleen id's en korte woorden; zet een zin met , : of ? in een eigen regel met >-."
_START = "een tekst mag niet beginnen met {teken}"


class Explanation(NamedTuple):
    """What libyaml's words mean. `whole`: the mistake is where the part begins, not where reading stuck."""

    words: str
    message: str
    tip: str
    whole: bool = False


EXPLANATIONS = (
    Explanation("could not find expected ':'", "regel zonder dubbele punt", "Schrijf `veld: tekst`, of spring de regel verder in als hij bij de tekst erboven hoort.", True),
    Explanation("found character that cannot start any token", _START, _BLOCK),
    Explanation("while parsing a quoted scalar", "\\ in een tekst tussen dubbele aanhalingstekens", f"Haal de \\ weg. Of: {_BLOCK}"),
    Explanation("while scanning a quoted scalar", "aanhalingsteken zonder eind", f"Sluit de tekst af met hetzelfde aanhalingsteken. Of: {_BLOCK}", True),
    Explanation("while parsing a flow mapping", "fout tussen { en }", f"Sluit af met }}. {_FLOW}"),
    Explanation("while parsing a flow sequence", "fout tussen [ en ]", f"Sluit af met ]. {_FLOW}"),
    Explanation("while parsing a flow node", "komma zonder woord ervoor", _FLOW),
    Explanation("found unexpected ':'", "dubbele punt zonder spatie erna", f"Zet een spatie na de dubbele punt. {_FLOW}"),
    Explanation("did not find expected '-' indicator", "regel past niet in de lijst", "Begin elke regel van een lijst met `- `, recht onder elkaar; spring een veld van dezelfde regel verder in."),
    Explanation("block sequence entries are not allowed", "streepje op een plek waar geen lijst kan", "Zet de lijst op de regel na de dubbele punt, ingesprongen."),
    Explanation("while scanning a block scalar", "fout in een blok met > of |", "Zet achter >- niets meer, en spring de tekst eronder in."),
    Explanation("did not find expected node content", _START, _BLOCK),
    Explanation("while scanning an alias", _START, _BLOCK, True),
    Explanation("while scanning an anchor", _START, _BLOCK, True),
    Explanation("tag", _START, _BLOCK, True),
    Explanation("<document start>", "regel sluit niet aan op de regels erboven", "Laat alle velden van het item helemaal links beginnen, zonder regel met --- of ... ertussen."),
    Explanation("directive", "regel die met % begint", "Haal de regel weg; het bestand begint met velden."),
    Explanation("incompatible YAML document", "regel die met % begint", "Haal de regel weg; het bestand begint met velden."),
)  # fmt: skip
_COLON = ("dubbele punt in de tekst", _BLOCK)
_NO_SPACE = ("geen spatie na de dubbele punt", "Schrijf `veld: tekst`.")
_SHIFTED = ("regel past niet onder de regel erboven", "Laat velden die bij elkaar horen recht onder elkaar beginnen.")
_AFTER_END = ("hier hoort niets meer te staan", f"Begint de tekst met een aanhalingsteken, haakje of *? {_BLOCK}")
_UNALIGNED = ("regel staat niet op de goede plek", "Laat velden die bij elkaar horen recht onder elkaar beginnen.")
_UNEXPLAINED = ("deze regel is geen geldige YAML", "Vergelijk de regel met een ander item van dezelfde soort.")
_KEY_BEFORE = re.compile(r"\s*(?:- +)*[^\s:][^:]*:\s")
_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- +)*[a-z_]+(:)[^\s/]")


def explain(error: yaml.MarkedYAMLError, text: str, file: str) -> Finding:
    """A finding for what libyaml refused, where the author must look."""
    lines = text.split("\n")
    stuck = _place(error.problem_mark, lines)
    started = _place(error.context_mark, lines) if error.context_mark else stuck
    said = f"{error.context} {error.problem}"
    if "mapping values are not allowed" in said:
        place, (message, tip) = _colon(stuck, lines)
    elif "did not find expected key" in said:
        place, (message, tip) = stuck, _UNALIGNED if _first_column(lines, stuck.line) == stuck.column else _AFTER_END
    else:
        place, message, tip = _listed(said, started, stuck)
    return Finding(file, place, "Y18", message.replace("{teken}", lines[place.line - 1][place.column - 1 :][:1]), tip)


def _listed(said: str, started: Place, stuck: Place) -> tuple[Place, str, str]:
    for words, message, tip, whole in EXPLANATIONS:
        if words in said:
            if "flow" in words and stuck.line != started.line:
                return started, f"{message} (regel {started.line} tot {stuck.line})", tip
            return started if whole else stuck, message, tip
    return stuck, *_UNEXPLAINED


def _place(mark: yaml.Mark | None, lines: list[str]) -> Place:
    if mark is None:
        return Place()
    line = min(mark.line, len(lines) - 1)
    return Place(line + 1, min(mark.column, len(lines[line])) + 1)


def _first_column(lines: list[str], line: int) -> int:
    text = lines[line - 1]
    return len(text) - len(text.lstrip()) + 1


def _colon(stuck: Place, lines: list[str]) -> tuple[Place, tuple[str, str]]:
    """A colon that cannot be: in a text after its own key, or on a line that does not fit the one above."""
    if _KEY_BEFORE.match(lines[stuck.line - 1], 0, stuck.column):
        return stuck, _COLON
    above = next((n for n in range(stuck.line - 1, 0, -1) if lines[n - 1].strip()), 0)
    if above and (match := _KEY_WITHOUT_SPACE.match(lines[above - 1])):
        return Place(above, match.start(1) + 1), _NO_SPACE
    return Place(stuck.line, _first_column(lines, stuck.line)), _SHIFTED
