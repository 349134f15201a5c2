"""Words of the report: the table of effects."""

from sezsim.definitions.wording import Words

WORDS = {
    "headline_title": Words(
        "一页看懂：各项改革的主要效果", "At a glance: what each reform does"
    ),
    "headline_finding": Words(
        "{year}年{count}项主要效果中，{sure}项方向确定，{little}项几乎为零，{rest}项与偶然波动无法区分",
        "Of {count} headline effects in {year}, {sure} are sure of their sign, {little} are next to "
        "nothing, {rest} could be chance",
    ),
    "headline_note": Words(
        "与“{baseline}”相比的年度变化；方括号内为重复模拟平均值的95%区间（按重复次配对，n={replicates}）。"
        "▲ 上升，▼ 下降；“改善/恶化”按规划目标判断，“不确定”表示区间包含零，"
        "“几乎为零”表示连同区间都在±0.05个百分点（或0.05%）以内。"
        "单凭偶然，约每20个区间就有1个不含零。",
        "Change against “{baseline}” in that year; in brackets the 95% interval of the mean "
        "of paired replicates (n={replicates}). ▲ up, ▼ down; better or worse as the plan "
        "judges; unclear: the interval holds zero; next to nothing: the effect and its interval lie within "
        "±0.05 percentage points (or per cent). By chance alone about one interval in "
        "twenty leaves out zero.",
    ),
    "headline_alt": Words(
        "表：{reforms}个改革情景对{count}个指标的影响。",
        "Table: effects of {reforms} reforms on {count} indicators.",
    ),
}
