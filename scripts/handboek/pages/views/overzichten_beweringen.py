"""View of the register of claims: every result and figure, with how hard it is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from handboek.knowledge import KnowledgeBase
from handboek.models.basis import Stilte
from handboek.models.bron import Bron
from handboek.models.delen import Bewering, Evaluatie
from handboek.models.interventie import Interventie
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.pages.views.common import Link, link
from handboek.queries import contradicting

SOORTEN: tuple[str, ...] = get_args(Bewering.model_fields["soort"].annotation)
OORDELEN = ("ja", *AFWEZIG_WOORDEN)


@dataclass(frozen=True)
class Telling:
    """How many claims there are of one kind, and how many of those per answer to: was it evaluated?"""

    soort: str
    aantal: int
    oordelen: dict[str, int]


@dataclass(frozen=True)
class Beweringengroep:
    """The claims of one item; claims that contradict each other share a row. Or the word for why there are none."""

    bij: Link
    anker: str
    evaluatie: Evaluatie | None
    rijen: list[list[Bewering]]
    stilte: Stilte | None

    @property
    def soorten(self) -> dict[str, int]:
        """How many claims there are of every kind that occurs."""
        counts: Counter[str] = Counter(claim.soort for row in self.rijen for claim in row)
        return {soort: counts[soort] for soort in SOORTEN if counts[soort]}

    @property
    def tegenspraak(self) -> bool:
        """Whether some of the claims contradict each other."""
        return any(len(row) > 1 for row in self.rijen)


@dataclass(frozen=True)
class BeweringenView:
    """All claims by approach, then those about the sources themselves, and counts per kind."""

    tellingen: list[Telling]
    oordelen: list[str]
    totaal: Telling
    aanpakken: list[Beweringengroep]
    bronnen: list[Beweringengroep]
    tegenspraken: int


def beweringen_view(kb: KnowledgeBase) -> BeweringenView:
    """The view of the register of claims."""
    aanpakken = [
        Beweringengroep(
            link(kb, "interventie", id_), "resultaten", item.evaluatie,
            together(item.resultaten or ()), item.resultaten if isinstance(item.resultaten, Stilte) else None,
        )
        for id_, item in kb.all(Interventie).items()
    ]  # fmt: skip
    bronnen = [
        Beweringengroep(link(kb, "bron", id_), "cijfers", None, together(bron.beweringen), None)
        for id_, bron in kb.all(Bron).items()
        if bron.beweringen
    ]
    rows = [row for groep in (*aanpakken, *bronnen) for row in groep.rijen]
    claims = [claim for row in rows for claim in row]
    totaal = _telling("samen", claims)
    return BeweringenView(
        tellingen=[_telling(soort, [claim for claim in claims if claim.soort == soort]) for soort in SOORTEN],
        oordelen=[oordeel for oordeel in OORDELEN if totaal.oordelen[oordeel]],
        totaal=totaal,
        aanpakken=aanpakken,
        bronnen=bronnen,
        tegenspraken=sum(len(row) > 1 for row in rows),
    )


def together(claims: tuple[Bewering, ...]) -> list[list[Bewering]]:
    """The claims in their order, with what contradicts a claim, directly or in turn, in its row."""
    against = contradicting(claims)
    rows: list[list[Bewering]] = []
    placed: set[int] = set()
    for claim in claims:
        row: list[Bewering] = []
        waiting = [claim]
        while waiting:
            current = waiting.pop(0)
            if id(current) not in placed:
                placed.add(id(current))
                row.append(current)
                waiting += against.get(current.id or "", ())
        if row:
            rows.append(row)
    return rows


def _telling(soort: str, claims: Iterable[Bewering]) -> Telling:
    counts: Counter[str] = Counter(claim.geevalueerd for claim in claims)
    return Telling(soort, counts.total(), {oordeel: counts[oordeel] for oordeel in OORDELEN})
