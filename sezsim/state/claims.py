"""Claims (待遇): what is due each month to whoever is not paid for work, by activity and city.

Who is idle, retired, in training or on a farm has a claim; so has everybody who owns something. All
that the loop over rows needs is put into tables once a month.
"""

from typing import NamedTuple

import numpy as np

from sezsim.definitions.columns import Floats, Ints, Money
from sezsim.definitions.compiled import compiled
from sezsim.definitions.geography import CITIES, REGIONS
from sezsim.state.workers import Skill, Status

KINDS = 9
OWN, TAX, BENEFIT, ALLOWANCE, MIXED, REMITTED, SPENT, HOMES, DISPOSABLE = range(KINDS)
EMPLOYED, UNEMPLOYED = int(Status.EMPLOYED), int(Status.UNEMPLOYED)
FARM, RETIRED = int(Status.FARM), int(Status.RETIRED)
INTERNALLY_RETIRED, TRAINING = int(Status.INTERNALLY_RETIRED), int(Status.TRAINING)
SKILLS = len(Skill)
CLAIMS = len(Status) * 4  # activity, registration is urban, unemployment benefit runs
URBAN, RUNNING = 2, 1


def claim(status: int, urban: int, running: int) -> int:
    """Return the place of a claim in the tables by claim."""
    return status * 4 + urban * URBAN + running * RUNNING


FARMING = slice(claim(FARM, 0, 0), claim(FARM, 1, 1) + 1)
RESTING_IN_VILLAGE = slice(claim(RETIRED, 0, 0), claim(RETIRED, 0, 1) + 1)
RESTING_IN_TOWN = slice(claim(RETIRED, 1, 0), claim(RETIRED, 1, 1) + 1)
IDLE_IN_TOWN = claim(UNEMPLOYED, 1, 0)
BENEFIT_RUNS = slice(claim(UNEMPLOYED, 0, 1), claim(UNEMPLOYED, 1, 1) + 1, URBAN)
RETIRED_EARLY = slice(claim(INTERNALLY_RETIRED, 0, 0), claim(INTERNALLY_RETIRED, 1, 1) + 1)
IN_TRAINING = slice(claim(TRAINING, 0, 0), claim(TRAINING, 1, 1) + 1)
KIND_OF_CLAIM = np.full(CLAIMS, BENEFIT)  # whoever has no claim is paid nothing under this name
KIND_OF_CLAIM[FARMING] = MIXED
KIND_OF_CLAIM[IDLE_IN_TOWN] = ALLOWANCE


class Rates(NamedTuple):
    """Rates of the household account, as the law and the parameters set them."""

    wealth: float
    migrant_saving: float
    remittance: float
    tax_threshold: float
    tax_rate: float
    benefit: float
    internal: float
    rural_pension: float
    needy: float


class PayTerms(NamedTuple):
    """What a month brings and how it is used, in tables that the loop over rows looks up."""

    scale: float  # fen a row over yuan a person
    pool_pay: Floats  # yuan a month at the mean pay factor, by pool
    least: Floats  # least pay by city of work, yuan a month
    worker_rate: Floats  # own contributions by city of work
    threshold: Floats  # tax-free pay by city of work, yuan a month
    tax_rate: float
    due: Money  # fen a row, by claim and city
    rates: Floats  # part of the last pay, by claim
    owned: Money  # property income, fen a row, by city and schooling
    propensity: Floats  # to spend, local people and migrants, by city
    sent_home: Floats  # share of income, by city of registration
    wealth: float
    home_share: Floats


@compiled
def terms_of_month(
    scale: float, rates: tuple[float, ...], minimum: float, pool_city: Ints, pool_industry: Ints,
    wage: Floats, pay_scale: Floats, need: Floats, output: Floats, minimum_wage: Floats,
    worker_rate: Floats, propensity: Floats, home_share: Floats, due: Money, owned: Money,
) -> PayTerms:  # fmt: skip
    """Put together what pay slips look up this month; claims are given, rates are those of Rates."""
    law = Rates(*rates)
    pool_pay = np.empty(len(pool_city))
    for q in range(len(pool_city)):
        pool_pay[q] = wage[pool_city[q], pool_industry[q]] * pay_scale[pool_city[q]]
    spending = np.empty((2, CITIES))
    spending[0], spending[1] = propensity, propensity - law.migrant_saving
    sent_home = np.zeros(REGIONS)
    sent_home[CITIES:] = law.remittance
    threshold = mean_wage(need, output, wage) * law.tax_threshold
    return PayTerms(
        scale, pool_pay, minimum_wage * minimum, worker_rate, threshold, law.tax_rate, due,
        rates_of_claims(law.benefit, law.internal), owned, spending, sent_home,
        law.wealth, home_share,
    )  # fmt: skip


@compiled
def mean_wage(need: Floats, output: Floats, wage: Floats) -> Floats:
    """Mean pay (yuan a month) of employees by city, by non-farm jobs of the opening."""
    mean = np.empty(len(wage))
    for c in range(len(wage)):
        jobs = need[c, 1:] * output[c, 1:]
        mean[c] = (jobs * wage[c, 1:]).sum() / jobs.sum()
    return mean


@compiled
def fill_claims(
    scale: float, city: Ints, industry: Ints, receipts: Floats, costs: Floats,
    mixed_rate: Floats, farmers: Floats, property_income: Floats, property_weight: Floats,
    level: Floats, pension: Floats, rural_pension: float, allowance: Floats, needy: float,
    due: Money, owned: Money,
) -> None:  # fmt: skip
    """Fill what a claim brings by city, and what adults own by city and schooling, fen a row."""
    added = np.zeros(len(level))
    for i in range(len(city)):
        if industry[i] == 0:
            added[city[i]] += receipts[i] - costs[i]
    for c in range(len(level)):
        farm = max(added[c], 0.0) * mixed_rate[c, 0] / max(farmers[c], 1.0)
        mean = level[c].mean()
        full = pension[c] * mean
        due[FARMING, c] = int(farm * scale + 0.5)
        due[RESTING_IN_VILLAGE, c] = int(full * rural_pension * scale + 0.5)
        due[RESTING_IN_TOWN, c] = int(full * scale + 0.5)
        due[IDLE_IN_TOWN, c] = int(allowance[c] * mean * needy * scale + 0.5)
        share = property_income[c] / max(property_weight[c], 1.0)
        for skill in range(SKILLS):
            owned[c, skill] = int(share * (1.0 + skill) * scale)


@compiled
def rates_of_claims(benefit: float, internal: float) -> Floats:
    """Parts of the last pay that are due to a claim (claims)."""
    rates = np.zeros(CLAIMS)
    rates[BENEFIT_RUNS] = benefit
    rates[RETIRED_EARLY], rates[IN_TRAINING] = internal, internal
    return rates
