"""City governments (市政府), the pension funds, the province and the centre."""

from dataclasses import dataclass

from sezsim.definitions.columns import Floats, Money
from sezsim.definitions.declare import column


@dataclass
class Governments:
    """One row per city."""

    deposits: Money = column("deposits of the city government", unit="fen")
    debt: Money = column("debt of the city and its platform to the bank", unit="fen")
    pension_fund: Money = column("balance of the social insurance fund", unit="fen")
    tax_office: Money = column("taxes collected and not yet shared out", unit="fen")
    revenue: Floats = column("general budget revenue, this month", unit="yuan/month")
    expenditure: Floats = column("general budget spending, this month", unit="yuan/month")
    transfers: Floats = column("transfers received from above, this month", unit="yuan/month")
    smoothed: Floats = column("revenue and transfers, smoothed over a year", unit="yuan/month")
    operations: Floats = column("spending on public services, this month", unit="yuan/month")
    investment: Floats = column("spending on infrastructure, this month", unit="yuan/month")
    land_premium: Floats = column("land premium received, this month", unit="yuan/month")
    borrowing: Floats = column("new loans of the platform, this month", unit="yuan/month")
    grants: Floats = column("standing grants received, this month", unit="yuan/month")
    months_in_cuts: Floats = column("months in a row with operations cut", unit="month")
    enforcement: Floats = column("effort in closing orders (0-1)", unit="1")
    land_discount: Floats = column("discount on industrial land (0-1)", unit="1")
    service_level: Floats = column(
        "public services per entitled resident over the opening", unit="1"
    )
    pollution: Floats = column("sulphur dioxide stock over the opening", unit="1")
    score: Floats = column("yearly score of the city", unit="1")
    over_reporting: Floats = column(
        "reported over true product, beyond what the opening table holds", unit="1"
    )
    air: Floats = column(
        "revenue reported beyond what is collected, this month", unit="yuan/month"
    )
    credited: Floats = column(
        "product of moved firms counted besides its own, this month", unit="yuan/month"
    )
