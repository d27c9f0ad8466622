"""A curriculum as a document: what it is for, the timetable, every session, the rubric, and the material of its items."""

from collections.abc import Iterator

from handboek.kinds import KIND_OF_FOLDER, KINDS
from handboek.knowledge import Key, KnowledgeBase
from handboek.leerpaden.klok import kloktijd, tijdvakken, uren
from handboek.leerpaden.versies import voor_deelnemers
from handboek.lesmateriaal.bijlage import delen as bijlage
from handboek.lesmateriaal.bijlage import voor_docent
from handboek.lesmateriaal.boek import VERSIES, Alinea, Boek, Deel, Kop, Lijst, Tabel, Versie
from handboek.lesmateriaal.items import materiaal
from handboek.lesmateriaal.materiaal import Materiaal
from handboek.models.basis import Stilte
from handboek.models.begrip import Begrip
from handboek.models.leerpad import Activiteit, Leerpad, Sessie
from handboek.uitwisseling.gedeeld import gewijzigd
from handboek.vergelijken.regels import uitspraken, zin
from handboek.vergelijken.waarde import Regel
from handboek.words import datum, opsomming

UITLEG = (
    "Een getal tussen haken wijst naar de bronnen achterin. Wat geen getal heeft, is van de redactie van het handboek.",
    "niet vermeld: de bron zwijgt. onbekend: gezocht, niet gevonden. n.v.t.: past hier niet. nee: dit is er niet.",
)


def boek(kb: KnowledgeBase, id_: str, versie: Versie) -> Boek:
    """One version of a curriculum; participants get what `voor_deelnemers` leaves of it."""
    heel = kb.all(Leerpad)[id_]
    pad = heel if versie == "docent" else voor_deelnemers(heel)
    opbouw = _Opbouw(kb, pad, _bijlagen(kb, pad, versie))
    keys = [Key(Leerpad.kind, id_), *(_key(item) for item in gebruikt(pad))]
    return Boek(pad.naam, versie, gewijzigd(kb, keys)[:10], tuple(opbouw.delen(VERSIES[versie])))


def gebruikt(pad: Leerpad) -> list[str]:
    """The addresses of the items that a curriculum uses, each once, in its order."""
    return list(dict.fromkeys(item for sessie in pad.sessies for deel in sessie.activiteiten for item in deel.items))


def _key(adres: str) -> Key:
    folder, _, id_ = adres.partition("/")
    return Key(KIND_OF_FOLDER[folder], id_)


def naam_van(kb: KnowledgeBase, adres: str) -> str:
    """The name of the item with this address."""
    return kb.item(_key(adres)).naam


def _bijlagen(kb: KnowledgeBase, pad: Leerpad, versie: Versie) -> dict[str, tuple[int, Materiaal]]:
    """By address the material of the items used, numbered from 1."""
    gemaakt = ((adres, materiaal(kb, _key(adres))) for adres in gebruikt(pad))
    bladen = {adres: een if versie == "docent" else voor_deelnemers(een) for adres, een in gemaakt if een}
    return {adres: (nummer, een) for nummer, (adres, een) in enumerate(bladen.items(), 1)}


class _Opbouw:
    """The parts of the document, one method per chapter."""

    def __init__(self, kb: KnowledgeBase, pad: Leerpad, bijlagen: dict[str, tuple[int, Materiaal]]) -> None:
        self.kb, self.pad, self.bijlagen = kb, pad, bijlagen

    def delen(self, versie: str) -> Iterator[Deel]:
        yield from self._voorkant(versie)
        yield from self._programma()
        for nummer, sessie in enumerate(self.pad.sessies, 1):
            yield from self._sessie(nummer, sessie)
        yield from self._toetsing()
        if self.bijlagen:
            yield Kop(1, "Bijlagen", blad=True)
            yield Lijst(
                tuple(Regel(een.naam) for _, een in self.bijlagen.values()),
                tuple(f"{n}." for n, _ in self.bijlagen.values()),
            )
        for nummer, een in self.bijlagen.values():
            yield from bijlage(self.kb, nummer, een)

    def _voorkant(self, versie: str) -> Iterator[Deel]:
        pad, wie = self.pad, self.pad.deelnemers
        yield Alinea(Regel(f"Leerpad uit het Handboek wijkwerk, {versie}."))
        yield from (Alinea(regel) for regel in uitspraken(self.kb, (pad.samenvatting,)))
        rijen = [("Voor wie", wie.omschrijving), ("Instapniveau", wie.instapniveau), ("Groep", self._groep())]
        thuis = f", en {uren(pad.thuis)} opdrachten ertussen" if pad.thuis else ""
        rijen.append(("Omvang", f"{len(pad.sessies)} bijeenkomsten, samen {uren(pad.contact)}{thuis}"))
        if pad.na:
            rijen.append(("Na", opsomming(self.kb.all(Leerpad)[id_].naam for id_ in pad.na)))
        rijen.append(("Register", pad.spoor))
        yield Lijst(tuple(Regel(f"{kop}. {tekst}", kop=f"{kop}.") for kop, tekst in rijen))
        yield from (Alinea(Regel(regel)) for regel in UITLEG)
        yield Kop(1, "Wat je na afloop kunt")
        yield Lijst(tuple(self._uitkomsten()), tuple(f"{n}." for n in range(1, len(pad.leeruitkomsten) + 1)))
        yield Kop(2, "Wat je vooraf weet of doet")
        yield Lijst(uitspraken(self.kb, pad.voorkennis))

    def _groep(self) -> str:
        groep = self.pad.deelnemers.groep
        meer = f". {groep.toelichting.tekst}" if groep.toelichting else ""
        return f"{groep.minimaal} tot {groep.maximaal} deelnemers{meer}"

    def _uitkomsten(self) -> Iterator[Regel]:
        for een in self.pad.leeruitkomsten:
            kop = f"{een.werkwoord[:1].upper()}{een.werkwoord[1:]}."
            waar = f"({naam_van(self.kb, f'competenties/{een.competentie}')}, {een.niveau})"
            yield zin(self.kb, f"{kop} {een.tekst} {waar}", een.bron, kop=kop)

    def _programma(self) -> Iterator[Deel]:
        yield Kop(1, "Programma", blad=True)
        for nummer, sessie in enumerate(self.pad.sessies, 1):
            yield Kop(2, _titel(nummer, sessie))
            yield Tabel(
                ("Tijd", "Onderdeel", "Werkvorm", "Uitleg", "Oefenen"), tuple(self._rijen(sessie)), (16, 40, 18, 12, 14)
            )

    def _rijen(self, sessie: Sessie) -> Iterator[tuple[tuple[Regel, ...], ...]]:
        for vak in tijdvakken(sessie):
            deel = vak.activiteit
            tijd = f"{kloktijd(sessie, vak.begin)}–{kloktijd(sessie, vak.eind)}"
            duur = (f"{minuten} min" if minuten else "–" for minuten in (deel.uitleg, deel.oefenen))
            cellen = (tijd, deel.naam, self.kb.all(Begrip)[deel.werkvorm].naam, *duur)
            yield tuple((Regel(cel),) for cel in cellen)
            if vak.pauze:
                yield tuple(
                    (Regel(cel),) for cel in (kloktijd(sessie, vak.eind), f"Pauze, {vak.pauze} minuten", "–", "–", "–")
                )

    def _sessie(self, nummer: int, sessie: Sessie) -> Iterator[Deel]:
        yield Kop(1, f"Bijeenkomst {_titel(nummer, sessie)}", blad=True)
        if sessie.docent:
            yield voor_docent(sessie.docent)
        for vak in tijdvakken(sessie):
            yield Kop(2, f"{kloktijd(sessie, vak.begin)} {vak.activiteit.naam}")
            yield from self._activiteit(vak.activiteit)

    def _activiteit(self, deel: Activiteit) -> Iterator[Deel]:
        yield Alinea(zin(self.kb, deel.tekst, deel.bron))
        if deel.opdracht:
            thuis = f", {uren(deel.opdracht.thuis)} buiten de bijeenkomst" if deel.opdracht.thuis else ""
            kop = f"Opdracht{thuis}."
            yield Alinea(zin(self.kb, f"{kop} {deel.opdracht.tekst}", deel.opdracht.bron, kop=kop))
        if deel.materiaal:
            yield Alinea(Regel(f"Klaarleggen: {'; '.join(deel.materiaal)}.", kop="Klaarleggen:"))
        if deel.items:
            yield Alinea(
                Regel(f"Uit het handboek: {'; '.join(map(self._verwijst, deel.items))}.", kop="Uit het handboek:")
            )
        for elders in deel.koppelingen:
            yield Alinea(Regel(f"Elders: {elders.naam}, {elders.url}. {elders.waarom}", kop="Elders:"))
        if deel.docent:
            yield voor_docent(deel.docent)
        if deel.opdracht and deel.opdracht.uitwerking:
            yield voor_docent(f"Uitwerking van de opdracht: {deel.opdracht.uitwerking}")

    def _verwijst(self, adres: str) -> str:
        waar = f", bijlage {self.bijlagen[adres][0]}" if adres in self.bijlagen else ""
        return f"{naam_van(self.kb, adres)} ({KINDS[_key(adres).kind].enkelvoud}{waar})"

    def _toetsing(self) -> Iterator[Deel]:
        toetsing = self.pad.toetsing
        yield Kop(1, "Hoe je ziet of het gelukt is", blad=True)
        yield Lijst(uitspraken(self.kb, toetsing.wijze))
        if toetsing.docent:
            yield voor_docent(toetsing.docent)
        if isinstance(toetsing.rubriek, Stilte):
            yield Alinea(Regel(f"Beoordeling met criteria: {toetsing.rubriek.tekst}"))
            return
        yield Kop(2, "Waar je op let")
        rijen = tuple(
            tuple(
                (zin(self.kb, tekst, rij.bron),)
                for tekst in (rij.criterium, rij.nog_niet, rij.gehaald, rij.overtuigend)
            )
            for rij in toetsing.rubriek
        )
        yield Tabel(("Criterium", "Nog niet", "Gehaald", "Overtuigend"), rijen, (19, 27, 27, 27))


def _titel(nummer: int, sessie: Sessie) -> str:
    dag = f", {datum(sessie.datum)}" if sessie.datum else ""
    return f"{nummer}. {sessie.naam} ({uren(sessie.duur)}{dag})"
