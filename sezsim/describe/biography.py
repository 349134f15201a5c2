"""The life of one person in words, told from the records of a trace."""

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
        "{city}的{sector}产能奉令关停，被裁减，时年{age}岁，原月薪{wage}元，{hukou}。",
        "is dismissed at {age} when plant of {sector} in {city} closes by order; the post paid "
        "{wage} yuan a month; {hukou}.",
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
        "本年追踪各月平均月薪{wage}元。",
        "earned {wage} yuan a month in the months of the year followed.",
    ),
}


def biography(spells: Sequence[Mapping[str, Any]]) -> list[tuple[str, Words]]:
    """Return month and sentence of every record of one person, in the order of time."""
    return [(str(spell["month"]), sentence(spell)) for spell in spells]


def sentence(spell: Mapping[str, Any]) -> Words:
    """Say in words what a record tells."""
    city, kind = CITIES[spell["city"]], KINDS[spell["hukou"]]
    sector = SECTORS.get(spell["sector"], NO_SECTOR)
    wage, age = f"{spell['wage']:,.0f}", spell["age"]
    told = TOLD["ordered" if spell["ordered"] else spell["event"]]
    return Words(
        told.zh.format(city=city.zh, sector=sector.zh, hukou=kind.zh, wage=wage, age=age),
        told.en.format(city=city.en, sector=sector.en, hukou=kind.en, wage=wage, age=age),
    )
