"""axe-core in the browser of the tests."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]

# Rows that differ in their words alone look the same to axe-core. Of each such row, at its place, with the same elements,
# classes, attributes and about as much text, two stay; every shape of row stays, so every kind of fault does.
KEEP_TWO_OF_EACH_ROW = """() => {
  const told = new Set(["class", "role", "type", "tabindex", "data-soort"]), seen = new Map();
  const own = element => element.tagName + element.getAttributeNames().sort().map(name =>
    told.has(name) || name.startsWith("aria-hid") || name.startsWith("aria-exp") ? `${name}=${element.getAttribute(name)}` : name);
  const text = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const shape = element => `${own(element)}${text(element)}(${[...element.children].map(shape)})`;
  const visit = (element, place) => {
    for (const child of [...element.children]) {
      const here = `${place}>${own(child)}`;
      if (child.matches("li, tr, article, section, details, dl > div") && !child.querySelector("h1")) {
        const key = `${here}|${shape(child)}|${Math.round(Math.log2(1 + child.textContent.trim().length))}`;
        seen.set(key, (seen.get(key) || 0) + 1);
        if (seen.get(key) > 2) { child.remove(); continue; }
      }
      visit(child, here);
    }
  };
  visit(document.querySelector("main"), "");
}"""


def axe(page: Page, part: str = "body", colours_only: bool = False) -> list[str]:
    """What axe-core has against a part of the page; in another colour scheme, colours alone can differ."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    only = {"type": "rule", "values": COLOUR_RULES} if colours_only else {"type": "tag", "values": RULES}
    options = {"runOnly": only, "resultTypes": ["violations"], "selectors": False}
    found = page.evaluate("([part, options]) => axe.run(part, options)", [part, options])
    return [
        f"{violation['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
