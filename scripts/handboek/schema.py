"""The JSON Schema of each kind, for editors that complete and check while typing."""

import json
from pathlib import Path
from typing import Any

from handboek.kinds import MODELS


def schema_of(kind: str) -> dict[str, Any]:
    """The schema of one kind of file, from its model."""
    schema = MODELS[kind].model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"handboek:{kind}", **schema}


def schema_texts() -> dict[str, str]:
    """File name → text of every schema."""
    return {
        f"{kind}.json": json.dumps(schema_of(kind), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        for kind in MODELS
    }


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into the folder; returns the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schema_texts().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written
