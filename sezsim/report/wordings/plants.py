"""Words of the report: backward capacity and named plants."""

from sezsim.definitions.wording import Words

WORDS = {
    "plants_title": Words("2010年的落后产能", "Backward capacity of 2010"),
    "plants_finding": Words(
        "2010年钢铁产能中，最老一代设备占{backward}%，按能耗（均值1.05倍）认定{wasteful}%，按规模认定{small}%",
        "Of the steel capacity of 2010 {backward}% is of the oldest generation; a norm of energy "
        "(1.05 of the mean) finds {wasteful}%, the rule of size {small}%",
    ),
    "plants_note": Words(
        "最老一代设备的钢铁产能，万吨/年。设备代际按企业规模假定（D级），不是普查数；各市淘汰记录见 calibration/data/phase_out_records.csv，"
        "规模标准为年产值25亿元（约50万吨）。各行业见表。",
        "Steel capacity of the oldest generation of equipment, 10,000 t a year. Generations are "
        "assumed by size of firm (grade D), not counted; records of closures stand in "
        "calibration/data/phase_out_records.csv; the rule of size is 2.5 billion yuan a year "
        "(about 0.5 Mt). All industries in the table.",
    ),
    "plants_alt": Words(
        "条形图：各市按所有制的落后钢铁产能。{finding}。",
        "Bar chart: backward steel by city and owner. {finding}.",
    ),
    "plants_unit": Words("万吨/年", "10,000 t a year"),
    "owner_state": Words("国有", "state"),
    "owner_private": Words("民营", "private"),
    "owner_foreign": Words("外资", "foreign"),
    "industry_steel": Words("钢铁", "steel"),
    "industry_coal": Words("煤炭", "coal"),
    "industry_bmat": Words("建材", "building materials"),
    "industry_nonfer": Words("有色金属", "non-ferrous metals"),
    "industry_petchem": Words("石化", "petrochemicals"),
    "plants_place": Words("城市", "city"),
    "plants_industry": Words("行业", "industry"),
    "plants_owner": Words("所有制", "owner"),
    "plants_capacity": Words("产能", "capacity"),
    "plants_backward": Words("最老一代设备", "oldest generation"),
    "plants_wasteful": Words("能耗超均值1.05倍", "energy above 1.05 of the mean"),
    "plants_small": Words("低于规模标准的企业", "below the rule of size"),
    "plants_plant": Words("企业", "plant"),
    "plants_tax_each": Words("市级留成税收（元/吨）", "tax kept by the city (yuan/t)"),
    "plants_jobs_each": Words("用工（人/千吨）", "jobs (persons a thousand t a year)"),
    "plants_pay_each": Words("工资（元/吨）", "pay (yuan/t)"),
    "named_title": Words("重点企业的税收与就业", "Tax and jobs of named plants"),
    "named_finding": Words(
        "关闭一吨钢，所在市失去{low}—{high}元税收，每千吨失去{few}—{many}个岗位",
        "With a tonne of steel a city loses {low} to {high} yuan of tax, and {few} to {many} jobs "
        "a thousand tonnes",
    ),
    "named_note": Words(
        "2010年1月的模拟值；产能和职工数为估计（C、D级），税收含地方留成的增值税、所得税和地方收入。",
        "As simulated for January 2010; capacity and staff are estimates (grades C and D); tax "
        "holds the city's part of value added and profit tax and all local revenue.",
    ),
    "named_alt": Words(
        "表：各重点企业每吨产品的市级税收、用工和工资。{finding}。",
        "Table: city tax, jobs and pay a tonne of each named plant. {finding}.",
    ),
}
