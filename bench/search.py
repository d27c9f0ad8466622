"""Our search beside Material's, Pagefind's and MiniSearch: `python bench/search.py`, the same site, the same questions.

All four run in the same headless browser, over one build. Material's is the theme's own worker with its Dutch stemmer,
given every page and every section; Pagefind indexes the HTML; MiniSearch gets our own records, with our stop words and
Dutch Snowball stems, fields that weigh as ours, prefixes and typing errors. Measured are hit@5, MRR and questions that
find nothing, over the questions of tests/zoekvragen.yml that our search was not tuned on; and what a first search
transfers, compressed. Needs npm, for Pagefind and MiniSearch.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, Response
from selectolax.lexbor import LexborHTMLParser

from browsing import served
from handboek.engines import mkdocs_engine
from handboek.loading import load
from handboek.zoeken.browser import chromium
from handboek.zoeken.elders import RECORDS_FILE
from handboek.zoeken.kwaliteit import ENGINE, Zoekvraag, read_questions, score
from handboek.zoeken.taal import STOP

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache" / "bench-search"
PACKAGES = ("pagefind@1.6.0", "minisearch@7.2.0")
MINISEARCH_SCRIPT = CACHE / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"

OURS = """([questions, scripts]) => new Promise(done => {
  const worker = new Worker("/assets/zoeken/werker.js"), found = [];
  worker.onmessage = ({data}) => {
    if (!data.uitkomst) return;
    found.push(data.uitkomst.resultaten.map(row => row.pad));
    found.length === questions.length ? done(found) : ask();
  };
  const ask = () => worker.postMessage({nummer: found.length, vraag: questions[found.length], opties: {aantal: 10}});
  worker.postMessage({scripts});
  ask();
})"""
MATERIAL = """([questions, address, docs]) => new Promise(done => {
  const worker = new Worker(address), found = [];
  worker.onmessage = ({data}) => {
    if (data.type === 3) found.push(data.data.items.map(pages => pages[0].location.split("#")[0]));
    if (found.length === questions.length) return done(found);
    worker.postMessage({type: 2, data: questions[found.length]});
  };
  const config = {lang: ["nl"], separator: "[\\\\s\\\\-]+", pipeline: ["stopWordFilter"],
    fields: {title: {boost: 1000}, text: {boost: 1}, tags: {boost: 1000000}}};
  worker.postMessage({type: 0, data: {config, docs, options: {suggest: false}}});
})"""
PAGEFIND_ASK = """async questions => {
  const pagefind = await import("/pagefind/pagefind.js"), found = [];
  for (const question of questions) {
    const {results} = await pagefind.search(question);
    const rows = await Promise.all(results.slice(0, 10).map(result => result.data()));
    found.push(rows.map(row => row.url.replace(/^\\//, "")));
  }
  return found;
}"""

MINISEARCH = """([questions, records, stop]) => {
  const stopwords = new Set(stop), weights = {title: 6, words: 3, situations: 3, summary: 2, text: 1};
  const fold = text => text.toLowerCase().normalize("NFD").replace(/[\\u0300-\\u036f]/g, "");
  const search = new MiniSearch({
    idField: "path", fields: Object.keys(weights), storeFields: ["title", "summary"],
    tokenize: text => fold(text).match(/[a-z0-9]+/g) || [],
    processTerm: word => stopwords.has(word) ? null : exports.stemmer(word),
    searchOptions: {boost: weights, prefix: word => word.length > 2, fuzzy: word => word.length > 4 ? 0.2 : false},
  });
  search.addAll(records);
  return [questions.map(question => search.search(question).slice(0, 10).map(row => row.id)), JSON.stringify(search)];
}"""


def documents(site: Path) -> list[dict[str, str]]:
    """Every page and every section of the site, as MkDocs' search plugin would list them."""
    rows = []
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        article = LexborHTMLParser(file.read_text(encoding="utf-8")).css_first("article")
        row = {"location": path, "title": "", "text": ""}
        for node in article.css("h1, h2, p, li, td, dd, q") if article else ():
            text = " ".join(node.text(separator=" ").split())
            if node.tag == "h1":
                row["title"] = text
            elif node.tag == "h2" and node.attributes.get("id"):
                rows.append(row)
                row = {"location": f"{path}#{node.attributes['id']}", "title": text, "text": ""}
            else:
                row["text"] += f" {text}"
        rows.append(row)
    return [row for row in rows if row["title"]]


def fetch_packages() -> None:
    """Fetch the programs that stand beside ours, once."""
    if not MINISEARCH_SCRIPT.exists():
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(CACHE), *PACKAGES]
        subprocess.run(command, check=True, capture_output=True)


def pagefind_index(site: Path) -> None:
    """Let Pagefind index the site, into its own folder there."""
    program = CACHE / "node_modules" / ".bin" / "pagefind"
    subprocess.run([program, "--site", site, "--force-language", "nl"], check=True, capture_output=True)


def ask(page: Page, address: str, code: str, argument: object) -> tuple[list[list[str]], int]:
    """What was found for each question; and the compressed size of all that the first of them asked for, in bytes."""
    loaded: dict[str, Response] = {}
    page.goto(f"{address}/404.html")
    page.on("response", lambda response: loaded.setdefault(response.url, response))
    first = (
        [argument[0][:1], *argument[1:]]
        if isinstance(argument, list) and isinstance(argument[0], list)
        else argument[:1]
    )  # type: ignore[index]
    page.evaluate(code, first)
    size = sum(len(gzip.compress(response.body(), 9)) for response in list(loaded.values()))
    found: list[list[str]] = page.evaluate(code, argument)
    return found, size


def ask_minisearch(page: Page, site: Path, asked: list[str]) -> tuple[list[list[str]], int]:
    """What MiniSearch finds in the records of the site; and the size of its index, program and stemmer."""
    stemmer = site / "assets" / "zoeken" / "stam-nl.js"
    records = json.loads((site / RECORDS_FILE).read_text(encoding="utf-8"))
    texts = ("\n".join(f"{title} {text}" for title, _, text in record["sections"]) for record in records)
    lists = {name: ["\n".join(record[name]) for record in records] for name in ("words", "situations")}
    rows = [
        {"path": record["path"], "title": record["title"], "summary": record["summary"], "text": text}
        | {name: lists[name][place] for name in lists}
        for place, (record, text) in enumerate(zip(records, texts, strict=True))
    ]
    page.evaluate("() => { exports = {} }")
    page.add_script_tag(path=stemmer)
    page.evaluate("() => { stem = exports.stemmer; delete window.exports }")
    page.add_script_tag(path=MINISEARCH_SCRIPT)
    page.evaluate("() => { exports = {stemmer: stem} }")
    found, text = page.evaluate(MINISEARCH, [asked, rows, sorted(STOP)])
    bodies = (text.encode(), MINISEARCH_SCRIPT.read_bytes(), stemmer.read_bytes())
    return found, sum(len(gzip.compress(body, 9)) for body in bodies)


def measure(site: Path, questions: list[Zoekvraag]) -> Iterator[tuple[str, list[list[str]], int]]:
    """Of each search its name, what it found, and the size of a first search."""
    asked = [question.vraag for question in questions]
    docs = documents(site)
    worker = next((site / "assets" / "javascripts" / "workers").glob("search.*.min.js")).relative_to(site)
    with served(site) as address, chromium() as browser:
        yield "dit handboek", *ask(browser.new_page(), address, OURS, [asked, ENGINE])
        found, size = ask(browser.new_page(), address, MATERIAL, [asked, f"/{worker}", docs])
        yield "Material (lunr)", found, size + len(gzip.compress(json.dumps(docs).encode(), 9))
        yield "MiniSearch", *ask_minisearch(browser.new_page(), site, asked)
        yield "Pagefind", *ask(browser.new_page(), address, PAGEFIND_ASK, asked)


def main() -> None:
    """Print the table."""
    kb = load(ROOT).kb
    fetch_packages()
    questions = [q for q in read_questions(ROOT / "tests" / "zoekvragen.yml", kb) if q.verwacht and not q.is_tuning]
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        mkdocs_engine.build(ROOT, site, kb)
        pagefind_index(site)
        print("| search | hit@5 | MRR | finds nothing | first search |\n|---|---:|---:|---:|---:|")
        for label, found, size in measure(site, questions):
            paths = [list(dict.fromkeys(path.removesuffix(".html") for path in row)) for row in found]
            row = score(zip(questions, paths, strict=True))
            print(f"| {label} | {row.hit:.2f} | {row.mrr:.2f} | {row.nothing:.1%} | {size / 1000:.0f} kB |")


if __name__ == "__main__":
    sys.exit(main())
