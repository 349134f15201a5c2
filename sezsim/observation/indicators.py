"""Indicators (指标): pure functions of the monthly aggregates, each with a unit and two names.

The order of the functions is the order of the panel's columns. Every function takes the aggregates
of all months and returns an array (months, places).
"""

import numpy as np

from sezsim.definitions.calendar import MONTHS_A_YEAR
from sezsim.definitions.columns import Floats
from sezsim.observation.aggregates import Aggregates
from sezsim.observation.indicator import INDICATORS, indicator

HUNDRED_MILLION = 1e8
TEN_THOUSAND = 1e4
PRICE_OF_OPENING = 0.930 / 0.945  # January 2010 over the mean of 2010: nominal over real


def share(part: Floats, whole: Floats) -> Floats:
    """Return part over whole, zero where there is no whole."""
    return np.divide(part, whole, out=np.zeros_like(part), where=whole != 0.0)


def gdp(a: Aggregates) -> Floats:
    """Gross domestic product (yuan/month) at current prices."""
    return a.va_primary + a.va_secondary + a.va_tertiary


def indicator_names() -> tuple[str, ...]:
    """Return the names of all indicators, in the order of the panel."""
    return tuple(INDICATORS)


def measured(aggregates: Aggregates) -> Floats:
    """Return the panel (months, places, indicators) in single precision."""
    columns = [declared.rule(aggregates) for declared in INDICATORS.values()]
    return np.stack(columns, axis=2).astype(np.float32)


@indicator(zh="常住人口", en="resident population", unit="person")
def population(a: Aggregates) -> Floats:
    """Resident population (person)."""
    return a.population


@indicator(zh="就业人数", en="persons employed", unit="person")
def employed(a: Aggregates) -> Floats:
    """Persons employed (person)."""
    return a.employed_nonfarm + a.employed_farm


@indicator(zh="农业就业人数", en="persons employed in farming", unit="person")
def employed_farm(a: Aggregates) -> Floats:
    """Persons employed in farming (person)."""
    return a.employed_farm


@indicator(zh="失业人数", en="persons unemployed", unit="person")
def unemployed(a: Aggregates) -> Floats:
    """Persons unemployed (person)."""
    return a.unemployed


@indicator(zh="失业率", en="unemployment rate", unit="1")
def unemployment_rate(a: Aggregates) -> Floats:
    """Unemployment rate (1)."""
    return share(a.unemployed, a.unemployed + a.employed_nonfarm + a.employed_farm)


@indicator(zh="非农失业率", en="unemployment rate outside farming", unit="1")
def unemployment_rate_nonfarm(a: Aggregates) -> Floats:
    """Unemployment rate outside farming (1)."""
    return share(a.unemployed, a.unemployed + a.employed_nonfarm)


@indicator(zh="劳动参与率", en="participation rate of adults", unit="1")
def participation_rate(a: Aggregates) -> Floats:
    """Participation rate of adults (1)."""
    return share(a.unemployed + a.employed_nonfarm + a.employed_farm, a.adults)


@indicator(zh="岗位空缺率", en="vacancy rate", unit="1")
def vacancy_rate(a: Aggregates) -> Floats:
    """Vacancy rate (1)."""
    return share(a.posts, a.posts + a.employed_nonfarm)


@indicator(zh="非农平均工资", en="mean pay of non-farm employees", unit="yuan/month")
def mean_wage(a: Aggregates) -> Floats:
    """Mean pay of non-farm employees (yuan/month)."""
    return share(a.pay, a.employed_nonfarm)


@indicator(
    zh="单位就业人员平均工资", en="mean pay of insured employees of units", unit="yuan/month"
)
def mean_wage_units(a: Aggregates) -> Floats:
    """Mean pay of insured employees of units (yuan/month)."""
    return share(a.insured_pay, a.insured)


@indicator(zh="工资基尼系数", en="Gini coefficient of pay", unit="1")
def gini_wage(a: Aggregates) -> Floats:
    """Gini coefficient of pay (1)."""
    return share(a.gini_weight, a.employed_nonfarm)


@indicator(
    zh="地区生产总值", en="gross domestic product, current prices", unit="10^8 yuan/month"
)
def gdp_nominal(a: Aggregates) -> Floats:
    """Gross domestic product, current prices (10^8 yuan/month)."""
    return gdp(a) / HUNDRED_MILLION


@indicator(
    zh="实际地区生产总值", en="gross domestic product, 2010 prices", unit="10^8 yuan/month"
)
def gdp_real(a: Aggregates) -> Floats:
    """Gross domestic product, 2010 prices (10^8 yuan/month)."""
    return a.real_va / HUNDRED_MILLION


@indicator(
    zh="上报地区生产总值", en="gross domestic product as reported", unit="10^8 yuan/month"
)
def gdp_reported(a: Aggregates) -> Floats:
    """Gross domestic product as reported (10^8 yuan/month)."""
    return a.reported_va / HUNDRED_MILLION


@indicator(zh="第一产业增加值", en="value added of the primary sector", unit="10^8 yuan/month")
def va_primary(a: Aggregates) -> Floats:
    """Value added of the primary sector (10^8 yuan/month)."""
    return a.va_primary / HUNDRED_MILLION


@indicator(
    zh="第二产业增加值", en="value added of the secondary sector", unit="10^8 yuan/month"
)
def va_secondary(a: Aggregates) -> Floats:
    """Value added of the secondary sector (10^8 yuan/month)."""
    return a.va_secondary / HUNDRED_MILLION


@indicator(zh="第三产业增加值", en="value added of the tertiary sector", unit="10^8 yuan/month")
def va_tertiary(a: Aggregates) -> Floats:
    """Value added of the tertiary sector (10^8 yuan/month)."""
    return a.va_tertiary / HUNDRED_MILLION


@indicator(zh="服务业比重", en="share of services in GDP", unit="1")
def services_share(a: Aggregates) -> Floats:
    """Share of services in GDP (1)."""
    return share(a.va_tertiary, gdp(a))


@indicator(zh="高新技术产业比重", en="share of high-tech in industrial value added", unit="1")
def hitech_share(a: Aggregates) -> Floats:
    """Share of high-tech in industrial value added (1)."""
    return share(a.va_hitech, a.va_industry)


@indicator(zh="研发投入强度", en="research spending over GDP", unit="1")
def rd_gdp(a: Aggregates) -> Floats:
    """Research spending over GDP (1)."""
    return share(a.research, gdp(a))


@indicator(zh="劳动报酬占比", en="share of labour in GDP", unit="1")
def labour_share(a: Aggregates) -> Floats:
    """Share of labour in GDP (1)."""
    return share(a.labour_income, gdp(a))


@indicator(zh="城镇化率", en="urban share of population", unit="1")
def urbanisation(a: Aggregates) -> Floats:
    """Urban share of population (1)."""
    return share(a.urban_population, a.population)


@indicator(zh="外来人口比重", en="share of residents registered elsewhere", unit="1")
def migrant_share(a: Aggregates) -> Floats:
    """Share of residents registered elsewhere (1)."""
    return share(a.migrants, a.adults)


@indicator(zh="净迁入人口", en="net arrivals", unit="person/month")
def net_migration(a: Aggregates) -> Floats:
    """Net arrivals (person/month)."""
    return a.arrivals - a.departures


@indicator(zh="居民消费", en="household consumption", unit="10^8 yuan/month")
def consumption(a: Aggregates) -> Floats:
    """Household consumption (10^8 yuan/month)."""
    return a.consumption / HUNDRED_MILLION


@indicator(zh="消费价格水平", en="consumer price level (2010 = 1)", unit="1")
def price_level(a: Aggregates) -> Floats:
    """Consumer price level (2010 = 1) (1)."""
    return PRICE_OF_OPENING * share(a.price_weight, a.price_base)


@indicator(zh="租金指数", en="rent (opening = 1)", unit="1")
def rent(a: Aggregates) -> Floats:
    """Rent (opening = 1) (1)."""
    return share(a.rent_weight, a.population)


@indicator(zh="住房价格", en="house price", unit="yuan/m2")
def house_price(a: Aggregates) -> Floats:
    """House price (yuan/m2)."""
    return share(a.house_price_weight, a.population)


@indicator(zh="一般预算收入", en="general budget revenue", unit="10^8 yuan/month")
def fiscal_revenue(a: Aggregates) -> Floats:
    """General budget revenue (10^8 yuan/month)."""
    return a.fiscal_revenue / HUNDRED_MILLION


@indicator(zh="一般预算支出", en="general budget spending", unit="10^8 yuan/month")
def fiscal_expenditure(a: Aggregates) -> Floats:
    """General budget spending (10^8 yuan/month)."""
    return a.fiscal_expenditure / HUNDRED_MILLION


@indicator(zh="政府债务", en="debt of cities and their platforms", unit="10^8 yuan")
def city_debt(a: Aggregates) -> Floats:
    """Debt of cities and their platforms (10^8 yuan)."""
    return a.city_debt / HUNDRED_MILLION


@indicator(zh="银行不良贷款率", en="share of bad loans", unit="1")
def bank_bad_loans(a: Aggregates) -> Floats:
    """Share of bad loans (1)."""
    return share(a.bad_loans, a.loans)


@indicator(zh="养老保险基金缺口", en="deficit of the pension funds", unit="10^8 yuan/month")
def pension_deficit(a: Aggregates) -> Floats:
    """Pensions and benefits less contributions, met by the province (10^8 yuan/month)."""
    return a.pension_deficit / HUNDRED_MILLION


@indicator(zh="僵尸企业资本占比", en="capital in zombie firms", unit="1")
def zombie_share(a: Aggregates) -> Floats:
    """Share of capital in firms whose margin has not covered interest for three years (1)."""
    return share(a.capital_zombies, a.capital)


@indicator(zh="名义产能", en="capacity on paper, 2010 prices", unit="10^8 yuan/month")
def capacity_nominal(a: Aggregates) -> Floats:
    """Capacity on paper, 2010 prices (10^8 yuan/month)."""
    return a.capacity / HUNDRED_MILLION


@indicator(zh="在运产能", en="capacity not sealed, 2010 prices", unit="10^8 yuan/month")
def capacity_operating(a: Aggregates) -> Floats:
    """Capacity not sealed, 2010 prices (10^8 yuan/month)."""
    return a.capacity_running / HUNDRED_MILLION


@indicator(zh="落后产能", en="backward capacity, 2010 prices", unit="10^8 yuan/month")
def capacity_backward(a: Aggregates) -> Floats:
    """Backward capacity, 2010 prices (10^8 yuan/month)."""
    return a.capacity_backward / HUNDRED_MILLION


@indicator(zh="钢铁产能", en="steel capacity on paper", unit="10^4 t/month")
def capacity_steel(a: Aggregates) -> Floats:
    """Steel capacity on paper (10^4 t/month)."""
    return a.capacity_steel / TEN_THOUSAND


@indicator(zh="煤炭产能", en="coal capacity on paper", unit="10^4 t/month")
def capacity_coal(a: Aggregates) -> Floats:
    """Coal capacity on paper (10^4 t/month)."""
    return a.capacity_coal / TEN_THOUSAND


@indicator(zh="钢产量", en="steel output", unit="10^4 t/month")
def output_steel(a: Aggregates) -> Floats:
    """Steel output (10^4 t/month)."""
    return a.output_steel / TEN_THOUSAND


@indicator(zh="产能利用率", en="capacity utilisation", unit="1")
def utilisation(a: Aggregates) -> Floats:
    """Capacity utilisation (1)."""
    return share(a.output_on_capacity, a.capacity_running)


@indicator(zh="企业数", en="firms in business", unit="firm")
def firms(a: Aggregates) -> Floats:
    """Firms in business (firm)."""
    return a.firms


@indicator(zh="新设企业", en="firms opened", unit="firm/month")
def openings(a: Aggregates) -> Floats:
    """Firms opened (firm/month)."""
    return a.openings


@indicator(zh="关闭企业", en="firms closed", unit="firm/month")
def closures(a: Aggregates) -> Floats:
    """Firms closed (firm/month)."""
    return a.closures


@indicator(zh="失岗人数", en="persons laid off by closure or downsizing", unit="person/month")
def displaced(a: Aggregates) -> Floats:
    """Persons laid off by closure or downsizing (person/month)."""
    return a.displaced


@indicator(zh="内部退养人数", en="persons internally retired", unit="person")
def internally_retired(a: Aggregates) -> Floats:
    """Persons internally retired (person)."""
    return a.internally_retired


@indicator(zh="领取失业金人数", en="recipients of unemployment benefit", unit="person")
def benefit_recipients(a: Aggregates) -> Floats:
    """Recipients of unemployment benefit (person)."""
    return a.benefit_recipients


@indicator(zh="成本加成率", en="markup over unit cost", unit="1")
def markup(a: Aggregates) -> Floats:
    """Markup over unit cost (1)."""
    return share(a.markup_weight, a.markup_base)


@indicator(zh="相对全国价格", en="producer prices over national ones", unit="1")
def price_over_outside(a: Aggregates) -> Floats:
    """Producer prices over national ones (1)."""
    return share(a.markup_base, a.outside_value)


@indicator(zh="资本产出比", en="capital over yearly GDP", unit="year")
def capital_output(a: Aggregates) -> Floats:
    """Capital over yearly GDP (year)."""
    return share(a.capital, gdp(a) * MONTHS_A_YEAR)


@indicator(zh="净流出", en="goods and services sold less bought", unit="10^8 yuan/month")
def net_outflow(a: Aggregates) -> Floats:
    """Goods and services sold less bought (10^8 yuan/month)."""
    return a.net_outflow / HUNDRED_MILLION


@indicator(zh="对外净债权", en="claim on the outside since the opening", unit="10^8 yuan")
def outside_claim(a: Aggregates) -> Floats:
    """Claim on the outside since the opening (10^8 yuan)."""
    return a.outside_claim / HUNDRED_MILLION


@indicator(zh="单位生产总值能耗", en="energy over real GDP", unit="tce/10^4 yuan")
def energy_gdp(a: Aggregates) -> Floats:
    """Energy over real GDP (tce/10^4 yuan)."""
    return share(a.energy, a.real_va / TEN_THOUSAND) * TEN_THOUSAND


@indicator(zh="单位生产总值水耗", en="water over real GDP", unit="m3/10^4 yuan")
def water_gdp(a: Aggregates) -> Floats:
    """Water over real GDP (m3/10^4 yuan)."""
    return share(a.water, a.real_va / TEN_THOUSAND) * TEN_THOUSAND


@indicator(zh="二氧化硫排放", en="sulphur dioxide", unit="t/month")
def so2(a: Aggregates) -> Floats:
    """Sulphur dioxide (t/month)."""
    return a.so2


@indicator(zh="化学需氧量排放", en="chemical oxygen demand", unit="t/month")
def cod(a: Aggregates) -> Floats:
    """Chemical oxygen demand (t/month)."""
    return a.cod


@indicator(zh="二氧化碳排放", en="carbon dioxide", unit="10^4 t/month")
def co2(a: Aggregates) -> Floats:
    """Carbon dioxide (10^4 t/month)."""
    return a.co2


@indicator(zh="企业申请迁出", en="requests of firms to leave the city", unit="firm/month")
def move_requests(a: Aggregates) -> Floats:
    """Requests of firms to leave the city (firm/month)."""
    return a.move_requests


@indicator(zh="同意迁出的企业", en="moves of firms agreed", unit="firm/month")
def moves_agreed(a: Aggregates) -> Floats:
    """Moves of firms agreed (firm/month)."""
    return a.moves_agreed


@indicator(zh="被阻拦迁出的企业", en="moves of firms blocked", unit="firm/month")
def moves_blocked(a: Aggregates) -> Floats:
    """Moves of firms blocked (firm/month)."""
    return a.moves_blocked


@indicator(zh="被阻拦但有效率的迁移", en="efficient moves of firms blocked", unit="firm/month")
def efficient_blocked(a: Aggregates) -> Floats:
    """Moves of firms blocked though both cities together would gain (firm/month)."""
    return a.efficient_blocked


@indicator(zh="上报服务业比重", en="share of services in GDP as reported", unit="1")
def services_share_reported(a: Aggregates) -> Floats:
    """Share of services in GDP as reported (1)."""
    return share(a.reported_tertiary, a.reported_va)


@indicator(zh="上报高新技术产业比重", en="share of high-tech in industry as reported", unit="1")
def hitech_share_reported(a: Aggregates) -> Floats:
    """Share of high-tech in industrial value added as reported (1)."""
    return share(a.reported_hitech, a.reported_industry)


@indicator(zh="虚报财政收入", en="revenue reported but not collected", unit="10^8 yuan/month")
def revenue_overreported(a: Aggregates) -> Floats:
    """Revenue reported but not collected (10^8 yuan/month)."""
    return a.revenue_air / HUNDRED_MILLION
