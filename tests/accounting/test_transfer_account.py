"""When a city lets a firm go: thresholds of sharing, and what free bargaining pays (L10, L11)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sezsim.accounting.transfer_account import (
    annuity,
    credit_worth,
    fund_payment,
    gain_of_host,
    gap_of_origin,
    host_consents,
    joint_surplus,
    largest_share,
    least_share,
    loss_of_origin,
    nash_transfer,
    origin_consents,
    retained_tax,
    sharing_years,
    winning_bid,
    worth,
)

money = st.floats(0.0, 1e9)
FIVE_YEARS = annuity(5.0, 0.08)


def example(*, jobs_weight=0.0, credit=0.0, blocking=0.0, works=40.0):
    """The example of economics 4b: tax 100 and 110, product 600 and 660, pay 50, five years."""
    loss = loss_of_origin(FIVE_YEARS, worth(100.0, 600.0, 50.0, 0.05, jobs_weight), 0.0)
    gain = gain_of_host(FIVE_YEARS, worth(110.0, 660.0, 50.0, 0.05, jobs_weight), 0.0, works)
    credited = credit_worth(credit, 0.05, FIVE_YEARS, 660.0)
    return loss, gain, credited, blocking * loss


@pytest.mark.parametrize("years", [1.0, 3.0, 5.0, 10.0])
@pytest.mark.parametrize("discount", [0.04, 0.08, 0.12])
def test_an_annuity_is_the_sum_of_its_payments(years, discount):
    """A(n) is also (1 - (1 + r)^-n) / r."""
    paid = sum((1.0 + discount) ** -year for year in range(1, int(years) + 1))
    assert annuity(years, discount) == pytest.approx(paid, rel=1e-12)
    closed = (1.0 - (1.0 + discount) ** -years) / discount
    assert annuity(years, discount) == pytest.approx(closed, rel=1e-12)


def test_growth_offsets_the_discount():
    assert annuity(5.0, 0.0) == 5.0
    assert annuity(7.0, 0.06, 0.06) == 7.0
    assert annuity(5.0, 0.08, 0.03) == pytest.approx(annuity(5.0, 1.08 / 1.03 - 1.0))


def test_half_the_tax_for_three_years_covers_a_third_of_five_years_of_loss():
    """The rule of 2015 for Beijing, Tianjin and Hebei: 32.3%, and 19.2% of ten years."""
    covered = 0.5 * annuity(3.0, 0.08)
    assert covered / annuity(5.0, 0.08) == pytest.approx(0.323, abs=5e-4)
    assert covered / annuity(10.0, 0.08) == pytest.approx(0.192, abs=5e-4)


@pytest.mark.parametrize(
    ("jobs_weight", "credit", "least"),
    [(0.0, 0.0, 1.18), (0.0, 0.5, 1.03), (0.3, 0.0, 1.32), (0.3, 0.5, 1.17)],
)
def test_where_product_and_jobs_count_no_share_of_the_tax_buys_consent(
    jobs_weight, credit, least
):
    """Corollary 2, with the figures of economics 4b; jobs lower the least share by no credit."""
    loss, gain, credited, blocking = example(jobs_weight=jobs_weight, credit=credit)
    found = least_share(loss, blocking, 0.0, credited, FIVE_YEARS, 110.0)
    assert found == pytest.approx(least, abs=5e-3)
    assert found > min(1.0, largest_share(gain, 0.0, 0.0, FIVE_YEARS, 110.0))


def test_a_lump_sum_restores_consent_where_no_share_does():
    """Corollary 2: C >= L - b - theta A(n) T_d - credit, and the destination can afford it."""
    loss, gain, _, blocking = example(jobs_weight=0.3, blocking=0.15)
    whole_tax = FIVE_YEARS * 110.0
    assert joint_surplus(gain, loss, blocking) > 0.0
    least = gap_of_origin(loss, blocking, 0.0, 0.0)
    for lump, agrees in ((least - 1e-6, False), (least + 1e-6, True)):
        asked = least_share(loss, blocking, lump, 0.0, FIVE_YEARS, 110.0)
        assert bool(origin_consents(0.0, asked)) is agrees
    assert host_consents(0.0, largest_share(gain, least, 0.0, FIVE_YEARS, 110.0))
    left = least_share(loss, blocking, least - 0.5 * whole_tax, 0.0, FIVE_YEARS, 110.0)
    assert left == pytest.approx(0.5)


@settings(deadline=None)
@given(money, money, money, st.floats(0.1, 10.0), st.floats(1.0, 1e9))
def test_consent_by_sharing_turns_exactly_at_the_least_share(loss, lump, credit, present, tax):
    """L10 by value: at a hair above theta_min loss <= b + compensation, and not below."""
    blocking = 0.15 * loss
    least = least_share(loss, blocking, lump, credit, present, tax)
    hair = 1e-6 * max(1.0, (loss + lump + credit) / (present * tax))
    for share, agrees in ((least + hair, True), (least - hair, False)):
        covered = blocking + share * present * tax + lump + credit
        assert (loss <= covered) is agrees
        assert bool(origin_consents(share, least)) is agrees


@settings(deadline=None)
@given(money, money, money, st.floats(0.1, 10.0), st.floats(1.0, 1e9))
def test_the_destination_pays_no_more_than_its_gain(gain, lump, split, present, tax):
    """A hair above theta_max share, sum and split credit together exceed the gain."""
    largest = largest_share(gain, lump, split, present, tax)
    hair = 1e-6 * max(1.0, (gain + lump + split) / (present * tax))
    for share, agrees in ((largest - hair, True), (largest + hair, False)):
        assert (share * present * tax + lump + split <= gain) is agrees
        assert bool(host_consents(share, largest)) is agrees


def test_the_least_share_rises_and_falls_as_theory_says():
    """Corollary 1: up with the loss, down with years, cost of blocking, relief, sums and tax."""

    def least(*, tax=100.0, product=600.0, pay=50.0, weights=(0.05, 0.3), horizon=5.0, relief=20.0,
              years=3.0, strength=0.15, lump=10.0, credit=0.2, gained=110.0):  # fmt: skip
        present = annuity(horizon, 0.08)
        loss = loss_of_origin(present, worth(tax, product, pay, *weights), relief)
        credited = credit_worth(credit, weights[0], present, 660.0)
        return least_share(
            loss, strength * loss, lump, credited, annuity(years, 0.08), gained
        )  # fmt: skip

    base = least()
    for more in ({"tax": 110.0}, {"product": 700.0}, {"pay": 60.0}, {"horizon": 6.0},
                 {"weights": (0.06, 0.3)}, {"weights": (0.05, 0.4)}):  # fmt: skip
        assert least(**more) > base, more
    for less in ({"years": 4.0}, {"strength": 0.2}, {"relief": 30.0}, {"lump": 20.0},
                 {"credit": 0.3}, {"gained": 120.0}):  # fmt: skip
        assert least(**less) < base, less


@pytest.mark.parametrize(
    ("blocking", "agrees"), [(0.0, False), (9.5, False), (10.0, True), (10.5, True)]
)
def test_without_tax_to_share_consent_hangs_on_the_cost_of_blocking(blocking, agrees):
    asked = least_share(10.0, blocking, 0.0, 0.0, 3.0, 0.0)
    assert bool(origin_consents(1.0, asked)) is agrees


@pytest.mark.parametrize(("gain", "agrees"), [(-5.0, False), (0.0, True), (5.0, True)])
@pytest.mark.parametrize("tax", [0.0, 10.0])
def test_a_destination_that_loses_does_not_even_pay_nothing(gain, agrees, tax):
    assert bool(host_consents(0.0, largest_share(gain, 0.0, 0.0, 3.0, tax))) is agrees


@settings(deadline=None)
@given(money, st.floats(0.0, 0.7), money, st.floats(0.0, 1.0))
def test_bargaining_splits_the_surplus_by_power(loss, strength, gain, power):
    """L11: the origin nets eta S, the destination the rest; nothing is created."""
    blocking = strength * loss
    surplus = joint_surplus(gain, loss, blocking)
    paid = nash_transfer(loss, blocking, surplus, power)
    tolerance = 1e-6 * max(1.0, loss, gain) / 1e3
    assert paid - (loss - blocking) == pytest.approx(power * surplus, abs=tolerance)
    assert gain - paid == pytest.approx((1.0 - power) * surplus, abs=tolerance)
    if surplus > 1.0:
        assert loss <= blocking + paid + tolerance
        assert paid - tolerance <= gain


@pytest.mark.parametrize(
    ("surplus", "own_gain", "balance", "paid"),
    [(5.0, 9.0, 9.0, 0.0), (-4.0, 9.0, 9.0, 4.0), (-4.0, 3.0, 9.0, 0.0), (-4.0, 9.0, 3.0, 0.0)],
)
def test_the_fund_pays_what_lacks_within_its_gain_and_its_means(
    surplus, own_gain, balance, paid
):
    assert fund_payment(surplus, own_gain, balance) == paid


def test_the_winner_bids_no_more_than_the_second_offer_is_worth():
    """Corollary 5: rents go to the firm as far as others bid."""
    assert winning_bid(3.0, 9.0, 5.0) == 2.0
    assert winning_bid(7.0, 9.0, 5.0) == 0.0
    assert winning_bid(-4.0, 9.0, 0.0) == 4.0


def test_a_city_keeps_parts_of_two_taxes_and_all_local_revenue():
    """Of 90 yuan, 50 on product and 20 local: 15% of 50, 20% of 20, and 20."""
    assert retained_tax(90.0, 50.0, 20.0, 0.15, 0.2) == pytest.approx(7.5 + 4.0 + 20.0)
    assert retained_tax(60.0, 50.0, 20.0, 0.15, 0.2) == pytest.approx(7.5 + 20.0)


def test_small_payers_share_for_longer():
    """The rule of 2015: three years, and two more below 20 million yuan a year."""
    assert sharing_years(3.0, 2.0, 19.9e6, 20e6) == 5.0
    assert sharing_years(3.0, 2.0, 20.1e6, 20e6) == 3.0
