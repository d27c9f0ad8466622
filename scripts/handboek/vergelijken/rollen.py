"""What is compared of roles: one visible table of groups and rows, each row with how its cell is made."""

from collections.abc import Callable, Mapping
from functools import partial

from handboek.knowledge import Key
from handboek.models.dilemma import Dilemma
from handboek.models.interventie import Interventie
from handboek.models.rol import Rol
from handboek.queries import GEADRESSEERDEN, pick
from handboek.vergelijken.gedeeld import Gedeeld, competenties, verschuivingen
from handboek.vergelijken.regels import Blik, genoemd, uitspraak, uitspraken, zin
from handboek.vergelijken.voorwaarden import dilemma, gevraagd
from handboek.vergelijken.waarde import Cel

Rolblik = Blik[Rol]


def _aanpakken(blik: Rolblik) -> Cel:
    aanpakken = pick(blik.kb.all(Interventie), blik.item.interventies)
    return tuple(genoemd(blik.kb, Key("interventie", id_), item.bron) for id_, item in aanpakken.items())


def _gevraagd(wie: str, blik: Rolblik) -> Cel:
    return gevraagd(blik.kb, wie, blik.item.vraagt)


def _dilemmas(blik: Rolblik) -> Cel:
    found = pick(blik.kb.all(Dilemma), blik.kb.referring(Key("rol", blik.id), "dilemma"))
    return tuple(dilemma(blik.kb, id_, item) for id_, item in found.items())


_COMPETENTIES = partial(competenties, woorden=True)
ROL: Mapping[str, Mapping[str, Callable[[Rolblik], Cel] | Gedeeld]] = {
    "De rol": {
        "In het kort": lambda b: (uitspraak(b.kb, b.item.samenvatting),),
        "Plaats": lambda b: (zin(b.kb, b.item.plaats.gemeente, b.item.plaats.bron),),
        "Aanpakken": _aanpakken,
        "Wat je doet": lambda b: uitspraken(b.kb, b.item.taken),
        "Voor wie": lambda b: uitspraken(b.kb, b.item.voor_wie),
        "Waar je te vinden bent": lambda b: uitspraken(b.kb, b.item.waar),
        "Waar de rol uit voortkomt": lambda b: uitspraken(b.kb, b.item.komt_uit),
        "Bij wie in dienst": lambda b: uitspraken(b.kb, b.item.in_dienst),
    },
    "Verschuivingen": {
        "Die een ander ook noemt": Gedeeld("verschuivingen", verschuivingen, ook=True),
        "Alleen hier genoemd": Gedeeld("verschuivingen", verschuivingen, ook=False),
    },
    "Competenties": {
        "Die een ander ook noemt": Gedeeld("competenties", _COMPETENTIES, ook=True),
        "Alleen hier genoemd": Gedeeld("competenties", _COMPETENTIES, ook=False),
    },
    "Wat de rol nodig heeft, en van wie": {wie.capitalize(): partial(_gevraagd, wie) for wie in GEADRESSEERDEN},
    "Waar de rol ophoudt": {"Grenzen": lambda b: uitspraken(b.kb, b.item.grenzen)},
    "Dilemma's": {"Dilemma's": _dilemmas},
}
