"""Public services of each city as an employer (公共部门用工): their pool and their largest unit."""

import numpy as np

from sezsim.definitions.columns import Ints
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES, Industry
from sezsim.state.economy import Economy
from sezsim.state.firms import OWNERSHIPS, Ownership


def public_pools() -> Ints:
    """Return the employer pool of the public services of each city (8)."""
    city = np.arange(CITIES)
    return np.asarray((city * INDUSTRIES + Industry.PUBSRV) * OWNERSHIPS + Ownership.STATE)


def public_employers(economy: Economy) -> Ints:
    """Return the largest unit of the public services of each city (8)."""
    firms = economy.firms
    staff = np.where(firms.is_open, firms.staff, -1.0)
    return np.array(
        [int(np.argmax(np.where(firms.pool == pool, staff, -2.0))) for pool in public_pools()]
    )
