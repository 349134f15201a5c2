"""A fen that nobody paid stops the month; payments cancel out and debts have owners."""

from itertools import pairwise

import numpy as np
import pytest

from sezsim.accounting.books import Flow
from sezsim.definitions.errors import AccountingError
from sezsim.definitions.geography import CITIES, City
from sezsim.state.economy import SECTORS, Sector
from sezsim.zone import Zone

MONTHS = 12
HOLDERS = [
    (Sector.FIRMS, "firms"),
    (Sector.HOUSEHOLDS, "households"),
    (Sector.BASKETS, "baskets"),
    (Sector.DEVELOPERS, "developers"),
    (Sector.CITY_GOVERNMENTS, "city_governments"),
    (Sector.TAX_OFFICES, "tax_offices"),
    (Sector.PENSION_FUNDS, "pension_funds"),
    (Sector.BANKS, "banks"),
]


def opened(months="2010-03"):
    return Zone.open("history", persons_per_agent=5000, until=months)


def first_row(zone, sector, city):
    """Return the first holder of a kind in a city, who lives if it is a household."""
    place = zone.economy.places(sector)
    here = place == city
    if sector is Sector.HOUSEHOLDS:
        here[zone.economy.workers.count :] = False
    return int(np.flatnonzero(here)[0])


@pytest.mark.parametrize(("sector", "name"), HOLDERS)
@pytest.mark.parametrize("gap", [1, -1])
def test_a_fen_put_into_any_balance_stops_the_month(sector, name, gap):
    zone = opened()
    zone.step()
    zone.economy.balances(sector)[first_row(zone, sector, City.BENXI)] += gap
    with pytest.raises(AccountingError) as caught, zone.books.month(zone.month):
        pass  # nobody pays anybody
    message = str(caught.value)
    assert "2010-02" in message
    assert "benxi" in message
    assert name in message
    assert f"{gap:+d} fen" in message


@pytest.mark.parametrize(
    ("sector", "row", "place"),
    [
        (Sector.OUTSIDE, 1, "the rest of China"),
        (Sector.OUTSIDE, 2, "the world"),
        (Sector.UPPER_GOVERNMENTS, 0, "the zone"),
    ],
)
def test_a_fen_outside_the_cities_is_found_too(sector, row, place):
    zone = opened()
    zone.economy.balances(sector)[row] += 1
    with pytest.raises(AccountingError, match=f"{sector.name.lower()} of {place} hold"):
        zone.books.close()


@pytest.mark.parametrize("sector", [Sector.FIRMS, Sector.HOUSEHOLDS, Sector.BANKS])
def test_a_living_month_does_not_swallow_the_fen(sector):
    zone = opened()
    zone.economy.balances(sector)[first_row(zone, sector, City.FUXIN)] += 1
    with pytest.raises(AccountingError, match=f"2010-01: {sector.name.lower()} of fuxin"):
        zone.step()


def test_a_payment_that_reaches_the_market_alone_stops_the_month():
    """The clearing account of goods must be empty when the month ends."""
    zone = opened()
    stray = Flow("stray payment", Sector.FIRMS, Sector.MARKET)
    zone.books.pay(stray, np.array([0]), np.array([0]), np.array([7]))
    with pytest.raises(AccountingError, match=r"goods market keeps \+7 fen"):
        zone.books.close()


def test_money_taken_from_one_and_given_to_another_by_hand_is_found():
    """The sum over all holders is right, but two cities hold what nobody paid."""
    zone = opened()
    cash, place = zone.economy.firms.cash, zone.economy.firms.city
    cash[np.flatnonzero(place == City.ANSHAN)[0]] -= 5
    cash[np.flatnonzero(place == City.TIELING)[0]] += 5
    with pytest.raises(AccountingError, match=r"firms of anshan hold -5 fen"):
        zone.books.close()


@pytest.fixture(scope="module")
def lived():
    """Live a year and keep, each month, the ledger, the flows and the debts."""
    zone = opened("2010-12")
    kept = [snapshot(zone)]
    while not zone.is_over:
        zone.step()
        kept.append(snapshot(zone))
    return kept


def snapshot(zone):
    economy = zone.economy
    debts = np.bincount(economy.firms.city, economy.firms.debt, CITIES)
    debts += economy.governments.debt + economy.cells.developer_debt * 100.0
    return {
        "ledger": zone.books.ledger.copy(),
        "flows": {flow: paid.copy() for flow, paid in zone.books.flows.items()},
        "debts": debts,
        "loans": economy.banks.loans[:CITIES].copy(),
        "checks": zone.books.checks,
    }


def test_no_month_creates_or_destroys_money(lived):
    whole = [int(month["ledger"].sum()) for month in lived]
    assert len(set(whole)) == 1


def test_what_one_pays_another_receives(lived):
    """The change of every sector of every place is what it received less what it paid."""
    for before, after in pairwise(lived):
        explained = np.zeros_like(after["ledger"])
        for flow, between in after["flows"].items():
            explained[flow.payer] -= between.sum(axis=1)
            explained[flow.payee] += between.sum(axis=0)
        assert explained.sum() == 0
        gap = after["ledger"] - before["ledger"] - explained
        # households' settlements pass from the basket of their city to its rows
        assert not gap.any(), {Sector(s).name: gap[s] for s in range(SECTORS) if gap[s].any()}


def test_every_loan_of_a_bank_is_somebodys_debt(lived):
    """Firms, platforms and developers of a city owe what its bank has lent, to a yuan."""
    for month in lived:
        np.testing.assert_allclose(month["debts"], month["loans"], atol=100.0, rtol=0.0)


def test_the_market_holds_nothing_between_months(lived):
    assert not any(month["ledger"][Sector.MARKET].any() for month in lived)


def test_tax_offices_and_pension_funds_keep_nothing(lived):
    """Taxes are shared out and pension deficits met within the month."""
    for month in lived:
        assert not month["ledger"][Sector.TAX_OFFICES].any()
        assert not month["ledger"][Sector.PENSION_FUNDS].any()


def test_every_sector_of_every_place_is_checked_each_month(lived):
    checks = [month["checks"] for month in lived]
    assert np.diff(checks).tolist() == [SECTORS * 11] * MONTHS
