"""Compensation of cities (利益补偿): what was promised for moved firms is paid month by month.

    due = share agreed * city tax that the firm really pays this month, until its years are over

and only while the rule is in force. A joint tax area pools a part of its cities' revenue and shares
it out as it was at the opening, so that a move inside leaves both as they were. The transfer fund
is fed by a share of revenue. Credited product is counted by the city left, besides the host's
or instead of it: counted twice, the sum of all cities exceeds product by exactly the credit.
"""

import numpy as np

from sezsim.accounting.books import Books, Flow
from sezsim.accounting.transfer_account import retained_tax
from sezsim.definitions.columns import Flags, Floats, Ints
from sezsim.definitions.compiled import compiled
from sezsim.definitions.geography import CITIES
from sezsim.definitions.sums import total
from sezsim.state.economy import Economy, Sector

TAX_SHARING = Flow("tax sharing", Sector.CITY_GOVERNMENTS, Sector.CITY_GOVERNMENTS)
JOINT_AREA = Flow("joint tax area", Sector.CITY_GOVERNMENTS, Sector.CITY_GOVERNMENTS)
FUND_PAID = Flow("dues to the transfer fund", Sector.CITY_GOVERNMENTS, Sector.UPPER_GOVERNMENTS)
CITY_ROWS = np.arange(CITIES)
PAYERS, PAYEES = np.divmod(np.arange(CITIES * CITIES), CITIES)
LEAST = 1e-9  # against division by nothing
FUND_ROWS = np.full(CITIES, 2)  # the transfer fund among the upper governments, for each city


def compensate_cities(economy: Economy, books: Books, month: int) -> None:
    """Pay what the rules of compensation ask for this month; count credited product."""
    rules, governments = economy.rules, economy.governments
    shared, pooled_too, funded, credited = in_force(
        rules.tax_share, rules.enclave_share, rules.joint_pool, rules.fund_rate,
        rules.product_credit, governments.credited,
    )  # fmt: skip
    if shared:
        share_moved_tax(economy, books, month)
    if pooled_too:
        pool_revenue(economy, books)
    if funded:
        dues = rules.fund_rate * governments.revenue
        books.pay_yuan(FUND_PAID, CITY_ROWS, FUND_ROWS, dues)
        governments.revenue -= dues
    if credited:
        firms = economy.firms
        credit_product(
            firms.is_open, firms.origin_city, firms.tax_city, firms.receipts, firms.costs,
            firms.credited, firms.credit_split, rules.product_credit, governments.credited,
        )  # fmt: skip


@compiled
def in_force(
    share: Floats, enclave: Floats, pool: Floats, fund: Floats, credit: Floats,
    credited: Floats,
) -> tuple[bool, bool, bool, bool]:  # fmt: skip
    """Tell which rules are in force: sharing, joint area, fund, credit; clear the credit."""
    credited[:] = 0.0
    shared = bool(share.any() or enclave.any())
    return shared, bool(pool.any()), bool(fund.any()), bool(credit.any())


def share_moved_tax(economy: Economy, books: Books, month: int) -> None:
    """Let the cities that gained firms hand over the agreed part of the tax that these bring."""
    firms, rules = economy.firms, economy.rules
    structure, parts = economy.structure, economy.scratch.city_parts
    host, origin, due = owed(
        float(month), firms.is_open, firms.origin_city, firms.tax_city, firms.industry,
        firms.receipts, firms.taxes, firms.tax_shared, firms.shared_until, structure.tax_rate,
        structure.local_revenue, parts, rules.tax_share, rules.enclave_share,
    )  # fmt: skip
    if not len(due):
        return
    books.pay_yuan(TAX_SHARING, host, origin, due)
    economy.governments.revenue += net_receipts(host, origin, due)


@compiled
def net_receipts(payer: Ints, payee: Ints, money: Floats) -> Floats:
    """What each city (8) receives less what it pays."""
    received, paid = np.zeros(CITIES), np.zeros(CITIES)
    for k in range(len(money)):
        received[payee[k]] += money[k]
        paid[payer[k]] += money[k]
    return received - paid


@compiled
def owed(
    month: float, is_open: Flags, origin: Ints, host: Ints, industry: Ints, receipts: Floats,
    taxes: Floats, share: Floats, until: Floats, tax_rate: Floats, local_revenue: Floats,
    parts: Floats, by_rule: Floats, in_parks: Floats,
) -> tuple[Ints, Ints, Floats]:  # fmt: skip
    """List who owes whom what (yuan) this month for the moved firms whose tax is shared."""
    payer, payee = np.empty(len(origin), np.int64), np.empty(len(origin), np.int64)
    due, number = np.empty(len(origin)), 0
    for i in range(len(origin)):
        if share[i] <= 0.0 or month > until[i] or not is_open[i]:
            continue
        c = host[i]
        if by_rule[origin[i], c] + in_parks[origin[i], c] > 0.0:
            on_product = receipts[i] * tax_rate[c, industry[i]]
            local = receipts[i] * local_revenue[c]
            payer[number], payee[number] = c, origin[i]
            due[number] = share[i] * retained_tax(
                taxes[i], on_product, local, parts[0], parts[2]
            )
            number += 1
    return payer[:number], payee[:number], due[:number]


def pool_revenue(economy: Economy, books: Books) -> None:
    """Let each joint tax area share out its pooled revenue as revenue was at the opening."""
    structure = economy.structure
    money = pool(
        economy.governments.revenue, structure.smoothed_revenue, structure.smoothing_lag,
        structure.transfers, economy.rules.joint_area, economy.rules.joint_pool,
    )  # fmt: skip
    books.pay_yuan(JOINT_AREA, PAYERS, PAYEES, money)


@compiled
def pool(
    revenue: Floats, smoothed: Floats, lag: Floats, transfers: Floats, area: Floats,
    part: Floats,
) -> Floats:  # fmt: skip
    """Pool revenue and share it out; return the money from each city to each other one (64)."""
    opening = smoothed * lag - transfers
    money = shared_out(pooled(revenue, opening, area, part), area)
    for c in range(CITIES):
        received = 0.0
        for payer in range(CITIES):
            received += money[payer, c]
        revenue[c] += received - total(money[c])
    return money.ravel()


@compiled
def shared_out(change: Floats, area: Floats) -> Floats:
    """Money from each city (rows) to each other one of its area that brings about the change."""
    whole = np.zeros(CITIES + 1)
    for c in range(CITIES):
        whole[int(area[c])] += max(change[c], 0.0)
    money = np.zeros((CITIES, CITIES))
    for c in range(CITIES):
        for k in range(CITIES):
            if area[c] == area[k]:
                taken = max(-change[c], 0.0) * max(change[k], 0.0)
                money[c, k] = taken / max(whole[int(area[k])], LEAST)
    return money


@compiled
def pooled(revenue: Floats, opening: Floats, area: Floats, part: Floats) -> Floats:
    """Change of each city's revenue (8) by pooling a part of it within its area."""
    change = np.zeros(len(revenue))
    for c in range(len(revenue)):
        if area[c] <= 0.0:
            continue
        together = weight = 0.0
        for k in range(len(revenue)):
            if area[k] == area[c]:
                together += part[k] * revenue[k]
                weight += opening[k]
        change[c] = together * opening[c] / weight - part[c] * revenue[c]
    return change


@compiled
def credit_product(
    is_open: Flags, origin: Ints, host: Ints, receipts: Floats, costs: Floats, part: Floats,
    split: Flags, in_force: Floats, credited: Floats,
) -> None:  # fmt: skip
    """Add up the product of moved firms that cities count besides their own (yuan)."""
    for i in range(len(origin)):
        if part[i] > 0.0 and is_open[i] and in_force[origin[i], host[i]] > 0.0:
            product = part[i] * (receipts[i] - costs[i])
            credited[origin[i]] += product
            if split[i]:
                credited[host[i]] -= product
