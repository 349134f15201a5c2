"""Numbers as they are written."""

import pytest

from sezsim.report.numbers import DASH, plain, rounded, scaled_digits, short, signed


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (1234567.0, 0, "1,234,567"),
        (-0.04, 1, "0.0"),
        (-1.25, 2, "\u22121.25"),
        (15495.0, -3, "15,000"),
        (float("nan"), 1, DASH),
    ],
)
def test_plain(value, digits, text):
    assert plain(value, digits) == text


def test_zero_has_no_sign():
    assert [signed(value, 1) for value in (0.0, 0.01, 0.2, -0.2)] == [
        "0.0",
        "0.0",
        "+0.2",
        "\u22120.2",
    ]


def test_two_digits_count():
    assert [short(value) for value in (15495.0, 0.1234, -7.26, 99.6)] == [
        "15,000",
        "0.12",
        "7.3",
        "100",
    ]
    assert rounded(8450.0) == 8400.0
    assert scaled_digits(0.012, -3.4) == 1
    assert scaled_digits(-18463.0, 5.0) == -3
