"""Cities are paid by the province for those whom they register, and register more."""

RULE = ("registration_rule", {"cities": "all", "quota": 20})
MONEY = ("money_follows_people", {"registered": 1.0})


def test_more_are_registered_when_the_money_follows_and_the_province_pays(payments):
    without, _ = payments(RULE, converts=True)
    following, paid = payments(RULE, MONEY, converts=True)
    assert following > 1.5 * without
    transfers = paid["transfers that follow people"]
    assert transfers[8, :8].sum() > 0
    assert transfers.sum() == transfers[8, :8].sum()
