"""Every message we speak, with its versions and the shape of its payload."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from devices.contract import cash, common, printer, storage
from devices.contract.message import ErrorPayload
from devices.contract.wire import Wire


@dataclass(frozen=True, slots=True)
class Command:
    """A command and its completion. A shape of None: that message has no payload (a completion may hold errorCode)."""

    asks: type[Wire] | None = None
    answers: type[ErrorPayload] | type[Wire] | None = None
    version: str = "2.0"
    """The client writes exactly this one; another is not supported."""
    completion_version: str = "2.0"


@dataclass(frozen=True, slots=True)
class Event:
    """An event of a command, or an unsolicited one."""

    tells: type[Wire] | None = None
    version: str = "2.0"
    unsolicited: bool = False


COMMANDS: Mapping[str, Command] = {
    "ServicePublisher.GetServices": Command(answers=common.Services),
    "Common.Status": Command(answers=common.Status, completion_version="3.0"),
    "Common.Capabilities": Command(answers=common.Capabilities, completion_version="3.0"),
    "Common.Cancel": Command(common.Cancel),
    "Common.SetVersions": Command(common.SetVersions),
    "CashManagement.GetBankNoteTypes": Command(answers=cash.BankNoteTypes),
    "CashManagement.Reset": Command(cash.Reset, cash.StoredCash),
    "CashAcceptor.ConfigureNoteTypes": Command(cash.ConfigureNoteTypes),
    "CashAcceptor.CashInStart": Command(cash.CashInStart),
    "CashAcceptor.CashIn": Command(answers=cash.CashInCompletion),
    "CashAcceptor.CashInEnd": Command(answers=cash.StoredCash),
    "CashAcceptor.CashInRollback": Command(answers=cash.StoredCash),
    "CashAcceptor.GetCashInStatus": Command(answers=cash.CashInStatus),
    "Storage.GetStorage": Command(answers=storage.Storage, completion_version="2.1"),
    "Printer.GetFormList": Command(answers=printer.FormList),
    "Printer.GetMediaList": Command(answers=printer.MediaList),
    "Printer.PrintForm": Command(printer.PrintForm, version="3.0", completion_version="3.0"),
}

EVENTS: Mapping[str, Event] = {
    "ServicePublisher.ServiceDetailEvent": Event(common.Services),
    "Common.StatusChangedEvent": Event(common.Status, version="3.0", unsolicited=True),
    "Common.ErrorEvent": Event(common.ErrorEvent, unsolicited=True),
    "CashAcceptor.InsertItemsEvent": Event(),
    "CashAcceptor.InputRefuseEvent": Event(cash.InputRefuse),
    "CashManagement.ItemsPresentedEvent": Event(cash.ItemPosition, unsolicited=True),
    "CashManagement.ItemsTakenEvent": Event(cash.ItemPosition, unsolicited=True),
    "CashManagement.MediaDetectedEvent": Event(cash.ItemTarget, unsolicited=True),
    "Storage.StorageChangedEvent": Event(storage.ChangedUnits, version="2.1", unsolicited=True),
    "Storage.StorageThresholdEvent": Event(storage.ChangedUnits, version="2.1", unsolicited=True),
    "Storage.CountsChangedEvent": Event(storage.ChangedUnits, unsolicited=True),
    "Printer.FieldErrorEvent": Event(printer.FieldError),
    "Printer.MediaPresentedEvent": Event(printer.MediaPresented),
    "Printer.PaperThresholdEvent": Event(printer.PaperThreshold, unsolicited=True),
}
