"""Words of the report: earnings of dismissed workers."""

from sezsim.definitions.wording import Words

WORDS = {
    "displacement_title": Words("被裁职工的收入", "Earnings of dismissed workers"),
    "displacement_finding": Words(
        "{name}下，被裁职工的劳动收入与原工资相比，当年低{first}%，{years}年后{last}",
        "under {name} dismissed workers earn {first}% less than the post paid in the year of the "
        "loss, and {last} {years} years later",
    ),
    "displacement_note": Words(
        "追踪到的{persons}名被裁职工（{name}）：全年平均劳动收入与失去岗位时工资之比，扣除固定样本中在岗者"
        "工资的增长；失业与内部退养计为零收入，退休或离开后不再计入。一年内关停令裁撤的岗位达到该市该行业"
        "被裁人数一半以上的，记为关停令所致。各年与各情景见表。",
        "{persons} dismissed workers traced ({name}): mean earnings of a year over the pay of "
        "the post lost, less the growth of pay of those of the fixed sample who hold a post; "
        "time without a post and internal retirement count as nothing, and nobody counts after "
        "the pension or departure. A dismissal is put down to orders where over a year they took "
        "at least half as many posts as people were dismissed from the trade of the city. All "
        "years and scenarios in the table.",
    ),
    "displacement_alt": Words(
        "条形图：各群体被裁后劳动收入的变化。{finding}。",
        "Bar chart: change of earnings after dismissal by group. {finding}.",
    ),
    "earnings_change": Words("劳动收入变化，%", "change of earnings, %"),
    "still_less": Words("仍低{size}%", "{size}% less"),
    "by_then_more": Words("高{size}%", "{size}% more"),
    "year_of_loss": Words("失去岗位当年", "Year of the loss"),
    "years_since": Words("失去岗位后{years}年", "{years} years after the loss"),
    "after": Words("失去岗位后年数", "years since"),
    "kind_reason": Words("失岗原因", "reason"),
    "group_reason_order": Words("关停令", "orders to close"),
    "group_reason_other": Words("其他原因", "other reasons"),
}
