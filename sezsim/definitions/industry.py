"""The nineteen industries (行业) of the model and their groups."""

from enum import IntEnum


class Industry(IntEnum):
    """An industry of the model, in the order of the 2010 input-output table."""

    AGR = 0
    COAL = 1
    OILGAS = 2
    MINE = 3
    LIGHT = 4
    TEXTILE = 5
    PETCHEM = 6
    BMAT = 7
    STEEL = 8
    NONFER = 9
    MACH = 10
    TRANSEQ = 11
    ELEC = 12
    PHARMA = 13
    POWER = 14
    CONSTR = 15
    PSRV = 16
    CSRV = 17
    PUBSRV = 18


INDUSTRIES = len(Industry)
INDUSTRY_NAMES = tuple(industry.name.lower() for industry in Industry)
INDUSTRY_NAMES_ZH = (
    "农业", "煤炭", "石油天然气", "金属与非金属矿", "轻工", "纺织", "石化", "建材", "钢铁", "有色",
    "机械", "运输设备", "电子", "医药", "电力热力燃气水", "建筑", "生产性服务", "消费性服务", "公共服务",
)  # fmt: skip

PRIMARY = (Industry.AGR,)
MINING = (Industry.COAL, Industry.OILGAS, Industry.MINE)
MANUFACTURING = tuple(Industry(i) for i in range(Industry.LIGHT, Industry.POWER))
SECONDARY = tuple(Industry(i) for i in range(Industry.COAL, Industry.PSRV))
TERTIARY = (Industry.PSRV, Industry.CSRV, Industry.PUBSRV)
SERVICES = TERTIARY
LOCAL = (Industry.CONSTR, Industry.PUBSRV)
BULK = (Industry.COAL, Industry.OILGAS, Industry.MINE, Industry.STEEL)
ENERGY = (Industry.COAL, Industry.OILGAS, Industry.PETCHEM, Industry.POWER)
RESEARCHING = (
    Industry.MACH, Industry.TRANSEQ, Industry.ELEC, Industry.PHARMA, Industry.PSRV,
)  # fmt: skip
HITECH = (Industry.ELEC, Industry.PHARMA)
CONSTR_TO_PUBSRV = slice(Industry.CONSTR, Industry.PUBSRV + 1)
