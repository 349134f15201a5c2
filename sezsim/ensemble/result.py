"""A result: the tables of a set of runs, effects with their intervals, the report.

The same replicate meets the same chance in every scenario, so an effect is the mean of paired
differences, replicate by replicate.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd
from scipy.special import stdtrit

from sezsim.definitions.errors import ResultError
from sezsim.definitions.geography import ZONE
from sezsim.definitions.wording import LANGUAGES
from sezsim.ensemble.points_apart import told_apart
from sezsim.ensemble.telling import parameter_table, text_of
from sezsim.report.items import build_items
from sezsim.report.page import Shown, write_report
from sezsim.report.pictures import write_pictures
from sezsim.report.study import Study
from sezsim.report.tables import ReportTables
from sezsim.results.manifest import read_manifest
from sezsim.results.reading import DESIGN, FAILURES, open_folder, read_analyses, read_part
from sezsim.results.store import FolderStore, Store, decode

Place = Literal["zone", "city"]
SHARES = "tables/shapley.csv"  # of a sweep that switches levers on and off
KEYS = ("run", "scenario", "replicate", "month", "city")
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Result:
    """What a set of runs left behind, in a folder or in memory."""

    store: Store
    means: dict[tuple[str, str], pd.DataFrame] = field(default_factory=dict, repr=False)

    @classmethod
    def open(cls, folder: str | Path) -> "Result":
        """Open a result folder; raise ResultError if it is missing or unfinished."""
        return cls(open_folder(folder))

    @property
    def folder(self) -> Path | None:
        """The result folder, or None in memory."""
        return self.store.folder if isinstance(self.store, FolderStore) else None

    @property
    def manifest(self) -> dict[str, Any]:
        """What the result is and all that is needed to repeat it."""
        return read_manifest(self.store)

    @property
    def baseline(self) -> str:
        """The scenario that all others are compared with: the first one."""
        return str(self.manifest["baseline"])

    def design(self) -> pd.DataFrame:
        """Return one row per run: what it is, and the values swept."""
        return decode(self.store, DESIGN).to_pandas()

    def failures(self) -> pd.DataFrame:
        """Return the runs that failed, with the reason."""
        return decode(self.store, FAILURES).to_pandas()

    def part(self, part: str, scenarios: Sequence[str] | None = None) -> pd.DataFrame:
        """Return one part of all runs, or of those of some scenarios."""
        return read_part(self.store, part, scenarios).to_pandas()

    def panel(self, scenarios: Sequence[str] | None = None) -> pd.DataFrame:
        """Return one row per run, month and city (or zone), one column per indicator."""
        return self.part("panel", scenarios)

    def flows(self) -> pd.DataFrame:
        """Return yearly flows of people, firms and money between places."""
        return self.part("flows")

    def events(self) -> pd.DataFrame:
        """Return what happened to firms and cities, with its month."""
        return self.part("events")

    def groups(self) -> pd.DataFrame:
        """Return winners and losers by year, city and group."""
        return self.part("groups")

    def people(self) -> pd.DataFrame:
        """Return the yearly real income of the fixed 5% of persons."""
        return self.part("people")

    def spells(self) -> pd.DataFrame | None:
        """Return the lives of the persons traced, or None where nobody was."""
        return self.part("spells") if self.store.names("spells") else None

    def analyses(self) -> dict[str, pd.DataFrame]:
        """Return the tables of a study in the folder analysis, and the shares of levers."""
        return analyses_of(self.store)

    def report(
        self,
        path: str | Path,
        *,
        language: Shown = "both",
        studies: Sequence[str | Path] = (),
        pictures: bool = False,
    ) -> Path:
        """Write the report to path, and one CSV file per chart to the folder tables beside it.

        Studies are folders of sensitivity studies or sweeps whose findings the report takes in. Pictures
        puts each chart as a PNG into the folder pictures beside it.
        """
        manifest = self.manifest
        if "sensitivity" in manifest:
            raise ResultError(
                "This folder holds a study, which keeps outcomes and no panel. Its findings go into the "
                "report of runs: sezsim report RESULT --with this folder."
            )
        analyses = self.analyses()
        for folder in studies:
            analyses |= analyses_of(open_folder(folder))
        tables = ReportTables(
            panel=self.panel(),
            design=self.design(),
            manifest=manifest,
            flows=self.flows(),
            events=self.events(),
            groups=self.groups() if self.store.names("groups") else None,
            spells=self.spells(),
            failures=self.failures(),
            parameters=parameter_table(manifest["parameters"]),
            scenarios={name: text_of(told) for name, told in manifest["told"].items()},
            analyses=analyses,
        )
        tables = told_apart(tables)
        written = write_report(tables, path, language)
        if pictures:
            languages = LANGUAGES if language == "both" else (language,)
            write_pictures(
                build_items(Study(tables)), Path(path).parent / "pictures", languages
            )
        return written

    def yearly(self, scenario: str, by: Place = "zone") -> pd.DataFrame:
        """Return means of the monthly values by replicate, city and year; kept once made."""
        if (scenario, by) not in self.means:
            if scenario not in self.manifest["scenarios"]:
                known = ", ".join(self.manifest["scenarios"])
                raise ResultError(
                    f"There are no runs of '{scenario}'; there are runs of {known}."
                )
            self.means[scenario, by] = yearly_values(self.panel([scenario]), by)
        return self.means[scenario, by]

    def effects(
        self,
        name: str,
        by: Place = "zone",
        indicators: Sequence[str] | None = None,
        years: Sequence[int] | None = None,
    ) -> pd.DataFrame:
        """Return mean paired differences to the baseline with their 95% interval.

        One row per city, indicator and year: mean, low, high, n (pairs of replicates) and the
        level in the baseline. Values are means of the months of a year, for flows too: a yearly
        sum is twelve times as much. With one pair low and high are NaN.
        """
        reform, baseline = self.yearly(name, by), self.yearly(self.baseline, by)
        both = reform.index.intersection(baseline.index)
        if years is not None:
            both = both[both.get_level_values("year").isin(list(years))]
        chosen = self.known(indicators, reform)
        change = by_cell(reform.loc[both, chosen] - baseline.loc[both, chosen])
        table = long(change.mean(), "mean")
        n = long(change.count(), "n")["n"]
        error = long(change.std(), "spread")["spread"] / np.sqrt(n)
        half = stdtrit(np.maximum(n - 1, 1), (1 + CONFIDENCE) / 2) * error
        level = long(by_cell(baseline.loc[both, chosen]).mean(), "level")["level"]
        table = table.assign(
            low=table["mean"] - half, high=table["mean"] + half, n=n, level=level
        )
        return table.sort_values(["city", "indicator", "year"], ignore_index=True)

    def known(self, indicators: Sequence[str] | None, values: pd.DataFrame) -> list[str]:
        """Return the indicators asked for, or all; refuse a name that is none."""
        listed = list(values.columns) if indicators is None else list(indicators)
        for name in listed:
            if name not in values.columns:
                raise ResultError(f"There is no indicator called '{name}' in the panel.")
        return listed


def analyses_of(store: Store) -> dict[str, pd.DataFrame]:
    """Return the tables of a study by name, with the Shapley shares that a sweep left."""
    found = read_analyses(store)
    if store.has(SHARES):
        shares = pd.read_csv(BytesIO(store.read(SHARES)))
        found["shapley"] = shares.assign(n=read_manifest(store)["replicates"])
    return found


def long(values: pd.DataFrame, name: str) -> pd.DataFrame:
    """Put the indicators of a table by city and year below each other."""
    return values.reset_index().melt(["city", "year"], var_name="indicator", value_name=name)


def yearly_values(panel: pd.DataFrame, by: Place) -> pd.DataFrame:
    """Average the months of each year, by replicate, city and year."""
    panel = panel[(panel["city"] == ZONE) == (by == "zone")]
    year = panel["month"].str[:4].astype(int).rename("year")
    values = panel.drop(columns=list(KEYS)).astype(float)
    return values.groupby([panel["replicate"], panel["city"], year]).mean()


def by_cell(values: pd.DataFrame) -> Any:
    """Group values of replicates by city and year."""
    return values.groupby(level=["city", "year"])
