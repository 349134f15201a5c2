"""Words of the report: model against data."""

from sezsim.definitions.wording import Words

WORDS = {
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
        "上报地区生产总值中各城市的份额（%）。圆为统计数据，横条为模型的平均（n={replicates}）。",
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
}
