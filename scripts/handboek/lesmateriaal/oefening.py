"""A verschuiving as an exercise on both ends: sort behaviour, play both sides, weigh when which side is needed."""

from collections.abc import Iterator

from handboek.knowledge import KnowledgeBase
from handboek.lesmateriaal.materiaal import LETTERS, Materiaal, Stap, Wie, blad, bladen, gezegd, met_kop, spreekt, zegt
from handboek.models.basis import Stilte, Uitspraak
from handboek.models.verschuiving import Verschuiving
from handboek.words import opsomming

_WIE = (
    Wie(naam="Professional", doet="Speelt hetzelfde gesprek twee keer, aan elke kant één keer."),
    Wie(naam="Bewoner", doet="Speelt wie tegenover de professional zit, en zegt na afloop hoe het was."),
    Wie(naam="Kijker", doet="Schrijft op welke woorden bij welke kant horen."),
)


def oefening(kb: KnowledgeBase, id_: str) -> Materiaal:
    """The exercise of one shift."""
    item = kb.all(Verschuiving)[id_]
    gedrag = _door_elkaar(item)
    return Materiaal(
        soort="oefening",
        item=f"verschuivingen/{id_}",
        naam=f"Oefening: {item.naam}",
        vraag=f"Wanneer werk jij aan de kant van ‘{item.van}’, en wanneer aan de kant van ‘{item.naar}’?",
        groep="3 tot 15 mensen, in drietallen",
        klaarleggen=("Dit blad voor iedereen", "Pen en papier"),
        wie=_WIE,
        lezen=bladen(
            blad(
                "De beweging", [item.samenvatting, zegt(f"Van: {item.van}. Naar: {item.naar}.", item.bron)], "alineas"
            ),
            blad("Gedrag, door elkaar", [uitspraak for uitspraak, _ in gedrag], "letters"),
        ),
        stappen=_stappen(item, sorteren=bool(gedrag)),
        terugkijken=blad("Vragen bij het terugkijken", gezegd(item.reflectievragen)),
        later=blad("Stoppen en beginnen: lees dit pas bij stap 5", _doen(item)),
        docent=bladen(
            blad("Antwoorden bij het sorteren", _antwoorden(gedrag), "alineas"),
            blad("Waarom deze beweging", gezegd(item.waarom)),
            blad("Waar het mee botst", _botst(item)),
        ),
    )


def _door_elkaar(item: Verschuiving) -> list[tuple[Uitspraak, str]]:
    """The behaviour of both ends by the alphabet, so that the order gives nothing away, each with its end."""
    ends = (("van", item.herkennen.van), ("naar", item.herkennen.naar))
    found = [(uitspraak, kant) for kant, lijst in ends for uitspraak in gezegd(lijst) if spreekt(uitspraak)]
    return sorted(found, key=lambda pair: pair[0].tekst.casefold())[: len(LETTERS)]


def _antwoorden(gedrag: list[tuple[Uitspraak, str]]) -> Iterator[Uitspraak]:
    for kant in ("van", "naar"):
        if letters := [letter for letter, (_, waar) in zip(LETTERS, gedrag, strict=False) if waar == kant]:
            yield zegt(f"Bij ‘{kant}’ {'hoort' if len(letters) == 1 else 'horen'} {opsomming(letters)}.")


def _doen(item: Verschuiving) -> Iterator[Uitspraak]:
    delen: tuple[tuple[str, Stilte | tuple[Uitspraak, ...]], ...] = (
        ("Stop met", item.stoppen_met),
        ("Begin met", item.beginnen_met),
    )
    for kop, lijst in delen:
        yield from (met_kop(kop, uitspraak) for uitspraak in gezegd(lijst))


def _botst(item: Verschuiving) -> Iterator[Uitspraak]:
    for spanning in item.spanning_met:
        yield zegt(f"{spanning.uitleg.tekst} {spanning.omgaan.tekst}", spanning.uitleg.bron, spanning.omgaan.bron)


def _stappen(item: Verschuiving, *, sorteren: bool) -> tuple[Stap, ...]:
    eerst = (
        "Zet bij elke letter of het bij ‘van’ of bij ‘naar’ hoort. Vergelijk in je drietal en zoek waar je verschilt."
        if sorteren
        else "Het handboek noemt geen gedrag. Bedenk zelf twee voorbeelden van ‘van’ en twee van ‘naar’."
    )
    return (
        Stap(
            naam="Sorteren",
            minuten=10,
            tekst=eerst,
            docent="Bespreek vooral waar drietallen verschillen. Gedrag kan met een goede reden aan de andere kant staan.",
        ),
        Stap(
            naam="Spelen: van",
            minuten=8,
            tekst=f"Kies een gesprek uit je eigen werk. Speel het zo dat het bij ‘{item.van}’ past.",
            docent="Laat deze kant niet belachelijk maken. Zo werkten goede mensen jaren.",
        ),
        Stap(naam="Spelen: naar", minuten=8, tekst=f"Speel hetzelfde gesprek zo dat het bij ‘{item.naar}’ past."),
        Stap(
            naam="Wegen",
            minuten=9,
            tekst="Wat merkte de bewoner? Noem één situatie waarin de kant van ‘van’ toch nodig is.",
            docent="Komt er niets, geef dan een voorbeeld uit ‘Waar het mee botst’, als dat er staat.",
        ),
        Stap(
            naam="Kiezen",
            minuten=10,
            tekst="Schrijf op waarmee jij stopt en waarmee je begint. Leg daarna de regels van het handboek ernaast. "
            "Bespreek tot slot een van de vragen hieronder.",
        ),
    )
