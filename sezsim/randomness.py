"""Chance (随机性): counter-based draws keyed by seed, replicate, purpose, month and permanent id.

    key = mix(mix(mix(mix(seed) ^ replicate) ^ hash(name)) ^ month)
    uniform(key, id) = top 53 bits of mix(key ^ id * golden ratio)

Every part is folded in by a mix of its own, so that neighbours share nothing. A scenario changes
what people decide, never what chance hands them.
"""

import hashlib
import math
from dataclasses import dataclass, field

import numpy as np

from sezsim.definitions.calendar import FIRST_MONTH, Month
from sezsim.definitions.columns import Floats, Ids
from sezsim.definitions.compiled import Key, compiled, compiled_rows, uint64

GOLDEN = uint64(0x9E3779B97F4A7C15)
FIRST = uint64(0xBF58476D1CE4E5B9)
SECOND = uint64(0x94D049BB133111EB)
WORD = (1 << 64) - 1
UNIT = 1.0 / 9007199254740992.0  # two to the power of -53


@compiled
def mix(word: Key) -> Key:
    """Scramble 64 bits (the finaliser of splitmix64)."""
    word = (word ^ (word >> uint64(30))) * FIRST
    word = (word ^ (word >> uint64(27))) * SECOND
    return word ^ (word >> uint64(31))


@compiled
def uniform(key: Key, person: Key) -> float:
    """Draw a number in [0, 1) that belongs to a key and a permanent id."""
    return float(mix(key ^ (person * GOLDEN)) >> uint64(11)) * UNIT


@compiled
def whole_lot(key: Key, person: Key) -> Key:
    """Draw the number of uniform() before it is scaled: a whole one below 2 to the power of 53."""
    return mix(key ^ (person * GOLDEN)) >> uint64(11)


@compiled
def bound_of(chance: float) -> Key:
    """Return the whole number that whole_lot() stays below with a chance, rounded up."""
    return uint64(math.ceil(min(max(chance, 0.0), 1.0) / UNIT))


@compiled
def exponential(key: Key, person: Key) -> float:
    """Draw a number with the unit exponential distribution."""
    return -math.log(1.0 - uniform(key, person))


@compiled
def normal(key: Key, person: Key) -> float:
    """Draw a standard normal number (Box and Muller)."""
    radius = math.sqrt(-2.0 * math.log(1.0 - uniform(key, person)))
    return radius * math.cos(2.0 * math.pi * uniform(mix(key), person))


@compiled
def child_id(parent: Key, order: Key) -> Key:
    """Make the permanent id of a descendant from its parent's id and birth order."""
    return mix(mix(parent) ^ (order * GOLDEN + uint64(1)))


@compiled_rows
def fill_descendants(parents: Ids, orders: Ids, made: Ids) -> None:
    """Fill a column with the ids of descendants."""
    for i in range(len(made)):
        made[i] = child_id(parents[i], orders[i])


def descendants(parents: Ids | Key, orders: Ids) -> Ids:
    """Return the ids of descendants of each parent (or of one) by order."""
    made = np.empty(len(orders), np.uint64)
    fill_descendants(np.broadcast_to(parents, orders.shape).copy(), orders, made)
    return made


def mixed(word: int) -> int:
    """Scramble 64 bits, in plain whole numbers (the same as mix)."""
    word = ((word ^ (word >> 30)) * int(FIRST)) & WORD
    word = ((word ^ (word >> 27)) * int(SECOND)) & WORD
    return word ^ (word >> 31)


def name_hash(name: str) -> int:
    """Hash a purpose to 64 bits, the same in every process."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "little")


@dataclass
class Draws:
    """The chance of one replicate."""

    seed: int
    replicate: int
    month: Month = FIRST_MONTH
    hashes: dict[str, int] = field(default_factory=dict)
    known: Ids = field(
        default_factory=lambda: np.zeros(0, np.uint64)
    )  # the hashes in one column
    several: dict[tuple[str, ...], Ids] = field(default_factory=dict)
    lasting: dict[tuple[str, ...], Ids] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)  # of purposes among the ready keys
    ready: Ids = field(default_factory=lambda: np.zeros(0, np.uint64))  # of the present month
    kept: dict[str, Key] = field(default_factory=dict)  # keys of the whole run

    def enter(self, month: Month) -> None:
        """Turn to the chance of a month; purposes named before get their keys all at once."""
        self.month = month
        if len(self.known) != len(self.hashes):
            self.known = np.fromiter(self.hashes.values(), np.uint64, len(self.hashes))
            self.places = {name: place for place, name in enumerate(self.hashes)}
        self.ready = month_keys(self.known, month.number + 1)

    def key(self, name: str) -> Key:
        """Return the key of a purpose in the present month, for example 'labour/quit'."""
        if name in self.places:
            return self.ready[self.places[name]]
        return self._key(name, self.month.number + 1)

    def keys(self, names: tuple[str, ...]) -> Ids:
        """Return the keys of several purposes in the present month."""
        if names not in self.several:
            self.several[names] = np.array([self._hash(name) for name in names], np.uint64)
        return month_keys(self.several[names], self.month.number + 1)

    def lasting_keys(self, names: tuple[str, ...]) -> Ids:
        """Return the keys of several purposes that are drawn once for the whole run."""
        if names not in self.lasting:
            lasting = [self.lasting_key(name) for name in names]
            self.lasting[names] = np.array(lasting, np.uint64)
        return self.lasting[names]

    def lasting_key(self, name: str) -> Key:
        """Return the key of a purpose that is drawn once for the whole run."""
        if name not in self.kept:
            self.kept[name] = self._key(name, 0)
        return self.kept[name]

    def _key(self, name: str, month: int) -> Key:
        return np.uint64(mixed(self._hash(name) ^ month))

    def _hash(self, name: str) -> int:
        if name not in self.hashes:
            self.hashes[name] = mixed(
                mixed(mixed(self.seed) ^ self.replicate) ^ name_hash(name)
            )
        return self.hashes[name]


@compiled
def month_keys(hashes: Ids, month: int) -> Ids:
    """Fold a month into the keys of several purposes."""
    keys = np.empty_like(hashes)
    for k in range(len(hashes)):
        keys[k] = mix(hashes[k] ^ uint64(month))
    return keys


@compiled_rows
def fill_uniform(key: Key, ids: Ids, drawn: Floats) -> None:
    """Fill a column with one draw for each id."""
    for i in range(len(ids)):
        drawn[i] = uniform(key, ids[i])


def uniforms(key: Key, ids: Ids) -> Floats:
    """Return one draw in [0, 1) for each id."""
    drawn = np.empty(len(ids))
    fill_uniform(key, ids, drawn)
    return drawn
