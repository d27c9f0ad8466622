"""A figure is a claim, and claims that clash say so."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from handboek.checks.common import at, entries_of
from handboek.findings import Finding
from handboek.knowledge import Entry, KnowledgeBase
from handboek.models.bron import Bron
from handboek.models.delen import Bewering
from handboek.models.interventie import Interventie
from handboek.reading.nodes import Path

_FIGURE = re.compile(r"(?<![\w§.,-])(?:\d+(?:[.,]\d+)*\s?(?:%|procent)|(?!(?:19|20)\d\d\b)\d[\d.,]*\d)(?!\w)")
_FIELDS = ("lessen", "werkte_niet", "vervolg")


def claims_of(kb: KnowledgeBase) -> Iterator[tuple[Entry, str, tuple[Bewering, ...]]]:
    """The claims of each interventie and bron, with the name of the field they stand in."""
    for entry, interventie in entries_of(kb, Interventie):
        if interventie.resultaten:
            yield entry, "resultaten", interventie.resultaten
    for entry, bron in entries_of(kb, Bron):
        yield entry, "beweringen", bron.beweringen


def figures_in_claims(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure a figure about results stands in a claim's `waarde` or `noemer`, not in running text."""
    tip = "Maak er een bewering van onder `resultaten`, met waarde, eenheid en soort."
    for entry, interventie in entries_of(kb, Interventie):
        for field in _FIELDS:
            for index, uitspraak in enumerate(getattr(interventie, field) or ()):
                for figure in _FIGURE.findall(uitspraak.tekst):
                    yield at(entry, (field, index), "C01", f"cijfer ‘{figure}’ buiten een bewering", tip)
    for entry, field, claims in claims_of(kb):
        for index, claim in enumerate(claims):
            for figure in _unrecorded(claim):
                yield at(entry, (field, index), "C01", f"cijfer ‘{figure}’ staat niet in waarde of noemer", tip)


def _unrecorded(claim: Bewering) -> list[str]:
    recorded = {claim.waarde, claim.noemer}
    return [figure for figure in _FIGURE.findall(claim.bewering) if _number(figure) not in recorded]


def _number(figure: str) -> Decimal:
    digits = re.sub(r"[^\d,.]", "", figure).rstrip(".,")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", digits):
        digits = digits.replace(".", "")
    return Decimal(digits.replace(",", ".")) if digits.count(",") + digits.count(".") <= 1 else Decimal(-1)


def share(claim: Bewering) -> Decimal | None:
    """The claim's value as a percentage, computed where it gives a denominator."""
    if claim.waarde is None:
        return None
    if claim.noemer:
        return claim.waarde / claim.noemer * 100
    return claim.waarde if claim.eenheid in {"procent", "%"} else None


def comparable(one: Bewering, other: Bewering) -> tuple[Decimal, Decimal] | None:
    """The two values on one scale, when the claims are about the same subject."""
    if one.onderwerp is None or one.onderwerp != other.onderwerp:
        return None
    shares = share(one), share(other)
    if shares[0] is not None and shares[1] is not None:
        return shares[0], shares[1]
    if one.waarde is not None and other.waarde is not None and one.eenheid == other.eenheid:
        return one.waarde, other.waarde
    return None


def _linked(one: Bewering, other: Bewering) -> bool:
    return one.id in other.spreekt_tegen or other.id in one.spreekt_tegen


def contradictions_named(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure claims on one subject with different values say that they contradict each other."""
    for entry, field, claims in claims_of(kb):
        for (_, one), (index, other) in combinations(enumerate(claims), 2):
            values = comparable(one, other)
            if values and values[0] != values[1] and not _linked(one, other):
                message = f"twee cijfers over ‘{one.onderwerp}’ botsen en zeggen het niet"
                tip = "Geef beide een id en zet `spreekt_tegen: [id]` bij de tweede."
                yield at(entry, (field, index), "C02", message, tip)
    yield from _evaluation_named(kb)


def _evaluation_named(kb: KnowledgeBase) -> Iterator[Finding]:
    for entry, interventie in entries_of(kb, Interventie):
        evaluated = [claim for claim in interventie.resultaten or () if claim.geevalueerd == "ja"]
        if evaluated and interventie.evaluatie.status != "ja" and interventie.evaluatie.maar is None:
            message = "een resultaat is geëvalueerd, maar de aanpak niet"
            tip = "Zet bij evaluatie `maar:` met wat de bron daarover zegt, of verbeter de status."
            yield at(entry, ("evaluatie",), "C02", message, tip)


def contradictions_known(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure `spreekt_tegen` names another claim of the same item, and ids of claims are unique."""
    for entry, field, claims in claims_of(kb):
        ids = [claim.id for claim in claims if claim.id]
        for index, claim in enumerate(claims):
            path: Path = (field, index)
            if claim.id and ids.index(claim.id) != [c.id for c in claims if c.id].index(claim.id):
                continue
            if claim.id and ids.count(claim.id) > 1:
                yield at(
                    entry,
                    (*path, "id"),
                    "C03",
                    f"bewering ‘{claim.id}’ staat dubbel",
                    "Geef elke bewering een eigen id.",
                )
            for number, other in enumerate(claim.spreekt_tegen):
                if other not in ids or other == claim.id:
                    tip = f"Kies uit: {', '.join(id_ for id_ in ids if id_ != claim.id) or 'geen enkele bewering heeft een id'}."
                    yield at(
                        entry, (*path, "spreekt_tegen", number), "C03", f"bewering ‘{other}’ bestaat hier niet", tip
                    )


def units_given(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure a value has a unit, and a denominator has a value."""
    for entry, field, claims in claims_of(kb):
        for index, claim in enumerate(claims):
            if claim.waarde is not None and claim.eenheid is None:
                yield at(
                    entry, (field, index, "waarde"), "C04", "waarde zonder eenheid", "Schrijf `eenheid: voordeuren`."
                )
            if claim.noemer is not None and not (claim.waarde is not None and claim.noemer > 0):
                tip = "Schrijf `waarde: 77` en `noemer: 80` voor 77 van 80."
                yield at(entry, (field, index, "noemer"), "C04", "noemer zonder waarde, of nul", tip)
