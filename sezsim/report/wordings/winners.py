"""Words of the report: winners and losers."""

from sezsim.definitions.wording import Words

WORDS = {
    "winners_title": Words("受益者与受损者", "Winners and losers"),
    "winners_finding": Words(
        "{name}下，{group}中受损者比受益者多得最多：{worse}%受损，{better}%受益",
        "under {name} losers outnumber winners most among {group}: {worse}% worse off, "
        "{better}% better off",
    ),
    "winners_none_lose": Words(
        "{name}下，没有一个群体的受损者多于受益者",
        "under {name} losers outnumber winners in no group",
    ),
    "winners_note": Words(
        "{year}年实际收入比同一人在基准中低或高百分之一以上的人所占百分比（按永久编号抽样5%，n={replicates}次重复的平均）。"
        "改革稍有不同就会改变谁得到哪个岗位，因此每个群体中都有得有失；区间与收入变化见表。",
        "Per cent of persons whose real income in {year} is more than a hundredth below or above "
        "their own in the baseline (5% sample of permanent ids, mean of n={replicates} "
        "replicates). Any reform reshuffles who finds which post, so every group has both; "
        "intervals and changes of income in the table.",
    ),
    "winners_alt": Words(
        "条形图：各群体中受益与受损的比例。{finding}。",
        "Bar chart: shares better and worse off by group. {finding}.",
    ),
    "winners_none": Words(
        "结果中没有分群体的比较。", "The result holds no comparison of groups."
    ),
    "worse_off": Words("受损，%", "worse off, %"),
    "better_off": Words("受益，%", "better off, %"),
    "mean_change": Words("收入平均变化", "mean change of income"),
    "unit_income": Words("元/月（2010年价格）", "yuan a month, 2010 prices"),
    "people_of": Words("{city}居民", "the residents of {city}"),
    "group_kind": Words("分组依据", "grouped by"),
    "group": Words("群体", "group"),
    "kind_all": Words("全部", "all"),
    "kind_age": Words("年龄", "age"),
    "kind_skill": Words("技能", "skill"),
    "kind_hukou": Words("户籍", "hukou"),
    "kind_sector": Words("行业", "sector"),
    "kind_displaced": Words("是否失岗", "laid off or not"),
    "group_all_all": Words("全体居民", "all residents"),
    "group_age_16_29": Words("16—29岁", "aged 16–29"),
    "group_age_30_44": Words("30—44岁", "aged 30–44"),
    "group_age_45_59": Words("45—59岁", "aged 45–59"),
    "group_age_60_up": Words("60岁以上", "aged 60 and over"),
    "group_skill_low": Words("低技能", "low skill"),
    "group_skill_middle": Words("中等技能", "middle skill"),
    "group_skill_high": Words("高技能", "high skill"),
    "group_hukou_local_urban": Words("本地非农户籍", "local urban hukou"),
    "group_hukou_local_rural": Words("本地农业户籍", "local rural hukou"),
    "group_hukou_elsewhere": Words("外地户籍", "hukou elsewhere"),
    "group_sector_agriculture": Words("农业", "farming"),
    "group_sector_mining": Words("采矿", "mining"),
    "group_sector_manufacturing": Words("制造业", "manufacturing"),
    "group_sector_power_construction": Words("电力与建筑", "power, building"),
    "group_sector_services": Words("服务业", "services"),
    "group_sector_none": Words("开局无岗位", "no post at first"),
    "group_displaced_displaced": Words("失岗职工", "workers laid off"),
    "group_displaced_not_displaced": Words("未失岗者", "never laid off"),
}
