"""Words of the report: the targets of the plan."""

from sezsim.definitions.wording import Words

WORDS = {
    "targets_title": Words("规划目标能否实现", "Are the targets of the plan met?"),
    "targets_finding": Words(
        "“{best}”在{year}年较可能达到{count}项目标中的{met}项；最难的是{hardest}",
        "“{best}” is likely to meet {met} of {count} targets in {year}; the hardest is {hardest}",
    ),
    "targets_finding_none": Words(
        "没有一个情景在{year}年可能达到任何一项规划目标；离目标最近的是{hardest}",
        "No scenario is likely to meet any target of the plan in {year}; the closest is {hardest}",
    ),
    "targets_note": Words(
        "格中为达到目标的重复模拟所占百分比（n={replicates}），括号内为多数重复模拟首次达标的年份。"
        "按上报数判断的两项不计入标题。规划只写明四项比重；能耗、水耗和污染物的降幅以及2020年各项的数值为假设。"
        "每一年都按同一数值判断。",
        "Per cent of replicates that meet the target (n={replicates}); in brackets the year in "
        "which most replicates first meet it. The title leaves out the two as reported. The plan states four shares; how far energy, water "
        "and pollutants are to fall, and the values for 2020, are assumptions. Each year is judged "
        "by the same value.",
    ),
    "targets_alt": Words(
        "矩阵：各情景达到规划目标的可能性。{finding}。",
        "Matrix: how likely each scenario is to meet the targets. {finding}.",
    ),
    "targets_none": Words(
        "面板中没有规划目标所用的指标。",
        "The panel has none of the indicators that the targets speak of.",
    ),
    "targets_all": Words("2015年各项目标同时达到", "all targets of 2015 together"),
    "targets_all_told": Words(
        "2015年各项目标同时达到（按上报数）", "all targets of 2015 together, as reported"
    ),
    "met": Words("达标比例", "share that meets it"),
    "year_met": Words("达标年份", "year met"),
}
