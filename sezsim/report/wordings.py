"""All words of the report, in Chinese and English: the only file that a translator needs.

A text holds places such as {year}; both languages hold the same places.
"""

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
MILLIONS = {"10^8 yuan/month": "million yuan a year"}  # how English says amounts of money
PLACES = {
    ZONE: Words("全区", "the zone"),
    **{
        name: Words(chinese, name.title())
        for name, chinese in zip(CITY_NAMES, CITY_NAMES_ZH, strict=True)
    },
    "rest_of_liaoning": Words("辽宁其他", "Rest of Liaoning"),
    "rest_of_china": Words("国内其他", "Rest of China"),
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
WORDS: dict[str, Words] = {
    # the page
    "page_title": Words("沈阳经济区改革模拟报告", "The Shenyang Economic Zone under reform"),
    "page_subtitle": Words(
        "{cities}个城市，{first}—{last}年，{reforms}个改革情景与“{baseline}”比较，每个情景{replicates}次重复模拟",
        "{cities} cities, {first}–{last}: {reforms} reform scenarios compared with "
        "“{baseline}”, {replicates} replicates each",
    ),
    "switch": Words("语言", "Language"),
    "skip": Words("跳到主要内容", "Skip to the answer"),
    "contents": Words("目录", "Contents"),
    "section_answer": Words("结论", "The answer"),
    "section_evidence": Words("证据", "Evidence"),
    "section_robustness": Words("稳健性", "Robustness"),
    "section_method": Words("方法与假设", "Method and assumptions"),
    "section_downloads": Words("数据下载", "Downloads"),
    "table_of": Words("查看数据表", "Show the table"),
    "download": Words("下载CSV", "Download CSV"),
    "left_out": Words("未包括的内容", "What is left out"),
    "drawing_failed": Words(
        "图形未能绘出，请查看下方数据表。", "The chart could not be drawn; see its table below."
    ),
    "downloads_intro": Words(
        "每张图的数据都在本页内，也在报告旁的 tables 文件夹中（UTF-8 编码的 CSV）。",
        "The data of every chart are in this page and in the folder tables beside it "
        "(CSV, UTF-8).",
    ),
    "show_all": Words("显示全部{count}条", "Show all {count}"),
    "rows": Words("{rows}行", "{rows} rows"),
    # units and columns
    "unit_percent": Words("%", "%"),
    "unit_points": Words("个百分点", "percentage points"),
    "fiscal_balance": Words("财政收支差额", "budget balance"),
    "scenario": Words("情景", "scenario"),
    "indicator": Words("指标", "indicator"),
    "city": Words("地区", "place"),
    "year": Words("年份", "year"),
    "unit": Words("单位", "unit"),
    "mean": Words("平均", "mean"),
    "low80": Words("80%下限", "80% low"),
    "high80": Words("80%上限", "80% high"),
    "low95": Words("95%下限", "95% low"),
    "high95": Words("95%上限", "95% high"),
    "n": Words("重复次数", "replicates"),
    "quantity": Words("量", "quantity"),
    "level": Words("水平", "level"),
    "change": Words("相对基准的变化", "change against the baseline"),
    "verdict": Words("判断", "verdict"),
    "baseline_level": Words("基准水平", "baseline level"),
    # verdicts
    "better": Words("改善", "better"),
    "worse": Words("恶化", "worse"),
    "up": Words("上升", "up"),
    "down": Words("下降", "down"),
    "unclear": Words("不确定", "unclear"),
    "none": Words("无变化", "no change"),
    "single": Words("仅一次模拟", "one run only"),
    # headline
    "headline_title": Words(
        "一页看懂：各项改革的主要效果", "At a glance: what each reform does"
    ),
    "headline_finding": Words(
        "{count}项主要效果中，{sure}项的95%区间不含零（{year}年）",
        "In {year}, {sure} of {count} headline effects have a 95% interval that leaves out zero",
    ),
    "headline_note": Words(
        "与“{baseline}”相比的年度变化；方括号内为重复模拟平均值的95%区间（按重复次配对，n={replicates}）。"
        "▲ 上升，▼ 下降；“改善/恶化”按规划目标判断，“不确定”表示区间包含零。"
        "单凭偶然，约每20个区间就有1个不含零。",
        "Change against “{baseline}” in that year; in brackets the 95% interval of the mean "
        "of paired replicates (n={replicates}). ▲ up, ▼ down; better or worse as the plan "
        "judges; unclear: the interval holds zero. By chance alone about one interval in "
        "twenty leaves out zero.",
    ),
    "headline_alt": Words(
        "表：{reforms}个改革情景对{count}个指标的影响。",
        "Table: effects of {reforms} reforms on {count} indicators.",
    ),
    # fans
    "fans_title": Words("与基准情景相比的走势", "Paths against the baseline"),
    "fans_intro": Words(
        "先为水平，后为同一次重复模拟中改革与基准之差。",
        "First the level, then the difference between reform and baseline in the same replicate.",
    ),
    "fans_note": Words(
        "单位：{unit}。水平图的深、浅色带为基准情景重复模拟中间的80%与95%；"
        "变化图的深、浅色带为配对差异平均值的80%与95%置信区间。n={replicates}。",
        "Unit: {unit}. Bands of the level: the middle 80% and 95% of the baseline's replicates; "
        "bands of the change: 80% and 95% confidence interval of the mean paired difference. "
        "n={replicates}.",
    ),
    "fans_alt": Words(
        "折线图：{indicator}，{first}至{last}年。{finding}。",
        "Line chart: {indicator}, {first} to {last}. {finding}.",
    ),
    "fan_level": Words("水平", "Level"),
    "fan_change": Words("相对基准的变化", "Change against the baseline"),
    "legend_target": Words(
        "{year}年规划目标：{value}%", "Target of the plan for {year}: {value}%"
    ),
    "legend_observed": Words("统计数据", "Observed"),
    "target": Words("目标", "Target"),
    # findings
    "change_up": Words(
        "{name}使{year}年{indicator}上升{size}", "{name} raises {indicator} by {size} in {year}"
    ),
    "change_down": Words(
        "{name}使{year}年{indicator}下降{size}", "{name} lowers {indicator} by {size} in {year}"
    ),
    "change_unclear": Words(
        "{name}对{year}年{indicator}的影响无法与偶然波动区分",
        "the effect of {name} on {indicator} in {year} is within chance",
    ),
    "change_none": Words(
        "{name}未改变{year}年{indicator}", "under {name} {indicator} in {year} is unchanged"
    ),
    "change_in": Words("变化，{unit}", "change in {unit}"),
    "change_single": Words(
        "{name}与基准的{year}年{indicator}相差{size}（仅一次模拟）",
        "{name}: {indicator} differs by {size} in {year} (one run only)",
    ),
    "no_reform": Words(
        "结果中只有“{baseline}”一个情景，没有可比较的改革",
        "The result holds “{baseline}” alone; there is no reform to compare",
    ),
    "sized": Words("{size}{unit}", "{size} {unit}"),
    "sized_percent": Words("{size}%", "{size}%"),
    "sized_little": Words("不到{size}", "less than {size}"),
    # cards
    "what": Words("有什么效果", "What it does"),
    "whom": Words("影响到谁", "To whom"),
    "sure": Words("有多确定", "How sure that is"),
    "card_up": Words("{indicator}上升{size}", "{indicator} up by {size}"),
    "card_down": Words("{indicator}下降{size}", "{indicator} down by {size}"),
    "card_single": Words(
        "{indicator}相差{size}（仅一次模拟）", "{indicator}: {size} apart (one run only)"
    ),
    "card_changes": Words("{year}年：{changes}。", "In {year}: {changes}."),
    "card_nothing": Words(
        "{year}年，生产总值、就业和失业率的变化都在偶然波动之内。",
        "In {year}, GDP, employment and unemployment differ by no more than chance.",
    ),
    "card_besides": Words(
        "此外，{year}年最明确的变化：{changes}。",
        "Beside these, furthest beyond chance in {year}: {changes}.",
    ),
    "card_same": Words(
        "{year}年，生产总值、就业和失业率与基准完全相同。",
        "In {year}, GDP, employment and unemployment are exactly those of the baseline.",
    ),
    "card_loss": Words(
        "{city}受影响最大：{year}年，{all}次重复模拟中有{count}次减少{low}至{high}个岗位{later}。",
        "{city} loses most: in {count} of {all} replicates it has {low} to {high} fewer jobs in "
        "{year}{later}.",
    ),
    "card_gain": Words(
        "{city}受益最大：{year}年，{all}次重复模拟中有{count}次增加{low}至{high}个岗位{later}。",
        "{city} gains most: in {count} of {all} replicates it has {low} to {high} more jobs in "
        "{year}{later}.",
    ),
    "card_regained": Words(
        "，{year}年起的差别可能出于偶然",
        "; from {year} on the difference could be chance",
    ),
    "card_lasting": Words("，至{year}年仍未消失", "; the difference is still there in {year}"),
    "card_no_city": Words(
        "没有一个城市的就业变化超出偶然波动。",
        "In no city does employment differ from the baseline by more than chance.",
    ),
    "card_groups": Words(
        "{year}年，{group}中{worse}%的人实际收入减少，{better}%的人增加（与各自在基准中相比）。",
        "In {year}, {worse}% of {group} have a lower real income than in the baseline, "
        "{better}% a higher one.",
    ),
    "displaced_workers": Words("失岗职工", "the workers laid off"),
    "card_sure": Words(
        "{year}年{count}项主要效果中，{sure}项的方向是确定的（{replicates}次重复模拟）。",
        "The sign of {sure} of {count} headline effects in {year} is beyond chance "
        "({replicates} replicates).",
    ),
    "card_one_run": Words(
        "只有一次模拟，无法判断是否偶然。", "One run only: nothing can be said about chance."
    ),
    "caution": Words(
        "区间只反映模型内的偶然波动，不包括参数与模型结构的不确定性；许多参数是假设（见“方法与假设”）。"
        "结果说明改革与基准之差，不是预测。",
        "The intervals show chance inside the model only, not the uncertainty of its parameters "
        "and its structure; many parameters are assumptions (see Method and assumptions). "
        "Results are differences between a reform and the baseline, not forecasts.",
    ),
    # targets
    "targets_title": Words("规划目标能否实现", "Are the targets of the plan met?"),
    "targets_finding": Words(
        "“{best}”在{year}年较可能达到{count}项目标中的{met}项；最难的是{hardest}",
        "“{best}” is likely to meet {met} of {count} targets in {year}; the hardest is {hardest}",
    ),
    "targets_finding_none": Words(
        "没有一个情景在{year}年可能达到任何一项规划目标；离目标最近的是{hardest}",
        "No scenario is likely to meet any target of the plan in {year}; the closest is {hardest}",
    ),
    "targets_note": Words(
        "格中为达到目标的重复模拟所占百分比（n={replicates}），括号内为多数重复模拟首次达标的年份。"
        "规划只写明四项比重；能耗、水耗和污染物的降幅以及2020年各项的数值为假设。"
        "每一年都按同一数值判断。",
        "Per cent of replicates that meet the target (n={replicates}); in brackets the year in "
        "which most replicates first meet it. The plan states four shares; how far energy, water "
        "and pollutants are to fall, and the values for 2020, are assumptions. Each year is judged "
        "by the same value.",
    ),
    "targets_alt": Words(
        "矩阵：各情景达到规划目标的可能性。{finding}。",
        "Matrix: how likely each scenario is to meet the targets. {finding}.",
    ),
    "targets_none": Words(
        "面板中没有规划目标所用的指标。",
        "The panel has none of the indicators that the targets speak of.",
    ),
    "targets_all": Words("2015年各项目标同时达到", "all targets of 2015 together"),
    "targets_all_told": Words(
        "2015年各项目标同时达到（按上报数）", "all targets of 2015 together, as reported"
    ),
    "met": Words("达标比例", "share that meets it"),
    "year_met": Words("达标年份", "year met"),
    # forest
    "forest_title": Words("各城市的效果", "Effects by city"),
    "forest_note": Words(
        "点为{year}年配对差异的平均值，横线为95%区间（n={replicates}）。就业按基准岗位的百分比计。"
        "标题中只计入在全部城市一并比较时仍超出偶然的城市。",
        "Dots: mean paired difference in {year}; bars: its 95% interval (n={replicates}). "
        "Employment in per cent of the baseline's jobs. The title counts cities that stay beyond "
        "chance when all are looked at together.",
    ),
    "forest_both": Words(
        "{name}使{cities}个城市中的{down}个就业减少、{up}个增加",
        "{name} costs jobs in {down} of {cities} cities and adds jobs in {up}",
    ),
    "forest_down": Words(
        "{name}使{cities}个城市中的{down}个就业减少",
        "{name} costs jobs in {down} of {cities} cities",
    ),
    "forest_up": Words(
        "{name}使{cities}个城市中的{up}个就业增加",
        "{name} adds jobs in {up} of {cities} cities",
    ),
    "forest_none": Words(
        "{name}在各城市的就业变化都在偶然波动之内",
        "{name} changes employment in no city by more than chance",
    ),
    "in_year": Words("{year}年：{text}", "In {year}: {text}"),
    "forest_alt": Words(
        "点图：{year}年各城市的效果及95%区间。{finding}。",
        "Dot chart: effects by city in {year} with 95% intervals. {finding}.",
    ),
    # cities
    "cities_title": Words("八个城市的就业", "Employment in the eight cities"),
    "cities_note": Words(
        "相对基准的就业变化，占基准岗位的百分比；色带为配对差异平均值的95%区间（n={replicates}）。各图纵轴相同。",
        "Employment against the baseline, per cent of the baseline's jobs; bands: 95% interval of "
        "the mean paired difference (n={replicates}). All panels share one scale.",
    ),
    "cities_alt": Words(
        "八幅小图：各城市就业相对基准的变化。{finding}。",
        "Eight small charts: employment against the baseline by city. {finding}.",
    ),
    "cities_finding": Words(
        "{name}下，{city}的就业变化最大：{year}年为{size}",
        "{name} moves employment most in {city}: {size} in {year}",
    ),
    "cities_finding_none": Words(
        "{name}下，没有一个城市的就业变化超出偶然波动",
        "{name} moves employment in no city by more than chance",
    ),
    "map_note": Words(
        "圆的面积为基准就业人数；颜色与数字为{year}年就业相对基准的变化（%，n={replicates}次重复的平均）。"
        "灰色：在全部城市一并比较时可能出于偶然。位置按经纬度投影。"
        "连接带、铁路和河流的线条只表示连接哪些城市，不是真实走向。",
        "Area of a circle: employment in the baseline; colour and number: change of employment in "
        "{year} in per cent (mean of n={replicates} replicates). Grey: could be chance "
        "when all cities are looked at together. Placed by longitude and latitude. Lines of belts, "
        "railways and rivers show which cities they join, not their course.",
    ),
    "map_alt": Words(
        "地图：{year}年各城市就业变化。{finding}。",
        "Map: change of employment by city in {year}. {finding}.",
    ),
    "map_finding": Words("{year}年，{name}：{parts}", "{name} in {year}: {parts}"),
    "map_down_in": Words("就业减少的有{cities}", "fewer jobs in {cities}"),
    "map_up_in": Words("就业增加的有{cities}", "more jobs in {cities}"),
    "map_nowhere": Words(
        "没有一个城市的变化超出偶然波动", "no city differs by more than chance"
    ),
    "places_belts": Words("连接带", "intercity belt"),
    "places_railways": Words("高速铁路及开通年月", "high-speed railway, month of opening"),
    "places_rivers": Words("辽河、浑河、太子河", "Liao, Hun and Taizi rivers"),
    "places_reservoirs": Words("水库（方块）", "reservoir (square)"),
    "places_parks": Words("园区数（三角）", "number of parks (triangle)"),
    "places_clusters": Words("产业集群数（菱形）", "number of clusters (diamond)"),
    "map_down": Words("就业减少", "employment down"),
    "map_up": Words("就业增加", "employment up"),
    "map_unclear": Words("不确定", "unclear"),
    "cities_none": Words(
        "面板中没有城市数据或只有一个情景。", "The panel has no cities, or only one scenario."
    ),
    # model against data
    "data_title": Words("模型与统计数据", "Model against data"),
    "data_intro": Words(
        "与数据相比的情景是“{name}”。{history}实心点用于拟合开局，空心点没有用于拟合。"
        "2011—2014年上报的生产总值水平偏高，各城市程度不同。",
        "The scenario compared with data is “{name}”. {history}Filled dots were used to fit the "
        "opening, hollow dots were not. The GDP levels reported for 2011–2014 are biased upwards, "
        "by different amounts from city to city.",
    ),
    "data_not_history": Words(
        "结果中没有“历史情景”，因此实际实施过的政策不在其中。",
        "The result holds no run of “What was really done”, so policies really carried out are missing from it. ",
    ),
    "data_finding": Words(
        "{used}个用于拟合的数值平均偏差{fitted}%，{held}个未用于拟合的数值平均偏差{free}%",
        "The model is {fitted}% off on average at {used} figures it was fitted to, and {free}% off "
        "at {held} it was not fitted to",
    ),
    "data_finding_fit": Words(
        "{used}个用于拟合的数值平均偏差{fitted}%；没有未用于拟合的数值",
        "The model is {fitted}% off on average at {used} figures it was fitted to; there are no "
        "others",
    ),
    "data_note": Words(
        "线为“{name}”重复模拟的平均，色带为中间的95%（n={replicates}）。点为统计数据，来源见表。",
        "Line: mean of the replicates of “{name}”; band: the middle 95% (n={replicates}). Dots: "
        "observed, sources in the table.",
    ),
    "data_alt": Words(
        "折线与点：全区各指标的模型值与统计值。{finding}。",
        "Lines and dots: model and data for the zone. {finding}.",
    ),
    "data_cities_finding": Words(
        "各城市生产总值占全区比重：{year}年偏差最大的是{city}（模型{model}%，统计{data}%）",
        "Shares of the cities in GDP in {year}: furthest off is {city} (model {model}%, data {data}%)",
    ),
    "data_cities_note": Words(
        "上报地区生产总值中各城市的份额（%）。圆为统计数据，横线为模型的平均（n={replicates}）。",
        "Share of each city in GDP as reported, per cent. Rings: observed; bars: mean of the model "
        "(n={replicates}).",
    ),
    "data_cities_alt": Words(
        "点图：各城市占全区生产总值的份额，模型与统计。{finding}。",
        "Dot chart: shares of cities in GDP, model and data. {finding}.",
    ),
    "data_none": Words(
        "没有可比较的统计数据（calibration/data 中没有历史数据）。",
        "No observed history was given (there is none in calibration/data).",
    ),
    "model": Words("模型", "model"),
    "data": Words("统计数据", "data"),
    "deviation": Words("偏差%", "deviation, %"),
    "use": Words("用途", "use"),
    "use_fit": Words("用于拟合", "used for fitting"),
    "use_held_out": Words("未用于拟合", "not used for fitting"),
    "source": Words("来源", "source"),
    "grade": Words("等级", "grade"),
    "share_of_gdp": Words("占全区生产总值的份额", "share in GDP of the zone"),
    # assumptions
    "assumptions_title": Words("作了哪些假设", "What was assumed"),
    "assumptions_intro": Words(
        "每个情景与“{baseline}”的差别，以及模型参数。等级：A 有直接出处，B 方向有出处，C 一般知识，D 假设，待校准。",
        "How each scenario differs from “{baseline}”, and the parameters of the model. Grades: A "
        "the number has a source, B its sign has one, C general knowledge, D an assumption.",
    ),
    "assumptions_finding": Words(
        "{count}个参数中，{weak}个属于C级或D级：一般知识或假设",
        "{weak} of {count} parameters are graded C or D: general knowledge or assumptions",
    ),
    "assumptions_note": Words(
        "单位：参数个数。n与重复模拟无关。范围与来源见表；报告中的区间不包括这些参数的不确定性。",
        "Unit: number of parameters; replicates play no part. Ranges and sources in the table; the "
        "intervals of this report leave the uncertainty of these parameters out.",
    ),
    "assumptions_alt": Words(
        "条形图：各等级的参数个数。{finding}。", "Bar chart: parameters by grade. {finding}."
    ),
    "grade_A": Words("A 有出处", "A sourced"),
    "grade_B": Words("B 方向有出处", "B sign sourced"),
    "grade_C": Words("C 一般知识", "C general knowledge"),
    "grade_D": Words("D 假设", "D assumption"),
    "same_as_reference": Words(
        "作为比较基准的情景。", "The scenario that all others are compared with."
    ),
    "no_differences": Words(
        "没有记录与基准的差别。", "No differences from the baseline were recorded."
    ),
    "parameter": Words("参数", "parameter"),
    "meaning": Words("含义", "meaning"),
    "value": Words("取值", "value"),
    "low": Words("下限", "from"),
    "high": Words("上限", "to"),
    # repeat
    "repeat_title": Words("如何重复这些结果", "How to repeat it"),
    "repeat_finding": Words(
        "同一命令在同一类处理器上给出完全相同的结果",
        "The same command gives the same bytes on the same kind of processor",
    ),
    "repeat_note": Words(
        "账目核对：{checks}次比较，剩余{residual}分。共{runs}次模拟，失败{failures}次。",
        "Books: {checks} comparisons, {residual} fen left over. {runs} runs, {failures} failed.",
    ),
    "repeat_alt": Words(
        "表：版本、散列值、种子与命令。", "Table: versions, hashes, seed and command."
    ),
    "repeat_none": Words("没有清单（manifest）。", "There is no manifest."),
    "repeat_key": Words("项目", "item"),
    "repeat_value": Words("内容", "value"),
    "command": Words("命令", "command"),
    "seed": Words("随机种子", "seed"),
    "persons_per_agent": Words("每个个体代表的人数", "persons per agent"),
    "until": Words("模拟至", "until"),
    "sezsim": Words("sezsim版本", "version of sezsim"),
    "git_commit": Words("代码提交", "commit of the sources"),
    "machine": Words("机器", "machine"),
    "wall_seconds": Words("用时（秒）", "wall time (s)"),
    "replicates": Words("重复次数", "replicates"),
    "hash_of": Words("散列值：{name}", "hash: {name}"),
    "version_of": Words("版本：{name}", "version: {name}"),
    "scenario_hash": Words("情景散列值：{name}", "hash of scenario {name}"),
    # who moves
    "movers_title": Words("人口迁移", "Who moves"),
    "movers_largest": Words(
        "最大的一股迁移由{origin}到{destination}：每年约{size}人",
        "The largest stream runs from {origin} to {destination}: about {size} persons a year",
    ),
    "movers_change": Words(
        "{name}使迁移总量变化{size}%", "{name} changes all moves together by {size}%"
    ),
    "movers_same": Words(
        "{name}使迁移总量变化不到{size}%",
        "all moves together change by less than {size}% under {name}",
    ),
    "movers_note": Words(
        "“{name}”中{first}—{last}年平均每年的迁移人数（n={replicates}次重复的平均）；圆的面积与人数成正比。"
        "行为迁出地，列为迁入地。各情景的数值与95%区间见表。",
        "Persons a year under “{name}”, mean of {first}–{last} and of n={replicates} replicates; "
        "areas in proportion. Rows: origin; columns: destination. All scenarios with their 95% "
        "intervals in the table.",
    ),
    "movers_alt": Words(
        "矩阵：各地之间的迁移。{finding}。", "Matrix of migration between places. {finding}."
    ),
    "movers_none": Words("结果中没有迁移记录。", "The result holds no record of migration."),
    "firms_between_title": Words("企业在各市之间的迁移", "Firms that move between cities"),
    "firms_between_finding": Words(
        "{name}中企业迁移涉及{total}，最大的一股由{origin}到{destination}（{size}）",
        "Under {name} firms with {total} move; the largest stream runs from {origin} to "
        "{destination} ({size})",
    ),
    "firms_between_note": Words(
        "“{name}”中{first}—{last}年迁移企业的职工人数合计（n={replicates}次重复的平均，由企业决策计数）；"
        "左为迁出市，右为迁入市。各情景及95%区间见表。",
        "Staff of the firms that moved under “{name}”, sum of {first}–{last}, mean of "
        "n={replicates} replicates, counted from decisions of firms. Left: origin; right: "
        "destination. All scenarios with 95% intervals in the table.",
    ),
    "firms_between_alt": Words(
        "桑基图：企业在各市之间的迁移。{finding}。",
        "Streams of firms between cities. {finding}.",
    ),
    "money_between_title": Words("各市之间的补偿资金", "Money between cities"),
    "money_between_finding": Words(
        "{name}中各市之间的税收分享与补偿共{total}，最大的一股由{origin}付给{destination}（{size}）",
        "Under {name} cities pay each other {total}; the largest stream runs from {origin} to "
        "{destination} ({size})",
    ),
    "money_between_note": Words(
        "“{name}”中{first}—{last}年税收分享、一次性补偿和共享区结算合计（n={replicates}次重复的平均）；"
        "左为付款市，右为收款市。各情景及95%区间见表。",
        "Shared tax, sums paid for moves and settlements of joint areas under “{name}”, sum of "
        "{first}–{last}, mean of n={replicates} replicates. Left: who pays; right: who receives. "
        "All scenarios with 95% intervals in the table.",
    ),
    "money_between_alt": Words(
        "桑基图：各市之间的资金。{finding}。", "Streams of money between cities. {finding}."
    ),
    "persons": Words("{size}人", "{size} persons"),
    "unit_persons": Words("人", "persons"),
    "unit_plain_yuan": Words("元", "yuan"),
    "unit_movers": Words("人/年", "persons a year"),
    "origin": Words("迁出地", "origin"),
    "destination": Words("迁入地", "destination"),
    # winners and losers
    "winners_title": Words("受益者与受损者", "Winners and losers"),
    "winners_finding": Words(
        "{name}下，{group}中受损者比受益者多得最多：{worse}%受损，{better}%受益",
        "under {name} losers outnumber winners most among {group}: {worse}% worse off, "
        "{better}% better off",
    ),
    "winners_none_lose": Words(
        "{name}下，没有一个群体的受损者多于受益者",
        "under {name} losers outnumber winners in no group",
    ),
    "winners_note": Words(
        "{year}年实际收入比同一人在基准中低或高百分之一以上的人所占百分比（按永久编号抽样5%，n={replicates}次重复的平均）。"
        "改革稍有不同就会改变谁得到哪个岗位，因此每个群体中都有得有失；区间与收入变化见表。",
        "Per cent of persons whose real income in {year} is more than a hundredth below or above "
        "their own in the baseline (5% sample of permanent ids, mean of n={replicates} "
        "replicates). Any reform reshuffles who finds which post, so every group has both; "
        "intervals and changes of income in the table.",
    ),
    "winners_alt": Words(
        "条形图：各群体中受益与受损的比例。{finding}。",
        "Bar chart: shares better and worse off by group. {finding}.",
    ),
    # earnings of dismissed workers
    "displacement_title": Words("被裁职工的收入", "Earnings of dismissed workers"),
    "displacement_finding": Words(
        "{name}下，被裁职工的劳动收入与原工资相比，当年变化{first}%，{years}年后变化{last}%",
        "under {name} earnings of dismissed workers change by {first}% in the year of the loss "
        "and by {last}% {years} years later",
    ),
    "displacement_note": Words(
        "追踪到的{persons}名被裁职工（{name}）：全年平均劳动收入与失去岗位时工资之比，扣除固定样本中在岗者"
        "工资的增长；失业与内部退养计为零收入，退休或离开后不再计入。一年内关停令裁撤的岗位达到该市该行业"
        "被裁人数一半以上的，记为关停令所致。各年与各情景见表。",
        "{persons} dismissed workers traced ({name}): mean earnings of a year over the pay of "
        "the post lost, less the growth of pay of those of the fixed sample who hold a post; "
        "time without a post and internal retirement count as nothing, and nobody counts after "
        "the pension or departure. A dismissal is put down to orders where over a year they took "
        "at least half as many posts as people were dismissed from the trade of the city. All "
        "years and scenarios in the table.",
    ),
    "displacement_alt": Words(
        "条形图：各群体被裁后劳动收入的变化。{finding}。",
        "Bar chart: change of earnings after dismissal by group. {finding}.",
    ),
    "earnings_change": Words("劳动收入变化，%", "change of earnings, %"),
    "years_since": Words("失去岗位后{years}年", "{years} years after the loss"),
    "after": Words("失去岗位后年数", "years since"),
    "winners_none": Words(
        "结果中没有分群体的比较。", "The result holds no comparison of groups."
    ),
    "worse_off": Words("受损，%", "worse off, %"),
    "better_off": Words("受益，%", "better off, %"),
    "mean_change": Words("收入平均变化", "mean change of income"),
    "unit_income": Words("元/月（2010年价格）", "yuan a month, 2010 prices"),
    "people_of": Words("{city}居民", "the residents of {city}"),
    "group_kind": Words("分组依据", "grouped by"),
    "group": Words("群体", "group"),
    "kind_all": Words("全部", "all"),
    "kind_age": Words("年龄", "age"),
    "kind_skill": Words("技能", "skill"),
    "kind_hukou": Words("户籍", "hukou"),
    "kind_sector": Words("行业", "sector"),
    "kind_displaced": Words("是否失岗", "laid off or not"),
    "group_all_all": Words("全体居民", "all residents"),
    "group_age_16_29": Words("16—29岁", "aged 16–29"),
    "group_age_30_44": Words("30—44岁", "aged 30–44"),
    "group_age_45_59": Words("45—59岁", "aged 45–59"),
    "group_age_60_up": Words("60岁以上", "aged 60 and over"),
    "group_skill_low": Words("低技能", "low skill"),
    "group_skill_middle": Words("中等技能", "middle skill"),
    "group_skill_high": Words("高技能", "high skill"),
    "group_hukou_local_urban": Words("本地非农户籍", "local urban hukou"),
    "group_hukou_local_rural": Words("本地农业户籍", "local rural hukou"),
    "group_hukou_elsewhere": Words("外地户籍", "hukou elsewhere"),
    "group_sector_agriculture": Words("农业", "farming"),
    "group_sector_mining": Words("采矿", "mining"),
    "group_sector_manufacturing": Words("制造业", "manufacturing"),
    "group_sector_power_construction": Words("电力与建筑", "power, building"),
    "group_sector_services": Words("服务业", "services"),
    "group_sector_none": Words("开局无岗位", "no post at first"),
    "kind_reason": Words("失岗原因", "reason"),
    "group_reason_order": Words("关停令", "orders to close"),
    "group_reason_other": Words("其他原因", "other reasons"),
    "group_displaced_displaced": Words("失岗职工", "workers laid off"),
    "group_displaced_not_displaced": Words("未失岗者", "never laid off"),
    # phase-out
    "phase_out_title": Words("产能淘汰：纸面与实际", "Phase-out: on paper and in fact"),
    "phase_out_finding": Words(
        "{name}关闭的产能中有{share}%在运行；奖励共{award}",
        "{name}: {share}% of the capacity closed was running; awards of {award}",
    ),
    "phase_out_unpaid": Words(
        "{name}关闭的产能中有{share}%在运行，没有奖励",
        "{name}: {share}% of the capacity closed was running; no award",
    ),
    "billions": Words("{size}亿元", "{size} billion yuan"),
    "phase_out_note": Words(
        "单位：关闭产能的百分比，按行业（n={replicates}次重复的平均，无区间）。按名单关闭的产能不论是否在运行；由企业自选时先交闲置产能。"
        "数量、奖励和每单位在运产能的奖励见表。",
        "Unit: per cent of the capacity closed, by industry (mean of n={replicates} replicates, no "
        "interval). Listed plants close as they stand; owners who choose hand in idle plant first. Quantities, awards and awards per running unit in "
        "the table.",
    ),
    "phase_out_alt": Words(
        "条形图：关闭的产能中在运与闲置的比例。{finding}。",
        "Bar chart: capacity closed, running and idle. {finding}.",
    ),
    "phase_out_none": Words("没有一个情景关闭产能。", "No scenario closes capacity."),
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
    "was_running": Words("在运行", "was running"),
    "was_idle": Words("闲置", "was idle"),
    "industry": Words("行业", "industry"),
    "closed": Words("关闭产能", "capacity closed"),
    "running": Words("其中在运行", "of it running"),
    "award": Words("奖励（亿元）", "awards (100 million yuan)"),
    "award_per_unit": Words(
        "每吨（元）在运产能的奖励（元）", "award per running tonne (or yuan), yuan"
    ),
    "dismissed": Words("失岗职工（人）", "workers dismissed (persons)"),
    "unit_tonnes": Words("万吨/年", "10,000 t a year"),
    "unit_yuan": Words("亿元/年", "100 million yuan a year"),
    # transfers
    "transfers_title": Words("企业迁移：同意与阻拦", "Moves of firms: agreed and blocked"),
    "transfers_share": Words("{name}为{share}%", "{share}% under {name}"),
    "transfers_finding": Words(
        "企业提出的迁移中，对两市总体有利却被迁出地阻拦的比例：{shares}",
        "Of the moves that firms ask for, blocked though both cities together would gain: {shares}",
    ),
    "transfers_note": Words(
        "每次模拟{first}—{last}年企业提出的迁移次数（n={n}次重复的平均，区间见表）。"
        "“总体有利”指迁入地所得加迁出地免付的阻拦成本不低于迁出地所失。",
        "Moves asked for per run in {first}–{last} (mean of n={n} replicates, intervals in the "
        "table). Both cities together gain if the host's gain and the spared cost of blocking are "
        "no less than the origin's loss.",
    ),
    "transfers_alt": Words(
        "条形图：各情景中企业迁移的结果。{finding}。",
        "Bar chart: how requests to move end. {finding}.",
    ),
    "transfers_none": Words(
        "结果中没有企业迁移的记录。", "The result holds no record of moves of firms."
    ),
    "kind": Words("结果", "outcome"),
    "moved_freely": Words("未加阻拦", "not opposed"),
    "moved_by_rule": Words("按补偿规则放行", "let go under a rule of compensation"),
    "moved_by_sum": Words("协商后放行", "let go for a sum negotiated"),
    "moved_by_fund": Words("由协调基金补足后放行", "let go with the help of the fund"),
    "blocked_efficient": Words("总体有利却被阻拦", "blocked though both together gain"),
    "blocked_other": Words("总体不利而被阻拦", "blocked, and both together lose"),
    "host_loses": Words("迁入地不接受", "not accepted by the host"),
    "unit_moves": Words("次", "moves"),
    "unit_moves_year": Words("次/年", "moves a year"),
    "unit_gain": Words("亿元", "100 million yuan"),
    "blocked_title": Words(
        "每年总体有利却被阻拦的迁移", "Efficient moves blocked in each year"
    ),
    "blocked_finding": Words(
        "被阻拦的有效率迁移：{parts}", "Efficient moves that stay blocked: {parts}"
    ),
    "gains_finding": Words("成行的迁移：{parts}", "By the moves agreed, {parts}"),
    "blocked_each_year": Words("{name}每年{moves}次", "{name}: {moves} a year"),
    "blocked_note": Words(
        "每年被迁出地阻拦、而两市总体有利的企业迁移（n={n}次重复的平均，区间见表）。",
        "Moves of firms that the origin blocks in a year though both cities together would gain "
        "(mean of n={n} replicates, intervals in the table).",
    ),
    "blocked_alt": Words(
        "折线图：每年总体有利却被阻拦的迁移。{finding}。",
        "Line chart: efficient moves blocked in each year. {finding}.",
    ),
    "gains_title": Words("成行的迁移中各方的得失", "What each side gains by the moves agreed"),
    "side": Words("一方", "side"),
    "side_firm": Words("企业", "firms"),
    "side_origin": Words("迁出地", "cities that firms leave"),
    "side_host": Words("迁入地", "cities chosen"),
    "origin_gains": Words(
        "{name}下迁出地净得{size}", "the cities that firms leave gain {size} under {name}"
    ),
    "origin_loses": Words(
        "{name}下迁出地净失{size}", "the cities that firms leave lose {size} under {name}"
    ),
    "gains_note": Words(
        "成行的迁移按现值（任期五年）计，补偿已计入，阻拦的政治成本未计；"
        "城市得失包括税收、增加值与工资的权重（n={n}次重复的平均，区间见表）。权重为假设值。",
        "Present values over a term of five years of the moves agreed, compensation counted, the "
        "political cost of blocking not; a city counts tax, and product and pay by weights that "
        "are assumptions (mean of n={n} replicates, intervals in the table).",
    ),
    "gains_alt": Words(
        "条形图：成行的迁移中企业与两市的得失。{finding}。",
        "Bar chart: gains of firms and both cities by the moves agreed. {finding}.",
    ),
    # levers, trade-offs
    "item_8": Words("各项措施的贡献", "What each lever contributes"),
    "levers_none": Words(
        "需要把一个组合的各项措施逐一开关的模拟；本结果中没有。",
        "Needs runs with the levers of a package switched on and off; this result has none.",
    ),
    "lever": Words("措施", "lever"),
    "share": Words("贡献", "share"),
    "lever_up": Words("使之上升", "raises it"),
    "lever_down": Words("使之下降", "lowers it"),
    "lever_up_most": Words(
        "{outcome}的变化中，{lever}贡献最大：提高{size}",
        "{lever} contributes most to {outcome}: up by {size}",
    ),
    "lever_down_most": Words(
        "{outcome}的变化中，{lever}贡献最大：降低{size}",
        "{lever} contributes most to {outcome}: down by {size}",
    ),
    "levers_note": Words(
        "沙普利值：一项措施在所有加入次序中平均带来的变化；各项之和等于整个组合的效果。"
        "单位与指标相同（n={replicates}次重复的平均，95%自助法区间见表）。",
        "Shapley shares: what a lever adds on average over all orders in which the levers may come; "
        "they add up to the effect of the whole package. In units of the outcome (mean of "
        "n={replicates} replicates, 95% bootstrap intervals in the table).",
    ),
    "levers_alt": Words(
        "条形图：各项措施的贡献。{finding}。",
        "Bar chart: what each lever contributes. {finding}.",
    ),
    "item_9": Words("取舍", "Trade-offs"),
    "item_9_lines": Words("各目标上的最优情景", "Which scenario does best in which aim"),
    "trade_offs_none": Words(
        "没有可比较的改革，或面板中缺少所需指标。",
        "There is no reform to compare, or the panel lacks the indicators.",
    ),
    "pareto_all": Words(
        "{count}个情景中没有一个在全部{aims}项目标上都不如另一个：选择意味着取舍",
        "None of {count} scenarios is beaten in all {aims} aims at once: to choose is to trade off",
    ),
    "pareto_some": Words(
        "{beaten}在每一项目标上都不优于另一情景；需要在{chosen}之间取舍",
        "Another scenario does at least as well in every aim as {beaten}; the choice is among "
        "{chosen}",
    ),
    "best_at": Words("{name}在{aims}上最好", "{name} does best in {aims}"),
    "best_at_none": Words(
        "在{aims}上没有一个情景超出偶然地领先", "in {aims} no scenario leads beyond chance"
    ),
    "pareto_ring": Words("黑圈：帕累托集", "black ring: Pareto set"),
    "better_for_both": Words("两项都更好", "better in both"),
    "in_pareto_set": Words("属于帕累托集", "in the Pareto set"),
    "yes": Words("是", "yes"),
    "no": Words("否", "no"),
    "trade_offs_note": Words(
        "{year}年相对“{baseline}”的平均变化，十字为95%区间（n={replicates}）。"
        "帕累托集按下图全部目标判断，可能出于偶然的变化计为零。",
        "Mean change against “{baseline}” in {year}; crosses: 95% intervals (n={replicates}). The "
        "Pareto set is judged by all aims of the chart below; a change that could be chance counts "
        "as none.",
    ),
    "trade_offs_alt": Words(
        "散点图：两两目标之间的取舍。{finding}。",
        "Scatter charts of pairs of aims. {finding}.",
    ),
    "trade_off_lines_note": Words(
        "每条线为一个情景；每个刻度的上端是各情景中最好的变化，下端是最差的（{year}年，n={replicates}次重复的平均；"
        "区间见表）。刻度不同，线的高低只比较次序与相对距离。",
        "One line per scenario; the upper end of each scale is the best change among the scenarios, "
        "the lower end the worst ({year}, means of n={replicates} replicates; intervals in the "
        "table). Scales differ: heights compare rank and relative distance only.",
    ),
    "trade_off_lines_alt": Words(
        "平行坐标图：各情景在各目标上的位置。{finding}。",
        "Parallel coordinates: scenarios over aims. {finding}.",
    ),
    # sensitivity
    "item_12": Words("敏感性与稳健性", "Sensitivity and robustness"),
    "sensitivity_none": Words(
        "需要敏感性研究（sezsim sensitivity）；用 sezsim report --with 加入其结果。",
        "Needs a sensitivity study (sezsim sensitivity); add its results by sezsim report --with.",
    ),
    "sensitivity_intro": Words(
        "不确定的参数在{futures}个未来中一起变动；另有{dropped}个未来因基准情景自身失控而按规则剔除。"
        "重复模拟也是一个因素：它的作用就是偶然的底线。",
        "Uncertain parameters vary together over {futures} futures; {dropped} more were dropped by "
        "rule because the baseline itself runs away in them. The replicate is one more factor: what "
        "it does is the noise floor.",
    ),
    "outcome": Words("结果", "outcome"),
    "factor": Words("因素", "factor"),
    "outcome_zone": Words("{year}年{indicator}", "{indicator} in {year}"),
    "outcome_city": Words("{year}年{city}{indicator}", "{indicator} of {city} in {year}"),
    "effect_in_text": Words("{name}对{outcome}的影响", "the effect of {name} on {outcome}"),
    "tornado_title": Words(
        "因素取低值与高值时的结果", "Outcomes where a factor is low or high"
    ),
    "sobol_title": Words("方差分解", "Parts of the variance"),
    "morris_title": Words("莫里斯筛选", "Morris screening"),
    "factor_low": Words("因素取低值（最低三分之一）", "factor low (lowest third)"),
    "factor_high": Words("因素取高值（最高三分之一）", "factor high (highest third)"),
    "tornado_finding": Words(
        "{outcome}受{factor}影响最大：两端相差{size}",
        "{outcome} depends most on {factor}: {size} between its ends",
    ),
    "tornado_note": Words(
        "条形：因素取值最低与最高的三分之一的未来中，结果的平均值与总平均之差；其他因素照常变动。"
        "单位与指标相同。最后一行为偶然（{futures}个未来，剔除{dropped}个；标准误见表）。",
        "Bars: mean outcome over the futures with the factor in its lowest and highest third, less "
        "the overall mean; all others vary. In units of the outcome. Last row: chance ({futures} "
        "futures, {dropped} dropped; standard errors in the table).",
    ),
    "tornado_alt": Words("龙卷风图。{finding}。", "Tornado chart. {finding}."),
    "floor_share": Words(
        "{outcome}的方差中有{share}%涉及偶然；{count}个因素中有{above}个的作用更大",
        "chance takes part in {share}% of the variance of {outcome}; {above} of {count} factors do "
        "more",
    ),
    "floor_count": Words(
        "对{outcome}，{count}个因素中有{above}个的作用大于偶然",
        "{above} of {count} factors move {outcome} by more than chance does",
    ),
    "sobol_note": Words(
        "深色：单独的部分（一阶索博尔指数）；浅色：与其他因素的交互（总指数减一阶）。各总指数之和可超过100%。"
        "最后一行为偶然，即噪声底线（{futures}个未来，剔除{dropped}个；95%自助法区间见表）。",
        "Dark: alone (first-order Sobol index); light: together with others (total less first "
        "order). Totals may add up to more than 100%. Last row: chance, the noise floor ({futures} "
        "futures, {dropped} dropped; 95% bootstrap intervals in the table).",
    ),
    "morris_note": Words(
        "基本效应大小的平均（mu*），单位与指标相同。最后一行为偶然，即噪声底线"
        "（{futures}个未来，剔除{dropped}个；95%自助法区间见表）。",
        "Mean size of the elementary effects (mu*), in units of the outcome. Last row: chance, the "
        "noise floor ({futures} futures, {dropped} dropped; 95% bootstrap intervals in the table).",
    ),
    "indices_alt": Words(
        "条形图：各因素的作用与噪声底线。{finding}。",
        "Bar chart: what each factor moves, and the noise floor. {finding}.",
    ),
    "index_first": Words("单独作用（一阶）", "alone (first order)"),
    "index_total": Words("总指数", "total"),
    "index_first_low": Words("一阶下限", "first order, low"),
    "index_first_high": Words("一阶上限", "first order, high"),
    "index_total_low": Words("总指数下限", "total, low"),
    "index_total_high": Words("总指数上限", "total, high"),
    "index_mu": Words("平均效应", "mean effect"),
    "index_mu_star": Words("效应大小的平均（mu*）", "mean size of effects (mu*)"),
    "index_sigma": Words("效应的离散", "spread of effects"),
    "index_at_low": Words("取低值时", "where low"),
    "index_at_high": Words("取高值时", "where high"),
    "index_error_low": Words("低值标准误", "standard error, low"),
    "index_error_high": Words("高值标准误", "standard error, high"),
    "interactions": Words("与其他因素的交互", "together with others"),
    # futures
    "signs_title": Words("各未来中效果的方向", "Signs of effects over futures"),
    "signs_finding": Words(
        "{count}项效果中，{firm}项在95%以上的未来中方向一致；{turned}项的方向因某个不确定参数而改变",
        "{firm} of {count} effects have one sign in 95% of the futures or more; an uncertain "
        "parameter turns the sign of {turned}",
    ),
    "signs_note": Words(
        "单位：未来的百分比，效果为负（左）与为正（右），n={futures}个未来，每个一次模拟，因此也含偶然。",
        "Unit: per cent of futures with a fall (left) and a rise (right); n={futures} futures of "
        "one run each, so that chance counts too.",
    ),
    "signs_alt": Words(
        "条形图：各项效果为正与为负的未来所占比例。{finding}。",
        "Bar chart: share of futures with a rise and a fall. {finding}.",
    ),
    "robustness_title": Words("哪个情景经得起不确定性", "Which scenario holds up"),
    "regret_finding": Words(
        "就{outcome}而言，最大遗憾最小的是{name}",
        "for {outcome}, {name} has the least maximal regret",
    ),
    "robustness_note": Words(
        "条形：各情景在多少比例的未来中最好（n={futures}）。最大遗憾、最差情形和经得起的比例"
        "（在所有目标上都不差于基准）见表。",
        "Bars: per cent of futures in which a scenario is the best (n={futures}). Regret, worst "
        "cases and the share of futures in which a scenario does no worse than the baseline in any "
        "aim are in the table.",
    ),
    "robustness_alt": Words(
        "条形图：各情景最优的未来所占比例。{finding}。",
        "Bar chart: share of futures in which each scenario is best. {finding}.",
    ),
    "best_in": Words("最优的未来", "best in"),
    "future_scenario": Words("情景", "scenario"),
    "future_outcome": Words("结果", "outcome"),
    "future_share_up": Words("上升的未来，%", "futures with a rise, %"),
    "future_share_down": Words("下降的未来，%", "futures with a fall, %"),
    "future_turned_by": Words("改变方向的因素", "sign turned by"),
    "future_n": Words("未来个数", "futures"),
    "future_best_in": Words("最优的未来，%", "best in, % of futures"),
    "future_most_regret": Words("最大遗憾", "maximal regret"),
    "future_mean_regret": Words("平均遗憾", "mean regret"),
    "future_worst": Words("最差情形", "worst case"),
    "future_holds_up": Words("不差于基准的未来，%", "no worse than the baseline, % of futures"),
    "boxes_title": Words(
        "在哪些未来中结论相反", "In which futures the finding is the opposite"
    ),
    "box_up": Words("上升", "up"),
    "box_down": Words("下降", "down"),
    "box_sentence": Words(
        "{name}使{outcome}{event}，多见于{limits}：这样的未来中占{density}%（全部未来中占{base}%），"
        "涵盖此类未来的{coverage}%。",
        "Under {name}, {outcome} goes {event} mostly where {limits}: in {density}% of such futures "
        "(against {base}% of all), which hold {coverage}% of these cases.",
    ),
    "limit_below": Words("{factor}不高于{high}", "{factor} is at most {high}"),
    "limit_above": Words("{factor}不低于{low}", "{factor} is at least {low}"),
    "limit_between": Words(
        "{factor}在{low}与{high}之间", "{factor} is between {low} and {high}"
    ),
    "card_turned": Words(
        "不确定参数会改变方向：{parts}。", "An uncertain parameter turns the sign: {parts}."
    ),
    "card_turned_part": Words("{outcome}（{factor}）", "{outcome} ({factor})"),
    "card_firm": Words(
        "参数在其范围内变动时，{count}项主要效果中有{firm}项在95%以上的未来中方向不变。",
        "Over the ranges of the uncertain parameters {firm} of {count} headline effects keep their "
        "sign in 95% of the futures or more.",
    ),
    "turned": Words("方向取决于{factor}", "sign depends on {factor}"),
}


def say(key: str, **parts: object) -> Words:
    """Return a text with its places filled; parts in two languages go to their own."""
    text = WORDS[key]
    return Words(
        text.zh.format(**{name: spoken_part(part, 0) for name, part in parts.items()}),
        text.en.format(**{name: spoken_part(part, 1) for name, part in parts.items()}),
    )


def in_sentence(name: str, title: Words) -> Words:
    """Return the name of an indicator as it stands inside a sentence."""
    return SHORT.get(name, title)


def capital(text: Words) -> Words:
    """Return a text that begins with a capital letter."""
    return Words(text.zh, text.en[:1].upper() + text.en[1:])


def spoken_part(part: object, language: int) -> object:
    """Return a part in a language, if it has two."""
    return part[language] if isinstance(part, Words) else part


def place(name: str) -> Words:
    """Return the name of a city, of the zone or of any other place."""
    return PLACES.get(name, Words(name, name.replace("_", " ").title()))


def joined(texts: list[Words], zh: str = "；", en: str = "; ") -> Words:
    """Join texts in both languages."""
    return Words(zh.join(text.zh for text in texts), en.join(text.en for text in texts))
