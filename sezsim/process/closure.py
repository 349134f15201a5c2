"""Closing orders (关停淘汰): plants on the list close for an award, are made to close, or resist.

Each order lists backward plants with what their owners would lose (phase_out/lots), shares its
quota among cities, and goes down the list. An owner closes freely if award >= loss; otherwise a
compulsory order closes the part that the city enforces. Named plants close as they stand, running
or not; owners who choose hand in idle plant first, so that output is touched only where the quota
exceeds what stands idle. What is not dismantled is sealed and may start again. The award comes
from the fund of the industry as long as it lasts, or from the province; what is left in the fund
goes back when the order ends. The debt of closed plant is split by rule.
"""

from typing import NamedTuple

import numpy as np

from sezsim.accounting.books import Books
from sezsim.accounting.closing_account import (
    close_funds,
    fund_award,
    pay_awards,
    refund_severance,
    split_stranded,
)
from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import Industry
from sezsim.definitions.phase_out import Listing
from sezsim.definitions.sums import total
from sezsim.observation.closures import Told, closures, resistance
from sezsim.observation.run_record import Event
from sezsim.phase_out.decision import ask_owners
from sezsim.phase_out.lots import Lots
from sezsim.phase_out.offers import offers
from sezsim.phase_out.order import ClosingOrder
from sezsim.phase_out.ranking import quotas, ranked
from sezsim.state.backward_plant import Outlook, lots_under
from sezsim.state.closed_plant import by_firm, dismiss, follow_use, mark_firms, take_out
from sezsim.state.economy import Economy
from sezsim.state.firms import Ownership

YEAR = 12.0
STATE = int(Ownership.STATE)


class Parameters(Declared):
    """What closing orders need to know."""

    remnant: float = parameter(
        0.05, "capacity over what there was below which a firm closes altogether", unit="1",
        within=(0.0, 0.5), source="assumption",
    )  # fmt: skip
    life: float = parameter(
        5.0, "years for which an owner expects a backward plant to go on", unit="year",
        within=(1.0, 20.0), source="assumption: until the next list",
    )  # fmt: skip
    discount: float = parameter(
        0.12, "discount rate of owners", unit="1/year", within=(0.02, 0.3),
        source="parameters.csv r_pr", grade="C",
    )  # fmt: skip
    service: float = parameter(
        10.0, "years of service that an owner reckons with when dismissing", unit="year",
        within=(0.0, 30.0), source="assumption",
    )  # fmt: skip
    scrap: float = parameter(
        0.05, "scrap value over the price of new equipment", unit="1", within=(0.0, 0.3),
        source="assumption",
    )  # fmt: skip
    land: float = parameter(
        0.03, "reuse value of land over the price of new equipment", unit="1",
        within=(0.0, 0.5), source="assumption; Tiexi and Northeast Pharmaceutical show more",
    )  # fmt: skip
    steel: float = parameter(
        637e6, "national output of crude steel in 2010", unit="t/year", within=(5e8, 8e8),
        source="memory: statistical yearbook", grade="C",
    )  # fmt: skip
    coal: float = parameter(
        3235e6, "national output of coal in 2010", unit="t/year", within=(2.8e9, 3.6e9),
        source="memory: statistical yearbook, first count", grade="C",
    )  # fmt: skip


NATIONAL = {  # tonnes a year of 2010
    Industry.STEEL: "steel", Industry.COAL: "coal",
}  # fmt: skip


class Closed(NamedTuple):
    """What became of the lots under an order; capacity in yuan a month, money in yuan."""

    closed: Floats
    compelled: Floats
    paid: Floats
    resisted: Floats


def close_capacity(economy: Economy, books: Books, month: str, p: Parameters) -> list[Event]:
    """Carry out the month's closing orders; return what happened."""
    if not economy.orders:
        return []
    events: list[Event] = []
    for order in economy.orders:
        events += carry_out(economy, books, month, order, p)
    close_funds(economy, books)
    return events


def carry_out(
    economy: Economy, books: Books, month: str, order: ClosingOrder, p: Parameters
) -> list[Event]:
    """List the plants under an order, ask their owners and close what is to close."""
    money = fund_award(economy, books, order)
    follow_use(economy, order)
    lots = lots_under(economy, order, outlook_of(p))
    if not len(lots.row):
        return []
    ranking = ranked(lots, order)
    pool, room = quotas(lots, order, economy.cells.output[:, order.industry])
    lots = without_resisting(economy, order, lots)
    offer = offers(lots, order, ranking, pool, room, money, hardship(economy), effort(economy))
    private = economy.firms.ownership[lots.row] != STATE
    offer = np.where(private, np.minimum(offer, YEAR * order.ceiling), offer)
    result = Closed(*(np.zeros(len(lots.row)) for _ in Closed._fields))
    ask_owners(
        ranking, lots.amount, pool, room, lots.loss, offer, effort(economy)[lots.city],
        int(order.compulsory), money, result.closed, result.compelled, result.paid,
        result.resisted,
    )  # fmt: skip
    return settle_closures(economy, books, month, order, lots, result, p)


def outlook_of(p: Parameters) -> Outlook:
    """Say how owners see their future."""
    return Outlook(p.life, p.discount, p.service, p.scrap + p.land)


def without_resisting(economy: Economy, order: ClosingOrder, lots: Lots) -> Lots:
    """Leave named plants that have resisted alone until the next yearly list."""
    if order.listing is not Listing.MERIT:
        return lots
    free = economy.firms.resisting[lots.row] <= order.month
    return lots._replace(amount=np.where(free, lots.amount, 0.0))


def hardship(economy: Economy) -> Floats:
    """Unemployment of each city over the mean of the cities (8)."""
    rate = economy.cells.unemployment
    mean = total(rate) / CITIES
    return rate / mean if mean > 0.0 else np.ones(CITIES)


def effort(economy: Economy) -> Floats:
    """Share of resisting plant that each city makes close (8)."""
    return economy.governments.enforcement


def settle_closures(
    economy: Economy, books: Books, month: str, order: ClosingOrder, lots: Lots,
    result: Closed, p: Parameters,
) -> list[Event]:  # fmt: skip
    """Take the equipment out, dismiss its people, pay awards and split debt."""
    firms = economy.firms
    rows, sums = by_firm(
        lots.row, lots.use, lots.workers, lots.loss, result.closed, result.compelled,
        result.paid, result.resisted, firms.capacity,
    )  # fmt: skip
    closed, ran, people, loss, compelled, paid, resisted, whole = sums
    take_out(economy, order, lots, result.closed)
    if economy.rules.replacement_ratio[order.industry] > 0.0:
        firms.rights[rows] += closed
    withdraw(economy, order.industry, rows, ran, p)
    dismissed = dismiss(economy, rows, people)
    award = pay_awards(books, order, rows, paid)
    refund_severance(economy, books, order, rows, dismissed * p.service)
    split_stranded(economy, books, order, rows, closed / whole)
    mark_firms(
        rows, closed, resisted, whole, p.remnant, order.month + int(YEAR), firms.city,
        firms.capacity, firms.sealed, firms.closing, firms.resisting,
        economy.flows.capacity_closed[:, order.industry],
    )  # fmt: skip
    told = Told(rows, closed, ran, dismissed, award, award - loss, whole)
    return [
        *closures(economy, month, order, told, compelled),
        *resistance(economy, month, order, told, resisted),
    ]


def withdraw(
    economy: Economy, industry: Industry, rows: Ints, ran: Floats, p: Parameters
) -> None:
    """Keep what is missing from the national market of a bulk good counted in tonnes."""
    if industry in NATIONAL:
        rate = economy.structure.tonnes[economy.firms.city[rows], industry]
        economy.cells.withdrawn[industry] += (
            YEAR * float(ran @ rate) / float(getattr(p, NATIONAL[industry]))
        )
