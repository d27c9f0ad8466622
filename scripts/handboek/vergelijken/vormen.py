"""The forms in which a comparison can be taken along."""

from collections.abc import Callable, Mapping

from handboek.vergelijken.als_docx import als_docx
from handboek.vergelijken.als_tekst import als_csv, als_json, als_md
from handboek.vergelijken.als_xlsx import als_xlsx
from handboek.vergelijken.nota import Nota

VORMEN: Mapping[str, Callable[[Nota], bytes]] = {
    "md": als_md,
    "docx": als_docx,
    "xlsx": als_xlsx,
    "csv": als_csv,
    "json": als_json,
}
