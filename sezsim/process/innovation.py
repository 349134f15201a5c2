"""Innovation (研发创新): research of five industries raises their productivity with delay.

    spending  = share of sales * (1 + elasticity * subsidy)
    stock'    = stock + depreciation / 12 * (real spending over the opening share - stock)
    productivity factor = stock^elasticity of productivity

The stock is measured against the one that the opening share of spending would keep, so it is 1
until a rule changes. Subsidised spending is real only in part; the rest is relabelled.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.declare import Declared, parameter
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
    spent = np.empty(len(firms.id))
    spend(
        DOING, firms.industry, firms.city, firms.receipts, structure.research_share,
        1.0 + p.elasticity * subsidy, spent, economy.flows.research,
    )  # fmt: skip
    if subsidy > 0.0:
        books.pay_yuan(SUBSIDY, firms.city, economy.scratch.firm_rows, spent * subsidy)
    real = 1.0 + p.elasticity * subsidy * (1.0 - p.relabelled)
    cells.research += p.depreciation / 12.0 * (real - cells.research)
    gain_from_research(
        DOING, economy.rules.productivity, cells.research**p.productivity, cells.research_gain
    )


@compiled
def spend(
    doing: Flags, industry: Ints, city: Ints, receipts: Floats, share: Floats,
    extra: float, spent: Floats, total: Floats,
) -> None:  # fmt: skip
    """Set what each firm spends on research (yuan) and add it up by city."""
    total[:] = 0.0
    for i in range(len(city)):
        spent[i] = 0.0
        if doing[uint64(industry[i])]:
            c = uint64(city[i])
            spent[i] = receipts[i] * share[c] * extra
            total[c] += spent[i]


@compiled
def gain_from_research(
    doing: Flags, productivity: Floats, factor: Floats, gain: Floats
) -> None:
    """Set the productivity gained: what rules grant, times that of research where it is done."""
    for c in range(gain.shape[0]):
        for s in range(gain.shape[1]):
            gain[c, s] = productivity[c, s] * (factor[c] if doing[s] else 1.0)
