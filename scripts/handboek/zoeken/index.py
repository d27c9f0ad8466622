"""The search index: records to the few files that the browser loads when someone searches.

Every file is a script that hands its part to the engine (docs/assets/zoeken/lezen.js), so that it also loads from an
unpacked folder. Their folder is named after what they hold, so that an old core never meets new parts. `kern` has the
words and the titles; `posten-N` has for a range of words where they occur, and `vormen-N` how people write them, to guess
what was meant; `kaarten-N` has for a range of records what a result shows and opens. A search loads the core and the parts
that it needs.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import count
from math import ceil
from typing import Any, NamedTuple

from handboek.addresses import item_path
from handboek.kinds import KINDS, folder_name
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.begrip import Begrip
from handboek.models.rol import Rol
from handboek.zoeken.codering import by_use, digit, forms_text, group_bits, list_bits, signs, vocabulary_text
from handboek.zoeken.elders import Elsewhere
from handboek.zoeken.records import PAGINA, Record
from handboek.zoeken.taal import STOP, TAAL, fold, stem, words, written

FOLDER = "zoeken/deel"
BITS_PER_PART = 500_000
"""Bits of postings in one file; eight of them are about a byte when compressed."""
PARTS = 8
"""Files that the cards of the results, and the forms of the words, are spread over: few, as a letter waits for those it needs."""
SUMMARY_LENGTH = 75
"""Letters of a summary that a result shows."""
TOO_COMMON = 0.2
"""In the text of more than this part of the records a word tells nothing; it can still be found in titles and the like."""
WEAK = frozenset(stem(word) for word in TAAL["zwak"].split())
"""Words that say little, so that their places in a text do not count either."""
GROUPING = ("themas", "doelgroepen", "leefgebieden")
"""Fields that group items; what they name is no answer to the same question."""
FOLDERS = {kind: folder_name(kind) for kind in KINDS} | {PAGINA: ""}
_WORDS = re.compile("[a-z0-9]+")
_SENTENCES = re.compile(rf".{{{SUMMARY_LENGTH // 2},}}[.?!](?= )")
KIND_NAMES = {kind: (model.enkelvoud, model.meervoud) for kind, model in KINDS.items()} | {
    PAGINA: ("pagina", "Pagina's")
}


class Postings(NamedTuple):
    """Where a word occurs: records by title, situation (by its number), other words and summary; and sections by text.

    Only titles and situations are told in full: of the rest what the fields before them do not say of the same record.
    The titles stand in the index as they are, so their postings are not written.
    """

    title: set[int]
    situations: set[int]
    words: set[int]
    summary: set[int]
    text: set[int]


def index_files(kb: KnowledgeBase, own: Sequence[Record], others: Sequence[Elsewhere] = ()) -> dict[str, str]:
    """The files of the index over the site's own records and those of other handbooks: path within the site → text."""
    records = [*own, *(record for other in others for record in other.records)]
    postings, forms = _postings(records)
    surfaces = {root: by_use(each)[0] for root, each in forms.items()}
    stems = sorted(postings)
    sizes = (
        sum(len(record.situations) for record in records),
        len(records),
        len(records),
        sum(len(record.sections) for record in records),
    )
    parts, first_words = _divided(postings, sizes)
    rows: dict[str, list[Any]] = {
        "kaarten": [[_path(each), _short(each.summary)] for each in records],
        "vormen": [forms_text(word, forms[word]) for word in stems],
    }
    core = {
        "taal": TAAL,
        **_groups(kb, stems),
        "soorten": [[kind, *names, FOLDERS[kind]] for kind, names in KIND_NAMES.items()],
        "rollen": [[id_, rol.naam] for id_, rol in kb.all(Rol).items()],
        "themas": [[id_, begrip.naam] for id_, begrip in kb.all(Begrip).items() if begrip.soort == "thema"],
        "woorden": vocabulary_text(stems, surfaces),
        "verdeling": first_words,
        "omvang": sizes,
        "situaties": ["".join(digit(len(meant(text))) for text in record.situations) for record in records],
        "rijen": {name: _per_part(each) for name, each in rows.items()},
        "elders": [[other.name, other.address, len(other.records)] for other in others],
        "achteraan": [number for number, record in enumerate(records) if record.leads_on],
        "verbanden": _links(kb, own),
        **_catalogue(kb, records),
    }
    found: dict[str, Any] = {f"posten-{number}": part for number, part in enumerate(parts)}
    for name, each in rows.items():
        starts = range(0, len(each), _per_part(each))
        found |= {f"{name}-{number}": each[start : start + starts.step] for number, start in enumerate(starts)}
    core["delen"] = list(found)
    version = hashlib.sha256(_json([core, found]).encode()).hexdigest()[:12]
    found = {"kern": core | {"versie": version}} | {f"{version}/{name}": part for name, part in found.items()}
    return {f"{FOLDER}/{name}.js": f"handboekZoekdeel({_json(name)},{_json(part)});\n" for name, part in found.items()}


def _per_part(rows: Sequence[object]) -> int:
    """How many of these rows stand in one file."""
    return max(ceil(len(rows) / PARTS), 1)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _short(summary: str) -> str:
    """A summary as a result shows it: where it is long, its first sentences, or the beginning of a long one."""
    if len(summary) <= SUMMARY_LENGTH:
        return summary
    sentences = _SENTENCES.match(summary[: SUMMARY_LENGTH + 1])
    return sentences[0] if sentences else f"{summary[:SUMMARY_LENGTH].rpartition(' ')[0]} …"


def _postings(records: Sequence[Record]) -> tuple[dict[str, Postings], dict[str, Counter[str]]]:
    """Every stem with where it occurs, and with the forms in which it does."""
    found: dict[str, Postings] = defaultdict(lambda: Postings(set(), set(), set(), set(), set()))
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    of_situation, of_section = _owners(records)
    situation, section = count(), count()
    for number, record in enumerate(records):
        _note(found, forms, 0, number, (record.title,))
        for text in record.situations:
            _note(found, forms, 1, next(situation), (text,))
        _note(found, forms, 2, number, record.words)
        _note(found, forms, 3, number, (record.summary,))
        for part in record.sections:
            _note(found, forms, 4, next(section), (part.title, part.text))
    most = TOO_COMMON * len(records)
    for root, places in found.items():
        named = {of_situation[place] for place in places.situations}
        places.words.difference_update(named)
        named |= places.words
        places.summary.difference_update(named)
        named |= places.summary | places.title
        elsewhere = {place for place in places.text if of_section[place] not in named}
        places.text.clear()
        if root not in WEAK and len({of_section[place] for place in elsewhere}) <= most:
            places.text.update(elsewhere)
    return dict(found), forms


def meant(text: str) -> set[str]:
    """The stems of a text, without stop words."""
    return {stem(word) for word in words(text) if word not in STOP}


def _owners(records: Sequence[Record]) -> tuple[list[int], list[int]]:
    """Of every situation and of every section the number of its record."""
    situations = [number for number, record in enumerate(records) for _ in record.situations]
    return situations, [number for number, record in enumerate(records) for _ in record.sections]


def _note(
    found: dict[str, Postings], forms: dict[str, Counter[str]], field: int, place: int, texts: Iterable[str]
) -> None:
    for word in (word for text in texts for word in words(text)):
        if field == 0 or word not in STOP:
            root = stem(word)
            forms[root][word] += 1
            found[root][field].add(place)


def _divided(postings: dict[str, Postings], sizes: tuple[int, ...]) -> tuple[list[str], list[int]]:
    """The postings of all words, in parts; and the number of the word that each part starts with."""
    parts, starts, size = [[]], [0], 0  # type: tuple[list[list[str]], list[int], int]
    for number, word in enumerate(sorted(postings)):
        bits = "".join(list_bits(places, size) for places, size in zip(postings[word][1:], sizes, strict=True))
        if size + len(bits) > BITS_PER_PART:
            parts.append([])
            starts.append(number)
            size = 0
        parts[-1].append(bits)
        size += len(bits)
    return [signs("".join(part)) for part in parts], starts


def _path(record: Record) -> str:
    """The address without its end; nothing where it follows from the kind and the title."""
    path = record.path.removesuffix(".html")
    return "" if path == f"{FOLDERS.get(record.kind)}/{'-'.join(_WORDS.findall(fold(record.title)))}" else path


def _catalogue(kb: KnowledgeBase, records: Sequence[Record]) -> dict[str, Any]:
    """What the engine must know of every record, and the headings of all sections."""
    kinds, roles = list(KIND_NAMES), list(kb.all(Rol))
    themes = [id_ for id_, begrip in kb.all(Begrip).items() if begrip.soort == "thema"]
    headings = list(dict.fromkeys((part.title, part.anchor) for record in records for part in record.sections))
    place = {heading: number for number, heading in enumerate(headings)}
    rows = [
        [
            kinds.index(record.kind),
            record.title,
            [roles.index(role) for role in record.roles if role in roles],
            [themes.index(theme) for theme in record.themes if theme in themes],
            [place[part.title, part.anchor] for part in record.sections],
        ]
        for record in records
    ]
    return {"items": rows, "koppen": headings}


def _links(kb: KnowledgeBase, records: Sequence[Record]) -> str:
    """For every item those after it that it is linked with, either way, by how many items stand between; sources excepted."""
    number = {record.path: place for place, record in enumerate(records)}
    pairs = {
        tuple(sorted((number[item_path(key)], number[item_path(Key(str(found.kind), found.id))])))
        for key, _ in kb.items()
        for found in kb.references[key]
        if found.kind != "bron" and found.path[0] not in GROUPING
    }
    linked: list[set[int]] = [set() for _ in records]
    for first, second in pairs:
        linked[first].add(second - first - 1)
    return signs("".join(list_bits(steps, len(records)) for steps in linked))


def _groups(kb: KnowledgeBase, stems: list[str]) -> dict[str, str]:
    """The groups of synonyms: each word or phrase as stems by number, those that the index lacks after those it has."""
    known = set(stems)
    groups = [[_phrase(word, known) for word in groep.woorden] for groep in kb.synoniemen]
    other = sorted({root for group in groups for phrase in group for root in phrase} - known)
    number = {word: place for place, word in enumerate((*stems, *other))}
    return {"groepen": signs(group_bits(groups, number)), "vreemd": vocabulary_text(other, {})}


def _phrase(phrase: str, known: Collection[str]) -> list[str]:
    """The stems of a word or phrase as someone types it, without stop words where others are left."""
    whole = ((word.replace("-", ""), word.split("-")) for word in written(phrase))
    said = [part for word, parts in whole for part in ([word] if stem(word) in known else parts)]
    return [stem(word) for word in said if word not in STOP] or [stem(word) for word in said]
