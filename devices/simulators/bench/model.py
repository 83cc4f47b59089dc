"""Publishes the bench's view to QML, and turns touches into requests."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from devices.simulators.bench.client import BenchClient
from devices.simulators.bench.texts import Language
from devices.simulators.bench.view import VALUES, BenchView, view_of

QML_IMPORT_NAME = "Bench.Models"
QML_IMPORT_MAJOR_VERSION = 1
REFUSAL_MS = 4000


@QmlElement
class BenchModel(QObject):
    changed = Signal()
    languageChanged = Signal()

    def __init__(self, client: BenchClient, language: Language) -> None:
        super().__init__()
        self._client = client
        self._language = language
        self._state: dict[str, Any] | None = None
        self._refusal = ""
        self._view = view_of(None, language)
        self._forget = QTimer(self, interval=REFUSAL_MS, singleShot=True)
        self._forget.timeout.connect(lambda: self._refused(""))
        client.stateChanged.connect(self._stated)
        client.refused.connect(self._refused)

    @property
    def language(self) -> Language:
        return self._language

    def _stated(self, state: dict[str, Any] | None) -> None:
        self._state, self._refusal = state, ""
        self._show()

    def _refused(self, reason: str) -> None:
        self._refusal = reason
        if reason:
            self._forget.start()
        self._show()

    def _show(self) -> None:
        view = view_of(self._state, self._language, self._refusal)
        if view != self._view:
            self._view = view
            self.changed.emit()

    def view(self) -> BenchView:
        return self._view

    @Property(bool, notify=changed)
    def connected(self) -> bool:
        return self._view.connected

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._view.title

    @Property(str, notify=changed)
    def detail(self) -> str:
        return self._view.detail

    @Property(str, notify=changed)
    def tone(self) -> str:
        return self._view.tone

    @Property(str, notify=changed)
    def detailTone(self) -> str:
        return self._view.detail_tone

    @Property(bool, notify=changed)
    def lit(self) -> bool:
        return self._view.lit

    @Property(str, notify=changed)
    def place(self) -> str:
        return self._view.place

    @Property(int, notify=changed)
    def note(self) -> int:
        return self._view.note

    @Property(int, notify=changed)
    def boxNotes(self) -> int:
        return self._view.box_notes

    @Property(str, notify=changed)
    def boxSum(self) -> str:
        return self._view.box_sum

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def boxCounts(self) -> list[str]:
        return list(self._view.box_counts)

    @Property(bool, notify=changed)
    def acceptorCable(self) -> bool:
        return self._view.acceptor_cable

    @Property(bool, notify=changed)
    def acceptorPower(self) -> bool:
        return self._view.acceptor_power

    @Property(bool, notify=changed)
    def printerCable(self) -> bool:
        return self._view.printer_cable

    @Property(bool, notify=changed)
    def printerPower(self) -> bool:
        return self._view.printer_power

    @Property(str, notify=changed)
    def printerSays(self) -> str:
        return self._view.printer_says

    @Property(str, notify=changed)
    def printerTone(self) -> str:
        return self._view.printer_tone

    @Property(str, notify=changed)
    def paper(self) -> str:
        return self._view.paper

    @Property(bool, notify=changed)
    def coverOpen(self) -> bool:
        return self._view.cover_open

    @Property(bool, notify=changed)
    def hanging(self) -> bool:
        return self._view.hanging

    @Property(QUrl, notify=changed)
    def slip(self) -> QUrl:
        return QUrl.fromLocalFile(self._view.slip) if self._view.slip else QUrl()

    @Property(str, notify=changed)
    def slipTitle(self) -> str:
        return self._view.slip_title

    @Property(str, notify=changed)
    def sums(self) -> str:
        return self._view.sums

    @Property(str, notify=changed)
    def next(self) -> str:
        return self._view.next

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def values(self) -> list[str]:
        return [str(value) for value in VALUES]

    @Slot(int, str)
    def insert(self, value: int, kind: str) -> None:
        self._client.ask({"do": "insert", "value": value, "kind": kind})

    @Slot()
    def takeNote(self) -> None:
        self._client.ask({"do": "take-note"})

    @Slot()
    def clearJam(self) -> None:
        self._client.ask({"do": "clear-jam"})

    @Slot(str)
    def moveCable(self, device: str) -> None:
        """Pull it if it is in, else plug it in."""
        plugged = self._view.acceptor_cable if device == "acceptor" else self._view.printer_cable
        self._client.ask({"do": "pull" if plugged else "plug", "device": device})

    @Slot(str)
    def switchPower(self, device: str) -> None:
        on = self._view.acceptor_power if device == "acceptor" else self._view.printer_power
        self._client.ask({"do": "power", "device": device, "on": not on})

    @Slot(str)
    def loadPaper(self, paper: str) -> None:
        self._client.ask({"do": "paper", "state": paper})

    @Slot()
    def moveCover(self) -> None:
        self._client.ask({"do": "cover", "open": not self._view.cover_open})

    @Slot()
    def tear(self) -> None:
        self._client.ask({"do": "tear"})

    @Slot()
    def changeLanguage(self) -> None:
        self._language = Language.EN if self._language is Language.ZH else Language.ZH
        self.languageChanged.emit()
        self._show()
