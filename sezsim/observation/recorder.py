"""Recorder (记录): a block (months, cities, aggregates) filled in one pass a month.

Tables are made after the run; nothing that is recorded feeds back.
"""

from collections import namedtuple
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES, SECONDARY, TERTIARY, Industry
from sezsim.observation.aggregates import NAMES, with_zone
from sezsim.observation.head_count import BINS, count_heads, sum_heads
from sezsim.observation.indicator import INDICATORS
from sezsim.state.economy import Economy, Sector
from sezsim.state.workers import Status

PRICE_OF_OPENING = 0.930 / 0.945
HOLDERS = np.array([
    int(sector) for sector in (
        Sector.HOUSEHOLDS, Sector.BASKETS, Sector.FIRMS, Sector.DEVELOPERS,
        Sector.CITY_GOVERNMENTS, Sector.TAX_OFFICES, Sector.PENSION_FUNDS,
    )
])  # fmt: skip
EMPLOYED, FARM = int(Status.EMPLOYED), int(Status.FARM)
UNEMPLOYED, INTERNALLY_RETIRED = int(Status.UNEMPLOYED), int(Status.INTERNALLY_RETIRED)
THREE_YEARS = 36  # months without margin for interest, which make a zombie (economics 2.5)
STEEL, COAL = int(Industry.STEEL), int(Industry.COAL)
BIN_WIDTH = 120.0  # yuan a month at opening pay; the last class is open
GROUP_OF = np.array(
    [(s in SECONDARY) + 2 * (s in TERTIARY) for s in range(INDUSTRIES)]
)  # primary 0, secondary 1, tertiary 2
FIRST_OF_INDUSTRY, FIRST_OF_BUILDING = int(Industry.COAL), int(Industry.CONSTR)
AT: Any = namedtuple("AT", NAMES)(*range(len(NAMES)))  # noqa: PYI024 - kernels read its names


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
        self.value_added_rate = 1.0 - self.economy.structure.coefficients.sum(axis=1)
        self.costs = np.zeros((CITIES, INDUSTRIES))

    def record(self) -> None:
        """Add up the month."""
        self.into = self.block[self.month]
        self.persons()
        self.equipment()
        self.product()
        self.finance()
        self.month += 1

    def latest(self, name: str) -> Floats:
        """Return an indicator of the last month recorded (9): the cities and the zone."""
        last = with_zone(self.block[self.month - 1 : self.month])
        return INDICATORS[name].rule(last)[0]

    def persons(self) -> None:
        """Count people."""
        workers, flows, scratch = self.economy.workers, self.economy.flows, self.economy.scratch
        cells = self.economy.cells
        counted = count_heads(workers, BIN_WIDTH * mean_level(cells.wage_level))
        put_people(
            workers.persons_per_agent, *counted, flows.moves, flows.displaced, flows.posts,
            cells.unemployment, scratch.population, scratch.farmers, scratch.property_weight,
            self.into,
        )  # fmt: skip

    def product(self) -> None:
        """Add up value added, what it is spent on, and prices, by city."""
        cells, flows, structure = self.economy.cells, self.economy.flows, self.economy.structure
        governments = self.economy.governments
        put_product(
            cells.output, cells.price, cells.peer_price, cells.markup, cells.energy_index,
            self.costs, self.value_added_rate, structure.energy_share, structure.wedge,
            governments.over_reporting, structure.hitech_share, governments.credited, self.into,
        )  # fmt: skip
        put_flows(
            flows.wages, flows.contributions, flows.mixed_income, flows.pension_deficit,
            flows.research,
            flows.consumption, flows.disposable_income, flows.investment, flows.net_outflow,
            flows.energy, flows.water, flows.so2, flows.cod, flows.co2, flows.openings,
            flows.closures, flows.move_requests, flows.moves_agreed, flows.moves_blocked,
            flows.efficient_blocked, self.into,
        )  # fmt: skip

    def finance(self) -> None:
        """Add up budgets, debts, claims and what homes and goods cost."""
        economy = self.economy
        governments, banks, cells = economy.governments, economy.banks, economy.cells
        put_balances(
            governments.revenue, governments.air, governments.expenditure, governments.debt,
            banks.loans, banks.bad_loans, self.ledger, self.claim_at_opening, cells.rent,
            cells.house_price, cells.consumer_price, economy.scratch.population,
            economy.flows.consumption, self.into,
        )  # fmt: skip

    def equipment(self) -> None:
        """Add up firms, capacity and its use, and the costs of each cell."""
        economy = self.economy
        firms, structure = economy.firms, economy.structure
        count_firms(
            firms.is_open, firms.city, firms.industry, firms.weight, firms.capacity,
            firms.sealed, firms.output, firms.costs, firms.bad_months, structure.capital_ratio,
            structure.tonnes, economy.cells.investment_price, self.costs, self.into,
        )  # fmt: skip


def claims(economy: Economy, ledger: Money) -> Floats:
    """Claims (yuan) of each city on the outside: all deposits less all loans."""
    deposits = ledger[HOLDERS, :CITIES].sum(axis=0)
    return np.asarray((deposits - economy.banks.loans[:CITIES]) / 100.0)


@compiled
def mean_level(level: Floats) -> float:
    """Mean of the level of pay over all cities and industries."""
    return level.mean()


@compiled
def put_people(
    persons: int, groups: Ints, employees: Ints, wages: Floats, moves: Floats,
    displaced: Floats, posts: Floats, unemployment: Floats, population: Floats,
    farmers: Floats, property_weight: Floats, into: Floats,
) -> None:  # fmt: skip
    """Write what was counted of people, and keep what later processes read."""
    heads, by_status, classes, pay = sum_heads(groups, employees, wages)
    for c in range(len(heads)):
        employed, idle = by_status[c, EMPLOYED] * persons, by_status[c, UNEMPLOYED] * persons
        adults = by_status[c].sum() * persons
        population[c], farmers[c] = heads[c, 0] * persons, by_status[c, FARM] * persons
        property_weight[c] = adults + heads[c, 4] * persons
        unemployment[c] = idle / max(idle + employed, 1.0)
        into[c, AT.population], into[c, AT.migrants] = population[c], heads[c, 2] * persons
        into[c, AT.urban_population] = heads[c, 1] * persons
        into[c, AT.adults], into[c, AT.unemployed] = adults, idle
        into[c, AT.employed_nonfarm], into[c, AT.employed_farm] = employed, farmers[c]
        into[c, AT.internally_retired] = by_status[c, INTERNALLY_RETIRED] * persons
        into[c, AT.benefit_recipients] = heads[c, 5] * persons
        into[c, AT.pay] = pay[c, :BINS].sum() * persons
        into[c, AT.insured], into[c, AT.insured_pay] = (
            heads[c, 3] * persons,
            pay[c, BINS] * persons,
        )
        into[c, AT.gini_weight] = gini(classes[c], pay[c]) * employed
        into[c, AT.arrivals], into[c, AT.departures] = moves[:, c].sum(), moves[c].sum()
        into[c, AT.displaced], into[c, AT.posts] = displaced[c], posts[c]


@compiled
def gini(classes: Ints, pay: Floats) -> float:
    """Gini coefficient from employees and their pay by class, lowest pay first."""
    people, money, area = 0.0, 0.0, 0.0
    for k in range(len(classes)):
        area += classes[k] * (money + pay[k] / 2.0)
        people += classes[k]
        money += pay[k]
    return 1.0 - 2.0 * area / (max(people, 1.0) * max(money, 1.0))


@compiled
def put_product(
    output: Floats, price: Floats, peers: Floats, markup: Floats, energy_index: Floats,
    costs: Floats, value_added_rate: Floats, energy_share: Floats, wedge: Floats,
    over_reporting: Floats, hitech: Floats, credited: Floats, into: Floats,
) -> None:  # fmt: skip
    """Add up value added of each city, nominal, real and as reported, and values of output."""
    for c in range(output.shape[0]):
        groups, row, told = np.zeros(3), into[c], wedge[c] + over_reporting[c]
        for s in range(output.shape[1]):
            value = output[c, s] * price[c, s]
            added = value - costs[c, s]
            groups[GROUP_OF[s]] += added
            extra = energy_share[c, s] * (energy_index[c, s] - 1.0)
            row[AT.real_va] += output[c, s] * (value_added_rate[c, s] - extra)
            row[AT.va_hitech] += added * hitech[s]
            if FIRST_OF_INDUSTRY <= s < FIRST_OF_BUILDING:
                row[AT.va_industry] += added
            row[AT.markup_weight] += value * markup[c, s]
            row[AT.markup_base] += value
            row[AT.outside_value] += output[c, s] * peers[c, s]
        row[AT.real_va] /= PRICE_OF_OPENING
        row[AT.va_primary], row[AT.va_secondary], row[AT.va_tertiary] = groups
        row[AT.reported_va] = (groups * told).sum() + credited[c]
        row[AT.reported_tertiary] = groups[2] * told[2]
        row[AT.reported_industry] = row[AT.va_industry] * told[1]
        row[AT.reported_hitech] = row[AT.va_hitech] * told[1]
        row[AT.credited_va] = credited[c]


@compiled
def put_flows(
    wages: Floats, contributions: Floats, mixed: Floats, deficit: Floats, research: Floats,
    consumption: Floats, disposable: Floats, investment: Floats, net_outflow: Floats,
    energy: Floats, water: Floats, so2: Floats, cod: Floats, co2: Floats, openings: Floats,
    closures: Floats, requests: Floats, agreed: Floats, blocked: Floats, efficient: Floats,
    into: Floats,
) -> None:  # fmt: skip
    """Write the flows of the month."""
    into[:, AT.labour_income] = wages + contributions + mixed
    into[:, AT.pension_deficit] = deficit
    into[:, AT.research], into[:, AT.consumption] = research, consumption
    into[:, AT.disposable_income], into[:, AT.investment] = disposable, investment
    into[:, AT.net_outflow], into[:, AT.energy], into[:, AT.water] = net_outflow, energy, water
    into[:, AT.so2], into[:, AT.cod], into[:, AT.co2] = so2, cod, co2
    into[:, AT.openings], into[:, AT.closures] = openings, closures
    into[:, AT.move_requests], into[:, AT.moves_agreed] = requests, agreed
    into[:, AT.moves_blocked], into[:, AT.efficient_blocked] = blocked, efficient


@compiled
def put_balances(
    revenue: Floats, air: Floats, expenditure: Floats, debt: Money, loans: Money,
    bad_loans: Money, ledger: Money, claim_at_opening: Floats, rent: Floats, house_price: Floats,
    consumer_price: Floats, population: Floats, consumption: Floats, into: Floats,
) -> None:  # fmt: skip
    """Write budgets, debts and claims (yuan), and prices times their weights."""
    for c in range(into.shape[0]):
        deposits = 0
        for holder in range(len(HOLDERS)):
            deposits += ledger[HOLDERS[holder], c]
        into[c, AT.outside_claim] = (deposits - loans[c]) / 100.0 - claim_at_opening[c]
        into[c, AT.fiscal_revenue], into[c, AT.fiscal_expenditure] = revenue[c], expenditure[c]
        into[c, AT.revenue_air] = air[c]
        into[c, AT.city_debt], into[c, AT.loans] = debt[c] / 100.0, loans[c] / 100.0
        into[c, AT.bad_loans] = bad_loans[c] / 100.0
        into[c, AT.rent_weight] = rent[c] * population[c]
        into[c, AT.house_price_weight] = house_price[c] * population[c]
        into[c, AT.price_weight] = consumption[c]
        into[c, AT.price_base] = consumption[c] / consumer_price[c]


@compiled
def count_firms(
    is_open: Flags, city: Ints, industry: Ints, weight: Floats, capacity: Floats,
    sealed: Floats, output: Floats, costs: Floats, bad_months: Ints, capital_ratio: Floats,
    tonnes: Floats, price: Floats, cell_costs: Floats, into: Floats,
) -> None:  # fmt: skip
    """Add up firms, capacity, output, capital and tonnes by city, and costs by cell.

    The sums of a city stay at hand as long as the next firm lies there too.
    """
    cell_costs[:] = 0.0
    here, papers, runnings, old, made, number = uint64(0), 0.0, 0.0, 0.0, 0.0, 0.0
    for row in range(len(city)):
        i = uint64(row)
        c, s = uint64(city[i]), uint64(industry[i])
        cell_costs[c, s] += costs[i]
        if c != here:
            put_capacity(into[here], papers, runnings, old, made, number)
            here, papers, runnings, old, made, number = c, 0.0, 0.0, 0.0, 0.0, 0.0
        if not is_open[i]:
            continue
        paper = running = 0.0
        for v in range(4):
            paper += capacity[i, v]
            running += capacity[i, v] * (1.0 - sealed[i, v])
        papers += paper
        runnings += running
        old += capacity[i, 0]
        made += output[i]
        number += weight[i]
        capital = paper * capital_ratio[c, s] * price[c]
        into[c, AT.capital] += capital
        if bad_months[i] >= THREE_YEARS:
            into[c, AT.capital_zombies] += capital
        if industry[i] == STEEL:
            into[c, AT.capacity_steel] += paper * tonnes[c, s]
            into[c, AT.output_steel] += output[i] * tonnes[c, s]
        elif industry[i] == COAL:
            into[c, AT.capacity_coal] += paper * tonnes[c, s]
    put_capacity(into[here], papers, runnings, old, made, number)


@compiled
def put_capacity(
    row: Floats, paper: float, running: float, old: float, made: float, number: float
) -> None:
    """Add firms and their capacity, in money of 2010, to the record of a city."""
    row[AT.capacity] += paper / PRICE_OF_OPENING
    row[AT.capacity_running] += running / PRICE_OF_OPENING
    row[AT.capacity_backward] += old / PRICE_OF_OPENING
    row[AT.output_on_capacity] += made / PRICE_OF_OPENING
    row[AT.firms] += number
