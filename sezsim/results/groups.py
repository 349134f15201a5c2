"""Winners and losers (受益者与受损者): each person against himself or herself in the baseline.

A permanent id is the same person in every scenario of a replicate, so the change of a person's
yearly real income is the effect of the reform on that person. A person counts for the city in
which he or she lives in the baseline in that year (in the run itself if absent from the
baseline), so that groups do not change with the reform. Better or worse off is who gains or
loses more than a hundredth of the income. Only ``displaced`` tells what happened in the run.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import TypeAlias

import numpy as np
import pyarrow as pa

from sezsim.definitions.columns import Flags, Floats, Ids, Ints
from sezsim.definitions.geography import CITY_NAMES, ZONE
from sezsim.definitions.industry import (
    INDUSTRY_NAMES,
    MANUFACTURING,
    MINING,
    PRIMARY,
    SERVICES,
)
from sezsim.results.columns import DIGITS, names, numbers, repeated, shortened
from sezsim.results.tables import HUKOU, NO_POST, SKILLS

NOTICEABLE = 0.01  # share of income
MEAN_DIGITS = 10  # binary digits kept of means, a thousandth: one in twenty persons is followed
AGES = {"16_29": 30, "30_44": 45, "45_59": 60, "60_up": 1000}  # first year beyond the group
SECTORS = ("agriculture", "mining", "manufacturing", "power_construction", "services", NO_POST)
DISPLACED = ("not_displaced", "displaced")
PLACES = (*CITY_NAMES, ZONE)
Kind: TypeAlias = tuple[str, Sequence[str], Ints]  # its name, its groups, that of each row
WORDS = ("run", "scenario", "city", "skill", "hukou", "industry")  # text in a table of people
GROUPS = pa.schema(
    {
        "run": pa.string(),
        "scenario": pa.string(),
        "replicate": pa.int32(),
        "year": pa.int16(),
        "city": pa.string(),
        "group_kind": pa.string(),
        "group": pa.string(),
        "persons": pa.float32(),
        "income": pa.float32(),  # yuan a month at 2010 prices
        "unemployment": pa.float32(),  # share of the months
        "better_off": pa.float32(),  # share of those who live in both runs
        "worse_off": pa.float32(),
        "mean_change": pa.float32(),  # yuan a month at 2010 prices
    }
)
YEARS = 100  # more than any run has


def compare_people(people: pa.Table, baseline: pa.Table | None) -> pa.Table:
    """Return one row per year, city and group: levels, and changes against the baseline."""
    if len(people) == 0:
        return GROUPS.empty_table()
    before, home = pair(people, baseline) if baseline is not None else alone(people)
    kinds, members = numbered(groups(people))
    income = people["income"].to_numpy().astype(np.float64)
    sums = Sums(
        home=home,
        year=people["year"].to_numpy().astype(np.int64),
        members=members,
        persons=people["persons"].to_numpy().astype(np.float64),
        income=income,
        unemployed=people["unemployed"].to_numpy().astype(np.float64),
        change=income - before,
        noticeable=NOTICEABLE * np.abs(before),
    )
    return with_run_of(people, sums.table(kinds))


def numbered(kinds: Iterable[Kind]) -> tuple[list[tuple[str, str]], Ints]:
    """Number the groups of all kinds from 0 on; return them, and the numbers (kinds, rows) of each row.

    Who belongs to no group of a kind is numbered after all of them.
    """
    listed = list(kinds)
    named = [(kind, group) for kind, meanings, _ in listed for group in meanings]
    firsts = np.cumsum([0, *(len(meanings) for _, meanings, _ in listed)])
    members = [
        np.where(codes >= 0, first + codes, len(named))
        for first, (_, _, codes) in zip(firsts[:-1], listed, strict=True)
    ]
    return named, np.array(members)


def with_run_of(people: pa.Table, table: pa.Table) -> pa.Table:
    """Put the run, scenario and replicate of a table of people before all other columns."""
    first = people.slice(0, 1).to_pylist()[0]
    named = {name: repeated(first[name], len(table)) for name in ("run", "scenario")}
    replicate = numbers(np.full(len(table), first["replicate"]), pa.int32())
    columns = {name: table[name] for name in table.column_names}
    return pa.table({**named, "replicate": replicate, **columns})


@dataclass(frozen=True, kw_only=True)
class Sums:
    """What is added up over persons, one row per person and year."""

    home: Ints  # city, -1 if none
    year: Ints
    members: Ints  # (kinds, rows): the group of each kind to which a row belongs
    persons: Floats
    income: Floats
    unemployed: Floats
    change: Floats  # NaN without a counterpart
    noticeable: Floats

    def table(self, kinds: Sequence[tuple[str, str]]) -> pa.Table:
        """Return one row per year, city (and the zone) and group with members, sorted by name."""
        first = int(self.year.min())
        years = int(self.year.max()) - first + 1
        measured = self.measured((len(kinds) + 1, years, len(PLACES)))
        places = sorted(range(len(PLACES)), key=PLACES.__getitem__)
        order = sorted(range(len(kinds)), key=kinds.__getitem__)
        there = measured["persons"][order][:, :, places].transpose(1, 2, 0) > 0
        year, place, group = np.nonzero(there)
        place, group = np.array(places)[place], np.array(order)[group]
        return pa.table(
            {
                "year": numbers(first + year, pa.int16()),
                "city": names(place, PLACES),
                "group_kind": names(group, [kind for kind, _ in kinds]),
                "group": names(group, [name for _, name in kinds]),
                **{
                    name: shortened(
                        each[group, year, place], DIGITS if name == "persons" else MEAN_DIGITS
                    )
                    for name, each in measured.items()
                },
            }
        )

    def measured(self, shape: tuple[int, int, int]) -> dict[str, Floats]:
        """Return means and shares by group, year and place."""
        home = np.where(self.home < 0, len(CITY_NAMES), self.home)
        row = (self.year - self.year.min()) * len(PLACES) + home
        cells = (self.members * (shape[1] * shape[2]) + row).ravel()
        paired = np.isfinite(self.change)

        def add(chosen: Flags, values: Floats | float = 1.0) -> Floats:
            weights = np.where(chosen, self.persons * values, 0.0)
            if not weights.any():  # a baseline beside itself changes nobody
                return np.zeros(shape)
            of_all = np.tile(weights, len(self.members))
            sums = np.bincount(cells, weights=of_all, minlength=prod(shape)).reshape(shape)
            sums[:, :, -1] += sums[:, :, :-1].sum(axis=2)  # the zone, with who has no city
            return sums

        everyone = np.ones(len(row), np.bool_)
        with np.errstate(invalid="ignore", divide="ignore"):
            persons = add(everyone)
            both = persons if paired.all() else add(paired)
            return {
                "persons": persons,
                "income": add(everyone, self.income) / persons,
                "unemployment": add(everyone, self.unemployed) / persons,
                "better_off": add(self.change > self.noticeable) / both,
                "worse_off": add(self.change < -self.noticeable) / both,
                "mean_change": add(paired, self.change) / both,
            }


def groups(people: pa.Table) -> Iterator[Kind]:
    """Yield each kind of group, the names of its groups, and the group of each row."""
    yield "all", ("all",), np.zeros(len(people), np.int64)
    beyond = np.array(list(AGES.values()))
    yield "age", tuple(AGES), np.searchsorted(beyond, people["age"].to_numpy(), side="right")
    yield "skill", SKILLS, code(people, "skill", SKILLS)
    yield "hukou", HUKOU, code(people, "hukou", HUKOU)
    yield "sector", SECTORS, sector_of()[code(people, "industry", (*INDUSTRY_NAMES, NO_POST))]
    displaced = people["displaced"].to_numpy(zero_copy_only=False)
    yield "displaced", DISPLACED, displaced.astype(np.int64)


def sector_of() -> Ints:
    """Return the broad sector of each industry, and of no post in the last place."""
    sector = np.full(len(INDUSTRY_NAMES) + 1, SECTORS.index("power_construction"))
    sector[list(PRIMARY)] = SECTORS.index("agriculture")
    sector[list(MINING)] = SECTORS.index("mining")
    sector[list(MANUFACTURING)] = SECTORS.index("manufacturing")
    sector[list(SERVICES)] = SECTORS.index("services")
    sector[-1] = SECTORS.index(NO_POST)
    return sector


def code(table: pa.Table, name: str, meanings: tuple[str, ...]) -> Ints:
    """Turn a column of text into codes; -1 for any other word."""
    column = table[name].combine_chunks()
    encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    place = {meaning: k for k, meaning in enumerate(meanings)}
    known: Ints = np.array([place.get(word, -1) for word in encoded.dictionary.to_pylist()])
    return np.asarray(known[encoded.indices.to_numpy()], np.int64)


def alone(people: pa.Table) -> tuple[Floats, Ints]:
    """Return no counterpart for anyone, and the city of the run itself."""
    return np.full(len(people), np.nan), code(people, "city", CITY_NAMES)


def pair(people: pa.Table, baseline: pa.Table) -> tuple[Floats, Ints]:
    """Return each person's income in the baseline (NaN if absent), and the city there."""
    if len(baseline) == 0:
        return alone(people)
    if baseline is people:
        return people["income"].to_numpy(), code(people, "city", CITY_NAMES)
    persons = np.unique(baseline["person"].to_numpy())
    known, sought = order_of(baseline, persons), order_of(people, persons)
    ascending = np.argsort(known)
    found = np.searchsorted(known, sought, sorter=ascending)
    place = ascending[np.minimum(found, len(known) - 1)]
    same_person = baseline["person"].to_numpy()[place] == people["person"].to_numpy()
    same = same_person & (known[place] == sought)
    before = np.where(same, baseline["income"].to_numpy()[place], np.nan)
    home, own = code(baseline, "city", CITY_NAMES), code(people, "city", CITY_NAMES)
    return before, np.where(same, home[place], own)


def order_of(table: pa.Table, persons: Ids) -> Ints:
    """Number the rows by person, then year."""
    person: Ints = np.searchsorted(persons, table["person"].to_numpy())
    year: Ints = table["year"].to_numpy()
    return person * YEARS + year % YEARS
