"""The design of a sweep: a YAML file, read with all problems at once.

scenarios: [phase_out_with_award]
under: [none, steel_slump]
vary: {trade.sigma: {from: 2.0, to: 5.0}, policies.steel_phase_out.quota: {values: [0.2, 0.8]}}
design: {kind: sobol, points: 256}     # grid | latin | sobol | list | on_off
replicates: 8
outcomes: [unemployment_rate.anshan.2015, gdp_real.2020]

An on_off design names levers of a package: vary: {closing: {switch: [steel_phase_out]}}.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from sezsim.analysis.factors import Factor, at_points
from sezsim.analysis.points import (
    Values,
    filling_points,
    grid_values,
    latin_points,
    listed_values,
)
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.likely import intention
from sezsim.definitions.text import Entry, plain, read_text
from sezsim.ensemble.running import last_month, month_asked
from sezsim.ensemble.sensitivity_design import (
    NONE,
    UNDER,
    listed,
    read_all,
    read_factors,
    read_outcomes,
    read_overlays,
    try_ends,
    whole,
)
from sezsim.results.addresses import Task
from sezsim.scenario import Scenario

KEYS = ("title", "scenarios", "under", "vary", "design", "replicates", "outcomes", "seed",
        "persons_per_agent", "until", "hold_outside")  # fmt: skip
NEEDED = ("scenarios", "vary", "design")
KINDS = ("grid", "latin", "sobol", "list", "on_off")
DRAWN = ("latin", "sobol")  # kinds that need a number of points
ON, OFF = "on", "off"
LEAST, MOST, MOST_LEVERS = 2, 65536, 12


@dataclass(frozen=True)
class SweepDesign:
    """Scenarios, overlays, values and replicates, all crossed."""

    scenarios: tuple[Scenario, ...]
    overlays: tuple[str, ...]
    values: tuple[Values, ...]
    levers: Mapping[str, tuple[str, ...]]  # policies of each lever; empty unless kind is on_off
    replicates: int
    outcomes: tuple[str, ...]
    seed: int = 2010
    persons_per_agent: int = 1000
    until: str | None = None

    def tasks(self) -> list[Task]:
        """Return every different run once, replicate by replicate."""
        points = [
            (self.point(scenario, overlay, values), {UNDER: overlay, **values})
            for overlay, values, scenario in product(self.overlays, self.values, self.scenarios)
        ]
        tasks = [
            Task(
                scenario=scenario,
                replicate=replicate,
                seed=self.seed,
                persons_per_agent=self.persons_per_agent,
                until=self.until or last_month(scenario, None),
                swept={
                    n: v for n, v in swept.items() if n != UNDER or self.overlays != (NONE,)
                },
            )
            for replicate in range(1, self.replicates + 1)
            for scenario, swept in points
        ]
        return list({task.run: task for task in tasks}.values())

    def point(self, scenario: Scenario, overlay: str, values: Values) -> Scenario:
        """Return a scenario under an overlay with the values that concern it."""
        off = {
            policy
            for lever, policies in self.levers.items()
            if values[lever] == OFF
            for policy in policies
        }
        chosen = scenario if overlay == NONE else scenario.under([overlay])
        kept = tuple(policy for policy in chosen.policies if policy.id not in off)
        ids = {policy.id for policy in kept}
        settings = {
            name: value
            for name, value in values.items()
            if name not in self.levers
            and (not name.startswith("policies.") or name.split(".")[1] in ids)
        }
        return replace(chosen, policies=kept).with_settings(settings)


def read_sweep(path: str | Path) -> SweepDesign:
    """Read a design; raise ScenarioError with all problems."""
    entry = read_text(Path(path))
    problems: list[str] = []
    text = known_keys(entry, problems)
    scenarios = read_all(text["scenarios"], problems) if "scenarios" in text else []
    kind, points = read_kind(text["design"], problems) if "design" in text else ("", 0)
    seed = whole(text, "seed", 2010, problems)
    until = read_until(text, problems)
    overlays = tuple(listed(text[UNDER], problems)) if UNDER in text else (NONE,)
    known = len(problems)
    read_overlays(text, scenarios, problems)
    overlays = overlays if len(problems) == known else (NONE,)
    rest = (
        whole(text, "replicates", 1, problems),
        read_outcomes(text["outcomes"], problems) if "outcomes" in text else (),
        seed,
        whole(text, "persons_per_agent", 1000, problems),
        until,
    )
    levers: Mapping[str, tuple[str, ...]] = {}
    values: tuple[Values, ...] = ()
    if "vary" in text:
        levers, values = read_values(kind, points, text["vary"], seed, problems)
    design = SweepDesign(tuple(scenarios), overlays, values, levers, *rest)
    if scenarios and values:
        try_all_points(design, text["vary"], problems)
    elif "vary" in text and not levers:
        try_ends((), read_factors(text["vary"], []), text["vary"], problems)
    stop_at(problems)
    return design


def read_until(text: Mapping[str, Entry], problems: list[str]) -> str | None:
    """Read the last month, which may be past the paths of the world outside if these are held."""
    if "until" not in text:
        return None
    held = "hold_outside" in text and plain(text["hold_outside"]) is True
    try:
        return month_asked(str(plain(text["until"])), hold_outside=held)
    except ScenarioError as error:
        problems += [text["until"].place.says(problem) for problem in error.problems]
        return None


def stop_at(problems: Sequence[str]) -> None:
    """Raise ScenarioError if there is any problem."""
    if problems:
        raise ScenarioError(*dict.fromkeys(problems))


def known_keys(entry: Entry, problems: list[str]) -> dict[str, Entry]:
    """Return the table of a design; note unknown and lacking keys."""
    if not isinstance(entry.value, dict):
        problems.append(entry.place.says(f"a sweep is a table of keys: {', '.join(NEEDED)}."))
        return {}
    for key, inner in entry.value.items():
        if key not in KEYS:
            problems.append(
                inner.place.says(f"There is no key '{key}'. {intention(key, KEYS)}")
            )
    lacking = [key for key in NEEDED if key not in entry.value]
    problems += [entry.place.says(f"the key '{key}' is missing.") for key in lacking]
    return dict(entry.value)


def read_kind(entry: Entry, problems: list[str]) -> tuple[str, int]:
    """Read the kind of design and its number of points (0 where it follows from the values)."""
    value = plain(entry)
    kind = value.get("kind") if isinstance(value, dict) else None
    if kind not in KINDS:
        problems.append(
            entry.place.says(
                f"design.kind = {kind!r}. {intention(str(kind), KINDS)} "
                "Write {kind: sobol, points: 256}."
            )
        )
        return "", 0
    points = value.get("points", 0)
    needed = kind in DRAWN
    right = type(points) is int and (LEAST <= points <= MOST or (points == 0 and not needed))
    if not right or not set(value) <= {"kind", "points"}:
        problems.append(
            entry.place.says(f"design: {kind} takes points, a number from {LEAST} to {MOST}.")
        )
    return kind, points if right else 0


def read_values(
    kind: str, points: int, vary: Entry, seed: int, problems: list[str]
) -> tuple[Mapping[str, tuple[str, ...]], tuple[Values, ...]]:
    """Read what is varied; return the levers of an on_off design and the values of all points.

    There are no values where the kind, its points or what is varied cannot be read.
    """
    known = len(problems)
    if kind == "on_off" or (not kind and switches_levers(vary)):
        levers = read_levers(vary, problems)
        switches = [Factor(lever, values=(OFF, ON)) for lever in levers]
        return levers, tuple(grid_values(switches, 0)) if len(problems) == known else ()
    factors = read_factors(vary, problems)
    refuse_kind(kind, points, factors, vary, problems)
    if len(problems) > known or not kind or (kind in DRAWN and not points):
        return {}, ()
    if kind == "grid":
        return {}, tuple(grid_values(factors, points))
    if kind == "list":
        return {}, tuple(listed_values(factors))
    draw = latin_points if kind == "latin" else filling_points
    return {}, tuple(at_points(factors, draw(len(factors), points, seed)))


def switches_levers(vary: Entry) -> bool:
    """Tell whether what is varied is written as levers, be the kind of design known or not."""
    table = plain(vary)
    return isinstance(table, dict) and any(
        isinstance(value, dict) and "switch" in value for value in table.values()
    )


def refuse_kind(
    kind: str, points: int, factors: Sequence[Factor], vary: Entry, problems: list[str]
) -> None:
    """Note factors that a kind of design cannot take."""
    ranges = [factor.name for factor in factors if not factor.values]
    if kind == "grid" and ranges and not points:
        problems.append(
            vary.place.says(
                f"{ranges[0]} is a range: give the grid its points, such as "
                "{kind: grid, points: 5}, or list values."
            )
        )
    if kind == "list" and (ranges or len({len(factor.values) for factor in factors}) > 1):
        problems.append(
            vary.place.says("a list takes {values: [...]} of one length for every name.")
        )


def read_levers(entry: Entry, problems: list[str]) -> dict[str, tuple[str, ...]]:
    """Read levers, each a list of the policies that are switched together."""
    levers: dict[str, tuple[str, ...]] = {}
    table = plain(entry)
    for lever, value in table.items() if isinstance(table, dict) else ():
        policies = value.get("switch") if isinstance(value, dict) else None
        if isinstance(policies, list) and policies and set(value) == {"switch"}:
            levers[lever] = tuple(str(policy) for policy in policies)
        else:
            problems.append(
                entry.place.says(f"vary.{lever} = {value!r}: write {{switch: [policy, ...]}}.")
            )
    if not 0 < len(levers) <= MOST_LEVERS:
        problems.append(
            entry.place.says(f"an on_off design takes 1 to {MOST_LEVERS} levers in 'vary'.")
        )
    return levers


def try_all_points(design: SweepDesign, vary: Entry, problems: list[str]) -> None:
    """Try every point in every scenario; note what cannot be."""
    ids = {policy.id for scenario in design.scenarios for policy in scenario.policies}
    named = {name.split(".")[1] for name in design.values[0] if name.startswith("policies.")}
    named |= {policy for policies in design.levers.values() for policy in policies}
    found = [
        f"no scenario has a policy '{policy}'. "
        + (intention(policy, sorted(ids)) if ids else "These scenarios have no policies.")
        for policy in sorted(named - ids)
    ]
    for overlay, scenario in product(design.overlays, design.scenarios):
        for values in design.values:
            try:
                design.point(scenario, overlay, values)
            except ScenarioError as error:
                found += error.problems
    problems += [vary.place.says(problem) for problem in dict.fromkeys(found)]
