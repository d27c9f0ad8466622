"""A praktijkvoorbeeld as a case: participants get the story and the questions, the teacher also what it shows."""

from collections.abc import Iterable

from handboek.kinds import KINDS
from handboek.knowledge import Key, KnowledgeBase
from handboek.lesmateriaal.materiaal import Blad, Materiaal, Stap, Wie, blad, bladen, gezegd, zegt
from handboek.models.praktijkvoorbeeld import Praktijkvoorbeeld

_WIE = (
    Wie(naam="Kijker", doet="Onderstreept wat de professional doet, en wat die laat."),
    Wie(naam="Bewoner", doet="Leest met de ogen van de mensen om wie het gaat."),
    Wie(naam="Tegenstem", doet="Zoekt de plek waar het ook anders had kunnen gaan."),
)
_STAPPEN = (
    Stap(naam="Lezen", minuten=5, tekst="Lees het verhaal alleen. Zet een streep bij de zin die je bijblijft."),
    Stap(
        naam="Kijken",
        minuten=10,
        tekst="Verdeel in drietallen wie wat doet. Vertel elkaar wat je zag. Alleen wat er staat, nog geen oordeel.",
        docent="Houd de groep bij wat er staat. Vraag bij een oordeel: in welke zin lees je dat?",
    ),
    Stap(
        naam="Bespreken",
        minuten=15,
        tekst="Bespreek de vragen hieronder in je drietal. Schrijf per vraag één antwoord op dat jullie delen.",
        docent="Loop langs. Zijn ze snel klaar, vraag dan wat er een week later gebeurde.",
    ),
    Stap(
        naam="Eigen werk",
        minuten=10,
        tekst="Noem een situatie van jezelf die hierop lijkt. Wat deed jij, en wat zou je nu doen?",
    ),
    Stap(
        naam="Samen",
        minuten=10,
        tekst="Elk drietal noemt één ding dat het meeneemt en één ding waar het niet uit kwam.",
        docent="Noem zelf pas daarna wat eraan te zien is, en alleen wat nog niet gezegd is.",
    ),
)


def casus(kb: KnowledgeBase, id_: str) -> Materiaal:
    """The case of one praktijkvoorbeeld."""
    voorbeeld = kb.all(Praktijkvoorbeeld)[id_]
    return Materiaal(
        soort="casus",
        item=f"praktijkvoorbeelden/{id_}",
        naam=f"Casus: {voorbeeld.naam}",
        vraag="Wat zie je deze professional doen, en wat had jij gedaan?",
        groep="3 tot 15 mensen, in drietallen",
        klaarleggen=("Dit blad voor iedereen", "Een pen"),
        wie=_WIE,
        lezen=bladen(blad("Wat er gebeurde", gezegd(voorbeeld.verhaal), "alineas")),
        stappen=_STAPPEN,
        terugkijken=blad("Vragen om te bespreken", gezegd(voorbeeld.vragen)),
        later=None,
        docent=bladen(
            blad("Wat eraan te zien is", gezegd(voorbeeld.laat_zien)),
            _namen(kb, "competentie", voorbeeld.competenties),
            _namen(kb, "methode", voorbeeld.methoden),
            _namen(kb, "dilemma", voorbeeld.dilemmas),
        ),
    )


def _namen(kb: KnowledgeBase, kind: str, ids: Iterable[str]) -> Blad | None:
    return blad(f"{KINDS[kind].meervoud} die meespelen", (zegt(kb.item(Key(kind, id_)).naam) for id_ in ids))
