"""Cells (市-行业单元): prices, wages, costs and trade by city and industry."""

from dataclasses import dataclass

from sezsim.definitions.columns import Floats
from sezsim.definitions.declare import column


@dataclass
class Cells:
    """Arrays by city (8) and industry (19); prices are 1 at the opening."""

    price: Floats = column("producer price (8, 19)", unit="1")
    buyer_price: Floats = column("price paid by buyers of a city (8, 19)", unit="1")
    outside_price: Floats = column("national price (19)", unit="1")
    peer_price: Floats = column(
        "national price of what a city makes of an industry's goods (8, 19)", unit="1"
    )
    withdrawn: Floats = column(
        "running capacity closed by order over national supply (19)", unit="1"
    )
    markup: Floats = column("price over unit cost less one (8, 19)", unit="1")
    unit_cost: Floats = column("mean unit variable cost (8, 19)", unit="1")
    utilisation: Floats = column("output over capacity (8, 19)", unit="1")
    wage: Floats = column("mean monthly pay (8, 19)", unit="yuan/month")
    wage_level: Floats = column("wage index by city and skill (8, 3)", unit="1")
    productivity: Floats = column("labour productivity over the opening (19)", unit="1")
    demand: Floats = column("orders received (8, 19)", unit="yuan/month at opening prices")
    sales: Floats = column("sales (8, 19)", unit="yuan/month at opening prices")
    output: Floats = column("output (8, 19)", unit="yuan/month at opening prices")
    inputs: Floats = column(
        "inputs bought, by city and bought industry (8, 19)",
        unit="yuan/month at opening prices",
    )
    growth: Floats = column("expected real growth of sales by industry (19)", unit="1/month")
    own_growth: Floats = column(
        "smoothed growth of the zone's sales by industry (19)", unit="1/month"
    )
    research: Floats = column("research stock over the one of the opening share (8)", unit="1")
    research_gain: Floats = column("productivity gained by research (8, 19)", unit="1")
    consumer_price: Floats = column("price of household spending by city (8)", unit="1")
    unemployment: Floats = column("non-farm unemployment rate by city (8)", unit="1")
    job_finding: Floats = column(
        "chance of an idle worker to find a post, by city (8)", unit="1/month"
    )
    rent: Floats = column("rent index by city (8)", unit="1")
    house_price: Floats = column("house price by city (8)", unit="yuan/m2")
    housing_stock: Floats = column("housing stock over the opening (8)", unit="1")
    services: Floats = column("public services per entitled resident (8)", unit="1")
    right_price: Floats = column(
        "price of the right to build a unit of monthly capacity (8, 19)", unit="yuan"
    )
    labour_index: Floats = column(
        "labour per output over the opening, by mix of equipment (8, 19)", unit="1"
    )
    energy_need: Floats = column(
        "energy bought per output of given equipment over the opening ()", unit="1"
    )
    energy_index: Floats = column(
        "energy per output over the opening, by mix of equipment (8, 19)", unit="1"
    )
    input_cost: Floats = column(
        "cost of inputs per output at normal energy use (8, 19)", unit="1"
    )
    energy_cost: Floats = column("cost of energy per output (8, 19)", unit="1")
    smooth_sales: Floats = column(
        "sales of an industry, smoothed (19)", unit="yuan/month at opening prices"
    )
    investment_price: Floats = column("price of investment goods by city (8)", unit="1")
    inflation: Floats = column("consumer inflation, smoothed (8)", unit="1/month")
    income: Floats = column("household disposable income, smoothed (8)", unit="yuan/month")
    income_step: Floats = column("growth of smoothed income per resident (8)", unit="1/month")
    city_sales: Floats = column("value of all sales, smoothed (8)", unit="yuan/month")
    service_weight: Floats = column(
        "spending shares of households now in force (8, 19)", unit="1"
    )
    spending_plan: Floats = column("spending that households have set aside (8)", unit="yuan")
    property_income: Floats = column(
        "dividends and interest to pass to households (8)", unit="yuan"
    )
    developer_debt: Floats = column("debt of developers and home buyers (8)", unit="yuan")
    pay_scale: Floats = column("opening mean pay factor over the present one (8)", unit="1")
    layoff_share: Floats = column("staff laid off beyond attrition, by city (8)", unit="1")
