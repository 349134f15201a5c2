"""Services for residents (基本公共服务均等化): schools, health, homes and minimum income for newcomers.

Overall plan, part 2 (6): public services for all who live in a city, whatever their registration.
Four levers open four services to residents registered elsewhere. What they come to use the city must
provide: its wanted services rise by the newcomers' share of residents times the part opened, each
service by its share of spending.
"""

from functools import cache
from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.calendar import Month
from sezsim.definitions.columns import Flags, Floats
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.residents import count_strangers
from sezsim.state.rules import Service, marked

SPENDING = np.array([0.30, 0.15, 0.05, 0.10])  # shares of service spending (D)


class ServiceEntitlement(Instrument):
    """Open services to residents registered elsewhere."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("公共服务均等化", "Services for all residents")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}向外来常住人口增加开放：[，学校{schools:.0%}][，"
        "医疗{health:.0%}][，住房{housing:.0%}][，最低生活保障{minimum_income:.0%}]。",
        "From {since} to {until}, {cities} open more services to residents registered "
        "elsewhere:[; schools to {schools:.0%}][; health care to {health:.0%}][; public "
        "housing to {housing:.0%}][; minimum income to {minimum_income:.0%}].",
    )

    cities: tuple[City, ...]
    schools: float = setting(
        "access of newcomers to schools, added to the present one",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    health: float = setting(
        "access of newcomers to health care, added to the present one",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    housing: float = setting(
        "access of newcomers to public housing, added to the present one",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip
    minimum_income: float = setting(
        "access of newcomers to minimum income, added to the present one",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Open the services this month."""
        granted, cost = opened(self.schools, self.health, self.housing, self.minimum_income)
        if cost <= 0.0:
            return
        rules, scratch = economy.rules, economy.scratch
        follow_strangers(economy, draws.month)
        open_services(
            marked(self.cities, CITIES), granted, cost, scratch.strangers, scratch.population,
            rules.entitlement, rules.services,
        )  # fmt: skip


@cache
def opened(
    schools: float, health: float, housing: float, minimum_income: float
) -> tuple[Floats, float]:
    """Return what is opened by service (4), and its part of the spending on services."""
    granted = np.zeros(len(Service))
    granted[Service.SCHOOLS], granted[Service.HEALTH] = schools, health
    granted[Service.HOUSING], granted[Service.MINIMUM_INCOME] = housing, minimum_income
    return granted, float(SPENDING @ granted)


def follow_strangers(economy: Economy, month: Month) -> None:
    """Count the residents of each city registered elsewhere, once a year."""
    workers, scratch = economy.workers, economy.scratch
    if scratch.strangers_counted != month.year:
        scratch.strangers[:] = 0.0
        count_strangers(
            workers.count, float(workers.persons_per_agent), workers.alive, workers.city,
            workers.hukou_city, workers.child_one, workers.child_two, scratch.strangers,
        )  # fmt: skip
        scratch.strangers_counted = month.year


@compiled
def open_services(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    covered: Flags, granted: Floats, cost: float, strangers: Floats, population: Floats,
    entitlement: Floats, services: Floats,
) -> None:  # fmt: skip
    """Add what is granted, and the services wanted for the share of strangers among residents."""
    for c in range(len(covered)):
        if covered[c]:
            services[c] += strangers[c] / max(population[c], 1.0) * cost
            for service in range(len(granted)):
                entitlement[service, c] += granted[service]
