"""Storage: the units that hold notes."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field

from devices.contract.cash import CashCounts, StorageCashIn
from devices.contract.message import ErrorPayload
from devices.contract.wire import Wire, wire_name


class UnitState(StrEnum):
    OK = "ok"
    INOPERATIVE = "inoperative"
    MISSING = "missing"
    NOT_CONFIGURED = "notConfigured"
    MANIPULATED = "manipulated"
    """Taken out and put back without an exchange."""


class ItemTypes(Wire):
    fit: bool | None = None
    unfit: bool | None = None


class UnitTypes(Wire):
    cash_in: bool | None = None


class CashUnitCapabilities(Wire):
    types: UnitTypes | None = None
    items: ItemTypes | None = None
    hardware_sensors: bool | None = None
    cash_items: tuple[str, ...] | None = None


class CashUnitConfiguration(Wire):
    types: UnitTypes | None = None
    items: ItemTypes | None = None
    currency: str | None = None
    high_threshold: int | None = None
    cash_items: tuple[str, ...] | None = None


class Accuracy(StrEnum):
    ACCURATE = "accurate"
    ACCURATE_SET = "accurateSet"
    INACCURATE = "inaccurate"
    """The device has counted otherwise than its host, and nobody has settled it."""
    UNKNOWN = "unknown"


class Replenishment(StrEnum):
    OK = "ok"
    FULL = "full"
    HIGH = "high"
    LOW = "low"
    EMPTY = "empty"


class CashUnitStatus(Wire):
    index: int | None = None
    initial: CashCounts | None = None
    incoming: StorageCashIn | None = None
    accuracy: Accuracy | None = None
    replenishment_status: Replenishment | None = None


class CashUnit(Wire):
    capabilities: CashUnitCapabilities | None = None
    configuration: CashUnitConfiguration | None = None
    status: CashUnitStatus | None = None


class StorageUnit(Wire):
    id: str | None = None
    position_name: str | None = None
    capacity: int | None = None
    status: UnitState | None = None
    serial_number: str | None = None
    cash: CashUnit | None = None


class Storage(ErrorPayload):
    storage: dict[str, StorageUnit] | None = None


class ChangedUnits(Wire):
    """StorageChangedEvent, StorageThresholdEvent, CountsChangedEvent: the units are top-level keys."""

    model_config = ConfigDict(frozen=True, alias_generator=wire_name, populate_by_name=True, extra="allow")
    __pydantic_extra__: dict[str, StorageUnit] = Field(init=False)

    @property
    def units(self) -> dict[str, StorageUnit]:
        return dict(self.__pydantic_extra__)
