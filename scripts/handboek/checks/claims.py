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
                for figure in dict.fromkeys(_FIGURE.findall(uitspraak.tekst)):
                    yield at(entry, (field, index), "C01", f"cijfer ‘{figure}’ buiten een bewering", tip)
    tip = "Zet het bij `waarde:` of `noemer:`, of maak er een eigen bewering van."
    for entry, field, claims in claims_of(kb):
        for index, claim in enumerate(claims):
            for figure in _unrecorded(claim):
                yield at(entry, (field, index), "C01", f"cijfer ‘{figure}’ staat niet in waarde of noemer", tip)


def _unrecorded(claim: Bewering) -> list[str]:
    if claim.noemer is not None and claim.waarde is None:
        return []  # C04 says that the value is missing
    recorded = {claim.waarde, claim.noemer} - {None}  # what tells no number at all is recorded nowhere
    figures = dict.fromkeys(_FIGURE.findall(claim.bewering))
    return [figure for figure in figures if _number(figure) not in recorded]


def _number(figure: str) -> Decimal | None:
    """The number that a figure in Dutch text tells: 1.234,5 is twelve hundred and more; None when it tells none."""
    digits = re.sub(r"[^\d,.]", "", figure)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", digits):
        digits = digits.replace(".", "")
    return Decimal(digits.replace(",", ".")) if digits.count(",") + digits.count(".") <= 1 else None


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


def _linked(one: Bewering, other: Bewering, ids: set[str | None]) -> bool:
    """Whether one says that it contradicts the other; a name that no claim has may have meant it."""
    named = {*one.spreekt_tegen, *other.spreekt_tegen}
    return one.id in other.spreekt_tegen or other.id in one.spreekt_tegen or not named <= ids


def contradictions_named(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure claims on one subject with different values say that they contradict each other."""
    for entry, field, claims in claims_of(kb):
        ids = {claim.id for claim in claims}
        for (first, one), (index, other) in combinations(enumerate(claims), 2):
            values = comparable(one, other)
            if values and values[0] != values[1] and not _linked(one, other, ids):
                message = f"dit cijfer over ‘{one.onderwerp}’ botst met bewering {first + 1} en zegt het niet"
                named = "" if one.id else f"Geef bewering {first + 1} een id. "
                tip = f"{named}Zet hier `spreekt_tegen: [{one.id or '…'}]`."
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
            if claim.id and claim.id in {earlier.id for earlier in claims[:index]}:
                tip = "Geef elke bewering een eigen id."
                yield at(entry, (*path, "id"), "C03", f"bewering ‘{claim.id}’ staat dubbel", tip)
            for number, other in enumerate(claim.spreekt_tegen):
                here = (*path, "spreekt_tegen", number)
                if other == claim.id:
                    yield at(entry, here, "C03", f"bewering ‘{other}’ spreekt zichzelf tegen", _others(ids, claim))
                elif other not in ids:
                    yield at(entry, here, "C03", f"bewering ‘{other}’ bestaat hier niet", _others(ids, claim))


def _others(ids: list[str], claim: Bewering) -> str:
    others = [id_ for id_ in ids if id_ != claim.id]
    return f"Kies uit: {', '.join(others)}." if others else "Geef de bewering die botst een id en noem die hier."


def units_given(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure a value has a unit, and a denominator has a value and is more than nothing."""
    for entry, field, claims in claims_of(kb):
        for index, claim in enumerate(claims):
            noemer: Path = (field, index, "noemer")
            tip = "Schrijf `waarde: 77` en `noemer: 80` voor 77 van 80."
            if claim.waarde is not None and claim.eenheid is None:
                tip_unit = "Zet er `eenheid: …` bij: voordeuren, jongeren, procent."
                yield at(entry, (field, index, "waarde"), "C04", "waarde zonder eenheid", tip_unit)
            if claim.noemer is not None and claim.waarde is None:
                yield at(entry, noemer, "C04", "noemer zonder waarde", tip)
            elif claim.noemer is not None and claim.noemer <= 0:
                yield at(entry, noemer, "C04", "de noemer moet meer dan 0 zijn", tip)
