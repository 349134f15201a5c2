"""Words of the report: trade-offs."""

from sezsim.definitions.wording import Words

WORDS = {
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
    "pareto_one": Words(
        "“{chosen}”在全部{aims}项目标上都不差于其他情景",
        "“{chosen}” does at least as well as every other scenario in all {aims} aims",
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
}
