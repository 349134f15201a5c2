"""What a manifest tells about scenarios and parameters, so that a report needs no other source."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from sezsim.definitions.wording import LANGUAGES, Words
from sezsim.parameters import Parameters
from sezsim.report.tables import PARAMETER_COLUMNS, ScenarioText
from sezsim.scenario import Scenario, in_words


def told(scenarios: Sequence[Scenario]) -> dict[str, Any]:
    """Return titles, questions and differences of all scenarios, and the first one's parameters."""
    if not scenarios:
        return {}
    first = scenarios[0]
    return {
        "told": {scenario.name: words_of(scenario, first) for scenario in scenarios},
        "parameters": {each.name: each.value for each in first.parameters.listed()},
    }


def words_of(scenario: Scenario, first: Scenario) -> dict[str, Any]:
    """Return what is said about a scenario, in all languages."""
    return {
        "title": scenario.title._asdict(),
        "question": scenario.question._asdict(),
        "differences": {
            language: in_words(scenario, first, language) for language in LANGUAGES
        },
    }


def text_of(words: Mapping[str, Any]) -> ScenarioText:
    """Turn what a manifest tells about a scenario into what a report wants."""
    differences = words["differences"]
    pairs = zip(differences["zh"], differences["en"], strict=True)
    return ScenarioText(
        Words(**words["title"]),
        Words(**words["question"]),
        tuple(Words(zh, en) for zh, en in pairs),
    )


def parameter_table(values: Mapping[str, Any]) -> pd.DataFrame:
    """Return the parameters that were used, with their declarations as they are now."""
    rows = [
        (
            each.name,
            each.meaning,
            values[each.name],
            *each.within,
            each.unit,
            each.source,
            each.grade,
        )
        for each in Parameters().listed()
        if each.name in values
    ]
    return pd.DataFrame(rows, columns=list(PARAMETER_COLUMNS))
