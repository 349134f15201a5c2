"""The opening (期初): tables, purses and closures of January 2010, made to agree with each other.

The opening table gives products, jobs and incomes; the files of this folder turn them into firms,
contracts, deposits and debts, and invert what closes each account: propensity to consume, purchases
of homes, pensions, other local revenue, grants and owners' capital. Every stock then grows at the
rate that the opening flows carry, so that a world without change stands still.
"""

from dataclasses import replace

import numpy as np

from sezsim.base_year.firms import NamedFirm, sample_firms
from sezsim.base_year.opening_table import OpeningTable
from sezsim.base_year.structure import (
    january,
)
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES, Industry
from sezsim.opening.cells import open_cells
from sezsim.opening.cities import close_cities
from sezsim.opening.contracts import assign_contracts, open_pools
from sezsim.opening.energy import energy_base
from sezsim.opening.firm_accounts import close_firms
from sezsim.opening.firms import open_firms
from sezsim.opening.governments import open_banks, open_governments
from sezsim.opening.households import close_households
from sezsim.opening.labour_market import close_labour_market
from sezsim.opening.pace import Pace
from sezsim.opening.research import close_research
from sezsim.opening.structure import opening_structure
from sezsim.parameters import Parameters
from sezsim.state.economy import FIRST_FUND, Economy, Purses, Scratch
from sezsim.state.firms import Firms
from sezsim.state.month_flows import MonthFlows
from sezsim.state.workers import Workers


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
        MonthFlows(), open_scratch(firms, loan_rate),
    )  # fmt: skip
    economy.structure = replace(structure, energy_base=energy_base(economy))
    close_labour_market(economy, p)
    close_households(economy, table, month, p, pace)
    close_cities(economy, table, p, pace)
    close_firms(economy, table, p, pace)
    close_research(economy)
    fill_baskets(economy)
    return economy


def open_scratch(firms: Firms, loan_rate: float) -> Scratch:
    """Make the working columns of a month."""
    return Scratch(
        loan_rate=loan_rate,
        firm_rows=np.arange(len(firms.id)),
        farm_rows=np.flatnonzero(firms.industry == Industry.AGR),
        foreign_rows=np.ones(len(firms.id), np.int64),
    )


def empty_purses() -> Purses:
    """Make purses without money."""
    return Purses(
        baskets=np.zeros(CITIES, np.int64), developers=np.zeros(CITIES, np.int64),
        upper=np.zeros(FIRST_FUND + INDUSTRIES, np.int64), outside=np.zeros(3, np.int64),
        market=np.zeros(2, np.int64),
    )  # fmt: skip


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
