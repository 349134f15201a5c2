"""Jobs of the opening: the census of 2010, long form scaled city by city to the short form."""

from dataclasses import dataclass

import numpy as np

from sezsim.base_year.figures import census
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES, Industry

SIXTEEN_OF_TEENS = 0.185  # persons of 15 among those of 15 to 19 (equal shares, nearly; D)
CHILDREN = ("0_4", "5_9", "10_14")
GROUPS = {
    Industry.AGR: ("agriculture",),
    Industry.POWER: ("utilities",),
    Industry.CONSTR: ("construction",),
    Industry.PSRV: (
        "transport_storage_post", "information_software", "finance",
        "leasing_business_services", "science_technical_services",
    ),
    Industry.CSRV: (
        "wholesale_retail", "hotels_catering", "real_estate", "resident_services",
        "culture_sports_entertainment",
    ),
    Industry.PUBSRV: (
        "education", "health_social_welfare", "public_administration",
        "water_environment_public_facilities",
    ),
}  # fmt: skip
SEARCHING = ("lost_job_own_reason", "lost_job_employer_reason", "graduated_not_worked")


@dataclass(frozen=True)
class Jobs:
    """People at work by the census; mining and manufacturing are not yet split."""

    factor: Floats  # (8,) persons for one of the long form
    adults: Floats  # (8,) persons of 16 and more
    known: Floats  # (8, 19) jobs of industries that the census counts by themselves
    mining: Floats  # (8,)
    manufacturing: Floats  # (8,)
    unemployed: Floats  # (8,)

    @property
    def outside_farming(self) -> Floats:
        """Jobs outside farming (8)."""
        known = self.known.sum(axis=1) - self.known[:, Industry.AGR]
        return np.asarray(known + self.mining + self.manufacturing)


def census_jobs() -> Jobs:
    """Read jobs from the census.

    The unemployed are those who lost their post, for their own or the employer's reason, and those
    who graduated and have not worked: 6% of the labour force, 9-10% outside farming. People whose
    land was taken are mostly not looking and stay outside the labour force.
    """
    children = np.add.reduce([census(f"pop_age_{group}") for group in CHILDREN])
    teens = census("pop_age_15_19") * SIXTEEN_OF_TEENS
    adults = census("population") - children - teens
    factor = adults / census("lf_pop16plus")
    known = np.zeros((CITIES, INDUSTRIES))
    for industry, parts in GROUPS.items():
        known[:, industry] = factor * np.add.reduce(
            [census(f"lf_industry_{part}") for part in parts]
        )
    searching = np.add.reduce([census(f"lf_notworking_{reason}") for reason in SEARCHING])
    return Jobs(
        factor=factor,
        adults=adults,
        known=known,
        mining=factor * census("lf_industry_mining"),
        manufacturing=factor * census("lf_industry_manufacturing"),
        unemployed=factor * searching,
    )
