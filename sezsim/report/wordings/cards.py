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
        "{year}年，生产总值、就业和失业率的变化都几乎为零，或与偶然波动无法区分。",
        "In {year}, changes of GDP, employment and unemployment are next to nothing or could be "
        "chance.",
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
    "card_blocked_unclear": Words(
        "企业要求的迁移中，对两市总体有利却被阻拦的占{share}%（{baseline}为{before}%），差别与偶然波动无法区分。",
        "Of the moves that firms ask for, {share}% are blocked though both cities together would "
        "gain ({before}% under {baseline}); the difference could be chance.",
    ),
    "lead": Words(
        "到{year}年，与“{baseline}”相比：{parts}。", "By {year}, against “{baseline}”: {parts}."
    ),
    "lead_up": Words(
        "{name}使产出和就业增加（{sizes}）", "{name} adds output and jobs ({sizes})"
    ),
    "lead_down": Words(
        "{name}使产出或就业减少（{sizes}）", "{name} costs output or jobs ({sizes})"
    ),
    "lead_mixed": Words(
        "{name}使产出和就业一增一减（{sizes}）",
        "{name} moves output and jobs in opposite directions ({sizes})",
    ),
    "lead_none": Words(
        "{names}对产出和就业的影响几乎为零，或与偶然波动无法区分",
        "what {names} does to output and jobs is next to nothing or could be chance",
    ),
    "lead_quoted": Words("“{name}”", "“{name}”"),
    "lead_size": Words("{indicator}{arrow}{size}", "{indicator} {arrow}{size}"),
    "lead_targets": Words("规划目标：{finding}。", "Targets of the plan: {finding}."),
    "brief_loses": Words("就业减少最多的城市", "city that loses most jobs"),
    "brief_gains": Words("就业增加最多的城市", "city that gains most jobs"),
    "brief_fewer": Words(
        "{city}：{year}年减少{size}个岗位", "{city}: {size} fewer jobs in {year}"
    ),
    "brief_more": Words(
        "{city}：{year}年增加{size}个岗位", "{city}: {size} more jobs in {year}"
    ),
    "brief_none": Words("没有超出偶然的变化", "none beyond chance"),
    "brief_certain": Words("方向确定的主要效果", "headline effects sure of their sign"),
    "brief_sure": Words("{count}项中的{sure}项", "{sure} of {count}"),
    "brief_note": Words(
        "{year}年相对“{baseline}”的变化；方括号内为95%区间（n={replicates}次重复模拟）。各城市岗位增减为重复模拟的平均。“几乎为零”：连同区间都在±0.05%（或0.05个百分点）以内。",
        "Change against “{baseline}” in {year}; in brackets the 95% interval (n={replicates} "
        "replicates). Losses and gains of jobs: means over the replicates. Next to nothing: the effect "
        "and its interval lie within ±0.05 per cent or percentage points.",
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
        "{year}年{count}项主要效果中，{sure}项方向确定，{little}项几乎为零，{rest}项与偶然波动无法区分"
        "（{replicates}次重复模拟）。",
        "Of {count} headline effects in {year}, {sure} are sure of their sign, {little} are next to "
        "nothing and {rest} could be chance ({replicates} replicates).",
    ),
    "card_one_run": Words(
        "只有一次模拟，无法判断是否偶然。", "One run only: nothing can be said about chance."
    ),
    "caution": Words(
        "区间只反映模型内的偶然波动，不包括参数与模型结构的不确定性；许多参数是假设（见“方法与假设”）。"
        "改变这些假设后结论是否依然成立，见“稳健性”。结果说明改革与基准之差，不是预测。",
        "The intervals show chance inside the model only, not the uncertainty of its parameters "
        "and its structure; many parameters are assumptions (see Method and assumptions); "
        "whether findings survive other assumptions stands under Robustness. "
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
