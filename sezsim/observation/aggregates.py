"""Aggregates (汇总量): what is added up once a month; every indicator is a function of them.

All aggregates are sums, so that the zone is the sum of its cities; a price is kept as its product
with the weight by which it is averaged.
"""

from dataclasses import dataclass

import numpy as np

from sezsim.definitions.columns import Floats

AGGREGATES: dict[str, str] = {
    "population": "person",
    "urban_population": "person",
    "migrants": "person, residents registered elsewhere",
    "adults": "person",
    "employed_nonfarm": "person",
    "employed_farm": "person",
    "unemployed": "person",
    "internally_retired": "person",
    "benefit_recipients": "person",
    "pay": "yuan/month, gross pay of all non-farm employees",
    "insured": "person, employees who pay into the social pools",
    "insured_pay": "yuan/month, gross pay of insured employees",
    "gini_weight": "person, Gini coefficient of pay times employees",
    "arrivals": "person/month",
    "departures": "person/month",
    "displaced": "person/month",
    "posts": "person, vacancies",
    "va_primary": "yuan/month",
    "va_secondary": "yuan/month",
    "va_tertiary": "yuan/month",
    "va_hitech": "yuan/month, high-tech industry",
    "va_industry": "yuan/month, mining, manufacturing and power",
    "real_va": "yuan/month at 2010 prices",
    "reported_va": "yuan/month as reported",
    "reported_tertiary": "yuan/month as reported",
    "reported_industry": "yuan/month as reported, mining, manufacturing and power",
    "reported_hitech": "yuan/month as reported, high-tech industry",
    "credited_va": "yuan/month, product of moved firms counted besides the city's own",
    "move_requests": "firm/month, by city asked to let go",
    "moves_agreed": "firm/month",
    "moves_blocked": "firm/month",
    "efficient_blocked": "firm/month",
    "labour_income": "yuan/month, wages, contributions and mixed income of farms",
    "research": "yuan/month",
    "consumption": "yuan/month",
    "disposable_income": "yuan/month",
    "investment": "yuan/month",
    "fiscal_revenue": "yuan/month",
    "revenue_air": "yuan/month, reported and not collected",
    "fiscal_expenditure": "yuan/month",
    "city_debt": "yuan",
    "loans": "yuan",
    "bad_loans": "yuan",
    "pension_deficit": "yuan/month",
    "capital": "yuan at current prices",
    "capital_zombies": "yuan at current prices, of firms three years without margin",
    "capacity": "yuan/month at 2010 prices, on paper",
    "capacity_running": "yuan/month at 2010 prices, not sealed",
    "capacity_backward": "yuan/month at 2010 prices",
    "capacity_steel": "t/month, on paper",
    "capacity_coal": "t/month, on paper",
    "output_on_capacity": "yuan/month at 2010 prices",
    "output_steel": "t/month",
    "firms": "firm",
    "openings": "firm/month",
    "closures": "firm/month",
    "rent_weight": "rent index times population",
    "house_price_weight": "yuan/m2 times population",
    "price_weight": "consumer price times consumption at opening prices",
    "price_base": "yuan/month, consumption at opening prices",
    "markup_weight": "markup times output at current prices",
    "markup_base": "yuan/month, output at current prices",
    "outside_value": "yuan/month, output at national prices",
    "net_outflow": "yuan/month",
    "outside_claim": "yuan, claim of the city on the outside since the opening",
    "energy": "10^4 tce/month",
    "water": "10^4 m3/month",
    "so2": "t/month",
    "cod": "t/month",
    "co2": "10^4 t/month",
}
NAMES = tuple(AGGREGATES)
POSITION = {name: place for place, name in enumerate(NAMES)}


@dataclass(frozen=True)
class Aggregates:
    """A block (months, places, aggregates); places are the eight cities and the zone."""

    block: Floats

    def __getattr__(self, name: str) -> Floats:
        """Return an aggregate as an array (months, places)."""
        if name not in POSITION:
            raise AttributeError(name)
        return self.block[:, :, POSITION[name]]


def with_zone(cities: Floats) -> Aggregates:
    """Add the zone, the sum of its cities, to a block (months, cities, aggregates)."""
    return Aggregates(np.concatenate([cities, cities.sum(axis=1, keepdims=True)], axis=1))
