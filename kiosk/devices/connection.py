"""One WebSocket to one XFS4IoT service or publisher, from its opening to its loss; a new one is made for each try."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtNetwork import QAbstractSocket
from PySide6.QtWebSockets import QWebSocket

from devices.contract import payload_of
from kiosk.devices.dialogue import Dialogue, Ended, Reply, Told
from kiosk.devices.script import Ask

log = logging.getLogger(__name__)

Then: TypeAlias = Callable[[Reply | None], None]
"""Called once for each command; None: the connection was lost before its end."""

OPEN_S_MAX = 5.0
PING_S = 5.0
MESSAGE_BYTES_MAX = 2 * 1024 * 1024


class Connection(QObject):
    opened = Signal()
    lost = Signal(str)
    """Once, with the reason; before any pending command hears of it."""
    told = Signal(object)
    """An unsolicited `Told`."""

    def __init__(self, url: QUrl, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialogue = Dialogue()
        self._waiting: dict[int, Then] = {}
        self._limits: dict[int, QTimer] = {}
        self._is_over = False
        self._pongs_missing = 0
        self._socket = QWebSocket(parent=self)
        self._socket.setMaxAllowedIncomingMessageSize(MESSAGE_BYTES_MAX)
        self._socket.connected.connect(self._on_connected)
        self._socket.disconnected.connect(self._on_disconnected)
        self._socket.errorOccurred.connect(self._on_error)
        self._socket.textMessageReceived.connect(self._on_text)
        self._socket.pong.connect(self._on_pong)
        self._opening = QTimer(self, singleShot=True)
        self._opening.timeout.connect(partial(self._end, "no answer to the opening handshake"))
        self._pings = QTimer(self)
        self._pings.timeout.connect(self._ping)
        self._opening.start(_ms(OPEN_S_MAX))
        self._socket.open(url)

    def send(self, command: Ask, version: str, then: Then) -> int:
        """Say a command, and give its number. One that outlives its grace takes the whole connection with it."""
        timeout_ms = None if command.timeout_s is None else _ms(command.timeout_s)
        payload = payload_of(command.payload)
        request_id, text = self._dialogue.command(command.name, version, payload, timeout_ms)
        self._waiting[request_id] = then
        if command.timeout_s is not None:
            self.limit(request_id, command.timeout_s + command.grace_s)
        self._socket.sendTextMessage(text)
        return request_id

    def limit(self, request_id: int, seconds: float) -> None:
        """Give a pending command so long from now."""
        if request_id not in self._waiting:
            return
        self._unlimit(request_id)
        limit = self._limits[request_id] = QTimer(self, singleShot=True)
        limit.timeout.connect(partial(self._end, f"no answer to command {request_id}"))
        limit.start(_ms(seconds))

    def close(self) -> None:
        """Hang up at once, event loop or not; nothing is heard of it any more, `lost` included."""
        self._stop()
        self._waiting.clear()
        self._socket.abort()
        self.deleteLater()

    # --- what the socket tells ---

    @Slot()
    def _on_connected(self) -> None:
        if not self._is_over:
            self._opening.stop()
            self._pings.start(_ms(PING_S))
            self.opened.emit()

    @Slot()
    def _on_disconnected(self) -> None:
        self._end(self._socket.closeReason() or "closed by the service")

    @Slot(QAbstractSocket.SocketError)
    def _on_error(self, _: QAbstractSocket.SocketError) -> None:
        self._end(self._socket.errorString())

    @Slot(str)
    def _on_text(self, text: str) -> None:
        if self._is_over:
            return
        match self._dialogue.receive(text):
            case Ended(request_id, reply):
                self._unlimit(request_id)
                self._waiting.pop(request_id)(reply)
            case Told() as told:
                self.told.emit(told)

    @Slot("qulonglong", "QByteArray")
    def _on_pong(self, *_: object) -> None:
        self._pongs_missing = 0

    @Slot()
    def _ping(self) -> None:
        """A machine that has frozen keeps its connections open: only silence tells."""
        if self._pongs_missing > 1:
            self._end("the service does not answer pings")
            return
        self._pongs_missing += 1
        self._socket.ping()

    # --- the end ---

    def _end(self, why: str) -> None:
        if self._is_over:
            return
        self._stop()
        waiting, self._waiting = self._waiting, {}
        self._socket.abort()
        self.lost.emit(why)
        for then in waiting.values():
            then(None)
        self.deleteLater()

    def _stop(self) -> None:
        self._is_over = True
        self._opening.stop()
        self._pings.stop()
        for request_id in list(self._limits):
            self._unlimit(request_id)

    def _unlimit(self, request_id: int) -> None:
        limit = self._limits.pop(request_id, None)
        if limit is not None:
            limit.stop()
            limit.deleteLater()


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
