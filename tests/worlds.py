"""Worlds without change, for tests: one stands still, one grows evenly."""

from dataclasses import replace

from sezsim.scenario import Scenario

QUIET = {
    "labour_market.pace": 0.0,
    "demography.pace": 0.0,
    "migration.pace": 0.0,
    "settlement.pace": 0.0,
    "relocation.pace": 0.0,
    "scrapping.pace": 0.0,
    "investment.project": 1.0,
    "pollution.efficiency": 0.0,
    "wages.share": 1.0,
}
GROWTH, INFLATION = 0.07, 0.03


def still() -> Scenario:
    """A world whose rates of change are all zero and in which nobody draws lots."""
    base = Scenario.read("baseline").with_settings({"outside.path": "still"})
    zero = {"national.growth": 0.0, "national.inflation": 0.0, "national.stock_growth": 0.0}
    return replace(base, name="still", parameters=base.parameters.changed(QUIET | zero))


def even(*, quiet: bool = True) -> Scenario:
    """A world in which everything grows at one rate."""
    base = Scenario.read("baseline").with_settings({"outside.path": "trend"})
    rates = {
        "national.growth": GROWTH,
        "national.inflation": INFLATION,
        "national.stock_growth": (1.0 + GROWTH) * (1.0 + INFLATION) - 1.0,
    }
    kept = QUIET if quiet else {"pollution.efficiency", "wages.share"}
    people = {name: QUIET[name] for name in kept}
    return replace(base, name="even", parameters=base.parameters.changed(people | rates))
