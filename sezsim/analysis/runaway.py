"""Which futures are no futures: those in which the baseline itself runs away.

An uncertain parameter may have values under which the economy leaves every experience. Such a future
says nothing about a reform and is dropped by rule, from the yearly means of the baseline alone, so
that no reform is judged by whether its result is liked.

A claim that runs away grows for years, so its change is judged over three years. A future is a single
replicate: judged year by year, chance dropped futures and no parameter did (with the parameters as
they are, one replicate in four at 1:5000 passes 3% in one year, and none over three).
"""

from collections.abc import Iterator, Mapping
from math import isfinite

MONTHS = 12.0
HALF, DOUBLE = 0.5, 2.0  # markup over the opening (no band of experience is wider)
CLAIM_YEARS = 3
MOST_CLAIM = (
    0.03  # mean change a year over CLAIM_YEARS of the claim on the outside, share of product
)
MOST_DEBT = 0.6  # debt of the cities, share of product
MOST_BAD_LOANS = 0.15  # share of loans
FIRMS = 0.4  # change of the number of firms since the opening, share
INDICATORS = ("markup", "gdp_nominal", "outside_claim", "city_debt", "bank_bad_loans", "firms")


def runs_away(means: Mapping[str, float]) -> str:
    """Return the checks that yearly means of the zone ('markup.2015': ...) fail, or nothing."""
    years = sorted({int(name.rsplit(".", 1)[1]) for name in means if name.count(".") == 1})
    lacking = [name for name in INDICATORS if f"{name}.{years[0]}" not in means]
    if lacking:
        return f"no {lacking[0]}"
    return ", ".join(dict.fromkeys(failed(means, years)))


def failed(means: Mapping[str, float], years: list[int]) -> Iterator[str]:
    """Yield the name of every check that fails in some year."""
    first = years[0]
    for year in years:
        now = {name: means[f"{name}.{year}"] for name in INDICATORS}
        product = MONTHS * now["gdp_nominal"]
        if not all(isfinite(value) for value in now.values()) or product <= 0.0:
            yield "not a number"
            continue
        if not HALF <= now["markup"] / means[f"markup.{first}"] <= DOUBLE:
            yield "markup"
        if abs(claim_growth(means, first, year)) > MOST_CLAIM * product:
            yield "claim on the outside"
        if now["city_debt"] > MOST_DEBT * product:
            yield "city debt"
        if now["bank_bad_loans"] > MOST_BAD_LOANS:
            yield "bad loans"
        if abs(now["firms"] / means[f"firms.{first}"] - 1.0) > FIRMS:
            yield "number of firms"


def claim_growth(means: Mapping[str, float], first: int, year: int) -> float:
    """Return by how much the claim on the outside changed a year, over the last years."""
    before = max(year - CLAIM_YEARS, first)
    change = means[f"outside_claim.{year}"] - means[f"outside_claim.{before}"]
    return change / max(year - before, 1)
