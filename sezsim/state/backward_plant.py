"""Backward plant (落后产能): which equipment an order reaches and what its owners reckon with."""

from typing import NamedTuple

import numpy as np

from sezsim.definitions.geography import CITIES
from sezsim.definitions.phase_out import Listing
from sezsim.phase_out.loss import months_of_profit
from sezsim.phase_out.lots import Flagging, Lots, Terms, list_lots
from sezsim.phase_out.order import ClosingOrder
from sezsim.state.economy import Economy

YEAR = 12.0


class Outlook(NamedTuple):
    """How owners of old plant see their future."""

    life: float  # years that the plant would go on
    discount: float  # 1/year
    service: float  # years of service of those to be paid off
    worth: float  # scrap and land over the price of new equipment


def lots_under(economy: Economy, order: ClosingOrder, outlook: Outlook) -> Lots:
    """List the backward plants under an order."""
    firms, structure = economy.firms, economy.structure
    included = np.zeros(CITIES, bool)
    included[order.cities] = True
    s = int(order.industry)
    flagging = Flagging(
        int(order.identification), order.norm, order.size,
        int(order.listing is not Listing.MERIT),
    )  # fmt: skip
    listed = list_lots(
        s, included, firms.is_open, firms.city, firms.industry, firms.weight, firms.capacity,
        firms.sealed, firms.running, firms.used, firms.productivity, firms.debt,
        structure.vintage_labour[s], structure.vintage_energy[s],
        terms_of(economy, order, outlook), flagging,
    )  # fmt: skip
    return Lots(*listed)


def terms_of(economy: Economy, order: ClosingOrder, outlook: Outlook) -> Terms:
    """Prices and costs that owners of the industry reckon with, by city (8)."""
    cells, structure, s = economy.cells, economy.structure, int(order.industry)
    gained = cells.productivity[s] * cells.research_gain[:, s]
    pay = structure.labour_cost[:, s] * cells.wage[:, s]
    worth = outlook.worth * structure.capital_ratio[:, s] * cells.investment_price
    traded = economy.rules.replacement_ratio[s] > 0.0
    right = cells.right_price[:, s].copy() if traded else np.zeros(CITIES)
    own = (1.0 - order.severance) * outlook.service
    return Terms(
        cells.price[:, s] * (1.0 - structure.tax_rate[:, s]),
        cells.input_cost[:, s].copy(), cells.energy_cost[:, s].copy(),
        pay / np.where(structure.wage[:, s] > 0.0, structure.wage[:, s], 1.0) / gained,
        structure.energy_base[:, s].copy(), structure.labour_need[:, s] / gained,
        own * cells.wage[:, s], worth, right,
        economy.scratch.loan_rate / YEAR, order.debt.firm,
        months_of_profit(outlook.life, outlook.discount),
    )  # fmt: skip
