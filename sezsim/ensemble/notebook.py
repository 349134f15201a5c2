"""The notebook of a study: the outcomes of the runs done so far, so that it can go on after a stop."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from time import monotonic
from typing import Any

from sezsim.results.store import Store

NOTES = "lived.json"
PAUSE = 5.0  # seconds between two writings; what a killed study may lose


@dataclass(frozen=True)
class Lived:
    """What the study keeps of one run."""

    run: str
    outcomes: tuple[float, ...]
    runs_away: str = ""
    failure: str = ""
    seconds: float = 0.0


@dataclass
class Notebook:
    """What is noted of the runs of a study, in its folder."""

    store: Store
    outcomes: tuple[str, ...]
    written: float = field(default_factory=monotonic)

    def rows(self) -> dict[str, dict[str, Any]]:
        """Read the runs noted by name; those that failed or lack an outcome are lived again."""
        if not self.store.has(NOTES):
            return {}
        try:
            noted = json.loads(self.store.read(NOTES))
            names = noted["outcomes"]
            places = [names.index(name) for name in self.outcomes if name in names]
            if len(places) < len(self.outcomes):
                return {}
            return {
                row["run"]: {**row, "outcomes": tuple(row["outcomes"][k] for k in places)}
                for row in noted["runs"]
            }
        except (ValueError, KeyError, TypeError, IndexError):
            sys.stderr.write(
                f"{NOTES} of {self.store.place} is damaged; its runs are lived again. "
                "已损坏，重新模拟。\n"
            )
            return {}

    @contextmanager
    def open(self, found: Mapping[str, Lived]) -> Iterator[None]:
        """Note what was found at the end, whatever ends it."""
        try:
            yield
        finally:
            self.note(found)

    def note_now_and_then(self, found: Mapping[str, Lived]) -> None:
        """Note what was found unless it was just noted."""
        if monotonic() - self.written > PAUSE:
            self.note(found)

    def note(self, found: Mapping[str, Lived]) -> None:
        """Note the runs that did not fail."""
        runs = [asdict(each) for each in found.values() if not each.failure]
        text = json.dumps({"outcomes": self.outcomes, "runs": runs})
        self.store.write(NOTES, text.encode())
        self.written = monotonic()
