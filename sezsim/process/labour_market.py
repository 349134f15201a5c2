"""Labour market (劳动力市场): quits, vacancies, search and matching by city and skill.

Staff is counted in persons in firms and in rows of contracts in employer pools. A firm wants
what its plan needs and offers posts for the gap and for expected quits (`labour/posts.py`); rows
part, search and stand in a queue (`labour/search.py`); the pools turn persons into rows with a
fixed threshold and hire from the queue (`labour/contracts.py`).

The job-finding chance is matches over search units. Who has lost a post waits a month, so that
unemployment settles at s / (s + f).
"""

from operator import attrgetter

import numpy as np

from sezsim.definitions.chunks import chunks, each_chunk
from sezsim.definitions.columns import Floats, Ids
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.labour.contracts import fill_pools
from sezsim.labour.posts import turn_over_staff
from sezsim.labour.search import DRAWS, People, Plain, search_chunk
from sezsim.randomness import Draws
from sezsim.state.economy import Economy

PEOPLE = attrgetter(*People._fields)


class Parameters(Declared):
    """What the labour market needs to know."""

    pace: float = parameter(
        1.0, "pace of all separations and exits of persons (0: nobody moves)", unit="1",
        within=(0.0, 1.0), source="design: the world that repeats itself", grade="A",
    )  # fmt: skip
    curvature: float = parameter(
        1.27, "curvature of matching (den Haan, Ramey and Watson)", unit="1",
        within=(0.5, 3.0), source="parameters.csv iota: memory", grade="C",
    )  # fmt: skip
    job_finding: float = parameter(
        0.10, "chance of the idle to find a post at the opening", unit="1/month",
        within=(0.03, 0.3), source="parameters.csv f_u: unemployment of 8% and separations",
        grade="C",
    )  # fmt: skip
    fill_rate: float = parameter(
        0.7, "chance of a vacancy to be filled within a month at the opening", unit="1/month",
        within=(0.3, 0.98), source="assumption: vacancies of 1.5% of posts",
    )  # fmt: skip
    migrant_search: float = parameter(
        5.0, "search of migrants over that of local people", unit="1", within=(1.0, 8.0),
        source="parameters.csv f_m over f_u: migrants find informal work within weeks",
        grade="C",
    )  # fmt: skip
    migrant_separation: float = parameter(
        3.0, "separation of migrants over that of local people", unit="1", within=(1.0, 8.0),
        source="assumption: informal posts are short",
    )  # fmt: skip
    fading: float = parameter(
        0.03, "decline of search with each month without a post", unit="1/month",
        within=(0.0, 0.2), source="parameters.csv z_dur",
    )  # fmt: skip
    floor: float = parameter(
        0.4, "least search of the long-term unemployed", unit="1", within=(0.0, 1.0),
        source="parameters.csv z_dur (floor)",
    )  # fmt: skip
    farm_search: float = parameter(
        0.01, "farmers who look for non-farm work in a month", unit="1/month",
        within=(0.0, 0.1), source="calibrated to non-farm unemployment",
    )  # fmt: skip
    out_search: float = parameter(
        0.01, "persons outside the labour force who look for work in a month", unit="1/month",
        within=(0.0, 0.1), source="calibrated to non-farm unemployment",
    )  # fmt: skip
    job_search: float = parameter(
        0.01, "employees who look for another post in a month", unit="1/month",
        within=(0.0, 0.1), source="parameters.csv q_jj: memory",
    )  # fmt: skip
    buffer: float = parameter(
        4.0, "elasticity of joining and giving up to the job-finding chance", unit="1",
        within=(0.0, 8.0), source="economics 8: farming and non-participation are the buffer",
    )  # fmt: skip
    downward_state: float = parameter(
        0.08, "share of excess staff laid off by state firms in a month", unit="1/month",
        within=(0.0, 1.0), source="parameters.csv adj_L: Cooper, Gong and Yan", grade="B",
    )  # fmt: skip
    downward_private: float = parameter(
        0.25, "share of excess staff laid off by other firms in a month", unit="1/month",
        within=(0.0, 1.0), source="parameters.csv adj_L: Cooper, Gong and Yan", grade="B",
    )  # fmt: skip
    take_up: float = parameter(
        0.2, "share of insured idle persons who draw benefit", unit="1", within=(0.0, 1.0),
        source="parameters.csv tu_UI: 4.5 million claimants in 2015", grade="B",
    )  # fmt: skip
    specific: float = parameter(
        0.25, "specific skill lost with a post of long tenure", unit="log point",
        within=(0.0, 0.5), source="parameters.csv h_spec: Jacobson, LaLonde and Sullivan 1993",
        grade="B",
    )  # fmt: skip
    tenure_scale: float = parameter(
        96.0, "tenure in which specific skill builds up", unit="month", within=(12.0, 240.0),
        source="parameters.csv tau_ten: memory",
    )  # fmt: skip
    oldest: float = parameter(
        55.0, "age after which farmers and the inactive look for no post", unit="year",
        within=(40.0, 70.0), source="assumption",
    )  # fmt: skip


def hire_and_part(economy: Economy, places: Floats, p: Parameters, draws: Draws) -> None:
    """Let people part and search, match searchers with posts and fill the pools.

    Places are shares of searchers by home and workplace (8, 8).
    """
    workers, firms, pools = economy.workers, economy.firms, economy.pools
    structure, flows, scratch = economy.structure, economy.flows, economy.scratch
    keys, columns, settings = draws.keys(DRAWS), PEOPLE(workers), settings_of(p)
    room = room_for_search(economy)
    look_for_work(economy, keys, columns, places, settings, room)
    *_, units, migrants, parted = room
    persons = turn_over_staff(
        units, migrants, parted, structure.separation, p.pace,
        p.migrant_separation, workers.persons_per_agent, pools.city, pools.rows, firms.is_open,
        firms.city, firms.industry, firms.ownership, firms.pool, firms.wanted,
        structure.matching_scale, economy.rules.matching, p.curvature, p.job_finding,
        p.fill_rate, p.downward_state, p.downward_private, firms.staff, firms.vacancies,
        economy.cells.job_finding, flows.searching, flows.posts, flows.separations,
        flows.hires, flows.displaced,
    )  # fmt: skip
    scratch.dismissed, scratch.dismissed_pool = fill_pools(
        keys, workers.count, columns, workers.skill, workers.industry, settings, room,
        firms.pool, firms.staff, persons, workers.persons_per_agent, pools.offset, pools.city,
        pools.industry, pools.ownership, pools.rows, structure.skill_share,
    )  # fmt: skip


def settings_of(p: Parameters) -> Plain:
    """Return what search follows from, in the order of Terms."""
    return (
        int(p.pace > 0.0), p.pace, p.buffer, p.job_finding, p.farm_search, p.out_search,
        p.migrant_separation, p.migrant_search, p.fading * p.pace, p.floor,
        p.job_search * p.pace, p.take_up, p.specific * p.pace, p.tenure_scale, p.oldest * 12.0,
    )  # fmt: skip


def room_for_search(economy: Economy) -> Plain:
    """Return the room for what search leaves behind, in the order of Search."""
    count, pools = economy.workers.count, len(economy.pools.city)
    lists, number = economy.scratch.lists.of(count), chunks(count)
    return (
        lists.rows, lists.lots, lists.places, np.zeros(number, np.int64),
        np.zeros((number, CITIES)), np.zeros((number, CITIES), np.int64),
        np.zeros((number, pools), np.int64),
    )  # fmt: skip


def look_for_work(
    economy: Economy, keys: Ids, columns: Plain, places: Floats, settings: Plain, room: Plain
) -> None:
    """Let employees part and all others search."""
    structure = economy.structure
    given = (
        keys, columns, economy.pools.city, structure.separation, structure.giving_up,
        economy.cells.job_finding, places, settings, room,
    )  # fmt: skip
    each_chunk(
        economy.workers.count,
        lambda chunk, first, last: search_chunk(chunk, first, last, *given),
    )
