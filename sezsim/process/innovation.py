"""Innovation (研发创新): research of five industries raises their productivity with delay.

    spending  = share of sales * (1 + elasticity * subsidy)
    stock'    = stock + depreciation / 12 * (real spending over the opening share - stock)
    productivity factor = stock^elasticity of productivity

The stock is measured against the one that the opening share of spending would keep, so it is 1
until a rule changes. Subsidised spending is real only in part; the rest is relabelled.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow, fen
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES, RESEARCHING
from sezsim.state.economy import Economy, Sector

SUBSIDY = Flow("research subsidy", Sector.CITY_GOVERNMENTS, Sector.FIRMS)
ROWS = [int(industry) for industry in RESEARCHING]
DOING = np.zeros(INDUSTRIES, dtype=bool)
DOING[ROWS] = True


class Parameters(Declared):
    """What innovation needs to know."""

    elasticity: float = parameter(
        1.14, "elasticity of research spending to the subsidy", unit="1", within=(0.0, 3.0),
        source="parameters.csv eps_RD", grade="A",
    )  # fmt: skip
    relabelled: float = parameter(
        0.24, "part of extra spending that is only relabelled", unit="1", within=(0.0, 1.0),
        source="parameters.csv relabel: Chen, Liu, Suarez Serrato and Xu", grade="A",
    )  # fmt: skip
    depreciation: float = parameter(
        0.15, "depreciation of the research stock", unit="1/year", within=(0.05, 0.4),
        source="parameters.csv delta_R: memory", grade="C",
    )  # fmt: skip
    productivity: float = parameter(
        0.09, "elasticity of productivity to the research stock", unit="1", within=(0.0, 0.3),
        source="parameters.csv gamma_RD", grade="A",
    )  # fmt: skip


def research(economy: Economy, books: Books, p: Parameters) -> None:
    """Spend on research, pay its subsidy and let the stock follow."""
    firms, cells, structure = economy.firms, economy.cells, economy.structure
    subsidy = float(economy.rules.research_subsidy)
    doing = DOING[firms.industry]
    spent = np.where(doing, firms.receipts * structure.research_share[firms.city], 0.0)
    spent *= 1.0 + p.elasticity * subsidy
    economy.flows.research[:] = np.bincount(firms.city, spent, CITIES)
    if subsidy > 0.0:
        paid = fen(spent * subsidy)
        books.pay(SUBSIDY, firms.city, np.arange(len(paid)), paid)
    real = 1.0 + p.elasticity * subsidy * (1.0 - p.relabelled)
    cells.research += p.depreciation / 12.0 * (real - cells.research)
    cells.research_gain[:, ROWS] = (cells.research**p.productivity)[:, None]
