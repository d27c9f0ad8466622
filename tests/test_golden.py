"""The example renders as it did; `make bless` accepts a change that was meant."""

from golden import GOLDEN, pages


def test_pages_are_as_expected() -> None:
    expected = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    found = pages()
    assert set(found) == expected, "pages missing or extra"
    changed = [path for path, text in found.items() if text != (GOLDEN / path).read_text(encoding="utf-8")]
    assert not changed, f"changed; look at them, then `make bless`: {changed}"
