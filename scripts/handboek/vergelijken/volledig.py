"""All approaches side by side, each by itself: what is shared depends on a choice, so here a column just says what it names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.interventie import Interventie
from handboek.vergelijken.aanpakken import AANPAK
from handboek.vergelijken.gedeeld import Gedeeld
from handboek.vergelijken.regels import stil
from handboek.vergelijken.vergelijk import inhoud
from handboek.vergelijken.waarde import Cel, Groep, Inhoud, Rij, Vergelijking


def volledig(kb: KnowledgeBase, ids: Sequence[str]) -> Vergelijking:
    """The table of these approaches; the work grows with their number and no faster."""
    inhouden = [inhoud(kb, Key(Interventie.kind, id_)) for id_ in ids]
    zwijgt = (stil(kb, "niet vermeld"),)
    return Vergelijking(
        kolommen=tuple(een.kolom for een in inhouden),
        groepen=tuple(
            Groep(groep, tuple(Rij(rij, tuple(cel or zwijgt for cel in cellen)) for rij, cellen in rijen))
            for groep, rijen in _groepen(inhouden)
        ),
    )


def _groepen(inhouden: Sequence[Inhoud]) -> Iterator[tuple[str, Iterable[tuple[str, list[Cel]]]]]:
    """Per group its rows with a cell for each column; of what is shared and what is named here alone, one row."""
    nummers = count()
    for groep, rijen in AANPAK.items():
        gemaakt: dict[str, list[Cel]] = {}
        for naam, rij in rijen.items():
            nummer = next(nummers)
            if isinstance(rij, Gedeeld):
                gemaakt[rij.naam.capitalize()] = [tuple(deel.regel for deel in een.delen[rij.naam]) for een in inhouden]
            else:
                gemaakt[naam] = [een.cellen[nummer] or () for een in inhouden]
        yield groep, gemaakt.items()
