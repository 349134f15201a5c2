"""How does SALib drive the model? Three parameters and their parts in unemployment in Anshan.

Any method of SALib, or of scipy.optimize, needs a problem and a plain function: sezsim.evaluate.
"""

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
REPLICATES = 8
HARMONICS = 4  # of the Fourier series of each parameter
FEWEST = 6 * HARMONICS  # points: an interval takes half of them at a time


def main() -> None:
    """Sample, evaluate, analyse."""
    asked = sezsim.options(__doc__, points=64, persons_per_agent=5000)
    points = latin.sample(PROBLEM, max(asked.points, FEWEST), seed=1)

    def outcome(point: np.ndarray, replicate: int) -> float:
        settings = dict(zip(PROBLEM["names"], point.tolist(), strict=True))
        run = sezsim.evaluate(
            "baseline",
            settings,
            replicate=replicate,
            persons_per_agent=asked.persons_per_agent,
        )
        return run[OUTCOME]

    found = np.array([outcome(point, 1 + i % REPLICATES) for i, point in enumerate(points)])
    parts = rbd_fast.analyze(PROBLEM, points, found, M=HARMONICS, seed=1).to_df()
    print(f"part of the variance (S1) and half of its interval, %, from {len(points)} points")
    print((100.0 * parts).round(1).to_string())
    print(f"{OUTCOME} hangs most on {parts['S1'].idxmax()}.")


if __name__ == "__main__":
    main()
