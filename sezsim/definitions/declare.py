"""Declarations: a number is declared once, with meaning, unit, range and source."""

from dataclasses import field
from enum import Enum
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field


class Declared(BaseModel):
    """A frozen group of declared numbers; a change is a checked copy."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False, validate_default=True
    )

    def changed(self, **values: Any) -> Self:
        """Return a copy with some values changed and all of them checked again."""
        return type(self).model_validate({**dict(self), **values})


def parameter(
    value: Any,
    meaning: str,
    *,
    unit: str,
    within: tuple[float, float],
    source: str,
    grade: str = "D",
) -> Any:
    """Declare a parameter of a process: value, meaning, unit, range, source, grade A to D."""
    low, high = within
    return Field(
        value,
        ge=low,
        le=high,
        description=meaning,
        json_schema_extra={
            "unit": unit,
            "within": [low, high],
            "source": source,
            "grade": grade,
            "kind": "parameter",
        },
    )


def setting(
    meaning: str,
    *,
    unit: str,
    within: tuple[float, float],
    neutral: float | None = None,
    value: Any = ...,
    source: str = "scenario file",
) -> Any:
    """Declare a setting of a policy instrument; neutral is the value that changes nothing."""
    low, high = within
    return Field(
        value,
        ge=low,
        le=high,
        description=meaning,
        json_schema_extra={
            "unit": unit,
            "within": [low, high],
            "source": source,
            "neutral": neutral,
            "kind": "setting",
        },
    )


def choice(meaning: str, *, value: Any) -> Any:
    """Declare a setting that is one of some kinds, or true or false; the default is neutral."""
    neutral = value.name.lower() if isinstance(value, Enum) else value
    return Field(
        value,
        description=meaning,
        json_schema_extra={"neutral": neutral, "unit": "", "kind": "setting"},
    )


def column(meaning: str, *, unit: str) -> Any:
    """Declare a column of a table of the state: what one row means, and its unit."""
    return field(metadata={"meaning": meaning, "unit": unit})
