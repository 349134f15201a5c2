"""Plants of 2010 (2010年的落后产能与重点企业): backward capacity by owner, tax and jobs a tonne.

What a closing order would meet, before any effect: the stock follows from size classes of equipment
(assumption, grade D), from the rule of size and from the rule of intensity. Beside it stands what a
city would lose with each named plant: the tax that it keeps, the jobs and the pay.
"""

from typing import NamedTuple

import numpy as np

from sezsim.accounting.transfer_account import retained_tax
from sezsim.definitions.geography import CITIES, CITY_NAMES
from sezsim.definitions.industry import INDUSTRY_NAMES, Industry
from sezsim.state.economy import Economy
from sezsim.state.firms import Ownership, Vintage

HEAVY = (Industry.COAL, Industry.BMAT, Industry.STEEL, Industry.NONFER)
YEAR, THOUSAND = 12.0, 1000.0
TEN_THOUSAND, HUNDRED_MILLION = 1e4, 1e8
SIZE = 25.0 * HUNDRED_MILLION  # yuan a year; about half a million tonnes of steel
TONNES, YUAN = "10^4 t/year", "10^8 yuan/year"


class Stock(NamedTuple):
    """Capacity of the owners of one kind in one city and industry."""

    city: str
    industry: str
    owner: str
    capacity: float
    backward: float  # the oldest generation of equipment
    wasteful: float  # the two oldest: energy above 1.05 of the mean
    small: float  # in plants below the size rule
    unit: str


class Plant(NamedTuple):
    """What a named plant gives its city, a tonne of output (or 10^4 yuan where none is known)."""

    number: int
    city: str
    industry: str
    output: float
    tax: float  # yuan kept by the city
    jobs: float  # persons a thousand tonnes a year
    pay: float  # yuan
    unit: str


def backward_stock(economy: Economy) -> list[Stock]:
    """List capacity of heavy industry by city, industry and owner."""
    firms, tonnes = economy.firms, economy.structure.tonnes
    plant = YEAR * firms.capacity.sum(axis=1) / firms.weight
    rows = []
    for s in HEAVY:
        for c in range(CITIES):
            known = float(tonnes[c, s]) > 0.0
            rate = float(tonnes[c, s]) / TEN_THOUSAND if known else 1.0 / HUNDRED_MILLION
            for owner in Ownership:
                mine = (firms.city == c) & (firms.industry == s) & (firms.ownership == owner)
                able = YEAR * rate * firms.capacity[mine]
                if able.sum() > 0.0:
                    small = float(able[plant[mine] < SIZE].sum())
                    rows.append(
                        Stock(
                            CITY_NAMES[c], INDUSTRY_NAMES[s], owner.name.lower(),
                            float(able.sum()), float(able[:, Vintage.BACKWARD].sum()),
                            float(able[:, : Vintage.STANDARD].sum()), small,
                            TONNES if known else YUAN,
                        )
                    )  # fmt: skip
    return rows


def named_plants(economy: Economy) -> list[Plant]:
    """List what each named plant that produced last month gives its city, for a tonne."""
    firms, structure = economy.firms, economy.structure
    parts = economy.scratch.city_parts
    rows = []
    for row in np.flatnonzero((firms.name >= 0) & (firms.output > 0.0)).tolist():
        c, s = int(firms.city[row]), int(firms.industry[row])
        rate, sold = float(structure.tonnes[c, s]), float(firms.receipts[row])
        amount = float(firms.output[row]) * (rate if rate > 0.0 else 1.0 / TEN_THOUSAND)
        tax = retained_tax(
            float(firms.taxes[row]), sold * float(structure.tax_rate[c, s]),
            sold * float(structure.local_revenue[c]), float(parts[0]), float(parts[2]),
        )  # fmt: skip
        unit = "t" if rate > 0.0 else "10^4 yuan"
        rows.append(
            Plant(
                int(firms.name[row]), CITY_NAMES[c], INDUSTRY_NAMES[s], YEAR * amount,
                tax / amount, THOUSAND * float(firms.staff[row]) / (YEAR * amount),
                float(firms.payroll[row]) / amount, unit,
            )
        )  # fmt: skip
    return rows
