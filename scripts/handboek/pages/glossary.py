"""Terms in running text: which words are explained, and where they stand in a statement.

A begrip of an explained soort is found by its name, and by a synoniem that is its own: one that no other
item answers to and that is not an everyday word. Synoniemen are search words first, so many are neither.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from handboek.knowledge import KnowledgeBase
from handboek.models.begrip import Begrip

SOORTEN = frozenset({"term", "theorie", "wet", "programma", "ladder"})
"""The soorten that are explained. Themes, groups and axes are everyday words; a trede needs its ladder."""

GEWONE_WOORDEN = frozenset(
    re.split(
        r",\s+",
        """aandacht, achterstandswijken, afwijken van de regel, allround, balie, beslissingsrecht, bijstandswet,
        complexe problemen, contact houden, de kleine wereld, doorverwijzen, er zijn, frontlijn, gemeentelijke hulp,
        greep op je leven, in de wijk, indicatie, koude overdracht, ladder, langdurige zorg, loket, meten van meedoen,
        schotten, sociaal domein kampen, sociale werkvoorziening, stapeling, taken naar de gemeente, talenten,
        terugval voorkomen, toestemming, treden, versterken, voorkant, vooruitgang, waakvlam, waterlandpleinbuurt,
        zelfvertrouwen, zorgverzekering""",
    )
)
"""Synoniemen that lead a searcher to a begrip, but in running text mean no more than they say."""

_NAME = re.compile(r"(?:De |Het )?(?P<bare>.*?)(?: \((?P<short>[^)]*)\))?")
_MARKUP = re.compile(r"(<(a|code)\b.*?</\2>|<[^>]*>)", re.DOTALL)


class Glossary:
    """The explained words of a knowledge base, compiled once."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.begrippen = {
            id_: begrip
            for id_, begrip in kb.all(Begrip).items()
            if begrip.soort in SOORTEN and not begrip.samenvatting.afwezig
        }
        self.id_of: dict[str, str] = {}
        shared = _shared_words(kb)
        names = [(form, id_) for id_, begrip in self.begrippen.items() for form in _names(begrip)]
        synonyms = [(form, id_) for id_, begrip in self.begrippen.items() for form in _own_synonyms(begrip, shared)]
        for form, id_ in names + synonyms:
            self.id_of.setdefault(str(escape(form.lower())), id_)
        self._pattern = re.compile(rf"(?<![\w&#-]){_any_of(self.id_of)}(?!-?\w)" if self.id_of else r"(?!)")

    def found(self, text: Markup) -> list[tuple[int, int, str]]:
        """Where a rendered statement names a begrip: start, end and id; never in a link, in code or in a tag."""
        if "<" not in text:
            return list(self._search(text, 0, len(text)))
        found: list[tuple[int, int, str]] = []
        position = 0
        for match in _MARKUP.finditer(text):
            found += self._search(text, position, match.start())
            position = match.end()
        return found + list(self._search(text, position, len(text)))

    def _search(self, text: Markup, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        lowered = str(text).lower()
        if len(lowered) == len(text):  # A few foreign capitals grow when lowered; such a text is left alone.
            for match in self._pattern.finditer(lowered, start, end):
                yield match.start(), match.end(), self.id_of[match[0]]


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first; shared beginnings stand once, which halves the time."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    longer = [re.escape(letter) + _any_of(rests[letter]) for letter in sorted(rests) if letter]
    if not longer:
        return ""
    return f"(?:{'|'.join(longer)}){'?' if '' in rests else ''}"


def _names(begrip: Begrip) -> Iterator[str]:
    """`Wet maatschappelijke ondersteuning (Wmo)` → as it is, without the brackets, and the initials `Wmo`."""
    yield begrip.naam
    match = _NAME.fullmatch(begrip.naam)
    if match:
        yield match["bare"]
        initials = "".join(word[0] for word in match["bare"].split())
        if (match["short"] or "").lower() == initials.lower():
            yield match["short"]


def _own_synonyms(begrip: Begrip, shared: set[str]) -> Iterator[str]:
    return (form for form in begrip.synoniemen if form.lower() not in shared | GEWONE_WOORDEN)


def _shared_words(kb: KnowledgeBase) -> set[str]:
    """The names and synoniemen that more than one item answers to."""
    owners = Counter(
        word for _, item in kb.items() for word in {form.lower() for form in (item.naam, *item.synoniemen)}
    )
    return {word for word, number in owners.items() if number > 1}
