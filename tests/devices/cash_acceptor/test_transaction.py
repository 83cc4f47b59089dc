"""One note a transaction over XFS4IoT, against a simulated unit. Every message is held to the table."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from devices.simulators.acceptor.model import Model
from devices.simulators.acceptor.note import Kind
from tests.devices.cash_acceptor.counter import Counter, at_counter, box_of, status_of
from tests.devices.loopback import Loopback
from tests.devices.wire_client import code_of

HUNDRED = {"type100CNY": 1}


def test_a_note_is_held_told_stacked_and_counted(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        types = (await client.ask("CashManagement.GetBankNoteTypes"))["payload"]["items"]
        assert types["type100CNY"]["cashItem"] == {"noteID": 6, "currency": "CNY", "value": 100, "release": 0}
        held = await counter.held(client)
        assert held["payload"]["items"] == {"type100CNY": {"fit": 1}}
        assert client.of(held["header"]["requestId"]) == [
            "acknowledge",
            "CashAcceptor.InsertItemsEvent",
            "completion",
        ]
        assert await status_of(client) == ("active", HUNDRED)
        assert await box_of(client) == {}
        ended = await client.ask("CashAcceptor.CashInEnd")
        assert ended["payload"] == {"storage": {"unit1": {"deposited": {"type100CNY": {"fit": 1}}}}}
        assert await status_of(client) == ("ok", HUNDRED)
        assert await box_of(client) == HUNDRED
        assert client.unsolicited("Storage.CountsChangedEvent")
        client.check()

    at_counter(tmp_path, scene)


def test_a_note_is_given_back_and_the_status_remembers_it(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        await counter.held(client)
        back = await client.ask("CashAcceptor.CashInRollback")
        assert code_of(back) == "success"
        assert "payload" not in back
        assert await status_of(client) == ("rollback", HUNDRED)
        assert client.unsolicited("CashManagement.ItemsPresentedEvent") == [{"position": "outFront"}]
        assert counter.unit.contents.slot is not None
        client.check()

    at_counter(tmp_path, scene)


@pytest.mark.parametrize(
    ("kind", "yuan", "reason"),
    [
        (Kind.FORGED, 100, "invalidBill"),
        (Kind.GENUINE, 5, "foreignItemsDetected"),
    ],
)
def test_a_forged_note_and_one_that_is_not_taken_come_back_with_their_reason(
    tmp_path: Path, kind: Kind, yuan: int, reason: str
) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        switch = {"items": [{"item": "type5CNY", "enabled": False}]}
        assert code_of(await client.ask("CashAcceptor.ConfigureNoteTypes", switch)) == "success"
        refused = await counter.held(client, yuan, kind)
        assert code_of(refused) == "success"
        assert "payload" not in refused
        event = await client.until("event", name="CashAcceptor.InputRefuseEvent")
        assert event["payload"] == {"reason": reason}
        assert counter.unit.contents.slot is not None
        assert await status_of(client) == ("active", {})
        client.check()

    at_counter(tmp_path, scene)


def test_f10_a_note_that_gets_in_while_the_customer_cancels_goes_back_before_the_command_ends(
    tmp_path: Path,
) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        cash_in = await counter.slot(client)
        counter.insert(100)
        await asyncio.sleep(0.85)
        cancel = await client.send("Common.Cancel", {"requestIds": [cash_in]})
        assert code_of(await client.completion(cash_in)) == "canceled"
        order = [m["header"]["requestId"] for m in client.log if m["header"]["type"] == "completion"]
        assert order.index(cancel) < order.index(cash_in)
        assert counter.unit.contents.held is None
        assert counter.unit.contents.slot is not None
        assert not counter.unit.enabled
        assert await status_of(client) == ("active", {})
        assert code_of(await client.ask("CashAcceptor.CashInRollback")) == "noItems"
        assert await status_of(client) == ("rollback", {})
        client.check()

    at_counter(tmp_path, scene)


def test_a_cash_in_that_times_out_closes_the_slot(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        await client.ask("CashAcceptor.CashInStart")
        assert code_of(await client.ask("CashAcceptor.CashIn", timeout_ms=5000)) == "timeOut"
        assert not counter.unit.enabled
        client.check()

    at_counter(tmp_path, scene)


def test_the_status_is_answered_while_a_note_is_waited_for(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        cash_in = await counter.slot(client)
        assert code_of(await client.ask("Common.Status")) == "success"
        assert client.of(cash_in)[-1] != "completion"
        client.check()

    at_counter(tmp_path, scene)


def test_another_clients_command_inside_a_transaction_is_refused(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        owner, other = await counter.client(), Loopback(counter.service)
        await counter.held(owner)
        for command in ("CashIn", "CashInEnd", "CashInRollback"):
            assert code_of(await other.ask(f"CashAcceptor.{command}")) == "sequenceError"
        assert code_of(await other.ask("CashManagement.Reset")) == "sequenceError"
        assert code_of(await other.ask("CashAcceptor.CashInStart")) == "cashInActive"
        assert await status_of(owner) == ("active", HUNDRED)
        assert code_of(await owner.ask("CashAcceptor.CashInEnd")) == "success"
        owner.check()
        other.check()

    at_counter(tmp_path, scene)


def test_a_held_note_waits_thirty_seconds_for_a_lost_client_and_then_goes_back(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        owner = await counter.client()
        await counter.held(owner)
        owner.leave()
        watcher = Loopback(counter.service)
        await asyncio.sleep(28)
        assert await status_of(watcher) == ("active", HUNDRED)
        assert counter.unit.contents.held is not None
        await asyncio.sleep(6)
        assert await status_of(watcher) == ("rollback", HUNDRED)
        assert counter.unit.contents.slot is not None
        watcher.check()

    at_counter(tmp_path, scene)


def test_the_next_client_takes_over_the_transaction_of_one_that_has_gone(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        first = await counter.client()
        await counter.held(first)
        first.leave()
        second = Loopback(counter.service)
        assert code_of(await second.ask("CashAcceptor.CashInEnd")) == "success"
        await asyncio.sleep(60)
        assert await status_of(second) == ("ok", HUNDRED)
        assert await box_of(second) == HUNDRED

    at_counter(tmp_path, scene)


def test_a_host_killed_with_a_note_in_escrow_returns_it_and_says_so(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        await counter.held(await counter.client())
        await counter.kill_host()
        counter.start_host()
        client = Loopback(counter.service)
        assert await status_of(client) == ("active", HUNDRED), "not settled yet"
        await counter.online(client)
        assert await status_of(client) == ("rollback", HUNDRED)
        assert counter.unit.contents.box == {}
        client.check()

    at_counter(tmp_path, scene)


def test_a_host_killed_while_a_note_is_stacked_tells_of_it_after_its_restart(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        await counter.held(client)
        await client.send("CashAcceptor.CashInEnd")
        await asyncio.sleep(0.3)
        await counter.kill_host()
        await asyncio.sleep(3)
        counter.start_host()
        client = await counter.client()
        assert await status_of(client) == ("ok", HUNDRED)
        assert await box_of(client) == HUNDRED
        assert counter.unit.contents.box == {100: 1}

    at_counter(tmp_path, scene)


def test_f22_a_cable_pulled_with_a_note_in_escrow_settles_the_note_when_it_is_back(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        await counter.held(client)
        counter.pull()
        await asyncio.sleep(30)
        assert (await client.ask("Common.Status"))["payload"]["common"]["device"] == "powerOff"
        assert await status_of(client) == ("active", HUNDRED)
        counter.plug()
        await counter.online(client)
        assert await status_of(client) == ("rollback", HUNDRED)
        assert code_of(await client.ask("CashAcceptor.CashInEnd")) == "noCashInActive"
        assert await box_of(client) == {}
        client.check()

    at_counter(tmp_path, scene)


def test_f22_a_cable_pulled_while_a_note_is_stacked_ends_the_command_with_the_units_own_credit(
    tmp_path: Path,
) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        await counter.held(client)
        end = await client.send("CashAcceptor.CashInEnd", timeout_ms=60_000)
        await asyncio.sleep(0.3)
        counter.pull()
        await asyncio.sleep(20)
        counter.plug()
        assert code_of(await client.completion(end, within_s=120)) == "success"
        assert await box_of(client) == HUNDRED

    at_counter(tmp_path, scene)


def test_a_cash_in_ends_when_the_unit_is_lost(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        cash_in = await counter.slot(client)
        counter.pull()
        assert code_of(await client.completion(cash_in)) == "deviceNotReady"
        counter.plug()
        await counter.online(client)
        assert not counter.unit.enabled
        client.check()

    at_counter(tmp_path, scene)


def test_f09_a_jam_is_a_hardware_error_in_doubt_until_the_units_power_up_tells_the_end(
    tmp_path: Path,
) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        await counter.held(client, 5, Kind.JAMS)
        assert code_of(await client.ask("CashAcceptor.CashInEnd")) == "hardwareError"
        assert await status_of(client) == ("unknown", {"type5CNY": 1})
        status = (await client.ask("Common.Status"))["payload"]
        assert status["common"]["device"] == "hardwareError"
        assert status["cashAcceptor"]["positions"][0]["transport"] == "inoperative"
        assert code_of(await client.ask("CashAcceptor.CashInStart")) == "hardwareError"
        counter.unit.clear_jam(asyncio.get_running_loop().time())
        await counter.online(client)
        assert await status_of(client) == ("ok", {"type5CNY": 1})
        assert await box_of(client) == {"type5CNY": 1}
        client.check()

    at_counter(tmp_path, scene)


def test_reset_brings_the_unit_back_and_ends_the_transaction(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        await counter.slot(client)
        await client.ask("Common.Cancel")
        assert code_of(await client.ask("CashManagement.Reset", {"position": {"target": "singleUnit"}})) == (
            "unsupportedPosition"
        )
        reset = await client.send("CashManagement.Reset", {"position": {"target": "outDefault"}})
        assert code_of(await client.completion(reset, within_s=120)) == "success"
        assert await status_of(client) == ("reset", {})
        assert not counter.unit.enabled
        client.check()

    at_counter(tmp_path, scene)


def test_commands_outside_their_place_are_refused(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        for command in ("CashIn", "CashInEnd", "CashInRollback"):
            assert code_of(await client.ask(f"CashAcceptor.{command}")) == "noCashInActive"
        start = "CashAcceptor.CashInStart"
        assert code_of(await client.ask(start, {"inputPosition": "inRear"})) == "unsupportedPosition"
        assert code_of(await client.ask(start, {"totalItemsLimit": 3})) == "unsupportedData"
        unknown = {"items": [{"item": "type7XYZ", "enabled": True}]}
        assert code_of(await client.ask("CashAcceptor.ConfigureNoteTypes", unknown)) == "invalidData"
        await counter.held(client)
        assert code_of(await client.ask("CashAcceptor.CashIn")) == "tooManyItems"
        assert code_of(await client.ask("CashAcceptor.ConfigureNoteTypes", {"items": []})) == "cashInActive"
        client.check()

    at_counter(tmp_path, scene)


def test_a_full_box_takes_no_more(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        await counter.held(client)
        assert code_of(await client.ask("CashAcceptor.CashInEnd")) == "success"
        await asyncio.sleep(3)
        assert code_of(await client.ask("CashAcceptor.CashInStart")) == "cashUnitError"
        status = (await client.ask("Common.Status"))["payload"]
        assert status["cashManagement"]["acceptor"] == "stop"

    at_counter(tmp_path, scene, Model(box_capacity=1))


def test_a_box_that_was_taken_out_is_missing_and_then_manipulated(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        now = asyncio.get_running_loop().time
        counter.unit.move_box(now(), inside=False)
        await asyncio.sleep(2)
        counter.unit.move_box(now(), inside=True)
        await asyncio.sleep(2)
        told = [event["unit1"]["status"] for event in client.unsolicited("Storage.StorageChangedEvent")]
        assert told == ["missing", "manipulated"]
        client.check()

    at_counter(tmp_path, scene)


def test_f08_notes_of_another_currency_stay_inhibited_and_raise_an_alarm(tmp_path: Path) -> None:
    async def scene(counter: Counter) -> None:
        client = await counter.client()
        (alarm,) = {event["vendorDescription"] for event in client.unsolicited("Common.ErrorEvent")}
        assert "100.00 EUR" in alarm
        types = (await client.ask("CashManagement.GetBankNoteTypes"))["payload"]["items"]
        assert types["type100EUR"]["enabled"] is False
        enable = {"items": [{"item": "type100EUR", "enabled": True}]}
        assert code_of(await client.ask("CashAcceptor.ConfigureNoteTypes", enable)) == "unsupportedData"
        assert code_of(await client.ask("CashAcceptor.CashInStart")) == "success"
        assert code_of(await client.ask("CashAcceptor.CashIn")) == "deviceNotReady"
        assert not counter.unit.enabled
        client.check()

    at_counter(tmp_path, scene, Model(country="EUR"))
