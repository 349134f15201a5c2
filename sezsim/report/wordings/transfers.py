"""Words of the report: moves of firms."""

from sezsim.definitions.wording import Words

WORDS = {
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
    "blocked_title": Words(
        "每年总体有利却被阻拦的迁移", "Moves blocked in each year though both would gain"
    ),
    "blocked_finding": Words(
        "对两市总体有利却被阻拦的迁移：{parts}",
        "Moves blocked though both cities together would gain: {parts}",
    ),
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
}
