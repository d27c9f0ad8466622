"""Nobody is named but the authors of sources, and nothing says where to reach a person."""

import re
import string
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from handboek.checks.common import at, remark
from handboek.findings import Finding, Severity
from handboek.knowledge import KnowledgeBase
from handboek.models.bron import Bron

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŞŠŽ]"
_PART = rf"{_CAPITAL}[\w’']*\w(?:-{_CAPITAL}\w+)*"
_PARTICLES = r"(?:(?:van|de|der|den|ter|ten|te|’t|'t|el|al|ben)\s)*"
_SURNAME = re.compile(rf"\s{_PARTICLES}(?:(?:Van|De|Der|Den|Ter|Ten|El|Al|Ben)\s{_PARTICLES})*({_PART})")
_WORD = re.compile(rf"(?<![\w-]){_CAPITAL}[a-zß-ÿğıłńş]+(?:-{_CAPITAL}[a-zß-ÿ]+)?(?![\w-])")
_CAPITALIZED = re.compile(rf"{_CAPITAL}[^\W\d_]*")
_SINGLE = frozenset(string.ascii_uppercase)
_INITIALS = re.compile(
    rf"(?<![\w.])(?!(?:B\.V|N\.V)\.)(?:{_CAPITAL}\.\s?){{1,4}}{_PARTICLES}(?:De\s)?{_CAPITAL}[a-zß-ÿ]+"
)
_ABBREVIATED = ("mevr", "mw", "dhr", "dr", "drs", "prof")
_ADDRESS = (
    *(
        "mevrouw",
        "meneer",
        "mijnheer",
        "buurman",
        "buurvrouw",
        "opa",
        "oma",
        "oom",
        "tante",
        "dominee",
        "pastoor",
        "imam",
    ),
    *("wethouder", "burgemeester", "wijkagent", "wijkcoach", "buurtwerker", "jongerenwerker", "participatiecoach"),
)
_SPEAKER = ("aldus", "zegt", "vertelt", "vindt", "projectleider", "begeleider", "beleidsmedewerker")
_SIGNS = (*_ADDRESS, *_SPEAKER)
_ABBREVIATION = re.compile(rf"(?:{'|'.join(_ABBREVIATED)})[.\s]")
_ADDRESSED = re.compile(
    rf"\b(?i:(?:{'|'.join(_ABBREVIATED)})\.?|{'|'.join(_ADDRESS)})"
    rf"\s({_PARTICLES}(?:De\s|El\s|Van\s(?:der?\s|den\s)?)?{_CAPITAL}[a-zß-ÿ]+)"
)
_SPEAKING = re.compile(rf"\b(?:{'|'.join(_SPEAKER)})\s({_CAPITAL}[a-zß-ÿ]+\s{_PARTICLES}{_CAPITAL}[a-zß-ÿ]+)")
"""Two capitals after what only a person does or is; after `directeur` or `manager` they are often an organisation."""
_NO_SURNAME = re.compile(
    r"\w*(?:straat|straten|laan|plein|weg|wijk|buurt|school|college|huis|park|kade|gracht|hof|flat|singel|centrum"
    r"|stichting|prijs|fonds|brug|kerk|poort|dijk|markt|universiteit|lyceum|ambacht|polder)s?",
    re.IGNORECASE,
)
_NO_PERSON = frozenset(
    [
        "Zorg",
        "Werk",
        "Welzijn",
        "Sociale",
        "Sociaal",
        "Jeugd",
        "Onderwijs",
        "Wonen",
        "Financiën",
        "Wmo",
        "Samen",
        "Wijk",
        "In",
        "Bij",
    ]
)
_PLACES = frozenset({"plaats", "gemeente", "wijk", "bronvorm"})
"""Fields that hold the name of a place; many a place was named after a person."""
_CONTACT = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w+])(?:\+31|0031|0)(?:\s?\(0\))?(?:[ -]?\d){9}(?!\d)", re.ASCII
)
_NUMBER = re.compile("[0-9]")
_HOME = re.compile(
    rf"(?<![\w-]){_CAPITAL}\w*(?:straat|laan|plein|weg|gracht|kade|singel|dijk)\s\d{{1,3}}[a-z]?(?!\w)"
    r"|(?<!\d)[1-9]\d{3}\s?[A-Z]{2}(?![\w])\s\w+"
)


@cache
def _given_names() -> dict[str, bool]:
    """The given names, each with whether it is one by itself: some are words or places, too."""
    text = (files("handboek.checks") / "data" / "voornamen.txt").read_text(encoding="utf-8")
    rows = (row for row in text.splitlines() if not row.startswith("#"))
    return {row.removesuffix(" *"): not row.endswith(" *") for row in rows}


def nobody_named(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure no text names a person who is not the author of a source."""
    authors = {(name[0], name.split()[-1]) for bron in kb.bronnen.values() for name in bron.auteurs or ()}
    surnames = {surname for _, surname in authors}
    tip = "Noem professionals bij hun functie en bewoners niet; of zet in methods/toegestaan.yml waarom dit mag."
    for key, said in kb.texts.items():
        for path, part, text in said:
            if (isinstance(part, Bron) and path[0] == "auteurs") or path[-1] in _PLACES:
                continue
            for name, is_title in dict.fromkeys(names(text)):
                last = name.split()[-1]
                if (name[0], last) not in authors and not (is_title and last in surnames):
                    yield remark(kb.entries[key], path, "P01", f"‘{name}’ lijkt de naam van een mens", tip)


def names(text: str) -> Iterator[tuple[str, bool]]:
    """What looks like the name of a person, and whether only a form of address or a job shows it.

    A look at the words with a capital comes first: most texts hold none that a name begins with, and patterns
    take longer.
    """
    given, words = _given_names(), _CAPITALIZED.findall(text)
    if not words:
        return
    if not given.keys().isdisjoint(words):
        yield from ((name, False) for name in _with_given_name(text, given))
    if not _SINGLE.isdisjoint(words):
        yield from ((found[0], False) for found in _INITIALS.finditer(text))
    for pattern in (_ADDRESSED, _SPEAKING) if _addresses(text, words) else ():
        for found in pattern.finditer(text):
            if found[1].split()[0] not in given and found[1] not in _NO_PERSON:
                yield found[1], True


def _addresses(text: str, words: list[str]) -> bool:
    """Whether a form of address or a job stands in the text, and a capital that may come after it."""
    if len(words) == 1 and text.startswith(words[0]):
        return False
    low = text.lower()
    return any(word in low for word in _SIGNS) or bool(_ABBREVIATION.search(low))


def _with_given_name(text: str, given: dict[str, bool]) -> Iterator[str]:
    """Every given name with the surname that follows it; one that is also a word only with a surname."""
    ends = 0
    for word in _WORD.finditer(text):
        sure = given.get(word[0], given.get(word[0].partition("-")[0]))
        if sure is None or word.start() < ends:
            continue
        surname = _SURNAME.match(text, word.end())
        if surname and _NO_SURNAME.fullmatch(surname[1]):
            continue
        if surname or sure:
            ends = surname.end() if surname else word.end()
            yield text[word.start() : ends]


def nobody_reached(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure no text holds a mail address or telephone number (fout), or a street with its number (let op)."""
    tip = "Noem de organisatie; wie contact zoekt, vindt haar zelf."
    for key, said in kb.texts.items():
        for path, _, text in said:
            if "@" not in text and not _NUMBER.search(text):
                continue
            for found in _CONTACT.finditer(text):
                yield at(kb.entries[key], path, "P02", f"‘{found[0]}’ is een adres of nummer van iemand", tip)
            for found in _HOME.finditer(text):
                message = f"‘{found[0]}’ lijkt een adres waar iemand woont"
                yield at(kb.entries[key], path, "P02", message, tip, Severity.LET_OP)
