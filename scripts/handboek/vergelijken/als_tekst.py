"""The comparison as Markdown, CSV and JSON."""

import csv
import io
import json
from typing import Any

from handboek.uitvoer.tekens import md, tabelrij
from handboek.vergelijken.nota import KENMERK, Nota, bronregel, onder_elkaar
from handboek.vergelijken.waarde import Bronplek, Regel, Rij

_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a formula starts, the wide signs of eastern keyboards among them (OWASP, CSV injection)."""


def als_md(nota: Nota) -> bytes:
    """Markdown: a table per group, the sources as a numbered list."""
    delen = [f"# {md(nota.titel)}", md(nota.gemaakt), _lijst(nota.adressen), _lijst(nota.uitleg)]
    for groep in nota.vergelijking.groepen:
        kop = [KENMERK, *nota.koppen]
        regels = [tabelrij(map(md, kop)), tabelrij("---" for _ in kop)]
        for rij in groep.rijen:
            cellen = ("<br>".join(map(md, nota.cel(cel))) for cel in rij.cellen)
            regels.append(tabelrij((md(rij.naam), *cellen)))
        delen += [f"## {md(groep.naam)}", "\n".join(regels)]
    bronnen = "\n".join(f"{nummer}. {md(bron)}" for nummer, bron in nota.bronnen())
    return ("\n\n".join([*delen, "## Bronnen", bronnen]) + "\n").encode()


def _lijst(regels: Any) -> str:
    return "\n".join(f"- {md(regel)}" for regel in regels)


def als_csv(nota: Nota) -> bytes:
    """CSV for a Dutch Excel: a byte order mark, semicolons, and no cell that a spreadsheet would run."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow(map(_geen_formule, ["Groep", KENMERK, *nota.koppen, "Bronnen"]))
    for groep in nota.vergelijking.groepen:
        for rij in groep.rijen:
            cellen = [onder_elkaar(nota.cel(cel)) for cel in rij.cellen]
            schrijver.writerow(map(_geen_formule, [groep.naam, rij.naam, *cellen, _bronnen(nota, rij)]))
    return uit.getvalue().encode("utf-8-sig")


def _geen_formule(tekst: str) -> str:
    """A spreadsheet takes a cell that starts like a formula for one; an apostrophe before it keeps it text (OWASP)."""
    return f"'{tekst}" if tekst.startswith(_FORMULE) else tekst


def _bronnen(nota: Nota, rij: Rij) -> str:
    """The sources that the marks of a row point at; a row that names none is `n.v.t.`."""
    nummers = nota.vergelijking.nummers
    plekken = {plek for cel in rij.cellen for regel in cel for plek in regel.bronnen if plek in nummers}
    return (
        "\n".join(f"[{nummers[plek]}] {bronregel(plek)}" for plek in sorted(plekken, key=nummers.__getitem__))
        or "n.v.t."
    )


def als_json(nota: Nota) -> bytes:
    """JSON: every statement by itself, with its sources and what it names."""
    v = nota.vergelijking
    data = {
        "titel": nota.titel,
        "datum": nota.datum,
        "adres": nota.eigen_adres,
        "kolommen": [
            {"soort": k.key.kind, "id": k.key.id, "naam": k.naam, "plaats": k.plaats, "adres": nota.adres_van(k.key)}
            for k in v.kolommen
        ],
        "groepen": [
            {
                "naam": groep.naam,
                "rijen": [
                    {"naam": rij.naam, "cellen": [[_regel(nota, regel) for regel in cel] for cel in rij.cellen]}
                    for rij in groep.rijen
                ],
            }
            for groep in v.groepen
        ],
        "bronnen": [{"nummer": nummer, **plek_data(plek)} for plek, nummer in v.nummers.items()],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _regel(nota: Nota, regel: Regel) -> dict[str, Any]:
    """A statement; `bronnen` are numbers of the list of sources, or the word redactie."""
    nummers = nota.vergelijking.nummers
    data: dict[str, Any] = {
        "tekst": regel.tekst,
        "afwezig": regel.afwezig,
        "tegenspraak": regel.tegenspraak,
        "bronnen": [plek.label if plek.redactie else nummers[plek] for plek in regel.bronnen],
    }
    naar = {"naar": {"soort": regel.naar.kind, "id": regel.naar.id}} if regel.naar else {}
    oordeel = {"oordeel": True} if regel.oordeel else {}
    return data | ({"kop": regel.kop} if regel.kop else {}) | naar | oordeel


def plek_data(plek: Bronplek) -> dict[str, str]:
    """A source, as the list of sources has it."""
    data = {"bron": plek.bron, "label": plek.label, "naam": plek.naam, "gegevens": plek.gegevens}
    return data | ({"sectie": plek.sectie, "titel": plek.titel} if plek.sectie else {})
