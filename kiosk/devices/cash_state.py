"""What the acceptor's status says in the kiosk's words. Pure."""

from __future__ import annotations

from collections.abc import Collection

from devices.contract import (
    AcceptorState,
    DeviceState,
    Replenishment,
    Status,
    StorageUnit,
    UnitState,
)
from kiosk.payment.events import FailureKind
from kiosk.payment.view import CashState

_AWAY = {DeviceState.OFFLINE, DeviceState.POWER_OFF, DeviceState.NO_DEVICE, None}


def cash_state(status: Status, units: Collection[StorageUnit]) -> CashState:
    """The worst that is known decides."""
    device = status.common.device if status.common else None
    if device in _AWAY:
        return CashState.GONE
    if _is_jammed(status):
        return CashState.JAMMED
    if device is DeviceState.STARTING:
        return CashState.STARTING
    boxes = [unit for unit in units if unit.cash is not None]
    if any(unit.status is UnitState.MISSING for unit in boxes):
        return CashState.BOX_REMOVED
    if boxes and all(_is_full(unit) for unit in boxes):
        return CashState.BOX_FULL
    if device not in {DeviceState.ONLINE, DeviceState.DEVICE_BUSY} or _is_stopped(status):
        return CashState.OUT_OF_ORDER
    return CashState.READY


def failure_kind(state: CashState) -> FailureKind:
    """What a command's failure means while the acceptor is in this state."""
    match state:
        case CashState.JAMMED:
            return FailureKind.JAMMED
        case CashState.GONE | CashState.STARTING:
            return FailureKind.GONE
        case _:
            return FailureKind.BROKEN


def _is_jammed(status: Status) -> bool:
    positions = (status.cash_acceptor.positions if status.cash_acceptor else None) or ()
    return any(position.transport == "inoperative" for position in positions)


def _is_stopped(status: Status) -> bool:
    return status.cash_management is not None and status.cash_management.acceptor is AcceptorState.STOP


def _is_full(unit: StorageUnit) -> bool:
    status = unit.cash.status if unit.cash else None
    return status is not None and status.replenishment_status is Replenishment.FULL
