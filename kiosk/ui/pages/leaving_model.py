from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.events import Key, Pressed
from kiosk.ui.pages.leaving_view import LeavingView, ShareRow
from kiosk.ui.rows import Rows
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LeavingModel(QObject):
    changed = Signal()
    wished = Signal(object)
    """What the customer asked for, as an event of the visit."""

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = LeavingView()
        self._rows = Rows(ShareRow, speaker, self)
        speaker.changed.connect(self.changed)

    def show(self, view: LeavingView) -> None:
        if view != self._view:
            self._view = view
            self._rows.show(view.rows)
            self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._say(self._view.title)

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._say(self._view.text)

    @Property(str, notify=changed)
    def safe(self) -> str:
        return self._say(self._view.safe)

    @Property(str, notify=changed)
    def safeMore(self) -> str:
        return self._say(self._view.safe_more)

    @Property(str, notify=changed)
    def heading(self) -> str:
        return self._say(self._view.heading)

    @Property(str, notify=changed)
    def stay(self) -> str:
        return self._say(self._view.stay)

    @Property(str, notify=changed)
    def leave(self) -> str:
        return self._say(self._view.leave)

    @Property(bool, notify=changed)
    def mayLeave(self) -> bool:
        return self._view.may_leave

    @Property(Rows, notify=changed)
    def rows(self) -> Rows:
        return self._rows

    @Slot()
    def stayHere(self) -> None:
        self.wished.emit(Pressed(Key.STAY))

    @Slot()
    def leaveNow(self) -> None:
        self.wished.emit(Pressed(Key.LEAVE))
