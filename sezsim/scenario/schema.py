"""JSON Schema of a scenario file, read from the declarations, for editors."""

from enum import Enum
from types import GenericAlias
from typing import Any, get_args

from sezsim.definitions.calendar import Month
from sezsim.definitions.explain import declared, meaning
from sezsim.parameters import Parameters
from sezsim.policy import Instrument, instruments
from sezsim.policy.instrument import ALL
from sezsim.scenario.draft import OFF
from sezsim.scenario.outside_choice import LEAST, MOST, PATHS, SERIES
from sezsim.scenario.shape import ARM_KEYS, LONGEST

MONTH = {"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])$"}
JSON_KINDS = {float: "number", int: "integer", bool: "boolean", str: "string"}
Schema = dict[str, Any]


def scenario_schema() -> Schema:
    """Return the JSON Schema of a scenario file."""
    whole = {
        "extends": {"type": "string", "description": "name, file, or name/arm"},
        **arm_properties(),
        "overlay": {"type": "boolean", "description": "put over any scenario by --under"},
        "months": {"type": "integer", "minimum": 1, "maximum": LONGEST},
        "arms": {"type": "object", "additionalProperties": table(arm_properties())},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sezsim scenario",
        **table(whole),
    }


def table(properties: dict[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    """Return the schema of a table that admits no other keys."""
    needed = {"required": list(required)} if required else {}
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **needed,
    }


def arm_properties() -> dict[str, Schema]:
    """Return the keys that scenarios and arms share."""
    text: Schema = {"type": "string"}
    words = table({"zh": text, "en": text}, ("zh", "en"))
    schemas = (words, words, text, policies_schema(), parameters_schema(), outside_schema())
    return dict(zip(ARM_KEYS, schemas, strict=True))


def policies_schema() -> Schema:
    """Return the schema of the list of policies."""
    known = {name: instrument_schema(found) for name, found in instruments().items()}
    return {
        "type": "array",
        "items": {
            "type": "object",
            "properties": known,
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": {"anyOf": [{"const": OFF}, {"type": "object"}]},
        },
    }


def instrument_schema(instrument: type[Instrument]) -> Schema:
    """Return the schema of one instrument's settings; a base may have set any of them."""
    settings = {name: setting_schema(instrument, name) for name in instrument.model_fields}
    described = {**table(settings), "description": instrument.title.en}
    return {"anyOf": [described, {"const": OFF}]}


def setting_schema(instrument: type[Instrument], name: str) -> Schema:
    """Return the schema of one setting."""
    schema = kind_schema(instrument.model_fields[name].annotation)
    extra = declared(instrument, name)
    if "within" in extra:
        schema |= {"minimum": extra["within"][0], "maximum": extra["within"][1]}
    unit = f" ({extra['unit']})" if extra.get("unit") else ""
    return {**schema, "description": meaning(instrument, name) + unit}


def kind_schema(kind: Any) -> Schema:
    """Return the schema of a type."""
    if kind in (Month, Month | None):
        return dict(MONTH)
    if isinstance(kind, GenericAlias):
        several = {"type": "array", "items": kind_schema(get_args(kind)[0]), "minItems": 1}
        return {"anyOf": [several, {"const": ALL}]}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [member.name.lower() for member in kind]}
    return {"type": JSON_KINDS[kind]}


def parameters_schema() -> Schema:
    """Return the schema of the table of parameters."""
    known = {
        parameter.name: {
            "type": JSON_KINDS.get(type(parameter.value), "number"),
            "minimum": parameter.within[0],
            "maximum": parameter.within[1],
            "default": parameter.value,
            "description": f"{parameter.meaning} ({parameter.unit})",
        }
        for parameter in Parameters().listed()
    }
    return table(known)


def outside_schema() -> Schema:
    """Return the schema of the outside."""
    factor = {"type": "number", "minimum": LEAST, "maximum": MOST}
    points = {
        "type": "object",
        "patternProperties": {MONTH["pattern"]: factor},
        "additionalProperties": False,
    }
    change = {"anyOf": [factor, points]}
    return table(
        {"path": {"enum": list(PATHS)}, "changes": table(dict.fromkeys(SERIES, change))}
    )
