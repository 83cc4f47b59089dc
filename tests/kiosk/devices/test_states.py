"""Statuses, note tables, capabilities and alarms in the kiosk's words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.contract import (
    BankNoteTypes,
    Capabilities,
    CashCounts,
    CompletionCode,
    ErrorEvent,
    Status,
    Storage,
    payload_of,
)
from kiosk.devices.alarm import Alarm, alarm_of
from kiosk.devices.cash_state import cash_state, failure_kind
from kiosk.devices.dialogue import Reply, Told
from kiosk.devices.notes import NoteTable, Wanted, Worth
from kiosk.devices.printer_state import failure_reason, printer_state
from kiosk.devices.repertoire import Repertoire
from kiosk.payment.events import FailureKind
from kiosk.payment.view import CashState, PrinterState
from tests.kiosk.devices.answers import NOTE_TYPES, status, storage

TABLE = NoteTable.of(BankNoteTypes.model_validate(NOTE_TYPES))


@pytest.mark.parametrize(
    ("told", "box", "state"),
    [
        (status(), storage(), CashState.READY),
        (status("deviceBusy"), storage(), CashState.READY),
        (status("starting"), storage(), CashState.STARTING),
        (status("powerOff"), storage("inoperative"), CashState.GONE),
        ({}, storage(), CashState.GONE),
        (status("hardwareError", "inoperative", "stop"), storage("inoperative"), CashState.JAMMED),
        (status(acceptor="stop"), storage("missing"), CashState.BOX_REMOVED),
        (status(acceptor="stop"), storage(fill="full"), CashState.BOX_FULL),
        (status(acceptor="stop"), storage(), CashState.OUT_OF_ORDER),
        (status("hardwareError"), storage(), CashState.OUT_OF_ORDER),
        (status(acceptor="attention"), storage(fill="high"), CashState.READY),
    ],
)
def test_the_acceptors_worst_news_is_its_state(
    told: dict[str, Any], box: dict[str, Any], state: CashState
) -> None:
    units = (Storage.model_validate(box).storage or {}).values()
    assert cash_state(Status.model_validate(told), units) is state


def test_a_failure_is_a_jam_only_while_the_acceptor_is_jammed() -> None:
    kinds = {state: failure_kind(state) for state in CashState}
    assert [state for state, kind in kinds.items() if kind is FailureKind.JAMMED] == [CashState.JAMMED]
    assert kinds[CashState.STARTING] is kinds[CashState.GONE] is FailureKind.GONE


@pytest.mark.parametrize(
    ("device", "paper", "state"),
    [
        ("online", "full", PrinterState.READY),
        ("online", "unknown", PrinterState.READY),
        ("online", "low", PrinterState.PAPER_LOW),
        ("online", "out", PrinterState.PAPER_OUT),
        ("online", "jammed", PrinterState.OUT_OF_ORDER),
        ("userError", "full", PrinterState.COVER_OPEN),
        ("powerOff", "unknown", PrinterState.GONE),
        ("starting", "unknown", PrinterState.STARTING),
        ("hardwareError", "full", PrinterState.OUT_OF_ORDER),
    ],
)
def test_the_printers_worst_news_is_its_state(device: str, paper: str, state: PrinterState) -> None:
    told = {"common": {"device": device}, "printer": {"paper": {"upper": paper}}}
    assert printer_state(Status.model_validate(told)) is state


@pytest.mark.parametrize(
    ("code", "error", "reason"),
    [
        (CompletionCode.COMMAND_ERROR_CODE, "paperOut", "paper-out"),
        (CompletionCode.COMMAND_ERROR_CODE, "paperJammed", "jammed"),
        (CompletionCode.COMMAND_ERROR_CODE, "fieldError", "unknown"),
        (CompletionCode.USER_ERROR, None, "cover-open"),
        (CompletionCode.DEVICE_NOT_READY, None, "gone"),
        (CompletionCode.HARDWARE_ERROR, None, "out-of-order"),
        (CompletionCode.TIME_OUT, None, "unknown"),
    ],
)
def test_a_slip_that_failed_says_why(code: CompletionCode, error: str | None, reason: str) -> None:
    payload = {"errorCode": error} if error else {}
    assert failure_reason(Reply("Printer.PrintForm", code, payload)) == reason


# --- notes ---


def test_what_a_type_of_note_is_worth_is_looked_up_not_read_from_its_name() -> None:
    assert TABLE.types == {
        "typeA": Worth(10_000, "CNY"),
        "typeB": Worth(500, "CNY"),
        "typeC": Worth(10_000, "USD"),
    }


def test_only_one_known_note_is_one_note() -> None:
    assert TABLE.only(CashCounts.of({"typeA": 1})) == Worth(10_000, "CNY")
    assert TABLE.only(CashCounts.of({"typeA": 1, "typeB": 0})) == Worth(10_000, "CNY")
    for other in ({"typeA": 2}, {"typeA": 1, "typeB": 1}, {"typeZ": 1}, {}):
        assert TABLE.only(CashCounts.of(other)) is None
    assert TABLE.only(CashCounts.of({"typeA": 1}, unrecognized=1)) is None
    assert TABLE.only(None) is None


def test_every_type_is_switched_and_only_what_is_wanted_is_on() -> None:
    switches = {one.item: one.enabled for one in TABLE.switches(Wanted(frozenset({10_000}), "CNY")).items}
    assert switches == {"typeA": True, "typeB": False, "typeC": False}


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), max_size=3))
def test_the_boxes_counts_are_what_they_were_filled_with_and_what_came_in(
    boxes: list[tuple[int, int]],
) -> None:
    units = [
        {
            "cash": {
                "status": {
                    "initial": {"typeA": {"fit": filled}},
                    "in": {"deposited": {"typeA": {"fit": came}}},
                }
            }
        }
        for filled, came in boxes
    ]
    told = Storage.model_validate({"storage": {f"unit{n}": unit for n, unit in enumerate(units)}})
    total = sum(filled + came for filled, came in boxes)
    assert TABLE.in_boxes((told.storage or {}).values(), "CNY") == ({10_000: total} if total else {})


# --- what a service can do ---


def capabilities(**versions: list[str]) -> Repertoire:
    commands = {"CashAcceptor.CashIn": {"versions": versions["cash_in"]}}
    told = {"interfaces": [{"name": "cashAcceptor", "commands": commands}]}
    return Repertoire.of(Capabilities.model_validate(told))


def test_interfaces_are_compared_without_case() -> None:
    assert capabilities(cash_in=["2.0"]).has("CashAcceptor")
    assert not capabilities(cash_in=["2.0"]).has("Printer")


def test_the_newest_version_that_we_speak_is_asked_for_letter_by_letter() -> None:
    assert capabilities(cash_in=["1.0", "2.0", "2.1", "3.0"]).version_of("CashAcceptor.CashIn") == "2.1"
    assert capabilities(cash_in=["1.0"]).version_of("CashAcceptor.CashIn") is None
    assert capabilities(cash_in=["2.0"]).version_of("CashAcceptor.CashInEnd") is None


# --- alarms ---


def test_an_alarm_about_a_note_type_has_its_amount() -> None:
    event = ErrorEvent(event_id="hardware", action="maintenance", vendor_description="unclaimed cash: typeA")
    told = Told("Common.ErrorEvent", payload_of(event) or {})
    assert alarm_of(told, TABLE) == Alarm(
        10_000, {"event": "hardware", "action": "maintenance", "device": "unclaimed cash: typeA"}
    )


def test_an_alarm_about_anything_else_has_none_and_other_events_are_no_alarms() -> None:
    differs = Told("Common.ErrorEvent", {"eventId": "hardware", "vendorDescription": "counter: +1 notes"})
    alarm = alarm_of(differs, TABLE)
    assert alarm is not None
    assert alarm.amount_minor is None
    assert alarm_of(Told("Common.ErrorEvent", {}), TABLE) is not None
    assert alarm_of(Told("Common.StatusChangedEvent", {}), TABLE) is None
