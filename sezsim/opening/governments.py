"""Governments and banks of the opening (期初财政与银行): deposits, platforms, loans."""

import numpy as np

from sezsim.base_year.opening_table import OpeningTable
from sezsim.base_year.structure import (
    CITY_DEPOSITS,
    HUNDRED_MILLION,
    PLATFORM_LOANS,
)
from sezsim.definitions.columns import Floats, Money
from sezsim.definitions.geography import CITIES
from sezsim.state.banks import Banks
from sezsim.state.economy import Economy
from sezsim.state.governments import Governments


def open_governments(table: OpeningTable) -> Governments:
    """Open the city governments with their deposits and the debt of their platforms."""

    def blank() -> Floats:
        return np.zeros(CITIES)

    def money(values: Floats) -> Money:
        return np.rint(values * HUNDRED_MILLION * 100.0).astype(np.int64)

    return Governments(
        deposits=money(table.deposits * CITY_DEPOSITS),
        debt=money(table.loans * PLATFORM_LOANS),
        pension_fund=np.zeros(CITIES, np.int64), tax_office=np.zeros(CITIES, np.int64),
        revenue=blank(), expenditure=blank(), transfers=blank(), smoothed=blank(),
        operations=blank(), investment=blank(), land_premium=blank(), borrowing=blank(),
        grants=blank(), months_in_cuts=blank(), enforcement=np.ones(CITIES),
        land_discount=blank(), service_level=np.ones(CITIES), pollution=np.ones(CITIES),
        score=blank(), credited=blank(), over_reporting=blank(), air=blank(),
    )  # fmt: skip


def open_banks(table: OpeningTable) -> Banks:
    """Open the city banks: loans as published, deposits less loans are claims outside."""
    loans = np.rint(np.append(table.loans, 0.0) * HUNDRED_MILLION * 100.0).astype(np.int64)
    reserves = np.append(table.deposits - table.loans, 0.0) * HUNDRED_MILLION * 100.0
    return Banks(
        reserves=np.rint(reserves).astype(np.int64), loans=loans,
        bad_loans=np.zeros(CITIES + 1, np.int64), written_off=np.zeros(CITIES + 1),
        unmade=np.zeros(CITIES, np.int64), lending=np.ones(CITIES),
    )  # fmt: skip


def set_loans(economy: Economy) -> None:
    """Let the banks' loans be the debts of firms, platforms and developers."""
    firms, banks, governments = economy.firms, economy.banks, economy.governments
    loans = np.zeros(CITIES, np.int64)
    np.add.at(loans, firms.city, firms.debt)
    homes = np.rint(economy.structure.developer_debt * 100.0).astype(np.int64)
    banks.loans[:CITIES] = loans + governments.debt + homes
