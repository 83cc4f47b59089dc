"""What is heard on a wire, in the dialects that there are."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.contract import BankNoteTypes, CompletionCode
from kiosk.devices.dialogue import Dialogue, Ended, MisreadError, Reply, Told

NAME = "CashAcceptor.CashIn"


def spoken(kind: str, payload: dict[str, Any] | None = None, **header: Any) -> str:
    message: dict[str, Any] = {"header": {"type": kind, "name": NAME, "version": "2.0", **header}}
    return json.dumps(message | ({"payload": payload} if payload is not None else {}))


def asked(dialogue: Dialogue) -> int:
    return dialogue.command(NAME, "2.0", None, 60_000)[0]


def success(request_id: int, **payload: Any) -> str:
    return spoken("completion", payload, requestId=request_id, completionCode="success")


def test_a_command_has_a_number_a_version_and_a_time_out_and_no_empty_payload() -> None:
    request_id, text = Dialogue().command(NAME, "2.0", None, 60_000)
    assert json.loads(text) == {
        "header": {
            "type": "command",
            "name": NAME,
            "requestId": request_id,
            "version": "2.0",
            "timeout": 60_000,
        }
    }


def test_numbers_begin_at_one_and_are_never_used_again() -> None:
    dialogue = Dialogue()
    assert [asked(dialogue) for _ in range(3)] == [1, 2, 3]


def test_a_completion_ends_its_command_with_the_events_it_told_on_the_way() -> None:
    dialogue = Dialogue()
    number = asked(dialogue)
    assert dialogue.receive(spoken("acknowledge", requestId=number)) is None
    assert dialogue.receive(spoken("event", {"reason": "invalidBill"}, requestId=number)) is None
    assert dialogue.receive(success(number, items={})) == Ended(
        number,
        Reply(
            NAME,
            CompletionCode.SUCCESS,
            {"items": {}},
            events=(Told(NAME, {"reason": "invalidBill"}),),
        ),
    )


def test_a_repeated_late_or_foreign_message_ends_nothing() -> None:
    dialogue = Dialogue()
    number = asked(dialogue)
    other = json.loads(success(number))
    other["header"]["name"] = "CashAcceptor.CashInEnd"
    assert dialogue.receive(json.dumps(other)) is None
    assert dialogue.receive(success(number + 7)) is None
    assert isinstance(dialogue.receive(success(number)), Ended)
    assert dialogue.receive(success(number)) is None


def test_a_refused_command_has_ended_and_one_acknowledged_the_old_way_has_not() -> None:
    dialogue = Dialogue()
    first, second, third = asked(dialogue), asked(dialogue), asked(dialogue)
    refused = dialogue.receive(spoken("acknowledge", requestId=first, status="tooManyRequests"))
    assert isinstance(refused, Ended)
    assert not refused.reply.is_success
    assert dialogue.receive(spoken("acknowledge", {"status": "ok"}, requestId=second)) is None
    assert isinstance(dialogue.receive(success(second)), Ended)
    old = dialogue.receive(spoken("acknowledge", {"status": "invalidMessage"}, requestId=third))
    assert isinstance(old, Ended)


@pytest.mark.parametrize(
    ("header", "payload", "code"),
    [
        ({"completionCode": "timeOut"}, {}, CompletionCode.TIME_OUT),
        ({}, {"completionCode": "success"}, CompletionCode.SUCCESS),
        ({}, {}, CompletionCode.INTERNAL_ERROR),
        ({"completionCode": "authorizationRequired"}, {}, CompletionCode.AUTHORISATION_REQUIRED),
        ({"completionCode": "of a later release"}, {}, CompletionCode.INTERNAL_ERROR),
    ],
)
def test_the_completion_code_is_read_in_either_place_and_is_never_success_by_default(
    header: dict[str, str], payload: dict[str, str], code: CompletionCode
) -> None:
    dialogue = Dialogue()
    heard = dialogue.receive(spoken("completion", payload, requestId=asked(dialogue), **header))
    assert isinstance(heard, Ended)
    assert heard.reply.code is code


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("unsolicited", {}),
        ("unsolicited", {"requestId": None}),
        ("event", {}),
        ("event", {"requestId": 0}),
    ],
)
def test_an_unsolicited_message_is_known_by_its_want_of_a_number(kind: str, number: dict[str, Any]) -> None:
    assert Dialogue().receive(spoken(kind, {"a": 1}, **number)) == Told(NAME, {"a": 1})


def test_fractions_on_the_wire_are_exact() -> None:
    dialogue = Dialogue()
    text = success(asked(dialogue), items={"typeX": {"cashItem": {"value": 0}}})
    heard = dialogue.receive(text.replace('"value": 0', '"value": 0.1'))
    assert isinstance(heard, Ended)
    items = heard.reply.read(BankNoteTypes).items
    assert items is not None
    assert items["typeX"].cash_item.value == Decimal("0.1")


def test_a_payload_of_another_shape_is_misread_and_says_where() -> None:
    with pytest.raises(MisreadError, match=r"CashIn: items"):
        Reply(NAME, CompletionCode.SUCCESS, {"items": 7}).read(BankNoteTypes)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["header", "type", "name", "requestId"]), inner)
    ),
)


@given(st.text() | JSON.map(json.dumps))
def test_no_message_whatsoever_raises_or_ends_what_it_does_not_name(text: str) -> None:
    dialogue = Dialogue()
    number = asked(dialogue)
    dialogue.receive(text)
    assert isinstance(dialogue.receive(success(number)), Ended)
