"""`kiosk doctor`: what works on this machine, what doesn't, and what to do about it. It changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from hall.contract import SIGNATURE_AGE_MAX_S
from kiosk.config import Settings
from kiosk.devices.opening import open_devices
from kiosk.hall import HallClient, HallRefusalError, HallSilentError
from kiosk.identity import Identity, NotEnrolledError, load_identity
from kiosk.payment.journal import HEAD_FILE, JOURNAL_FILE, DamagedJournalError, open_journal
from kiosk.payment.view import CashState, DevicesView, PrinterState
from kiosk.ui.fonts import FILES, PACKAGES

DEVICES_S = 6.0
"""So long a device host has to answer."""


class Level(StrEnum):
    OK = "ok"
    HINT = "hint"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, how it stands, and what to do where it doesn't."""

    subject: str
    level: Level
    says: str
    to_do: str = ""


def examine(settings: Settings) -> list[Finding]:
    identity = _identity(settings.state_dir)
    return [
        _state_folder(settings.state_dir),
        _fonts(PACKAGES),
        _journal(settings.state_dir),
        _enrolled(identity, settings),
        *_hall(settings.hall_url, identity),
        *_devices(look_at_devices(settings.devices_url), settings.devices_url),
    ]


def report(findings: list[Finding], *, as_json: bool) -> int:
    """Print them; 0 when nothing is at fault."""
    if as_json:
        print(
            json.dumps({"findings": [asdict(finding) for finding in findings]}, ensure_ascii=False, indent=2)
        )
    else:
        for finding in findings:
            print(f"{finding.level:<5}  {finding.subject}: {finding.says}")
            if finding.to_do:
                print(f"       → {finding.to_do}")
    return 1 if any(finding.level is Level.FAULT for finding in findings) else 0


def _state_folder(folder: Path) -> Finding:
    parent = next((path for path in (folder, *folder.absolute().parents) if path.exists()), Path("/"))
    if os.access(parent, os.W_OK):
        return Finding("state folder", Level.OK, f"{folder} can be written")
    return Finding(
        "state folder",
        Level.FAULT,
        f"{folder} can't be written",
        "give the kiosk's user this folder, or set `state_dir` to another",
    )


def _fonts(folder: Path) -> Finding:
    missing = [file for file in FILES if not (folder / file).exists()]
    if not missing:
        return Finding("fonts", Level.OK, "both typefaces are there")
    return Finding("fonts", Level.FAULT, f"{missing[0]} is missing", "run the set-up again: `make demo`")


def _journal(folder: Path) -> Finding:
    """Checked on a copy: a kiosk that runs meanwhile is not disturbed."""
    damaged = sorted(folder.glob("damaged-*"))
    if damaged:
        return Finding(
            "journal",
            Level.FAULT,
            f"a damaged journal lies in {damaged[0]}; no cash is taken",
            "keep the folder as evidence, count the box, then move the folder away from here",
        )
    if not (folder / JOURNAL_FILE).exists():
        return Finding("journal", Level.OK, "there is none yet: no payment has been made")
    with tempfile.TemporaryDirectory(prefix="kiosk-doctor-") as copy:
        try:
            _copy_journal(folder, Path(copy))
            with closing(open_journal(Path(copy), datetime.now(UTC))) as journal:
                payments = sum(1 for _ in journal.payments())
        except (DamagedJournalError, sqlite3.Error, OSError) as error:
            reason = error.reason if isinstance(error, DamagedJournalError) else str(error)
            to_do = "stop the kiosk, keep a copy of the state folder, count the box"
            return Finding("journal", Level.FAULT, f"it can't be trusted: {reason}", to_do)
    return Finding("journal", Level.OK, f"whole, {payments} payments")


def _copy_journal(folder: Path, copy: Path) -> None:
    """First how far it had come, then the rows: the copy may be ahead of that, never behind."""
    if (folder / HEAD_FILE).exists():
        shutil.copy(folder / HEAD_FILE, copy)
    with (
        closing(sqlite3.connect(f"{(folder / JOURNAL_FILE).absolute().as_uri()}?mode=ro", uri=True)) as here,
        closing(sqlite3.connect(copy / JOURNAL_FILE)) as there,
    ):
        here.backup(there)


def _identity(folder: Path) -> Identity | None:
    try:
        return load_identity(folder)
    except NotEnrolledError:
        return None


def _enrolled(identity: Identity | None, settings: Settings) -> Finding:
    if identity is not None:
        kiosk = identity.kiosk
        return Finding("enrolment", Level.OK, f"this is {kiosk.kiosk_id}, {kiosk.town} {kiosk.site_name}")
    if settings.enrol_code:
        return Finding("enrolment", Level.HINT, "not yet; the code in the settings is used at the next start")
    return Finding(
        "enrolment",
        Level.FAULT,
        "this machine has no identity",
        "in the hall `hall kiosk add NAME --town TOWN`, then here `kiosk enrol --code CODE`",
    )


def _hall(url: str, identity: Identity | None) -> list[Finding]:
    with closing(HallClient(url, identity)) as hall:
        try:
            utility = hall.utility()
        except (HallSilentError, HallRefusalError) as error:
            to_do = "is the line up, is `hall_url` right, does `hall serve` run there?"
            return [Finding("hall", Level.FAULT, f"{url} does not answer: {error}", to_do)]
        findings = [Finding("hall", Level.OK, f"{utility.name} at {url}"), _clock(utility.now)]
        return [*findings, _known(hall)] if identity is not None else findings


def _clock(hall_now: datetime) -> Finding:
    off = abs((datetime.now(UTC) - hall_now).total_seconds())
    if off < SIGNATURE_AGE_MAX_S / 10:
        return Finding("clock", Level.OK, "agrees with the hall's")
    level = Level.HINT if off < SIGNATURE_AGE_MAX_S else Level.FAULT
    return Finding("clock", level, f"{off:.0f} s away from the hall's", "switch on time synchronisation")


def _known(hall: HallClient) -> Finding:
    try:
        kiosk = hall.who_am_i()
    except HallRefusalError as refusal:
        to_do = "enrol this machine with a new code, or mend its clock"
        return Finding("signature", Level.FAULT, f"the hall does not know this kiosk: {refusal}", to_do)
    except HallSilentError as silence:
        return Finding("signature", Level.FAULT, f"no answer: {silence}", "try again")
    return Finding("signature", Level.OK, f"the hall knows {kiosk.kiosk_id}")


def look_at_devices(url: str, wait_s: float = DEVICES_S) -> DevicesView:
    """Meet the device host and hear how the devices are; what has not answered in time is told as starting."""
    _ = QCoreApplication.instance() or QCoreApplication([])
    devices = open_devices(url, lambda: datetime.now(UTC))
    loop = QEventLoop()

    def look() -> None:
        if (
            devices.cash.state is not CashState.STARTING
            and devices.printer.state is not PrinterState.STARTING
        ):
            loop.quit()

    devices.cash.stateChanged.connect(look)
    devices.printer.stateChanged.connect(look)
    QTimer.singleShot(round(wait_s * 1000), loop.quit)
    loop.exec()
    seen = DevicesView(devices.cash.state, devices.printer.state)
    devices.close()
    return seen


def _devices(seen: DevicesView, url: str) -> list[Finding]:
    host_to_do = f"does `devices serve` run, and is `devices_url` right? ({url})"
    return [_acceptor(seen.cash, host_to_do), _printer(seen.printer, host_to_do)]


def _acceptor(state: CashState, host_to_do: str) -> Finding:
    match state:
        case CashState.READY:
            return Finding("acceptor", Level.OK, "ready for notes")
        case CashState.STARTING:
            return Finding("acceptor", Level.FAULT, "no answer yet", host_to_do)
        case CashState.GONE:
            return Finding("acceptor", Level.FAULT, "does not answer", f"check cable and power; {host_to_do}")
        case CashState.JAMMED:
            return Finding(
                "acceptor", Level.FAULT, "jammed", "open it, take the note out, keep it for the count"
            )
        case CashState.BOX_FULL:
            return Finding("acceptor", Level.FAULT, "the cash box is full", "change the box")
        case CashState.BOX_REMOVED:
            return Finding("acceptor", Level.FAULT, "the cash box is out", "put a box in until it clicks")
        case CashState.OUT_OF_ORDER | CashState.JOURNAL_DAMAGED:
            return Finding(
                "acceptor", Level.FAULT, "out of order", "`devices test` names the device's own error"
            )


def _printer(state: PrinterState, host_to_do: str) -> Finding:
    match state:
        case PrinterState.READY:
            return Finding("printer", Level.OK, "ready")
        case PrinterState.PAPER_LOW:
            return Finding("printer", Level.HINT, "paper is low", "bring a roll")
        case PrinterState.PAPER_OUT:
            return Finding("printer", Level.FAULT, "out of paper", "put a roll in")
        case PrinterState.COVER_OPEN:
            return Finding("printer", Level.FAULT, "its cover is open", "close the cover")
        case PrinterState.STARTING:
            return Finding("printer", Level.FAULT, "no answer yet", host_to_do)
        case PrinterState.GONE:
            return Finding("printer", Level.FAULT, "does not answer", f"check cable and power; {host_to_do}")
        case PrinterState.OUT_OF_ORDER:
            return Finding(
                "printer", Level.FAULT, "out of order", "`devices test` names the device's own error"
            )
