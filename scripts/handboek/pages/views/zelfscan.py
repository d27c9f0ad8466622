"""View of the self-scan: a questionnaire per role, and for every question what helps."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.competentie import Competentie
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving
from handboek.pages.views.common import Link, link, links
from handboek.pages.views.profiles import CompetencyRow, ShiftRow, competencies_of, shifts_of

KEUZES = ("nog niet", "soms", "meestal", "altijd")
"""The answers to a competency, from low to high; the script numbers them 1 to 4."""


class ShiftQuestion(NamedTuple):
    """A shift as a question. `id` stays the same as long as the role words this shift in this order."""

    id: str
    rij: ShiftRow


@dataclass(frozen=True)
class Vragenlijst:
    """The questionnaire of one role."""

    id: str
    rol: Rol
    verschuivingen: list[ShiftQuestion]
    competenties: dict[str, list[CompetencyRow]]

    @property
    def aantal(self) -> int:
        """How many questions it has."""
        return len(self.verschuivingen) + sum(len(rows) for rows in self.competenties.values())


class Hulp(NamedTuple):
    """What helps with one shift or competency: its own page, and other items per word for their kind."""

    item: Link
    groepen: dict[str, list[Link]]


@dataclass(frozen=True)
class ZelfscanView:
    """All questionnaires, and the help for every item that they ask about."""

    lijsten: list[Vragenlijst]
    hulp: list[Hulp]
    keuzes: tuple[str, ...]


def zelfscan_view(kb: KnowledgeBase) -> ZelfscanView:
    """The view of the self-scan."""
    lijsten = [_questionnaire(kb, id_, rol) for id_, rol in kb.all(Rol).items()]
    shifts = {question.rij.id for lijst in lijsten for question in lijst.verschuivingen}
    competencies = {row.id for lijst in lijsten for rows in lijst.competenties.values() for row in rows}
    hulp = [_help_with_shift(kb, id_, shift) for id_, shift in kb.all(Verschuiving).items() if id_ in shifts]
    hulp += [_help_with_competency(kb, id_, item) for id_, item in kb.all(Competentie).items() if id_ in competencies]
    return ZelfscanView(lijsten, hulp, KEUZES)


def _questionnaire(kb: KnowledgeBase, id_: str, rol: Rol) -> Vragenlijst:
    """Every wording of the role is a question; a shift worded twice gives two, the second numbered."""
    seen: Counter[str] = Counter()
    questions = []
    for row in [*shifts_of(kb, id_, "lijst"), *shifts_of(kb, id_, "tekst")]:
        seen[row.id] += 1
        number = seen[row.id]
        questions.append(ShiftQuestion(row.id if number == 1 else f"{row.id}-{number}", row))
    return Vragenlijst(id_, rol, questions, competencies_of(kb, id_))


def _help_with_shift(kb: KnowledgeBase, id_: str, shift: Verschuiving) -> Hulp:
    carrying = {"Wat je ervoor moet kunnen": links(kb, "competentie", shift.competenties)}
    return _help(kb, Key("verschuiving", id_), carrying)


def _help_with_competency(kb: KnowledgeBase, id_: str, competency: Competentie) -> Hulp:
    key = Key("competentie", id_)
    methods = dict.fromkeys([*competency.methoden, *kb.referring(key, "methode")])
    return _help(kb, key, {"Methoden": links(kb, "methode", methods)})


def _help(kb: KnowledgeBase, key: Key, first: dict[str, list[Link]]) -> Hulp:
    """The help with an item: what is particular to its kind, then the dilemmas and cases that refer to it."""
    groups = first | {
        "Dilemma's": links(kb, "dilemma", kb.referring(key, "dilemma")),
        "Uit de praktijk": links(kb, "praktijkvoorbeeld", kb.referring(key, "praktijkvoorbeeld")),
    }
    return Hulp(link(kb, *key), {title: rows for title, rows in groups.items() if rows})
