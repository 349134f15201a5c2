"""Words of the report: firms and money between cities."""

from sezsim.definitions.wording import Words

WORDS = {
    "firms_between_title": Words("企业在各市之间的迁移", "Firms that move between cities"),
    "firms_between_finding": Words(
        "{name}中企业迁移涉及{total}，最大的一股由{origin}到{destination}（{size}）",
        "Under {name} firms with {total} move; the largest stream runs from {origin} to "
        "{destination} ({size})",
    ),
    "firms_between_note": Words(
        "“{name}”中{first}—{last}年迁移企业的职工人数合计（n={replicates}次重复的平均，由企业决策计数）；"
        "左为迁出市，右为迁入市。各情景及95%区间见表。",
        "Staff of the firms that moved under “{name}”, sum of {first}–{last}, mean of "
        "n={replicates} replicates, counted from decisions of firms. Left: origin; right: "
        "destination. All scenarios with 95% intervals in the table.",
    ),
    "firms_between_alt": Words(
        "桑基图：企业在各市之间的迁移。{finding}。",
        "Streams of firms between cities. {finding}.",
    ),
    "money_between_title": Words("各市之间的补偿资金", "Money between cities"),
    "money_between_finding": Words(
        "{name}中各市之间的税收分享与补偿共{total}，最大的一股由{origin}付给{destination}（{size}）",
        "Under {name} cities pay each other {total}; the largest stream runs from {origin} to "
        "{destination} ({size})",
    ),
    "money_between_note": Words(
        "“{name}”中{first}—{last}年税收分享、一次性补偿和共享区结算合计（n={replicates}次重复的平均）；"
        "左为付款市，右为收款市。各情景及95%区间见表。",
        "Shared tax, sums paid for moves and settlements of joint areas under “{name}”, sum of "
        "{first}–{last}, mean of n={replicates} replicates. Left: who pays; right: who receives. "
        "All scenarios with 95% intervals in the table.",
    ),
    "money_between_alt": Words(
        "桑基图：各市之间的资金。{finding}。", "Streams of money between cities. {finding}."
    ),
}
