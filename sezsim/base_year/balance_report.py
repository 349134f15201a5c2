"""The balance in words and figures: what `sezsim describe balance` prints."""

from collections.abc import Sequence

import numpy as np

from sezsim.base_year.opening_table import OpeningTable
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITY_NAMES
from sezsim.definitions.industry import INDUSTRY_NAMES, Industry

WIDTH = 9
PRODUCT_RANGE = (0.5, 4.0)  # product per worker over the national one
RATE_RANGE = (0.7, 1.6)  # value added rate over the national one
PAY_RANGE = (0.1, 0.95)  # pay in value added
MOST_OUTFLOW = 0.6  # net outflow over output


def balance_report(table: OpeningTable) -> str:
    """Write all tables of the opening balance."""
    parts = (
        residual_table(table), product_table(table), pay_table(table), outflow_table(table),
        income_table(table), standing_table(table), money_table(table), outlier_list(table),
    )  # fmt: skip
    return "\n\n".join(parts)


def grid(
    title: str, names: Sequence[str], rows: Sequence[tuple[str, Floats]], form: str
) -> str:
    """Write a table with a title, column names and named rows."""
    head = " " * 12 + " ".join(f"{name[:WIDTH]:>{WIDTH}s}" for name in names)
    lines = [
        f"{label[:12]:12s}" + " ".join(f"{value:{WIDTH}{form}}" for value in values)
        for label, values in rows
    ]
    return "\n".join([title, head, *lines])


def residual_table(table: OpeningTable) -> str:
    """List every anchor with its rank, target, value and deviation."""
    lines = ["RESIDUALS (rank 0: identity; 1: binds first; no tolerance: reported only)"]
    lines.append(
        f"{'rank':>4s} {'anchor':26s} {'place':10s} {'target':>14s} {'value':>14s}   off"
    )
    for each in sorted(table.residuals, key=lambda r: (r.rank, r.anchor)):
        admitted = f"{each.tolerance:.1%}" if np.isfinite(each.tolerance) else "none"
        mark = "" if each.holds else "  OUTSIDE"
        lines.append(
            f"{each.rank:4d} {each.anchor:26s} {each.place:10s} {each.target:14.6g} "
            f"{each.value:14.6g} {each.deviation:+7.2%} of {admitted} {each.unit}{mark}"
        )
    return "\n".join(lines)


def ratio(part: Floats, whole: Floats) -> Floats:
    """Return part over whole, NaN where there is no whole."""
    return np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0.0)


def product_per_worker(table: OpeningTable) -> Floats:
    """Product per worker over the national one (8, 19)."""
    per_worker = ratio(table.value_added * 1e8, table.jobs)
    return np.asarray(per_worker / table.national_product_per_worker)


def by_cell(title: str, values: Floats, form: str = ".2f") -> str:
    """Write a table of industries by cities."""
    rows = [(INDUSTRY_NAMES[i], values[:, i]) for i in range(values.shape[1])]
    return grid(title, CITY_NAMES, rows, form)


def product_table(table: OpeningTable) -> str:
    """Write product per worker against the nation."""
    return by_cell("PRODUCT PER WORKER over the national one (1)", product_per_worker(table))


def pay_table(table: OpeningTable) -> str:
    """Write yearly pay per employee."""
    pay = ratio(table.wages * 1e8, table.jobs)
    return by_cell("PAY PER EMPLOYEE (yuan a year)", pay, ".0f")


def outflow_table(table: OpeningTable) -> str:
    """Write net outflow of goods and services."""
    return by_cell("NET OUTFLOW (10^8 yuan a year)", table.net_outflow, ".1f")


def income_table(table: OpeningTable) -> str:
    """Write who gets the product, as shares of it."""
    product = table.product
    rows = [
        ("pay", table.wages), ("contribut.", table.employer_contributions),
        ("mixed", table.mixed_income), ("taxes", table.production_taxes),
        ("surplus", table.surplus), ("  of it wear", table.depreciation),
    ]  # fmt: skip
    shares = [(name, values.sum(axis=1) / product) for name, values in rows]
    shares += [
        ("transfers", table.transfers_to_households / product),
        ("property", table.property_income / product),
        ("disposable", table.disposable_income / product),
        ("consumption", table.households.sum(axis=1) / product),
        ("investment", table.investment.sum(axis=1) / product),
        ("government", table.government.sum(axis=1) / product),
        ("net outflow", table.net_outflow.sum(axis=1) / product),
    ]
    return grid("INCOME ACCOUNT (shares of product)", CITY_NAMES, shares, ".3f")


def standing_table(table: OpeningTable) -> str:
    """Write the standing flows that close the net outflow."""
    outflow = table.net_outflow.sum(axis=1)
    rows = [
        ("product", table.product), ("reported", table.reported_product.sum(axis=1)),
        ("net outflow", outflow), ("standing", -outflow),
    ]  # fmt: skip
    title = "STANDING FLOWS (10^8 yuan a year): profits remitted, transfers, owners' capital"
    return grid(title, CITY_NAMES, rows, ".1f")


def money_table(table: OpeningTable) -> str:
    """Write deposits, loans and capital."""
    rows = [
        ("deposits", table.deposits), ("loans", table.loans),
        ("claim outside", table.deposits - table.loans), ("capital", table.capital.sum(axis=1)),
        ("city revenue", table.revenue), ("city spending", table.expenditure),
    ]  # fmt: skip
    return grid("MONEY (10^8 yuan)", CITY_NAMES, rows, ".1f")


def outlier_list(table: OpeningTable) -> str:
    """List what lies outside the usual range."""
    rate = ratio(table.value_added, table.output) / table.national_rate
    share = ratio(table.wages, table.value_added)
    share[:, Industry.AGR] = np.nan
    outflow = ratio(np.abs(table.net_outflow), table.output)
    checks = (
        ("product per worker over the national one", product_per_worker(table), PRODUCT_RANGE),
        ("value added rate over the national one", rate, RATE_RANGE),
        ("pay in value added", share, PAY_RANGE),
        ("net outflow over output", outflow, (0.0, MOST_OUTFLOW)),
    )
    lines = ["OUTLIERS (outside the usual range)"]
    for name, values, (low, high) in checks:
        for c, i in zip(*np.nonzero((values < low) | (values > high)), strict=True):
            lines.append(
                f"  {CITY_NAMES[c]} {INDUSTRY_NAMES[i]}: {name} {values[c, i]:.2f}, "
                f"usual {low:g} to {high:g}"
            )
    for c, i in zip(*np.nonzero((table.jobs > 0.0) != (table.output > 0.0)), strict=True):
        lines.append(
            f"  {CITY_NAMES[c]} {INDUSTRY_NAMES[i]}: {table.jobs[c, i]:.0f} jobs, "
            f"output {table.output[c, i]:.1f}"
        )
    return "\n".join(lines)
