"""The life of one person in words, told from the records of a trace; pay is in yuan of 2010."""

from collections.abc import Mapping, Sequence
from typing import Any

from sezsim.definitions.geography import CITY_NAMES, CITY_NAMES_ZH
from sezsim.definitions.industry import INDUSTRY_NAMES, INDUSTRY_NAMES_ZH
from sezsim.definitions.wording import INDUSTRY_NAMES_EN, Words

CITIES = {
    name: Words(zh, name.title()) for name, zh in zip(CITY_NAMES, CITY_NAMES_ZH, strict=True)
}
SECTORS = {
    name: Words(zh, en)
    for name, zh, en in zip(INDUSTRY_NAMES, INDUSTRY_NAMES_ZH, INDUSTRY_NAMES_EN, strict=True)
}
NO_SECTOR = Words("（无行业）", "no industry")
KINDS = {
    "local_urban": Words("本地城镇户籍", "registered here as urban"),
    "local_rural": Words("本地农村户籍", "registered here as rural"),
    "elsewhere": Words("外地户籍", "registered elsewhere"),
}
TOLD = {
    "begins": Words(
        "住在{city}，{age}岁，{hukou}。", "lives in {city}, {age} years old, {hukou}."
    ),
    "dismissed": Words(
        "在{city}的{sector}被裁减，时年{age}岁，原月薪{wage}元，{hukou}。",
        "is dismissed from {sector} in {city} at {age}; the post paid {wage} yuan a month; "
        "{hukou}.",
    ),
    "ordered": Words(
        "{city}的{sector}产能被责令关停后被裁减，时年{age}岁，原月薪{wage}元，{hukou}。",
        "is dismissed at {age} after capacity in {sector} in {city} was closed by order; the "
        "post paid {wage} yuan a month; {hukou}.",
    ),
    "benefit": Words("开始领取失业保险金。", "begins to draw unemployment benefit."),
    "benefit_ended": Words(
        "失业保险金领取期满，仍无岗位。", "has no more benefit and still no post."
    ),
    "hired": Words(
        "在{sector}找到工作，月薪{wage}元。", "finds a post in {sector} at {wage} yuan a month."
    ),
    "changed_post": Words(
        "换到{sector}的另一岗位，月薪{wage}元。",
        "changes to another post in {sector} at {wage} yuan a month.",
    ),
    "lost_post": Words("离开岗位，开始找工作。", "leaves the post and looks for work."),
    "course": Words("参加技能培训。", "takes part in a course."),
    "course_ended": Words("培训结束，继续找工作。", "ends the course and looks for work."),
    "internally_retired": Words("办理内部退养。", "retires internally."),
    "retired": Words("退休，领取养老金。", "retires on a pension."),
    "gave_up": Words("不再找工作。", "no longer looks for work."),
    "farms": Words("回家务农。", "goes back to farming."),
    "studies": Words("继续上学。", "studies."),
    "moved": Words("迁往{city}。", "moves to {city}."),
    "registered": Words("在{city}落户。", "is registered in {city}."),
    "left": Words("离开本区或去世。", "leaves the zone or dies."),
    "year": Words(
        "当年有记录的月份平均每月工资收入{wage}元（无岗位的月份计为零）。",
        "earns {wage} yuan a month on average over the months of this year on record (0 in "
        "months without a post).",
    ),
    "no_pay": Words(
        "当年有记录的月份没有岗位工资收入。",
        "earns no pay from a post in the months of this year on record.",
    ),
}
AT_REST = ("retired", "internally_retired", "left")


def biography(spells: Sequence[Mapping[str, Any]]) -> list[tuple[str, Words]]:
    """Return month and sentence of every record of one person, in the order of time.

    That who has retired earns no pay is not said every year.
    """
    told, resting = [], False
    for spell in spells:
        idle_year = spell["event"] == "year" and spell["wage"] <= 0.0
        resting = spell["event"] in AT_REST or (resting and spell["event"] == "year")
        if not (resting and idle_year):
            told.append((str(spell["month"]), sentence(spell)))
    return told


def sentence(spell: Mapping[str, Any]) -> Words:
    """Say in words what a record tells."""
    city, kind = CITIES[spell["city"]], KINDS[spell["hukou"]]
    sector = SECTORS.get(spell["sector"], NO_SECTOR)
    wage, age = f"{spell['wage']:,.0f}", spell["age"]
    told = TOLD[kind_of(spell)]
    return Words(
        told.zh.format(city=city.zh, sector=sector.zh, hukou=kind.zh, wage=wage, age=age),
        told.en.format(city=city.en, sector=sector.en, hukou=kind.en, wage=wage, age=age),
    )


def kind_of(spell: Mapping[str, Any]) -> str:
    """Name the sentence that a record calls for."""
    if spell["ordered"]:
        return "ordered"
    if spell["event"] == "year" and spell["wage"] <= 0.0:
        return "no_pay"
    return str(spell["event"])
