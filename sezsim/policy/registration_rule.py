"""Rule of registration (落户条件): how many years of job, residence and insurance a city may ask for.

Overall plan, part 2 (6): who has a stable job and has lived in a city for years may register there. The
rule sets the most years of job, residence and insurance that may be asked, the admissions of applicants
over those of 2010, and the part of land rights that converts keep. A city admits fewer than it is told
to where the money does not follow people.
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
from sezsim.state.rules import NO_LIMIT_YEARS, Proof


class RegistrationRule(Instrument):
    """Limit what cities may ask of applicants."""

    moment = Moment.RULING
    title: ClassVar[Words] = Words("落户条件", "Rule of registration")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}调整落户条件：[，最多要求就业{job:g}年][，"
        "最多要求居住{residence:g}年][，最多要求参保{insurance:g}年][，名额乘以{quota:g}]"
        "[，落户后全区保留{land:.0%}的土地权益]。",
        "From {since} to {until}, {cities} change the rule of registration:[; at most "
        "{job:g} years of job are asked for][; at most {residence:g} years of residence][; "
        "at most {insurance:g} years of insurance][; admissions times {quota:g}][; "
        "converts of the whole zone keep {land:.0%} of their land rights].",
    )

    cities: tuple[City, ...]
    job: float = setting(
        "most years of job asked for",
        unit="year", within=(0.0, NO_LIMIT_YEARS), neutral=NO_LIMIT_YEARS, value=NO_LIMIT_YEARS,
    )  # fmt: skip
    residence: float = setting(
        "most years of residence asked for",
        unit="year", within=(0.0, NO_LIMIT_YEARS), neutral=NO_LIMIT_YEARS, value=NO_LIMIT_YEARS,
    )  # fmt: skip
    insurance: float = setting(
        "most years of insurance asked for",
        unit="year", within=(0.0, NO_LIMIT_YEARS), neutral=NO_LIMIT_YEARS, value=NO_LIMIT_YEARS,
    )  # fmt: skip
    quota: float = setting(
        "share of eligible applicants admitted over the present one",
        unit="1", within=(0.0, 20.0), neutral=1.0, value=1.0,
    )  # fmt: skip
    land: float = setting(
        "part of land rights that converts keep",
        unit="1", within=(0.0, 1.0), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Limit what is asked this month."""
        rules, rows = economy.rules, list(self.cities)
        asked = ((Proof.JOB, self.job), (Proof.RESIDENCE, self.residence),
                 (Proof.INSURANCE, self.insurance))  # fmt: skip
        for proof, years in asked:
            rules.years_asked[proof, rows] = np.minimum(rules.years_asked[proof, rows], years)
        rules.hukou_quota[rows] *= self.quota
        rules.land_protection[...] = np.maximum(rules.land_protection, self.land)
