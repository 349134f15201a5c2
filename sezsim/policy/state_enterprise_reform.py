"""Reform of state firms (国有企业改革): harder budgets, sales, fewer burdens.

Overall plan, part 2 (2) 1 and 2 (2) 2. ``soft_budget`` multiplies the chance that an insolvent state
firm is rescued. ``sold`` is the part of state firms outside the public sector that turns private in a
year: such a firm keeps its people and debts and follows private rules. ``convergence`` closes a part
of the gap of productivity each year, by the state's part in the staff of a city's industry. What
firms spend on schools and hospitals, ``relief`` over pay, passes to the city within five years.
"""

from typing import ClassVar

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.accounting.payments import OWN
from sezsim.definitions.columns import Flags, Floats, Ints, Money
from sezsim.definitions.compiled import compiled, uint64
from sezsim.definitions.declare import setting
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.industry import INDUSTRIES, Industry
from sezsim.definitions.wording import Words
from sezsim.labour.sale import sell_firms
from sezsim.policy.instrument import Instrument, Moment
from sezsim.randomness import Draws, uniforms
from sezsim.state.economy import Economy, Sector
from sezsim.state.firms import Ownership
from sezsim.state.rules import marked, span

BURDENS = Flow("social burdens taken over", Sector.CITY_GOVERNMENTS, Sector.FIRMS)
KINDS, OF_THE_CITY = (BURDENS,), np.array([OWN])
STATE, PUBLIC = int(Ownership.STATE), int(Industry.PUBSRV)
CONTRACTS = ("state_enterprise_reform/staff", "state_enterprise_reform/rows")
FEN = 100.0
PHASE = 5.0  # years over which burdens pass to the city (plan: five years)


class StateEnterpriseReform(Instrument):
    """Reform the state firms of some cities."""

    moment = Moment.REGULATION
    title: ClassVar[Words] = Words("国有企业改革", "Reform of state firms")
    sentence: ClassVar[Words] = Words(
        "{since}至{until}，{cities}国有企业改革：[，"
        "全区亏损国企获救概率乘以{soft_budget:g}][，每年{sold:.1%}的国企转为民营][，"
        "效率差距（{gap:g}倍）每年缩小{convergence:.0%}][，"
        "相当于工资{relief:.0%}的社会负担五年内转由市财政承担]。",
        "From {since} to {until}, state firms are reformed in {cities}:[; insolvent ones "
        "are rescued {soft_budget:g} times as often (whole zone)][; {sold:.1%} turn "
        "private a year][; the gap of productivity ({gap:g} times) shrinks by "
        "{convergence:.0%} a year][; social burdens of {relief:.0%} of pay pass to the "
        "city within five years].",
    )

    cities: tuple[City, ...]
    soft_budget: float = setting(
        "chance of rescue of an insolvent state firm over the present one",
        unit="1", within=(0.0, 1.5), neutral=1.0, value=1.0,
    )  # fmt: skip
    sold: float = setting(
        "state firms that turn private",
        unit="1/year",
        within=(0.0, 0.3),
        neutral=0.0,
        value=0.0,
    )
    convergence: float = setting(
        "part of the gap of productivity to private firms that closes in a year",
        unit="1/year", within=(0.0, 0.5), neutral=0.0, value=0.0,
    )  # fmt: skip
    gap: float = setting(
        "productivity of private over state firms",
        unit="1", within=(1.0, 1.8), neutral=1.3, value=1.3,
        source="parameters.csv chi_so: sign Hsieh and Song",
    )  # fmt: skip
    relief: float = setting(
        "social burdens over pay that the city takes over",
        unit="1", within=(0.0, 0.3), neutral=0.0, value=0.0,
    )  # fmt: skip

    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Reform this month."""
        economy.rules.soft_budget[...] *= self.soft_budget
        if self.sold == self.convergence == self.relief == 0.0:
            return
        years, firms = self.years_in_force(draws.month), economy.firms
        if self.sold > 0.0:
            self.sell(economy, draws)
        if self.convergence > 0.0:
            closed = (self.gap - 1.0) * (1.0 - (1.0 - self.convergence) ** years)
            gain = 1.0 + closed * state_share(
                firms.city, firms.industry, firms.ownership, firms.is_open, firms.staff
            )
            rows = span(self.cities)
            economy.rules.productivity[rows] *= gain[rows]
        if self.relief > 0.0:
            paid = relieve(
                firms.city, firms.industry, firms.ownership, firms.is_open, firms.payroll,
                marked(self.cities, CITIES), self.relief * min(years / PHASE, 1.0) * FEN,
            )  # fmt: skip
            books.pay_with_firms(KINDS, OF_THE_CITY, firms.city, paid)

    def sell(self, economy: Economy, draws: Draws) -> None:
        """Let each state firm draw whether it turns private this month, its contracts with it."""
        firms = economy.firms
        rows = of_the_state(
            firms.city,
            firms.industry,
            firms.ownership,
            firms.is_open,
            marked(self.cities, CITIES),
        )
        lots = uniforms(draws.key("state_enterprise_reform/sold"), firms.id[rows])
        sold = rows[lots < self.sold / 12.0]
        if len(sold):
            keys = draws.keys(CONTRACTS)
            sell_firms(economy, sold, keys[0], keys[1])


@compiled
def of_the_state(
    city: Ints, industry: Ints, ownership: Ints, is_open: Flags, covered: Flags
) -> Ints:
    """Rows of open state firms of some cities outside the public sector."""
    rows, found = np.empty(len(city), np.int64), 0
    for i in range(len(city)):
        if ownership[i] == STATE and is_open[i] and industry[i] != PUBLIC and covered[city[i]]:
            rows[found] = i
            found += 1
    return rows[:found]


@compiled
def state_share(
    city: Ints, industry: Ints, ownership: Ints, is_open: Flags, staff: Floats
) -> Floats:
    """Part of state firms in the staff of each city's industry (8, 19)."""
    whole, state = np.zeros((CITIES, INDUSTRIES)), np.zeros((CITIES, INDUSTRIES))
    for i in range(len(city)):
        if is_open[i]:
            whole[city[i], industry[i]] += staff[i]
            if ownership[i] == STATE:
                state[city[i], industry[i]] += staff[i]
    return state / np.maximum(whole, 1.0)


@compiled
def relieve(  # noqa: PLR0913, PLR0917 - a kernel names its columns
    city: Ints, industry: Ints, ownership: Ints, is_open: Flags, payroll: Floats,
    covered: Flags, part: float,
) -> Money:  # fmt: skip
    """Return what each state firm outside the public sector no longer bears (1, firms; fen)."""
    paid = np.zeros((1, len(city)), np.int64)
    for row in range(len(city)):
        i = uint64(row)
        if is_open[i] and ownership[i] == STATE and industry[i] != PUBLIC:
            paid[0, i] = np.int64(np.rint(payroll[i] * part)) if covered[city[i]] else 0
    return paid
