"""Prices, costs and pay of the opening by city and industry (期初价格)."""

import numpy as np

from sezsim.base_year.structure import (
    OpeningMonth,
)
from sezsim.definitions.columns import Floats
from sezsim.definitions.geography import CITIES
from sezsim.definitions.industry import INDUSTRIES
from sezsim.opening.pace import Pace, lagged
from sezsim.parameters import Parameters
from sezsim.state.cells import Cells
from sezsim.state.structure import Structure


def open_cells(
    month: OpeningMonth, structure: Structure, p: Parameters, pace: Pace
) -> Cells:  # fmt: skip
    """Fill prices, costs and pay of all cells."""
    shape = (CITIES, INDUSTRIES)

    def ones() -> Floats:
        return np.ones(shape)

    def city() -> Floats:
        return np.ones(CITIES)

    sales = month.sales / (1.0 + pace.real)
    level = np.full((CITIES, 3), 1.0 / (1.0 + pace.nominal))
    consumer = np.full(CITIES, 1.0 / (1.0 + pace.prices))
    industries = sales.sum(axis=0)
    return Cells(
        price=ones(), buyer_price=ones(), outside_price=np.ones(INDUSTRIES),
        peer_price=ones(),
        markup=structure.markup.copy(), unit_cost=1.0 / (1.0 + structure.markup),
        utilisation=structure.utilisation.copy(), wage=structure.wage.copy(),
        wage_level=level, productivity=np.ones(INDUSTRIES), demand=month.sales.copy(),
        sales=sales, output=month.output.copy(), inputs=month.inputs.copy(),
        research=city(), research_gain=ones(),
        growth=np.full(INDUSTRIES, pace.real), own_growth=np.full(INDUSTRIES, pace.real),
        consumer_price=consumer,
        unemployment=structure.unemployment.copy(),
        job_finding=np.full(CITIES, p.labour_market.job_finding), rent=city(),
        house_price=structure.house_price.copy(), housing_stock=city(), services=city(),
        right_price=np.zeros_like(ones()), withdrawn=np.zeros(INDUSTRIES),
        labour_index=ones(), energy_index=ones(), energy_need=np.ones(()),
        input_cost=structure.coefficients.sum(axis=1), energy_cost=structure.energy_share.copy(),
        smooth_sales=lagged(industries, p.expectations.trend_gain, pace.real)
        / (1.0 + pace.real),
        investment_price=city(), inflation=np.full(CITIES, np.log1p(pace.prices)),
        income=city(), income_step=np.zeros(CITIES), city_sales=sales.sum(axis=1),
        service_weight=structure.household_share.copy(),
        spending_plan=month.households.sum(axis=1), property_income=np.zeros(CITIES),
        developer_debt=city(), pay_scale=city(), layoff_share=np.zeros(CITIES),
    )  # fmt: skip
