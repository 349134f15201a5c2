"""How does DuckDB read a stored panel? Unemployment by city and scenario, straight from the parts.

Needs the extra [examples] and a result folder: `sezsim run --out DIR`.
"""

import argparse
from pathlib import Path

import duckdb

QUERY = """
SELECT scenario, city, substr(month, 1, 4) AS year,
       round(100 * avg(unemployment_rate), 2) AS unemployment_percent,
       round(100 * (quantile_cont(unemployment_rate::DOUBLE, 0.9)
                    - quantile_cont(unemployment_rate::DOUBLE, 0.1)), 2) AS spread_points
FROM read_parquet(?)
WHERE month >= '2015-01' AND month <= '2015-12'
GROUP BY ALL
ORDER BY scenario, unemployment_percent DESC
"""


def main() -> None:
    """Query all parts of the panel at once."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    asked = options.parse_args()
    found = duckdb.execute(QUERY, [str(asked.folder / "panel" / "*.parquet")])
    print(*(column[0] for column in found.description), sep="\t")
    rows = found.fetchall()
    for row in rows:
        print(*row, sep="\t")
    for scenario in dict.fromkeys(row[0] for row in rows):
        cities = [row for row in rows if row[0] == scenario and row[1] != "zone"]
        most, least = cities[0], cities[-1]
        print(
            f"{scenario}: most unemployed in {most[1]} ({most[3]}%), fewest in {least[1]} ({least[3]}%)."
        )


if __name__ == "__main__":
    main()
