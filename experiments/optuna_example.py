"""Which quotas lose least product for the sulphur they save? Optuna searches.

Needs the extra [examples]. Each trial is the mean of a few replicates of the phase-out.
"""

import optuna
import pandas as pd

import sezsim

STEEL, COAL = "policies.steel_phase_out.quota", "policies.coal_phase_out.quota"
SULPHUR, PRODUCT = "so2.2015", "gdp_real.2015"


def main() -> None:
    """Search two quotas for the Pareto set of sulphur saved and product lost."""
    asked = sezsim.options(__doc__, trials=40, replicates=4, persons_per_agent=5000)

    def mean(scenario: str, settings: dict[str, float]) -> pd.Series:
        scale = asked.persons_per_agent
        return pd.DataFrame(
            sezsim.evaluate(scenario, settings, replicate=each, persons_per_agent=scale)
            for each in range(1, asked.replicates + 1)
        )[[SULPHUR, PRODUCT]].mean()

    before, tried = mean("baseline", {}), []
    sampler = optuna.samplers.TPESampler(seed=1)
    study = optuna.create_study(directions=["minimize", "maximize"], sampler=sampler)
    for _ in range(asked.trials):
        trial = study.ask()
        quotas = {name: trial.suggest_float(name, 0.0, 1.0) for name in (STEEL, COAL)}
        change = 100.0 * (mean("phase_out_with_award", quotas) / before - 1.0)
        study.tell(trial, change.to_list())
        tried.append(quotas | change.to_dict())
    best = pd.DataFrame(tried).loc[[trial.number for trial in study.best_trials]]
    best["ratio"] = best[PRODUCT] / (-best[SULPHUR]).clip(lower=1e-9)  # a rise saves nothing
    print("Pareto set: change of sulphur dioxide and of product in 2015, %, and their ratio")
    print(best.sort_values(SULPHUR).round(2).to_string(index=False))
    steel, coal, *_, ratio = best.loc[best["ratio"].idxmax()]
    print(f"Least product is lost with quotas of {steel:.2f} (steel) and {coal:.2f} (coal):")
    print(f"{ratio:+.2f}% for each 1% of sulphur saved.")


if __name__ == "__main__":
    main()
