"""Lots (待退产能): backward plants of the firms under an order, with what each would lose.

Where plants are named, a plant is one lot, running or not. Where owners choose, its idle and its
running part are lots of their own, because the idle part is handed in first.
"""

from typing import NamedTuple

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled
from sezsim.phase_out.loss import is_backward, loss_of_closing

VINTAGES, YEAR, FEN = 4, 12.0, 100.0
FULL = 0.95  # utilisation of plant that runs all it can
IDLE, RUNNING = 0, 1


class Terms(NamedTuple):
    """Prices and costs of an industry by city (8), yuan per unit of monthly output or capacity."""

    price: Floats  # after taxes on production
    inputs: Floats
    energy: Floats
    labour: Floats
    energy_base: Floats
    persons: Floats  # persons per output of average equipment
    severance: Floats  # yuan per person
    worth: Floats  # scrap and land
    right: Floats  # price of the right to build, after the ratio
    interest: float  # 1/month
    own_debt: float  # share of the plant's debt that the firm keeps
    profit_months: float


class Flagging(NamedTuple):
    """Which equipment counts as backward, and whether idle and running parts are told apart."""

    identification: int
    norm: float
    size: float
    parted: int


class Lots(NamedTuple):
    """Columns of lots; amounts are yuan of monthly capacity, the rest is per unit of it."""

    row: Ints
    vintage: Ints
    city: Ints
    amount: Floats
    use: Floats  # part that runs
    used: Floats  # output of the last year over capacity
    loss: Floats  # yuan
    workers: Floats  # persons
    energy: Floats  # per output over the mean of the industry
    size: Floats  # yearly capacity of one plant, yuan


@compiled
def firms_of(row: Ints) -> tuple[Ints, Ints]:
    """Return the firms of lots, which stand in their order, and which of them each lot is in."""
    rows, place = np.empty(len(row), np.int64), np.empty(len(row), np.int64)
    number = 0
    for k in range(len(row)):
        if k == 0 or row[k] != row[k - 1]:
            rows[number] = row[k]
            number += 1
        place[k] = number - 1
    return rows[:number], place


@compiled
def list_lots(
    chosen: int, included: Flags, is_open: Flags, city: Ints, industry: Ints, weight: Floats,
    capacity: Floats, sealed: Floats, running: Floats, used: Floats, productivity: Floats,
    debt: Money, vintage_labour: Floats, vintage_energy: Floats, terms: Terms,
    flagging: Flagging,
) -> tuple[Ints, Ints, Ints, Floats, Floats, Floats, Floats, Floats, Floats, Floats]:  # fmt: skip
    """List the backward lots of an industry in the cities included."""
    room = 0
    for i in range(len(city)):
        room += 2 * VINTAGES if industry[i] == chosen else 0
    row, vintage = np.empty(room, np.int64), np.empty(room, np.int64)
    place = np.empty(room, np.int64)
    amount, use, past = np.empty(room), np.empty(room), np.empty(room)
    loss, workers = np.empty(room), np.empty(room)
    energy, size = np.empty(room), np.empty(room)
    number = 0
    for i in range(len(city)):
        c = city[i]
        if industry[i] != chosen or not is_open[i] or not included[c]:
            continue
        whole = capacity[i].sum()
        if whole <= 0.0:
            continue
        owed = debt[i] / FEN / whole
        plant = YEAR * whole / weight[i]
        for v in range(VINTAGES):
            waste = 1.0 + vintage_energy[v]
            able = capacity[i, v] * (1.0 - sealed[i, v])
            if able <= 0.0 or not is_backward(
                plant, waste, flagging.size, flagging.norm, flagging.identification
            ):
                continue
            extra = waste / terms.energy_base[c] - 1.0
            pay = terms.labour[c] * vintage_labour[v] / productivity[i]
            cost = terms.inputs[c] + terms.energy[c] * extra + pay
            people = terms.persons[c] * vintage_labour[v] / productivity[i]
            runs = min(running[i, v], able)
            for part in range(2):
                lot = able if not flagging.parted else (runs if part else able - runs)
                if lot <= 0.0 or (part and not flagging.parted):
                    continue
                at_work = runs / able if not flagging.parted else float(part)
                last = used[i, v] / able if not flagging.parted else 0.0
                if flagging.parted and part:
                    last = used[i, v] / runs
                row[number], vintage[number], place[number] = i, v, c
                amount[number], use[number], past[number] = lot, at_work, min(last, 1.0)
                loss[number] = loss_of_closing(
                    terms.price[c] - cost,
                    owed * terms.interest,
                    people * terms.severance[c],
                    owed * terms.own_debt,
                    at_work,
                    terms.worth[c],
                    terms.right[c],
                    terms.profit_months,
                )
                workers[number] = people * at_work
                energy[number], size[number] = waste, plant
                number += 1
    return (
        row[:number], vintage[:number], place[:number], amount[:number], use[:number],
        past[:number], loss[:number], workers[:number], energy[:number], size[:number],
    )  # fmt: skip
