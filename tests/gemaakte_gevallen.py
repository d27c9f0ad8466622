"""Cases that git cannot hold: huge files, odd names, pipes, files that vanish, and builds. One row each."""

import errno
import fcntl
import os
import resource
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, NamedTuple

import pytest

from conftest import ROOT

Patch = pytest.MonkeyPatch
BEGRIPPEN = Path("methods/begrippen")
WONEN = BEGRIPPEN / "wonen.yml"
HEAD = "# yaml-language-server: $schema=../../schema/begrip.json\n"


class Made(NamedTuple):
    """A case: how it is made in a copy of the example (returning what undoes it, if need be), and how the command ends."""

    name: str
    make: Callable[[Patch], object]
    status: int = 1
    command: tuple[str, ...] = ("check",)


def _wonen(text: str) -> Callable[[Patch], object]:
    return lambda _: WONEN.write_text(HEAD + text, encoding="utf-8")


def _twin(name: str) -> Callable[[Patch], object]:
    """A copy of wonen.yml with another name."""
    return lambda _: shutil.copyfile(WONEN, BEGRIPPEN / name)


def _on(method: str, name: str, does: Callable[[Path], None]) -> Callable[[Patch], object]:
    """Do something just before this method of Path is called for a path with this name."""

    def make(patch: Patch) -> None:
        real = getattr(Path, method)

        def called(self: Path, *args: Any, **options: Any) -> Any:
            if self.name == name:
                does(self)
            return real(self, *args, **options)

        patch.setattr(Path, method, called)

    return make


def _fail(number: int) -> Callable[[Path], None]:
    def fail(path: Path) -> None:
        raise OSError(number, os.strerror(number), str(path))

    return fail


def _changes_after_opening(patch: Patch) -> None:
    """Another file takes the place of wonen.yml while it is being read."""
    open_ = Path.open

    def opened(self: Path, *args: Any, **options: Any) -> IO[Any]:
        file = open_(self, *args, **options)
        if self.name == WONEN.name and "b" in args[0]:
            Path("nieuw").write_text("naam: [", encoding="utf-8")
            Path("nieuw").replace(WONEN)
        return file

    patch.setattr(Path, "open", opened)


def _into_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _linked_kinds(_: Patch) -> None:
    """A folder of items that is a link to the real one elsewhere."""
    BEGRIPPEN.rename("elders")
    BEGRIPPEN.symlink_to("../elders")


def _nothing(_: Patch) -> None:
    """The example as it is."""


def _site(_: Patch) -> None:
    """An old site."""
    _write("site/index.html", b"oud")


def _frame(patch: Patch) -> None:
    """The frame of the real handbook around the example, so that it builds, and an old site."""
    shutil.copy(ROOT / "mkdocs.yml", "mkdocs.yml")
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, name, dirs_exist_ok=True)
    _site(patch)


def _with(path: str, data: bytes) -> Callable[[Patch], object]:
    """The frame with one more file."""

    def make(patch: Patch) -> None:
        _frame(patch)
        _write(path, data)

    return make


def _write(path: str, data: bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(data)


def _setting(old: str, new: str) -> Callable[[Patch], object]:
    """The frame with another setting."""

    def make(patch: Patch) -> None:
        _frame(patch)
        text = Path("mkdocs.yml").read_text(encoding="utf-8")
        assert old in text
        Path("mkdocs.yml").write_text(text.replace(old, new), encoding="utf-8")

    return make


def _small_files(patch: Patch) -> Callable[[], None]:
    """No file may grow beyond 10 kB, as where someone's room on the disk is limited."""
    _frame(patch)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def _failing(method: str, name: str, number: int) -> Callable[[Patch], object]:
    """The frame on a computer that refuses something with this number."""
    return lambda patch: (_frame(patch), _on(method, name, _fail(number))(patch))


def _busy(patch: Patch) -> Callable[[], None]:
    """Another build holds the lock."""
    _site(patch)
    lock = Path(".site.lock").open("w")  # noqa: SIM115
    fcntl.flock(lock, fcntl.LOCK_EX)
    return lock.close


def _wrong_content(patch: Patch) -> None:
    _site(patch)
    _wonen("naam: Wonen\n")(patch)


def _site_is(what: str) -> Callable[[Patch], object]:
    """The site's place is taken by something else."""

    def make(patch: Patch) -> None:
        _frame(patch)
        shutil.rmtree("site")
        if what == "link":
            Path("www").mkdir()
            Path("site").symlink_to("www")
        elif what == "loop":
            Path("site").symlink_to("site")
        elif what == "file":
            _write("site", b"belangrijk")
        else:
            _write("site/scriptie.docx", b"belangrijk")

    return make


def _build(site: str) -> tuple[str, ...]:
    return ("build", "--site", site)


BUILD = ("build",)
MADE = (
    Made("structuur-50000-haken", _wonen("naam: " + "[" * 50_000)),
    Made("structuur-50000-accolades", _wonen("naam: " + "{a: " * 20_000)),
    Made("structuur-50000-streepjes", _wonen("- " * 45_000)),
    Made("structuur-50000-vraagtekens", _wonen("? " * 45_000)),
    Made("structuur-20000-keer-hetzelfde-veld", _wonen("a: b\n" * 19_000)),
    Made("structuur-20000-onbekende-velden", _wonen("".join(f"v{number}: x\n" for number in range(9_000)))),
    Made("structuur-bom-van-aliassen", _wonen("a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(300)))),
    Made("tekens-99999-tabs", _wonen("\t" * 99_000)),
    Made("tekens-alle-bytes", lambda _: WONEN.write_bytes(bytes(range(256)))),
    Made("tekens-nul", lambda _: WONEN.write_bytes(b"\0" * 1000)),
    Made("bestanden-10-mb", _wonen("a" * 10_000_000)),
    Made("bestanden-een-terabyte", lambda _: os.truncate(WONEN, 10**12)),
    Made("bestanden-leeg", lambda _: os.truncate(WONEN, 0)),
    Made("bestanden-niet-te-lezen", _on("open", WONEN.name, _fail(errno.EACCES))),
    Made("bestanden-kapotte-schijf", _on("open", WONEN.name, _fail(errno.EIO))),
    Made("bestanden-verdwijnt", _on("open", "werk.yml", Path.unlink)),
    Made("bestanden-wordt-een-map", _on("open", WONEN.name, _into_folder)),
    Made("bestanden-verandert-onder-het-lezen", _changes_after_opening, 0),
    Made("bestanden-map-niet-te-lezen", _on("iterdir", "dilemmas", _fail(errno.EACCES))),
    Made("bestanden-map-is-een-koppeling", _linked_kinds),
    Made("bestanden-pijp", lambda _: os.mkfifo(BEGRIPPEN / "pijp.yml")),
    Made("bestanden-regeleinde-in-de-naam", _twin("re\nfgel.yml")),
    Made("bestanden-naam-is-geen-utf-8", _twin("caf\udce9.yml")),
    Made("bestanden-naam-is-een-streepje", _twin("-.yml")),
    Made("bestanden-verborgen-naam", _twin(".yml.yml"), 0),
    Made("samenhang-tweeling-in-hoofdletters", _twin("Wonen.yml")),
    Made("samenhang-tweeling-met-accent", _twin("wón\u00e9n.yml")),
    Made("samenhang-tweeling-met-los-accent", _twin("wone\u0301n.yml")),
    Made("samenhang-tweeling-in-cyrillisch", _twin("w\u043enen.yml")),
    Made("samenhang-tweeling-zonder-breedte", _twin("wonen\u200b.yml")),
    Made("samenhang-tweeling-in-uitgang", _twin("wonen.yaml")),
    Made("samenhang-tweeling-met-spatie", _twin("wonen .yml")),
    Made("samenhang-tweeling-met-punt", _twin("wonen..yml")),
    Made("samenhang-tweeling-in-andere-map", lambda _: shutil.copyfile(WONEN, "methods/methoden/wonen.yml")),
    Made("adressen-windows-con", _twin("con.yml")),
    Made("adressen-index", _twin("index.yml")),
    Made("adressen-id-buiten-de-map", _nothing, 2, ("new", "begrip", "../../geheim")),
    Made("adressen-id-vanaf-het-begin", _nothing, 2, ("new", "begrip", "/tmp/geheim")),
    Made("adressen-id-met-nul", _nothing, 2, ("new", "begrip", "a\0b")),
    Made("adressen-id-van-windows", _nothing, 2, ("new", "begrip", "con")),
    Made("adressen-bladzijde-van-een-overzicht", _with("docs/rollen/index.md", b"# Rollen\n"), 2, BUILD),
    Made("adressen-leesmij-van-een-map", _with("docs/rollen/README.md", b"# Rollen\n"), 2, BUILD),
    Made("adressen-eigen-gegevens", _with("docs/data/handboek.json", b"{}"), 2, BUILD),
    Made("adressen-naam-die-windows-niet-kent", _with("docs/aux.txt", b"x"), 1, BUILD),
    Made("adressen-tweeling-in-de-bijlagen", _with("docs/assets/Stijl.css", b""), 1, BUILD),
    Made("bouwen-in-de-bronnen", _site, 2, _build("docs/site")),
    Made("bouwen-over-de-inhoud", _site, 2, _build("methods")),
    Made("bouwen-over-het-handboek", _site, 2, _build(".")),
    Made("bouwen-boven-het-handboek", _site, 2, _build("..")),
    Made("bouwen-over-alles", _site, 2, _build("/")),
    Made("bouwen-over-een-bestand", _site_is("file"), 2, BUILD),
    Made("bouwen-over-eigen-bestanden", _site_is("own"), 2, BUILD),
    Made("bouwen-op-een-kring", _site_is("loop"), 2, BUILD),
    Made("bouwen-door-een-koppeling", _site_is("link"), 0, BUILD),
    Made("bouwen-onder-een-bestand", _site, 2, _build("mkdocs.yml/site")),
    Made("bouwen-waar-niets-kan", _site, 2, _build("/proc/site")),
    Made("bouwen-met-een-te-lange-naam", _site, 2, _build("s" * 300)),
    Made("bouwen-zonder-recht", _failing("mkdir", ".site.nieuw", errno.EACCES), 2, BUILD),
    Made("bouwen-op-een-schijf-om-te-lezen", _failing("mkdir", ".site.nieuw", errno.EROFS), 2, BUILD),
    Made("bouwen-op-een-volle-schijf", _failing("write_bytes", "zoekrecords.json", errno.ENOSPC), 2, BUILD),
    Made("bouwen-met-te-weinig-ruimte", _small_files, 2, BUILD),
    Made("bouwen-terwijl-een-ander-bouwt", _busy, 75, BUILD),
    Made("bouwen-van-foute-inhoud", _wrong_content, 1, BUILD),
    Made("bouwen-met-een-dode-koppeling", _with("docs/los.md", b"# Los\n\n[x](weg.html)\n"), 1, BUILD),
    Made("bouwen-met-een-dood-anker", _with("docs/los.md", b"# Los\n\n[x](index.html#weg)\n"), 1, BUILD),
    Made("bouwen-van-een-bladzijde-in-latin-1", _with("docs/los.html", b"<h1>caf\xe9</h1>"), 1, BUILD),
    Made("bouwen-met-kapotte-instellingen", _setting("site_name:", "site_name: ["), 2, BUILD),
    Made("bouwen-zonder-vormgeving", _setting("custom_dir: overrides", "custom_dir: weg"), 2, BUILD),
)  # fmt: skip
