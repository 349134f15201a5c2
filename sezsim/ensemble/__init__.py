"""Many runs (多次模拟): scenarios times replicates on all cores, and what they show."""

from sezsim.ensemble.result import Result
from sezsim.ensemble.running import evaluate, run

__all__ = ["Result", "evaluate", "run"]
