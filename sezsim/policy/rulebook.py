"""The rulebook (规则汇编): what the policies that only write rules bring together, month by month.

A policy whose moment is RULING reads its settings, the month and the structure of the opening, never
what has become of the economy. The rules that all of them leave are therefore the same in every
replicate: worked out once for the policies of a scenario and its opening, in the order of their ids,
and kept for the runs that follow.
"""

from collections.abc import Hashable, Sequence
from functools import lru_cache

from sezsim.accounting.books import Books
from sezsim.definitions.columns import Floats
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy

KEPT = 4  # scenarios whose rules are kept at a time


class Rulebook:
    """The policies of a scenario by moment, and the rules of the months lived so far."""

    def __init__(self, policies: Sequence[Instrument]) -> None:
        """Sort the policies by the moment at which they act."""
        self.policies = {
            moment: tuple(policy for policy in policies if policy.moment is moment)
            for moment in Moment
        }
        self.months: dict[int, Floats] = {}

    def acting(self, moment: Moment, now: int) -> list[Instrument]:
        """Return the policies of a moment that are in force."""
        return [
            policy
            for policy in self.policies[moment]
            if policy.since.number <= now <= policy.until.number
        ]

    def rule(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Turn neutral rules into those of the month before anything reads the economy."""
        if not self.policies[Moment.RULING]:
            return
        now, rules = draws.month.number, economy.rules
        if now not in self.months:
            for policy in self.acting(Moment.RULING, now):
                policy.enact(economy, books, draws)
            self.months[now] = rules.buffer.copy()
        rules.buffer[:] = self.months[now]


@lru_cache(KEPT)
def rulebook(policies: tuple[Instrument, ...], opening: Hashable) -> Rulebook:  # noqa: ARG001
    """Return the rulebook of a scenario's policies; what tells openings apart keeps them apart."""
    return Rulebook(policies)
