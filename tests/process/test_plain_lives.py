"""The plain versions of the loops over people give the same answer as the compiled ones."""

from copy import deepcopy

import numpy as np
import pytest

import sezsim.process.demography as life
import sezsim.process.migration as moving
import sezsim.process.settlement as towns
from sezsim.lives import destinations, events, moves
from sezsim.zone import Zone

KERNELS = {
    life: (
        "list_events", "pass_through", "leave_to_heirs", "part_from_parents", "come_of_age",
    ),
    events: (
        "grow_older", "list_parents", "name_events", "give_birth", "activity_after",
        "leave_school", "end_contract",
    ),
    moving: (
        "chances_to_move", "decide",
        "depart", "line_of_arrivals", "introduce",
    ),
    destinations: (
        "value_of_cities", "choice_of_moves", "choice_probabilities", "group_weights",
        "bounds_of_bands", "access_of_services",
    ),
    moves: ("list_turn", "keep_deciding", "band_of", "spread", "pension_lost", "pick"),
    towns: (
        "settle_rows", "compare_incomes", "terms_of_cities", "town_response", "admissions",
        "months_asked", "add_up",
    ),
}  # fmt: skip
VERBS = {
    "live": lambda z: life.live_and_die(z.economy, z.books, z.parameters.demography, z.draws),
    "move": lambda z: moving.migrate(z.economy, z.books, z.parameters.migration, z.draws, 0.2),
    "settle": lambda z: towns.settle(z.economy, z.parameters.settlement, z.draws),
}


@pytest.fixture(scope="module")
def zone():
    zone = Zone.open("baseline", persons_per_agent=5000)
    for _ in range(2):
        zone.step()
    zone.draws.enter(zone.month)
    return zone


def columns(zone):
    economy = zone.economy
    return {
        f"{type(table).__name__}.{name}": value
        for table in (economy.workers, economy.pools, economy.flows)
        for name, value in vars(table).items()
        if isinstance(value, np.ndarray)
    }


@pytest.mark.parametrize("verb", VERBS)
def test_plain_loops_do_what_compiled_loops_do(zone, verb, monkeypatch):
    compiled, plain = deepcopy(zone), deepcopy(zone)
    before = {name: values.copy() for name, values in columns(zone).items()}
    VERBS[verb](compiled)
    for module, names in KERNELS.items():
        for name in names:
            monkeypatch.setattr(module, name, getattr(module, name).py_func)
    with np.errstate(over="ignore"):
        VERBS[verb](plain)
    found = columns(plain)
    changed = 0
    for name, values in columns(compiled).items():
        if values.dtype.kind == "f":
            np.testing.assert_allclose(found[name], values, rtol=1e-6, err_msg=name)
        else:
            np.testing.assert_array_equal(found[name], values, err_msg=name)
        changed += not np.array_equal(values, before[name])
    assert changed, "something happens in a month"
