"""The books (账簿): the only door through which money moves, in whole fen.

Every payment has a name, a payer and a payee. The ledger keeps what each sector of each city
should hold; at the end of a month the balances must say the same to the fen, and the payments
of the month add up to zero.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np

from sezsim.accounting.accounts import Accounts
from sezsim.accounting.payments import (
    enter_settled,
    give_rows,
    move_rows,
    runs_of,
    take_rows,
    transfer,
    transfer_many,
    transfer_of_firms,
    transfer_yuan,
)
from sezsim.accounting.proof import end_month, sum_at_once, sum_balances, sum_rows
from sezsim.definitions.calendar import FIRST_MONTH, Month
from sezsim.definitions.chunks import chunks, each_chunk
from sezsim.definitions.columns import Floats, Ints, Money
from sezsim.definitions.errors import AccountingError
from sezsim.definitions.geography import CITY_NAMES
from sezsim.state.economy import PLACES, SECTORS, Economy, Sector

MOST_FLOWS = 128  # kinds of payments for which there is room
PLACE_NAMES = (*CITY_NAMES, "the zone", "the rest of China", "the world")


# Balances of payer and payee, their places, their rows of the ledger, payments between places.
Way = tuple[Money, Money, Ints, Ints, Money, Money, Money]


@dataclass(frozen=True, eq=False)
class Flow:
    """A kind of payment (付款): its name, who pays and who is paid."""

    name: str
    payer: Sector
    payee: Sector


def fen(yuan: np.ndarray) -> Money:
    """Round amounts in yuan to whole fen."""
    return np.rint(np.asarray(yuan) * 100.0).astype(np.int64)


@dataclass
class Books:
    """The ledger of one run."""

    economy: Economy
    ledger: Money = field(default_factory=lambda: np.zeros((SECTORS, PLACES), np.int64))
    flows: dict[Flow, Money] = field(default_factory=dict)
    yearly: dict[Flow, Money] = field(default_factory=dict)
    paid: Money = field(
        default_factory=lambda: np.zeros((2, MOST_FLOWS, PLACES, PLACES), np.int64)
    )
    ways: dict[Flow, Way] = field(default_factory=dict)
    batches: dict[tuple[Flow, ...], Ints] = field(default_factory=dict)
    accounts: tuple[Money, Ints, Ints, Money, Ints] = field(init=False)  # of all but households
    deposits: Money = field(init=False)  # the column of households to which the ways lead
    neighbours: Ints | None = None  # runs of firms of one city, until one moves
    checks: int = 0
    now: Month = FIRST_MONTH

    def __post_init__(self) -> None:
        """Open the ledger with the balances found."""
        firms, self.deposits = self.economy.firms, self.economy.workers.deposits
        self.accounts = *Accounts.laid_out(self.economy).columns, firms.cash, firms.city
        self.ledger[...] = self.found()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Copy books and economy together: the accounts of the copy lie in a row of their own."""
        other = type(self)(deepcopy(self.economy, memo), checks=self.checks, now=self.now)
        memo[id(self.ledger)] = other.ledger
        for flow in self.flows:
            other.between(flow)
        other.ledger[...] = self.ledger
        other.paid[...] = self.paid
        return other

    def found(self) -> Money:
        """Add up what the holders of all sectors really hold, by sector and place (11, 11)."""
        workers = self.economy.workers
        found = np.zeros((SECTORS, PLACES), np.int64)
        if chunks(workers.count) == 1:
            sum_at_once(workers.count, workers.deposits, workers.city, *self.accounts, found)
            return found
        parts = np.zeros((chunks(workers.count), PLACES), np.int64)
        each_chunk(
            workers.count,
            lambda chunk, first, last: sum_rows(
                chunk, first, last, workers.deposits, workers.city, parts
            ),
        )
        sum_balances(parts, *self.accounts, found)
        return found

    def month(self, month: Month) -> Self:
        """Open the books for a month; they are closed at its end, if it comes to one."""
        self.now = month
        self.paid[0, : len(self.flows)] = 0
        return self

    def __enter__(self) -> Self:
        """Begin the month."""
        return self

    def __exit__(self, wrong: type[BaseException] | None, *told: object) -> None:
        """Close the month, unless something went wrong in it."""
        if wrong is None:
            self.close()

    def between(self, flow: Flow) -> Money:
        """Return this month's payments of a kind (fen) by payer's and payee's place (11, 11)."""
        if flow not in self.flows:
            number = len(self.flows)
            self.flows[flow], self.yearly[flow] = self.paid[0, number], self.paid[1, number]
        return self.flows[flow]

    def way(self, flow: Flow) -> Way:
        """Return what a payment touches; once the table of households grows, it is found again."""
        economy = self.economy
        if self.deposits is not economy.workers.deposits:
            self.deposits = economy.workers.deposits
            self.ways.clear()
        if flow not in self.ways:
            self.ways[flow] = (
                economy.balances(flow.payer), economy.balances(flow.payee),
                economy.places(flow.payer), economy.places(flow.payee),
                self.ledger[flow.payer], self.ledger[flow.payee], self.between(flow),
            )  # fmt: skip
        return self.ways[flow]

    def pay(self, flow: Flow, payer_rows: Ints, payee_rows: Ints, amounts: Money) -> None:
        """Pay each amount (fen) from a row of the paying to a row of the receiving sector."""
        transfer(payer_rows, payee_rows, amounts, *self.way(flow))

    def pay_yuan(self, flow: Flow, payer_rows: Ints, payee_rows: Ints, yuan: Floats) -> None:
        """Pay amounts in yuan, each rounded to whole fen."""
        transfer_yuan(payer_rows, payee_rows, yuan, *self.way(flow))

    def pay_many(
        self, flows: tuple[Flow, ...], payer_rows: Ints, payee_rows: Ints, amounts: Money
    ) -> None:
        """Pay several kinds at once (kinds, payments), in fen; one row of payers may serve all.

        Households neither pay nor are paid.
        """
        transfer_many(
            self.batch(flows), payer_rows, payee_rows, amounts, *self.accounts, self.ledger,
            self.paid[0],
        )  # fmt: skip

    def pay_with_firms(
        self, flows: tuple[Flow, ...], accounts: Ints, office: Ints, amounts: Money
    ) -> None:
        """Let all firms pay or be paid several kinds at once (kinds, firms), in fen.

        The other side of a kind is the row given in accounts, or, where that is OWN, the row of
        each firm's office.
        """
        transfer_of_firms(
            self.batch(flows), accounts, office, self.runs(office), amounts, *self.accounts,
            self.ledger, self.paid[0],
        )  # fmt: skip

    def runs(self, office: Ints) -> Ints:
        """Return the runs of neighbours of one city and office; those by city are found once."""
        city = self.economy.firms.city
        if office is not city:
            return runs_of(city, office)
        if self.neighbours is None:
            self.neighbours = runs_of(city, city)
        return self.neighbours

    def batch(self, flows: tuple[Flow, ...]) -> Ints:
        """Return the number of each of several kinds, the sector that pays and the one that is paid."""
        if flows not in self.batches:
            if any(Sector.HOUSEHOLDS in {flow.payer, flow.payee} for flow in flows):
                raise AccountingError(f"{self.now}: households are paid one flow at a time.")
            for flow in flows:
                self.between(flow)
            known = list(self.flows)
            kinds = [(known.index(flow), flow.payer, flow.payee) for flow in flows]
            self.batches[flows] = np.array(kinds, np.int64)
        return self.batches[flows]

    def enter_households(self, flow: Flow, saved: Money) -> None:
        """Enter what the rows of each city have put to their deposits (fen, 8) from its basket.

        All payments to and by households run through the basket of their city; what a basket
        keeps is next month's spending. The rows hold their amounts already; that they add up to
        these is proved when the month is closed.
        """
        enter_settled(saved, self.economy.purses.baskets, self.ledger, self.between(flow))

    def give_households(self, flow: Flow, rows: Ints, amounts: Money) -> Money:
        """Pay some rows of workers an amount each (fen) from the baskets of their city.

        Return what each basket gave (fen, 8).
        """
        workers = self.economy.workers
        return give_rows(
            rows, amounts, workers.city, workers.deposits, self.economy.purses.baskets,
            self.ledger, self.between(flow),
        )  # fmt: skip

    def move_households(self, flow: Flow, rows: Ints, destinations: Ints) -> None:
        """Move households with their deposits to other cities of the zone."""
        workers = self.economy.workers
        move_rows(
            rows, destinations, workers.city, workers.deposits, self.ledger[Sector.HOUSEHOLDS],
            self.between(flow),
        )  # fmt: skip

    def settle_in(self, rows: Ints, cities: Ints) -> None:
        """Give empty rows a city; they must hold no money."""
        workers = self.economy.workers
        row = take_rows(rows, cities, workers.city, workers.deposits)
        if row >= 0:
            raise AccountingError(
                f"{self.now}: row {row} still holds {workers.deposits[row]} fen of its last owner."
            )

    def move_firm(self, flow: Flow, row: int, destination: int) -> None:
        """Move a firm with its deposits to another city."""
        firms = self.economy.firms
        origin, cash = int(firms.city[row]), firms.cash[row]
        self.ledger[Sector.FIRMS, origin] -= cash
        self.ledger[Sector.FIRMS, destination] += cash
        self.between(flow)[origin, destination] += cash
        firms.city[row] = destination
        self.neighbours = None

    def close(self) -> None:
        """Prove that every sector of every place holds what the books explain."""
        found, market = self.found(), self.economy.purses.market
        self.checks += found.size
        if end_month(found, self.ledger, market, self.paid, len(self.flows)):
            return
        self.refuse(found)
        gap = int(market.sum())
        raise AccountingError(
            f"{self.now}: the goods market keeps {gap:+d} fen that nobody was paid."
        )

    def refuse(self, found: Money) -> None:
        """Raise AccountingError where the balances differ from the books."""
        if np.array_equal(found, self.ledger):
            return
        sector, place = (int(wrong[0]) for wrong in np.nonzero(found != self.ledger))
        gap = int(found[sector, place] - self.ledger[sector, place])
        raise AccountingError(
            f"{self.now}: {Sector(sector).name.lower()} of {PLACE_NAMES[place]} hold {gap:+d} fen "
            "more than the books explain; some process changed a balance without books.pay()."
        )
