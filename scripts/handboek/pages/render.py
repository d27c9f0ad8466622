"""From the knowledge base to pages: one view and one template per kind, one shell per overview."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from handboek.addresses import hub_path, item_path
from handboek.kinds import KINDS
from handboek.knowledge import Key, KnowledgeBase
from handboek.lesmateriaal.items import MAKERS, MATERIAAL_HUB, materiaal, materiaal_path
from handboek.models.basis import Item
from handboek.models.waarden import AFWEZIG_WOORDEN
from handboek.pages.filters import FILTERS
from handboek.pages.glossary import Glossary
from handboek.pages.overviews import HUBS, Hub
from handboek.pages.page import Address, Page, Rendered
from handboek.pages.views import curricula, methods, profiles, reference
from handboek.pages.views.alle import ALLE_PATH, alle_views
from handboek.pages.views.common import back, link_at, links
from handboek.pages.views.vergelijken import HUB, Paar, paren, paren_van, vergelijking_view
from handboek.prose import plain_text
from handboek.queries import GEADRESSEERDEN

View = Callable[[KnowledgeBase, str], Any]

ITEM_VIEWS: dict[str, View] = {
    "interventie": methods.interventie_view,
    "methode": methods.methode_view,
    "praktijkvoorbeeld": methods.praktijkvoorbeeld_view,
    "rol": profiles.rol_view,
    "verschuiving": methods.verschuiving_view,
    "competentie": profiles.competentie_view,
    "dilemma": methods.dilemma_view,
    "leerpad": curricula.leerpad_view,
    "begrip": reference.begrip_view,
    "bron": reference.bron_view,
}

NOWHERE = Address()


@cache
def environment() -> Environment:
    """The templates, escaping everything and failing on anything unknown."""
    env = Environment(
        loader=PackageLoader("handboek.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(FILTERS)
    env.globals.update(AFWEZIG=AFWEZIG_WOORDEN, KINDS=KINDS, GEADRESSEERDEN=GEADRESSEERDEN)
    return env


def context_of(view: Any) -> dict[str, Any]:
    """The fields of a view as template variables; nothing else reaches a template."""
    return {field.name: getattr(view, field.name) for field in fields(view)}


def _frame(kb: KnowledgeBase, key: Key, item: Item) -> dict[str, Any]:
    gone = item.ingetrokken
    return {
        "kind": key.kind,
        "meervoud": KINDS[key.kind].meervoud,
        "item": item,
        "file": kb.entries[key].file,
        "genoemd_door": back(kb, *key),
        "themas": links(kb, "begrip", item.themas),
        "zie_ook": [link_at(kb, reference) for reference in item.zie_ook],
        "vervanging": link_at(kb, gone.vervangen_door) if gone and gone.vervangen_door else None,
        "paren": paren_van(kb, key),
        "training": materiaal(kb, key),
    }


def render_item(kb: KnowledgeBase, key: Key, site_name: str, address: Address, glossary: Glossary) -> Rendered:
    """The page of one item."""
    item = kb.item(key)
    page = Page(kb, item_path(key), glossary)
    template = environment().get_template(f"{key.kind}.html")
    view = context_of(ITEM_VIEWS[key.kind](kb, key.id))
    body = template.render(page=page, site_name=site_name, address=address, **_frame(kb, key, item), **view)
    description = plain_text(item.samenvatting.tekst)
    return Rendered(page.path, hub_path(key.kind), item.naam, description, body, tuple(page.headings))


def render_materiaal(kb: KnowledgeBase, key: Key) -> Rendered:
    """The page with the material that an item yields."""
    page = Page(kb, materiaal_path(key))
    les = MAKERS[key.kind](kb, key.id)
    naam = kb.item(key).naam
    drawn = environment().get_template("materiaal.html").render(page=page, kind=key.kind, id=key.id, naam=naam, les=les)
    return Rendered(page.path, MATERIAAL_HUB, les.naam, les.vraag, drawn, tuple(page.headings))


def render_hub(kb: KnowledgeBase, hub: Hub, site_name: str) -> Rendered:
    """The page of one overview."""
    return _overview(kb, hub, hub.view(kb), site_name, hub.path)


def _overview(kb: KnowledgeBase, hub: Hub, view: Any, site_name: str, path: str) -> Rendered:
    page = Page(kb, path)
    template = environment().get_template(hub.template)
    drawn = template.render(page=page, site_name=site_name, hub=hub, **context_of(view))
    body = f"{page.assets(hub.assets)}{drawn}"
    return Rendered(path, hub.path, hub.title, hub.description, body, tuple(page.headings))


def _further(kb: KnowledgeBase, hub: Hub, site_name: str) -> Iterator[Rendered]:
    """The pages on which the table of all approaches goes on."""
    if hub.path == ALLE_PATH:
        for view in alle_views(kb, vanaf=2):
            deel = hub._replace(title=f"{hub.title}, deel {view.deel.nummer}")
            yield _overview(kb, deel, view, site_name, view.deel.pad)


def render_comparison(kb: KnowledgeBase, paar: Paar, site_name: str, address: Address) -> Rendered:
    """The page of what the editors lay side by side."""
    page = Page(kb, paar.pad)
    view = context_of(vergelijking_view(kb, paar))
    drawn = (
        environment().get_template("vergelijking.html").render(page=page, site_name=site_name, address=address, **view)
    )
    hub = next(hub for hub in HUBS if hub.path == HUB)
    body = f"{page.assets(hub.assets)}{drawn}"
    titel = f"{paar.titel} naast elkaar"
    return Rendered(page.path, hub.path, titel, plain_text(paar.keuze.waarom), body, ())


def render_all(kb: KnowledgeBase, site_name: str, address: Address = NOWHERE) -> Iterator[Rendered]:
    """Every page of the handbook: the overviews, the items in the order of kinds and names, what lies side by side."""
    glossary = Glossary(kb)
    for hub in HUBS:
        yield render_hub(kb, hub, site_name)
        yield from _further(kb, hub, site_name)
    for kind in KINDS:
        for id_ in kb.all(KINDS[kind]):
            yield render_item(kb, Key(kind, id_), site_name, address, glossary)
    for kind in MAKERS:
        for id_ in kb.all(KINDS[kind]):
            yield render_materiaal(kb, Key(kind, id_))
    for paar in paren(kb):
        yield render_comparison(kb, paar, site_name, address)
