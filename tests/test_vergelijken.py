"""Side by side: the cells say what the sources say, silence stays silence, and every form carries the same cells."""

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import MergedCell

from handboek.commands.compare import FORMATS
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.interventie import Interventie
from handboek.models.rol import Rol
from handboek.queries import GEADRESSEERDEN
from handboek.vergelijken.als_xlsx import VERVOLG
from handboek.vergelijken.nota import Nota
from handboek.vergelijken.vergelijk import compare
from handboek.vergelijken.vormen import VORMEN
from handboek.vergelijken.waarde import Cel, Groep, Kolom, Regel, Rij, Vergelijking

DRIE = ("frontlijnaanpak", "participatiecoaches-arnhem", "wijkcoaches-velve-lindenhof")
DAG = "2026-11-22"

# row: Leeuwarden, Arnhem, Enschede; each line with its sections, as the long report has it
VERWACHT: dict[str, tuple[list[str], list[str], list[str]]] = {
    "Begin": (
        [
            "2007 §1 §3.1.1",
        ],
        [
            "2008 §7.1.1",
        ],
        [
            "2008 §9.1.1",
        ],
    ),
    "Einde": (
        [
            "niet vermeld",
        ],
        [
            "niet vermeld",
        ],
        [
            "niet vermeld",
        ],
    ),
    "Geld": (
        [
            "Het geld komt voor tien jaar uit het budget voor de Vogelaarwijken. §3.1.2",
            "Toch is vanaf 2013 onduidelijk hoe het met de pilot en het geld verdergaat. Een bedrag noemt de bron niet. §3.1.2",
        ],
        [
            "Het ministerie van SZW gaf subsidie voor uitvoering en ontwikkeling. Daaruit is de scholing van de coaches betaald. §7.1.2",
            "Na het experiment stelde de gemeente zelf geld beschikbaar. Zij betaalt de salarissen uit het participatiebudget. §7.1.2",
            "De gemeente bezuinigt, maar nog niet op de coaches. Op ondersteunende diensten wel. §7.1.2",
            "Tot 2014 moet er geld van andere partijen bij komen. §7.1.2",
            "Drie coaches waren twee jaar gedetacheerd vanuit het UWV. §7.1.2",
            "Bedragen staan niet in de bron. redactie",
        ],
        [
            "De gemeente betaalt en drie woningcorporaties betalen mee. Daarom beslissen zij mee over de plannen. §9.1.2",
            "Bedragen en kosten per wijkcoach staan niet in de bron. redactie",
        ],
    ),
    "Looptijd": (
        [
            "Er is geld voor tien jaar. Toch is vanaf 2013 onduidelijk hoe het team en het geld doorlopen. §3.1.2",
        ],
        [
            "Het begon in 2008 als experiment. Het UWV deed twee jaar mee; de gemeente ging daarna door. Tot 2014 moet er ook geld van buiten komen. §7.1.1 §7.1.2",
        ],
        [
            "Er is geen einddatum. In 2012 had elk stadsdeel van Enschede een wijkcoach. §9.1.1 §9.1.2",
        ],
    ),
    "Geëvalueerd": (
        [
            "gepland; door wie: niet vermeld §3.2.2",
            "Officiële resultaten zijn er nog niet. De evaluatie van de pilot staat voor 2012 gepland. §3.2.2",
            "Maar: Het rapport is van november 2012 en noemt geen uitkomst. redactie",
        ],
        [
            "niet vermeld §7.2.1 §7.2.2",
            "De coaches schrijven voortgangsrapportages over hoeveel bewoners zij bereiken, hoe die op de participatieladder stijgen en wie werk, een eigen bedrijf of een opleiding heeft. Per bewoner is de B-KIJK elk half jaar een meting. De uitkomsten staan niet in deze bron. §7.2.1 §7.2.2",
        ],
        [
            "ja, door de onderzoekers van de tussenrapportage (2011) en de eindrapportage (2012) §9.1.2 §9 redactie",
            "Er is geëvalueerd. De bron vermeldt de uitkomst in grote lijnen en noemt de twee rapporten in haar bronnenlijst. Dat de uitkomst daaruit komt, leidt de redactie af. §9.1.2 §9 redactie",
            "Maar: De bron noemt de vooruitgang meetbaar, maar geeft geen enkel cijfer. Voor de cijfers moet je bij de rapporten zelf zijn. §9.2.2 redactie",
        ],
    ),
    "Mandaten": (
        [
            "niet vermeld",
        ],
        [
            "niet vermeld",
        ],
        [
            "woningcorporatie (Wonen, Werk en Inkomen): De coach handelt ook als consulent van de woningcorporatie. §9.1.3 redactie §9.2.1",
            "gemeente DMO W&B (werk en bijstand) (Wonen, Werk en Inkomen): De coach handelt ook als consulent Werk en Bijstand. Een coach vertelt dat zij kan korten op een uitkering en die kan stopzetten. §9.1.3 redactie §9.2.1 §9.3.3",
            "Stadsbank: De coach handelt ook als schuldhulpverlener. Dat die rol bij dit mandaat hoort, leidt de redactie af. §9.1.3 §9.2.1 redactie",
            "Gemeente Leerplicht (Onderwijs/scholing): De coach handelt ook als leerplichtambtenaar. §9.1.3 redactie §9.2.1",
            "Gemeente zorgloket (Zorg en Hulpverlening): De coach handelt ook als medewerker van het zorgloket. §9.1.3 redactie §9.2.1",
            "CIZ: De coach is ook indicatiesteller. §9.1.3 §9.2.1",
            "JGZ Alifa: wat mag: niet vermeld §9.1.3",
            "SMD: De coach handelt ook als maatschappelijk werker. Dat die rol bij dit mandaat hoort, leidt de redactie af. §9.1.3 §9.2.1 redactie",
            "Bureau Jeugdzorg (Zorg en Hulpverlening): De coach is ook indicatiesteller. §9.1.3 redactie §9.2.1",
            "Jarabee: wat mag: niet vermeld §9.1.3",
            "MEE: wat mag: niet vermeld §9.1.3",
            "Tactus: De coach handelt ook als casemanager verslavingszorg. Dat die rol bij dit mandaat hoort, leidt de redactie af. §9.1.3 §9.2.1 redactie",
            "Reclassering (Politie, Justitie, gedwongen kader): De coach handelt ook als medewerker van de reclassering. §9.1.3 redactie §9.2.1",
        ],
    ),
    "Afspraken zonder mandaat": (
        [
            "niet vermeld",
        ],
        [
            "niet vermeld",
        ],
        [
            "Mediant: Geen beslissingsrecht. Er zijn duidelijke afspraken over samenwerken; wat die inhouden, staat er niet. §9.1.3 redactie",
            "OM (Politie, Justitie, gedwongen kader): Geen beslissingsrecht. Er zijn duidelijke afspraken over samenwerken; wat die inhouden, staat er niet. §9.1.3 redactie",
            "politie (Politie, Justitie, gedwongen kader): Geen beslissingsrecht. Er zijn duidelijke afspraken over samenwerken; wat die inhouden, staat er niet. §9.1.3 redactie",
        ],
    ),
    "Beweringen met een cijfer": (
        [
            "9 frontlijnwerkers: Er werken negen frontlijnwerkers in het team. (telling; geëvalueerd: n.v.t.) §3.2.1",
            "Ongeveer 160 gezinnen of personen: Het team heeft samen rond de 160 individuele gezinnen of personen onder zijn hoede. (telling; niet geëvalueerd) §3.2.1",
            "Toelichting: Daarnaast lopen er heel veel collectieve trajecten en projecten. §3.2.1",
            "Ongeveer 1 van 2 gezinnen of personen: Bij ongeveer de helft van die gezinnen of personen zijn de problemen complex. (telling; niet geëvalueerd) §3.2.1",
            "Berekend: 1 van 2 is ongeveer 50 %. redactie",
            "Ongeveer 2.000 voordeuren: Bijna elk van de 2000 voordeuren in de wijk is bereikt. (telling; niet geëvalueerd; periode: de afgelopen drie jaar (gerekend vanaf 2011 of 2012)) §3.2.2",
            "Toelichting: De bron zegt bijna alle, en geeft geen precies aantal. §3.2.2",
            "2 van 3 keren aanbellen: Bij twee van de drie keer aanbellen lieten bewoners de frontlijnwerkers binnen. (telling; niet geëvalueerd; periode: de afgelopen drie jaar (gerekend vanaf 2011 of 2012)) §3.2.2",
            "Berekend: 2 van 3 is 67 %. redactie",
        ],
        [
            "472 bewoners: Er deden 472 bewoners mee om met een participatiecoach hun deelname aan de samenleving te vergroten. (telling; geëvalueerd: niet vermeld; periode: 1 augustus 2008 tot en met 31 december 2009) §7.2.2",
            "Toelichting: Het getal zegt wie meedeed, niet wat het hun opleverde. redactie",
            "Ongeveer 200 lezers: De weekimpressies van de coaches hebben landelijk ruim 200 lezers. (telling; geëvalueerd: niet vermeld) §7.2.2",
            "Toelichting: Veel lezers werken bij de gemeente. §7.2.2",
            "12 coaches: Er zijn 12 participatiecoaches. (telling; geëvalueerd: n.v.t.) §7.1.2 §7.2.4",
            "Toelichting: Het aantal geldt voor de start. Of het na het vertrek van de coaches van het UWV gelijk bleef, is niet duidelijk. §7.1.2 §7.2.4 redactie",
            "3 van 12 coaches: Drie van de 12 coaches kwamen van het UWV. (telling; geëvalueerd: n.v.t.; periode: de eerste twee jaar) §7.1.2",
            "Berekend: 3 van 12 is 25 %. redactie",
            "3 medewerkers: Bij de start werkten ook drie medewerkers van ondersteunende diensten mee. (telling; geëvalueerd: n.v.t.; periode: bij de start) §7.2.4",
        ],
        [
            "5 %: Volgens een wijkcoach maakt een korting van 5 procent op de uitkering geen indruk. (mening; geëvalueerd: niet vermeld) §9.3.3",
            "4 wijkcoaches: Er begonnen 4 wijkcoaches. (telling; geëvalueerd: n.v.t.; periode: bij de start) §9.1.1",
            "25 organisaties: Met 25 hulpverlenende organisaties zijn afspraken gemaakt over bevoegdheden. (telling; geëvalueerd: n.v.t.) §9.1.3",
            "Toelichting: Het overzicht van mandaten en afspraken telt zestien namen, waarvan drie van de gemeente. §9.1.3 redactie",
            "13 mandaten: Er zijn 13 mandaten. (telling; geëvalueerd: n.v.t.) §9.1.3 redactie",
            "Toelichting: Geteld door de redactie in de opsomming van de bron. redactie",
            "3 organisaties: Met 3 organisaties is er een samenwerkingsafspraak zonder mandaat. (telling; geëvalueerd: n.v.t.) §9.1.3 redactie",
            "Toelichting: Geteld door de redactie in de opsomming van de bron. redactie",
            "3 woningcorporaties: Drie woningcorporaties betalen mee. (telling; geëvalueerd: n.v.t.) §9.1.2",
            "6 leefgebieden: De afspraken gaan over 6 leefgebieden. (telling; geëvalueerd: n.v.t.) §9.1.3 redactie",
            "Toelichting: Geteld door de redactie in de opsomming van de bron. redactie",
        ],
    ),
}

Cellen = list[tuple[str, str, list[list[str]]]]
"""Group, row and per column the lines of the cell."""


def cel(v: Vergelijking, rij: str, kolom: int = 0) -> Cel:
    """A cell by the name of its row."""
    return next(r.cellen[kolom] for groep in v.groepen for r in groep.rijen if r.naam == rij)


def teksten(inhoud: Cel) -> list[str]:
    return [regel.tekst for regel in inhoud]


# --- What the cells say ----------------------------------------------------------------------------


@pytest.mark.parametrize("rij", VERWACHT)
def test_leeuwarden_arnhem_and_enschede_agree_with_the_report(kb: KnowledgeBase, rij: str) -> None:
    v = compare(kb, DRIE)
    for kolom, verwacht in enumerate(VERWACHT[rij]):
        gezegd = [" ".join([r.tekst, *(plek.label for plek in r.bronnen)]) for r in cel(v, rij, kolom)]
        assert gezegd == verwacht


def test_sources_stand_beside_the_statement_in_short_and_in_full(kb: KnowledgeBase) -> None:
    (plek,) = cel(compare(kb, DRIE), "Geld")[0].bronnen
    assert (plek.label, plek.titel) == ("§3.1.2", "Financiën en looptijd van het project")
    assert plek.naam == "De nieuwe sociale professional: acht praktijkvoorbeelden"
    assert "MOVISIE" in plek.gegevens


def test_schiedam_contradicts_itself_in_one_cell(kb: KnowledgeBase) -> None:
    v = compare(kb, ["jongeren-interventie-team", "frontlijnaanpak"])
    regels = cel(v, "Beweringen met een cijfer")
    gezegd = teksten(regels)
    assert any(tekst.startswith("77 van 80 leerlingen: ") for tekst in gezegd)
    assert any(tekst.startswith("75 %: ") for tekst in gezegd)
    assert "Berekend: 77 van 80 is 96 %." in gezegd
    (botsing,) = [regel for regel in regels if regel.tegenspraak]
    assert botsing.tekst == (
        "Tegenspraak: ‘77 van 80 leerlingen’ en ‘75 %’ spreken elkaar tegen; het handboek kiest er geen."
    )


def test_claims_that_contradict_each_other_always_share_a_cell(kb: KnowledgeBase) -> None:
    v = compare(kb, list(kb.all(Interventie)))
    for kolom, item in zip(v.kolommen, kb.all(Interventie).values(), strict=True):
        botsingen = {frozenset((c.id, ander)) for c in item.resultaten or () for ander in c.spreekt_tegen}
        plaats = v.kolommen.index(kolom)
        gezegd = [
            tekst
            for rij in ("Beweringen met een cijfer", "Beweringen zonder cijfer")
            for tekst in teksten(cel(v, rij, plaats))
        ]
        assert sum(tekst.startswith("Tegenspraak: ") for tekst in gezegd) == len(botsingen), kolom.naam


def test_silence_about_mandates_is_not_a_no(kb: KnowledgeBase) -> None:
    aanpakken = kb.all(Interventie)
    v = compare(kb, list(aanpakken))
    zwijgend = 0
    for kolom, item in enumerate(aanpakken.values()):
        for rij in ("Mandaten", "Afspraken zonder mandaat"):
            gezegd = teksten(cel(v, rij, kolom))
            assert "nee" not in gezegd
            if not item.mandaten:
                assert gezegd == ["niet vermeld"]
                zwijgend += 1
    assert (len(aanpakken), zwijgend) == (12, 22)


def test_no_cell_is_empty(kb: KnowledgeBase) -> None:
    for soort, model in (("interventie", Interventie), ("rol", Rol)):
        v = compare(kb, list(kb.all(model)), soort)
        for groep in v.groepen:
            for rij in groep.rijen:
                assert len(rij.cellen) == len(v.kolommen)
                assert all(inhoud and all(regel.tekst for regel in inhoud) for inhoud in rij.cellen), rij.naam


def test_all_five_addressees_always_have_a_row(kb: KnowledgeBase) -> None:
    namen = [wie.capitalize() for wie in GEADRESSEERDEN]
    for soort, naam, ids in (
        ("interventie", "Wat vraagt dit van ons?", DRIE),
        ("rol", "Wat de rol nodig heeft, en van wie", ("wijkcoach", "frontlijnwerker")),
    ):
        (groep,) = [g for g in compare(kb, ids, soort).groepen if g.naam == naam]
        assert [rij.naam for rij in groep.rijen] == namen
    assert teksten(cel(compare(kb, DRIE), "Opleiding")) == ["niet vermeld"]


# --- What is shared --------------------------------------------------------------------------------


def _ids(inhoud: Cel) -> set[Key]:
    return {regel.naar for regel in inhoud if regel.naar}


@pytest.mark.parametrize("groep", ["Competenties", "Verschuivingen"])
def test_two_roles_share_the_same_and_nothing_else(kb: KnowledgeBase, groep: str) -> None:
    v = compare(kb, ["frontlijnwerker", "wijkcoach"], "rol")
    ook, alleen = next(g for g in v.groepen if g.naam == groep).rijen
    assert _ids(ook.cellen[0]) == _ids(ook.cellen[1]) != set()
    assert not _ids(alleen.cellen[0]) & _ids(alleen.cellen[1])


def test_no_wording_of_a_role_is_lost(kb: KnowledgeBase) -> None:
    """The counts of the long report: 22 competencies of the frontlijnwerker, 16 of the wijkcoach."""
    v = compare(kb, ["frontlijnwerker", "wijkcoach"], "rol")
    rijen = next(g for g in v.groepen if g.naam == "Competenties").rijen
    for kolom, telling in enumerate((22, 16)):
        gezegd = " ".join(tekst for rij in rijen for tekst in teksten(rij.cellen[kolom]))
        assert len(re.findall(r"‘[^’]*’", gezegd)) == telling


def test_who_moves_the_other_way_is_said(kb: KnowledgeBase) -> None:
    v = compare(kb, ["buurtwerker-ontmoeting", "individueel-jongerenbegeleider"], "rol")
    verschuivingen = next(g for g in v.groepen if g.naam == "Verschuivingen").rijen
    for kolom, ander in ((0, "Individueel jongerenbegeleider"), (1, "Buurtwerker ontmoeting")):
        gezegd = [tekst for rij in verschuivingen for tekst in teksten(rij.cellen[kolom])]
        assert any(tekst.endswith(f"(andere kant op bij {ander})") for tekst in gezegd)


def test_an_approach_without_roles_is_silent_not_alone(kb: KnowledgeBase) -> None:
    v = compare(kb, ["kolenkit-aanpak", "jongeren-interventie-team"])
    for rij in ("Competenties die een ander ook noemt", "Competenties alleen hier genoemd"):
        assert teksten(cel(v, rij, 0)) == ["niet vermeld"]
    assert teksten(cel(v, "Competenties die een ander ook noemt", 1)) == ["n.v.t."]


# --- Every form carries the same cells -------------------------------------------------------------


def _van_md(data: bytes) -> Cellen:
    found: Cellen = []
    groep = ""
    for regel in data.decode().splitlines():
        if regel.startswith("## "):
            groep = _kaal(regel[3:])
        elif regel.startswith("| ") and not regel.startswith(("| Kenmerk |", "| --- |")):
            naam, *cellen = re.split(r"(?<!\\) \| ", regel[2:-2])
            found.append((groep, _kaal(naam), [[_kaal(deel) for deel in inhoud.split("<br>")] for inhoud in cellen]))
    return found


def _kaal(tekst: str) -> str:
    return re.sub(r"\\(.)", r"\1", tekst)


def _regels(tekst: str) -> list[str]:
    return [regel.removeprefix("• ") for regel in tekst.split("\n")]


def _van_csv(data: bytes) -> Cellen:
    _, *rijen = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    return [(groep, naam, [_regels(inhoud) for inhoud in cellen]) for groep, naam, *cellen, _ in rijen]


def _van_json(data: bytes) -> Cellen:
    return [
        (groep["naam"], rij["naam"], [[_met_merk(regel) for regel in inhoud] for inhoud in rij["cellen"]])
        for groep in json.loads(data)["groepen"]
        for rij in groep["rijen"]
    ]


def _met_merk(regel: dict[str, object]) -> str:
    bronnen = regel["bronnen"]
    assert isinstance(bronnen, list)
    return f"{regel['tekst']} [{', '.join(map(str, bronnen))}]" if bronnen else str(regel["tekst"])


def _van_xlsx(data: bytes) -> Cellen:
    """A long row goes on in the next ones; what has ended there is merged with the cell above."""
    found: Cellen = []
    blad = openpyxl.load_workbook(io.BytesIO(data))["Vergelijking"]
    for groep, naam, *cellen in blad.iter_rows(min_row=2, values_only=True):
        if str(naam).endswith(VERVOLG):
            for eerder, meer in zip(found[-1][2], cellen, strict=True):
                eerder += _regels(str(meer)) if meer is not None else []
        else:
            found.append((str(groep), str(naam), [_regels(str(inhoud)) for inhoud in cellen]))
    return found


def _van_docx(data: bytes) -> Cellen:
    found: Cellen = []
    groep = ""
    for deel in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(deel, Table):
            for rij in deel.rows[1:]:
                naam, *cellen = rij.cells
                found.append((groep, naam.text, [[p.text for p in inhoud.paragraphs] for inhoud in cellen]))
        elif deel.style and deel.style.name == "Heading 1":
            groep = deel.text
    return found


LEZERS: dict[str, Callable[[bytes], Cellen]] = {
    "md": _van_md,
    "docx": _van_docx,
    "xlsx": _van_xlsx,
    "csv": _van_csv,
    "json": _van_json,
}


def cellen_van(nota: Nota) -> Cellen:
    return [
        (groep.naam, rij.naam, [nota.cel(inhoud) for inhoud in rij.cellen])
        for groep in nota.vergelijking.groepen
        for rij in groep.rijen
    ]


def test_every_form_of_the_command_is_made_and_read_here() -> None:
    assert set(FORMATS) == set(VORMEN) == set(LEZERS)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_form_carries_every_cell_in_the_order_chosen(kb: KnowledgeBase, data: st.DataObject) -> None:
    soort, model = data.draw(st.sampled_from([("interventie", Interventie), ("rol", Rol)]))
    ids = data.draw(st.lists(st.sampled_from(sorted(kb.all(model))), min_size=2, max_size=4, unique=True))
    nota = Nota(compare(kb, ids, soort), DAG)
    assert [kolom.key.id for kolom in nota.vergelijking.kolommen] == ids
    for vorm, lees in LEZERS.items():
        assert lees(VORMEN[vorm](nota)) == cellen_van(nota), vorm


@pytest.fixture(scope="module")
def nota(kb: KnowledgeBase) -> Nota:
    """Three approaches on a fixed day."""
    return Nota(compare(kb, DRIE), DAG, "https://voorbeeld.nl/handboek/")


def test_docx_has_headings_a_repeating_header_row_and_lies_on_its_side(nota: Nota) -> None:
    doc = docx.Document(io.BytesIO(VORMEN["docx"](nota)))
    koppen = [p.text for p in doc.paragraphs if p.style and p.style.name == "Heading 1"]
    assert koppen == [groep.naam for groep in nota.vergelijking.groepen] + ["Bronnen"]
    assert [p.text for p in doc.paragraphs if p.style and p.style.name == "Title"] == [nota.titel]
    for tabel in doc.tables:
        assert [cel.text for cel in tabel.rows[0].cells] == ["Kenmerk", *nota.koppen]
        assert tabel.rows[0]._tr.trPr is not None
        assert tabel.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    blad = doc.sections[0]
    assert blad.page_width
    assert blad.page_height
    assert (round(blad.page_width.cm, 1), round(blad.page_height.cm, 1)) == (Cm(29.7).cm, Cm(21).cm)
    alles = "\n".join(p.text for p in doc.paragraphs)
    assert "22 november 2026" in alles
    assert "https://voorbeeld.nl/handboek/interventies/frontlijnaanpak.html" in alles
    bronnen = [p.text for p in doc.paragraphs if p.style and p.style.name == "List Number"]
    assert bronnen == [bron for _, bron in nota.bronnen()]


def test_xlsx_freezes_and_repeats_its_header_and_lists_the_sources(nota: Nota) -> None:
    boek = openpyxl.load_workbook(io.BytesIO(VORMEN["xlsx"](nota)))
    assert boek.sheetnames == ["Vergelijking", "Bronnen"]
    blad = boek["Vergelijking"]
    assert (blad.freeze_panes, blad.print_title_rows) == ("C2", "$1:$1")
    assert all(c.alignment.wrap_text for rij in blad.iter_rows() for c in rij if c.value)
    assert all(0 < hoogte.height <= 409 for hoogte in blad.row_dimensions.values())
    leeg = [c for rij in blad.iter_rows() for c in rij if c.value in (None, "") and not isinstance(c, MergedCell)]
    assert not leeg
    nummers = [rij[0] for rij in boek["Bronnen"].iter_rows(min_row=2, values_only=True) if isinstance(rij[0], int)]
    assert nummers == list(nota.vergelijking.nummers.values())


def test_marks_point_at_sources_that_are_listed(nota: Nota) -> None:
    md = VORMEN["md"](nota).decode()
    nummers = {int(n) for merk in re.findall(r"\\\[([^\]]*)\\\]", md) for n in re.findall(r"\d+", merk)}
    assert nummers == set(nota.vergelijking.nummers.values())


@pytest.mark.parametrize("vorm", ["docx", "xlsx"])
def test_the_same_day_gives_the_same_bytes(nota: Nota, vorm: str) -> None:
    data = VORMEN[vorm](nota)
    assert data == VORMEN[vorm](nota)
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        assert {deel.date_time for deel in pakket.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        kern = pakket.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", kern)) == {f"{DAG}T"}


def test_no_cell_runs_as_a_formula() -> None:
    gevaarlijk = ["=1+1", "+31 6", "-5 graden", "@SUM(A1)", '=HYPERLINK(“x”) | a;b "c"']
    kolom = Kolom(Key("rol", "x"), "=naam" * 40, "=plaats")
    rijen = tuple(Rij(tekst, ((Regel(tekst),), (Regel("gewoon"), Regel(tekst)))) for tekst in gevaarlijk)
    nota = Nota(Vergelijking((kolom, kolom), (Groep("=groep", rijen),)), DAG)
    for rij in csv.reader(io.StringIO(VORMEN["csv"](nota).decode("utf-8-sig"), newline=""), delimiter=";"):
        assert not [inhoud for inhoud in rij if inhoud.startswith(("=", "+", "-", "@"))]
    for blad in openpyxl.load_workbook(io.BytesIO(VORMEN["xlsx"](nota))):
        assert not [c for rij in blad.iter_rows() for c in rij if c.data_type == "f"]
    for vorm in ("md", "docx", "xlsx", "json"):
        assert LEZERS[vorm](VORMEN[vorm](nota)) == cellen_van(nota), vorm


@pytest.mark.parametrize("vorm", ["docx", "xlsx"])
def test_libreoffice_opens_it(nota: Nota, vorm: str, tmp_path: Path) -> None:
    assert open_in_libreoffice(VORMEN[vorm](nota), vorm, tmp_path).startswith(b"%PDF-")


def open_in_libreoffice(data: bytes, vorm: str, folder: Path) -> bytes:
    """The file as LibreOffice prints it; where it is not installed, the test is skipped."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is niet geïnstalleerd: of het de bestanden opent, is hier niet nagekeken")
    bestand = folder / f"vergelijking.{vorm}"
    bestand.write_bytes(data)
    profiel = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    opdracht = [office, profiel, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(bestand)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, timeout=120, check=True)
    assert "Error" not in klaar.stdout + klaar.stderr
    return bestand.with_suffix(".pdf").read_bytes()
