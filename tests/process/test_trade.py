"""Buyers choose among origins by price and travel time."""

import numpy as np

from sezsim.process.trade import share_purchases

CITIES, ORIGINS, INDUSTRIES = 8, 11, 19
RNG = np.random.default_rng(7)


def shares(price, outside, time, *, sigma=4.0, weight=None, delta=1.0, freight=1.0):
    weight = RNG.uniform(0.1, 1.0, (INDUSTRIES, ORIGINS, CITIES)) if weight is None else weight
    weight = weight / weight.sum(axis=1, keepdims=True)
    out, paid = np.empty_like(weight), np.empty((CITIES, INDUSTRIES))
    peers, freight = np.tile(outside, (CITIES, 1)), np.full_like(time, freight)
    share_purchases(
        weight, price, peers, outside, sigma, sigma, delta, 0.1, time, freight, out, paid
    )
    return weight, out, paid


def ones():
    return np.ones((CITIES, INDUSTRIES)), np.ones(INDUSTRIES), np.ones((CITIES, CITIES))


def test_opening_prices_reproduce_the_flows_of_2010():
    weight, out, paid = shares(*ones())
    np.testing.assert_allclose(out, weight)
    np.testing.assert_allclose(paid, 1.0)


def test_shares_add_up_to_one_at_any_price():
    price, outside, time = ones()
    _, out, _ = shares(price * RNG.uniform(0.5, 2.0, price.shape), outside, time)
    np.testing.assert_allclose(out.sum(axis=1), 1.0)


def test_relative_demand_has_elasticity_one_minus_sigma():
    price, outside, time = ones()
    dearer = price.copy()
    dearer[2] *= 1.1
    weight, before, _ = shares(price, outside, time)
    _, after, _ = shares(dearer, outside, time, weight=weight)
    slope = np.log(after[:, 2] / after[:, 3]) - np.log(before[:, 2] / before[:, 3])
    np.testing.assert_allclose(slope / np.log(1.1), 1.0 - 4.0, rtol=1e-9)


def test_gravity_on_simulated_flows_returns_the_distance_elasticity():
    """Limit L13: with origin and destination effects the slope on travel time is -delta."""
    price, outside, _ = ones()
    time = RNG.uniform(0.5, 2.0, (CITIES, CITIES))
    weight = np.outer(RNG.uniform(0.5, 1.5, ORIGINS), np.ones(CITIES))
    weight = np.repeat(weight[None], INDUSTRIES, axis=0)
    delta = 1.3
    _, out, _ = shares(price, outside, time, weight=weight, delta=delta)
    logs = np.log(out[0, :CITIES])
    flat = logs - logs.mean(axis=0) - logs.mean(axis=1, keepdims=True) + logs.mean()
    far = np.log(time)
    far = far - far.mean(axis=0) - far.mean(axis=1, keepdims=True) + far.mean()
    slope = (flat * far).sum() / (far * far).sum()
    np.testing.assert_allclose(slope, -delta, rtol=1e-6)


def test_the_price_index_lies_between_the_cheapest_and_the_dearest_origin():
    price, outside, time = ones()
    mixed = price * RNG.uniform(0.8, 1.2, price.shape)
    _, _, paid = shares(mixed, outside, time)
    assert (paid >= min(mixed.min(), 1.0) - 1e-12).all()
    assert (paid <= max(mixed.max(), 1.0) + 1e-12).all()


def test_dearer_freight_costs_trade_what_its_part_of_the_price_does():
    price, outside, time = ones()
    weight, before, _ = shares(price, outside, time)
    _, after, _ = shares(price, outside, time, weight=weight, freight=1.2)
    local, abroad = (
        after[:, :CITIES] / before[:, :CITIES],
        after[:, CITIES:] / before[:, CITIES:],
    )
    np.testing.assert_allclose(local[:, 0] / abroad[:, 0], 1.2 ** (0.1 * (1.0 - 4.0)))
