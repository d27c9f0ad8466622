"""A reader in a real browser: from the home page to a role, its shift, the other roles, and the source."""

import re

import pytest
from playwright.sync_api import Page, Request, expect


def test_from_home_to_the_source(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Rollen", exact=True).first.click()
    page.get_by_role("main").get_by_role("link", name="Sociaal makelaar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sociaal makelaar")

    page.get_by_role("main").get_by_role("link", name="Van aanbod naar vraag").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Van aanbod naar vraag")
    roles = page.locator(".paren .onder a").all_inner_texts()
    assert {"Buurtwerker ontmoeting", "Frontlijnwerker", "Gebiedsondersteuner", "Sociaal makelaar"} <= set(roles)

    mark = page.locator(".paren button.bron", has_text="§8.3.1")
    mark.click()
    card = page.locator(".bronkaart:popover-open")
    expect(card).to_contain_text("De nieuwe sociale professional")
    card.get_by_role("link").click()
    assert re.search(r"bronnen/movisie-2012\.html#s-8\.3\.1$", page.url)
    section = page.locator('[id="s-8.3.1"]')
    expect(section).to_be_visible()
    section.locator("summary").click()
    expect(section.get_by_role("link", name="Van aanbod naar vraag")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/rollen/wijkcoach.html", "/verschuivingskaart.html", "/over.html"])
def test_no_request_leaves_the_site(page: Page, address: str, path: str) -> None:
    foreign: list[str] = []
    errors: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            foreign.append(request.url)

    page.on("request", note)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    assert not foreign
    assert not errors


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/rollen/sociaal-makelaar.html",
        "/interventies/wijkcoaches-velve-lindenhof.html",
        "/verschuivingskaart.html",
        "/bronnen/movisie-2012.html",
        "/bijdragen/velden.html",
    ],
)
def test_no_sideways_scroll(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_reads_without_javascript(chromium: object, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{address}/rollen/wijkcoach.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wijkcoach")
    expect(page.get_by_role("heading", name="Wat er verschuift")).to_be_visible()
    page.locator("button.bron").first.click()
    expect(page.locator(".bronkaart:popover-open")).to_be_visible()
    context.close()


def test_works_from_an_unpacked_folder(page: Page, site: object) -> None:
    page.goto(f"file://{site}/index.html")
    page.get_by_role("link", name="Methoden", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Methoden")
