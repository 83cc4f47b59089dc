"""CashAcceptor and CashManagement: notes that come in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic import ConfigDict, Field

from devices.contract.message import ErrorPayload
from devices.contract.wire import Value, Wire, to_minor, wire_name


class CashItem(Wire):
    note_id: int | None = None
    currency: str | None = None
    value: Value | None = None
    release: int | None = None

    @property
    def minor(self) -> int:
        """Its value in minor units. Raises ValueError when it has none."""
        if self.value is None or self.currency is None:
            raise ValueError("a note without value or currency")
        return to_minor(self.value, self.currency)


class BankNote(Wire):
    cash_item: CashItem
    enabled: bool = False


class BankNoteTypes(Wire):
    """Keyed by a note type's free name, which every other message uses: look it up, never take it apart."""

    items: dict[str, BankNote] | None = None


class NoteTypeSwitch(Wire):
    item: str
    enabled: bool


class ConfigureNoteTypes(Wire):
    items: tuple[NoteTypeSwitch, ...]


class CashInStart(Wire):
    teller_id: int | None = None
    use_recycle_units: bool | None = None
    output_position: str | None = None
    input_position: str | None = None
    total_items_limit: int | None = None
    amount_limit: tuple[dict[str, Any], ...] | None = None


class CashCount(Wire):
    fit: int | None = None
    unfit: int | None = None
    suspect: int | None = None
    counterfeit: int | None = None
    inked: int | None = None

    @property
    def total(self) -> int:
        return sum(count or 0 for count in (self.fit, self.unfit, self.suspect, self.counterfeit, self.inked))


class CashCounts(Wire):
    """How many notes of which type: the types are free keys beside `unrecognized`."""

    model_config = ConfigDict(frozen=True, alias_generator=wire_name, populate_by_name=True, extra="allow")
    __pydantic_extra__: dict[str, CashCount] = Field(init=False)

    unrecognized: int | None = None

    @classmethod
    def of(cls, counts: Mapping[str, int], unrecognized: int | None = None) -> CashCounts:
        notes = {key: {"fit": count} for key, count in counts.items()}
        return cls.model_validate({**notes, "unrecognized": unrecognized})

    @property
    def by_type(self) -> dict[str, int]:
        return {key: count.total for key, count in self.__pydantic_extra__.items()}


class CashInCompletion(ErrorPayload):
    items: CashCounts | None = None
    """Of this CashIn alone."""


class StorageCashIn(Wire):
    retract_operations: int | None = None
    deposited: CashCounts | None = None


class StoredCash(ErrorPayload):
    """Completion of CashInEnd, CashInRollback and Reset: what went into which unit."""

    storage: dict[str, StorageCashIn] | None = None


class CashInState(StrEnum):
    OK = "ok"
    ROLLBACK = "rollback"
    ACTIVE = "active"
    RETRACT = "retract"
    UNKNOWN = "unknown"
    RESET = "reset"


class CashInStatus(Wire):
    """The last cash-in transaction: kept over restarts, until the next CashInStart."""

    status: CashInState | None = None
    num_of_refused: int | None = None
    note_number_list: CashCounts | None = None
    """What was accepted, not where it is."""


class RefuseReason(StrEnum):
    CASH_IN_UNIT_FULL = "cashInUnitFull"
    INVALID_BILL = "invalidBill"
    NO_BILLS_TO_DEPOSIT = "noBillsToDeposit"
    DEPOSIT_FAILURE = "depositFailure"
    COMMON_INPUT_COMPONENT_FAILURE = "commonInputComponentFailure"
    STACKER_FULL = "stackerFull"
    FOREIGN_ITEMS_DETECTED = "foreignItemsDetected"
    INVALID_BUNCH = "invalidBunch"
    COUNTERFEIT = "counterfeit"
    LIMIT_OVER_TOTAL_ITEMS = "limitOverTotalItems"
    LIMIT_OVER_AMOUNT = "limitOverAmount"


class InputRefuse(Wire):
    reason: RefuseReason


class ItemPosition(Wire):
    position: str | None = None
    additional_bunches: str | None = None


class ItemTarget(Wire):
    target: str
    unit: str | None = None
    index: int | None = None


class Reset(Wire):
    position: ItemTarget | None = None
