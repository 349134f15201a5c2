"""The rulebook (规则汇编): what the policies that only write rules bring together, month by month.

A policy whose moment is RULING reads its settings, the month and the structure of the opening, never
what has become of the economy. The rules that all of them leave are therefore the same in every
replicate: worked out once for the policies of a scenario and its opening, in the order of their ids,
and kept for the runs that follow.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from functools import lru_cache

from sezsim.accounting.books import Books
from sezsim.definitions.calendar import Month
from sezsim.definitions.columns import Floats
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws
from sezsim.state.economy import Economy

KEPT = 4  # scenarios whose rules are kept at a time
Policies = list[Instrument]
Coming = dict[float, Policies]


class Rulebook:
    """The policies of a scenario by moment, and the rules of the months lived so far."""

    def __init__(self, policies: Sequence[Instrument]) -> None:
        """Sort the policies by the moment at which they act."""
        self.policies = {
            moment: tuple(policy for policy in policies if policy.moment is moment)
            for moment in Moment
        }
        self.months: dict[int, Floats] = {}
        self.lists: dict[Moment, dict[int, tuple[Policies, Coming]]] = {
            moment: {} for moment in Moment
        }

    def acting(self, moment: Moment, month: Month) -> tuple[Policies, Coming]:
        """Return the policies of a moment in full force, and those coming in, by part."""
        lists, now = self.lists[moment], month.number
        if now not in lists:
            full: Policies = []
            coming = defaultdict[float, Policies](list)
            for policy in self.policies[moment]:
                if policy.is_active(month):
                    part = policy.part_in_force(month)
                    (full if part >= 1.0 else coming[part]).append(policy)
            lists[now] = full, dict(coming)
        return lists[now]

    def act(self, moment: Moment, economy: Economy, books: Books, draws: Draws) -> None:
        """Let policies in full force act in the order of their ids, then those being rolled out.

        Policies of which the same part is in force move the rules together by that part.
        """
        if not self.policies[moment]:
            return
        full, coming = self.acting(moment, draws.month)
        for policy in full:
            policy.enact(economy, books, draws)
        for part, policies in coming.items():
            before = economy.rules.buffer.copy()
            for policy in policies:
                policy.enact(economy, books, draws)
            economy.rules.come_in(before, part)

    def rule(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Turn neutral rules into those of the month before anything reads the economy."""
        if not self.policies[Moment.RULING]:
            return
        now, rules = draws.month.number, economy.rules
        if now not in self.months:
            self.act(Moment.RULING, economy, books, draws)
            self.months[now] = rules.buffer.copy()
        rules.buffer[:] = self.months[now]


@lru_cache(KEPT)
def rulebook(policies: tuple[Instrument, ...], opening: Hashable) -> Rulebook:  # noqa: ARG001
    """Return the rulebook of a scenario's policies; what tells openings apart keeps them apart."""
    return Rulebook(policies)
