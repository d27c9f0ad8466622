"""View of the map of competencies: who words which competency, and how."""

from dataclasses import dataclass

from handboek.knowledge import KnowledgeBase
from handboek.models.competentie import Competentie, CompetentieFormulering
from handboek.models.rol import Rol
from handboek.queries import SOORTEN


@dataclass(frozen=True)
class CompetentieRij:
    """A competency with a cell for every role, empty where the role does not word it."""

    id: str
    competentie: Competentie
    cellen: dict[str, list[CompetentieFormulering]]

    @property
    def gedeeld(self) -> int:
        """How many roles word it."""
        return sum(bool(cel) for cel in self.cellen.values())


@dataclass(frozen=True)
class CompetentiekaartView:
    """Competencies × roles, grouped by how many roles share them; and the same rows by soort, by name."""

    rollen: dict[str, Rol]
    groepen: dict[int, list[CompetentieRij]]
    soorten: dict[str, list[CompetentieRij]]
    competenties: int
    formuleringen: int


def competentiekaart_view(kb: KnowledgeBase) -> CompetentiekaartView:
    """The view of the map of competencies: the widest shared first."""
    rollen = kb.all(Rol)
    rows = [_row(id_, competentie, rollen) for id_, competentie in kb.all(Competentie).items()]
    counts = sorted({row.gedeeld for row in rows}, reverse=True)
    return CompetentiekaartView(
        rollen=rollen,
        groepen={count: [row for row in rows if row.gedeeld == count] for count in counts},
        soorten={soort: [row for row in rows if row.competentie.soort == soort] for soort in SOORTEN},
        competenties=len(rows),
        formuleringen=sum(len(row.competentie.formuleringen) for row in rows),
    )


def _row(id_: str, competentie: Competentie, rollen: dict[str, Rol]) -> CompetentieRij:
    cellen: dict[str, list[CompetentieFormulering]] = {rol: [] for rol in rollen}
    for formulering in competentie.formuleringen:
        cellen[formulering.rol].append(formulering)
    return CompetentieRij(id_, competentie, cellen)
