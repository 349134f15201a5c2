"""Words of the report: how to repeat it."""

from sezsim.definitions.wording import Words

WORDS = {
    "repeat_title": Words("如何重复这些结果", "How to repeat it"),
    "repeat_finding": Words(
        "同一命令在同一类处理器上给出完全相同的结果",
        "The same command gives the same bytes on the same kind of processor",
    ),
    "repeat_note": Words(
        "账目核对：{checks}次比较，剩余{residual}分。共{runs}次模拟，失败{failures}次。",
        "Books: {checks} comparisons, {residual} fen left over. {runs} runs, {failures} failed.",
    ),
    "repeat_alt": Words(
        "表：版本、散列值、种子与命令。", "Table: versions, hashes, seed and command."
    ),
    "repeat_none": Words("没有清单（manifest）。", "There is no manifest."),
    "repeat_key": Words("项目", "item"),
    "repeat_value": Words("内容", "value"),
    "command": Words("命令", "command"),
    "seed": Words("随机种子", "seed"),
    "persons_per_agent": Words("每个个体代表的人数", "persons per agent"),
    "until": Words("模拟至", "until"),
    "sezsim": Words("sezsim版本", "version of sezsim"),
    "git_commit": Words("代码提交", "commit of the sources"),
    "machine": Words("机器", "machine"),
    "wall_seconds": Words("用时（秒）", "wall time (s)"),
    "replicates": Words("重复次数", "replicates"),
    "hash_of": Words("散列值：{name}", "hash: {name}"),
    "version_of": Words("版本：{name}", "version: {name}"),
    "scenario_hash": Words("情景散列值：{name}", "hash of scenario {name}"),
}
