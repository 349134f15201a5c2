"""Words of the report: who moves."""

from sezsim.definitions.wording import Words

WORDS = {
    "movers_title": Words("人口迁移", "Who moves"),
    "movers_largest": Words(
        "最大的一股迁移由{origin}到{destination}：每年约{size}人",
        "The largest stream runs from {origin} to {destination}: about {size} persons a year",
    ),
    "movers_change": Words(
        "{name}使迁移总量增加{size}%", "{name} adds {size}% to all moves together"
    ),
    "movers_fewer": Words(
        "{name}使迁移总量减少{size}%", "{name} takes {size}% off all moves together"
    ),
    "movers_same": Words(
        "{name}使迁移总量变化不到{size}%",
        "all moves together change by less than {size}% under {name}",
    ),
    "movers_note": Words(
        "“{name}”中{first}—{last}年平均每年的迁移人数（n={replicates}次重复的平均）；圆的面积与人数成正比。"
        "行为迁出地，列为迁入地。各情景的数值与95%区间见表。",
        "Persons a year under “{name}”, mean of {first}–{last} and of n={replicates} replicates; "
        "areas in proportion. Rows: origin; columns: destination. All scenarios with their 95% "
        "intervals in the table.",
    ),
    "movers_alt": Words(
        "矩阵：各地之间的迁移。{finding}。", "Matrix of migration between places. {finding}."
    ),
    "movers_none": Words("结果中没有迁移记录。", "The result holds no record of migration."),
    "persons": Words("{size}人", "{size} persons"),
    "unit_persons": Words("人", "persons"),
    "unit_plain_yuan": Words("元", "yuan"),
    "unit_movers": Words("人/年", "persons a year"),
    "origin": Words("迁出地", "origin"),
    "destination": Words("迁入地", "destination"),
}
