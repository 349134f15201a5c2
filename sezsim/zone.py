"""The zone (沈阳经济区): the order of one month.

`Zone.step` is the table of contents of the model; each line is a process with the tables that it
reads and writes.
"""

from dataclasses import dataclass, field

import numpy as np

from sezsim.accounting.books import Books
from sezsim.definitions.calendar import FIRST_MONTH, LAST_MONTH, MONTHS_A_YEAR, Month
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITY_NAMES, REGIONS, ZONE
from sezsim.definitions.side_by_side import compile_side_by_side, is_warm, keep_warm
from sezsim.observation.aggregates import with_zone
from sezsim.observation.indicator import INDICATORS
from sezsim.observation.indicators import measured
from sezsim.observation.people import Follower
from sezsim.observation.recorder import Recorder
from sezsim.observation.run_record import Event, FlowRecord, RunRecord
from sezsim.observation.traces import Tracer
from sezsim.observation.yearly import firm_transfers, yearly_flows
from sezsim.outside import OutsidePath, trend_of_cities
from sezsim.parameters import Parameters
from sezsim.policy.instrument import Moment
from sezsim.policy.rulebook import Rulebook, rulebook
from sezsim.prepared import outside_path, prepared_economy
from sezsim.process.capacity_rights import trade_rights
from sezsim.process.charges import settle_charges
from sezsim.process.city_choice import choose
from sezsim.process.closure import close_capacity
from sezsim.process.commuting import where_to_look
from sezsim.process.compensation import compensate_cities
from sezsim.process.credit_market import service_debt, settle_banks, settle_firms
from sezsim.process.demography import live_and_die
from sezsim.process.entry_and_exit import come_and_go
from sezsim.process.evasion import restart_sealed
from sezsim.process.expectations import expect, follow_industries
from sezsim.process.firm_moves import move_firms
from sezsim.process.goods_market import Spending, trade_goods
from sezsim.process.housing import finance_developers, plan_building, reprice
from sezsim.process.income import pay_households
from sezsim.process.innovation import research
from sezsim.process.investment import build, invest
from sezsim.process.labour_market import hire_and_part
from sezsim.process.layoffs import resettle
from sezsim.process.migration import migrate
from sezsim.process.permits import keep_caps
from sezsim.process.pollution import emit
from sezsim.process.prices import after_closures, set_prices
from sezsim.process.production import produce
from sezsim.process.public_finance import finance_cities, plan_budgets
from sezsim.process.rebuilding import rebuild_bigger
from sezsim.process.relocation import ask_to_move
from sezsim.process.reported_revenue import report_revenue
from sezsim.process.scrapping import scrap
from sezsim.process.settlement import settle
from sezsim.process.skills import train
from sezsim.process.taxes import collect_taxes
from sezsim.process.trade import compare_origins, outside_orders
from sezsim.process.transfer_bargain import bargain
from sezsim.process.wages import LivingCost, follow_prices, set_pay
from sezsim.randomness import Draws
from sezsim.scenario import Scenario
from sezsim.state.claims import TAX
from sezsim.state.economy import Economy

OUTSIDE_PAY_SHARE = 0.75  # real pay outside over real product: people at work grow too (D)


@dataclass
class Zone:
    """One run: the economy, its books, its chance and its record."""

    economy: Economy
    books: Books
    draws: Draws
    parameters: Parameters
    path: OutsidePath
    rulebook: Rulebook
    recorder: Recorder
    follower: Follower
    tracer: Tracer
    month: Month = FIRST_MONTH
    last: Month = LAST_MONTH
    events: list[Event] = field(default_factory=list)
    flows: list[FlowRecord] = field(default_factory=list)
    moves: Floats = field(default_factory=lambda: np.zeros((REGIONS, REGIONS)))

    @classmethod
    def open(  # noqa: PLR0913 - the words of a run
        cls,
        scenario: Scenario | str,
        *,
        persons_per_agent: int = 1000,
        replicate: int = 1,
        seed: int = 2010,
        until: str | Month = LAST_MONTH,
        trace: int = 0,
    ) -> "Zone":
        """Open the zone under a scenario, on the eve of January 2010.

        Args:
            scenario: a scenario or its name.
            persons_per_agent: persons for which a row of workers stands.
            replicate: the chance to be met; the same in every scenario.
            seed: the seed of all replicates.
            until: the last month to live.
            trace: persons whose lives are recorded month by month.
        """
        chosen = Scenario.read(scenario) if isinstance(scenario, str) else scenario
        last = until if isinstance(until, Month) else Month.read(until)
        p, months = chosen.parameters, last.number + 1
        path = outside_path(chosen.outside.path, max(months, LAST_MONTH.number + 1), p)
        path = chosen.outside.applied(path)
        opening = (p, persons_per_agent, float(path.loan_rate[0]))
        economy = prepared_economy(*opening)
        books = Books(economy)
        return cls(
            economy,
            books,
            Draws(seed, replicate),
            p,
            path,
            rulebook(chosen.policies, (p.digest(), *opening[1:])),
            Recorder(months, economy, books.ledger),
            Follower(economy),
            Tracer(economy, trace),
            last=last,
        )

    @property
    def is_over(self) -> bool:
        """Tell whether the last month has been lived."""
        return self.month > self.last

    def step(self) -> None:  # noqa: PLR0915 - the list of a month
        """Live one month."""
        economy, p, draws, now = self.economy, self.parameters, self.draws, self.month.number
        firms, cells, structure, rules = (
            economy.firms, economy.cells, economy.structure, economy.rules,
        )  # fmt: skip
        draws.enter(self.month)
        self.begin_month(now)
        with self.books.month(self.month) as books:
            self.enact(Moment.REGULATION, books)

            follow_industries(cells, self.path.outlook[now], p.expectations)
            expect(firms, cells, p.expectations)
            trend = trend_of_cities(structure.jobs_share, self.path.productivity, now)
            set_pay(cells, structure, self.living_cost(now), *trend, p.wages)
            national = after_closures(self.path.price[now], cells.withdrawn, p.prices)
            set_prices(cells, structure, rules, national, p.prices)
            shares = compare_origins(cells, structure, rules, p.trade)
            follow_prices(cells, structure, p.wages)
            plan_budgets(economy, p.public_finance)

            choose(economy, p.city_choice)
            self.report(close_capacity(economy, books, str(self.month), p.closure))
            self.report(restart_sealed(economy, str(self.month), p.evasion, draws))

            places = where_to_look(structure, rules, p.commuting)
            hire_and_part(economy, places, p.labour_market, draws)
            train(economy, p.skills, draws)
            produce(firms, cells, structure, p.production)
            invest(economy, p.investment, draws, now)
            self.report(rebuild_bigger(economy, str(self.month), now, p.rebuilding, draws))
            self.report(trade_rights(economy, books, now, p.capacity_rights))
            spending = self.spending()
            orders = outside_orders(cells, structure, rules, self.path.demand[now], p.trade)
            trade_goods(economy, books, spending, shares, orders, p.goods_market)

            emit(economy, books, now, p.pollution)
            keep_caps(economy, books, p.permits)
            research(economy, books, p.innovation)

            households = pay_households(economy, books, p.income)
            service_debt(economy, books, p.credit_market)
            collect_taxes(economy, books, households.kinds[:, TAX], p.taxes)
            report_revenue(economy, books, p.reported_revenue)
            compensate_cities(economy, books, now)
            settle_charges(economy, books)
            finance_cities(economy, books)
            finance_developers(economy, books, spending.housing)
            self.enact(Moment.SETTLEMENT, books)

            resettle(economy, books, p.layoffs, draws)
            self.report(come_and_go(economy, books, str(self.month), p.entry_and_exit, draws))
            rescue = p.entry_and_exit.rescue
            self.report(scrap(economy, now, str(self.month), p.scrapping, rescue))
            settle_firms(economy, books, p.credit_market)
            settle_banks(economy, books, p.credit_market)
            live_and_die(economy, books, p.demography, draws)
            migrate(economy, books, p.migration, draws, float(self.path.pull[now]))
            settle(economy, p.settlement, draws)
            build(economy, p.investment)
            moving = p.relocation
            requests = ask_to_move(economy, moving, draws)
            bargain(economy, requests, moving.discount, moving.province)
            self.report(
                move_firms(
                    economy, books, requests, now, draws, moving.taken_along, moving.reuse
                )
            )
            reprice(economy, p.housing)
        self.recorder.record()
        self.end_month()

    def end_month(self) -> None:
        """Follow the fixed sample of persons, keep the flows of a year that ends, go on."""
        last = self.month == self.last
        self.follower.follow(self.month.year, self.month.of_year, last=last)
        self.tracer.follow(str(self.month), self.month.of_year)
        self.moves += self.economy.flows.moves
        if self.month.of_year == MONTHS_A_YEAR or last:
            self.flows.extend(yearly_flows(self.month.year, self.moves, self.books))
            self.flows.extend(firm_transfers(self.month.year, self.events))
            self.moves[:] = 0.0
        self.month = self.month.next()

    def begin_month(self, now: int) -> None:
        """Clear the month's counts, make rules neutral and read the outside."""
        economy = self.economy
        economy.rules.make_neutral()
        economy.orders.clear()
        economy.flows.clear()
        economy.banks.written_off[:] = 0.0
        economy.scratch.loan_rate = float(self.path.loan_rate[now])
        economy.scratch.outside_nominal = float(self.path.nominal[now])
        economy.scratch.minimum_wage = float(self.path.minimum_wage[now])
        economy.scratch.book_price = float(self.path.consumer_price[now])
        real = self.path.nominal[now] / self.path.consumer_price[now]
        economy.scratch.outside_pay = float(np.log(real)) * OUTSIDE_PAY_SHARE
        economy.scratch.outside_rent = economy.scratch.outside_pay
        economy.cells.productivity[:] = self.path.productivity[now]
        economy.cells.energy_need[...] = self.path.energy_need[now]

    def living_cost(self, now: int) -> LivingCost:
        """The national consumer price and its growth this month."""
        price = self.path.consumer_price
        growth = np.log(price[now] / price[now - 1] if now else price[1] / price[0])
        return LivingCost(float(price[now]), float(growth))

    def spending(self) -> Spending:
        """What households, governments and developers buy this month."""
        economy = self.economy
        governments = economy.governments
        return Spending(
            economy.cells.spending_plan.copy(),
            governments.operations.copy(),
            governments.investment.copy(),
            plan_building(economy),
        )

    def enact(self, moment: Moment, books: Books) -> None:
        """Let the policies of a moment act, in the order of their ids."""
        if moment is Moment.REGULATION:
            self.rulebook.rule(self.economy, books, self.draws)
        self.rulebook.act(moment, self.economy, books, self.draws)

    def report(self, events: list[Event]) -> None:
        """Keep what happened."""
        self.events.extend(events)

    def run(self) -> RunRecord:
        """Live all months that are left and return the record of the run."""
        while not self.is_over:
            self.step()
        return self.record()

    def record(self) -> RunRecord:
        """Return what the run leaves behind so far."""
        done = self.recorder.month
        panel = measured(with_zone(self.recorder.block[:done]))
        return RunRecord(
            tuple(str(Month(number)) for number in range(done)),
            (*CITY_NAMES, ZONE),
            tuple(INDICATORS),
            panel,
            tuple(self.flows),
            tuple(self.events),
            self.follower.record(),
            self.books.checks,
            0,
            tuple(self.tracer.spells),
        )


WARM_UP = {"persons_per_agent": 5000, "until": "2010-03"}


def warm_up() -> None:
    """Compile all kernels if this machine has not yet: the listed ones side by side, the rest by use."""
    if not is_warm():
        compile_side_by_side(__name__)
        live_a_quarter()
        keep_warm()


def live_a_quarter() -> None:
    """Call all kernels of the baseline by living a quarter at a small scale."""
    Zone.open("baseline", **WARM_UP).run()  # type: ignore[arg-type]
