from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.pages.home_view import HomeView, Service
from kiosk.ui.pages.outage_words import OutageLine
from kiosk.ui.rows import Rows
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HomeModel(QObject):
    changed = Signal()
    payRequested = Signal()
    outagesRequested = Signal()

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = HomeView()
        self._outages = Rows(OutageLine, speaker, self)
        self._services = Rows(Service, speaker, self)
        speaker.changed.connect(self.changed)

    def show(self, view: HomeView) -> None:
        if view != self._view:
            self._view = view
            self._outages.show(view.outages)
            self._services.show(view.services)
            self.changed.emit()

    @Property(str, notify=changed)
    def line(self) -> str:
        return self._say(self._view.line)

    @Property(str, notify=changed)
    def outagesTitle(self) -> str:
        return self._say(self._view.outages_title)

    @Property(Rows, notify=changed)
    def outages(self) -> Rows:
        return self._outages

    @Property(Rows, notify=changed)
    def services(self) -> Rows:
        return self._services

    @Property(str, notify=changed)
    def payUnavailable(self) -> str:
        return self._say(self._view.pay_unavailable)

    @Slot()
    def pay(self) -> None:
        self.payRequested.emit()

    @Slot()
    def seeOutages(self) -> None:
        self.outagesRequested.emit()
