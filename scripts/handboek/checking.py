"""The whole of reading and checking: what a folder holds and everything that is wrong with it, sorted."""

from pathlib import Path
from typing import NamedTuple

from handboek.checks import check
from handboek.checks.allowed import without_allowed
from handboek.dag import vandaag
from handboek.findings import Finding
from handboek.handwritten import handwritten
from handboek.knowledge import KnowledgeBase
from handboek.loading import load


class Checked(NamedTuple):
    """The knowledge base as far as it could be read, and all findings by file and place."""

    kb: KnowledgeBase
    findings: list[Finding]


def checked(root: Path, day: str | None = None) -> Checked:
    """Read and check the project in `root` as on that day (else today); what the editors allow is left out.

    While a folder stays closed nobody knows what refers to nothing.
    """
    loaded = load(root)
    found = without_allowed(loaded.kb, check(loaded.kb), day or vandaag()) if loaded.whole else ()
    return Checked(loaded.kb, sorted([*loaded.findings, *found, *handwritten(root, loaded.kb)]))
