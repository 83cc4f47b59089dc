"""A hall, simulated hardware, a device host and a kiosk as processes of which each can be killed and started again."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.demo.processes import Program, Running, running
from kiosk.enrolment import enrol
from kiosk.hall import HallClient
from tests import system
from tests.crash.points import Part
from tests.crash.wires import Wires
from tests.system import Control

KIOSK = "crash-1"
SPEED = "20"
CASH_LIMIT_MINOR = 15_000
"""Lower than the utility's, so that a note of 100 can be one too many."""
DEVICES_TOML = """\
[cash_acceptor]
driver = "itl_ssp"
port = "{acceptor}"
[printer]
driver = "escpos"
port = "{printer}"
profile = "gb18030-80"
"""


def make_template(folder: Path) -> Path:
    """A small hall that knows a kiosk, once for all tests; the code is beside it."""
    folder.mkdir()
    database = f"sqlite:///{folder / 'hall.sqlite'}"
    system.command("hall", "seed", "--accounts", "25", "--database", database)
    place = ("--town", "武原街道", "--site", "试验网点", "--site-en", "Test site")
    added = system.command("hall", "kiosk", "add", KIOSK, *place, "--json", "--database", database)
    (folder / "code").write_text(json.loads(added)["code"])
    return folder


@dataclass(slots=True)
class House:
    folder: Path
    wires: Wires
    control: Control
    hall_url: str = ""
    devices_url: str = ""
    _lives: dict[Part, ExitStack] = field(default_factory=dict)
    _processes: dict[Part, subprocess.Popen[str]] = field(default_factory=dict)
    _starts: int = 0

    def is_alive(self, part: Part) -> bool:
        return part in self._lives

    @property
    def kiosk_folder(self) -> Path:
        return self.folder / "kiosk"

    @property
    def database(self) -> Path:
        return self.folder / "hall.sqlite"

    def start(self, part: Part) -> None:
        """Start it, on the same port and with the same state as before; it is ready when this returns."""
        stack = self._lives[part] = ExitStack()
        started = stack.enter_context(self._running(part))
        self._processes[part] = started.process
        if part is Part.HALL:
            self.hall_url = started.ready["listening"]
        elif part is Part.DEVICES:
            self.devices_url = started.ready["listening"]

    def kill(self, part: Part) -> None:
        """SIGKILL, and wait until it is dead."""
        process = self._processes[part]
        process.kill()
        process.wait()
        self._lives.pop(part).close()
        self.wires.forget(part)

    def tell_kiosk(self, do: str, **more: Any) -> None:
        process = self._processes[Part.KIOSK]
        assert process.stdin is not None
        with suppress(BrokenPipeError):
            process.stdin.write(json.dumps({"do": do, **more}) + "\n")
            process.stdin.flush()

    def stop(self) -> None:
        for stack in self._lives.values():
            stack.close()

    def _logs(self, part: Part) -> Path:
        self._starts += 1
        logs = self.folder / "logs" / f"{self._starts:03d}-{part}"
        logs.mkdir(parents=True)
        return logs

    def _running(self, part: Part) -> AbstractContextManager[Running]:
        logs = self._logs(part)
        match part:
            case Part.HALL:
                return system.hall(self.database, logs, _port_of(self.hall_url))
            case Part.DEVICES:
                arguments: tuple[str, ...] = (
                    "--config",
                    str(self.folder / "devices.toml"),
                    "--state",
                    str(self.folder / "host"),
                )
                arguments += ("--port", str(_port_of(self.devices_url)), "--announce", self.wires.address)
                program = Program("devices", ("tests.crash.devices_process", *arguments))
                return running(program, logs, system.environment())
            case Part.KIOSK:
                return self._kiosk(logs)

    @contextmanager
    def _kiosk(self, logs: Path) -> Iterator[Running]:
        log = logs / "kiosk.log"
        arguments: tuple[str, ...] = (
            "--state",
            str(self.kiosk_folder),
            "--utility",
            str(self.folder / "utility.json"),
        )
        arguments += (
            "--hall",
            self.hall_url,
            "--devices",
            self.devices_url,
            "--announce",
            self.wires.address,
        )
        with log.open("w") as errors:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.crash.kiosk_process", *arguments],
                stdin=subprocess.PIPE,
                stdout=errors,
                stderr=errors,
                text=True,
                env=system.environment(),
            )
            try:
                yield Running(process, {}, log)
            finally:
                assert process.stdin is not None
                with suppress(BrokenPipeError):
                    process.stdin.close()
                process.kill()
                process.wait()


def _port_of(url: str) -> int:
    return int(url.split("://")[1].partition("/")[0].rpartition(":")[2]) if url else 0


@contextmanager
def house(folder: Path, template: Path) -> Iterator[House]:
    """Hall, hardware, host and kiosk, up and known to each other."""
    shutil.copytree(template, folder)
    wires = Wires()
    with ExitStack() as stack:
        stack.callback(wires.close)
        hardware = stack.enter_context(system.simulators(folder / "hardware", folder, "--speed", SPEED))
        (folder / "devices.toml").write_text(DEVICES_TOML.format_map(hardware.ready))
        built = House(folder, wires, Control(hardware.ready["control"]))
        stack.callback(built.stop)
        wires.watch(built.control.address)
        for part in (Part.HALL, Part.DEVICES):
            built.start(part)
        enrol(built.kiosk_folder, built.hall_url, (folder / "code").read_text())
        with closing(HallClient(built.hall_url)) as hall:
            utility = hall.utility().model_copy(update={"cash_limit_minor": CASH_LIMIT_MINOR})
        (folder / "utility.json").write_text(utility.model_dump_json())
        built.start(Part.KIOSK)
        yield built
