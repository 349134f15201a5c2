"""Scenarios (情景): read with all problems at once, put over each other, said in words."""

from sezsim.scenario.outside_choice import Change, OutsideChoice
from sezsim.scenario.reading import shipped_comparison, shipped_names
from sezsim.scenario.scenario import Scenario
from sezsim.scenario.survey import check_file, listed_scenarios
from sezsim.scenario.words import in_words

__all__ = [
    "Change",
    "OutsideChoice",
    "Scenario",
    "check_file",
    "in_words",
    "listed_scenarios",
    "shipped_comparison",
    "shipped_names",
]
