"""Zensical: the same pages and the same shells through a staged folder, for when Material has ended.

Zensical runs no MkDocs plugins, so the overviews are written beside the hand-written pages first.
"""

import shutil
import tempfile
from pathlib import Path

import yaml
import zensical

from handboek.knowledge import KnowledgeBase
from handboek.site import Settings, staged_files, stamp


def stage(root: Path, kb: KnowledgeBase, folder: Path) -> Path:
    """Write all that the engine needs into `folder`: pages, templates, settings; returns the settings file."""
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    shutil.copytree(root / settings["docs_dir"], folder / "docs")
    shutil.copytree(root / settings["theme"]["custom_dir"], folder / "overrides")
    for path, text in staged_files(kb, settings.get("site_url")).items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    # Its own search is there unless it is switched off.
    settings |= {"docs_dir": "docs", "site_dir": "site", "plugins": [{"search": {"enabled": False}}]}
    settings["theme"] |= {"custom_dir": "overrides"}
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return config


def build(root: Path, site: Path, kb: KnowledgeBase) -> None:
    """Build the site of the project in `root`, whose content is `kb`, into the folder `site`."""
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    said = Settings.of(root, settings["site_name"], settings.get("site_url"), settings.get("extra") or {})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        config = stage(root, kb, folder)
        zensical.build(str(config), {"clean": True, "strict": False})
        shutil.copytree(folder / "site", site, dirs_exist_ok=True)
    stamp(site, kb, said)
