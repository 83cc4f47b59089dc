from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.pages.outages_view import OutageRow, OutagesView
from kiosk.ui.rows import Rows
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class OutagesModel(QObject):
    changed = Signal()
    laterRequested = Signal()
    earlierRequested = Signal()
    homeRequested = Signal()

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = OutagesView()
        self._rows = Rows(OutageRow, speaker, self)
        speaker.changed.connect(self.changed)

    def show(self, view: OutagesView) -> None:
        if view != self._view:
            self._view = view
            self._rows.show(view.rows)
            self.changed.emit()

    @Property(str, notify=changed)
    def line(self) -> str:
        return self._say(self._view.line)

    @Property(Rows, notify=changed)
    def rows(self) -> Rows:
        return self._rows

    @Property(str, notify=changed)
    def later(self) -> str:
        return self._say(self._view.later)

    @Property(str, notify=changed)
    def earlier(self) -> str:
        return self._say(self._view.earlier)

    @Slot()
    def seeLater(self) -> None:
        self.laterRequested.emit()

    @Slot()
    def seeEarlier(self) -> None:
        self.earlierRequested.emit()

    @Slot()
    def goHome(self) -> None:
        self.homeRequested.emit()
