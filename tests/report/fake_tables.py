"""Plausible tables without a model: three scenarios that differ in a known way."""

from dataclasses import replace

import numpy as np
import pandas as pd
from fake_parts import (
    fake_analyses,
    fake_events,
    fake_flows,
    fake_groups,
    fake_opening,
)

from sezsim.definitions.geography import CITY_NAMES, ZONE
from sezsim.definitions.wording import Words
from sezsim.observation import indicators
from sezsim.observation.indicator import INDICATORS
from sezsim.report.tables import FITTED, HELD_OUT, ReportTables, ScenarioText

SCENARIOS = ("baseline", "phase_out_with_award", "tax_sharing")
PEOPLE = (8.11e6, 3.65e6, 2.14e6, 1.71e6, 2.43e6, 1.82e6, 1.86e6, 2.72e6)
PRODUCT = (5017.0, 2125.0, 890.0, 860.0, 1002.0, 361.0, 735.0, 722.0)
STEEL = (0.1, 1.0, 0.3, 0.8, 0.6, 0.2, 0.5, 0.1)  # how hard a phase-out hits
LEVELS = {  # level of 2010, growth a year, noise
    "unemployment_rate": (0.06, 0.01, 0.02), "services_share": (0.395, 0.008, 0.004),
    "rd_gdp": (0.015, 0.03, 0.02), "hitech_share": (0.11, 0.02, 0.02),
    "urbanisation": (0.658, 0.007, 0.001), "energy_gdp": (1.4, -0.03, 0.01),
    "unemployment_rate_nonfarm": (0.09, 0.01, 0.02), "mean_wage": (2800.0, 0.08, 0.01),
    "mean_wage_units": (3000.0, 0.08, 0.01),
}  # fmt: skip
REGISTER = indicators.measured  # importing the module fills the register


def fake_panel(replicates: int = 5, months: int = 132) -> pd.DataFrame:
    """Return a panel of three scenarios; phase-out costs jobs that come back, and saves energy."""
    parts = [
        fake_run(scenario, replicate, months)
        for scenario in SCENARIOS
        for replicate in range(1, replicates + 1)
    ]
    return pd.concat(parts, ignore_index=True)


def fake_run(scenario: str, replicate: int, months: int) -> pd.DataFrame:
    """Return the panel of one run."""
    chance = np.random.default_rng(replicate)
    own = np.random.default_rng([replicate, SCENARIOS.index(scenario)])
    time = np.arange(months) / 12.0
    names = [f"{2010 + m // 12}-{m % 12 + 1:02d}" for m in range(months)]
    places = [*CITY_NAMES, ZONE]
    table = pd.DataFrame(
        {
            "run": f"{scenario}-{replicate:04d}",
            "scenario": scenario,
            "replicate": replicate,
            "month": np.repeat(names, len(places)),
            "city": places * months,
        }
    )
    hit = shock(scenario, time, own)
    for indicator in INDICATORS:
        values = fake_values(indicator, time, hit, chance)
        table[indicator] = values.reshape(-1).astype(np.float32)
    return table


def shock(scenario: str, time, own):
    """Return how hard a scenario hits each city each month (months, cities)."""
    share = np.array(STEEL)[None, :]
    if scenario == "phase_out_with_award":
        dip = np.exp(-(((time - 3.5) / 1.4) ** 2))[:, None]
        return -0.02 * share * dip * (1.0 + 0.3 * own.standard_normal((1, 8)))
    if scenario == "tax_sharing":
        rise = np.clip(time - 1.0, 0.0, 4.0)[:, None] / 4.0
        return 0.001 * (1.5 - share) * rise * (1.0 + 1.5 * own.standard_normal((1, 8)))
    return np.zeros((len(time), 8))


def fake_values(indicator: str, time, hit, chance):
    """Return the values of one indicator (months, nine places)."""
    noise = chance.standard_normal((len(time), 8)).cumsum(axis=0) / np.sqrt(len(time))
    if indicator in LEVELS:
        level, growth, size = LEVELS[indicator]
        sign = -3.0 if indicator.startswith("unemployment") else 0.5
        city = level * np.exp(growth * time)[:, None] * (1 + size * noise + sign * hit)
        return np.column_stack([city, city @ (np.array(PEOPLE) / sum(PEOPLE))])
    scale = np.array(PEOPLE) * 0.5 if INDICATORS[indicator].unit == "person" else PRODUCT
    growth = 0.005 if INDICATORS[indicator].unit == "person" else 0.07
    city = np.array(scale) * np.exp(growth * time)[:, None] * (1 + 0.005 * noise + hit)
    city = city / 12.0 if INDICATORS[indicator].unit.startswith("10^8 yuan/") else city
    city = city * 2 if indicator == "population" else city
    return np.column_stack([city, city.sum(axis=1)])


def fake_tables(replicates: int = 5, months: int = 132) -> ReportTables:
    """Return all tables that a report can have."""
    panel = fake_panel(replicates, months)
    design = panel[["run", "scenario", "replicate"]].drop_duplicates().assign(seed=2010)
    return ReportTables(
        panel=panel,
        design=design.reset_index(drop=True),
        manifest=MANIFEST | {"replicates": replicates, "opening": fake_opening()},
        flows=fake_flows(replicates),
        events=fake_events(replicates),
        groups=fake_groups(replicates),
        observed=fake_observed(),
        parameters=PARAMETERS,
        scenarios=TEXTS,
        analyses=fake_analyses(),
    )


def many_tables() -> ReportTables:
    """Return tables of five scenarios, two of them with long names."""
    tables = fake_tables(3)
    copies = {"phase_out_with_award": "plan_as_written", "tax_sharing": "core_package"}

    def more(table: pd.DataFrame) -> pd.DataFrame:
        copied = [
            table[table["scenario"] == old].assign(scenario=new, run=new + table["run"])
            for old, new in copies.items()
        ]
        return pd.concat([table, *copied], ignore_index=True)

    return replace(
        tables,
        panel=more(tables.panel),
        design=more(tables.design),
        flows=more(tables.flows),
        events=more(tables.events),
        groups=more(tables.groups),
        scenarios={
            **TEXTS,
            "plan_as_written": ScenarioText(
                Words(
                    "规划原文所列的全部十个领域的措施",
                    "The plan as it is written, in all ten areas",
                )
            ),
        },
    )


def fake_observed() -> pd.DataFrame:
    """Return figures that the model could be compared with."""
    rows = []
    for year in range(2010, 2015):
        use = FITTED if year == 2010 else HELD_OUT
        for city, product in zip(CITY_NAMES, PRODUCT, strict=True):
            rows.append(("gdp_reported", city, year, product * 1.09 ** (year - 2010), use))
        rows.append(("gdp_reported", ZONE, year, sum(PRODUCT) * 1.09 ** (year - 2010), use))
        rows.append(("services_share", ZONE, year, 0.395 + 0.001 * (year - 2010), use))
    rows.append(("urbanisation", ZONE, 2010, 0.658, FITTED))
    table = pd.DataFrame(rows, columns=["indicator", "city", "year", "value", "use"])
    return table.assign(source="China City Statistical Yearbook", grade="B")


MANIFEST = {
    "baseline": "baseline",
    "scenarios": {
        "baseline": "0a1b2c",
        "phase_out_with_award": "3d4e5f",
        "tax_sharing": "677889",
    },
    "replicates": 5,
    "seed": 2010,
    "persons_per_agent": 1000,
    "until": "2020-12",
    "sezsim": "0.1.0",
    "git_commit": "eb398aa0000000000000000000000000000000ab-dirty",
    "packages": {"numpy": "2.3.0", "numba": "0.62.0", "plotly": "7.1.0"},
    "machine": "Linux x86_64",
    "hashes": {"sources": "0123456789abcdef", "data": "fedcba9876543210", "python": "3.11.9"},
    "command": ["sezsim", "run", "--replicates", "5"],
    "runs": 15,
    "failures": 0,
    "wall_seconds": 61.2,
    "books": {"residual_fen": 0, "checks": 123456},
}
TEXTS = {
    "baseline": ScenarioText(
        Words("基准情景", "Rules of 2010"),
        Words("如果不设试验区，沈阳经济区会走向何方？", "Where does the region go by itself?"),
    ),
    "phase_out_with_award": ScenarioText(
        Words("有奖励的落后产能淘汰", "Phase-out with award"),
        Words(
            "三年内关闭大部分落后产能并给予奖励，代价由谁承担、哪些城市受影响？",
            "What does closing most backward capacity in three years cost, and which cities bear it?",
        ),
        (
            Words(
                "淘汰落后产能：钢铁，2011-01至2013-12，份额0.8，奖励280元。",
                "Capacity phase-out: steel, 2011-01 to 2013-12, quota 0.8, award 280 yuan.",
            ),
            Words("淘汰落后产能：煤炭。", "Capacity phase-out: coal, 2011-01 to 2013-12."),
        ),
    ),
    "tax_sharing": ScenarioText(
        Words("产业转移税收分享", "Tax sharing"),
        Words(
            "迁入地与迁出地对半分享税收，能否让城市不再阻拦企业迁移？",
            "Do cities stop blocking moves of firms when the tax is shared half and half?",
        ),
        (Words("产业转移补偿，份额0.5。", "Transfer compensation, share 0.5."),),
    ),
}
PARAMETERS = pd.DataFrame(
    [
        (
            "migration.readiness",
            "readiness to leave",
            0.8,
            0.5,
            3.0,
            "1/month",
            "assumption",
            "D",
        ),
        ("trade.sigma", "substitution between origins", 4.0, 2.0, 8.0, "1", "literature", "C"),
        ("taxes.vat_rate", "value added tax", 0.17, 0.13, 0.17, "1", "tax law", "A"),
    ],
    columns=["name", "meaning", "value", "low", "high", "unit", "source", "grade"],
)
