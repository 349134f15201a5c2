"""No two columns of the opening economy share memory: what one process writes, no other sees."""

from itertools import combinations

import numpy as np

from sezsim.zone import Zone


def columns(economy):
    """Return every column of every table by name; what lies in the buffer of a table counts once."""
    return {
        f"{table}.{name}": values
        for table, content in vars(economy).items()
        for name, values in getattr(content, "__dict__", {}).items()
        if isinstance(values, np.ndarray) and values.size and name != "buffer"
    }


def test_no_two_columns_share_memory():
    found = columns(Zone.open("baseline", persons_per_agent=50_000, until="2010-01").economy)
    shared = [
        (one, other)
        for one, other in combinations(found, 2)
        if np.may_share_memory(found[one], found[other])
    ]
    assert len(found) > 200
    assert not shared
