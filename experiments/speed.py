"""How fast does a month pass, which process takes the time, and how far is the floor?

Prints JSON. Times are the best of five. The floor is the bare labour and migration loop of
`labour_floor.py` over as many rows, measured in the same run.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

from labour_floor import Labour

import sezsim.ensemble
import sezsim.zone
from sezsim.accounting.books import Books
from sezsim.observation.recorder import Recorder
from sezsim.randomness import Draws
from sezsim.scenario import Scenario
from sezsim.zone import Zone, warm_up

TIMES = 5
LABELS = {
    (Books, "close"): "close the books",
    (Recorder, "record"): "measure the month",
    (Zone, "record"): "make the record of the run",
}
MONTHS_OF_FLOOR = 12
MEMORY = (
    "import resource; from sezsim.zone import Zone; "
    "Zone.open('baseline', persons_per_agent={scale}, until='{until}').run(); "
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
)


def best(measure: Callable[[], float], times: int = TIMES) -> float:
    """Return the least of some measurements."""
    return min(measure() for _ in range(times))


def floor_ns(rows: int) -> float:
    """Return the floor's time (ns) per row and month."""
    Labour.of(1000).month(Draws(seed=1, replicate=1))

    def once() -> float:
        labour, draws = Labour.of(rows), Draws(seed=1, replicate=1)
        start = perf_counter()
        for _ in range(MONTHS_OF_FLOOR):
            labour.month(draws)
        return (perf_counter() - start) * 1e9 / rows / MONTHS_OF_FLOOR

    return best(once)


def run_of(scale: int, until: str) -> dict[str, float]:
    """Return seconds to open and to run, and ns per row-month, at a scale."""
    opening, running, lived = [], [], 0
    for _ in range(TIMES):
        start = perf_counter()
        zone = Zone.open("baseline", persons_per_agent=scale, until=until)
        opened = perf_counter()
        rows, months = int(zone.economy.workers.alive.sum()), zone.last.number + 1
        zone.run()
        opening.append(opened - start)
        running.append(perf_counter() - opened)
        lived = rows * months
    return {
        "rows": rows,
        "months": months,
        "seconds_to_open": round(min(opening), 4),
        "seconds_to_run": round(min(running), 4),
        "ns_per_row_month": round(min(running) * 1e9 / lived, 2),
        "floor_ns_per_row_month": round(floor_ns(rows), 2),
        "peak_memory_mb": peak_memory(scale, until),
    }


def peak_memory(scale: int, until: str) -> float:
    """Return the peak memory (MB) of a run in a process of its own."""
    program = MEMORY.format(scale=scale, until=until)
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return round(int(done.stdout) / 1024, 1)


@contextmanager
def clocks(spent: dict[str, float]) -> Iterator[None]:
    """Time whatever Zone.step calls by name, and the monthly close of the books."""
    called = set(Zone.step.__code__.co_names)
    functions = [
        (sezsim.zone, name) for name in called if callable(vars(sezsim.zone).get(name))
    ]
    methods = [(Zone, name) for name in called if callable(vars(Zone).get(name))]
    places = {*functions, *methods, (Books, "close"), (Recorder, "record"), (Zone, "record")}
    whole = [(place, name, getattr(place, name)) for place, name in places]
    for place, name, function in whole:
        setattr(place, name, timed(function, LABELS.get((place, name), name), spent))
    try:
        yield
    finally:
        for place, name, function in whole:
            setattr(place, name, function)


def timed(
    function: Callable[..., Any], name: str, spent: dict[str, float]
) -> Callable[..., Any]:
    """Return a function that adds its time to what was spent."""

    @wraps(function)
    def clocked(*given: Any, **named: Any) -> Any:
        start = perf_counter()
        result = function(*given, **named)
        spent[name] += perf_counter() - start
        return result

    return clocked


def by_process(scale: int, until: str) -> dict[str, float]:
    """Return ns per row-month of every process, the most expensive first."""
    least: dict[str, float] = {}
    for _ in range(TIMES):
        zone = Zone.open("baseline", persons_per_agent=scale, until=until)
        lived = int(zone.economy.workers.alive.sum()) * (zone.last.number + 1)
        spent: dict[str, float] = defaultdict(float)
        start = perf_counter()
        with clocks(spent):
            zone.run()
        spent["total"] = perf_counter() - start
        spent["rest"] = 2.0 * spent["total"] - sum(spent.values())
        each = {name: seconds * 1e9 / lived for name, seconds in spent.items()}
        least = {name: min(least.get(name, ns), ns) for name, ns in each.items()}
    return {name: round(least[name], 3) for name in sorted(least, key=least.get, reverse=True)}


def starts() -> dict[str, float]:
    """Return seconds of `sezsim run baseline --replicates 1`, cold and warm."""
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {**os.environ, "SEZSIM_CACHE": f"{folder}/cache"}
        seconds = []
        for k in range(TIMES):
            command = [
                "run",
                "baseline",
                "--replicates",
                "1",
                "--quiet",
                "--out",
                f"{folder}/{k}",
            ]
            start = perf_counter()
            subprocess.run(  # noqa: S603 - our own program
                [sys.executable, "-m", "sezsim", *command],
                env=surroundings,
                check=True,
                capture_output=True,
            )
            seconds.append(perf_counter() - start)
    return {"cold": round(seconds[0], 2), "warm": round(min(seconds[1:]), 2)}


def many_runs(replicates: int) -> dict[str, float]:
    """Return seconds and bytes of runs at 1:1000 on two processes, parts written."""
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        sezsim.ensemble.run("baseline", replicates=replicates, workers=2, out=folder)
        seconds = perf_counter() - start
        sizes = [path.stat().st_size for path in Path(folder).rglob("*.parquet")]
    return {
        "runs": replicates,
        "seconds": round(seconds, 2),
        "seconds_for_1000": round(seconds / replicates * 1000, 1),
        "bytes_a_run": round(sum(sizes) / replicates),
    }


def two_against_one(replicates: int) -> dict[str, float]:
    """Return seconds of as many runs on one process and on two, starts included, and the ratio."""
    seconds = {}
    for workers in (1, 2):
        program = (
            "import sezsim\nif __name__ == '__main__':\n    sezsim.run('baseline', "
            f"replicates={replicates}, workers={workers}, out='result')\n"
        )
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "program.py").write_text(program, encoding="utf-8")
            start = perf_counter()
            subprocess.run([sys.executable, "program.py"], cwd=folder, check=True)
            seconds[workers] = perf_counter() - start
    return {
        "runs": replicates,
        "one": round(seconds[1], 2),
        "two": round(seconds[2], 2),
        "ratio": round(seconds[1] / seconds[2], 2),
    }


def with_instruments(count: int) -> dict[str, float]:
    """Return the time of a run with so many instruments of the plan over the baseline's."""
    plan = Scenario.read("plan_as_written")
    spread = [plan.policies[i * len(plan.policies) // count] for i in range(count)]
    chosen = replace(plan, name=f"{count} instruments", policies=tuple(spread))

    def once(scenario: Scenario) -> float:
        zone = Zone.open(scenario)
        start = thread_time()
        zone.run()
        return thread_time() - start

    baseline = Scenario.read("baseline")
    once(chosen)
    pairs = [(once(baseline), once(chosen)) for _ in range(TIMES)]
    least, most = (min(seconds) for seconds in zip(*pairs, strict=True))
    return {
        "instruments": count,
        "baseline_seconds": round(least, 4),
        "seconds": round(most, 4),
        "ratio": round(most / least, 3),
    }


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--replicates", type=int, default=60, help="runs on two processes")
    words.add_argument("--without-starts", action="store_true", help="leave the starts out")
    words.add_argument("--two-against-one", type=int, metavar="RUNS", help="only this")
    chosen = words.parse_args()
    warm_up()
    if chosen.two_against_one:
        print(json.dumps(two_against_one(chosen.two_against_one), indent=2))
        return
    scales = {
        "1:1000": run_of(1000, "2020-12"),
        "1:100": run_of(100, "2020-12"),
        "1:20": run_of(20, "2010-12"),
    }
    for measured in scales.values():
        ratio = measured["ns_per_row_month"] / measured["floor_ns_per_row_month"]
        measured["ratio_to_floor"] = round(ratio, 2)
    found = {
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
        "scales": scales,
        "ns_by_process": {
            "1:1000": by_process(1000, "2020-12"),
            "1:20": by_process(20, "2010-12"),
        },
        "instruments": [with_instruments(100), with_instruments(157)],
        "ensemble": many_runs(chosen.replicates),
        "start_seconds": {} if chosen.without_starts else starts(),
    }
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
