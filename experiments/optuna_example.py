"""Which quotas lose least product for the sulphur they save? Optuna searches.

Needs the extra [examples]. Each trial is the mean of a few replicates of the phase-out.
"""

import argparse

import numpy as np
import optuna

import sezsim

NAMES = ("policies.steel_phase_out.quota", "policies.coal_phase_out.quota")
TINY = 1e-9  # against division by nothing
SULPHUR, PRODUCT = "so2.2015", "gdp_real.2015"


def main() -> None:
    """Search two quotas for the Pareto set of sulphur saved and product lost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--trials", type=int, default=40)
    options.add_argument("--replicates", type=int, default=4)
    options.add_argument("--persons-per-agent", type=int, default=5000)
    asked = options.parse_args()

    def mean(settings: dict[str, float], scenario: str) -> np.ndarray:
        runs = [
            sezsim.evaluate(
                scenario, settings, replicate=i, persons_per_agent=asked.persons_per_agent
            )
            for i in range(1, asked.replicates + 1)
        ]
        return np.mean([[run[SULPHUR], run[PRODUCT]] for run in runs], axis=0)

    before = mean({}, "baseline")

    def changes(trial: optuna.Trial) -> tuple[float, float]:
        settings = {name: trial.suggest_float(name, 0.0, 1.0) for name in NAMES}
        sulphur, product = 100.0 * (mean(settings, "phase_out_with_award") / before - 1.0)
        return float(sulphur), float(product)

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    sampler = optuna.samplers.TPESampler(seed=1)
    study = optuna.create_study(directions=["minimize", "maximize"], sampler=sampler)
    study.optimize(changes, n_trials=asked.trials)
    print("Pareto set: change of sulphur dioxide and of real product in 2015, %")
    best = sorted(study.best_trials, key=lambda each: each.values[0])
    for trial in best:
        quotas = ", ".join(f"{name} {value:.2f}" for name, value in trial.params.items())
        print(f"{trial.values[0]:+.2f}  {trial.values[1]:+.2f}  {quotas}")
    cheap = max(best, key=lambda each: each.values[1] / max(-each.values[0], TINY))
    quotas = " and ".join(
        f"{name.split('.')[1]} {value:.2f}" for name, value in cheap.params.items()
    )
    print(
        f"Least product is lost per sulphur saved with the quotas {quotas}: "
        f"{cheap.values[1] / max(-cheap.values[0], TINY):+.2f}% of product for each 1% of sulphur."
    )


if __name__ == "__main__":
    main()
