"""What every service keeps to, whatever its device: order, queue, cancel, time-out, and a client's nonsense."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.call import Call, CommandError
from devices.common import serve_device
from devices.contract import (
    Capabilities,
    CommonCapabilities,
    CommonStatus,
    CompletionCode,
    DeviceState,
    FormList,
    MessageType,
    PrintForm,
    Status,
)
from devices.device import Offer, Voice
from devices.service import QUEUE_MAX
from tests.devices.loopback import Loopback
from tests.devices.printer.virtual_time import run
from tests.devices.wire_client import code_of

PRINT, LIST = "Printer.PrintForm", "Printer.GetFormList"
SLIP = {"formName": "Slip"}


class Toy:
    """A `Device` that prints for ten seconds; by its form name it does otherwise."""

    def __init__(self) -> None:
        self.state = DeviceState.ONLINE
        self.running = 0
        self.printed: list[str] = []
        self.voice: Voice | None = None

    def offers(self) -> tuple[Offer, ...]:
        events = ("Printer.MediaPresentedEvent",)
        return (Offer("Printer", queued={PRINT: self.print_form}, at_once={LIST: self.forms}, events=events),)

    def status(self) -> Status:
        return Status(common=CommonStatus(device=self.state, exchange="inactive"))

    def capabilities(self) -> Capabilities:
        return Capabilities(common=CommonCapabilities(service_version="1.0"))

    def attach(self, voice: Voice) -> None:
        self.voice = voice

    async def run(self) -> None:
        await asyncio.Event().wait()

    async def forms(self, _: Call) -> FormList:
        return FormList(form_list=("Slip",))

    async def print_form(self, call: Call) -> None:
        assert self.running == 0, "one at a time"
        self.running += 1
        try:
            await self._print(call, call.read(PrintForm).form_name)
        finally:
            self.running -= 1

    async def _print(self, call: Call, form: str) -> None:
        match form:
            case "Broken":
                raise RuntimeError("a fault of ours")
            case "Unknown":
                raise CommandError(CompletionCode.COMMAND_ERROR_CODE, error_code="formNotFound")
            case "TooFar":
                await asyncio.sleep(10)
            case _:
                await call.wait(asyncio.sleep(10))
        call.tell("Printer.MediaPresentedEvent")
        self.printed.append(form)


class Stage:
    def __init__(self, unsolicited: MessageType = MessageType.UNSOLICITED) -> None:
        self.toy = Toy()
        self.service = serve_device(self.toy, "printer", unsolicited)
        self.running = asyncio.create_task(self.service.run())

    def client(self) -> Loopback:
        return Loopback(self.service)


def on_stage(scene: Callable[[Stage], Coroutine[Any, Any, None]]) -> None:
    async def play() -> None:
        stage = Stage()
        await scene(stage)
        assert not stage.running.done()
        fresh = stage.client()
        assert code_of(await fresh.ask(LIST)) == "success", "the service lives"
        fresh.check()

    run(play())


def test_acknowledge_comes_first_then_events_then_one_completion() -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        number = await client.send(PRINT, SLIP)
        await client.completion(number)
        await asyncio.sleep(60)
        assert client.of(number) == ["acknowledge", "Printer.MediaPresentedEvent", "completion"]
        client.check()

    on_stage(scene)


def test_queued_commands_run_one_at_a_time_in_order_over_all_clients() -> None:
    async def scene(stage: Stage) -> None:
        first, second = stage.client(), stage.client()
        await first.send(PRINT, {"formName": "A"})
        await second.send(PRINT, {"formName": "B"})
        last = await first.send(PRINT, {"formName": "C"})
        await first.completion(last, within_s=60)
        assert stage.toy.printed == ["A", "B", "C"]

    on_stage(scene)


def test_events_go_only_to_the_client_that_asked_and_unsolicited_ones_to_every_client() -> None:
    async def scene(stage: Stage) -> None:
        asking, other = stage.client(), stage.client()
        await asking.ask(PRINT, SLIP)
        assert other.log == []
        stage.toy.state = DeviceState.HARDWARE_ERROR
        assert stage.toy.voice is not None
        stage.toy.voice.status_changed()
        stage.toy.voice.status_changed()
        for client in (asking, other):
            assert client.unsolicited("Common.StatusChangedEvent") == [
                {"common": {"device": "hardwareError"}}
            ]
            client.check()

    on_stage(scene)


def test_unsolicited_messages_can_be_marked_as_events_for_clients_that_know_no_others() -> None:
    async def play() -> None:
        stage = Stage(MessageType.EVENT)
        client = stage.client()
        stage.toy.state = DeviceState.OFFLINE
        assert stage.toy.voice is not None
        stage.toy.voice.status_changed()
        assert client.log[0]["header"] == {
            "type": "event",
            "name": "Common.StatusChangedEvent",
            "version": "3.0",
        }

    run(play())


def test_some_commands_are_answered_past_the_queue() -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        busy = await client.send(PRINT, SLIP)
        for name in ("Common.Status", "Common.Capabilities", LIST):
            assert code_of(await client.ask(name)) == "success"
        assert client.of(busy) == ["acknowledge"]
        client.check()

    on_stage(scene)


def test_the_cancelled_command_completes_after_the_cancel() -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        running, waiting = await client.send(PRINT, SLIP), await client.send(PRINT, SLIP)
        await asyncio.sleep(1)
        cancel = await client.send("Common.Cancel", {"requestIds": [running, waiting]})
        assert code_of(await client.completion(running)) == "canceled"
        assert code_of(await client.completion(waiting)) == "canceled"
        done = [m["header"]["requestId"] for m in client.log if m["header"]["type"] == "completion"]
        assert done[0] == cancel
        assert stage.toy.printed == []
        client.check()

    on_stage(scene)


def test_a_command_that_is_too_far_to_be_cancelled_succeeds() -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        number = await client.send(PRINT, {"formName": "TooFar"})
        await asyncio.sleep(1)
        assert code_of(await client.ask("Common.Cancel")) == "success"
        assert code_of(await client.completion(number)) == "success"

    on_stage(scene)


def test_only_ones_own_commands_can_be_cancelled() -> None:
    async def scene(stage: Stage) -> None:
        client, other = stage.client(), stage.client()
        number = await client.send(PRINT, SLIP)
        assert code_of(await other.ask("Common.Cancel", {"requestIds": [number]})) == "noMatchingRequestIDs"
        assert code_of(await other.ask("Common.Cancel")) == "noMatchingRequestIDs"
        assert code_of(await client.completion(number)) == "success"
        other.check()

    on_stage(scene)


def test_the_time_in_the_queue_counts_for_the_time_out() -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        first = await client.send(PRINT, SLIP)
        second = await client.send(PRINT, SLIP, timeout_ms=5000)
        assert code_of(await client.completion(second)) == "timeOut"
        assert "completion" not in client.of(first)
        assert code_of(await client.ask(PRINT, SLIP, timeout_ms=12_000)) == "timeOut"
        assert stage.toy.printed == ["Slip"]
        client.check()

    on_stage(scene)


def test_commands_of_a_client_that_leaves_are_stopped() -> None:
    async def scene(stage: Stage) -> None:
        leaving, other = stage.client(), stage.client()
        await leaving.send(PRINT, SLIP)
        await leaving.send(PRINT, SLIP)
        number = await other.send(PRINT, {"formName": "B"})
        await asyncio.sleep(1)
        heard = len(leaving.log)
        leaving.leave()
        await other.completion(number)
        assert stage.toy.printed == ["B"]
        assert not [m for m in leaving.log[heard:] if m["header"]["type"] == "event"]

    on_stage(scene)


def test_more_commands_than_the_queue_holds_are_refused() -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        numbers = [await client.send(PRINT, {"formName": "Unknown"}) for _ in range(QUEUE_MAX + 3)]
        refused = [m for m in client.log if m["header"].get("status") == "tooManyRequests"]
        assert len(refused) == 3
        assert client.of(numbers[-1]) == ["acknowledge"]
        assert code_of(await client.ask("Common.Status")) == "success"
        client.check()

    on_stage(scene)


def test_a_fault_of_ours_is_an_internal_error_and_the_next_command_is_done() -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        assert code_of(await client.ask(PRINT, {"formName": "Broken"})) == "internalError"
        assert code_of(await client.ask(PRINT, {"formName": "Unknown"})) == "formNotFound"
        assert code_of(await client.ask(PRINT, SLIP)) == "success"
        client.check()

    on_stage(scene)


@pytest.mark.parametrize(
    ("name", "header", "payload", "code"),
    [
        (PRINT, {}, {"formName": 7}, "invalidData"),
        (PRINT, {}, None, "invalidData"),
        (PRINT, {"version": "2.0"}, SLIP, "unsupportedCommand"),
        (PRINT, {"version": None}, SLIP, "unsupportedCommand"),
        ("Printer.ControlMedia", {}, None, "unsupportedCommand"),
        ("CashAcceptor.CashIn", {}, None, "invalidCommand"),
        ("Common.Cancel", {}, {"requestIds": ["x"]}, "invalidData"),
        (
            "Common.SetVersions",
            {},
            {"commands": {PRINT: 3}, "events": {"Common.StatusChangedEvent": 3}},
            "success",
        ),
        ("Common.SetVersions", {}, {"commands": {PRINT: 2}}, "unsupportedData"),
    ],
)
def test_what_is_asked_wrongly_is_completed_with_its_code(
    name: str, header: dict[str, Any], payload: dict[str, Any] | None, code: str
) -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        number = await client.send(name, payload, **header)
        assert code_of(await client.completion(number)) == code
        assert client.of(number) == ["acknowledge", "completion"]

    on_stage(scene)


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ({"requestId": 0}, "invalidRequestID"),
        ({"requestId": -4}, "invalidRequestID"),
        ({"type": "completion"}, "invalidMessage"),
        ({"timeout": -1}, "invalidMessage"),
        ({"timeout": "soon"}, "invalidMessage"),
        ({"version": 2}, "invalidMessage"),
    ],
)
def test_a_malformed_command_is_refused_in_its_acknowledge_and_nothing_follows(
    header: dict[str, Any], status: str
) -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        await client.send(LIST, **header)
        await asyncio.sleep(1)
        assert [m["header"]["status"] for m in client.log] == [status]

    on_stage(scene)


def test_a_payload_that_is_no_object_is_an_invalid_message() -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        header = {"type": "command", "name": LIST, "requestId": 1, "version": "2.0"}
        await client.say_text(json.dumps({"header": header, "payload": [1]}))
        assert [m["header"]["status"] for m in client.log] == ["invalidMessage"]

    on_stage(scene)


def test_a_request_id_can_be_used_again_only_when_its_command_is_complete_and_by_each_client() -> None:
    async def scene(stage: Stage) -> None:
        client, other = stage.client(), stage.client()
        await client.send(PRINT, SLIP, request_id=5)
        await client.send(LIST, request_id=5)
        assert client.log[-1]["header"]["status"] == "invalidRequestID"
        assert code_of(await other.completion(await other.send(LIST, request_id=5))) == "success"
        await client.completion(5)
        client.log.clear()
        assert code_of(await client.completion(await client.send(LIST, request_id=5))) == "success"

    on_stage(scene)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "{",
            "null",
            "[]",
            "7",
            '"x"',
            "{}",
            '{"header": 1}',
            '{"header": {}}',
            "[" * 100_000,
            "\ud800",
        ),
        '{"header": {"name": "Printer.GetFormList", "requestId": "1"}}',
        b"\xff\xfe",
    ],
)
def test_what_nobody_can_answer_is_dropped_and_the_client_is_served_on(text: str) -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        await client.say_text(text)
        assert client.log == []
        assert code_of(await client.ask(LIST)) == "success"

    on_stage(scene)


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
headers = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["command", "event", "completion"]) | json_values,
        "name": st.sampled_from([PRINT, LIST, "Common.Cancel", "Common.SetVersions", "Foo.Bar"])
        | json_values,
        "requestId": st.integers(-1, 3) | json_values,
        "version": st.sampled_from(["2.0", "3.0"]) | json_values,
        "timeout": st.integers(0, 5) | json_values,
    },
)


@given(st.lists(st.fixed_dictionaries({"header": headers}, optional={"payload": json_values}), max_size=8))
def test_no_message_of_any_shape_ends_the_service(messages: list[dict[str, Any]]) -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        for message in messages:
            await client.say_text(json.dumps(message))
        await asyncio.sleep(120)
        completed = [m["header"]["requestId"] for m in client.log if m["header"]["type"] == "completion"]
        accepted = [
            m["header"]["requestId"]
            for m in client.log
            if m["header"]["type"] == "acknowledge" and "status" not in m["header"]
        ]
        assert sorted(completed) == sorted(accepted), "each accepted command completes once"

    on_stage(scene)


def test_capabilities_list_every_command_and_event_with_its_version() -> None:
    async def scene(stage: Stage) -> None:
        client = stage.client()
        told = (await client.ask("Common.Capabilities"))["payload"]["interfaces"]
        by_name = {interface["name"]: interface for interface in told}
        assert by_name["Printer"]["commands"] == {
            PRINT: {"versions": ["3.0"]},
            LIST: {"versions": ["2.0"]},
        }
        assert by_name["Common"]["events"]["Common.StatusChangedEvent"] == {"versions": ["3.0"]}
        assert by_name["Printer"]["maximumRequests"] == QUEUE_MAX
        client.check()

    on_stage(scene)
