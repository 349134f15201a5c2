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
    rows += [
        (f"{scenario}-{replicate}", scenario, replicate, 2011, kind, PLACES[0], PLACES[1],
         size * (1 + replicate), unit)
        for scenario, replicate in runs(replicates)
        for kind, size, unit in (("firm_transfer", 500.0, "person"), ("tax_sharing", 1e8, "yuan"))
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
                0.0,
                0.0,
            )
            rows += [row] * times
        if scenario == "phase_out_with_award":
            for sector, unit, share in (("steel", "t/year", 20), ("bmat", "yuan/year", 5)):
                rows.append(
                    (*run, "2012-02", "capacity_closed", "", sector, "anshan", "province", 0.0,
                     2e6, unit, 1e8, 0.0, "freely, dismantled", share / 100.0, 5e8)
                )  # fmt: skip
    columns = [
        "run", "scenario", "replicate", "month", "kind", "firm", "sector", "city", "partner",
        "workers", "value", "unit", "gain_origin", "gain_destination", "reason",
        "running", "award",
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


FACTORS = ("trade.sigma", "migration.pull", "opening.backward", "replicate")
OUTCOMES = ("employed.2015", "unemployment_rate.2015", "gdp_real.2015")


def fake_analyses(kind: str = "sobol") -> dict[str, pd.DataFrame]:
    """Return the tables of a study in which one factor turns the sign of an effect on jobs."""
    keys = list(product(REFORMS, OUTCOMES, enumerate(FACTORS)))
    places = [(scenario, outcome, name) for scenario, outcome, (_, name) in keys]
    base = pd.DataFrame(places, columns=["scenario", "outcome", "factor"])
    size = np.array([1.0 / (1 + i) for _, _, (i, _) in keys])
    scale = np.where(base["outcome"].str.startswith("unemp"), 0.001, 5.0) * size
    tables = {
        "tornado": base.assign(
            at_low=-scale, error_low=0.1 * scale, at_high=scale, error_high=0.1 * scale, mean=0.0
        ),
        "sobol": base.assign(
            first=0.4 * size, first_low=0.3 * size, first_high=0.5 * size,
            total=0.6 * size, total_low=0.5 * size, total_high=0.7 * size,
        ),
        "morris": base.assign(mu=scale, mu_star=scale, low=scale, high=scale, sigma=scale),
        "factors": pd.DataFrame(
            [(name, 0.5, 3.0, "") for name in FACTORS],
            columns=["factor", "low", "high", "listed"],
        ),
        "futures": pd.DataFrame({"trade.sigma": [0.1, 0.5], "dropped": ["", "markup"]}),
    }  # fmt: skip
    pairs = pd.DataFrame(product(REFORMS[1:], OUTCOMES), columns=["scenario", "outcome"])
    tables["signs"] = pairs.assign(
        mean=1.0, low=-1.0, high=2.0, share_up=0.7, share_down=0.3, changes_sign=True,
        turned_by=np.where(pairs["outcome"] == "employed.2015", "trade.sigma", ""),
        futures=120, dropped=8,
    )  # fmt: skip
    tables["boxes"] = pairs.assign(
        event="down", factor="migration.pull", low=0.6, high=1.0, density=0.8, coverage=0.7,
        mass=0.3, base=0.3, futures=120,
    )  # fmt: skip
    options = pd.DataFrame(product(REFORMS, OUTCOMES), columns=["scenario", "outcome"])
    tables["robustness"] = options.assign(
        mean=1.0, worst=-1.0, most_regret=3.0, mean_regret=1.0, best_in=0.4, futures=120,
        good=1, holds_up=0.5,
    )  # fmt: skip
    tables["shapley"] = pd.DataFrame(
        [("core_package", outcome, lever, 40.0 - 30.0 * i, 10.0, 60.0, 8)
         for outcome in OUTCOMES[::2] for i, lever in enumerate(("hukou_reform", "rd_subsidy"))],
        columns=["scenario", "outcome", "lever", "share", "low", "high", "n"],
    )  # fmt: skip
    del tables["morris" if kind == "sobol" else "sobol"]
    return tables


def fake_opening():
    """Return what a manifest tells about plants of the opening."""
    stock = [
        {
            "city": city, "industry": "steel", "owner": owner, "capacity": 100.0,
            "backward": 5.0 + 10.0 * (owner == "state"), "wasteful": 30.0, "small": 17.0,
            "unit": "10^4 t",
        }
        for city in ("anshan", "benxi")
        for owner in ("state", "private", "foreign")
    ]  # fmt: skip
    plants = [
        {
            "number": i, "city": city, "industry": "steel", "output": 1e7, "tax": 70.0 + 20.0 * i,
            "jobs": 2.0 + i, "pay": 200.0, "unit": "t", "name": name,
        }
        for i, (city, name) in enumerate(
            (("anshan", "Ansteel, Anshan works"), ("benxi", "Bensteel"))
        )
    ]  # fmt: skip
    return {"stock": stock, "plants": plants}
