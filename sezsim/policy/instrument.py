"""What a policy instrument (政策工具) is: dates, settings, and what it does in a month.

An instrument acts through three doors only: the rules that processes read, the books through
which money moves, and marks on the state. Rules return to neutral every month, so no policy
outlives its dates. An instrument that acts through rules may be rolled out: its rules then move
evenly from those without it to its own.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from enum import Enum, auto
from types import GenericAlias
from typing import Any, ClassVar, Self, get_args

from pydantic import Field, ValidationError, ValidationInfo, field_validator, model_validator

from sezsim.accounting.books import Books
from sezsim.base_year.plan_names import Together, sentence_of
from sezsim.definitions.calendar import MONTHS_A_YEAR, Month
from sezsim.definitions.declare import Declared
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.explain import declared, explain
from sezsim.definitions.likely import intention
from sezsim.definitions.wording import Language, Words, named
from sezsim.randomness import Draws
from sezsim.state.economy import Economy

PILOT = Month(3)  # 2010-04: the zone was approved on 2010-04-06
ALL = "all"
UNKNOWN = object()  # where no neutral value is declared
ROLLED_OUT = Words(
    "（逐月均匀推开，{month}起全面实施）", " (comes in evenly, in full from {month} on)"
)


class Moment(Enum):
    """When in a month an instrument acts."""

    RULING = auto()  # first: rules that follow from settings, month and opening structure alone
    REGULATION = auto()  # then rules that look at the economy, before anyone decides
    SETTLEMENT = auto()  # after taxes


class Instrument(Declared, ABC):
    """A policy between two months."""

    moment: ClassVar[Moment]
    title: ClassVar[Words]
    sentence: ClassVar[Words]  # what it does; settings stand in braces
    together: ClassVar[str] = ""  # the setting by which several policies share a sentence
    earliest: ClassVar[Month] = PILOT

    id: str = Field(
        description="name of the policy in the scenario", pattern=r"^[a-z][a-z0-9_]*$"
    )
    since: Month = Field(description="first month, such as 2011-01")
    until: Month = Field(description="last month, such as 2013-12")
    rolled_out: Month | None = Field(
        None, description="month from which it is in full force; it comes in evenly until then"
    )

    @classmethod
    def instrument(cls) -> str:
        """Return the name of the instrument, which is its file's."""
        return cls.__module__.rpartition(".")[2]

    @classmethod
    def beyond_settings(cls, row: str) -> str:  # noqa: ARG003 - who has more to say reads it
        """Say what a row of the plan's table does through it that no setting tells."""
        return ""

    @classmethod
    def read(cls, settings: dict[str, Any]) -> Self:
        """Read an instrument from settings as a scenario file writes them."""
        policy, problems = cls.attempt(settings)
        if policy is None:
            raise ScenarioError(*(message for _, message in problems))
        return policy

    @classmethod
    def attempt(cls, settings: dict[str, Any]) -> tuple[Self | None, list[tuple[str, str]]]:
        """Return the instrument, or None with the field and sentence of every problem."""
        try:
            return cls.model_validate({"id": cls.instrument(), **settings}), []
        except ValidationError as error:
            return None, explain(error, cls, cls.instrument(), "setting")

    @field_validator("*", mode="before")
    @classmethod
    def understand(cls, value: Any, info: ValidationInfo) -> Any:
        """Turn text into months and categories."""
        field = str(info.field_name)
        if value in ((), []) and cls.model_fields[field].default == ():
            return ()
        wanted = cls.model_fields[field].annotation
        return understood(wanted, value, f"{cls.instrument()}.{field}")

    @model_validator(mode="after")
    def check_dates(self) -> Self:
        """Refuse a policy that ends before it begins, or begins before the pilot."""
        if self.until < self.since:
            raise ScenarioError(
                f"{self.id} ends in {self.until}, before it begins in {self.since}; "
                "since and until are the first and the last month."
            )
        if self.rolled_out is not None and self.rolled_out < self.since:
            raise ScenarioError(
                f"{self.id} is rolled out by {self.rolled_out}, before it begins in {self.since}."
            )
        if self.rolled_out is not None and self.moment is Moment.SETTLEMENT:
            raise ScenarioError(
                f"{self.id} cannot be rolled out: {self.instrument()} moves money, not rules; "
                "leave rolled_out away."
            )
        if self.since < self.earliest:
            raise ScenarioError(
                f"{self.id} begins in {self.since}; {self.instrument()} is admitted "
                f"from {self.earliest} on."
            )
        return self

    def changed(self, **values: Any) -> Self:
        """Return a copy with some settings changed and all of them checked again."""
        return self.read({**dict(self), **values})

    def is_active(self, month: Month) -> bool:
        """Tell whether the policy is in force in a month."""
        return self.since <= month <= self.until

    def part_in_force(self, month: Month) -> float:
        """Return the part of the policy that is in force in a month: 1 once it is rolled out."""
        if self.rolled_out is None or month >= self.rolled_out:
            return 1.0
        lasts = self.rolled_out.number - self.since.number + 1
        return (month.number - self.since.number + 1) / lasts

    def years_in_force(self, month: Month) -> float:
        """Return the years for which the policy has been in force at the end of a month."""
        return (month.number - self.since.number + 1) / MONTHS_A_YEAR

    @abstractmethod
    def enact(self, economy: Economy, books: Books, draws: Draws) -> None:
        """Do what the policy does in a month."""

    def settings(self) -> dict[str, Any]:
        """Return all settings as a scenario file writes them."""
        return {name: named(value) for name, value in self if value is not None}

    def told(self) -> dict[str, Any]:
        """Return the settings as the sentence tells them."""
        return dict(self)

    def silent(self) -> set[str]:
        """Return the settings that change nothing, of which the sentence need not speak."""
        return {
            name
            for name, value in self
            if value == () or declared(type(self), name).get("neutral", UNKNOWN) == named(value)
        }

    def is_told_with(self, other: "Instrument") -> bool:
        """Tell whether another policy differs only in what one sentence can say of both."""
        names = {"id", self.together}
        return bool(self.together and type(self) is type(other)) and (
            self.model_dump(exclude=names) == other.model_dump(exclude=names)
        )

    def describe(self, language: Language, alike: Sequence["Instrument"] = ()) -> str:
        """Say in words what the policy does, and those alike, with their settings and dates."""
        settings = self.told()
        if alike:
            several = (policy.told()[self.together] for policy in (self, *alike))
            settings[self.together] = Together(several)
        said = sentence_of(self.sentence, settings.items(), language, self.silent())
        if self.rolled_out is None:
            return said
        return said + ROLLED_OUT.of(language).format(month=self.rolled_out)


def understood(wanted: Any, value: Any, name: str) -> Any:
    """Turn text into what a field wants; leave everything else to the checks that follow."""
    if wanted == Month | None and value is None:
        return None
    if wanted in (Month, Month | None):
        return value if isinstance(value, Month) else Month.read(value)
    if isinstance(wanted, GenericAlias) and wanted.__origin__ is tuple:
        return several(get_args(wanted)[0], value, name)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return category(wanted, value, name)
    return value


def several(kind: type[Enum], value: Any, name: str) -> tuple[Enum, ...]:
    """Read a list of categories, or 'all'."""
    if value == ALL:
        return tuple(kind)
    if not isinstance(value, list | tuple) or not value:
        raise ScenarioError(f"{name} = {value!r} is not a list; write it as [{value}] or all.")
    members = tuple(category(kind, item, name) for item in value)
    if len(set(members)) < len(members):
        raise ScenarioError(f"{name} names the same {kind.__name__.lower()} twice: {value}.")
    return members


def category(kind: type[Enum], value: Any, name: str) -> Enum:
    """Read a category by its lower-case name."""
    if isinstance(value, kind):
        return value
    members = {member.name.lower(): member for member in kind}
    if not isinstance(value, str) or value not in members:
        admitted = intention(str(value), members)
        raise ScenarioError(f"{name} = {value!r} is no {kind.__name__.lower()}. {admitted}")
    return members[value]
