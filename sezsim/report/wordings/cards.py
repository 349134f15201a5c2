"""Words of the report: the cards of the first screen."""

from sezsim.definitions.wording import Words

WORDS = {
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
    "card_blocked": Words(
        "企业要求的迁移中，对两市总体有利却被阻拦的占{share}%（{baseline}为{before}%）。",
        "Of the moves that firms ask for, {share}% are blocked though both cities together would "
        "gain ({before}% under {baseline}).",
    ),
    "card_blocked_same": Words(
        "企业要求的迁移中，对两市总体有利却被阻拦的占{share}%，与{baseline}相同。",
        "Of the moves that firms ask for, {share}% are blocked though both cities together would "
        "gain, as under {baseline}.",
    ),
    "brief_loses": Words("就业减少最多的城市", "city that loses most jobs"),
    "brief_gains": Words("就业增加最多的城市", "city that gains most jobs"),
    "brief_fewer": Words("{city}：{year}年减少{size}个", "{city}: {size} fewer in {year}"),
    "brief_more": Words("{city}：{year}年增加{size}个", "{city}: {size} more in {year}"),
    "brief_none": Words("没有超出偶然的变化", "none beyond chance"),
    "brief_certain": Words("方向确定的主要效果", "headline effects sure of their sign"),
    "brief_sure": Words("{count}项中的{sure}项", "{sure} of {count}"),
    "brief_note": Words(
        "{year}年相对“{baseline}”的变化；方括号内为95%区间（n={replicates}次重复模拟）。各城市岗位增减为重复模拟的平均。",
        "Change against “{baseline}” in {year}; in brackets the 95% interval (n={replicates} "
        "replicates). Losses and gains of jobs: means over the replicates.",
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
    "card_turned": Words(
        "不确定参数会改变方向：{parts}。", "An uncertain parameter turns the sign: {parts}."
    ),
    "card_turned_part": Words("{outcome}（{factor}）", "{outcome} ({factor})"),
    "card_firm": Words(
        "参数在其范围内变动时，{count}项主要效果中有{firm}项在95%以上的未来中方向不变。",
        "Over the ranges of the uncertain parameters {firm} of {count} headline effects keep their "
        "sign in 95% of the futures or more.",
    ),
}
