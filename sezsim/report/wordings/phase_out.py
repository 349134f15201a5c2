"""Words of the report: capacity on paper and in fact."""

from sezsim.definitions.wording import Words

WORDS = {
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
}
