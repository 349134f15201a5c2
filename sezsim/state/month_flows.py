"""What happened this month (本月流量): counts and amounts that indicators read; zero at each start."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES, REGIONS
from sezsim.definitions.industry import INDUSTRIES
from sezsim.state.one_buffer import OneBuffer
from sezsim.state.rules import SUBSTANCES


def counted(meaning: str, *, unit: str, shape: tuple[int, ...] = (CITIES,)) -> Any:
    """Declare an amount that is counted anew every month."""
    return field(
        default_factory=lambda: np.zeros(shape), metadata={"meaning": meaning, "unit": unit}
    )


@dataclass
class MonthFlows(OneBuffer):
    """Flows of the present month."""

    moves: Floats = counted(
        "persons who moved, by origin and destination", unit="person", shape=(REGIONS, REGIONS)
    )
    births: Floats = counted("births", unit="person")
    deaths: Floats = counted("deaths", unit="person")
    settled: Floats = counted("villagers who moved to town", unit="person")
    converted: Floats = counted("persons given local registration", unit="person")
    hires: Floats = counted("persons hired", unit="person")
    separations: Floats = counted("contracts ended", unit="person")
    displaced: Floats = counted("persons laid off by closure or downsizing", unit="person")
    searching: Floats = counted("search units of all who look for work", unit="person")
    posts: Floats = counted("vacancies", unit="person")
    openings: Floats = counted("firms opened", unit="firm")
    closures: Floats = counted("firms closed", unit="firm")
    consumption: Floats = counted("household consumption", unit="yuan")
    investment: Floats = counted("investment of firms, developers and cities", unit="yuan")
    disposable_income: Floats = counted("household disposable income", unit="yuan")
    wages: Floats = counted("gross pay", unit="yuan")
    contributions: Floats = counted("social contributions of employers", unit="yuan")
    pension_deficit: Floats = counted(
        "pensions and benefits less contributions, met by the province", unit="yuan"
    )
    mixed_income: Floats = counted("mixed income of farm households", unit="yuan")
    net_outflow: Floats = counted("goods sold less goods bought, by city", unit="yuan")
    research: Floats = counted("spending on research", unit="yuan")
    energy: Floats = counted("energy used", unit="10^4 tce")
    water: Floats = counted("water used", unit="10^4 m3")
    so2: Floats = counted("sulphur dioxide", unit="t")
    cod: Floats = counted("chemical oxygen demand", unit="t")
    co2: Floats = counted("carbon dioxide", unit="10^4 t")
    emitted: Floats = counted(
        "sulphur, oxygen demand (t), water (10^4 m3) and energy (10^4 tce) without caps",
        unit="quantity", shape=(SUBSTANCES, CITIES, INDUSTRIES),
    )  # fmt: skip
    permit_price: Floats = counted(
        "price of a permit under a cap, by substance and city",
        unit="yuan per unit", shape=(SUBSTANCES, CITIES),
    )  # fmt: skip
    permits_issued: Floats = counted(
        "permits issued under a cap", unit="quantity", shape=(SUBSTANCES, CITIES)
    )
    permits_used: Floats = counted(
        "permits used under a cap", unit="quantity", shape=(SUBSTANCES, CITIES)
    )
    standing: Floats = counted("standing flows received from outside, by city", unit="yuan")
    capacity_closed: Floats = counted(
        "capacity closed by order",
        unit="yuan/month at opening prices",
        shape=(CITIES, INDUSTRIES),
    )
    posts_closed: Floats = counted(
        "posts cut by orders to close", unit="person", shape=(CITIES, INDUSTRIES)
    )

    move_requests: Floats = counted("firms that asked to move away", unit="firm")
    moves_agreed: Floats = counted("moves of firms that were agreed", unit="firm")
    moves_blocked: Floats = counted("moves of firms that the city blocked", unit="firm")
    efficient_blocked: Floats = counted(
        "moves blocked though both cities together would gain", unit="firm"
    )

    def clear(self) -> None:
        """Begin a month with nothing counted."""
        self.buffer[:] = 0.0
