"""The opening table holds its anchors; a damaged table is refused with its file and line."""

import shutil
from dataclasses import replace

import numpy as np
import pytest

from sezsim.base_year import figures
from sezsim.base_year.figures import FILES, FOLDER, read_rows
from sezsim.base_year.opening_table import build_opening_table, check_tolerances
from sezsim.definitions.errors import DataError
from sezsim.definitions.geography import CITIES, City
from sezsim.definitions.industry import Industry
from sezsim.prepared import opening_table

SECTORS = (slice(0, 1), slice(1, 16), slice(16, 19))


@pytest.fixture(scope="module")
def table():
    return opening_table()


def sums(values):
    """Add up a table (8, 19) by primary, secondary and tertiary sector (8, 3)."""
    return np.stack([values[:, members].sum(axis=1) for members in SECTORS], axis=1)


def test_every_anchor_holds_within_its_tolerance(table):
    check_tolerances(table)
    binding = [each for each in table.residuals if np.isfinite(each.tolerance)]
    assert len(binding) > 8 * CITIES
    assert all(abs(each.deviation) <= each.tolerance for each in binding)


@pytest.mark.parametrize("sector", [0, 1, 2])
def test_product_after_the_wedge_is_the_reported_one(table, sector):
    """City product of 2010 by three sectors (city statistical yearbook), within half a percent."""
    names = ("gdp_primary", "gdp_secondary", "gdp_tertiary")
    reported = figures.by_city(names[sector])
    model = sums(table.value_added)[:, sector] * table.wedge[:, sector]
    np.testing.assert_allclose(model, reported, rtol=0.005)


def test_the_wedge_is_as_large_as_the_issue_admits(table):
    """Reported product may exceed the model's by 13% in Anshan, 6% in Benxi, 3% elsewhere."""
    over = table.reported_product.sum(axis=1) / table.product - 1.0
    most = np.full(CITIES, 0.03)
    most[City.ANSHAN], most[City.BENXI] = 0.15, 0.064  # 13% and 6% of the reported one
    assert (over <= most).all()
    assert (over >= -0.005).all()


def test_jobs_are_those_of_the_census(table):
    """Employed of the long form, scaled to all adults city by city; within 2%."""
    adults = figures.census("population") - sum(
        figures.census(f"pop_age_{group}") for group in ("0_4", "5_9", "10_14")
    )
    factor = table.adults / figures.census("lf_pop16plus")
    jobs = figures.census("lf_employed") * factor
    np.testing.assert_allclose(table.jobs.sum(axis=1), jobs, rtol=0.02)
    assert (table.adults < adults).all(), "those of 15 are no adults yet"


def test_farm_jobs_are_those_of_the_census(table):
    factor = table.adults / figures.census("lf_pop16plus")
    farming = figures.census("lf_industry_agriculture") * factor
    np.testing.assert_allclose(table.jobs[:, Industry.AGR], farming, rtol=0.02)


def test_unemployment_is_six_percent_and_nine_to_ten_outside_farming(table):
    """Census of 2010, long form: who lost a post or graduated; half a point for rounding."""
    idle, jobs = table.unemployed.sum(), table.jobs.sum()
    outside = table.jobs[:, 1:].sum()
    assert idle / (idle + jobs) == pytest.approx(0.060, abs=0.005)
    assert 0.0875 < idle / (idle + outside) < 0.1025


def test_what_is_made_is_used_or_sold_and_nothing_else(table):
    """Rows: output of a city is what all markets buy from it; columns: inputs and value added."""
    made = table.flows[:, :CITIES].sum(axis=2).T
    np.testing.assert_allclose(made, table.output, rtol=1e-6, atol=1e-6)
    inputs = table.coefficients.sum(axis=1) * table.output
    np.testing.assert_allclose(inputs + table.value_added, table.output, rtol=1e-6, atol=1e-6)


def test_what_a_city_uses_it_buys_somewhere(table):
    bought = table.flows[:, :, :CITIES].sum(axis=1).T
    intermediate = np.einsum("cis,cs->ci", table.coefficients, table.output)
    final = table.households + table.government + table.investment + table.stock_change
    np.testing.assert_allclose(intermediate + final, table.use, rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(bought, table.use, rtol=1e-6, atol=1e-6)


def test_construction_and_public_services_stay_at_home(table):
    """Nobody buys them from another place: what is made in a city is used there."""
    for industry in (Industry.CONSTR, Industry.PUBSRV):
        flows = table.flows[industry]
        away = flows - np.diag(np.diag(flows))
        assert np.abs(away[:CITIES, :CITIES]).max() < 1e-6 * flows.max()


def test_value_added_is_what_somebody_earns(table):
    earned = (
        table.wages + table.employer_contributions + table.mixed_income
        + table.production_taxes + table.surplus
    )  # fmt: skip
    np.testing.assert_allclose(earned, table.value_added, rtol=1e-6, atol=1e-6)


def test_nothing_is_negative_that_cannot_be(table):
    for name in ("jobs", "output", "value_added", "coefficients", "wages", "households",
                 "government", "investment", "flows", "capital"):  # fmt: skip
        assert (getattr(table, name) >= 0.0).all(), name
        assert np.isfinite(getattr(table, name)).all(), name


def test_where_there_is_output_there_are_people_who_make_it(table):
    np.testing.assert_array_equal(table.output > 0.0, table.jobs > 0.0)


def test_a_table_outside_its_tolerance_is_refused_with_every_anchor_that_breaks(table):
    first, second, *rest = table.residuals
    broken = (
        replace(first, value=first.target * 1.5), replace(second, value=second.target * 0.2),
        *rest,
    )  # fmt: skip
    with pytest.raises(DataError) as caught:
        check_tolerances(replace(table, residuals=broken))
    message = str(caught.value)
    assert f"{first.anchor} of {first.place}" in message
    assert "+50.0%" in message
    assert f"{second.anchor} of {second.place}" in message


def test_every_figure_has_a_unit_a_source_and_a_grade():
    for row in figures.sources():
        assert row["source"].strip(), row
        assert row["grade"] in {"A", "B", "C", "D"}, row
        assert row["unit"].strip(), row


def damaged(tmp_path, edit, name="cities.csv", line=5):
    """Copy a data file with one line changed and read it; return what is said about it."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    lines[line - 1] = edit(lines[line - 1])
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_rows(path)
    return str(caught.value)


def cell(number, text):
    """Return an edit that writes a text into one cell of a line."""

    def edit(line):
        cells = line.split(",")
        cells[number] = text
        return ",".join(cells)

    return edit


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12o5", "'12o5' is not a number"), ("", "'' is not a number"),
        ("nan", "nan is not admitted"), ("NaN", "NaN is not admitted"),
        ("inf", "inf is not admitted"), ("-inf", "-inf is not admitted"),
        ("1.234.5", "'1.234.5' is not a number"), ("n/a", "'n/a' is not a number"),
    ],
)  # fmt: skip
def test_a_value_that_is_no_number_is_refused_with_file_and_line(tmp_path, text, said):
    message = damaged(tmp_path, cell(3, text))
    assert "cities.csv, line 5" in message
    assert said in message


@pytest.mark.parametrize("grade", ["E", "", "a", "AB"])
def test_an_unknown_grade_is_refused(tmp_path, grade):
    message = damaged(tmp_path, lambda line: line.rpartition(",")[0] + "," + grade)
    assert "cities.csv, line 5" in message
    assert "none of A, B, C, D" in message


@pytest.mark.parametrize(
    "edit", [lambda line: line + ",more", lambda line: line.partition(",")[0]]
)
def test_a_line_with_too_many_or_too_few_cells_is_refused(tmp_path, edit):
    assert "cities.csv, line 5: not 7 cells" in damaged(tmp_path, edit)


@pytest.mark.parametrize("column", ["source", "grade"])
def test_a_missing_column_is_named(tmp_path, column):
    message = damaged(tmp_path, lambda line: line.replace(column, "other"), line=1)
    assert f"cities.csv has no column {column}" in message


@pytest.mark.parametrize("name", FILES)
def test_a_file_in_another_encoding_is_refused(tmp_path, name):
    path = tmp_path / name
    path.write_bytes((FOLDER / name).read_bytes() + "沈阳".encode("gb18030"))
    with pytest.raises(DataError, match=f"{name} is not UTF-8"):
        read_rows(path)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named_with_its_folder(tmp_path, name):
    with pytest.raises(DataError, match=f"{name} is missing in"):
        read_rows(tmp_path / name)


@pytest.fixture
def other_data(tmp_path, monkeypatch):
    """Let the model read a copy of its data, which a test may damage."""
    folder = tmp_path / "data"
    shutil.copytree(FOLDER, folder)
    monkeypatch.setattr(figures, "FOLDER", folder)
    figures.rows_of.cache_clear()
    yield folder
    figures.rows_of.cache_clear()


def change(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_census_figure_that_is_missing_is_named_with_its_city(other_data):
    path = other_data / "cities.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [
        line for line in lines if not line.startswith("fuxin,2010,census_lf_industry_mining")
    ]
    assert len(kept) < len(lines)
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"census_lf_industry_mining is missing for fuxin"):
        build_opening_table()


def test_the_copy_of_the_data_gives_the_table_of_the_data(other_data, table):
    np.testing.assert_array_equal(build_opening_table().output, table.output)


def test_a_misspelt_city_is_refused(other_data):
    change(
        other_data,
        "cities.csv",
        "fuxin,2010,census_population,",
        "fuxn,2010,census_population,",
    )
    with pytest.raises(DataError, match=r"cities\.csv"):
        build_opening_table()


def test_a_misspelt_industry_is_refused(other_data):
    change(other_data, "industry_accounts.csv", "2010,steel,", "2010,stel,")
    with pytest.raises(DataError, match=r"industry_accounts\.csv"):
        build_opening_table()


def test_a_table_without_values_is_refused(other_data):
    change(
        other_data, "cities.csv", "city,year,indicator,value,", "city,year,indicator,figure,"
    )
    with pytest.raises(DataError, match=r"cities\.csv.*value"):
        build_opening_table()
