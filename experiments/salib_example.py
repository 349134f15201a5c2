"""How does SALib drive the model? Three parameters and their parts in unemployment in Anshan.

Any method of SALib, or of scipy.optimize, needs a problem and a plain function: sezsim.evaluate.
"""

import argparse

import numpy as np
from SALib.analyze import rbd_fast
from SALib.sample import latin

import sezsim

PROBLEM = {
    "num_vars": 3,
    "names": ["trade.sigma", "labour_market.job_finding", "investment.speed"],
    "bounds": [[2.0, 5.0], [0.07, 0.14], [0.1, 0.5]],
}
OUTCOME = "unemployment_rate.anshan.2015"
HARMONICS = 4  # of the Fourier series of each parameter
FEWEST = 6 * HARMONICS  # points: an interval takes half of them at a time


def main() -> None:
    """Sample, evaluate, analyse."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--points", type=int, default=64)
    options.add_argument("--persons-per-agent", type=int, default=5000)
    asked = options.parse_args()
    if asked.points < FEWEST:
        options.error(f"--points {asked.points}: take {FEWEST} points or more.")
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
    parts = rbd_fast.analyze(PROBLEM, points, np.array(found), M=HARMONICS, seed=1)
    for name, part, half in zip(PROBLEM["names"], parts["S1"], parts["S1_conf"], strict=True):
        print(f"{name:28s} part of the variance {part:6.1%} +- {half:.1%}")
    first = PROBLEM["names"][int(np.argmax(parts["S1"]))]
    print(f"{OUTCOME} hangs most on {first}.")


if __name__ == "__main__":
    main()
