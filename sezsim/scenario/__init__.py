"""Scenarios (情景): read with all problems at once, put over each other, said in words."""

from sezsim.scenario.outside_choice import Change, OutsideChoice
from sezsim.scenario.reading import shipped_comparison, shipped_names
from sezsim.scenario.scenario import Scenario

__all__ = ["Change", "OutsideChoice", "Scenario", "shipped_comparison", "shipped_names"]
