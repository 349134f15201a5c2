"""Words of the report: sensitivity."""

from sezsim.definitions.wording import Words

WORDS = {
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
}
