"""The real device host and the real simulators, spoken to over the wires that they really have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect

from tests.devices.printer.slips import CHINESE, ENGLISH
from tests.system import Control, device_host, simulators

LIMIT_S = 30.0


class Client:
    """An XFS4IoT client of the printer's service."""

    def __init__(self, wire: ClientConnection) -> None:
        self._wire = wire
        self._last_id = 0
        self.told: list[dict[str, Any]] = []

    def ask(self, name: str, version: str = "2.0", payload: dict[str, Any] | None = None) -> dict[str, Any]:
        """The completion's header and payload."""
        self._last_id += 1
        header = {
            "type": "command",
            "name": name,
            "requestId": self._last_id,
            "version": version,
            "timeout": 30_000,
        }
        self._wire.send(json.dumps({"header": header, **({"payload": payload} if payload else {})}))
        while True:
            heard: dict[str, Any] = json.loads(self._wire.recv(timeout=LIMIT_S))
            if heard["header"]["type"] == "completion" and heard["header"]["requestId"] == self._last_id:
                return {**heard["header"], **(heard.get("payload") or {})}
            self.told.append(heard)

    def print(self, fields: dict[str, list[str]]) -> tuple[str, str | None]:
        control = {"cut": True, "move": "eject"}
        form = {"formName": "Slip", "mediaName": "Roll", "mediaControl": control, "fields": fields}
        completion = self.ask("Printer.PrintForm", "3.0", form)
        return completion["completionCode"], completion.get("errorCode")

    def until(self, device: str, paper: str) -> None:
        """Until Common.Status says so; fails after a while."""
        while self._state() != (device, paper):
            heard = json.loads(self._wire.recv(timeout=LIMIT_S))
            self.told.append(heard)

    def _state(self) -> tuple[str, str]:
        status = self.ask("Common.Status")
        return status["common"]["device"], status["printer"]["paper"]["upper"]


@contextmanager
def hall_of_one_printer(folder: Path, *arguments: str) -> Iterator[tuple[Client, Control]]:
    with simulators(folder / "simulators", folder, "--speed", "4", *arguments) as simulated:
        config = folder / "devices.toml"
        port = simulated.ready["printer"]
        config.write_text(
            f'[printer]\ndriver = "escpos"\nport = "{port}"\nbaud_rate = 115200\nprofile = "gb18030-58"\n'
        )
        with (
            device_host(config, folder / "host", folder) as host,
            connect(f"{host.ready['listening']}/printer") as wire,
        ):
            client = Client(wire)
            client.until("online", "full")
            yield client, Control(simulated.ready["control"])


def slips(control: Control) -> list[str]:
    return [Path(slip).with_suffix(".txt").read_text() for slip in control.state()["printer"]["slips"]]


@pytest.mark.parametrize("port", ["0", "pty"])
def test_slips_are_printed_and_what_is_wrong_is_told(tmp_path: Path, port: str) -> None:
    with hall_of_one_printer(tmp_path, "--printer-width", "58", "--printer-port", port) as (client, control):
        assert client.print(CHINESE) == ("success", None)
        control.ask("paper", state="out")
        assert client.print(CHINESE) == ("commandErrorCode", "paperOut")
        control.ask("paper", state="full")
        client.until("online", "full")
        control.ask("cover", open=True)
        assert client.print(CHINESE) == ("userError", None)
        control.ask("cover", open=False)
        client.until("online", "full")
        control.ask("pull", device="printer")
        client.until("powerOff", "unknown")
        control.ask("plug", device="printer")
        assert client.print(ENGLISH) == ("success", None)
        chinese, english = slips(control)
    assert "￥440.00" in chinese
    assert "Payment receipt" in english
    thresholds = [
        heard["payload"]["threshold"] for heard in client.told if "PaperThreshold" in heard["header"]["name"]
    ]
    assert thresholds == ["out", "full"]
