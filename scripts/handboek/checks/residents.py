"""No resident can be recognised: an age does not stand with an origin or an illness."""

import re
from collections.abc import Iterator

from handboek.checks.common import at
from handboek.checks.persons import names
from handboek.findings import Finding, Severity
from handboek.knowledge import KnowledgeBase

_TENS = "(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
_NUMBER = rf"(?:\d{{1,2}}|\w*{_TENS}|elf|twaalf|\w+tien)"
_PERSON = (
    "man|vrouw|jongen|meisje|moeder|vader|zoon|dochter|bewoner|bewoonster|cliënt|weduwe|weduwnaar|opa|oma|buurman|buurvrouw"
    "|meneer|mevrouw|deelnemer|deelneemster|kind|hij|zij|ze"
)
_AGE = re.compile(
    rf"\b{_NUMBER}[- ]?jarige?\b(?!\s\w+(?:plan|project|programma|bestaan))"
    rf"|(?<!tot )(?<!vanaf )(?<!onder de )(?<!boven de )\b{_NUMBER} jaar oud\b"
    rf"|\b(?:{_PERSON})(?:,? van|,| is| was)?\s\(?{_NUMBER}\b(?: jaar\b|(?=[),.]|\s(?:met|uit|en|die)\b|$))(?!\s(?:of|en)\souder)",
    re.IGNORECASE,
)
_TEN, _ELEVEN, _FIGURE = re.compile(_TENS, re.IGNORECASE), re.compile(r"lf(?<=\b[Ee]lf)"), re.compile("[0-9]")
_ORIGIN = re.compile(
    r"\b(?:Marokka|Turk|Surina|Antilli|Arubaan|Curaçao|Somali|Syri|Syrisch|Irak|Iraans|Iraanse|Afghaan|Eritre|Ethiopi|Pool|Pools|Poolse|Polen"
    r"|Bulgaar|Bulgarije|Roemeen|Roemeense|Roemenië|Hongaar|Oekraïn|Russisch|Chinese?|Indonesi|Moluk|Hindoesta|Ghane|Nigeria|Kaapverdi|Koerd|Berber"
    r"|Tunes|Egypt|Pakista|Armeen|Armeense|Joegoslav|Bosni|Portuge|Spaans)\w*"
    r"|\b(?i:vluchteling|statushouder|asielzoek|allochto|migrant|migratieachtergrond|moslim|hindoe|Roma|Sinti)\w*",
)
_ILLNESS = re.compile(
    r"\b(?:schizofren|psychose|psychotisch|depressi|borderline|autis|adhd|dement|alzheimer|parkinson|kanker|hiv\b|aids\b"
    r"|diabet|epilep|verslaa|verslaving|alcoholis|anorexia|manisch|bipolair|ptss|trauma|zwakbegaafd|lvb\b|hersenletsel"
    r"|verstandelijke? beperk|psychiatri|suïcid|zelfmoord|ms\b|reuma|copd|blind|doof\b|rolstoel|ziek\b|zieke\b|zwanger)\w*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n")
_TIP = "Laat weg wat niet nodig is: noem bij een leeftijd geen herkomst, ziekte of naam, of maak er een groep van."


def nobody_recognised(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure no sentence tells of one person the age and the origin or illness; with a name or both it is a fout."""
    for key, said in kb.texts.items():
        for path, _, text in said:
            for sentence in _SENTENCE.split(text) if _counts(text) else ():
                yield from (at(kb.entries[key], path, "P03", *told) for told in _told(sentence))


def _counts(text: str) -> bool:
    """Whether a number stands in the text, as in each with an age; looking for that is quick."""
    spelled = "tien" in text or "waalf" in text or ("tig" in text and _TEN.search(text)) or _ELEVEN.search(text)
    return bool(spelled or _FIGURE.search(text))


def _told(sentence: str) -> Iterator[tuple[str, str, Severity]]:
    """What a sentence tells of one person, as message, tip and severity."""
    age = _AGE.search(sentence)
    if age is None:
        return
    parts = [found[0] for pattern in (_ORIGIN, _ILLNESS) if (found := pattern.search(sentence))]
    parts += [name for name, _ in names(sentence)][:1]
    if parts:
        named = ", ".join(f"‘{part}’" for part in (age[0], *parts))
        severity = Severity.FOUT if len(parts) > 1 or parts[0] in dict(names(sentence)) else Severity.LET_OP
        yield f"{named}: zo is een bewoner te herkennen", _TIP, severity
