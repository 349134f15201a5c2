"""Settlement (城镇化与落户): villagers move to town, and residents from elsewhere become local.

    to town    = rate * (pay of the city over farm income, over its opening)^elasticity
    converted  = quota * share eligible: years of residence, and a draw

Who moves to town leaves farming and looks for work. Local registration opens services in full.
"""

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.randomness import Draws, uniform
from sezsim.state.economy import Economy
from sezsim.state.workers import Status

FARM, UNEMPLOYED, EMPLOYED = int(Status.FARM), int(Status.UNEMPLOYED), int(Status.EMPLOYED)


class Parameters(Declared):
    """Rates of settlement."""

    pace: float = parameter(
        1.0, "pace of settlement and conversion (0: nobody settles)", unit="1",
        within=(0.0, 1.0), source="design: the world that repeats itself", grade="A",
    )  # fmt: skip
    to_town: float = parameter(
        0.020, "villagers below 50 who do not farm or look for work and move to town",
        unit="1/year", within=(0.0, 0.2), source="urban share rises by .7 to 1 point a year",
        grade="C",
    )  # fmt: skip
    farmers: float = parameter(
        0.012, "farmers below 45 who move to town", unit="1/year", within=(0.0, 0.2),
        source="urban share rises by .7 to 1 point a year", grade="C",
    )  # fmt: skip
    pull: float = parameter(
        1.0, "elasticity of moves to the chance of finding a post", unit="1",
        within=(0.0, 3.0), source="assumption",
    )  # fmt: skip
    conversion: float = parameter(
        0.01, "residents from elsewhere who become local in a year", unit="1/year",
        within=(0.0, 0.5), source="assumption: rules of 2010 admit few",
    )  # fmt: skip


def settle(economy: Economy, p: Parameters, draws: Draws) -> None:
    """Let villagers move to town and residents be registered."""
    if p.pace <= 0.0:
        return
    workers, cells, flows = economy.workers, economy.cells, economy.flows
    found = np.maximum(cells.job_finding / cells.job_finding.mean(), 0.2) ** p.pull
    counts = np.zeros((CITIES, 2))
    settle_rows(
        draws.key("settlement/town"), draws.key("settlement/local"),
        draws.key("settlement/land"), workers.count,
        workers.id, workers.alive, workers.city, workers.age, workers.urban, workers.status,
        workers.duration, workers.hukou_city, workers.hukou_urban, workers.land,
        p.to_town * p.pace / 12.0 * found, p.farmers * p.pace / 12.0 * found,
        p.conversion * p.pace / 12.0 * economy.rules.hukou_quota,
        float(economy.rules.land_protection), counts,
    )  # fmt: skip
    flows.settled[:] = counts[:, 0] * workers.persons_per_agent
    flows.converted[:] = counts[:, 1] * workers.persons_per_agent


@compiled
def settle_rows(
    key_town: Key, key_local: Key, key_land: Key, count: int, person: Ids, alive: Flags, city: Ints,
    age: Ints, urban: Ints, status: Ints, duration: Ints, hukou_city: Ints,
    hukou_urban: Ints, land: Ints, to_town: Floats, farmers: Floats, conversion: Floats,
    protection: float, counts: Floats,
) -> None:  # fmt: skip
    """Draw for each villager and each resident registered elsewhere."""
    for i in range(count):
        if not alive[i]:
            continue
        c = city[i]
        if urban[i] == 0 and age[i] < 600:
            farming = status[i] == FARM
            chance = farmers[c] if farming else to_town[c]
            if farming and age[i] >= 540:
                chance = 0.0
            if chance > 0.0 and uniform(key_town, person[i]) < chance:
                urban[i] = 1
                counts[c, 0] += 1.0
                if farming:
                    status[i], duration[i] = UNEMPLOYED, 0
        if hukou_city[i] != c and status[i] == EMPLOYED:
            if uniform(key_local, person[i]) < conversion[c]:
                hukou_city[i] = c
                hukou_urban[i] = 1
                if uniform(key_land, person[i]) >= protection:
                    land[i] = 0
                counts[c, 1] += 1.0
