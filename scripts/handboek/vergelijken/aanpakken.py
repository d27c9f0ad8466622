"""What is compared of approaches: one visible table of groups and rows, each row with how its cell is made."""

from collections.abc import Callable, Mapping
from functools import partial

from handboek.knowledge import Key
from handboek.models.basis import Stilte, Verwijzing
from handboek.models.begrip import Begrip
from handboek.models.dilemma import Dilemma
from handboek.models.interventie import Interventie
from handboek.models.rol import Rol
from handboek.queries import GEADRESSEERDEN
from handboek.vergelijken.beweringen import beweringen, evaluatie
from handboek.vergelijken.gedeeld import Gedeeld, competenties, verschuivingen
from handboek.vergelijken.regels import Blik, genoemd, namen, samen, stil, tijdstip, uitspraak, uitspraken, zin
from handboek.vergelijken.voorwaarden import dilemma, gevraagd
from handboek.vergelijken.waarde import Cel, Regel

Aanpak = Blik[Interventie]


def _plaats(blik: Aanpak) -> Cel:
    plaats = blik.item.plaats
    regels = [zin(blik.kb, ", ".join(filter(None, (plaats.gemeente, plaats.wijk))), plaats.bron)]
    return (*regels, *([uitspraak(blik.kb, plaats.toelichting)] if plaats.toelichting else []))


def _ladder(blik: Aanpak) -> Cel:
    ladder = blik.item.ladder
    if ladder is None:
        return ()
    van, tot = (blik.kb.item(Key("begrip", id_)).naam for id_ in (ladder.van, ladder.tot))
    bereik = zin(blik.kb, f"van {van} tot {tot}", ladder.bron)
    return (bereik, uitspraak(blik.kb, ladder.toelichting)) if ladder.toelichting else (bereik,)


def _stand(blik: Aanpak) -> Cel:
    """Until when the item holds according to its documents."""
    documenten = tuple(dict.fromkeys(Verwijzing(bron=v.bron) for v in blik.item.bron or ()))
    return (tijdstip(blik.kb, blik.item.peildatum, documenten),) if blik.item.peildatum else ()


def _looptijd(blik: Aanpak) -> Cel:
    toelichting = blik.item.periode.toelichting
    return (uitspraak(blik.kb, toelichting),) if toelichting else ()


def _wetten_nu(blik: Aanpak) -> Cel:
    """What became of each law and programme; empty where that is known of none."""
    begrippen = {id_: blik.kb.all(Begrip)[id_] for id_ in blik.item.wettelijk_kader}
    if not any(begrip.nu for begrip in begrippen.values()):
        return ()
    return tuple(_wet_nu(blik, id_, begrip) for id_, begrip in begrippen.items())


def _wet_nu(blik: Aanpak, id_: str, begrip: Begrip) -> Regel:
    gezegd = uitspraak(blik.kb, begrip.nu) if begrip.nu else stil(blik.kb, "niet vermeld")
    return Regel(f"{begrip.naam}: {gezegd.tekst}", gezegd.bronnen, Key("begrip", id_), kop=begrip.naam)


def _werkwijze(blik: Aanpak) -> Cel:
    stappen = blik.item.werkwijze
    if isinstance(stappen, Stilte):
        return (uitspraak(blik.kb, stappen),)
    koppen = ((f"{nr}. {stap.stap}.", stap) for nr, stap in enumerate(stappen, 1))
    return tuple(zin(blik.kb, f"{kop} {stap.tekst}", stap.bron, kop=kop) for kop, stap in koppen)


def _partners(blik: Aanpak) -> Cel:
    partners = blik.item.partners
    if isinstance(partners, Stilte):
        return (uitspraak(blik.kb, partners),)
    return tuple(
        zin(blik.kb, partner.naam, partner.doet.bron if partner.doet else partner.bron) for partner in partners
    )


def _rollen(blik: Aanpak) -> Cel:
    return tuple(genoemd(blik.kb, Key("rol", id_), blik.kb.all(Rol)[id_].bron) for id_ in blik.item.rollen)


def _mandaten(vorm: str, blik: Aanpak) -> Cel:
    """What workers may decide for whom; a source that is silent about mandates stays silent."""
    if isinstance(blik.item.mandaten, Stilte):
        return (uitspraak(blik.kb, blik.item.mandaten),)
    regels = []
    for mandaat in blik.item.mandaten:
        if mandaat.vorm == vorm:
            gebied = "" if mandaat.leefgebied == "niet vermeld" else f" ({_naam(blik, mandaat.leefgebied)})"
            mag = f"wat mag: {mandaat.mag.tekst}" if mandaat.mag.afwezig else mandaat.mag.tekst
            bronnen = (mandaat.bron,) if mandaat.mag.afwezig else (mandaat.bron, mandaat.mag.bron)
            regels.append(zin(blik.kb, f"{mandaat.organisatie}{gebied}: {mag}", *bronnen, kop=mandaat.organisatie))
    return tuple(regels)


def _naam(blik: Aanpak, begrip: str) -> str:
    return blik.kb.item(Key("begrip", begrip)).naam


def _gevraagd(wie: str, blik: Aanpak) -> Cel:
    """What the approach and the roles in it ask of one addressee."""
    rollen = [blik.kb.all(Rol)[id_] for id_ in blik.item.rollen]
    van_rollen = [gevraagd(blik.kb, wie, rol.vraagt, f"voor de {rol.naam.lower()}") for rol in rollen]
    return samen(gevraagd(blik.kb, wie, blik.item.vraagt), *van_rollen)


def _dilemmas(blik: Aanpak) -> Cel:
    found = (pair for pair in blik.kb.all(Dilemma).items() if set(pair[1].rollen) & set(blik.item.rollen))
    return tuple(dilemma(blik.kb, id_, item) for id_, item in found)


_COMPETENTIES = partial(competenties, woorden=False)
AANPAK: Mapping[str, Mapping[str, Callable[[Aanpak], Cel] | Gedeeld]] = {
    "Vraagstuk en doelgroep": {
        "In het kort": lambda b: (uitspraak(b.kb, b.item.samenvatting),),
        "Thema's": lambda b: namen(b.kb, "begrip", b.item.themas),
        "Aanleiding": lambda b: uitspraken(b.kb, b.item.aanleiding),
        "Doelen": lambda b: uitspraken(b.kb, b.item.doelen),
        "Voor wie": lambda b: uitspraken(b.kb, b.item.doelgroep),
        "Doelgroepen": lambda b: namen(b.kb, "begrip", b.item.doelgroepen),
        "Participatieladder": _ladder,
    },
    "Context": {
        "Plaats": _plaats,
        "Gebiedstype": lambda b: (zin(b.kb, b.item.plaats.gebiedstype, b.item.plaats.bron),),
        "Omvang": lambda b: uitspraken(b.kb, b.item.schaal),
        "Opdrachtgever": lambda b: (uitspraak(b.kb, b.item.opdrachtgever),),
        "Begin": lambda b: (tijdstip(b.kb, b.item.periode.van, b.item.periode.bron),),
        "Einde": lambda b: (tijdstip(b.kb, b.item.periode.tot, b.item.periode.bron),),
        "Wetten en programma's toen": lambda b: namen(b.kb, "begrip", b.item.wettelijk_kader),
        "Wetten en programma's nu": _wetten_nu,
        "Stand volgens de bron": _stand,
    },
    "Werkwijze": {
        "Uitgangspunten": lambda b: uitspraken(b.kb, b.item.visie),
        "Stappen": _werkwijze,
        "Methoden": lambda b: namen(b.kb, "methode", b.item.methoden),
        "Team": lambda b: uitspraken(b.kb, b.item.team),
        "Partners": _partners,
    },
    "Rollen, verschuivingen en competenties": {
        "Rollen": _rollen,
        "Verschuivingen die een ander ook noemt": Gedeeld("verschuivingen", verschuivingen, ook=True),
        "Verschuivingen alleen hier genoemd": Gedeeld("verschuivingen", verschuivingen, ook=False),
        "Competenties die een ander ook noemt": Gedeeld("competenties", _COMPETENTIES, ook=True),
        "Competenties alleen hier genoemd": Gedeeld("competenties", _COMPETENTIES, ook=False),
    },
    "Mandaten": {
        "Mandaten": partial(_mandaten, "mandaat"),
        "Afspraken zonder mandaat": partial(_mandaten, "afspraak"),
    },
    "Wat vraagt dit van ons?": {wie.capitalize(): partial(_gevraagd, wie) for wie in GEADRESSEERDEN},
    "Geld en looptijd": {
        "Geld": lambda b: uitspraken(b.kb, b.item.financiering),
        "Looptijd": _looptijd,
    },
    "Resultaten": {
        "Geëvalueerd": lambda b: evaluatie(b.kb, b.item.evaluatie),
        "Beweringen met een cijfer": partial(beweringen, met_cijfer=True),
        "Beweringen zonder cijfer": partial(beweringen, met_cijfer=False),
        "Wat ervan geworden is": lambda b: uitspraken(b.kb, b.item.vervolg),
    },
    "Wat niet werkte": {"Wat niet werkte": lambda b: uitspraken(b.kb, b.item.werkte_niet)},
    "Dilemma's": {"Dilemma's": _dilemmas},
    "Wat we niet weten": {"Wat we niet weten": lambda b: uitspraken(b.kb, b.item.onbekend)},
}
