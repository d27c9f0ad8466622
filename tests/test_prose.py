"""Prose: the little Markdown that a statement may hold, and nothing else that a browser would act on."""

import pytest

from handboek.prose import plain_text, prose

REL = 'rel="noopener noreferrer"'


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        ("gewoon 'zo'", "gewoon &#39;zo&#39;", "gewoon 'zo'"),
        ('a "b" & c', 'a "b" &amp; c', 'a "b" & c'),
        ("**vet** en *scheef*", "<strong>vet</strong> en <em>scheef</em>", "vet en scheef"),
        ("__vet__ en _scheef_", "<strong>vet</strong> en <em>scheef</em>", "vet en scheef"),
        ("`code`", "<code>code</code>", "code"),
        (r"sterretje \* blijft", "sterretje * blijft", "sterretje * blijft"),
        ("regel  \nregel", "regel<br>\nregel", "regel regel"),
        ("[zo](https://voorbeeld.nl)", f'<a href="https://voorbeeld.nl" {REL}>zo</a>', "zo"),
        ("[zo](http://voorbeeld.nl)", f'<a href="http://voorbeeld.nl" {REL}>zo</a>', "zo"),
        ("[zo](mailto:a@voorbeeld.nl)", f'<a href="mailto:a@voorbeeld.nl" {REL}>zo</a>', "zo"),
        ("[zo](tel:0301234567)", f'<a href="tel:0301234567" {REL}>zo</a>', "zo"),
    ],
)
def test_what_a_statement_may_hold(text: str, html: str, plain: str) -> None:
    assert (prose(text), plain_text(text)) == (html, plain)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[zo](javascript:alert(1))", "[zo](javascript:alert(1))"),
        ("[zo](data:text/html,x)", "[zo](data:text/html,x)"),
        ("[zo](ftp://voorbeeld.nl)", f"<a {REL}>zo</a>"),
        ("[zo](../over.html)", f"<a {REL}>zo</a>"),
        ('[zo](https://voorbeeld.nl "titel")', f'<a href="https://voorbeeld.nl" {REL}>zo</a>'),
        ("![beeld](https://voorbeeld.nl/a.png)", f'!<a href="https://voorbeeld.nl/a.png" {REL}>beeld</a>'),
        ("a <b onclick=x>b</b>", "a &lt;b onclick=x&gt;b&lt;/b&gt;"),
        ("<https://voorbeeld.nl>", "&lt;https://voorbeeld.nl&gt;"),
        ("1 &lt; 2 &eacute;", "1 &amp;lt; 2 &amp;eacute;"),
        ("# kop", "# kop"),
        ("- punt", "- punt"),
    ],
)
def test_what_stays_text(text: str, html: str) -> None:
    assert prose(text) == html
