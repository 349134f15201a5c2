"""Words of the report: where dismissed workers went."""

from sezsim.definitions.wording import Words

WORDS = {
    "went": Words("去向", "where they went"),
    "went_title": Words("被裁职工的去向", "Where dismissed workers went"),
    "went_finding": Words(
        "{name}下，被裁职工{years}年后有{working}%重新就业（{same}%在原行业），{without}%没有工作，{retired}%退养或退休",
        "Under {name}, {years} years after the loss {working}% of dismissed workers are at work "
        "again ({same}% in their old industry), {without}% are without a post and {retired}% are "
        "retired",
    ),
    "went_note": Words(
        "追踪到的{persons}名被裁职工（{name}）失去岗位一年和五年后的状态，%；模拟结束前不满相应年数的不计。"
        "离开包括迁出本区和去世；没有工作包括培训和退出劳动力市场。区间与各情景见表。",
        "Per cent of {persons} dismissed workers traced ({name}) one and five years after the loss; "
        "those whose years run beyond the end are left out. Departure: out of the zone, or death; "
        "without a post: training and leaving the labour force too. Intervals and all scenarios in "
        "the table.",
    ),
    "went_alt": Words(
        "条形图：被裁职工的去向。{finding}。", "Bar chart: where they went. {finding}."
    ),
    "went_same_trade": Words("原行业就业", "old industry"),
    "went_other_trade": Words("其他行业就业", "another industry"),
    "went_farm": Words("务农", "farming"),
    "went_without": Words("没有工作", "without a post"),
    "went_retired": Words("退养或退休", "retired"),
    "went_left": Words("离开", "departed"),
}
