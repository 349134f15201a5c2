"""Phase-out (落后产能淘汰): the kinds of rules by which capacity is listed, shared out and paid for."""

from enum import IntEnum


class Identification(IntEnum):
    """What makes a plant backward."""

    INTENSITY = 0  # energy per output above a norm
    SIZE = 1  # yearly capacity below a threshold, whatever its technology
    BOTH = 2  # either of the two


class Sharing(IntEnum):
    """By what a quota is shared among cities."""

    STOCK = 0  # backward capacity
    OUTPUT = 1  # output of the industry
    AVOIDED_COST = 2  # most where closing costs the firms least


class Listing(IntEnum):
    """How plants are chosen within a quota."""

    MERIT = 0  # the worst plants by name, running or not
    EQUAL = 1  # the same share of every firm, which hands in idle equipment first
    AUCTION = 2  # the lowest bids of all cities together


class Form(IntEnum):
    """How the award is set."""

    RATE = 0  # a rate for every unit
    FORMULA = 1  # shares of a yearly instalment by capacity, workers and difficulty
    BID = 2  # every winner of the auction is paid its bid


class Basis(IntEnum):
    """For what the award is paid or bid."""

    CAPACITY = 0  # yearly capacity on paper
    OUTPUT = 1  # output of the last year
    WORKERS = 2  # workers who lose their post


class TradeScope(IntEnum):
    """How far rights to build travel."""

    FIRM = 0
    CITY = 1
    ZONE = 2
