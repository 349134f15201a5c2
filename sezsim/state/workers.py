"""Workers (劳动者): one row per group of persons_per_agent adults aged 16 or more."""

from dataclasses import dataclass, field, fields
from enum import IntEnum

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ids, Ints, Money
from sezsim.definitions.compiled import compiled
from sezsim.definitions.declare import column

NOBODY = -1


class Status(IntEnum):
    """What an adult mainly does."""

    OUT = 0  # outside the labour force: housework, unable, other
    FARM = 1
    EMPLOYED = 2  # holds a contract with an employer pool
    UNEMPLOYED = 3
    STUDENT = 4
    RETIRED = 5
    INTERNALLY_RETIRED = 6
    TRAINING = 7


class Skill(IntEnum):
    """Schooling: up to junior secondary, senior secondary, college and above."""

    LOW = 0
    MIDDLE = 1
    HIGH = 2


@dataclass
class Workers:
    """Columns of all adults; rows from `count` on are spare, rows with alive False are free."""

    count: int  # rows in use, dead rows among them included
    persons_per_agent: int
    id: Ids = column("permanent identity", unit="1")
    alive: Flags = column("is living in the zone", unit="bool")
    city: Ints = column("city of residence (0-7)", unit="City")
    urban: Ints = column("lives in a town or city (1) or a village (0)", unit="bool")
    sex: Ints = column("male 0, female 1", unit="1")
    age: Ints = column("age", unit="month")
    skill: Ints = column("schooling (0 low, 1 middle, 2 high)", unit="Skill")
    hukou_city: Ints = column(
        "registration: city 0-7, 8 rest of Liaoning, 9 rest of China", unit="City"
    )
    hukou_urban: Ints = column("registration is urban (1) or rural (0)", unit="bool")
    status: Ints = column("main activity", unit="Status")
    pool: Ints = column("employer pool of the contract, or -1", unit="pool")
    industry: Ints = column("industry of present or last post, or -1", unit="Industry")
    tenure: Ints = column("time in the present post", unit="month")
    duration: Ints = column("time in the present status without post", unit="month")
    benefit_left: Ints = column("months of unemployment benefit left", unit="month")
    insured: Ints = column("pays into the social pools (1) or not (0)", unit="bool")
    paid: Ints = column("time paid into the pension pool", unit="month")
    pension_city: Ints = column("city of the pension pool", unit="City")
    land: Ints = column("holds land rights (1) or not (0)", unit="bool")
    factor: Floats = column("pay over the mean pay of the cell of city and industry", unit="1")
    last_pay: Floats = column("last monthly gross pay of one person", unit="yuan/month")
    lost_pay: Floats = column(
        "monthly gross pay of the post lost by dismissal, 0 if none", unit="yuan/month"
    )
    trained: Ints = column("has begun a course since the last post (1) or not (0)", unit="bool")
    income: Floats = column("disposable income of one person, last month", unit="yuan/month")
    child_one: Ints = column("age of the first dependent child, or -1", unit="month")
    child_two: Ints = column("age of the second dependent child, or -1", unit="month")
    born: Ints = column("children born so far to this row", unit="1")
    deposits: Money = column("deposits of all persons of the row", unit="fen")
    free: list[int] = field(default_factory=list)  # rows of the dead and departed


@compiled
def clear_rows(
    places: Ints, ids: Ids, person: Ids, alive: Flags, pool: Ints, industry: Ints, tenure: Ints,
    duration: Ints, benefit_left: Ints, insured: Ints, paid: Ints, lost_pay: Floats,
    income: Floats, child_one: Ints, child_two: Ints, born: Ints, trained: Ints,
) -> None:  # fmt: skip
    """Write new identities into rows, and nothing else: new persons have no past here."""
    for k in range(len(places)):
        i = places[k]
        person[i], alive[i] = ids[k], True
        pool[i] = industry[i] = NOBODY
        child_one[i] = child_two[i] = -1
        tenure[i] = duration[i] = benefit_left[i] = insured[i] = paid[i] = born[i] = 0
        trained[i] = 0
        lost_pay[i] = income[i] = 0.0


def blank(workers: Workers, places: Ints, ids: Ids) -> None:
    """Clear rows for new persons, who have no money yet."""
    clear_rows(
        places, ids, workers.id, workers.alive, workers.pool, workers.industry, workers.tenure,
        workers.duration, workers.benefit_left, workers.insured, workers.paid, workers.lost_pay,
        workers.income, workers.child_one, workers.child_two, workers.born, workers.trained,
    )  # fmt: skip


def grow(workers: Workers) -> None:
    """Add a fifth to all columns."""
    more = len(workers.id) // 5 + 1
    for declared in fields(Workers):
        values = getattr(workers, declared.name)
        if isinstance(values, np.ndarray):
            longer = np.concatenate([values, np.zeros(more, values.dtype)])
            setattr(workers, declared.name, longer)
