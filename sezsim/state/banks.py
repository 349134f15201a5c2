"""Banks (银行): one book a city and the state bank."""

from dataclasses import dataclass

from sezsim.definitions.columns import Floats, Money
from sezsim.definitions.declare import column


@dataclass
class Banks:
    """Rows 0-7 are the city banks, row 8 the state bank and lenders outside."""

    reserves: Money = column("reserves and interbank claims, net of money owed", unit="fen")
    loans: Money = column("loans outstanding", unit="fen")
    bad_loans: Money = column("loans to firms that cannot pay", unit="fen")
    written_off: Floats = column("losses on loans, this month", unit="yuan/month")
    lending: Floats = column(
        "lending over that of a bank that has made up its losses", unit="1"
    )
    unmade: Money = column("losses on the debt of closed plant not yet made up", unit="fen")
