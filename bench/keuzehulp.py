"""How much time of the processor one answer in the keuzehulp takes: `python bench/keuzehulp.py SITE [N]`.

Fills the page of a built site up with copies of its rows until there are N approaches and methods together, gives
sixty answers in a row and prints the time of each, layout included. Fails when the median is over the bar.
"""

import argparse
import re
import statistics
import sys
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Route

from browsing import clock
from handboek.zoeken.browser import chromium

BAR = 50
"""Milliseconds of the page's own thread per answer."""
ANSWER = """(number) => {
  const boxes = [...document.querySelectorAll('.kh-vragen input')];
  boxes[(number * 7) % boxes.length].click();
  return document.querySelector('.kh-tabel').offsetHeight;
}"""


def filled(html: str, number: int) -> str:
    """The page with its rows repeated until there are this many."""
    rows = len(re.findall("<tr data-id", html))
    return re.sub(
        r"<tbody>(.*?)</tbody>", lambda found: f"<tbody>{found[1] * -(-number // rows)}</tbody>", html, flags=re.S
    )


def measure(site: Path, number: int) -> list[float]:
    """Milliseconds for each of sixty answers."""
    page_file = site / "keuzehulp.html"

    def answer(route: Route) -> None:
        route.fulfill(body=filled(page_file.read_text(encoding="utf-8"), number), content_type="text/html")

    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.route("**/keuzehulp.html", answer)
        page.goto(page_file.resolve().as_uri())
        busy = clock(page)
        times = [busy()]
        for turn in range(60):
            page.evaluate(ANSWER, turn)
            times.append(busy())
        return [after - before for before, after in pairwise(times)]


def main() -> None:
    """Measure, print, and fail over the bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("number", type=int, nargs="?", default=1000)
    given = parser.parse_args()
    first, *rest = measure(given.site, given.number)
    median = statistics.median(rest)
    print(f"{given.number} rows: first answer {first:.0f} ms, then median {median:.0f} ms, slowest {max(rest):.0f} ms")
    sys.exit(median > BAR)


if __name__ == "__main__":
    main()
