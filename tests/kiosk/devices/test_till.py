"""What is said to the acceptor, and what its answers come to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.contract import CompletionCode
from kiosk.devices import till as scripts
from kiosk.devices.alarm import Alarm
from kiosk.devices.notes import NoteTable, Wanted, Worth
from kiosk.devices.script import Ask, Script
from kiosk.devices.till import Till, answered
from kiosk.payment.events import (
    CashInState,
    CountsTaken,
    CountsTold,
    DeviceFailed,
    Event,
    FailureKind,
    NoteHeld,
    NoteRefused,
    NoteReturned,
    NoteStacked,
    SlotClosed,
)
from kiosk.payment.view import Refusal
from tests.kiosk.devices.answers import NOTE_TYPES, cash_in, items, status, storage, stored
from tests.kiosk.devices.play import Answer, Failed, Lost, Refusing, play, resume

NOON = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
TYPES = ("GetBankNoteTypes", NOTE_TYPES)
HUNDRED = NoteStacked(value_minor=10_000, at=NOON)


def new_till(**known: bool) -> Till:
    """Nothing begun yet; the notes are known."""
    table = NoteTable({"typeA": Worth(10_000, "CNY"), "typeB": Worth(500, "CNY")})
    alarms: list[Alarm] = []
    return Till(lambda: NOON, alarms.append, Wanted(frozenset({10_000}), "CNY"), table=table, **known)


def open_till() -> Till:
    return new_till(in_transaction=True, is_configured=True)


# --- counting ---


def test_before_a_payment_the_note_types_are_set_and_the_box_is_counted() -> None:
    till = new_till()
    told = play(
        scripts.count_box(till),
        ("Status", status()),
        ("GetStorage", storage()),
        TYPES,
        ("GetCashInStatus", cash_in("ok")),
        ("ConfigureNoteTypes", {}),
        ("GetStorage", storage(typeA=3, typeB=1, typeC=9)),
    )
    assert told == CountsTaken(counts={10_000: 3, 500: 1}), "another currency's notes are no yuan"
    assert till.is_configured


def test_note_types_that_the_device_will_not_switch_do_not_keep_cash_closed() -> None:
    told = play(
        scripts.count_box(new_till()),
        ("Status", status()),
        ("GetStorage", storage()),
        TYPES,
        ("GetCashInStatus", cash_in("ok")),
        ("ConfigureNoteTypes", Failed(CompletionCode.UNSUPPORTED_DATA)),
        ("GetStorage", storage()),
    )
    assert told == CountsTaken(counts={})


@pytest.mark.parametrize(
    ("state", "failure"),
    [
        (status("powerOff"), FailureKind.GONE),
        (status("starting"), FailureKind.GONE),
        (status("hardwareError", "inoperative"), FailureKind.JAMMED),
        (status("hardwareError"), FailureKind.BROKEN),
    ],
)
def test_nothing_is_begun_on_an_acceptor_that_is_not_ready(
    state: dict[str, object], failure: FailureKind
) -> None:
    told = play(scripts.count_box(new_till()), ("Status", state), ("GetStorage", storage()))
    assert isinstance(told, DeviceFailed)
    assert told.failure is failure


def test_an_empty_transaction_of_an_earlier_life_is_ended_before_a_payment() -> None:
    till = new_till(is_configured=True)
    play(
        scripts.count_box(till),
        ("Status", status()),
        ("GetStorage", storage()),
        TYPES,
        ("GetCashInStatus", cash_in("active")),
        ("CashInRollback", Failed(error="noItems")),
        ("GetStorage", storage()),
    )
    assert not till.in_transaction


def test_a_note_that_nobody_stands_behind_is_stacked_with_an_alarm_before_the_box_is_counted() -> None:
    alarms: list[Alarm] = []
    till = Till(lambda: NOON, alarms.append, is_configured=True)
    told = play(
        scripts.count_box(till),
        ("Status", status()),
        ("GetStorage", storage()),
        TYPES,
        ("GetCashInStatus", cash_in("active", typeA=1)),
        ("CashInEnd", stored(typeA=1)),
        ("GetStorage", storage(typeA=1)),
    )
    assert told == CountsTaken(counts={10_000: 1})
    assert [alarm.amount_minor for alarm in alarms] == [10_000]


# --- the slot ---


def test_each_note_has_its_own_transaction() -> None:
    till = new_till(is_configured=True)
    told = play(scripts.await_note(till), ("CashInStart", {}), ("CashIn", items(typeA=1)))
    assert told == NoteHeld(value_minor=10_000, currency="CNY")
    assert play(scripts.stack_note(till), ("CashInEnd", stored(typeA=1))) == HUNDRED
    assert not till.in_transaction


def test_a_device_that_was_met_anew_in_mid_payment_is_told_the_notes_before_its_slot_opens() -> None:
    till = open_till()
    till.met()
    play(
        scripts.await_note(till),
        TYPES,
        ("ConfigureNoteTypes", {}),
        ("CashInStart", {}),
        ("CashIn", items(typeA=1)),
    )
    assert till.is_configured


def test_after_a_refusal_the_next_note_is_awaited_in_the_same_transaction() -> None:
    till = new_till(is_configured=True)
    told = play(scripts.await_note(till), ("CashInStart", {}), ("CashIn", Refusing("invalidBill")))
    assert told == NoteRefused(reason=Refusal.NOT_READ)
    assert play(scripts.await_note(till), ("CashIn", items(typeA=1))) == NoteHeld(
        value_minor=10_000, currency="CNY"
    )


@pytest.mark.parametrize(
    ("reason", "refusal"),
    [
        ("invalidBill", Refusal.NOT_READ),
        ("counterfeit", Refusal.NOT_READ),
        ("foreignItemsDetected", Refusal.NOT_ACCEPTED),
        ("limitOverTotalItems", Refusal.NOT_ACCEPTED),
        ("invalidBunch", Refusal.CLOSED),
        ("limitOverAmount", Refusal.OVER_LIMIT),
        ("a reason of a later release", Refusal.NOT_READ),
    ],
)
def test_the_customer_is_told_of_a_refusal_without_a_word_of_forgery(reason: str, refusal: Refusal) -> None:
    told = play(scripts.await_note(open_till()), ("CashIn", Refusing(reason)))
    assert told == NoteRefused(reason=refusal)


def test_a_note_whose_worth_nobody_can_say_goes_back() -> None:
    for unknown in (items(typeZ=1), items(typeD=1), items(typeA=2), {"items": {"unrecognized": 1}}):
        told = play(scripts.await_note(open_till()), ("CashIn", unknown), ("CashInRollback", {}))
        assert told == NoteRefused(reason=Refusal.NOT_ACCEPTED)


def test_a_slot_that_is_told_to_close_before_it_was_opened_never_opens() -> None:
    till = new_till(to_close=True, is_configured=True)
    told = play(scripts.await_note(till), ("CashInStart", {}), ("CashInRollback", Failed(error="noItems")))
    assert told == SlotClosed()
    assert not till.in_transaction


def closing_in_mid_wait(answer: Answer) -> tuple[Till, Script[Event], Ask]:
    till = open_till()
    script = answered(scripts.await_note(till))
    command = next(script)
    till.to_close = True
    return till, script, resume(script, command, answer)


def test_a_cancelled_cash_in_ends_in_a_closed_slot() -> None:
    till, script, command = closing_in_mid_wait(Failed(CompletionCode.CANCELED))
    assert command.name == scripts.ROLLBACK
    with pytest.raises(StopIteration) as stop:
        resume(script, command, Failed(error="noItems"))
    assert stop.value.value == SlotClosed()
    assert not till.in_transaction


def test_a_refusal_while_closing_ends_in_a_closed_slot() -> None:
    _, script, command = closing_in_mid_wait(Refusing("invalidBill"))
    assert command.name == scripts.ROLLBACK
    with pytest.raises(StopIteration) as stop:
        resume(script, command, {})
    assert stop.value.value == SlotClosed()


def test_a_note_that_came_before_the_slot_was_closed_is_held() -> None:
    with pytest.raises(StopIteration) as stop:
        closing_in_mid_wait(items(typeA=1))
    assert stop.value.value == NoteHeld(value_minor=10_000, currency="CNY")


def test_a_cash_in_that_the_service_gave_up_unasked_is_a_failure() -> None:
    told = play(
        answered(scripts.await_note(open_till())),
        ("CashIn", Failed(CompletionCode.CANCELED)),
        ("Status", status()),
        ("GetStorage", storage()),
    )
    assert isinstance(told, DeviceFailed)
    assert told.failure is FailureKind.BROKEN


# --- where a note went ---


def test_after_a_restart_the_note_types_are_looked_up_before_a_held_note_is_moved() -> None:
    till = open_till()
    till.met()
    assert play(scripts.stack_note(till), TYPES, ("CashInEnd", stored(typeA=1))) == HUNDRED


def test_a_note_that_went_the_other_way_is_where_the_service_says() -> None:
    wrong_way = Failed(CompletionCode.HARDWARE_ERROR)
    returned = play(
        scripts.stack_note(open_till()),
        ("CashInEnd", wrong_way),
        ("GetCashInStatus", cash_in("rollback", typeA=1)),
    )
    assert returned == NoteReturned()
    boxed = Failed(CompletionCode.HARDWARE_ERROR, payload=stored(typeA=1))
    assert play(scripts.return_note(open_till()), ("CashInRollback", boxed)) == HUNDRED


def test_a_note_is_stacked_only_by_the_services_own_word() -> None:
    told = play(
        answered(scripts.stack_note(open_till())),
        ("CashInEnd", {}),
        ("GetCashInStatus", cash_in("ok", typeA=1)),
        ("Status", status()),
        ("GetStorage", storage()),
    )
    assert isinstance(told, DeviceFailed)


def test_what_is_lost_in_mid_command_is_gone_and_a_jam_is_a_jam() -> None:
    told = play(answered(scripts.stack_note(open_till())), ("CashInEnd", Lost()))
    assert isinstance(told, DeviceFailed)
    assert told.failure is FailureKind.GONE
    told = play(
        answered(scripts.stack_note(open_till())),
        ("CashInEnd", Failed(CompletionCode.HARDWARE_ERROR)),
        ("GetCashInStatus", cash_in("unknown", typeA=1)),
        ("Status", status("hardwareError", "inoperative")),
        ("GetStorage", storage("inoperative")),
    )
    assert isinstance(told, DeviceFailed)
    assert told.failure is FailureKind.JAMMED


# --- settling ---


def asked(last: dict[str, object], *then: tuple[str, Answer], jammed: bool = False) -> CountsTold | None:
    state = status("hardwareError", "inoperative") if jammed else status()
    return play(
        scripts.ask_counts(open_till()),
        ("Status", state),
        ("GetStorage", storage()),
        TYPES,
        ("GetCashInStatus", last),
        *then,
        ("GetStorage", storage(typeA=4)),
    )


def counts_told(state: CashInState, held: int | None = None) -> CountsTold:
    return CountsTold(state=state, held_minor=held, counts={10_000: 4}, at=NOON)


def test_what_became_of_the_last_note_is_told_with_the_boxs_counts() -> None:
    assert asked(cash_in("ok", typeA=1)) == counts_told(CashInState.ENDED)
    assert asked(cash_in("rollback", typeA=1)) == counts_told(CashInState.ENDED)
    assert asked(cash_in("active", typeA=1)) == counts_told(CashInState.HELD, 10_000)
    assert asked(cash_in("unknown", typeA=1)) == counts_told(CashInState.UNKNOWN)
    assert asked(cash_in("active", typeZ=1)) == counts_told(CashInState.UNKNOWN)
    assert asked(cash_in(None)) == counts_told(CashInState.ENDED), "there has never been one"


def test_a_note_that_sticks_is_not_held() -> None:
    assert asked(cash_in("active", typeA=1), jammed=True) == counts_told(CashInState.UNKNOWN)
    assert asked(cash_in("active"), jammed=True) == counts_told(CashInState.UNKNOWN)


def test_an_empty_transaction_is_ended_before_it_is_told_of() -> None:
    told = asked(cash_in("active"), ("CashInRollback", Failed(error="noItems")))
    assert told == counts_told(CashInState.ENDED)


def test_nothing_is_told_of_a_device_that_can_not_be_reached() -> None:
    for away in ("powerOff", "offline", "noDevice", "starting"):
        state = ("Status", status(away))
        assert play(scripts.ask_counts(open_till()), state, ("GetStorage", storage())) is None
    assert play(scripts.ask_counts(open_till()), ("Status", Lost())) is None
    assert play(scripts.ask_counts(open_till()), ("Status", {"common": {"device": 7}})) is None


# --- whatever happens ---

ANSWERS: st.SearchStrategy[Answer] = st.one_of(
    st.just(NOTE_TYPES),
    st.builds(status, st.sampled_from(["online", "powerOff", "starting", "hardwareError"])),
    st.builds(storage, st.sampled_from(["ok", "missing"])),
    st.sampled_from(
        [items(typeA=1), items(typeZ=1), stored(typeA=1), stored(typeA=2), cash_in("active", typeA=1)]
    ),
    st.builds(cash_in, st.sampled_from(["ok", "rollback", "active", "unknown", "never heard of"])),
    st.builds(Failed, st.sampled_from(CompletionCode), st.sampled_from([None, "noItems", "cashInActive"])),
    st.just(Lost()),
    st.builds(Refusing, st.sampled_from(["invalidBill", "?"])),
    st.dictionaries(st.sampled_from(["items", "storage", "status"]), st.integers() | st.text()),
)
CALLS = (scripts.count_box, scripts.await_note, scripts.stack_note, scripts.return_note, scripts.close_slot)


@given(st.sampled_from(CALLS), st.booleans(), st.booleans(), st.lists(ANSWERS, min_size=16, max_size=16))
def test_whatever_the_service_answers_a_call_ends_in_one_event_and_credit_needs_its_word(
    call: object, to_close: bool, in_transaction: bool, answers: list[Answer]
) -> None:
    assert callable(call)
    till = new_till(in_transaction=in_transaction, to_close=to_close)
    script: Script[Event] = answered(call(till))
    said: list[tuple[str, Answer]] = []
    try:
        command = next(script)
        for answer in answers:
            said.append((command.name, answer))
            command = resume(script, command, answer)
    except StopIteration as stop:
        event = stop.value
    else:
        raise AssertionError("it never ends")
    if isinstance(event, NoteStacked):
        words = [answer for name, answer in said if name in {scripts.END, scripts.ROLLBACK}]
        assert words == [stored(typeA=1)]
    if isinstance(event, NoteHeld):
        assert said[-1] == (scripts.CASH_IN, items(typeA=1))
