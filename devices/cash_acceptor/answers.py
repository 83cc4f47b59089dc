"""What is told of a cash acceptor: its status, what it can do, its box and its last transaction. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from devices.cash_acceptor.events import Health, Reach
from devices.cash_acceptor.notes import Note, Unit
from devices.cash_acceptor.till import Phase, Till
from devices.config import CashAcceptorSettings
from devices.contract import (
    AcceptorState,
    Accuracy,
    BankNote,
    BankNoteTypes,
    Capabilities,
    CashAcceptorStatus,
    CashCounts,
    CashInState,
    CashInStatus,
    CashItem,
    CashManagementStatus,
    CashUnit,
    CashUnitCapabilities,
    CashUnitConfiguration,
    CashUnitStatus,
    CommonCapabilities,
    CommonStatus,
    DeviceInformation,
    DeviceState,
    Firmware,
    ItemTypes,
    PositionStatus,
    Replenishment,
    StackerState,
    Status,
    StorageCashIn,
    StorageUnit,
    UnitState,
    UnitTypes,
    from_minor,
)

UNIT = "unit1"
IN, OUT = "inFront", "outFront"


def status(health: Health, till: Till, settings: CashAcceptorSettings) -> Status:
    return Status(
        common=CommonStatus(device=device_state(health, till), exchange="inactive"),
        cash_acceptor=CashAcceptorStatus(
            intermediate_stacker=_stacker(health, till),
            stacker_items="noCustomerAccess" if till.in_doubt else "noItems",
            banknote_reader="unknown"
            if health.reach is Reach.GONE
            else "inoperable"
            if health.reach is Reach.FAULTY
            else "ok",
            drop_box=False,
            positions=(
                PositionStatus(
                    position=IN,
                    position_status="unknown",
                    transport="inoperative" if health.jammed else "ok",
                    transport_status="notEmpty" if health.jammed or till.in_doubt else "empty",
                ),
            ),
        ),
        cash_management=CashManagementStatus(acceptor=_acceptor(health, till, settings)),
    )


def device_state(health: Health, till: Till) -> DeviceState:
    match health.reach:
        case Reach.GONE:
            return DeviceState.POWER_OFF
        case Reach.FAULTY:
            return DeviceState.HARDWARE_ERROR
        case _ if health.jammed:
            return DeviceState.HARDWARE_ERROR
        case Reach.STARTING:
            return DeviceState.STARTING
        case Reach.READY:
            return DeviceState.ONLINE if till.settled else DeviceState.STARTING


def _stacker(health: Health, till: Till) -> StackerState:
    match till.transaction.phase:
        case Phase.NONE:
            return StackerState.EMPTY
        case Phase.HELD if health.reach is Reach.READY:
            return StackerState.NOT_EMPTY
        case _:
            return StackerState.UNKNOWN


def _acceptor(health: Health, till: Till, settings: CashAcceptorSettings) -> AcceptorState:
    if health.reach is Reach.GONE:
        return AcceptorState.UNKNOWN
    if health.jammed or health.box_full or health.box_out or health.reach is Reach.FAULTY:
        return AcceptorState.STOP
    return AcceptorState.ATTENTION if till.notes_in_box >= settings.box_warning else AcceptorState.OK


def capabilities(unit: Unit | None) -> Capabilities:
    firmware = (
        (
            Firmware(firmware_name="firmware", firmware_version=unit.firmware),
            Firmware(firmware_name="dataset", firmware_version=unit.dataset),
        )
        if unit
        else None
    )
    information = DeviceInformation(
        model_name=unit.model if unit else None,
        serial_number=unit.serial if unit else None,
        revision_number=unit.protocol if unit else None,
        firmware=firmware,
    )
    position = {
        "position": IN,
        "usage": {"in": True, "refuse": True, "rollback": True},
        "shutterControl": True,
        "itemsTakenSensor": False,
        "itemsInsertedSensor": False,
        "presentControl": True,
        "preparePresent": False,
    }
    return Capabilities(
        common=CommonCapabilities(
            service_version="1.0",
            device_information=(information,),
            power_save_control=False,
            anti_fraud_module=False,
        ),
        cash_acceptor={
            "type": "selfServiceBill",
            "maxCashInItems": 1,
            "shutter": False,
            "shutterControl": True,
            "intermediateStacker": 1,
            "itemsTakenSensor": False,
            "itemsInsertedSensor": False,
            "positions": [position],
        },
        cash_management={
            "cashBox": True,
            "exchangeType": {"byHand": False},
            "classificationList": False,
            "classifications": {"unrecognized": True, "fit": True},
        },
    )


def note_types(notes: Mapping[str, Note], enabled: Collection[str]) -> BankNoteTypes:
    return BankNoteTypes(
        items={
            key: BankNote(
                cash_item=CashItem(
                    note_id=number,
                    currency=note.currency,
                    value=from_minor(note.value_minor, note.currency),
                    release=0,
                ),
                enabled=key in enabled,
            )
            for number, (key, note) in enumerate(notes.items(), start=1)
        }
    )


def cash_in_status(till: Till) -> CashInStatus:
    last = till.transaction
    accepted = {last.note: 1} if last.note is not None else {}
    unknown = last.status is CashInState.UNKNOWN and last.note is None
    return CashInStatus(
        status=last.status,
        num_of_refused=last.refused,
        note_number_list=CashCounts.of(accepted, unrecognized=1 if unknown else 0),
    )


def storage_unit(
    health: Health, till: Till, settings: CashAcceptorSettings, notes: Mapping[str, Note]
) -> StorageUnit:
    types, items = UnitTypes(cash_in=True), ItemTypes(fit=True, unfit=True)
    return StorageUnit(
        id="BOX1",
        position_name="Cash box",
        capacity=settings.box_capacity,
        status=_unit_state(health, till),
        cash=CashUnit(
            capabilities=CashUnitCapabilities(
                types=types, items=items, hardware_sensors=True, cash_items=tuple(notes)
            ),
            configuration=CashUnitConfiguration(
                types=types,
                items=items,
                currency=settings.currency,
                high_threshold=settings.box_warning,
                cash_items=tuple(notes),
            ),
            status=CashUnitStatus(
                index=1,
                initial=CashCounts(unrecognized=0),
                incoming=StorageCashIn(
                    retract_operations=0, deposited=CashCounts.of(till.box, till.unrecognised)
                ),
                accuracy=Accuracy.ACCURATE if till.accurate else Accuracy.INACCURATE,
                replenishment_status=fill_level(health, till, settings),
            ),
        ),
    )


def _unit_state(health: Health, till: Till) -> UnitState:
    if health.box_out:
        return UnitState.MISSING
    if health.reach in {Reach.GONE, Reach.FAULTY} or health.jammed:
        return UnitState.INOPERATIVE
    return UnitState.MANIPULATED if till.box_moved else UnitState.OK


def fill_level(health: Health, till: Till, settings: CashAcceptorSettings) -> Replenishment:
    if health.box_full:
        return Replenishment.FULL
    if till.notes_in_box >= settings.box_warning:
        return Replenishment.HIGH
    return Replenishment.OK if till.notes_in_box else Replenishment.EMPTY
