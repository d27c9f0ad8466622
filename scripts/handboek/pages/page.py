"""A page while it is being drawn: where it stands, its headings and the sources that it names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from handboek.addresses import hub_path, item_path
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import REDACTIE, Verwijzing
from handboek.models.begrip import Begrip
from handboek.pages.glossary import Glossary
from handboek.prose import prose
from handboek.queries import section_label, section_name, section_title

_ASSET = {
    "css": Markup('<link rel="stylesheet" href="{}">\n'),
    "js": Markup('<script defer src="{}"></script>\n'),
}
_SPACE = Markup(" ")
_REDACTIE = Markup('<span class="redactie">redactie</span>')
_BUTTON = Markup(
    '<button type="button" class="bron" popovertarget="{}"><span class="onzichtbaar">bron: </span>{}</button>'
)


class Heading(NamedTuple):
    """A heading of level 2, for the table of contents."""

    title: str
    anchor: str


class Rendered(NamedTuple):
    """A finished page. `hub` is the path of the engine's page whose shell it is stamped into."""

    path: str
    hub: str
    title: str
    description: str
    body: str
    headings: tuple[Heading, ...]


_TERM = Markup('<a class="begrip" href="{}" aria-describedby="uitleg-{}">{}</a>')


class Address(NamedTuple):
    """Where the site stands and where its files are edited, each up to and including the last slash; "" if unknown."""

    site: str = ""
    edit: str = ""

    @classmethod
    def of(cls, site_url: str | None, extra: Mapping[str, str]) -> "Address":
        """From the site's settings: `site_url`, and `repo_url` and `edit_uri` under `extra`."""
        repo, edit = (str(extra.get(name) or "").strip("/") for name in ("repo_url", "edit_uri"))
        return cls(_folder(site_url or ""), _folder("/".join(filter(None, (repo, edit)))) if repo else "")


def _folder(url: str) -> str:
    return f"{url.rstrip('/')}/" if url else ""


@dataclass
class Page:
    """What templates call while they draw: links from here, headings, source marks, terms explained."""

    kb: KnowledgeBase
    path: str
    glossary: Glossary | None = None
    headings: list[Heading] = field(default_factory=list)
    cards: dict[Verwijzing, str] = field(default_factory=dict)
    uitleg: dict[str, Begrip] = field(default_factory=dict)
    linked: set[Key] = field(default_factory=set)
    _buttons: dict[Verwijzing, Markup] = field(default_factory=dict)

    def to(self, path: str, anchor: str = "") -> str:
        """The link from this page to another path of the site."""
        folder, _, name = path.rpartition("/")
        own = self.path.rpartition("/")[0]
        target = name if folder == own else "../" * (self.path.count("/")) + path
        return f"{target}#{anchor}" if anchor else target

    def item(self, kind: str, id_: str, anchor: str = "") -> str:
        """The link from this page to an item, noted so that the page need not name it again."""
        key = Key(kind, id_)
        self.linked.add(key)
        return self.to(item_path(key), anchor)

    def hub(self, kind: str, anchor: str = "") -> str:
        """The link from this page to the overview of a kind."""
        return self.to(hub_path(kind), anchor)

    def assets(self, names: Iterable[str]) -> Markup:
        """The styles and scripts that this page alone needs."""
        return Markup("").join(_ASSET[name.rpartition(".")[2]].format(self.to(f"assets/{name}")) for name in names)

    def heading(self, title: str, anchor: str) -> Markup:
        """A heading of level 2, noted for the table of contents."""
        self.headings.append(Heading(title, anchor))
        return Markup('<h2 id="{}">{}</h2>').format(anchor, title)

    def prose(self, text: str) -> Markup:
        """A statement's text; where it is the first on the page to name a begrip, that word leads to it."""
        rendered = prose(text)
        pieces: list[Markup] = []
        position = 0
        for start, end, id_ in self.glossary.found(rendered) if self.glossary else ():
            if id_ not in self.uitleg and item_path(Key("begrip", id_)) != self.path:
                self.uitleg[id_] = self.kb.all(Begrip)[id_]
                pieces += [rendered[position:start], _TERM.format(self.item("begrip", id_), id_, rendered[start:end])]
                position = end
        return Markup("").join([*pieces, rendered[position:]]) if pieces else rendered

    def marks(self, herkomst: Iterable[Verwijzing] | None) -> Markup:
        """The marks of the sources of a statement: a button with the section, or the word redactie."""
        return _SPACE.join(self._mark(verwijzing) for verwijzing in herkomst or ())

    def marks_of_absence(self, herkomst: Iterable[Verwijzing] | None) -> Markup:
        """The same for a word for absence: a source that is silent as a whole gets no mark."""
        return self.marks(v for v in herkomst or () if v.sectie or v.bron == REDACTIE)

    def _mark(self, verwijzing: Verwijzing) -> Markup:
        if verwijzing.bron == REDACTIE:
            return _REDACTIE
        if verwijzing not in self._buttons:
            card = self.cards.setdefault(verwijzing, f"bron-{len(self.cards) + 1}")
            self._buttons[verwijzing] = _BUTTON.format(card, self.label(verwijzing))
        return self._buttons[verwijzing]

    def label(self, verwijzing: Verwijzing) -> str:
        """The short form of a source."""
        return section_label(self.kb, verwijzing)

    def section_name(self, verwijzing: Verwijzing) -> str:
        """The section in full, where there is room for a title."""
        return section_name(self.kb, verwijzing)

    def section_title(self, verwijzing: Verwijzing) -> str:
        """The heading of the section in the source."""
        return section_title(self.kb, verwijzing)

    def section_anchor(self, verwijzing: Verwijzing) -> str:
        """The link to the section on the page of the bron."""
        anchor = f"s-{verwijzing.sectie}" if verwijzing.sectie else ""
        return self.item("bron", str(verwijzing.bron), anchor)

    def name(self, kind: str, id_: str) -> str:
        """The name of an item."""
        return self.kb.item(Key(kind, id_)).naam

    def sources(self) -> dict[str, list[Verwijzing]]:
        """Every source named so far with its sections, in the order of the sections."""
        found: dict[str, list[Verwijzing]] = {}
        for verwijzing in self.cards:
            found.setdefault(str(verwijzing.bron), []).append(verwijzing)
        for id_, rows in found.items():
            order = {nummer: place for place, nummer in enumerate(self.kb.section_titles[id_])}
            rows.sort(key=lambda verwijzing: order.get(str(verwijzing.sectie), -1))
        return found
