"""Research at the opening (期初研发): its share of sales, from its share of product."""

from dataclasses import replace

import numpy as np

from sezsim.definitions.geography import CITIES
from sezsim.process import innovation
from sezsim.state.economy import Economy

# Research over product in 2010: Shenyang 2.2% (estimate, D); the rest so that Liaoning's 1.56% holds.
RESEARCH_OVER_PRODUCT = np.array([0.022, 0.013, 0.011, 0.013, 0.009, 0.007, 0.010, 0.005])


def close_research(economy: Economy) -> None:
    """Set research over sales so that research over product is that of 2010."""
    firms, s = economy.firms, economy.structure
    doing = np.isin(firms.industry, innovation.ROWS)
    sales = np.bincount(firms.city, np.where(doing, firms.receipts, 0.0), CITIES)
    product = (s.output * (1.0 - s.coefficients.sum(axis=1))).sum(axis=1)
    economy.structure = replace(s, research_share=RESEARCH_OVER_PRODUCT * product / sales)
