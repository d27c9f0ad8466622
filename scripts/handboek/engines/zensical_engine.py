"""Zensical: the same pages and the same shells through a staged folder, for when Material has ended.

Zensical runs no MkDocs plugins, so the overviews are written beside the hand-written pages first.
"""

import json
import re
import shutil
import tempfile
from pathlib import Path

import yaml
import zensical

from handboek.knowledge import KnowledgeBase
from handboek.pages.page import Address, Rendered
from handboek.site import search_records, staged_files, stamp


def stage(root: Path, kb: KnowledgeBase, folder: Path) -> Path:
    """Write all that the engine needs into `folder`: pages, templates, settings; returns the settings file."""
    settings = yaml.safe_load(_without_plugins((root / "mkdocs.yml").read_text(encoding="utf-8")))
    shutil.copytree(root / settings["docs_dir"], folder / "docs")
    shutil.copytree(root / settings["theme"]["custom_dir"], folder / "overrides")
    for path, text in staged_files(kb).items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    settings |= {"docs_dir": "docs", "site_dir": "site"}
    settings["theme"] |= {"custom_dir": "overrides"}
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return config


def _without_plugins(text: str) -> str:
    return re.sub(r"^  - handboek\n", "", text, flags=re.MULTILINE)


def build(root: Path, site: Path, kb: KnowledgeBase) -> None:
    """Build the site of the project in `root`, whose content is `kb`, into the folder `site`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        config = stage(root, kb, folder)
        zensical.build(str(config), {"clean": True, "strict": False})
        shutil.copytree(folder / "site", site, dirs_exist_ok=True)
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    pages = stamp(site, kb, settings["site_name"], Address.of(settings.get("site_url"), settings.get("extra") or {}))
    _extend_search(site / "search.json", pages)


def _extend_search(path: Path, pages: list[Rendered]) -> None:
    found = json.loads(path.read_text(encoding="utf-8"))
    found["items"] += [record | {"level": 1, "path": [], "tags": []} for record in search_records(pages)]
    path.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
