"""How a kiosk becomes one: with a one-time code its key is made known to the hall, once."""

from __future__ import annotations

import logging
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

from hall.contract import EnrolKiosk
from kiosk.hall import HallClient, HallRefusalError, HallSilentError
from kiosk.identity import Identity, NotEnrolledError, load_identity, make_key, public_text, save_identity

log = logging.getLogger(__name__)

AGAIN_S = 5.0


def identify(folder: Path, hall_url: str, code: str | None) -> Identity:
    """The identity on this machine; without one, enrol with the code.

    Raises NotEnrolledError (no identity and no code), HallSilentError and HallRefusalError (the code is wrong or used).
    """
    try:
        return load_identity(folder)
    except NotEnrolledError:
        if code is None:
            raise
        return enrol(folder, hall_url, code)


def enrol(folder: Path, hall_url: str, code: str) -> Identity:
    """Make this machine the kiosk that the code was given for; raises HallSilentError, HallRefusalError."""
    key = make_key(folder)
    with closing(HallClient(hall_url)) as hall:
        kiosk = hall.enrol(EnrolKiosk(code=code, public_key=public_text(key)))
    save_identity(folder, kiosk)
    return Identity(kiosk, key)


class Enrolment(QObject):
    """Finds out at start who this kiosk is, in a worker; tries again while the hall can't be reached."""

    known = Signal(object)
    """The `Identity`, once."""
    _ended = Signal(object)

    def __init__(self, folder: Path, hall_url: str, code: str | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._hall_url = hall_url
        self._code = code
        self._pool = QThreadPool(self, maxThreadCount=1)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.start)
        self._ended.connect(self._on_ended)

    @Slot()
    def start(self) -> None:
        self._pool.start(self._try)

    def close(self) -> None:
        self._again.stop()
        self._pool.waitForDone()

    def _try(self) -> None:
        try:
            self._ended.emit(identify(self._folder, self._hall_url, self._code))
        except (NotEnrolledError, HallRefusalError) as error:
            log.error("this kiosk is not enrolled: %s; see `kiosk enrol`", error)  # noqa: TRY400 (nothing to trace)
        except HallSilentError as silence:
            log.info("enrolment waits for the hall: %s", silence)
            self._ended.emit(None)

    @Slot(object)
    def _on_ended(self, identity: Identity | None) -> None:
        if identity is None:
            self._again.start(round(AGAIN_S * 1000))
        else:
            self.known.emit(identity)
