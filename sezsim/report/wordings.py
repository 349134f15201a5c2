"""All words of the report, in Chinese and English: the only file that a translator needs.

A text holds places such as {year}; both languages hold the same places.
"""

from sezsim.definitions.geography import CITY_NAMES, CITY_NAMES_ZH, ZONE
from sezsim.definitions.wording import Words

UNITS = {
    "person": Words("人", "persons"),
    "person/month": Words("人/年", "persons a year"),
    "yuan/month": Words("元/月", "yuan a month"),
    "10^8 yuan/month": Words("亿元/年", "100 million yuan a year"),
    "10^8 yuan": Words("亿元", "100 million yuan"),
    "10^4 t/month": Words("万吨/年", "10,000 t a year"),
    "t/month": Words("吨/年", "t a year"),
    "firm": Words("家", "firms"),
    "firm/month": Words("家/年", "firms a year"),
    "yuan/m2": Words("元/平方米", "yuan per m²"),
    "tce/10^4 yuan": Words("吨标准煤/万元", "tce per 10,000 yuan"),
    "m3/10^4 yuan": Words("立方米/万元", "m³ per 10,000 yuan"),
    "year": Words("年", "years"),
    "1": Words("指数", "index"),
}
PLACES = {
    ZONE: Words("全区", "the zone"),
    **{
        name: Words(chinese, name.title())
        for name, chinese in zip(CITY_NAMES, CITY_NAMES_ZH, strict=True)
    },
}
WORDS: dict[str, Words] = {
    # the page
    "page_title": Words("沈阳经济区改革模拟报告", "The Shenyang Economic Zone under reform"),
    "page_subtitle": Words(
        "{cities}个城市，{first}—{last}年，{reforms}个改革情景与“{baseline}”比较，每个情景{replicates}次重复模拟",
        "{cities} cities, {first}–{last}: {reforms} reform scenarios compared with "
        "“{baseline}”, {replicates} replicates each",
    ),
    "switch": Words("语言", "Language"),
    "skip": Words("跳到主要内容", "Skip to the answer"),
    "contents": Words("目录", "Contents"),
    "section_answer": Words("结论", "The answer"),
    "section_evidence": Words("证据", "Evidence"),
    "section_robustness": Words("稳健性", "Robustness"),
    "section_method": Words("方法与假设", "Method and assumptions"),
    "section_downloads": Words("数据下载", "Downloads"),
    "table_of": Words("查看数据表", "Show the table"),
    "download": Words("下载CSV", "Download CSV"),
    "left_out": Words("未包括的内容", "What is left out"),
    "drawing_failed": Words(
        "图形未能绘出，请查看下方数据表。", "The chart could not be drawn; see its table below."
    ),
    "downloads_intro": Words(
        "每张图的数据都在本页内，也在报告旁的 tables 文件夹中（UTF-8 编码的 CSV）。",
        "The data of every chart are in this page and in the folder tables beside it "
        "(CSV, UTF-8).",
    ),
    "rows": Words("{rows}行", "{rows} rows"),
    # units and columns
    "unit_percent": Words("%", "%"),
    "unit_points": Words("个百分点", "percentage points"),
    "fiscal_balance": Words("财政收支差额", "budget balance"),
    "scenario": Words("情景", "scenario"),
    "indicator": Words("指标", "indicator"),
    "city": Words("地区", "place"),
    "year": Words("年份", "year"),
    "unit": Words("单位", "unit"),
    "mean": Words("平均", "mean"),
    "low80": Words("80%下限", "80% low"),
    "high80": Words("80%上限", "80% high"),
    "low95": Words("95%下限", "95% low"),
    "high95": Words("95%上限", "95% high"),
    "n": Words("重复次数", "replicates"),
    "quantity": Words("量", "quantity"),
    "level": Words("水平", "level"),
    "change": Words("相对基准的变化", "change against the baseline"),
    "verdict": Words("判断", "verdict"),
    "baseline_level": Words("基准水平", "baseline level"),
    # verdicts
    "better": Words("改善", "better"),
    "worse": Words("恶化", "worse"),
    "up": Words("上升", "up"),
    "down": Words("下降", "down"),
    "unclear": Words("不确定", "unclear"),
    "none": Words("无变化", "no change"),
    "single": Words("仅一次模拟", "one run only"),
    # headline
    "headline_title": Words("一页看懂：各项改革的主要效果", "At a glance: what each reform does"),
    "headline_finding": Words(
        "{count}项主要效果中，{sure}项的95%区间不含零（{year}年）",
        "In {year}, {sure} of {count} headline effects have a 95% interval that leaves out zero",
    ),
    "headline_note": Words(
        "与“{baseline}”相比的年度变化；方括号内为重复模拟平均值的95%区间（按重复次配对，n={replicates}）。"
        "▲ 上升，▼ 下降；“改善/恶化”按规划目标判断，“不确定”表示区间包含零。"
        "单凭偶然，约每20个区间就有1个不含零。",
        "Change against “{baseline}” in that year; in brackets the 95% interval of the mean "
        "of paired replicates (n={replicates}). ▲ up, ▼ down; better or worse as the plan "
        "judges; unclear: the interval holds zero. By chance alone about one interval in "
        "twenty leaves out zero.",
    ),
    "headline_alt": Words(
        "表：{reforms}个改革情景对{count}个指标的影响。", "Table: effects of {reforms} reforms on {count} indicators."
    ),
    # fans
    "fans_title": Words("与基准情景相比的走势", "Paths against the baseline"),
    "fans_intro": Words(
        "左图为水平，右图为同一次重复模拟中改革与基准之差。",
        "Left the level, right the difference between reform and baseline in the same replicate.",
    ),
    "fans_note": Words(
        "单位：{unit}。左图深、浅色带为基准情景重复模拟中间的80%与95%；"
        "右图深、浅色带为配对差异平均值的80%与95%置信区间。n={replicates}。",
        "Unit: {unit}. Left, bands: the middle 80% and 95% of the baseline's replicates; "
        "right, bands: 80% and 95% confidence interval of the mean paired difference. "
        "n={replicates}.",
    ),
    "fans_alt": Words(
        "折线图：{indicator}，{first}至{last}年。{finding}。",
        "Line chart: {indicator}, {first} to {last}. {finding}.",
    ),
    "fan_level": Words("水平（{unit}）", "Level ({unit})"),
    "fan_change": Words("相对基准的变化（{unit}）", "Change against the baseline ({unit})"),
    "legend_target": Words("{year}年规划目标：{value}%", "Target of the plan for {year}: {value}%"),
    "legend_observed": Words("统计数据", "Observed"),
    "target": Words("目标", "Target"),
    # findings
    "change_up": Words("{name}使{indicator}{year}年提高{size}{unit}", "{name}: {indicator} {size} {unit} higher in {year}"),
    "change_down": Words("{name}使{indicator}{year}年降低{size}{unit}", "{name}: {indicator} {size} {unit} lower in {year}"),
    "change_unclear": Words(
        "{name}对{indicator}的影响在{year}年无法与零区分",
        "{name}: no effect on {indicator} in {year} that chance could not explain",
    ),
    "change_none": Words("{name}在{year}年未改变{indicator}", "{name}: {indicator} unchanged in {year}"),
    "change_single": Words(
        "{name}与基准相差{size}{unit}（{indicator}，{year}年，仅一次模拟）",
        "{name}: {indicator} differs by {size} {unit} in {year} (one run only)",
    ),
}  # fmt: skip


def say(key: str, **parts: object) -> Words:
    """Return a text with its places filled; parts in two languages go to their own."""
    text = WORDS[key]
    return Words(
        text.zh.format(**{name: spoken_part(part, 0) for name, part in parts.items()}),
        text.en.format(**{name: spoken_part(part, 1) for name, part in parts.items()}),
    )


def spoken_part(part: object, language: int) -> object:
    """Return a part in a language, if it has two."""
    return part[language] if isinstance(part, Words) else part


def place(name: str) -> Words:
    """Return the name of a city, of the zone or of any other place."""
    return PLACES.get(name, Words(name, name.replace("_", " ").title()))


def joined(texts: list[Words], zh: str = "；", en: str = "; ") -> Words:
    """Join texts in both languages."""
    return Words(zh.join(text.zh for text in texts), en.join(text.en for text in texts))
