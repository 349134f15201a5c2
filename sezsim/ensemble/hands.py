"""Who does the work: processes of this machine, or the workers of a cluster."""

from importlib import import_module
from typing import Any

from sezsim.definitions.errors import ScenarioError
from sezsim.results.crew import Crew, cores


def crew_of(workers: int | None, threads: int = 1, cluster: str | None = None) -> Any:
    """Return the crew asked for; the library of clusters is opened only where one is named."""
    if cluster is None:
        return Crew(cores() if workers is None else workers, threads)
    try:
        module = import_module("sezsim.ensemble.cluster")
    except ModuleNotFoundError as error:
        raise ScenarioError(
            f"--cluster needs {error.name}: install sezsim with its extra, "
            "python -m pip install -e '.[cluster]'."
        ) from error
    return module.ClusterCrew.of(cluster)
