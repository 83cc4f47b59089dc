"""A kiosk's payment thread in a real town: hall, simulators and device host as processes, the thread in this one.

One town serves many tests: each gets a kiosk with a state folder of its own, and sees only what came since.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pytestqt.qtbot import QtBot

from hall.contract import LookUpAccount, PaymentEnd, RequestQuote
from kiosk.demo.processes import Running, stop
from kiosk.enrolment import enrol
from kiosk.hall import HallClient
from kiosk.identity import Identity
from kiosk.payment.thread import PaymentThread
from kiosk.payment.view import CashState, DevicesView, PaymentView, PrinterState, Slip, Stage
from tests.system import AS_OF, Control, command, device_host, hall, simulators

SPEED = "10"
WAIT_MS = 20_000
EXACT, MUCH, CUT_OFF = "3304100020", "3304100074", "3304095218"


@dataclass(slots=True)
class Town:
    """What is shared."""

    folder: Path
    stack: ExitStack
    simulated: Running
    centre: Running
    host: Running
    identity: Identity

    def stop_centre(self) -> None:
        stop(self.centre.process)

    def start_centre(self) -> None:
        """On the same port."""
        port = port_of(self.centre.ready["listening"])
        self.centre = self.stack.enter_context(hall(self.folder / "hall.sqlite", self.folder, port))

    def kill_host(self) -> None:
        self.host.process.kill()
        self.host.process.wait(10)

    def start_host(self) -> None:
        """On the same port, as a supervisor would."""
        port, config = port_of(self.host.ready["listening"]), self.folder / "devices.toml"
        self.host = self.stack.enter_context(device_host(config, self.folder / "host", self.folder, port))

    def mend(self) -> None:
        """All well again, whatever the last test did."""
        control = Control(self.simulated.ready["control"])
        if self.centre.process.poll() is not None:
            self.start_centre()
        if self.host.process.poll() is not None:
            self.start_host()
        for device in ("acceptor", "printer"):
            control.ask("plug", device=device)
        control.ask("paper", state="full")
        acceptor = control.state()["acceptor"]
        if acceptor["jammed"]:
            control.ask("clear-jam", take_out=True)
        if not acceptor["power"]:
            control.ask("power", device="acceptor", on=True)
        if acceptor["offered"] is not None:
            control.ask("take-note")


@dataclass(slots=True, weakref_slot=True)
class Kiosk:
    town: Town
    bot: QtBot
    state_dir: Path
    thread: PaymentThread = field(init=False)
    views: list[PaymentView] = field(default_factory=list)
    devices: DevicesView = field(default_factory=DevicesView)
    box_before: int = 0
    slips_before: int = 0
    payments_before: int = 0
    claims_before: int = 0

    def __post_init__(self) -> None:
        self.box_before = self._box_minor()
        self.slips_before = len(self._slips())
        self.payments_before = len(self._rows("SELECT id FROM payment"))
        self.claims_before = len(self._rows("SELECT id FROM claim"))
        self.start()

    @property
    def view(self) -> PaymentView:
        return self.views[-1] if self.views else PaymentView()

    @property
    def control(self) -> Control:
        return Control(self.town.simulated.ready["control"])

    # --- the thread ---

    def start(self) -> None:
        self.views, self.devices = [], DevicesView()
        hall_url, devices_url = self.town.centre.ready["listening"], self.town.host.ready["listening"]
        self.thread = PaymentThread(self.town.identity, hall_url, devices_url, self.state_dir)
        self.thread.viewChanged.connect(self.views.append)
        self.thread.devicesChanged.connect(self._see)
        with closing(HallClient(hall_url)) as client:
            self.thread.set_utility(client.utility())
        self.thread.start()

    def ready(self) -> None:
        self.until(lambda: self.devices == DevicesView(CashState.READY, PrinterState.READY))

    def begin(self, number: str, months: tuple[str, ...] | None = None) -> None:
        with closing(HallClient(self.town.centre.ready["listening"], self.town.identity)) as client:
            account = client.look_up(LookUpAccount(number=number))
            quote = client.quote(RequestQuote(account_number=number, billing_months=months))
        self.thread.begin(account, quote, months, "zh_CN")
        self.until_open()

    def until_open(self) -> None:
        self.until(lambda: self.view.stage is Stage.READY and bool(self.acceptor()["enabled"]))

    def until(self, is_so: Callable[[], bool]) -> None:
        self.bot.waitUntil(is_so, timeout=WAIT_MS)

    def until_stage(self, stage: Stage) -> None:
        self.until(lambda: self.view.stage is stage)

    def stop(self) -> None:
        """Enough: with money in, until the slip is out."""
        self.thread.stop(PaymentEnd.STOPPED)
        self.until(lambda: self.view.stage is Stage.IDLE or self.view.slip is Slip.PRINTED)

    def until_printed(self) -> None:
        self.until(lambda: self.view.slip is Slip.PRINTED)

    def _see(self, devices: DevicesView) -> None:
        self.devices = devices

    # --- the hardware and the centre ---

    def insert(self, *values: int) -> None:
        """Notes in yuan, each when the one before has gone in."""
        for value in values:
            self._insert(value)

    def _insert(self, value: int) -> None:
        paid_minor = self.view.paid_minor + value * 100
        self.until_open()
        self.control.insert(value)
        self.until(lambda: self.view.paid_minor == paid_minor)

    def acceptor(self) -> dict[str, Any]:
        state: dict[str, Any] = self.control.state()["acceptor"]
        return state

    def box_minor(self) -> int:
        return self._box_minor() - self.box_before

    def slips(self) -> list[str]:
        return [Path(slip).with_suffix(".txt").read_text() for slip in self._slips()[self.slips_before :]]

    def booked(self) -> list[int]:
        rows = self._rows("SELECT amount_minor FROM payment ORDER BY taken_at")
        return [amount for (amount,) in rows[self.payments_before :]]

    def claims(self) -> list[tuple[str, int | None]]:
        return self._rows("SELECT kind, amount_minor FROM claim ORDER BY filed_at")[self.claims_before :]

    def _box_minor(self) -> int:
        return sum(int(value) * 100 * count for value, count in self.acceptor()["box"].items())

    def _slips(self) -> list[str]:
        slips: list[str] = self.control.state()["printer"]["slips"]
        return slips

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.town.folder / "hall.sqlite")) as database:
            return database.execute(query).fetchall()


def port_of(url: str) -> int:
    port = urlsplit(url).port
    assert port is not None
    return port


@contextmanager
def town(folder: Path) -> Iterator[Town]:
    database = f"sqlite:///{folder / 'hall.sqlite'}"
    command("hall", "seed", "--database", database, "--accounts", "40", "--as-of", AS_OF)
    place = ("--town", "武原街道", "--site", "塘路网点", "--site-en", "Tang Road")
    code = json.loads(command("hall", "kiosk", "add", "k-1", *place, "--json", "--database", database))
    with ExitStack() as stack:
        simulated = stack.enter_context(simulators(folder / "hardware", folder, "--speed", SPEED))
        config, ready = folder / "devices.toml", simulated.ready
        config.write_text(
            f'[cash_acceptor]\ndriver = "itl_ssp"\nport = {json.dumps(ready["acceptor"])}\nhold_s = 3.0\n'
            f'[printer]\ndriver = "escpos"\nport = {json.dumps(ready["printer"])}\nprofile = "gb18030-80"\n'
        )
        host = stack.enter_context(device_host(config, folder / "host", folder))
        centre = stack.enter_context(hall(folder / "hall.sqlite", folder))
        identity = enrol(folder / "kiosk", centre.ready["listening"], code["code"])
        yield Town(folder, stack, simulated, centre, host, identity)


@contextmanager
def kiosk(town: Town, state_dir: Path, bot: QtBot) -> Iterator[Kiosk]:
    town.mend()
    built = Kiosk(town, bot, state_dir)
    try:
        built.ready()
        yield built
    finally:
        built.thread.close()
