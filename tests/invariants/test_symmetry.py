"""Labels of cities mean nothing (limit L20): under other labels each city lives the same life."""

import numpy as np
import pytest

from sezsim import prepared
from sezsim.base_year import figures, firms, people, product, residuals
from sezsim.definitions.geography import CITIES, CITY_NAMES, City
from sezsim.zone import Zone

# The ports of the zone are Shenyang and Yingkou in the code; all others change places.
PLACES = np.array([0, 7, 6, 5, 4, 3, 2, 1])
ONE = City.LIAOYANG
REPLICATES, UNTIL = 12, "2011-12"
SMALL = 0.005  # of a level: half a row of a hundred
WATCHED = (
    "population", "employed", "unemployment_rate", "mean_wage", "gdp_real", "price_level",
    "consumption", "utilisation", "fiscal_revenue", "rent", "so2",
)  # fmt: skip


def forget():
    """Let the opening be built anew."""
    for kept in (prepared.opening_table, prepared.opening_firms, prepared.opening_people):
        kept.cache_clear()
    prepared.path_of.cache_clear()
    prepared.PREPARED.clear()


@pytest.fixture
def relabelled(monkeypatch, tmp_path):
    """Give the figures, plants and people of each city to the city in its place."""
    names = tuple(CITY_NAMES[place] for place in PLACES)
    for module in (figures, firms, people):
        monkeypatch.setattr(module, "CITY_NAMES", names)
    for module, name in ((product, "PHYSICAL"), (residuals, "WEDGES")):
        table = getattr(module, name)
        nested = any(isinstance(value, dict) for value in table.values())
        moved = (
            {key: relabel(value) for key, value in table.items()} if nested else relabel(table)
        )
        monkeypatch.setattr(module, name, moved)
    monkeypatch.setenv("SEZSIM_CACHE", str(tmp_path))
    forget()
    yield
    forget()


def relabel(table):
    return {City(int(np.flatnonzero(city == PLACES)[0])): v for city, v in table.items()}


def lives(persons=5000, replicates=REPLICATES):
    """Indicators of the baseline (replicates, months, cities, indicators)."""
    records = [
        Zone.open("baseline", persons_per_agent=persons, replicate=r, until=UNTIL).run()
        for r in range(1, replicates + 1)
    ]
    chosen = [records[0].indicators.index(name) for name in WATCHED]
    return np.stack([record.panel[:, :CITIES][:, :, chosen] for record in records])


def gaps(difference, level):
    """Mean difference over replicates, beyond three standard errors and half a percent."""
    error = difference.std(axis=0, ddof=1) / np.sqrt(len(difference))
    return np.abs(difference.mean(axis=0)) - np.maximum(3.0 * error, SMALL * level)


def test_cities_under_other_labels_live_the_same_lives(request):
    usual = lives().mean(axis=1)
    request.getfixturevalue("relabelled")
    other = lives().mean(axis=1)
    assert (gaps(other - usual[:, PLACES], usual.mean(axis=0)[PLACES]) <= 0.0).all()


@pytest.fixture
def alike(monkeypatch, tmp_path):
    """Give every city the figures and plants of one."""
    by_city, mix, pairs = figures.by_city, figures.industry_mix, figures.pair_figures
    monkeypatch.setattr(
        figures,
        "by_city",
        lambda *given, **named: np.full(CITIES, by_city(*given, **named)[ONE]),
    )
    monkeypatch.setattr(figures, "industry_mix", lambda: np.tile(mix()[ONE], (CITIES, 1)))
    apart = np.where(np.eye(CITIES) == 1.0, np.nan, 1.0)
    monkeypatch.setattr(figures, "pair_figures", lambda name: apart * np.nanmean(pairs(name)))
    table = {
        industry: dict.fromkeys(City, tonnes[ONE]) if ONE in tonnes else {}
        for industry, tonnes in product.PHYSICAL.items()
    }
    monkeypatch.setattr(product, "PHYSICAL", table)
    monkeypatch.setenv("SEZSIM_CACHE", str(tmp_path))
    forget()
    yield
    forget()


def test_cities_that_are_alike_stay_alike(alike):
    """Their people are drawn by lots of their own, so rows and luck differ, and nothing else."""
    found = lives(persons=1000, replicates=4).mean(axis=(0, 1))
    rate = WATCHED.index("unemployment_rate")
    assert np.ptp(found[:, rate]) < 0.01
    spread = np.ptp(np.delete(found, rate, axis=1), axis=0)
    assert (spread < 0.02 * np.delete(found, rate, axis=1).mean(axis=0)).all()
