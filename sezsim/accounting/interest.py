"""Interest that banks earn, paid in one process and counted in another."""

from sezsim.accounting.books import Flow
from sezsim.state.economy import Sector

PLATFORM_INTEREST = Flow("interest of platforms", Sector.CITY_GOVERNMENTS, Sector.BANKS)
DEVELOPER_INTEREST = Flow("interest of developers", Sector.DEVELOPERS, Sector.BANKS)
