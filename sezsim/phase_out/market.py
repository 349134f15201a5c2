"""What a closure does to the national market: the price rises, others make up for a part.

With demand of elasticity eD and other supply of elasticity eS, removing a share k of supply

    price  * (1 - k)^(-1 / (eD + eS))
    output * (1 - k)^(eD / (eD + eS))
"""

from sezsim.definitions.columns import Floats


def price_rise(removed: Floats | float, demand: float, supply: float) -> Floats | float:
    """Factor on the price when a share of supply is removed."""
    return (1.0 - removed) ** (-1.0 / (demand + supply))
