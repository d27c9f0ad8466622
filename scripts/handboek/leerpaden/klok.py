"""Time: when each part of a session begins and ends, computed from its minutes."""

from typing import NamedTuple

from handboek.models.leerpad import Activiteit, Sessie


class Tijdvak(NamedTuple):
    """An activity with its begin and end: minutes after the session's begin, and the break after it."""

    activiteit: Activiteit
    begin: int
    eind: int
    pauze: int


def tijdvakken(sessie: Sessie) -> list[Tijdvak]:
    """The activities of a session, one after another."""
    found, now = [], 0
    for activiteit in sessie.activiteiten:
        end, pauze = now + activiteit.minuten, activiteit.pauze or 0
        found.append(Tijdvak(activiteit, now, end, pauze))
        now = end + pauze
    return found


def kloktijd(sessie: Sessie, minuten: int) -> str:
    """The time of day, `14:05`, where the session says when it begins; else the time since its begin, `0:35`."""
    uur, minuut = (int(deel) for deel in sessie.van.split(":")) if sessie.van else (0, 0)
    total = uur * 60 + minuut + minuten
    return f"{total // 60 % 24:0{2 if sessie.van else 1}}:{total % 60:02}"


def uren(minuten: int) -> str:
    """`210` → `3 uur 30`."""
    heel, rest = divmod(minuten, 60)
    return f"{rest} minuten" if not heel else f"{heel} uur {rest}" if rest else f"{heel} uur"
