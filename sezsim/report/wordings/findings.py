"""Words of the report: titles that state a finding."""

from sezsim.definitions.wording import Words

WORDS = {
    "changes": Words("{year}年{indicator}：{parts}", "{indicator} in {year}: {parts}"),
    "change_up": Words("{name}使其上升{size}", "up by {size} under {name}"),
    "change_down": Words("{name}使其下降{size}", "down by {size} under {name}"),
    "change_unclear": Words(
        "{name}的影响无法与偶然波动区分", "no more than chance under {name}"
    ),
    "change_none": Words("{name}下没有变化", "unchanged under {name}"),
    "change_in": Words("变化，{unit}", "change in {unit}"),
    "change_single": Words(
        "{name}与基准相差{size}（仅一次模拟）", "{size} apart under {name} (one run only)"
    ),
    "no_reform": Words(
        "结果中只有“{baseline}”一个情景，没有可比较的改革",
        "The result holds “{baseline}” alone; there is no reform to compare",
    ),
    "sized": Words("{size}{unit}", "{size} {unit}"),
    "sized_percent": Words("{size}%", "{size}%"),
    "sized_little": Words("不到{size}", "less than {size}"),
}
