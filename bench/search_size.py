"""How heavy and how fast the search is in a large handbook: `python bench/search_size.py [N …]`, 1,200 and 10,000 by itself.

For each number of items a project is made (generate.py) and built, and someone searches it in a headless Chromium,
letter by letter, in the browser's own worker. Measured are what the first search transfers, compressed; how long it takes
from opening the field until the engine is ready; and for each letter the time from the question to its answer, loading of
further parts included. All is done five times, each on a fresh page, and of each the middle one counts, so that what else
the computer does hardly matters; of the letters the median and the worst are shown. The number 0 stands for the real content.
Prints a Markdown table; exit code 1 when a bar does not hold.
"""

import argparse
import gzip
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Request

from browsing import served
from generate import generate
from handboek.loading import load
from handboek.pages.render import render_all
from handboek.zoeken.browser import chromium
from handboek.zoeken.index import index_files
from handboek.zoeken.kwaliteit import ENGINE
from handboek.zoeken.records import hub_records, item_records

ROOT = Path(__file__).parent.parent
QUESTIONS = (
    "schulden",
    "de bewoner doet niet open",
    "hoe begin je een gesprek bij iemand thuis",
    "eenzaamhied",
    "samenwerken met de woningcorporatie",
    "vrijwilligers",
    "een jongere die niet naar school gaat",
    "keukentafelgesprek",
)
BARS = {1_200: (450_000, 1_000, 30), 10_000: (1_000_000, None, None)}
"""Items → the most that a first search may transfer (bytes), and until it is ready and for any letter (milliseconds)."""

ROUNDS = 5

START = """scripts => new Promise((klaar, mis) => {
  const begin = performance.now(), werker = new Worker("/assets/zoeken/werker.js");
  let nummer = 0;
  werker.addEventListener("error", mis);
  werker.addEventListener("message", ({data}) => { if (data.keuzes) klaar(performance.now() - begin); });
  werker.postMessage({scripts});
  window.vraag = tekst => new Promise(goed => {
    const mijn = ++nummer, toen = performance.now();
    werker.addEventListener("message", function luister({data}) {
      if (data.nummer !== mijn) return;
      werker.removeEventListener("message", luister);
      goed(performance.now() - toen);
    });
    werker.postMessage({nummer: mijn, vraag: tekst, opties: {aantal: 12}});
  });
})"""


class Measured(NamedTuple):
    """What was measured: bytes of the first search and of all parts, and milliseconds."""

    first: int
    ready: float
    letters: list[float]

    def holds(self, bars: tuple[float | None, ...]) -> bool:
        """Whether it stays within the bars, where there are any."""
        values = (self.first, self.ready, max(self.letters))
        return all(bar is None or value <= bar for value, bar in zip(values, bars, strict=True))


def write_index(project: Path, site: Path) -> int:
    """Write what the search loads, over the items of a project; returns how many there are."""
    kb = load(project).kb
    records = [*item_records(kb, render_all(kb, "")), *hub_records()]
    for name, text in index_files(kb, records).items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (site / "assets").mkdir()
    (site / "assets" / "zoeken").symlink_to(ROOT / "docs" / "assets" / "zoeken")
    (site / "index.html").write_text("<!doctype html><title>bench</title>", encoding="utf-8")
    return len(kb.entries)


def measure(browser: Browser, address: str) -> Measured:
    """Search the site at this address as someone who types would, some times over."""
    rounds = [_measure(browser, address) for _ in range(ROUNDS)]
    letters = [median(letter) for letter in zip(*(found.letters for found in rounds), strict=True)]
    return Measured(rounds[0].first, median(found.ready for found in rounds), letters)


def _measure(browser: Browser, address: str) -> Measured:
    page = browser.new_page()
    page.goto(f"{address}/index.html")
    loaded: list[Request] = []
    page.on("requestfinished", lambda request: loaded.append(request))
    ready: float = page.evaluate(START, list(ENGINE))
    page.evaluate("tekst => vraag(tekst)", QUESTIONS[0])
    page.wait_for_timeout(200)
    bodies = [response.body() for request in list(loaded) if (response := request.response())]
    first = sum(len(gzip.compress(body, 9)) for body in bodies)
    letters: list[float] = page.evaluate(
        """async vragen => {
          const tijden = [];
          for (const tekst of vragen) {
            for (let lengte = 1; lengte <= tekst.length; lengte++) tijden.push(await vraag(tekst.slice(0, lengte)));
          }
          return tijden;
        }""",
        list(QUESTIONS),
    )
    page.close()
    return Measured(first, ready, letters)


def main() -> int:
    """Measure and print; 1 when a bar does not hold."""
    parser = argparse.ArgumentParser(description="How heavy and how fast the search is in a large handbook.")
    parser.add_argument("sizes", type=int, nargs="*", default=list(BARS), metavar="N", help="how many items")
    print("| items | first search | ready | a letter: median | worst |\n|---:|---:|---:|---:|---:|")
    good = True
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as name, chromium() as browser:
            project, site = (Path(name, "project"), Path(name, "site")) if size else (ROOT, Path(name, "site"))
            if size:
                generate(size, project)
            items = write_index(project, site)
            with served(site) as address:
                found = measure(browser, address)
        middle, worst = median(found.letters), max(found.letters)
        print(f"| {items:,} | {found.first / 1000:.0f} kB | {found.ready:.0f} ms | {middle:.1f} ms | {worst:.0f} ms |")
        good &= found.holds(BARS.get(size, (None, None, None)))
    return not good


if __name__ == "__main__":
    sys.exit(main())
