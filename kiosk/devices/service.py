"""The one service that has a wanted interface: looked for through the publisher, and again whenever it is lost."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from devices.contract import COMMANDS, Cancel, Capabilities, CompletionCode, Services, Wire
from kiosk.devices.connection import Connection, Then
from kiosk.devices.dialogue import MisreadError, Reply
from kiosk.devices.repertoire import Repertoire
from kiosk.devices.script import Ask

log = logging.getLogger(__name__)

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.25, 5.0
ASK_S = 5.0
CANCELLED_S_MAX = 30.0
"""A cancelled command still moves its note to an end first."""


class ServiceLink(QObject):
    """A device that is off is listed all the same, so nothing here ever gives up.

    The publisher's address is tried with and without a slash at its end: frameworks differ.
    """

    found = Signal()
    lost = Signal()
    """Also each time that a search found nothing."""
    told = Signal(object)
    """An unsolicited `Told`."""

    def __init__(self, url: str, interface: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._url = url.rstrip("/")
        self._interface = interface
        self._with_slash = url.endswith("/")
        self._connection: Connection | None = None
        self._candidates: deque[str] = deque()
        self._repertoire: Repertoire | None = None
        self._pause_s = FIRST_PAUSE_S
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._seek)

    def start(self) -> None:
        self._again.start(0)

    def close(self) -> None:
        self._again.stop()
        self._repertoire = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    # --- commands ---

    @property
    def is_up(self) -> bool:
        return self._repertoire is not None

    def ask(self, command: Ask, then: Then) -> int:
        """Say it, and give its number. While the service is away, `then` gets None a moment later."""
        if self._connection is None or self._repertoire is None:
            QTimer.singleShot(0, self, partial(then, None))
            return 0
        version = self._repertoire.version_of(command.name)
        if version is None:
            unsupported = Reply(command.name, CompletionCode.UNSUPPORTED_COMMAND)
            QTimer.singleShot(0, self, partial(then, unsupported))
            return 0
        return self._connection.send(command, version, then)

    def cancel(self, request_id: int) -> None:
        """The command completes all the same, as cancelled or as it would have: only that counts."""
        if request_id and self._connection is not None and self._repertoire is not None:
            self._connection.limit(request_id, CANCELLED_S_MAX)
            self._say("Common.Cancel", _ignored, Cancel(request_ids=(request_id,)))

    # --- the search ---

    def _seek(self) -> None:
        slash = "/" if self._with_slash else ""
        self._connect(self._url + slash, self._ask_for_services)
        self._with_slash = not self._with_slash

    def _ask_for_services(self) -> None:
        self._say("ServicePublisher.GetServices", self._on_services)

    def _on_services(self, reply: Reply | None) -> None:
        if reply is None:
            return
        self._with_slash = not self._with_slash  # this way it answers
        self._candidates = deque(_addresses(reply))
        self._drop()
        self._try_next()

    def _try_next(self) -> None:
        if self._candidates:
            self._connect(self._candidates.popleft(), self._ask_what_it_can_do)
        else:
            self._later("no service there has it")

    def _ask_what_it_can_do(self) -> None:
        self._say("Common.Capabilities", self._on_capabilities)

    def _on_capabilities(self, reply: Reply | None) -> None:
        if reply is None:
            return
        repertoire = _repertoire(reply)
        if repertoire is None or not repertoire.has(self._interface):
            self._drop()
            self._try_next()
            return
        self._repertoire = repertoire
        self._pause_s = FIRST_PAUSE_S
        log.info("%s: the service is there", self._interface)
        self.found.emit()

    # --- connections ---

    def _connect(self, url: str, then: Callable[[], None]) -> None:
        connection = Connection(QUrl(url), self)
        connection.opened.connect(then)
        connection.lost.connect(self._on_lost)
        connection.told.connect(self._on_told)
        self._connection = connection

    def _say(self, name: str, then: Then, payload: Wire | None = None) -> None:
        assert self._connection is not None, "only said on an open connection"
        version = (self._repertoire and self._repertoire.version_of(name)) or COMMANDS[name].version
        self._connection.send(Ask(name, payload, ASK_S), version, then)

    def _on_told(self, told: object) -> None:
        if self.is_up:
            self.told.emit(told)

    def _on_lost(self, why: str) -> None:
        was_up, self._repertoire, self._connection = self.is_up, None, None
        if was_up or not self._candidates:
            self._candidates.clear()
            self._later(why)
        else:
            self._try_next()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _later(self, why: str) -> None:
        if self._pause_s == FIRST_PAUSE_S:
            log.warning("%s: no service: %s", self._interface, why)
        self._again.start(round(self._pause_s * 1000))
        self._pause_s = min(self._pause_s * 2, LONGEST_PAUSE_S)
        self.lost.emit()


def _ignored(_: Reply | None) -> None:
    """The cancelled command's own completion is what is waited for."""


def _addresses(reply: Reply) -> list[str]:
    if not reply.is_success:
        return []
    try:
        return [service.service_uri for service in reply.read(Services).services or ()]
    except MisreadError as error:
        log.warning("%s", error)
        return []


def _repertoire(reply: Reply) -> Repertoire | None:
    if not reply.is_success:
        return None
    try:
        return Repertoire.of(reply.read(Capabilities))
    except MisreadError as error:
        log.warning("%s", error)
        return None
