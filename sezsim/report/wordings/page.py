"""Words of the report: the frame of the page, units, columns and verdicts."""

from sezsim.definitions.wording import Words

WORDS = {
    "page_title": Words("沈阳经济区改革模拟报告", "The Shenyang Economic Zone under reform"),
    "page_subtitle": Words(
        "{cities}个城市，{first}—{last}年，{reforms}个改革情景与“{baseline}”比较，每个情景{replicates}次重复模拟",
        "{cities} cities, {first}–{last}: {reforms} reform scenarios compared with "
        "“{baseline}”, {replicates} replicates each",
    ),
    "first_point": Words(
        "扫描共有{count}个点，本页只显示第一个（{point}）；全部结果见 tables/outcomes.csv。",
        "The sweep has {count} points; this page shows the first one ({point}). The outcomes of all "
        "stand in tables/outcomes.csv.",
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
    "show_all": Words("显示全部{count}条", "Show all {count}"),
    "rows": Words("{rows}行", "{rows} rows"),
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
    "better": Words("改善", "better"),
    "worse": Words("恶化", "worse"),
    "up": Words("上升", "up"),
    "down": Words("下降", "down"),
    "little": Words("几乎为零", "next to nothing"),
    "unclear": Words("不确定", "unclear"),
    "none": Words("无变化", "no change"),
    "single": Words("仅一次模拟", "one run only"),
}
