"""Nothing on a page moves while it is read: no layout shift, also when scripts come late."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Route

from handboek.addresses import hub_path
from handboek.kinds import KINDS
from test_toegankelijk import TYPES, page_of_type

SIZES = [pytest.param({"width": width, "height": 740}, id=str(width)) for width in (360, 1280)]
MOST = 0.001
OBSERVER = """window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(entry => {
  const moved = entry.sources.map(({node}) => node && (node.outerHTML || node.textContent).slice(0, 80));
  if (!entry.hadRecentInput) window.shifts.push([entry.value, ...moved]);
})).observe({type: "layout-shift", buffered: true})"""


def _late(route: Route) -> None:
    time.sleep(0.1)
    route.continue_()


@pytest.fixture(scope="module")
def watched(chromium: Browser) -> Iterator[BrowserContext]:
    """A context in which our own scripts come late and what moves is noted."""
    context = chromium.new_context(locale="nl-NL", service_workers="block")
    context.add_init_script(OBSERVER)
    context.route(re.compile(r"/assets/(?:zoeken/)?[\w-]+\.js"), _late)
    yield context
    context.close()


def _moved(context: BrowserContext, size: Any, url: str) -> list[Any]:
    page = context.new_page()
    page.set_viewport_size(size)
    page.goto(url)
    page.wait_for_timeout(150)
    shifts: list[Any] = page.evaluate("shifts")
    page.close()
    return shifts if sum(shift[0] for shift in shifts) >= MOST else []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", TYPES)
def test_nothing_moves(watched: BrowserContext, site: Path, address: str, name: str, size: Any) -> None:
    assert _moved(watched, size, f"{address}/{page_of_type(site, name)}") == []


def _choices(site: Path, kind: str) -> Iterator[str]:
    """Addresses of a catalogue with choices: a value of its last facet, a text, an order."""
    path = hub_path(kind)
    html = (site / path).read_text(encoding="utf-8")
    boxes = re.findall(r'form="verfijn" name="([^"]+)" value="([^"]+)"', html)
    if boxes:
        yield f"{path}?{boxes[-1][0]}={boxes[-1][1]}"
    orders = re.findall(r'<option value="([^"]+)"', html)
    if orders:
        yield f"{path}?tekst=wijk&volgorde={orders[0]}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_with_choices(watched: BrowserContext, site: Path, address: str, kind: str, size: Any) -> None:
    for path in _choices(site, kind):
        assert _moved(watched, size, f"{address}/{path}") == [], path


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("end", ["?rol=wijkcoach", "#rol-wijkcoach"])
def test_nothing_moves_in_the_self_scan(watched: BrowserContext, address: str, end: str, size: Any) -> None:
    assert _moved(watched, size, f"{address}/zelfscan.html{end}") == []
