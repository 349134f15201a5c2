"""Moves (迁移): who leaves, who arrives, and what becomes of posts and children, row by row."""

import math

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ids, Ints, Money
from sezsim.definitions.compiled import Key, compiled, compiled_rows, uint64
from sezsim.definitions.geography import CITIES
from sezsim.lives.destinations import BANDS
from sezsim.lives.lots import list_turn
from sezsim.randomness import child_id, mix, name_hash, normal, uniform, whole_lot
from sezsim.state.pay_factor import DISCOUNT, PREMIUM, newcomer_factor
from sezsim.state.workers import NOBODY, Status

EMPLOYED, UNEMPLOYED = int(Status.EMPLOYED), int(Status.UNEMPLOYED)
FARM, STUDENT = int(Status.FARM), int(Status.STUDENT)
YOUNGEST, DECADE = 180, 120  # age bands begin at 15 and are ten years wide, months
MOST_PAID = 360  # months of payments that count
BRINGS = 20_000.0  # yuan that a person brings on arrival (D)
FIRST_AGE, AGES, YOUTH = 18.0, 22.0, 1.5  # arrivals are 18 to 40, most of them young (C)
FIRST_PAY = 1500.0  # yuan a month earned before arrival, at opening pay (D)
WOMEN, TOWN_REGISTERED = 0.45, 0.35  # among arrivals (census of 2010, in-migrants; C)
HIGH_SHARE, MIDDLE_SHARE = 0.22, 0.45  # college; college or senior secondary (C)
ARRIVALS = np.uint64(name_hash("arrivals"))


@compiled_rows
def decide(
    first: int, last: int, keys: Ids, month: int, person: Ids, alive: Flags, city: Ints,
    hukou_city: Ints, age: Ints, skill: Ints, status: Ints, paid: Ints, pension: float,
    leave: Floats, shares: Floats, bounds: Ids, rows: Ints, target: Ints,
) -> int:  # fmt: skip
    """Draw for each person whose quarter it is; list who moves and where; return the end."""
    key_leave, key_where = keys[0], keys[1]
    number, options = first, np.empty(shares.shape[1])
    turn = uint64(2 * month) % uint64(3)
    listed = list_turn(key_leave, first, last, person, turn, bounds.max(), rows)
    listed = keep_deciding(first, listed, key_leave, turn, person, age, bounds, rows)
    for k in range(first, listed):
        i = rows[k]
        if not alive[i] or status[i] == STUDENT:
            continue
        home, kind, group = (
            city[i],
            int(hukou_city[i] != city[i]),
            skill[i] * BANDS + band_of(age[i]),
        )
        chance = spread(leave[home, group, kind], shares[home], options)
        ready = chance * math.exp(-pension_lost(paid[i], pension))
        if uniform(key_leave, person[i]) < ready:
            target[number] = pick(uniform(key_where, person[i]) * chance, options)
            rows[number] = i
            number += 1
    return number


@compiled_rows
def keep_deciding(
    first: int, last: int, key: Key, turn: Key, person: Ids, age: Ints, bounds: Ids, rows: Ints
) -> int:
    """Keep the listed whose quarter it is and whose lot is low for their age; return the end."""
    end = first
    for k in range(first, last):
        i = rows[k]
        low = whole_lot(key, person[i]) < bounds[band_of(age[i])]
        rows[end] = i
        end += int(low & (person[i] % uint64(3) == turn))
    return end


@compiled
def band_of(age: int) -> int:
    """Age band of an age in months."""
    return min(max((age - YOUNGEST) // DECADE, 0), BANDS - 1)


@compiled_rows
def spread(leave: float, shares: Floats, options: Floats) -> float:
    """Spread the chance to leave over the options; return their sum."""
    chance = 0.0
    for option in range(len(shares)):
        options[option] = leave * shares[option]
        chance += options[option]
    return chance


@compiled
def pension_lost(paid: int, rate: float) -> float:
    """Utility lost with the pension left behind: in proportion to the months paid."""
    return rate * min(paid, MOST_PAID)


@compiled
def pick(lot: float, chances: Floats) -> int:
    """Return the option in which a lot falls."""
    last = 0
    for option in range(len(chances)):
        if chances[option] > 0.0:
            last = option
            lot -= chances[option]
            if lot < 0.0:
                break
    return last


@compiled
def depart(
    ends: Ints, rows: Ints, target: Ints, persons: float, alive: Flags, city: Ints,
    urban: Ints, status: Ints, pool: Ints, duration: Ints, child_one: Ints, child_two: Ints,
    deposits: Money, pool_rows: Ints, moves: Floats,
) -> tuple[Ints, Ints, Ints, Ints, Money]:  # fmt: skip
    """Let movers give up their posts to look for work in a town elsewhere; count persons.

    Ends holds the first place and the end of the list of each chunk. Returns rows and cities of
    those who stay in the zone; rows, regions and money of those who leave it.
    """
    room, staying, leaving = (ends[:, 1] - ends[:, 0]).sum(), 0, 0
    stay, there, money = (
        np.empty(room, np.int64),
        np.empty(room, np.int64),
        np.empty(room, np.int64),
    )
    left, region = np.empty(room, np.int64), np.empty(room, np.int64)
    for chunk in range(len(ends)):
        for k in range(ends[chunk, 0], ends[chunk, 1]):
            i, option = rows[k], int(target[k])
            heads = 1.0 + (child_one[i] >= 0) + (child_two[i] >= 0)
            moves[city[i], option] += heads * persons
            if pool[i] >= 0:
                pool_rows[pool[i]] -= 1
                pool[i] = NOBODY
            if status[i] in (EMPLOYED, FARM):
                status[i] = UNEMPLOYED
            urban[i], duration[i] = 1, 0
            if option < CITIES:
                stay[staying], there[staying] = i, option
                staying += 1
            else:
                left[leaving], region[leaving], money[leaving] = i, option - CITIES, deposits[i]
                alive[i], child_one[i], child_two[i] = False, -1, -1
                leaving += 1
    return stay[:staying], there[:staying], left[:leaving], region[:leaving], money[:leaving]


@compiled
def line_of_arrivals(
    key: Key, month: int, arrivals: Floats, attraction: Floats, residents: Floats,
    persons: int, years: float,
) -> tuple[Ints, Ints, Ids]:  # fmt: skip
    """Round the arrivals of each city and origin by lot; return cities, origins and ids.

    Args:
        key: the lot of this month.
        month: number of the month, from 1 on.
        arrivals: from outside over residents at the opening in a year, by city and origin.
        attraction: change of utility of people from elsewhere, by city.
        residents: at the opening, by city.
        persons: persons of a row.
        years: for which arrivals come.
    """
    groups, number, most = arrivals.shape[1], 0, 0
    comes = np.empty((len(arrivals), groups), np.int64)
    for c in range(len(arrivals)):
        for origin in range(groups):
            rate = arrivals[c, origin] * (math.exp(attraction[c]) * (residents[c] / persons))
            slot = uint64(month * comes.size + c * groups + origin)
            comes[c, origin] = int(rate * years + uniform(key, slot))
            most += comes[c, origin]
    city, region, ids = (
        np.empty(most, np.int64),
        np.empty(most, np.int64),
        np.empty(most, np.uint64),
    )
    for c in range(len(arrivals)):
        for origin in range(groups):
            slot = uint64(month * comes.size + c * groups + origin)
            for k in range(comes[c, origin]):
                city[number], region[number] = c, origin
                ids[number] = child_id(ARRIVALS, (slot << uint64(24)) + uint64(k + 1))
                number += 1
    return city, region, ids


@compiled
def introduce(
    key: Key, places: Ints, origin: Ints, wage_level: Floats, persons: float, person: Ids,
    city: Ints, urban: Ints, sex: Ints, age: Ints, skill: Ints, hukou_city: Ints,
    hukou_urban: Ints, pension_city: Ints, land: Ints, status: Ints, factor: Floats,
    last_pay: Floats, moves: Floats,
) -> Money:  # fmt: skip
    """Draw who arrives: mostly young, some with schooling, most with rural registration.

    Returns the money that they bring (fen).
    """
    key_age, key_skill = uint64(mix(key + uint64(1))), uint64(mix(key + uint64(2)))
    key_town, key_gift = uint64(mix(key + uint64(3))), uint64(mix(key + uint64(4)))
    for k in range(len(places)):
        i, region = places[k], CITIES + origin[k]
        schooling, town = uniform(key_skill, person[i]), uniform(key_town, person[i])
        years = FIRST_AGE + AGES * uniform(key_age, person[i]) ** YOUTH
        skill[i] = int(schooling < MIDDLE_SHARE) + int(schooling < HIGH_SHARE)
        age[i], urban[i], status[i] = int(12.0 * years), 1, UNEMPLOYED
        sex[i] = uniform(key, person[i]) < WOMEN
        hukou_city[i] = pension_city[i] = region
        hukou_urban[i] = town < TOWN_REGISTERED
        land[i] = 1 - hukou_urban[i]
        gift = normal(key_gift, person[i])
        factor[i] = newcomer_factor(PREMIUM[skill[i]], years, gift, DISCOUNT)
        last_pay[i] = FIRST_PAY * wage_level[city[i]].mean() * factor[i]
        moves[region, city[i]] += persons
    return np.full(len(places), round(BRINGS * persons * 100.0), np.int64)
