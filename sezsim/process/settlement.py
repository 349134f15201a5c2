"""Settlement (城镇化与落户): villagers move to town, and residents from elsewhere become local.

    to town    = rate * (expected pay in town over farm income, over its opening)^pull
    converted  = admissions * rate of those with years of job, residence and insurance; holders of
                 unprotected land often refuse
    admissions = 1 + (quota - 1) (1 - restraint (1 - part of the service cost that is covered))

Each new local resident costs the city services. A city told to admit more than in 2010 holds back
where the money does not follow. Who moves gives up the post, so a post of so many years proves a
residence of as many: the longer of both is asked of the post.

Who moves to town leaves farming and looks for work. Local registration opens services in full. One
draw a month decides for a person: its low end is the move to town, its high end registration.
"""

import numpy as np

from sezsim.definitions.chunks import chunks, each_chunk
from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import compiled, compiled_rows
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import Industry
from sezsim.lives.lots import list_lots
from sezsim.randomness import Draws, bound_of, uniform
from sezsim.state.economy import Economy
from sezsim.state.rules import Proof
from sezsim.state.workers import Status

FARM, UNEMPLOYED, EMPLOYED = int(Status.FARM), int(Status.UNEMPLOYED), int(Status.EMPLOYED)
YOUNG, FARMS_ON = 50 * 12, 45 * 12  # villagers and farmers older than this stay, months (D)
LEAST, MOST = 0.25, 4.0  # limits of the response to relative income
LEAST_INCOME = 1e-3  # farm income over its opening, against division by nothing
MOST_REGISTERED = 0.5  # chance of a month, at most
FARMING = int(Industry.AGR)
JOB, RESIDENCE, INSURANCE = int(Proof.JOB), int(Proof.RESIDENCE), int(Proof.INSURANCE)
DECISIONS = ("settlement/move", "settlement/land")
# Terms of a city: the chance of a month of villagers who do not farm, of farmers, and of those who
# may register; months of the present post and months paid into the pension pool that are asked.
TERMS = 5
TO_TOWN, FARMERS_LEAVE, CONVERSION, POST, INSURED = range(TERMS)


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
        0.5, "elasticity of moves to expected pay in town over farm income", unit="1",
        within=(0.0, 3.0), source="assumption",
    )  # fmt: skip
    conversion: float = parameter(
        0.03, "residents from elsewhere with a stable post who become local in a year",
        unit="1/year", within=(0.0, 0.5), source="assumption: rules of 2010 admit few",
    )  # fmt: skip
    stable_post: float = parameter(
        3.0, "time in a post that makes it stable", unit="year", within=(0.0, 10.0),
        source="parameters.csv hk_rule (years of job)",
    )  # fmt: skip
    residence: float = parameter(
        3.0, "time of residence asked for registration", unit="year", within=(0.0, 10.0),
        source="parameters.csv hk_rule (years of residence)",
    )  # fmt: skip
    insurance: float = parameter(
        0.0, "time paid into the pension pool asked for registration", unit="year",
        within=(0.0, 10.0), source="parameters.csv hk_rule says 2: it stands in the rate, "
        "which counts all with a stable post",
    )  # fmt: skip
    restraint: float = parameter(
        0.7, "part of an ordered rise of admissions that a city withholds where no money follows",
        unit="1", within=(0.0, 1.0), source="assumption: cities restrain what costs them",
    )  # fmt: skip
    reluctance: float = parameter(
        0.6, "holders of land who refuse local registration where it costs them the land",
        unit="1", within=(0.0, 1.0), source="assumption; parameters.csv land_v",
    )  # fmt: skip


def settle(economy: Economy, p: Parameters, draws: Draws) -> None:
    """Let villagers move to town and residents be registered."""
    if p.pace <= 0.0:
        return
    workers, flows, keys = economy.workers, economy.flows, draws.keys(DECISIONS)
    protection, count = float(economy.rules.land_protection), workers.count
    terms, willing = terms_of(economy, p), 1.0 - p.reluctance * (1.0 - protection)
    rows, counts = economy.scratch.lists.of(count).rows, np.zeros((chunks(count), 2, CITIES))

    def settle_all(chunk: int, first: int, last: int) -> None:
        settle_rows(
            first, last, keys, rows, workers.id, workers.alive, workers.city, workers.age,
            workers.urban, workers.status, workers.duration, workers.hukou_city,
            workers.hukou_urban, workers.land, workers.tenure, workers.paid, terms, willing,
            protection, counts[chunk],
        )  # fmt: skip

    each_chunk(count, settle_all)
    add_up(
        counts,
        workers.persons_per_agent,
        flows.settled,
        flows.converted,
        economy.scratch.converted,
    )


def terms_of(economy: Economy, p: Parameters) -> Floats:
    """Return the terms on which people settle this month, by city (TERMS, 8)."""
    cells, structure, rules = economy.cells, economy.structure, economy.rules
    yearly = p.pace / 12.0
    return terms_of_cities(
        cells.wage_level, cells.unemployment, structure.unemployment, cells.job_finding,
        economy.flows.mixed_income, economy.scratch.farmers, structure.mixed_rate,
        structure.coefficients, structure.labour_need, rules.town_ease, rules.hukou_quota,
        rules.money_follows, rules.years_asked, p.pull, p.restraint, p.stable_post,
        p.residence, p.insurance, p.to_town * yearly, p.farmers * yearly,
        p.conversion * yearly,
    )  # fmt: skip


@compiled
def terms_of_cities(
    wage_level: Floats, idle: Floats, idle_at_opening: Floats, finding: Floats,
    farm_income: Floats, farmers: Floats, mixed_rate: Floats, coefficients: Floats,
    labour_need: Floats, ease: Floats, quota: Floats, covered: Floats, years_asked: Floats,
    pull: float, restraint: float, stable_post: float, residence: float, insurance: float,
    to_town: float, farmers_leave: float, conversion: float,
) -> Floats:  # fmt: skip
    """Return the terms of each city; the last three are chances of a month at the opening."""
    terms = np.empty((TERMS, len(idle)))
    relative = compare_incomes(
        wage_level, idle, idle_at_opening, finding, farm_income, farmers, mixed_rate,
        coefficients, labour_need,
    )  # fmt: skip
    response = town_response(relative, pull) * ease
    admitted = admissions(quota, covered, restraint)
    terms[TO_TOWN], terms[FARMERS_LEAVE] = to_town * response, farmers_leave * response
    terms[CONVERSION] = np.minimum(conversion * admitted, MOST_REGISTERED)
    terms[POST], terms[INSURED] = months_asked(years_asked, stable_post, residence, insurance)
    return terms


@compiled
def add_up(
    counts: Floats, persons: int, settled: Floats, converted: Floats, seen: Floats
) -> None:
    """Add up the persons of all chunks by city; the converted are also kept for next month."""
    for c in range(len(settled)):
        settled[c] = counts[:, 0, c].sum() * persons
        converted[c] = seen[c] = counts[:, 1, c].sum() * persons


@compiled
def admissions(quota: Floats, covered: Floats, restraint: float) -> Floats:
    """Share of applicants admitted over that of the opening (8).

    Args:
        quota: admissions that the rule asks for, over those of the opening.
        covered: part of the service cost of a new local resident that follows the person.
        restraint: part of a rise that a city withholds where nothing is covered.
    """
    rise = np.maximum(quota - 1.0, 0.0) * restraint * (1.0 - np.minimum(covered, 1.0))
    return quota - rise


@compiled
def months_asked(
    most: Floats, stable_post: float, residence: float, insurance: float
) -> tuple[Floats, Floats]:
    """Months of the present post and months of insurance asked for registration (8 each)."""
    job = np.minimum(stable_post, most[JOB])
    lived = np.minimum(residence, most[RESIDENCE])
    return 12.0 * np.maximum(job, lived), 12.0 * np.minimum(insurance, most[INSURANCE])


@compiled
def compare_incomes(
    wage_level: Floats, idle: Floats, idle_at_opening: Floats, finding: Floats,
    farm_income: Floats, farmers: Floats, mixed_rate: Floats, coefficients: Floats,
    labour_need: Floats,
) -> Floats:  # fmt: skip
    """Expected pay in town over the income of a farmer, over its opening (8)."""
    relative, usual = np.empty(len(idle)), finding.mean()
    for c in range(len(relative)):
        work = (1.0 - idle[c]) / (1.0 - idle_at_opening[c]) * finding[c] / usual
        added = 1.0 - coefficients[c, :, FARMING].sum()
        opening = mixed_rate[c, FARMING] * added / labour_need[c, FARMING]
        farming = farm_income[c] / max(farmers[c], 1.0) / opening
        relative[c] = work * wage_level[c, 0] / max(farming, LEAST_INCOME)
    return relative


@compiled
def town_response(relative: Floats, pull: float) -> Floats:
    """Moves to town over those of the opening."""
    return np.minimum(np.maximum(relative**pull, LEAST), MOST)


@compiled_rows
def settle_rows(
    first: int, last: int, keys: Ids, rows: Ints, person: Ids, alive: Flags, city: Ints,
    age: Ints, urban: Ints, status: Ints, duration: Ints, hukou_city: Ints, hukou_urban: Ints,
    land: Ints, tenure: Ints, paid: Ints, terms: Floats, willing: float, protection: float,
    counts: Floats,
) -> None:  # fmt: skip
    """Draw for each villager and each resident registered elsewhere; count both by city."""
    to_town, farmers, conversion = terms[TO_TOWN], terms[FARMERS_LEAVE], terms[CONVERSION]
    post, insured = terms[POST], terms[INSURED]
    low = bound_of(max(to_town.max(), farmers.max()))
    high = bound_of(1.0 - conversion.max())
    listed = list_lots(keys[0], first, last, person, low, high, rows)
    for k in range(first, listed):
        i, here = rows[k], city[rows[k]]
        if not alive[i]:
            continue
        drawn, farming = uniform(keys[0], person[i]), status[i] == FARM
        chance = farmers[here] if farming else to_town[here]
        if urban[i] == 0 and age[i] < (FARMS_ON if farming else YOUNG) and drawn < chance:
            urban[i] = 1
            counts[0, here] += 1.0
            if farming:
                status[i], duration[i] = UNEMPLOYED, 0
        stable = hukou_city[i] != here and status[i] == EMPLOYED and tenure[i] >= post[here]
        proven = stable and paid[i] >= insured[here]
        if proven and 1.0 - drawn <= conversion[here] * (willing if land[i] == 1 else 1.0):
            hukou_city[i], hukou_urban[i] = here, 1
            counts[1, here] += 1.0
            if uniform(keys[1], person[i]) >= protection:
                land[i] = 0
