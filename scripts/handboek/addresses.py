"""Where pages stand within the site."""

from handboek.kinds import folder_name
from handboek.knowledge import Key


def item_path(key: Key) -> str:
    """The address of an item within the site: `rollen/wijkcoach.html`."""
    return f"{folder_name(key.kind)}/{key.id}.html"


def hub_path(kind: str) -> str:
    """The address of a kind's overview."""
    return f"{folder_name(kind)}/index.html"
