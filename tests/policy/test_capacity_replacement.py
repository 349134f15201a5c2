"""Who builds must retire capacity: the stricter of two ratios holds, with its own market."""

from sezsim.definitions.industry import Industry
from sezsim.definitions.phase_out import TradeScope


def test_the_stricter_ratio_holds_with_the_market_that_it_brings(enacted):
    strict = ("capacity_replacement", {"industry": "steel", "ratio": 1.5, "trade": "city"})
    loose = ("capacity_replacement", {"industry": "steel", "ratio": 1.0, "trade": "zone"})
    for order in ((strict, loose), (loose, strict)):
        rules = enacted("2012-01", *order)
        assert rules.replacement_ratio[Industry.STEEL] == 1.5
        assert rules.rights_scope[Industry.STEEL] == TradeScope.CITY


def test_other_industries_go_on_building_freely(enacted):
    rules = enacted("2012-01", ("capacity_replacement", {"industry": "steel", "ratio": 1.25}))
    assert rules.replacement_ratio.sum() == 1.25
