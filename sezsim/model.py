"""The zone as a Mesa model: what a Mesa user expects, around columns that Mesa does not see.

The eight city governments and the province are Mesa agents; firms and workers stay columns,
seen through read-only views. All chance is the zone's own: sweep ``replicate``, not ``rng``.
"""

from collections import namedtuple
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

import mesa
import numpy as np

from sezsim.definitions.columns import Floats, Ints
from sezsim.definitions.geography import CITY_NAMES, City
from sezsim.observation.indicator import INDICATORS
from sezsim.scenario import Scenario
from sezsim.zone import Zone

Condition = Callable[["View"], Any]


@dataclass(frozen=True)
class View:
    """Some rows of a table of the state, to be read and not to be written."""

    table: Any
    rows: Ints

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Any]:
        """Yield every row."""
        return (self[i] for i in range(len(self)))

    def __getitem__(self, i: int) -> Any:
        """Return one row as a named tuple of its values now."""
        names = columns_of(self.table)
        row = self.rows[i]
        kind = namedtuple(type(self.table).__name__.removesuffix("s"), names)  # type: ignore[misc] # noqa: PYI024
        return kind(*(frozen(getattr(self.table, name)[row]) for name in names))

    def __getattr__(self, name: str) -> Any:
        """Return a column, for conditions such as ``lambda w: w.city == City.ANSHAN``."""
        if name not in columns_of(self.table):
            message = f"{type(self.table).__name__} have no column '{name}'."
            raise AttributeError(message)
        return self.get(name)

    def get(self, names: str | list[str]) -> Any:
        """Return a column, or a list of columns, as copies that cannot be written."""
        if isinstance(names, str):
            return frozen(getattr(self.table, names)[self.rows])
        return [self.get(name) for name in names]

    def select(self, condition: Condition, at_most: int | None = None) -> "View":
        """Return the rows for which a condition on whole columns holds."""
        return View(self.table, self.rows[np.asarray(condition(self))][:at_most])

    def agg(self, name: str, summary: Any) -> Any:
        """Return a summary of a column, or a list of summaries: ``agg("age", np.mean)``."""
        column = self.get(name)
        if callable(summary):
            return summary(column)
        return [each(column) for each in summary]


class CityGovernment(mesa.Agent):  # type: ignore[misc]
    """The government of a city, as a Mesa agent; its accounts are a row of the state."""

    def __init__(self, model: "SezModel", city: City) -> None:
        """Stand for a city."""
        super().__init__(model)
        self.city = city

    @property
    def accounts(self) -> Any:
        """The row of the city's government now."""
        governments = self.model.zone.economy.governments
        return View(governments, np.arange(len(City)))[self.city]


class Province(mesa.Agent):  # type: ignore[misc]
    """The province of Liaoning, as a Mesa agent."""

    @property
    def net_receipts(self) -> int:
        """Payments received less payments made since the opening (fen)."""
        return int(self.model.zone.economy.purses.upper[0])


class SezModel(mesa.Model):  # type: ignore[misc]
    """The zone as a Mesa model."""

    def __init__(
        self,
        reform: str | Scenario = "baseline",
        *,
        persons_per_agent: int = 1000,
        replicate: int = 1,
        until: str = "2020-12",
        rng: int | None = None,
    ) -> None:
        """Open a zone under a reform; an integer rng is the replicate."""
        replicate = replicate if rng is None else int(rng)
        super().__init__(rng=replicate)
        self.zone = Zone.open(
            reform, persons_per_agent=persons_per_agent, replicate=replicate, until=until
        )
        self.measured: dict[str, Floats] = {}
        for city in City:
            CityGovernment(self, city)
        Province(self)
        self.datacollector = mesa.DataCollector(model_reporters=reporters())

    def step(self) -> None:
        """Live one month."""
        self.zone.step()
        self.measured = {name: self.zone.recorder.latest(name) for name in INDICATORS}
        self.datacollector.collect(self)
        self.running = not self.zone.is_over
        if not self.running:
            forget(self)

    @property
    def workers(self) -> View:
        """All adults who live in the zone now."""
        workers = self.zone.economy.workers
        return View(workers, np.flatnonzero(workers.alive[: workers.count]))

    @property
    def firms(self) -> View:
        """All firms in business now."""
        firms = self.zone.economy.firms
        return View(firms, np.flatnonzero(firms.is_open))


def reporters() -> dict[str, partial[float]]:
    """Return one reporter per indicator for the zone, and one per indicator and city."""
    zone = {name: partial(latest, name=name, place=len(City)) for name in INDICATORS}
    cities = {
        f"{name}.{city}": partial(latest, name=name, place=place)
        for name in INDICATORS
        for place, city in enumerate(CITY_NAMES)
    }
    return zone | cities


def latest(model: SezModel, *, name: str, place: int) -> float:
    """Return an indicator as measured at the end of this month."""
    return float(model.measured[name][place])


def forget(model: SezModel) -> None:
    """Drop Mesa's hold on a model that is over: Mesa 3.3 keeps a counter per model for ever."""
    vars(mesa.Agent).get("_ids", {}).pop(model, None)


def columns_of(table: Any) -> list[str]:
    """Return the names of the columns of a table; a count is none."""
    return [field.name for field in fields(table) if "unit" in field.metadata]


def frozen(values: Any) -> Any:
    """Return a copy that cannot be written; a plain number is one already."""
    if np.ndim(values) == 0:
        return values.item()
    copy = np.array(values)
    copy.flags.writeable = False
    return copy
