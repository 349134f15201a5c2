"""Words of the report: signs and choices over futures."""

from sezsim.definitions.wording import Words

WORDS = {
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
    "turned": Words("方向取决于{factor}", "sign depends on {factor}"),
}
