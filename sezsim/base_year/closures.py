"""Closures (闭合假设): what the opening table assumes where no source decides.

Trade between cities, pay of small firms, how far the product that cannot be explained is a margin or
air, idle and backward capacity: each has one number here, so that a sensitivity study can ask
whether a finding depends on it. At the values below the opening is the one of calibration/README.md.
"""

from sezsim.definitions.declare import Declared, parameter


class Parameters(Declared):
    """What the opening assumes."""

    local_supply: float = parameter(
        1.0,
        "odds that the zone supplies its own use, over those assumed by industry",
        unit="1", within=(0.4, 2.5), source="economics 9.8: no source gives trade between cities",
    )  # fmt: skip
    pay: float = parameter(
        0.95,
        "mean pay outside farming over the yearbook's unit wage; sets the labour share",
        unit="1", within=(0.80, 1.0), source="economics 9.9: .75 to 1; units employ a third",
    )  # fmt: skip
    wedge: float = parameter(
        1.6,
        "largest value added rate over the national one; what it leaves is the reporting wedge",
        unit="1", within=(1.4, 1.9), source="economics 9.4 and calibration/README.md",
    )  # fmt: skip
    idle: float = parameter(
        0.79,
        "utilisation of heavy industry at the opening; the rest is idle",
        unit="1", within=(0.65, 0.88), source="facts.csv F79: 72 to 80% in 2010-12", grade="C",
    )  # fmt: skip
    backward: float = parameter(
        1.0,
        "backward capacity of heavy industry over that assumed by size of firm",
        unit="1", within=(0.3, 2.0), source="no source gives vintages by city",
    )  # fmt: skip
