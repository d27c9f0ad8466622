"""A curriculum: its coverage is one rule, its hours are computed, and participants never see the teacher's text."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT
from handboek.cli import cli
from handboek.knowledge import Key, KnowledgeBase
from handboek.leerpaden.dekking import Cel, Dekking, Rij, bereken, dekking
from handboek.leerpaden.kennis import Kennis, Onderdeel, Plan, Uitkomst, heel_handboek, kennis_van, plan_van, vraagt
from handboek.leerpaden.klok import kloktijd, tijdvakken
from handboek.leerpaden.versies import deelnemersteksten, docentteksten, voor_deelnemers
from handboek.models.basis import VOOR_DOCENT, Intrekking, Uitspraak
from handboek.models.competentie import Competentie
from handboek.models.leerpad import Leerpad
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving
from handboek.pages.glossary import Glossary
from handboek.pages.overviews import HUBS
from handboek.pages.render import NOWHERE, render_hub, render_item
from handboek.walk import annotations, parts

RUNS = 60


def _generated(kb: KnowledgeBase, seed: int) -> tuple[Plan, str | None]:
    """A plan of random outcomes, sessions and items, and a random role or none."""
    rng = random.Random(seed)
    competenties = list(kb.all(Competentie))
    outcomes = tuple(Uitkomst(f"u{n}", rng.choice(competenties)) for n in range(rng.randint(1, 6)))
    items = sorted(heel_handboek(kb))
    sessies = tuple(
        tuple(
            Onderdeel(
                f"deel {n}",
                rng.randrange(0, 60, 5),
                tuple(rng.sample([u.id for u in outcomes], rng.randint(1, len(outcomes)))),
                tuple(rng.sample(items, rng.randint(0, 4))),
            )
            for n in range(rng.randint(1, 4))
        )
        for _ in range(rng.randint(1, 5))
    )
    return Plan(outcomes, sessies), rng.choice([None, *kb.all(Rol)])


def plans(kb: KnowledgeBase) -> Iterator[tuple[Plan, str | None]]:
    yield from (_generated(kb, seed) for seed in range(RUNS))
    yield from ((plan_van(leerpad), leerpad.deelnemers.rol) for leerpad in kb.all(Leerpad).values())


def _cells(covered: Dekking) -> dict[tuple[str, str], tuple[Cel, ...]]:
    return {(rij.soort, rij.id): rij.cellen for rij in covered.rijen if rij.cellen}


def _without(cells: tuple[Cel, ...], gone: int) -> tuple[Cel, ...]:
    """The cells of the other sessions, which move up."""
    return tuple(cel._replace(sessie=cel.sessie - (cel.sessie > gone)) for cel in cells if cel.sessie != gone)


def test_removing_a_session_opens_exactly_its_cells(kb: KnowledgeBase) -> None:
    for plan, rol in plans(kb):
        kennis = kennis_van(kb, plan, rol)
        before = _cells(bereken(kennis, plan))
        for gone in range(1, len(plan.sessies) + 1):
            rest = replace(plan, sessies=plan.sessies[: gone - 1] + plan.sessies[gone:])
            expected = {row: left for row, cells in before.items() if (left := _without(cells, gone))}
            assert _cells(bereken(kennis, rest)) == expected


def test_what_is_open_is_what_is_asked_and_not_covered(kb: KnowledgeBase) -> None:
    for plan, rol in plans(kb):
        covered = bereken(kennis_van(kb, plan, rol), plan)
        competenties, verschuivingen = vraagt(kb, rol)
        asked = {("competenties", id_) for id_ in (*competenties, *(u.competentie for u in plan.uitkomsten))}
        asked |= {("verschuivingen", id_) for id_ in verschuivingen} | {("uitkomsten", u.id) for u in plan.uitkomsten}
        assert {(rij.soort, rij.id) for rij in covered.rijen if rij.gevraagd} == asked
        done = {(rij.soort, rij.id) for rij in covered.rijen if any(cel.dekt for cel in rij.cellen)}
        assert {(rij.soort, rij.id) for rij in covered.open} == asked - done


def test_every_suggestion_fills_the_hole_that_it_is_for(kb: KnowledgeBase) -> None:
    for plan, rol in plans(kb):
        kennis = kennis_van(kb, plan, rol)
        covered = bereken(kennis, plan)
        holes = {(rij.soort, rij.id): rij for rij in covered.open}
        used = {item for sessie in plan.sessies for deel in sessie for item in deel.items}
        assert len(set(covered.voorstellen)) == len(covered.voorstellen)
        for soort, voor, item in covered.voorstellen:
            assert (soort, voor) in holes
            assert item not in used
            more = replace(plan, sessies=(*plan.sessies, (Onderdeel("nieuw", 30, (), (item,)),)))
            assert _row(bereken(kennis, more), soort, voor).cellen[-1].sessie == len(more.sessies)


def _row(covered: Dekking, soort: str, id_: str) -> Rij:
    return next(rij for rij in covered.rijen if (rij.soort, rij.id) == (soort, id_))


def test_what_a_plan_needs_to_know_gives_the_same_as_all_there_is(kb: KnowledgeBase) -> None:
    """A browser has the whole handbook at hand; a page of one curriculum only what it needs."""
    all_items = heel_handboek(kb)
    for plan, rol in plans(kb):
        whole = Kennis(all_items, rol, *vraagt(kb, rol))
        assert bereken(whole, plan).als_json() == bereken(kennis_van(kb, plan, rol), plan).als_json()


def test_input_and_result_are_json(kb: KnowledgeBase) -> None:
    for plan, rol in plans(kb):
        kennis = kennis_van(kb, plan, rol)
        for data in (plan.als_json(), kennis.als_json(), bereken(kennis, plan).als_json()):
            assert json.dumps(json.loads(json.dumps(data))) == json.dumps(data)


def test_a_competency_is_covered_by_an_outcome_or_by_itself_and_touched_by_what_shows_it(
    example: KnowledgeBase,
) -> None:
    def state(*items: str, dient: tuple[str, ...] = ()) -> str:
        plan = Plan((Uitkomst("horen", "luisteren"),), ((Onderdeel("deel", 20, dient, items),),))
        return _row(bereken(kennis_van(example, plan, "straatwerker"), plan), "competenties", "luisteren").staat

    assert state(dient=("horen",)) == "gedekt"
    assert state("competenties/luisteren") == "gedekt"
    assert state("methoden/aanbellen") == "geraakt"
    assert state("begrippen/wonen") == "gat"


def test_a_withdrawn_item_is_never_suggested(kb: KnowledgeBase) -> None:
    leerpad = kb.all(Leerpad)["kennismaking-voor-beleid"]
    found = dekking(kb, leerpad, "wijkcoach").voorstellen
    gone = next(v.item for v in found if v.item.startswith("methoden/"))
    assert gone not in {v.item for v in dekking(_withdrawn(kb, gone), leerpad, "wijkcoach").voorstellen}


def _withdrawn(kb: KnowledgeBase, address: str) -> KnowledgeBase:
    """The same knowledge, with this method withdrawn."""
    key = Key("methode", address.partition("/")[2])
    entry = kb.entries[key]
    assert entry.item is not None
    why = Intrekking(op="2026-11-22", reden=Uitspraak(tekst="Het bleek niet te kloppen."))
    item = entry.item.model_copy(update={"ingetrokken": why})
    return KnowledgeBase.of(
        entry._replace(item=item) if key == other else entry_ for other, entry_ in kb.entries.items()
    )


def test_a_withdrawn_item_says_so_on_its_page_and_in_its_catalogue(kb: KnowledgeBase) -> None:
    changed = _withdrawn(kb, "methoden/schaalvraag")
    page = render_item(changed, Key("methode", "schaalvraag"), "X", NOWHERE, Glossary(changed)).body
    assert "Ingetrokken" in page
    assert "22 november 2026" in page
    hub = next(hub for hub in HUBS if hub.path == "methoden/index.html")
    assert render_hub(changed, hub, "X").body.count(">ingetrokken<") == 1


# --- Versions --------------------------------------------------------------------------------------


def test_the_marked_fields_are_the_teachers_and_no_others(kb: KnowledgeBase) -> None:
    marked = set()
    for part in {type(part) for leerpad in kb.all(Leerpad).values() for _, part in parts(leerpad)}:
        marked |= {f"{part.__name__}.{name}" for name in part.model_fields if VOOR_DOCENT in annotations(part, name)}
    assert marked == {"Opdracht.uitwerking", "Activiteit.docent", "Sessie.docent", "Toetsing.docent"}


def test_participants_see_nothing_of_the_teachers(kb: KnowledgeBase) -> None:
    for leerpad in kb.all(Leerpad).values():
        hidden = {text for _, text in docentteksten(leerpad)}
        assert len(hidden) > 10
        shown = "\n".join(text for _, text in deelnemersteksten(leerpad))
        assert not [text for text in hidden if text in shown]
        assert not list(docentteksten(voor_deelnemers(leerpad)))
        assert voor_deelnemers(leerpad).contact == leerpad.contact


def test_the_page_keeps_the_teachers_text_behind_a_disclosure_that_says_so(kb: KnowledgeBase) -> None:
    for id_, leerpad in kb.all(Leerpad).items():
        tree = LexborHTMLParser(render_item(kb, Key("leerpad", id_), "X", NOWHERE, Glossary(kb)).body)
        folds = tree.css("details.docent")
        assert folds
        assert all(fold.css_first("summary").text().startswith("Alleen voor de docent") for fold in folds)
        for fold in folds:
            fold.decompose()
        rest = _words(tree.body.text() if tree.body else "")
        assert not [text for _, text in docentteksten(leerpad) if _words(text) in rest]


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


# --- Hours -----------------------------------------------------------------------------------------


def test_hours_are_computed_and_sessions_fit(kb: KnowledgeBase) -> None:
    for leerpad in kb.all(Leerpad).values():
        assert leerpad.contact == sum(sessie.duur for sessie in leerpad.sessies)
        for sessie in leerpad.sessies:
            vakken = tijdvakken(sessie)
            assert vakken[0].begin == 0
            assert vakken[-1].eind + vakken[-1].pauze == sessie.gepland <= sessie.duur
            for before, after in pairwise(vakken):
                assert after.begin == before.eind + before.pauze


def test_the_clock_runs_from_the_begin_where_that_is_known(kb: KnowledgeBase) -> None:
    sessie = kb.all(Leerpad)["startende-sociaal-makelaar"].sessies[0]
    assert kloktijd(sessie, 65) == "1:05"
    assert kloktijd(sessie.model_copy(update={"van": "13:30"}), 65) == "14:35"
    assert kloktijd(sessie.model_copy(update={"van": "09:00"}), 0) == "09:00"


# --- The editors' curricula --------------------------------------------------------------------------


def test_the_editors_curricula_are_complete(kb: KnowledgeBase) -> None:
    assert len(kb.all(Leerpad)) == 3
    for id_, leerpad in kb.all(Leerpad).items():
        activiteiten = [a for sessie in leerpad.sessies for a in sessie.activiteiten]
        kinds = {item.partition("/")[0] for a in activiteiten for item in a.items}
        asked = {
            "verschuivingen",
            "competenties",
            "methoden",
            "dilemmas",
            "praktijkvoorbeelden",
            "interventies",
            "begrippen",
        }
        assert asked <= kinds, id_
        assert {rij.uitkomst for rij in leerpad.toetsing.rubriek or ()} == {u.id for u in leerpad.leeruitkomsten}, id_
        opdrachten = [a.opdracht for a in activiteiten if a.opdracht]
        assert len(opdrachten) >= len(leerpad.sessies), id_
        assert all(opdracht.uitwerking for opdracht in opdrachten), id_
        assert any(a.materiaal for a in activiteiten), id_
        assert all(a.docent for a in activiteiten), id_
        assert all(any(a.pauze for a in sessie.activiteiten) for sessie in leerpad.sessies), id_
        assert not [rij for rij in dekking(kb, leerpad).uitkomsten if rij.open], id_


def test_the_sociaal_makelaar_learns_most_of_what_the_role_names(kb: KnowledgeBase) -> None:
    leerpad = kb.all(Leerpad)["startende-sociaal-makelaar"]
    covered = dekking(kb, leerpad)
    asked = set(vraagt(kb, "sociaal-makelaar")[0])
    assert len([rij for rij in covered.competenties if rij.id in asked and rij.staat == "gedekt"]) >= 10
    for number, sessie in enumerate(leerpad.sessies, 1):
        kinds = {item.partition("/")[0] for activiteit in sessie.activiteiten for item in activiteit.items}
        assert kinds & {"dilemmas", "praktijkvoorbeelden"}, number


# --- The command -------------------------------------------------------------------------------------


def test_the_command_says_what_the_rule_says(kb: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    arguments = ["leerpad", "coverage", "kennismaking-voor-beleid", "--rol", "wijkcoach"]
    said = CliRunner().invoke(cli, [*arguments, "--format", "json"], catch_exceptions=False).stdout
    covered = dekking(kb, kb.all(Leerpad)["kennismaking-voor-beleid"], "wijkcoach")
    assert json.loads(said) == json.loads(json.dumps(covered.als_json()))
    text = CliRunner().invoke(cli, arguments, catch_exceptions=False).stdout
    for rij in covered.open:
        name = kb.all({"competenties": Competentie, "verschuivingen": Verschuiving}[rij.soort])[rij.id].naam  # type: ignore[type-abstract]
        assert name in text
    assert all(voorstel.item in text for voorstel in covered.voorstellen)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["niets"], "‘niets’ is geen leerpad. Kies uit: "),
        (["startende-sociaal"], "‘startende-sociaal’ is geen leerpad. Bedoelde u startende-sociaal-makelaar?"),
        (["startende-sociaal-makelaar", "--rol", "wijkcoch"], "‘wijkcoch’ is geen rol. Bedoelde u wijkcoach"),
    ],
)
def test_wrong_use_is_said(monkeypatch: pytest.MonkeyPatch, arguments: list[str], reason: str) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(cli, ["leerpad", "coverage", *arguments], standalone_mode=False)
    assert str(getattr(result.exception, "message", "")).startswith(reason)
