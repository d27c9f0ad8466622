"""Ten questions of real readers, each answered from the home page in at most three clicks."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

MOST_CLICKS = 3


def _section(page: Page, anchor: str) -> str:
    """The text from a heading up to the next one."""
    script = """anchor => { let text = ''; let node = document.getElementById(anchor).nextElementSibling;
        while (node && node.tagName !== 'H2') { text += ' ' + node.textContent; node = node.nextElementSibling; }
        return text.replace(/\\s+/g, ' '); }"""
    return str(page.evaluate(script, anchor))


def _shared_words(page: Page) -> None:
    text = _section(page, "formuleringen")
    for role in ("Buurtwerker ontmoeting", "Frontlijnwerker", "Gebiedsondersteuner", "Sociaal makelaar"):
        assert role in text
    assert text.count("vraaggericht") >= 5


def _pairs(page: Page) -> None:
    used = page.locator(".paspoort").inner_text()
    assert "Frontlijnaanpak" in used
    assert "Kolenkit" in used
    assert "veilig" in _section(page, "waarom").lower()


def _asks_of_gemeente(page: Page) -> None:
    asked = page.locator("#vraagt ~ .vraagt").first.locator("div", has=page.get_by_text("Gemeente", exact=True))
    assert asked.locator("li").count() >= 1


def _opposite_axes(page: Page) -> None:
    assert "Groep en individu" in page.locator("article.md-content__inner").inner_text()
    assert page.locator(".tweerichting").count() >= 2


def _unknown_in_utrecht(page: Page) -> None:
    assert len(_section(page, "onbekend")) > 80
    expect(page.locator("#onbekend")).to_be_visible()


def _must_be_able(page: Page) -> None:
    assert page.locator(".competenties li").count() >= 12
    assert "Streetwise" in page.locator(".competenties").all_text_contents().__str__()


def _mandates(page: Page) -> None:
    assert page.locator("#mandaten ~ .tabelkader").first.locator("tbody tr").count() == 16


def _figures_clash(page: Page) -> None:
    claims = page.locator(".bewering", has=page.get_by_text("Tegenspraak"))
    text = " ".join(claims.all_inner_texts())
    assert "77 van 80" in text
    assert "75 %" in text


def _help_at_the_door(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "open" in page.locator("article.md-content__inner").inner_text().lower()


def _rival_definitions(page: Page) -> None:
    assert page.locator(".definitie").count() >= 3


QUESTIONS: dict[str, tuple[tuple[str, ...], Callable[[Page], None]]] = {
    "welke rollen delen de verschuiving van aanbod naar vraag, en in welke woorden": (
        ("Verschuivingen", "Van aanbod naar vraag"),
        _shared_words,
    ),
    "welke aanpakken gaan met z'n tweeën op bezoek, en waarom": (("Methoden", "Huisbezoek in tweetal"), _pairs),
    "wat vraagt de aanpak in Enschede van een gemeente": (
        ("Aanpakken", "Wijkcoaches Velve-Lindenhof"),
        _asks_of_gemeente,
    ),
    "op welke as gaan rollen tegen elkaar in": (("Spanningen",), _opposite_axes),
    "wat weten we niet over Utrecht": (("Aanpakken", "Vernieuwend Welzijn met sociaal makelaars"), _unknown_in_utrecht),
    "wat moet een wijkcoach kunnen": (("Rollen", "Wijkcoach"), _must_be_able),
    "namens wie mag een wijkcoach beslissen": (("Aanpakken", "Wijkcoaches Velve-Lindenhof"), _mandates),
    "kloppen de cijfers van Schiedam": (("Aanpakken", "Jongeren Interventie Team (JIT)"), _figures_clash),
    "de bewoner doet niet open, wat nu": (("De bewoner doet niet open",), _help_at_the_door),
    "wat verstaan bronnen onder outreachend werken": (("Naslag", "Outreachend werken"), _rival_definitions),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_answered_in_three_clicks(page: Page, address: str, question: str) -> None:
    clicks, answered = QUESTIONS[question]
    assert len(clicks) <= MOST_CLICKS
    page.goto(address)
    for name in clicks:
        with page.expect_navigation():
            page.get_by_role("link", name=name, exact=True).locator("visible=true").first.click()
    answered(page)
