"""How fast a long catalogue follows a choice: `python bench/catalogue.py [--rows N] [KIND …]`.

Each catalogue of the real site gets its own rows over and over until it has N of them (1,000). In a headless browser, on
a wide and on a narrow screen, every facet's largest and smallest value is chosen and taken back, every order is chosen,
and a word is typed. Measured is the CPU time of the page's main thread for each of these (DevTools' TaskDuration in thread
ticks: script, style, layout and paint), which other work on the computer hardly changes: until the answer is painted,
and until the rows far below it are up to date, too, which happens in slices. Exit code 1 when the median answer takes
more than the bar.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from browsing import clock, served
from handboek.addresses import hub_path
from handboek.engines import mkdocs_engine
from handboek.kinds import KINDS
from handboek.loading import load
from handboek.zoeken.browser import chromium

ROOT = Path(__file__).parent.parent
BAR = 50
"""The most that the median change may take until it is painted, in milliseconds of CPU."""
SIZES = {"1280": (1280, 800), "360": (360, 740)}

MULTIPLY = """size => {
  const lists = [...document.querySelectorAll(".groep > ul")], own = lists.map(list => [...list.children]);
  for (let count = own.flat().length; count < size;)
    for (const [i, rows] of own.entries())
      for (const row of rows) if (count < size) { lists[i].append(row.cloneNode(true)); count += 1; }
}"""
CHANGES = """() => {
  const found = [];
  for (const fold of document.querySelectorAll(".facet")) {
    fold.open = true;
    const boxes = [...fold.querySelectorAll("input")];
    const count = box => +box.closest("label").querySelector(".aantal").textContent;
    boxes.sort((a, b) => count(b) - count(a));
    for (const box of new Set([boxes[0], boxes.at(-1)])) for (let times = 0; times < 2; times++) found.push(() => box.click());
  }
  const order = document.querySelector("#volgorde"), text = document.querySelector("#tekst");
  const say = (field, value, type) => () => { field.value = value; field.dispatchEvent(new Event(type, {bubbles: true})); };
  for (const option of order ? [...order.options].slice(1).concat(order.options[0]) : []) found.push(say(order, option.value, "change"));
  for (const words of ["e", "en", "in", ""]) found.push(say(text, words, "input"));
  window.changes = found;
  return found.length;
}"""
DO = """number => new Promise(done => {
  changes[number]();
  requestAnimationFrame(() => setTimeout(done));
})"""
SETTLE = "new Promise(done => setTimeout(done, 400))"


def fill(page: Page, address: str, kind: str, rows: int) -> None:
    """Open a kind's catalogue with this many rows, its script started after they were there."""
    page.route("**/assets/catalogus.js", lambda route: route.fulfill(body=""))
    page.goto(f"{address}/{hub_path(kind)}")
    page.evaluate(MULTIPLY, rows)
    page.unroute("**/assets/catalogus.js")
    page.add_script_tag(url=f"{address}/assets/catalogus.js?again")
    if (opener := page.locator(".openen")).is_visible():
        opener.click()


def measure(page: Page) -> tuple[list[float], list[float]]:
    """Of every change the CPU time until it is painted and until all is done; what measuring itself costs is in it."""
    busy = clock(page)
    painted, done = [], []
    for number in range(page.evaluate(CHANGES)):
        page.evaluate(SETTLE)
        before = busy()
        page.evaluate(DO, number)
        painted.append(busy() - before)
        page.evaluate(SETTLE)
        done.append(busy() - before)
    return painted, done


def main() -> None:
    """Print a row for each catalogue and screen."""
    parser = argparse.ArgumentParser(description="Measure how fast a long catalogue follows a choice.")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="only these kinds (all)")
    parser.add_argument("--rows", type=int, default=1_000, help="how many rows a catalogue gets (1000)")
    arguments = parser.parse_args()
    slowest = 0.0
    print(
        f"| catalogue of {arguments.rows:,} rows | screen | changes | painted, median (ms) | worst | all done, median |"
    )
    print("|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        mkdocs_engine.build(ROOT, Path(name), load(ROOT).kb)
        with served(Path(name)) as address:
            for kind in arguments.kinds or KINDS:
                for label, (width, height) in SIZES.items():
                    page = browser.new_page(viewport={"width": width, "height": height})
                    fill(page, address, kind, arguments.rows)
                    painted, done = measure(page)
                    page.close()
                    middle = median(painted)
                    slowest = max(slowest, middle)
                    print(
                        f"| {kind} | {label} | {len(done)} | {middle:.0f} | {max(painted):.0f} | {median(done):.0f} |",
                        flush=True,
                    )
    sys.exit(slowest > BAR)


if __name__ == "__main__":
    main()
