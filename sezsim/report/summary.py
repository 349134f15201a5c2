"""The first screen in words: what each reform does, to whom, and how sure that is."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sezsim.definitions.geography import ZONE
from sezsim.definitions.wording import Words
from sezsim.report.factors import factor, outcome_in_text
from sezsim.report.futures import FIRM
from sezsim.report.headline import counted
from sezsim.report.measures import measure
from sezsim.report.numbers import in_text, plain
from sezsim.report.sentences import (
    PAIR,
    city_rows,
    is_little,
    is_next_to_nothing,
    is_sure,
    sized,
    verdict,
)
from sezsim.report.statistics import sure_among
from sezsim.report.study import HEADLINE, Study
from sezsim.report.style import reform_style
from sezsim.report.transfers import acts_on_moves, blocked_shares, blocking_differs
from sezsim.report.wordings import in_sentence, joined, place, say

FIRST = ("gdp_real", "employed", "unemployment_rate")
OTHERS = (
    "services_share", "hitech_share", "urbanisation", "energy_gdp", "so2", "cod",
    "fiscal_balance", "capacity_backward", "displaced", "net_migration", "city_debt",
    "consumption", "mean_wage",
)  # fmt: skip
MOST_BESIDES = 3
JOBS = "employed"


@dataclass(frozen=True)
class Card:
    """What the first screen says about one reform."""

    title: Words
    question: Words
    colour: str
    answers: tuple[tuple[Words, tuple[Words, ...]], ...]  # heading and sentences


def cards(study: Study) -> list[Card]:
    """Return one card per reform."""
    return [card(study, reform, place) for place, reform in enumerate(study.reforms)]


def card(study: Study, reform: str, number: int) -> Card:
    """Say what a reform does, to whom, and how sure that is."""
    answers = (
        (say("what"), (what(study, reform), *besides(study, reform), *blocked(study, reform))),
        (say("whom"), whom(study, reform)),
        (say("sure"), (how_sure(study, reform), *over_futures(study, reform))),
    )
    colour = reform_style(number)[0]
    return Card(study.title(reform), study.text(reform).question, colour, answers)


def what(study: Study, reform: str) -> Words:
    """Say what changes in the zone as a whole."""
    parts, verdicts = [], []
    for name in FIRST:
        effect = study.effect(reform, name, study.year) if study.has(name) else None
        if effect is not None:
            found = verdict(effect)
            verdicts.append(found)
            little = is_next_to_nothing(effect, measure(name).change_unit)
            if (is_sure(found) and not little) or found == "single":
                parts.append(changed(name, effect, found))
    if parts:
        comma = joined(parts, zh="，", en=", ")
        return say("card_changes", year=study.year, changes=comma)
    same = all(found == "none" for found in verdicts)
    return say("card_same" if same else "card_nothing", year=study.year)


def besides(study: Study, reform: str) -> tuple[Words, ...]:
    """Say which other changes are furthest beyond chance when all are looked at together."""
    names = [name for name in OTHERS if study.has(name)]
    found = {name: study.effect(reform, name, study.year) for name in names}
    known = [effect.rename(name) for name, effect in found.items() if effect is not None]
    if not known or study.replicates < PAIR:
        return ()
    sure = sure_among(pd.DataFrame(known), len(known))
    little = [
        is_little(float(effect["mean"]), measure(str(name)).change_unit)
        for name, effect in sure.iterrows()
    ]
    sure = sure[~np.array(little, bool) & (sure["mean"].abs() > 0)]
    sure = sure.sort_values("ratio", ascending=False).head(MOST_BESIDES)
    if sure.empty:
        return ()
    changes = [
        changed(str(name), effect, "up" if effect["mean"] > 0 else "down")
        for name, effect in sure.iterrows()
    ]
    return (say("card_besides", year=study.year, changes=joined(changes, zh="，", en=", ")),)


def blocked(study: Study, reform: str) -> tuple[Words, ...]:
    """Say which share of the moves of firms asked for is blocked though both cities would gain."""
    shares = blocked_shares(study)
    if reform not in shares or study.reference not in shares:
        return ()
    differs = blocking_differs(study, reform)
    if not differs and not acts_on_moves(study, reform):
        return ()
    here, before = (plain(shares[each]) for each in (reform, study.reference))
    key = "card_blocked" if differs else "card_blocked_unclear"
    key = "card_blocked_same" if here == before else key
    return (say(key, share=here, before=before, baseline=study.title(study.reference)),)


def changed(name: str, effect: pd.Series, found: str) -> Words:
    """Say by how much one indicator changes."""
    shown = measure(name)
    size = sized(float(effect["mean"]), shown.change_unit)
    return say(f"card_{found}", indicator=in_sentence(name, shown.title), size=size)


def whom(study: Study, reform: str) -> tuple[Words, ...]:
    """Say which city loses and gains most jobs, and what became of the workers laid off."""
    if not study.has(JOBS) or study.replicates < PAIR:
        return groups(study, reform)
    found = [
        city_sentence(study, reform, peak) for peak in peaks(study, reform) if peak is not None
    ]
    return (*(found or [say("card_no_city")]), *groups(study, reform))


def effects_on_jobs(study: Study, reform: str) -> pd.DataFrame:
    """Return the effects of a reform on the jobs of every city and year."""
    effects = city_rows(study.effects(JOBS))
    return effects[effects["scenario"] == reform]


def peaks(study: Study, reform: str) -> tuple[pd.Series | None, pd.Series | None]:
    """Return the largest loss and the largest gain of jobs in a city, as far as they are sure."""
    sure = sure_among(effects_on_jobs(study, reform), len(study.cities))
    lost = sure.loc[sure["mean"].idxmin()] if (sure["mean"] < 0).any() else None
    gained = sure.loc[sure["mean"].idxmax()] if (sure["mean"] > 0).any() else None
    return lost, gained


def city_sentence(study: Study, reform: str, peak: pd.Series) -> Words:
    """Say in how many replicates a city has how many jobs less or more, and until when."""
    table, effects = study.changes(JOBS), effects_on_jobs(study, reform)
    chosen = (table["scenario"] == reform) & (table["city"] == peak["city"])
    values = table.loc[chosen & (table["year"] == peak["year"]), "value"]
    loss = peak["mean"] < 0
    touched = values[values < 0] if loss else values[values > 0]
    return say(
        "card_loss" if loss else "card_gain",
        city=place(str(peak["city"])),
        year=int(peak["year"]),
        count=len(touched),
        all=len(values),
        low=in_text(float(touched.abs().min())),
        high=in_text(float(touched.abs().max())),
        later=afterwards(effects[effects["city"] == peak["city"]], int(peak["year"])),
    )


def afterwards(effects: pd.DataFrame, year: int) -> Words:
    """Say from when on the difference could be chance, or that it lasts."""
    later = effects[effects["year"] > year].sort_values("year")
    if later.empty:
        return Words("", "")
    sure = [is_sure(verdict(row)) for _, row in later.iterrows()]
    years = [int(each) for each in later["year"]]
    if sure[-1]:
        return say("card_lasting", year=years[-1])
    last_sure = max((i for i, each in enumerate(sure) if each), default=-1)
    return say("card_regained", year=years[last_sure + 1])


def groups(study: Study, reform: str) -> tuple[Words, ...]:
    """Say how many of the workers laid off are worse off, if that is known."""
    table = study.tables.groups
    if table is None or table.empty:
        return ()
    chosen = (
        (table["scenario"] == reform)
        & (table["year"] == study.year)
        & (table["city"] == ZONE)
        & (table["group_kind"] == "displaced")
        & (table["group"] == "displaced")
    )
    shares = table.loc[chosen, ["worse_off", "better_off"]].mean()
    if shares.isna().any():
        return ()
    worse, better = (plain(100.0 * float(share)) for share in shares)
    group = say("displaced_workers")
    return (say("card_groups", year=study.year, group=group, worse=worse, better=better),)


def how_sure(study: Study, reform: str) -> Words:
    """Count the headline effects whose sign is beyond chance."""
    if study.replicates < PAIR:
        return say("card_one_run")
    parts = sure_of(study, reform)
    return say(
        "card_sure", year=study.year, count=sum(parts.values()),
        replicates=study.replicates, **parts,
    )  # fmt: skip


def sure_of(study: Study, reform: str) -> dict[str, int]:
    """Count the headline effects that are sure of their sign, next to nothing, or neither."""
    effects = [
        (study.effect(reform, name, study.year), measure(name).change_unit)
        for name in HEADLINE
        if study.has(name)
    ]
    return counted(
        [
            "little" if is_next_to_nothing(effect, unit) else verdict(effect)
            for effect, unit in effects
            if effect is not None
        ]
    )


def over_futures(study: Study, reform: str) -> tuple[Words, ...]:
    """Say how many headline effects keep their sign over uncertain parameters, and which turn."""
    table = study.tables.analyses.get("signs")
    rows = None if table is None else table[table["scenario"] == reform]
    if rows is None or rows.empty:
        return ()
    firm = int((rows[["share_up", "share_down"]].max(axis=1) >= FIRM).sum())
    said = [say("card_firm", count=len(rows), firm=firm)]
    turned = rows[rows["turned_by"] != ""]
    if len(turned):
        parts = [
            say(
                "card_turned_part",
                outcome=outcome_in_text(str(row["outcome"])),
                factor=factor(str(row["turned_by"])),
            )
            for _, row in turned.iterrows()
        ]
        said.append(say("card_turned", parts=joined(parts, zh="，", en=", ")))
    return tuple(said)
