"""Pay slips (收支单): what a month brings each adult, and what the household does with it.

    income   = pay - own contributions - income tax + benefit + pension + farm income + property
    spending = propensity * income + wealth share * deposits, at most what is there
    homes    = home share * income

Nothing moves here: rows see their own amounts, the totals by city and kind are booked at once. One
loop goes over all rows. What is not pay is looked up by activity, registration and claim, so that
the loop has one branch only.
"""

from typing import NamedTuple

from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled, compiled_rows, uint64
from sezsim.state.claims import (
    DISPOSABLE,
    EMPLOYED,
    HOMES,
    KIND_OF_CLAIM,
    OWN,
    REMITTED,
    RUNNING,
    SPENT,
    TAX,
    URBAN,
    PayTerms,
)


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


class Slips(NamedTuple):
    """Columns of workers that a pay slip reads, and the last four that it sets."""

    alive: Flags
    city: Ints
    skill: Ints
    hukou_city: Ints
    hukou_urban: Ints
    status: Ints
    pool: Ints
    insured: Ints
    benefit_left: Ints
    factor: Floats
    deposits: Money
    paid: Ints
    last_pay: Floats
    income: Floats
    net: Money


class Totals(NamedTuple):
    """Sums (fen) of each chunk: by city of residence and kind, by pool, and between cities."""

    kinds: Money  # (chunks, 8, KINDS)
    pools: Money  # (chunks, pools)
    commuters: Money  # (chunks, 8 work, 8 home)
    factors: Floats  # (chunks, 8, 2) sum of pay factors and number of employee rows


@compiled_rows
def pay_rows(
    chunk: int, first: int, last: int, rows: Slips, pool_city: Ints, terms: PayTerms,
    totals: Totals,
) -> None:  # fmt: skip
    """Compute the month of each row in yuan a person, round it to fen a row, add it up."""
    scale, part, wealth = terms.scale, 1.0 / terms.scale, terms.wealth
    total, bill = totals.kinds[chunk], totals.pools[chunk]
    trips, staff = totals.commuters[chunk], totals.factors[chunk]
    for row in range(first, last):
        i = uint64(row)
        if not rows.alive[i]:
            rows.net[i] = 0
            continue
        c, h = uint64(rows.city[i]), uint64(rows.hukou_city[i])
        earned = terms.owned[c, uint64(rows.skill[i])]
        if rows.status[i] == EMPLOYED and rows.pool[i] >= 0:
            held = uint64(rows.pool[i])
            w = uint64(pool_city[held])
            gross = max(terms.pool_pay[held] * rows.factor[i], terms.least[w])
            rows.last_pay[i] = gross
            staff[w, 0] += rows.factor[i]
            staff[w, 1] += 1.0
            amount = int(gross * scale + 0.5)
            own = int(terms.worker_rate[w] * gross * scale + 0.5) * int(rows.insured[i])
            above = max(gross - terms.threshold[w], 0.0)
            tax = int(terms.tax_rate * above * scale + 0.5)
            rows.paid[i] += rows.insured[i]
            bill[held] += amount
            trips[w, c] += amount
            total[c, OWN] += own
            total[c, TAX] += tax
            earned += amount - own - tax
        else:
            running = int(rows.benefit_left[i] != 0)
            k = uint64(rows.status[i] * 4 + rows.hukou_urban[i] * URBAN + running * RUNNING)
            amount = terms.due[k, c] + int(terms.rates[k] * rows.last_pay[i] * scale + 0.5)
            total[c, KIND_OF_CLAIM[k]] += amount
            earned += amount
        sent, spent, homes = use_of_income(
            earned, rows.deposits[i], terms.sent_home[h], terms.propensity[uint64(h != c), c],
            wealth, terms.home_share[c],
        )  # fmt: skip
        rows.income[i] = earned * part
        rows.net[i] = earned - sent - spent - homes
        total[c, REMITTED] += sent
        total[c, SPENT] += spent
        total[c, HOMES] += homes
        total[c, DISPOSABLE] += earned
