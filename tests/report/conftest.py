import pytest
from fake_tables import fake_tables

from sezsim.report.page import write_report


@pytest.fixture(scope="session")
def report(tmp_path_factory):
    """Write the report of the fake tables once and return its path."""
    return write_report(fake_tables(), tmp_path_factory.mktemp("report") / "report.html")


@pytest.fixture(scope="session")
def page(report):
    return report.read_text(encoding="utf-8")
