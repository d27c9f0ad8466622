"""A dilemma as an assignment for intervisie: own situation first, the options of the handbook after the group's own."""

from collections.abc import Iterator

from handboek.knowledge import Key, KnowledgeBase
from handboek.lesmateriaal.materiaal import Materiaal, Stap, Wie, blad, bladen, gezegd, met_kop, spreekt, zegt
from handboek.models.basis import Uitspraak
from handboek.models.competentie import Competentie
from handboek.models.dilemma import Dilemma
from handboek.models.praktijkvoorbeeld import Praktijkvoorbeeld
from handboek.models.verschuiving import Verschuiving

_WIE = (
    Wie(naam="Inbrenger", doet="Vertelt een eigen situatie waarin dit speelde, zonder namen. Kiest aan het eind."),
    Wie(naam="Gespreksleider", doet="Bewaakt de stappen en de tijd, en geeft zelf geen advies."),
    Wie(naam="Schrijver", doet="Schrijft de opties, de prijs en de afspraken op."),
    Wie(naam="Meedenkers", doet="Vragen eerst en denken daarna mee."),
)


def intervisie(kb: KnowledgeBase, id_: str) -> Materiaal:
    """The assignment of one dilemma."""
    dilemma = kb.all(Dilemma)[id_]
    return Materiaal(
        soort="intervisie",
        item=f"dilemmas/{id_}",
        naam=f"Intervisie: {dilemma.naam}",
        vraag="Wat doe jij als deze twee kanten botsen?",
        groep="4 tot 8 mensen",
        klaarleggen=("Dit blad voor iedereen", "Pen en papier"),
        wie=_WIE,
        lezen=bladen(
            blad("Waar het om gaat", [dilemma.samenvatting], "alineas"),
            blad("Wat er botst", [dilemma.botst.dit, dilemma.botst.dat], "letters"),
        ),
        stappen=_stappen(kb, id_, met_opties=bool(dilemma.opties)),
        terugkijken=blad("Vragen bij het terugkijken", gezegd(dilemma.vragen)),
        later=blad("Opties van het handboek: lees ze pas bij stap 4", _opties(dilemma)),
        docent=bladen(
            blad("Voor wie dit speelt", gezegd(dilemma.voor_wie)),
            blad("Waar je op let: gedrag van wie hier ervaren in is", _gedrag(kb, dilemma)),
            blad(
                "Verschuivingen die dit oproepen", (zegt(kb.all(Verschuiving)[v].naam) for v in dilemma.verschuivingen)
            ),
        ),
    )


def _stappen(kb: KnowledgeBase, id_: str, *, met_opties: bool) -> tuple[Stap, ...]:
    cases = kb.all(Praktijkvoorbeeld)
    cases_here = [cases[other].naam for other in kb.referring(Key("dilemma", id_), "praktijkvoorbeeld")]
    anders = (
        f"Neem anders het praktijkvoorbeeld ‘{cases_here[0]}’."
        if cases_here
        else "Vertel anders zelf een situatie uit je werk."
    )
    daarna = " Leg daarna de opties van het handboek ernaast." if met_opties else ""
    return (
        Stap(
            naam="Lezen", minuten=5, tekst="Lees waar het om gaat. Schrijf in één zin op welke kant jij meestal kiest."
        ),
        Stap(
            naam="Inbrengen",
            minuten=10,
            tekst="De inbrenger vertelt een eigen situatie waarin deze twee kanten botsten. De anderen luisteren.",
            docent=f"Heeft niemand een situatie, geef dan twee minuten stilte om er een te zoeken. {anders}",
        ),
        Stap(
            naam="Doorvragen",
            minuten=10,
            tekst="Stel om de beurt een open vraag. Geef nog geen advies.",
            docent="Hoor je een advies dat klinkt als een vraag? Vraag dan wat iemand echt wil weten.",
        ),
        Stap(
            naam="Opties en hun prijs",
            minuten=15,
            tekst=f"Bedenk samen wat je kunt doen. Zeg bij elke optie wat die kost, en voor wie.{daarna}",
            docent="Wacht met het handboek tot de groep zelf drie opties heeft. Een optie zonder prijs is nog niet af.",
        ),
        Stap(
            naam="Kiezen",
            minuten=10,
            tekst="De inbrenger kiest en zegt waarom, met de prijs erbij. Een ander mag anders kiezen.",
            docent="Er is geen goed antwoord. Vraag door naar de reden, en stuur niet naar jouw keuze.",
        ),
        Stap(
            naam="Terugkijken",
            minuten=10,
            tekst="Bespreek een of twee van de vragen hieronder. Spreek af wat ieder deze week anders doet.",
        ),
    )


def _opties(dilemma: Dilemma) -> Iterator[Uitspraak]:
    for optie in dilemma.opties or ():
        yield zegt(f"{optie.doe.tekst} De prijs: {optie.prijs.tekst}", optie.doe.bron, optie.prijs.bron)


def _gedrag(kb: KnowledgeBase, dilemma: Dilemma) -> Iterator[Uitspraak]:
    """Of every competency at stake the first behaviour on the higher level."""
    for competentie in (kb.all(Competentie)[other] for other in dilemma.competenties):
        eerste = gezegd(competentie.gedrag.gevorderd)[0]
        if spreekt(eerste):
            yield met_kop(competentie.naam, eerste)
