"""Words of the report: the paths."""

from sezsim.definitions.wording import Words

WORDS = {
    "fans_title": Words("与基准情景相比的走势", "Paths against the baseline"),
    "fans_intro": Words(
        "先为水平，后为同一次重复模拟中改革与基准之差。",
        "First the level, then the difference between reform and baseline in the same replicate.",
    ),
    "fans_note": Words(
        "单位：水平为{unit}，变化为{change}。水平图的深、浅色带为基准情景重复模拟中间的80%与95%；"
        "变化图的深、浅色带为配对差异平均值的80%与95%置信区间。n={replicates}。",
        "Units: {unit} (level), {change} (change). Bands of the level: the middle 80% and 95% of the baseline's replicates; "
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
}
