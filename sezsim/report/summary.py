"""The first screen in words: what each reform does, to whom, and how sure that is."""

from dataclasses import dataclass

from sezsim.definitions.wording import Words
from sezsim.report.sentences import change_sentence
from sezsim.report.study import Study
from sezsim.report.style import reform_style


@dataclass(frozen=True)
class Card:
    """What the first screen says about one reform."""

    title: Words
    question: Words
    colour: str
    what: tuple[Words, ...]


def cards(study: Study) -> list[Card]:
    """Return one card per reform."""
    return [
        Card(
            study.title(reform),
            study.text(reform).question,
            reform_style(i)[0],
            tuple(change_sentence(study, reform, name, study.year) for name in ("gdp_real", "employed")),
        )
        for i, reform in enumerate(study.reforms)
    ]
