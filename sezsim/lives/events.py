"""Events of life (人生事件): a month passes; who dies, ends a role or gives birth, row by row.

One draw a month decides for a person: its low end is death, next the end of a role, then birth.
Its first bits decide first: for most people nothing happens, and one comparison of whole numbers
says so. The others are listed and looked at one by one.
"""

from typing import NamedTuple

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled, compiled_rows, uint64
from sezsim.lives.hazards import FIRST_BITS, GRADUATED
from sezsim.randomness import uniform, whole_lot
from sezsim.state.pay_factor import PREMIUM
from sezsim.state.workers import NOBODY, Skill, Status

STUDENT, UNEMPLOYED = int(Status.STUDENT), int(Status.UNEMPLOYED)
RETIRED, EMPLOYED, FARM = int(Status.RETIRED), int(Status.EMPLOYED), int(Status.FARM)
OUT = int(Status.OUT)
MIDDLE, HIGH = int(Skill.MIDDLE), int(Skill.HIGH)
GROWN = 16 * 12  # age at which children become adults, months
STRIDE = 2048  # rows that stay at hand while they are read twice
LATER_BITS = uint64(53 - FIRST_BITS)  # of a whole lot
DEATH, END_OF_ROLE, BIRTH = range(3)
LASTING = (
    "demography/college", "demography/farm", "demography/sex", "demography/senior",
    "demography/gift",
)  # fmt: skip
COLLEGE, TO_FARM, SEX, SENIOR_SCHOOL, GIFT = range(len(LASTING))


class Youth(NamedTuple):
    """Chances of the young."""

    girls: float  # among children
    senior: float  # to stay at school at 16
    college: float  # to go on to college after senior secondary school
    to_farm: float  # to begin to farm, with land and without college


@compiled_rows
def list_events(
    first: int, last: int, months: int, key: Key, person: Ids, alive: Flags, age: Ints,
    status: Ints, child_one: Ints, child_two: Ints, most: Ints, rows: Ints, parents: Ints,
    ends: Ints,
) -> None:  # fmt: skip
    """Let rows and their children grow older; list to whom something may happen, and parents.

    Ends gets the first place and the end of the list of rows, then those of the list of parents
    of grown children.
    """
    listed, grown, ages = uint64(first), first, uint64(most.shape[1])
    bounds, lots = most.ravel(), np.empty(STRIDE, np.uint64)
    for start in range(first, last, STRIDE):
        end = min(start + STRIDE, last)
        eldest = grow_older(months, start, end, alive, age, child_one, child_two)
        draw_lots(key, start, end, person, lots)
        for row in range(start, end):
            i = uint64(row)
            rows[listed] = row
            bound = bounds[uint64(status[i]) * ages + uint64(age[i])]
            listed += uint64(lots[uint64(row - start)] <= bound)
        if eldest >= GROWN:
            grown = list_parents(start, end, child_one, child_two, parents, grown)
    ends[0], ends[1], ends[2], ends[3] = first, listed, first, grown


@compiled_rows
def grow_older(
    months: int, first: int, last: int, alive: Flags, age: Ints, child_one: Ints,
    child_two: Ints,
) -> int:  # fmt: skip
    """Let people and their children grow older; return the age of the eldest child."""
    for row in range(first, last):
        i = uint64(row)
        age[i] += months * alive[i]
        child_one[i] += months * (child_one[i] >= 0)
        child_two[i] += months * (child_two[i] >= 0)
    return int(max(child_one[first:last].max(), child_two[first:last].max()))


@compiled_rows
def draw_lots(key: Key, first: int, last: int, person: Ids, lots: Ids) -> None:
    """Draw the first bits of the lots of some rows; several rows are done at a time."""
    for row in range(first, last):
        lots[uint64(row - first)] = whole_lot(key, person[uint64(row)]) >> LATER_BITS


@compiled_rows
def list_parents(
    first: int, last: int, child_one: Ints, child_two: Ints, parents: Ints, number: int
) -> int:
    """Add the parents of grown children to a list; return its end."""
    for i in range(first, last):
        if max(child_one[i], child_two[i]) >= GROWN:
            parents[number] = i
            number += 1
    return number


@compiled
def name_events(
    key: Key, rows: Ints, ends: Ints, chances: Floats, place: Ints, person: Ids, alive: Flags,
    sex: Ints, age: Ints, skill: Ints, status: Ints,
) -> tuple[Ints, Ints]:  # fmt: skip
    """Return the listed rows to which something happens, and what.

    Ends holds the first place and the end of the list of each chunk.
    """
    room, number = (ends[:, 1] - ends[:, 0]).sum(), 0
    found, events = np.empty(room, np.int64), np.empty(room, np.int8)
    for chunk in range(len(ends)):
        for k in range(ends[chunk, 0], ends[chunk, 1]):
            i, drawn = rows[k], uniform(key, person[rows[k]])
            role = place[status[i], skill[i], sex[i]]
            dies, ends_role = chances[role, age[i], 0], chances[role, age[i], 1]
            found[number] = i
            events[number] = BIRTH if drawn >= ends_role else END_OF_ROLE
            if drawn < dies:
                events[number] = DEATH
            number += drawn < chances[role, age[i], 2] and alive[i]
    return found[:number], events[:number]


@compiled
def pass_through(
    key: Key, lasting: Ids, rows: Ints, ends: Ints, young: tuple[float, ...], chances: Floats,
    place: Ints, legal: Ints, person: Ids, alive: Flags, city: Ints, sex: Ints, age: Ints,
    skill: Ints, status: Ints, pool: Ints, duration: Ints, land: Ints, hukou_urban: Ints,
    child_one: Ints, child_two: Ints, born: Ints, factor: Floats, pool_rows: Ints,
    persons: int, births: Floats, deaths: Floats,
) -> Ints:  # fmt: skip
    """Let births, deaths and ends of roles happen to the listed; return the rows of the dead.

    Young are the chances of Youth.
    """
    births[:] = 0.0
    deaths[:] = 0.0
    youth = Youth(*young)
    rows, events = name_events(
        key, rows, ends, chances, place, person, alive, sex, age, skill, status
    )
    for k in range(len(rows)):
        i = rows[k]
        if events[k] == DEATH:
            deaths[city[i]] += persons
            end_contract(i, pool, pool_rows)
        elif events[k] == BIRTH:
            births[city[i]] += persons * give_birth(i, child_one, child_two, born)
        elif status[i] == STUDENT:
            leave_school(
                i, lasting, youth, person, age, land, hukou_urban, skill, factor, status,
                duration,
            )  # fmt: skip
        else:
            end_contract(i, pool, pool_rows)
            early = age[i] < legal[sex[i], int(skill[i] == HIGH)]
            farmer = land[i] == 1 and hukou_urban[i] == 0
            status[i] = activity_after(status[i], early, farmer)
    return rows[events == DEATH]


@compiled
def give_birth(i: int, child_one: Ints, child_two: Ints, born: Ints) -> int:
    """Give a mother a child if she has fewer than two; return the number of children born."""
    if child_two[i] >= 0:
        return 0
    born[i] += 1
    if child_one[i] < 0:
        child_one[i] = 0
    else:
        child_two[i] = 0
    return 1


@compiled
def activity_after(status: int, young: bool, farmer: bool) -> int:  # noqa: FBT001 - a kernel
    """Activity after a role has ended: who leaves work before the legal age stays at home."""
    if young and status in (EMPLOYED, UNEMPLOYED):
        return FARM if farmer else OUT
    return RETIRED


@compiled
def leave_school(
    i: int, lasting: Ids, youth: Youth, person: Ids, age: Ints, land: Ints, hukou_urban: Ints,
    skill: Ints, factor: Floats, status: Ints, duration: Ints,
) -> None:  # fmt: skip
    """Finish a school; go on to college, to the farm or look for a post."""
    finished = HIGH if age[i] >= GRADUATED else MIDDLE
    factor[i] *= np.exp(PREMIUM[finished] - PREMIUM[skill[i]])
    skill[i] = finished
    if finished == MIDDLE and uniform(lasting[COLLEGE], person[i]) < youth.college:
        return
    farms = finished == MIDDLE and land[i] == 1 and hukou_urban[i] == 0
    farms = farms and uniform(lasting[TO_FARM], person[i]) < youth.to_farm
    status[i], duration[i] = FARM if farms else UNEMPLOYED, 0


@compiled
def end_contract(i: int, pool: Ints, pool_rows: Ints) -> None:
    """Take a row from its pool."""
    if pool[i] >= 0:
        pool_rows[pool[i]] -= 1
        pool[i] = NOBODY
