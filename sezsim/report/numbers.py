"""Numbers as they are written: thousands, signs, and no more digits than are known."""

from math import floor, isfinite, log10

from sezsim.definitions.wording import Words

MINUS = "\u2212"
DASH = "\u2013"
FEW = 2  # digits that count in a sentence
TEN_THOUSAND, TEN_THOUSANDS = 1e4, "\u4e07"
TENS = -1  # decimals from which on a whole number is rounded


def plain(value: float, digits: int = 0) -> str:
    """Write a number with thousands separators and a real minus sign.

    Negative digits round to tens, hundreds, thousands.
    """
    if not isfinite(value):
        return DASH
    text = f"{round(value, digits):,.{max(digits, 0)}f}"
    if text.startswith("-"):
        text = MINUS + text[1:] if float(text.replace(",", "")) != 0 else text[1:]
    return text


def signed(value: float, digits: int = 0) -> str:
    """Write a number with its sign; zero has none."""
    text = plain(value, digits)
    return text if text[0] in MINUS + DASH or not text.strip("0.,") else f"+{text}"


def rounded(value: float, digits: int = FEW) -> float:
    """Round a number to some digits that count."""
    if value == 0 or not isfinite(value):
        return value
    return round(value, digits - 1 - floor(log10(abs(value))))


def short(value: float) -> str:
    """Write the size of a number with two digits that count."""
    size = rounded(abs(value))
    return plain(size, decimals(size))


def in_text(value: float) -> Words:
    """Write the size of a count: Chinese counts from ten thousand on in ten thousands."""
    size = rounded(abs(value))
    if size < TEN_THOUSAND:
        return Words(short(value), short(value))
    return Words(f"{short(size / TEN_THOUSAND)}{TEN_THOUSANDS}", short(value))


def decimals(value: float, digits: int = FEW) -> int:
    """Return how many decimals show some digits that count, three at most.

    Of thousands the result is negative: they are rounded to the digits that count.
    """
    if value == 0 or not isfinite(value):
        return 0
    found = digits - 1 - floor(log10(abs(value)))
    return found if found < TENS else min(max(found, 0), 3)


def scaled_digits(*values: float) -> int:
    """Return the decimals that the largest of some numbers asks for."""
    finite = [abs(value) for value in values if isfinite(value)]
    return decimals(max(finite, default=0.0))
