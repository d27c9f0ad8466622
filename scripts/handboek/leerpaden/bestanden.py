"""The files of a curriculum that lie ready on the site."""

KLAAR = ("docx", "xlsx")
"""Their forms: those that trainers open and change."""


def bestand(leerpad: str, versie: str, vorm: str) -> str:
    """The file of one version (deelnemer, docent) in one form."""
    return f"data/leerpaden/{leerpad}-{versie}.{vorm}"
