"""What a run at 1:1000 leaves behind stays within its share of a folder."""

from sezsim.ensemble.running import run
from sezsim.scenario import shipped_comparison

MOST = 200_000  # bytes a run


def test_runs_leave_no_more_than_their_share(tmp_path):
    shipped = shipped_comparison()
    run(
        shipped,
        replicates=1,
        persons_per_agent=1000,
        workers=1,
        out=tmp_path,
        quiet=True,
    )
    for scenario in shipped:
        parts = list(tmp_path.glob(f"*/{scenario}-0001-*.parquet"))
        assert {part.parent.name for part in parts} == {
            "panel", "flows", "events", "people", "groups"
        }  # fmt: skip
        assert sum(part.stat().st_size for part in parts) <= MOST, scenario
