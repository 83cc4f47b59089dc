"""The real device host and the real simulator, in processes of their own and on a real pseudo-terminal."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.devices.wire_client import WireClient, client_of, code_of
from tests.system import Control, device_host, environment, simulators

LIMIT_S = 60.0


@contextmanager
def simulated(folder: Path, *arguments: str) -> Iterator[tuple[Path, Control]]:
    """Settings of a host whose acceptor is simulated, and the hand at it."""
    with simulators(folder / "simulated", folder, "--speed", "4", *arguments) as running:
        config = folder / "devices.toml"
        port = running.ready["acceptor"]
        config.write_text(f'[host]\nport = 0\n[cash_acceptor]\ndriver = "itl_ssp"\nport = "{port}"\n')
        yield config, Control(running.ready["control"])


def devices(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "devices", *arguments],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


async def online(client: WireClient) -> None:
    async with asyncio.timeout(LIMIT_S):
        while (await client.ask("Common.Status"))["payload"]["common"]["device"] != "online":
            await asyncio.sleep(0.1)


async def hold(client: WireClient, hand: Control, yuan: int) -> None:
    assert code_of(await client.ask("CashAcceptor.CashInStart")) == "success"
    cash_in = await client.send("CashAcceptor.CashIn")
    await client.until("event", cash_in, "CashAcceptor.InsertItemsEvent", within_s=LIMIT_S)
    await asyncio.to_thread(hand.insert, yuan)
    held = await client.completion(cash_in, within_s=LIMIT_S)
    assert held["payload"]["items"] == {f"type{yuan}CNY": {"fit": 1}}


@pytest.mark.parametrize("arguments", [(), ("--no-event-ack", "--protocol-max", "6")])
def test_a_host_that_is_killed_while_a_note_is_stacked_counts_it_once(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    async def killed(url: str, hand: Control, kill: object) -> None:
        async with client_of(f"{url}/cashacceptor") as client:
            await online(client)
            await hold(client, hand, 20)
            assert code_of(await client.ask("CashAcceptor.CashInEnd")) == "success"
            await hold(client, hand, 100)
            await client.send("CashAcceptor.CashInEnd")
            await client.until("unsolicited", name="Common.StatusChangedEvent")
            await asyncio.sleep(0.05)
            assert callable(kill)
            kill()

    async def restarted(url: str, hand: Control) -> None:
        async with client_of(f"{url}/cashacceptor") as client:
            await online(client)
            last = (await client.ask("CashAcceptor.GetCashInStatus"))["payload"]
            units = (await client.ask("Storage.GetStorage"))["payload"]["storage"]
            status = units["unit1"]["cash"]["status"]
            box = {key: n["fit"] for key, n in status["in"]["deposited"].items() if key != "unrecognized"}
            state = (await asyncio.to_thread(hand.state))["acceptor"]
            assert box == {f"type{yuan}CNY": n for yuan, n in state["box"].items()}
            assert sum(box.values()) == state["counters"]["stacked"]
            assert last["status"] == ("ok" if "type100CNY" in box else "rollback")
            assert status["accuracy"] == "accurate"

    with simulated(tmp_path, *arguments) as (config, hand):
        with device_host(config, tmp_path / "state", tmp_path) as host:
            asyncio.run(killed(host.ready["listening"], hand, host.process.kill))
        with device_host(config, tmp_path / "state", tmp_path) as host:
            asyncio.run(restarted(host.ready["listening"], hand))


def test_a_device_proves_itself_and_is_listed(tmp_path: Path) -> None:
    with simulated(tmp_path) as (config, hand):
        tested = devices("test", "--config", str(config), "--state", str(tmp_path / "state"), "--json")
        assert tested.returncode == 0, tested.stderr
        (acceptor,) = json.loads(tested.stdout)
        assert (acceptor["device"], acceptor["serialNumber"]) == ("online", "4880564")
        listed = devices("list", "--config", str(config), "--json")
        assert json.loads(listed.stdout)[0]["device"] == "host not running"
        with device_host(config, tmp_path / "state", tmp_path) as host:
            running = devices("list", "--url", host.ready["listening"], "--json")
            assert json.loads(running.stdout)[0]["name"] == "cashacceptor"
        hand.ask("power", device="acceptor", on=False)
        silent = devices("test", "--config", str(config), "--state", str(tmp_path / "state"))
        assert silent.returncode == 1


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ("[cash_acceptor]\ndriver = 'abacus'\nport = 'x'", "driver"),
        ("[[", "devices.toml"),
        ("[host]\nx = 1", "host.x"),
    ],
)
def test_settings_that_can_not_be_used_are_said_and_exit_with_2(
    tmp_path: Path, settings: str, word: str
) -> None:
    config = tmp_path / "devices.toml"
    config.write_text(settings)
    done = devices("serve", "--config", str(config), "--state", str(tmp_path / "state"))
    assert done.returncode == 2
    assert word in done.stderr
    assert "Traceback" not in done.stderr
