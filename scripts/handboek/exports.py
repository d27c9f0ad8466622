"""The knowledge base as data, for whoever builds on it; `export_schema` documents its structure."""

from typing import Any

from handboek.kinds import KINDS, folder_name
from handboek.knowledge import Key, KnowledgeBase
from handboek.models.basis import Item, Model, Verwijzing
from handboek.models.bron import Bron
from handboek.models.competentie import Competentie
from handboek.models.rol import Rol
from handboek.models.verschuiving import Verschuiving
from handboek.sources import Herkomst
from handboek.walk import address

DATA_VERSION = "1.0"


def handboek_json(kb: KnowledgeBase) -> dict[str, Any]:
    """Everything: all items with all fields, references both ways, and each role's wordings."""
    return {
        "versie": DATA_VERSION,
        "aantallen": {folder_name(kind): len(kb.all(model)) for kind, model in KINDS.items()},
        "items": {
            folder_name(kind): {id_: _item(kb, Key(kind, id_), item) for id_, item in kb.all(model).items()}
            for kind, model in KINDS.items()
        },
        "formuleringen": {
            rol: {"verschuivingen": _shifts(kb, rol), "competenties": _competencies(kb, rol)} for rol in kb.all(Rol)
        },
    }


def _item(kb: KnowledgeBase, key: Key, item: Item) -> dict[str, Any]:
    fields = {_key(item, name): _value(value) for name, value in item.__dict__.items() if value not in (None, ())}
    outgoing = [
        {"veld": ".".join(str(step) for step in found.path), "naar": address(str(found.kind), found.id)}
        for found in kb.references[key]
    ]
    incoming = [
        {"van": address(*found.key), "veld": ".".join(str(step) for step in found.path)}
        for found in kb.backlinks.get(key, ())
    ]
    row = {"id": key.id, "soort": key.kind, "velden": fields, "verwijst_naar": outgoing, "genoemd_door": incoming}
    if isinstance(item, Bron):
        row["rust_hierop"] = {
            sectie or "": [address(*found) for found in keys] for sectie, keys in kb.resting_on.get(key.id, {}).items()
        }
    return row


def _key(model: Model, name: str) -> str:
    return type(model).model_fields[name].alias or name


def _value(value: Any) -> Any:
    if isinstance(value, Verwijzing):
        return _source(value)
    if isinstance(value, Model):
        return {_key(value, name): _value(part) for name, part in value.__dict__.items() if part not in (None, ())}
    if isinstance(value, tuple):
        return [_value(part) for part in value]
    return value if isinstance(value, str | int) else float(value)


def _source(verwijzing: Verwijzing) -> dict[str, str]:
    return {"bron": str(verwijzing.bron)} | ({"sectie": verwijzing.sectie} if verwijzing.sectie else {})


def _sources(herkomst: Herkomst | None) -> list[dict[str, str]]:
    return [_source(verwijzing) for verwijzing in herkomst or ()]


def _shifts(kb: KnowledgeBase, rol: str) -> list[dict[str, Any]]:
    return [
        {"verschuiving": id_, "van": f.van, "naar": f.naar, "plek": f.plek, "bron": _sources(f.bron)}
        for id_, item in kb.all(Verschuiving).items()
        for f in item.formuleringen
        if f.rol == rol
    ]


def _competencies(kb: KnowledgeBase, rol: str) -> list[dict[str, Any]]:
    return [
        {"competentie": id_, "tekst": f.tekst, "bron": _sources(f.bron)}
        for id_, item in kb.all(Competentie).items()
        for f in item.formuleringen
        if f.rol == rol
    ]


def _object(description: str, required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    properties = {**required, **(optional or {})}
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list_of(items: dict[str, Any], description: str) -> dict[str, Any]:
    return {"type": "array", "items": items, "description": description}


_TEKST = {"type": "string"}
_ADRES = {"type": "string", "pattern": "^[a-z]+/[a-z0-9-]+$", "description": "map/id van een item."}
_BRON = _object("Een bron en het deel ervan; `redactie` is de redactie.", {"bron": _TEKST}, {"sectie": _TEKST})
_BRONNEN = _list_of(_BRON, "Waar dit op rust.")


def export_schema() -> dict[str, Any]:
    """The JSON Schema of `handboek_json`. Its version changes when a reader of the data would notice."""
    items = {folder_name(kind): _items_schema(kind) for kind in KINDS}
    top = {
        "versie": {"const": DATA_VERSION, "description": "Versie van deze opbouw."},
        "aantallen": _object("Aantal items per soort.", {folder: {"type": "integer"} for folder in items}),
        "items": _object("Alle items, per soort en id.", items),
        "formuleringen": {
            "type": "object",
            "description": "Per rol de eigen woorden voor verschuivingen en competenties, met de id waar ze bij horen.",
            "additionalProperties": _wordings_schema(),
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"handboek:data:{DATA_VERSION}",
        "title": "Handboek als gegevens",
        **_object("Alles wat het handboek weet.", top),
    }


def _items_schema(kind: str) -> dict[str, Any]:
    model = KINDS[kind]
    names = [field.alias or name for name, field in model.model_fields.items()]
    fields = {
        "type": "object",
        "description": f"De velden van {kind}, zoals in {model.folder}/; elke uitspraak heeft `tekst` en `bron`.",
        "propertyNames": {"enum": names},
        "required": ["naam", "samenvatting"],
    }
    link = {"veld": _TEKST, "naar": _ADRES}
    back = {"van": _ADRES, "veld": _TEKST}
    required = {
        "id": _TEKST,
        "soort": {"const": kind},
        "velden": fields,
        "verwijst_naar": _list_of(_object("Een verwijzing.", link), "Items waar dit item naar verwijst."),
        "genoemd_door": _list_of(_object("Een verwijzing, andersom gezien.", back), "Items die hiernaar verwijzen."),
    }
    resting = {
        "type": "object",
        "description": "Per sectie de items die erop rusten.",
        "additionalProperties": _list_of(_ADRES, "Items."),
    }
    optional = {"rust_hierop": resting} if model is Bron else {}
    return {
        "type": "object",
        "description": model.__doc__,
        "additionalProperties": _object(str(model.__doc__), required, optional),
    }


def _wordings_schema() -> dict[str, Any]:
    shift = {
        "verschuiving": _TEKST,
        "van": _TEKST,
        "naar": _TEKST,
        "plek": {"enum": ["lijst", "tekst"]},
        "bron": _BRONNEN,
    }
    competency = {"competentie": _TEKST, "tekst": _TEKST, "bron": _BRONNEN}
    return _object(
        "De eigen woorden van een rol.",
        {
            "verschuivingen": _list_of(
                _object("Eén formulering.", shift), "Uit de lijst van de bron of de lopende tekst."
            ),
            "competenties": _list_of(_object("Eén formulering.", competency), "Uit de lijst van de bron."),
        },
    )
