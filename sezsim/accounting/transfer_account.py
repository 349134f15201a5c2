"""The account of a transfer (产业转移利益账): what a firm's move costs one city and brings another.

Symbols of economics 4b; T is city-retained tax, Y value added, E pay, all a year. With
A(n) = q (1 - q^n) / (1 - q), q = (1 + growth) / (1 + discount),

    loss of the origin       L = A(H) (T_o + product weight Y_o + jobs weight E_o) - relief
    gain of the destination  G = A(H) (T_d + product weight Y_d + jobs weight E_d) - bid - works
    cost of blocking         b = part of L

A share theta of the tax for n years, a lump sum C and a credit phi of product buy consent iff

    theta >= theta_min = (L - b - C - phi product weight A(H) Y_d) / (A(n) T_d)

and the destination agrees iff theta <= theta_max = (G - C - split credit) / (A(n) T_d). Free
bargaining is feasible iff the surplus S = G + b - L >= 0; the Nash transfer is (L - b) + eta S. All
rules are pure and are used by the step and by its tests alike.
"""

import math

from sezsim.definitions.compiled import compiled

NEVER = math.inf  # the share asked for where there is no tax to share


@compiled
def annuity(years: float, discount: float, growth: float = 0.0) -> float:
    """Present value of one yuan a year for some years, paid at the end of each year."""
    factor = (1.0 + growth) / (1.0 + discount)
    if factor == 1.0:
        return years
    return factor * (1.0 - factor**years) / (1.0 - factor)


@compiled
def retained_tax(
    taxes: float, on_product: float, local: float, part_product: float, part_profit: float
) -> float:
    """Tax of a firm that its city keeps: parts of product and profit tax, all local revenue."""
    profit = max(taxes - on_product - local, 0.0)
    return part_product * on_product + part_profit * profit + local


@compiled
def worth(
    tax: float, product: float, pay: float, product_weight: float, jobs_weight: float
) -> float:
    """What a firm is worth to its city in a year: tax, and product and pay by their weights."""
    return tax + product_weight * product + jobs_weight * pay


@compiled
def loss_of_origin(present: float, yearly: float, relief: float) -> float:
    """Loss of the city left: the present value of the yearly worth, less what it is rid of."""
    return present * yearly - relief


@compiled
def gain_of_host(present: float, yearly: float, bid: float, works: float) -> float:
    """Gain of the city chosen: the present value of the yearly worth, less bid and works."""
    return present * yearly - bid - works


@compiled
def credit_worth(part: float, product_weight: float, present: float, product: float) -> float:
    """Worth of a credit for part of the product, to the city that may count it."""
    return part * product_weight * present * product


@compiled
def gap_of_origin(loss: float, blocking: float, lump: float, credit: float) -> float:
    """What the origin still lacks when blocking costs, a lump sum and a credit are counted."""
    return loss - blocking - lump - credit


@compiled
def share_over(amount: float, present: float, tax: float) -> float:
    """Share of a tax that is worth an amount over the years of sharing."""
    base = present * tax
    if base > 0.0:
        return amount / base
    return NEVER if amount > 0.0 else -NEVER if amount < 0.0 else 0.0


@compiled
def least_share(
    loss: float, blocking: float, lump: float, credit: float, present: float, tax: float
) -> float:
    """Least share of the tax at which the origin consents (theta_min)."""
    return share_over(gap_of_origin(loss, blocking, lump, credit), present, tax)


@compiled
def largest_share(gain: float, lump: float, split: float, present: float, tax: float) -> float:
    """Largest share of the tax at which the destination still gains (theta_max).

    It also pays the lump sum and gives up the product that a split credit takes off its own.
    """
    return share_over(gain - lump - split, present, tax)


@compiled
def origin_consents(share: float, least: float) -> bool:
    """Tell whether the origin lets the firm go: the share reaches the least that it asks."""
    return share >= least


@compiled
def host_consents(share: float, largest: float) -> bool:
    """Tell whether the destination takes the firm: the share is no more than it can give."""
    return share <= largest


@compiled
def joint_surplus(gain: float, loss: float, blocking: float) -> float:
    """Surplus S of both cities together, with the cost of blocking that is spared."""
    return gain + blocking - loss


@compiled
def nash_transfer(loss: float, blocking: float, surplus: float, power: float) -> float:
    """Pay of the origin after bargaining: its net loss and its part of the surplus (L11)."""
    return (loss - blocking) + power * surplus


@compiled
def fund_payment(surplus: float, own_gain: float, balance: float) -> float:
    """What a fund adds to a lacking surplus: no more than its own gain and what it holds.

    A surplus that stays negative is not worth paying for, so the fund then pays nothing.
    """
    lacking = max(-surplus, 0.0)
    return lacking if lacking <= min(own_gain, balance) else 0.0


@compiled
def winning_bid(value: float, limit: float, second: float) -> float:
    """Bid of the winner: as much as makes the firm prefer it to the second best offer."""
    return min(max(second - value, 0.0), limit)


@compiled
def sharing_years(years: float, extension: float, tax: float, threshold: float) -> float:
    """Years of sharing, extended where a firm pays little tax."""
    return years + (extension if tax < threshold else 0.0)
