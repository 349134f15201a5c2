"""A floor common to all cities limits what they may bid; the lower of two limits holds."""


def test_the_lower_limit_on_bids_holds(enacted):
    rules = enacted(
        "2011-01", ("land_price_floor", {"bidding": 0.4}),
        ("land_price_floor", {"id": "later", "bidding": 0.7}),
    )  # fmt: skip
    assert rules.bid_limit == 0.4
