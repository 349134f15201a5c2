"""Pay slips (收支单): what a month brings each adult, and what the household does with it.

    income   = pay - own contributions - income tax + benefit + pension + farm income + property
    spending = propensity * income + wealth share * deposits, at most what is there
    homes    = home share * income

Rows see their own amounts, and what is left goes to their deposits; the totals by city and kind are
booked at once, and the books prove at the end of the month that both agree to the fen. Rows
are gone through in strides: what is due to them, what a post pays, how they use it, and the sums.
What is due has a place by activity, registration, benefit, city and schooling; it is looked up and
counted there, so that no loop has to guess a branch.
"""

from typing import Any, NamedTuple

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled, compiled_rows, uint64
from sezsim.definitions.geography import CITIES
from sezsim.state.claims import (
    CLAIMS,
    DISPOSABLE,
    EMPLOYED,
    HOMES,
    KIND_OF_CLAIM,
    KINDS,
    OWN,
    REMITTED,
    RUNNING,
    SKILLS,
    SPENT,
    TAX,
    URBAN,
    PayTerms,
    terms_of_month,
)

STRIDE = 256  # rows whose amounts stay at hand while they are earned, used and added up
LANES = uint64(4)  # sums side by side
PLACES = CLAIMS * CITIES * SKILLS
PEOPLE, OUTSIDERS = 3, 2  # local people, those of another city, those from outside


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

    place: Ints  # of the row among all claims
    kind: Ints  # of the row among city, local or migrant
    earned: Money
    sent_share: Floats
    propensity: Floats
    home_share: Floats
    sent: Money
    spent: Money
    homes: Money
    posts: Ints  # who of the stride has a post
    rated: Ints  # who of the stride has a part of the last pay


class Claims(NamedTuple):
    """What a row gets, by claim, city and schooling (the last place is the dead's), and its use."""

    base: Money  # (PLACES + 1) fen a row
    post: Ints  # (PLACES + 1) 1 if pay is due instead
    rated: Flags  # (PLACES + 1) a part of the last pay is due too
    counts: Money  # (PLACES + 1, LANES) rows found
    sent_share: Floats  # (KINDS_OF_PEOPLE)
    propensity: Floats  # (KINDS_OF_PEOPLE)
    home_share: Floats  # (KINDS_OF_PEOPLE)


class Lanes(NamedTuple):
    """Sums side by side, so that no row waits until its neighbour has been added up."""

    kinds: Money  # (LANES, 8, KINDS)
    commuters: Money  # (LANES, 8 work, 8 home)
    factors: Floats  # (LANES, 8, 2)


@compiled_rows
def pay_rows(
    chunk: int, first: int, last: int, columns: tuple[Any, ...], sums: tuple[Any, ...],
    scale: float, rates: tuple[float, ...], minimum: float, pool_city: Ints,
    pool_industry: Ints, wage: Floats, pay_scale: Floats, need: Floats, output: Floats,
    minimum_wage: Floats, worker_rate: Floats, propensity: Floats, home_share: Floats,
    due: Money, owned: Money,
) -> None:  # fmt: skip
    """Compute the month of each row in yuan a person, round it to fen a row, add it up.

    Columns are those of Slips, sums those of Totals. The terms of the month are put together for
    each chunk from what stands after them.
    """
    rows, totals = Slips(*columns), Totals(*sums)
    terms = terms_of_month(
        scale, rates, minimum, pool_city, pool_industry, wage, pay_scale, need, output,
        minimum_wage, worker_rate, propensity, home_share, due, owned,
    )  # fmt: skip
    claims, uses, bill = claims_of(terms), room_for_uses(), totals.pools[chunk]
    lanes = Lanes(
        np.zeros((LANES, CITIES, KINDS), np.int64), np.zeros((LANES, CITIES, CITIES), np.int64),
        np.zeros((LANES, CITIES, 2)),
    )  # fmt: skip
    for start in range(first, last, STRIDE):
        end = min(start + STRIDE, last)
        find_places(start, end, rows, uses.place, uses.kind)
        look_up(end - start, claims, uses)
        look_up_uses(end - start, claims, uses)
        posts, rated = list_paid(end - start, claims, uses)
        add_last_pay(start, rated, rows, terms, lanes.kinds, uses)
        pay_posts(start, posts, rows, pool_city, terms, bill, lanes, uses)
        use(start, end, rows, terms.scale, terms.wealth, uses)
        add_uses(start, end, rows.city, uses, lanes.kinds)
    for lane in range(len(lanes.kinds)):
        totals.kinds[chunk] += lanes.kinds[lane]
        totals.commuters[chunk] += lanes.commuters[lane]
        totals.factors[chunk] += lanes.factors[lane]
    add_claims(claims, terms.due, totals.kinds[chunk], totals.commuters[chunk])


@compiled
def claims_of(terms: PayTerms) -> Claims:
    """Put into one table each what is due and owned, and what it is used for."""
    base, counts = np.zeros(PLACES + 1, np.int64), np.zeros((PLACES + 1, LANES), np.int64)
    post, rated = np.zeros(PLACES + 1, np.int64), np.zeros(PLACES + 1, np.bool_)
    place = uint64(0)
    for claim in range(CLAIMS):
        for c in range(CITIES):
            for skill in range(SKILLS):
                base[place] = terms.due[claim, c] + terms.owned[c, skill]
                post[place] = claim // 4 == EMPLOYED
                rated[place] = terms.rates[claim] != 0.0
                place += uint64(1)
    sent_share, propensity, home_share = np.empty((3, CITIES * PEOPLE))
    for c in range(CITIES):
        for kind in range(PEOPLE):
            sent_share[c * PEOPLE + kind] = terms.sent_home[CITIES if kind == OUTSIDERS else c]
            propensity[c * PEOPLE + kind] = terms.propensity[min(kind, 1), c]
            home_share[c * PEOPLE + kind] = terms.home_share[c]
    return Claims(base, post, rated, counts, sent_share, propensity, home_share)


@compiled
def room_for_uses() -> Uses:
    """Return room for the amounts of a stride."""
    ints, shares = np.empty((7, STRIDE), np.int64), np.empty((3, STRIDE))
    return Uses(
        ints[0], ints[1], ints[2], shares[0], shares[1], shares[2], ints[3], ints[4], ints[5],
        ints[6], np.empty(STRIDE, np.int64),
    )  # fmt: skip


@compiled_rows
def find_places(first: int, last: int, rows: Slips, place: Ints, kind: Ints) -> None:
    """Find the place of each row among claims and uses; several rows are done at a time."""
    for row in range(first, last):
        i, k = uint64(row), uint64(row - first)
        running = int(rows.benefit_left[i] != 0)
        claim = rows.status[i] * 4 + rows.hukou_urban[i] * URBAN + running * RUNNING
        found = (claim * CITIES + rows.city[i]) * SKILLS + rows.skill[i]
        place[k] = found if rows.alive[i] else PLACES
        moved, from_outside = rows.hukou_city[i] != rows.city[i], rows.hukou_city[i] >= CITIES
        kind[k] = rows.city[i] * PEOPLE + int(moved) + int(from_outside)


@compiled_rows
def look_up(number: int, claims: Claims, uses: Uses) -> None:
    """Look up what is due to each row, and count it there."""
    for row in range(number):
        k = uint64(row)
        place = uint64(uses.place[k])
        uses.earned[k] = claims.base[place]
        claims.counts[place, k % LANES] += 1


@compiled_rows
def list_paid(number: int, claims: Claims, uses: Uses) -> tuple[int, int]:
    """List who has a post, and who a part of the last pay; return how many."""
    posts, rated = uint64(0), uint64(0)
    for row in range(number):
        k = uint64(row)
        place = uint64(uses.place[k])
        uses.posts[posts] = k
        posts += uint64(claims.post[place])
        if claims.rated[place]:
            uses.rated[rated] = k
            rated += uint64(1)
    return int(posts), int(rated)


@compiled_rows
def look_up_uses(number: int, claims: Claims, uses: Uses) -> None:
    """Look up which part of income has which use."""
    for row in range(number):
        k = uint64(row)
        kind = uint64(uses.kind[k])
        uses.sent_share[k] = claims.sent_share[kind]
        uses.propensity[k] = claims.propensity[kind]
        uses.home_share[k] = claims.home_share[kind]


@compiled_rows
def add_last_pay(
    first: int, rated: int, rows: Slips, terms: PayTerms, kinds: Money, uses: Uses
) -> None:
    """Add the part of the last pay to what is due."""
    for n in range(rated):
        k = uint64(uses.rated[uint64(n)])
        i = uint64(first) + k
        claim = uint64(uses.place[k]) // uint64(CITIES * SKILLS)
        amount = int(terms.rates[claim] * rows.last_pay[i] * terms.scale + 0.5)
        kinds[0, uint64(rows.city[i]), KIND_OF_CLAIM[claim]] += amount
        kinds[0, uint64(rows.city[i]), DISPOSABLE] += amount
        uses.earned[k] += amount


@compiled_rows
def pay_posts(
    first: int, posts: int, rows: Slips, pool_city: Ints, terms: PayTerms, bill: Money,
    lanes: Lanes, uses: Uses,
) -> None:  # fmt: skip
    """Pay whoever has a post: gross pay, own contributions, tax on what exceeds the threshold."""
    scale = terms.scale
    for n in range(posts):
        k, lane = uint64(uses.posts[uint64(n)]), uint64(n) % LANES
        i = uint64(first) + k
        if rows.pool[i] < 0:
            continue
        c, held = uint64(rows.city[i]), uint64(rows.pool[i])
        w = uint64(pool_city[held])
        gross = max(terms.pool_pay[held] * rows.factor[i], terms.least[w])
        rows.last_pay[i] = gross
        amount = int(gross * scale + 0.5)
        own = int(terms.worker_rate[w] * gross * scale + 0.5) * int(rows.insured[i])
        above = max(gross - terms.threshold[w], 0.0)
        tax = int(terms.tax_rate * above * scale + 0.5)
        rows.paid[i] += rows.insured[i]
        uses.earned[k] += amount - own - tax
        bill[held] += amount
        lanes.commuters[lane, w, c] += amount
        lanes.kinds[lane, c, OWN] += own
        lanes.kinds[lane, c, TAX] += tax
        lanes.factors[lane, w, 0] += rows.factor[i]
        lanes.factors[lane, w, 1] += 1.0


@compiled
def add_claims(claims: Claims, due: Money, kinds: Money, commuters: Money) -> None:
    """Add up claims by how many have each; what is earned is claims and pay less deductions."""
    for c in range(CITIES):
        kinds[c, DISPOSABLE] += commuters[:, c].sum() - kinds[c, OWN] - kinds[c, TAX]
    for place in range(PLACES):
        claim, c = place // (CITIES * SKILLS), place // SKILLS % CITIES
        number = 0
        for lane in range(claims.counts.shape[1]):
            number += claims.counts[place, lane]
        if number > 0:
            kinds[c, KIND_OF_CLAIM[claim]] += number * due[claim, c]
            kinds[c, DISPOSABLE] += number * claims.base[place]


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
def add_uses(first: int, last: int, city: Ints, uses: Uses, kinds: Money) -> None:
    """Add up the uses by city."""
    for row in range(first, last):
        k, c = uint64(row - first), uint64(city[uint64(row)])
        kinds[k % LANES, c, REMITTED] += uses.sent[k]
        kinds[k % LANES, c, SPENT] += uses.spent[k]
        kinds[k % LANES, c, HOMES] += uses.homes[k]
