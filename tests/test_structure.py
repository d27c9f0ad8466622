"""The shape of the code: data runs one way, the core knows no engine, templates get just what they use."""

import ast
import re
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import pytest
from jinja2 import meta

from conftest import ROOT
from handboek.engines import mkdocs_engine
from handboek.pages import render
from handboek.pages.overviews import HUBS

PACKAGE = ROOT / "scripts" / "handboek"

# Each module may import from its own row and the rows above it.
ORDER = (
    ("findings", "dag"),
    ("models",),
    ("kinds", "sources"),
    ("reading",),
    ("walk",),
    ("knowledge",),
    ("addresses", "prose", "queries", "words"),
    ("leerpaden",),
    ("loading", "checks"),
    ("handwritten",),
    ("checking", "houdbaarheid"),
    ("formatters", "schema", "house_form", "new_item", "exports", "uitwisseling"),
    ("uitvoer",),
    ("keuzehulp",),
    ("vergelijken",),
    ("lesmateriaal",),
    ("pages",),
    ("zoeken", "hosting", "verhuizen"),
    ("site", "site_check"),
    ("publishing",),
    ("engines",),
    ("verifying",),
    ("dutch_click",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
ROW = {name: number for number, names in enumerate(ORDER) for name in names}


def _modules() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py"]


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def _top(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", _modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_data_runs_one_way(path: Path) -> None:
    for module in _imports(path):
        if module.startswith("handboek."):
            assert ROW[module.split(".")[1]] <= ROW[_top(path)], f"{_top(path)} imports {module}"


def test_only_one_module_knows_each_engine() -> None:
    for engine in ("mkdocs", "zensical"):
        knowing = [path.name for path in _modules() if any(name.split(".")[0] == engine for name in _imports(path))]
        assert knowing == [f"{engine}_engine.py"]


MAY_START_PROGRAMS = {"verifying.py"}
MAY_REACH_OUT = {"browser.py", "kwaliteit.py"}
"""The modules that start a program: the handbook itself, for a second build. And that speak to one: the browser of the search quality."""
PROGRAMS = {"subprocess", "multiprocessing", "pty"}
OUTSIDE = {
    "socket",
    "ssl",
    "http",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "aiohttp",
    "urllib3",
    "asyncio",
    "playwright",
}
RUN_TEXT = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "from_string",
    "system",
    "popen",
    "execv",
    "execve",
    "spawnv",
    "urlopen",
}


def test_content_starts_no_program_asks_no_host_and_is_never_run() -> None:
    for path in _modules():
        tops = {name.split(".")[0] for name in _imports(path)}
        assert not tops & PROGRAMS or path.name in MAY_START_PROGRAMS, path
        assert not tops & OUTSIDE or path.name in MAY_REACH_OUT, path
        assert "urllib.request" not in _imports(path), path
        assert not tops & {"pickle", "marshal", "shelve", "dill"}, path
        called = {getattr(call.func, "attr", getattr(call.func, "id", "")) for call in _calls(path)}
        assert called & RUN_TEXT <= {"compile"}, path
        assert all(_of_re(call) for call in _calls(path) if getattr(call.func, "attr", "") == "compile"), path


def _calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]


def _of_re(call: ast.Call) -> bool:
    """Whether this makes a pattern, and no program of a text."""
    return isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "re"


def test_modules_and_functions_stay_small() -> None:
    for path in _modules():
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 250, path
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 60, f"{path.name}:{node.name}"


VIEWS = {f"{kind}.html": get_type_hints(view)["return"] for kind, view in render.ITEM_VIEWS.items()} | {
    hub.template: get_type_hints(getattr(hub.view, "func", hub.view))["return"] for hub in HUBS
}


def _asked(name: str) -> set[str]:
    env = render.environment()
    assert env.loader is not None
    source = env.loader.get_source(env, name)[0]
    return meta.find_undeclared_variables(env.parse(source)) - set(env.globals)


@pytest.mark.parametrize("name", VIEWS)
def test_a_template_uses_just_its_view(name: str) -> None:
    given = {field.name for field in fields(VIEWS[name])}
    frame = {
        "page",
        "site_name",
        "hub",
        "kind",
        "meervoud",
        "item",
        "genoemd_door",
        "themas",
        "zie_ook",
        "vervanging",
        "getoond",
        "e",
        "gedeeld",
        "paren",
        "training",
    }
    asked = _asked(name)
    assert asked - given <= frame, "unknown to the view"
    assert given - asked <= {"id"}, "never drawn"


def test_the_menu_holds_overviews_only_and_all_of_them() -> None:
    named = set(re.findall(r"([\w/-]+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE))
    staged = {hub.path.removesuffix(".html") + ".md" for hub in HUBS}
    assert staged <= named
    assert named - staged == {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}


def test_plugin_is_only_an_adapter() -> None:
    assert len(Path(mkdocs_engine.__file__).read_text(encoding="utf-8").splitlines()) < 120


SCRIPT_PARTS = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|(?P<template>`(?:\\.|[^`\\])*`)"""
    r"""|(?<=[(,=:\[!&|?{};])\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/""",
    re.DOTALL,
)
"""Comments, strings, regular expressions, and templates as the build sees them that strips scripts: to the next backtick."""


def _nested_templates(script: str) -> list[str]:
    templates = (part["template"] or "" for part in SCRIPT_PARTS.finditer(script))
    return [template for template in templates if re.search(r"\$\{[^}]*`$", template)]


def test_no_template_in_a_script_stands_in_another_so_that_stripping_keeps_its_spaces() -> None:
    assert _nested_templates("a(`x ${b ? `y  z` : 1}`, /['`]/)") == ["`x ${b ? `"]
    assert _nested_templates("a(`x ${b}`, /['`]/, `c ${d}  e`) // it's `${") == []
    assets = ROOT / "docs" / "assets"
    own = [path for path in assets.rglob("*.js") if "derden" not in path.parts]
    assert len(own) > 40
    assert {path.name: found for path in own if (found := _nested_templates(path.read_text(encoding="utf-8")))} == {}
