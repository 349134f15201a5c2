"""Pay slips (收支单): what a month brings each adult, and what the household does with it.

    income   = pay - own contributions - income tax + benefit + pension + farm income + property
    spending = propensity * income + wealth share * deposits, at most what is there
    homes    = home share * income

Nothing moves here: rows see their own amounts, the totals by city and kind are booked at once. One
loop goes over all rows. What is not pay is looked up by activity, registration and claim, so that
the loop has one branch only.
"""

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled, compiled_rows, uint64
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
KIND_OF_CLAIM = np.full(CLAIMS, BENEFIT)  # whoever has no claim is paid nothing under this name
KIND_OF_CLAIM[FARMING] = MIXED
KIND_OF_CLAIM[IDLE_IN_TOWN] = ALLOWANCE


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


def rates_of_claims(benefit: float, internal: float) -> Floats:
    """Parts of the last pay that are due to a claim (claims)."""
    rates = np.zeros(CLAIMS)
    rates[claim(UNEMPLOYED, 0, 1)] = rates[claim(UNEMPLOYED, 1, 1)] = benefit
    for status in (INTERNALLY_RETIRED, TRAINING):
        rates[claim(status, 0, 0) : claim(status, 1, 1) + 1] = internal
    return rates


@compiled
def use_of_income(
    earned: int, held: int, sent_share: float, propensity: float, wealth: float,
    home_share: float,
) -> tuple[int, int, int]:  # fmt: skip
    """Amounts (fen) sent home, spent and put into homes out of income and deposits."""
    sent = int(sent_share * earned + 0.5)
    there = max(0, held + earned - sent)
    wanted = propensity * earned + wealth * max(held, 0)
    spent = min(int(wanted + 0.5), there)
    return sent, spent, min(int(home_share * earned + 0.5), there - spent)


@compiled_rows
def pay_rows(
    chunk: int, first: int, last: int, scale: float, alive: Flags, city: Ints, skill: Ints,
    hukou_city: Ints, hukou_urban: Ints, status: Ints, pool: Ints, insured: Ints, paid: Ints,
    benefit_left: Ints, factor: Floats, last_pay: Floats, income: Floats, deposits: Money,
    pool_city: Ints, pool_pay: Floats, least: Floats, worker_rate: Floats, threshold: Floats,
    tax_rate: float, due: Money,
    due_rate: Floats, property_income: Money, propensity: Floats, sent_share: Floats,
    wealth: float, home_share: Floats, net: Money, kinds: Money, pools: Money,
    commuters: Money, factors: Floats,
) -> None:  # fmt: skip
    """Compute the month of each row in yuan a person, round it to fen a row, add it up."""
    part = 1.0 / scale
    total, bill, trips, staff = kinds[chunk], pools[chunk], commuters[chunk], factors[chunk]
    for row in range(first, last):
        i = uint64(row)
        if not alive[i]:
            net[i] = 0
            continue
        c, h = uint64(city[i]), uint64(hukou_city[i])
        earned = property_income[c, uint64(skill[i])]
        if status[i] == EMPLOYED and pool[i] >= 0:
            held = uint64(pool[i])
            w = uint64(pool_city[held])
            gross = max(pool_pay[held] * factor[i], least[w])
            last_pay[i] = gross
            staff[w, 0] += factor[i]
            staff[w, 1] += 1.0
            amount = int(gross * scale + 0.5)
            own = int(worker_rate[w] * gross * scale + 0.5) * int(insured[i])
            above = max(gross - threshold[w], 0.0)
            tax = int(tax_rate * above * scale + 0.5)
            paid[i] += insured[i]
            bill[held] += amount
            trips[w, c] += amount
            total[c, OWN] += own
            total[c, TAX] += tax
            earned += amount - own - tax
        else:
            k = uint64(status[i] * 4 + hukou_urban[i] * URBAN + int(benefit_left[i] != 0))
            amount = due[k, c] + int(due_rate[k] * last_pay[i] * scale + 0.5)
            total[c, KIND_OF_CLAIM[k]] += amount
            earned += amount
        sent, spent, homes = use_of_income(
            earned, deposits[i], sent_share[h], propensity[uint64(h != c), c], wealth,
            home_share[c],
        )  # fmt: skip
        income[i] = earned * part
        net[i] = earned - sent - spent - homes
        total[c, REMITTED] += sent
        total[c, SPENT] += spent
        total[c, HOMES] += homes
        total[c, DISPOSABLE] += earned
