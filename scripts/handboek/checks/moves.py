"""What moved arrives: an old address is free, and leads to an item in one step."""

from collections.abc import Iterator

from handboek.checks.common import at
from handboek.findings import Finding
from handboek.kinds import KIND_OF_FOLDER, VERHUISD
from handboek.knowledge import Key, KnowledgeBase
from handboek.loading import name_finding


def moves_arrive(kb: KnowledgeBase) -> Iterator[Finding]:
    """Ensure an old id is no item any more and moved once, and a new one is an item that did not move on."""
    olds = [one.van for one in kb.verhuisd]
    gone = {van for van in olds if not _wrong_old(kb, van, [])[0]}
    for number, one in enumerate(kb.verhuisd):
        for field, message, tip in (
            ("van", *_wrong_old(kb, one.van, olds[:number])),
            ("naar", *_wrong_new(kb, one.naar, gone)),
        ):
            if message:
                place = ("verhuisd", number, field)
                yield at(kb.lists[VERHUISD], place, "R08", f"‘{getattr(one, field)}’ {message}", tip)


def _wrong_old(kb: KnowledgeBase, address: str, earlier: list[str]) -> tuple[str, str]:
    folder, _, id_ = address.partition("/")
    if folder not in KIND_OF_FOLDER or name_finding("", id_):
        return "kan nooit een item zijn geweest", "Schrijf de map en de oude id: methoden/aanbellen-in-de-buurt."
    if Key(KIND_OF_FOLDER[folder], id_) in kb.entries:
        return "bestaat nog", "Haal de verhuizing weg, of geef het item de nieuwe id."
    return ("staat er al", "Houd één verhuizing over.") if address in earlier else ("", "")


def _wrong_new(kb: KnowledgeBase, address: str, gone: set[str]) -> tuple[str, str]:
    folder, _, id_ = address.partition("/")
    if address in gone:
        return "is zelf verhuisd", "Noem het adres waar het item nu staat; elke stap meer kost de lezer tijd."
    if Key(KIND_OF_FOLDER.get(folder, ""), id_) not in kb.entries:
        return "bestaat niet", "Noem het adres waar het item nu staat."
    return "", ""
