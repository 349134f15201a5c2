"""Bargaining over a transfer (产业转移协商): the origin consents or blocks, the host accepts or not.

For each request, in this order:

- within a joint tax area nobody blocks;
- the host refuses a share above theta_max, which a lump sum and a split credit lower;
- the origin lets go what it does not notice or oppose, and what is covered: the share (by rule or
  by enclave park) reaches theta_min, which lump sum, credit and cost of blocking lower;
- else the cities may negotiate: the origin receives (L - b) + eta S where the surplus S = G + b - L
  is positive; a fund adds what lacks, up to its own gain and its means;
- else the move is blocked, efficient or not (S >= 0 or S < 0).
"""

import numpy as np

from sezsim.accounting.transfer_account import (
    annuity,
    credit_worth,
    fund_payment,
    gap_of_origin,
    host_consents,
    joint_surplus,
    largest_share,
    least_share,
    nash_transfer,
    origin_consents,
    sharing_years,
)
from sezsim.definitions.columns import Floats
from sezsim.definitions.compiled import compiled
from sezsim.state.economy import Economy
from sezsim.state.requests import Reason, Record, Requests

TERMS, TALKS, POWER = 13, 11, 12  # rules between cities; the places of negotiation
FUND = 2  # row of the transfer fund among the upper governments
UNOPPOSED, NO_LOSS, ENCLAVE = int(Reason.UNOPPOSED), int(Reason.NO_LOSS), int(Reason.ENCLAVE)
TAX_SHARING, SUM_AT_ONCE = int(Reason.TAX_SHARING), int(Reason.SUM_AT_ONCE)
PRODUCT_CREDIT, BARGAIN, FUNDED = (
    int(Reason.PRODUCT_CREDIT),
    int(Reason.BARGAIN),
    int(Reason.FUND),
)
JOINT_AREA, HOST_LOSES = int(Reason.JOINT_AREA), int(Reason.HOST_LOSES)
EFFICIENT, OTHER = int(Reason.BLOCKED_EFFICIENT), int(Reason.BLOCKED_OTHER)


def bargain(economy: Economy, requests: Requests, discount: float, province: float) -> None:
    """Decide all requests of the month; discount is that of officials.

    Province is the gain of the province over the gain of the firm.
    """
    if not len(requests):
        return
    rules = economy.rules
    terms = np.empty((TERMS, *rules.tax_share.shape))
    collect_terms(
        rules.tax_share, rules.sharing_years, rules.sharing_extension,
        rules.sharing_threshold, rules.sharing_floor, rules.sharing_ordered,
        rules.enclave_share, rules.enclave_years, rules.lump_years, rules.product_credit,
        rules.gdp_split, rules.bargaining, rules.bargaining_power, terms,
    )  # fmt: skip
    balance = economy.purses.upper[FUND] / 100.0
    decide(requests, terms, rules.joint_area, discount, province, balance)


@compiled
def collect_terms(
    share: Floats, years: Floats, extension: Floats, threshold: Floats, floor: Floats,
    ordered: Floats, enclave: Floats, park: Floats, lump: Floats, credit: Floats,
    split: Floats, talks: Floats, power: Floats, terms: Floats,
) -> None:  # fmt: skip
    """Put the rules between cities side by side, by kind, origin and host (13, 8, 8)."""
    terms[0], terms[1], terms[2], terms[3], terms[4] = share, years, extension, threshold, floor
    terms[5], terms[6], terms[7], terms[8] = ordered, enclave, park, lump
    terms[9], terms[10], terms[TALKS], terms[POWER] = credit, split, talks, power


@compiled
def decide(
    requests: Requests, terms: Floats, area: Floats, discount: float, province: float,
    balance: float,
) -> None:  # fmt: skip
    """Decide each request in turn; the fund pays while it has means (balance, yuan)."""
    for k in range(len(requests)):
        r = requests[k]
        r.surplus = joint_surplus(r.host_gain, r.loss, r.blocking)
        if area[r.origin] > 0.0 and area[r.origin] == area[r.host]:
            r.reason = JOINT_AREA
            continue
        offer(r, terms[:, r.origin, r.host], discount)
        if not host_consents(r.share, r.largest):
            r.reason = HOST_LOSES
        elif gap_of_origin(r.loss, r.blocking, 0.0, 0.0) <= 0.0:
            r.reason = NO_LOSS
        elif origin_consents(r.share, r.least):
            r.reason = by_rule(r)
        elif r.unopposed:
            r.reason = UNOPPOSED
        elif r.lot < terms[TALKS, r.origin, r.host]:
            power = terms[POWER, r.origin, r.host]
            balance -= negotiate(r, power, province * r.gain, balance)
        else:
            r.reason = EFFICIENT if r.surplus >= 0.0 else OTHER


@compiled
def offer(r: Record, terms: Floats, discount: float) -> None:
    """Write what the rules give the origin, and what that costs the host."""
    share, years, extension, threshold, floor, ordered, enclave, park = terms[:8]
    if r.tax_firm < floor or (ordered > 0.0 and not r.ordered):
        share = 0.0
    years = sharing_years(years, extension, r.tax_firm, threshold)
    r.enclave = enclave * park > share * years
    if r.enclave:
        share, years = enclave, park
    r.share, r.years = share, years
    r.paid, r.fund = terms[8] * r.tax_origin, 0.0
    r.credit, r.split = terms[9], terms[10] > 0.0
    lasting = annuity(r.years, discount)
    shared = r.share * lasting * r.tax_host
    credited = credit_worth(r.credit, r.product_weight, r.present, r.product)
    taken = credited if r.split else 0.0
    r.least = least_share(r.loss, r.blocking, r.paid, credited, lasting, r.tax_host)
    r.largest = largest_share(r.host_gain, r.paid, taken, lasting, r.tax_host)
    r.compensation = shared + r.paid + credited
    r.cost = shared + r.paid + taken


@compiled
def by_rule(r: Record) -> int:
    """Name the rule that gives the origin most."""
    credited = credit_worth(r.credit, r.product_weight, r.present, r.product)
    shared = r.compensation - r.paid - credited
    if credited >= max(shared, r.paid):
        return PRODUCT_CREDIT
    if r.paid > shared:
        return SUM_AT_ONCE
    return ENCLAVE if r.enclave else TAX_SHARING


@compiled
def negotiate(r: Record, power: float, own_gain: float, balance: float) -> float:
    """Settle by a sum if there is a surplus, with the fund's help; return what the fund pays."""
    added = fund_payment(r.surplus, own_gain, balance)
    if r.surplus + added < 0.0:
        r.reason = OTHER
        return 0.0
    r.share = r.years = r.credit = 0.0
    whole = nash_transfer(r.loss, r.blocking, max(r.surplus, 0.0), power)
    r.fund, r.paid = added, whole - added
    r.compensation, r.cost = whole, r.paid
    r.reason = FUNDED if added > 0.0 else BARGAIN
    return added
