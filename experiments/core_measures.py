"""What is read from the stored runs of a scenario, by replicate: for core_signs.py and fragile_signs.py.

Each measure takes the runs of one scenario and returns a number for each replicate.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

import sezsim
from sezsim.accounting.transfer_account import annuity
from sezsim.definitions.geography import CITY_NAMES
from sezsim.definitions.industry import Industry
from sezsim.phase_out.market import price_rise
from sezsim.report.displacement import earnings
from sezsim.zone import Zone

YEARS = range(2010, 2021)
MIDDLE = "2012-07"  # of the orders of 2011 to 2013
NATIONAL_STEEL, DEMAND, OTHERS = 637e6, 0.8, 1.5  # t a year; elasticities, as in the model
DISCOUNT = 0.08
JOBS_WEIGHT = 0.3  # as in city_choice
OLD, YOUNG = 45, 30


class Results:
    """Stored runs of one scenario."""

    def __init__(self, result: sezsim.Result, name: str) -> None:
        """Keep what measures read."""
        self.panel = result.panel([name])
        design = result.design()
        self.runs = design[design["scenario"] == name].set_index("run")["replicate"]
        self.events = self.mine(result.events())
        self.flows = self.mine(result.flows())
        self.people = result.part("people", [name])
        spells = result.spells()
        self.spells = pd.DataFrame() if spells is None else self.mine(spells)

    def mine(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of the runs of the scenario."""
        return table[table["run"].isin(self.runs.index)]

    def by_replicate(self, values: pd.Series) -> pd.Series:
        """Return values by run as values by replicate; a run without any counts zero."""
        return values.reindex(self.runs.index, fill_value=0.0).rename(self.runs)


def mean_of(
    found: Results, indicator: str, first: int, last: int, places: tuple[str, ...] = ("zone",)
) -> pd.Series:
    """Mean of an indicator over years, summed over places."""
    panel = found.panel
    year = panel["month"].str[:4].astype(int)
    rows = panel[panel["city"].isin(places) & (year >= first) & (year <= last)]
    months = rows["month"].nunique()
    return found.by_replicate(rows.groupby("run")[indicator].sum() / months)


def ratio_of(found: Results, part: str, whole: str, first: int, last: int) -> pd.Series:
    """Mean of one indicator of the zone over that of another."""
    return mean_of(found, part, first, last) / mean_of(found, whole, first, last)


def part_of(found: Results, indicator: str, first: int, last: int, place: str) -> pd.Series:
    """Mean of an indicator of one city over that of the zone."""
    return mean_of(found, indicator, first, last, (place,)) / mean_of(
        found, indicator, first, last
    )


def closed(found: Results, what: str) -> pd.Series:
    """Steel capacity closed (t a year), its running part, or awards (yuan)."""
    steel = of_steel(found, "capacity_closed")
    amount = steel["value"] * (steel["running"] if what == "running" else 1.0)
    amount = steel["award"] if what == "award" else amount
    return found.by_replicate(amount.groupby(steel["run"]).sum())


def of_steel(found: Results, kind: str) -> pd.DataFrame:
    """Return the events of a kind in the steel industry."""
    events = found.events
    return events[(events["kind"] == kind) & (events["sector"] == "steel")]


def positive(values: pd.Series) -> pd.Series:
    """Leave out what is not above zero."""
    return values.where(values > 0.0)


def cost_per_running_tonne(found: Results) -> pd.Series:
    """Award over running steel capacity removed (yuan/t)."""
    return closed(found, "award") / positive(closed(found, "running"))


def cost_per_tonne(found: Results) -> pd.Series:
    """Award over steel capacity removed on paper (yuan/t)."""
    return closed(found, "award") / positive(closed(found, "all"))


def running_share(found: Results) -> pd.Series:
    """Share of the steel capacity closed that was running."""
    return closed(found, "running") / positive(closed(found, "all"))


def log_closed(found: Results) -> pd.Series:
    """Log of the steel capacity closed on paper."""
    return np.log(positive(closed(found, "all")))


def log_of(found: Results, indicator: str, first: int, last: int) -> pd.Series:
    """Log of the mean of an indicator of the zone."""
    return np.log(mean_of(found, indicator, first, last))


def resisted_share(found: Results) -> pd.Series:
    """Steel capacity whose owners kept it over all that was listed."""
    kept = of_steel(found, "closing_resisted").groupby("run")["value"].sum()
    kept = found.by_replicate(kept)
    return kept / (kept + closed(found, "all"))


def early_share(found: Results) -> pd.Series:
    """Steel capacity closed in the first half of the order, less one half."""
    steel = of_steel(found, "capacity_closed")
    early = steel[steel["month"] < MIDDLE].groupby("run")["value"].sum()
    return found.by_replicate(early) / positive(closed(found, "all")) - 0.5


def later_loss(found: Results) -> pd.Series:
    """Gain of owners per unit closed in 2013 less that of 2011 (yuan over yuan or t a year)."""
    steel = of_steel(found, "capacity_closed")
    year = steel["month"].str[:4]
    gain = steel.groupby(["run", year])["gain_origin"].sum()
    each = (gain / steel.groupby(["run", year])["value"].sum()).unstack()
    return (each["2013"] - each["2011"]).rename(found.runs)


def price_effect(found: Results) -> pd.Series:
    """Rise of the national steel price by what was closed and ran (limit L17)."""
    missing = closed(found, "running") / NATIONAL_STEEL
    return price_rise(missing, DEMAND, OTHERS) - 1.0


def compliance_by_interest(found: Results) -> pd.Series:
    """Rank correlation over cities: part enforced on who resists with tax and jobs per output."""
    structure = Zone.open("baseline", persons_per_agent=5000).economy.structure
    steel = int(Industry.STEEL)
    interest = pd.Series(
        structure.tax_rate[:, steel] * structure.city_tax_share
        + JOBS_WEIGHT * structure.labour_cost[:, steel], CITY_NAMES,
    )  # fmt: skip
    made = of_steel(found, "capacity_closed")
    made = made[made["reason"].str.startswith("enforced")]
    done = made.groupby(["run", "city"])["value"].sum()
    kept = of_steel(found, "closing_resisted").groupby(["run", "city"])["value"].sum()
    part = done.div(done.add(kept, fill_value=0.0)).fillna(0.0)
    values = {
        run: rows.droplevel("run").rank().corr(interest.rank())
        for run, rows in part.groupby("run")
    }
    return pd.Series(values).rename(found.runs)


def count(found: Results, kind: str) -> pd.Series:
    """Number of events of a kind."""
    events = found.events[found.events["kind"] == kind]
    return found.by_replicate(events.groupby("run").size().astype(float))


def dismissed(found: Results, places: tuple[str, ...] = CITY_NAMES) -> pd.Series:
    """Persons dismissed by closing orders in some cities, as firms decided."""
    events = found.events[found.events["kind"] == "capacity_closed"]
    events = events[events["city"].isin(places)]
    return found.by_replicate(events.groupby("run")["workers"].sum())


def where_dismissed(found: Results, here: tuple[str, ...], there: tuple[str, ...]) -> pd.Series:
    """Persons dismissed by closing orders in some cities less those in others."""
    return dismissed(found, here) - dismissed(found, there)


def right_price(found: Results) -> pd.Series:
    """Mean price of a right to build, weighted by amount (yuan a unit of yearly capacity)."""
    traded = found.events[found.events["kind"] == "rights_traded"]
    paid = (traded["gain_origin"] * traded["value"]).groupby(traded["run"]).sum()
    return found.by_replicate(paid) / positive(traded_amount(found))


def traded_amount(found: Results) -> pd.Series:
    """Capacity retired for building (t a year)."""
    traded = found.events[found.events["kind"] == "rights_traded"]
    return found.by_replicate(traded.groupby("run")["value"].sum())


def price_spread(found: Results) -> pd.Series:
    """Spread of the price of rights over the places where they are traded in a month."""
    traded = found.events[found.events["kind"] == "rights_traded"]
    spread = traded.groupby(["run", "month"])["gain_origin"].std(ddof=0)
    return found.by_replicate(spread.groupby("run").mean())


def blocked(found: Results) -> pd.Series:
    """Moves blocked though both cities together would have gained, 2011 to 2020."""
    return mean_of(found, "efficient_blocked", 2011, 2020) * 120.0


def large_blocked_more(found: Results) -> pd.Series:
    """Share of moves opposed among the largest third of firms less that among the smallest."""
    moves = found.events[found.events["kind"].isin(["move_agreed", "move_blocked"])]
    third = moves.groupby("run")["workers"].rank(pct=True)
    opposed = (moves["kind"] == "move_blocked").astype(float)
    large = opposed[third > 2 / 3].groupby(moves["run"]).mean()
    small = opposed[third < 1 / 3].groupby(moves["run"]).mean()
    return (large - small).rename(found.runs)


def part_of_loss_covered(found: Results) -> pd.Series:
    """Half the tax for three years over the tax of five years, by the rule of the step."""
    part = 0.5 * annuity(3.0, DISCOUNT) / annuity(5.0, DISCOUNT)
    return pd.Series(part, index=found.runs.to_numpy())


def inflation_of_reports(found: Results) -> pd.Series:
    """Reported over true product, 2015 to 2020."""
    return ratio_of(found, "gdp_reported", "gdp_nominal", 2015, 2020)


def log_moves(found: Results, first: int, last: int) -> pd.Series:
    """Log of all persons who moved between cities of the zone."""
    flows = found.flows[(found.flows["kind"] == "migration")]
    inside = flows["origin"].isin(CITY_NAMES) & flows["destination"].isin(CITY_NAMES)
    flows = flows[inside & flows["year"].between(first, last)]
    return np.log(found.by_replicate(flows.groupby("run")["value"].sum()))


def moves_of(found: Results, oldest: int = 200, youngest: int = 0, **group: str) -> pd.Series:
    """Moves between cities per person and year among a group of those followed, in percent."""
    people = found.people
    people = people[people["age"].between(youngest, oldest)]
    for column, value in group.items():
        people = people[people[column] == value]
    before = people.groupby(["run", "person"], sort=False)["city"].shift()
    moved = (people["city"] != before) & before.notna() & (before != "away")
    return found.by_replicate(100.0 * moved.groupby(people["run"]).mean())


def gap_of_moves(found: Results, more: dict[str, Any], less: dict[str, Any]) -> pd.Series:
    """Moves of one group less those of another, in percent a year."""
    return moves_of(found, **more) - moves_of(found, **less)


def slope_of_age(found: Results) -> pd.Series:
    """Moves of those from 45 on over those of those below 30."""
    old, young = moves_of(found, youngest=OLD), moves_of(found, oldest=YOUNG)
    return old / young


def earnings_kept(found: Results, first: int, last: int) -> pd.Series:
    """Earnings of the dismissed over the pay lost (%), in years since; needs lives recorded."""
    kept = earnings(found.spells)
    kept = kept[kept["after"].between(first, last)]
    return kept.groupby("replicate")["value"].mean()


MEASURES: dict[str, Callable[..., pd.Series]] = {
    each.__name__: each
    for each in (
        mean_of, ratio_of, part_of, closed, cost_per_running_tonne, cost_per_tonne, running_share,
        log_closed, log_of, resisted_share, early_share, later_loss, price_effect,
        compliance_by_interest, count, dismissed, where_dismissed, right_price, traded_amount,
        price_spread, blocked, large_blocked_more, part_of_loss_covered, inflation_of_reports,
        log_moves, moves_of, gap_of_moves, slope_of_age, earnings_kept,
    )
}  # fmt: skip
