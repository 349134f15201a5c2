"""The settings of a script, each of them an option of its command line."""

import argparse
from typing import Any


def options(question: str | None, **defaults: Any) -> argparse.Namespace:
    """Return the settings of a script with what its command line changes.

    An option is read as what its default is: a number, a word, or several of them where the default
    is a list; one that is True or False is switched by --name and --no-name. The question, mostly
    `__doc__`, is what --help shows first.

        asked = sezsim.options(__doc__, replicates=8, months=[36, 24, 12])
        # python my_script.py --replicates 4 --months 12 6
    """
    reader = argparse.ArgumentParser(
        description=question, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, default in defaults.items():
        several = isinstance(default, list)
        read: dict[str, Any] = {"type": type(default[0] if several else default)}
        if several:
            read["nargs"] = "+"
        if isinstance(default, bool):
            read = {"action": argparse.BooleanOptionalAction}
        flag = f"--{name.replace('_', '-')}"
        reader.add_argument(flag, default=default, help="default: %(default)s", **read)
    return reader.parse_args()
