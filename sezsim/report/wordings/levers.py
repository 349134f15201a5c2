"""Words of the report: shares of levers."""

from sezsim.definitions.wording import Words

WORDS = {
    "item_8": Words("各项措施的贡献", "What each lever contributes"),
    "levers_none": Words(
        "需要把一个组合的各项措施逐一开关的模拟，本结果中没有；可用 sezsim sweep（kind: on_off）得到。",
        "Needs runs with the levers of a package switched on and off, which this result has not; "
        "sezsim sweep makes them (kind: on_off).",
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
}
