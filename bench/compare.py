"""How fast the compare page changes with 1,000 approaches to choose from: `python bench/compare.py`.

The real content with its approaches copied until there are 1,000, built as the site is. In a headless browser 60 choices
of two to four follow each other; measured is how long the page's main thread works, in CPU time, from a choice until its
table stands in the page and is laid out, its columns loaded from a local server. Fails when one takes 100 ms or more.
"""

import statistics
import sys
import tempfile
from pathlib import Path
from random import Random

from browsing import clock, served
from handboek.engines import mkdocs_engine
from handboek.knowledge import Key, KnowledgeBase
from handboek.loading import load
from handboek.models.interventie import Interventie
from handboek.zoeken.browser import chromium

ROOT = Path(__file__).parent.parent
APPROACHES, SELECTIONS, BAR = 1_000, 60, 100.0
CHANGE = """ids => new Promise(done => {
  document.addEventListener("handboek:vergelijking", () => {
    document.querySelector(".vergelijk").getBoundingClientRect();
    done();
  }, {once: true});
  history.pushState(null, "", `?aanpak=${ids.join(",")}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
})"""


def copied(kb: KnowledgeBase) -> KnowledgeBase:
    """The knowledge base with copies of its approaches."""
    real = [kb.entries[Key(Interventie.kind, id_)] for id_ in kb.all(Interventie)]
    copies = []
    for number in range(APPROACHES - len(real)):
        entry = real[number % len(real)]
        copies.append(entry._replace(key=Key(entry.key.kind, f"{entry.key.id}-{number // len(real) + 2}")))
    return KnowledgeBase.of([*kb.entries.values(), *copies])


def measure(site: Path, ids: list[str]) -> list[float]:
    """Milliseconds of each change."""
    chance = Random(SELECTIONS)
    with served(site) as address, chromium() as browser:
        page = browser.new_page()
        page.goto(f"{address}/vergelijken/index.html?aanpak={ids[0]},{ids[1]}")
        page.wait_for_selector(".vergelijk")
        busy = clock(page)
        times = []
        for number in range(SELECTIONS):
            before = busy()
            page.evaluate(CHANGE, chance.sample(ids, 2 + number % 3))
            times.append(busy() - before)
    return times


def main() -> None:
    """Build, measure, say."""
    kb = copied(load(ROOT).kb)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        mkdocs_engine.build(ROOT, site, kb)
        times = measure(site, list(kb.all(Interventie)))
    print(f"{len(kb.all(Interventie))} approaches, {len(times)} changes:")
    print(f"median {statistics.median(times):.0f} ms, slowest {max(times):.0f} ms (bar: each under {BAR:.0f} ms)")
    if max(times) >= BAR:
        sys.exit("the bar does not hold")


if __name__ == "__main__":
    main()
