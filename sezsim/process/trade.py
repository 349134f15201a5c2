"""Trade (贸易): where a city buys; eight cities and three regions outside compete for every buyer.

    share[o, d] = weight[o, d] (price[o] time[o, d]^(delta/(sigma-1)))^(1-sigma) / sum over o

The weights make the flows of 2010 come out at opening prices and times; so only changes of price
and of travel time act, with elasticities 1 - sigma and -delta. The price of a bundle is the CES
index of the same terms. A price counts over its peers, the national price of what the city makes of
an industry's goods: nobody takes magnesite for iron ore because ore became cheap.
"""

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.industry import CONSTR_TO_PUBSRV, INDUSTRIES
from sezsim.state.cells import Cells
from sezsim.state.rules import Rules
from sezsim.state.structure import Structure

IS_SERVICE = np.isin(np.arange(INDUSTRIES), np.arange(INDUSTRIES)[CONSTR_TO_PUBSRV])


class Parameters(Declared):
    """Elasticities of trade."""

    sigma: float = parameter(
        3.0, "elasticity of substitution between origins of goods", unit="1", within=(1.5, 8.0),
        source="parameters.csv sigma_s: memory, 3 to 8",
    )  # fmt: skip
    sigma_services: float = parameter(
        3.0, "elasticity of substitution between origins of services", unit="1",
        within=(1.5, 6.0), source="parameters.csv sigma_sv: memory",
    )  # fmt: skip
    sigma_outside: float = parameter(
        2.0, "elasticity of outside demand to the price over the national one", unit="1",
        within=(1.5, 8.0), source="economics 8: start at 3 for long-run outside sales",
    )  # fmt: skip
    delta: float = parameter(
        1.0, "elasticity of trade to travel time", unit="1", within=(0.3, 2.0),
        source="parameters.csv delta_s: Disdier and Head mean 0.9 (memory)", grade="C",
    )  # fmt: skip
    freight: float = parameter(
        0.1, "cost of freight over the price of goods at the buyer", unit="1",
        within=(0.02, 0.3), source="logistics cost 17.8% of national GDP in 2010, half of it "
        "transport (memory)", grade="C",
    )  # fmt: skip


def compare_origins(cells: Cells, structure: Structure, rules: Rules, p: Parameters) -> Floats:
    """Return the shares (19, 11, 8) of origins in purchases; set what buyers pay."""
    shares = np.empty_like(structure.trade_weight)
    share_purchases(
        structure.trade_weight, cells.price, cells.peer_price, cells.outside_price, p.sigma,
        p.sigma_services, p.delta, p.freight, rules.goods_time, rules.freight, shares,
        cells.buyer_price,
    )  # fmt: skip
    return shares


@compiled
def share_purchases(
    weight: Floats, price: Floats, peers: Floats, outside: Floats, sigma_goods: float,
    sigma_services: float, delta: float, freight_share: float, time: Floats, freight: Floats,
    shares: Floats, buyer_price: Floats,
) -> None:  # fmt: skip
    """Share each city's purchases of each industry over all origins, all cities side by side."""
    industries, origins, markets = weight.shape
    pull, value, delay = np.ones(origins), np.empty(origins), np.ones((origins, markets))
    total, nominal = np.empty(markets), np.empty(markets)
    for s in range(industries):
        power = 1.0 - (sigma_services if IS_SERVICE[s] else sigma_goods)
        if s == 0 or IS_SERVICE[s] != IS_SERVICE[s - 1]:
            set_delay(time, freight, -delta, freight_share * power, delay)
        for o in range(origins):
            value[o] = peers[o, s] if o < markets else outside[s]
            if o < markets:
                pull[o] = (price[o, s] / value[o]) ** power
        total[:], nominal[:] = 0.0, 0.0
        for o in range(origins):
            for d in range(markets):
                taken = weight[s, o, d] * pull[o] * delay[o, d]
                total[d] += taken
                shares[s, o, d] = taken * value[o]
                nominal[d] += shares[s, o, d]
        for o in range(origins):
            for d in range(markets):
                shares[s, o, d] /= nominal[d]
        for d in range(markets):
            buyer_price[d, s] = total[d] ** (1.0 / power) * nominal[d] / total[d]


@compiled
def set_delay(
    time: Floats, freight: Floats, by_time: float, by_freight: float, delay: Floats
) -> None:
    """Write by how much time and freight between cities change purchases; most change neither."""
    for o in range(time.shape[0]):
        for d in range(time.shape[1]):
            as_ever = time[o, d] == 1.0 and freight[o, d] == 1.0
            delay[o, d] = (
                1.0 if as_ever else time[o, d] ** by_time * freight[o, d] ** by_freight
            )


def outside_orders(
    cells: Cells, structure: Structure, rules: Rules, path: Floats, p: Parameters
) -> Floats:
    """Orders of the three outside regions (8, 19, 3), quantities at opening prices."""
    ratio = cells.price / cells.peer_price
    return orders_at(
        ratio**-p.sigma_outside, path, rules.outside_sales, structure.outside_demand
    )


@compiled
def orders_at(pull: Floats, path: Floats, sales: Floats, demand: Floats) -> Floats:
    """Orders of the regions at what prices pull, on the path of demand, as rules add to it."""
    orders = np.empty(demand.shape)
    for c in range(demand.shape[0]):
        for s in range(demand.shape[1]):
            ordered = path[s] * pull[c, s] * sales[c, s]
            for region in range(demand.shape[2]):
                orders[c, s, region] = demand[c, s, region] * ordered
    return orders
