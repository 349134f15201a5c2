"""Words of the report: effects by city."""

from sezsim.definitions.wording import Words

WORDS = {
    "forest_title": Words("各城市的效果", "Effects by city"),
    "forest_note": Words(
        "点为{year}年配对差异的平均值，横线为95%区间（n={replicates}）。就业按基准岗位的百分比计。"
        "标题中只计入在全部城市一并比较时仍超出偶然的城市。",
        "Dots: mean paired difference in {year}; bars: its 95% interval (n={replicates}). "
        "Employment in per cent of the baseline's jobs. The title counts cities that stay beyond "
        "chance when all are looked at together.",
    ),
    "forest_both": Words(
        "{name}使{cities}个城市中的{down}个就业减少、{up}个增加",
        "{name} costs jobs in {down} of {cities} cities and adds jobs in {up}",
    ),
    "forest_down": Words(
        "{name}使{cities}个城市中的{down}个就业减少",
        "{name} costs jobs in {down} of {cities} cities",
    ),
    "forest_up": Words(
        "{name}使{cities}个城市中的{up}个就业增加",
        "{name} adds jobs in {up} of {cities} cities",
    ),
    "forest_none": Words(
        "{name}在各城市的就业变化都在偶然波动之内",
        "{name} changes employment in no city by more than chance",
    ),
    "in_year": Words("{year}年：{text}", "In {year}: {text}"),
    "forest_alt": Words(
        "点图：{year}年各城市的效果及95%区间。{finding}。",
        "Dot chart: effects by city in {year} with 95% intervals. {finding}.",
    ),
}
