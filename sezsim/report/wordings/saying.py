"""Texts of the report with their places filled, in both languages."""

from sezsim.definitions.wording import Words
from sezsim.report.wordings.names import PLACES, SHORT
from sezsim.report.wordings.texts import WORDS


def say(key: str, **parts: object) -> Words:
    """Return a text with its places filled; parts in two languages go to their own."""
    text = WORDS[key]
    return Words(
        text.zh.format(**{name: spoken_part(part, 0) for name, part in parts.items()}),
        text.en.format(**{name: spoken_part(part, 1) for name, part in parts.items()}),
    )


def in_sentence(name: str, title: Words) -> Words:
    """Return the name of an indicator as it stands inside a sentence."""
    return SHORT.get(name, title)


def capital(text: Words) -> Words:
    """Return a text that begins with a capital letter."""
    return Words(text.zh, text.en[:1].upper() + text.en[1:])


def spoken_part(part: object, language: int) -> object:
    """Return a part in a language, if it has two."""
    return part[language] if isinstance(part, Words) else part


def place(name: str) -> Words:
    """Return the name of a city, of the zone or of any other place."""
    return PLACES.get(name, Words(name, name.replace("_", " ").title()))


def joined(texts: list[Words], zh: str = "；", en: str = "; ") -> Words:
    """Join texts in both languages."""
    return Words(zh.join(text.zh for text in texts), en.join(text.en for text in texts))
