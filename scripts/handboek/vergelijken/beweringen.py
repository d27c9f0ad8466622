"""Lines about results: claims with their kind, figure and denominator, who evaluated, and what clashes."""

from handboek.knowledge import KnowledgeBase
from handboek.models.basis import Stilte
from handboek.models.delen import Bewering, Evaluatie
from handboek.models.interventie import Interventie
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.prose import plain_text
from handboek.queries import contradicting
from handboek.vergelijken.regels import VAN_REDACTIE, Blik, plekken, stil, uitspraak, zin
from handboek.vergelijken.waarde import Cel, Regel
from handboek.words import datum, geevalueerd, getal, hoofdletter


def evaluatie(kb: KnowledgeBase, item: Evaluatie) -> Cel:
    """Whether there was an evaluation and by whom, what the source says of it, and what clashes with that."""
    regels = [stil(kb, item.status, item.bron) if item.status in AFWEZIG_WOORDEN else _status(kb, item)]
    if item.tekst:
        regels.append(zin(kb, item.tekst, item.bron))
    if item.maar:
        maar = uitspraak(kb, item.maar)
        regels.append(Regel(f"Maar: {maar.tekst}", maar.bronnen, tegenspraak=True, kop="Maar:"))
    return tuple(regels)


def _status(kb: KnowledgeBase, item: Evaluatie) -> Regel:
    door = f"; door wie: {item.door}" if item.door in AFWEZIG_WOORDEN else f", door {item.door}"
    return zin(kb, item.status + door, item.bron)


def beweringen(blik: Blik[Interventie], *, met_cijfer: bool) -> Cel:
    """The claims with a figure, or those without; claims that contradict each other always stand together."""
    claims = blik.item.resultaten
    if isinstance(claims, Stilte):
        return (uitspraak(blik.kb, claims),)
    weerspraak = contradicting(claims)
    regels: list[Regel] = []
    genoemd: list[Bewering] = []
    for claim in claims:
        tegenover = weerspraak[claim.id] if claim.id else []
        if any(ander.waarde is not None for ander in (claim, *tegenover)) == met_cijfer:
            regels += _bewering(blik.kb, claim)
            regels += [_botsing(blik.kb, ander, claim) for ander in tegenover if ander in genoemd]
            genoemd.append(claim)
    return tuple(regels)


def _bewering(kb: KnowledgeBase, claim: Bewering) -> Cel:
    kop = f"{hoofdletter(_kop(claim))}:"
    regels = [Regel(f"{kop} {plain_text(claim.bewering)} ({_aard(claim)})", plekken(kb, claim.bron), kop=kop)]
    if claim.waarde is not None and claim.noemer:
        deel = f"{'ongeveer ' if claim.ongeveer else ''}{getal(claim.waarde / claim.noemer * 100, 0)} %"
        berekend = f"Berekend: {getal(claim.waarde)} van {getal(claim.noemer)} is {deel}."
        regels.append(zin(kb, berekend, VAN_REDACTIE))
    if claim.toelichting:
        toelichting = uitspraak(kb, claim.toelichting)
        regels.append(Regel(f"Toelichting: {toelichting.tekst}", toelichting.bronnen))
    return tuple(regels)


def _kop(claim: Bewering) -> str:
    """The figure with its denominator and unit, or the claim in two or three words."""
    if claim.waarde is None:
        return claim.kern or claim.soort
    noemer = f" van {getal(claim.noemer)}" if claim.noemer is not None else ""
    eenheid = "%" if claim.eenheid == "procent" else claim.eenheid or ""
    return f"{'ongeveer ' if claim.ongeveer else ''}{getal(claim.waarde)}{noemer} {eenheid}".rstrip()


def _aard(claim: Bewering) -> str:
    """How hard a claim is: its kind, whether and by whom it was evaluated, and of when it is."""
    door = claim.evaluatie_door
    wie = "" if not door else f", door wie: {door}" if door in AFWEZIG_WOORDEN else f" door {door}"
    delen = [claim.soort, geevalueerd(claim.geevalueerd) + wie]
    if claim.periode:
        delen.append(f"periode: {claim.periode}")
    if claim.datum:
        delen.append(f"gezegd: {datum(claim.datum)}")
    return "; ".join(delen)


def _botsing(kb: KnowledgeBase, een: Bewering, ander: Bewering) -> Regel:
    """Two claims that contradict each other, named in one line; the handbook chooses neither."""
    tekst = f"Tegenspraak: ‘{_kop(een)}’ en ‘{_kop(ander)}’ spreken elkaar tegen; het handboek kiest er geen."
    return Regel(tekst, plekken(kb, een.bron, ander.bron), tegenspraak=True, kop="Tegenspraak:")
