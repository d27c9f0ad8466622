"""The chains hold: shift → competency → method → case → dilemma, with no loose ends."""

from collections.abc import Iterator

from handboek.checks.common import all_typed, at, entries_of, remark
from handboek.findings import Finding
from handboek.knowledge import KnowledgeBase
from handboek.models.begrip import Begrip
from handboek.models.competentie import Competentie
from handboek.models.dilemma import Dilemma
from handboek.models.interventie import Interventie
from handboek.models.methode import Methode
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving
from handboek.queries import competency_wordings, wider

_OWN_FIELDS = (
    ("as", "polen", "Schrijf `polen:` met eronder `van:` en `naar:`."),
    ("trede", "ladder", "Schrijf `ladder:` met de id van de ladder, en `volgorde:` met het nummer van de trede."),
    ("werkvorm", "goed_voor", "Schrijf `goed_voor:` met waar de werkvorm voor dient."),
    ("werkvorm", "duur", "Schrijf `duur:` met eronder `van:` en `tot:` in minuten."),
)
_OF_THEN = ("wet", "programma")
"""Sorts of begrip of which can be said what became of them."""


def axis_has_poles(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure an axis names its poles, a step its ladder and a werkvorm its use and time, and nothing else does.

    Only of a law or a programme can be said what holds now.
    """
    for entry, begrip in entries_of(kb, Begrip):
        for soort, field, tip in _OWN_FIELDS:
            has = getattr(begrip, field) is not None
            if has and begrip.soort != soort:
                message = f"alleen een {soort} heeft ‘{field}’, dit is een {begrip.soort}"
                yield at(entry, (field,), "K01", message, f"Haal ‘{field}’ weg of verander de soort.")
            elif begrip.soort == soort and not has:
                yield at(entry, ("soort",), "K01", f"een {soort} zonder ‘{field}’", tip)
        if begrip.nu and begrip.soort not in _OF_THEN:
            message = f"alleen een wet of programma heeft ‘nu’, dit is een {begrip.soort}"
            yield at(entry, ("nu",), "K01", message, "Haal ‘nu’ weg of verander de soort.")


def wider_group_ends(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure only a doelgroep names a wider one, and no doelgroep is wider than itself."""
    groups = kb.all(Begrip)
    for entry, begrip in entries_of(kb, Begrip):
        if begrip.ruimer and begrip.soort != "doelgroep":
            tip = "Haal ‘ruimer’ weg of verander de soort."
            yield at(entry, ("ruimer",), "K07", f"alleen een doelgroep heeft ‘ruimer’, dit is een {begrip.soort}", tip)
        elif entry.key.id in list(wider(groups, entry.key.id))[1:]:
            message = f"‘{begrip.naam}’ is via ‘ruimer’ ruimer dan zichzelf"
            yield at(entry, ("ruimer",), "K07", message, "Laat de ruimste groep ‘ruimer’ weg.")


def competency_has_role(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every competency is asked of at least one role."""
    for entry, competentie in entries_of(kb, Competentie):
        if not competentie.formuleringen:
            tip = "Zet bij formuleringen welke rol dit nodig heeft, in de woorden van de bron."
            yield at(entry, ("naam",), "K02", f"geen enkele rol heeft ‘{competentie.naam}’", tip)


def shift_carried(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every shift is carried by a competency."""
    for entry, verschuiving in entries_of(kb, Verschuiving):
        if not verschuiving.competenties:
            tip = "Zet bij competenties wat iemand hiervoor moet kunnen."
            yield remark(entry, ("naam",), "K03", f"geen competentie draagt ‘{verschuiving.naam}’", tip)


def competency_in_practice(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every competency is shown by a method, a case or a dilemma."""
    showing = ("methode", "praktijkvoorbeeld", "dilemma")
    for entry, competentie in entries_of(kb, Competentie) if all_typed(kb, *showing) else ():
        if not competentie.methoden and not any(kb.referring(entry.key, kind) for kind in showing):
            tip = "Noem de competentie bij een methode, praktijkvoorbeeld of dilemma."
            yield remark(entry, ("naam",), "K04", f"niets laat ‘{competentie.naam}’ in de praktijk zien", tip)


def method_used(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every method is used by an approach."""
    for entry, methode in entries_of(kb, Methode) if all_typed(kb, Interventie.kind) else ():
        if not kb.referring(entry.key, Interventie.kind):
            tip = "Noem de methode bij de aanpak die haar gebruikt."
            yield remark(entry, ("naam",), "K05", f"geen aanpak gebruikt ‘{methode.naam}’", tip)


def dilemma_asks_competency(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure every dilemma says which competency it asks."""
    for entry, dilemma in entries_of(kb, Dilemma):
        if not dilemma.competenties:
            tip = "Zet bij competenties wat hier op het spel staat."
            yield remark(entry, ("naam",), "K06", f"‘{dilemma.naam}’ vraagt van niemand iets", tip)


def transition_asks_what_role_names(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure a transition only lists competencies that the role it leads to names itself."""
    if not all_typed(kb, "competentie"):
        return
    for entry, rol in entries_of(kb, Rol):
        own = competency_wordings(kb, entry.key.id)
        for place, overstap in enumerate(rol.overstappen):
            for at_, id_ in enumerate(overstap.competenties):
                if id_ not in own and id_ in kb.all(Competentie):
                    message = f"de rol noemt ‘{id_}’ zelf niet"
                    tip = "Kies een competentie die deze rol heeft, of zet bij die competentie hoe de bron haar hier noemt."
                    yield at(entry, ("overstappen", place, "competenties", at_), "K08", message, tip)
