"""Pay factor (工资系数): what a person earns over the mean, by schooling, experience and ability.

ln factor = premium of schooling + experience * years - fading * years^2 + ability - discount
"""

import math

import numpy as np

from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled

PREMIUM = np.array([0.0, 0.20, 0.55])  # low, middle, high schooling, log points (C)
EXPERIENCE, FADING = 0.020, 0.0004  # pay of a year of experience and its square (C)
ABILITY = 0.33  # spread of pay within groups, log points (D)
DISCOUNT = 0.05  # of people registered elsewhere; parameters.csv d_hukou, private (C)
FIRST_YEAR, LAST_YEARS = 20.0, 40.0  # age at which experience begins, and its most (D)
EMPLOYEE = 1.53  # mean of exp(ln factor) over the employees of the opening: factors are over it


@compiled
def newcomer_factor(premium: float, years: float, ability: float, discount: float) -> float:
    """Pay factor of somebody who enters the labour market; ability is a standard normal lot."""
    worked = min(max(years - FIRST_YEAR, 0.0), LAST_YEARS)
    logs = premium + EXPERIENCE * worked - FADING * worked**2 + ABILITY * ability - discount
    return math.exp(logs) / EMPLOYEE


def logs_of_pay(skill: Ints, years: Floats, ability: Floats, stranger: Flags) -> Floats:
    """Log of the pay factor before it is normalised."""
    worked = np.clip(years - FIRST_YEAR, 0.0, LAST_YEARS)
    logs = PREMIUM[skill] + EXPERIENCE * worked - FADING * worked**2
    return np.asarray(logs + ABILITY * ability - DISCOUNT * stranger)
