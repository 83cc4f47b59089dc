"""One visit, with one process killed at one point of it, until the books are quiet again."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from hall.contract import AccountSummary, Quote, QuoteLine, QuotePart
from kiosk.demo.control import ControlError
from kiosk.payment.view import CashState, Stage
from tests.crash.books import account_number, is_quiet, read_books, read_journal, tray_of
from tests.crash.house import House
from tests.crash.order import unjustified
from tests.crash.points import Crash, Part
from tests.crash.visits import Visit
from tests.crash.wires import NothingHappensError

OVER = {Stage.DONE, Stage.UNAVAILABLE, Stage.IDLE}
NOTE_HEARD = {f"after append {kind}" for kind in ("note-held", "note-refused", "device-failed")}
WAIT_S = 45.0
LOOK_AGAIN_S = 1.0
"""The books are looked at again even though nothing was announced: the last word may be the hall's."""


class KioskKilledError(Exception):
    """The visit can't go on: its kiosk was killed, as planned."""


class Drill:
    """A visit and its crash, if any. `passed` are the points of the kiosk's last life and of the host, in order."""

    def __init__(self, house: House, visit: Visit, crash: Crash | None = None) -> None:
        self._house = house
        self._wires = house.wires
        self._visit = visit
        self._crash = crash
        self._armed: Crash | None = None
        self.passed: dict[str, list[str]] = {Part.KIOSK: [], Part.DEVICES: []}
        self._life: list[str] = []
        """What the kiosk has passed since it came up, or since the visit began."""

    def run(self) -> None:
        """Raises AssertionError: the point is not reached, nothing happens any more, or the books differ."""
        self._until(lambda: self._stage is Stage.IDLE and self._cash is CashState.READY, "the kiosk is ready")
        self.passed = {Part.KIOSK: [], Part.DEVICES: []}
        claims = self._claims()
        try:
            if self._visit.killed_at is not None:
                self._die_first(self._visit.killed_at)
            else:
                self._arm(self._crash)
                self._take()
            self._finish()
        except KioskKilledError:
            self._start_kiosk()
            self._finish()
        assert unjustified(self._life) == []
        assert self._visit.may_claim or self._claims() == claims, "a note is in doubt for no reason"
        assert self._armed is None, f"{self._crash} was not reached"

    # --- the visit ---

    def _die_first(self, point: str) -> None:
        """The life before ends where the visit says; the crash, if any, is in the one that takes it up."""
        self._arm(Crash(self._visit, Part.KIOSK, Part.KIOSK, point))
        try:
            self._take()
        except KioskKilledError:
            self.passed = {Part.KIOSK: [], Part.DEVICES: []}
            if self._crash is None or self._crash.at is not Part.KIOSK:
                self._arm(self._crash)
            else:
                self._armed = self._crash
                self._wires.stop_next_at(Part.KIOSK, self._crash.point, self._crash.nth)
            self._start_kiosk()
        else:
            raise AssertionError(f"{point} was not reached")

    def _start_kiosk(self) -> None:
        assert unjustified(self._life) == []
        self._life = []
        self._house.start(Part.KIOSK)

    def _take(self) -> None:
        if self._visit.hall_is_down:
            self._house.kill(Part.HALL)
        account, quote = bill(account_number(self._house.database), self._visit.to_pay_minor)
        self._house.tell_kiosk("begin", account=account, quote=quote)
        self._until(lambda: self._stage is not Stage.IDLE, "the visit begins")
        for value, kind in self._visit.notes:
            self._offer(value, kind)
        self._until(lambda: self._is_over or self._is_lit, "nothing moves")
        if self._is_lit:
            self._house.tell_kiosk("stop")
            self._until(lambda: self._is_over, "it ends early")

    def _offer(self, value: int, kind: str) -> None:
        """Put a note in once the slot is lit, unless none is wanted any more, and take back what comes out."""
        self._until(lambda: self._is_over or self._is_lit, f"the slot is lit for {value}")
        if self._is_over:
            return
        before, heard = self._moved, self._notes_heard
        try:
            self._house.control.insert(value, kind)
        except ControlError:
            self._until(lambda: not self._is_lit, "it went dark meanwhile")
            self._offer(value, kind)
            return
        self._until(lambda: self._moved > before or self._acceptor["jammed"], f"{value} finds its place")
        self._until(lambda: self._notes_heard > heard, f"the kiosk hears of {value}")
        self._take_back()

    def _take_back(self) -> None:
        if self._acceptor["offered"]:
            self._house.control.ask("take-note")
            self._until(lambda: not self._acceptor["offered"], "the note is taken back")

    def _finish(self) -> None:
        """Whatever was interrupted comes to its end, and the visitor leaves."""
        self._until(lambda: "open" in self._wires.known.get(Part.KIOSK, {}), "the kiosk is up")
        if not self._house.is_alive(Part.HALL):
            self._until(lambda: not self._awaits_hall or self._has("hall-awaited"), "the hall is missed")
            self._house.start(Part.HALL)
        self._settle()
        if self._acceptor["jammed"]:
            self._house.control.ask("clear-jam")
            self._until(lambda: self._acceptor["path"] is None, "the jam is cleared")
            self._settle()
        if self._visit.prints_again and self._stage is Stage.DONE and not self._has("slip-asked"):
            self._house.tell_kiosk("print-again")
            self._until(lambda: self._has("slip-asked"), "the slip is asked for")
            self._settle()
        self._house.tell_kiosk("dismiss")
        self._until(lambda: self._stage is Stage.IDLE, "the screen forgets")
        self._settle()
        self._take_back()

    def _settle(self) -> None:
        """Nothing is under way, and all four books agree."""
        faults: list[str] = ["nothing has come to rest"]

        def agree() -> bool:
            if not self._is_over or not is_quiet(read_journal(self._house.kiosk_folder)):
                return False
            faults[:] = read_books(self._house).faults()
            return not faults

        try:
            self._until(agree, "the books agree", LOOK_AGAIN_S)
        except AssertionError as error:
            raise AssertionError("; ".join([str(error), *faults])) from error

    # --- the crash ---

    def _arm(self, crash: Crash | None) -> None:
        self._armed = crash
        if crash is not None:
            self._wires.stop_at(crash.at, crash.point, crash.nth)

    def _strike(self, crash: Crash) -> None:
        """The process that passed the point stands still: kill the victim, and let life go on."""
        self._armed = None
        self._house.kill(crash.victim)
        if crash.at is not crash.victim:
            self._wires.go_on(crash.at)
        if crash.victim is Part.KIOSK:
            raise KioskKilledError
        self._house.start(crash.victim)

    # --- waiting ---

    def _until(self, is_so: Callable[[], bool], what: str, look_again_s: float = WAIT_S) -> None:
        deadline = time.monotonic() + WAIT_S
        while not is_so():
            try:
                name, told = self._wires.next(min(deadline, time.monotonic() + look_again_s))
            except NothingHappensError:
                if time.monotonic() >= deadline:
                    raise AssertionError(f"not in {WAIT_S:.0f} s: {what}; {self._wires.known}") from None
                continue
            if "point" in told:
                self.passed[name].append(told["point"])
                if name == Part.KIOSK:
                    self._life.append(told["point"])
            if "stopped" in told and self._armed is not None:
                self._strike(self._armed)

    # --- what is known ---

    @property
    def _stage(self) -> Stage:
        return Stage(self._wires.known.get(Part.KIOSK, {}).get("view", {}).get("stage", Stage.IDLE))

    @property
    def _cash(self) -> CashState:
        devices = self._wires.known.get(Part.KIOSK, {}).get("devices", {})
        return CashState(devices.get("cash", CashState.STARTING))

    @property
    def _acceptor(self) -> dict[str, Any]:
        state: dict[str, Any] = self._wires.known["hardware"]["acceptor"]
        return state

    @property
    def _is_over(self) -> bool:
        return self._stage in OVER

    @property
    def _is_lit(self) -> bool:
        return self._stage is Stage.READY and self._acceptor["why_dark"] is None

    @property
    def _moved(self) -> int:
        counters = self._acceptor["counters"]
        return int(counters["stacked"] + counters["returned"] + counters["taken_out"])

    @property
    def _notes_heard(self) -> int:
        """Or of a device that was lost with a note in it."""
        return sum(point in NOTE_HEARD for point in self.passed[Part.KIOSK])

    def _has(self, kind: str) -> bool:
        return f"after append {kind}" in self.passed[Part.KIOSK]

    def _claims(self) -> int:
        trays = (tray_of(state) for state in read_journal(self._house.kiosk_folder).values())
        return sum(len(tray.claims) for tray in trays if tray)

    @property
    def _awaits_hall(self) -> bool:
        return not is_quiet(read_journal(self._house.kiosk_folder))


def bill(number: str, minor: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """An account as looked up, and a quote of one line."""
    account = AccountSummary(number=number, masked_name="陈*芳", town="武原街道", currency="CNY", due=())
    line = QuoteLine(
        account_number=number, billing_month="2026-10", part=QuotePart.PRINCIPAL, owed_minor=minor
    )
    quote = Quote(as_of=datetime.now(UTC).date(), currency="CNY", lines=(line,))
    return account.model_dump(mode="json"), quote.model_dump(mode="json")
