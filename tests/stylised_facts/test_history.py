"""What the region showed from 2010 to 2020, and what `history` must show at 1:5000.

Two replicates, two runs of eleven years. A row stands for 5000 persons, so tolerances of shares of
people are wider than in the issue by three standard errors of a year's mean over two replicates:
about half a point for unemployment of the zone and 1.5 points for a city. Facts F.. are those of
the project's list of facts (shared/data/facts.csv), figures those of calibration/data.
"""

import numpy as np
import pytest
from scipy.stats import spearmanr

from sezsim.base_year.figures import by_city, census
from sezsim.definitions.geography import CITIES
from sezsim.zone import Zone

ZONE, YEARS = 8, np.arange(2010, 2021)
NOISE = 0.005  # of a rate of people, zone, year, two replicates at 1:5000
COUNTED_WHERE_PRESENT = {
    "capacity_steel",
    "capacity_coal",
    "output_steel",
    "internally_retired",
    "zombie_share",
}
OFTEN_NOBODY = {  # in a month, at 1:5000
    "internally_retired", "displaced", "net_migration", "move_requests", "moves_agreed",
    "moves_blocked", "efficient_blocked",
}  # fmt: skip
OF_A_POLICY = {"revenue_overreported"}  # nothing where revenue has its usual weight


@pytest.fixture(scope="module")
def records():
    return [
        Zone.open("history", persons_per_agent=5000, replicate=replicate).run()
        for replicate in (1, 2)
    ]


@pytest.fixture(scope="module")
def yearly(records):
    """Return a function: yearly means of an indicator of a place, over both replicates."""
    whole = np.mean([record.panel.astype(float) for record in records], axis=0)

    def series(name, place=ZONE):
        monthly = whole[:, place, records[0].indicators.index(name)]
        return monthly.reshape(len(YEARS), 12, *monthly.shape[1:]).mean(axis=1)

    return series


def in_year(series, year):
    return series[year - YEARS[0]]


def growth(series, year):
    return in_year(series, year) / in_year(series, year - 1) - 1.0


def test_reported_product_of_2010_is_that_of_the_yearbook(yearly):
    """China City Statistical Yearbook: sum of the eight cities; 1% in the issue, 2% here."""
    reported = sum(by_city(f"gdp_{sector}") for sector in ("primary", "secondary", "tertiary"))
    found = 12.0 * in_year(yearly("gdp_reported"), 2010)
    assert found == pytest.approx(reported.sum(), rel=0.02)
    cities = 12.0 * yearly("gdp_reported", slice(0, CITIES))[0]
    np.testing.assert_allclose(cities, reported, rtol=0.04)


def test_population_of_2010_is_that_of_the_census(yearly):
    """Census of November 2010; half a percent in the issue, rows of 5000 add little."""
    found = in_year(yearly("population"), 2010)
    assert found == pytest.approx(census("population").sum(), rel=0.006)


def searching():
    reasons = ("lost_job_own_reason", "lost_job_employer_reason", "graduated_not_worked")
    return np.add.reduce([census(f"lf_notworking_{reason}") for reason in reasons])


@pytest.mark.parametrize(
    ("name", "least"), [("unemployment_rate", 0.7), ("unemployment_rate_nonfarm", 0.6)]
)
def test_cities_stand_in_the_order_of_unemployment_of_the_census(yearly, name, least):
    """Census of 2010, long form: who lost a post or graduated, over those and the employed.

    Rank correlation above .7 in the issue. Outside farming four cities lie within 1.4 points of
    each other and three within 1.7, less than the noise of a city at 1:5000: if each group stood
    in reverse order, .67 would be left.
    """
    employed = census("lf_employed")
    if name.endswith("nonfarm"):
        employed = employed - census("lf_industry_agriculture")
    observed = searching() / (searching() + employed)
    model = yearly(name, slice(0, CITIES))[:4].mean(axis=0)
    assert spearmanr(model, observed).statistic > least


def test_unemployment_of_2010_is_that_of_the_census(yearly):
    """Census of 2010: 6.0% of the labour force and 9.5% outside farming."""
    assert 0.045 - NOISE < in_year(yearly("unemployment_rate"), 2010) < 0.08 + NOISE
    assert 0.075 - NOISE < in_year(yearly("unemployment_rate_nonfarm"), 2010) < 0.115 + NOISE


def test_unemployment_outside_farming_stays_between_five_and_fifteen(records):
    """Issue 2: in every year and replicate to 2020."""
    for record in records:
        monthly = record.panel[:, ZONE, record.indicators.index("unemployment_rate_nonfarm")]
        rates = monthly.reshape(len(YEARS), 12).mean(axis=1)
        assert rates.min() > 0.05 - NOISE
        assert rates.max() < 0.15 + NOISE


@pytest.mark.parametrize("year", [2011, 2012, 2013])
def test_the_boom_lasts_until_2013(yearly, year):
    """Yearbook, growth at constant prices: Shenyang 12.3, 10.0, 8.8%; the model's 5 to 13%."""
    assert 0.05 < growth(yearly("gdp_real"), year) < 0.13


def test_growth_slows_down_after_2013(yearly):
    """Liaoning grew by -2.5% in 2016 (F24), its cities by 8 to 12% a year in 2011-13 (yearbook)."""
    product = yearly("gdp_real")
    boom = (in_year(product, 2013) / in_year(product, 2010)) ** (1 / 3) - 1.0
    slump = (in_year(product, 2016) / in_year(product, 2013)) ** (1 / 3) - 1.0
    assert slump < boom - 0.01


def test_prices_of_the_zone_stay_with_those_outside(yearly):
    """One market: within 5% in 2014 and 10% in 2020 (issue 2)."""
    ratio = yearly("price_over_outside")
    assert in_year(ratio, 2014) == pytest.approx(1.0, abs=0.05)
    assert in_year(ratio, 2020) == pytest.approx(1.0, abs=0.10)


def test_less_steel_is_made_of_the_capacity_in_2015_than_in_2012(yearly):
    """China: 72% in 2012 (F79), 65.4% in 2015 (F80); 4 to 10 points in the issue, here 3 to 11."""
    use = yearly("output_steel") / yearly("capacity_steel")
    assert 0.03 < in_year(use, 2012) - in_year(use, 2015) < 0.11


def test_markups_neither_double_nor_halve(yearly):
    """Issue 2: nothing runs away; zone and each city."""
    for place in (ZONE, *range(CITIES)):
        markup = yearly("markup", place)
        assert 0.5 * markup[0] < markup.min()
        assert markup.max() < 2.0 * markup[0]


def test_debt_of_cities_stays_below_sixty_percent_of_product(yearly):
    """Issue 2: of the zone and of each city."""
    for place in (ZONE, *range(CITIES)):
        share = yearly("city_debt", place) / (12.0 * yearly("gdp_nominal", place))
        assert share.max() < 0.60


def test_towns_grow_every_year(yearly):
    """Census of 2010: 65.8%; the plan's target for 2015 was 75% (F106), which nobody reached."""
    share = yearly("urbanisation")
    assert (np.diff(share) > 0.0).all()
    assert in_year(share, 2010) == pytest.approx(0.658, abs=0.01)
    assert in_year(share, 2015) < 0.75
    assert 0.70 < in_year(share, 2020) < 0.80


def test_pay_of_units_grows_with_the_boom(yearly):
    """Liaoning: 8% a year in 2010-13 (F63); 6.5 to 10% in the issue, a point more for rows."""
    pay = yearly("mean_wage_units")
    yearly_rate = (in_year(pay, 2013) / in_year(pay, 2010)) ** (1 / 3) - 1.0
    assert 0.055 < yearly_rate < 0.11


def test_employment_moves_slowly(yearly):
    """-1.5 to 1.5% a year in 2011-13 (issue 2); half a point for rows."""
    employed = yearly("employed")
    for year in (2011, 2012, 2013):
        assert abs(growth(employed, year)) < 0.015 + NOISE


def test_anshan_loses_part_of_the_zone(yearly):
    """Its share of zone product fell by an eighth by 2013 (yearbooks); no city's by a quarter."""
    product = yearly("gdp_nominal", slice(0, CITIES))
    shares = product / product.sum(axis=1, keepdims=True)
    change = in_year(shares, 2013) / in_year(shares, 2010) - 1.0
    assert change[1] < 0.0
    assert np.abs(change).max() < 0.25


def test_few_loans_go_bad(yearly):
    """Below 15% of loans in every year (issue 2)."""
    assert yearly("bank_bad_loans").max() < 0.15


def test_less_energy_is_used_for_the_same_product(yearly):
    """Twelfth plan: 17% less in 2015 than in 2010 (as in pollution.efficiency); half to double."""
    energy = yearly("energy_gdp")
    fall = 1.0 - in_year(energy, 2015) / in_year(energy, 2010)
    assert 0.085 < fall < 0.34


def test_firms_are_neither_swept_away_nor_doubled(yearly):
    """Issue 2: firm numbers within 40%."""
    firms = yearly("firms")
    assert np.abs(firms / firms[0] - 1.0).max() < 0.40


def test_no_indicator_is_missing(records):
    for record in records:
        assert np.isfinite(record.panel).all()


def test_every_indicator_varies_over_time(records):
    """In the zone always, in a city wherever there is anything to measure."""
    for record in records:
        spread = np.ptp(record.panel, axis=0)
        for k, name in enumerate(record.indicators):
            if name in OF_A_POLICY:
                continue
            assert spread[ZONE, k] > 0.0, name
            if name not in COUNTED_WHERE_PRESENT:
                assert (spread[:CITIES, k] > 0.0).all(), name


def test_cities_differ(records):
    for record in records:
        last = record.panel[-1, :CITIES]
        for k, name in enumerate(record.indicators):
            if name not in OFTEN_NOBODY | OF_A_POLICY:
                assert len(np.unique(last[:, k])) > 1, name
