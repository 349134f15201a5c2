"""Relocation of firms (产业转移): a firm compares all cities and asks to move to the best offer.

Private firms of manufacturing consider a move at a low rate. A firm compares present values over a
term of office at home and in every city that has its industry:

    gain[d] = A(H) [pay (1 - wage[d] / (wage[o] density[d])) + margin * sales * (access[d] - 1)]
              + land[o] - land[d] (1 - gift) - cost * capital + taste[d] + bid[d]

Density is productivity by the output of its industry in the city, access the customers it keeps when
travel changes; both also come true when it moves. Taste is a lasting lot of firm and city: what
no table knows. Cities bid up to a part of their own gain, as in an ascending auction: the best
offer wins and pays what makes the firm prefer it to the second best, or to staying.

Each request carries the accounts of both cities (accounting/transfer_account.py).
"""

import math

import numpy as np

from sezsim.accounting.transfer_account import (
    annuity,
    gain_of_host,
    loss_of_origin,
    retained_tax,
    winning_bid,
    worth,
)
from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.industry import INDUSTRIES, MANUFACTURING
from sezsim.randomness import Draws, mix, normal, uniform
from sezsim.state.economy import Economy
from sezsim.state.firms import Ownership
from sezsim.state.requests import NO_REQUESTS, REQUEST, Requests
from sezsim.state.rules import Rules

STATE = int(Ownership.STATE)
MOVABLE = np.zeros(INDUSTRIES, dtype=bool)
MOVABLE[[int(industry) for industry in MANUFACTURING]] = True
# Where goods leave the zone for the rest of Liaoning, the rest of China and the world (D).
GATES = np.array([int(City.YINGKOU), int(City.SHENYANG), int(City.YINGKOU)])
NOBODY = np.zeros(0, np.int64)
MARKETS = CITIES + len(GATES)
THINNEST, DENSEST = 0.05, 20.0  # output of an industry over that at home, as far as it counts


class Parameters(Declared):
    """What relocation needs to know."""

    pace: float = parameter(
        0.04, "movable firms that consider a move in a year", unit="1/year",
        within=(0.0, 0.5), source="parameters.csv h_reloc: calibrate",
    )  # fmt: skip
    largest: float = parameter(
        5000.0, "staff from which a firm stays where it stands", unit="person",
        within=(100.0, 100000.0), source="assumption: cities do not move their largest employers",
    )  # fmt: skip
    cost: float = parameter(
        0.10, "cost of a move over capital", unit="1", within=(0.0, 1.0),
        source="parameters.csv F_move, scaled to movable equipment",
    )  # fmt: skip
    land: float = parameter(
        0.05, "value of an industrial site over capital, at the zone's mean land price",
        unit="1", within=(0.0, 0.5), source="assumption; sites of north-east pharmaceutical in "
        "policy_parameters.csv, NEPharm_land",
    )  # fmt: skip
    site_spread: float = parameter(
        1.0, "spread of the value of sites around it: old plants stand in the middle of towns",
        unit="log point", within=(0.0, 2.0), source="assumption",
    )  # fmt: skip
    reuse: float = parameter(
        2.0, "margin of the origin on a site it sells on", unit="1", within=(0.0, 5.0),
        source="policy_parameters.csv Tiexi_land_price_before: 196 yuan/m2 industrial, 960 beside "
        "it in 2002; half of that margin taken",
    )  # fmt: skip
    reach: float = parameter(
        0.10, "elasticity of a mover's sales to the distance to its customers", unit="1",
        within=(0.0, 1.0), source="assumption: most customers keep their supplier",
    )  # fmt: skip
    density: float = parameter(
        0.04, "elasticity of productivity to the industry's output in the city", unit="1",
        within=(0.0, 0.15), source="parameters.csv eta_agg, lower end", grade="B",
    )  # fmt: skip
    taste: float = parameter(
        0.02, "spread of a firm's liking for a city over its yearly sales, a year", unit="1",
        within=(0.0, 0.2), source="assumption: so that destinations differ",
    )  # fmt: skip
    bidding: float = parameter(
        0.3, "part of its gain that a city may bid for a firm", unit="1", within=(0.0, 1.0),
        source="assumption: budgets bear a part of a gain yet to come",
    )  # fmt: skip
    works: float = parameter(
        0.03, "infrastructure of the host over the capital that arrives", unit="1",
        within=(0.0, 0.25), source="parameters.csv K_inf, scaled to movable equipment",
    )  # fmt: skip
    horizon: float = parameter(
        5.0, "horizon of city officials and of the firm", unit="year", within=(1.0, 15.0),
        source="parameters.csv H: term of office",
    )  # fmt: skip
    discount: float = parameter(
        0.08, "discount rate of officials", unit="1/year", within=(0.0, 0.3),
        source="parameters.csv r_gov",
    )  # fmt: skip
    product: float = parameter(
        0.05, "weight of value added against tax", unit="yuan/yuan", within=(0.0, 0.2),
        source="parameters.csv lambda_g", grade="B",
    )  # fmt: skip
    jobs: float = parameter(
        0.3, "weight of wages against tax", unit="yuan/yuan", within=(0.0, 1.0),
        source="parameters.csv lambda_e", grade="B",
    )  # fmt: skip
    damage: float = parameter(
        1260.0, "relief of a city that a tonne of sulphur dioxide leaves", unit="yuan/t",
        within=(0.0, 20000.0), source="levy of 2010 per tonne, parameters.csv lambda_z",
    )  # fmt: skip
    blocking: float = parameter(
        0.15, "political cost of blocking over the loss", unit="1", within=(0.0, 1.0),
        source="parameters.csv b_block: calibrate",
    )  # fmt: skip
    free: float = parameter(
        0.25, "chance that a move is not noticed or not opposed", unit="1", within=(0.0, 1.0),
        source="assumption: small moves pass",
    )  # fmt: skip
    ordered: float = parameter(
        0.3, "firms that stand in the transfer plan of the leading group", unit="1",
        within=(0.0, 1.0), source="assumption",
    )  # fmt: skip
    province: float = parameter(
        0.2, "gain of the province over the gain of the firm", unit="1", within=(0.0, 1.0),
        source="assumption: its part of taxes on the profit gained",
    )  # fmt: skip
    taken_along: float = parameter(
        0.3, "staff that a moving firm takes along", unit="1", within=(0.0, 1.0),
        source="assumption",
    )  # fmt: skip


def ask_to_move(economy: Economy, p: Parameters, draws: Draws) -> Requests:
    """Return the requests of firms that find a better city this month."""
    asking = who_asks(economy, p, draws) if p.pace > 0.0 else NOBODY
    if not len(asking):
        return NO_REQUESTS
    firms, structure, cells, rules = (
        economy.firms, economy.structure, economy.cells, economy.rules,
    )  # fmt: skip
    requests = np.zeros(len(asking), REQUEST)
    number = compare_cities(
        asking, draws.lasting_key("relocation/taste"), draws.lasting_key("relocation/site"),
        firms.id, firms.city, firms.industry,
        firms.receipts, firms.costs, firms.payroll, firms.taxes, firms.output, firms.margin,
        firms.weight, firms.capacity, structure.output, structure.capital_ratio,
        structure.tax_rate, structure.local_revenue, economy.scratch.city_parts, structure.so2,
        structure.trade_weight, structure.household_share, structure.outside_demand,
        distances(structure.distance, rules.travel_time, p.reach), cells.wage, cells.output,
        cells.demand, cells.inputs, cells.spending_plan, cells.investment_price,
        cells.house_price, rules.land_gift,
        p.bidding * float(rules.bid_limit), values_of(p, rules), requests,
    )  # fmt: skip
    if not number:
        return NO_REQUESTS
    requests = requests[:number]
    unnoticed = 1.0 - (1.0 - p.free) * float(rules.moving_barrier)
    draw_lots(
        draws.lasting_key("relocation/ordered"), draws.key("relocation/unopposed"),
        draws.key("relocation/negotiate"), firms.id, p.ordered, unnoticed, requests,
    )  # fmt: skip
    return requests


def who_asks(economy: Economy, p: Parameters, draws: Draws) -> Ints:
    """Return the rows of firms that consider a move this month."""
    firms = economy.firms
    rows = np.empty(len(firms.id), np.int64)
    number = find_asking(
        draws.key("relocation/consider"), firms.id, firms.is_open, firms.industry,
        firms.ownership, firms.name, firms.city, firms.origin_city, firms.staff, MOVABLE,
        p.pace / 12.0, p.largest, rows,
    )  # fmt: skip
    return rows[:number]


@compiled
def find_asking(
    key: Key, firm: Ids, is_open: Flags, industry: Ints, ownership: Ints, name: Ints,
    city: Ints, origin: Ints, staff: Floats, movable: Flags, pace: float, largest: float,
    rows: Ints,
) -> int:  # fmt: skip
    """Put the rows that consider a move first in a column and count them."""
    number = 0
    for i in range(len(firm)):
        if uniform(key, firm[i]) >= pace or not is_open[i]:
            continue
        able = movable[industry[i]] and ownership[i] != STATE and staff[i] < largest
        if able and name[i] < 0 and city[i] == origin[i]:
            rows[number] = i
            number += 1
    return number


def values_of(p: Parameters, rules: Rules) -> tuple[float, ...]:
    """Return the numbers by which firms and cities weigh a move, in the order of the loop."""
    revenue = float(rules.score_revenue)
    return (
        annuity(p.horizon, p.discount), p.cost, p.land, p.reuse, p.density, p.taste, p.works,
        p.product * float(rules.score_product) / revenue,
        p.jobs * float(rules.score_jobs) / revenue,
        p.damage * float(rules.score_damage) / revenue, p.blocking, p.site_spread,
    )  # fmt: skip


@compiled
def distances(distance: Floats, travel: Floats, reach: float) -> Floats:
    """Pull of a customer by its distance from each city (8, 11 markets)."""
    near = np.empty((CITIES, MARKETS))
    for d in range(CITIES):
        for m in range(CITIES):
            near[d, m] = (distance[d, m] * travel[d, m]) ** -reach
        for k in range(len(GATES)):
            near[d, CITIES + k] = near[d, GATES[k]]
    return near


@compiled
def sales_by_market(
    o: int, s: int, weight: Floats, household_share: Floats, outside: Floats, demand: Floats,
    inputs: Floats, spending: Floats, sold: Floats,
) -> None:  # fmt: skip
    """Sales of a city's industry to the eight cities and the three regions outside."""
    inside = 0.0
    for m in range(CITIES):
        sold[m] = weight[s, o, m] * (inputs[m, s] + spending[m] * household_share[m, s])
        inside += sold[m]
    beyond = max(demand[o, s] - inside, 0.0)
    whole = outside[o, s].sum()
    for k in range(len(GATES)):
        part = outside[o, s, k] / whole if whole > 0.0 else 1.0 / len(GATES)
        sold[CITIES + k] = beyond * part


@compiled
def customers_kept(near: Floats, o: int, d: int, sold: Floats) -> float:
    """Sales at a new place over those at the old one, by the distance to each customer."""
    before = after = 0.0
    for m in range(len(sold)):
        before += sold[m]
        after += sold[m] * near[d, m] / near[o, m]
    return after / before if before > 0.0 else 1.0


@compiled
def gain_in_density(there: float, here: float, elasticity: float) -> float:
    """Productivity at a place over that at another, by the industry's output at both."""
    ratio = there / here if here > 0.0 else 1.0
    return min(max(ratio, THINNEST), DENSEST) ** elasticity


@compiled
def site_value(spread: float, lot: float) -> float:
    """Value of a firm's site over the mean of its city, which is 1 on average."""
    return math.exp(spread * lot - 0.5 * spread * spread)


@compiled
def compare_cities(
    asking: Ints, key: Key, key_site: Key, firm: Ids, city: Ints, industry: Ints, receipts: Floats,
    costs: Floats, payroll: Floats, taxes: Floats, output: Floats, margin: Floats,
    weight: Floats, capacity: Floats, present_at: Floats, capital_ratio: Floats,
    tax_rate: Floats, local_revenue: Floats, parts: Floats, so2: Floats, trade: Floats,
    household_share: Floats, outside: Floats, near: Floats, wage: Floats, made: Floats,
    demand: Floats, inputs: Floats, spending: Floats, equipment_price: Floats,
    land_price: Floats, gift: Floats, bidding: float, values: tuple[float, ...],
    requests: Requests,
) -> int:  # fmt: skip
    """Write a request for each firm that finds a better offer; return how many there are."""
    present, cost, land, reuse, density, taste, works = values[:7]
    w_product, w_jobs, damage, strength, spread = values[7:]
    sold, number, mean_price = np.empty(MARKETS), 0, land_price.mean()
    for k in range(len(asking)):
        i = asking[k]
        o, s = city[i], industry[i]
        capital = capacity[i].sum() * capital_ratio[o, s] * equipment_price[o]
        turnover, pay = 12.0 * receipts[i], 12.0 * payroll[i]
        product = 12.0 * (receipts[i] - costs[i])
        due, on_product = 12.0 * taxes[i], turnover * tax_rate[o, s]
        local = turnover * local_revenue[o]
        tax = retained_tax(due, on_product, local, parts[0], parts[2])
        site = land * capital * land_price[o] / mean_price
        site *= site_value(spread, normal(key_site, firm[i]))
        sales_by_market(o, s, trade, household_share, outside, demand, inputs, spending, sold)
        best = second = 0.0
        r = requests[number]
        for d in range(CITIES):
            if d == o or present_at[d, s] <= 0.0:
                continue
            access = customers_kept(near, o, d, sold)
            dense = gain_in_density(made[d, s], made[o, s], density)
            pay_there = pay * wage[d, s] / wage[o, s] / dense
            saved = pay - pay_there + max(margin[i], 0.0) * turnover * (access - 1.0)
            site_there = land * capital * land_price[d] / mean_price
            lot = normal(mix(key ^ uint64(d + 1)), firm[i])
            liking = taste * turnover * present * lot
            remitted = gift[o, d] * site_there
            value = present * saved + site - site_there + remitted - cost * capital + liking
            more = turnover * (tax_rate[d, s] + local_revenue[d]) - on_product - local
            tax_there = retained_tax(
                due + more, turnover * tax_rate[d, s], turnover * local_revenue[d], parts[0],
                parts[2],
            )  # fmt: skip
            yearly = worth(tax_there * access, product * access, pay_there, w_product, w_jobs)
            mine = gain_of_host(present, yearly, remitted, works * capital)
            limit = bidding * max(mine, 0.0)
            if value + limit <= best:
                second = max(second, value + limit)
                continue
            second, best = best, value + limit
            r.host, r.gain, r.bid, r.host_gain = d, value, limit, mine
            r.land_bought, r.tax_host = site_there, tax_there * access
            r.product, r.access, r.density = product * access, access, dense
            r.land_sold = site
        if best <= 0.0:
            continue
        r.row, r.origin = i, o
        bid = winning_bid(r.gain, r.bid, second)
        r.gain, r.bid, r.host_gain = r.gain + bid, bid, r.host_gain - bid
        r.bid += gift[o, r.host] * r.land_bought
        r.moving, r.tax_origin = cost * capital, tax
        r.tax_firm = (due - local) / max(weight[i], 1.0)
        relief = reuse * r.land_sold + present * damage * so2[s] * 12.0 * output[i]
        r.loss = loss_of_origin(present, worth(tax, product, pay, w_product, w_jobs), relief)
        r.blocking = strength * max(r.loss, 0.0)
        r.product_weight, r.present = w_product, present
        number += 1
    return number


@compiled
def draw_lots(
    key_ordered: Key, key_free: Key, key_lot: Key, firm: Ids, ordered: float,
    unnoticed: float, requests: Requests,
) -> None:  # fmt: skip
    """Draw whether a request stands in the plan, is not opposed, and may be negotiated."""
    for k in range(len(requests)):
        r = requests[k]
        r.ordered = uniform(key_ordered, firm[r.row]) < ordered
        r.unopposed = uniform(key_free, firm[r.row]) < unnoticed
        r.lot = uniform(key_lot, firm[r.row])
