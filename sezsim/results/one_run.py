"""One run: open the zone under a scenario and live it to its end."""

from sezsim.observation.run_record import RunRecord
from sezsim.results.addresses import Task
from sezsim.zone import Zone


def one_run(task: Task) -> RunRecord:
    """Return what a run of the zone leaves in memory."""
    zone = Zone.open(
        task.scenario,
        persons_per_agent=task.persons_per_agent,
        replicate=task.replicate,
        seed=task.seed,
        until=task.until,
        trace=task.trace,
    )
    return zone.run()
