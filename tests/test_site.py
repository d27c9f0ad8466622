"""The site: shells stay the same however many items, faults are found, and publishing never leaves half a site."""

import errno
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT, VOORBEELD
from handboek import publishing
from handboek.knowledge import Entry, Key, KnowledgeBase
from handboek.pages.overviews import HUBS
from handboek.pages.page import Heading, Rendered
from handboek.pages.render import render_all
from handboek.pages.shell import Shell, ShellError
from handboek.publishing import BrokenSiteError, BusyError, UnsafePlaceError, UnwritableError, publish
from handboek.site import staged_pages
from handboek.site_check import check_site

GOOD = "<!doctype html><html lang=nl><body><main><h1>Kop</h1>{}</main></body></html>"


def _pages(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_the_built_site_has_no_faults(site: Path) -> None:
    assert check_site(site) == []


def test_every_item_has_its_page_and_is_in_its_overview(site: Path, kb: KnowledgeBase) -> None:
    for page in render_all(kb, "Handboek wijkwerk"):
        assert (site / page.path).is_file()
        if page.path not in {hub.path for hub in HUBS}:
            overview = LexborHTMLParser((site / page.hub).read_text(encoding="utf-8"))
            links = {node.attributes["href"] for node in overview.css("article a[href]")}
            assert Path(page.path).name in links, page.path


def test_links_go_both_ways(site: Path, kb: KnowledgeBase) -> None:
    """Where an item refers to another, each page links to the other."""
    links: dict[str, set[str]] = {}
    for path in site.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        hrefs = {(node.attributes["href"] or "").partition("#")[0] for node in tree.css("article a[href]")}
        found = {(path.parent / href).resolve() for href in hrefs if href and "://" not in href}
        links[path.relative_to(site).as_posix()] = {
            str(f.relative_to(site.resolve())) for f in found if f.is_relative_to(site.resolve())
        }
    from handboek.addresses import item_path

    for key, backlinks in kb.backlinks.items():
        for backlink in backlinks:
            here, there = item_path(backlink.key), item_path(key)
            assert there in links[here], f"{here} does not link to {there}"
            assert here in links[there], f"{there} does not link back to {here}"


def _shell() -> Shell:
    from handboek.pages.shell import DESCRIPTION, HEADING, TITLE

    entry = f'<li class="md-nav__item"><a href="#{HEADING}" class="md-nav__link">{HEADING}</a></li>'
    body = f'<h1 id="{TITLE}">{TITLE}</h1><h2 id="{HEADING}">{HEADING}</h2><p>handboek-einde</p>'
    return Shell(f'<title>{TITLE} - X</title><meta content="{DESCRIPTION}"><ul>{entry}</ul>{body}<footer></footer>')


def test_a_shell_escapes_what_it_is_given() -> None:
    page = Rendered("a/b.html", "a/index.html", '<script>"', "<b>", "<p>lijf</p>", (Heading("<i>", "x"),))
    stamped = _shell().stamp(page)
    assert "<script>" not in stamped
    assert "<i>" not in stamped
    assert '<a href="#x" class="md-nav__link">&lt;i&gt;</a>' in stamped
    assert "<p>lijf</p>" in stamped


def test_a_page_without_markers_is_no_shell() -> None:
    with pytest.raises(ShellError):
        Shell("<html></html>")


def test_staged_pages_do_not_grow_with_the_content() -> None:
    assert len(staged_pages()) == len(HUBS)


def test_what_surrounds_an_item_is_the_same_with_more_items(example: KnowledgeBase, tmp_path: Path) -> None:
    shell = _shell()
    more = [
        Entry(Key(key.kind, f"{key.id}-{number}"), entry.file, entry.item, entry.text)
        for key, entry in example.entries.items()
        for number in range(3)
    ]
    bigger = KnowledgeBase.of([*example.entries.values(), *more])
    assert len(bigger.entries) == 4 * len(example.entries)
    for kb in (example, bigger):
        page = next(page for page in render_all(kb, "X") if page.path == "methoden/aanbellen.html")
        before, after = shell.stamp(page).split(page.body)
        (tmp_path / f"{len(kb.entries)}").write_text(before + "|" + after)
    one, other = tmp_path.iterdir()
    assert one.read_text() == other.read_text()


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="weg.html">x</a>', "die bladzijde is er niet"),
        ('<a href="#weg">x</a>', "dat anker is er niet"),
        ('<p id="a"></p><p id="a"></p>', "staat 2 keer"),
        ("<h1>nog een</h1>", "2 koppen h1"),
        ('<img src="index.html">', "zonder alt"),
        ('<a href="index.html"></a>', "lege koppeling"),
        ('<a href="javascript:x">x</a>', "schema javascript"),
        ('<img alt="" src="https://elders.example/x.png">', "ander adres"),
        ('<a href="//elders.example/x">x</a>', "schema"),
        ('<a href="http://[x">x</a>', "geen adres"),
        ('<a href="../geheim.html">x</a>', "die bladzijde is er niet"),
        ('<a href="index.html"><img src="index.html" alt=""></a>', "lege koppeling"),
        ('<a href="index.html" aria-label=" "> </a>', "lege koppeling"),
        ('<map name="m"><area href="index.html"></map>', "zonder alt"),
        ('<img alt="" src="index.html" srcset="index.html 1x, weg.png 2x">', "koppeling naar weg.png"),
        ('<video poster="weg.png"></video>', "koppeling naar weg.png"),
        ('<object data="weg.svg"></object>', "koppeling naar weg.svg"),
        ('<svg><use xlink:href="#weg"></use></svg>', "dat anker is er niet"),
        ('<button formaction="weg.html">x</button>', "koppeling naar weg.html"),
        ('<p style="background: url(weg.png)">x</p>', "koppeling naar weg.png"),
        ("<style>@import 'weg.css';</style>", "koppeling naar weg.css"),
        ("<style>a { color: red }</style>", "heeft opmaak in de bladzijde zelf"),
        ('<p style="color: red">x</p>', "heeft opmaak in de bladzijde zelf"),
        ("<script>alert(1)</script>", "heeft een script in de bladzijde zelf"),
        ('<svg><script type="text/javascript">alert(1)</script></svg>', "heeft een script in de bladzijde zelf"),
        ('<p/onclick="alert(1)">x</p>', "heeft een script in een kenmerk (onclick)"),
        ('<iframe src="https://elders.example/"></iframe>', "ander adres"),
        ('<form action="https://elders.example/"></form><a href="data:text/html,x">x</a>', "schema data"),
        ('<label for="weg">x</label>', "for wijst naar ‘weg’"),
        ('<p aria-describedby="weg">x</p>', "aria-describedby wijst naar ‘weg’"),
        ('<p id="">x</p>', "id ‘’ staat 1 keer"),
        ('<meta http-equiv="refresh" content="0; url=index.html">', "stuurt de lezer door"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, body: str, fault: str) -> None:
    (tmp_path / "index.html").write_text(GOOD.format(body), encoding="utf-8")
    assert sum(fault in said for said in check_site(tmp_path)) == 1


@pytest.mark.parametrize(
    "body",
    [
        '<a href="index.html"><img src="index.html" alt="Start"></a>',
        '<a href="#x" title="Naar boven"></a><p id="x">x</p>',
        '<a href="https://elders.example/x">x</a><blockquote cite="https://elders.example/x">x</blockquote>',
        '<link rel="canonical" href="https://elders.example/x">',
        '<img alt="" src="data:image/png;base64,AA==">',
        '<script type="application/json">{"x": 1}</script>',
        "<p>Zet nooit onclick=… in een bladzijde.</p>",
        '<a href="index.html?thema=wonen#">x</a>',
    ],
)
def test_what_is_no_fault(tmp_path: Path, body: str) -> None:
    (tmp_path / "index.html").write_text(GOOD.format(body), encoding="utf-8")
    assert check_site(tmp_path) == []


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        (("A.html", "a.html"), "verschilt alleen in hoofdletters of accenten"),
        (("caf\u00e9.txt", "cafe\u0301.txt"), "verschilt alleen in hoofdletters of accenten"),
        (("rollen/con.html",), "kan niet op elke computer"),
        (("LPT1.txt",), "kan niet op elke computer"),
        (("wat?.html",), "kan niet op elke computer"),
        (("punt./x.txt",), "kan niet op elke computer"),
    ],
)
def test_a_name_that_not_every_computer_holds(tmp_path: Path, names: tuple[str, ...], fault: str) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GOOD.format("x"), encoding="utf-8")
    faults = check_site(tmp_path)
    assert len(faults) == len(names)
    assert all(fault in said for said in faults)


def test_files_that_cannot_be_published(tmp_path: Path) -> None:
    (tmp_path / "buiten.html").symlink_to("/etc/hostname")
    (tmp_path / "latin.html").write_bytes(b"<h1>caf\xe9</h1>")
    (tmp_path / "stijl.css").write_text("p { background: url('weg.png') }", encoding="utf-8")
    faults = check_site(tmp_path)
    assert "buiten.html: is een koppeling (symbolic link)" in faults
    assert "latin.html: is geen UTF-8" in faults
    assert "stijl.css: koppeling naar weg.png: die bladzijde is er niet" in faults


def _old_site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(GOOD.format("oud"), encoding="utf-8")
    return site


def _write(folder: Path, body: str) -> None:
    (folder / "index.html").write_text(GOOD.format(body), encoding="utf-8")


def test_publishing_exchanges_the_site(tmp_path: Path) -> None:
    site = _old_site(tmp_path)
    (site / "weg.html").write_text(GOOD.format("weg"), encoding="utf-8")
    publish(tmp_path / "p", site, lambda folder: _write(folder, "nieuw"))
    assert set(_pages(site)) == {"index.html"}
    assert b"nieuw" in _pages(site)["index.html"]
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["site"]


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    site = _old_site(tmp_path)
    before = _pages(site)

    def fail(folder: Path) -> None:
        _write(folder, "half")
        raise RuntimeError("stuk")

    with pytest.raises(RuntimeError):
        publish(tmp_path / "p", site, fail)
    with pytest.raises(BrokenSiteError):
        publish(tmp_path / "p", site, lambda folder: _write(folder, '<a href="weg.html">x</a>'))
    assert _pages(site) == before


def test_leftovers_of_a_killed_build_are_removed(tmp_path: Path) -> None:
    site = _old_site(tmp_path)
    for name in (".site.nieuw", ".site.oud", ".site-2.nieuw", ".site-archief"):
        (tmp_path / name).mkdir()
    publish(tmp_path / "p", site, lambda folder: _write(folder, "nieuw"))
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"site", ".site.lock", ".site-2.nieuw", ".site-archief"}, "what is not of this site stays"


def test_a_site_that_stood_aside_comes_back(tmp_path: Path) -> None:
    """A file system that cannot exchange folders has a moment between two renames."""
    before = _pages(_old_site(tmp_path))
    (tmp_path / "site").rename(tmp_path / ".site.oud")

    def fail(_: Path) -> None:
        raise RuntimeError("stuk")

    with pytest.raises(RuntimeError):
        publish(tmp_path / "p", tmp_path / "site", fail)
    assert _pages(tmp_path / "site") == before


def test_publishing_where_folders_cannot_be_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "_rename_exchange", lambda *_: False)
    site = _old_site(tmp_path)
    before = _pages(site)
    publish(tmp_path / "p", site, lambda folder: _write(folder, "nieuw"))
    assert b"nieuw" in _pages(site)["index.html"]
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock"}

    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == ".site.nieuw":
            raise OSError(errno.EACCES, "Permission denied", str(path))
        return rename(path, target)

    before = _pages(site)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(UnwritableError):
        publish(tmp_path / "p", site, lambda folder: _write(folder, "nieuwer"))
    assert _pages(site) == before


def test_a_linked_site_is_exchanged_where_it_stands(tmp_path: Path) -> None:
    _old_site(tmp_path)
    (tmp_path / "www").symlink_to("site")
    publish(tmp_path / "p", tmp_path / "www", lambda folder: _write(folder, "nieuw"))
    assert (tmp_path / "www").is_symlink()
    assert b"nieuw" in (tmp_path / "site" / "index.html").read_bytes()


@pytest.mark.parametrize("what", ["file", "own files", "loop"])
def test_what_is_no_site_is_not_overwritten(tmp_path: Path, what: str) -> None:
    site = tmp_path / "site"
    if what == "file":
        site.write_text("belangrijk", encoding="utf-8")
    elif what == "loop":
        site.symlink_to(site)
    else:
        site.mkdir()
        (site / "scriptie.docx").write_text("belangrijk", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises((UnsafePlaceError, UnwritableError)):
        publish(tmp_path / "p", site, lambda folder: _write(folder, "nieuw"))
    assert sorted(tmp_path.rglob("*")) == before


def test_two_builds_at_once(tmp_path: Path) -> None:
    site = _old_site(tmp_path)

    def again(folder: Path) -> None:
        with pytest.raises(BusyError):
            publish(tmp_path / "p", site, lambda _: None)
        _write(folder, "nieuw")

    publish(tmp_path / "p", site, again)
    assert b"nieuw" in _pages(site)["index.html"]


@pytest.mark.parametrize("place", ["docs", "methods/site", ".", ".."])
def test_the_site_may_not_stand_in_or_over_the_sources(place: str) -> None:
    with pytest.raises(UnsafePlaceError):
        publish(VOORBEELD, VOORBEELD / place, lambda _: None)


def test_mkdocs_strict_builds_too(tmp_path: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path), strict=True)
    build(config)
    assert (tmp_path / "rollen" / "wijkcoach.html").is_file()
