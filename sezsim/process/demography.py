"""Demography (人口): people age, give birth, leave school, retire and die; yearly rates in twelfths.

The chances of a month stand in `lives/hazards.py`, what happens by them in `lives/events.py`, and
families in `lives/families.py`. One draw a month decides for a person: its low end is death, next
the end of a role, then birth. A child's id is made of its parent's id and birth order, so that
nobody's chance depends on others. What the dead leave goes to a neighbour in their city, through
the books.
"""

from functools import lru_cache

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.chunks import chunks, each_chunk
from sezsim.definitions.columns import Ids, Ints
from sezsim.definitions.compiled import Key
from sezsim.definitions.declare import Declared, parameter
from sezsim.lives.events import LASTING, list_events, pass_through
from sezsim.lives.families import come_of_age, leave_to_heirs, part_from_parents
from sezsim.lives.hazards import Hazards, Rates, hazards
from sezsim.randomness import Draws
from sezsim.state.economy import Economy, Sector
from sezsim.state.newcomers import make_room
from sezsim.state.workers import blank

INHERITANCE = Flow("inheritance", Sector.HOUSEHOLDS, Sector.HOUSEHOLDS)


class Parameters(Declared):
    """Rates of births, deaths and retirement."""

    pace: float = parameter(
        1.0, "pace of ageing, births, deaths and retirement (0: time stands still)", unit="1",
        within=(0.0, 1.0), source="design: the world that repeats itself", grade="A",
    )  # fmt: skip
    mortality: float = parameter(
        0.0000275, "deaths of women at age 0 on the exponential", unit="1/year",
        within=(0.0, 0.001),
        source="fitted to the crude death rate of Liaoning, 6.43 per mille (census of 2010)",
        grade="B",
    )  # fmt: skip
    longevity: float = parameter(
        0.02, "fall of mortality in a year", unit="1/year", within=(0.0, 0.05),
        source="life expectancy of Liaoning rose by 2.3 years from 2010 to 2020 (memory)",
        grade="C",
    )  # fmt: skip
    slope: float = parameter(
        0.092, "rise of mortality with age", unit="1/year", within=(0.05, 0.15),
        source="Gompertz law, adult ages", grade="C",
    )  # fmt: skip
    men: float = parameter(
        1.6, "mortality of men over that of women", unit="1", within=(1.0, 2.5),
        source="general knowledge", grade="C",
    )  # fmt: skip
    fertility: float = parameter(
        0.82, "children that a woman bears in her life, 2010", unit="child/woman",
        within=(0.3, 2.5),
        source="TFR .74 in the census, undercount of infants added; births of 5.8 per mille",
        grade="C",
    )  # fmt: skip
    fertility_rise: float = parameter(
        0.02, "rise of fertility in a year", unit="1/year", within=(-0.05, 0.1),
        source="two-child rules of 2014 and 2016; births stay at 6 per mille to 2019 (memory)",
        grade="C",
    )  # fmt: skip
    girls: float = parameter(
        0.48, "girls among children", unit="1", within=(0.4, 0.6),
        source="sex ratio at birth of about 1.1", grade="C",
    )  # fmt: skip
    senior: float = parameter(
        0.85, "share of those of 16 who stay at school to 19", unit="1", within=(0.0, 1.0),
        source="enrolment in senior secondary schools about 2010 (general knowledge)",
        grade="C",
    )  # fmt: skip
    college: float = parameter(
        0.55, "share of those of 16 who study to 22 and more", unit="1", within=(0.0, 1.0),
        source="gross enrolment of Liaoning about 2010-15 (general knowledge)", grade="C",
    )  # fmt: skip
    graduation: float = parameter(
        0.08, "students of 22 and more who graduate in a month", unit="1/month",
        within=(0.0, 1.0), source="assumption: students are 16 to 24 in the census",
    )  # fmt: skip
    to_farm: float = parameter(
        0.3, "school leavers with land who begin to farm", unit="1", within=(0.0, 1.0),
        source="assumption",
    )  # fmt: skip
    men_retire: float = parameter(
        60.0, "legal age of men", unit="year", within=(50.0, 70.0),
        source="parameters.csv ret", grade="A",
    )  # fmt: skip
    women_retire: float = parameter(
        50.0, "legal age of women workers", unit="year", within=(45.0, 70.0),
        source="parameters.csv ret", grade="A",
    )  # fmt: skip
    cadres_retire: float = parameter(
        55.0, "legal age of women with college", unit="year", within=(45.0, 70.0),
        source="parameters.csv ret (women cadres)", grade="A",
    )  # fmt: skip
    late: float = parameter(
        0.05, "those who work past the legal age who retire in a month", unit="1/month",
        within=(0.0, 1.0), source="assumption",
    )  # fmt: skip
    home_pension: float = parameter(
        0.02, "those at home past the legal age who draw a pension from a month on",
        unit="1/month", within=(0.0, 1.0),
        source="assumption: residents' pensions came step by step from 2009",
    )  # fmt: skip
    farm_exit: float = parameter(
        0.10, "farmers above 62 who stop in a year", unit="1/year", within=(0.0, 0.5),
        source="assumption: farmers work on to about 70",
    )  # fmt: skip
    home_exit: float = parameter(
        0.012, "persons of working age who leave the labour force for home in a year",
        unit="1/year", within=(0.0, 0.2), source="assumption",
    )  # fmt: skip


def live_and_die(economy: Economy, books: Books, p: Parameters, draws: Draws) -> None:
    """Let a month of life pass for everybody."""
    if p.pace <= 0.0:
        return
    workers, flows, key = economy.workers, economy.flows, draws.key("demography/life")
    chances = chances_of(p, draws.month.number // 12)
    listed, parents, ends = pass_a_month(economy, key, chances, p, draws.month.number)
    young = p.girls, p.senior, p.college / max(p.senior, p.college), p.to_farm
    lasting = draws.lasting_keys(LASTING)
    dead = pass_through(
        key, lasting, listed, ends[:, :2], young, chances.chances, chances.place,
        chances.legal, workers.id, workers.alive, workers.city, workers.sex, workers.age,
        workers.skill, workers.status, workers.pool, workers.duration, workers.land,
        workers.hukou_urban, workers.child_one, workers.child_two, workers.born,
        workers.factor, economy.pools.rows, workers.persons_per_agent, flows.births,
        flows.deaths,
    )  # fmt: skip
    grown = part_from_parents(
        parents, ends[:, 2:], workers.id, workers.city, workers.age, workers.child_one,
        workers.child_two,
    )  # fmt: skip
    raise_children(economy, books, grown, young, lasting)
    bequeath(economy, books, dead)


@lru_cache(maxsize=64)
def chances_of(p: Parameters, years: int) -> Hazards:
    """Return the chances of a month, so many years after 2010; they follow from the rates."""
    return hazards(rates_of(p), years)


def rates_of(p: Parameters) -> Rates:
    """Return the rates from which the chances of a month follow."""
    return Rates(*(getattr(p, name) for name in Rates._fields))


def pass_a_month(
    economy: Economy, key: Key, chances: Hazards, p: Parameters, month: int
) -> tuple[Ints, Ints, Ints]:
    """Let everybody grow older.

    Returns:
        Rows to which something may happen, and rows of parents of grown children; the first place
        and the end of the one and of the other list of each chunk (chunks, 4).
    """
    workers, months = economy.workers, int((month + 1) * p.pace) - int(month * p.pace)
    count, lists = workers.count, economy.scratch.lists.of(workers.count)
    rows, parents = lists.rows, lists.others
    ends = np.empty((chunks(count), 4), np.int64)

    def live_on(chunk: int, first: int, last: int) -> None:
        list_events(
            first, last, months, key, workers.id, workers.alive, workers.age, workers.status,
            workers.child_one, workers.child_two, chances.most, rows, parents, ends[chunk],
        )  # fmt: skip

    each_chunk(count, live_on)
    return rows, parents, ends


def raise_children(
    economy: Economy,
    books: Books,
    grown: tuple[Ints, Ints, Ids],
    young: tuple[float, ...],
    lasting: Ids,
) -> None:
    """Turn children of 16 into adults of their own, who live where the parent lives."""
    parents, cities, ids = grown
    if not len(parents):
        return
    workers, places = economy.workers, make_room(economy, len(parents))
    books.settle_in(places, cities)
    blank(workers, places, ids)
    come_of_age(
        lasting, young, parents, places, workers.id, workers.urban, workers.hukou_city,
        workers.hukou_urban, workers.pension_city, workers.land, workers.sex, workers.age,
        workers.skill, workers.status, workers.factor, workers.last_pay,
    )  # fmt: skip


def bequeath(economy: Economy, books: Books, dead: Ints) -> None:
    """Pass the deposits and the children of the dead to a neighbour; free their rows."""
    if not len(dead):
        return
    workers = economy.workers
    heirs, left = leave_to_heirs(
        dead, workers.count, workers.alive, workers.city, workers.child_one, workers.child_two,
        workers.deposits,
    )  # fmt: skip
    books.pay(INHERITANCE, dead, heirs, left)
    workers.free.extend(dead.tolist())
