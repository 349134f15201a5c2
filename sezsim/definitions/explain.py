"""Explain a refused value: name, value, what is admitted, source, likely intention."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from sezsim.definitions.declare import Declared
from sezsim.definitions.likely import closest, intention

KINDS = {
    "float_type": "a number",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "string_type": "a text",
    "finite_number": "a finite number",
}


def explain(
    error: ValidationError, model: type[Declared], name: str, kind: str
) -> list[tuple[str, str]]:
    """Return the field and the sentence of every refused value.

    What is lacking only because it is misspelt is said once.
    """
    all_found = [(field_of(dict(found)), dict(found)) for found in error.errors()]
    unknown_ones = [field for field, found in all_found if found["type"] == "extra_forbidden"]
    meant = {closest(field, model.model_fields) for field in unknown_ones}
    return [
        (field, sentence(found, model, name, kind))
        for field, found in all_found
        if not (found["type"] == "missing" and field in meant)
    ]


def field_of(found: Mapping[str, Any]) -> str:
    """Return the name of a refused field."""
    return str(found["loc"][0]) if found["loc"] else ""


def sentence(found: Mapping[str, Any], model: type[Declared], name: str, kind: str) -> str:
    """Return one sentence for one refused value."""
    field, value = field_of(found), found["input"]
    if found["type"] == "extra_forbidden":
        return unknown(kind, name, field, model)
    if found["type"] == "missing":
        return f"{name} lacks '{field}' ({meaning(model, field)})."
    if found["type"] in {"greater_than_equal", "less_than_equal"}:
        return outside(model, name, field, value)
    if found["type"] in KINDS:
        wanted = KINDS[found["type"]]
        return f"{name}.{field} = {value!r} is not {wanted} ({meaning(model, field)})."
    if found["type"] == "value_error":
        return str(found["ctx"]["error"])
    return f"{name}.{field} = {value!r}: {found['msg']} ({meaning(model, field)})."


def unknown(kind: str, name: str, field: str, model: type[Declared]) -> str:
    """Say that there is no such setting."""
    return (
        f"There is no {kind} of {name} called '{field}'. {intention(field, model.model_fields)}"
    )


def outside(model: type[Declared], name: str, field: str, value: Any) -> str:
    """Say that a value lies outside its range."""
    extra = declared(model, field)
    low, high = extra["within"]
    unit = "" if extra["unit"] == "1" else f" {extra['unit']}"
    return (
        f"{name}.{field} = {value}{unit} lies outside [{low}, {high}] "
        f"({meaning(model, field)}; source: {extra['source']})."
    )


def meaning(model: type[Declared], field: str) -> str:
    """Return what a declared value means."""
    known = model.model_fields.get(field)
    return (known.description if known else None) or field.replace("_", " ")


def declared(model: type[Declared], field: str) -> dict[str, Any]:
    """Return unit, range, source and the rest of a declaration; empty if it has none."""
    known = model.model_fields.get(field)
    extra = known.json_schema_extra if known else None
    return dict(extra) if isinstance(extra, dict) else {}
