"""Head count (人口清点): one loop a month counts everybody by group, and pay by class.

A group is a city, activity, town or village, schooling, number of children, registration elsewhere
and a claim (insured, if employed; drawing benefit, if not). All heads are sums over groups, so a
row is counted with one addition; pay is added up by class of pay and by insurance.
"""

from typing import NamedTuple

import numpy as np

from sezsim.definitions.chunks import chunks, each_chunk
from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled, compiled_rows, int32, uint64
from sezsim.definitions.geography import CITIES
from sezsim.state.workers import Skill, Status, Workers

EMPLOYED, UNEMPLOYED = int(Status.EMPLOYED), int(Status.UNEMPLOYED)
STATUSES, SKILLS, FAMILIES = len(Status), len(Skill), 3  # no child, one or two
GROUPS = CITIES * STATUSES * 2 * SKILLS * FAMILIES * 2 * 2
BINS = 96  # classes of pay; the last is open
UNPAID = -1
STRIDE = 512  # rows whose groups are numbered before they are counted
HEADS = 6
RESIDENTS, IN_TOWN, STRANGERS, INSURED, SCHOOLING, RECIPIENTS = range(HEADS)


class HeadCount(NamedTuple):
    """What was counted in a month."""

    heads: Ints  # rows by city and kind: residents are adults and children
    by_status: Ints  # rows by city and activity
    classes: Ints  # employees by city and class of pay
    pay: Floats  # their pay by city and class (yuan a month), and in the last place the insured's


def count_heads(workers: Workers, width: float) -> tuple[Ints, Ints, Floats]:
    """Count all rows; classes of pay are so wide (yuan a month).

    Returns for each chunk rows by group; employees and their pay by insurance, city and class.
    """
    number = chunks(workers.count)
    groups = np.zeros((number, GROUPS + 1), np.int32)
    employees = np.zeros((number, 2 * CITIES * BINS), np.int32)
    wages = np.zeros((number, 2 * CITIES * BINS))
    given = (
        workers.alive, workers.city, workers.urban, workers.hukou_city, workers.status,
        workers.child_one, workers.child_two, workers.insured, workers.benefit_left,
        workers.last_pay, workers.skill, width, groups, employees, wages,
    )  # fmt: skip
    each_chunk(workers.count, lambda chunk, first, last: count_rows(chunk, first, last, *given))
    return groups, employees, wages


@compiled
def sum_heads(groups: Ints, employees: Ints, wages: Floats) -> HeadCount:
    """Add up what count_heads found."""
    counted = HeadCount(
        np.zeros((CITIES, HEADS), np.int64), np.zeros((CITIES, STATUSES), np.int64),
        np.zeros((CITIES, BINS), np.int64), np.zeros((CITIES, BINS + 1)),
    )  # fmt: skip
    sum_groups(groups, counted.heads, counted.by_status)
    sum_pay(employees, wages, counted.heads, counted.classes, counted.pay)
    return counted


@compiled_rows
def count_rows(
    chunk: int, first: int, last: int, alive: Flags, city: Ints, urban: Ints,
    hukou_city: Ints, status: Ints, child_one: Ints, child_two: Ints, insured: Ints,
    benefit_left: Ints, last_pay: Floats, skill: Ints, width: float, groups: Ints,
    employees: Ints, wages: Floats,
) -> None:  # fmt: skip
    """Count each row of a chunk in its group, and its pay in its class."""
    heads, staff, paid = groups[chunk], employees[chunk], wages[chunk]
    group, place = np.empty(STRIDE, np.int32), np.empty(STRIDE, np.int32)
    posts = np.empty(STRIDE, np.int64)
    for start in range(first, last, STRIDE):
        end = min(start + STRIDE, last)
        name_groups(start, end, alive, city, urban, hukou_city, status, child_one, child_two,
                    insured, benefit_left, skill, group)  # fmt: skip
        name_classes(start, end, alive, city, status, insured, last_pay, width, place)
        number = uint64(0)
        for row in range(start, end):
            k = uint64(row - start)
            heads[uint64(group[k])] += 1
            posts[number] = row
            number += uint64(place[k] != UNPAID)
        for row in posts[:number]:
            k = uint64(place[uint64(row - start)])
            staff[k] += 1
            paid[k] += last_pay[uint64(row)]


@compiled_rows
def name_groups(
    first: int, last: int, alive: Flags, city: Ints, urban: Ints, hukou_city: Ints,
    status: Ints, child_one: Ints, child_two: Ints, insured: Ints, benefit_left: Ints,
    skill: Ints, group: Ints,
) -> None:  # fmt: skip
    """Number the group of each row; the dead have one of their own, after all others.

    There is no branch and all numbers are 32 bits wide, so that eight rows are done at a time.
    """
    for row in range(first, last):
        i = uint64(row)
        works = int32(status[i] == EMPLOYED)
        draws = int32(benefit_left[i] > 0)
        claims = works * int32(insured[i]) + (int32(1) - works) * draws
        children = int32(child_one[i] >= 0) + int32(child_two[i] >= 0)
        number = int32(city[i]) * int32(STATUSES) + int32(status[i])
        number = number * int32(2) + int32(urban[i])
        number = (number * int32(SKILLS) + int32(skill[i])) * int32(FAMILIES) + children
        number = (number * int32(2) + int32(hukou_city[i] != city[i])) * int32(2) + claims
        group[uint64(row - first)] = number if alive[i] else int32(GROUPS)


@compiled_rows
def name_classes(
    first: int, last: int, alive: Flags, city: Ints, status: Ints, insured: Ints,
    last_pay: Floats, width: float, place: Ints,
) -> None:  # fmt: skip
    """Number the class of pay of each employee by insurance and city; UNPAID for all others."""
    for row in range(first, last):
        i = uint64(row)
        rank = int32(min(last_pay[i] / width, BINS - 1.0))
        number = (int32(insured[i]) * int32(CITIES) + int32(city[i])) * int32(BINS) + rank
        place[uint64(row - first)] = (
            number if alive[i] & (status[i] == EMPLOYED) else int32(UNPAID)
        )


@compiled
def sum_groups(groups: Ints, heads: Ints, by_status: Ints) -> None:
    """Add up heads by city and rows by city and activity."""
    total = groups[0].copy()
    for chunk in range(1, len(groups)):
        total += groups[chunk]
    group = 0
    for place in range(CITIES * STATUSES * 2 * SKILLS * FAMILIES):
        strangers = total[group + 2] + total[group + 3]
        drawing = total[group + 1] + total[group + 3]
        rows = total[group] + drawing + total[group + 2]
        if rows > 0:
            rest, children = place // FAMILIES, place % FAMILIES
            rest, schooling = rest // SKILLS, rest % SKILLS
            rest, town = rest // 2, rest % 2
            c, state = rest // STATUSES, rest % STATUSES
            by_status[c, state] += rows
            heads[c, RESIDENTS] += rows * (1 + children)
            heads[c, IN_TOWN] += rows * (1 + children) * town
            heads[c, STRANGERS] += strangers
            heads[c, SCHOOLING] += rows * schooling
            if state == UNEMPLOYED:
                heads[c, RECIPIENTS] += drawing
        group += 4


@compiled
def sum_pay(employees: Ints, wages: Floats, heads: Ints, classes: Ints, pay: Floats) -> None:
    """Add up employees and their pay by city and class, chunk by chunk."""
    for chunk in range(len(employees)):
        for has in range(2):
            for c in range(CITIES):
                first = (has * CITIES + c) * BINS
                classes[c] += employees[chunk, first : first + BINS]
                pay[c, :BINS] += wages[chunk, first : first + BINS]
        for c in range(CITIES):
            first = (CITIES + c) * BINS
            heads[c, INSURED] += employees[chunk, first : first + BINS].sum()
            for k in range(BINS):
                pay[c, BINS] += wages[chunk, first + k]
