"""A document as Markdown, and as one page of HTML that needs nothing else and prints well."""

from collections.abc import Iterator

from markupsafe import Markup

from handboek.lesmateriaal.boek import VERSIES, Alinea, Boek, Deel, Kop, Lijst, Tabel
from handboek.uitvoer.tekens import md, tabelrij
from handboek.vergelijken.nota import bronregel
from handboek.vergelijken.waarde import Regel

_STIJL = Markup("""
:root{color-scheme:light;font:10.5pt/1.45 "Source Sans 3",Calibri,Arial,sans-serif;color:#18231f;background:#fff}
body{max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}
h1{font-size:2rem;line-height:1.2}h2{font-size:1.5rem;margin-top:2.5rem}h3{font-size:1.2rem;margin-top:1.8rem}h4{font-size:1rem}
h1,h2,h3,h4{line-height:1.25;margin-bottom:.4rem;break-after:avoid}
p,ul,ol{margin:.4rem 0}li{margin:.2rem 0}ul.tekens{list-style:none;padding-left:1.8rem}.tekens .teken{display:inline-block;width:1.8rem;margin-left:-1.8rem}
.docent{border-left:4px solid #76807a;padding-left:.8rem}ul.docent{padding-left:2rem}
.merk,.afwezig{color:#4a5751}
table{width:100%;border-collapse:collapse;font-size:.9em;table-layout:fixed}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem .3rem 0;border-bottom:1px solid #d5d9ce;hyphens:auto}
thead{display:table-header-group}thead th{border-bottom:2px solid #18231f}tbody th{font-weight:400}
@page{size:A4;margin:18mm 18mm 20mm;@bottom-right{content:"Bladzijde " counter(page);font:8.5pt Calibri,Arial,sans-serif;color:#4a5751}}
@media print{body{max-width:none;margin:0;padding:0}.blad{break-before:page;margin-top:0}tr,li,p{break-inside:avoid}}
""")
_BLADZIJDE = Markup(
    '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{titel}</title>\n'
    "<style>{stijl}</style>\n</head>\n<body>\n<main>\n{inhoud}\n</main>\n</body>\n</html>\n"
)


def als_md(boek: Boek) -> bytes:
    """Markdown."""
    delen = [f"# {md(boek.titel)}", *(_md(boek, deel) for deel in boek.delen)]
    if boek.nummers:
        bronnen = (f"{nummer}. {md(bronregel(plek))}" for plek, nummer in boek.nummers.items())
        delen += ["## Bronnen", "\n".join(bronnen)]
    return ("\n\n".join(delen) + "\n").encode()


def _md(boek: Boek, deel: Deel) -> str:
    if isinstance(deel, Kop):
        return f"{'#' * (deel.niveau + 1)} {md(deel.tekst)}"
    if isinstance(deel, Alinea):
        return f"{'> ' if deel.docent else ''}{_md_regel(boek, deel.regel)}"
    if isinstance(deel, Lijst):
        voor = [f"{md(teken)} " for teken in deel.tekens] or [""] * len(deel.regels)
        return "\n".join(f"- {teken}{_md_regel(boek, regel)}" for teken, regel in zip(voor, deel.regels, strict=True))
    kop = [tabelrij(map(md, deel.koppen)), tabelrij("---" for _ in deel.koppen)]
    rijen = (tabelrij("<br>".join(_md_regel(boek, regel) for regel in cel) for cel in rij) for rij in deel.rijen)
    return "\n".join([*kop, *rijen])


def _md_regel(boek: Boek, regel: Regel) -> str:
    kop = f"**{md(regel.kop)}**" if regel.kop else ""
    return f"{kop}{md(regel.tekst.removeprefix(regel.kop))}{md(boek.merk(regel))}"


def als_html(boek: Boek) -> bytes:
    """One page without scripts, and without anything from elsewhere."""
    delen = [Markup("<h1>{}</h1>").format(boek.titel), *(_html(boek, deel) for deel in boek.delen)]
    if boek.nummers:
        rijen = (_li(f"{nummer}.", Markup("{}").format(bronregel(plek))) for plek, nummer in boek.nummers.items())
        delen += [Markup('<h2 class="blad">Bronnen</h2>'), _ul("tekens", rijen)]
    titel = f"{boek.titel}, {VERSIES[boek.versie]}"
    return _BLADZIJDE.format(titel=titel, stijl=_STIJL, inhoud=Markup("\n").join(delen)).encode()


def _html(boek: Boek, deel: Deel) -> Markup:
    if isinstance(deel, Kop):
        klasse = Markup(' class="blad"') if deel.blad else ""
        return Markup("<h{n}{k}>{t}</h{n}>").format(n=deel.niveau + 1, k=klasse, t=deel.tekst)
    if isinstance(deel, Alinea):
        klasse = Markup(' class="docent"') if deel.docent else ""
        return Markup("<p{}>{}</p>").format(klasse, _html_regel(boek, deel.regel))
    if isinstance(deel, Lijst):
        tekens = deel.tekens or [""] * len(deel.regels)
        klassen = [*(["tekens"] if deel.tekens else []), *(["docent"] if deel.docent else [])]
        regels = (_li(teken, _html_regel(boek, regel)) for teken, regel in zip(tekens, deel.regels, strict=True))
        return _ul(" ".join(klassen), regels)
    return _html_tabel(boek, deel)


def _html_tabel(boek: Boek, deel: Tabel) -> Markup:
    maten = Markup("").join(Markup('<col style="width:{}%">').format(maat) for maat in deel.breedtes)
    kop = Markup("").join(Markup('<th scope="col">{}</th>').format(tekst) for tekst in deel.koppen)
    rijen = Markup("\n").join(Markup("<tr>{}</tr>").format(_cellen(boek, rij)) for rij in deel.rijen)
    return Markup(
        "<table>\n<colgroup>{}</colgroup>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>"
    ).format(maten, kop, rijen)


def _cellen(boek: Boek, rij: tuple[tuple[Regel, ...], ...]) -> Markup:
    teksten = [Markup("<br>").join(_html_regel(boek, regel) for regel in cel) for cel in rij]
    eerste = Markup('<th scope="row">{}</th>').format(teksten[0])
    return eerste + Markup("").join(Markup("<td>{}</td>").format(tekst) for tekst in teksten[1:])


def _html_regel(boek: Boek, regel: Regel) -> Markup:
    kop = Markup("<b>{}</b>").format(regel.kop) if regel.kop else Markup("")
    rest = Markup('<span class="afwezig">{}</span>' if regel.afwezig else "{}").format(
        regel.tekst.removeprefix(regel.kop)
    )
    merk = boek.merk(regel)
    return kop + rest + (Markup('<span class="merk">{}</span>').format(merk) if merk else "")


def _li(teken: str, inhoud: Markup) -> Markup:
    return Markup("<li>{}{}</li>").format(
        Markup('<span class="teken">{}</span>').format(teken) if teken else "", inhoud
    )


def _ul(klasse: str, regels: Iterator[Markup]) -> Markup:
    eigen = Markup(' class="{}"').format(klasse) if klasse else ""
    return Markup("<ul{}>\n{}\n</ul>").format(eigen, Markup("\n").join(regels))
