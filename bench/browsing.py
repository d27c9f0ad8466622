"""What the benches in a browser share: the tests' server on loopback, and the clock of a page's main thread."""

import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from server import served

__all__ = ["clock", "served"]


def clock(page: Page) -> Callable[[], float]:
    """A clock that tells the CPU time that the page's main thread has used so far, in milliseconds."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")

    return busy
