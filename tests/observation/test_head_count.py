"""Everybody alive is counted once, where he or she lives."""

import numpy as np
import pytest

from sezsim.observation.head_count import (
    BINS,
    IN_TOWN,
    INSURED,
    RECIPIENTS,
    RESIDENTS,
    SCHOOLING,
    STRANGERS,
    count_heads,
    sum_heads,
)
from sezsim.state.workers import Status
from sezsim.zone import Zone

WIDTH = 150.0


@pytest.fixture(scope="module")
def workers():
    zone = Zone.open("baseline", persons_per_agent=5000, until="2010-03")
    zone.run()
    workers = zone.economy.workers
    workers.alive[:50] = False
    workers.benefit_left[: workers.count : 7] = 3
    return workers


def by_city(workers, values):
    rows = slice(0, workers.count)
    living = workers.alive[rows]
    return np.bincount(workers.city[rows][living], np.asarray(values)[rows][living], 8)


def test_residents_are_adults_and_their_children(workers):
    children = (workers.child_one >= 0).astype(int) + (workers.child_two >= 0)
    heads = sum_heads(*count_heads(workers, WIDTH)).heads
    np.testing.assert_array_equal(heads[:, RESIDENTS], by_city(workers, 1 + children))
    np.testing.assert_array_equal(
        heads[:, IN_TOWN], by_city(workers, (1 + children) * workers.urban)
    )


def test_every_adult_has_one_activity(workers):
    by_status = sum_heads(*count_heads(workers, WIDTH)).by_status
    for status in Status:
        found = by_city(workers, workers.status == status)
        np.testing.assert_array_equal(by_status[:, status], found)


def test_strangers_are_registered_elsewhere(workers):
    heads = sum_heads(*count_heads(workers, WIDTH)).heads
    elsewhere = workers.hukou_city != workers.city
    np.testing.assert_array_equal(heads[:, STRANGERS], by_city(workers, elsewhere))
    np.testing.assert_array_equal(heads[:, SCHOOLING], by_city(workers, workers.skill))


def test_only_employees_are_insured_and_only_the_idle_draw_benefit(workers):
    heads = sum_heads(*count_heads(workers, WIDTH)).heads
    insured = (workers.status == Status.EMPLOYED) & (workers.insured == 1)
    drawing = (workers.status == Status.UNEMPLOYED) & (workers.benefit_left > 0)
    assert drawing.any()
    np.testing.assert_array_equal(heads[:, INSURED], by_city(workers, insured))
    np.testing.assert_array_equal(heads[:, RECIPIENTS], by_city(workers, drawing))


def test_pay_by_class_adds_up_to_the_pay_of_employees(workers):
    counted = sum_heads(*count_heads(workers, WIDTH))
    employed = workers.status == Status.EMPLOYED
    pay = np.where(employed, workers.last_pay, 0.0)
    np.testing.assert_allclose(counted.pay[:, :BINS].sum(axis=1), by_city(workers, pay))
    np.testing.assert_array_equal(counted.classes.sum(axis=1), by_city(workers, employed))
    mean = counted.pay[:, :BINS] / np.maximum(counted.classes, 1)
    inside = counted.classes[:, : BINS - 1] > 0
    assert (np.floor(mean[:, : BINS - 1] / WIDTH) == np.arange(BINS - 1))[inside].all()
