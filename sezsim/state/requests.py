"""Requests to move (迁移申请): one record per firm that asks this month, with both cities' accounts."""

from dataclasses import dataclass, fields
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.declare import column

Record = Any  # one request
Requests = NDArray[Any]  # records of the kind REQUEST


class Reason(IntEnum):
    """Why a request ended as it did; all up to JOINT_AREA were agreed."""

    UNOPPOSED = 0
    NO_LOSS = 1
    TAX_SHARING = 2
    SUM_AT_ONCE = 3
    PRODUCT_CREDIT = 4
    BARGAIN = 5
    FUND = 6
    ENCLAVE = 7
    JOINT_AREA = 8
    BLOCKED_EFFICIENT = 9
    BLOCKED_OTHER = 10
    HOST_LOSES = 11


AGREED = int(Reason.JOINT_AREA)  # the last reason of a request that was agreed


@dataclass
class Request:
    """Columns of a request; money is yuan, yearly flows are yuan a year."""

    row: Ints = column("row of the firm", unit="firm")
    origin: Ints = column("city that it would leave", unit="City")
    host: Ints = column("city that it would move to", unit="City")
    gain: Floats = column("present gain of the firm, with the bid", unit="yuan")
    bid: Floats = column("land discount and grant offered by the host", unit="yuan")
    moving: Floats = column("cost of the move", unit="yuan")
    land_sold: Floats = column("price of the site left", unit="yuan")
    land_bought: Floats = column("price of the new site before discount", unit="yuan")
    tax_origin: Floats = column("city tax at the origin", unit="yuan/year")
    tax_host: Floats = column("city tax expected at the host", unit="yuan/year")
    tax_firm: Floats = column("shared taxes of one real firm", unit="yuan/year")
    product: Floats = column("value added expected at the host", unit="yuan/year")
    loss: Floats = column("present loss of the origin", unit="yuan")
    blocking: Floats = column("cost of blocking to the origin", unit="yuan")
    host_gain: Floats = column("present gain of the host, bid and works paid", unit="yuan")
    product_weight: Floats = column("weight of value added in city scores", unit="yuan/yuan")
    present: Floats = column("present value of a yuan a year in office", unit="year")
    access: Floats = column("customers kept, over those at the origin", unit="1")
    density: Floats = column("productivity at the host over the origin", unit="1")
    ordered: Flags = column("stands in the transfer plan of the leading group", unit="bool")
    unopposed: Flags = column("is not noticed or not opposed", unit="bool")
    lot: Floats = column("lot that decides whether the cities negotiate", unit="1")
    surplus: Floats = column("surplus of both cities, blocking spared", unit="yuan")
    reason: Ints = column("why it ended as it did", unit="Reason")
    share: Floats = column("share of the tax to be handed back", unit="1")
    years: Floats = column("years for which the tax is shared", unit="year")
    least: Floats = column("least share at which the origin consents", unit="1")
    largest: Floats = column("largest share at which the host still gains", unit="1")
    enclave: Flags = column("the share is that of an enclave park", unit="bool")
    credit: Floats = column("part of the product counted by the origin", unit="1")
    split: Flags = column("credited product is taken off the host's", unit="bool")
    paid: Floats = column("sum paid at once by the host to the origin", unit="yuan")
    fund: Floats = column("sum paid at once by the fund to the origin", unit="yuan")
    compensation: Floats = column("present worth of what the origin is given", unit="yuan")
    cost: Floats = column("present cost of the compensation to the host", unit="yuan")


WHOLE = {"row", "origin", "host", "reason"}
YES_OR_NO = {"ordered", "unopposed", "enclave", "split"}


def record_type() -> np.dtype[Any]:
    """Return the record of a request: its columns one after the other."""
    kinds: dict[str, Any] = dict.fromkeys((each.name for each in fields(Request)), np.float64)
    kinds |= dict.fromkeys(WHOLE, np.int64) | dict.fromkeys(YES_OR_NO, np.bool_)
    return np.dtype(list(kinds.items()))


REQUEST = record_type()
NO_REQUESTS: Requests = np.zeros(0, REQUEST)
