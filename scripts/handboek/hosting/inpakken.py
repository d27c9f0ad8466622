"""Files packed beforehand, so that a server need not pack them at every visit."""

import gzip
from pathlib import Path

PACKED = frozenset({".html", ".css", ".js", ".json", ".svg", ".ttl", ".txt", ".xml"})


def pack(site: Path) -> None:
    """Put beside every text file of the site its packed form, `.gz`; the same file gives the same bytes."""
    for path in sorted(site.rglob("*")):
        if path.suffix in PACKED and path.is_file():
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
