"""How does SALib drive the model? Delta indices of three parameters on unemployment in Anshan.

Any method of SALib, or of scipy.optimize, needs a problem and a plain function: sezsim.evaluate.
"""

import argparse

import numpy as np
from SALib.analyze import delta
from SALib.sample import latin

import sezsim

PROBLEM = {
    "num_vars": 3,
    "names": ["trade.sigma", "labour_market.job_finding", "investment.speed"],
    "bounds": [[2.0, 5.0], [0.07, 0.14], [0.1, 0.5]],
}
OUTCOME = "unemployment_rate.anshan.2015"


def main() -> None:
    """Sample, evaluate, analyse."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--points", type=int, default=64)
    options.add_argument("--persons-per-agent", type=int, default=5000)
    asked = options.parse_args()
    points = latin.sample(PROBLEM, asked.points, seed=1)
    found = [
        sezsim.evaluate(
            "baseline",
            dict(zip(PROBLEM["names"], map(float, point), strict=True)),
            replicate=1 + i % 8,
            persons_per_agent=asked.persons_per_agent,
        )[OUTCOME]
        for i, point in enumerate(points)
    ]
    indices = delta.analyze(PROBLEM, points, np.array(found), seed=1)
    for name, value, half in zip(
        PROBLEM["names"], indices["delta"], indices["delta_conf"], strict=True
    ):
        print(f"{name:28s} delta {value:.3f} +- {half:.3f}")


if __name__ == "__main__":
    main()
