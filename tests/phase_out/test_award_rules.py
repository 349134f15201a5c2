"""What the month's rules of award pay for a running tonne, with much idle plant and with none.

Plants of one unit, a part of each idle, the loss of the running part uniform between 0 and V and
independent of the idle part. To remove the share q of what runs, each rule costs, by hand,

    one rate            V (q + idle / (1 - idle))
    auction per tonne   V (q (1 + s) / 2 + s idle / (1 - idle)),  s the shading
    auction per output  V q (1 + s) / 2
"""

import numpy as np
import pytest

from sezsim.definitions.industry import Industry
from sezsim.definitions.phase_out import Basis, Form, Listing
from sezsim.phase_out.decision import ask_owners
from sezsim.phase_out.lots import Lots
from sezsim.phase_out.offers import offers
from sezsim.phase_out.order import ClosingOrder
from sezsim.phase_out.ranking import quotas, ranked

PLANTS, HIGHEST, SHARE, YEAR = 2000, 300.0, 0.4, 12.0
MUCH, NONE = 0.6, 0.0
CALM, LAZY, PLENTY = np.ones(8), np.zeros(8), 1e18


def market(idle):
    """Return the lots of all plants: the idle part and the running part of each."""
    loss = HIGHEST * (np.arange(PLANTS) + 0.5) / PLANTS
    loss = loss[np.random.default_rng(3).permutation(PLANTS)]
    parts = np.repeat(np.arange(PLANTS), 2)
    runs = np.tile([0.0, 1.0], PLANTS)
    lots = Lots(
        row=parts, vintage=np.zeros(2 * PLANTS, np.int64), city=np.zeros(2 * PLANTS, np.int64),
        amount=np.where(runs, 1.0 - idle, idle), use=runs, used=runs, loss=runs * loss[parts],
        workers=5.0 * runs, energy=np.full(2 * PLANTS, 1.2), size=np.full(2 * PLANTS, YEAR),
    )  # fmt: skip
    return Lots(*(column[lots.amount > 0.0] for column in lots))


def order(share, **rule):
    """Return an order of one month that nobody is compelled to follow."""
    return ClosingOrder(
        industry=Industry.STEEL, cities=np.arange(8), month=12, share=share, year=1, months_left=1,
        compulsory=False, **rule,
    )  # fmt: skip


def cost(idle, share, money=PLENTY, **rule):
    """Close under a rule; return running share removed, yuan per running unit, part for idle."""
    lots, wanted = market(idle), order(share, **rule)
    ranking = ranked(lots, wanted)
    pool, room = quotas(lots, wanted, np.zeros(8))
    award = offers(lots, wanted, ranking, pool, room, money, CALM, LAZY)
    closed, compelled, paid, resisted = (np.zeros(len(lots.row)) for _ in range(4))
    ask_owners(
        ranking, lots.amount, pool, room, lots.loss, award, LAZY[lots.city], 0, money, closed,
        compelled, paid, resisted,
    )  # fmt: skip
    ran = float(closed @ lots.use)
    return (
        ran / PLANTS / (1.0 - idle),
        paid.sum() / ran,
        float(paid @ (lots.use == 0.0)) / paid.sum(),
    )


def by_rate(idle):
    rate = HIGHEST * SHARE / YEAR
    return cost(idle, 1.0, listing=Listing.EQUAL, rate=rate)


def by_auction(idle, shading, basis=Basis.CAPACITY):
    beside = idle if basis is Basis.CAPACITY else 0.0
    share = beside + SHARE * (1.0 - idle)
    return cost(
        idle, share, listing=Listing.AUCTION, form=Form.BID, basis=basis, shading=shading
    )


@pytest.mark.parametrize("idle", [NONE, 0.3, MUCH])
@pytest.mark.parametrize("shading", [0.0, 0.5, 1.0])
def test_each_rule_costs_what_can_be_worked_out_by_hand(idle, shading):
    beside = idle / (1.0 - idle)
    expected = {
        by_rate(idle): SHARE + beside,
        by_auction(idle, shading): SHARE * (1.0 + shading) / 2.0 + shading * beside,
        by_auction(idle, shading, Basis.OUTPUT): SHARE * (1.0 + shading) / 2.0,
    }
    for (removed, paid, _), factor in expected.items():
        assert removed == pytest.approx(SHARE, abs=1.0 / PLANTS)
        assert paid == pytest.approx(HIGHEST * factor, rel=2e-3)


def test_with_much_idle_plant_bids_per_output_cost_least_and_one_rate_most():
    """d < c < a, at the same running plant removed."""
    output = by_auction(MUCH, 0.5, Basis.OUTPUT)[1]
    auction, rate = by_auction(MUCH, 0.5)[1], by_rate(MUCH)[1]
    assert 3.0 * output < auction < 0.6 * rate


def test_without_idle_plant_the_rules_cost_the_same():
    """What is left is shading: bidders who hide all of it are paid like one rate."""
    found = [by_rate(NONE)[1], by_auction(NONE, 1.0)[1], by_auction(NONE, 1.0, Basis.OUTPUT)[1]]
    assert found == pytest.approx([HIGHEST * SHARE] * 3, rel=2e-3)
    half = by_auction(NONE, 0.5)[1], by_auction(NONE, 0.5, Basis.OUTPUT)[1]
    assert half[0] == pytest.approx(half[1], rel=1e-9)


def test_pay_per_worker_gives_idle_plant_nothing_and_the_formula_half_of_one_rate():
    """Idle plant has the task's half of the formula's base, no workers and no difficulty."""
    windfall = by_rate(MUCH)[2]
    by_worker = cost(MUCH, 1.0, listing=Listing.EQUAL, basis=Basis.WORKERS, rate=60.0)
    formula = cost(
        MUCH, 1.0, money=HIGHEST * PLANTS * 10.0, listing=Listing.EQUAL, form=Form.FORMULA
    )
    assert by_worker[2] == 0.0
    assert formula[2] == pytest.approx(0.5 * MUCH, rel=1e-6)
    assert windfall == pytest.approx(MUCH / (MUCH + SHARE * (1.0 - MUCH)), rel=1e-2)
    assert formula[2] < windfall
