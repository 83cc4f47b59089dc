"""The whole house on one machine: hall, simulated devices and device host, on free ports, in a temporary folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.demo.processes import Program, ProgramError, running

KIOSK = "demo-001"
DEVICES_TOML = """\
[host]
port = 0

[cash_acceptor]
driver = "itl_ssp"
port = "{acceptor}"
currency = "CNY"

[printer]
driver = "escpos"
port = "{printer}"
profile = "gb18030-80"
"""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class House:
    """Where everything is, once it runs."""

    folder: Path
    hall_url: str
    devices_url: str
    control: str
    """HOST:PORT of the simulators' control socket."""
    enrol_code: str

    @property
    def slips(self) -> Path:
        return self.folder / "simulated" / "slips"

    def kiosk_environment(self) -> dict[str, str]:
        """The kiosk's settings, as `kiosk run` reads them."""
        return {
            "KIOSK_HALL_URL": self.hall_url,
            "KIOSK_DEVICES_URL": self.devices_url,
            "KIOSK_STATE_DIR": str(self.folder / "kiosk"),
            "KIOSK_ENROL_CODE": self.enrol_code,
        }


@contextmanager
def house(folder: Path, say: Say, *, accounts: int = 2000) -> Iterator[House]:
    """Start it all, and stop it all at the end of the block; raises ProgramError."""
    environment = dict(os.environ)
    database = f"sqlite:///{folder / 'hall.sqlite'}"
    with ExitStack() as stack:
        say(f"an invented utility with {accounts} accounts and three years of readings …")
        finish("hall", "seed", "--database", database, "--accounts", str(accounts))
        code = add_kiosk(database)
        hall = stack.enter_context(
            running(
                Program("hall", ("hall", "serve", "--database", database, "--port", "0")), folder, environment
            )
        )
        say(f"hall       {hall.ready['listening']}/docs")
        simulated = stack.enter_context(
            running(
                Program("simulators", ("devices", "simulate", "--state", str(folder / "simulated"))),
                folder,
                environment,
            )
        )
        say(f"simulators control socket {simulated.ready['control']}")
        config = folder / "devices.toml"
        config.write_text(DEVICES_TOML.format_map(simulated.ready), encoding="utf-8")
        devices = stack.enter_context(
            running(
                Program(
                    "devices",
                    ("devices", "serve", "--config", str(config), "--state", str(folder / "devices")),
                ),
                folder,
                environment,
            )
        )
        say(f"devices    {devices.ready['listening']}")
        yield House(
            folder=folder,
            hall_url=hall.ready["listening"],
            devices_url=devices.ready["listening"],
            control=simulated.ready["control"],
            enrol_code=code,
        )


def add_kiosk(database: str) -> str:
    place = ("--town", "武原街道", "--site", "海盐塘路网点", "--site-en", "Haiyantang Road")
    added = finish("hall", "kiosk", "add", KIOSK, *place, "--json", "--database", database)
    code: str = json.loads(added)["code"]
    return code


def finish(package: str, *arguments: str) -> str:
    """Run a command to its end and give what it printed."""
    command = [sys.executable, "-m", package, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (our own commands)
    if done.returncode:
        raise ProgramError(f"{package} {arguments[0]} failed:\n{done.stderr}")
    return done.stdout
