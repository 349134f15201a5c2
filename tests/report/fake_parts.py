"""Flows, events and groups without a model."""

from itertools import product

import numpy as np
import pandas as pd

from sezsim.definitions.geography import CITY_NAMES, ZONE

REFORMS = ("baseline", "phase_out_with_award", "tax_sharing")
PLACES = (*CITY_NAMES, "rest_of_liaoning", "rest_of_china")
GROUPS = (
    ("all", "all"), ("displaced", "displaced"), ("displaced", "not_displaced"),
    ("skill", "high"), ("skill", "low"), ("age", "16_29"), ("age", "60_up"),
    ("hukou", "local_urban"), ("sector", "manufacturing"), ("sector", "none"),
)  # fmt: skip


def runs(replicates: int):
    return product(REFORMS, range(1, replicates + 1))


def fake_flows(replicates: int) -> pd.DataFrame:
    """Return migration that grows with the places' order; a reform moves a few more."""
    rows = [
        (f"{scenario}-{replicate}", scenario, replicate, 2010 + year, "migration", origin, goal,
         1000.0 * (1 + i + replicate) / (1 + j) + 20.0 * (scenario == "tax_sharing"), "person")
        for scenario, replicate in runs(replicates)
        for year in range(2)
        for i, origin in enumerate(PLACES)
        for j, goal in enumerate(PLACES)
        if i != j and min(i, j) < 8
    ]  # fmt: skip
    columns = [
        "run",
        "scenario",
        "replicate",
        "year",
        "kind",
        "origin",
        "destination",
        "value",
        "unit",
    ]
    return pd.DataFrame(rows, columns=columns)


def fake_events(replicates: int) -> pd.DataFrame:
    """Return requests to move, two of three blocked, and closures of mostly idle capacity."""
    rows = []
    for scenario, replicate in runs(replicates):
        run = (f"{scenario}-{replicate}", scenario, replicate)
        blocked = 20 if scenario != "tax_sharing" else 15
        for kind, reason, times in (
            ("move_agreed", "tax_sharing", 30 - blocked),
            ("move_blocked", "blocked_efficient", blocked),
            ("move_refused", "host_loses", 2),
        ):
            row = (
                *run,
                "2012-01",
                kind,
                "",
                "mach",
                "anshan",
                "yingkou",
                100.0,
                5e8,
                "yuan",
                -2e8,
                3e8,
                reason,
            )
            rows += [row] * times
        if scenario == "phase_out_with_award":
            for sector, unit, share in (("steel", "t/year", 20), ("bmat", "yuan/year", 5)):
                rows.append(
                    (*run, "2012-02", "capacity_closed", "", sector, "anshan", "province", 0.0,
                     2e6, unit, 5e8, 0.0, f"{share}% of it was running")
                )  # fmt: skip
    columns = [
        "run", "scenario", "replicate", "month", "kind", "firm", "sector", "city", "partner",
        "workers", "value", "unit", "gain_origin", "gain_destination", "reason",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def fake_groups(replicates: int) -> pd.DataFrame:
    """Return shares better and worse off; workers laid off lose most."""
    chance = np.random.default_rng(7)
    rows = []
    for scenario, replicate in runs(replicates):
        for year, city in product((2011, 2015), (*CITY_NAMES, ZONE)):
            for kind, group in GROUPS:
                worse = 0.3 if group == "displaced" else 0.05 + 0.01 * chance.random()
                changes = (0.08, worse, -20.0) if scenario != "baseline" else (np.nan,) * 3
                rows.append(
                    (f"{scenario}-{replicate}", scenario, replicate, year, city, kind, group,
                     50000.0, 3000.0, 0.05, *changes)
                )  # fmt: skip
    columns = [
        "run", "scenario", "replicate", "year", "city", "group_kind", "group", "persons",
        "income", "unemployment", "better_off", "worse_off", "mean_change",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)
