"""Which kernels does a quarter of the baseline call from Python, and for which arguments?

Writes the list by which a cold start shares out the compiling; run it after a change of kernels. A
first process compiles: what one kernel calls inside another shows up only where it is compiled.
"""

import subprocess
import sys

from sezsim.definitions.signatures import LIST, called
from sezsim.zone import live_a_quarter


def main() -> None:
    """Live a quarter and write the list."""
    compiling = "from sezsim.zone import live_a_quarter; live_a_quarter()"
    subprocess.run([sys.executable, "-c", compiling], check=True)  # noqa: S603 - our own words
    live_a_quarter()
    found = called()
    lines = [f"{kernel} {arguments!r}\n" for kernel, arguments in found]
    LIST.write_text("".join(lines), encoding="utf-8")
    print(f"{len(found)} kernels: {LIST}")


if __name__ == "__main__":
    main()
