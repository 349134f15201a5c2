"""Observed history, from a file in the form of the cities' figures."""

import pytest

from sezsim.definitions.geography import CITY_NAMES
from sezsim.report.observed import read_observed
from sezsim.report.tables import FITTED, HELD_OUT


def write(folder, rows):
    head = "city,year,indicator,value,unit,source,grade\n"
    text = head + "".join(f"{c},{y},{i},{v},u,Yearbook,A\n" for c, y, i, v in rows)
    (folder / "cities.csv").write_text(text, encoding="utf-8")


def test_sums_shares_and_use(tmp_path):
    rows = [
        (city, year, name, value)
        for city in CITY_NAMES
        for year in (2009, 2010, 2011)
        for name, value in (("gdp_primary", 10), ("gdp_secondary", 50), ("gdp_tertiary", 40))
    ]
    write(tmp_path, [*rows, ("dalian", 2010, "gdp_primary", 5000)])
    table = read_observed(tmp_path).set_index(["indicator", "city", "year"])
    assert table.loc[("gdp_reported", "zone", 2010), "value"] == 800.0
    assert table.loc[("services_share", "zone", 2011), "value"] == pytest.approx(0.4)
    assert table.loc[("gdp_reported", "anshan", 2010), "use"] == FITTED
    assert table.loc[("gdp_reported", "anshan", 2011), "use"] == HELD_OUT
    assert 2009 not in table.index.get_level_values("year")
    assert table["source"].unique().tolist() == ["Yearbook"]


def test_the_zone_needs_all_cities(tmp_path):
    write(tmp_path, [("anshan", 2010, "average_wage_on_post", 24000)])
    table = read_observed(tmp_path)
    assert set(table["city"]) == {"anshan"}
    assert list(table["value"]) == [2000.0]


def test_no_file_no_history(tmp_path):
    assert read_observed(tmp_path) is None
