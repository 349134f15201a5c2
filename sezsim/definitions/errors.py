"""What goes wrong, one exception a kind of mistake; each message tells a stranger what to do."""


class SezsimError(Exception):
    """Any mistake that sezsim explains; every argument is one problem."""

    @property
    def problems(self) -> tuple[str, ...]:
        """All problems found, each with its place if it has one."""
        return tuple(str(problem) for problem in self.args)

    def __str__(self) -> str:
        """Write one problem a line."""
        return "\n".join(self.problems)


class DataError(SezsimError, ValueError):
    """A figure of the calibration data is missing, damaged or contradicts the others."""


class ScenarioError(SezsimError, ValueError):
    """A scenario, a parameter or a setting is not admitted."""


class AccountingError(SezsimError):
    """Money was created or destroyed outside the books."""


class ResultError(SezsimError):
    """A result folder is missing, damaged or cannot be written."""
