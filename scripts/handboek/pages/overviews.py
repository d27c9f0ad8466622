"""The overviews: one visible table; a new overview is a view, a template and a row here."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from handboek.addresses import hub_path
from handboek.kinds import KINDS
from handboek.knowledge import KnowledgeBase
from handboek.lesmateriaal.items import MATERIAAL_HUB
from handboek.pages.views import catalogue, hubs, maps, start, zelfscan
from handboek.pages.views.alle import ALLE_PATH, alle_view
from handboek.pages.views.dekking import dekking_view
from handboek.pages.views.keuzehulp import keuzehulp_view
from handboek.pages.views.lesmateriaal import lesmateriaal_view
from handboek.pages.views.oefenkaarten import oefenkaarten_view
from handboek.pages.views.overzichten_beweringen import beweringen_view
from handboek.pages.views.overzichten_competenties import competentiekaart_view
from handboek.pages.views.overzichten_ketens import ketens_view
from handboek.pages.views.overzichten_lijst import overzichten_view
from handboek.pages.views.overzichten_stand import stand_view
from handboek.pages.views.overzichten_tijd import ladder_view, tijdlijn_view
from handboek.pages.views.overzichten_vindplaatsen import vindplaatsen_view
from handboek.pages.views.samenstellen import samenstellen_view
from handboek.pages.views.vergelijken import HUB, vergelijken_view
from handboek.pages.views.zoeken import zoeken_view

CATALOGUE = ("catalogus.css", "catalogus.js")
OVERVIEW = ("overzichten.css",)
COMPARISON = (
    "vergelijken/vergelijken.css",
    "keuzehulp/oordeel.css",
    "keuzehulp/oordeel.js",
    *(
        f"vergelijken/{name}.js"
        for name in ("verdelen", "situatie", "adres", "laden", "tabel", "gedrag", "kiezen", "pagina")
    ),
    "uitvoer/uitvoer.css",
    *(f"uitvoer/{name}.js" for name in ("kern", "tekst", "word", "excel", "nota", "vergelijking")),
)
KEUZEHULP = ("keuzehulp/oordeel.css", "keuzehulp/keuzehulp.css", "keuzehulp/oordeel.js", "keuzehulp/keuzehulp.js")
_BUILDER_RULES = ("dekking", "vorm", "controle", "staat", "opslag", "yaml", "document")
_BUILDER_SCREEN = ("velden", "begin", "toetsing", "plan", "onderdeel", "zoek", "zij", "mee", "bewaring", "pagina")
BUILDER = (
    "leerpad.css",
    "samenstellen/samenstellen.css",
    *(f"uitvoer/{name}.js" for name in ("kern", "tekst", "word", "excel")),
    *(f"samenstellen/{name}.js" for name in (*_BUILDER_RULES, *_BUILDER_SCREEN)),
)


class Hub(NamedTuple):
    """An overview: its path, title, description, template, view, whether it has a table of contents, and its own files.

    `assets` are styles and scripts that this page alone needs, so that no other page carries their weight.
    """

    path: str
    title: str
    description: str
    template: str
    view: Callable[[KnowledgeBase], Any]
    contents: bool
    assets: tuple[str, ...] = ()


def _catalogue(kind: str, description: str) -> Hub:
    view = partial(catalogue.catalogue_view, kind=kind)
    return Hub(hub_path(kind), KINDS[kind].meervoud, description, "catalogus.html", view, True, CATALOGUE)


HUBS: tuple[Hub, ...] = (
    Hub("index.html", "Start", "Hoe sociaal werk in de wijk verandert, en wat dat vraagt van wie het doet.", "start.html", start.start_view, False),
    _catalogue("interventie", "Wat steden en dorpen deden, wat het opleverde en of iemand dat heeft nagegaan."),
    _catalogue("methode", "Werkwijzen, instrumenten en gespreksvormen die je morgen kunt gebruiken."),
    _catalogue("praktijkvoorbeeld", "Wat er een keer gebeurde, en wat je eraan ziet."),
    _catalogue("rol", "Beroepsrollen: wat ze doen, waar ze vandaan komen en wat ze nodig hebben."),
    _catalogue("verschuiving", "Van het een naar het ander: hoe het werk beweegt, in de woorden van elke rol."),
    _catalogue("competentie", "Wat een professional weet, kan en uitstraalt, met gedrag per niveau."),
    _catalogue("dilemma", "Waar het werk wringt, wat je kunt doen en wat dat kost."),
    _catalogue("leerpad", "Leergangen van onderdelen van dit handboek, met uren en uitkomsten."),
    _catalogue("begrip", "Woorden van het vak, met wat verschillende bronnen eronder verstaan."),
    _catalogue("bron", "Waar elke uitspraak vandaan komt, met het belang van de maker."),
    Hub(HUB, "Naast elkaar", "Leg twee tot vier aanpakken of rollen naast elkaar, met hun bronnen en met wat niet vermeld is.", "vergelijken.html", vergelijken_view, False, COMPARISON),
    Hub("verschuivingskaart.html", "Verschuivingskaart", "Alle assen en alle rollen: wie beweegt waarheen.", "kaart.html", maps.kaart_view, False),
    Hub("spanningen.html", "Spanningen", "Waar rollen of eisen tegen elkaar in gaan, en wat je ermee doet.", "spanningen.html", maps.spanningen_view, True),
    Hub("overzichten.html", "Overzichten", "Het hele handboek op een rij, steeds met een andere vraag.", "overzichten.html", overzichten_view, False, OVERVIEW),
    Hub("competentiekaart.html", "Competentiekaart", "Welke rol welke competentie noemt, in de woorden van de bron.", "competentiekaart.html", competentiekaart_view, False, OVERVIEW),
    Hub("beweringen.html", "Beweringen", "Alles wat aanpakken zouden opleveren: wie zegt het, en is het nagegaan?", "beweringen.html", beweringen_view, True, OVERVIEW),
    Hub("stand-van-kennis.html", "Stand van kennis", "Wat de bronnen over elke aanpak zeggen, en waar ze zwijgen.", "stand-van-kennis.html", stand_view, False, OVERVIEW),
    Hub("keuzehulp.html", "Keuzehulp", "Zeg wat jullie situatie is. Per aanpak en methode zie je wat past, wat niet past en waar de bron zwijgt.", "keuzehulp.html", keuzehulp_view, False, KEUZEHULP),
    Hub("dekking.html", "Dekking", "Voor welk thema, welke doelgroep en welk gebied dit handboek een aanpak heeft, en waar niet.", "dekking.html", dekking_view, False, ("dekking.css",)),
    Hub(ALLE_PATH, "Alle aanpakken naast elkaar", "Wat de bronnen over elke aanpak zeggen, onderwerp voor onderwerp.", "alle.html", alle_view, False, ("vergelijken/alle.css",)),
    Hub("ketens.html", "Ketens", "Van verschuiving naar competentie, methode, praktijk en dilemma, en terug.", "ketens.html", ketens_view, False, OVERVIEW),
    Hub("tijdlijn.html", "Tijdlijn", "Wanneer elke aanpak liep, voor zover de bron het zegt.", "tijdlijn.html", tijdlijn_view, False, OVERVIEW),
    Hub("participatieladder.html", "Participatieladder", "Welke treden een aanpak met mensen wil bereiken.", "participatieladder.html", ladder_view, False, OVERVIEW),
    Hub("vindplaatsen.html", "Vindplaatsen", "Waar de onderzoekers nieuwe manieren van werken vonden.", "vindplaatsen.html", vindplaatsen_view, False, OVERVIEW),
    Hub("zelfscan.html", "Waar sta ik?", "Kijk per verschuiving en competentie waar je staat in jouw rol, en wat je verder helpt.", "zelfscan.html", zelfscan.zelfscan_view, False, ("zelfscan.css", "zelfscan.js")),
    Hub("samenstellen.html", "Samenstellen", "Maak een leerpad van onderdelen van dit handboek. Je ziet steeds hoe lang het duurt, wat het dekt en wat nog openligt.", "samenstellen.html", samenstellen_view, False, BUILDER),
    Hub(MATERIAAL_HUB, "Lesmateriaal", "Een opdracht voor een training van elk dilemma, elk praktijkvoorbeeld en elke verschuiving: een blad voor deelnemers en een deel voor de docent.", "lesmateriaal.html", lesmateriaal_view, True),
    Hub("oefenkaarten.html", "Oefenkaarten", "Kies methoden, dilemma's en verschuivingen, en druk ze af als kaarten: voorop wat het is, achterop hoe je het doet.", "oefenkaarten.html", oefenkaarten_view, False, ("oefenkaarten.css", "oefenkaarten.js")),
    Hub("zoeken/index.html", "Zoeken", "Zoek in het hele handboek tegelijk: een woord, een vraag of een situatie.", "zoeken.html", zoeken_view, False, ("zoeken/zoekblad.js",)),
    Hub("bijdragen/velden.html", "Velden per soort", "Welke velden elk soort item heeft, en wat erin hoort.", "velden.html", hubs.velden_view, True),
)  # fmt: skip
