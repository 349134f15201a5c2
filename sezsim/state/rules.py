"""Rules (规则): what processes read and policies write; all neutral again every month."""

from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np

from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES
from sezsim.state.firms import OWNERSHIPS


def rule(meaning: str, *, unit: str, neutral: float, shape: tuple[int, ...] = ()) -> Any:
    """Declare a rule: its meaning, its unit and the value that changes nothing."""
    return field(
        default_factory=lambda: np.full(shape, neutral),
        metadata={"meaning": meaning, "unit": unit, "neutral": neutral},
    )


@dataclass
class Rules:
    """The rules in force this month; an array of shape () is a zone-wide rule."""

    settlement_ease: Floats = rule(
        "odds of moving to a city", unit="1", neutral=1.0, shape=(CITIES,)
    )
    service_access: Floats = rule(
        "access of non-local residents to public services, added to the opening share",
        unit="1", neutral=0.0, shape=(CITIES,),
    )  # fmt: skip
    pension_loss: Floats = rule("pension points lost on leaving a pool", unit="1", neutral=1.0)
    hukou_quota: Floats = rule(
        "share of eligible applicants admitted, over the opening one",
        unit="1",
        neutral=1.0,
        shape=(CITIES,),
    )
    land_protection: Floats = rule(
        "share of land value kept on conversion", unit="1", neutral=0.0
    )
    travel_time: Floats = rule(
        "travel time between cities", unit="1", neutral=1.0, shape=(CITIES, CITIES)
    )
    matching: Floats = rule("efficiency of matching", unit="1", neutral=1.0, shape=(CITIES,))
    training_places: Floats = rule(
        "training places offered a month", unit="person/month", neutral=0.0, shape=(CITIES,)
    )
    energy_price: Floats = rule("price of energy", unit="1", neutral=1.0)
    levy: Floats = rule("pollution levy rate", unit="1", neutral=1.0)
    research_subsidy: Floats = rule("share of research cost paid", unit="1", neutral=0.0)
    entry_ease: Floats = rule(
        "entry of private firms", unit="1", neutral=1.0, shape=(CITIES, INDUSTRIES)
    )
    soft_budget: Floats = rule(
        "chance that an insolvent state firm is rescued", unit="1", neutral=1.0
    )
    credit_limit: Floats = rule(
        "credit limit by ownership", unit="1", neutral=1.0, shape=(OWNERSHIPS,)
    )
    expansion: Floats = rule(
        "share of planned expansion allowed", unit="1", neutral=1.0, shape=(CITIES, INDUSTRIES)
    )
    investment_grant: Floats = rule(
        "grant on new equipment", unit="1", neutral=0.0, shape=(CITIES,)
    )
    moving_barrier: Floats = rule(
        "share of firm moves blocked by the origin", unit="1", neutral=1.0
    )
    tax_share: Floats = rule(
        "share of moved firms' city tax handed back, by origin and host",
        unit="1",
        neutral=0.0,
        shape=(CITIES, CITIES),
    )
    closing_quota: Floats = rule(
        "share of the backward capacity present that is ordered to close this month",
        unit="1/month",
        neutral=0.0,
        shape=(CITIES, INDUSTRIES),
    )
    closing_award: Floats = rule(
        "award for closed yearly capacity",
        unit="yuan per 10^4 yuan",
        neutral=0.0,
        shape=(CITIES, INDUSTRIES),
    )
    minimum_wage: Floats = rule("minimum wage over the path", unit="1", neutral=1.0)
    benefit: Floats = rule("unemployment benefit over the opening one", unit="1", neutral=1.0)

    def make_neutral(self) -> None:
        """Return every rule to the value that changes nothing."""
        for name, neutral in NEUTRAL:
            getattr(self, name).fill(neutral)


NEUTRAL = tuple((each.name, each.metadata["neutral"]) for each in fields(Rules))
