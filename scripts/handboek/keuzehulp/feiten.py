"""From the fields of approaches and methods to facts: the statements, and the answers that they go with."""

from collections.abc import Iterable, Iterator

from handboek.keuzehulp.oordeel import Feit, Zegt
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import REDACTIE, Stilte, Verwijzing
from handboek.models.begrip import Begrip
from handboek.models.delen import Voorwaarde
from handboek.models.interventie import Interventie
from handboek.models.methode import Methode
from handboek.models.rol import Rol
from handboek.queries import wider
from handboek.sources import Herkomst

JA, NEE = "ja", "nee"
BETALERS = ("gemeente", "rijk", "partner", "bewoners")
NIET_VAN_TOEPASSING = Feit(stilte="n.v.t.")
VAN_REDACTIE: Herkomst = (Verwijzing(bron=REDACTIE),)
MEEST_GENOEMD = 5
"""How many partners a fact names before it only counts them."""


def themas(kb: KnowledgeBase, _: str, item: Interventie | Methode) -> Feit:
    """The themes under which the editors put an item."""
    return Feit((_ordening(kb, item.themas, item.themas),) if item.themas else ())


def doelgroepen(kb: KnowledgeBase, _: str, item: Interventie | Methode) -> Feit:
    """For whom it is: a group goes with itself and with every group that is part of it."""
    groups = kb.begrippen("doelgroep")
    covered = tuple(id_ for id_ in groups if set(wider(groups, id_)) & set(item.doelgroepen))
    zegt = [_ordening(kb, item.doelgroepen, covered)] if item.doelgroepen else []
    gezegd = item.doelgroep if isinstance(item, Interventie) else ()
    return Feit((*zegt, *(Zegt(said.tekst, covered, said.bron) for said in gezegd or ())))


def _ordening(kb: KnowledgeBase, ids: Iterable[str], waarden: tuple[str, ...]) -> Zegt:
    names = [kb.all(Begrip)[id_].naam for id_ in ids]
    return Zegt(", ".join([names[0], *(name[:1].lower() + name[1:] for name in names[1:])]), waarden, VAN_REDACTIE)


def treden(kb: KnowledgeBase, _: str, item: Interventie) -> Feit:
    """The steps of the ladder from the lowest to the highest that it works on."""
    if item.ladder is None:
        return Feit()
    all_ = list(kb.begrippen("trede"))
    low, high = all_.index(item.ladder.van), all_.index(item.ladder.tot)
    text = f"Van {kb.all(Begrip)[all_[low]].naam} tot {kb.all(Begrip)[all_[high]].naam}"
    return Feit((Zegt(text, tuple(all_[low : high + 1]), item.ladder.bron),))


def gebied(_: KnowledgeBase, __: str, item: Interventie) -> Feit:
    """Where it was: in a city or in villages."""
    where = ", ".join(filter(None, (item.plaats.gemeente, item.plaats.wijk)))
    return Feit(
        (Zegt(f"{item.plaats.gebiedstype.capitalize()}: {where}", (item.plaats.gebiedstype,), item.plaats.bron),)
    )


def gebied_van_methode(kb: KnowledgeBase, id_: str, _: Methode) -> Feit:
    """Where approaches used the method; that they did so there says nothing about elsewhere."""
    users = [kb.all(Interventie)[user] for user in kb.referring(Key(Methode.kind, id_), Interventie.kind, "methoden")]
    return Feit(
        tuple(
            Zegt(
                f"Gebruikt in {user.plaats.gemeente} ({user.plaats.gebiedstype})",
                (user.plaats.gebiedstype,),
                user.plaats.bron,
            )
            for user in users
        ),
        open=True,
    )


def schaal(_: KnowledgeBase, __: str, item: Interventie) -> Feit:
    """How large an area it covered."""
    if isinstance(item.schaal, Stilte):
        return Feit(stilte=item.schaal.tekst)
    return Feit(tuple(Zegt(said.tekst, (said.niveau,) if said.niveau else (), said.bron) for said in item.schaal))


def geld(kb: KnowledgeBase, _: str, item: Interventie) -> Feit:
    """Who paid, and whom it asks for money."""
    asked = tuple(
        Zegt(said.tekst, (said.aan,), said.bron)
        for said, _ in _voorwaarden(kb, item)
        if "geld" in said.waarvan and said.aan in BETALERS
    )
    if isinstance(item.financiering, Stilte):
        return Feit(asked, item.financiering.tekst)
    return Feit((*(Zegt(said.tekst, said.betaalt, said.bron) for said in item.financiering), *asked))


def mandaat(kb: KnowledgeBase, id_: str, item: Interventie) -> Feit:
    """What workers may decide for others, and whether it is asked for."""
    given = tuple(
        Zegt(f"{m.organisatie}: {'wat mag, is ' if m.mag.afwezig else ''}{m.mag.tekst}", (JA,), m.bron)
        for m in item.mandaten or ()
        if m.vorm == "mandaat"
    )
    asked = gevraagd(kb, id_, item, "mandaat")
    silent = item.mandaten.tekst if isinstance(item.mandaten, Stilte) else asked.stilte
    return Feit((*given, *asked.zegt), silent)


def gevraagd(kb: KnowledgeBase, _: str, item: Interventie, waarvan: str) -> Feit:
    """What the approach and the roles in it ask of others: it goes with an offer of that."""
    zegt = tuple(
        Zegt(f"{said.aan.capitalize()}{voor}: {said.tekst}", (JA,), said.bron)
        for said, voor in _voorwaarden(kb, item)
        if waarvan in said.waarvan
    )
    return Feit(zegt, item.vraagt.tekst if isinstance(item.vraagt, Stilte) and not item.rollen else "niet vermeld")


def partners(kb: KnowledgeBase, _: str, item: Interventie) -> Feit:
    """Who took part, and what is asked of them."""
    asked = tuple(
        Zegt(said.tekst, (JA,), said.bron)
        for said, _ in _voorwaarden(kb, item)
        if said.aan == "partner" or "partners" in said.waarvan
    )
    if isinstance(item.partners, Stilte):
        return Feit(asked, item.partners.tekst)
    first = item.partners[:MEEST_GENOEMD]
    more = len(item.partners) - len(first)
    names = ", ".join(partner.naam for partner in first) + (f" en nog {more}" if more else "")
    sources = tuple(dict.fromkeys(v for p in first for v in (p.doet.bron if p.doet else p.bron) or ()))
    return Feit((Zegt(f"Doen mee: {names}", (JA,), sources), *asked))


def _voorwaarden(kb: KnowledgeBase, item: Interventie) -> Iterator[tuple[Voorwaarde, str]]:
    """What the approach asks, then what the roles in it ask, with the words that tell for whom."""
    for said in item.vraagt or ():
        yield said, ""
    for rol in (kb.all(Rol)[id_] for id_ in item.rollen):
        for said in rol.vraagt or ():
            yield said, f", voor de {rol.naam.lower()}"


def tijd_van_methode(_: KnowledgeBase, __: str, item: Methode) -> Feit:
    """How much time a method takes, and what it says about having time."""
    known = () if item.tijd.afwezig else (Zegt(item.tijd.tekst, (JA,), item.tijd.bron),)
    needed = nodig(item, "tijd", (JA,))
    return Feit((*known, *needed.zegt), item.tijd.tekst if item.tijd.afwezig else needed.stilte)


def nodig(item: Methode, waarvan: str, waarden: tuple[str, ...]) -> Feit:
    """What a method says that it needs of this."""
    if isinstance(item.nodig, Stilte):
        return Feit(stilte=item.nodig.tekst)
    return Feit(tuple(Zegt(said.tekst, waarden, said.bron) for said in item.nodig if waarvan in said.waarvan))
