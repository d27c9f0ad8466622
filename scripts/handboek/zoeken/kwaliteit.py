"""How good the search is: what it finds for questions whose answers are known, in the browser's own code.

A file of questions is a YAML list of `vraag` (what someone types), `verwacht` (the items that person wants, as
`folder/id`; nothing for a question that should find nothing), and at will `soort` and `groep` to count by.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

import yaml
from playwright.sync_api import Browser, Page
from pydantic import Field, TypeAdapter, ValidationError

from handboek.knowledge import KnowledgeBase
from handboek.models.basis import Model
from handboek.pages.render import render_all
from handboek.zoeken.index import index_files
from handboek.zoeken.records import hub_records, item_records

WITHIN = 5
BARS = {"hit@5": 0.95, "MRR": 0.88, "niets": 0.01}
"""hit@5 and MRR must be at least, niets (real questions that find nothing) at most this."""
ENGINE = ("stam-nl.js", "taal.js", "lezen.js", "tikfout.js", "vraag.js", "pasvorm.js", "rang.js", "motor.js")
"""The scripts of the search engine, each building on those before it; laden.js has the same list for the browser."""
_ASK = """questions => Promise.all(questions.map(vraag => motor.zoek(vraag, {aantal: 10})
  .then(found => found.resultaten.map(row => row.pad.replace(/\\.html$/, "")))))"""


class QuestionsError(Exception):
    """What is wrong with a file of questions, in Dutch."""


class Zoekvraag(Model):
    """A question with the answers that are wanted."""

    vraag: str = Field(min_length=1)
    verwacht: tuple[str, ...] = ()
    soort: str = "vragen"
    groep: str = ""

    @property
    def is_tuning(self) -> bool:
        """Whether it is in the third that the search was tuned on; the rest says how good it is."""
        return int(hashlib.sha256(self.vraag.encode()).hexdigest(), 16) % 3 == 0


class Score(NamedTuple):
    """What was found for questions of one kind: how many there are, and of each measure the mean."""

    number: int
    hit: float
    recall: float
    mrr: float
    nothing: float


def read_questions(path: Path, kb: KnowledgeBase) -> list[Zoekvraag]:
    """The questions of a file; every answer must be an item of the handbook."""
    try:
        found = TypeAdapter(list[Zoekvraag]).validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, yaml.YAMLError, ValidationError) as error:
        raise QuestionsError(f"‘{path}’ is geen lijst van zoekvragen: {error}") from error
    known = {f"{entry.file.removesuffix('.yml').split('/', 1)[1]}" for entry in kb.entries.values()}
    if unknown := sorted({answer for question in found for answer in question.verwacht} - known):
        raise QuestionsError(f"‘{path}’ verwacht wat er niet is: {', '.join(unknown)}")
    return found


def answers(kb: KnowledgeBase, scripts: Path, questions: Sequence[Zoekvraag], browser: Browser) -> list[list[str]]:
    """For each question the addresses of what the search finds, best first; `scripts` is the folder with its code."""
    page = engine_page(browser, scripts, index_files(kb, [*item_records(kb, render_all(kb, "")), *hub_records()]))
    found: list[list[str]] = page.evaluate(_ASK, [question.vraag for question in questions])
    page.close()
    return found


def engine_page(browser: Browser, scripts: Path, files: Mapping[str, str]) -> Page:
    """A blank page with the search engine over these files of an index, as `motor`."""
    page = browser.new_page()
    page.evaluate("() => { exports = {}; delen = {}; handboekZoekdeel = (naam, deel) => { delen[naam] = deel } }")
    for name in ENGINE:
        page.add_script_tag(path=scripts / name)
    for text in files.values():
        page.add_script_tag(content=text)
    page.evaluate("() => { motor = handboekMotor(delen.kern, async naam => delen[naam], exports.stemmer) }")
    return page


def score(pairs: Iterable[tuple[Zoekvraag, list[str]]]) -> Score:
    """The measures over questions that have an answer, with what was found for each."""
    rows = []
    for question, found in pairs:
        wanted = set(question.verwacht)
        rank = next((place for place, path in enumerate(found, 1) if path in wanted), 0)
        rows.append(
            (0 < rank <= WITHIN, len(wanted & set(found[:WITHIN])) / len(wanted), 1 / rank if rank else 0, not found)
        )
    return Score(len(rows), *(fmean(column) for column in zip(*rows, strict=True))) if rows else Score(0, 0, 0, 0, 0)


def report(pairs: Sequence[tuple[Zoekvraag, list[str]]]) -> tuple[str, bool]:
    """A table per kind of question and over all, and whether the bars hold."""
    real = [pair for pair in pairs if pair[0].verwacht]
    rows: dict[str, Score] = {}
    for soort in sorted({question.soort for question, _ in real}):
        rows[soort] = score(pair for pair in real if pair[0].soort == soort)
    rows["alle"] = total = score(real)
    lines = ["| soort | vragen | hit@5 | recall@5 | MRR | niets gevonden |", "|---|---:|---:|---:|---:|---:|"]
    lines += [
        f"| {name} | {row.number} | {row.hit:.3f} | {row.recall:.3f} | {row.mrr:.3f} | {row.nothing:.1%} |"
        for name, row in rows.items()
    ]
    silent = [not found for question, found in pairs if not question.verwacht]
    if silent:
        lines += ["", f"Onzin: {sum(silent)} van {len(silent)} vragen vindt niets."]
    holds = total.hit >= BARS["hit@5"] and total.mrr >= BARS["MRR"] and total.nothing <= BARS["niets"]
    return "\n".join(lines), holds or not real
