"""Energy of the opening mix of equipment (期初能耗), against which use is measured."""

import numpy as np

from sezsim.base_year.structure import (
    ratio,
)
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES
from sezsim.state.economy import Economy


def energy_base(economy: Economy) -> Floats:
    """Mean energy use per output of the opening mix of equipment (8, 19)."""
    firms = economy.firms
    cell = firms.city.astype(np.int64) * INDUSTRIES + firms.industry
    used = np.bincount(cell, energy_use(economy), CITIES * INDUSTRIES)
    made = np.bincount(cell, firms.output, CITIES * INDUSTRIES)
    base = np.where(made > 0.0, ratio(used, made), 1.0)
    return base.reshape(CITIES, INDUSTRIES)


def energy_use(economy: Economy) -> Floats:
    """Energy (in units of standard equipment) that each firm's mix of vintages uses."""
    firms = economy.firms
    profile = 1.0 + economy.structure.vintage_energy[firms.industry]
    return np.asarray((firms.running * profile).sum(axis=1))
