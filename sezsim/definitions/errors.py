"""What goes wrong, one exception a kind of mistake; each message tells a stranger what to do."""


class SezsimError(Exception):
    """Any mistake that sezsim explains."""


class DataError(SezsimError, ValueError):
    """A figure of the calibration data is missing, damaged or contradicts the others."""


class ScenarioError(SezsimError, ValueError):
    """A scenario, a parameter or a setting is not admitted."""


class AccountingError(SezsimError):
    """Money was created or destroyed outside the books."""


class ResultError(SezsimError):
    """A result folder is missing, damaged or cannot be written."""
