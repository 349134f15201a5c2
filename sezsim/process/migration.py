"""Migration (人口流动): every quarter a person may leave for another city or the world outside.

Chances follow a nested logit around the moves of the opening (`lives/destinations.py`), less the
pension left behind; what moving means for a person stands in `lives/moves.py`.

Expected income is (1 - u) W (1 - discount of strangers) + u benefit; qualifications that are
recognised lower the discount. A third of all people decides each month. Arrivals from outside
follow the same attraction. Deposits and children move along.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.chunks import chunks, each_chunk
from sezsim.definitions.columns import Floats, Ids, Ints
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.lives.destinations import chances_to_move
from sezsim.lives.moves import decide, depart, introduce, line_of_arrivals
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector
from sezsim.state.newcomers import make_room
from sezsim.state.residents import people_from_home
from sezsim.state.workers import blank

MOVED = Flow("deposits of migrants", Sector.HOUSEHOLDS, Sector.HOUSEHOLDS)
LEFT = Flow("deposits taken outside", Sector.HOUSEHOLDS, Sector.OUTSIDE)
BROUGHT = Flow("deposits brought from outside", Sector.OUTSIDE, Sector.HOUSEHOLDS)
DECISIONS = ("migration/leave", "migration/where")
QUARTERS = 4.0  # of a year
NO_NETWORK = np.zeros((CITIES, CITIES))


class Parameters(Declared):
    """What migration needs to know."""

    pace: float = parameter(
        1.0, "pace of moves (0: nobody moves)", unit="1", within=(0.0, 1.0),
        source="design: the world that repeats itself", grade="A",
    )  # fmt: skip
    income_elasticity: float = parameter(
        1.5, "elasticity of the odds of moving to income (kappa)", unit="1",
        within=(0.2, 4.0), source="parameters.csv kappa: Tombe and Zhu (memory)", grade="C",
    )  # fmt: skip
    housing: float = parameter(
        0.2, "share of housing in spending", unit="1", within=(0.05, 0.5),
        source="parameters.csv a_h",
    )  # fmt: skip
    access: float = parameter(
        0.03, "value of full local access to services, share of income", unit="1",
        within=(0.0, 0.2), source="parameters.csv wtp_h: Beijing 9-14%, Changsha 0",
        grade="B",
    )  # fmt: skip
    schools: float = parameter(
        0.4, "part of the value of access that schools make up", unit="1", within=(0.0, 1.0),
        source="assumption: schools and health weigh most",
    )  # fmt: skip
    health: float = parameter(
        0.25, "part of the value of access that health care makes up", unit="1",
        within=(0.0, 1.0), source="assumption: schools and health weigh most",
    )  # fmt: skip
    homes: float = parameter(
        0.2, "part of the value of access that public housing makes up", unit="1",
        within=(0.0, 1.0), source="assumption: schools and health weigh most",
    )  # fmt: skip
    distance: float = parameter(
        1.5, "income needed for longer travel, ratio of logs", unit="1", within=(0.5, 3.0),
        source="parameters.csv bd_bw: Zhang and Zhao, IZA 7160", grade="A",
    )  # fmt: skip
    travel_part: float = parameter(
        0.2, "part of the barrier of distance that time on the way makes (the rest: kin, "
        "speech, knowledge of places)", unit="1", within=(0.0, 1.0),
        source="assumption: passengers rise by some 10 to 40% where fast trains arrive",
    )  # fmt: skip
    nest: float = parameter(
        0.6, "nest parameter of destinations (lambda)", unit="1", within=(0.2, 1.0),
        source="parameters.csv lambda_n: calibrate",
    )  # fmt: skip
    discount: float = parameter(
        0.05, "pay discount of strangers", unit="1", within=(-0.1, 0.4),
        source="parameters.csv d_hukou (private)", grade="C",
    )  # fmt: skip
    benefit: float = parameter(
        0.10, "benefit that an idle person expects over pay", unit="1", within=(0.0, 0.5),
        source="parameters.csv b_UI times take-up", grade="C",
    )  # fmt: skip
    between: float = parameter(
        0.012, "adults who move between cities of the zone in a year", unit="1/year",
        within=(0.0, 0.05), source="economics 8: 1 to 1.5%",
    )  # fmt: skip
    away: float = parameter(
        0.006, "adults who leave the zone in a year", unit="1/year", within=(0.0, 0.05),
        source="assumption: gross outflow; net as between the censuses of 2000 and 2010",
    )  # fmt: skip
    pension: float = parameter(
        0.02, "utility lost for each year paid into the pool that is left", unit="1/year",
        within=(0.0, 0.2), source="parameters.csv pen_left times share of pay; assumption",
    )  # fmt: skip
    stay_longer: float = parameter(
        0.65, "chance of moving of an age band over the younger one", unit="1",
        within=(0.2, 1.0), source="parameters.csv F_a: older people are inert (IZA 9063)",
    )  # fmt: skip
    network: float = parameter(
        0.0, "elasticity of the odds of a city to the people from home who live there", unit="1",
        within=(0.0, 0.7), source="parameters.csv beta_n: 0.35 (0.1 to 0.7); 0 here, because the "
        "constants inverted to the opening moves hold the networks of 2010; sampled", grade="B",
    )  # fmt: skip
    pull: float = parameter(
        0.0, "pull of the rest of China beside income", unit="utility", within=(-1.0, 1.5),
        source="parameters.csv a_RoC: not identified, to be sampled",
    )  # fmt: skip


def migrate(economy: Economy, books: Books, p: Parameters, draws: Draws, pull: float) -> None:
    """Let a third of all people decide whether and where to go; receive arrivals."""
    if p.pace <= 0.0:
        return
    pension = p.pension / 12.0 * float(economy.rules.pension_loss)
    change, leave, shares, bounds = moving_chances(economy, p, pull)
    send(economy, books, *decisions(economy, draws, pension, (leave, shares, bounds)))
    arrive(economy, books, p, draws, change[1])


def tastes_of(economy: Economy, p: Parameters, pull: float) -> tuple[float, ...]:
    """Return what people go by when they compare cities, in the order of Tastes."""
    scratch = economy.scratch
    return (
        p.income_elasticity, p.housing, p.access, p.schools, p.health, p.homes, p.discount,
        float(economy.rules.recognition), p.benefit,
        scratch.outside_pay - p.housing * scratch.outside_rent,
        p.distance * p.income_elasticity * p.travel_part, p.pull + pull, p.nest, p.between, p.away,
        p.stay_longer, p.pace / QUARTERS,
    )  # fmt: skip


def moving_chances(
    economy: Economy, p: Parameters, pull: float
) -> tuple[Floats, Floats, Floats, Ids]:
    """Return what draws people to cities, who leaves, and where to.

    Returns:
        Change of utility since the opening by kind of person and city (2, 8); the chance to leave
        by home, by schooling and age, and by kind (8, 18, 2); shares of options by home (8, 10);
        lots above which nobody leaves by age band (6).
    """
    cells, structure, rules = economy.cells, economy.structure, economy.rules
    network = p.network * network_gain(economy) if p.network > 0.0 else NO_NETWORK
    return chances_to_move(
        cells.wage_level, cells.consumer_price, cells.rent, cells.unemployment,
        structure.unemployment, rules.service_access, rules.entitlement,
        float(rules.health_settlement), rules.settlement_ease, rules.home_allowance,
        rules.travel_time, network, structure.moving_shares, structure.leaving,
        tastes_of(economy, p, pull),
    )  # fmt: skip


def network_gain(economy: Economy) -> Floats:
    """Log of people from each home in each city (8, 8) over those of the opening."""
    workers = economy.workers
    now = people_from_home(
        workers.count, workers.alive, workers.hukou_city, workers.city,
        float(workers.persons_per_agent),
    )  # fmt: skip
    gain = np.log((1.0 + now) / (1.0 + economy.structure.network))
    np.fill_diagonal(gain, 0.0)
    return np.asarray(gain)


def decisions(
    economy: Economy, draws: Draws, pension: float, chances: tuple[Floats, Floats, Ids]
) -> tuple[Ints, Ints, Ints]:
    """Let people decide.

    Returns:
        First place and end of the list of each chunk (chunks, 2); rows of movers; their options.
    """
    workers, month, keys = economy.workers, draws.month.number, draws.keys(DECISIONS)
    count, lists = workers.count, economy.scratch.lists.of(workers.count)
    rows, target = lists.rows, lists.places
    ends = np.empty((chunks(count), 2), np.int64)

    def decide_all(chunk: int, first: int, last: int) -> None:
        ends[chunk] = first, decide(
            first, last, keys, month, workers.id, workers.alive, workers.city,
            workers.hukou_city, workers.age, workers.skill, workers.status, workers.paid,
            pension, *chances, rows, target,
        )  # fmt: skip

    each_chunk(count, decide_all)
    return ends, rows, target


def send(economy: Economy, books: Books, ends: Ints, rows: Ints, target: Ints) -> None:
    """Let movers go, within the zone or out of it, with their children and deposits."""
    workers = economy.workers
    stay, city, left, region, money = depart(
        ends, rows, target, float(workers.persons_per_agent), workers.alive, workers.city,
        workers.urban, workers.status, workers.pool, workers.duration, workers.child_one,
        workers.child_two, workers.deposits, economy.pools.rows, economy.flows.moves,
    )  # fmt: skip
    if len(left):
        books.pay(LEFT, left, region, money)
        workers.free.extend(left.tolist())
    if len(stay):
        books.move_households(MOVED, stay, city)


def arrive(
    economy: Economy, books: Books, p: Parameters, draws: Draws, attraction: Floats
) -> None:
    """Receive people from the rest of Liaoning and the rest of China."""
    workers, structure = economy.workers, economy.structure
    city, origin, ids = line_of_arrivals(
        draws.key("migration/arrivals"), draws.month.number + 1, structure.arrivals,
        attraction, structure.population, workers.persons_per_agent, p.pace / 12.0,
    )  # fmt: skip
    if len(ids):
        welcome(economy, books, city, origin, ids, draws)


def welcome(
    economy: Economy, books: Books, city: Ints, origin: Ints, ids: Ids, draws: Draws
) -> None:
    """Write the rows of persons who arrive to look for work."""
    workers, places = economy.workers, make_room(economy, len(ids))
    books.settle_in(places, city)
    blank(workers, places, ids)
    money = introduce(
        draws.lasting_key("migration/person"), places, origin, economy.cells.wage_level,
        float(workers.persons_per_agent), workers.id, workers.city, workers.urban, workers.sex,
        workers.age, workers.skill, workers.hukou_city, workers.hukou_urban,
        workers.pension_city, workers.land, workers.status, workers.factor, workers.last_pay,
        economy.flows.moves,
    )  # fmt: skip
    books.pay(BROUGHT, origin, places, money)
