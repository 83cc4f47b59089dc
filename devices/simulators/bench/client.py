"""The control socket from Qt's side: one connection to watch the state, one to ask; both come back by themselves."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QAbstractSocket, QTcpSocket

RETRY_MS = 1000


class _Line(QObject):
    """One connection that sends and hears lines of JSON, and is made again when it breaks."""

    def __init__(
        self, host: str, port: int, heard: Callable[[dict[str, Any]], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._host, self._port = host, port
        self._heard = heard
        self._socket = QTcpSocket(self)
        self._retry = QTimer(self, interval=RETRY_MS, singleShot=True)
        self._retry.timeout.connect(self.connect_now)
        self._socket.readyRead.connect(self._read)
        self._socket.disconnected.connect(self._retry.start)
        self._socket.errorOccurred.connect(self._retry.start)

    @property
    def socket(self) -> QTcpSocket:
        return self._socket

    def connect_now(self) -> None:
        self._socket.abort()
        self._socket.connectToHost(self._host, self._port)

    def send(self, request: dict[str, Any]) -> None:
        if self._socket.state() is QAbstractSocket.SocketState.ConnectedState:
            self._socket.write(json.dumps(request).encode() + b"\n")

    def _read(self) -> None:
        while self._socket.canReadLine():
            self._heard(json.loads(bytes(self._socket.readLine().data())))


class BenchClient(QObject):
    stateChanged = Signal(object)
    """The state, or None while there are no simulators."""
    refused = Signal(str)
    """The reason word of a request that was refused."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__()
        self._watching = _Line(host, port, self.stateChanged.emit, self)
        self._asking = _Line(host, port, self._answered, self)
        self._watching.socket.connected.connect(lambda: self._watching.send({"do": "watch"}))
        self._watching.socket.disconnected.connect(lambda: self.stateChanged.emit(None))

    def start(self) -> None:
        self._watching.connect_now()
        self._asking.connect_now()

    def ask(self, request: dict[str, Any]) -> None:
        self._asking.send(request)

    def _answered(self, answer: dict[str, Any]) -> None:
        if not answer["ok"]:
            self.refused.emit(answer["reason"])
