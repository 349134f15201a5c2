"""Words of the report: what was assumed."""

from sezsim.definitions.wording import Words

WORDS = {
    "assumptions_title": Words("作了哪些假设", "What was assumed"),
    "assumptions_intro": Words(
        "每个情景与“{baseline}”的差别，以及模型参数。等级：A 有直接出处，B 方向有出处，C 一般知识，D 假设，待校准。",
        "How each scenario differs from “{baseline}”, and the parameters of the model. Grades: A "
        "the number has a source, B its sign has one, C general knowledge, D an assumption.",
    ),
    "assumptions_finding": Words(
        "{count}个参数中，{weak}个属于C级或D级：一般知识或假设",
        "{weak} of {count} parameters are graded C or D: general knowledge or assumptions",
    ),
    "assumptions_note": Words(
        "单位：参数个数。n与重复模拟无关。范围与来源见表；报告中的区间不包括这些参数的不确定性。",
        "Unit: number of parameters; replicates play no part. Ranges and sources in the table; the "
        "intervals of this report leave the uncertainty of these parameters out.",
    ),
    "assumptions_alt": Words(
        "条形图：各等级的参数个数。{finding}。", "Bar chart: parameters by grade. {finding}."
    ),
    "grade_A": Words("A 有出处", "A sourced"),
    "grade_B": Words("B 方向有出处", "B sign sourced"),
    "grade_C": Words("C 一般知识", "C general knowledge"),
    "grade_D": Words("D 假设", "D assumption"),
    "same_as_reference": Words(
        "作为比较基准的情景。", "The scenario that all others are compared with."
    ),
    "no_differences": Words(
        "没有记录与基准的差别。", "No differences from the baseline were recorded."
    ),
    "parameter": Words("参数", "parameter"),
    "meaning": Words("含义", "meaning"),
    "value": Words("取值", "value"),
    "low": Words("下限", "from"),
    "high": Words("上限", "to"),
}
