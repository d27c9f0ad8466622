"""A finding: what is wrong, where, and what the author can do about it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """`fout` stops the build, `let op` does not."""

    FOUT = "fout"
    LET_OP = "let op"


class Place(NamedTuple):
    """A place in a file: 1-based line and column."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to mend, in Dutch, for an author who is no programmer; sorted by file and place."""

    file: str
    place: Place
    code: str
    message: str
    tip: str
    severity: Severity = Severity.FOUT
