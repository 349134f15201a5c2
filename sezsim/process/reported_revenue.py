"""Reported revenue (财政收入上报): cities add air to it where it counts and checks let it pass.

A city that reports a part m more than it collects weighs, for each yuan of its revenue,

    (weight - 1) (1 - u) m  -  m^2 / (2 air (1 - honesty))

the credit in its score beyond that of 2010, whose risk is borne already, less what it must hand up,
against an audit whose risk grows with the air and with the checks. So it adds

    m* = air (1 - honesty) max(weight - 1, 0) (1 - u),   u = shared (1 - k) / k

A part (shared) of the air is shown as business tax, of which the city keeps k. The province's share of
tax that nobody paid comes out of the city's treasury, so that reports cost services; the rest is
shown as fees, which stay in the city. What stood in the figures of 2010 is taken as collected.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Economy, Sector

HANDED_UP = Flow(
    "province's share of tax only reported", Sector.CITY_GOVERNMENTS, Sector.UPPER_GOVERNMENTS
)
CITY_ROWS = np.arange(CITIES)
PROVINCE = np.zeros(CITIES, np.int64)  # the payee, for each city
BUSINESS = 1  # among the shared taxes


class Parameters(Declared):
    """What cities risk in their reports."""

    air: float = parameter(
        0.25, "revenue reported in excess if its weight doubles and nothing is handed up",
        unit="1", within=(0.0, 0.5),
        source="facts F26: Liaoning's revenue of 2011-2014 held 15 to 23% air, which a doubled "
        "weight then gives; the weight is an assumption",
    )  # fmt: skip
    shared: float = parameter(
        0.5, "part of the air that is shown as business tax, not as fees", unit="1",
        within=(0.0, 1.0), source="assumption: half",
    )  # fmt: skip


def report_revenue(economy: Economy, books: Books, p: Parameters) -> None:
    """Let cities choose what they report, and hand up the province's share of what is air."""
    governments, rules = economy.governments, economy.rules
    governments.air[:] = 0.0
    weight = float(rules.score_revenue)
    if weight <= 1.0:
        return
    kept = float(economy.scratch.city_parts[BUSINESS])
    upper = p.shared * (1.0 - kept) / kept
    part = air(weight, float(rules.honesty), upper, p.air)
    governments.air[:] = part * governments.revenue
    due = fen(governments.air * upper)
    books.pay(HANDED_UP, CITY_ROWS, PROVINCE, due)
    governments.revenue -= due / 100.0


def air(weight: float, honesty: float, upper: float, most: float) -> float:
    """Return what a city adds to its revenue, as a part of it."""
    return most * (1.0 - honesty) * max(weight - 1.0, 0.0) * max(1.0 - upper, 0.0)
