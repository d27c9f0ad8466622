"""Side by side in the browser: the same table as the command makes, an address that holds the choice, and a tray."""

import json
import re
from collections.abc import Iterator
from random import Random

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from handboek.knowledge import KnowledgeBase
from handboek.pages.views.vergelijken import paren
from handboek.vergelijken.als_tekst import als_json
from handboek.vergelijken.nota import Nota
from handboek.vergelijken.vergelijk import SOORTEN, compare

DRIE = ("frontlijnaanpak", "participatiecoaches-arnhem", "wijkcoaches-velve-lindenhof")
VIER = (*DRIE, "jongeren-interventie-team")
PARAM = {"interventie": "aanpak", "rol": "rol"}
HUB = "vergelijken/index.html"


def chosen(soort: str, ids: tuple[str, ...] | list[str]) -> str:
    """The path and query of a choice."""
    return f"{HUB}?{PARAM[soort]}={','.join(ids)}"


def ready(page: Page) -> None:
    """Wait until the table is there."""
    page.wait_for_selector("#vergelijking .vergelijk .vg-groep")


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """One context for the tests that leave nothing behind."""
    context = chromium.new_context(locale="nl-NL", viewport={"width": 1280, "height": 800})
    yield context
    context.close()


@pytest.fixture(scope="module")
def table(context: BrowserContext, address: str) -> Page:
    """The compare page with three approaches."""
    page = context.new_page()
    page.goto(f"{address}/{chosen('interventie', DRIE)}")
    ready(page)
    return page


# --- The same table --------------------------------------------------------------------------------

MAKE = """async ([soort, ids, dag]) => {
  const H = window.handboekVergelijken, keuze = await H.laadKeuze();
  const kolommen = await H.laadKolommen(soort, ids);
  return H.maakNota(keuze, soort, kolommen, dag, (kind, id) => `${keuze.mappen[kind]}/${id}.html`);
}"""
DAG = "2026-11-22"


def _selections(kb: KnowledgeBase) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "interventie", DRIE
    yield "interventie", ("jongeren-interventie-team", "frontlijnaanpak")
    yield "rol", ("frontlijnwerker", "wijkcoach")
    chance = Random(DAG)
    for number in range(60):
        soort = ("interventie", "rol")[number % 2]
        ids = list(kb.all(SOORTEN[soort].model))
        yield soort, tuple(chance.sample(ids, 2 + number % 3))


def test_the_browser_makes_what_the_command_makes(kb: KnowledgeBase, table: Page) -> None:
    for soort, ids in _selections(kb):
        made = table.evaluate(MAKE, [soort, list(ids), DAG])
        assert made == json.loads(als_json(Nota(compare(kb, ids, soort), DAG))), ids


def _drawn(page: Page) -> str:
    """The table and the list of sources as they stand in the page, without what only works with scripts."""
    drawn: str = page.evaluate(
        """() => {
          const copy = document.querySelector("#vergelijking").cloneNode(true);
          copy.querySelectorAll(".vg-groep").forEach(button => button.replaceWith(button.textContent));
          return copy.querySelector(".tabelkader").outerHTML + copy.querySelector(".vg-bronnen").innerHTML;
        }"""
    )
    return re.sub(r"\s+", " ", drawn)


def test_pages_that_lie_ready_look_the_same_without_scripts(
    kb: KnowledgeBase, chromium: Browser, address: str, context: BrowserContext
) -> None:
    quiet = chromium.new_context(locale="nl-NL", java_script_enabled=False)
    page, lively = quiet.new_page(), context.new_page()
    for paar in paren(kb):
        page.goto(f"{address}/{paar.pad}")
        lively.goto(f"{address}/{chosen(paar.soort, paar.ids)}")
        ready(lively)
        html = page.content()
        lively.evaluate("html => { window.plain = new DOMParser().parseFromString(html, 'text/html'); }", html)
        plain = lively.evaluate(
            "() => plain.querySelector('.tabelkader').outerHTML + plain.querySelector('.vg-bronnen').innerHTML"
        )
        assert re.sub(r"\s+", " ", plain) == _drawn(lively), paar.pad
    quiet.close()
    lively.close()
