"""A site with nobody in it: the hall, the device host and the simulated hardware, each a process of its own."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kiosk.config import Settings
from kiosk.demo.processes import Running
from tests.system import Control, command, device_host, hall, simulators

SPEED = "10"
PATIENCE_S, LOOK_S, LOOKS = 40.0, 0.05, 6
HOLD_S = 3.0
"""So long the device host keeps a note in escrow for a kiosk that has gone."""


@dataclass(frozen=True, slots=True)
class Seeded:
    """A hall's database to begin with, and the code with which its one kiosk is enrolled."""

    database: Path
    code: str


def seed(folder: Path) -> Seeded:
    """As of today, so that what the demonstration's accounts owe depends on the day only by a late fee."""
    file = folder / "seeded.sqlite"
    database = ("--database", f"sqlite:///{file}")
    command("hall", "seed", *database, "--accounts", "30")
    place = ("--town", "武原街道", "--site", "海盐塘路网点", "--site-en", "Haiyantang Road")
    added = json.loads(command("hall", "kiosk", "add", "k-1", *place, "--json", *database))
    return Seeded(file, added["code"])


@dataclass(slots=True)
class Site:
    folder: Path
    stack: ExitStack
    control: Control
    centre: Running
    host: Running
    code: str

    @property
    def hall_url(self) -> str:
        return str(self.centre.ready["listening"])

    def settings(self, hall_url: str | None = None, **timeouts: float) -> Settings:
        return Settings.model_validate(
            {
                "hall_url": hall_url or self.hall_url,
                "devices_url": self.host.ready["listening"],
                "state_dir": self.folder / "kiosk",
                "window": "540x960",
                "enrol_code": self.code,
                "timeouts": timeouts,
            }
        )

    # --- the centre ---

    def kill_hall(self) -> None:
        self.centre.process.kill()
        self.centre.process.wait(PATIENCE_S)

    def start_hall(self) -> None:
        """With the same database, on the same port."""
        port = urlsplit(self.hall_url).port
        assert port is not None
        self.centre = self.stack.enter_context(hall(self.folder / "hall.sqlite", self.folder, port))

    def rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        """What stands in the hall's database."""
        with closing(sqlite3.connect(self.folder / "hall.sqlite")) as database:
            return database.execute(query, values).fetchall()

    def paid_minor(self, number: str) -> list[int]:
        """Each payment to this account, in the order in which they were taken."""
        payments = self.rows("SELECT amount_minor, taken FROM payment ORDER BY taken_at")
        return [amount for amount, taken in payments if account_of(taken) == number]

    def receipts(self, number: str) -> list[str]:
        payments = self.rows("SELECT receipt_number, taken FROM payment ORDER BY taken_at")
        return [receipt for receipt, taken in payments if account_of(taken) == number]

    def credit_minor(self, number: str) -> int:
        [(minor,)] = self.rows("SELECT credit_balance_minor FROM customer_account WHERE number = ?", number)
        return int(minor)

    def open_months(self, number: str) -> list[str]:
        """The months whose principal has not all come in, oldest first."""
        months = self.rows(
            "SELECT billing_month FROM bill JOIN customer_account a ON a.id = account_id"
            " WHERE a.number = ? AND principal_received_minor < principal_minor ORDER BY billing_month",
            number,
        )
        return [month for (month,) in months]

    def reconnect_orders(self, number: str) -> list[str]:
        """The numbers of the orders that payments to this account have made."""
        posted = self.rows("SELECT posted FROM payment ORDER BY taken_at")
        orders = [order for (text,) in posted for order in json.loads(text)["reconnect_orders"]]
        return [order["number"] for order in orders if order["account_number"] == number]

    def claims(self) -> list[tuple[Any, ...]]:
        return self.rows("SELECT number, kind, amount_minor FROM claim ORDER BY filed_at")

    # --- the hardware ---

    def box_minor(self) -> int:
        box = self.control.state()["acceptor"]["box"]
        return sum(int(value) * 100 * count for value, count in box.items())

    def wait_for_slot(self) -> None:
        """Until its light stays on; for when no kiosk runs in this process."""
        deadline, seen = time.monotonic() + PATIENCE_S, 0
        while seen < LOOKS:
            assert time.monotonic() < deadline, "the slot takes no note"
            seen = seen + 1 if self.control.takes_a_note() else 0
            time.sleep(LOOK_S)

    def slips(self) -> list[str]:
        """What stands on each slip that came out, in order."""
        return [
            Path(slip).with_suffix(".txt").read_text() for slip in self.control.state()["printer"]["slips"]
        ]

    def last_slip(self) -> str:
        """Its text without spaces and the breaks between its lines."""
        return "".join(self.slips()[-1].split())

    def assert_books_agree(self) -> None:
        """What lies in the box is what the hall has booked: each payment once, each note once."""
        payments = self.rows("SELECT amount_minor, receipt_number, taken FROM payment")
        notes = [note for _, _, taken in payments for note in notes_of(taken)]
        in_box = self.box_minor()
        assert sum(note["value_minor"] for note in notes) == in_box
        assert sum(amount for amount, _, _ in payments) == in_box
        assert len({receipt for _, receipt, _ in payments}) == len(payments)
        assert self.rows("SELECT coalesce(sum(amount_minor), 0) FROM entry_line WHERE book = 'cash'") == [
            (in_box,)
        ]
        assert self.rows("SELECT sum(amount_minor) FROM entry_line") == [(0,)]


def account_of(taken: str) -> str:
    [account] = json.loads(taken)["accounts"]
    return str(account["account_number"])


def notes_of(taken: str) -> list[dict[str, Any]]:
    return [note for tender in json.loads(taken)["tenders"] for note in tender["notes"]]


@contextmanager
def open_site(folder: Path, seeded: Seeded) -> Iterator[Site]:
    shutil.copyfile(seeded.database, folder / "hall.sqlite")
    with ExitStack() as stack:
        simulated = stack.enter_context(simulators(folder / "hardware", folder, "--speed", SPEED))
        ready = simulated.ready
        config = folder / "devices.toml"
        config.write_text(
            f'[cash_acceptor]\ndriver = "itl_ssp"\nport = {json.dumps(ready["acceptor"])}\nhold_s = {HOLD_S}\n'
            f'[printer]\ndriver = "escpos"\nport = {json.dumps(ready["printer"])}\nprofile = "gb18030-80"\n'
        )
        host = stack.enter_context(device_host(config, folder / "devices", folder))
        centre = stack.enter_context(hall(folder / "hall.sqlite", folder))
        yield Site(folder, stack, Control(ready["control"]), centre, host, seeded.code)
