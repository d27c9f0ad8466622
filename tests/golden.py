"""The expected pages of tests/voorbeeld: `python tests/golden.py --bless` rewrites them after a change that was meant."""

import shutil
import sys
from pathlib import Path

from handboek.loading import load
from handboek.pages.page import Rendered
from handboek.pages.render import render_all
from handboek.site import data_texts

EXAMPLE = Path(__file__).parent / "voorbeeld"
GOLDEN = Path(__file__).parent / "golden"


def pages() -> dict[str, str]:
    """Path → text of every page and data file of the example, without what the engine puts around it."""
    kb = load(EXAMPLE).kb
    found = {page.path: _text(page) for page in render_all(kb, "Proefhandboek")}
    return found | {f"data/{name}": text for name, text in data_texts(kb).items()}


def _text(page: Rendered) -> str:
    headings = "\n".join(f"  {heading.anchor}: {heading.title}" for heading in page.headings)
    lines = (line.strip() for line in page.body.splitlines())
    body = "\n".join(line for line in lines if line)
    return f"title: {page.title}\ndescription: {page.description}\nshell: {page.hub}\nheadings:\n{headings}\n\n{body}\n"


def bless() -> None:
    """Write the expected pages anew."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for path, text in pages().items():
        target = GOLDEN / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__" and "--bless" in sys.argv:
    bless()
