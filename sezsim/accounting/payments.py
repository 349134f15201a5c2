"""Payments (付款) row by row: money leaves one balance, enters another, and both stand in the ledger.

Only the books call these loops; amounts are whole fen.
"""

import numpy as np

from sezsim.accounting.accounts import FIRMS, holders
from sezsim.definitions.columns import Floats, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.geography import CITIES
from sezsim.state.economy import Sector

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
    for k in range(len(amounts)):
        amount = amounts[k]
        if amount == 0:
            continue
        payer, payee = payer_rows[k], payee_rows[k]
        payer_balance[payer] -= amount
        payee_balance[payee] += amount
        origin, destination = payer_place[payer], payee_place[payee]
        payer_ledger[origin] -= amount
        payee_ledger[destination] += amount
        between[origin, destination] += amount


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
    kinds: Ints, payer_rows: Ints, payee_rows: Ints, amounts: Money, balance: Money, place: Ints,
    first: Ints, cash: Money, city: Ints, ledger: Money, paid: Money,
) -> None:  # fmt: skip
    """Move the amounts of several kinds of payments (kinds, payments), one kind after another.

    A row of kinds is the number of the kind, the sector that pays and the sector that is paid.
    """
    for kind in range(len(kinds)):
        payer_sector, payee_sector = kinds[kind, 1], kinds[kind, 2]
        payer_balance, payer_place = holders(payer_sector, balance, place, first, cash, city)
        payee_balance, payee_place = holders(payee_sector, balance, place, first, cash, city)
        transfer(
            payer_rows[kind % len(payer_rows)], payee_rows[kind % len(payee_rows)], amounts[kind],
            payer_balance, payee_balance, payer_place, payee_place, ledger[payer_sector],
            ledger[payee_sector], paid[kinds[kind, 0]],
        )  # fmt: skip


@compiled
def transfer_of_firms(
    kinds: Ints, accounts: Ints, office: Ints, runs: Ints, amounts: Money, balance: Money,
    place: Ints, first: Ints, cash: Money, city: Ints, ledger: Money, paid: Money,
) -> None:  # fmt: skip
    """Move the amounts of several kinds (kinds, firms) between each firm and another account.

    A row of kinds is the number of the kind, the sector that pays and the sector that is paid. A
    row of accounts serves all firms; where it is OWN, each firm has the one of its office. Runs
    are where neighbours of one city and office begin, and where the last ones end.
    """
    for kind in range(len(kinds)):
        sign, other = (1, kinds[kind, 2]) if kinds[kind, 1] == FIRMS else (-1, kinds[kind, 1])
        balances, places = holders(other, balance, place, first, cash, city)
        moved = np.zeros((CITIES, len(balances)), np.int64)
        pay_all(sign, amounts[kind], cash)
        for run in range(len(runs) - 1):
            start = runs[run]
            row = office[start] if accounts[kind] == OWN else accounts[kind]
            moved[uint64(city[start]), uint64(row)] += sum_run(
                amounts[kind], start, runs[run + 1]
            )
        enter_firms(
            sign, moved, balances, places, ledger[FIRMS], ledger[other], paid[kinds[kind, 0]]
        )


@compiled
def pay_all(sign: int, amounts: Money, cash: Money) -> None:
    """Let all firms pay (or be paid, if the sign is -1) an amount each."""
    if sign > 0:
        for i in range(len(amounts)):
            cash[i] -= amounts[i]
    else:
        for i in range(len(amounts)):
            cash[i] += amounts[i]


@compiled
def sum_run(amounts: Money, first: int, last: int) -> int:
    """Add up the amounts of a run of firms."""
    total = 0
    for row in range(first, last):
        total += amounts[uint64(row)]
    return total


@compiled
def enter_firms(
    sign: int, moved: Money, balance: Money, place: Ints, of_firms: Money, of_others: Money,
    between: Money,
) -> None:  # fmt: skip
    """Enter what firms of each city paid to each account of a sector (or were paid, by the sign)."""
    for home in range(moved.shape[0]):
        for row in range(moved.shape[1]):
            amount = moved[home, row]
            if amount == 0:
                continue
            there = place[row]
            balance[row] += sign * amount
            of_firms[home] -= sign * amount
            of_others[there] += sign * amount
            if sign > 0:
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
