"""Words of the report: units, places, indicators inside a sentence, factors of a study."""

from sezsim.definitions.geography import CITY_NAMES, CITY_NAMES_ZH, ZONE
from sezsim.definitions.wording import Words

UNITS = {
    "person": Words("人", "persons"),
    "person/month": Words("人/年", "persons a year"),
    "yuan/month": Words("元/月", "yuan a month"),
    "10^8 yuan/month": Words("亿元/年", "100 million yuan a year"),
    "10^8 yuan": Words("亿元", "100 million yuan"),
    "10^4 t/month": Words("万吨/年", "10,000 t a year"),
    "t/month": Words("吨/年", "t a year"),
    "firm": Words("家", "firms"),
    "firm/month": Words("家/年", "firms a year"),
    "yuan/m2": Words("元/平方米", "yuan per m²"),
    "tce/10^4 yuan": Words("吨标准煤/万元", "tce per 10,000 yuan"),
    "m3/10^4 yuan": Words("立方米/万元", "m³ per 10,000 yuan"),
    "year": Words("年", "years"),
    "1": Words("指数", "index"),
}
BILLIONS = {"10^8 yuan/month": "billion yuan a year"}
MILLIONS = {"10^8 yuan/month": "million yuan a year"}  # how English says amounts of money
PLACES = {
    ZONE: Words("全区", "the zone"),
    **{
        name: Words(chinese, name.title())
        for name, chinese in zip(CITY_NAMES, CITY_NAMES_ZH, strict=True)
    },
    "rest_of_liaoning": Words("省内其他", "Rest of Liaoning"),
    "rest_of_china": Words("外省", "Rest of China"),
    "world": Words("国外", "Abroad"),
}
SHORT = {  # as they stand inside a sentence
    "gdp_real": Words("实际地区生产总值", "real GDP"),
    "employed": Words("就业人数", "employment"),
    "unemployment_rate": Words("失业率", "the unemployment rate"),
    "services_share": Words("服务业比重", "the share of services"),
    "rd_gdp": Words("研发投入强度", "R&D over GDP"),
    "hitech_share": Words("高新技术产业比重", "the share of high-tech"),
    "urbanisation": Words("城镇化率", "urbanisation"),
    "energy_gdp": Words("单位生产总值能耗", "energy per GDP"),
    "so2": Words("二氧化硫排放", "SO₂ emissions"),
    "fiscal_balance": Words("财政收支差额", "the budget balance"),
    "gdp_reported": Words("上报地区生产总值", "GDP as reported"),
    "mean_wage_units": Words("单位就业人员平均工资", "pay in formal units"),
    "population": Words("常住人口", "residents"),
    "capacity_backward": Words("落后产能", "backward capacity"),
    "cod": Words("化学需氧量排放", "COD emissions"),
}
PLANTS = {  # named in the data of the opening
    name: Words(chinese, name)
    for name, chinese in (
        ("Ansteel, Anshan works", "鞍钢（鞍山本部）"),
        ("Ansteel, Bayuquan works", "鞍钢（鲅鱼圈）"),
        ("Bensteel", "本钢"),
        ("Beitai Steel (merged into Bensteel 2010)", "北台钢铁（2010年并入本钢）"),
        ("Fushun New Steel", "抚顺新钢"),
        ("Fushun Special Steel", "抚顺特钢"),
        ("Yingkou medium and small mills", "营口中小钢厂"),
        ("Liaoyang county steel cluster (many small firms: split)", "辽阳县钢铁集群"),
        ("Fushun Petrochemical", "抚顺石化"),
        ("Liaoyang Petrochemical", "辽阳石化"),
        ("Fushun Mining Group", "抚顺矿业集团"),
        ("Fuxin Mining Group", "阜新矿业集团"),
        ("Tiefa Coal Group", "铁法煤业集团"),
        ("Shenyang Coal Group", "沈阳煤业集团"),
    )
}
FACTORS = {  # what a sensitivity study varies; others go by their dotted names
    "replicate": Words("偶然（重复模拟）", "chance (replicate)"),
    "under": Words("外部冲击", "stress case"),
    "trade.sigma": Words("各地货物替代弹性", "substitution of goods"),
    "trade.sigma_services": Words("各地服务替代弹性", "substitution of services"),
    "trade.sigma_outside": Words("区外需求价格弹性", "outside price elasticity"),
    "national.growth": Words("企业预期增长", "expected growth"),
    "national.demand": Words("区外需求弹性", "outside demand"),
    "migration.pull": Words("外省吸引力", "pull of the rest of China"),
    "migration.income_elasticity": Words("迁移的收入弹性", "income elasticity of moves"),
    "wages.share": Words("工资跟随生产率的部分", "pay following productivity"),
    "labour_market.job_finding": Words("开局求职成功率", "job finding at the opening"),
    "production.fixed_state": Words("国企固定人工", "fixed staff of state firms"),
    "opening.local_supply": Words("本地供给份额", "local share of supply"),
    "opening.pay": Words("非农平均工资", "pay outside farming"),
    "opening.wedge": Words("上报偏差", "reporting wedge"),
    "opening.idle": Words("闲置产能", "idle capacity"),
    "opening.backward": Words("落后产能", "backward capacity"),
}
