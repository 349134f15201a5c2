"""Pay slips (收支单): what a month brings each adult, and what the household does with it.

    income   = pay - own contributions - income tax + benefit + pension + farm income + property
    spending = propensity * income + wealth share * deposits, at most what is there
    homes    = home share * income

Rows see their own amounts, and what is left goes to their deposits; the totals by city and kind are
booked at once, and the books prove at the end of the month that both agree to the fen. Rows
are gone through in strides: what they earn, how they use it, and the sums. What is not pay is looked
up by activity, registration and claim, so that the first loop has one branch only.
"""

from typing import NamedTuple

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled, compiled_rows, uint64
from sezsim.definitions.geography import CITIES
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

STRIDE = 256  # rows whose amounts stay at hand while they are earned, used and added up


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
    """Columns of workers that a pay slip reads, and those that it sets."""

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


class Totals(NamedTuple):
    """Sums (fen) of each chunk: by city of residence and kind, by pool, and between cities."""

    kinds: Money  # (chunks, 8, KINDS)
    pools: Money  # (chunks, pools)
    commuters: Money  # (chunks, 8 work, 8 home)
    factors: Floats  # (chunks, 8, 2) sum of pay factors and number of employee rows


class Uses(NamedTuple):
    """What rows of a stride earn and what part of it has which use, and then the amounts (fen)."""

    earned: Money
    sent_share: Floats
    propensity: Floats
    home_share: Floats
    sent: Money
    spent: Money
    homes: Money


@compiled_rows
def pay_rows(
    chunk: int, first: int, last: int, rows: Slips, pool_city: Ints, terms: PayTerms,
    totals: Totals,
) -> None:  # fmt: skip
    """Compute the month of each row in yuan a person, round it to fen a row, add it up."""
    total, bill = totals.kinds[chunk], totals.pools[chunk]
    trips, staff = totals.commuters[chunk], totals.factors[chunk]
    uses = Uses(
        np.empty(STRIDE, np.int64), np.empty(STRIDE), np.empty(STRIDE), np.empty(STRIDE),
        np.empty(STRIDE, np.int64), np.empty(STRIDE, np.int64), np.empty(STRIDE, np.int64),
    )  # fmt: skip
    for start in range(first, last, STRIDE):
        end = min(start + STRIDE, last)
        earn(start, end, rows, pool_city, terms, total, bill, trips, staff, uses)
        use(start, end, rows, terms.scale, terms.wealth, uses)
        add_uses(start, end, rows.city, uses, total)


@compiled_rows
def earn(
    first: int, last: int, rows: Slips, pool_city: Ints, terms: PayTerms, total: Money,
    bill: Money, trips: Money, staff: Floats, uses: Uses,
) -> None:  # fmt: skip
    """Add up what each row earns and look up what it does with it; the dead earn nothing."""
    scale = terms.scale
    for row in range(first, last):
        i, k = uint64(row), uint64(row - first)
        c, h = uint64(rows.city[i]), uint64(rows.hukou_city[i])
        uses.sent_share[k], uses.home_share[k] = terms.sent_home[h], terms.home_share[c]
        uses.propensity[k] = terms.propensity[uint64(h != c), c]
        if not rows.alive[i]:
            uses.earned[k] = 0
            continue
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
            claim = uint64(rows.status[i] * 4 + rows.hukou_urban[i] * URBAN + running * RUNNING)
            amount = terms.due[claim, c]
            amount += int(terms.rates[claim] * rows.last_pay[i] * scale + 0.5)
            total[c, KIND_OF_CLAIM[claim]] += amount
            earned += amount
        uses.earned[k] = earned


@compiled_rows
def use(
    first: int, last: int, rows: Slips, scale: float, wealth: float, uses: Uses
) -> None:  # fmt: skip
    """Work out what each row sends, spends and puts into homes; several rows are done at a time."""
    part = 1.0 / scale
    for row in range(first, last):
        i, k = uint64(row), uint64(row - first)
        earned, held = uses.earned[k], rows.deposits[i] if rows.alive[i] else 0
        sent, spent, homes = use_of_income(
            earned, held, uses.sent_share[k], uses.propensity[k], wealth, uses.home_share[k]
        )
        uses.sent[k], uses.spent[k], uses.homes[k] = sent, spent, homes
        rows.deposits[i] += earned - sent - spent - homes
        rows.income[i] = earned * part


@compiled_rows
def add_uses(first: int, last: int, city: Ints, uses: Uses, total: Money) -> None:
    """Add up the uses by city; neighbours mostly live in one, whose sums stay at hand."""
    now, sent, spent, homes, earned = uint64(city[uint64(first)]), 0, 0, 0, 0
    for row in range(first, last + 1):
        c = uint64(city[uint64(row)]) if row < last else uint64(CITIES)
        if c != now:
            total[now, REMITTED] += sent
            total[now, SPENT] += spent
            total[now, HOMES] += homes
            total[now, DISPOSABLE] += earned
            now, sent, spent, homes, earned = c, 0, 0, 0, 0
        if row < last:
            k = uint64(row - first)
            sent += uses.sent[k]
            spent += uses.spent[k]
            homes += uses.homes[k]
            earned += uses.earned[k]
