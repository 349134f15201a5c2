"""Payments (付款) row by row: money leaves one balance, enters another, and both stand in the ledger.

Only the books call these loops; amounts are whole fen.
"""

import numpy as np

from sezsim.definitions.columns import Floats, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
from sezsim.state.economy import PLACES, Sector

FIRMS = int(Sector.FIRMS)
HOUSEHOLDS, BASKETS = int(Sector.HOUSEHOLDS), int(Sector.BASKETS)
OWN = -1  # the other account of a firm's payment is the one of its office


@compiled
def transfer(
    payer_rows: Ints,
    payee_rows: Ints,
    amounts: Money,
    payer_balance: Money,
    payee_balance: Money,
    payer_place: Ints,
    payee_place: Ints,
    payer_ledger: Money,
    payee_ledger: Money,
    between: Money,
) -> None:
    """Move each amount from a payer's row to a payee's row and enter both in the ledger."""
    moved = np.zeros_like(between)
    for k in range(len(amounts)):
        amount = amounts[k]
        if amount == 0:
            continue
        payer, payee = payer_rows[k], payee_rows[k]
        payer_balance[payer] -= amount
        payee_balance[payee] += amount
        moved[payer_place[payer], payee_place[payee]] += amount
    for origin in range(PLACES):
        for destination in range(PLACES):
            payer_ledger[origin] -= moved[origin, destination]
            payee_ledger[destination] += moved[origin, destination]
            between[origin, destination] += moved[origin, destination]


@compiled
def transfer_yuan(
    payer_rows: Ints,
    payee_rows: Ints,
    yuan: Floats,
    payer_balance: Money,
    payee_balance: Money,
    payer_place: Ints,
    payee_place: Ints,
    payer_ledger: Money,
    payee_ledger: Money,
    between: Money,
) -> None:
    """Round each amount in yuan to whole fen and transfer it."""
    amounts = np.empty(len(yuan), np.int64)
    for k in range(len(yuan)):
        amounts[k] = round(yuan[k] * 100.0)
    transfer(
        payer_rows, payee_rows, amounts, payer_balance, payee_balance, payer_place,
        payee_place, payer_ledger, payee_ledger, between,
    )  # fmt: skip


@compiled
def transfer_many(
    numbers: Ints,
    sectors: Ints,
    payer_rows: Ints,
    payee_rows: Ints,
    amounts: Money,
    balances: tuple[Money, ...],
    places: tuple[Ints, ...],
    ledger: Money,
    paid: Money,
) -> None:
    """Move the amounts of several kinds of payments (kinds, payments), one kind after another."""
    for kind in range(len(numbers)):
        payer_sector, payee_sector = sectors[kind, 0], sectors[kind, 1]
        payer_balance, payee_balance = balances[payer_sector - 1], balances[payee_sector - 1]
        payer_place, payee_place = places[payer_sector - 1], places[payee_sector - 1]
        between = paid[numbers[kind]]
        payers = payer_rows[kind % len(payer_rows)]
        payees = payee_rows[kind % len(payee_rows)]
        for k in range(amounts.shape[1]):
            amount = amounts[kind, k]
            if amount == 0:
                continue
            payer, payee = payers[k], payees[k]
            payer_balance[payer] -= amount
            payee_balance[payee] += amount
            origin, destination = payer_place[payer], payee_place[payee]
            ledger[payer_sector, origin] -= amount
            ledger[payee_sector, destination] += amount
            between[origin, destination] += amount


@compiled
def transfer_of_firms(
    numbers: Ints,
    sectors: Ints,
    accounts: Ints,
    office: Ints,
    runs: Ints,
    amounts: Money,
    balances: tuple[Money, ...],
    places: tuple[Ints, ...],
    ledger: Money,
    paid: Money,
) -> None:
    """Move the amounts of several kinds (kinds, firms) between each firm and another account.

    A row of accounts serves all firms; where it is OWN, each firm has the one of its office. Runs
    are where neighbours of one city and office begin, and where the last ones end.
    """
    cash, city = balances[FIRMS - 1], places[FIRMS - 1]
    for kind in range(len(numbers)):
        pays = sectors[kind, 0] == FIRMS
        other = sectors[kind, 1] if pays else sectors[kind, 0]
        sign = 1 if pays else -1
        balance, place, between = balances[other - 1], places[other - 1], paid[numbers[kind]]
        for run in range(len(runs) - 1):
            first, last = runs[run], runs[run + 1]
            amount = pay_run(sign, amounts[kind], cash, first, last)
            row = office[first] if accounts[kind] == OWN else accounts[kind]
            home, there = city[first], place[row]
            balance[row] += sign * amount
            ledger[FIRMS, home] -= sign * amount
            ledger[other, there] += sign * amount
            if pays:
                between[home, there] += amount
            else:
                between[there, home] += amount


@compiled
def runs_of(city: Ints, office: Ints) -> Ints:
    """Return where runs of neighbours of one city and office begin, and where the last one ends."""
    starts, number = np.zeros(len(city) + 1, np.int64), uint64(1)
    for row in range(1, len(city)):
        i, before = uint64(row), uint64(row - 1)
        if (city[i] != city[before]) | (office[i] != office[before]):
            starts[number] = row
            number += uint64(1)
    starts[number] = len(city)
    return starts[: number + uint64(1)]


@compiled
def pay_run(sign: int, amounts: Money, cash: Money, first: int, last: int) -> int:
    """Let a run of firms pay (or be paid, if the sign is -1) its amounts; return their sum."""
    total = 0
    for row in range(first, last):
        i = uint64(row)
        cash[i] -= sign * amounts[i]
        total += amounts[i]
    return total


@compiled
def enter_settled(given: Money, baskets: Money, ledger: Money, between: Money) -> None:
    """Take what households were given, by city, out of the baskets of their city."""
    for city in range(len(given)):
        baskets[city] -= given[city]
        ledger[BASKETS, city] -= given[city]
        ledger[HOUSEHOLDS, city] += given[city]
        between[city, city] += given[city]


@compiled
def give_rows(
    rows: Ints, amounts: Money, city: Ints, deposits: Money, baskets: Money, ledger: Money,
    between: Money,
) -> Money:  # fmt: skip
    """Give rows of households an amount each out of the basket of their city; return the sums (8)."""
    given = np.zeros(len(baskets), np.int64)
    for k in range(len(amounts)):
        i = uint64(rows[k])
        deposits[i] += amounts[k]
        given[city[i]] += amounts[k]
    enter_settled(given, baskets, ledger, between)
    return given


@compiled
def take_rows(rows: Ints, cities: Ints, city: Ints, balance: Money) -> int:
    """Give rows a city; return the first that still holds money, or -1."""
    for k in range(len(rows)):
        if balance[rows[k]] != 0:
            return int(rows[k])
        city[rows[k]] = cities[k]
    return -1


@compiled
def move_rows(
    rows: Ints, destinations: Ints, city: Ints, balance: Money, ledger: Money, between: Money
) -> None:
    """Move rows of households with their balances to other places."""
    for k in range(len(rows)):
        i, destination = rows[k], destinations[k]
        ledger[city[i]] -= balance[i]
        ledger[destination] += balance[i]
        between[city[i], destination] += balance[i]
        city[i] = destination
