"""What drives the model from outside: SALib and scipy.optimize call sezsim.evaluate as it is."""

import numpy as np
import pytest
from SALib.analyze import morris
from SALib.sample import morris as paths
from scipy.optimize import minimize_scalar
from test_ensemble import made_up

import sezsim
from sezsim.ensemble import running

BEST = 3.2  # trade.sigma at which the made-up product is highest


def bent(task):
    """Return a made-up run whose product is highest at one value of a parameter."""
    record = made_up(task)
    record.panel[:, :, 0] -= 20.0 * (task.scenario.parameters.trade.sigma - BEST) ** 2
    return record


@pytest.fixture(autouse=True)
def runs_that_cost_nothing(monkeypatch):
    monkeypatch.setattr(running, "one_run", bent)


def product(sigma, replicate=1):
    return sezsim.evaluate("baseline", {"trade.sigma": float(sigma)}, replicate=replicate)[
        "gdp_real.2010"
    ]


def test_scipy_finds_the_value_at_which_product_is_highest():
    found = minimize_scalar(lambda sigma: -product(sigma), bounds=(2.0, 5.0), method="bounded")
    assert found.x == pytest.approx(BEST, abs=0.01)


def test_salib_finds_the_parameter_that_matters():
    problem = {
        "num_vars": 2,
        "names": ["trade.sigma", "trade.delta"],
        "bounds": [[2.0, 5.0], [0.6, 1.4]],
    }
    points = paths.sample(problem, 10, seed=1)
    found = [
        sezsim.evaluate(
            "baseline", dict(zip(problem["names"], map(float, point), strict=True))
        )["gdp_real.2010"]
        for point in points
    ]
    effects = morris.analyze(problem, points, np.array(found), seed=1)
    assert effects["mu_star"][0] > 1.0
    assert effects["mu_star"][1] == pytest.approx(0.0)
