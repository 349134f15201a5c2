"""Enclave parks (飞地园区): the host gives land, the city left keeps a share of the tax for long.

Parks set up by two cities in one of them: the firm moves in, the host remits a part of the land
price, and the origin keeps its share of the tax for the life of the agreement. Liaoning's rule of
2019 splits half and half for ten years; before 2018 none is known for the zone.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import City
from sezsim.definitions.wording import Words
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy
from sezsim.state.rules import between


class EnclavePark(Instrument):
    """Let cities run parks for firms of other cities."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("飞地园区", "Enclave parks")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，迁出地（{losing}）在迁入地（{gaining}）设飞地园区："
        "迁出地在{years:g}年内保留企业地方税收的{split:.0%}[，迁入地减免地价的{land:.0%}]。",
        "From {since} to {until}, cities that lose firms ({losing}) run parks in host "
        "cities ({gaining}): the city left keeps {split:.0%} of the firm's city tax for "
        "{years:g} years[, and the host remits {land:.0%} of the land price].",
    )

    losing: tuple[City, ...]
    gaining: tuple[City, ...]
    split: float = setting(
        "part of the city tax that the origin keeps",
        unit="1", within=(0.0, 1.0), neutral=0.0,
    )  # fmt: skip
    years: float = setting(
        "years for which the origin keeps it",
        unit="year", within=(0.0, 30.0), neutral=10.0, value=10.0,
        source="policy_parameters.csv enclave sharing_years",
    )  # fmt: skip
    land: float = setting(
        "part of the land price that the host remits",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Write the better of two agreements, and the larger remission."""
        rules, pairs = economy.rules, between(self.losing, self.gaining)
        present = rules.enclave_share * (1.0 + rules.enclave_years)
        where = pairs & (self.split * (1.0 + self.years) > present)
        rules.enclave_share[where] = self.split
        rules.enclave_years[where] = self.years
        rules.land_gift[:] = np.maximum(rules.land_gift, self.land * pairs)
