"""Publishing: the new site is built beside the old one, checked, and exchanged for it in one step.

Beside a site `x` stand `.x.lock`, while a build runs `.x.nieuw`, and for one moment on a file system that cannot
exchange two folders `.x.oud`. The lock makes them one build's own, so whatever of them is found was left behind.
"""

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
_SOURCES = ("docs", "methods", "profiles", "scripts", "overrides", "schema", "tests", "requirements", ".git")
_REASONS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "je ruimte op de schijf is op",
    errno.EFBIG: "een bestand wordt groter dan hier mag",
    errno.EROFS: "hier is alleen te lezen",
    errno.EACCES: "daar mag je niet bij",
    errno.EPERM: "daar mag je niet bij",
    errno.ENOENT: "die map is hier niet te maken",
    errno.ENOTDIR: "er staat een bestand waar een map hoort",
    errno.EEXIST: "er staat iets in de weg",
    errno.EBUSY: "deze map is een aangekoppelde schijf; kies een map erin",
    errno.ENAMETOOLONG: "die naam is te lang",
    errno.ELOOP: "die koppeling wijst naar zichzelf",
    errno.EIO: "de schijf geeft een fout",
}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_OF_THE_COMPUTER = {*_NO_ROOM, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO}


class BusyError(Exception):
    """Another build of this site is running."""


class UnsafePlaceError(Exception):
    """The site's folder would overwrite or contain what is no site."""


class UnwritableError(Exception):
    """The computer has no room or no right for the site; the old site stays."""


class BrokenSiteError(Exception):
    """The built site has faults; the old site stays."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def publish(root: Path, site: Path, build: Callable[[Path], None]) -> None:
    """Let `build` fill a folder beside `site`, check it, and put it in the place of `site`.

    Whatever goes wrong, `site` stays as it was. Folders that a killed build left are removed.
    Raises BusyError, UnsafePlaceError, UnwritableError, BrokenSiteError, and what `build` raises.
    """
    place = _place(root, site)
    fresh, aside = (place.with_name(f".{place.name}.{what}") for what in ("nieuw", "oud"))
    with _lock(place):
        try:
            with _explained(place, set(_REASONS)):
                _tidy(place, fresh, aside)
                fresh.mkdir()
            with _explained(place, _OF_THE_COMPUTER):
                build(fresh)
            faults = check_site(fresh)
            if faults:
                raise BrokenSiteError(faults)
            with _explained(place, set(_REASONS)):
                _open_to_all(fresh)
                _exchange(fresh, place, aside)
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


def _place(root: Path, site: Path) -> Path:
    """The folder in which the site stands, links followed; refused where something else would be lost."""
    try:
        here, there = root.resolve(), site.resolve()
    except RuntimeError as error:
        raise UnsafePlaceError(f"‘{site}’ is een koppeling die naar zichzelf wijst; kies een andere map") from error
    if here.is_relative_to(there) or any(there.is_relative_to(here / name) for name in _SOURCES):
        raise UnsafePlaceError(f"‘{site}’ bevat de bronbestanden of ligt erin; kies een andere map")
    with _explained(there, set(_REASONS)):
        if there.exists() and not there.is_dir():
            raise UnsafePlaceError(f"‘{site}’ is geen map; kies een andere naam")
        if there.is_dir() and any(there.iterdir()) and not (there / "index.html").is_file():
            raise UnsafePlaceError(f"in ‘{site}’ staat iets anders dan een site; kies een lege of nieuwe map")
    return there


@contextmanager
def _explained(place: Path, numbers: set[int]) -> Iterator[None]:
    """Turn what the computer refuses, where its number is one of these, into words for whoever builds."""
    try:
        yield
    except OSError as error:
        if error.errno not in numbers:
            raise
        reason = _REASONS.get(error.errno or 0, error.strerror)
        where = place if error.errno in _NO_ROOM else error.filename or place
        raise UnwritableError(f"{reason} ({where})") from error


@contextmanager
def _lock(place: Path) -> Iterator[None]:
    with _explained(place, set(_REASONS)):
        place.parent.mkdir(parents=True, exist_ok=True)
        file = (place.parent / f".{place.name}.lock").open("w")
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError from error
        yield


def _tidy(place: Path, fresh: Path, aside: Path) -> None:
    """Undo what a killed build left: put a site back that stood aside, and remove the rest."""
    if aside.exists() and not place.exists():
        aside.rename(place)
    for leftover in (fresh, aside):
        if leftover.exists():
            shutil.rmtree(leftover)


def _open_to_all(fresh: Path) -> None:
    """Let every web server read the site, whatever the builder's own files allow."""
    fresh.chmod(0o755)
    for path in fresh.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _exchange(fresh: Path, site: Path, aside: Path) -> None:
    """Put `fresh` where `site` is; the old site, if any, ends up where `fresh` was."""
    if not site.exists():
        fresh.rename(site)
    elif not _rename_exchange(fresh, site):
        site.rename(aside)
        try:
            fresh.rename(site)
        except OSError:
            aside.rename(site)
            raise
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
