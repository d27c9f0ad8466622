"""The site: the engine's pages become shells, shells become pages, and data lies beside them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote
from xml.sax.saxutils import escape

import rjsmin

from handboek.exports import export_schema, handboek_json
from handboek.hosting.beleid import NOT_FOUND
from handboek.hosting.servers import hosting_files
from handboek.knowledge import KnowledgeBase
from handboek.leerpaden.gegevens import builder_files
from handboek.lesmateriaal.vormen import bestanden
from handboek.models.leerpad import Leerpad
from handboek.pages.overviews import HUBS
from handboek.pages.page import Address
from handboek.pages.render import render_all
from handboek.pages.shell import Shell, shell_source
from handboek.uitwisseling.case import competenties_case, leerpad_case
from handboek.uitwisseling.skos import handboek_skos
from handboek.vergelijken.als_script import script_files
from handboek.verhuizen import moved_pages, moves, with_rules
from handboek.zoeken.elders import RECORDS_FILE, Elsewhere, SettingsError, elsewhere, records_text
from handboek.zoeken.index import index_files
from handboek.zoeken.records import Record, hub_records, item_records, page_record

DATA, SCHEMA_FILE = "data/", "handboek.schema.json"
DATA_FILES = {"json": "handboek.json", "case": "competenties.case.json", "skos": "competenties.ttl"}
"""The files with data about the whole handbook, by the form that they have."""

_XML = '<?xml version="1.0" encoding="UTF-8"?>'
URI_SIGNS = ":/?#[]@!$&'()*+,;=%~"


def staged_pages() -> dict[str, str]:
    """The Markdown pages that the engine must build: path → text. Their number does not grow with the content."""
    return {hub.path.removesuffix(".html") + ".md": shell_source(contents=hub.contents) for hub in HUBS}


def staged_files(kb: KnowledgeBase, url: str | None) -> dict[str, str]:
    """All that stands beside the hand-written pages for the engine: its pages, and the data that it copies."""
    return staged_pages() | {f"{DATA}{name}": text for name, text in data_texts(kb, url or "").items()}


class Settings(NamedTuple):
    """What the site is called, where it stands, and which other handbooks its search covers."""

    name: str
    address: Address
    others: tuple[Elsewhere, ...] = ()

    @classmethod
    def of(cls, root: Path, name: str, url: str | None, extra: Mapping[str, Any]) -> "Settings":
        """From the engine's settings; `extra` may name `repo_url`, `edit_uri` and `handboeken`."""
        _refuse_taken(root / "docs")
        return cls(name, Address.of(url, extra), elsewhere(extra.get("handboeken") or (), root))


def _refuse_taken(docs: Path) -> None:
    """Raise SettingsError when a page written by hand stands where one of the handbook's own comes."""
    pages = [hub.path.removesuffix(".html") for hub in HUBS]
    names = [f"{page}{ending}" for page in pages for ending in (".md", ".html")]
    names += [f"{page.removesuffix('index')}README.md" for page in pages if page.endswith("index")]
    for path in (*names, RECORDS_FILE, *(f"{DATA}{name}" for name in (*DATA_FILES.values(), SCHEMA_FILE))):
        if (docs / path).exists():
            raise SettingsError(f"docs/{path} heeft het adres van iets dat het handboek zelf maakt; noem het anders")


def stamp(site: Path, kb: KnowledgeBase, settings: Settings) -> None:
    """Turn the engine's output in `site` into the finished site: its pages, what its search and its server need."""
    pages = []
    shells: dict[str, Shell] = {}
    for page in render_all(kb, settings.name, settings.address):
        if page.hub not in shells:
            shells[page.hub] = Shell((site / page.hub).read_text(encoding="utf-8"))
        (site / page.path).parent.mkdir(parents=True, exist_ok=True)
        (site / page.path).write_text(shells[page.hub].stamp(page), encoding="utf-8")
        pages.append(page)
    _strip_scripts(site / "assets")
    records = [*item_records(kb, pages), *hub_records(), *_page_records(site, {page.path for page in pages})]
    search = {RECORDS_FILE: records_text(records)} | index_files(kb, records, settings.others)
    _sitemap(site, settings.address.site)
    of_pages = dict(script_files(kb)) | builder_files(kb) | dict(moved_pages(kb, settings.name, settings.address.site))
    files = search | of_pages | hosting_files(site, settings.address.site)
    files = with_rules(files, moves(kb), settings.address.site)
    for path, data in [*((path, text.encode()) for path, text in files.items()), *bestanden(kb)]:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)


_OF_THE_THEME = "javascripts"
"""The folder among the assets that the theme fills; the handbook's scripts stand in the others."""


def _strip_scripts(assets: Path) -> None:
    """Take the comments and indents out of the handbook's own scripts; readers need them in the sources only."""
    own = (path for path in assets.glob("*/*.js") if path.parent.name != _OF_THE_THEME)
    for path in [*assets.glob("*.js"), *own]:
        path.write_text(rjsmin.jsmin(path.read_text(encoding="utf-8"), keep_bang_comments=True), encoding="utf-8")


def _sitemap(site: Path, url: str) -> None:
    """Name every page to search engines, without a date: that of the engine knows the overviews only, and tells the day.

    A site whose address is not known has none.
    """
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)
    if url:
        paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.name != NOT_FOUND)
        rows = "".join(f"<url><loc>{escape(url + quote(path))}</loc></url>\n" for path in paths)
        whole = f'{_XML}\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
        (site / "sitemap.xml").write_text(whole, encoding="utf-8")


def _page_records(site: Path, stamped: set[str]) -> Iterator[Record]:
    """The records of the pages written by hand: what stands in the site and was not stamped."""
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        if path not in stamped and path != "404.html":
            yield page_record(path, file.read_text(encoding="utf-8", errors="replace"))


def data_texts(kb: KnowledgeBase, url: str = "") -> dict[str, str]:
    """The knowledge base as data: file name → text. `url` is where the site stands, if that is known."""
    site = quote(Address.of(url, {}).site, safe=URI_SIGNS)
    return {
        DATA_FILES["json"]: _json(handboek_json(kb), sort=True),
        SCHEMA_FILE: _json(export_schema(), sort=True),
        DATA_FILES["case"]: _json(competenties_case(kb, site)),
        DATA_FILES["skos"]: handboek_skos(kb, site),
    } | {curriculum_case(id_): _json(leerpad_case(kb, id_, site)) for id_ in kb.all(Leerpad)}


def curriculum_case(leerpad: str) -> str:
    """The file of a curriculum for other programs."""
    return f"leerpaden/{leerpad}.case.json"


def _json(value: dict[str, Any], sort: bool = False) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=sort) + "\n"
