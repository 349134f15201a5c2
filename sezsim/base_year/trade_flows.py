"""Trade of the opening: who sells to whom, balanced to 1e-8 by industry.

No source gives trade between cities. The part of the zone's use that the zone supplies is an
assumption for each industry; within it, gravity with distance is fitted to what each city makes and
uses. Construction and public services are local. The outside takes the rest, in three regions.
"""

import numpy as np

from sezsim.base_year.figures import distances
from sezsim.base_year.final_demand import FinalDemand
from sezsim.base_year.product import Product
from sezsim.definitions.columns import Floats
from sezsim.definitions.errors import DataError
from sezsim.definitions.geography import CITIES, REGIONS
from sezsim.definitions.industry import INDUSTRIES, INDUSTRY_NAMES, LOCAL

# Share of the zone's use that the zone supplies (economics 9.8, all D).
LOCAL_SHARE = np.array(
    [0.80, 0.60, 0.30, 0.60, 0.55, 0.30, 0.50, 0.75, 0.70, 0.50,
     0.45, 0.35, 0.20, 0.35, 0.85, 1.0, 0.85, 0.93, 1.0]
)  # fmt: skip
OUTSIDE_SHARES = np.array([0.20, 0.60, 0.20])  # rest of Liaoning, rest of China, world (D)
MOST_AT_HOME = 0.97  # of an industry's output sold inside the zone (D)
BORDER = 0.3  # cost of a border between cities, log point (parameters.csv b_border, B)
ROUNDS, TOLERANCE = 500, 1e-8


def trade_flows(product: Product, final: FinalDemand, local_supply: float = 1.0) -> Floats:
    """Flows (19, 11 origins, 11 destinations) with given output and use of each city."""
    shares = LOCAL_SHARE if local_supply == 1.0 else with_odds(LOCAL_SHARE, local_supply)
    flows = np.zeros((INDUSTRIES, REGIONS, REGIONS))
    inside = slice(0, CITIES)
    near = np.exp(-BORDER * (1.0 - np.eye(CITIES))) / distances()
    for industry in range(INDUSTRIES):
        made, used = product.output[:, industry], final.use[:, industry]
        if industry in LOCAL:
            flows[industry, inside, inside] = np.diag(made)
            continue
        supplied = zone_supply(made, used, shares[industry])
        home = fit(near, *supplied, INDUSTRY_NAMES[industry])
        flows[industry, inside, inside] = home
        bought, sold = used - home.sum(axis=0), made - home.sum(axis=1)
        flows[industry, CITIES:, inside] = np.outer(OUTSIDE_SHARES, bought)
        flows[industry, inside, CITIES:] = np.outer(sold, OUTSIDE_SHARES)
    return flows


def with_odds(shares: Floats, factor: float) -> Floats:
    """Return shares whose odds are multiplied by a factor."""
    return np.asarray(factor * shares / (1.0 - shares + factor * shares))


def zone_supply(made: Floats, used: Floats, share: float) -> tuple[Floats, Floats]:
    """What each city sells to and buys from the zone (8, 8); both have the same sum."""
    covered = share * min(1.0, made.sum() / max(used.sum(), 1e-9)) * used.sum()
    sells = np.minimum(covered * made / max(made.sum(), 1e-9), MOST_AT_HOME * made)
    buys = used * sells.sum() / max(used.sum(), 1e-9)
    return sells, buys


def fit(near: Floats, sells: Floats, buys: Floats, name: str) -> Floats:
    """Fit gravity to given sums of rows and columns; raise DataError if it does not settle."""
    flows = np.outer(sells, buys) * near
    if sells.sum() <= 0.0:
        return np.zeros_like(flows)
    for _ in range(ROUNDS):
        flows *= ratio(sells, flows.sum(axis=1))[:, None]
        flows *= ratio(buys, flows.sum(axis=0))[None, :]
        off = np.abs(flows.sum(axis=1) - sells).max() / sells.max()
        if off < TOLERANCE:
            return flows
    raise DataError(f"Trade in {name} does not balance within {ROUNDS} rounds ({off:.1e}).")


def ratio(part: Floats, whole: Floats) -> Floats:
    """Return part over whole, zero where there is no whole."""
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0.0)
