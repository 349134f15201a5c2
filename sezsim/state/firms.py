"""Firms (企业): one row per named firm or weighted sample firm; pools (用工池) hold contracts."""

from dataclasses import dataclass
from enum import IntEnum

from sezsim.definitions.columns import Flags, Floats, Ids, Ints, Money
from sezsim.definitions.declare import column


class Ownership(IntEnum):
    """Who controls a firm."""

    STATE = 0
    PRIVATE = 1
    FOREIGN = 2


class Vintage(IntEnum):
    """Generation of equipment, from what is to be phased out to the best."""

    BACKWARD = 0
    OLD = 1
    STANDARD = 2
    FRONTIER = 3


OWNERSHIPS = len(Ownership)
VINTAGES = len(Vintage)


@dataclass
class Firms:
    """Columns of all firms; quantities are yuan a month at opening prices."""

    id: Ids = column("permanent identity", unit="1")
    name: Ints = column("number of the named firm, or -1 for a sampled one", unit="1")
    city: Ints = column("city", unit="City")
    industry: Ints = column("industry", unit="Industry")
    ownership: Ints = column("state, private or foreign", unit="Ownership")
    pool: Ints = column("employer pool that holds its contracts", unit="pool")
    weight: Floats = column("real firms that the row stands for", unit="firm")
    opening_weight: Floats = column(
        "real firms that the row stood for at the opening", unit="firm"
    )
    is_open: Flags = column("is in business", unit="bool")
    age: Ints = column("age", unit="month")
    capacity: Floats = column(
        "capacity by vintage (rows, 4)", unit="yuan/month at opening prices"
    )
    sealed: Floats = column("share of each vintage sealed by order (rows, 4)", unit="1")
    running: Floats = column("output by vintage (rows, 4)", unit="yuan/month at opening prices")
    losing: Ints = column(
        "months in a row in which the price has not covered the cost of a vintage (rows, 4)",
        unit="month",
    )
    used: Floats = column(
        "output by vintage smoothed over a year, while an order to close is in force (rows, 4)",
        unit="yuan/month at opening prices",
    )
    rights: Floats = column(
        "rights to build held from closed plant", unit="yuan/month at opening prices"
    )
    resisting: Ints = column(
        "number of the month until which a firm that resisted is left alone", unit="month"
    )
    ageing: Floats = column(
        "share of frontier, standard and old equipment that ages (rows, 3)", unit="1/month"
    )
    productivity: Floats = column("labour productivity over the mean of the cell", unit="1")
    staff: Floats = column("persons employed", unit="person")
    wanted: Floats = column("persons wanted", unit="person")
    vacancies: Floats = column("posts offered", unit="person")
    share: Floats = column("share of the sales of the cell of city and industry", unit="1")
    expected: Floats = column("expected sales", unit="yuan/month at opening prices")
    normal: Floats = column(
        "output that expected sales call for when stocks are right",
        unit="yuan/month at opening prices",
    )
    plan: Floats = column("planned output", unit="yuan/month at opening prices")
    output: Floats = column("output", unit="yuan/month at opening prices")
    sales: Floats = column("sales", unit="yuan/month at opening prices")
    inventory: Floats = column("goods or orders in hand", unit="yuan at opening prices")
    receipts: Floats = column("value of sales", unit="yuan/month")
    costs: Floats = column("value of inputs bought", unit="yuan/month")
    payroll: Floats = column("pay and contributions", unit="yuan/month")
    taxes: Floats = column("taxes paid to the tax office", unit="yuan/month")
    unit_cost: Floats = column(
        "mean unit variable cost", unit="yuan per yuan at opening prices"
    )
    investing: Floats = column("investment now under way", unit="yuan/month at opening prices")
    research: Floats = column("stock of real research", unit="yuan at opening prices")
    margin: Floats = column(
        "sales less inputs, pay and taxes on production, over sales, smoothed", unit="1"
    )
    opening_margin: Floats = column("margin over sales at the opening", unit="1")
    owner_rate: Floats = column("standing capital of owners over expected sales", unit="1")
    bad_months: Ints = column("months in a row without margin for interest", unit="month")
    subsidised: Flags = column("is kept alive by rescue", unit="bool")
    closing: Flags = column("is under an order to close", unit="bool")
    origin_city: Ints = column("city before it moved", unit="City")
    tax_city: Ints = column("city that owns its tax (enclave parks)", unit="City")
    tax_shared: Floats = column("share of its tax owed to the city it left", unit="1")
    shared_until: Floats = column("month at which sharing of its tax ends", unit="month")
    credited: Floats = column("part of its product counted by the city it left", unit="1")
    credit_split: Flags = column("credited product is taken off its city's", unit="bool")
    cash: Money = column("deposits", unit="fen")
    debt: Money = column("bank debt", unit="fen")


@dataclass
class Pools:
    """Employer pools: one for each big named firm, else one per city, industry and ownership."""

    city: Ints = column("workplace city", unit="City")
    industry: Ints = column("industry", unit="Industry")
    ownership: Ints = column("ownership", unit="Ownership")
    firm: Ints = column("the named firm that is this pool, or -1", unit="firm")
    offset: Floats = column("fixed rounding threshold of the pool in rows", unit="1")
    rows: Ints = column("contracts held, in rows", unit="row")
    payroll: Floats = column(
        "sum of pay factors of the contracts, times persons", unit="person"
    )
