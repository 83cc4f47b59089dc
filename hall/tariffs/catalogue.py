"""Reads a utility's tariffs and late-fee rules from its TOML files."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from hall.tariffs.late_fee import DatedLateFeeRule, LateFeeRule, LateFees
from hall.tariffs.tariff import (
    Band,
    CustomerClass,
    LargeHousehold,
    NoTariffError,
    Tariff,
    TariffVersion,
    Tier,
    TimeBand,
)

UTILITY_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "utility"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every price of a utility."""

    tariffs: tuple[Tariff, ...]
    late_fees: LateFees

    def tariff(self, key: str) -> Tariff:
        for tariff in self.tariffs:
            if tariff.key == key:
                return tariff
        raise NoTariffError(f"no tariff {key!r}")


def read_catalogue(folder: Path = UTILITY_FOLDER) -> Catalogue:
    """Read `late_fee.toml` and `tariffs/*.toml`; pydantic's ValidationError names the field at fault."""
    tariffs = tuple(
        _TariffFile.model_validate(tomllib.loads(path.read_text("utf-8"))).to_tariff()
        for path in sorted((folder / "tariffs").glob("*.toml"))
    )
    late_fees = _LateFeeFile.model_validate(tomllib.loads((folder / "late_fee.toml").read_text("utf-8")))
    return Catalogue(tariffs, late_fees.to_late_fees())


def _millionths(text: object) -> int:
    """`"0.538"` is 538000 millionths: decimal text, so that no float ever touches a price."""
    if isinstance(text, str) and re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", text):
        return int(Decimal(text) * 1_000_000)
    raise ValueError("a price or rate is text such as '0.538', not negative, with at most six decimals")


Millionths = Annotated[int, BeforeValidator(_millionths)]
Kwh = Annotated[int, Field(ge=0)]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Band(_File):
    band: Band
    price: Millionths
    hours: str | None = None


class _Tier(_File):
    above_kwh: Kwh
    surcharge: Millionths


class _LargeHousehold(_File):
    persons: int = Field(ge=2)
    above_kwh: tuple[Kwh, ...]
    source: str

    def to_household(self) -> LargeHousehold:
        return LargeHousehold(self.persons, tuple(kwh * 1000 for kwh in self.above_kwh), self.source)


class _Version(_File):
    valid_from: date
    valid_to: date | None = None
    currency: str = Field(pattern=r"^[A-Z]{3}$")
    source: str = Field(min_length=1)
    band: tuple[_Band, ...] = Field(min_length=1)
    tier: tuple[_Tier, ...] = ()
    large_household: _LargeHousehold | None = None

    @model_validator(mode="after")
    def _tiers_rise(self) -> Self:
        starts = [tier.above_kwh for tier in self.tier]
        large = list(self.large_household.above_kwh) if self.large_household else starts
        for above in (starts, large):
            if above != sorted(set(above)) or above[:1] not in ([], [0]) or len(above) != len(starts):
                raise ValueError("tiers begin at 0 and rise, as many for large households as for others")
        return self

    def to_version(self) -> TariffVersion:
        return TariffVersion(
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            currency=self.currency,
            source=self.source,
            bands=tuple(TimeBand(band.band, band.price, band.hours) for band in self.band),
            tiers=tuple(Tier(tier.above_kwh * 1000, tier.surcharge) for tier in self.tier),
            large_household=self.large_household.to_household() if self.large_household else None,
        )


class _TariffFile(_File):
    key: str
    name: str
    name_en: str
    customer_class: CustomerClass
    version: tuple[_Version, ...] = Field(min_length=1)

    def to_tariff(self) -> Tariff:
        versions = tuple(version.to_version() for version in self.version)
        return Tariff(self.key, self.name, self.name_en, self.customer_class, versions)


class _LateFeeRule(_File):
    valid_from: date
    source: str = Field(min_length=1)
    customer_classes: frozenset[CustomerClass]
    this_year: Millionths
    carried_over: Millionths
    grace_days: int = Field(default=0, ge=0)
    minimum_minor: int = Field(default=0, ge=0)
    capped_at_principal: bool = True

    def to_rule(self) -> DatedLateFeeRule:
        rule = LateFeeRule(
            this_year_ppm=self.this_year,
            carried_over_ppm=self.carried_over,
            grace_days=self.grace_days,
            minimum_minor=self.minimum_minor,
            capped_at_principal=self.capped_at_principal,
        )
        return DatedLateFeeRule(self.valid_from, self.source, self.customer_classes, rule)


class _LateFeeFile(_File):
    rule: tuple[_LateFeeRule, ...]

    def to_late_fees(self) -> LateFees:
        return LateFees(tuple(rule.to_rule() for rule in self.rule))
