"""Words of the report: titles that state a finding."""

from sezsim.definitions.wording import Words

WORDS = {
    "change_up": Words(
        "{name}使{year}年{indicator}上升{size}", "{name} raises {indicator} by {size} in {year}"
    ),
    "change_down": Words(
        "{name}使{year}年{indicator}下降{size}", "{name} lowers {indicator} by {size} in {year}"
    ),
    "change_unclear": Words(
        "{name}对{year}年{indicator}的影响无法与偶然波动区分",
        "the effect of {name} on {indicator} in {year} is within chance",
    ),
    "change_none": Words(
        "{name}未改变{year}年{indicator}", "under {name} {indicator} in {year} is unchanged"
    ),
    "change_in": Words("变化，{unit}", "change in {unit}"),
    "change_single": Words(
        "{name}与基准的{year}年{indicator}相差{size}（仅一次模拟）",
        "{name}: {indicator} differs by {size} in {year} (one run only)",
    ),
    "no_reform": Words(
        "结果中只有“{baseline}”一个情景，没有可比较的改革",
        "The result holds “{baseline}” alone; there is no reform to compare",
    ),
    "sized": Words("{size}{unit}", "{size} {unit}"),
    "sized_percent": Words("{size}%", "{size}%"),
    "sized_little": Words("不到{size}", "less than {size}"),
}
