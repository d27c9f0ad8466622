"""Queries: what the knowledge base says about its items taken together, for every page and table that asks."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import Item, Verwijzing
from handboek.models.begrip import Begrip
from handboek.models.competentie import Competentie, CompetentieFormulering
from handboek.models.delen import Bewering
from handboek.models.verschuiving import Verschuiving

I = TypeVar("I", bound=Item)  # noqa: E741
GEADRESSEERDEN = ("gemeente", "partner", "management", "opleiding", "professional")
SOORTEN = ("kennis", "vaardigheid", "houding")
OPPOSITE = {"heen": "terug", "terug": "heen"}


def pick(items: dict[str, I], ids: Iterable[str]) -> dict[str, I]:
    """The items with these ids, in the order given."""
    return {id_: items[id_] for id_ in ids}


def roles_of(verschuiving: Verschuiving) -> list[str]:
    """The roles that word this shift, each once, in the order of the wordings."""
    return list(dict.fromkeys(f.rol for f in verschuiving.formuleringen if f.rol is not None))


def opposed_to(kb: KnowledgeBase, verschuiving: Verschuiving) -> dict[str, Verschuiving]:
    """The shifts that go the other way on the same axis, by id."""
    on_axis = pick(kb.all(Verschuiving), kb.referring(Key("begrip", verschuiving.as_), "verschuiving", "as"))
    return {id_: other for id_, other in on_axis.items() if other.richting == OPPOSITE[verschuiving.richting]}


def competency_wordings(kb: KnowledgeBase, rol: str) -> dict[str, list[CompetentieFormulering]]:
    """The competencies that a role names, by soort and then by name, each with the wordings of that role."""
    found = {}
    for id_, competentie in pick(kb.all(Competentie), kb.referring(Key("rol", rol), "competentie")).items():
        own = [formulering for formulering in competentie.formuleringen if formulering.rol == rol]
        if own:
            found[id_] = own
    return dict(sorted(found.items(), key=lambda pair: SOORTEN.index(kb.all(Competentie)[pair[0]].soort)))


def wider(groups: Mapping[str, Begrip], id_: str) -> Iterator[str]:
    """A doelgroep and every wider one that it is part of; ends where a ring closes, after naming its start again."""
    seen: set[str] = set()
    at: str | None = id_
    while at is not None and at in groups:
        yield at
        if at in seen:
            return
        seen.add(at)
        at = groups[at].ruimer


def contradicting(claims: tuple[Bewering, ...]) -> dict[str, list[Bewering]]:
    """For every claim with an id the claims that it contradicts or that contradict it."""
    by_id = {claim.id: claim for claim in claims if claim.id}
    found: dict[str, list[Bewering]] = {id_: [] for id_ in by_id}
    for id_, claim in by_id.items():
        for other in claim.spreekt_tegen:
            found[id_].append(by_id[other])
            if id_ not in by_id[other].spreekt_tegen:
                found[other].append(claim)
    return found


def section_label(kb: KnowledgeBase, verwijzing: Verwijzing) -> str:
    """The short form of a source: the section; where it has a name instead of a number, a short title."""
    if verwijzing.sectie is None:
        return kb.bronnen[str(verwijzing.bron)].naam
    naam = section_name(kb, verwijzing)
    return naam if len(naam) <= 26 else naam[:24].rstrip() + "…"


def section_name(kb: KnowledgeBase, verwijzing: Verwijzing) -> str:
    """The section in full: its number or, where it has none, the whole title."""
    sectie = str(verwijzing.sectie)
    return f"§{sectie}" if sectie[0].isdigit() else f"§ {section_title(kb, verwijzing)}"


def section_title(kb: KnowledgeBase, verwijzing: Verwijzing) -> str:
    """The heading of the section in the source."""
    return kb.section_titles[str(verwijzing.bron)].get(str(verwijzing.sectie), "")
