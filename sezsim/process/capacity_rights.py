"""Rights to build (产能指标交易): projects need retired capacity; old plant is bought for it.

Where a ratio is in force, a firm whose quarter it is builds x beyond what wears out only against
ratio * x of retired capacity: rights from closed plant, and old plant that it buys or owns. What
wears out is renewed one for one, because renewal is no project.
Owners of old plant ask the loss of closing it; builders offer at most the value of building over
the ratio. One price clears each market (firm, city or zone); what is sold is dismantled, and
projects without rights are cut.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.declare import Declared, parameter
from sezsim.definitions.geography import CITY_NAMES, ZONE
from sezsim.definitions.industry import INDUSTRY_NAMES
from sezsim.definitions.phase_out import TradeScope
from sezsim.observation.run_record import Event
from sezsim.phase_out.loss import months_of_profit
from sezsim.phase_out.rights import clear_rights
from sezsim.state.backward_plant import Outlook
from sezsim.state.economy import Economy, Sector
from sezsim.state.rights_market import Sellers, hand_out, markets

RIGHTS = Flow("rights to build", Sector.FIRMS, Sector.FIRMS)
QUARTER, YEAR, FEN = 3, 12.0, 100.0


class Parameters(Declared):
    """What the market for rights needs to know."""

    norm: float = parameter(
        1.05, "energy over the mean of the industry above which plant may be sold for its right",
        unit="1", within=(0.9, 1.5), source="design: the two oldest generations",
    )  # fmt: skip
    life: float = parameter(
        15.0, "years for which a builder reckons with a project", unit="year",
        within=(3.0, 40.0), source="assumption",
    )  # fmt: skip
    old_life: float = parameter(
        5.0, "years for which an owner expects old plant to go on", unit="year",
        within=(1.0, 20.0), source="assumption, as in closure",
    )  # fmt: skip
    discount: float = parameter(
        0.12, "discount rate of firms", unit="1/year", within=(0.02, 0.3),
        source="parameters.csv r_pr", grade="C",
    )  # fmt: skip
    service: float = parameter(
        10.0, "years of service that an owner reckons with when dismissing", unit="year",
        within=(0.0, 30.0), source="assumption, as in closure",
    )  # fmt: skip
    worth: float = parameter(
        0.08, "scrap and land over the price of new equipment", unit="1", within=(0.0, 0.5),
        source="assumption, as in closure",
    )  # fmt: skip


def trade_rights(economy: Economy, books: Books, month: int, p: Parameters) -> list[Event]:
    """Let the firms whose quarter it is find rights for what they build."""
    ratios = economy.rules.replacement_ratio
    if not np.count_nonzero(ratios):
        return []
    events: list[Event] = []
    for s in np.flatnonzero(ratios > 0.0):
        events += trade_industry(economy, books, month, int(s), p)
    return events


def trade_industry(
    economy: Economy, books: Books, month: int, s: int, p: Parameters
) -> list[Event]:
    """Clear the markets for rights of one industry."""
    firms, ratio = economy.firms, float(economy.rules.replacement_ratio[s])
    asked = ((firms.id + np.uint64(month)) % np.uint64(QUARTER)) == 0
    builders = np.flatnonzero((firms.industry == s) & firms.is_open & asked)
    planned, lacking = needs(economy, builders, s, ratio)
    outlook = Outlook(p.old_life, p.discount, p.service, p.worth)
    old = Sellers.of(economy, s, month, outlook, p.norm)
    scope = TradeScope(int(economy.rules.rights_scope[s]))
    bought = np.zeros(len(builders))
    value = value_of_building(economy, builders, s, p)
    events = []
    for builders_here, sellers_here, place in markets(economy, builders, old.row, scope):
        price, amount = clear_rights(
            old.loss[sellers_here], old.amount[sellers_here], value[builders_here],
            lacking[builders_here] / ratio, ratio,
        )  # fmt: skip
        if amount <= 0.0:
            continue
        got = hand_out(value[builders_here], lacking[builders_here], amount, descending=True)
        sold = hand_out(old.loss[sellers_here], old.amount[sellers_here], amount)
        bought[builders_here] += got
        pay_sellers(books, builders[builders_here], got, old.row[sellers_here], sold, price)
        old.retire(economy, sellers_here, sold)
        note_price(economy, s, place, price / ratio)
        events.append(told(economy, str(books.now), s, place, amount, price))
    cut_projects(economy, builders, planned, (lacking - bought) / ratio)
    return events


def needs(economy: Economy, rows: Ints, s: int, ratio: float) -> tuple[Floats, Floats]:
    """Capacity that firms plan to build in a quarter, and the rights that they lack for it."""
    firms, structure, city = economy.firms, economy.structure, economy.firms.city[rows]
    planned = QUARTER * firms.investing[rows] / structure.capital_ratio[city, s]
    worn = QUARTER * structure.depreciation[city, s] * firms.capacity[rows].sum(axis=1)
    short = ratio * np.maximum(planned - worn, 0.0)
    own = np.minimum(firms.rights[rows], short)
    firms.rights[rows] -= own
    return planned, short - own


def value_of_building(economy: Economy, rows: Ints, s: int, p: Parameters) -> Floats:
    """Present value of the margin of a unit of new capacity, less its price (yuan)."""
    firms, structure, city = economy.firms, economy.structure, economy.firms.city[rows]
    earned = firms.margin[rows] * economy.cells.price[city, s]
    earned = earned * structure.utilisation[city, s] * months_of_profit(p.life, p.discount)
    cost = structure.capital_ratio[city, s] * economy.cells.investment_price[city]
    return np.asarray(np.maximum(earned - cost, 0.0))


def pay_sellers(
    books: Books, buyers: Ints, got: Floats, sellers: Ints, sold: Floats, price: float
) -> None:
    """Let each buyer pay the sellers in turn, one price for all."""
    due, owed = np.cumsum(got), np.cumsum(sold)
    cuts = np.unique(np.concatenate([due, owed]))
    cuts = cuts[cuts > 0.0]
    start = np.concatenate([[0.0], cuts[:-1]])
    middle = (start + cuts) / 2.0
    payer = np.minimum(np.searchsorted(due, middle), len(buyers) - 1)
    payee = np.minimum(np.searchsorted(owed, middle), len(sellers) - 1)
    books.pay_yuan(RIGHTS, buyers[payer], sellers[payee], price * (cuts - start))


def note_price(economy: Economy, s: int, place: int, price: float) -> None:
    """Keep what a retired unit brings in a city, or in all of them."""
    where = slice(None) if place < 0 else slice(place, place + 1)
    economy.cells.right_price[where, s] = price


def cut_projects(economy: Economy, rows: Ints, planned: Floats, without: Floats) -> None:
    """Cut investment by the capacity for which there are no rights."""
    part = np.divide(without, planned, out=np.zeros(len(rows)), where=planned > 0.0)
    economy.firms.investing[rows] *= np.clip(1.0 - part, 0.0, 1.0)


def told(
    economy: Economy, month: str, s: int, place: int, amount: float, price: float
) -> Event:
    """Tell what was traded, and its price per unit of yearly capacity as the first gain."""
    rate = economy.structure.tonnes[:, s]
    tonnes = float(rate[place]) if place >= 0 else float(rate.max())
    unit = tonnes if tonnes > 0.0 else 1.0
    return Event(
        month, "rights_traded", "", INDUSTRY_NAMES[s], CITY_NAMES[place] if place >= 0 else ZONE,
        "", 0.0, amount * YEAR * unit,
        "t/year" if tonnes > 0.0 else "yuan/year", price / YEAR / unit, 0.0,
        "price per unit of yearly capacity as gain of the seller", 0.0, amount * price,
    )  # fmt: skip
