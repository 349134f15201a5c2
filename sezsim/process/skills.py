"""Skills (技能培训): training places take idle people off the market and give them a better start.

A course lasts a few months; then the person looks for work with a shorter record of idleness and a
pay factor that is a little higher. After a post is lost one course can be taken, and the next only
after another post. The effect on finding work comes after the first year.
Where the displaced come first, they share the places, and others get what is left:

    share of the displaced = min(places / displaced, 1)
    share of others        = min((places - taken by the displaced) / others, 1)
"""

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.compiled import Key, compiled, uint64
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.lives.lots import STRIDE, add_marked
from sezsim.randomness import Draws, uniform
from sezsim.state.economy import Economy
from sezsim.state.workers import Status

TRAINING, UNEMPLOYED = int(Status.TRAINING), int(Status.UNEMPLOYED)


class Parameters(Declared):
    """What training needs to know."""

    months: int = parameter(
        4, "length of a course", unit="month", within=(1, 24), source="3 to 6 months",
        grade="C",
    )  # fmt: skip
    gain: float = parameter(
        0.05, "rise of the pay factor by a course", unit="log point", within=(0.0, 0.3),
        source="parameters.csv tr_w: memory",
    )  # fmt: skip


def train(economy: Economy, p: Parameters, draws: Draws) -> None:
    """Let the trained return to the market and offer places to the idle."""
    workers, places = economy.workers, economy.rules.training_places
    if not np.count_nonzero(places) and not trainees(workers.count, workers.status):
        return
    rows = economy.scratch.lists.of(workers.count).rows
    listed, idle = list_idle(
        workers.count,
        workers.alive,
        workers.city,
        workers.status,
        workers.trained,
        workers.lost_pay,
        rows,
    )
    share = share_places(
        places / workers.persons_per_agent, idle[1], idle[0], economy.rules.displaced_first
    )
    run_courses(
        draws.key("skills/course"), rows[:listed], workers.id, workers.city, workers.status,
        workers.duration, workers.trained, workers.factor, workers.lost_pay, share, p.months,
        np.exp(p.gain),
    )  # fmt: skip


@compiled
def trainees(count: int, status: Ints) -> int:
    """Count the rows that are in training."""
    number = 0
    for i in range(count):
        number += status[uint64(i)] == TRAINING
    return number


@compiled
def list_idle(
    count: int, alive: Flags, city: Ints, status: Ints, trained: Ints, lost_pay: Floats,
    rows: Ints,
) -> tuple[int, Ints]:  # fmt: skip
    """List those in training and the idle who may begin; count the latter by city.

    Counts are of those who have lost no post by dismissal, and of the displaced (2, 8).
    """
    idle, end, marks = np.zeros((2, CITIES), np.int64), 0, np.zeros(STRIDE, np.bool_)
    for start in range(0, count, STRIDE):
        number = min(STRIDE, count - start)
        here = slice(start, start + number)
        lives, is_now, done = alive[here], status[here], trained[here]
        for row in range(number):
            k = uint64(row)
            may_begin = (is_now[k] == UNEMPLOYED) & (done[k] == 0)
            marks[k] = (may_begin | (is_now[k] == TRAINING)) & lives[k]
        marks[number:] = False
        end = add_marked(marks, start, rows, end)
    for place in range(end):
        i = uint64(rows[place])
        if status[i] == UNEMPLOYED:
            idle[int(lost_pay[i] > 0.0), city[i]] += 1
    return end, idle


@compiled
def share_places(places: Floats, displaced: Ints, others: Ints, first: Floats) -> Floats:
    """Chance of a place for others and for the displaced (2, 8), all idle.

    Args:
        places: rows for whom there is a place this month, by city.
        displaced: idle rows that lost a post by dismissal and may begin a course.
        others: all other idle rows that may.
        first: 1 where the displaced come first, 0 where all share alike.
    """
    share = np.empty((2, len(places)))
    for c in range(len(places)):
        alike = min(places[c] / max(displaced[c] + others[c], 1), 1.0)
        ahead = min(places[c] / max(displaced[c], 1), 1.0)
        left = min(max(places[c] - displaced[c], 0.0) / max(others[c], 1), 1.0)
        share[0, c] = alike + first[c] * (left - alike)
        share[1, c] = alike + first[c] * (ahead - alike)
    return share


@compiled
def run_courses(
    key: Key, rows: Ints, person: Ids, city: Ints, status: Ints, duration: Ints,
    trained: Ints, factor: Floats, lost_pay: Floats, share: Floats, months: int, gain: float,
) -> None:  # fmt: skip
    """End courses that have lasted long enough and begin new ones, among the rows listed."""
    for k in range(len(rows)):
        i = uint64(rows[k])
        if status[i] == TRAINING:
            duration[i] += 1
            if duration[i] >= months:
                status[i] = UNEMPLOYED
                duration[i] = 0
                factor[i] *= gain
        elif uniform(key, person[i]) < share[int(lost_pay[i] > 0.0), city[i]]:
            status[i], trained[i] = TRAINING, 1
            duration[i] = 0
