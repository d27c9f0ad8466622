"""Lines about what is asked and of whom, and about the dilemmas of roles."""

from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import Stilte
from handboek.models.delen import Voorwaarde
from handboek.models.dilemma import Dilemma
from handboek.prose import plain_text
from handboek.vergelijken.regels import plekken, uitspraak, zin
from handboek.vergelijken.waarde import Cel, Regel


def gevraagd(kb: KnowledgeBase, wie: str, vraagt: Stilte | tuple[Voorwaarde, ...], waarvoor: str = "") -> Cel:
    """What is asked of one addressee, with how strongly; empty when others are asked something and this one not."""
    if isinstance(vraagt, Stilte):
        return (uitspraak(kb, vraagt),)
    regels = []
    for voorwaarde in vraagt:
        if voorwaarde.aan == wie:
            zwaarte = "" if voorwaarde.zwaarte == "niet vermeld" else voorwaarde.zwaarte
            erbij = ", ".join(filter(None, (zwaarte, waarvoor)))
            regels.append(zin(kb, f"{voorwaarde.tekst} ({erbij})" if erbij else voorwaarde.tekst, voorwaarde.bron))
    return tuple(regels)


def dilemma(kb: KnowledgeBase, id_: str, item: Dilemma) -> Regel:
    """A dilemma in a sentence."""
    gezegd = "" if item.samenvatting.afwezig else f": {plain_text(item.samenvatting.tekst)}"
    return Regel(f"{item.naam}{gezegd}", plekken(kb, item.samenvatting.bron), Key("dilemma", id_), kop=item.naam)
