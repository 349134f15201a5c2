"""The parameters of all processes in one frozen tree, read by name: p.labour_market.pace."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Self

from pydantic import ValidationError

from sezsim.base_year.closures import Parameters as Opening
from sezsim.definitions.declare import Declared
from sezsim.definitions.errors import ScenarioError
from sezsim.definitions.explain import declared, explain, meaning
from sezsim.definitions.likely import intention
from sezsim.outside import Parameters as National
from sezsim.process.capacity_rights import Parameters as CapacityRights
from sezsim.process.city_choice import Parameters as CityChoice
from sezsim.process.closure import Parameters as Closure
from sezsim.process.commuting import Parameters as Commuting
from sezsim.process.credit_market import Parameters as CreditMarket
from sezsim.process.demography import Parameters as Demography
from sezsim.process.entry_and_exit import Parameters as EntryAndExit
from sezsim.process.evasion import Parameters as Evasion
from sezsim.process.expectations import Parameters as Expectations
from sezsim.process.goods_market import Parameters as GoodsMarket
from sezsim.process.housing import Parameters as Housing
from sezsim.process.income import Parameters as Income
from sezsim.process.innovation import Parameters as Innovation
from sezsim.process.investment import Parameters as Investment
from sezsim.process.labour_market import Parameters as LabourMarket
from sezsim.process.layoffs import Parameters as Layoffs
from sezsim.process.migration import Parameters as Migration
from sezsim.process.permits import Parameters as Permits
from sezsim.process.pollution import Parameters as Pollution
from sezsim.process.prices import Parameters as Prices
from sezsim.process.production import Parameters as Production
from sezsim.process.public_finance import Parameters as PublicFinance
from sezsim.process.rebuilding import Parameters as Rebuilding
from sezsim.process.relocation import Parameters as Relocation
from sezsim.process.reported_revenue import Parameters as ReportedRevenue
from sezsim.process.scrapping import Parameters as Scrapping
from sezsim.process.settlement import Parameters as Settlement
from sezsim.process.skills import Parameters as Skills
from sezsim.process.taxes import Parameters as Taxes
from sezsim.process.trade import Parameters as Trade
from sezsim.process.wages import Parameters as Wages


class Parameter(NamedTuple):
    """One parameter as declared, with its present value."""

    name: str
    value: Any
    meaning: str
    unit: str
    within: tuple[float, float]
    source: str
    grade: str


class Parameters(Declared):
    """The parameters of all processes; a group carries the name of its process."""

    capacity_rights: CapacityRights = CapacityRights()
    city_choice: CityChoice = CityChoice()
    closure: Closure = Closure()
    commuting: Commuting = Commuting()
    credit_market: CreditMarket = CreditMarket()
    demography: Demography = Demography()
    entry_and_exit: EntryAndExit = EntryAndExit()
    evasion: Evasion = Evasion()
    expectations: Expectations = Expectations()
    goods_market: GoodsMarket = GoodsMarket()
    housing: Housing = Housing()
    income: Income = Income()
    innovation: Innovation = Innovation()
    investment: Investment = Investment()
    labour_market: LabourMarket = LabourMarket()
    layoffs: Layoffs = Layoffs()
    migration: Migration = Migration()
    national: National = National()
    opening: Opening = Opening()
    permits: Permits = Permits()
    pollution: Pollution = Pollution()
    prices: Prices = Prices()
    production: Production = Production()
    public_finance: PublicFinance = PublicFinance()
    rebuilding: Rebuilding = Rebuilding()
    relocation: Relocation = Relocation()
    reported_revenue: ReportedRevenue = ReportedRevenue()
    scrapping: Scrapping = Scrapping()
    settlement: Settlement = Settlement()
    skills: Skills = Skills()
    taxes: Taxes = Taxes()
    trade: Trade = Trade()
    wages: Wages = Wages()

    def changed(self, values: Mapping[str, Any] | None = None, /, **groups: Any) -> Self:
        """Return a copy with values changed by dotted name, for example labour_market.pace."""
        whole = {name: getattr(self, name) for name in type(self).model_fields} | groups
        problems = list(unknown_names(self, values or {}))
        for name, changes in by_group(self, values or {}).items():
            group = whole[name]
            try:
                whole[name] = group.changed(**changes)
            except ValidationError as error:
                found = explain(error, type(group), name, "parameter")
                problems += [message for _, message in found]
        if problems:
            raise ScenarioError(*problems)
        return type(self).model_validate(whole)

    def digest(self) -> str:
        """Hash all values."""
        text = json.dumps(self.model_dump(mode="json"), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def listed(self) -> Iterator[Parameter]:
        """Yield every parameter with its declaration."""
        for group_name, group in self:
            for name, value in group:
                extra = declared(type(group), name)
                yield Parameter(
                    f"{group_name}.{name}",
                    value,
                    meaning(type(group), name),
                    extra["unit"],
                    tuple(extra["within"]),
                    extra["source"],
                    extra["grade"],
                )

    def differences(self, other: Self) -> dict[str, tuple[Any, Any]]:
        """Return the parameters whose values differ: name, (own value, the other's)."""
        pairs = zip(self.listed(), other.listed(), strict=True)
        return {
            own.name: (own.value, its.value) for own, its in pairs if own.value != its.value
        }


def unknown_names(parameters: Parameters, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for every name that is no parameter."""
    known = [parameter.name for parameter in parameters.listed()]
    for name in values:
        if name not in known:
            yield f"There is no parameter called '{name}'. {intention(name, known)}"


def by_group(parameters: Parameters, values: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Sort the known ones of dotted values by group."""
    known = {parameter.name for parameter in parameters.listed()}
    groups: dict[str, dict[str, Any]] = {}
    for name, value in values.items():
        if name in known:
            group, _, field = name.partition(".")
            groups.setdefault(group, {})[field] = value
    return groups
