from __future__ import annotations

import asyncio
from typing import Any

import pytest

from devices.contract import CompletionCode, Message
from tests.devices.printer.bench import COVER_OPEN, NO_PAPER, SILENT, WELL
from tests.devices.printer.site import Site, Socket, site, slip_form
from tests.devices.printer.slips import CHINESE, ENGLISH
from tests.devices.printer.virtual_time import run


def code_of(completion: Message) -> tuple[CompletionCode | None, str | None]:
    return completion.header.completion_code, (completion.payload or {}).get("errorCode")


async def state(here: Site) -> tuple[str, str]:
    payload = (await here.ask("Common.Status")).payload
    assert payload is not None
    return payload["common"]["device"], payload["printer"]["paper"]["upper"]


def test_a_slip_is_printed_and_presented() -> None:
    async def visit() -> None:
        async with site() as here:
            completion = await here.print(CHINESE)
            assert code_of(completion) == (CompletionCode.SUCCESS, None)
            assert here.events("Printer.MediaPresentedEvent") == [{"wadIndex": 1, "totalWads": 1}]
            assert len(here.socket.printer.slips) == 1
            assert "电费缴费凭条".encode("gb18030") in here.socket.printer.slips[0]
            assert await state(here) == ("online", "full")

    run(visit())


@pytest.mark.parametrize(
    ("answers", "completion", "device"),
    [
        (NO_PAPER, (CompletionCode.COMMAND_ERROR_CODE, "paperOut"), ("online", "out")),
        (COVER_OPEN, (CompletionCode.USER_ERROR, None), ("userError", "full")),
        (SILENT, (CompletionCode.DEVICE_NOT_READY, None), ("powerOff", "unknown")),
        ({**WELL, 1: b"\x1a"}, (CompletionCode.DEVICE_NOT_READY, None), ("offline", "full")),
        ({**WELL, 3: b"\x1a"}, (CompletionCode.HARDWARE_ERROR, None), ("hardwareError", "full")),
        ({**WELL, 4: b"\x00"}, (CompletionCode.DEVICE_NOT_READY, None), ("hardwareError", "unknown")),
    ],
)
def test_what_keeps_a_slip_from_paper_is_the_end_of_its_command_and_the_state_of_the_device(
    answers: dict[int, bytes], completion: tuple[CompletionCode, str | None], device: tuple[str, str]
) -> None:
    async def visit() -> None:
        async with site() as here:
            here.socket.printer.answers = dict(answers)
            assert code_of(await here.print(CHINESE)) == completion
            assert await state(here) == device
            assert here.socket.printer.slips == []
            assert here.events("Printer.MediaPresentedEvent") == []

    run(visit())


def test_a_printer_that_is_not_there_is_starting_then_off() -> None:
    async def visit() -> None:
        socket = Socket()
        socket.plugged = False
        here = Site(socket)
        assert await state(here) == ("starting", "unknown")
        async with site(socket=socket) as here:
            assert await state(here) == ("powerOff", "unknown")
            assert code_of(await here.print(CHINESE)) == (CompletionCode.DEVICE_NOT_READY, None)

    run(visit())


def test_f41_without_paper_no_visit_leaves_a_slip_for_the_next() -> None:
    async def visits() -> None:
        async with site() as here:
            here.socket.printer.answers = dict(NO_PAPER)
            for _ in range(3):
                assert code_of(await here.print(CHINESE)) == (CompletionCode.COMMAND_ERROR_CODE, "paperOut")
            here.socket.printer.refill()
            await asyncio.sleep(30)
            assert here.socket.printer.slips == []
            assert await state(here) == ("online", "full")
            assert code_of(await here.print(ENGLISH)) == (CompletionCode.SUCCESS, None)
            assert len(here.socket.printer.slips) == 1
            assert b"Payment receipt" in here.socket.printer.slips[0]

    run(visits())


def test_f32_fifty_receipts_through_a_printer_that_hangs_up_are_each_printed_once() -> None:
    async def day() -> None:
        async with site() as here:
            for number in range(50):
                completion = await here.print({"title": ["Receipt"], "notes": [f"number {number};"]})
                assert code_of(completion) == (CompletionCode.SUCCESS, None)
                await asyncio.sleep(31)
                here.socket.drop()
                await asyncio.sleep(number % 3 * 0.1)
            slips = here.socket.printer.slips
            assert [sum(b"number %d;" % n in slip for slip in slips) for n in range(50)] == [1] * 50
            assert here.socket.opened >= 49

    run(day())


def test_f32_a_wire_dead_without_a_word_is_opened_again() -> None:
    async def day() -> None:
        async with site() as here:
            dead, here.socket.wire.write = here.socket.wire, lambda _: None  # type: ignore[union-attr, method-assign]
            assert dead is not None
            await asyncio.sleep(20)
            assert here.socket.wire is not dead
            assert await state(here) == ("online", "full")
            assert code_of(await here.print(ENGLISH)) == (CompletionCode.SUCCESS, None)

    run(day())


def test_a_printer_that_dies_half_way_fails_the_command() -> None:
    async def visit() -> None:
        async with site() as here:
            here.socket.printer.bytes_a_second = 100
            printing = here.send("Printer.PrintForm", slip_form(CHINESE), version="3.0")
            await asyncio.sleep(2)
            here.socket.drop()
            assert code_of(await here.completion(printing)) == (CompletionCode.DEVICE_NOT_READY, None)

    run(visit())


def test_a_cancelled_slip_ends_as_cancelled_and_is_not_printed_later() -> None:
    async def visit() -> None:
        async with site() as here:
            here.socket.printer.bytes_a_second = 100
            printing = here.send("Printer.PrintForm", slip_form(CHINESE), version="3.0")
            await asyncio.sleep(2)
            assert code_of(await here.ask("Common.Cancel")) == (CompletionCode.SUCCESS, None)
            assert code_of(await here.completion(printing)) == (CompletionCode.CANCELED, None)
            here.socket.printer.bytes_a_second = 2000
            await asyncio.sleep(10)
            assert not any("谢谢您".encode("gb18030") in slip for slip in here.socket.printer.slips)

    run(visit())


def test_a_slip_whose_time_is_over_is_dropped_and_the_time_of_one_does_not_touch_the_next() -> None:
    async def visit() -> None:
        async with site() as here:
            assert code_of(await here.print(ENGLISH, timeout=8_000)) == (CompletionCode.SUCCESS, None)
            here.socket.printer.bytes_a_second = 50
            late = here.send("Printer.PrintForm", slip_form(CHINESE), version="3.0", timeout=9_000)
            await asyncio.sleep(8.5)
            assert not any(
                heard.header.request_id == late and heard.header.completion_code
                for heard in here.client.heard
            )
            assert code_of(await here.completion(late)) == (CompletionCode.TIME_OUT, None)

    run(visit())


def test_status_is_answered_while_a_slip_is_printed() -> None:
    async def visit() -> None:
        async with site() as here:
            here.socket.printer.bytes_a_second = 100
            printing = here.send("Printer.PrintForm", slip_form(CHINESE), version="3.0")
            await asyncio.sleep(2)
            assert await state(here) == ("online", "full")
            assert not any(
                heard.header.request_id == printing and heard.payload for heard in here.client.heard
            )

    run(visit())


def test_a_change_of_paper_is_told_to_every_client() -> None:
    async def visit() -> None:
        async with site() as here:
            here.socket.printer.answers[4] = b"\x1e"
            await asyncio.sleep(3)
            here.socket.printer.answers = dict(NO_PAPER)
            await asyncio.sleep(3)
            here.socket.printer.refill()
            await asyncio.sleep(3)
            thresholds = [event["threshold"] for event in here.events("Printer.PaperThresholdEvent") if event]
            assert thresholds == ["low", "out", "full"]
            papers = [
                event["printer"]["paper"]["upper"]
                for event in here.events("Common.StatusChangedEvent")
                if event and "printer" in event
            ]
            assert papers[-3:] == ["low", "out", "full"]

    run(visit())


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"formName": "Receipt"}, "formNotFound"),
        ({"mediaName": "A4"}, "mediaNotFound"),
        ({"fields": {"subtitle": ["no title"]}}, "fieldError"),
        ({"fields": None}, "fieldError"),
        ({"fields": {"title": ["\x1b@"]}}, "fieldError"),
    ],
)
def test_a_form_that_can_not_be_printed_is_refused_before_the_printer_hears_of_it(
    change: dict[str, Any], error: str
) -> None:
    async def visit() -> None:
        async with site() as here:
            form = {**slip_form(CHINESE), **change}
            completion = await here.ask("Printer.PrintForm", form, version="3.0")
            assert code_of(completion) == (CompletionCode.COMMAND_ERROR_CODE, error)
            assert here.socket.printer.slips == []

    run(visit())


def test_the_field_at_fault_is_named() -> None:
    async def visit() -> None:
        async with site() as here:
            await here.print({"title": ["t"], "rows": ["no tab"]})
            told = {"formName": "Slip", "fieldName": "rows", "failure": "notWrite"}
            assert here.events("Printer.FieldErrorEvent") == [told]

    run(visit())


def test_the_printer_says_what_it_has() -> None:
    async def visit() -> None:
        async with site() as here:
            assert (await here.ask("Printer.GetFormList")).payload == {"formList": ["Slip"]}
            assert (await here.ask("Printer.GetMediaList")).payload == {"mediaList": ["Roll"]}
            capabilities = (await here.ask("Common.Capabilities")).payload
            assert capabilities is not None
            assert capabilities["printer"]["type"] == {"receipt": True}
            assert {"Common", "Printer"} == {interface["name"] for interface in capabilities["interfaces"]}

    run(visit())
