"""Words of the report: gains of each side."""

from sezsim.definitions.wording import Words

WORDS = {
    "unit_gain": Words("亿元", "100 million yuan"),
    "gains_finding": Words(
        "迁出地在成行的迁移中的净得失：{parts}",
        "What the cities that firms leave gain or lose by the moves agreed: {parts}",
    ),
    "gains_title": Words("成行的迁移中各方的得失", "What each side gains by the moves agreed"),
    "side": Words("一方", "side"),
    "side_firm": Words("企业", "firms"),
    "side_origin": Words("迁出地", "cities that firms leave"),
    "side_host": Words("迁入地", "cities chosen"),
    "origin_change": Words("{name}下为{size}", "{size} under {name}"),
    "gains_note": Words(
        "成行的迁移按现值（任期五年）计，补偿已计入，阻拦的政治成本未计；"
        "城市得失包括税收、增加值与工资的权重（n={n}次重复的平均，区间见表）。权重为假设值。",
        "Present values over a term of five years of the moves agreed, compensation counted, the "
        "political cost of blocking not; a city counts tax, and product and pay by weights that "
        "are assumptions (mean of n={n} replicates, intervals in the table).",
    ),
    "gains_alt": Words(
        "条形图：成行的迁移中企业与两市的得失。{finding}。",
        "Bar chart: gains of firms and both cities by the moves agreed. {finding}.",
    ),
}
