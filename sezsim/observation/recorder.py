"""Recorder (记录): a block (months, cities, aggregates) filled in one pass a month.

Tables are made after the run; nothing that is recorded feeds back.
"""

from dataclasses import dataclass, field

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES, PRIMARY, SECONDARY, TERTIARY, Industry
from sezsim.observation.aggregates import NAMES, POSITION, with_zone
from sezsim.observation.indicator import INDICATORS
from sezsim.state.economy import Economy, Sector
from sezsim.state.workers import Skill, Status

PRICE_OF_OPENING = 0.930 / 0.945
HOLDERS = [
    int(sector) for sector in (
        Sector.HOUSEHOLDS, Sector.BASKETS, Sector.FIRMS, Sector.DEVELOPERS,
        Sector.CITY_GOVERNMENTS, Sector.TAX_OFFICES, Sector.PENSION_FUNDS,
    )
]  # fmt: skip
EMPLOYED, FARM = int(Status.EMPLOYED), int(Status.FARM)
UNEMPLOYED, INTERNALLY_RETIRED = int(Status.UNEMPLOYED), int(Status.INTERNALLY_RETIRED)
STEEL, COAL = int(Industry.STEEL), int(Industry.COAL)
STATUSES, SKILLS, FAMILIES = len(Status), len(Skill), 3  # no child, one or two
BINS = 96
BIN_WIDTH = 120.0  # yuan a month at opening pay; the last class is open
GROUPS = {"va_primary": PRIMARY, "va_secondary": SECONDARY, "va_tertiary": TERTIARY}
GROUP_ROWS = {name: [int(i) for i in members] for name, members in GROUPS.items()}


@compiled
def count_rows(
    count: int, alive: Flags, city: Ints, urban: Ints, hukou_city: Ints, status: Ints,
    child_one: Ints, child_two: Ints, insured: Ints, benefit_left: Ints, last_pay: Floats,
    skill: Ints, width: float, heads: Ints, by_status: Ints, classes: Ints, pay: Floats,
) -> None:  # fmt: skip
    """Count persons of each kind by city, and employees and their pay by class.

    Heads are residents, residents of towns, strangers, insured employees, schooling and
    recipients of benefit; pay is that of all employees by class and, last, of the insured. Each
    row is counted once, in the group of its city, status, town, schooling and size of family.
    """
    last = classes.shape[1] - 1
    groups = np.zeros((len(heads), STATUSES, 2, SKILLS, FAMILIES), np.int64)
    strangers, recipients = np.zeros(len(heads), np.int64), np.zeros(len(heads), np.int64)
    for i in range(count):
        if not alive[i]:
            continue
        c, state = city[i], status[i]
        children = int(child_one[i] >= 0) + int(child_two[i] >= 0)
        groups[c, state, urban[i], skill[i], children] += 1
        strangers[c] += int(hukou_city[i] != c)
        if state == EMPLOYED:
            wage = last_pay[i]
            place = min(int(wage / width), last)
            classes[c, place] += 1
            pay[c, place] += wage
            heads[c, 3] += int(insured[i])
            pay[c, last + 1] += wage * insured[i]
        elif state == UNEMPLOYED:
            recipients[c] += int(benefit_left[i] > 0)
    heads[:, 2], heads[:, 5] = strangers, recipients
    sum_groups(groups, heads, by_status)


@compiled
def sum_groups(groups: Ints, heads: Ints, by_status: Ints) -> None:
    """Add up residents, residents of towns and schooling by city, and rows by status."""
    for c in range(len(heads)):
        for state in range(STATUSES):
            for town in range(2):
                for schooling in range(SKILLS):
                    for children in range(FAMILIES):
                        rows = groups[c, state, town, schooling, children]
                        heads[c, 0] += rows * (1 + children)
                        heads[c, 1] += rows * (1 + children) * town
                        heads[c, 4] += rows * schooling
                        by_status[c, state] += rows


@dataclass
class Recorder:
    """The record of one run."""

    months: int
    economy: Economy
    ledger: Money
    month: int = 0
    block: Floats = field(init=False)

    def __post_init__(self) -> None:
        """Make room for all months and remember the claims of the opening."""
        self.block = np.zeros((self.months, CITIES, len(NAMES)))
        self.claim_at_opening = claims(self.economy, self.ledger)

    def record(self) -> None:
        """Add up the month."""
        self.into = self.block[self.month]
        self.persons()
        self.product()
        self.finance()
        self.equipment()
        self.prices()
        self.month += 1

    def latest(self, name: str) -> Floats:
        """Return an indicator of the last month recorded (9): the cities and the zone."""
        last = with_zone(self.block[self.month - 1 : self.month])
        return INDICATORS[name].rule(last)[0]

    def put(self, name: str, values: Floats) -> None:
        """Write an aggregate of the month."""
        self.into[:, POSITION[name]] = values

    def persons(self) -> None:
        """Count people."""
        workers, flows = self.economy.workers, self.economy.flows
        heads, by_status = np.zeros((CITIES, 6), np.int64), np.zeros((CITIES, 8), np.int64)
        classes, pay = np.zeros((CITIES, BINS), np.int64), np.zeros((CITIES, BINS + 1))
        count_rows(
            workers.count, workers.alive, workers.city, workers.urban, workers.hukou_city,
            workers.status, workers.child_one, workers.child_two, workers.insured,
            workers.benefit_left, workers.last_pay, workers.skill,
            BIN_WIDTH * float(self.economy.cells.wage_level.mean()), heads, by_status,
            classes, pay,
        )  # fmt: skip
        persons = workers.persons_per_agent
        residents, strangers = heads[:, 0] * persons, heads[:, 2] * persons
        employed, idle = by_status[:, EMPLOYED] * persons, by_status[:, UNEMPLOYED] * persons
        adults, farmers = by_status.sum(axis=1) * persons, by_status[:, FARM] * persons
        for name, values in (
            ("population", residents), ("urban_population", heads[:, 1] * persons),
            ("migrants", strangers), ("adults", adults), ("employed_nonfarm", employed),
            ("employed_farm", farmers), ("unemployed", idle),
            ("internally_retired", by_status[:, INTERNALLY_RETIRED] * persons),
            ("pay", pay[:, :BINS].sum(axis=1) * persons), ("insured", heads[:, 3] * persons),
            ("insured_pay", pay[:, BINS] * persons),
            ("benefit_recipients", heads[:, 5] * persons),
            ("gini_weight", gini(classes, pay[:, :BINS]) * employed),
        ):  # fmt: skip
            self.put(name, values)
        scratch = self.economy.scratch
        self.economy.cells.unemployment[:] = idle / np.maximum(idle + employed, 1.0)
        scratch.population[:], scratch.farmers[:] = residents, farmers
        scratch.property_weight[:] = adults + heads[:, 4] * persons
        self.put("arrivals", flows.moves[:, :CITIES].sum(axis=0))
        self.put("departures", flows.moves[:CITIES].sum(axis=1))
        self.put("displaced", flows.displaced)
        self.put("posts", flows.posts)
        for name in ("move_requests", "moves_agreed", "moves_blocked", "efficient_blocked"):
            self.put(name, getattr(flows, name))

    def product(self) -> None:
        """Add up value added and what it is spent on."""
        economy = self.economy
        cells, firms, flows, structure = (
            economy.cells, economy.firms, economy.flows, economy.structure,
        )  # fmt: skip
        cell = firms.city.astype(np.int64) * INDUSTRIES + firms.industry
        costs = np.bincount(cell, firms.costs, CITIES * INDUSTRIES).reshape(CITIES, INDUSTRIES)
        added = cells.output * cells.price - costs
        rate = 1.0 - structure.coefficients.sum(axis=1)
        extra = structure.energy_share * (cells.energy_index - 1.0)
        real = cells.output * (rate - extra) / PRICE_OF_OPENING
        for k, (name, members) in enumerate(GROUP_ROWS.items()):
            part = added[:, members].sum(axis=1)
            self.put(name, part)
            told = structure.wedge[:, k] + economy.governments.over_reporting
            self.into[:, POSITION["reported_va"]] += part * told
        self.into[:, POSITION["reported_va"]] += economy.governments.credited
        self.put("credited_va", economy.governments.credited)
        self.put("va_industry", added[:, Industry.COAL : Industry.CONSTR].sum(axis=1))
        self.put("va_hitech", (added * structure.hitech_share).sum(axis=1))
        self.put("real_va", real.sum(axis=1))
        income = flows.wages + flows.contributions + flows.mixed_income
        self.put("labour_income", income)
        for name in ("research", "consumption", "disposable_income", "investment",
                     "net_outflow", "energy", "water", "so2", "cod", "co2"):  # fmt: skip
            self.put(name, getattr(flows, name))

    def finance(self) -> None:
        """Add up budgets, debts and claims."""
        governments, banks = self.economy.governments, self.economy.banks
        self.put("fiscal_revenue", governments.revenue)
        self.put("fiscal_expenditure", governments.expenditure)
        self.put("city_debt", governments.debt / 100.0)
        self.put("loans", banks.loans[:CITIES] / 100.0)
        self.put("bad_loans", banks.bad_loans[:CITIES] / 100.0)
        self.put("outside_claim", claims(self.economy, self.ledger) - self.claim_at_opening)

    def equipment(self) -> None:
        """Add up firms, capacity and its use."""
        economy = self.economy
        firms, cells, flows, structure = (
            economy.firms, economy.cells, economy.flows, economy.structure,
        )  # fmt: skip
        totals = np.zeros((CITIES, 9))
        count_firms(
            firms.is_open, firms.city, firms.industry, firms.weight, firms.capacity,
            firms.sealed, firms.output, structure.capital_ratio, structure.tonnes,
            cells.investment_price, totals,
        )  # fmt: skip
        totals[:, 1:4] /= PRICE_OF_OPENING
        totals[:, 4] /= PRICE_OF_OPENING
        for place, name in enumerate(
            ("firms", "capacity", "capacity_running", "capacity_backward",
             "output_on_capacity", "capital", "capacity_steel", "capacity_coal",
             "output_steel")
        ):  # fmt: skip
            self.put(name, totals[:, place])
        self.put("openings", flows.openings)
        self.put("closures", flows.closures)

    def prices(self) -> None:
        """Weigh prices, rents and markups."""
        cells, flows = self.economy.cells, self.economy.flows
        population = self.economy.scratch.population
        self.put("rent_weight", cells.rent * population)
        self.put("house_price_weight", cells.house_price * population)
        self.put("price_weight", flows.consumption)
        self.put("price_base", flows.consumption / cells.consumer_price)
        value = cells.output * cells.price
        self.put("markup_weight", (value * cells.markup).sum(axis=1))
        self.put("markup_base", value.sum(axis=1))
        self.put("outside_value", (cells.output * cells.peer_price).sum(axis=1))


def claims(economy: Economy, ledger: Money) -> Floats:
    """Claims (yuan) of each city on the outside: all deposits less all loans."""
    deposits = ledger[HOLDERS, :CITIES].sum(axis=0)
    return np.asarray((deposits - economy.banks.loans[:CITIES]) / 100.0)


@compiled
def count_firms(
    is_open: Flags, city: Ints, industry: Ints, weight: Floats, capacity: Floats,
    sealed: Floats, output: Floats, capital_ratio: Floats, tonnes: Floats, price: Floats,
    totals: Floats,
) -> None:  # fmt: skip
    """Add up firms, capacity, output, capital and tonnes by city."""
    for i in range(len(city)):
        if not is_open[i]:
            continue
        c, s = city[i], industry[i]
        paper = 0.0
        for v in range(4):
            paper += capacity[i, v]
            totals[c, 2] += capacity[i, v] * (1.0 - sealed[i, v])
        totals[c, 0] += weight[i]
        totals[c, 1] += paper
        totals[c, 3] += capacity[i, 0]
        totals[c, 4] += output[i]
        totals[c, 5] += paper * capital_ratio[c, s] * price[c]
        if s == STEEL:
            totals[c, 6] += paper * tonnes[c, s]
            totals[c, 8] += output[i] * tonnes[c, s]
        elif s == COAL:
            totals[c, 7] += paper * tonnes[c, s]


def gini(classes: Ints, pay: Floats) -> Floats:
    """Gini coefficient (8) from employees and pay by class (8, classes)."""
    money = pay.cumsum(axis=1)
    whole_people = np.maximum(classes.sum(axis=1), 1.0)
    whole_money = np.maximum(money[:, -1], 1.0)
    below = np.concatenate([np.zeros((len(pay), 1)), money[:, :-1]], axis=1)
    area = (classes * (below + money) / 2.0).sum(axis=1)
    return np.asarray(1.0 - 2.0 * area / (whole_people * whole_money))
