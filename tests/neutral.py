"""Every instrument of the register at the settings that change nothing."""

from sezsim.definitions.explain import declared
from sezsim.policy import instruments, read_instrument

DATES = {"since": "2010-04", "until": "2010-12"}
NEEDED = {
    "industry": "steel",
    **dict.fromkeys(
        ("cities", "losing", "gaining", "industries", "encouraged", "restricted"), "all"
    ),
    "substances": ["so2", "cod"],
    "kind": "urban_poor",
}  # where and on what it acts


def neutral_settings(name):
    """Return the settings at which an instrument changes nothing; some may be left out."""
    instrument = instruments()[name]
    return {
        setting: value
        for setting in instrument.model_fields
        if (value := declared(instrument, setting).get("neutral", NEEDED.get(setting)))
        is not None
    }


def neutral(name, **dates):
    """Return an instrument at the settings that change nothing."""
    return read_instrument(name, neutral_settings(name) | DATES | dates)
