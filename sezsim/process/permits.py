"""Permits and caps (总量控制与排污权): what may be emitted or used, and what staying below costs.

An industry that abates the share a of what it would emit pays c a^2 / 2 per unit, so its marginal
cost is c a. Under a cap all sources of a market abate until marginal cost equals one price:

    emission = z0 (1 - price / c),  price = (sum z0 - cap) / sum(z0 / c)

A source abates at most a given share; the others then do the rest. A market is the whole zone
where permits are traded and a city where they are not. Permits are given free by the emission that
the opening table implies, but for the share that is auctioned; who needs more buys, who needs less
sells, and the auction's proceeds go to the cities. Permits that are not used lapse: issued = held +
used, and nobody banks.
"""

from functools import cache
from typing import Any

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Floats, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES, Industry
from sezsim.definitions.sums import total, totals
from sezsim.state.economy import Economy, Sector
from sezsim.state.rules import Substance

ABATEMENT = Flow("cost of abatement", Sector.FIRMS, Sector.OUTSIDE)
BOUGHT = Flow("permits bought", Sector.FIRMS, Sector.MARKET)
SOLD = Flow("permits sold", Sector.MARKET, Sector.FIRMS)
AUCTIONED = Flow("auction of permits", Sector.MARKET, Sector.CITY_GOVERNMENTS)
DUES = (BOUGHT, SOLD, ABATEMENT)
ABROAD = 1  # the rest of China makes the equipment
ACCOUNTS = np.array([0, 0, ABROAD])  # the market, the market, who makes the equipment
CITY_ROWS = np.arange(CITIES)
ZONE = np.zeros(CITIES, np.int64)
ROUNDING = 1e-6  # of a cap
TINY = 1e-12  # against division by nothing
YEAR, FEN = 12.0, 100.0
ENERGY = int(Substance.ENERGY)
ROUNDS = 30  # of giving what some sources cannot abate to the others


class Parameters(Declared):
    """What abatement costs."""

    sulphur: float = parameter(
        4670.0, "marginal cost of the last tonne of sulphur dioxide", unit="yuan/t",
        within=(500.0, 20000.0),
        source="derived: a levy higher by 1.26 yuan/kg cut emissions by 27% (e_levy)", grade="B",
    )  # fmt: skip
    oxygen: float = parameter(
        2600.0, "marginal cost of the last tonne of oxygen demand", unit="yuan/t",
        within=(300.0, 20000.0), source="assumption: as sulphur, at the levy of 0.7 yuan/kg",
    )  # fmt: skip
    water: float = parameter(
        10.0, "marginal cost of the last cubic metre of water saved", unit="yuan/m3",
        within=(1.0, 100.0), source="assumption",
    )  # fmt: skip
    energy: float = parameter(
        3000.0, "marginal cost of the last tonne of coal equivalent saved", unit="yuan/tce",
        within=(300.0, 20000.0), source="assumption: some four times the price of coal",
    )  # fmt: skip
    power: float = parameter(
        0.6, "cost of abatement in power over that in other industries", unit="1",
        within=(0.1, 3.0), source="assumption: large boilers are cheapest to clean",
    )  # fmt: skip
    most: float = parameter(
        0.9, "largest share that a source can abate", unit="1", within=(0.1, 0.99),
        source="assumption",
    )  # fmt: skip


def keep_caps(economy: Economy, books: Books, p: Parameters) -> None:
    """Bring emissions and use of resources below their caps; settle permits and costs."""
    rules, flows = economy.rules, economy.flows
    substances = capped(rules.cap)
    if len(substances):
        emitted = (flows.so2, flows.cod, flows.water, flows.energy)
        after, cost, excess = clear_markets(
            substances, flows.emitted, slopes(p), rules.cap, rules.cap_traded, p.most,
            flows.permit_price, flows.permits_issued, flows.permits_used, emitted, flows.co2,
        )  # fmt: skip
        prove_kept(substances, excess)
        if np.count_nonzero(flows.permit_price):
            settle_permits(economy, books, substances, after, cost)
    follow_year(flows.so2, economy.scratch.sulphur)


def prove_kept(substances: Ints, excess: Floats) -> None:
    """Refuse a cap that is missed though every source abates all that it can."""
    for substance in substances[excess > ROUNDING].tolist()[:1]:
        name, part = Substance(substance).name.lower(), excess[substances == substance][0]
        raise ScenarioError(
            f"Caps and permits: {name} stays {part:.0%} above its cap though every source abates "
            f"all that permits.most admits; a limit {1.0 + part:.2g} times as high can be met."
        )


def settle_permits(
    economy: Economy, books: Books, substances: Ints, after: Floats, cost: Floats
) -> None:
    """Let firms pay for abatement and permits; the proceeds of auctions go to the cities."""
    firms, structure, flows = economy.firms, economy.structure, economy.flows
    dues = np.zeros((len(DUES), len(firms.city)), np.int64)
    share = add_dues(
        substances, firms.city, firms.industry, firms.output, economy.cells.output, after, cost,
        structure.output, (structure.so2, structure.cod, structure.water, structure.energy),
        flows.permits_issued, flows.permit_price, economy.rules.cap_traded,
        economy.rules.cap_auction, dues, economy.governments.revenue,
    )  # fmt: skip
    if np.count_nonzero(dues):
        books.pay_with_firms(DUES, ACCOUNTS, firms.city, dues)
        books.pay(AUCTIONED, ZONE, CITY_ROWS, share)


@compiled
def market_of(traded: float) -> Ints:
    """Return the market of each city (8): the zone where permits are traded, else its own."""
    return np.zeros(CITIES, np.int64) if traded > 0.0 else np.arange(CITIES)


@compiled
def clear_markets(
    substances: Ints, emitted: Floats, slope: Floats, cap: Floats, traded: Floats, most: float,
    price: Floats, issued: Floats, used: Floats, whole: tuple[Floats, ...], co2: Floats,
) -> tuple[Floats, Floats, Floats]:  # fmt: skip
    """Find prices at which caps are kept; write them, permits and what is emitted or used.

    Return, for each substance, what is left by city and industry, what abating costs and the largest
    part by which a market misses its cap. Carbon follows energy.
    """
    shape, excess = (len(substances), *emitted.shape[1:]), np.empty(len(substances))
    after, cost = np.empty(shape), np.empty(shape)
    for k in range(len(substances)):
        z = substances[k]
        market = market_of(traded[z])
        price[z] = prices(emitted[z], slope[z], cap[z], market, most)
        abate(emitted[z], slope[z], price[z], most, after[k], cost[k])
        now = totals(after[k])
        excess[k] = most_above(now, cap[z], market)
        issue(cap[z], now, issued[z], used[z])
        for c in range(CITIES):
            if z == ENERGY:
                co2[c] *= now[c] / max(whole[z][c], TINY)
            whole[z][c] = now[c]
    return after, cost, excess


@compiled
def most_above(now: Floats, cap: Floats, market: Ints) -> float:
    """Largest part by which a market emits more than its cap; below zero if all keep it."""
    worst = -1.0
    for m in range(len(cap)):
        emitted, limit = 0.0, 0.0
        for c in range(len(cap)):
            if market[c] == m and np.isfinite(cap[c]):
                emitted += now[c]
                limit += cap[c]
        if limit > 0.0:
            worst = max(worst, emitted / limit - 1.0)
    return worst


@compiled
def follow_year(now: Floats, mean: Floats) -> None:
    """Move the mean of a year on by what is emitted now; begin with what is emitted first."""
    fresh = not np.count_nonzero(mean)
    for c in range(len(mean)):
        mean[c] += now[c] - mean[c] if fresh else (now[c] - mean[c]) / YEAR


@compiled
def capped(cap: Floats) -> Ints:
    """Return the substances for which some city has a cap."""
    found, number = np.empty(len(cap), np.int64), 0
    for substance in range(len(cap)):
        limited = 0
        for c in range(CITIES):
            limited += int(np.isfinite(cap[substance, c]))
        if limited > 0:
            found[number] = substance
            number += 1
    return found[:number]


@cache
def slopes(p: Parameters) -> Floats:
    """Marginal cost (yuan per unit) of abating everything, by substance and industry (4, 19)."""
    costs = np.array([p.sulphur, p.oxygen, p.water * 1e4, p.energy * 1e4])
    slope = np.outer(costs, np.ones(INDUSTRIES))
    slope[:, Industry.POWER] *= p.power
    return slope


@compiled
def abated(price: Any, slope: Any, most: float) -> Any:
    """Share that a source abates at a price."""
    return np.minimum(price / slope, most)


@compiled
def abate(
    before: Floats, slope: Floats, price: Floats, most: float, after: Floats, cost: Floats
) -> None:
    """Write what is left by city and industry at the price of each city, and what abating costs."""
    for c in range(before.shape[0]):
        for s in range(before.shape[1]):
            share = abated(price[c], slope[s], most)
            after[c, s] = before[c, s] * (1.0 - share)
            cost[c, s] = slope[s] * (share * share) / 2.0 * before[c, s]


@compiled
def prices(before: Floats, slope: Floats, cap: Floats, market: Ints, most: float) -> Floats:
    """Price in each city (8) at which its market keeps the sum of its caps."""
    price, sources = np.zeros(CITIES), before.shape[1]
    for m in range(CITIES):
        emitted, steepness = np.zeros(CITIES * sources), np.ones(CITIES * sources)
        limit, found = 0.0, 0
        for c in range(CITIES):
            if market[c] == m and np.isfinite(cap[c]):
                limit += cap[c]
                emitted[found : found + sources] = before[c]
                steepness[found : found + sources] = slope
                found += sources
        if found > 0:
            cleared = clearing_price(emitted[:found], steepness[:found], limit, most)
            price[(market == m) & np.isfinite(cap)] = cleared
    return price


@compiled
def clearing_price(before: Floats, slope: Floats, cap: float, most: float) -> float:
    """Price at which sources emit the cap together, 0 if they emit less anyhow."""
    price = 0.0
    for _ in range(ROUNDS):
        free = fixed = 0.0
        response = 0.0
        for i in range(len(before)):
            if price < most * slope[i]:
                free += before[i]
                response += before[i] / slope[i]
            else:
                fixed += before[i] * (1.0 - most)
        if response <= 0.0:
            return price
        found = (free + fixed - cap) / response
        if found <= price:
            return price
        price = found
    return price


@compiled
def issue(cap: Floats, now: Floats, issued: Floats, used: Floats) -> None:
    """Write how many permits each city issues and how many of them are used."""
    for c in range(len(cap)):
        issued[c] = cap[c] if np.isfinite(cap[c]) else 0.0
        used[c] = now[c] if issued[c] > 0.0 else 0.0


@compiled
def add_dues(
    substances: Ints, city: Ints, industry: Ints, output: Floats, made: Floats, after: Floats,
    cost: Floats, opening: Floats, intensity: tuple[Floats, ...], issued: Floats, price: Floats,
    traded: Floats, auction: Floats, dues: Money, revenue: Floats,
) -> Money:  # fmt: skip
    """Add what each firm pays for abatement and permits; return the proceeds of each city (fen).

    Those short of permits buy, others sell, and cities auction. What buyers pay beyond what
    sellers get is shared over the cities, to the last fen.
    """
    proceeds = np.zeros(CITIES, np.int64)
    for k in range(len(substances)):
        z = substances[k]
        if not price[z].any():
            continue
        weight, market = opening * intensity[z], market_of(traded[z])
        free = free_permits(weight, totals(weight), market, issued[z], auction[z])
        net = dues_of_firms(
            city, industry, output, made, after[k], free, price[z], cost[k], dues
        )
        value = issued[z] * price[z]
        share = shared(net, value, total(value))
        for c in range(CITIES):
            revenue[c] += share[c] / FEN
            proceeds[c] += share[c]
    return proceeds


@compiled
def dues_of_firms(
    city: Ints, industry: Ints, output: Floats, made: Floats, after: Floats, free: Floats,
    price: Floats, cost: Floats, dues: Money,
) -> int:  # fmt: skip
    """Add what each firm buys, sells and pays for abatement (fen); return the net of permits.

    Firms share in what their city's industry lacks or has to spare by what they make of it.
    """
    lacking, costs = np.empty(made.shape), np.empty(made.shape)
    for c in range(made.shape[0]):
        for s in range(made.shape[1]):
            whole = max(made[c, s], TINY)
            lacking[c, s] = (after[c, s] - free[c, s]) * price[c] / whole
            costs[c, s] = cost[c, s] / whole
    net = 0
    for row in range(len(city)):
        i = uint64(row)
        value = int(np.rint(lacking[city[i], industry[i]] * output[i] * FEN))
        net += value
        dues[0, i] += max(value, 0)
        dues[1, i] += max(-value, 0)
        paid = int(np.rint(costs[city[i], industry[i]] * output[i] * FEN))
        dues[2, i] += max(paid, 0)
    return net


@compiled
def free_permits(
    weight: Floats, by_city: Floats, market: Ints, issued: Floats, auction: float
) -> Floats:
    """Permits given free to each city and industry (8, 19), by emission of the opening (weight).

    Cities without a cap issue none and get none.
    """
    limit, whole = np.zeros(CITIES), np.zeros(CITIES)
    for c in range(CITIES):
        limit[market[c]] += issued[c]
        whole[market[c]] += by_city[c] if issued[c] > 0.0 else 0.0
    free = np.zeros(weight.shape)
    for c in range(CITIES):
        given, there = limit[market[c]] * (1.0 - auction), whole[market[c]]
        if issued[c] > 0.0 and there > 0.0:
            free[c] = weight[c] * (given / there)
    return free


@compiled
def shared(money: int, weight: Floats, whole: float) -> Money:
    """Share money (fen) by weights, whose sum is the whole; the largest gets what is left."""
    share, left = np.empty(len(weight), np.int64), money
    for c in range(len(weight)):
        share[c] = int(np.floor(weight[c] / whole * money))
        left -= share[c]
    share[np.argmax(weight)] += left
    return share
