"""Words of the report: small charts by city."""

from sezsim.definitions.wording import Words

WORDS = {
    "cities_title": Words("八个城市的就业", "Employment in the eight cities"),
    "cities_note": Words(
        "相对基准的就业变化，占基准岗位的百分比；色带为配对差异平均值的95%区间（n={replicates}）。各图纵轴相同。",
        "Employment against the baseline, per cent of the baseline's jobs; bands: 95% interval of "
        "the mean paired difference (n={replicates}). All panels share one scale.",
    ),
    "cities_alt": Words(
        "八幅小图：各城市就业相对基准的变化。{finding}。",
        "Eight small charts: employment against the baseline by city. {finding}.",
    ),
    "cities_finding": Words(
        "{name}下，{city}的就业变化最大：{year}年为{size}",
        "{name} moves employment most in {city}: {size} in {year}",
    ),
    "cities_finding_none": Words(
        "{name}下，没有一个城市的就业变化超出偶然波动",
        "{name} moves employment in no city by more than chance",
    ),
    "cities_none": Words(
        "面板中没有城市数据或只有一个情景。", "The panel has no cities, or only one scenario."
    ),
}
