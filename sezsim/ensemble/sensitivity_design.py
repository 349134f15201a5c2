"""The design of a sensitivity study: a YAML file, read with all problems at once.

scenarios: [baseline, phase_out_with_award]
under: [none, steel_slump]
vary: {trade.sigma: {from: 2.0, to: 5.0}, migration.pull: declared}
design: {kind: sobol, points: 64}     # or {kind: morris, paths: 20}
replicates: 8
outcomes: [unemployment_rate.anshan.2015, gdp_real.2020]
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sezsim.analysis.factors import REPLICATE, Factor, replicate_factor
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.likely import intention
from sezsim.definitions.text import Entry, plain, read_text
from sezsim.ensemble.outcome_names import problems_of
from sezsim.ensemble.running import read
from sezsim.parameters import Parameters
from sezsim.scenario import Scenario

KEYS = ("title", "scenarios", "under", "vary", "design", "replicates", "outcomes", "seed",
        "persons_per_agent")  # fmt: skip
NEEDED = ("scenarios", "vary", "design", "outcomes")
KINDS = {"sobol": "points", "morris": "paths"}
NONE, UNDER, DECLARED = "none", "under", "declared"
LEAST, MOST = 2, 65536  # points or paths


@dataclass(frozen=True)
class SensitivityDesign:
    """What is varied, how often, and which outcomes are studied."""

    scenarios: tuple[Scenario, ...]
    factors: tuple[Factor, ...]  # overlays and the replicate last, where there are several
    kind: str
    size: int  # points or paths
    outcomes: tuple[str, ...]
    seed: int = 2010
    persons_per_agent: int = 1000

    @property
    def runs(self) -> int:
        """How many runs the study needs."""
        extra = 2 if self.kind == "sobol" else 1
        return self.size * (len(self.factors) + extra) * len(self.scenarios)

    def scenario(self, place: int, values: Mapping[str, float | str]) -> Scenario:
        """Return a scenario with the values of the factors, as far as they concern it."""
        chosen = self.scenarios[place]
        overlay = values.get(UNDER, NONE)
        if overlay != NONE:
            chosen = chosen.under([str(overlay)])
        ids = {policy.id for policy in chosen.policies}
        settings = {
            name: value
            for name, value in values.items()
            if name not in {UNDER, REPLICATE}
            and (not name.startswith("policies.") or name.split(".")[1] in ids)
        }
        return chosen.with_settings(settings)


def read_design(path: str | Path) -> SensitivityDesign:
    """Read a design; raise ScenarioError with all problems."""
    entry = read_text(Path(path))
    problems: list[str] = []
    text = checked_keys(entry, problems)
    scenarios = read_all(text["scenarios"], problems) if "scenarios" in text else []
    factors = read_factors(text["vary"], problems) if "vary" in text else []
    try_ends(scenarios, factors, text.get("vary", entry), problems)
    factors += read_overlays(text, scenarios, problems)
    replicates = whole(text, "replicates", 1, problems)
    if replicates > 1:
        factors.append(replicate_factor(replicates))
    kind, size = read_kind(text["design"], problems) if "design" in text else ("", 0)
    outcomes = read_outcomes(text["outcomes"], problems) if "outcomes" in text else ()
    seed, scale = (
        whole(text, "seed", 2010, problems),
        whole(text, "persons_per_agent", 1000, problems),
    )
    if problems:
        raise ScenarioError(*dict.fromkeys(problems))
    return SensitivityDesign(
        tuple(scenarios), tuple(factors), kind, size, outcomes, seed, scale
    )


def checked_keys(entry: Entry, problems: list[str]) -> dict[str, Entry]:
    """Return the table of a design; note unknown and lacking keys."""
    if not isinstance(entry.value, dict):
        problems.append(entry.place.says(f"a design is a table of keys: {', '.join(NEEDED)}."))
        return {}
    for key, inner in entry.value.items():
        if key not in KEYS:
            problems.append(
                inner.place.says(f"There is no key '{key}'. {intention(key, KEYS)}")
            )
    lacking = [key for key in NEEDED if key not in entry.value]
    problems += [entry.place.says(f"the key '{key}' is missing.") for key in lacking]
    return dict(entry.value)


def listed(entry: Entry, problems: list[str]) -> list[str]:
    """Return a list of words."""
    value = plain(entry)
    words = value if isinstance(value, list) else [value]
    if not words or not all(isinstance(word, str) for word in words):
        problems.append(entry.place.says(f"write a list of names, not {value!r}."))
        return []
    return words


def read_all(entry: Entry, problems: list[str]) -> list[Scenario]:
    """Read the scenarios; the first is what the others are compared with."""
    try:
        return read(listed(entry, problems))
    except ScenarioError as error:
        problems += [entry.place.says(problem) for problem in error.problems]
        return []


def read_factors(entry: Entry, problems: list[str]) -> list[Factor]:
    """Read what is varied."""
    if not isinstance(entry.value, dict) or not entry.value:
        problems.append(entry.place.says("'vary' is a table such as {trade.sigma: declared}."))
        return []
    declared = {each.name: each.within for each in Parameters().listed()}
    found = (
        read_factor(name, inner, declared, problems) for name, inner in entry.value.items()
    )
    return [factor for factor in found if factor is not None]


def read_factor(
    name: str, entry: Entry, declared: Mapping[str, tuple[float, float]], problems: list[str]
) -> Factor | None:
    """Read one factor: bounds, listed values, or the declared range of a parameter."""
    value, bare = plain(entry), name.removeprefix("parameters.")
    if value == DECLARED and bare in declared:
        return Factor(name, *declared[bare])
    if isinstance(value, dict) and set(value) == {"from", "to"}:
        low, high = value["from"], value["to"]
        if is_number(low) and is_number(high) and low < high:
            return Factor(name, float(low), float(high))
    if isinstance(value, dict) and set(value) == {"values"}:
        several = value["values"]
        if isinstance(several, list) and several:
            return Factor(name, values=tuple(several))
    problems.append(
        entry.place.says(
            f"vary.{name} = {value!r}: write {{from: 1.0, to: 2.0}} with from below to, "
            "{values: [1.0, 2.0]}, or 'declared' for the declared range of a parameter."
        )
    )
    return None


def is_number(value: Any) -> bool:
    """Tell whether a value is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def read_overlays(
    text: Mapping[str, Entry], scenarios: Sequence[Scenario], problems: list[str]
) -> list[Factor]:
    """Read the overlays as one factor; none where there is only one."""
    if UNDER not in text:
        return []
    names = listed(text[UNDER], problems)
    for name in names:
        for scenario in scenarios if name != NONE else ():
            try:
                scenario.under([name])
            except ScenarioError as error:
                problems += [text[UNDER].place.says(problem) for problem in error.problems]
    return [Factor(UNDER, values=tuple(names))]


def read_kind(entry: Entry, problems: list[str]) -> tuple[str, int]:
    """Read the kind of design and its size."""
    value = plain(entry)
    kind = value.get("kind") if isinstance(value, dict) else None
    if kind not in KINDS:
        problems.append(
            entry.place.says("write {kind: sobol, points: 64} or {kind: morris, paths: 20}.")
        )
        return "", 0
    size = value.get(KINDS[kind])
    if set(value) != {"kind", KINDS[kind]} or not (type(size) is int and LEAST <= size <= MOST):
        problems.append(
            entry.place.says(
                f"design: {kind} takes '{KINDS[kind]}', a number from {LEAST} to {MOST}."
            )
        )
        return "", 0
    return kind, size


def read_outcomes(entry: Entry, problems: list[str]) -> tuple[str, ...]:
    """Read the names of the outcomes; whether runs reach their years is seen when one has run."""
    names = listed(entry, problems)
    problems += [entry.place.says(each) for name in names for each in problems_of(name)]
    return tuple(names)


def whole(text: Mapping[str, Entry], key: str, otherwise: int, problems: list[str]) -> int:
    """Read a whole number of one or more."""
    if key not in text:
        return otherwise
    value = plain(text[key])
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        problems.append(
            text[key].place.says(f"{key} = {value!r} is not a whole number from 1 on.")
        )
        return otherwise
    return value


def try_ends(
    scenarios: Sequence[Scenario], factors: Sequence[Factor], vary: Entry, problems: list[str]
) -> None:
    """Try both ends of every factor in every scenario; note what cannot be.

    Without scenarios (they could not be read) parameters are tried in the baseline, policies not.
    """
    found: list[str] = []
    tried = scenarios or [Scenario.read("baseline")]
    there = {policy.id for scenario in scenarios for policy in scenario.policies}
    for factor in factors:
        kind, policy = (*factor.name.split("."), "")[:2]
        if kind == "policies" and scenarios and policy not in there:
            likely = intention(policy, sorted(there)) if there else "They have no policies."
            found.append(f"no scenario has a policy '{policy}'. {likely}")
        for scenario in tried:
            if kind == "policies" and policy not in {each.id for each in scenario.policies}:
                continue
            for end in (factor.at(0.0), factor.at(1.0)):
                try:
                    scenario.with_settings({factor.name: end})
                except ScenarioError as error:
                    found += error.problems
    problems += [vary.place.says(each) for each in dict.fromkeys(found)]
