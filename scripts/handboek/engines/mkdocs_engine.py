"""MkDocs: the plugin that `mkdocs build` and `mkdocs serve` use, and the build that `handboek build` starts.

The only module that knows MkDocs.
"""

import logging
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files

from handboek.checking import checked
from handboek.findings import Finding, Severity
from handboek.formatters import as_text
from handboek.kinds import KINDS
from handboek.knowledge import KnowledgeBase
from handboek.site import Settings, staged_files, stamp
from handboek.zoeken.elders import SettingsError

log = logging.getLogger("mkdocs.plugins.handboek")


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: the folders are those of the models."""


class HandboekPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Adds the overviews to MkDocs' pages and stamps the items into its output."""

    kb: KnowledgeBase
    given = False
    serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Note whether someone is writing; MkDocs keeps one plugin alive between rebuilds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Read and check the content anew on every build, unless it was given; a fout stops the build.

        While serving, the pages of the last good content stay, so that the author sees the findings.
        """
        if self.given:
            return
        kb, findings = checked(_root(config))
        wrong = [finding for finding in findings if finding.severity is Severity.FOUT]
        for finding in findings:
            if finding.severity is Severity.LET_OP:
                log.info(as_text([finding]))
        if not wrong:
            self.kb = kb
        elif self.serving and hasattr(self, "kb"):
            log.error(f"{_summary(wrong)}\nDe bladzijden blijven zoals ze waren.")
        else:
            raise PluginError(_summary(wrong))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the overviews as pages, and the data."""
        for path, text in staged_files(self.kb, config.site_url).items():
            files.append(File.generated(config, path, content=text))
        return files

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Stamp every page, after all other plugins."""
        try:
            stamp(Path(config.site_dir), self.kb, _settings(config))
        except SettingsError as error:
            raise PluginError(str(error)) from error

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Rebuild when a YAML file changes."""
        for folder in sorted({Path(model.folder).parts[0] for model in KINDS.values()}):
            server.watch(str(_root(config) / folder))
        return server


def _summary(wrong: list[Finding]) -> str:
    count = "1 fout" if len(wrong) == 1 else f"{len(wrong)} fouten"
    return f"de inhoud heeft {count}:\n{as_text(wrong)}"


def _settings(config: MkDocsConfig) -> Settings:
    return Settings.of(_root(config), config.site_name, config.site_url, config.extra)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def build(root: Path, site: Path, kb: KnowledgeBase) -> None:
    """Build the site of the project in `root`, whose content is `kb`, into the folder `site`; SettingsError first."""
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
    except MkDocsException as error:
        raise SettingsError(f"mkdocs.yml klopt niet; MkDocs zegt: {error}") from error
    _settings(config)
    plugin = config.plugins["handboek"]
    assert isinstance(plugin, HandboekPlugin)
    plugin.kb, plugin.given = kb, True
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        plugin.given = False  # MkDocs may hand the same plugin to the next build
        config.plugins.on_shutdown()


def serve(root: Path, address: str) -> None:
    """Serve the project in `root` and rebuild it when a file changes."""
    mkdocs_serve(config_file=str(root / "mkdocs.yml"), dev_addr=address)
