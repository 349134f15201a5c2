"""Structure (结构): what the opening table fixes for the whole run; money is yuan a month.

Quantities are yuan a month at the prices of January 2010, where every price is 1.
"""

from dataclasses import dataclass

from sezsim.definitions.columns import Floats
from sezsim.definitions.declare import column


@dataclass(frozen=True)
class Structure:
    """Coefficients, shares and opening flows; (8, 19) is city by industry."""

    coefficients: Floats = column(
        "input of an industry per output (8, 19 bought, 19)", unit="1"
    )
    trade_weight: Floats = column(
        "share of origins in a city's purchases (19, 11, 8)", unit="1"
    )
    outside_demand: Floats = column(
        "sales to the three outside regions (8, 19, 3)", unit="yuan/month"
    )
    iron_ore: Floats = column("iron ore in what the mines of a city dig (8)", unit="1")
    household_share: Floats = column("household spending by industry (8, 19)", unit="1")
    government_share: Floats = column("city spending on services by industry (8, 19)", unit="1")
    investment_share: Floats = column("investment by industry (8, 19)", unit="1")
    output: Floats = column("opening output (8, 19)", unit="yuan/month")
    labour_need: Floats = column("persons per output (8, 19)", unit="person/(yuan/month)")
    labour_cost: Floats = column("pay and contributions per output (8, 19)", unit="1")
    wage: Floats = column("opening monthly pay (8, 19)", unit="yuan/month")
    contribution_rate: Floats = column("employer contributions over pay (8, 19)", unit="1")
    mixed_rate: Floats = column("mixed income over value added (8, 19)", unit="1")
    tax_rate: Floats = column("net taxes on production over sales (8, 19)", unit="1")
    depreciation: Floats = column("depreciation of capacity (8, 19)", unit="1/month")
    capital_ratio: Floats = column("capital per capacity (8, 19)", unit="month")
    utilisation: Floats = column("opening utilisation (8, 19)", unit="1")
    markup: Floats = column("opening markup (8, 19)", unit="1")
    vintage_labour: Floats = column("labour by vintage over the mean (19, 4)", unit="1")
    vintage_energy: Floats = column("energy by vintage over the mean, less 1 (19, 4)", unit="1")
    vintage_emission: Floats = column("emissions by vintage over the mean (19, 4)", unit="1")
    energy_base: Floats = column("energy of the opening mix of equipment (8, 19)", unit="1")
    energy_share: Floats = column("energy inputs per output (8, 19)", unit="1")
    leverage: Floats = column("bank debt over capital (8, 19)", unit="1")
    cash_ratio: Floats = column("deposits of firms over sales (8, 19)", unit="month")
    household_dividend: Floats = column("share of dividends paid to households (8)", unit="1")
    propensity: Floats = column("propensity to consume income (8)", unit="1")
    home_share: Floats = column("share of income spent on homes (8)", unit="1")
    pension: Floats = column("opening pension of an urban pensioner (8)", unit="yuan/month")
    allowance: Floats = column("opening minimum allowance (8)", unit="yuan/month")
    minimum_wage: Floats = column("opening minimum wage (8)", unit="yuan/month")
    local_revenue: Floats = column("other local revenue over sales (8)", unit="1")
    transfers: Floats = column("opening transfers from above (8)", unit="yuan/month")
    operations: Floats = column("opening spending on public services (8)", unit="yuan/month")
    budget_investment: Floats = column(
        "opening infrastructure paid by the budget (8)", unit="yuan/month"
    )
    infrastructure: Floats = column("opening infrastructure investment (8)", unit="yuan/month")
    infrastructure_grant: Floats = column(
        "standing grants for infrastructure (8)", unit="yuan/month"
    )
    housing_investment: Floats = column("opening housing investment (8)", unit="yuan/month")
    land_share: Floats = column("land premium over home sales (8)", unit="1")
    developer_debt: Floats = column(
        "debt of developers, constant in real terms (8)", unit="yuan"
    )
    disposable_income: Floats = column("opening disposable income (8)", unit="yuan/month")
    separation: Floats = column("chance to lose a post (8)", unit="1/month")
    fill_rate: Floats = column("opening chance to fill a post (8)", unit="1/month")
    matching_scale: Floats = column("search units that balance the opening (8)", unit="1")
    unemployment: Floats = column("opening non-farm unemployment rate (8)", unit="1")
    house_price: Floats = column("opening house price (8)", unit="yuan/m2")
    wedge: Floats = column("reported over model value added (8, 3)", unit="1")
    tonnes: Floats = column("tonnes per opening output (8, 19)", unit="t/yuan")
    energy: Floats = column("energy per output (19)", unit="10^4 tce/yuan")
    water: Floats = column("water per output (19)", unit="10^4 m3/yuan")
    so2: Floats = column("sulphur dioxide per output (19)", unit="t/yuan")
    cod: Floats = column("chemical oxygen demand per output (19)", unit="t/yuan")
    co2: Floats = column("carbon dioxide per output (19)", unit="10^4 t/yuan")
    distance: Floats = column("distance between cities (8, 8)", unit="km")
    commuting: Floats = column("share of searchers by residence and workplace (8, 8)", unit="1")
    skill_share: Floats = column(
        "share of skills among employees of an industry (19, 3)", unit="1"
    )
    worker_rate: Floats = column(
        "worker's social contribution over pay of the insured (8)", unit="1"
    )
    pay_factor: Floats = column(
        "opening mean pay factor of employees by city of work (8)", unit="1"
    )
    population: Floats = column("opening population (8)", unit="person")
    network: Floats = column(
        "adults registered in each city by the city in which they live, at the opening (8, 8)",
        unit="person",
    )
    allowance_bill: Floats = column(
        "opening spending on minimum allowances (8)", unit="yuan/month"
    )
    city_reserve: Floats = column("opening deposits of the city government (8)", unit="yuan")
    smoothing_lag: Floats = column("opening revenue over its smoothed value (8)", unit="1")
    smoothed_revenue: Floats = column(
        "opening revenue and transfers, smoothed (8)", unit="yuan/month"
    )
    city_tax_share: Floats = column("share of taxes that the city keeps (8)", unit="1")
    giving_up: Floats = column(
        "idle persons who stop looking at the opening (8)", unit="1/month"
    )
    moving_shares: Floats = column("destinations of those who leave (8, 10)", unit="1")
    leaving: Floats = column("chance to leave the zone over the mean (8)", unit="1")
    arrivals: Floats = column("arrivals from outside over residents (8, 2)", unit="1/year")
    jobs_share: Floats = column("non-farm jobs of a city by industry (8, 19)", unit="1")
    research_share: Floats = column(
        "research spending over sales of researching industries (8)", unit="1"
    )
    hitech_share: Floats = column("share of high-tech in value added (19)", unit="1")
    smoothed_income: Floats = column(
        "opening disposable income, smoothed (8)", unit="yuan/month"
    )
