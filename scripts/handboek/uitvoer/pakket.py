"""Office files are zip archives with times in them; the same content of the same day is to give the same bytes."""

import io
import zipfile
from collections.abc import Mapping

_MOMENT = (1980, 1, 1, 0, 0, 0)


def vast(data: bytes, anders: Mapping[str, bytes]) -> bytes:
    """The archive with every member at one fixed moment, and these members with other content."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam in bron.namelist():
            deel = zipfile.ZipInfo(naam, _MOMENT)
            deel.compress_type = zipfile.ZIP_DEFLATED
            doel.writestr(deel, anders.get(naam, bron.read(naam)))
    return uit.getvalue()
