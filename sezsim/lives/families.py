"""Families (家庭): children grow up and part from their parents; the dead leave heirs."""

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ids, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
from sezsim.lives.events import (
    FARM,
    GIFT,
    GROWN,
    SENIOR_SCHOOL,
    SEX,
    STUDENT,
    TO_FARM,
    UNEMPLOYED,
    Youth,
)
from sezsim.randomness import child_id, normal, uniform
from sezsim.state.neighbours import nearest, nearest_with_room
from sezsim.state.pay_factor import newcomer_factor

LEAST_FACTOR = 0.05  # of a parent's pay factor, against division by nothing


@compiled
def part_from_parents(
    parents: Ints, ends: Ints, person: Ids, city: Ints, age: Ints, child_one: Ints,
    child_two: Ints,
) -> tuple[Ints, Ints, Ids]:  # fmt: skip
    """Let grown children part; return the parent, the city and the new id of each.

    Ends holds the first place and the end of the list of parents of each chunk.
    """
    most, number = 2 * (ends[:, 1] - ends[:, 0]).sum(), 0
    chosen, home = np.empty(most, np.int64), np.empty(most, np.int64)
    ids = np.empty(most, np.uint64)
    for chunk in range(len(ends)):
        for k in range(ends[chunk, 0], ends[chunk, 1]):
            i = parents[k]
            for order, months in enumerate((child_one, child_two)):
                if months[i] >= GROWN:
                    months[i] = -1
                    chosen[number], home[number] = i, city[i]
                    ids[number] = child_id(person[i], uint64(1 + order + 2 * age[i]))
                    number += 1
    return chosen[:number], home[:number], ids[:number]


@compiled
def come_of_age(
    lasting: Ids, young: tuple[float, ...], parents: Ints, places: Ints, person: Ids, urban: Ints,
    hukou_city: Ints, hukou_urban: Ints, pension_city: Ints, land: Ints, sex: Ints, age: Ints,
    skill: Ints, status: Ints, factor: Floats, last_pay: Floats,
) -> None:  # fmt: skip
    """Write the rows of new adults: what they inherit; sex, further schooling and ability.

    Young are the chances of Youth.
    """
    youth = Youth(*young)
    for k in range(len(places)):
        i, parent = places[k], parents[k]
        urban[i], land[i], pension_city[i] = urban[parent], land[parent], pension_city[parent]
        hukou_city[i], hukou_urban[i] = hukou_city[parent], hukou_urban[parent]
        sex[i] = uniform(lasting[SEX], person[i]) < youth.girls
        age[i], skill[i], status[i] = GROWN, 0, STUDENT
        if uniform(lasting[SENIOR_SCHOOL], person[i]) >= youth.senior:
            farmer = land[i] == 1 and hukou_urban[i] == 0
            farms = farmer and uniform(lasting[TO_FARM], person[i]) < youth.to_farm
            status[i] = FARM if farms else UNEMPLOYED
        factor[i] = newcomer_factor(0.0, 0.0, normal(lasting[GIFT], person[i]), 0.0)
        last_pay[i] = last_pay[parent] * factor[i] / max(factor[parent], LEAST_FACTOR)


@compiled
def leave_to_heirs(
    dead: Ints, count: int, alive: Flags, city: Ints, child_one: Ints, child_two: Ints,
    deposits: Money,
) -> tuple[Ints, Money]:  # fmt: skip
    """Bury the dead; find an heir for each, and somebody with room for each orphan.

    Returns the heirs and what they inherit (fen).
    """
    heirs, left = np.empty_like(dead), np.empty(len(dead), np.int64)
    for i in dead:
        alive[i] = False
    for k in range(len(dead)):
        i = dead[k]
        heirs[k], left[k] = nearest(i, count, alive, city), deposits[i]
        for months in (child_one[i], child_two[i]):
            if months >= 0:
                carer = nearest_with_room(i, count, alive, city, child_two)
                if child_one[carer] < 0:
                    child_one[carer] = months
                else:
                    child_two[carer] = months
        child_one[i] = child_two[i] = -1
    return heirs, left
