"""What one run leaves in memory: the panel, the yearly flows, the events and the traced persons."""

from dataclasses import dataclass
from typing import NamedTuple

from sezsim.definitions.columns import Floats, Ids, Ints


class FlowRecord(NamedTuple):
    """A yearly flow between two places, for example migration or tax sharing."""

    year: int
    kind: str
    origin: str
    destination: str
    value: float
    unit: str


class Event(NamedTuple):
    """Something dated that happened to a firm, to firms without a name, or to a city."""

    month: str
    kind: str
    firm: str
    sector: str
    city: str
    partner: str
    workers: float
    value: float
    unit: str
    gain_origin: float
    gain_destination: float
    reason: str
    running: float = 0.0  # share of the capacity closed that ran
    award: float = 0.0  # yuan paid to the firm
    firms: int = 1  # firms of the model that the row stands for


class Spell(NamedTuple):
    """A dated change in the life of a person."""

    person: int
    month: str
    event: str
    city: int
    sector: int
    wage: float  # yuan a month at opening prices; of the post lost, or mean of the year
    hukou: int  # 0 local urban, 1 local rural, 2 from elsewhere
    age: int  # years
    group: int  # 1 if traced because dismissed, 0 if of the fixed sample
    ordered: int = (
        0  # 1 if dismissed where orders to close took half of the posts lost, or more
    )


@dataclass(frozen=True)
class PeopleRecord:
    """Yearly real income of the fixed 5% of permanent ids; arrays (persons, years), NaN if absent."""

    ids: Ids
    years: tuple[int, ...]
    income: Floats  # yuan a month at 2010 prices, one person
    unemployed: Floats  # share of the year's months without work
    city: Ints  # city of residence at the end of the year, -1 if absent
    age: Ints  # years, at the opening or on arrival
    skill: Ints
    hukou: Ints  # 0 local urban, 1 local rural, 2 from elsewhere
    industry: Ints  # industry at the opening or on arrival, -1 without post
    displaced: Ints  # 1 if laid off by closure or downsizing in the run
    persons: float  # persons that one row stands for


@dataclass(frozen=True)
class RunRecord:
    """All that is kept of one run."""

    months: tuple[str, ...]
    places: tuple[str, ...]  # the eight cities and 'zone'
    indicators: tuple[str, ...]
    panel: Floats  # (months, places, indicators), float32
    flows: tuple[FlowRecord, ...]
    events: tuple[Event, ...]
    people: PeopleRecord
    checks: int  # comparisons of balances with the books
    residual_fen: int  # always 0: a run with another value raises AccountingError
    spells: tuple[Spell, ...] = ()  # of the persons traced
