"""Search records: what can be found, item by item and section by section, from the model itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from handboek.addresses import item_path
from handboek.knowledge import Key, KnowledgeBase
from handboek.leerpaden.versies import docentvelden
from handboek.models.basis import Item
from handboek.models.begrip import Begrip
from handboek.models.bron import Bron
from handboek.models.leerpad import Leerpad
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.pages.overviews import HUBS
from handboek.pages.page import Rendered
from handboek.prose import plain_text
from handboek.walk import address, parts, texts

PAGINA = "pagina"
"""The kind of a record that is no item: an overview or a page written by hand."""

SECTION_OF: dict[str, dict[str, str]] = {
    "interventie": {
        "aanleiding": "aanleiding", "visie": "aanleiding", "doelen": "aanleiding", "ladder": "aanleiding",
        "doelgroep": "feiten", "team": "feiten", "schaal": "feiten", "financiering": "feiten", "uitvoerders": "feiten",
        "opdrachtgever": "feiten", "plaats": "feiten", "periode": "feiten",
        "werkwijze": "werkwijze", "vraagt": "vraagt", "partners": "partners", "samenwerking": "partners",
        "mandaten": "mandaten", "resultaten": "resultaten", "evaluatie": "resultaten", "lessen": "resultaten",
        "werkte_niet": "resultaten", "vervolg": "vervolg", "onbekend": "onbekend",
    },
    "methode": {
        "waarom": "waarom", "wanneer": "wanneer-en-niet", "wanneer_niet": "wanneer-en-niet", "stappen": "stappen",
        "tijd": "wanneer-en-niet", "nodig": "stappen", "voorbeeld": "voorbeeld",
    },
    "praktijkvoorbeeld": {"laat_zien": "laat-zien", "vragen": "vragen"},
    "rol": {
        "taken": "taken", "waar": "taken", "voor_wie": "taken", "komt_uit": "taken", "in_dienst": "taken",
        "vraagt": "vraagt", "grenzen": "grenzen", "verwante_rollen": "verwant", "overstappen": "overstap",
    },
    "verschuiving": {
        "waarom": "waarom", "herkennen": "herkennen", "stoppen_met": "doen", "beginnen_met": "doen",
        "spanning_met": "spanning", "reflectievragen": "reflectie",
    },
    "competentie": {"gedrag": "gedrag", "spanning_met": "spanning"},
    "dilemma": {"voor_wie": "voor-wie", "opties": "opties", "vragen": "vragen"},
    "leerpad": {"leeruitkomsten": "leeruitkomsten", "sessies": "bijeenkomsten", "toetsing": "toetsing"},
    "begrip": {"definities": "definities", "nu": "nu", "goed_voor": "goed-voor"},
    "bron": {"secties": "secties", "vindplaatsen": "vindplaatsen", "beweringen": "cijfers"},
}  # fmt: skip
"""Under which heading of its page a field stands; what is not named here stands at the top."""

OWN_WORDS = {"verschuiving": ("van", "naar", "formuleringen"), "competentie": ("formuleringen",), "dilemma": ("botst",)}
"""Fields that say in the source's own words what the item is."""
ENTRIES = ("thema", "doelgroep", "leefgebied", "as", "werkvorm")
"""Sorts of begrip that group other items."""
_HEAD = {"naam", "samenvatting", "synoniemen", "situaties", "zoekwoorden", "bronvorm"}


class Section(NamedTuple):
    """A part of a page: its heading and anchor ("" at the top), and its text."""

    title: str
    anchor: str
    text: str


class Record(NamedTuple):
    """What can be found as one result. `words` are other names for it, each a word, a phrase or a situation.

    What `leads_on` (a source, an overview, a theme or target group) is less often the answer than what it leads to.
    """

    path: str
    kind: str
    title: str
    summary: str
    words: tuple[str, ...]
    situations: tuple[str, ...]
    sections: tuple[Section, ...]
    roles: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    leads_on: bool = False


def item_records(kb: KnowledgeBase, pages: Iterable[Rendered]) -> Iterator[Record]:
    """A record for every item, in the order of the pages, whose headings name the sections."""
    keys = {item_path(key): key for key, _ in kb.items()}
    for page in pages:
        if page.path in keys:
            yield _record(kb, keys[page.path], page)


def hub_records() -> Iterator[Record]:
    """A record for every overview but the home page and the search itself."""
    for hub in HUBS:
        if hub.path not in ("index.html", "zoeken/index.html"):
            yield Record(hub.path, PAGINA, hub.title, hub.description, (), (), (), leads_on=True)


def page_record(path: str, html: str) -> Record:
    """A record for a page written by hand, as the engine built it."""
    tree = LexborHTMLParser(html)
    article = tree.css_first("article") or tree.body
    description = tree.css_first('meta[name="description"]')
    title, sections = "", [("", "", [])]  # type: tuple[str, list[tuple[str, str, list[str]]]]
    for node in article.css("h1, h2, p, li, td, h3") if article else ():
        text = " ".join(node.text(separator=" ").replace("¶", " ").split())
        if node.tag == "h1":
            title = text
        elif node.tag == "h2":
            sections.append((text, node.attributes.get("id") or "", []))
        else:
            sections[-1][2].append(text)
    summary = (description.attributes.get("content") if description else "") or ""
    return Record(path, PAGINA, title, summary, (), (), tuple(Section(t, a, " ".join(said)) for t, a, said in sections))


def _record(kb: KnowledgeBase, key: Key, page: Rendered) -> Record:
    item = kb.item(key)
    titles = {heading.anchor: heading.title for heading in page.headings}
    own = OWN_WORDS.get(key.kind, ())
    said = texts_by_field(item)
    words = [
        *item.synoniemen,
        *item.zoekwoorden,
        *(van.partition("/")[2].replace("-", " ") for van in kb.former.get(address(*key), ())),
        *(text for field in own for text in said.get(field, ())),
    ]
    by_section: dict[str, list[str]] = defaultdict(list)
    for field, found_texts in said.items():
        if field not in _HEAD and field not in own:
            anchor = SECTION_OF[key.kind].get(field, "")
            by_section[anchor if anchor in titles else ""] += found_texts
    sections = (Section(titles.get(a, ""), a, " ".join(by_section[a])) for a in ("", *titles) if by_section[a])
    found = kb.references[key]
    roles = {key.id} if key.kind == "rol" else {reference.id for reference in found if reference.kind == "rol"}
    return Record(
        page.path,
        key.kind,
        item.naam,
        page.description,
        tuple(dict.fromkeys(words)),
        item.situaties,
        tuple(sections),
        tuple(sorted(roles)),
        tuple(item.themas),
        isinstance(item, Bron | Leerpad) or (isinstance(item, Begrip) and item.soort in ENTRIES),
    )


def texts_by_field(item: Item) -> dict[str, list[str]]:
    """Everything that the item says in words to all, by the YAML key of its outermost field."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, part, text in texts(parts(item)):
        if text not in AFWEZIG_WOORDEN and docentvelden(type(part)).isdisjoint(path[-2:]):
            found[str(path[0])].append(plain_text(text))
    return dict(found)
