"""Publishing: the new site is built beside the old one, checked, and exchanged for it in one step."""

import ctypes
import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from handboek.site_check import check_site

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class BusyError(Exception):
    """Another build of this site is running."""


class UnsafePlaceError(Exception):
    """The site's folder would overwrite or contain the sources."""


class BrokenSiteError(Exception):
    """The built site has faults; the old site stays."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def publish(root: Path, site: Path, build: Callable[[Path], None]) -> None:
    """Let `build` fill a folder beside `site`, check it, and put it in the place of `site`.

    Whatever goes wrong, `site` stays as it was. Folders that a killed build left are removed.
    Raises BusyError, UnsafePlaceError, BrokenSiteError, and what `build` raises.
    """
    _refuse_unsafe(root, site)
    with _lock(site):
        for leftover in site.parent.glob(f".{site.name}-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
        try:
            build(fresh)
            fresh.chmod(0o755)
            faults = check_site(fresh)
            if faults:
                raise BrokenSiteError(faults)
            _exchange(fresh, site)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is always the old one or the new one, whole."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        fresh.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _refuse_unsafe(root: Path, site: Path) -> None:
    here, there = root.resolve(), site.resolve()
    sources = [here / name for name in ("docs", "methods", "profiles", "scripts", "overrides", "schema", ".git")]
    if here.is_relative_to(there) or any(there.is_relative_to(source) for source in sources):
        raise UnsafePlaceError(f"‘{site}’ bevat de bronbestanden of ligt erin; kies een andere map")


@contextmanager
def _lock(site: Path) -> Iterator[None]:
    site.parent.mkdir(parents=True, exist_ok=True)
    with (site.parent / f".{site.name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BusyError from error
        yield


def _exchange(fresh: Path, site: Path) -> None:
    """Put `fresh` where `site` is; the old site, if any, ends up where `fresh` was."""
    if not site.exists():
        fresh.rename(site)
    elif not _rename_exchange(fresh, site):
        aside = fresh.with_name(f"{fresh.name}-oud")
        site.rename(aside)
        fresh.rename(site)
        shutil.rmtree(aside, ignore_errors=True)


def _rename_exchange(fresh: Path, site: Path) -> bool:
    """Exchange two folders in one system call; False where the system or file system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    result = libc.renameat2(_AT_FDCWD, os.fsencode(fresh), _AT_FDCWD, os.fsencode(site), _RENAME_EXCHANGE)
    if result == 0:
        return True
    if ctypes.get_errno() in (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(site))
