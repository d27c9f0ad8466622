"""What the tests share: the project, its built sites, and a browser that sees them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from handboek.engines import mkdocs_engine
from handboek.knowledge import KnowledgeBase
from handboek.loading import load
from handboek.publishing import publish
from handboek.zoeken import browser as browsers
from server import served

ROOT = Path(__file__).parent.parent
VOORBEELD = ROOT / "tests" / "voorbeeld"
os.environ["NO_MKDOCS_2_WARNING"] = "1"


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    """The real content."""
    return load(ROOT).kb


@pytest.fixture(scope="session")
def example() -> KnowledgeBase:
    """The small example."""
    return load(VOORBEELD).kb


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, kb: KnowledgeBase) -> Path:
    """The site of the real content, as `handboek build` publishes it."""
    target = tmp_path_factory.mktemp("real") / "site"
    publish(ROOT, target, lambda folder: mkdocs_engine.build(ROOT, folder, kb))
    return target


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address at which the real site is served, on loopback."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless browser."""
    with browsers.chromium() as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh page in its own context, without the service worker, which fetches around the routes of a test."""
    context = chromium.new_context(locale="nl-NL", service_workers="block")
    yield context.new_page()
    context.close()
