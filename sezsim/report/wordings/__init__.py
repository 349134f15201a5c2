"""All words of the report, in Chinese and English: the only folder that a translator needs.

A text holds places such as {year}; both languages hold the same places. One file per theme; a
key stands in one file only.
"""

from sezsim.report.wordings.names import (
    BILLIONS,
    FACTORS,
    MILLIONS,
    PLACES,
    PLANTS,
    SHORT,
    UNITS,
)
from sezsim.report.wordings.saying import capital, in_sentence, joined, place, say
from sezsim.report.wordings.texts import THEMES, WORDS

__all__ = [
    "BILLIONS",
    "FACTORS",
    "MILLIONS",
    "PLACES",
    "PLANTS",
    "SHORT",
    "THEMES",
    "UNITS",
    "WORDS",
    "capital",
    "in_sentence",
    "joined",
    "place",
    "say",
]
