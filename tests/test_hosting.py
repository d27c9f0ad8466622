"""The site under the configuration that it brings along: every page works under a strict policy, and asks nobody else."""

import gzip
import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import nginx
from conftest import ROOT
from handboek.addresses import item_path
from handboek.hosting.beleid import MOST_INLINE, PolicyError, allowed_scripts, headers, policy
from handboek.hosting.inpakken import PACKED, pack
from handboek.hosting.servers import FOREVER, FRESH, hosting_files
from handboek.knowledge import KnowledgeBase
from handboek.pages.overviews import HUBS
from test_uitvoer import KNOPPEN
from test_vergelijken import DRIE

needs_nginx = pytest.mark.skipif(not nginx.find(), reason="nginx is not on this computer and could not be unpacked")
VIOLATIONS = """
window.__geweigerd = [];
document.addEventListener("securitypolicyviolation", (e) => window.__geweigerd.push(`${e.violatedDirective} ${e.blockedURI}`));
"""


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    """The real site behind nginx."""
    with nginx.served(site) as address:
        yield address


def get(address: str, path: str, **asked: str) -> http.client.HTTPResponse:
    """What a server answers, followed nowhere."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.request("GET", path, headers=asked)
    return connection.getresponse()


# --- The policy ------------------------------------------------------------------------------------


def test_the_policy_allows_nothing_unsafe(site: Path) -> None:
    found = policy(allowed_scripts(site))
    assert "unsafe" not in found
    assert "*" not in found
    assert "http" not in found
    assert 0 < found.count("'sha256-") <= MOST_INLINE


def test_a_theme_that_writes_more_into_its_pages_is_refused(tmp_path: Path) -> None:
    scripts = "".join(f"<script>x = {number}</script>" for number in range(MOST_INLINE + 1))
    (tmp_path / "404.html").write_text(f"<h1>Weg</h1>{scripts}", encoding="utf-8")
    with pytest.raises(PolicyError):
        allowed_scripts(tmp_path)


def test_every_configuration_holds_every_header(site: Path) -> None:
    for name, text in hosting_files(site, "").items():
        for header, value in headers(allowed_scripts(site)).items():
            assert header in text, name
            assert value in text, name


def test_a_site_in_a_folder_has_its_own_page_for_what_is_not_found(site: Path) -> None:
    files = hosting_files(site, "https://voorbeeld.nl/hand boek/")
    assert "error_page 404 /hand%20boek/404.html;" in files[".hosting/nginx.conf"]
    assert "ErrorDocument 404 /hand%20boek/404.html" in files[".htaccess"]
    assert files["_headers"].startswith("/hand%20boek/*\n")


# --- The server ------------------------------------------------------------------------------------


@needs_nginx
@pytest.mark.parametrize("path", ["/", "/rollen/wijkcoach.html", "/sw.js", "/data/handboek.json", "/niets.html"])
def test_every_answer_has_the_promised_headers(server: str, site: Path, path: str) -> None:
    answer = get(server, path)
    for header, value in headers(allowed_scripts(site)).items():
        assert answer.headers.get_all(header) == [value]
    assert answer.headers.get_all("Cache-Control") == [FRESH]
    assert answer.headers["Server"] == "nginx"


@needs_nginx
def test_only_what_never_changes_is_kept(server: str, site: Path) -> None:
    lasting = [*site.glob("assets/javascripts/bundle.*.min.js"), *site.glob("zoeken/deel/*/*.js")]
    assert len(lasting) > 1
    for path in lasting:
        answer = get(server, f"/{path.relative_to(site).as_posix()}")
        assert answer.headers.get_all("Cache-Control") == [FOREVER]
        assert answer.headers["Content-Security-Policy"] == policy(allowed_scripts(site))
    assert get(server, "/assets/javascripts/weg.12345678.min.js").headers["Cache-Control"] == FRESH
    seen = get(server, "/assets/stijl.css")
    assert seen.headers["Cache-Control"] == FRESH
    assert get(server, "/assets/stijl.css", **{"If-None-Match": seen.headers["ETag"]}).status == 304


@needs_nginx
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("over.html", "text/html; charset=utf-8"),
        ("assets/stijl.css", "text/css; charset=utf-8"),
        ("zoeken/deel/kern.js", "application/javascript; charset=utf-8"),
        ("data/handboek.json", "application/json"),
        ("data/competenties.ttl", "text/turtle; charset=utf-8"),
    ],
)
def test_what_is_long_is_sent_packed(server: str, site: Path, path: str, kind: str) -> None:
    answer = get(server, f"/{path}", **{"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Content-Type"] == kind
    assert gzip.decompress(answer.read()) == (site / path).read_bytes()


@needs_nginx
def test_what_was_packed_beforehand_is_sent_as_it_is(site: Path, tmp_path: Path) -> None:
    for name in (".hosting/nginx.conf", "404.html", "over.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((site / name).read_bytes())
    pack(tmp_path)
    assert {path.name for path in tmp_path.glob("*.gz")} == {"404.html.gz", "over.html.gz"}
    tmp_path.chmod(0o755)
    with nginx.served(tmp_path) as address:
        answer = get(address, "/over.html", **{"Accept-Encoding": "gzip"})
        assert answer.read() == (tmp_path / "over.html.gz").read_bytes()
    assert ".woff2" not in PACKED


@needs_nginx
@pytest.mark.parametrize(
    "path", ["/niets", "/rollen/niets.html", "/.hosting/nginx.conf", "/.htaccess", "/_headers", "/.git/config"]
)
def test_what_is_not_there_gets_a_page_that_helps(server: str, site: Path, path: str) -> None:
    answer = get(server, path)
    assert answer.status == 404
    assert answer.read() == (site / "404.html").read_bytes()


@needs_nginx
def test_a_folder_without_its_slash_leads_to_the_overview(server: str) -> None:
    answer = get(server, "/rollen")
    assert answer.status == 301
    assert answer.headers["Location"] == "/rollen/"
    assert get(server, "/rollen/").status == 200


# --- The browser under the policy -------------------------------------------------------------------


class Watched:
    """A browser's page that notes what the policy stopped, what went wrong, and who else was asked."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.faults: list[str] = []
        context.add_init_script(VIOLATIONS)
        context.on("request", self._asked)
        self.page: Page = context.new_page()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on(
            "console", lambda said: self.faults.append(said.text) if said.type in {"error", "warning"} else None
        )

    def _asked(self, request: object) -> None:
        url = request.url  # type: ignore[attr-defined]
        if not url.startswith((self.address, "data:", f"blob:{self.address}")):
            self.faults.append(f"asked {url}")

    def visit(self, path: str) -> None:
        """Open a page, read it whole, and note what was stopped."""
        self.page.goto(f"{self.address}/{path}", wait_until="load")
        self.note(path)

    def note(self, where: str) -> None:
        """Note what was stopped so far on this page."""
        self.faults += [f"{where}: {stopped}" for stopped in self.page.evaluate("window.__geweigerd")]


@pytest.fixture
def watched(chromium: Browser, server: str) -> Iterator[Watched]:
    """A page under nginx, service worker included."""
    context = chromium.new_context(locale="nl-NL", accept_downloads=True)
    yield Watched(context, server)
    context.close()


@needs_nginx
def test_every_type_of_page_works_under_the_policy(watched: Watched, kb: KnowledgeBase, site: Path) -> None:
    one_of_each = {key.kind: item_path(key) for key in kb.entries}
    by_hand = [
        path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in (ROOT / "docs").rglob("*.md")
    ]
    pairs = sorted(path.relative_to(site).as_posix() for path in (site / "vergelijken").glob("*-en-*.html"))[:1]
    for path in (*(hub.path for hub in HUBS), *one_of_each.values(), *by_hand, *pairs):
        watched.visit(path)
    assert watched.faults == []
    watched.visit("niets.html")
    assert len(watched.faults) == 1, "the answer 404 itself, and nothing else"


@needs_nginx
def test_colours_search_and_reading_without_a_connection_work_under_the_policy(watched: Watched) -> None:
    page = watched.page
    watched.visit("over.html")
    page.get_by_role("button", name="Naar donker").click()
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Zoek in het handboek").fill("huisbezoek")
    expect(page.get_by_role("listbox", name="Resultaten").get_by_role("option").first).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready")
    watched.note("search")
    watched.visit("rollen/wijkcoach.html")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    watched.visit("zoeken/index.html?q=huisbezoek")
    expect(page.locator("article").get_by_role("link", name="uisbezoek").first).to_be_visible()
    watched.note("the page of searches")
    assert watched.faults == []


@needs_nginx
def test_comparing_choosing_and_taking_along_work_under_the_policy(watched: Watched) -> None:
    page = watched.page
    watched.visit(f"vergelijken/index.html?aanpak={','.join(DRIE)}")
    expect(page.get_by_role("table").first).to_be_visible()
    for button, ending in KNOPPEN.items():
        with page.expect_download() as download:
            page.get_by_role("button", name=button, exact=True).click()
        assert download.value.suggested_filename.endswith(f".{ending}")
    watched.note("the comparison")
    watched.visit("keuzehulp.html")
    page.locator("main input[type=radio], main input[type=checkbox]").first.check()
    watched.note("the keuzehulp")
    watched.visit("zelfscan.html?rol=wijkcoach")
    page.locator("[data-rol=wijkcoach] input[type=range]").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    watched.note("the self-scan")
    assert watched.faults == []
