"""View of the places where new initiatives were found: a map drawn at build time, and the list."""

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from handboek.knowledge import KnowledgeBase
from handboek.models.basis import Verwijzing
from handboek.models.bron import Bron, Vindplaats
from handboek.models.rol import Rol
from handboek.pages.views.common import Link, links

BREEDTE, RAND, LETTER = 480, 12, 8.4
"""Width of the drawing, the room around it, and about the width of a letter."""


Circle = tuple[float, float, float]
Box = tuple[float, float, float, float]


class Opschrift(NamedTuple):
    """Where the name of a place stands on the map: its point, and which end of the text that is."""

    x: float
    y: float
    anker: str

    def box(self, naam: str) -> Box:
        """About the room that the name takes: left, top, right, bottom."""
        width = LETTER * len(naam)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anker]
        return left, self.y - 12, left + width, self.y + 4


@dataclass(frozen=True)
class Plek:
    """A place with its point on the map (None without coordinates), its name there when visited, and its roles."""

    vindplaats: Vindplaats
    punt: tuple[float, float] | None
    straal: float
    opschrift: Opschrift | None
    keuze: str | None
    """Of two places with one name the province that the editors chose."""
    rollen: list[Link]


@dataclass(frozen=True)
class Vindlijst:
    """The places of one source."""

    id: str
    bron: Bron
    plekken: list[Plek]
    initiatieven: int
    herkomst: tuple[Verwijzing, ...]


@dataclass(frozen=True)
class VindplaatsenView:
    """Every list of places, the outline of the country as SVG paths, and the height of the map."""

    lijsten: list[Vindlijst]
    omtrek: list[str]
    hoogte: int


def vindplaatsen_view(kb: KnowledgeBase) -> VindplaatsenView:
    """The view of the places."""
    chart = Chart(_data()["omtrek"])
    lijsten = [
        Vindlijst(
            id=id_,
            bron=bron,
            plekken=_plekken(kb, bron, chart),
            initiatieven=sum(vindplaats.aantal for vindplaats in bron.vindplaatsen),
            herkomst=tuple(dict.fromkeys(v for vindplaats in bron.vindplaatsen for v in vindplaats.bron or ())),
        )
        for id_, bron in kb.bronnen.items()
        if bron.vindplaatsen
    ]
    return VindplaatsenView(lijsten, chart.paths(), chart.height)


@cache
def _data() -> dict[str, Any]:
    """The outline and the coordinates, made by tools/nederland.py."""
    text = (files("handboek.pages") / "data" / "nederland.json").read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


class Chart:
    """Longitude and latitude to points of the drawing: a plain projection, true to scale at the middle latitude."""

    def __init__(self, rings: list[list[list[float]]]) -> None:
        longitudes = [x for ring in rings for x, _ in ring]
        latitudes = [y for ring in rings for _, y in ring]
        self.rings = rings
        self.west, self.north = min(longitudes), max(latitudes)
        self.scale = (BREEDTE - 2 * RAND) / (max(longitudes) - self.west)
        self.stretch = 1 / math.cos(math.radians((self.north + min(latitudes)) / 2))
        self.height = round((self.north - min(latitudes)) * self.stretch * self.scale) + 2 * RAND

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place stands."""
        x = RAND + (longitude - self.west) * self.scale
        y = RAND + (self.north - latitude) * self.stretch * self.scale
        return round(x, 1), round(y, 1)

    def paths(self) -> list[str]:
        """The outline: one path for the mainland and for every island."""
        return ["M" + "L".join("{} {}".format(*self.point(*point)) for point in ring) + "Z" for ring in self.rings]


def _plekken(kb: KnowledgeBase, bron: Bron, chart: Chart) -> list[Plek]:
    data = _data()
    circles = {
        v.plaats: (*chart.point(*data["plaatsen"][v.plaats]), _straal(v))
        for v in bron.vindplaatsen
        if v.plaats in data["plaatsen"]
    }
    labels = _labels({v.plaats: v.bezocht == "ja" for v in bron.vindplaatsen}, circles)
    return [
        Plek(
            vindplaats=v,
            punt=circles[v.plaats][:2] if v.plaats in circles else None,
            straal=_straal(v),
            opschrift=labels.get(v.plaats),
            keuze=data["keuzes"].get(v.plaats),
            rollen=links(kb, "rol", (id_ for id_, rol in kb.all(Rol).items() if rol.plaats.gemeente == v.plaats)),
        )
        for v in bron.vindplaatsen
    ]


def _straal(vindplaats: Vindplaats) -> float:
    """A circle whose surface grows with the number of initiatives."""
    return round(3.5 + 2.5 * math.sqrt(vindplaats.aantal - 1), 1)


def _labels(visited: dict[str, bool], circles: dict[str, Circle]) -> dict[str, Opschrift]:
    """The names of visited places: right, left, above or below their circle, where they cover least."""
    found: dict[str, Opschrift] = {}
    for naam, (x, y, r) in circles.items():
        if not visited[naam]:
            continue
        sides = (
            Opschrift(x + r + 4, y + 5, "start"),
            Opschrift(x - r - 4, y + 5, "end"),
            Opschrift(x, y - r - 5, "middle"),
            Opschrift(x, y + r + 14, "middle"),
        )
        taken = [(cx - cr, cy - cr, cx + cr, cy + cr) for other, (cx, cy, cr) in circles.items() if other != naam]
        names = [label.box(other) for other, label in found.items()]
        found[naam] = min(sides, key=lambda side: _covered(side.box(naam), taken, names))
    return found


def _covered(box: Box, circles: list[Box], names: list[Box]) -> int:
    """How much a name covers; another name, or the edge of the drawing, counts as ten circles."""
    left, top, right, bottom = box

    def hits(others: list[Box]) -> int:
        return sum(left < r and l < right and top < b and t < bottom for l, t, r, b in others)  # noqa: E741

    return hits(circles) + 10 * hits(names) + 10 * (left < 0 or right > BREEDTE)
