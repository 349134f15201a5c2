"""Rules (规则): what processes read and policies write; all neutral again every month."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from typing import Any

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES
from sezsim.state.firms import OWNERSHIPS
from sezsim.state.one_buffer import OneBuffer

BETWEEN = (CITIES, CITIES)  # by origin and host
CELLS = (CITIES, INDUSTRIES)


class Substance(IntEnum):
    """What a cap or a standard may limit."""

    SO2 = 0
    COD = 1
    WATER = 2
    ENERGY = 3


SUBSTANCES = len(Substance)


class Service(IntEnum):
    """Public services to which residents registered elsewhere may be entitled."""

    SCHOOLS = 0
    HEALTH = 1
    HOUSING = 2
    MINIMUM_INCOME = 3


class Proof(IntEnum):
    """What must have lasted before a resident may register."""

    JOB = 0
    RESIDENCE = 1
    INSURANCE = 2


SERVICES, PROOFS = len(Service), len(Proof)
NO_LIMIT_YEARS = 50.0  # more years than anybody is asked for
SHARED_TAXES = 3  # value added tax, business tax, enterprise income tax


def rule(meaning: str, *, unit: str, neutral: float, shape: tuple[int, ...] = ()) -> Any:
    """Declare a rule: its meaning, its unit and the value that changes nothing."""
    return field(
        default_factory=lambda: np.full(shape, neutral),
        metadata={"meaning": meaning, "unit": unit, "neutral": neutral},
    )


def between(origins: Iterable[int], hosts: Iterable[int]) -> Flags:
    """Mark the pairs of different cities (8, 8) that a rule between cities reaches."""
    pairs = np.zeros(BETWEEN, np.bool_)
    pairs[np.ix_(list(origins), list(hosts))] = True
    np.fill_diagonal(pairs, val=False)
    return pairs


@cache
def block(rows: tuple[int, ...], columns: tuple[int, ...]) -> tuple[Any, ...]:
    """Return the index of all cells of some rows and columns, such as cities and industries."""
    across, down = span(rows), span(columns)
    if isinstance(across, slice) or isinstance(down, slice):
        return across, down
    return np.ix_(rows, columns)


@cache
def span(places: tuple[int, ...]) -> slice | np.ndarray:
    """Return neighbouring places as a slice, which is quick to index, and others as they are."""
    first, last = int(places[0]), int(places[-1])
    if places == tuple(range(first, last + 1)):
        return slice(first, last + 1)
    return np.array(places, np.int64)


@cache
def rows_of(places: tuple[int, ...]) -> Ints:
    """Return places as rows; whoever reads them does not write."""
    return np.array(places, np.int64)


@cache
def marked(places: tuple[int, ...], count: int) -> Flags:
    """Mark some places among a number of them."""
    return np.isin(np.arange(count), places)


@dataclass
class Rules(OneBuffer):
    """The rules in force this month; an array of shape () is a zone-wide rule."""

    settlement_ease: Floats = rule(
        "odds of moving to a city", unit="1", neutral=1.0, shape=(CITIES,)
    )
    service_access: Floats = rule(
        "access of non-local residents to public services, added to the opening share",
        unit="1", neutral=0.0, shape=(CITIES,),
    )  # fmt: skip
    entitlement: Floats = rule(
        "access of non-local residents to schools, health, housing, minimum income, added to "
        "the opening share",
        unit="1", neutral=0.0, shape=(SERVICES, CITIES),
    )  # fmt: skip
    health_settlement: Floats = rule(
        "share of the cost of care away from home that is settled where it is given",
        unit="1", neutral=0.0,
    )  # fmt: skip
    home_allowance: Floats = rule(
        "housing allowance of residents registered elsewhere, over pay",
        unit="1", neutral=0.0, shape=(CITIES,),
    )  # fmt: skip
    years_asked: Floats = rule(
        "most years of job, residence and insurance that may be asked for registration",
        unit="year", neutral=NO_LIMIT_YEARS, shape=(PROOFS, CITIES),
    )  # fmt: skip
    money_follows: Floats = rule(
        "part of the service cost of a new local resident that follows the person",
        unit="1", neutral=0.0, shape=(CITIES,),
    )  # fmt: skip
    search_reach: Floats = rule("search for posts in other cities", unit="1", neutral=1.0)
    recognition: Floats = rule(
        "part of the pay discount of strangers that recognised qualifications remove",
        unit="1", neutral=0.0,
    )  # fmt: skip
    open_posts: Floats = rule(
        "public posts open to the dismissed this month", unit="person", neutral=0.0,
        shape=(CITIES,),
    )  # fmt: skip
    pension_loss: Floats = rule("pension points lost on leaving a pool", unit="1", neutral=1.0)
    hukou_quota: Floats = rule(
        "share of eligible applicants admitted, over the opening one",
        unit="1",
        neutral=1.0,
        shape=(CITIES,),
    )
    land_protection: Floats = rule(
        "share of land value kept on conversion", unit="1", neutral=0.0
    )
    travel_time: Floats = rule(
        "travel time between cities", unit="1", neutral=1.0, shape=(CITIES, CITIES)
    )
    goods_time: Floats = rule(
        "time of goods between cities", unit="1", neutral=1.0, shape=(CITIES, CITIES)
    )
    matching: Floats = rule("efficiency of matching", unit="1", neutral=1.0, shape=(CITIES,))
    training_places: Floats = rule(
        "training places offered a month", unit="person/month", neutral=0.0, shape=(CITIES,)
    )
    displaced_first: Floats = rule(
        "whether the displaced get training places before others (0 or 1)",
        unit="1", neutral=0.0, shape=(CITIES,),
    )  # fmt: skip
    retirement_window: Floats = rule(
        "years added to those before the legal age in which firms retire internally",
        unit="year", neutral=0.0,
    )  # fmt: skip
    energy_price: Floats = rule("price of energy", unit="1", neutral=1.0)
    levy: Floats = rule("pollution levy rate", unit="1", neutral=1.0)
    research_subsidy: Floats = rule("share of research cost paid", unit="1", neutral=0.0)
    entry_ease: Floats = rule(
        "entry of private firms", unit="1", neutral=1.0, shape=(CITIES, INDUSTRIES)
    )
    soft_budget: Floats = rule(
        "chance that an insolvent state firm is rescued", unit="1", neutral=1.0
    )
    credit_limit: Floats = rule(
        "credit limit by ownership", unit="1", neutral=1.0, shape=(OWNERSHIPS,)
    )
    expansion: Floats = rule(
        "share of planned expansion allowed", unit="1", neutral=1.0, shape=(CITIES, INDUSTRIES)
    )
    investment_grant: Floats = rule(
        "share of the cost of new equipment that the city pays",
        unit="1", neutral=0.0, shape=CELLS,
    )  # fmt: skip
    moving_barrier: Floats = rule(
        "share of noticed moves that the origin may oppose", unit="1", neutral=1.0
    )
    tax_share: Floats = rule(
        "share of moved firms' city tax handed back, by origin and host",
        unit="1", neutral=0.0, shape=BETWEEN,
    )  # fmt: skip
    sharing_years: Floats = rule(
        "years for which tax is shared", unit="year", neutral=0.0, shape=BETWEEN
    )
    sharing_extension: Floats = rule(
        "more years of sharing for small payers", unit="year", neutral=0.0, shape=BETWEEN
    )
    sharing_threshold: Floats = rule(
        "tax below which a firm is a small payer", unit="yuan/year", neutral=0.0, shape=BETWEEN
    )
    sharing_floor: Floats = rule(
        "least tax of a firm that is shared", unit="yuan/year", neutral=0.0, shape=BETWEEN
    )
    sharing_ordered: Floats = rule(
        "whether only moves of the transfer plan are shared (0 or 1)",
        unit="1", neutral=0.0, shape=BETWEEN,
    )  # fmt: skip
    lump_years: Floats = rule(
        "sum paid for a move, in years of the firm's city tax",
        unit="year", neutral=0.0, shape=BETWEEN,
    )  # fmt: skip
    product_credit: Floats = rule(
        "part of a moved firm's product counted by the origin",
        unit="1", neutral=0.0, shape=BETWEEN,
    )  # fmt: skip
    gdp_split: Floats = rule(
        "whether credited product is taken off the host's (0 or 1)",
        unit="1", neutral=0.0, shape=BETWEEN,
    )  # fmt: skip
    bargaining: Floats = rule(
        "chance that two cities negotiate a sum", unit="1", neutral=0.0, shape=BETWEEN
    )
    bargaining_power: Floats = rule(
        "part of the surplus that negotiation leaves to the origin",
        unit="1", neutral=0.0, shape=BETWEEN,
    )  # fmt: skip
    fund_rate: Floats = rule(
        "revenue paid into the transfer fund", unit="1", neutral=0.0, shape=(CITIES,)
    )
    enclave_share: Floats = rule(
        "share of the tax of an enclave park that the origin keeps",
        unit="1", neutral=0.0, shape=BETWEEN,
    )  # fmt: skip
    enclave_years: Floats = rule(
        "years for which an enclave park shares tax", unit="year", neutral=0.0, shape=BETWEEN
    )
    land_gift: Floats = rule(
        "part of the land price that a host remits", unit="1", neutral=0.0, shape=BETWEEN
    )
    joint_area: Floats = rule(
        "number of the joint tax area of a city, 0 for none",
        unit="1", neutral=0.0, shape=(CITIES,),
    )  # fmt: skip
    joint_pool: Floats = rule(
        "part of revenue that a joint tax area pools", unit="1", neutral=0.0, shape=(CITIES,)
    )
    bid_limit: Floats = rule(
        "part of its means that a city may bid for a firm", unit="1", neutral=1.0
    )
    closing_quota: Floats = rule(
        "share of the backward capacity present that is ordered to close this month",
        unit="1/month",
        neutral=0.0,
        shape=(CITIES, INDUSTRIES),
    )
    replacement_ratio: Floats = rule(
        "capacity to retire for a unit built (0: building is free)",
        unit="1",
        neutral=0.0,
        shape=(INDUSTRIES,),
    )
    rights_scope: Floats = rule(
        "how far rights to build travel: firm (0), city (1), zone (2)",
        unit="TradeScope",
        neutral=2.0,
        shape=(INDUSTRIES,),
    )
    closing_award: Floats = rule(
        "award for closed yearly capacity",
        unit="yuan per 10^4 yuan",
        neutral=0.0,
        shape=(CITIES, INDUSTRIES),
    )
    minimum_wage: Floats = rule("minimum wage over the path", unit="1", neutral=1.0)
    productivity: Floats = rule(
        "labour productivity over its path", unit="1", neutral=1.0, shape=CELLS
    )
    outside_sales: Floats = rule(
        "orders from outside the zone over their path", unit="1", neutral=1.0, shape=CELLS
    )
    freight: Floats = rule(
        "cost of freight between cities", unit="1", neutral=1.0, shape=(CITIES, CITIES)
    )
    charge: Floats = rule(
        "charge on sales that the city collects, less its relief",
        unit="1", neutral=0.0, shape=CELLS,
    )  # fmt: skip
    charge_above: Floats = rule(
        "charge on sales that the province collects, less its relief",
        unit="1", neutral=0.0, shape=CELLS,
    )  # fmt: skip
    investment_pace: Floats = rule(
        "speed at which projects close a gap of capacity", unit="1", neutral=1.0
    )
    equipment_norm: Floats = rule(
        "share of new standard equipment that must be frontier instead",
        unit="1", neutral=0.0, shape=CELLS,
    )  # fmt: skip
    asset_reuse: Floats = rule(
        "share of the equipment of failed firms that others of their kind take over",
        unit="1", neutral=0.0,
    )  # fmt: skip
    loan_spread: Floats = rule(
        "interest above the loan rate, by ownership",
        unit="1/year", neutral=0.0, shape=(OWNERSHIPS,),
    )  # fmt: skip
    city_tax: Floats = rule(
        "share of value added, business and profit tax that passes from province to city",
        unit="1", neutral=0.0, shape=(SHARED_TAXES,),
    )  # fmt: skip
    transfers: Floats = rule(
        "transfers from above over their path", unit="1", neutral=1.0, shape=(CITIES,)
    )
    services: Floats = rule(
        "public services wanted over their path", unit="1", neutral=1.0, shape=(CITIES,)
    )
    housing_supply: Floats = rule(
        "growth of the housing stock by public building",
        unit="1/month", neutral=0.0, shape=(CITIES,),
    )  # fmt: skip
    town_ease: Floats = rule(
        "odds of villagers to move to town", unit="1", neutral=1.0, shape=(CITIES,)
    )
    resource_use: Floats = rule(
        "sulphur, oxygen demand, water and energy per output over their path",
        unit="1", neutral=1.0, shape=(SUBSTANCES, *CELLS),
    )  # fmt: skip
    cap: Floats = rule(
        "most that a city may emit or use: sulphur, oxygen demand (t), water (10^4 m3), "
        "energy (10^4 tce)",
        unit="quantity/month", neutral=np.inf, shape=(SUBSTANCES, CITIES),
    )  # fmt: skip
    cap_traded: Floats = rule(
        "whether permits under a cap are traded in the whole zone (0 or 1)",
        unit="1", neutral=0.0, shape=(SUBSTANCES,),
    )  # fmt: skip
    cap_auction: Floats = rule(
        "share of permits that is auctioned", unit="1", neutral=0.0, shape=(SUBSTANCES,)
    )
    score_product: Floats = rule(
        "weight of product in the score of cities", unit="1", neutral=1.0
    )
    score_revenue: Floats = rule(
        "weight of revenue in the score of cities", unit="1", neutral=1.0
    )
    score_jobs: Floats = rule("weight of jobs in the score of cities", unit="1", neutral=1.0)
    score_damage: Floats = rule(
        "weight of pollution in the score of cities", unit="1", neutral=1.0
    )
    veto: Floats = rule(
        "sulphur dioxide over that of the opening above which a city fails its evaluation",
        unit="1", neutral=np.inf,
    )  # fmt: skip
    audit: Floats = rule("chance that an audit finds a missed order", unit="1", neutral=1.0)
    honesty: Floats = rule(
        "share of over-reporting that audits of statistics prevent", unit="1", neutral=0.0
    )
    benefit: Floats = rule("unemployment benefit over the opening one", unit="1", neutral=1.0)

    def make_neutral(self) -> None:
        """Return every rule to the value that changes nothing."""
        self.buffer[:] = NEUTRAL

    def come_in(self, before: Floats, part: float) -> None:
        """Let a part of what changed since before be in force; a limit holds at once."""
        move_part(before, self.buffer, part)


@compiled
def move_part(before: Floats, now: Floats, part: float) -> None:
    """Go a part of the way from rules before to those now, where both are finite."""
    for k in range(len(now)):
        if np.isfinite(before[k]) and np.isfinite(now[k]):
            now[k] = before[k] + part * (now[k] - before[k])


NEUTRAL = Rules().buffer
