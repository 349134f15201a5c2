"""The opening (期初): tables, purses and closures of January 2010, made to agree with each other.

The opening table gives products, jobs and incomes; this file turns them into firms, contracts,
deposits and debts, and inverts what closes each account: propensity to consume, purchases of homes,
pensions, other local revenue, grants and owners' capital. Every stock then grows at the rate that
the opening flows carry, so that a world without change stands still.
"""

from dataclasses import dataclass, replace

import numpy as np

from sezsim.base_year.firms import FirmSample, NamedFirm, sample_firms
from sezsim.base_year.opening_table import OpeningTable
from sezsim.base_year.structure import (
    CITY_DEPOSITS,
    FIRM_LOANS,
    HUNDRED_MILLION,
    JANUARY_MONEY,
    MONTHS,
    PLATFORM_LOANS,
    OpeningMonth,
    ageing_rates,
    january,
    ratio,
    running_by_vintage,
)
from sezsim.definitions.columns import Floats, Money
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES, Industry
from sezsim.labour.posts import found_at_opening
from sezsim.opening_structure import opening_structure
from sezsim.parameters import Parameters
from sezsim.process import income, innovation
from sezsim.process.taxes import BUSINESS
from sezsim.state import claims
from sezsim.state.banks import Banks
from sezsim.state.cells import Cells
from sezsim.state.economy import FIRST_FUND, Economy, Purses, Scratch
from sezsim.state.firms import OWNERSHIPS, VINTAGES, Firms, Ownership, Pools
from sezsim.state.governments import Governments
from sezsim.state.month_flows import MonthFlows
from sezsim.state.residents import people_from_home
from sezsim.state.structure import Structure
from sezsim.state.workers import NOBODY, Status, Workers

# Research over product in 2010: Shenyang 2.2% (estimate, D); the rest so that Liaoning's 1.56% holds.
RESEARCH_OVER_PRODUCT = np.array([0.022, 0.013, 0.011, 0.013, 0.009, 0.007, 0.010, 0.005])
VIABLE = 0.97  # avoidable cost over price up to which equipment counts as viable (D)
LEAST_DIVIDEND = 0.004  # dividends over sales that every firm can pay at the opening (D)
OWN_POOL_ROWS = 20  # contracts from which a named firm is a pool of its own (economics 8)


@dataclass(frozen=True)
class Pace:
    """Monthly rates at which the opening grows."""

    real: float
    prices: float
    stocks: float

    @classmethod
    def of(cls, p: Parameters) -> "Pace":
        """Take the rates from the parameters of the outside."""
        outside = p.national
        return cls(
            (1.0 + outside.growth) ** (1.0 / MONTHS) - 1.0,
            (1.0 + outside.inflation) ** (1.0 / MONTHS) - 1.0,
            (1.0 + outside.stock_growth) ** (1.0 / MONTHS) - 1.0,
        )

    @property
    def nominal(self) -> float:
        """Growth of money flows, 1/month."""
        return (1.0 + self.real) * (1.0 + self.prices) - 1.0


def lagged(value: Floats, gain: float, growth: float) -> Floats:
    """Return the smoothed value that follows `value` when both grow at a rate."""
    return np.asarray(gain * value / (1.0 - (1.0 - gain) / (1.0 + growth)))


def open_economy(
    table: OpeningTable,
    named: tuple[NamedFirm, ...],
    workers: Workers,
    p: Parameters,
    loan_rate: float,
) -> Economy:
    """Open the economy of January 2010."""
    pace = Pace.of(p)
    month = january(table, pace.real, p.expectations.stock)
    sample = sample_firms(table, named, p.opening.backward)
    structure = opening_structure(table, month, pace.real, p)
    pools = open_pools(sample, table, workers.persons_per_agent)
    firms = open_firms(sample, month, structure, pools, table, p, pace)
    assign_contracts(workers, pools, firms)
    economy = Economy(
        workers, firms, pools, open_governments(table), open_banks(table),
        open_cells(month, structure, p, pace), structure, empty_purses(),
        MonthFlows(), open_scratch(workers, firms, loan_rate),
    )  # fmt: skip
    economy.structure = replace(structure, energy_base=energy_base(economy))
    close_labour_market(economy, p)
    close_households(economy, table, month, p, pace)
    close_cities(economy, table, p, pace)
    close_firms(economy, table, p, pace)
    close_research(economy)
    fill_baskets(economy)
    return economy


def open_scratch(workers: Workers, firms: Firms, loan_rate: float) -> Scratch:
    """Make the working columns of a month."""
    return Scratch(
        np.zeros(len(workers.id), np.int64),
        loan_rate=loan_rate,
        firm_rows=np.arange(len(firms.id)),
        farm_rows=np.flatnonzero(firms.industry == Industry.AGR),
        foreign_rows=np.ones(len(firms.id), np.int64),
    )


def open_pools(sample: FirmSample, table: OpeningTable, persons: int) -> Pools:
    """Make one pool for each city, industry and ownership, and one for each big named firm."""
    cells = np.arange(CITIES * INDUSTRIES * OWNERSHIPS)
    city, rest = np.divmod(cells, INDUSTRIES * OWNERSHIPS)
    industry, ownership = np.divmod(rest, OWNERSHIPS)
    staff = sample.staff_share * table.jobs[sample.city, sample.industry]
    big = np.flatnonzero((sample.name >= 0) & (staff >= OWN_POOL_ROWS * persons))
    pool_firm = np.concatenate([np.full(len(cells), NOBODY), big])
    count = len(pool_firm)
    spread = (np.arange(count) * 0.6180339887498949 + 0.5) % 1.0
    return Pools(
        city=np.concatenate([city, sample.city[big]]).astype(np.int8),
        industry=np.concatenate([industry, sample.industry[big]]).astype(np.int8),
        ownership=np.concatenate([ownership, sample.ownership[big]]).astype(np.int8),
        firm=pool_firm.astype(np.int32),
        offset=spread,
        rows=np.zeros(count, np.int64),
        payroll=np.zeros(count),
    )


def open_firms(
    sample: FirmSample, month: OpeningMonth, structure: Structure, pools: Pools,
    table: OpeningTable, p: Parameters, pace: Pace,
) -> Firms:  # fmt: skip
    """Fill the table of firms: equipment, staff, stocks; money comes later."""
    c, s = sample.city.astype(np.int64), sample.industry.astype(np.int64)
    rows = len(sample.id)
    output = sample.output_share * month.output[c, s]
    total = output / structure.utilisation[c, s]
    staff = sample.staff_share * table.jobs[c, s]
    staff[s == 0] = 0.0
    capacity, running, productivity = viable_equipment(
        total[:, None] * sample.vintages, output, staff, sample, structure, p
    )
    mix = ratio(capacity, total[:, None])
    pool = (c * INDUSTRIES + s) * OWNERSHIPS + sample.ownership
    own = np.flatnonzero(pools.firm >= 0)
    pool[pools.firm[own]] = own
    gross = structure.depreciation[c, s] + pace.real
    sales = output * month.sales[c, s] / month.output[c, s] / (1.0 + pace.real)
    since = (sample.id % np.uint64(3)).astype(np.float64)  # months since the last decision
    phase = (1.0 + pace.real) ** (1.0 - since)

    def zeros() -> Floats:
        return np.zeros(rows)

    return Firms(
        id=sample.id, name=sample.name, city=sample.city, industry=sample.industry,
        ownership=sample.ownership, pool=pool, weight=sample.weight.copy(), opening_weight=sample.weight,
        is_open=np.ones(rows, np.bool_), age=np.full(rows, 120, np.int16),
        capacity=capacity, sealed=np.zeros((rows, VINTAGES)), running=running,
        used=np.zeros((rows, VINTAGES)), resisting=np.zeros(rows, np.int32), rights=np.zeros(rows),
        ageing=ageing_rates(mix, gross, p.investment.frontier),
        productivity=productivity, staff=staff, wanted=staff.copy(), vacancies=zeros(),
        share=sample.output_share.copy(), expected=sales.copy(), plan=output.copy(), normal=output.copy(),
        output=output.copy(), sales=sales.copy(),
        inventory=sales * (1.0 + pace.real) * p.expectations.stock,
        receipts=sales * (1.0 + pace.real), costs=zeros(), payroll=zeros(), taxes=zeros(),
        unit_cost=zeros(), investing=gross * total * structure.capital_ratio[c, s] * phase,
        research=zeros(), margin=zeros(), opening_margin=zeros(), owner_rate=zeros(),
        bad_months=np.zeros(rows, np.int32), subsidised=np.zeros(rows, np.bool_),
        closing=np.zeros(rows, np.bool_), origin_city=sample.city.copy(),
        tax_city=sample.city.copy(), tax_shared=zeros(), shared_until=zeros(),
        credited=zeros(), credit_split=np.zeros(rows, np.bool_), cash=np.zeros(rows, np.int64),
        debt=np.zeros(rows, np.int64),
    )  # fmt: skip


def viable_equipment(
    capacity: Floats, output: Floats, staff: Floats, sample: FirmSample,
    structure: Structure, p: Parameters,
) -> tuple[Floats, Floats, Floats]:  # fmt: skip
    """Return capacity, output by vintage and productivity of firms that lose on no vintage.

    Equipment that would not run at the prices of the opening is taken as the next better one.
    """
    c, s = sample.city.astype(np.int64), sample.industry.astype(np.int64)
    state = sample.ownership == Ownership.STATE
    avoided = 1.0 - np.where(state, p.production.fixed_state, p.production.fixed_private)
    inputs = structure.coefficients.sum(axis=1)[c, s]
    profile = structure.vintage_labour[s]
    for vintage in range(VINTAGES):
        running = running_by_vintage(capacity, output, p.production.full)
        work = (running * profile).sum(axis=1)
        productivity = np.where(
            staff > 0.0, ratio(structure.labour_need[c, s] * work, staff), 1.0
        )
        if vintage == VINTAGES - 1:
            break
        pay = structure.labour_cost[c, s] * profile[:, vintage] / productivity
        energy = structure.energy_share[c, s] * structure.vintage_energy[s, vintage]
        dear = inputs + energy + avoided * pay > VIABLE
        moved = np.where(dear, capacity[:, vintage], 0.0)
        capacity[:, vintage] -= moved
        capacity[:, vintage + 1] += moved
    return capacity, running, productivity


def assign_contracts(workers: Workers, pools: Pools, firms: Firms) -> None:
    """Give every employee row a contract with a pool of its city and industry."""
    rows = np.flatnonzero(workers.status[: workers.count] == Status.EMPLOYED)
    cell = workers.city[rows].astype(np.int64) * INDUSTRIES + workers.industry[rows]
    order = rows[np.argsort(cell, kind="stable")]
    cells, start, number = np.unique(np.sort(cell), return_index=True, return_counts=True)
    staff = np.bincount(firms.pool, firms.staff, len(pools.city))
    pool_cell = pools.city.astype(np.int64) * INDUSTRIES + pools.industry
    for place, begin, many in zip(cells, start, number, strict=True):
        members = np.flatnonzero(pool_cell == place)
        weight = staff[members] if staff[members].sum() > 0 else np.ones(len(members))
        edges = np.rint(np.cumsum(weight) / weight.sum() * many).astype(np.int64)
        chosen = np.repeat(members, np.diff(np.concatenate([[0], edges])))
        mixed = (np.arange(many) * 7919) % many if many % 7919 else np.arange(many)
        workers.pool[order[begin : begin + many]] = chosen[mixed]
    held = workers.pool[rows]
    pools.rows[:] = np.bincount(held, minlength=len(pools.city))
    exact = staff / workers.persons_per_agent
    pools.offset[:] = np.clip(pools.rows + 0.5 - exact, 0.0, 1.0 - 1e-9)


def open_cells(
    month: OpeningMonth, structure: Structure, p: Parameters, pace: Pace
) -> Cells:  # fmt: skip
    """Fill prices, costs and pay of all cells."""
    shape = (CITIES, INDUSTRIES)

    def ones() -> Floats:
        return np.ones(shape)

    def city() -> Floats:
        return np.ones(CITIES)

    sales = month.sales / (1.0 + pace.real)
    level = np.full((CITIES, 3), 1.0 / (1.0 + pace.nominal))
    consumer = np.full(CITIES, 1.0 / (1.0 + pace.prices))
    industries = sales.sum(axis=0)
    return Cells(
        price=ones(), buyer_price=ones(), outside_price=np.ones(INDUSTRIES),
        peer_price=ones(),
        markup=structure.markup.copy(), unit_cost=1.0 / (1.0 + structure.markup),
        utilisation=structure.utilisation.copy(), wage=structure.wage.copy(),
        wage_level=level, productivity=np.ones(INDUSTRIES), demand=month.sales.copy(),
        sales=sales, output=month.output.copy(), inputs=month.inputs.copy(),
        research=city(), research_gain=ones(),
        growth=np.full(INDUSTRIES, pace.real), own_growth=np.full(INDUSTRIES, pace.real),
        consumer_price=consumer,
        unemployment=structure.unemployment.copy(),
        job_finding=np.full(CITIES, p.labour_market.job_finding), rent=city(),
        house_price=structure.house_price.copy(), housing_stock=city(), services=city(),
        right_price=np.zeros_like(ones()), withdrawn=np.zeros(INDUSTRIES),
        labour_index=ones(), energy_index=ones(), energy_need=np.ones(()),
        input_cost=structure.coefficients.sum(axis=1), energy_cost=structure.energy_share,
        smooth_sales=lagged(industries, p.expectations.trend_gain, pace.real)
        / (1.0 + pace.real),
        investment_price=city(), inflation=np.full(CITIES, np.log1p(pace.prices)),
        income=city(), income_step=np.zeros(CITIES), city_sales=sales.sum(axis=1),
        service_weight=structure.household_share.copy(),
        spending_plan=month.households.sum(axis=1), property_income=np.zeros(CITIES),
        developer_debt=city(), pay_scale=city(), layoff_share=np.zeros(CITIES),
    )  # fmt: skip


def open_governments(table: OpeningTable) -> Governments:
    """Open the city governments with their deposits and the debt of their platforms."""

    def blank() -> Floats:
        return np.zeros(CITIES)

    def money(values: Floats) -> Money:
        return np.rint(values * HUNDRED_MILLION * 100.0).astype(np.int64)

    return Governments(
        deposits=money(table.deposits * CITY_DEPOSITS),
        debt=money(table.loans * PLATFORM_LOANS),
        pension_fund=np.zeros(CITIES, np.int64), tax_office=np.zeros(CITIES, np.int64),
        revenue=blank(), expenditure=blank(), transfers=blank(), smoothed=blank(),
        operations=blank(), investment=blank(), land_premium=blank(), borrowing=blank(),
        grants=blank(), months_in_cuts=blank(), enforcement=np.ones(CITIES),
        land_discount=blank(), service_level=np.ones(CITIES), pollution=np.ones(CITIES),
        score=blank(), credited=blank(), over_reporting=blank(),
    )  # fmt: skip


def open_banks(table: OpeningTable) -> Banks:
    """Open the city banks: loans as published, deposits less loans are claims outside."""
    loans = np.rint(np.append(table.loans, 0.0) * HUNDRED_MILLION * 100.0).astype(np.int64)
    reserves = np.append(table.deposits - table.loans, 0.0) * HUNDRED_MILLION * 100.0
    return Banks(
        reserves=np.rint(reserves).astype(np.int64), loans=loans,
        bad_loans=np.zeros(CITIES + 1, np.int64), written_off=np.zeros(CITIES + 1),
        unmade=np.zeros(CITIES, np.int64), lending=np.ones(CITIES),
    )  # fmt: skip


def empty_purses() -> Purses:
    """Make purses without money."""
    return Purses(
        baskets=np.zeros(CITIES, np.int64), developers=np.zeros(CITIES, np.int64),
        upper=np.zeros(FIRST_FUND + INDUSTRIES, np.int64), outside=np.zeros(3, np.int64),
        market=np.zeros(2, np.int64),
    )  # fmt: skip


def close_labour_market(economy: Economy, p: Parameters) -> None:
    """Invert separation, giving up and the scale of matching to the census."""
    workers, q = economy.workers, p.labour_market
    rows = slice(0, workers.count)
    city = workers.city[rows].astype(np.int64)
    status, alive = workers.status[rows], workers.alive[rows]
    migrant = workers.hukou_city[rows] >= CITIES
    young = workers.age[rows] < q.oldest * MONTHS
    search = np.maximum(q.floor, np.exp(-q.fading * workers.duration[rows]))
    search = np.where(migrant, q.migrant_search, 1.0) * search
    weights = {
        Status.UNEMPLOYED: search,
        Status.FARM: q.farm_search * young,
        Status.OUT: q.out_search * young,
        Status.EMPLOYED: np.full(workers.count, q.job_search),
    }
    units = {
        kind: np.bincount(city, weight * alive * (status == kind), CITIES)
        for kind, weight in weights.items()
    }
    total = sum(units.values())
    idle = np.bincount(city, alive * (status == Status.UNEMPLOYED), CITIES)
    employed = alive & (status == Status.EMPLOYED)
    posts = np.bincount(city, employed, CITIES)
    leaving = np.bincount(city, employed * np.where(migrant, q.migrant_separation, 1.0), CITIES)
    joiners = total - units[Status.EMPLOYED]
    hired = q.job_finding * idle / (units[Status.UNEMPLOYED] / joiners)
    separation = np.minimum(hired / posts, 0.03)
    # found per unit at the opening is fixed by the fill rate; scale units to the flow of hires
    scaled = separation * posts / found_at_opening(q.fill_rate, q.curvature)
    seeking = economy.structure.commuting.T @ total
    economy.structure = replace(
        economy.structure,
        separation=separation * posts / leaving,
        giving_up=q.job_finding * (joiners / units[Status.UNEMPLOYED] - 1.0),
        matching_scale=scaled / seeking,
        unemployment=idle / (idle + posts),
        population=np.ones(CITIES),
        pay_factor=mean_factor(economy),
    )
    economy.cells.unemployment[:] = economy.structure.unemployment


def mean_factor(economy: Economy) -> Floats:
    """Mean pay factor of employees by city of work (8)."""
    workers = economy.workers
    rows = np.flatnonzero(workers.status[: workers.count] == Status.EMPLOYED)
    city = economy.pools.city[workers.pool[rows]]
    total = np.bincount(city, workers.factor[rows], CITIES)
    return np.asarray(total / np.maximum(np.bincount(city, minlength=CITIES), 1))


def close_households(
    economy: Economy, table: OpeningTable, month: OpeningMonth, p: Parameters, pace: Pace
) -> None:
    """Invert pensions, propensity to consume and purchases of homes by city."""
    money = HUNDRED_MILLION / MONTHS * JANUARY_MONEY
    workers, cells = economy.workers, economy.cells
    count_people(economy)
    cells.wage_level[:] = 1.0
    extra = table.mixed_income[:, 1:].sum(axis=1)
    cells.property_income[:] = (table.property_income + extra) * money / (1.0 + pace.nominal)
    economy.structure = replace(economy.structure, pension=np.ones(CITIES))
    economy.firms.costs[:] = (
        economy.firms.output
        * economy.structure.coefficients.sum(axis=1)[economy.firms.city, economy.firms.industry]
    )
    first = income.compute_month(economy, p.income).kinds / 100.0
    economy.structure = replace(economy.structure, pension=np.zeros(CITIES))
    others = income.compute_month(economy, p.income).kinds / 100.0
    weight = first[:, claims.BENEFIT] - others[:, claims.BENEFIT]
    wanted = table.transfers_to_households * money - others[:, claims.BENEFIT]
    economy.structure = replace(economy.structure, pension=np.maximum(wanted, 0.0) / weight)
    target = month.households.sum(axis=1) * (1.0 + pace.nominal)
    low, high = np.zeros(CITIES), np.full(CITIES, 1.2)
    for _ in range(30):
        middle = (low + high) / 2.0
        economy.structure = replace(economy.structure, propensity=middle)
        spent = income.compute_month(economy, p.income).kinds[:, claims.SPENT] / 100.0
        low, high = (
            np.where(spent < target, middle, low),
            np.where(spent < target, high, middle),
        )
    kinds = income.compute_month(economy, p.income).kinds / 100.0
    held = np.bincount(
        workers.city[: workers.count], workers.deposits[: workers.count] / 100.0, CITIES
    )
    earned = kinds[:, claims.DISPOSABLE]
    homes = earned - kinds[:, claims.SPENT] - kinds[:, claims.REMITTED] - pace.stocks * held
    smooth = lagged(earned, p.income.smoothing, pace.nominal) / (1.0 + pace.nominal)
    economy.structure = replace(
        economy.structure,
        home_share=np.clip(homes / earned, 0.0, 0.4),
        disposable_income=earned,
        smoothed_income=smooth,
        allowance_bill=kinds[:, claims.ALLOWANCE],
        population=persons_by_city(workers),
        network=people_from_home(
            workers.count, workers.alive, workers.hukou_city, workers.city,
            float(workers.persons_per_agent),
        ),
    )  # fmt: skip
    cells.income[:] = smooth
    economy.scratch.population = economy.structure.population.copy()
    cells.wage_level[:] = 1.0 / (1.0 + pace.nominal)


def count_people(economy: Economy) -> None:
    """Count farmers, and adults weighted by schooling, as the income account will."""
    workers, scratch = economy.workers, economy.scratch
    rows, persons = slice(0, workers.count), workers.persons_per_agent
    city, alive = workers.city[rows], workers.alive[rows]
    farming = alive & (workers.status[rows] == Status.FARM)
    scratch.farmers = np.bincount(city, farming, CITIES) * persons
    weight = alive * (1.0 + workers.skill[rows])
    scratch.property_weight = np.bincount(city, weight, CITIES) * persons


def persons_by_city(workers: Workers) -> Floats:
    """Residents (8), children included."""
    rows = slice(0, workers.count)
    heads = 1.0 + (workers.child_one[rows] >= 0) + (workers.child_two[rows] >= 0)
    heads = heads * workers.alive[rows] * workers.persons_per_agent
    return np.bincount(workers.city[rows], heads, CITIES)


def close_cities(economy: Economy, table: OpeningTable, p: Parameters, pace: Pace) -> None:
    """Invert transfers and grants so that the budgets of the cities balance."""
    money = HUNDRED_MILLION / MONTHS * JANUARY_MONEY
    governments, old = economy.governments, economy.structure
    operations = table.government.sum(axis=1) * money
    revenue = table.revenue * money
    least = 1.02 * (operations + old.allowance_bill)
    spending = np.maximum(table.expenditure * money, least)
    reserve = governments.deposits / 100.0
    income_needed = spending + pace.stocks * reserve
    means = lagged(income_needed, p.public_finance.smoothing, pace.nominal)
    means /= 1.0 + pace.nominal
    infrastructure = table.investment_by_buyer[:, 2] * money
    housing = table.investment_by_buyer[:, 1] * money
    debt = governments.debt / 100.0
    interest = debt * economy.scratch.loan_rate / MONTHS
    land = old.land_share * housing / (1.0 + pace.nominal)
    left = spending - operations - old.allowance_bill
    economy.structure = replace(
        old,
        transfers=income_needed - revenue,
        operations=operations,
        budget_investment=left,
        infrastructure=infrastructure,
        infrastructure_grant=infrastructure + interest - left - land - pace.stocks * debt,
        housing_investment=housing,
        developer_debt=table.loans * HUNDRED_MILLION * (1.0 - FIRM_LOANS - PLATFORM_LOANS),
        smoothed_revenue=means,
        smoothing_lag=spending / means,
        city_reserve=reserve,
    )
    economy.cells.developer_debt[:] = economy.structure.developer_debt
    governments.revenue[:] = revenue / (1.0 + pace.nominal)
    governments.transfers[:] = (income_needed - revenue) / (1.0 + pace.nominal)
    governments.smoothed[:] = means / (1.0 + pace.nominal)
    governments.land_premium[:] = land
    governments.operations[:] = operations


@dataclass(frozen=True)
class FirmMonth:
    """The opening month of each firm (yuan)."""

    sales: Floats
    costs: Floats
    pay: Floats
    capital: Floats
    debt: Floats
    margin: Floats  # sales less inputs, pay, farm income and taxes on production
    production_tax: Floats
    profit_tax: Floats
    local: Floats


def firm_month(economy: Economy, local: Floats, p: Parameters, pace: Pace) -> FirmMonth:
    """Account for the opening month of each firm, given other local revenue over sales (8)."""
    firms, s = economy.firms, economy.structure
    c, i = firms.city, firms.industry
    capital = firms.capacity.sum(axis=1) * s.capital_ratio[c, i]
    sales = firms.expected * (1.0 + pace.real)
    debt = capital * s.leverage[c, i]
    pay = gross_pay(economy, p) * (1.0 + s.contribution_rate[c, i])
    energy = energy_use(economy) / s.energy_base[c, i] - firms.output
    costs = firms.output * s.coefficients.sum(axis=1)[c, i] + s.energy_share[c, i] * energy
    mixed = np.where(i == 0, s.mixed_rate[c, i] * (sales - costs), 0.0)
    production, other = sales * s.tax_rate[c, i], sales * local[c]
    margin = sales - costs - pay - production - other - mixed
    burden = capital * s.depreciation[c, i] + debt * economy.scratch.loan_rate / MONTHS
    profit_tax = np.maximum(margin - burden, 0.0) * p.taxes.profit_rate
    return FirmMonth(sales, costs, pay, capital, debt, margin, production, profit_tax, other)


def gross_pay(economy: Economy, p: Parameters) -> Floats:
    """Opening pay of each firm's staff: its share of what the city's contracts add up to."""
    firms, pools = economy.firms, economy.pools
    bill = (
        np.bincount(pools.city, income.compute_month(economy, p.income).pools, CITIES) / 100.0
    )
    weight = firms.staff * economy.structure.wage[firms.city, firms.industry]
    return np.asarray(weight * (bill / np.bincount(firms.city, weight, CITIES))[firms.city])


def close_revenue(
    economy: Economy, table: OpeningTable, p: Parameters, pace: Pace
) -> FirmMonth:
    """Invert other local revenue so that the revenue of 2010 comes out; return the firms' month."""
    money = HUNDRED_MILLION / MONTHS * JANUARY_MONEY
    firms = economy.firms
    business = BUSINESS[firms.industry]
    personal = income.compute_month(economy, p.income).kinds[:, claims.TAX] / 100.0
    local = np.zeros(CITIES)
    for _ in range(12):
        month = firm_month(economy, local, p, pace)
        added, trade = (
            np.bincount(firms.city, np.where(chosen, month.production_tax, 0.0), CITIES)
            for chosen in (~business, business)
        )
        profit = np.bincount(firms.city, month.profit_tax, CITIES)
        kept = added * p.taxes.value_added_city + trade * p.taxes.business_city
        kept += profit * p.taxes.profit_city + personal * p.taxes.personal_city
        sales = np.bincount(firms.city, month.sales, CITIES)
        local = np.maximum(table.revenue * money - kept, 0.0) / sales
    economy.structure = replace(
        economy.structure,
        local_revenue=local,
        city_tax_share=kept / (added + trade + profit + personal),
    )
    return firm_month(economy, local, p, pace)


def close_firms(economy: Economy, table: OpeningTable, p: Parameters, pace: Pace) -> None:
    """Give firms debts and deposits, and owners who pay what the opening month lacks."""
    month = close_revenue(economy, table, p, pace)
    firms, s = economy.firms, economy.structure
    c, i = firms.city, firms.industry
    interest = month.debt * economy.scratch.loan_rate / MONTHS
    cash = s.cash_ratio[c, i] * month.sales
    flow = month.margin - month.profit_tax - interest - firms.investing
    flow += pace.nominal * (month.debt - cash)
    least = LEAST_DIVIDEND * month.sales
    firms.owner_rate[:] = np.maximum(0.0, least - flow) / np.maximum(month.sales, 1.0)
    payout = p.credit_market.payout
    over = np.maximum(flow, least) * (1.0 + pace.nominal) / (payout + pace.nominal)
    firms.margin[:] = month.margin / np.maximum(month.sales, 1.0)
    firms.opening_margin[:] = month.margin / np.maximum(month.sales, 1.0)
    firms.receipts[:] = month.sales
    firms.costs[:] = month.costs
    firms.payroll[:] = month.pay
    held_back = over * (1.0 - payout)
    firms.cash[:] = np.rint((cash + held_back) / (1.0 + pace.nominal) * 100.0)
    firms.debt[:] = np.rint(month.debt / (1.0 + pace.nominal) * 100.0)
    poor = month.margin < interest
    firms.bad_months[:] = np.where(poor, p.credit_market.patience + 1, 0)
    paid = np.bincount(c, payout * over, CITIES)
    rows = slice(0, economy.workers.count)
    held = np.bincount(
        economy.workers.city[rows], economy.workers.deposits[rows] / 100.0, CITIES
    )
    wanted = economy.cells.property_income * (1.0 + pace.nominal)
    wanted -= held * p.credit_market.deposit_rate / MONTHS
    economy.structure = replace(s, household_dividend=np.clip(ratio(wanted, paid), 0.0, 1.0))
    set_loans(economy)


def energy_base(economy: Economy) -> Floats:
    """Mean energy use per output of the opening mix of equipment (8, 19)."""
    firms = economy.firms
    cell = firms.city.astype(np.int64) * INDUSTRIES + firms.industry
    used = np.bincount(cell, energy_use(economy), CITIES * INDUSTRIES)
    made = np.bincount(cell, firms.output, CITIES * INDUSTRIES)
    base = np.where(made > 0.0, ratio(used, made), 1.0)
    return base.reshape(CITIES, INDUSTRIES)


def energy_use(economy: Economy) -> Floats:
    """Energy (in units of standard equipment) that each firm's mix of vintages uses."""
    firms = economy.firms
    profile = 1.0 + economy.structure.vintage_energy[firms.industry]
    return np.asarray((firms.running * profile).sum(axis=1))


def close_research(economy: Economy) -> None:
    """Set research over sales so that research over product is that of 2010."""
    firms, s = economy.firms, economy.structure
    doing = np.isin(firms.industry, innovation.ROWS)
    sales = np.bincount(firms.city, np.where(doing, firms.receipts, 0.0), CITIES)
    product = (s.output * (1.0 - s.coefficients.sum(axis=1))).sum(axis=1)
    economy.structure = replace(s, research_share=RESEARCH_OVER_PRODUCT * product / sales)


def set_loans(economy: Economy) -> None:
    """Let the banks' loans be the debts of firms, platforms and developers."""
    firms, banks, governments = economy.firms, economy.banks, economy.governments
    loans = np.zeros(CITIES, np.int64)
    np.add.at(loans, firms.city, firms.debt)
    homes = np.rint(economy.structure.developer_debt * 100.0).astype(np.int64)
    banks.loans[:CITIES] = loans + governments.debt + homes


def fill_baskets(economy: Economy) -> None:
    """Set aside the spending and the property income of the first month."""
    cells = economy.cells
    economy.purses.baskets[:] = np.ceil((cells.spending_plan + cells.property_income) * 100.0)
    deposits = np.zeros(CITIES)
    for balance, place in (
        (economy.workers.deposits, economy.workers.city),
        (economy.firms.cash, economy.firms.city),
        (economy.governments.deposits, np.arange(CITIES)),
        (economy.purses.baskets, np.arange(CITIES)),
    ):
        deposits += np.bincount(place[: len(balance)], balance.astype(float), CITIES)
    banks = economy.banks
    banks.reserves[:CITIES] = np.rint(deposits).astype(np.int64) - banks.loans[:CITIES]
