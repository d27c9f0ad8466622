"""Where the files of a curriculum stand on the site."""


def bestand(leerpad: str, versie: str, vorm: str) -> str:
    """The file of one version (deelnemer, docent) in one form (docx, xlsx)."""
    return f"data/leerpaden/{leerpad}-{versie}.{vorm}"
