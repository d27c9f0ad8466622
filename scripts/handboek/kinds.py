"""The ten kinds of the handbook, in the order in which the site shows them, and their folders."""

from handboek.models.basis import Item, Model
from handboek.models.begrip import Begrip
from handboek.models.bron import Bron
from handboek.models.competentie import Competentie
from handboek.models.dilemma import Dilemma
from handboek.models.interventie import Interventie
from handboek.models.leerpad import Leerpad
from handboek.models.methode import Methode
from handboek.models.praktijkvoorbeeld import Praktijkvoorbeeld
from handboek.models.rol import Rol
from handboek.models.synoniemen import Synoniemen
from handboek.models.toegestaan import Toegestaan
from handboek.models.vergelijkingen import Vergelijkingen
from handboek.models.verhuisd import Verhuisd
from handboek.models.verschuiving import Verschuiving

KINDS: dict[str, type[Item]] = {
    model.kind: model
    for model in (
        Interventie,
        Methode,
        Praktijkvoorbeeld,
        Rol,
        Verschuiving,
        Competentie,
        Dilemma,
        Leerpad,
        Begrip,
        Bron,
    )
}

SYNONIEMEN, VERGELIJKINGEN, TOEGESTAAN, VERHUISD = "synoniemen", "vergelijkingen", "toegestaan", "verhuisd"
LISTS: dict[str, str] = {kind: f"methods/{kind}.yml" for kind in (SYNONIEMEN, VERGELIJKINGEN, TOEGESTAAN, VERHUISD)}
"""The content files that hold no item: the synonyms of the search, what the editors lay side by side, what they let
stand though a check warns of it, and which items got another id."""
MODELS: dict[str, type[Model]] = {
    **KINDS,
    SYNONIEMEN: Synoniemen,
    VERGELIJKINGEN: Vergelijkingen,
    TOEGESTAAN: Toegestaan,
    VERHUISD: Verhuisd,
}
"""What a content file can hold."""


def folder_name(kind: str) -> str:
    """The folder of a kind, which is also its address on the site: `dilemma` → `dilemmas`."""
    return KINDS[kind].folder.rpartition("/")[2]


KIND_OF_FOLDER: dict[str, str] = {folder_name(kind): kind for kind in KINDS}
