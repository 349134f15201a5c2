"""An order to close capacity (淘汰任务): what a policy writes for a month and closure carries out."""

from dataclasses import dataclass

from sezsim.definitions.columns import Ints
from sezsim.definitions.industry import Industry
from sezsim.definitions.phase_out import Basis, Form, Identification, Listing, Sharing
from sezsim.phase_out.debt import DebtShares


@dataclass(frozen=True, eq=False, kw_only=True)
class ClosingOrder:
    """One month of an order to close backward capacity of an industry in some cities."""

    industry: Industry
    cities: Ints
    month: int  # number of the present month
    share: float  # of the backward capacity present, to close this month
    year: int  # of the programme, the first being 0
    months_left: int  # this month included
    months: int = 1  # of the whole order
    is_first: bool = False  # month of the order
    identification: Identification = Identification.INTENSITY
    norm: float = 1.15  # energy per output over the mean above which equipment is backward
    size: float = 0.0  # yearly capacity (yuan) below which a plant is small
    sharing: Sharing = Sharing.STOCK
    listing: Listing = Listing.MERIT
    form: Form = Form.RATE
    basis: Basis = Basis.CAPACITY
    rate: float = 0.0  # yuan per yuan of yearly capacity or output, or yuan per worker
    ceiling: float = 1.0  # most that a private firm is paid, yuan per yuan of yearly capacity
    shading: float = 0.0  # part of the way from loss to last bid that bidders hide
    fund: float = 0.0  # yuan granted in the first month; 0: the province pays without limit
    compulsory: bool = True
    dismantle: bool = True
    debt: DebtShares = DebtShares()
    severance: float = 0.0  # part of severance that the fund or the province pays

    @property
    def has_fund(self) -> bool:
        """Tell whether awards come from a fund that can run out."""
        return self.fund > 0.0
